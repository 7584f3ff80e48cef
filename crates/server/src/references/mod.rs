//! The knowledge as pages: search, and one entry with everything.

mod entry;
mod search;

pub(crate) use entry::entry;
pub(crate) use search::search;
