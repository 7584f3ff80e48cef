//! How many tonnes go which way: from families of resources to what becomes of them today, and on to the best lead.

use super::Page;
use crate::fate::FateGroup;
use model::{Direction, Flow, FlowId, Lead, LeadKind, Role};
use reference::Kind;
use std::collections::{BTreeMap, HashMap};

/// Families drawn; the others are one box.
const FAMILIES: usize = 11;
/// A box of the drawing.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Key {
    Family(String),
    Other,
    Fate(FateGroup),
    Lead(LeadKind),
    NoLead,
}

/// Tonnes by way and by whether they were said.
pub(super) type Ways = BTreeMap<(Key, Key, bool), f64>;

/// Matter given out; energy and water are not counted in tonnes.
pub(super) fn is_residue(page: &Page<'_>, flow: &Flow) -> bool {
    let resource = flow.resource.as_ref().and_then(|id| page.words.resource(id));
    flow.direction == Direction::GivesOut && resource.is_none_or(|resource| resource.kind == Kind::Material)
}

/// Adds up flows with their tonnes.
pub(super) fn ways(page: &Page<'_>, flows: &[(&Flow, f64)]) -> Ways {
    let families = largest_families(page, flows);
    let outlook = outlook(&page.seen.leads);
    let mut ways = Ways::new();
    for &(flow, tonnes) in flows {
        // An estimate counts for its chances of being there.
        let tonnes = tonnes * f64::from(flow.likelihood);
        let family = family(page, flow);
        let family = if families.contains(&family) { Key::Family(family) } else { Key::Other };
        let fate = Key::Fate(FateGroup::of(flow, page.words.reference));
        let next = outlook.get(&flow.id).map_or(Key::NoLead, |kind| Key::Lead(*kind));
        let guessed = flow.is_guess();
        *ways.entry((family, fate.clone(), guessed)).or_default() += tonnes;
        *ways.entry((fate, next, guessed)).or_default() += tonnes;
    }
    ways
}

/// The kind of the best lead of each residue.
fn outlook(leads: &[Lead]) -> HashMap<&FlowId, LeadKind> {
    let mut best = HashMap::new();
    for lead in leads {
        let given = lead.parties.iter().filter(|p| matches!(p.role, Role::Giver | Role::Partner));
        for flow in given.filter_map(|party| party.flow.as_ref()) {
            best.entry(flow).or_insert(lead.kind);
        }
    }
    best
}

/// The most general resource a flow is of.
fn family(page: &Page<'_>, flow: &Flow) -> String {
    let catalogue = &page.words.reference.catalogue;
    let ix = flow.resource.as_ref().and_then(|id| catalogue.index_of(id.as_str()));
    let root = ix.and_then(|ix| catalogue.ancestors(ix).last()).map(|&(root, _)| &catalogue.all()[root]);
    root.map_or_else(|| page.t("report-unclassified"), |root| root.label(page.words.lang.code()).to_owned())
}

fn largest_families(page: &Page<'_>, flows: &[(&Flow, f64)]) -> Vec<String> {
    let mut sums: BTreeMap<String, f64> = BTreeMap::new();
    for (flow, tonnes) in flows {
        *sums.entry(family(page, flow)).or_default() += tonnes * f64::from(flow.likelihood);
    }
    let mut sums: Vec<_> = sums.into_iter().collect();
    sums.sort_by(|a, b| b.1.total_cmp(&a.1));
    sums.into_iter().take(FAMILIES).map(|(family, _)| family).collect()
}

/// Boxes in drawing order: families by size, fates and leads in their own order.
pub(super) fn boxes(ways: &Ways) -> Vec<Key> {
    let mut sizes: HashMap<&Key, f64> = HashMap::new();
    for ((from, to, _), tonnes) in ways {
        *sizes.entry(from).or_default() += tonnes;
        sizes.entry(to).or_default();
    }
    let mut keys: Vec<&Key> = sizes.keys().copied().collect();
    keys.sort_by(|a, b| {
        column(a).cmp(&column(b)).then_with(|| match (a, b) {
            (Key::Family(_), Key::Family(_)) => sizes[b].total_cmp(&sizes[a]),
            _ => a.cmp(b),
        })
    });
    keys.into_iter().cloned().collect()
}

/// Where a box stands, from the left.
pub(super) fn column(key: &Key) -> usize {
    match key {
        Key::Family(_) | Key::Other => 0,
        Key::Fate(_) => 1,
        Key::Lead(_) | Key::NoLead => 2,
    }
}
