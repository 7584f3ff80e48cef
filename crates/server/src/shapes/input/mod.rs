//! What people send. `revision` is the one that was read before the edit; none makes a new record.

mod chain;
mod people;
mod records;
mod work;

pub use chain::*;
pub use people::*;
pub use records::*;
pub use work::*;
