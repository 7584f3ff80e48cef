//! The seeds of the démarche on hand-made territories: what must come out, and what must not.
#![expect(clippy::unwrap_used, reason = "a test stops where it fails")]

#[expect(dead_code, reason = "shared with the other tests")]
mod common;

use common::{Scene, give, need, own, sell, take};
use model::{ActorKind, LeadKind, Role};

#[test]
fn pallet_wood_goes_to_the_boiler_next_door() {
    let scene = Scene::new()
        .site("maker", "25.11", 0.0, &[give("pallet-wood")])
        .site("boiler", "35.30", 2.0, &[take("wood-chips")])
        .site("shredder", "38.32", 4.0, &[]);
    let leads = scene.detect();
    let lead = leads
        .iter()
        .find(|l| l.kind == LeadKind::Substitution && l.resource.as_str() == "pallet-wood")
        .unwrap();
    let roles: Vec<_> = lead.parties.iter().map(|p| (p.site.as_str(), p.role)).collect();
    assert_eq!(roles, [("maker", Role::Giver), ("shredder", Role::Processor), ("boiler", Role::Taker)]);
    assert_eq!(lead.steps[0].output.as_ref().unwrap().as_str(), "wood-chips");
    assert!(lead.facts.iter().any(|f| f.evidence.source.contains("test")), "each fact says where it is from");
}

#[test]
fn who_buys_what_it_replaces_is_a_taker() {
    let scene = Scene::new()
        .site("maker", "25.11", 0.0, &[give("pallet-wood")])
        .site("greenhouse", "01.13", 2.0, &[take("forest-chips")])
        .site("shredder", "38.32", 4.0, &[]);
    let leads = scene.detect();
    assert_eq!(leads[0].with_role(Role::Taker).next().unwrap().site.as_str(), "greenhouse");
}

#[test]
fn windows_are_dismantled_by_an_insertion_structure_and_both_outputs_find_their_taker() {
    let scene = Scene::new()
        .site("fitter", "43.32", 0.0, &[give("window")])
        .insertion("workshop", ActorKind::Ei, 3.0)
        .site("beads", "23.19", 6.0, &[take("flat-glass")])
        .site("profiles", "22.23", 9.0, &[take("pvc-frame")]);
    let leads = scene.detect();
    let lead = leads.iter().find(|l| l.resource.as_str() == "window").unwrap();
    let sites: Vec<_> = lead.parties.iter().map(|p| p.site.as_str()).collect();
    assert_eq!(sites, ["fitter", "workshop", "beads", "profiles"]);
}

#[test]
fn two_sites_do_not_swap_the_water_that_both_give_out() {
    let scene = Scene::new()
        .site("refinery", "19.20", 0.0, &[give("drain-water"), take("raw-water")])
        .site("power", "35.11", 1.0, &[give("drain-water"), take("raw-water")])
        .site("brewery", "11.05", 2.0, &[take("raw-water")]);
    let leads = scene.detect();
    let takers = leads.iter().flat_map(|lead| lead.with_role(Role::Taker)).map(|party| party.site.as_str());
    let takers: Vec<&str> = takers.collect();
    assert!(!takers.is_empty() && takers.iter().all(|site| *site == "brewery"), "{takers:?}");
}

#[test]
fn what_is_forbidden_is_not_proposed() {
    let scene = Scene::new().site("painter", "25.61", 0.0, &[give("paint-sludge")]).site(
        "baker",
        "10.71",
        1.0,
        &[take("paint-sludge")],
    );
    assert!(scene.detect().is_empty());
    let struck = scene.struck();
    assert_eq!(struck.len(), 1, "and it is said which rule forbids it");
    assert_eq!((struck[0].giver.as_str(), struck[0].taker.as_str()), ("painter", "baker"));
}

