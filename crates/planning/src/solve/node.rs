//! A node of the search tree, and what to decide next.

use super::choose::Domain;
use super::core::Core;
use super::fix::Decision;
use super::lagrange::{Peak, Prices};
use std::cmp::Ordering;
use std::sync::Arc;

/// A part of the problem still to be looked into.
pub struct Node {
    pub bound: f64,
    pub depth: usize,
    pub born: usize,
    pub prices: Arc<Prices>,
    pub trail: Arc<Trail>,
}

/// Decisions from the root down, shared between the nodes below.
#[derive(Default)]
pub struct Trail {
    pub own: Vec<Decision>,
    pub above: Option<Arc<Trail>>,
}

impl Trail {
    /// One step further down.
    pub fn below(self: &Arc<Self>, own: Vec<Decision>) -> Arc<Self> {
        Arc::new(Self { own, above: Some(Arc::clone(self)) })
    }

    /// Every decision, the last ones first.
    pub fn all(&self) -> impl Iterator<Item = &Decision> {
        std::iter::successors(Some(self), |trail| trail.above.as_deref()).flat_map(|trail| &trail.own)
    }
}

impl PartialEq for Node {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Node {}

impl PartialOrd for Node {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// The greatest is the next to look at: lowest bound, then deepest, then oldest.
impl Ord for Node {
    fn cmp(&self, other: &Self) -> Ordering {
        let bound = other.bound.total_cmp(&self.bound);
        bound.then(self.depth.cmp(&other.depth)).then(other.born.cmp(&self.born))
    }
}

/// The two sides of the next decision; `None` when nothing is left to decide.
pub fn split(core: &Core<'_>, domain: &Domain, peak: &Peak) -> Option<[Vec<Decision>; 2]> {
    sites(core, domain, peak).or_else(|| sizes(core, domain, peak)).or_else(|| rows(core, domain, peak))
}

fn half(share: f64) -> f64 {
    (share - 0.5).abs()
}

/// Open somewhere at the site, or nowhere.
fn sites(core: &Core<'_>, domain: &Domain, peak: &Peak) -> Option<[Vec<Decision>; 2]> {
    let free = (0..domain.must.len()).filter(|s| !domain.must[*s] && domain.options(core, *s).count() > 0);
    let share = |s: &usize| -> f64 { core.problem.sites[*s].iter().map(|j| peak.often[*j]).sum() };
    let site = free.min_by(|a, b| half(share(a)).total_cmp(&half(share(b))))?;
    let close = domain.options(core, site).map(Decision::Close).collect();
    Some([vec![Decision::Must(site)], close])
}

/// This size or another.
fn sizes(core: &Core<'_>, domain: &Domain, peak: &Peak) -> Option<[Vec<Decision>; 2]> {
    let wide = (0..domain.must.len()).filter(|s| domain.must[*s] && domain.options(core, *s).count() > 1);
    let options = wide.flat_map(|s| domain.options(core, s));
    let option = options.min_by(|a, b| half(peak.often[*a]).total_cmp(&half(peak.often[*b])))?;
    let site = core.problem.plants[option].site;
    let others = domain.options(core, site).filter(|j| *j != option).map(Decision::Close).collect();
    Some([others, vec![Decision::Close(option)]])
}

/// A whole source to this plant, or not.
fn rows(core: &Core<'_>, domain: &Domain, peak: &Peak) -> Option<[Vec<Decision>; 2]> {
    if peak.share.is_empty() {
        return None;
    }
    let open: Vec<usize> = (0..core.plants()).filter(|j| domain.allowed[*j]).collect();
    let places = |row: usize| open.iter().copied().filter(move |j| core.unit[*j][row].is_finite());
    let share = |row: usize, plant: usize| peak.share[plant * core.rows() + row];
    let (row, plant, _) = (0..core.rows())
        .filter(|row| places(*row).count() > usize::from(core.idle(*row).is_infinite()))
        .flat_map(|row| places(row).map(move |plant| (row, plant)))
        .map(|(row, plant)| (row, plant, half(share(row, plant))))
        .min_by(|a, b| a.2.total_cmp(&b.2).then(core.tonnes[b.0].total_cmp(&core.tonnes[a.0])))?;
    let mut others: Vec<Decision> =
        places(row).filter(|j| *j != plant).map(|j| Decision::Ban(row, j)).collect();
    others.push(Decision::Haul(row));
    Some([others, vec![Decision::Ban(row, plant)]])
}
