//! Merging: the same site under several names, contradictions, places that cannot be.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

mod support;

use model::{Actor, ActorId, ActorKind, Basis, Evidence, FlowId, Said};
use model::{Batch, Direction, Finding, Flow, Place, Precision, Severity, Site, SiteId, Territory};
use support::territory;

const SIRET_A: &str = "73282932000074";
const SIRET_B: &str = "73282932000082";

fn site(id: &str, siret: Option<&str>, file: &str) -> Site {
    let siret = siret.map(|text| text.parse().unwrap());
    let evidence = Evidence::new(Basis::Declared, format!("{file}:2"));
    Site { siret, ..Site::new(SiteId::from(id), ActorId::from(id), format!("Site {id}"), evidence) }
}

fn at(mut site: Site, lat: f64, lon: f64) -> Site {
    site.place = Some(Place { lat, lon, precision: Precision::Exact });
    site
}

fn flow(site: &str, wording: &str, file: &str) -> Flow {
    let id = FlowId::from(format!("workbook:{site}:out:{wording}"));
    let evidence = Evidence::new(Basis::Declared, format!("{file}:2"));
    Flow::worded(id, SiteId::from(site), Direction::GivesOut, wording.to_owned(), evidence)
}

fn batch(sites: Vec<Site>, flows: Vec<Flow>) -> Batch {
    let actors = sites
        .iter()
        .map(|site| Actor {
            id: site.actor.clone(),
            name: site.name.clone(),
            kind: ActorKind::Company,
            evidence: site.evidence.clone(),
        })
        .collect();
    Batch { sites, flows, actors, ..Batch::default() }
}

fn merged(batches: Vec<Batch>) -> (Territory, Vec<Finding>) {
    territory(batches)
}

fn finding<'a>(findings: &'a [Finding], key: &str) -> &'a Finding {
    let found = findings.iter().find(|finding| finding.key == key);
    found.unwrap_or_else(|| panic!("no {key} in {findings:?}"))
}

/// An argument as it is said in French, of the finding or of the reason it gives.
fn arg(finding: &Finding, name: &str) -> String {
    let within = finding.args.iter().filter_map(|(_, said)| match said {
        Said::Message(what) => Some(&what.args),
        Said::Text(_) => None,
    });
    match finding.args.iter().chain(within.flatten()).find(|(known, _)| known == name) {
        Some((_, Said::Text(text))) => text.clone(),
        Some((_, Said::Message(what))) => support::fr(what),
        None => String::new(),
    }
}

#[test]
fn one_siret_is_one_site_whatever_it_is_called() {
    let mut other = site("siret:73282932000074", Some(SIRET_A), "sirene.csv");
    other.zone = Some("ZI du Val".into());
    let first = batch(vec![site("V001", Some(SIRET_A), "a.csv")], vec![]);
    let second = batch(vec![other], vec![flow("siret:73282932000074", "bois", "registre.csv")]);
    let (territory, findings) = merged(vec![first, second]);
    assert_eq!((territory.sites.len(), territory.actors.len()), (1, 1));
    assert_eq!(territory.sites[0].zone.as_deref(), Some("ZI du Val"), "the later file completes");
    assert_eq!(territory.flows[0].site.as_str(), "V001");
    assert!(findings.iter().all(|finding| finding.key == "intake-place-missing"), "{findings:?}");
}

#[test]
fn a_contradiction_names_both_values() {
    let with_zone = |file: &str, zone: &str| {
        let mut site = site("V001", Some(SIRET_A), file);
        site.zone = Some(zone.to_owned());
        batch(vec![site], vec![])
    };
    let (territory, findings) = merged(vec![with_zone("a.csv", "ZI Nord"), with_zone("b.csv", "ZI Sud")]);
    assert_eq!(territory.sites[0].zone.as_deref(), Some("ZI Nord"));
    let found = finding(&findings, "intake-contradiction");
    assert_eq!([arg(found, "field"), arg(found, "kept"), arg(found, "other")], ["zone", "ZI Nord", "ZI Sud"]);
    assert_eq!([arg(found, "kept_source"), arg(found, "other_source")], ["a.csv:2", "b.csv:2"]);
}

