use super::*;
use crate::testing::{day, fr, options, quiet, table, table_headed};
use model::Direction;
use proptest::prelude::*;
use reference::{DataFile, Reference};
use units::Range;

const TRACKDECHETS: &str = "Type de bordereau;Statut du bordereau;Date d'expédition;Date de réception;Dénomination usuelle;Code déchet;\
                            Émetteur - Quantité de déchet ;Émetteur - Type de quantité;Expéditeur - N° d'identification;\
                            Expéditeur - Raison sociale;Expéditeur - Code postal;Expéditeur - Commune;\
                            Destination - N° d'identification;Destination - Raison sociale;Statut d'acceptation du déchet;\
                            Quantité réceptionnée nette (tonnes);Code opération prévu;Code(s) de traitement réalisé(s)\n";

fn reference() -> Reference {
    let file = |path, text| DataFile { path, text };
    Reference::load(&[
        file(
            "nomenclatures/low.csv",
            "code,label_fr,label_en,hazardous,entry,valid_from,valid_until,note\n\
             13 02 05*,huiles moteur,engine oils,1,absolute,2002-01-01,,\n\
             15 01 03,emballages en bois,wooden packaging,0,absolute,2002-01-01,,\n\
             16 06 05,autres piles,other batteries,0,mirror,2002-01-01,2025-06-30,\n",
        ),
        file(
            "nomenclatures/rd_operations.csv",
            "code,label_fr,label_en,final,step\nR3,r,r,1,recycling\nR9,r,r,1,recycling\nR13,r,r,0,\nD5,d,d,1,disposal\n",
        ),
    ])
    .unwrap()
}

fn read_text(text: &str) -> Batch {
    let reference = reference();
    read(table(text), &options(&reference, day(2026, 11, 1)), &mut quiet).unwrap()
}

fn read_titled(text: &str) -> Batch {
    let reference = reference();
    let table = table_headed(text, recognise);
    read(table, &options(&reference, day(2026, 11, 1)), &mut quiet).unwrap()
}

fn keys(batch: &Batch) -> Vec<&str> {
    batch.findings.iter().map(|finding| finding.key.as_str()).collect()
}

fn arg<'a>(finding: &'a model::Finding, name: &str) -> &'a str {
    match finding.args.iter().find(|(key, _)| key == name) {
        Some((_, model::Said::Text(text))) => text,
        _ => "",
    }
}

fn line(date: &str, code: &str, sent: &str, received: &str) -> String {
    format!(
        "BSDD;Traité;{date};{date};huile usagée;{code};{sent};ESTIMÉE;73282932000074;Fonderie Orne;57190;Florange;BE0123456;Oil BV;;{received};R 13;R 9\n"
    )
}

#[test]
fn a_form_without_sender_leaves_from_its_producer() {
    let heading = TRACKDECHETS.trim_end().replace(
        "Expéditeur - Raison sociale",
        "Producteur initial - N° d'identification;Producteur initial - Raison sociale;Expéditeur - Raison sociale",
    );
    let sent = line("2025-01-10", "130205*", "1.5", "1,4");
    let row = sent.replace(";73282932000074;Fonderie Orne;", ";;73282932000074;Fonderie Orne;;");
    let batch = read_text(&format!("{heading}\n{row}"));
    assert_eq!(batch.flows[0].site.as_str(), "siret:73282932000074");
    let nobody = sent.replace(";73282932000074;Fonderie Orne;", ";;;;;");
    assert!(read_text(&format!("{heading}\n{nobody}")).flows.is_empty());
}

#[test]
fn shipments_of_a_year_become_two_flows_and_an_exchange() {
    let rows =
        [line("2025-01-10", "130205*", "1.5", "1,4"), line("2025-12-20", "13 02 05", "2", "")].concat();
    let batch = read_text(&format!("{TRACKDECHETS}{rows}"));
    let [out, taken] = batch.flows.as_slice() else { panic!("{:?}", batch.flows) };
    assert_eq!((out.direction, taken.direction), (Direction::GivesOut, Direction::TakesIn));
    assert!((out.tonnes.unwrap().mid() - 3.4).abs() < 1e-9);
    assert_eq!(out.fate.operation.as_deref(), Some("R9"));
    assert_eq!(out.fate.who.as_deref(), Some("Oil BV"));
    assert_eq!(out.stated.as_deref(), Some("3,4 t/an (2025, 2 enlèvements dont 1 au poids estimé)"));
    assert_eq!(out.evidence.source, "f.csv:2–3");
    assert_eq!(taken.site.as_str(), "register:be0123456");
    assert_eq!((batch.exchanges.len(), batch.actors.len(), batch.sites.len()), (1, 2, 2));
    assert_eq!(keys(&batch), ["intake-register-asterisk"]);
}

