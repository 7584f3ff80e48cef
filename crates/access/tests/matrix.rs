//! Every role × every kind of record × every field: how many of the records that have the field show it.

#![expect(clippy::unwrap_used, reason = "a test stops where it fails")]

use access::{OpenData, Viewer, Whole, anonymous, see};
use model::*;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::sync::Arc;
use units::{Quantity, Range};

fn evidence(source: &str) -> Evidence {
    Evidence::new(Basis::Declared, source)
}

fn site(id: &str) -> Site {
    Site {
        id: format!("s-{id}").into(),
        actor: format!("a-{id}").into(),
        name: format!("Nom {id}"),
        siret: Some("73282932000074".parse().unwrap()),
        activity: Some(reference::ActivityCode::parse("16.24Z", None).unwrap()),
        activity_label: Some(format!("métier {id}")),
        headcount: None,
        place: Some(Place { lat: 49.3, lon: 6.1, precision: Precision::Exact }),
        address: Some(format!("rue {id}")),
        commune: Some(format!("commune {id}")),
        zone: Some(format!("zone {id}")),
        evidence: evidence(&format!("fichier {id}")),
    }
}

fn flow(id: &str, confidentiality: Confidentiality) -> Flow {
    let mut flow = Flow::worded(
        format!("f-{id}-{confidentiality:?}").into(),
        format!("s-{id}").into(),
        Direction::GivesOut,
        format!("déchet {id}"),
        evidence(&format!("fichier {id}")),
    );
    flow.confidentiality = confidentiality;
    flow.fate.who = Some(format!("repreneur {id}"));
    flow.price = Some(Box::new(Price {
        value: Quantity::new(Range::exact(-91.0).unwrap(), "EUR/t".parse().unwrap()),
        stated: format!("prix {id}"),
    }));
    flow
}

fn fact(kind: FactKind, id: &str) -> Fact {
    Fact {
        kind,
        site: (kind != FactKind::Distance).then(|| format!("s-{id}").into()),
        resource: Some("pallet-wood".into()),
        detail: "3.7".into(),
        wording: Some(format!("déchet {id}")),
        belief: 0.9,
        evidence: evidence(&format!("fichier {id}")),
    }
}

#[expect(clippy::unnecessary_wraps, reason = "fields are given as they are kept")]
fn estimate(unit: &str) -> Option<Estimate> {
    let range = Range::exact(10.0).unwrap();
    let term = |figures| Contribution { key: "term-work".into(), range, figures, confidence: None };
    let terms = vec![term(vec![]), term(vec!["x".into()])];
    Some(Estimate { range, unit: unit.parse().unwrap(), terms, unknown: vec![] })
}

fn lead(id: &str, taker: &str) -> Lead {
    let party = |site: &str, role| Party {
        site: format!("s-{site}").into(),
        role,
        flow: Some(format!("f-{site}-Members").into()),
        tonnes: Some(Range::exact(12.0).unwrap()),
        likelihood: 1.0,
    };
    let question = |site: &str| Question {
        about: Unknown::Quantity,
        site: format!("s-{site}").into(),
        resource: None,
        value: 100.0,
        minutes: 5.0,
        per_minute: 20.0,
        nominal: false,
    };
    let gains = Gains { euros: estimate("EUR/year"), co2: estimate("tCO2e/year"), ..Gains::default() };
    Lead {
        id: format!("substitution:s-own:s-{taker}:{id}").into(),
        kind: LeadKind::Substitution,
        resource: "pallet-wood".into(),
        rule: None,
        parties: vec![party("own", Role::Giver), party(taker, Role::Taker)],
        steps: vec![],
        km: Some(3.7),
        tonnes: Some(Range::exact(12.0).unwrap()),
        belief: 0.8,
        facts: vec![
            fact(FactKind::Gives, "own"),
            fact(FactKind::Takes, taker),
            fact(FactKind::Runs, taker),
            fact(FactKind::Distance, ""),
        ],
        known: false,
        appraisal: Some(Appraisal {
            gains,
            break_even_km: Some(40.0),
            questions: vec![question("own"), question(taker)],
            ..Appraisal::default()
        }),
        score: 7.0,
    }
}

fn synergy(lead: &Lead, yes: &[&str]) -> Synergy {
    let mut synergy = Synergy::from_lead(lead.clone());
    let at = chrono::DateTime::from_timestamp(0, 0).unwrap();
    synergy.next_step = Some("note de l'animatrice".into());
    synergy.log.push(LogEntry { at, by: "p".into(), text: "note de l'animatrice".into(), to: None });
    let consent =
        |site: &&str| Consent { site: (*site).into(), answer: Answer::Yes, at, by: "invite".into() };
    synergy.consents = yes.iter().map(consent).collect();
    synergy
}

