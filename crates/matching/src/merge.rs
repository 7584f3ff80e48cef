//! One idea for one group of people: groups that overlap become one.

use crate::candidate::{Candidate, Member};
use crate::index::Index;
use model::Role;
use reference::Between;
use std::collections::{HashMap, HashSet};

/// Chains first, for they say who would do the work, then the larger groups: each stays unless one above it speaks of the same family of
/// resources to the same people.
pub(crate) fn once(
    index: &Index<'_>,
    mut chains: Vec<Candidate>,
    mut sharing: Vec<Candidate>,
) -> Vec<Candidate> {
    chains.sort_by(larger_first);
    sharing.sort_by(larger_first);
    let mut kept: Vec<(Candidate, usize)> = Vec::new();
    // Groups without a site in common are never the same people: only those of its own sites are compared with a group.
    let mut of_site: HashMap<u32, Vec<usize>> = HashMap::new();
    for group in chains.into_iter().chain(sharing) {
        let sites = partners(&group);
        let repeats = common(&sites, &of_site).into_iter().any(|(other, common)| {
            let (other, size) = &kept[other];
            same_side(index, other, &group)
                && mostly(common, sites.len().min(*size))
                && akin(index, other, &group)
        });
        if !repeats {
            for site in &sites {
                of_site.entry(*site).or_default().push(kept.len());
            }
            kept.push((group, sites.len()));
        }
    }
    kept.into_iter().map(|(group, _)| group).collect()
}

/// How many sites each group kept so far has in common with these.
fn common(sites: &HashSet<u32>, of_site: &HashMap<u32, Vec<usize>>) -> HashMap<usize, usize> {
    let mut counts = HashMap::new();
    for group in sites.iter().filter_map(|site| of_site.get(site)).flatten() {
        *counts.entry(*group).or_default() += 1;
    }
    counts
}

fn larger_first(a: &Candidate, b: &Candidate) -> std::cmp::Ordering {
    let size = |group: &Candidate| group.members.len();
    size(b).cmp(&size(a)).then_with(|| Candidate::best_first(a, b))
}

/// Who has, buys or needs the thing.
fn partners(group: &Candidate) -> HashSet<u32> {
    let counts = |member: &&Member| !matches!(member.role, Role::Processor | Role::Taker);
    group.members.iter().filter(counts).map(|member| member.site).collect()
}

/// Both place a thing, or both seek one. Two chains are two ways to use a thing and stay apart.
fn same_side(index: &Index<'_>, a: &Candidate, b: &Candidate) -> bool {
    let places = |group: &Candidate| {
        group.rule.is_none_or(|rule| index.reference.sharing[rule as usize].between == Between::Gives)
    };
    let both_chains = a.rule.is_none() && b.rule.is_none();
    !both_chains && places(a) == places(b)
}

/// The smaller group is mostly inside the other.
fn mostly(common: usize, smaller: usize) -> bool {
    /// Share of the smaller group.
    const MOSTLY: f64 = 0.6;
    common as f64 >= MOSTLY * smaller as f64
}

/// One is a kind of the other, or they have a parent in common.
fn akin(index: &Index<'_>, a: &Candidate, b: &Candidate) -> bool {
    let catalogue = index.catalogue();
    let (a, b) = (a.resource as usize, b.resource as usize);
    let near = |ix: usize| catalogue.ancestors(ix).iter().filter(|(_, steps)| *steps <= 1).map(|(ix, _)| *ix);
    catalogue.steps_up(a, b).is_some()
        || catalogue.steps_up(b, a).is_some()
        || near(a).any(|parent| near(b).any(|other| other == parent) && catalogue.ancestors(parent).len() > 1)
}
