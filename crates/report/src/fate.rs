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
        let route = reference.uses.fate_route(said.into_iter().flatten());
        route.map_or(Self::Unknown, Self::of_route)
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
            "mixed" | "on-site" => Self::NotFinal,
            _ => Self::Unknown,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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
