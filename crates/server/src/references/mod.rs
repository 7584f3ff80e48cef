//! The knowledge as pages: search, and one entry with everything.

mod entry;
mod search;
mod words;

pub(crate) use entry::entry;
pub(crate) use search::search;
pub(crate) use words::words;
