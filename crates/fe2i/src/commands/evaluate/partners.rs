//! Who may become the partner of a firm nobody asked yet: what it is known for, meeting who takes that.

use matching::affinity::Affinity;
use std::collections::BTreeMap;

/// A flow such firms are known for counts by the square: the main flows make partnerships, the minor ones follow.
const MAIN_FLOWS: i32 = 2;
/// A taker's belief counts by the cube: the best taker of a flow, not many middling ones.
const BEST_TAKERS: i32 = 3;
/// Takers share a flow only in part: the square root of their sum stands between « each by itself » and « one gets it all ».
const SHARED: f64 = 0.5;
/// Keeps a flow nobody takes from counting.
const NOBODY: f64 = 0.1;

/// The flows a firm of these kinds is known for (dense index), with their weights.
pub fn flows(affinity: &Affinity<'_>, classes: &[(String, f64)]) -> Vec<(usize, f64)> {
    let mut flows: BTreeMap<usize, f64> = BTreeMap::new();
    for (class, is) in classes {
        for (resource, p) in affinity.known_for(class) {
            let known = flows.entry(resource).or_default();
            *known = known.max(is * p.powi(MAIN_FLOWS));
        }
    }
    flows.into_iter().collect()
}

/// The score of each of `count` candidates from rows of (weight of a flow, belief of each candidate in taking it).
pub fn scores(rows: Vec<(f64, Vec<f64>)>, count: usize) -> Vec<f64> {
    let mut scores = vec![0.0; count];
    for (weight, beliefs) in rows {
        let strength: Vec<f64> = beliefs.iter().map(|b| b.powi(BEST_TAKERS)).collect();
        let crowd = (NOBODY + strength.iter().sum::<f64>()).powf(SHARED);
        for (score, s) in scores.iter_mut().zip(strength) {
            *score += weight * s / crowd;
        }
    }
    scores
}

#[cfg(test)]
mod tests {
    use super::scores;

    #[test]
    fn a_flow_one_candidate_takes_tells_more_than_one_all_take() {
        let scores = scores(vec![(1.0, vec![0.5, 0.0, 0.0]), (1.0, vec![0.0, 0.5, 0.5])], 3);
        assert!(scores[0] > scores[1] && (scores[1] - scores[2]).abs() < 1e-12);
    }
}
