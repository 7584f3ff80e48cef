//! Who gains what: a joint plan as a cooperative game, and fair ways to split what it brings.
//!
//! A [`Game`] gives the worth (EUR/year, or any one unit) of every group of partners had it acted alone. [`shapley`] pays each partner what
//! it adds on average over all orders of joining; [`least_core`] says whether some group would do better on its own and by how much;
//! [`nucleolus`] makes the worst-off group as content as can be, then the next. None of them knows what the partners do.
//!
//! L. S. Shapley, "A value for n-person games", 1953; D. Schmeidler, "The nucleolus of a characteristic function game", 1969.

mod game;
mod least_core;
mod nucleolus;
mod sampled;
mod shapley;
mod span;

pub use game::{Coalition, Game, GameError, MOST_PLAYERS};
pub use least_core::{Core, blocking, least_core};
pub use nucleolus::{NUCLEOLUS_PLAYERS, nucleolus};
pub use sampled::{Share, shapley_sampled};
pub use shapley::shapley;

#[cfg(test)]
mod textbook;
