//! The Shapley value over all groups.

use super::{Coalition, Game};

/// What each partner adds on average over all orders of joining; the shares add up to the whole.
pub fn shapley(game: &Game) -> Vec<f64> {
    let players = game.players();
    let weights = weights(players);
    let mut shares = vec![0.0; players];
    for group in std::iter::once(Coalition::NOBODY).chain(game.proper_groups()) {
        let before = game.worth(group);
        for (player, share) in shares.iter_mut().enumerate().filter(|(player, _)| !group.has(*player)) {
            *share += weights[group.size()] * (game.worth(group.with(player)) - before);
        }
    }
    shares
}

/// The share of orders in which a given partner comes right after a given group, by the size of that group: s!(n−s−1)!/n!.
fn weights(players: usize) -> Vec<f64> {
    let n = players as f64;
    let mut weight = 1.0 / n.max(1.0);
    (0..players)
        .map(|size| {
            let this = weight;
            let left = n - size as f64 - 1.0;
            weight *= (size as f64 + 1.0) / left.max(1.0);
            this
        })
        .collect()
}
