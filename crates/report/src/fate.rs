//! What becomes of a residue today, in a few buckets a drawing can show.

use model::Flow;
use reference::{Operation, Reference};

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

    /// By the operation code when there is one, else by the words of `fate_words.csv`.
    pub(crate) fn of(flow: &Flow, reference: &Reference) -> Self {
        let said = [flow.fate.operation.as_deref(), flow.fate.stated.as_deref()];
        let operation = said.into_iter().flatten().find_map(|code| reference.lists.operation(code));
        if let Some(operation) = operation {
            return Self::of_operation(operation);
        }
        let words: Vec<String> = said.into_iter().flatten().flat_map(words).collect();
        let route =
            words.iter().find_map(|word| reference.uses.fates.iter().find(|fate| tells(&fate.word, word)));
        route.map_or(Self::Unknown, |fate| Self::of_route(&fate.route))
    }

    fn of_operation(operation: &Operation) -> Self {
        match operation.step.as_deref() {
            _ if !operation.is_final => Self::NotFinal,
            Some("preparing-for-reuse" | "prevention") => Self::Reuse,
            Some("recycling") => Self::Recycling,
            Some("other-recovery") => Self::Recovery,
            Some("disposal") => Self::Disposal,
            _ => Self::Unknown,
        }
    }

    fn of_route(route: &str) -> Self {
        match route {
            "reuse" => Self::Reuse,
            "recycling" | "composting" | "anaerobic-digestion" | "feed" | "spreading" => Self::Recycling,
            "energy" => Self::Recovery,
            "landfill" | "incineration" | "sewer" | "lost" => Self::Disposal,
            "mixed" => Self::NotFinal,
            _ => Self::Unknown,
        }
    }
}

/// Lower-case words without the accents of French.
fn words(text: &str) -> Vec<String> {
    let plain = |letter: char| match letter {
        'à' | 'â' | 'ä' => 'a',
        'é' | 'è' | 'ê' | 'ë' => 'e',
        'î' | 'ï' => 'i',
        'ô' | 'ö' => 'o',
        'ù' | 'û' | 'ü' => 'u',
        'ç' => 'c',
        other => other,
    };
    let text: String = text.to_lowercase().chars().map(plain).collect();
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// Words of up to four letters are met whole (« r1 » is not « r10 »); longer ones by their beginning.
fn tells(known: &str, word: &str) -> bool {
    if known.len() <= 4 { known == word } else { word.starts_with(known) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_met_without_accents_and_short_ones_whole() {
        assert_eq!(words("Incinération (R1)"), ["incineration", "r1"]);
        assert!(tells("enfoui", "enfouissement") && !tells("r1", "r10"));
    }

    #[test]
    fn every_route_of_the_knowledge_has_a_bucket() {
        let rows = include_str!("../../../data/nomenclatures/fate_words.csv").lines().skip(1);
        let routes: Vec<&str> = rows.filter_map(|row| row.split(',').nth(1)).collect();
        assert!(routes.len() > 20);
        for route in routes {
            assert_ne!(FateGroup::of_route(route), FateGroup::Unknown, "{route}");
        }
    }
}