/// An own company, a partner it was introduced to, a stranger.
fn whole() -> Whole {
    let ids = ["own", "partner", "stranger"];
    let actor = |id: &&str| Actor {
        id: format!("a-{id}").into(),
        name: format!("Nom {id}"),
        kind: ActorKind::Company,
        evidence: evidence(&format!("fichier {id}")),
    };
    let kinds = [Confidentiality::Open, Confidentiality::Members, Confidentiality::Facilitator];
    let mut territory = Territory {
        name: "Val".into(),
        actors: ids.iter().map(actor).collect(),
        sites: ids.iter().map(|id| site(id)).collect(),
        flows: ids.iter().flat_map(|id| kinds.map(|kind| flow(id, kind))).collect(),
        ..Territory::default()
    };
    let mut leads = vec![lead("1", "partner"), lead("2", "stranger"), lead("3", "partner")];
    // Only the facilitator may read what the third rests on.
    leads[2].parties[1].flow = Some("f-partner-Facilitator".into());
    let sealed = access::seal(&mut territory);
    for lead in &mut leads {
        access::without_sealed_money(lead, &sealed);
    }
    let synergies = vec![synergy(&leads[0], &["s-own", "s-partner"]), synergy(&leads[1], &["s-own"])];
    let contact = |id: &&str| Contact {
        id: format!("c-{id}").into(),
        actor: format!("a-{id}").into(),
        site: None,
        name: format!("Personne {id}"),
        role: None,
        email: Some(format!("{id}@example.org")),
        phone: None,
        note: None,
        obtained: None,
        keep_until: None,
    };
    let project: Project = serde_json::from_str(
        r#"{"id":"p","name":"Chaufferie","state":"running","owner":null,"next_step":"note de l'animatrice","due":null,
        "funding":[{"funder":"Région","label":null,"amount":null,"state":"asked","on":null}],"synergies":["substitution:s-own:s-stranger:2"]}"#,
    )
    .unwrap();
    let visit: SiteVisit =
        serde_json::from_str(r#"{"id":"v","site":"s-own","day":"2026-01-01","done":true,"by":null,"notes":"note de l'animatrice"}"#).unwrap();
    Whole {
        territory: Arc::new(territory),
        leads: Arc::new(leads),
        synergies: Arc::new(synergies),
        contacts: Arc::new(ids.iter().map(contact).collect()),
        visited: Arc::new(vec![visit]),
        projects: Arc::new(vec![project]),
        ..Whole::default()
    }
}

fn pseudonym(text: &str) -> String {
    format!("{:x}", text.bytes().fold(7_u64, |sum, byte| sum.wrapping_mul(31) + u64::from(byte)))
}

fn viewer(role: MemberRole) -> Viewer {
    let own = matches!(role, MemberRole::Company | MemberRole::Insertion);
    Viewer { role, actor: own.then(|| "a-own".into()) }
}

fn told(role: MemberRole) -> Value {
    let seen = see(&whole(), &viewer(role), &pseudonym).whole;
    serde_json::json!({
        "actor": seen.territory.actors, "site": seen.territory.sites, "flow": seen.territory.flows, "lead": *seen.leads,
        "synergy": *seen.synergies, "contact": *seen.contacts, "visited": *seen.visited, "project": *seen.projects,
    })
}

/// How often each field says something.
fn fields(value: &Value, path: &str, counts: &mut BTreeMap<String, usize>) {
    match value {
        Value::Object(object) => object.iter().for_each(|(key, value)| {
            let path = if path.is_empty() { key.clone() } else { format!("{path}.{key}") };
            fields(value, &path, counts);
        }),
        Value::Array(list) => list.iter().for_each(|value| fields(value, path, counts)),
        Value::Null => {}
        Value::String(text) if text.is_empty() => {}
        Value::Number(number) if number.as_f64() == Some(0.0) => {}
        _ => *counts.entry(path.to_owned()).or_default() += 1,
    }
}

