//! What kind of firm an actor may be: its activity code, and what its name says.

use super::questions::Actor;
use super::without::Without;
use classify::Classifier;
use reference::{ActivityCode, special_class};
use std::collections::HashMap;
use std::rc::Rc;

/// NAF rev. 2 classes or prefixes a firm may be, with their weights.
pub type Classes = Vec<(String, f64)>;

/// Weight of what the name says beside a code: firms do more than their main activity.
const BESIDE_CODE: f64 = 0.3;
/// A reading half as good as the best counts a quarter; the best itself loses little by the place names and « S.A. » around it.
const CONTRAST: i32 = 2;
/// How well a name must say a specialty for it to stand in the place of the class.
const SAID: f64 = 0.6;
/// How many kinds a name may stand for.
const KINDS: usize = 4;

pub struct Firms<'a> {
    classifier: Rc<Classifier<'a>>,
    by_name: HashMap<String, Classes>,
    /// False when only codes are read: to measure what names are worth.
    names: bool,
    /// False when no kind of plant finer than a class is known: the same.
    finer: bool,
}

impl<'a> Firms<'a> {
    pub fn new(classifier: Rc<Classifier<'a>>, without: &[Without]) -> Self {
        let hears = |part| !without.contains(&part);
        let (names, finer) = (hears(Without::Names), hears(Without::Specialties));
        Self { classifier, by_name: HashMap::new(), names, finer }
    }

    /// The code with what the name adds.
    pub fn classes(&mut self, actor: &Actor) -> Classes {
        let mut classes = self.by_name(actor);
        if ActivityCode::parse(&actor.nace, None).is_ok() {
            for (_, weight) in &mut classes {
                *weight *= BESIDE_CODE;
            }
            classes.extend(self.coded(actor));
        }
        classes
    }

    /// The code alone where there is one, else what the name says.
    pub fn kind(&mut self, actor: &Actor) -> Classes {
        match ActivityCode::parse(&actor.nace, None) {
            Ok(_) => self.coded(actor),
            Err(_) => self.by_name(actor),
        }
    }

    /// The class of a code, or the specialties within it that the words name.
    fn coded(&self, actor: &Actor) -> Classes {
        let class = dotted(&actor.nace);
        let specialties = &self.classifier.reference().specialties;
        let within = |ix: usize| specialties[ix].naf.iter().any(|prefix| class.starts_with(prefix));
        let named = self.specialties(actor).into_iter().filter(|(ix, _)| within(*ix));
        let mut classes: Classes =
            named.map(|(ix, _)| (special_class(&class, &specialties[ix].id), 1.0)).collect();
        if classes.is_empty() {
            classes.push((class, 1.0));
        }
        classes
    }

    /// The specialties that the words for what a firm does, or its name, say nearly as well as the best.
    fn specialties(&self, actor: &Actor) -> Vec<(usize, f64)> {
        if !self.names || !self.finer {
            return Vec::new();
        }
        let mut said: Vec<(usize, f64)> = [&actor.industry, &actor.name]
            .into_iter()
            .flat_map(|words| self.classifier.specialty(words))
            .collect();
        said.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        let best = said.first().map_or(1.0, |(_, score)| *score);
        said.retain(|(_, score)| *score >= SAID && *score >= 0.9 * best);
        said.dedup_by_key(|(ix, _)| *ix);
        said
    }

    fn by_name(&mut self, actor: &Actor) -> Classes {
        if !self.names {
            return Classes::new();
        }
        let words = format!("{} {}", actor.industry, actor.name);
        if let Some(known) = self.by_name.get(&words) {
            return known.clone();
        }
        let found = self.classifier.industry(&words, KINDS);
        let best = found.first().map_or(1.0, |r| r.score);
        let weight = |score: f64| (score / best).powi(CONTRAST) * best.sqrt();
        let classes: Classes =
            found.iter().flat_map(|r| r.naf.iter().map(move |naf| (naf.clone(), weight(r.score)))).collect();
        let specialties = &self.classifier.reference().specialties;
        let said = self.specialties(actor);
        let general = |class: &str| {
            said.iter().any(|(ix, _)| specialties[*ix].naf.iter().any(|p| class.starts_with(p)))
        };
        let special = said.iter().map(|(ix, score)| {
            let special = &specialties[*ix];
            (special_class(special.naf.first().map_or("", String::as_str), &special.id), score.sqrt())
        });
        let classes: Classes =
            classes.into_iter().filter(|(class, _)| !general(class)).chain(special).collect();
        self.by_name.insert(words, classes.clone());
        classes
    }
}

/// `2351` → `23.51`; empty when it is no code.
pub fn dotted(nace: &str) -> String {
    ActivityCode::parse(nace, None).map_or_else(|_| String::new(), |code| code.class().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_says_the_kind_of_plant_within_the_class_of_its_code() {
        let reference = reference::Reference::embedded().unwrap();
        let day = chrono::NaiveDate::from_ymd_opt(2026, 11, 1).unwrap();
        let classifier = Rc::new(Classifier::new(reference, day));
        let actor = |industry: &str, nace: &str| Actor {
            industry: industry.to_owned(),
            nace: nace.to_owned(),
            ..Actor::default()
        };
        let mut firms = Firms::new(Rc::clone(&classifier), &[]);
        for (industry, nace, expected) in [
            ("Centrale nucléaire", "3511", "35.11/nuclear-power"),
            ("Combined-cycle power plant", "3511", "35.11/gas-power"),
            ("Power station", "3511", "35.11/power-station"),
            ("Wood recycler", "3832", "38.32/wood-recycling"),
            ("Centrale nucléaire", "1071", "10.71"),
        ] {
            assert_eq!(firms.kind(&actor(industry, nace))[0].0, expected, "{industry}");
        }
        let mut deaf = Firms::new(classifier, &[Without::Specialties]);
        assert_eq!(deaf.kind(&actor("Centrale nucléaire", "3511"))[0].0, "35.11");
    }

    #[test]
    fn codes_are_read_and_nothing_else() {
        assert_eq!(dotted("2351"), "23.51");
        assert_eq!(dotted(""), "");
    }
}
