//! A few changed records put into what is held, without reading the rest again.

use super::holding::Holding;
use crate::problem::Answer;
use classify::Classifier;
use model::{FlowId, Territory};
use serde::de::DeserializeOwned;
use std::sync::Arc;
use store::{Kind, Moved};

/// True for kinds the analysis reads.
pub(super) fn changes_leads(kind: Kind) -> bool {
    matches!(kind, Kind::Territory | Kind::Actor | Kind::Site | Kind::Flow | Kind::Exchange | Kind::Setting)
}

/// Puts the changes in; leads stay those of the last analysis.
pub(super) fn apply(
    holding: &mut Holding,
    version: i64,
    moved: &[Moved],
    classifier: &Classifier<'_>,
) -> Answer<()> {
    holding.version = version;
    for change in moved {
        let key = (change.kind, change.id.clone());
        match &change.record {
            Some(record) => holding.revisions.insert(key, record.revision),
            None => holding.revisions.remove(&key),
        };
    }
    if moved.iter().any(|change| changes_leads(change.kind)) {
        let mut territory = Arc::unwrap_or_clone(std::mem::take(&mut holding.whole.territory));
        for change in moved {
            into_territory(&mut territory, &mut holding.meta, change, classifier)?;
        }
        holding.whole.territory = Arc::new(territory);
    }
    for change in moved {
        let whole = &mut holding.whole;
        match change.kind {
            Kind::Synergy => put(&mut whole.synergies, change, |s: &model::Synergy| s.id.as_str())?,
            Kind::Contact => put(&mut whole.contacts, change, |c: &model::Contact| c.id.as_str())?,
            Kind::Visit => put(&mut whole.visited, change, |v: &model::SiteVisit| v.id.as_str())?,
            Kind::Project => put(&mut whole.projects, change, |p: &model::Project| p.id.as_str())?,
            Kind::Setting => {
                let mut overrides = Arc::clone(&holding.overrides);
                put(&mut overrides, change, |known: &reference::Override| known.id.as_str())?;
                holding.override_with(overrides);
            }
            Kind::Outline => put(&mut holding.outlines, change, |o: &model::Outline| o.id.as_str())?,
            Kind::Idea => put(&mut whole.ideas, change, |i: &model::Idea| i.id.as_str())?,
            _ => {}
        }
    }
    Ok(())
}

fn into_territory(
    territory: &mut Territory,
    meta: &mut store::TerritoryMeta,
    change: &Moved,
    classifier: &Classifier<'_>,
) -> Answer<()> {
    match change.kind {
        Kind::Actor => put_in(&mut territory.actors, change, |a| a.id.as_str() == change.id),
        Kind::Site => put_in(&mut territory.sites, change, |s| s.id.as_str() == change.id),
        Kind::Exchange => put_in(&mut territory.exchanges, change, |e| e.id.as_str() == change.id),
        Kind::Flow => {
            let id = FlowId::from(change.id.as_str());
            put_in(&mut territory.flows, change, |f| f.id == id)?;
            settle_one(territory, &id, classifier);
            Ok(())
        }
        Kind::Territory => {
            if let Some(record) = &change.record {
                *meta = record.read()?;
                territory.name.clone_from(&meta.name);
                territory.day = meta.day;
                territory.invented = meta.invented;
                territory.notice.clone_from(&meta.notice);
            }
            Ok(())
        }
        _ => Ok(()),
    }
}

/// Resource, code and tonnes of one flow.
fn settle_one(territory: &mut Territory, id: &FlowId, classifier: &Classifier<'_>) {
    let Some(flow) = territory.flows.iter_mut().find(|flow| flow.id == *id) else { return };
    // Its trade helps to read its words.
    let sites = territory.sites.iter().filter(|site| site.id == flow.site).cloned().collect();
    let alone = Territory { day: territory.day, sites, flows: vec![flow.clone()], ..Territory::default() };
    if let Some(settled) = classify::settle(alone, classifier).0.flows.pop() {
        *flow = settled;
    }
}

fn put<T: DeserializeOwned + Clone>(
    list: &mut Arc<Vec<T>>,
    change: &Moved,
    id: impl Fn(&T) -> &str,
) -> Answer<()> {
    put_in(Arc::make_mut(list), change, |item| id(item) == change.id)
}

fn put_in<T: DeserializeOwned>(list: &mut Vec<T>, change: &Moved, is: impl Fn(&T) -> bool) -> Answer<()> {
    let place = list.iter().position(is);
    match (&change.record, place) {
        (Some(record), Some(place)) => list[place] = record.read()?,
        (Some(record), None) => list.push(record.read()?),
        (None, Some(place)) => drop(list.remove(place)),
        (None, None) => {}
    }
    Ok(())
}
