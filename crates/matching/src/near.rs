//! Spatial sets: the nearest members within a limit, those of unknown place after them.
//!
//! A k-d tree laid out in one list: a range of the list is a subtree, its middle is the root. It is asked millions of times, and nothing
//! of it is allocated but the answer.

use model::EARTH_RADIUS_KM;
use std::collections::BinaryHeap;

/// A member of a spatial set: position on the unit sphere and the number of what stands there.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Node {
    point: [f64; 3],
    ix: u32,
    /// The axis its subtree is cut across.
    axis: u8,
}

impl Node {
    fn squared(&self, point: &[f64; 3]) -> f64 {
        squared(&self.point, point)
    }
}

/// The squared chord between two points of the unit sphere.
pub(crate) fn squared(a: &[f64; 3], b: &[f64; 3]) -> f64 {
    a.iter().zip(b).map(|(a, b)| (a - b) * (a - b)).sum()
}

/// Squared chord on the unit sphere for a distance on the ground.
fn squared_chord(km: f64) -> f64 {
    let chord = 2.0 * (km / EARTH_RADIUS_KM / 2.0).min(std::f64::consts::FRAC_PI_2).sin();
    chord * chord
}

/// Distance on the ground for a squared chord, km.
pub(crate) fn ground_km(squared_chord: f64) -> f64 {
    2.0 * EARTH_RADIUS_KM * (squared_chord.sqrt() / 2.0).min(1.0).asin()
}

/// Numbers that have a place, and numbers whose place is unknown.
#[derive(Debug, Default)]
pub(crate) struct Near {
    tree: Vec<Node>,
    unplaced: Vec<u32>,
    likeliest: f64,
}

/// How many members of unknown place are looked at when distance cannot choose among them.
const UNPLACED: usize = 400;

impl Near {
    /// Members with their place; the likelihood of the likeliest bounds what a search here can find.
    pub(crate) fn new(members: impl Iterator<Item = (u32, Option<[f64; 3]>)>, likeliest: f64) -> Self {
        let (mut tree, mut unplaced) = (Vec::new(), Vec::new());
        for (ix, point) in members {
            match point {
                Some(point) => tree.push(Node { point, ix, axis: 0 }),
                None => unplaced.push(ix),
            }
        }
        plant(&mut tree);
        Self { tree, unplaced, likeliest }
    }

    /// The highest likelihood among the members.
    pub(crate) fn likeliest(&self) -> f64 {
        self.likeliest
    }

    /// The `count` nearest within `limit_km`, of equals the first numbers, then those whose distance is unknown; from nowhere, everything has
    /// an unknown distance.
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
        let mut found = Nearest { point, count, limit: squared_chord(limit_km), held: BinaryHeap::new() };
        found.look(&self.tree);
        let placed = found.held.into_sorted_vec().into_iter();
        let placed = placed.map(|(squared, ix)| (ix, Some(ground_km(f64::from_bits(squared)))));
        placed.chain(self.unplaced.iter().take(UNPLACED).map(|&ix| (ix, None))).collect()
    }
}

/// Puts the middle of each range in its place, across the axis along which the range is longest.
fn plant(nodes: &mut [Node]) {
    if nodes.len() < 2 {
        return;
    }
    let axis = longest(nodes);
    let middle = nodes.len() / 2;
    let at = usize::from(axis);
    nodes.select_nth_unstable_by(middle, |a, b| a.point[at].total_cmp(&b.point[at]).then(a.ix.cmp(&b.ix)));
    nodes[middle].axis = axis;
    let (left, right) = nodes.split_at_mut(middle);
    plant(left);
    plant(&mut right[1..]);
}

fn longest(nodes: &[Node]) -> u8 {
    let length = |axis: &u8| {
        let side = nodes.iter().map(|node| node.point[usize::from(*axis)]);
        side.clone().fold(f64::MIN, f64::max) - side.fold(f64::MAX, f64::min)
    };
    [0, 1, 2].into_iter().max_by(|a, b| length(a).total_cmp(&length(b))).unwrap_or_default()
}

/// A search: the nearest found so far, the farthest of them on top. Squares are never negative, so that their bits order like they do.
struct Nearest {
    point: [f64; 3],
    count: usize,
    limit: f64,
    held: BinaryHeap<(u64, u32)>,
}

impl Nearest {
    fn look(&mut self, nodes: &[Node]) {
        let middle = nodes.len() / 2;
        let Some(root) = nodes.get(middle) else { return };
        self.consider(root);
        let axis = usize::from(root.axis);
        let across = self.point[axis] - root.point[axis];
        let (left, right) = (&nodes[..middle], &nodes[middle + 1..]);
        let (this_side, other_side) = if across < 0.0 { (left, right) } else { (right, left) };
        self.look(this_side);
        if across * across <= self.limit {
            self.look(other_side);
        }
    }

    fn consider(&mut self, node: &Node) {
        let squared = node.squared(&self.point);
        if squared > self.limit || self.count == 0 {
            return;
        }
        let found = (squared.to_bits(), node.ix);
        if self.held.len() < self.count {
            self.held.push(found);
        } else if let Some(mut farthest) = self.held.peek_mut()
            && found < *farthest
        {
            *farthest = found;
        }
        if self.held.len() == self.count
            && let Some(&(farthest, _)) = self.held.peek()
        {
            self.limit = self.limit.min(f64::from_bits(farthest));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Points that look thrown about, some of them in one place.
    fn scattered(count: u32) -> Vec<(u32, Option<[f64; 3]>)> {
        let at = |ix: u32, step: u32| f64::from(ix.wrapping_mul(step) % 97) / 4_000.0;
        (0..count).map(|ix| (ix, Some([at(ix, 31), at(ix / 2, 57), at(ix, 13)]))).collect()
    }

    #[test]
    fn the_same_as_looking_at_all_of_them() {
        let members = scattered(300);
        let near = Near::new(members.iter().copied(), 1.0);
        for (count, limit) in [(1, 500.0), (12, 20.0), (12, 500.0), (400, 60.0), (0, 60.0)] {
            for (_, point) in &members {
                let from = point.unwrap();
                let mut all: Vec<(f64, u32)> = members
                    .iter()
                    .map(|(ix, place)| (Node { point: place.unwrap(), ix: *ix, axis: 0 }.squared(&from), *ix))
                    .filter(|(squared, _)| *squared <= squared_chord(limit))
                    .collect();
                all.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
                let wanted: Vec<u32> = all.into_iter().map(|(_, ix)| ix).take(count).collect();
                let found: Vec<u32> =
                    near.around(*point, limit, count).into_iter().map(|(ix, _)| ix).collect();
                assert_eq!(found, wanted, "{count} within {limit} km");
            }
        }
    }

    #[test]
    fn an_unknown_place_comes_last_and_from_nowhere_all_are_far() {
        let members = [(0, None), (1, Some([1.0, 0.0, 0.0])), (2, Some([0.0, 1.0, 0.0]))];
        let near = Near::new(members.into_iter(), 1.0);
        assert_eq!(near.around(Some([1.0, 0.0, 0.0]), 5.0, 4), [(1, Some(0.0)), (0, None)]);
        assert_eq!(near.around(None, 5.0, 1).len(), 3);
    }
}
