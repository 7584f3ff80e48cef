//! Spatial sets: the nearest members within a limit, those of unknown place after them.

use model::EARTH_RADIUS_KM;
use rstar::{PointDistance, RTree, RTreeObject};

/// A member of a spatial set: position on the unit sphere and the number of what stands there.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Node {
    point: [f64; 3],
    pub(crate) ix: u32,
}

impl RTreeObject for Node {
    type Envelope = rstar::AABB<[f64; 3]>;

    fn envelope(&self) -> Self::Envelope {
        rstar::AABB::from_point(self.point)
    }
}

impl PointDistance for Node {
    fn distance_2(&self, point: &[f64; 3]) -> f64 {
        self.point.iter().zip(point).map(|(a, b)| (a - b) * (a - b)).sum()
    }
}

/// Squared chord on the unit sphere for a distance on the ground.
fn squared_chord(km: f64) -> f64 {
    let chord = 2.0 * (km / EARTH_RADIUS_KM / 2.0).min(std::f64::consts::FRAC_PI_2).sin();
    chord * chord
}

/// Distance on the ground for a squared chord, km.
fn ground_km(squared_chord: f64) -> f64 {
    2.0 * EARTH_RADIUS_KM * (squared_chord.sqrt() / 2.0).min(1.0).asin()
}

/// Numbers that have a place, and numbers whose place is unknown.
#[derive(Debug, Default)]
pub(crate) struct Near {
    tree: RTree<Node>,
    unplaced: Vec<u32>,
    likeliest: f64,
}

/// How many members of unknown place are looked at when distance cannot choose among them.
const UNPLACED: usize = 400;

impl Near {
    /// Members with their place; the likelihood of the likeliest bounds what a search here can find.
    pub(crate) fn new(members: impl Iterator<Item = (u32, Option<[f64; 3]>)>, likeliest: f64) -> Self {
        let (mut nodes, mut unplaced) = (Vec::new(), Vec::new());
        for (ix, point) in members {
            match point {
                Some(point) => nodes.push(Node { point, ix }),
                None => unplaced.push(ix),
            }
        }
        Self { tree: RTree::bulk_load(nodes), unplaced, likeliest }
    }

    /// The highest likelihood among the members.
    pub(crate) fn likeliest(&self) -> f64 {
        self.likeliest
    }

    /// The `count` nearest within `limit_km`, then those whose distance is unknown; from nowhere, everything has an unknown distance.
    pub(crate) fn around(
        &self,
        from: Option<[f64; 3]>,
        limit_km: f64,
        count: usize,
    ) -> Vec<(u32, Option<f64>)> {
        let Some(point) = from else {
            let all = self.tree.iter().map(|node| node.ix).chain(self.unplaced.iter().copied());
            return all.take(UNPLACED).map(|ix| (ix, None)).collect();
        };
        let limit = squared_chord(limit_km);
        let placed = self
            .tree
            .nearest_neighbor_iter_with_distance_2(point)
            .take_while(|(_, squared)| *squared <= limit)
            .take(count)
            .map(|(node, squared)| (node.ix, Some(ground_km(squared))));
        placed.chain(self.unplaced.iter().take(UNPLACED).map(|&ix| (ix, None))).collect()
    }
}
