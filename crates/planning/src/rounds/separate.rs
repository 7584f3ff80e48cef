//! What everybody's own pick-ups come to today.

use super::split::calls;
use super::{RoundError, Rounds, Task};

/// Each stop by itself: a vehicle comes from the depot, loads, and goes back; several times when it does not fit at once.
pub fn separate(task: &Task) -> Result<Rounds, RoundError> {
    task.sound()?;
    let (full, rest) = calls(task);
    let rounds = full.into_iter().chain(rest).map(|call| task.alone(call)).collect();
    Ok(task.total(rounds, Vec::new()))
}
