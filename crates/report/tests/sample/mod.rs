//! A small invented territory with leads of every kind, made by hand.

mod leads;

use chrono::NaiveDate;
use model::{
    Actor, ActorKind, Basis, Confidentiality, Direction, Evidence, Fate, FileReport, Finding, Flow, FlowId,
    Lead, Message, Place, Precision, Price, Reject, Severity, Site, SiteId, Territory, Visit,
};
use reference::{DataFile, Reference};
use report::{Audience, View};
use units::{Quantity, Range};
use wording::Lang;

/// A diagnosis that owns its parts.
pub struct Sample {
    pub territory: Territory,
    pub leads: Vec<Lead>,
    pub visits: Vec<Visit>,
    pub findings: Vec<Finding>,
    pub files: Vec<FileReport>,
    pub reference: Reference,
}

impl Sample {
    pub fn view(&self, lang: Lang, audience: Audience) -> View<'_> {
        View {
            territory: &self.territory,
            leads: &self.leads,
            visits: &self.visits,
            findings: &self.findings,
            files: &self.files,
            reference: &self.reference,
            lang,
            audience,
            other_language: None,
        }
    }
}

pub fn sample() -> Sample {
    let leads = leads::leads();
    Sample {
        territory: territory(),
        visits: leads::visits(&leads),
        leads,
        findings: findings(),
        files: vec![file()],
        reference: knowledge(),
    }
}

pub fn knowledge() -> Reference {
    let files = [
        ("resources/test.toml", include_str!("knowledge.toml")),
        ("figures/test.csv", include_str!("figures.csv")),
        ("nomenclatures/fate_words.csv", include_str!("fate_words.csv")),
        ("geography/outlines_57.txt", "57001|0|60500,493000 500,0 0,400 -500,0"),
    ];
    Reference::load(&files.map(|(path, text)| DataFile { path, text })).unwrap()
}

pub fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

pub fn range(low: f64, mid: f64, high: f64) -> Range {
    Range::new(low, mid, high).unwrap()
}

/// id, name, kind, lat, lon; a latitude of 0 is an unknown place.
const SITES: [(&str, &str, ActorKind, f64, f64); 12] = [
    ("s1", "Métallerie Orne", ActorKind::Company, 49.3191, 6.0754),
    ("s2", "Scierie du Grand-Ban", ActorKind::Company, 49.3391, 6.1204),
    ("s3", "Atelier des Deux-Rives", ActorKind::Ei, 49.3251, 6.0954),
    ("s4", "Serres du Crassier", ActorKind::Company, 49.3201, 6.0764),
    ("s5", "Imprimerie Quatre-Feux", ActorKind::Company, 49.3102, 6.1011),
    ("s6", "Logistique du Vieux-Quai", ActorKind::Company, 49.3110, 6.1042),
    ("s7", "<script>alert(1)</script> & fils", ActorKind::Company, 49.3090, 6.1063),
    ("s8", "Ville de Val-Inventé", ActorKind::LocalAuthority, 49.3300, 6.1100),
    ("s9", "Association du Réemploi", ActorKind::Association, 49.3150, 6.1300),
    ("s10", "Meubles Fictifs", ActorKind::Company, 49.3330, 6.0700),
    ("s11", "Garage de l'Étang", ActorKind::Company, 49.3025, 6.0802),
    ("s12", "Conserverie sans Adresse", ActorKind::Company, 0.0, 0.0),
];

fn territory() -> Territory {
    Territory {
        name: "Vallée d'essai".into(),
        day: day("2026-06-30"),
        invented: true,
        notice: Some("Territoire inventé pour les essais.".into()),
        actors: SITES.iter().map(actor).collect(),
        sites: SITES.iter().map(site).collect(),
        flows: flows(),
        exchanges: Vec::new(),
    }
}

fn actor((id, name, kind, ..): &(&str, &str, ActorKind, f64, f64)) -> Actor {
    Actor { id: (*id).into(), name: (*name).into(), kind: *kind, evidence: said("acteurs.csv") }
}

fn site((id, name, _, lat, lon): &(&str, &str, ActorKind, f64, f64)) -> Site {
    let place = Place { lat: *lat, lon: *lon, precision: Precision::Exact };
    Site {
        id: (*id).into(),
        actor: (*id).into(),
        name: (*name).into(),
        siret: None,
        activity: None,
        activity_label: None,
        headcount: None,
        place: (*lat > 0.0).then_some(place),
        address: None,
        commune: None,
        zone: None,
        evidence: said("acteurs.csv"),
    }
}

