//! The territories in memory: the present version, its analysis, and what each kind of viewer sees of it.

mod analysis;
mod holding;
mod load;
mod page;
mod patch;

pub(crate) use holding::{Holding, Territories, page, present};
pub(crate) use load::own_reference;
pub(crate) use page::{Page, Told, tell};