#[test]
fn two_sites_of_one_file_cannot_share_a_siret() {
    let sites = vec![site("V001", Some(SIRET_A), "a.csv"), site("V002", Some(SIRET_A), "a.csv")];
    let (territory, findings) = merged(vec![batch(sites, vec![])]);
    assert_eq!(territory.sites.len(), 2);
    assert!(territory.sites[1].siret.is_none());
    let found = finding(&findings, "intake-siret-twice");
    assert_eq!([arg(found, "first"), found.about.clone()], ["V001", "V002"]);
}

#[test]
fn one_id_for_two_sites_of_two_files() {
    let first = batch(vec![site("V001", Some(SIRET_A), "a.csv")], vec![flow("V001", "bois", "a.csv")]);
    let second = batch(vec![site("V001", Some(SIRET_B), "b.csv")], vec![flow("V001", "bois", "b.csv")]);
    let (territory, findings) = merged(vec![first.clone(), second.clone(), second]);
    let ids: Vec<_> = territory.sites.iter().map(|site| site.id.as_str()).collect();
    assert_eq!(ids, ["V001", "V001~2"]);
    let owners: Vec<_> = territory.flows.iter().map(|flow| flow.site.as_str()).collect();
    assert_eq!(owners, ["V001", "V001~2"]);
    assert_eq!(arg(finding(&findings, "intake-id-two-sites"), "renamed"), "V001~2");
}

#[test]
fn flows_of_nobody_are_counted_and_told() {
    let orphans = batch(vec![], vec![flow("V009", "bois", "f.csv"), flow("V009", "carton", "f.csv")]);
    let (territory, findings) = merged(vec![orphans]);
    assert!(territory.flows.is_empty());
    let found = finding(&findings, "intake-site-unknown");
    assert_eq!([arg(found, "site"), arg(found, "count")], ["V009", "2"]);
}

#[test]
fn the_same_line_twice_counts_once() {
    let mut copy = flow("V001", "bois", "f.csv");
    copy.id = FlowId::from("workbook:V001:out:bois~2");
    std::sync::Arc::make_mut(&mut copy.evidence).source = "f.csv:3".into();
    let (territory, findings) =
        merged(vec![batch(vec![site("V001", None, "a.csv")], vec![flow("V001", "bois", "f.csv"), copy])]);
    assert_eq!(territory.flows.len(), 1);
    assert_eq!(finding(&findings, "intake-line-twice").about, "f.csv:3");
}

#[test]
fn impossible_coordinates_are_dropped_and_the_commune_steps_in() {
    let mut sites: Vec<Site> =
        (0..5).map(|n| at(site(&format!("V{n}"), None, "a.csv"), 49.32, 6.12)).collect();
    for (id, lat, lon) in [
        ("range", 949.0, 6.1),
        ("nan", f64::NAN, 6.1),
        ("zero", 0.0, 0.0),
        ("swapped", 6.12, 49.32),
        ("far", 43.3, 5.4),
    ] {
        let mut site = at(site(id, None, "a.csv"), lat, lon);
        site.commune = Some("57190 FLORANGE CEDEX 2".into());
        sites.push(site);
    }
    let (territory, findings) = merged(vec![batch(sites, vec![])]);
    let why: Vec<_> = findings
        .iter()
        .filter(|finding| finding.key == "intake-coordinates-refused")
        .map(|finding| (finding.about.as_str(), arg(finding, "why")))
        .collect();
    let told: Vec<_> = why.iter().map(|(about, why)| (*about, why.as_str())).collect();
    assert_eq!(
        told,
        [("range", "range"), ("nan", "range"), ("zero", "zero"), ("swapped", "swapped"), ("far", "far")]
    );
    for site in &territory.sites[5..] {
        assert_eq!(site.place.unwrap().precision, Precision::Commune, "{}", site.id);
    }
}

