//! What a wording says beside the thing: where it comes from and what it is for (« steam from the boiler for the brewery »).

use super::firms::Classes;
use classify::fold;
use reference::split_class;

/// A wording taken apart.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Parts {
    /// The thing with its origin: the wording less what it is for.
    pub flow: String,
    /// The thing alone.
    pub thing: String,
    /// What it is for; empty when nothing says.
    pub purpose: String,
}

/// Words after which comes where the thing is from, and what it is for.
const FROM: [&str; 5] = ["from", "issu", "issus", "issue", "provenant"];
const FOR: [&str; 5] = ["for", "to", "as", "pour", "vers"];
/// Names that hold such a word: « waste to energy ».
const NAMES: [(&str, &str); 2] = [("waste", "energy"), ("ready", "use")];

impl Parts {
    /// Takes a wording apart at the words that bind; a wording that starts with one is a thing as a whole.
    pub fn of(text: &str) -> Self {
        let folded = fold(text);
        let words: Vec<&str> = folded.split_whitespace().collect();
        let binds =
            |at: usize| at > 0 && !NAMES.contains(&(words[at - 1], words.get(at + 1).copied().unwrap_or("")));
        let at = |known: &[&str]| {
            let found = words.iter().enumerate().position(|(at, word)| known.contains(word) && binds(at));
            found.unwrap_or(words.len())
        };
        let (from, to) = (at(&FROM), at(&FOR));
        Self {
            flow: if to == words.len() { text.to_owned() } else { words[..to].join(" ") },
            thing: words[..from.min(to)].join(" "),
            purpose: words.get(to + 1..).unwrap_or_default().join(" "),
        }
    }
}

/// What a wording says a flow is for.
#[derive(Debug, Default)]
pub struct Meant {
    /// Kinds of firms.
    pub kinds: Classes,
    /// Where it names none, the resource (dense index) the flow serves as.
    pub serves: Option<usize>,
}

impl Meant {
    /// How surely (0–1) a class is meant. A specialty is not another of its class.
    pub fn kind(&self, class: &str) -> f64 {
        let (base, special) = split_class(class);
        let meant = |kind: &str| {
            let (named, finer) = split_class(kind);
            base.starts_with(named) && (finer.is_none() || special.is_none() || finer == special)
        };
        self.kinds.iter().filter(|(kind, _)| meant(kind)).map(|(_, is)| *is).fold(0.0, f64::max)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wording_says_the_thing_its_origin_and_its_purpose() {
        for (text, flow, thing, purpose) in [
            ("Steam for the brewery", "steam", "steam", "the brewery"),
            ("Heat from sewage to greenhouses", "heat from sewage", "heat", "greenhouses"),
            ("cendres pour ciment", "cendres", "cendres", "ciment"),
            ("used tyres used as fuel", "used tyres used", "used tyres used", "fuel"),
            ("Waste-to-energy slag", "Waste-to-energy slag", "waste to energy slag", ""),
            ("For sale", "For sale", "for sale", ""),
        ] {
            let expected = Parts { flow: flow.into(), thing: thing.into(), purpose: purpose.into() };
            assert_eq!(Parts::of(text), expected, "{text}");
        }
    }

    #[test]
    fn another_specialty_of_the_class_is_not_meant() {
        let kinds = vec![("38.32/metal-recycling".to_owned(), 0.8), ("01.1".to_owned(), 0.7)];
        let meant = Meant { kinds, serves: None };
        for (class, expected) in [
            ("38.32/metal-recycling", 0.8),
            ("38.32/wood-recycling", 0.0),
            ("38.32", 0.8),
            ("01.11", 0.7),
            ("23.51", 0.0),
        ] {
            assert!((meant.kind(class) - expected).abs() < 1e-12, "{class}");
        }
    }
}
