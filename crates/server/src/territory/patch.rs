//! Changed records put into what is held, without reading the rest again: each list is gone through once for all its changes.

use super::holding::Holding;
use crate::problem::Answer;
use classify::Classifier;
use model::{Exchange, ExchangeId, Flow, FlowId, SiteId, Territory};
use serde::de::DeserializeOwned;
use std::collections::{BTreeMap, HashMap, HashSet};
use std::hash::Hash;
use std::sync::Arc;
use store::{Kind, Moved, Record};

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
    // By kind, sites before the flows that are read with their trade.
    let mut kinds: BTreeMap<Kind, Vec<&Moved>> = BTreeMap::new();
    for change in moved {
        let key = (change.kind, change.id.clone());
        match &change.record {
            Some(record) => holding.revisions.insert(key, record.revision),
            None => holding.revisions.remove(&key),
        };
        kinds.entry(change.kind).or_default().push(change);
    }
    if moved.iter().any(|change| changes_leads(change.kind)) {
        let mut territory = Arc::unwrap_or_clone(std::mem::take(&mut holding.whole.territory));
        for (kind, changes) in &kinds {
            into_territory(&mut territory, &mut holding.meta, *kind, changes)?;
        }
        settle(&mut territory, &kinds, classifier);
        holding.whole.territory = Arc::new(territory);
    }
    kinds.iter().try_for_each(|(kind, changes)| beside_territory(holding, *kind, changes))
}

fn beside_territory(holding: &mut Holding, kind: Kind, changes: &[&Moved]) -> Answer<()> {
    let whole = &mut holding.whole;
    match kind {
        Kind::Synergy => put(Arc::make_mut(&mut whole.synergies), changes, |s| &s.id),
        Kind::Contact => put(Arc::make_mut(&mut whole.contacts), changes, |c| &c.id),
        Kind::Visit => put(Arc::make_mut(&mut whole.visited), changes, |v| &v.id),
        Kind::Project => put(Arc::make_mut(&mut whole.projects), changes, |p| &p.id),
        Kind::Idea => put(Arc::make_mut(&mut whole.ideas), changes, |i| &i.id),
        Kind::Outline => put(Arc::make_mut(&mut holding.outlines), changes, |o| &o.id),
        Kind::Setting => {
            let mut overrides = Arc::clone(&holding.overrides);
            put(Arc::make_mut(&mut overrides), changes, |known: &reference::Override| &known.id)?;
            holding.override_with(overrides);
            Ok(())
        }
        _ => Ok(()),
    }
}

