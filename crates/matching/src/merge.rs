//! One idea for one group of people: groups that overlap become one.

use crate::candidate::{Candidate, Member};
use crate::groups::Partner;
use crate::index::Index;
use model::Role;
use reference::Between;
use std::collections::{HashMap, HashSet};

/// What one detector found of what was said alone, and of everything.
#[derive(Default)]
pub(crate) struct Found {
    said: Vec<Candidate>,
    all: Vec<Candidate>,
}

impl Found {
    /// The groups of these partners, and of those of them that spoke for themselves.
    pub(crate) fn of(
        index: &Index<'_>,
        partners: Vec<Partner>,
        groups: impl Fn(Vec<Partner>) -> Vec<Candidate>,
    ) -> Self {
        let spoke: Vec<_> =
            partners.iter().filter(|partner| !index.is_guess(partner.flow)).copied().collect();
        let said = if spoke.is_empty() { Vec::new() } else { groups(spoke) };
        Self { said, all: groups(partners) }
    }

    /// One after the other.
    pub(crate) fn gather(found: Vec<Self>) -> Self {
        found.into_iter().fold(Self::default(), |mut all, one| {
            all.said.extend(one.said);
            all.all.extend(one.all);
            all
        })
    }
}

/// Leads of what was said come first and no guess takes one away; where guesses only add people to one, it is told with them.
pub(crate) fn once(index: &Index<'_>, chains: Found, sharing: Found) -> Vec<Candidate> {
    let mut kept = Kept::default();
    kept.add(index, [chains.said, sharing.said]);
    kept.grow(&chains.all);
    kept.grow(&sharing.all);
    kept.add(index, [chains.all, sharing.all]);
    kept.groups
}

/// The groups kept so far, and which of them each site is in.
#[derive(Default)]
struct Kept {
    groups: Vec<Candidate>,
    of_site: HashMap<u32, Vec<usize>>,
}

impl Kept {
    /// Chains first, for they say who would do the work, then the larger groups: each stays unless one above it speaks of the same family
    /// of resources to the same people.
    fn add(&mut self, index: &Index<'_>, found: [Vec<Candidate>; 2]) {
        for mut groups in found {
            groups.sort_by(larger_first);
            for group in groups {
                let sites = partners(&group);
                let repeats = common(&sites, &self.of_site).into_iter().any(|(other, common)| {
                    let other = &self.groups[other];
                    let alike = || same_side(index, other, &group) && akin(index, other, &group);
                    mostly(common, sites.len().min(partners(other).len()))
                        && (idea(other) == idea(&group) || alike())
                });
                if !repeats {
                    self.push(group, &sites);
                }
            }
        }
    }

    fn push(&mut self, group: Candidate, sites: &HashSet<u32>) {
        for site in sites {
            self.of_site.entry(*site).or_default().push(self.groups.len());
        }
        self.groups.push(group);
    }

    /// A group that holds all of one kept, in the same parts for the same idea, takes its place.
    fn grow(&mut self, found: &[Candidate]) {
        for group in found {
            let sites = partners(group);
            let near: HashSet<usize> =
                sites.iter().filter_map(|site| self.of_site.get(site)).flatten().copied().collect();
            let Some(ix) = near.into_iter().filter(|&ix| extends(group, &self.groups[ix])).min() else {
                continue;
            };
            for site in sites.difference(&partners(&self.groups[ix])) {
                self.of_site.entry(*site).or_default().push(ix);
            }
            self.groups[ix] = group.clone();
        }
    }
}

/// The rule of sharing, or the plant.
fn idea(of: &Candidate) -> (Option<u32>, Option<u32>) {
    (of.rule, of.ways.first().map(|way| way.pathway))
}

/// True when the larger group says the same and more.
fn extends(larger: &Candidate, group: &Candidate) -> bool {
    let there = |member: &Member| {
        larger
            .members
            .iter()
            .any(|other| (other.site, other.flow, other.role) == (member.site, member.flow, member.role))
    };
    idea(larger) == idea(group) && group.members.iter().all(there)
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

/// The flow given and the flow that asks for it, of each pair.
pub(crate) fn pairs(candidates: &[Candidate]) -> HashSet<(u32, u32)> {
    candidates.iter().filter_map(flows).collect()
}

/// A purchase of what the same neighbour would take as a by-product for the same need: one idea, told with its process.
pub(crate) fn is_told(told: &HashSet<(u32, u32)>, purchase: &Candidate) -> bool {
    flows(purchase).is_some_and(|flows| told.contains(&flows))
}

fn flows(candidate: &Candidate) -> Option<(u32, u32)> {
    candidate.members.first()?.flow.zip(candidate.members.get(1)?.flow)
}
