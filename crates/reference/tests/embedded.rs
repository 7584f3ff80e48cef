//! The knowledge the binary ships: it loads without a fault, the official lists are whole, and every effective figure is in one snapshot,
//! so that a change of a number is seen as a change of one line.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test fails aloud")]

use chrono::NaiveDate;
use reference::{DataError, Hierarchy, Reference, ResourceId, SourceId};
use std::collections::HashSet;

fn embedded() -> &'static Reference {
    Reference::embedded().unwrap_or_else(|faults| {
        let list: Vec<String> = faults.iter().map(DataError::to_string).collect();
        panic!("faults in data/:\n{}", list.join("\n"))
    })
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

#[test]
fn all_effective_figures() {
    let lines: Vec<String> = embedded()
        .figures
        .all()
        .map(|figure| {
            let range = figure.value.range;
            let show = |day: Option<NaiveDate>| day.map_or_else(String::new, |d| d.to_string());
            format!(
                "{} | {} | {} | {} | {} | {}..{} | {:?} | {}",
                figure.id,
                range.low(),
                range.mid(),
                range.high(),
                figure.value.unit,
                show(figure.valid_from),
                show(figure.valid_until),
                figure.confidence,
                figure.source
            )
        })
        .collect();
    insta::assert_snapshot!(lines.join("\n"));
}

#[test]
fn the_list_of_waste_changes_on_the_ninth_of_december_2026() {
    let count = |day| {
        let codes: Vec<_> = embedded().waste_list.codes_on(day).filter_map(|entry| entry.code).collect();
        (codes.len(), codes.iter().filter(|code| code.hazardous()).count())
    };
    assert_eq!(count(day("2026-12-08")), (842, 408));
    assert_eq!(count(day("2026-12-09")), (880, 435));
    let nickel =
        |day| embedded().waste_list.on(160_604, day).and_then(|entry| entry.code).unwrap().hazardous();
    assert!(!nickel(day("2026-12-08")) && nickel(day("2026-12-09")));
}

#[test]
fn both_activity_nomenclatures_are_whole_and_linked() {
    let naf = &embedded().naf;
    let classes =
        |version| naf.labels().filter(|(code, ..)| code.version == version && code.code.len() == 6).count();
    assert_eq!(classes(reference::NafVersion::Rev2), 732);
    assert_eq!(classes(reference::NafVersion::Naf2025), 747);
    let sorted = reference::ActivityCode::parse("38.32Z", None).unwrap();
    assert_eq!(naf.as_2025(&sorted), ["20.16Y", "38.21Y"]);
}

#[test]
fn the_tax_of_the_year_is_the_tax_of_the_day() {
    let rate = |day| embedded().figures.on("tgap.landfill.non-hazardous", day).unwrap().value.range.mid();
    assert!((rate(day("2026-11-21")) - 69.0).abs() < 1e-9);
    assert!((rate(day("2027-06-01")) - 73.0).abs() < 1e-9);
    assert!(
        embedded().figures.on("tgap.landfill.non-hazardous", day("2040-01-01")).is_err(),
        "no rate is made up"
    );
}

#[test]
fn the_catalogue_is_as_wide_as_promised_and_every_division_has_a_profile_or_a_reason() {
    let reference = embedded();
    assert!(reference.catalogue.all().len() >= 400);
    assert!(reference.pathways.all().len() >= 250);
    let divisions: HashSet<String> = (reference.naf.labels())
        .filter(|(code, ..)| code.version == reference::NafVersion::Rev2 && code.code.len() == 2)
        .map(|(code, ..)| code.code.clone())
        .collect();
    assert_eq!(divisions.len(), 88);
    for division in divisions {
        let own = |prefix: &String| prefix.as_str() == division.as_str();
        let mut said = reference.activities.all().iter().filter(|a| a.naf.iter().any(own));
        let reason = |none: &Option<String>| none.as_ref().is_some_and(|why| why.len() > 30);
        let flows = said.any(|a| reason(&a.none) || !a.gives.is_empty() || !a.takes.is_empty());
        assert!(flows, "division {division} has neither a typical flow nor a reason for none");
    }
}

/// Every entry of a day's list, so many, leads to a resource, and that to a way to recover it or to the reason why there is none.
fn all_codes_lead_somewhere(date: &str, many: usize) {
    let reference = embedded();
    let catalogue = &reference.catalogue;
    let recovered: HashSet<&str> = (reference.pathways.all().iter())
        .filter(|pathway| pathway.hierarchy != Hierarchy::Disposal)
        .flat_map(|pathway| pathway.inputs.iter().map(ResourceId::as_str))
        .collect();
    let lost = |ix: usize| {
        let mut line = std::iter::once(ix).chain(catalogue.ancestors(ix).iter().map(|(kin, _)| *kin));
        !line.any(|kin| recovered.contains(catalogue.all()[kin].id.as_str()))
    };
    let mut codes = 0;
    for entry in reference.waste_list.codes_on(day(date)) {
        let Some(code) = entry.code else { continue };
        codes += 1;
        let bearers: Vec<usize> = (0..catalogue.all().len())
            .filter(|ix| catalogue.all()[*ix].codes.iter().any(|own| own.digits() == code.digits()))
            .collect();
        assert!(!bearers.is_empty(), "{code} {}: no resource", entry.label_fr);
        let said = |ix: &usize| catalogue.all()[*ix].disposal_only.is_some();
        let way = bearers.iter().any(|ix| !lost(*ix) || said(ix));
        assert!(way, "{code} {}: neither recovered nor said why not", entry.label_fr);
    }
    assert_eq!(codes, many);
}

