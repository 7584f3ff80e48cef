//! Pairs found before, told again where nothing has changed of all they were found from: the search after an edit looks around the edit only.
//!
//! What a giver finds is made of itself and of the sites around it, as far as a pair above the floor can reach. It stands when neither has
//! changed, nor what bounds the search for any of its residues.

mod digests;
mod renumbered;

use crate::Options;
use crate::index::Index;
use crate::near::{ground_km, squared};
use crate::substitution::Pair;
use digests::digests;
use model::{Digest, Direction, SiteId};
use rayon::prelude::*;
use renumbered::Renumbered;
use std::collections::HashMap;

/// What one search found, by site, and what it found it from.
#[derive(Debug)]
pub(crate) struct Recall {
    /// All that is the same for everybody: beliefs, options, what is commonplace.
    basis: u64,
    /// No pair below it was looked for.
    floor: f32,
    /// What bounds the search for each resource.
    bounds: Vec<u64>,
    sites: Vec<Trace>,
    site_of_flow: Vec<u32>,
}

/// A site as it was.
#[derive(Debug)]
struct Trace {
    id: SiteId,
    /// Of the site, its firm and its flows.
    digest: u64,
    point: Option<[f64; 3]>,
    pairs: Vec<Pair>,
}

/// A search about to begin: what each site is now, and which pairs stand.
pub(crate) struct Known {
    floor: f32,
    digests: Vec<u64>,
    bounds: Vec<u64>,
    basis: u64,
    /// By site; `None` is to be looked for.
    pub(crate) standing: Vec<Option<Vec<Pair>>>,
}

impl Recall {
    /// The score below which nothing is known.
    pub(crate) fn floor(&self) -> f32 {
        self.floor
    }
}

impl Known {
    /// Looks at what is there now, and at what was found before.
    pub(crate) fn of(index: &Index<'_>, options: &Options, floor: f32, before: Option<Recall>) -> Self {
        let bounds = (0..index.catalogue().all().len()).into_par_iter().map(|ix| index.at_best(ix).digest());
        let mut known = Self {
            floor,
            digests: digests(index),
            bounds: bounds.collect(),
            basis: Digest::of(&(options, &index.beliefs, index.commonplace(), floor)),
            standing: Vec::new(),
        };
        known.standing = before.and_then(|before| known.standing(index, before)).unwrap_or_default();
        known.standing.resize_with(index.territory.sites.len(), || None);
        known
    }

    /// What is found now, for the search after this one.
    pub(crate) fn kept(self, index: &Index<'_>, pairs: &[Pair]) -> Recall {
        let mut sites: Vec<Trace> = (0..)
            .zip(&index.territory.sites)
            .zip(self.digests)
            .map(|((ix, site), digest)| Trace {
                id: site.id.clone(),
                digest,
                point: index.point(ix),
                pairs: Vec::new(),
            })
            .collect();
        for pair in pairs {
            sites[pair.giver.site as usize].pairs.push(*pair);
        }
        Recall {
            basis: self.basis,
            floor: self.floor,
            bounds: self.bounds,
            sites,
            site_of_flow: index.sites_of_flows().to_vec(),
        }
    }

    /// The pairs that stand, by site; `None` when nothing does.
    fn standing(&self, index: &Index<'_>, before: Recall) -> Option<Vec<Option<Vec<Pair>>>> {
        if before.basis != self.basis || before.bounds.len() != self.bounds.len() {
            return None;
        }
        let now: HashMap<&SiteId, u32> =
            (0..).zip(&index.territory.sites).map(|(ix, s)| (&s.id, ix)).collect();
        // Of each site before, the number it has now, if nothing has changed of it.
        let alike = |trace: &Trace| {
            let site = *now.get(&trace.id)?;
            (self.digests[site as usize] == trace.digest).then_some(site)
        };
        let same: Vec<Option<u32>> = before.sites.iter().map(alike).collect();
        let flows = Renumbered::of(&before.site_of_flow, index.sites_of_flows(), &same)?;
        let edits = edits(index, &before, &same)?;
        let other = |resource: usize| before.bounds[resource] != self.bounds[resource];
        let mut standing = vec![None; index.territory.sites.len()];
        let around = Around { edits, floor: f64::from(before.floor) };
        let mut stands = vec![true; standing.len()];
        for flow in (0..).take(index.territory.flows.len()) {
            let (Some(site), Some(resource)) = (index.site_of(flow), index.resource_of(flow)) else {
                continue;
            };
            let gives = matches!(index.flow(flow).direction, Direction::GivesOut | Direction::Sells);
            if gives
                && stands[site as usize]
                && (other(resource) || around.touch(index, site, (flow, resource)))
            {
                stands[site as usize] = false;
            }
        }
        for (trace, site) in before.sites.into_iter().zip(&same) {
            let Some(site) = site.filter(|site| stands[*site as usize]) else { continue };
            let pairs = trace.pairs.into_iter().map(|pair| pair.renumbered(&same, &flows.now));
            standing[site as usize] = pairs.collect();
        }
        Some(standing)
    }
}

