//! What kind of firm an actor may be: its activity code, and what its name says.

use super::questions::Actor;
use classify::Classifier;
use reference::ActivityCode;
use std::collections::HashMap;
use std::rc::Rc;

/// NAF rev. 2 classes or prefixes a firm may be, with their weights.
pub type Classes = Vec<(String, f64)>;

/// Weight of what the name says beside a code: firms do more than their main activity.
const BESIDE_CODE: f64 = 0.3;
/// A reading half as good as the best counts a quarter; the best itself loses little by the place names and « S.A. » around it.
const CONTRAST: i32 = 2;
/// How many kinds a name may stand for.
const KINDS: usize = 4;

pub struct Firms<'a> {
    classifier: Rc<Classifier<'a>>,
    by_name: HashMap<String, Classes>,
    /// False when only codes are read: to measure what names are worth.
    names: bool,
}

impl<'a> Firms<'a> {
    pub fn new(classifier: Rc<Classifier<'a>>, names: bool) -> Self {
        Self { classifier, by_name: HashMap::new(), names }
    }

    /// The code with what the name adds.
    pub fn classes(&mut self, actor: &Actor) -> Classes {
        let mut classes = self.by_name(actor);
        if ActivityCode::parse(&actor.nace, None).is_ok() {
            for (_, weight) in &mut classes {
                *weight *= BESIDE_CODE;
            }
            classes.push((dotted(&actor.nace), 1.0));
        }
        classes
    }

    /// The code alone where there is one, else what the name says.
    pub fn kind(&mut self, actor: &Actor) -> Classes {
        match ActivityCode::parse(&actor.nace, None) {
            Ok(code) => vec![(code.class().to_owned(), 1.0)],
            Err(_) => self.by_name(actor),
        }
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
    use super::dotted;

    #[test]
    fn codes_are_read_and_nothing_else() {
        assert_eq!(dotted("2351"), "23.51");
        assert_eq!(dotted(""), "");
    }
}