#[test]
fn every_waste_code_leads_to_a_recovery_or_to_the_reason_why_not() {
    all_codes_lead_somewhere("2026-06-30", 842);
    all_codes_lead_somewhere("2026-12-09", 880);
}

#[test]
fn nothing_is_said_to_be_lost_that_a_pathway_recovers() {
    let reference = embedded();
    for resource in reference.catalogue.all().iter().filter(|r| r.disposal_only.is_some()) {
        let way = reference.pathways.all().iter().find(|pathway| {
            pathway.hierarchy != Hierarchy::Disposal && pathway.inputs.contains(&resource.id)
        });
        assert!(way.is_none(), "{} goes to {:?}", resource.id, way.map(|w| &w.id));
    }
}

/// How many entries, and how many of them cite a document that a reader can find: more than general knowledge.
fn found<'a>(entries: impl Iterator<Item = &'a [SourceId]>) -> (usize, usize) {
    let own = |id: &SourceId| ["expert-knowledge", "from-memory"].contains(&id.as_str());
    let entries: Vec<_> = entries.collect();
    (entries.len(), entries.iter().filter(|cited| !cited.iter().all(own)).count())
}

#[test]
fn most_entries_cite_a_document_a_reader_can_find() {
    let reference = embedded();
    let resources = found(reference.catalogue.all().iter().map(|r| r.source.as_slice()));
    let pathways = found(reference.pathways.all().iter().map(|p| p.source.as_slice()));
    // The rest says that it is general knowledge. A new entry comes with its document, or says why these figures fall.
    assert_eq!((resources, pathways), ((1406, 1406), (946, 916)));
}

#[test]
fn a_place_in_a_nomenclature_exists_there() {
    let reference = embedded();
    let classes: HashSet<String> =
        reference.naf.labels().map(|(code, ..)| code.code.replace('.', "")).collect();
    let jobs: HashSet<&str> = include_str!("../../../data/nomenclatures/rome.csv")
        .lines()
        .filter_map(|line| line.split(',').next())
        .collect();
    let mut looked_up = 0;
    for resource in reference.catalogue.all() {
        let Some(place) = &resource.locator else { continue };
        let known = match (resource.source[0].as_str(), place.split_once(' ')) {
            ("insee-naf-rev2", Some(("NAF", code))) => classes.contains(&code.replace('.', "")),
            ("france-travail-rome-4", Some(("ROME", code))) => jobs.contains(code),
            ("low-2000-532", _) => {
                place.parse::<reference::WasteCode>().is_ok_and(|code| {
                    reference.waste_list.versions(code.digits()).any(|entry| entry.code == Some(code))
                }) || place.len() == 5
            }
            ("eu-nc-2023", Some(("NC", heading))) => {
                heading.starts_with(|c: char| c.is_ascii_digit())
                    || heading.starts_with("chapitre")
                    || heading.starts_with("section")
            }
            ("insee-naf-rev2" | "france-travail-rome-4" | "eu-nc-2023", _) => false,
            _ => continue,
        };
        looked_up += 1;
        assert!(known, "{}: « {place} » is not in {}", resource.id, resource.source[0]);
    }
    assert!(looked_up > 300, "only {looked_up} places were looked up");
}

/// Pigs give no milk: what only some classes of a division sell, buy or throw away is said of those.
#[test]
fn a_class_does_not_inherit_its_siblings_products() {
    const MIXED: [&str; 12] = ["01", "02", "03", "10", "11", "13", "20", "22", "23", "24", "25", "27"];
    let foreign = [
        ("01.46", "milk"),
        ("01.46", "vegetable"),
        ("01.21", "cereal-grain"),
        ("03.11", "farmed-fish"),
        ("10.11", "flour"),
        ("11.06", "pet-bottle"),
        ("11.06", "beverage"),
        ("20.11", "solvent"),
        ("24.42", "heavy-melt-scrap"),
        ("25.61", "steel-turnings"),
        ("25.61", "steel-bar"),
        ("31.03", "particle-board-waste"),
    ];
    for (class, resource) in foreign {
        let profile = embedded().activities.profile(class);
        let mut said = profile.gives.iter().chain(&profile.takes).chain(&profile.makes);
        assert!(!said.any(|typical| typical.r.as_str() == resource), "{class}: {resource}");
    }
    let whole = |naf: &[String]| matches!(naf, [only] if MIXED.contains(&only.as_str()));
    let selling = embedded().activities.all().iter().filter(|activity| whole(&activity.naf));
    for activity in selling {
        assert!(activity.makes.iter().all(|t| t.r.as_str() == "solar-electricity"), "{}", activity.fr);
    }
}
