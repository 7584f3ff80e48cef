//! Which lead comes first: how near it is, and what it is worth by how sure and how easy it is.

mod nearness;
pub(crate) mod overlap;
pub(crate) mod score;
pub(crate) mod uses;
