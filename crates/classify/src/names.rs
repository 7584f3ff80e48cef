//! Everything that names a resource or an entry of the List of Waste, in one index so that rarity means the same for all.

use crate::index::{Hit, Phrases, Tongue};
use crate::lexicon::Lexicon;
use crate::wording::Wording;
use chrono::NaiveDate;
use reference::{Reference, Resource, Term, WasteCode};

/// The index, and the entries each target stands for.
#[derive(Debug, Default)]
pub(crate) struct Names {
    phrases: Phrases,
    /// By target: resources first, in catalogue order, then terms, then official labels.
    codes: Vec<Vec<WasteCode>>,
    resources: usize,
}

/// A hit and the entries it speaks for, usual one first.
pub(crate) struct Named<'a> {
    pub(crate) hit: Hit,
    pub(crate) codes: &'a [WasteCode],
    /// Dense index of the resource, when it is one.
    pub(crate) resource: Option<usize>,
}

/// Weight of a word that several resources share on purpose, and of an official label: long, formal, rarely said.
const AMBIGUOUS: f64 = 0.85;
const OFFICIAL: f64 = 0.85;
/// How well another matter must be named to be meant, and what is left of the food that only gave its name.
const A_MATTER: f64 = 0.5;
const SHAPE: f64 = 0.6;

impl Names {
    pub(crate) fn new(lexicon: &Lexicon, reference: &Reference, day: NaiveDate) -> Self {
        let mut names = Self { resources: reference.catalogue.all().len(), ..Self::default() };
        let in_force = |codes: &[WasteCode]| -> Vec<WasteCode> {
            codes.iter().filter_map(|code| reference.waste_list.on(code.digits(), day)?.code).collect()
        };
        for resource in reference.catalogue.all() {
            names.add_resource(lexicon, resource, in_force(&resource.codes));
        }
        for term in &reference.speech.terms {
            names.add_term(lexicon, term, in_force(&term.codes));
        }
        for entry in reference.waste_list.codes_on(day) {
            let target = names.codes.len();
            names.phrases.add(lexicon, target, own_part(&entry.label_fr), Tongue::French, OFFICIAL);
            names.phrases.add(lexicon, target, own_part(&entry.label_en), Tongue::Germanic, OFFICIAL);
            names.codes.push(entry.code.into_iter().collect());
        }
        names.phrases.alias(lexicon);
        names
    }

    fn add_resource(&mut self, lexicon: &Lexicon, resource: &Resource, codes: Vec<WasteCode>) {
        let target = self.codes.len();
        let mut add = |texts: &[String], tongue, weight| {
            for text in texts {
                self.phrases.add(lexicon, target, text, tongue, weight);
            }
        };
        add(std::slice::from_ref(&resource.fr), Tongue::French, 1.0);
        add(std::slice::from_ref(&resource.en), Tongue::Germanic, 1.0);
        add(resource.de.as_slice(), Tongue::Germanic, 1.0);
        add(&resource.words_fr, Tongue::French, 1.0);
        add(&resource.words_en, Tongue::Germanic, 1.0);
        add(&resource.words_de, Tongue::Germanic, 1.0);
        add(&resource.ambiguous_fr, Tongue::French, AMBIGUOUS);
        add(&resource.ambiguous_en, Tongue::Germanic, AMBIGUOUS);
        add(&resource.ambiguous_de, Tongue::Germanic, AMBIGUOUS);
        self.codes.push(codes);
    }

    fn add_term(&mut self, lexicon: &Lexicon, term: &Term, codes: Vec<WasteCode>) {
        let target = self.codes.len();
        for (texts, tongue) in
            [(&term.fr, Tongue::French), (&term.en, Tongue::Germanic), (&term.de, Tongue::Germanic)]
        {
            for text in texts {
                self.phrases.add(lexicon, target, text, tongue, 1.0);
            }
        }
        self.codes.push(codes);
    }

    /// What a wording names, best first.
    pub(crate) fn named(&self, lexicon: &Lexicon, wording: &Wording) -> Vec<Named<'_>> {
        let name = |hit: Hit| {
            let target = hit.target as usize;
            Named { codes: &self.codes[target], resource: (target < self.resources).then_some(target), hit }
        };
        let mut named: Vec<Named<'_>> = self.phrases.hits(wording).into_iter().map(name).collect();
        if wording.words.iter().any(|word| lexicon.workshop(&word.stem)) {
            named.retain(|named| !is_shape(lexicon, named));
        }
        heed_matter(lexicon, &mut named);
        named
    }
}

/// « pain de cire », « semoule de verre »: a name of food that is only the shape of another matter leaves it the first place.
fn heed_matter(lexicon: &Lexicon, named: &mut [Named<'_>]) {
    let shape = |named: &Named<'_>| is_shape(lexicon, named);
    let matter =
        |named: &Named<'_>| named.hit.score >= A_MATTER && named.codes.first().copied().is_some_and(no_food);
    if named.iter().any(|other| !shape(other) && matter(other)) {
        for food in named.iter_mut().filter(|named| shape(named)) {
            food.hit.score *= SHAPE;
        }
        named.sort_by(|a, b| b.hit.score.total_cmp(&a.hit.score));
    }
}

/// True for what only a name of food that other things bear speaks for.
fn is_shape(lexicon: &Lexicon, named: &Named<'_>) -> bool {
    named.hit.words.iter().all(|word| lexicon.figurative(word))
}

/// True outside food (02), packaging, which holds it (15), plants that treat waste (19) and households (20).
fn no_food(code: WasteCode) -> bool {
    !matches!(code.chapter(), 2 | 15 | 19 | 20)
}

/// A label without its « autres que ceux visés à … », which names other entries.
fn own_part(label: &str) -> &str {
    let cut = [
        ", autres que",
        " autres que",
        " autre que",
        " non visé",
        " other than",
        " (sauf",
        " sauf ",
        " (except",
        " except",
    ]
    .iter()
    .filter_map(|tail| label.find(tail))
    .min()
    .unwrap_or(label.len());
    &label[..cut]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_label_names_only_itself() {
        assert_eq!(
            own_part("boues de peinture autres que celles visées à la rubrique 08 01 13"),
            "boues de peinture"
        );
        assert_eq!(own_part("béton"), "béton");
    }
}
