//! Amounts that know how sure they are and what they measure.
//!
//! Every number of fe2i is a [`Range`] (P10, P50, P90); with a [`Unit`] it is a [`Quantity`]. Adding tonnes to euros is an
//! error, not a number. [`stated`] reads what people write: « 2 bennes de 30 m³ / semaine ».

mod quantity;
mod range;
pub mod stated;
mod unit;

pub use quantity::Quantity;
pub use range::{Range, RangeError};
pub use unit::{Base, Unit, UnitError};
