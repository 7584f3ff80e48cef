//! How many flows a territory has, counted once for the page, the workbook, the JSON and the command line.

use model::Territory;

/// What people said, and what was guessed for them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FlowCounts {
    /// Flows that somebody said or a register holds.
    pub said: usize,
    /// Those of `said` whose amount is a rough figure of who said it.
    pub rough: usize,
    /// Flows that only the profile of the activity says.
    pub guessed: usize,
}

impl FlowCounts {
    /// Of all flows of a territory.
    pub fn of(territory: &Territory) -> Self {
        let guessed = territory.flows.iter().filter(|flow| flow.is_guess()).count();
        let estimates = territory.flows.iter().filter(|flow| flow.evidence.is_estimate()).count();
        Self { said: territory.flows.len() - guessed, rough: estimates - guessed, guessed }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use model::{Basis, Direction, Evidence, Flow};

    #[test]
    fn a_rough_figure_of_a_person_is_said() {
        let flow = |id: &str, words: &str, basis| {
            let evidence = Evidence::new(basis, "test");
            Flow::worded(id.into(), "site".into(), Direction::GivesOut, words.into(), evidence)
        };
        let mut territory = Territory::default();
        territory.flows.push(flow("a", "palettes", Basis::Declared));
        territory.flows.push(flow("b", "cartons", Basis::Estimated));
        territory.flows.push(flow("c", "", Basis::Estimated));
        assert_eq!(FlowCounts::of(&territory), FlowCounts { said: 2, rough: 1, guessed: 1 });
    }
}