pub fn said(source: &str) -> Evidence {
    Evidence::new(Basis::Declared, source).on(Some(day("2026-03-12")))
}

pub fn guessed() -> Evidence {
    Evidence::new(Basis::Estimated, "NAF 25.11")
}

fn flows() -> Vec<Flow> {
    let (out, takes) = (Direction::GivesOut, Direction::TakesIn);
    let mut pallets =
        flow("f1", "s1", out, "pallet-wood", "palettes perdues cassées", Some(range(90.0, 120.0, 160.0)));
    pallets.stated = Some("2 bennes de 30 m³ par semaine".to_owned()).into();
    let (stated, who) = (Some("enfouissement".into()), Some("Bennes du Val".into()));
    pallets.fate = Fate { operation: None, stated, who }.into();
    pallets.price = Some(Box::new(Price {
        value: Quantity::new(range(-95.0, -95.0, -95.0), "EUR/t".parse().unwrap()),
        stated: "payé 95 €/t".into(),
    }));
    let mut secret =
        flow("f11", "s11", out, "used-oil", "huile de vidange SECRET-DEFENSE", Some(range(3.0, 4.0, 5.0)));
    secret.confidentiality = Confidentiality::Facilitator;
    vec![
        pallets,
        flow(
            "f2",
            "s2",
            takes,
            "biomass-fuel",
            "plaquettes pour chaudière",
            Some(range(300.0, 400.0, 500.0)),
        ),
        flow("f4", "s4", takes, "heat-water", "", None),
        flow("f1b", "s1", out, "heat-water", "eau tiède des presses", None),
        flow("f5", "s5", out, "cardboard", "cartons", Some(range(8.0, 10.0, 12.0))),
        flow("f6", "s6", out, "cardboard", "cartons en mélange", None),
        flow("f7", "s7", out, "cardboard", "", Some(range(2.0, 6.0, 15.0))),
        flow("f10", "s10", out, "pallet-wood", "", Some(range(10.0, 30.0, 80.0))),
        flow("f9", "s9", Direction::CanShare, "forklift", "un Fenwick libre le mardi", None),
        flow("f6b", "s6", Direction::Needs, "forklift", "on cherche un chariot le mardi", None),
        flow("f8", "s8", Direction::TakesIn, "cardboard", "", None),
        secret,
    ]
}

/// A flow; without wording it is an estimate.
fn flow(
    id: &str,
    site: &str,
    direction: Direction,
    resource: &str,
    wording: &str,
    tonnes: Option<Range>,
) -> Flow {
    let evidence = if wording.is_empty() { guessed() } else { said("flux.csv ligne 12") };
    let mut flow = Flow::worded(FlowId::from(id), SiteId::from(site), direction, wording.into(), evidence);
    flow.resource = Some(resource.into());
    flow.resource_belief = 0.9;
    flow.likelihood = if wording.is_empty() { 0.6 } else { 1.0 };
    flow.tonnes = tonnes.into();
    flow
}

fn findings() -> Vec<Finding> {
    let unknown = |words: &str, line: &str| {
        Finding::new(Severity::Warning, "wording-unknown", line).with("wording", words)
    };
    vec![
        Finding::new(Severity::Info, "sites-without-profile", "")
            .with("count", 3)
            .with("sites", "Un, Deux, Trois"),
        unknown("trucs <b>divers</b>", "flux.csv ligne 18"),
        unknown("zinzin", "flux.csv ligne 21"),
        Finding::new(Severity::Error, "figure-missing", "price.treatment.unobtainium"),
        Finding::new(Severity::Info, "lead-forbidden", "no-pallets-to-food")
            .with("giver", "Scierie <du> Val")
            .with("taker", "Biscuiterie")
            .with("resource", "pallet-wood")
            .with("rule", "no-pallets-to-food"),
    ]
}

fn file() -> FileReport {
    FileReport {
        path: "flux.csv".into(),
        format: "workbook".into(),
        dialect: Some("UTF-8, « ; »".into()),
        records: 41,
        skipped: vec![("skip-total".into(), 1)],
        headings: vec!["site".into(), "quoi".into()],
        rejects: vec![Reject {
            sheet: String::new(),
            line: 14,
            column: Some("quantité".into()),
            value: Some("beaucoup".into()),
            reason: Message::new("refused-number").with("value", "beaucoup"),
            cells: Vec::new(),
            kept: true,
        }],
        ..FileReport::default()
    }
}
