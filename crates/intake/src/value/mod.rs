//! What stands in cells: numbers, dates, headcounts, official codes, quantities, prices, seasons. Every refusal says the value and what would
//! be right, as a message that goes back to the user with the line.

mod activity;
mod code_within;
mod countable;
mod date;
mod fate;
mod fits;
mod hand;
mod headcount;
mod number;
mod price;
mod quantity;
pub(crate) mod refused;
mod season;
mod waste_code;

pub use activity::{activity, two_meanings};
pub use code_within::{code_within, holds_code};
pub(crate) use date::month_named;
pub use date::{MONTHS, date};
pub use fate::{fate, known_operation};
pub use fits::fits;
pub use hand::{Doubt, Hand};
pub use headcount::{band, headcount};
pub use number::number;
pub use price::price;
pub use quantity::{Amount, left_open, quantity, quantity_of};
pub use season::{When, season};
pub use waste_code::{ReadCode, waste_code};