#[test]
fn nothing_goes_to_itself_or_to_a_sister_site() {
    let scene = Scene::new().site("maker", "25.11", 0.0, &[give("pallet-wood"), take("pallet-wood")]);
    assert!(scene.detect().is_empty());
    let scene = Scene::new()
        .site("a", "25.11", 0.0, &[give("pallet-wood")])
        .site("b", "25.11", 1.0, &[take("pallet-wood")])
        .same_actor("a", "b");
    assert!(scene.detect().is_empty());
}

#[test]
fn neighbours_pool_a_collection_and_far_ones_do_not() {
    let near = (0..4).fold(Scene::new(), |s, i| {
        s.site(&format!("n{i}"), "25.11", f64::from(i) * 0.3, &[give("cardboard")])
    });
    let leads = near.detect();
    let pooled: Vec<_> = leads.iter().filter(|l| l.kind == LeadKind::Sharing).collect();
    assert_eq!(pooled.len(), 1, "one lead a group, not one a pair");
    assert_eq!(pooled[0].parties.len(), 4);
    assert_eq!(pooled[0].rule.as_deref(), Some("cardboard-collection"));
    let far = (0..4).fold(Scene::new(), |s, i| {
        s.site(&format!("f{i}"), "25.11", f64::from(i) * 30.0, &[give("cardboard")])
    });
    assert!(far.detect().iter().all(|l| l.kind != LeadKind::Sharing));
}

#[test]
fn a_compressor_needs_an_owner() {
    let needing = Scene::new().site("a", "25.11", 0.0, &[need("compressor")]).site(
        "b",
        "25.11",
        0.2,
        &[need("compressor")],
    );
    assert!(needing.detect().is_empty());
    let owned = Scene::new().site("a", "25.11", 0.0, &[own("compressor")]).site(
        "b",
        "25.11",
        0.2,
        &[need("compressor")],
    );
    let leads = owned.detect();
    assert_eq!(leads[0].parties[0].role, Role::Owner);
}

#[test]
fn what_a_neighbour_sells_is_a_local_purchase() {
    let scene = Scene::new().site("maker", "16.24", 0.0, &[sell("pallet")]).site(
        "buyer",
        "52.10",
        5.0,
        &[take("pallet")],
    );
    let leads = scene.detect();
    assert_eq!(leads.len(), 1);
    assert_eq!(leads[0].kind, LeadKind::LocalPurchase);
}

#[test]
fn what_a_maker_sells_is_no_residue_to_be_shredded() {
    let of = |naf: &str, flow| {
        let scene = Scene::new().site("maker", naf, 0.0, &[flow]).site("shredder", "38.32", 4.0, &[]);
        scene.detect().len()
    };
    assert_eq!(of("16.24", give("pallet-wood")), 1, "the same as a residue");
    assert_eq!(of("16.24", sell("pallet-wood")), 0);
}

#[test]
fn what_a_register_enters_is_no_lead() {
    let scene = Scene::new()
        .site("maker", "25.11", 0.0, &[give("pallet-wood")])
        .site("shredder", "38.32", 4.0, &[])
        .running("maker", "shredder", "pallet-wood")
        .registered();
    assert!(scene.detect().is_empty());
}

#[test]
fn many_small_supplies_make_a_chain() {
    let scene = (0..6)
        .fold(Scene::new(), |s, i| s.site(&format!("g{i}"), "25.11", f64::from(i), &[give("pallet-wood")]));
    let leads = scene.site("boiler", "35.30", 2.0, &[take("wood-chips")]).detect();
    let chain = leads.iter().find(|l| l.kind == LeadKind::Chain).unwrap();
    assert_eq!(chain.with_role(Role::Giver).count(), 6);
    assert_eq!(chain.with_role(Role::Taker).next().unwrap().site.as_str(), "boiler");
}

#[test]
fn an_exchange_that_runs_is_known() {
    let scene = Scene::new()
        .site("maker", "25.11", 0.0, &[give("pallet-wood")])
        .site("shredder", "38.32", 4.0, &[])
        .running("maker", "shredder", "pallet-wood");
    assert!(scene.detect()[0].known);
}