#[test]
fn every_role_every_kind_every_field() {
    let mut table = String::from("field: ");
    let counts: Vec<BTreeMap<String, usize>> = MemberRole::ALL
        .iter()
        .map(|role| {
            let mut counts = BTreeMap::new();
            fields(&told(*role), "", &mut counts);
            counts
        })
        .collect();
    writeln!(table, "{}", MemberRole::ALL.map(MemberRole::as_str).join(" ")).unwrap();
    let all: BTreeSet<&String> = counts.iter().flat_map(BTreeMap::keys).collect();
    for field in all {
        let row: Vec<String> =
            counts.iter().map(|of| of.get(field).copied().unwrap_or(0).to_string()).collect();
        writeln!(table, "{field}: {}", row.join(" ")).unwrap();
    }
    insta::assert_snapshot!(table);
}

#[test]
fn nothing_of_a_stranger_comes_through_and_no_price_to_anybody() {
    for role in MemberRole::ALL {
        let text = told(role).to_string();
        assert!(!text.contains("prix "), "{role} reads a price: {text}");
        if !matches!(role, MemberRole::Admin | MemberRole::Facilitator) {
            for word in ["stranger", "note de l'animatrice"] {
                assert!(!text.contains(word), "{role} reads « {word} »: {text}");
            }
        }
        if matches!(role, MemberRole::Authority | MemberRole::Funder | MemberRole::Lab) {
            assert!(!text.contains("-own") && !text.contains("Nom "), "{role}: {text}");
        }
    }
    let company = told(MemberRole::Company).to_string();
    assert!(company.contains("Nom partner"), "an introduction gives the name");
    assert!(
        !company.contains("f-partner-Facilitator") && !company.contains("f-partner-Open"),
        "and no more than its flow"
    );
}

/// Open data of so many tonnes of pallets given out by so many companies of a division, a site each.
fn open_data(divisions: &[(&str, &[f64])]) -> OpenData {
    let mut territory = Territory::clone(&whole().territory);
    territory.sites.clear();
    territory.flows.clear();
    for (code, tonnes) in divisions {
        for (number, tonnes) in tonnes.iter().enumerate() {
            let id = format!("{code}-{number}");
            let mut site = site(&id);
            site.activity = Some(reference::ActivityCode::parse(code, None).unwrap());
            site.headcount =
                Some(Headcount { people: Range::exact(31.0).unwrap(), stated: "31 salariés".into() });
            let mut flow = flow(&id, Confidentiality::Members);
            flow.resource = Some("pallet-wood".into());
            flow.tonnes = Some(Range::exact(*tonnes).unwrap()).into();
            territory.sites.push(site);
            territory.flows.push(flow);
        }
    }
    anonymous(&territory)
}

#[test]
fn open_data_tell_sums_of_three_companies_and_nobody_s_words_names_or_figures() {
    let data = open_data(&[("16.24Z", &[12.0, 15.0, 18.0, 20.0]), ("11.05Z", &[728.0])]);
    let [group] = &data.groups[..] else { panic!("the only brewer is no group: {data:#?}") };
    assert_eq!((group.division.as_str(), group.companies), ("16", 4));
    assert_eq!(group.headcount, Some((20, Some(49))), "a band, not 31");
    assert_eq!(group.place, Some((49.3, 6.1)));
    let told = format!("{data:?}");
    for word in [
        "Nom ",
        "rue ",
        "commune ",
        "zone ",
        "fichier ",
        "repreneur ",
        "732829",
        "prix ",
        "déchet",
        "31",
        "16.24",
    ] {
        assert!(!told.contains(word), "« {word} »: {told}");
    }
}

#[test]
fn open_data_withhold_what_a_published_total_would_give_away() {
    let sums = |divisions: &[(&str, &[f64])]| -> Vec<f64> {
        let data = open_data(divisions);
        data.groups.iter().flat_map(|group| &group.sums).map(|sum| sum.tonnes.mid()).collect()
    };
    assert_eq!(sums(&[("16.24Z", &[10.0, 10.0, 10.0])]), [30.0]);
    // Two companies, or one that makes nearly all of it.
    assert!(sums(&[("16.24Z", &[10.0, 10.0])]).is_empty());
    assert!(sums(&[("16.24Z", &[1.0, 1.0, 98.0])]).is_empty());
    // 758 t of pallets are told for the whole territory: less 30 t, the rest would be the brewer's.
    assert!(sums(&[("16.24Z", &[10.0, 10.0, 10.0]), ("11.05Z", &[728.0])]).is_empty());
    let three = [("16.24Z", &[10.0, 10.0, 10.0][..]), ("25.11Z", &[10.0, 10.0, 11.0]), ("11.05Z", &[9.0])];
    assert_eq!(sums(&three), [31.0, 39.0], "the smaller one covers the brewer, and both are told together");
}
