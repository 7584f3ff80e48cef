use super::*;
use crate::testing::{day, quiet, table};
use model::Precision;
use proptest::prelude::*;
use reference::{DataFile, NafVersion, Reference};
use std::collections::BTreeSet;

const STOCK: &str = "siren,nic,siret,statutDiffusionEtablissement,trancheEffectifsEtablissement,numeroVoieEtablissement,libelleVoieEtablissement,\
                     codeCommuneEtablissement,coordonneeLambertAbscisseEtablissement,coordonneeLambertOrdonneeEtablissement,\
                     etatAdministratifEtablissement,enseigne1Etablissement,denominationUsuelleEtablissement,activitePrincipaleEtablissement,\
                     nomenclatureActivitePrincipaleEtablissement,activitePrincipaleNAF25Etablissement\n";
const UNITS: &str =
    "siren,statutDiffusionUniteLegale,categorieJuridiqueUniteLegale,denominationUniteLegale\n";
const PLACES: &str = "siret;x;y;qualite_xy;epsg;plg_code_commune\n";

fn reference() -> Reference {
    let file = |path, text| DataFile { path, text };
    Reference::load(&[
        file("nomenclatures/naf_rev2.csv", "code,label_fr,label_en\n25.11Z,structures,structures\n"),
        file("nomenclatures/naf_2025.csv", "code,label_fr\n25.11Y,structures\n"),
        file(
            "nomenclatures/headcount_bands.csv",
            "code,label_fr,label_en,min,max\n12,20 à 49 salariés,20 to 49,20,49\n",
        ),
        file(
            "geography/communes_57.csv",
            "insee,name,postcodes,lon,lat\n57221,Florange,57190,6.1226,49.3213\n",
        ),
    ])
    .unwrap()
}

fn read_all(texts: &[String], keep_sole_traders: bool) -> Vec<Batch> {
    let reference = reference();
    let communes = Some(BTreeSet::from(["57221".to_owned()]));
    let options = Options { reference: &reference, communes, keep_sole_traders, day: day(2026, 11, 1) };
    let tables = texts.iter().map(|text| table(text)).collect();
    read_together(tables, &options, &mut quiet).into_iter().map(Result::unwrap).collect()
}

fn row(siret: &str, diffusion: &str, commune: &str, state: &str, sign: &str) -> String {
    format!(
        "{},{},{siret},{diffusion},12,3,DE LA FONDERIE,{commune},930000,6916000,{state},{sign},,25.11Z,NAFRev2,25.11Y\n",
        &siret[..9],
        &siret[9..]
    )
}

/// A SIRET with the right check digit.
pub fn siret(number: u32) -> String {
    (0..10)
        .map(|key| format!("{number:09}0001{key}"))
        .find(|text| text.parse::<model::Siret>().is_ok())
        .unwrap()
}

#[test]
fn only_active_named_establishments_of_the_communes_enter() {
    let [open, far, closed, hidden, unnamed] = [1, 2, 3, 4, 5].map(|rank| siret(999_000_000 + rank));
    let rows = [
        row(&open, "O", "57221", "A", "FONDERIE ORNE"),
        row(&far, "O", "57672", "A", "AILLEURS"),
        row(&closed, "O", "57221", "F", "FERMEE"),
        row(&hidden, "P", "57221", "A", "MASQUEE"),
        row(&unnamed, "O", "57221", "A", ""),
    ];
    let batch = &read_all(&[format!("{STOCK}{}", rows.concat())], false)[0];
    assert_eq!(batch.sites.iter().map(|site| site.name.as_str()).collect::<Vec<_>>(), ["FONDERIE ORNE"]);
    let skipped: Vec<_> = batch.report.skipped.iter().map(|(why, count)| (why.as_str(), *count)).collect();
    assert_eq!(
        skipped,
        [("skip-closed", 1), ("skip-elsewhere", 1), ("skip-restricted", 1), ("skip-unnamed", 1)]
    );
    let site = &batch.sites[0];
    assert_eq!(site.activity.as_ref().unwrap().version, NafVersion::Rev2);
    assert_eq!(site.headcount.as_ref().unwrap().stated, "20 à 49 salariés");
    let place = site.place.unwrap();
    assert!(
        place.precision == Precision::Exact
            && (place.lat - 49.3).abs() < 0.1
            && (place.lon - 6.17).abs() < 0.1
    );
    assert_eq!(read_all(&[format!("{STOCK}{}", rows.concat())], true)[0].sites.len(), 3);
}

