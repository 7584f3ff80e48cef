//! How far and how much: heat by the size of the need, a register as the least a firm takes, a purchase of one thing.
#![expect(clippy::unwrap_used, reason = "a test stops where it fails")]

#[expect(dead_code, reason = "shared with the other tests")]
mod common;

use common::{Scene, give, sell, take};
use model::{Direction, Lead, LeadKind, Role};
use reference::Reference;

fn detect(scene: &Scene) -> Vec<Lead> {
    scene.detect_with(Reference::embedded().unwrap())
}

/// Leads between who has heat and who needs some, km and MWh a year apart.
fn heat(flow: (Direction, &'static str), km: f64, need: f64) -> usize {
    let scene = Scene::new()
        .site("bakery", "10.71", 0.0, &[flow])
        .site("home", "87.10", km, &[take("heat")])
        .megawatt_hours("bakery", 20_000.0)
        .megawatt_hours("home", need);
    detect(&scene).iter().filter(|lead| lead.kind != LeadKind::Sharing).count()
}

#[test]
fn heat_reaches_as_far_sold_as_given_by_the_size_of_the_need() {
    let ways = [sell("waste-heat-above-150"), give("waste-heat-above-150")];
    for (km, need, reaches) in
        [(1.0, 650.0, true), (5.1, 650.0, false), (5.1, 9_000.0, true), (8.5, 9_000.0, false)]
    {
        let found = ways.map(|flow| heat(flow, km, need) > 0);
        assert_eq!(found, [reaches; 2], "{need} MWh at {km} km");
    }
}

/// Tonnes of a lead to a recycler that takes 16 t, as it says or as a register shows.
fn to_recycler(by_register: bool) -> f64 {
    let scene = Scene::new().site("depot", "52.10", 0.0, &[give("cardboard")]).site(
        "recycler",
        "38.32",
        5.0,
        &[take("cardboard")],
    );
    let mut scene = if by_register { scene.received("recycler") } else { scene };
    scene.tonnes("depot", 132.0);
    scene.tonnes("recycler", 16.0);
    let leads = detect(&scene);
    let lead = leads.iter().find(|lead| lead.kind == LeadKind::Substitution).unwrap();
    lead.tonnes.unwrap().mid()
}

#[test]
fn what_a_register_shows_is_the_least_a_firm_takes() {
    assert!((to_recycler(false) - 16.0).abs() < 1e-6, "it says that it takes so much");
    assert!((to_recycler(true) - 132.0).abs() < 1e-6, "a register only shows what came");
}

#[test]
fn a_firm_that_only_a_register_names_comes_after_those_one_can_find() {
    let takers = |located: bool| -> Vec<String> {
        let scene = Scene::new()
            .site("depot", "52.10", 0.0, &[give("cardboard")])
            .unplaced("named", "38.32", &[take("cardboard")])
            .received("named");
        let scene = if located { scene.site("near", "17.12", 9.0, &[take("cardboard")]) } else { scene };
        let leads = detect(&scene);
        let substitution = leads.iter().filter(|lead| lead.kind == LeadKind::Substitution);
        substitution.flat_map(|lead| lead.with_role(Role::Taker)).map(|p| p.site.to_string()).collect()
    };
    assert_eq!(takers(true), ["near"]);
    assert_eq!(takers(false), ["named"], "when nobody else is known it is told");
}

#[test]
fn another_polymer_or_a_broken_pallet_is_another_purchase() {
    let groups = |(a, says): (&'static str, &str), (b, said): (&'static str, &str)| {
        let scene = Scene::new()
            .site("first", "22.29", 0.0, &[take(a)])
            .site("second", "22.23", 6.0, &[take(b)])
            .saying("first", says)
            .saying("second", said);
        let leads = detect(&scene);
        leads
            .iter()
            .filter(|l| l.rule.as_deref().is_some_and(|rule| rule.ends_with("-purchase-group")))
            .count()
            + leads.iter().filter(|l| l.rule.as_deref() == Some("pallet-purchase")).count()
    };
    assert_eq!(groups(("virgin-polypropylene", "granulés PP"), ("pvc-resin", "résine PVC")), 0);
    assert_eq!(groups(("pvc-resin", "PVC vierge"), ("pvc-resin", "résine PVC")), 1);
    assert_eq!(groups(("pallet", "palettes EUR"), ("pallet", "palettes cassées à réparer")), 0);
    assert_eq!(groups(("pallet", "palettes EUR"), ("pallet", "palettes neuves")), 1);
}

#[test]
fn a_whole_tyre_is_not_sewn_nor_are_horses_fed_like_pigs() {
    let ways = |giver, given, taker| -> Vec<String> {
        let scene = Scene::new().site("giver", giver, 0.0, &[give(given)]).site(
            "taker",
            taker,
            2.0,
            &[take("animal-feed")],
        );
        let scene = scene.guessed("taker");
        detect(&scene).iter().flat_map(|l| &l.steps).map(|s| s.pathway.to_string()).collect()
    };
    assert!(!ways("45.20", "end-of-life-tyre", "88.10").iter().any(|way| way == "rubber-offcut-upcycling"));
    assert!(ways("22.19", "rubber", "88.10").iter().any(|way| way == "rubber-offcut-upcycling"));
    assert!(!ways("11.05", "brewers-yeast", "01.43").iter().any(|way| way == "liquid-by-product-to-pigs"));
    assert!(ways("11.05", "brewers-yeast", "01.46").iter().any(|way| way == "liquid-by-product-to-pigs"));
    assert!(!ways("25.61", "powder-coating", "22.29").iter().any(|way| way == "composite-filler"));
}

#[test]
fn both_takers_of_what_a_window_is_made_of_are_named() {
    for (window, expected) in [
        ("end-of-life-window", &["beads", "profiles"][..]),
        ("pvc-window", &["beads", "profiles"]),
        ("wood-window", &["beads"]),
    ] {
        let scene = Scene::new()
            .site("fitter", "43.32", 0.0, &[give(window)])
            .site("workshop", "88.99", 4.0, &[take("end-of-life-window")])
            .saying("workshop", "vieilles fenêtres à démonter")
            .site("beads", "23.19", 10.0, &[take("flat-glass-cullet")])
            .site("profiles", "22.23", 5.0, &[take("rigid-pvc")]);
        let leads = detect(&scene);
        let lead = leads.iter().find(|l| l.parties.iter().any(|p| p.site.as_str() == "workshop")).unwrap();
        let mut takers: Vec<_> = lead.with_role(Role::Taker).map(|p| p.site.as_str()).collect();
        takers.sort_unstable();
        assert_eq!(takers, expected, "{window}: {:?}", lead.steps);
        assert!(lead.steps[0].pathway.as_str().ends_with("dismantling"), "{window}: {:?}", lead.steps);
    }
}
