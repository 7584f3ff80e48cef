//! A thing made to be used again that is said to be broken is what it is made of.

use crate::text::{NOT_NEXT, stem, words};
use reference::{Catalogue, Resource};

/// Words that say a thing will serve no more, and expressions of several words.
const BROKEN: &[&str] = &[
    "cassé",
    "abîmé",
    "irréparable",
    "HS",
    "déchiré",
    "troué",
    "percé",
    "fendu",
    "hors service",
    "hors d'usage",
    "inutilisable",
    "broken",
    "damaged",
    "torn",
    "kaputt",
    "defekt",
    "zerrissen",
    "beschädigt",
];

/// What is left of a reusable thing.
const REMAINS: &[(&str, &str)] = &[
    ("pallet", "pallet-wood"),
    ("euro-pallet", "pallet-wood"),
    ("wooden-crate", "wooden-packaging"),
    ("cable-drum", "wooden-packaging"),
    ("big-bag", "polypropylene"),
    ("plastic-drum", "hdpe"),
    ("plastic-pallet", "hdpe"),
    ("plastic-crate", "hdpe"),
    ("ibc-container", "hdpe"),
    ("steel-drum", "metal-packaging"),
];

/// What is left of the thing when the wording says it is broken; `None` when it does not, or the thing has no such remains.
pub(crate) fn remains<'a>(catalogue: &'a Catalogue, thing: &Resource, wording: &str) -> Option<&'a Resource> {
    let (_, remains) = REMAINS.iter().find(|(whole, _)| *whole == thing.id.as_str())?;
    says_broken(wording).then(|| catalogue.get(remains))?
}

fn says_broken(wording: &str) -> bool {
    let said = words(wording);
    let stems: Vec<String> = said.iter().map(|word| stem(word)).collect();
    BROKEN.iter().any(|state| {
        let state: Vec<String> = words(state).iter().map(|word| stem(word)).collect();
        let at = stems.windows(state.len()).position(|there| there == state);
        // « non cassées » is whole.
        at.is_some_and(|at| at == 0 || !NOT_NEXT.contains(&said[at - 1].as_str()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_broken_state_is_read_unless_denied() {
        for wording in
            ["palettes cassées", "Big bags TROUÉS", "fûts HS", "IBC hors d'usage", "palettes irréparables"]
        {
            assert!(says_broken(wording), "{wording}");
        }
        for wording in ["palettes", "palettes non cassées", "big bags usagés", "palettes Europe"] {
            assert!(!says_broken(wording), "{wording}");
        }
    }
}
