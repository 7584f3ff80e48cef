//! What fe2i says to people, French and English: numbers with their range, leads as a colleague would tell them, facts with their evidence,
//! questions, findings. Everything the program shows comes from `locales/` through here; an unknown key shows as `⟦key⟧`, never a panic.

mod fact;
mod finding;
mod group;
mod keys;
mod lang;
mod messages;
mod number;
mod question;
mod sentence;
mod stated;
mod typography;
mod unit;
mod words;

pub use fact::FactLine;
pub use finding::said;
pub use keys::{
    Keyed, every_key, of_actor, of_basis, of_between, of_check, of_confidence, of_direction, of_fact,
    of_hazard, of_hierarchy, of_how, of_kind, of_resource_kind, of_route, of_severity, of_unknown,
};
pub use lang::{Lang, UnknownLang};
pub use messages::{Arg, message, messages_of};
pub use number::{amount, count, date, money_scale, percent, rounded, short};
pub use stated::stated;
pub use typography::{de, spaced, unbroken};
pub use unit::unit;
pub use words::Words;