#[test]
fn a_code_of_the_wrong_version_goes_back_with_its_label() {
    let batch = read_text(&format!("{TRACKDECHETS}{}", line("2025-07-10", "160605", "1", "")));
    let reject = &batch.report.rejects[0];
    let reason = fr(&reject.reason);
    assert!(reason.contains("autres piles") && reason.contains("30/06/2025"), "{reason}");
    assert_eq!(reject.column.as_deref(), Some("Code déchet"));
    let before = read_text(&format!("{TRACKDECHETS}{}", line("2025-06-10", "160605", "1", "")));
    assert_eq!(before.flows.len(), 2);
}

#[test]
fn refused_and_unsent_waste_is_left_out() {
    let refused = line("2025-01-10", "150103", "1", "").replace(";Oil BV;;", ";Oil BV;Refusé;");
    let batch = read_text(&format!("{TRACKDECHETS}{refused}{}", line("", "150103", "1", "")));
    assert_eq!(batch.report.skipped.len(), 2);
    assert!(batch.flows.is_empty() && batch.report.rejects.is_empty());
}

#[test]
fn the_transporters_register_is_refused_with_advice() {
    let text = format!("{TRACKDECHETS}x\n").replace("Date d'expédition", "Date d'enlèvement");
    let reference = reference();
    let error = read(table(&text), &options(&reference, day(2026, 11, 1)), &mut quiet).unwrap_err();
    let error = fr(&error.message());
    assert!(error.contains("transportés") && error.contains("sortant"), "{error}");
}

#[test]
fn a_companys_own_register_is_understood() {
    let batch = read_text(
        "Date;Désignation du déchet;Code CED;Qté (kg);Prestataire;Traitement\n\
         12/01/2025;palettes cassées;15 01 03;1 200;Scierie du Val;R3\n\
         ;;;;;\n03/12/2025;Palettes cassées;150103;800,5;Scierie du Val;R3\nTOTAL;;;2000,5;;\n",
    );
    assert_eq!((batch.flows.len(), batch.exchanges.len(), batch.report.records), (2, 1, 2));
    assert!((batch.flows[0].tonnes.unwrap().mid() - 2.0005).abs() < 1e-9);
    assert_eq!(batch.report.skipped, [("skip-total".to_owned(), 1)]);
    assert_eq!(keys(&batch), ["intake-register-owner-unknown"]);
    assert_eq!(batch.sites[0].id.as_str(), "register:registre-f");
}

const OWN: &str = "Date;Déchet;Code déchet;Qté (t);Site;Exutoire;Prix total HT (€)\n";

#[test]
fn a_quarterly_register_is_a_year_of_the_site_it_names() {
    let lines: String = [1, 4, 7, 10]
        .map(|month| format!("12/{month:02}/2025;bois;15 01 03;1;Papeterie X;Compost Y;100\n"))
        .concat();
    let batch = read_text(&format!("{OWN}{lines}"));
    assert_eq!(batch.flows[0].stated.as_deref(), Some("4 t/an (2025, 4 enlèvements)"));
    assert_eq!(batch.sites[0].name, "Papeterie X");
    assert!(keys(&batch).is_empty(), "{:?}", batch.findings);
    let price = batch.flows[0].price.as_ref().unwrap();
    assert_eq!((price.value.range.mid(), price.value.unit.symbol()), (-100.0, "EUR/t"));
    assert_eq!(price.stated, "payé 100 €/t (4 lignes du registre)");
}

#[test]
fn days_of_refused_lines_count_and_one_removal_is_not_multiplied() {
    let line =
        |month: u32, waste: &str, tonnes: &str| format!("12/{month:02}/2025;{waste};15 01 03;{tonnes};;;\n");
    let lines: String =
        (1..=9).map(|month| line(month, "bois", if month > 6 { "NaN" } else { "1" })).collect();
    let batch = read_text(&format!("{OWN}{lines}{}", line(5, "piles", "0,012")));
    assert_eq!(batch.report.rejects.len(), 3);
    let stated: Vec<_> = batch.flows.iter().map(|flow| flow.stated.as_deref().unwrap_or_default()).collect();
    assert_eq!(
        stated,
        ["8 t/an (sur 9 mois, ramené à l'année, 6 enlèvements)", "0,012 t/an (2025, 1 enlèvement)"]
    );
    let partial =
        batch.findings.iter().find(|finding| finding.key == "intake-register-partial-year").unwrap();
    assert_eq!(arg(partial, "days"), "2025-01-12 – 2025-09-12");
}

