//! Wood for boilers and heat for networks, against the real knowledge.
#![expect(clippy::unwrap_used, reason = "a test stops where it fails")]

#[expect(dead_code, reason = "shared with the other tests")]
mod common;

use common::{Scene, give, take};
use model::{Lead, LeadKind};
use reference::Reference;

const WAY: &str = "class-a-wood-to-building-boiler";

/// Broken pallets of a warehouse, and a hospital that buys `bought` for its boiler, where nobody sorts wood.
fn pallets(bought: &'static str, quality: &str) -> Vec<Lead> {
    let mut scene = Scene::new()
        .site("warehouse", "52.10", 0.0, &[give("pallet-wood")])
        .site("hospital", "86.10", 3.0, &[take(bought)])
        .saying("warehouse", "palettes cassées");
    scene.quality("warehouse", quality);
    scene.detect_with(Reference::embedded().unwrap())
}

fn burns(lead: &Lead) -> bool {
    let boilers = [WAY, "wood-to-biomass-boiler", "wood-chips-to-building-boiler"];
    lead.steps.iter().any(|step| boilers.contains(&step.pathway.as_str()))
}

#[test]
fn who_buys_wood_chips_has_a_boiler_for_plain_pallet_wood() {
    let leads = pallets("wood-chips", "bois brut non traité");
    let lead = leads.iter().find(|lead| lead.steps.iter().any(|step| step.pathway.as_str() == WAY)).unwrap();
    assert!(lead.belief > 0.5, "{}", lead.belief);
    assert_eq!(lead.parties[1].site.as_str(), "hospital");
    assert!(lead.parties[1].flow.is_some(), "what it buys is told, and bounds it");
}

#[test]
fn who_buys_no_wood_is_not_supposed_to_burn_any() {
    assert!(
        !pallets("natural-gas", "").iter().any(|lead| lead.steps.iter().any(|s| s.pathway.as_str() == WAY))
    );
}

#[test]
fn painted_or_treated_wood_goes_to_no_ordinary_boiler() {
    for quality in ["peintes", "bois traité autoclave", "vernies, souillées", "panneaux contreplaqués"] {
        let leads = pallets("wood-chips", quality);
        assert!(!leads.iter().any(burns), "{quality}: {leads:#?}");
    }
}

#[test]
fn a_heat_network_is_not_offered_a_heat_network() {
    let reference = Reference::embedded().unwrap();
    let scene = |third: &str| {
        Scene::new()
            .site("pool", "93.11", 0.0, &[take("heat")])
            .site("greenhouse", "01.13", 0.8, &[take("heat")])
            .site("third", third, 0.5, &[take("heat")])
    };
    let joins = |third: &str| {
        let leads = scene(third).detect_with(reference);
        let networks: Vec<_> =
            leads.iter().filter(|lead| lead.rule.as_deref() == Some("heat-network-sharing")).collect();
        assert!(networks.iter().all(|lead| lead.kind == LeadKind::Sharing) && !networks.is_empty());
        networks.iter().any(|lead| lead.parties.iter().any(|party| party.site.as_str() == "third"))
    };
    assert!(joins("86.10") && !joins("35.30"));
}
