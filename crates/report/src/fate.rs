//! What becomes of a residue today, in a few buckets a drawing can show.

use model::Flow;
use reference::Nomenclatures;

/// A bucket of present fates, best first in the waste hierarchy.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum FateGroup {
    Reuse,
    Recycling,
    Recovery,
    Disposal,
    /// Sorting, transfer, mixed collection: what follows is not known.
    NotFinal,
    Unknown,
}

impl FateGroup {
    pub(crate) fn key(self) -> &'static str {
        match self {
            Self::Reuse => "fate-reuse",
            Self::Recycling => "fate-recycling",
            Self::Recovery => "fate-recovery",
            Self::Disposal => "fate-disposal",
            Self::NotFinal => "fate-not-final",
            Self::Unknown => "fate-unknown",
        }
    }

    /// By the operation code when there is one, else by the words.
    pub(crate) fn of(flow: &Flow, lists: &Nomenclatures) -> Self {
        let operation = flow.fate.operation.as_deref().or(flow.fate.stated.as_deref());
        if let Some(operation) = operation.and_then(|code| lists.operation(code)) {
            return match operation.step.as_deref() {
                _ if !operation.is_final => Self::NotFinal,
                Some("preparing-for-reuse" | "prevention") => Self::Reuse,
                Some("recycling") => Self::Recycling,
                Some("other-recovery") => Self::Recovery,
                Some("disposal") => Self::Disposal,
                _ => Self::Unknown,
            };
        }
        flow.fate.stated.as_deref().map_or(Self::Unknown, by_words)
    }
}

/// Words people use for a fate, and where they point; the first found decides.
const WORDS: &[(&str, FateGroup)] = &[
    ("enfoui", FateGroup::Disposal),
    ("isd", FateGroup::Disposal),
    ("décharge", FateGroup::Disposal),
    ("landfill", FateGroup::Disposal),
    ("incinér", FateGroup::Disposal),
    ("inciner", FateGroup::Disposal),
    ("réemploi", FateGroup::Reuse),
    ("reuse", FateGroup::Reuse),
    ("donné", FateGroup::Reuse),
    ("recycl", FateGroup::Recycling),
    ("régénér", FateGroup::Recycling),
    ("compost", FateGroup::Recycling),
    ("ferraill", FateGroup::Recycling),
    ("méthanis", FateGroup::Recycling),
    ("épand", FateGroup::Recycling),
    ("csr", FateGroup::Recovery),
    ("énergie", FateGroup::Recovery),
    ("energy", FateGroup::Recovery),
    ("combustible", FateGroup::Recovery),
    ("dib", FateGroup::NotFinal),
    ("om", FateGroup::NotFinal),
    ("benne", FateGroup::NotFinal),
    ("déchèterie", FateGroup::NotFinal),
    ("collect", FateGroup::NotFinal),
];

fn by_words(stated: &str) -> FateGroup {
    let stated = stated.to_lowercase();
    let says = |word: &str| {
        if word.len() <= 3 {
            stated.split_whitespace().any(|w| w.starts_with(word))
        } else {
            stated.contains(word)
        }
    };
    WORDS.iter().find(|(word, _)| says(word)).map_or(FateGroup::Unknown, |(_, group)| *group)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_point_to_a_bucket() {
        assert_eq!(by_words("enfouissement classe 1"), FateGroup::Disposal);
        assert_eq!(by_words("ISDND"), FateGroup::Disposal);
        assert_eq!(by_words("broyage bois énergie"), FateGroup::Recovery);
        assert_eq!(by_words("DIB"), FateGroup::NotFinal);
        assert_eq!(by_words("on ne sait pas"), FateGroup::Unknown);
    }
}
