//! The most a residue can come to, whoever takes it: where that is not enough to be among the leads kept, nobody is looked for.

use crate::index::Index;
use crate::takers::{half_km, reach_of};
use model::Direction;
use reference::Reach;

/// What no taker of a resource can surpass, wherever it is.
#[derive(Clone, Copy, Debug)]
pub(crate) struct AtBest {
    /// Chances of a taker of whom everything speaks.
    likelihood: f64,
    /// The longest distance at which half the interest is left, km.
    half_km: f64,
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
        let likeliest =
            |ix: &usize| index.flows(Direction::TakesIn, *ix).map_or(0.0, crate::near::Near::likeliest);
        let asks = asked.iter().map(likeliest).fold(0.0, f64::max);
        let runs = ways().map(|(ix, ..)| index.runners(ix).likeliest()).fold(0.0, f64::max);
        let reaches = asked.iter().map(|&ix| reach_of(index.resource(ix).kind));
        let reach = reaches.chain(ways().map(|(_, pathway, _)| pathway.reach)).max().unwrap_or(Reach::Site);
        Self { likelihood: 1.0 - (1.0 - asks) * (1.0 - runs), half_km: half_km(reach) }
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
