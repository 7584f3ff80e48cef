//! Shared plants: what opens where at which size, and who supplies what.
//!
//! Four parts that know each other in one direction only: an [`instance`] is data as a person writes it, its [`formulation`] is
//! numbers, [`mod@solve`] finds a plan with its bound, [`mod@verify`] recomputes the plan from its flows and trusts nobody. Beside them [`gain`]
//! splits what a plan brings, and [`rounds`] collects.

pub mod chain;
pub mod draws;
pub mod formulation;
pub mod gain;
pub mod instance;
pub mod rounds;
pub mod solve;
pub mod verify;

pub use formulation::Problem;
pub use instance::{Answer, FlowLine, Instance, InstanceError, read_instance};
pub use solve::{
    Exact, Outcome, Plan, Progress, Settings, Shortfall, Status, Watch, exact, shortfalls, solve,
};
pub use verify::{Verdict, verify};