#[test]
fn a_point_in_the_sea_gives_way_to_the_commune() {
    let mut lost = at(site("lost", None, "a.csv"), 50.1, 0.2);
    lost.commune = Some("Florange".into());
    let (territory, findings) = merged(vec![batch(vec![lost], vec![])]);
    let refused = finding(&findings, "intake-coordinates-refused");
    assert_eq!((refused.about.as_str(), arg(refused, "why").as_str()), ("lost", "commune"));
    assert_eq!(territory.sites[0].place.map(|place| place.precision), Some(Precision::Commune));
}

#[test]
fn of_communes_of_one_name_the_postcode_or_the_neighbours_settle_which() {
    let in_richemont = |stated: &str| {
        let mut site = site("here", None, "a.csv");
        site.commune = Some(stated.into());
        site
    };
    let lat_of = |sites: Vec<Site>| {
        let (territory, findings) = merged(vec![batch(sites, vec![])]);
        let here = territory.sites.iter().find(|site| site.id.as_str() == "here").unwrap();
        (
            here.place.map(|place| place.lat),
            findings.iter().any(|finding| finding.key == "intake-commune-homonyms"),
        )
    };
    assert_eq!(lat_of(vec![in_richemont("Richemont")]), (None, true));
    assert_eq!(lat_of(vec![in_richemont("57270 Richemont")]), (Some(49.278), false));
    assert_eq!(lat_of(vec![in_richemont("76399 RICHEMONT CEDEX 9")]), (Some(49.8), false));
    let beside = |lat, lon| vec![in_richemont("Richemont"), at(site("other", None, "a.csv"), lat, lon)];
    assert_eq!(lat_of(beside(49.32, 6.12)), (Some(49.278), false));
    assert_eq!(lat_of(beside(49.9, 1.5)), (Some(49.8), false));
    assert_eq!(lat_of(beside(49.5, 3.9)), (None, true), "half-way, nobody knows");
}

#[test]
fn a_large_territory_keeps_its_far_ends() {
    let spread =
        (0..9).map(|n| at(site(&format!("V{n}"), None, "a.csv"), 43.0 + f64::from(n), 2.0)).collect();
    let (territory, findings) = merged(vec![batch(spread, vec![])]);
    assert!(territory.sites.iter().all(|site| site.place.is_some()), "{findings:?}");
}

#[test]
fn points_in_the_sea_or_on_no_land_are_refused_and_real_places_stay() {
    for (lat, lon, wanted) in [
        (45.0, -20.0, Some("outside")),
        (45.5, -5.0, Some("sea")),
        (42.0, 6.0, Some("sea")),
        (6.12, 49.32, Some("swapped")),
        (49.32, 6.12, None),
        (47.33, -3.18, None),
        (42.0, 9.1, None),
        (48.45, -5.1, None),
        (-20.9, 55.45, None),
        (55.7, 11.1, None),
    ] {
        let (territory, findings) =
            merged(vec![batch(vec![at(site("one", None, "a.csv"), lat, lon)], vec![])]);
        let why = findings
            .iter()
            .find(|finding| finding.key == "intake-coordinates-refused")
            .map(|f| arg(f, "why"));
        assert_eq!(why.as_deref(), wanted, "{lat} {lon}");
        assert_eq!(territory.sites[0].place.is_some(), wanted.is_none());
    }
}

/// A batch of one site that throws away wood.
fn firm(id: &str, name: &str, siret: Option<&str>, commune: Option<&str>) -> Batch {
    let file = format!("{id}.csv");
    let mut site = site(id, siret, &file);
    site.name = name.into();
    site.commune = commune.map(ToOwned::to_owned);
    batch(vec![site], vec![flow(id, "bois", &file)])
}

