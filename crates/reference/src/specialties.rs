//! Kinds of plants finer than any NAF class, known by what they are called: a nuclear power station gives no ash, a lead recycler takes no
//! wood. Good for ranking, never a statement about one firm.

use crate::fate_words::{tells, words};
use crate::{ResourceId, SourceId};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A kind of plant within one or several NAF classes.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Specialty {
    /// Id.
    pub id: String,
    /// NAF rev. 2 prefixes such plants are registered under; the first where nothing else is known.
    pub naf: Vec<String>,
    /// How they are called, French.
    pub words_fr: Vec<String>,
    /// How they are called, English.
    pub words_en: Vec<String>,
    /// How they are called, German.
    #[serde(default)]
    pub words_de: Vec<String>,
    /// How readily (0–1) they take, by resource.
    #[serde(default)]
    pub takes: BTreeMap<ResourceId, f64>,
    /// How much they are known for giving (0–1), by resource.
    #[serde(default)]
    pub gives: BTreeMap<ResourceId, f64>,
    /// What is left (0–1) of what their class takes.
    #[serde(default = "whole")]
    pub rest_takes: f64,
    /// What is left (0–1) of what their class gives.
    #[serde(default = "whole")]
    pub rest_gives: f64,
    /// Sources.
    pub source: Vec<SourceId>,
}

fn whole() -> f64 {
    1.0
}

/// The kinds of plants within a class that a name says, every word of one of their French names being in it: « Casse auto du Port ».
pub fn named<'a>(specialties: &'a [Specialty], classes: &[String], name: &str) -> Vec<&'a Specialty> {
    let within = |special: &&Specialty| {
        special.naf.iter().any(|prefix| classes.iter().any(|class| class.starts_with(prefix.as_str())))
    };
    let mut said: Option<Vec<String>> = None;
    let of_the_class = specialties.iter().filter(within);
    of_the_class.filter(|special| special.is_said(said.get_or_insert_with(|| words(name)))).collect()
}

impl Specialty {
    fn is_said(&self, name: &[String]) -> bool {
        /// « de », « du », « à » say nothing.
        const SHORTEST: usize = 3;
        let says = |phrase: &String| {
            let mut wanted = words(phrase).into_iter().filter(|word| word.len() >= SHORTEST).peekable();
            wanted.peek().is_some() && wanted.all(|word| name.iter().any(|said| tells(&word, said)))
        };
        self.words_fr.iter().any(says)
    }
}

/// The class of a specialty under a NAF class: `38.32/metal-recycling`.
pub fn special_class(class: &str, id: &str) -> String {
    format!("{class}/{id}")
}

/// A class and the specialty written behind it, if any.
pub fn split_class(class: &str) -> (&str, Option<&str>) {
    class.split_once('/').map_or((class, None), |(base, id)| (base, Some(id)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_says_a_trade_within_its_class_only() {
        let known = &crate::Reference::embedded().unwrap().specialties;
        let says = |class: &str, name: &str| -> Vec<String> {
            named(known, &[class.to_owned()], name).iter().map(|special| special.id.clone()).collect()
        };
        assert_eq!(says("38.31", "Casse auto du Port"), ["vehicle-dismantler"]);
        assert_eq!(says("38.21", "Stockage de déchets du Plateau"), ["landfill"]);
        assert!(says("25.11", "Casse auto du Port").is_empty());
        assert!(says("38.31", "Démontage Dupont").is_empty());
    }

    #[test]
    fn a_special_class_is_taken_apart_again() {
        assert_eq!(split_class(&special_class("38.32", "metal")), ("38.32", Some("metal")));
        assert_eq!(split_class("38.32"), ("38.32", None));
    }
}
