//! Kinds of plants finer than any NAF class, known by what they are called: a nuclear power station gives no ash, a lead recycler takes no
//! wood. Good for ranking, never a statement about one firm.

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
    fn a_special_class_is_taken_apart_again() {
        assert_eq!(split_class(&special_class("38.32", "metal")), ("38.32", Some("metal")));
        assert_eq!(split_class("38.32"), ("38.32", None));
    }
}