#[test]
fn a_firm_of_the_workbook_and_its_own_register_are_one_site() {
    for (name, siret, commune) in [
        ("MENUISERIE DU VAL SARL", None, Some("57190 FLORANGE CEDEX")),
        ("S.A.S. Menuiserie du Val", Some(SIRET_A), Some("Florange")),
        ("Sté Ménuiserie du val", None, None),
    ] {
        let mut workbook = firm("V001", "Menuiserie du Val", None, Some("Florange"));
        workbook.actors[0].kind = ActorKind::LocalAuthority;
        let register = firm("register:menuiserie", name, siret, commune);
        for order in [[workbook.clone(), register.clone()], [register, workbook]] {
            let (territory, findings) = merged(order.to_vec());
            assert_eq!((territory.sites.len(), territory.actors.len()), (1, 1), "{name}: {findings:?}");
            assert_eq!(territory.actors[0].kind, ActorKind::LocalAuthority);
            assert_ne!(territory.actors[0].id.as_str(), "register:menuiserie");
            assert_eq!(territory.sites[0].actor, territory.actors[0].id);
            assert_eq!(territory.sites[0].siret.is_some(), siret.is_some());
            assert!(territory.flows.iter().all(|flow| flow.site == territory.sites[0].id));
            assert_eq!(
                finding(&findings, "intake-site-joined").severity == Severity::Warning,
                commune.is_none()
            );
        }
    }
}

#[test]
fn namesakes_stay_apart_where_the_name_does_not_tell() {
    let of = |id: &str, commune| firm(id, "Menuiserie du Val", None, commune);
    let two_here = {
        let mut both = of("V001", Some("Florange"));
        both.sites.extend(of("V002", Some("Florange")).sites);
        both
    };
    for (batches, sites, told) in [
        (vec![of("V001", Some("Florange")), of("register:m", Some("Fameck"))], 2, false),
        (vec![of("V001", Some("Florange")), of("W001", Some("Fameck")), of("register:m", None)], 3, true),
        (vec![two_here, of("register:m", Some("Florange"))], 3, true),
        (
            vec![
                firm("V001", "Menuiserie du Val", Some(SIRET_A), Some("Florange")),
                firm("register:m", "Menuiserie du Val", Some(SIRET_B), Some("Florange")),
            ],
            2,
            false,
        ),
    ] {
        let (territory, findings) = merged(batches);
        assert_eq!(territory.sites.len(), sites, "{findings:?}");
        assert_eq!(findings.iter().any(|f| f.key == "intake-site-perhaps"), told, "{findings:?}");
    }
    // An outlet named without its commune may be any agency of its group, unless a person describes the one place of that name here.
    let mut outlet = of("register:m", None);
    outlet.flows.clear();
    outlet.sites[0].evidence.basis = Basis::Register;
    let here = |basis| {
        let mut here = of("V001", Some("Florange"));
        here.sites[0].evidence.basis = basis;
        here
    };
    for (basis, sites) in [(Basis::Documented, 2), (Basis::Declared, 1)] {
        let (territory, findings) = merged(vec![here(basis), outlet.clone()]);
        assert_eq!(territory.sites.len(), sites, "{findings:?}");
        assert_eq!(findings.iter().any(|f| f.key == "intake-site-joined"), sites == 1, "{findings:?}");
    }
}

#[test]
fn the_name_a_person_wrote_wins_over_a_register() {
    let mut register = site("register:a", Some(SIRET_A), "registre.csv");
    register.name = "LAQUAGE DU VAL SAS".to_owned();
    register.evidence = Evidence::new(Basis::Register, "registre.csv:2");
    let written = site("V001", Some(SIRET_A), "acteurs.csv");
    for order in [[register.clone(), written.clone()], [written, register]] {
        let (territory, _) = merged(order.map(|site| batch(vec![site], vec![])).into());
        let names: Vec<&str> = territory.sites.iter().map(|site| site.name.as_str()).collect();
        assert_eq!(names, ["Site V001"]);
    }
}
