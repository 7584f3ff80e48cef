//! What falls off beside a product and is sold finds its uses like a residue, and stays a product in law.
#![expect(clippy::unwrap_used, reason = "a test stops where it fails")]

#[expect(dead_code, reason = "shared with the other tests")]
mod common;

use common::{Scene, sell, take};
use model::{Lead, LeadKind};
use reference::{Reference, RouteKind};

/// What two firms ten kilometres from each other come to, by the whole knowledge.
fn between(
    (giver, sold): (&'static str, &'static str),
    (taker, bought): (&'static str, &'static str),
) -> Vec<Lead> {
    let scene =
        Scene::new().site("giver", giver, 0.0, &[sell(sold)]).site("taker", taker, 10.0, &[take(bought)]);
    scene.detect_with(Reference::embedded().unwrap())
}

#[test]
fn bark_sold_is_mulch_and_sawdust_sold_is_litter() {
    for (giver, sold, taker, bought, way) in [
        ("16.10", "bark", "01.13", "mulch", "bark-to-mulch"),
        ("16.10", "sawdust", "01.43", "straw", "sawdust-to-bedding"),
        ("11.05", "spent-grain", "01.41", "animal-feed", "wet-by-product-to-cattle"),
        ("35.21", "biogenic-carbon-dioxide", "11.05", "liquid-carbon-dioxide", "co2-to-drinks"),
    ] {
        let leads = between((giver, sold), (taker, bought));
        let ways: Vec<&str> = leads.iter().flat_map(|l| &l.steps).map(|s| s.pathway.as_str()).collect();
        assert_eq!(ways, [way], "{sold} sold beside {bought} bought");
    }
}

#[test]
fn what_is_sold_takes_no_way_of_waste() {
    let pathways = &Reference::embedded().unwrap().pathways;
    for (giver, sold, taker, bought) in [
        ("35.21", "digestate", "01.11", "fertiliser"),
        ("11.05", "spent-grain", "35.21", "electricity"),
        ("16.10", "bark", "38.21", "electricity"),
    ] {
        for lead in between((giver, sold), (taker, bought)) {
            let routes = lead.steps.iter().map(|step| pathways.get(step.pathway.as_str()).unwrap().route);
            for route in routes {
                assert!(
                    !matches!(route, RouteKind::Waste | RouteKind::EndOfWaste),
                    "{sold} to {taker}: {route:?}"
                );
            }
        }
    }
}

#[test]
fn who_asks_for_it_by_its_name_just_buys_it() {
    let leads = between(("16.10", "sawdust"), ("01.43", "sawdust"));
    let kinds: Vec<LeadKind> = leads.iter().map(|lead| lead.kind).collect();
    assert_eq!(kinds, [LeadKind::LocalPurchase], "told once");
}

#[test]
fn who_asks_for_such_things_in_general_takes_a_by_product_that_is_sold() {
    // Its status is a by-product's, which `appraisal` says.
    let leads = between(("11.05", "spent-grain"), ("35.21", "fermentable-residue"));
    assert_eq!(leads.len(), 1, "one idea, told once: {leads:?}");
    assert_eq!(leads[0].kind, LeadKind::Substitution);
    assert!(between(("11.05", "spent-grain"), ("35.21", "electricity")).is_empty(), "nobody asked");
}
