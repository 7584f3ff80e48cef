//! How well a lead is supported by what people said.

use model::{Lead, Party, Role};
use wording::Words;

/// How many of the parties said their part themselves.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Support {
    /// Every party's flow is measured, registered, declared or documented.
    Said,
    /// Some parties' part is only deduced from their activity.
    Partly,
    /// All of it is deduced.
    Guessed,
}

impl Support {
    /// Of a lead.
    pub fn of(lead: &Lead, words: &Words<'_>) -> Self {
        let mut counted = lead.parties.iter().filter(|party| counts(party));
        let guessed = counted.clone().filter(|party| words.is_guess(party)).count();
        match guessed {
            0 => Self::Said,
            n if n == counted.by_ref().count() => Self::Guessed,
            _ => Self::Partly,
        }
    }

    /// Key of its message, and its class in the page.
    pub fn key(self) -> &'static str {
        match self {
            Self::Said => "support-said",
            Self::Partly => "support-partly",
            Self::Guessed => "support-guessed",
        }
    }
}

/// A processor never declares what it would do: its part is always an offer to ask for.
fn counts(party: &Party) -> bool {
    party.role != Role::Processor
}
