//! What stands in cells: numbers, dates, headcounts, official codes. Every refusal says the value and what would be right.

mod activity;
mod date;
mod headcount;
mod number;
mod waste_code;

pub use activity::activity;
pub use date::date;
pub use headcount::{band, headcount};
pub use number::number;
pub use waste_code::{ReadCode, waste_code};
