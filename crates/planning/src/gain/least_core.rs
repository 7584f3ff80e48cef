//! Whether a group would do better on its own, and by how much.

use super::nucleolus::level;
use super::{Coalition, Game};

/// The least-core: the split that makes the most discontent group least discontent.
#[derive(Clone, Debug, PartialEq)]
pub struct Core {
    /// What the most discontent group lacks, same unit as the game; at most 0 when the core is not empty: everybody is better off together.
    pub epsilon: f64,
    /// A split that reaches it.
    pub shares: Vec<f64>,
}

/// The least-core of a game; `None` when the linear program behind it fails, or there is nobody.
pub fn least_core(game: &Game) -> Option<Core> {
    let reached = level(game)?;
    Some(Core { epsilon: -reached.margin, shares: reached.shares })
}

/// The group that gains most by leaving, and by how much; `None` when no group gains more than `tolerance`: the split is in the core.
pub fn blocking(game: &Game, shares: &[f64], tolerance: f64) -> Option<(Coalition, f64)> {
    game.proper_groups()
        .map(|group| (group, game.worth(group) - group.sum(shares)))
        .filter(|(_, lack)| *lack > tolerance)
        .max_by(|a, b| a.1.total_cmp(&b.1))
}