/// Where something has changed; `None` when it is nowhere in particular.
fn edits(index: &Index<'_>, before: &Recall, same: &[Option<u32>]) -> Option<Vec<[f64; 3]>> {
    /// More edits than this are no edit but another territory.
    const FEW: usize = 200;
    let mut alike = vec![false; index.territory.sites.len()];
    for site in same.iter().flatten() {
        alike[*site as usize] = true;
    }
    let was = before.sites.iter().zip(same).filter(|(_, same)| same.is_none()).map(|(trace, _)| trace.point);
    let is = (0..).zip(alike).filter(|(_, alike)| !alike).map(|(site, _)| index.point(site));
    let points = was.chain(is).collect::<Option<Vec<_>>>()?;
    (points.len() <= FEW).then_some(points)
}

/// Edits, and the floor that says how far they are felt.
struct Around {
    edits: Vec<[f64; 3]>,
    floor: f64,
}

impl Around {
    /// A changed site may be, or may have been, among those that a residue finds.
    fn touch(&self, index: &Index<'_>, giver: u32, (flow, resource): (u32, usize)) -> bool {
        if self.edits.is_empty() {
            return false;
        }
        let Some(km) = index.at_best(resource).within(f64::from(index.given(flow)), self.floor) else {
            return false;
        };
        // Heat is looked for as far as a main goes, whatever the floor.
        let km = km.max(index.beliefs.heat_main_km);
        index
            .point(giver)
            .is_none_or(|here| self.edits.iter().any(|edit| ground_km(squared(&here, edit)) <= km))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Memory;
    use model::{Basis, Direction, Evidence, Flow, Place, Precision, Site, Territory};
    use reference::Reference;

    /// A joinery in Lorraine and one on Réunion, each beside a firm that buys wood to burn.
    fn territory() -> Territory {
        let mut territory = Territory::default();
        for (town, (lat, lon)) in [("north", (49.3, 6.1)), ("south", (-21.1, 55.5))] {
            for (firm, direction, resource, east) in [
                ("joinery", Direction::GivesOut, "wood-chips", 0.0),
                ("boiler", Direction::TakesIn, "wood-chips", 0.02),
            ] {
                let id = format!("{town} {firm}");
                let evidence = Evidence::new(Basis::Declared, "test");
                let place = Some(Place { lat, lon: lon + east, precision: Precision::Exact });
                let site = Site::new(id.as_str().into(), id.as_str().into(), id.clone(), evidence.clone());
                territory.sites.push(Site { place, ..site });
                let mut flow =
                    Flow::worded(id.as_str().into(), id.as_str().into(), direction, id.clone(), evidence);
                (flow.resource, flow.resource_belief) = (Some(resource.into()), 1.0);
                territory.flows.push(flow);
            }
        }
        territory
    }

    #[test]
    fn what_is_far_from_an_edit_stands_and_what_is_near_does_not() {
        let reference = Reference::embedded().unwrap();
        let options = Options { total: 1, ..Options::default() };
        let stands = |edit: &dyn Fn(&mut Territory)| {
            let (mut territory, mut memory) = (territory(), Memory::default());
            for _ in 0..2 {
                crate::search(&territory, reference, &options, &mut memory);
            }
            let before = memory.pairs.found.take().expect("two searches make a memory");
            assert_eq!(before.sites.iter().filter(|site| !site.pairs.is_empty()).count(), 2);
            edit(&mut territory);
            let index = Index::new(&territory, reference, &mut memory);
            let known = Known::of(&index, &options, before.floor, Some(before));
            known.standing.iter().map(Option::is_some).collect::<Vec<_>>()
        };
        assert_eq!(stands(&|_| ()), [true; 4], "nothing has changed");
        let less = |t: &mut Territory| t.flows[3].tonnes = Some(units::Range::exact(3.0).unwrap()).into();
        assert_eq!(stands(&less), [true, true, false, false], "the southern buyer has said how much");
        let gone = |t: &mut Territory| t.sites[1].place = None;
        assert_eq!(stands(&gone), [false; 4], "a site of unknown place may be anywhere");
        let turned = |t: &mut Territory| t.sites.swap(0, 2);
        assert_eq!(stands(&turned), [false; 4], "of equals the first is taken");
    }
}
