//! Hazardous waste that nobody on the territory may take.
#![expect(clippy::unwrap_used, reason = "a test stops where it fails")]

#[expect(dead_code, reason = "shared with the other tests")]
mod common;

use common::{Scene, give};
use model::{Finding, Said};
use reference::Reference;

fn without_taker(scene: &Scene) -> Vec<Finding> {
    let mut findings = scene.findings_with(Reference::embedded().unwrap());
    findings.retain(|finding| finding.key == "hazardous-without-taker");
    findings
}

fn plater() -> Scene {
    Scene::new()
        .site("plater", "25.61", 0.0, &[give("plating-bath"), give("cardboard")])
        .saying("plater", "bains de chrome usés")
}

#[test]
fn a_hazardous_residue_without_taker_says_which_collector_to_look_for() {
    let findings = without_taker(&plater());
    assert_eq!(findings.len(), 1, "the bath, not the cardboard: {findings:#?}");
    let arg = |name: &str| findings[0].args.iter().find(|(key, _)| key == name).map(|(_, said)| said.clone());
    assert_eq!(arg("site"), Some(Said::Text("plater".to_owned())));
    let Some(Said::Text(way)) = arg("pathway") else { panic!("{findings:#?}") };
    let reference = Reference::embedded().unwrap();
    assert!(
        reference.pathways.get(&way).is_some_and(|pathway| pathway.usual_for("38.22").is_some()),
        "{way}"
    );
}

#[test]
fn a_permitted_plant_or_a_collector_who_was_named_settles_it() {
    let near = plater().site("treater", "38.22", 5.0, &[]);
    assert!(without_taker(&near).is_empty(), "{:#?}", without_taker(&near));
    assert!(without_taker(&plater().taken_by("plater", "Collecte Est")).is_empty());
}
