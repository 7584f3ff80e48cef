//! Recovery chains: what could be planned, a question, a study. Amounts a year are in the plant's own units, named in [`PlantView`].

mod gain;
mod menu;
mod study;

pub use gain::*;
pub use menu::*;
pub use study::*;