#[test]
fn a_hazard_that_the_tracking_form_says_is_kept_and_asked_about() {
    let export = |said: &str| {
        let text = format!("{TRACKDECHETS}{}", line("2025-03-10", "150103", "1", ""));
        let with = |line: &str, cell: &str| format!("{line};{cell}\n");
        let mut lines = text.lines();
        read_text(&(with(lines.next().unwrap(), "Dangereux") + &with(lines.next().unwrap(), said)))
    };
    let said = export("O");
    assert_eq!(said.flows[0].waste_code.unwrap().to_string(), "15 01 03*");
    let told = said.findings.iter().find(|finding| finding.key == "intake-register-hazard-kept").unwrap();
    assert_eq!(arg(told, "codes"), "150103 (f.csv:2)");
    assert_eq!(told.severity, model::Severity::Warning);
    let not = export("N");
    assert!(!not.flows[0].waste_code.unwrap().hazardous() && not.findings.len() + 1 == said.findings.len());
}

#[test]
fn lines_of_both_halves_of_one_year_are_that_year() {
    let lines = |days: &[&str]| days.iter().map(|day| line(day, "13 02 05*", "1", "1")).collect::<String>();
    let year: Vec<String> = (2..=11).map(|month| format!("2025-{month:02}-11")).collect();
    let days: Vec<&str> = year.iter().map(String::as_str).collect();
    let batch = read_text(&format!("{TRACKDECHETS}{}", lines(&days)));
    assert!((batch.flows[0].tonnes.unwrap().mid() - 10.0).abs() < 1e-9, "{:?}", batch.flows[0].stated);
    let told = batch.findings.iter().find(|finding| finding.key == "intake-register-year-taken").unwrap();
    assert_eq!(arg(told, "year"), "2025");
    let half = read_text(&format!("{TRACKDECHETS}{}", lines(&days[..6])));
    assert!(keys(&half).contains(&"intake-register-partial-year"), "six months are no year");
    let running: Vec<String> = days.iter().map(|day| day.replace("2025", "2026")).collect();
    let running: Vec<&str> = running.iter().take(9).map(String::as_str).collect();
    assert!(
        !keys(&read_text(&format!("{TRACKDECHETS}{}", lines(&running))))
            .contains(&"intake-register-year-taken")
    );
}

#[test]
fn a_title_says_the_year_and_a_corrected_asterisk_says_where() {
    let mut read = table(&format!("{OWN}12/03/2025;huile;130205;1;;;\n12/04/2025;huile;13 02 05*;2;;;\n"));
    read.titles = vec!["Registre des déchets 2025".to_owned()];
    let reference = reference();
    let batch = super::read(read, &options(&reference, day(2026, 11, 1)), &mut quiet).unwrap();
    assert_eq!(batch.flows[0].stated.as_deref(), Some("3 t/an (2025, 2 enlèvements)"));
    let asterisk = batch.findings.iter().find(|finding| finding.key == "intake-register-asterisk").unwrap();
    assert_eq!(arg(asterisk, "codes"), "130205 → 13 02 05* (f.csv:2)");
}

#[test]
fn headings_on_two_lines_and_units_in_cells() {
    let batch = read_text(
        "Date;Déchet;Quantité;;BSD n°\n;;t;m3;\n12/01/2025;bois;1,5;;A1\n12/12/2025;gravats;;8;A2\n13/12/2025;bois;rien;;A3\n",
    );
    let units: Vec<_> =
        batch.flows.iter().map(|f| f.quantity.as_ref().unwrap().unit.symbol().to_owned()).collect();
    assert_eq!(units, ["t/year", "m3/year"]);
    assert_eq!(batch.report.rejects[0].column.as_deref(), Some("Quantité t"));
}

#[test]
fn a_correction_and_an_owner_are_followed() {
    let text = "Quand;Déchet;Poids;Bon\n12/01/2025;bois;900;1\n12/12/2025;bois;100;2\n";
    let reference = reference();
    let options = options(&reference, day(2026, 11, 1));
    let first = table(text);
    let mut mapping = understand(&first.headings, &[]);
    mapping.set("Quand", Meaning::Date, None);
    mapping.set("Poids", Meaning::Quantity, Some("kg"));
    let owner = Owner { name: "Fonderie Orne".into(), siret: "73282932000074".parse().ok() };
    let batch = read_with(&mapping, Some(&owner), first, &options, &mut quiet).unwrap();
    assert_eq!(batch.flows[0].site.as_str(), "siret:73282932000074");
    assert!((batch.flows[0].tonnes.unwrap().mid() - 1.0).abs() < 1e-9);
    assert!(batch.findings.is_empty(), "{:?}", batch.findings);
    // Without the correction there is no unit, and no line enters.
    let batch = read(table(text), &options, &mut quiet).unwrap();
    assert!(batch.flows.is_empty() && batch.report.rejects.len() == 2);
}

