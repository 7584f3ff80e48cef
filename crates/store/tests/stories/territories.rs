//! A territory from intake, kept, and given back to the analysis.

use crate::{T, at, stories};
use model::{
    Actor, ActorKind, Basis, Direction, Evidence, Exchange, ExchangeState, Flow, Headcount, Place, Precision,
    Price, Season, Site, Territory,
};
use proptest::prelude::*;
use store::{AuditFilter, Kind, Store};
use units::Quantity;

stories! {
    what_intake_read_comes_back_as_it_was,
    the_same_file_twice_changes_nothing,
    a_second_file_replaces_what_it_names_and_keeps_the_rest,
    thousands_of_flows_are_one_edit,
}

fn quantity(low: f64, unit: &str) -> Quantity {
    let value =
        serde_json::json!({ "low": low, "mid": low + 0.1, "high": low.abs() * 3.0 + 1.0, "unit": unit });
    serde_json::from_value(value).unwrap()
}

fn evidence() -> Evidence {
    Evidence::new(Basis::Declared, "flux.csv, ligne 3").on("2026-03-01".parse().ok())
}

fn site(id: &str) -> Site {
    Site {
        id: id.into(),
        actor: "orne".into(),
        name: format!("Atelier {id}"),
        siret: "73282932000074".parse().ok(),
        activity: None,
        activity_label: Some("scierie".into()),
        headcount: Some(Headcount {
            people: serde_json::from_str(r#"{"low":20,"mid":30,"high":49}"#).unwrap(),
            stated: "20 à 49".into(),
        }),
        place: Some(Place { lat: 49.321_654_987, lon: 0.1 + 0.2, precision: Precision::Exact }),
        address: None,
        commune: Some("Florange".into()),
        zone: None,
        evidence: evidence(),
    }
}

fn flow(id: &str, wording: &str, price: Option<f64>) -> Flow {
    let mut flow = Flow::worded(id.into(), "a".into(), Direction::GivesOut, wording.into(), evidence());
    flow.resource = Some("pallet-wood".into());
    flow.resource_belief = 0.1 + 0.7;
    flow.quantity = Some(quantity(12.3, "t/year")).into();
    flow.season = Some(Box::new(Season([1.0 / 12.0; 12])));
    flow.price = price
        .map(|value| Price { value: quantity(value, "EUR/t"), stated: format!("{value} €/t") })
        .map(Box::new);
    flow
}

fn territory() -> Territory {
    Territory {
        name: "Vallée".into(),
        day: "2026-11-22".parse().unwrap(),
        invented: true,
        notice: Some("entreprises inventées".into()),
        actors: vec![Actor {
            id: "orne".into(),
            name: "Métallerie Orne".into(),
            kind: ActorKind::Company,
            evidence: evidence(),
        }],
        sites: vec![site("z"), site("a")],
        flows: vec![flow("2", "palettes cassées", Some(-45.5)), flow("1", "sciure", None)],
        exchanges: vec![Exchange {
            id: "e".into(),
            from: "a".into(),
            to: "z".into(),
            wording: "copeaux".into(),
            resource: None,
            quantity: Some(quantity(0.3, "t/year")),
            stated: None,
            since: Some(2019),
            state: ExchangeState::Running,
            evidence: evidence(),
        }],
    }
}

async fn back(store: &Store, id: &str) -> Territory {
    store.snapshot(id, true).await.unwrap().territory
}

async fn what_intake_read_comes_back_as_it_was(store: Store) {
    let written = store.put_territory(T, &territory(), "import", at(0)).await.unwrap();
    assert_eq!((written.version, written.revisions.len()), (1, 7));
    assert_eq!(back(&store, T).await, territory());
    let unpriced = store.snapshot(T, false).await.unwrap();
    assert_eq!((unpriced.version, unpriced.revisions.len()), (1, 7));
    assert!(unpriced.territory.flows.iter().all(|flow| flow.price.is_none()));
    assert_eq!(store.audit(T, &AuditFilter::default(), 99).await.unwrap().len(), 7);
}

async fn the_same_file_twice_changes_nothing(store: Store) {
    store.put_territory(T, &territory(), "import", at(0)).await.unwrap();
    let again = store.put_territory(T, &territory(), "import", at(9)).await.unwrap();
    assert_eq!(again.version, 1);
    assert_eq!(store.audit(T, &AuditFilter::default(), 99).await.unwrap().len(), 7);
}

async fn a_second_file_replaces_what_it_names_and_keeps_the_rest(store: Store) {
    store.put_territory(T, &territory(), "import", at(0)).await.unwrap();
    let mut second = territory();
    second.flows = vec![flow("1", "sciure de chêne", None), flow("3", "écorces", Some(5.0))];
    second.sites.clear();
    let written = store.put_territory(T, &second, "import", at(9)).await.unwrap();
    assert_eq!(written.version, 2);
    let after = back(&store, T).await;
    let told: Vec<_> =
        after.flows.iter().map(|f| (f.id.to_string(), f.wording.as_str(), f.price.is_some())).collect();
    assert_eq!(
        told,
        [("2", "palettes cassées", true), ("1", "sciure de chêne", false), ("3", "écorces", true)]
            .map(|(id, wording, priced)| (id.to_owned(), wording, priced))
    );
    assert_eq!(after.sites.len(), 2);
    assert_eq!(store.records(T, Kind::Flow).await.unwrap()[0].revision, 1, "it was not touched");
}

async fn thousands_of_flows_are_one_edit(store: Store) {
    let mut large = territory();
    large.flows =
        (0..3_000).map(|n| flow(&n.to_string(), "palettes", (n % 3 == 0).then_some(f64::from(n)))).collect();
    let written = store.put_territory(T, &large, "import", at(0)).await.unwrap();
    assert_eq!(written.version, 1);
    assert!(back(&store, T).await == large);
    let chain = store.verify_audit(T).await.unwrap();
    assert_eq!((chain.lines, chain.broken), (3_005, None));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever people say and however odd the figures: through the store, an export and back it is the same.
    #[test]
    fn no_word_and_no_figure_is_changed(
        words in proptest::collection::vec("\\PC{0,30}", 1..6),
        figures in proptest::collection::vec(proptest::num::f64::POSITIVE | proptest::num::f64::ZERO, 6),
    ) {
        let mut odd = territory();
        odd.notice = words.first().cloned();
        odd.flows = words.iter().zip(&figures).enumerate().map(|(n, (word, figure))| {
            let mut flow = flow(&n.to_string(), word, Some(1.0));
            let tonnes = serde_json::json!({ "low": figure, "mid": figure, "high": figure });
            flow.tonnes = serde_json::from_value(tonnes).ok().into();
            flow.fate.who = Some(word.clone());
            flow
        }).collect();
        let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build().unwrap();
        runtime.block_on(async {
            let folder = tempfile::tempdir().unwrap();
            let store = crate::open(&crate::sqlite(folder.path())).await;
            store.put_territory(T, &odd, "import", at(0)).await.unwrap();
            assert_eq!(back(&store, T).await, odd);
            let export = folder.path().join("export");
            store.export(T, &export).await.unwrap();
            store.delete_territory(T).await.unwrap();
            store.import(&export).await.unwrap();
            assert_eq!(back(&store, T).await, odd);
        });
    }
}
