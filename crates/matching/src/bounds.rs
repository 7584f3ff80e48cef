//! The most a residue can come to, whoever takes it: where that is not enough to be among the leads kept, nobody is looked for.

use crate::index::Index;
use crate::near::Near;
use crate::takers::{half_km, reach_of};
use model::{Digest, Direction};
use reference::Reach;
use std::hash::{Hash, Hasher};

/// What no taker of a resource can surpass, wherever it is.
#[derive(Clone, Copy, Debug)]
pub(crate) struct AtBest {
    /// Chances of a taker of whom everything speaks.
    likelihood: f64,
    /// The longest distance at which half the interest is left, km.
    half_km: f64,
    /// Of all that the search for takers is bounded by, one number.
    digest: u64,
}

impl AtBest {
    /// Who asks for it and who runs a pathway that takes it may be one and the same, which makes two signs. That a sign is seen from a step
    /// away, or from another trade, only makes it weaker, and is left out here.
    pub(crate) fn of(index: &Index<'_>, resource: usize) -> Self {
        let catalogue = index.catalogue();
        let kin =
            catalogue.ancestors(resource).iter().chain(catalogue.descendants(resource)).map(|(ix, _)| *ix);
        let ways = || index.reference.pathways.taking(resource);
        let bought = ways().flat_map(|(pathway, ..)| index.replaces(pathway));
        let names = bought.flat_map(|&ix| catalogue.ancestors(ix)).map(|(ix, _)| *ix);
        let asked: Vec<usize> = kin.chain(names).collect();
        let mut digest = Digest::default();
        let mut most = |likeliest: &mut dyn Iterator<Item = f64>| {
            likeliest.fold(0.0, |most: f64, one| {
                one.to_bits().hash(&mut digest);
                most.max(one)
            })
        };
        let takers = |ix: &usize| index.flows(Direction::TakesIn, *ix).map_or(0.0, Near::likeliest);
        let asks = most(&mut asked.iter().map(takers));
        let runs = most(&mut ways().map(|(ix, ..)| index.runners(ix).likeliest()));
        let reaches = asked.iter().map(|&ix| reach_of(index.resource(ix).kind));
        let reach = reaches.chain(ways().map(|(_, pathway, _)| pathway.reach)).max().unwrap_or(Reach::Site);
        let likelihood = 1.0 - (1.0 - asks) * (1.0 - runs);
        Self { likelihood, half_km: half_km(reach), digest: digest.finish() }
    }

    /// Changes when anything does that the search for takers is bounded by.
    pub(crate) fn digest(self) -> u64 {
        self.digest
    }

    /// How far a taker may be for a residue of this likelihood to reach a score, km; `None` when none can be near enough.
    pub(crate) fn within(self, given: f64, score: f64) -> Option<f64> {
        /// Scores are kept in single precision.
        const ROUNDING: f64 = 1.000_001;
        let next_door = given * self.likelihood * ROUNDING;
        if score <= 0.0 {
            return Some(f64::INFINITY);
        }
        (next_door >= score).then(|| self.half_km * (next_door / score - 1.0))
    }
}
