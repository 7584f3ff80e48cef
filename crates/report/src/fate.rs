//! What becomes of a residue today, in a few buckets a drawing can show.

use model::Flow;
use reference::{FateRoute, Operation, Reference};

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

    fn of_route(route: FateRoute) -> Self {
        match route {
            FateRoute::Reuse => Self::Reuse,
            FateRoute::Recycling
            | FateRoute::Composting
            | FateRoute::AnaerobicDigestion
            | FateRoute::Feed
            | FateRoute::Spreading => Self::Recycling,
            FateRoute::Energy => Self::Recovery,
            FateRoute::Landfill | FateRoute::Incineration | FateRoute::Sewer | FateRoute::Lost => {
                Self::Disposal
            }
            FateRoute::Mixed | FateRoute::OnSite => Self::NotFinal,
        }
    }
}
