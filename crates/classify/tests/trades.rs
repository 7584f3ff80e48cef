//! A firm without a code is known by its own words.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

use classify::{Classifier, settle};
use model::{Actor, ActorId, ActorKind, Basis, Evidence, NOTE_AFTER, Site, SiteId, Territory};

/// The activity read for a firm of that name that says that of itself.
fn read(name: &str, label: Option<&str>, kind: ActorKind) -> (Option<String>, bool) {
    let reference = reference::Reference::embedded().unwrap();
    let day = chrono::NaiveDate::from_ymd_opt(2026, 11, 1).unwrap();
    let evidence = Evidence::new(Basis::Declared, "essai.csv:2");
    let id = ActorId::from("f");
    let actor = Actor { id: id.clone(), name: name.into(), kind, evidence: evidence.clone() };
    let mut site = Site::new(SiteId::from("f"), id, name, evidence);
    site.activity_label = label.map(Into::into);
    let territory = Territory {
        name: "essai".into(),
        day,
        invented: true,
        notice: None,
        actors: vec![actor],
        sites: vec![site],
        flows: Vec::new(),
        exchanges: Vec::new(),
    };
    let (territory, findings) = settle(territory, &Classifier::new(reference, day));
    let code = territory.sites[0].activity.as_ref().map(|activity| activity.code.clone());
    (code, findings.iter().any(|finding| finding.key == "sites-trade-read"))
}

#[test]
fn a_firm_without_a_code_is_known_by_its_words_and_the_reading_is_told() {
    for (name, label, expected) in [
        ("Martin SAS", Some("menuiserie"), "43.32"),
        ("Martin SAS", Some("fenêtres PVC"), "22.23"),
        ("Les Volets Bleus", Some("EHPAD"), "87"),
        ("Imprimerie du Quai", Some("maraîcher"), "01.13"),
        ("Boulangerie du Centre", None, "10.71"),
        ("Scierie des Vosges", Some("voir M. le gérant en mars, son voisin est imprimeur à Longwy"), "16.10"),
        ("Transports Weber", None, "49"),
        ("Plasti", Some("injection plastique"), "22.2"),
    ] {
        let found = read(name, label, ActorKind::Company);
        assert_eq!(found, (Some(expected.to_owned()), true), "{name} {label:?}");
    }
    let noted = format!("fromagerie{NOTE_AFTER}rappeler le transporteur");
    assert_eq!(read("Val", Some(&noted), ActorKind::Company).0.as_deref(), Some("10.51"));
}

#[test]
fn a_name_that_tells_no_trade_is_left_alone() {
    for name in [
        "Durand et fils",
        "SARL Petit",
        "Les Ateliers du Vent",
        "Société du Port",
        "Val Services",
        "Martin SAS",
    ] {
        assert_eq!(read(name, None, ActorKind::Company), (None, false), "{name}");
    }
    assert_eq!(
        read("Atelier menuiserie", None, ActorKind::Aci),
        (None, false),
        "what an insertion structure does is asked"
    );
}