#[test]
fn an_unknown_place_is_not_zero_kilometres() {
    let scene =
        Scene::new().site("maker", "25.11", 0.0, &[give("pallet-wood")]).unplaced("shredder", "38.32", &[]);
    let leads = scene.detect();
    assert_eq!(leads.len(), 1);
    assert_eq!(leads[0].km, None);
}

#[test]
fn nearer_comes_first_and_the_order_never_changes() {
    let scene = Scene::new()
        .site("maker", "25.11", 0.0, &[give("pallet-wood")])
        .site("far", "38.32", 40.0, &[])
        .site("near", "38.32", 1.0, &[]);
    let leads = scene.detect();
    assert_eq!(leads[0].parties[1].site.as_str(), "near");
    assert_eq!(leads, scene.detect());
    let ids: std::collections::HashSet<_> = leads.iter().map(|l| &l.id).collect();
    assert_eq!(ids.len(), leads.len(), "ids are distinct");
}

#[test]
fn a_need_alone_says_nothing_of_the_supply() {
    let mut scene = Scene::new().site("maker", "25.11", 0.0, &[give("pallet-wood")]).site(
        "reuser",
        "16.24",
        1.0,
        &[take("pallet-wood")],
    );
    scene.tonnes("reuser", 900.0);
    assert_eq!(scene.detect()[0].tonnes, None);
    scene.tonnes("maker", 40.0);
    assert!((scene.detect()[0].tonnes.unwrap().mid() - 40.0).abs() < 1e-9, "the smaller of the two");
}

#[test]
fn a_site_that_takes_other_things_is_a_less_likely_runner() {
    let plain =
        Scene::new().site("maker", "25.11", 0.0, &[give("pallet-wood")]).site("recycler", "38.32", 1.0, &[]);
    let other = Scene::new().site("maker", "25.11", 0.0, &[give("pallet-wood")]).site(
        "recycler",
        "38.32",
        1.0,
        &[take("cardboard")],
    );
    assert!(other.detect()[0].belief < plain.detect()[0].belief);
}

#[test]
fn a_wording_too_broad_falls_under_what_it_may_be() {
    let broad = Scene::new().site("canteen", "56.29", 0.0, &[give("leftovers")]).site(
        "pigs",
        "01.46",
        1.0,
        &[take("leftovers")],
    );
    assert!(broad.detect().is_empty(), "leftovers may be canteen waste, which never goes to farm animals");
    let plant = Scene::new().site("canteen", "56.29", 0.0, &[give("leftovers")]).site(
        "digester",
        "35.21",
        1.0,
        &[take("leftovers")],
    );
    assert_eq!(plant.detect().len(), 1, "the prohibition names farms only");
}

#[test]
fn a_hazardous_code_on_a_harmless_resource_stops_everything_when_somebody_said_it() {
    let mut scene = (0..4).fold(Scene::new(), |s, i| {
        s.site(&format!("n{i}"), "25.11", f64::from(i) * 0.3, &[give("cardboard")])
    });
    let sure = scene.detect()[0].belief;
    scene.code("15 01 10*", false);
    let guessed = scene.detect();
    assert_eq!(guessed.len(), 1, "a code only read from the words is a question");
    assert!(guessed[0].belief < sure);
    scene.code("15 01 10*", true);
    assert!(scene.detect().is_empty());
}

#[test]
fn one_company_does_not_pool_with_itself() {
    let scene = (0..4).fold(Scene::new(), |s, i| {
        s.site(&format!("n{i}"), "25.11", f64::from(i) * 0.3, &[give("cardboard")])
    });
    let scene = scene.same_actor("n0", "n1").same_actor("n1", "n2").same_actor("n2", "n3");
    assert!(scene.detect().is_empty());
}
