//! The territories in memory: the present version, its analysis, and what each kind of viewer sees of it.

mod analysis;
mod answers;
mod holding;
mod load;
mod page;
mod patch;
mod sleep;

pub(crate) use answers::Kept;
pub(crate) use holding::{Holding, Territories, page, present};
pub(crate) use load::own_reference;
pub(crate) use page::{Page, Told, tell};
pub(crate) use sleep::watch;