fn into_territory(
    territory: &mut Territory,
    meta: &mut store::TerritoryMeta,
    kind: Kind,
    changes: &[&Moved],
) -> Answer<()> {
    match kind {
        Kind::Actor => put(&mut territory.actors, changes, |a| &a.id),
        Kind::Site => put(&mut territory.sites, changes, |s| &s.id),
        Kind::Exchange => put(&mut territory.exchanges, changes, |e| &e.id),
        Kind::Flow => put(&mut territory.flows, changes, |f| &f.id),
        Kind::Territory => {
            for record in changes.iter().filter_map(|change| change.record.as_ref()) {
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

/// The names of the changed records of a kind.
fn named<K: for<'a> From<&'a str> + Eq + Hash>(
    kinds: &BTreeMap<Kind, Vec<&Moved>>,
    kind: Kind,
) -> HashSet<K> {
    kinds.get(&kind).into_iter().flatten().map(|change| K::from(change.id.as_str())).collect()
}

/// Resource, code and tonnes of what changed, all in one go, with the sites whose trade helps to read the words.
fn settle(territory: &mut Territory, kinds: &BTreeMap<Kind, Vec<&Moved>>, classifier: &Classifier<'_>) {
    let (flows, exchanges) = (named::<FlowId>(kinds, Kind::Flow), named::<ExchangeId>(kinds, Kind::Exchange));
    if flows.is_empty() && exchanges.is_empty() {
        return;
    }
    let mut flows: Vec<&mut Flow> = territory.flows.iter_mut().filter(|f| flows.contains(&f.id)).collect();
    let mut exchanges: Vec<&mut Exchange> =
        territory.exchanges.iter_mut().filter(|e| exchanges.contains(&e.id)).collect();
    let at: HashSet<&SiteId> = flows.iter().map(|flow| &flow.site).collect();
    let sites = territory.sites.iter().filter(|site| at.contains(&site.id)).cloned().collect();
    let changed = Territory {
        day: territory.day,
        sites,
        flows: flows.iter().map(|flow| (**flow).clone()).collect(),
        exchanges: exchanges.iter().map(|exchange| (**exchange).clone()).collect(),
        ..Territory::default()
    };
    let (settled, _) = classify::settle(changed, classifier);
    flows.iter_mut().zip(settled.flows).for_each(|(place, flow)| **place = flow);
    exchanges.iter_mut().zip(settled.exchanges).for_each(|(place, exchange)| **place = exchange);
}

/// Changed records take the place of what they were, gone ones go, new ones come last.
fn put<T, K>(list: &mut Vec<T>, changes: &[&Moved], id: impl Fn(&T) -> &K) -> Answer<()>
where
    T: DeserializeOwned,
    K: for<'a> From<&'a str> + Eq + Hash,
{
    let places: HashMap<K, usize> =
        changes.iter().enumerate().map(|(place, change)| (K::from(change.id.as_str()), place)).collect();
    let read = |change: &&Moved| change.record.as_ref().map(Record::read::<T>).transpose();
    let mut fresh = changes.iter().map(read).collect::<Result<Vec<Option<T>>, _>>()?;
    list.retain_mut(|item| {
        let Some(place) = places.get(id(item)) else { return true };
        let Some(new) = fresh[*place].take() else { return false };
        *item = new;
        true
    });
    list.extend(fresh.into_iter().flatten());
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::territory::load;
    use model::{Basis, Direction, Evidence, ExchangeState, Site};
    use reference::{ActivityCode, Reference};
    use serde::Serialize;
    use serde_json::json;
    use store::{Snapshot, TerritoryMeta};

    fn evidence() -> Evidence {
        Evidence::new(Basis::Declared, "essai")
    }

    fn site(number: usize, naf: &str) -> Site {
        let mut site = Site::new(format!("s{number}").into(), "a".into(), "Atelier", evidence());
        site.activity = Some(ActivityCode::parse(naf, None).unwrap());
        site
    }

    fn flow(number: usize, site: usize, wording: &str) -> Flow {
        let (id, site) = (format!("f{number}").into(), format!("s{site}").into());
        let mut flow = Flow::worded(id, site, Direction::GivesOut, wording.into(), evidence());
        let stated = units::Range::exact(12.0).unwrap();
        flow.quantity = Some(units::Quantity::new(stated, "m3/year".parse().unwrap())).into();
        flow
    }

    fn exchange(wording: &str) -> Exchange {
        Exchange {
            id: "e1".into(),
            from: "s1".into(),
            to: "s2".into(),
            wording: wording.into(),
            resource: None,
            quantity: None,
            stated: None,
            since: None,
            state: ExchangeState::Running,
            evidence: evidence(),
        }
    }

    fn before() -> Territory {
        Territory {
            day: "2026-06-30".parse().unwrap(),
            sites: vec![site(1, "16.24Z"), site(2, "25.62B")],
            flows: (1..=5).map(|n| flow(n, 1 + n % 2, "palettes bois")).collect(),
            exchanges: vec![exchange("copeaux")],
            ..Territory::default()
        }
    }

    fn after() -> Territory {
        let mut after = before();
        after.sites.push(site(3, "18.12Z"));
        after.flows[0].wording = "chutes".into();
        after.flows.remove(3);
        after.flows.push(flow(6, 3, "chutes"));
        after.exchanges = vec![exchange("palettes bois")];
        after
    }

    fn record<T: Serialize>(kind: Kind, id: &str, body: &T, revision: i64) -> Record {
        let (body, updated_at) = (serde_json::to_value(body).unwrap(), chrono::DateTime::UNIX_EPOCH);
        Record { kind, id: id.into(), revision, body, updated_at, updated_by: "essai".into() }
    }

    fn gone(kind: Kind, id: &str) -> Moved {
        Moved { kind, id: id.into(), version: 2, record: None }
    }

    fn now<T: Serialize>(kind: Kind, id: &str, body: &T) -> Moved {
        Moved { record: Some(record(kind, id, body, 2)), ..gone(kind, id) }
    }

    fn idea(title: &str) -> model::Idea {
        serde_json::from_value(json!({ "id": "i", "title": title, "state": "new" })).unwrap()
    }

    /// As it would be read from the database, in the order of the names.
    fn read(territory: Territory, ideas: &[Record], classifier: &Classifier<'_>) -> Holding {
        let meta = TerritoryMeta { day: territory.day, ..TerritoryMeta::default() };
        let snapshot = Snapshot { territory, meta, records: ideas.to_vec(), ..Snapshot::default() };
        load::holding(snapshot, classifier).unwrap()
    }

    fn sorted(holding: &Holding) -> Territory {
        let mut territory = (*holding.whole.territory).clone();
        territory.flows.sort_by(|a, b| a.id.cmp(&b.id));
        territory
    }

    #[test]
    fn patched_is_what_would_be_read_anew() {
        let after = after();
        let classifier = Classifier::new(Reference::embedded().unwrap(), after.day);
        let mut held = read(before(), &[record(Kind::Idea, "i", &idea("Un"), 1)], &classifier);
        let moved = [
            now(Kind::Flow, "f6", &after.flows[4]),
            now(Kind::Flow, "f1", &after.flows[0]),
            gone(Kind::Flow, "f4"),
            gone(Kind::Flow, "never-there"),
            now(Kind::Exchange, "e1", &after.exchanges[0]),
            now(Kind::Site, "s3", &after.sites[2]),
            now(Kind::Idea, "i", &idea("Deux")),
        ];
        apply(&mut held, 2, &moved, &classifier).unwrap();
        let anew = read(after, &[record(Kind::Idea, "i", &idea("Deux"), 2)], &classifier);
        assert_eq!(sorted(&held), sorted(&anew));
        assert_eq!(held.whole.ideas, anew.whole.ideas);
        let read: Vec<bool> = held.whole.territory.flows.iter().map(|flow| flow.resource.is_some()).collect();
        assert_eq!(read, [true; 5], "every wording was understood: the comparison says something");
        assert!(held.whole.territory.exchanges[0].resource.is_some());
        assert_eq!((held.version, held.revision(Kind::Flow, "f1")), (2, Some(2)));
        assert_eq!(held.revision(Kind::Flow, "f4"), None);
    }
}
