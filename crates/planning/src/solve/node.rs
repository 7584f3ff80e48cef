//! A node of the search tree, and what to decide next.

use super::choose::Domain;
use super::core::Core;
use super::fix::Decision;
use super::lagrange::Peak;
use super::look::Prices;
use std::cmp::Ordering;
use std::sync::Arc;

/// A part of the problem still to be looked into.
pub struct Node {
    pub bound: f64,
    pub depth: usize,
    pub born: usize,
    pub prices: Arc<Prices>,
    pub trail: Arc<Trail>,
    /// The decision about a site that made this node: the site, whether it must open, how far from decided it was.
    pub made: Option<(usize, bool, f64)>,
}

/// What deciding each site has raised the bound by, per unit of indecision: (sum, number) for closing and for opening.
pub struct Gains {
    sites: Vec<[(f64, f64); 2]>,
}

impl Gains {
    pub fn new(sites: usize) -> Self {
        Self { sites: vec![[(0.0, 0.0); 2]; sites] }
    }

    pub fn learn(&mut self, site: usize, must: bool, gain: f64) {
        let cell = &mut self.sites[site][usize::from(must)];
        cell.0 += gain;
        cell.1 += 1.0;
    }

    /// What to expect of a site: its own experience, mixed with that of all.
    fn expect(&self, site: usize, must: bool) -> f64 {
        let way = usize::from(must);
        let cells = self.sites.iter().map(|cells| cells[way]);
        let all = cells.fold((0.0, 0.0), |sum, cell| (sum.0 + cell.0, sum.1 + cell.1));
        let mean = if all.1 > 0.0 { all.0 / all.1 } else { 1.0 };
        let own = self.sites[site][way];
        (own.0 + mean) / (own.1 + 1.0)
    }
}

/// A decision to take: its two sides, and the site it is about.
pub struct Split {
    pub sides: [Vec<Decision>; 2],
    /// The site, and how often it was open.
    pub site: Option<(usize, f64)>,
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
pub fn split(core: &Core<'_>, domain: &Domain, peak: &Peak, gains: &Gains) -> Option<Split> {
    let plain = |sides| Split { sides, site: None };
    let number = number(core, domain, peak).map(plain);
    number
        .or_else(|| sites(core, domain, peak, gains))
        .or_else(|| sizes(core, domain, peak).or_else(|| rows(core, domain, peak)).map(plain))
}

fn half(share: f64) -> f64 {
    (share - 0.5).abs()
}

fn share(core: &Core<'_>, peak: &Peak, site: usize) -> f64 {
    core.problem.sites[site].iter().map(|j| peak.often[*j]).sum()
}

/// How many sites open, while that is in doubt: half a plant here and half a plant there are none or one.
fn number(core: &Core<'_>, domain: &Domain, peak: &Peak) -> Option<[Vec<Decision>; 2]> {
    let total: f64 = (0..domain.must.len()).map(|site| share(core, peak, site)).sum();
    let below = (0..domain.must.len()).find(|n| *n as f64 + 1.0 > total)?;
    let clear = total - below as f64 > 0.15 && total - (below as f64) < 0.85;
    let (fewest, most) = domain.count;
    (clear && below >= fewest && below < most)
        .then(|| [vec![Decision::AtMost(below)], vec![Decision::AtLeast(below + 1)]])
}

/// Open somewhere at the site, or nowhere: the site from which both sides promise most.
fn sites(core: &Core<'_>, domain: &Domain, peak: &Peak, gains: &Gains) -> Option<Split> {
    let free = (0..domain.must.len()).filter(|s| !domain.must[*s] && domain.options(core, *s).count() > 0);
    let score = |site: usize| {
        let share = share(core, peak, site).clamp(0.0, 1.0);
        let (close, open) = (gains.expect(site, false) * share, gains.expect(site, true) * (1.0 - share));
        close.max(1e-9) * open.max(1e-9)
    };
    let ranked = free.map(|site| (site, score(site)));
    let (site, _) = ranked.max_by(|a, b| a.1.total_cmp(&b.1).then(b.0.cmp(&a.0)))?;
    let close = domain.options(core, site).map(Decision::Close).collect();
    Some(Split { sides: [vec![Decision::Must(site)], close], site: Some((site, share(core, peak, site))) })
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