#[test]
fn legal_units_name_companies_and_leave_out_persons() {
    let [company, person, restricted] = [siret(999_000_001), siret(999_000_002), siret(999_000_003)];
    let stock: String = [&company, &person, &restricted]
        .map(|siret| row(siret, "O", "57221", "A", if *siret == person { "CHEZ X" } else { "" }))
        .concat();
    let units = format!(
        "{UNITS}999000001,O,5710,METALLERIE ORNE\n999000002,O,1000,\n999000003,P,5710,CACHEE\n999000009,O,5710,AUTRE\n"
    );
    let batches = read_all(&[units, format!("{STOCK}{stock}")], false);
    assert_eq!((batches[0].report.records, batches[0].report.skipped[0].1), (3, 1));
    let names: Vec<_> = batches[1].sites.iter().map(|site| site.name.as_str()).collect();
    assert_eq!(names, ["METALLERIE ORNE"]);
    assert!(batches[1].findings.is_empty());
}

#[test]
fn points_of_the_geolocation_file_are_joined_or_stand_alone() {
    let (a, b) = (siret(999_000_001), siret(999_000_002));
    let places = format!("{PLACES}{a};930100;6916100;11;2154;57221\n{b};931000;6917000;33;2154;57221\n");
    let stock = format!("{STOCK}{}", row(&a, "O", "57221", "A", "FONDERIE").replace("930000,6916000", ","));
    let joined = read_all(&[stock, places.clone()], false);
    assert_eq!(joined[0].sites[0].place.unwrap().precision, Precision::Exact);
    assert!(joined[1].sites.is_empty() && joined[1].report.records == 1);
    let alone = &read_all(&[places], false)[0];
    assert_eq!((alone.sites.len(), alone.actors.len()), (2, 0));
    let random = alone.sites[1].place.unwrap();
    assert_eq!((random.precision, random.lat), (Precision::Commune, 49.3213));
}

#[test]
fn without_coordinates_the_commune_stands_in() {
    let stock = row(&siret(999_000_001), "O", "57221", "A", "X").replace("930000,6916000", "[ND],[ND]");
    let site = &read_all(&[format!("{STOCK}{stock}")], false)[0].sites[0];
    assert_eq!(site.place.unwrap().precision, Precision::Commune);
}

#[test]
fn a_wrong_siret_comes_back() {
    let batch = &read_all(&[format!("{STOCK}{}", row("99900000100000", "O", "57221", "A", "X"))], false)[0];
    assert!(batch.sites.is_empty());
    assert_eq!(batch.report.rejects[0].column.as_deref(), Some("siret"));
}

#[test]
fn activity_codes_of_both_versions() {
    let line = row(&siret(999_000_001), "O", "57221", "A", "X");
    let new = line.replace("25.11Z,NAFRev2", "25.11Y,NAF25");
    let only_new = line.replace("25.11Z,NAFRev2", "11.0A,NAFRev1");
    let wrong = line.replace("25.11Z,NAFRev2", "99.99Z,NAFRev2");
    for (line, version) in [
        (line, Some(NafVersion::Rev2)),
        (new, Some(NafVersion::Naf2025)),
        (only_new, Some(NafVersion::Naf2025)),
        (wrong, None),
    ] {
        let batch = &read_all(&[format!("{STOCK}{line}")], false)[0];
        assert_eq!(batch.sites[0].activity.as_ref().map(|code| code.version), version, "{line}");
        assert_eq!(
            batch.findings.iter().any(|f| f.key == "intake-sirene-activity-unknown"),
            version.is_none()
        );
    }
}

#[test]
fn legal_units_alone_say_so() {
    let batch = &read_all(&[format!("{UNITS}999000001,O,5710,X\n")], false)[0];
    assert_eq!(batch.findings[0].key, "intake-sirene-units-alone");
}

proptest! {
    #[test]
    fn any_row_is_read_without_panic(cells in proptest::collection::vec("[^\0\"\n\r]{0,14}", 0..18), kind in 0..3_usize) {
        let (headings, separator) = [(STOCK, ","), (UNITS, ","), (PLACES, ";")][kind];
        read_all(&[format!("{headings}{}", cells.join(separator))], true);
    }
}

#[test]
fn coordinates_that_are_hidden_or_absurd_are_told() {
    let line = |nic: &str, siret: &str, x: &str, y: &str| {
        format!("732829320,{nic},{siret},O,12,3,RUE X,57221,{x},{y},A,Atelier,,25.11Z,NAFRev2,\n")
    };
    let stock = [
        STOCK.to_owned(),
        line("00074", "73282932000074", "100", "200"),
        line("00082", "73282932000082", "[ND]", "[ND]"),
    ]
    .concat();
    let batch = read_all(&[stock], false).remove(0);
    assert!(batch.sites.iter().all(|site| site.place.unwrap().precision == Precision::Commune));
    let told = |key: &str| {
        batch.findings.iter().find(|finding| finding.key == key).unwrap_or_else(|| panic!("{key}"))
    };
    assert!(
        told("intake-sirene-place-absurd")
            .args
            .contains(&("value".into(), model::Said::Text("100 ; 200".into())))
    );
    assert!(
        told("intake-sirene-place-masked").args.contains(&("count".into(), model::Said::Text("1".into())))
    );
}