#[test]
fn tables_that_are_no_registers() {
    for headings in [
        "date;désignation;quantité;fournisseur",
        "siret;nom;commune",
        "identifiant;flux;quantité;unité",
        "Registre des déchets 2025",
        "",
    ] {
        let headings: Vec<String> = headings.split(';').map(ToOwned::to_owned).collect();
        assert!(!recognise(&headings), "{headings:?}");
    }
}

proptest! {
    #[test]
    fn any_row_is_read_without_panic(rows in proptest::collection::vec(proptest::collection::vec("([^\0\"\n\r;]{0,14}|[0-9]{1,12}[,.]?[0-9]{0,4}|(19|20)[0-9]{2}-0[1-9]-1[0-9]|15 01 03)", 0..20), 0..4), own in any::<bool>()) {
        let rows: Vec<String> = rows.iter().map(|cells| cells.join(";")).collect();
        let headings = if own { "Date;Déchet;Code;Qté (t);Exutoire;Traitement;Unité;m3\n" } else { TRACKDECHETS };
        read_text(&format!("{headings}{}", rows.join("\n")));
    }
}

#[test]
fn a_price_that_cannot_be_read_goes_back_and_prices_with_vat_are_told() {
    let batch = read_text(&format!(
        "{}12/01/2025;bois;15 01 03;1;X;Y;cher;120\n12/02/2025;bois;15 01 03;1;X;Y;-40;60\n",
        OWN.replace('\n', ";Prix TTC\n")
    ));
    assert_eq!(
        (batch.report.records, batch.report.refused_lines(), batch.report.values_to_correct()),
        (2, 0, 1)
    );
    let price = batch.flows[0].price.as_ref().unwrap();
    assert_eq!((price.value.range.mid(), price.stated.as_str()), (40.0, "reçu 40 €/t (1 ligne du registre)"));
    let unread = batch.findings.iter().find(|finding| finding.key == "intake-register-columns-unread");
    assert_eq!(arg(unread.unwrap(), "columns"), "Prix TTC");
}

#[test]
fn a_second_table_below_the_first_keeps_its_own_unit_and_a_title_names_the_company() {
    let batch = read_titled(
        "Société FORGE-NEUVE – site de Fameck\nDate;Déchet;Code déchet;Quantité (t);Exutoire\n12/01/2025;bois;15 01 03;1,2;Tri du Val\nTotal;;;1,2;\n\
         Déchets dangereux;;;;\nDate;Déchet;Code déchet;Quantité (kg);Exutoire\n12/02/2025;huile;13 02 05*;120;Tri du Val\n13/02/2025;bois;15 01 03;n.c.;Tri du Val\n",
    );
    let tonnes: Vec<f64> = batch.flows.iter().filter_map(|flow| flow.tonnes.map(Range::mid)).collect();
    assert_eq!(tonnes, [1.2, 0.12]);
    assert_eq!((batch.report.records, batch.report.refused_lines()), (2, 1));
    assert_eq!(batch.sites[0].name, "FORGE-NEUVE");
    assert_eq!(keys(&batch).iter().filter(|key| **key == "intake-register-owner-titled").count(), 1);
}

#[test]
fn a_register_with_english_headings() {
    let batch = read_titled(
        "Waste log 2025\nDate;Waste;Quantity;Unit;Destination;Disposal cost\n\
         15/01/2025;broken pallets;12;t;Oil BV;0\n03/02/2025;engine oil;800;kg;Oil BV;0\n",
    );
    assert!(batch.report.rejects.is_empty(), "{:?}", batch.report.rejects);
    let out = batch.flows.iter().filter(|flow| flow.direction == Direction::GivesOut);
    assert_eq!(out.count(), 2, "both lines leave the site");
    assert!(!recognise(&["Date", "Item", "Quantity", "Unit"].map(ToOwned::to_owned)), "nothing says waste");
}

#[test]
fn a_cost_of_the_year_is_divided_among_its_months() {
    for (heading, cost) in [("Coût annuel HT", 1200), ("Coût total HT €", 1200), ("Coût mensuel HT", 100)]
    {
        let batch = read_titled(&format!(
            "Suivi des déchets 2025\nType de déchet;unité;janv;févr;mars;avr;mai;juin;Total;{heading}\nDIB;t;1;1;1;1;1;7;12;{cost}\n"
        ));
        let price = batch.flows.iter().find_map(|flow| flow.price.as_ref()).unwrap();
        let wanted = if heading.contains("mensuel") { -50.0 } else { -100.0 };
        assert!((price.value.range.mid() - wanted).abs() < 1e-6, "{heading}: {price:?}");
    }
}
