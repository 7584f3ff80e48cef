//! What sites run and use by trade, worked out once: it is asked millions of times, and sites that have said nothing of themselves are as
//! alike as their classes.

use crate::index::{Index, number};
use rayon::prelude::*;
use std::collections::HashMap;
use std::sync::atomic::{AtomicU8, Ordering};

/// Answers by kind of site: all silent sites of the same classes are one kind, each site that has said something is its own.
#[derive(Default)]
pub(crate) struct Trades {
    kind_of_site: Vec<u32>,
    pathways: usize,
    /// By kind and pathway; NaN when nothing says that it is run.
    runs: Vec<f64>,
    resources: usize,
    /// By kind and resource, filled in when first asked.
    uses: Vec<AtomicU8>,
}

const UNASKED: u8 = 0;
const NO: u8 = 1;
const YES: u8 = 2;

impl Trades {
    pub(crate) fn of(index: &Index<'_>) -> Self {
        let (kind_of_site, examples) = kinds(index);
        let pathways = index.reference.pathways.all().len();
        let resources = index.catalogue().all().len();
        let runs = examples
            .par_iter()
            .flat_map_iter(|&site| (0..pathways).map(move |ix| index.works_out_runs(site, ix)))
            .map(|p| p.unwrap_or(f64::NAN))
            .collect();
        let uses = std::iter::repeat_with(AtomicU8::default).take(examples.len() * resources).collect();
        Self { kind_of_site, pathways, runs, resources, uses }
    }

    /// Chances that a site runs a pathway; `None` when nothing says so.
    pub(crate) fn runs(&self, site: u32, pathway: usize) -> Option<f64> {
        let kind = self.kind_of_site[site as usize] as usize;
        Some(self.runs[kind * self.pathways + pathway]).filter(|p| !p.is_nan())
    }

    /// Whether the trade of a site uses a resource, found out by `work_out` the first time.
    pub(crate) fn uses(&self, site: u32, resource: usize, work_out: impl FnOnce() -> bool) -> bool {
        let kind = self.kind_of_site[site as usize] as usize;
        // The answer is the same whoever works it out, so that it does not matter who writes it down first.
        let known = &self.uses[kind * self.resources + resource];
        match known.load(Ordering::Relaxed) {
            UNASKED => {
                let answer = work_out();
                known.store(if answer { YES } else { NO }, Ordering::Relaxed);
                answer
            }
            answer => answer == YES,
        }
    }
}

/// The kind of each site, and a site of each kind.
fn kinds(index: &Index<'_>) -> (Vec<u32>, Vec<u32>) {
    let mut silent: HashMap<(&[u32], bool), u32> = HashMap::new();
    let mut examples = Vec::new();
    let of_sites = (0..number(index.territory.sites.len())).map(|site| {
        let mut own = || {
            examples.push(site);
            number(examples.len() - 1)
        };
        if index.is_silent(site) {
            *silent.entry((index.class_ids(site), index.is_insertion(site))).or_insert_with(own)
        } else {
            own()
        }
    });
    (of_sites.collect(), examples)
}

#[cfg(test)]
mod tests {
    use super::*;
    use model::{Basis, Direction, Evidence, Flow, Site, Territory};
    use reference::{ActivityCode, Reference};

    fn site(id: &str, naf: &str) -> Site {
        let evidence = Evidence::new(Basis::Declared, "test");
        let activity = Some(ActivityCode::parse(naf, None).unwrap());
        Site { activity, ..Site::new(id.into(), id.into(), id, evidence) }
    }

    /// Two sites of each class, the second of which says that it takes in pallet wood and sells chips.
    fn territory() -> Territory {
        let mut territory = Territory::default();
        for naf in ["16.24Z", "35.30Z", "38.32Z", "10.51A", "01.13Z", "38.21Z"] {
            for (said, kind) in [(false, "silent"), (false, "alike"), (true, "speaking")] {
                let id = format!("{naf} {kind}");
                territory.sites.push(site(&id, naf));
                let says = [(Direction::TakesIn, "pallet-wood"), (Direction::Sells, "wood-chips")];
                for (direction, resource) in says.into_iter().filter(|_| said) {
                    let name = format!("{id}/{resource}");
                    let evidence = Evidence::new(Basis::Declared, "test");
                    let mut flow =
                        Flow::worded(name.into(), id.as_str().into(), direction, resource.into(), evidence);
                    flow.resource = Some(resource.into());
                    territory.flows.push(flow);
                }
            }
        }
        territory
    }

    #[test]
    fn the_table_says_what_would_be_worked_out_for_each_site() {
        let (territory, reference) = (territory(), Reference::embedded().unwrap());
        let mut memory = crate::Memory::default();
        let index = Index::new(&territory, reference, &mut memory);
        let kinds: std::collections::HashSet<_> = index.trades.kind_of_site.iter().collect();
        assert_eq!(kinds.len(), 12, "silent sites of a class are one kind");
        for site in 0..number(territory.sites.len()) {
            for pathway in 0..reference.pathways.all().len() {
                assert_eq!(
                    index.runs(site, pathway),
                    index.works_out_runs(site, pathway),
                    "{site} {pathway}"
                );
            }
            for resource in 0..reference.catalogue.all().len() {
                let works_out = || crate::plausible::works_out_by_trade(&index, site, resource);
                let first = index.trades.uses(site, resource, works_out);
                assert_eq!(first, works_out(), "{site} {resource}");
                assert_eq!(index.trades.uses(site, resource, || !first), first, "asked once");
            }
        }
    }
}
