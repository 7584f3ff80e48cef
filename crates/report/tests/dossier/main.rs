//! The dossier of a small chain, read back.
#![expect(clippy::unwrap_used, reason = "a test that cannot build its case must fail")]

mod said;

use calamine::{Data, Reader, Xlsx};
use chrono::NaiveDate;
use model::{
    Actor, ActorId, ActorKind, Basis, Confidentiality, Direction, Evidence, Flow, FlowId, Place, Precision,
    Site, SiteId, Territory,
};
use planning::Settings;
use planning::chain::{Aims, Asked, Caution, Options, Study, Sturdy, build, study};
use reference::{Reference, ResourceId};
use report::dossier::{Block, Document, document};
use report::{Audience, Dossier, write_dossier_pdf, write_dossier_xlsx};
use std::collections::HashSet;
use units::{Quantity, Range};
use wording::Lang;

const DAY: NaiveDate = NaiveDate::from_ymd_opt(2026, 6, 30).unwrap();

fn site(
    territory: &mut Territory,
    id: &str,
    km: f64,
    way: Direction,
    resource: &str,
    amount: f64,
    unit: &str,
) {
    let evidence = Evidence::new(Basis::Declared, "carnet");
    let actor = ActorId::from(format!("a-{id}"));
    territory.actors.push(Actor {
        id: actor.clone(),
        name: id.into(),
        kind: ActorKind::Company,
        evidence: evidence.clone(),
    });
    territory.sites.push(Site {
        id: SiteId::from(id),
        actor,
        name: format!("Maison {id}"),
        siret: None,
        activity: None,
        activity_label: None,
        headcount: None,
        place: Some(Place { lat: 49.3 + km / 111.2, lon: 6.1, precision: Precision::Exact }),
        address: None,
        commune: None,
        zone: None,
        evidence: evidence.clone(),
    });
    let mut flow =
        Flow::worded(FlowId::from(format!("f-{id}")), SiteId::from(id), way, resource.into(), evidence);
    flow.resource = Some(ResourceId::from(resource));
    flow.quantity = Some(Quantity::new(Range::exact(amount).unwrap(), unit.parse().unwrap())).into();
    territory.flows.push(flow);
}

fn wood() -> Territory {
    let mut territory = Territory { day: DAY, ..Territory::default() };
    site(&mut territory, "une", 2.0, Direction::GivesOut, "pallet-wood", 500.0, "t/year");
    site(&mut territory, "deux", 3.0, Direction::GivesOut, "pallet-wood", 300.0, "t/year");
    site(&mut territory, "lycée", 0.0, Direction::TakesIn, "heating-oil", 4_000.0, "MWh/year");
    territory.flows[1].confidentiality = Confidentiality::Facilitator;
    territory
}

fn with(audience: Audience, look: impl FnOnce(&Dossier<'_>)) {
    with_of(&wood(), audience, look);
}

fn with_of(territory: &Territory, audience: Audience, look: impl FnOnce(&Dossier<'_>)) {
    planned("wood-boiler", territory, audience, |view| {
        let risk = view.study.risk.as_ref().unwrap();
        assert!(risk.p10 <= risk.p50 && risk.p50 <= risk.p90, "{risk:?}");
        assert_eq!((risk.draws, risk.suppliers.len(), risk.takers.len()), (1_000, 2, 1));
        assert!(risk.suppliers[0].gain < risk.middle, "{risk:?}");
        look(view);
    });
}

fn planned(plant: &str, territory: &Territory, audience: Audience, look: impl FnOnce(&Dossier<'_>)) {
    let reference = Reference::embedded().unwrap();
    let (chain, findings) = build(territory, reference, plant, Options::on(DAY)).unwrap();
    let plant = reference.plants.iter().find(|known| known.id == plant).unwrap();
    let asked = Asked {
        plant,
        reference,
        day: DAY,
        aims: Aims::default(),
        settings: Settings { gap: 1e-4, ..Settings::default() },
        caution: Caution::default(),
    };
    let study = study(&chain, &asked, &mut |_: &planning::Progress| true);
    look(&Dossier {
        plant,
        chain: &chain,
        study: &study,
        findings: &findings,
        territory,
        reference,
        day: DAY,
        lang: Lang::Fr,
        audience,
        sealed: &HashSet::new(),
        sturdy: None,
    });
}

/// Every text of a document.
fn texts(document: &Document) -> String {
    format!("{document:?}")
}

#[test]
fn every_mark_has_its_note_and_every_section_is_there() {
    with(Audience::Facilitator, |view| {
        let document = document(view);
        let text = texts(&document);
        assert!(!text.contains('⟦'), "{text}");
        for number in 1..=document.notes.len() {
            assert!(text.contains(&format!("[{number}]")), "note {number} is never called");
        }
        assert!(!text.contains(&format!("[{}]", document.notes.len() + 1)));
        let headings = document.blocks.iter().filter(|block| matches!(block, Block::Heading(_))).count();
        assert!(headings >= 12, "{headings}");
        assert!(text.contains("Maison deux"));
    });
}

#[test]
fn members_read_no_confidential_name() {
    with(Audience::Members, |view| {
        let text = texts(&document(view));
        assert!(!text.contains("Maison deux"), "{text}");
        assert!(text.contains("Maison une") && text.contains("apporteur confidentiel"));
    });
}

#[test]
fn a_usual_price_is_a_range_to_be_checked_never_what_somebody_pays() {
    with(Audience::Facilitator, |view| {
        let text = texts(&document(view));
        assert!(text.contains("la dernière facture d’enlèvement"), "{text}");
        assert!(!text.contains("seul, vous payez 0"), "{text}");
        let sealed = view.chain.supplies.iter().map(|supply| supply.flow.clone()).collect();
        let text = texts(&document(&Dossier { sealed: &sealed, ..*view }));
        assert!(text.contains("le prix que vous avez donné est scellé"), "{text}");
    });
}

#[test]
fn the_careful_plan_is_told_beside_the_other() {
    with(Audience::Facilitator, |view| {
        let choice = view.study.front[0].clone();
        let caution = Caution { level: 0.9, chance: 0.0 };
        let mut best =
            Sturdy { choice, study: view.study.clone(), caution, singles: 40, pairs: 0, weighed: 7 };
        let text = texts(&document(&Dossier { sturdy: Some(&best), ..*view }));
        assert!(text.contains("Plan prudent") && text.contains("chaque lieu avec chaque taille"), "{text}");
        assert!(
            text.contains("40 en tout") && text.contains("7 en tout") && !text.contains("deux par deux"),
            "{text}"
        );
        (best.pairs, best.caution.chance) = (12, 0.9);
        let text = texts(&document(&Dossier { sturdy: Some(&best), ..*view }));
        assert!(text.contains("deux par deux (12 paires)"), "{text}");
        assert!(text.contains("parmi ceux qui atteignent leur charge minimale dans 90"), "{text}");
    });
}

#[test]
fn rounds_and_account_are_never_added_and_departures_and_split_count_the_same_replacements() {
    with(Audience::Facilitator, |view| {
        let text = texts(&document(view));
        for said in [
            "c’est ce montant, et lui seul, qui est dans le gain du plan",
            "les deux ne s’ajoutent jamais",
            "compte les mêmes remplaçants",
            "la TGAP évitée revient à l’État",
        ] {
            assert!(text.contains(said), "{said}: {text}");
        }
    });
}

#[test]
fn the_files_open() {
    with(Audience::Facilitator, |view| {
        let (mut pdf, mut xlsx) = (Vec::new(), Vec::new());
        write_dossier_pdf(view, &mut pdf).unwrap();
        write_dossier_xlsx(view, &mut xlsx).unwrap();
        assert!(pdf.starts_with(b"%PDF-") && pdf.ends_with(b"%%EOF"));
        let mut book: Xlsx<_> = Xlsx::new(std::io::Cursor::new(xlsx)).unwrap();
        let names = book.sheet_names();
        assert!(names.len() >= 12, "{names:?}");
        let money = book.worksheet_range("Économie").unwrap();
        let investment = money
            .rows()
            .find(|row| row[0] == Data::String("Investissement, réseau et stock compris".into()))
            .unwrap();
        assert!(investment[1].as_f64_value() > 100_000.0);
    });
}

trait AsNumber {
    fn as_f64_value(&self) -> f64;
}

impl AsNumber for Data {
    fn as_f64_value(&self) -> f64 {
        if let Data::Float(value) = self { *value } else { f64::NAN }
    }
}

/// A number as it is printed in French: « 1 657,2 ».
fn read(text: &str) -> f64 {
    let plain: String = text.chars().filter(|c| c.is_ascii_digit() || *c == ',').collect();
    plain.replace(',', ".").parse().unwrap()
}

#[test]
fn the_rounds_that_are_printed_add_up_to_the_year_that_is_printed() {
    with(Audience::Facilitator, |view| {
        let blocks = document(view).blocks;
        let sums = blocks.iter().find_map(|block| match block {
            Block::Text(text) if text.contains("km par passage") => Some(text.clone()),
            _ => None,
        });
        let sums = sums.unwrap();
        let numbers: Vec<f64> =
            sums.split(['×', '=']).map(|part| part.split(" km").next().unwrap()).map(read).collect();
        let table = blocks.iter().find_map(|block| match block {
            Block::Table(table) if table.head[0].starts_with("Jour") => Some(table.clone()),
            _ => None,
        });
        let rows = table.unwrap().rows;
        let km = |row: &Vec<report::dossier::Cell>| match &row[4] {
            report::dossier::Cell::Text(text) => read(text),
            other => panic!("{other:?}"),
        };
        let (total, tours) = rows.split_last().unwrap();
        let printed: f64 = tours.iter().map(km).sum();
        assert!((printed - km(total)).abs() < 1e-9 && (printed - numbers[0]).abs() < 1e-9, "{sums}");
        assert!((numbers[0] * numbers[1].trunc() - numbers[2]).abs() < 1e-6, "{sums}");
    });
}

/// The paragraphs of a document.
fn paragraphs(document: &Document) -> Vec<String> {
    let texts = document
        .blocks
        .iter()
        .filter_map(|block| if let Block::Text(text) = block { Some(text) } else { None });
    texts.map(|text| text.replace(['\u{a0}', '\u{202f}'], " ")).collect()
}

#[test]
fn the_median_of_the_draws_leads_and_the_plan_is_named_beside_it() {
    with(Audience::Facilitator, |view| {
        let told = paragraphs(&document(view));
        let gain = told.iter().find(|text| text.starts_with("Gain de l’ensemble")).unwrap();
        let (median, plan) = gain.split_once("toutes les plages à leur milieu").unwrap();
        let n = |value: f64| wording::rounded(Lang::Fr, value, 3).replace(['\u{a0}', '\u{202f}'], " ");
        assert!(median.contains(&n(view.study.risk.as_ref().unwrap().p50.unwrap())), "{gain}");
        assert!(plan.contains(&n(view.study.totals.eur)), "{gain}");
        assert!(told.iter().any(|text| text.contains("% au plus du meilleur gain en euros")), "{told:?}");
    });
}

#[test]
fn a_plan_that_stands_instead_of_nothing_is_not_called_near_the_best() {
    with(Audience::Facilitator, |view| {
        let nothing =
            Study { opened: Vec::new(), cheapest: Some(Box::new(view.study.clone())), ..view.study.clone() };
        let told = paragraphs(&document(&Dossier { study: &nothing, ..*view }));
        assert!(told.iter().any(|text| text.contains("Le mieux en euros est de ne rien ouvrir")), "{told:?}");
        assert!(!told.iter().any(|text| text.contains("du meilleur")), "{told:?}");
    });
}

#[test]
fn the_workbook_makes_the_account_again() {
    with(Audience::Facilitator, |view| {
        let mut xlsx = Vec::new();
        write_dossier_xlsx(view, &mut xlsx).unwrap();
        let mut book: Xlsx<_> = Xlsx::new(std::io::Cursor::new(xlsx)).unwrap();
        let values = book.worksheet_range("Économie").unwrap();
        let formulas = book.worksheet_formula("Économie").unwrap();
        let row = |name: &str| {
            values
                .rows()
                .position(|row| row[0] == Data::String(name.to_owned()))
                .unwrap_or_else(|| panic!("{name}"))
        };
        let at = |name: &str| format!("$B${}", row(name) + 1);
        let value = |name: &str| values.get((row(name), 1)).unwrap().as_f64_value();
        let formula =
            |name: &str| formulas.get_value((u32::try_from(row(name)).unwrap(), 1)).unwrap().clone();
        let sold = format!("{}*{}", at("Production vendue"), at("Prix de vente moyen"));
        assert_eq!(formula("Recettes"), sold);
        let revenue = value("Production vendue") * value("Prix de vente moyen");
        assert!((value("Recettes") - revenue).abs() < 1e-6 * revenue, "the value kept is the formula's");
        for part in ["Recettes", "Transport des apports", "Annuité de l’investissement"] {
            let gain = formula("Gain annuel de l’ensemble, annuité déduite, sans subvention");
            assert!(gain.contains(&at(part)), "{part}: {gain}");
        }
        let back = formula("Temps de retour, tous partenaires ensemble");
        assert!(back.contains(&at("Investissement, réseau et stock compris")), "{back}");
        for part in ["Production vendue", "Transport des apports", "Subvention usuelle"] {
            let of = if part.starts_with("Subv") { "dont équipement" } else { "Apports utilisés" };
            assert!(formula(part).starts_with(&at(of)), "{part} follows {of}: {}", formula(part));
        }
        // A boiler of twenty years keeps a quarter of its worth after fifteen, and is not bought again.
        let left = value("Valeur restante à la fin de l’année 15");
        assert!(left >= 0.25 * value("dont équipement") - 1e-6, "{left}");
        assert!(value("Rachats à l’identique sur 15 ans").abs() < 1e-9);
        let left = formula("Valeur restante à la fin de l’année 15");
        assert!(left.contains(&format!("{}+", at("dont équipement"))), "{left}");
        let live = formulas.rows().flatten().filter(|formula| !formula.is_empty()).count();
        assert!(live >= 10 + 2 * 16, "{live}: the cash flow too");
    });
}

#[test]
fn what_an_authority_pays_today_is_told_in_euros_and_not_to_members() {
    let mut territory = wood();
    let none = "aucun euro";
    let told = |territory: &Territory, audience| {
        let mut text = String::new();
        with_of(territory, audience, |view| text = texts(&document(view)));
        text
    };
    assert!(told(&territory, Audience::Facilitator).contains(none));
    // 500 t a year that a public site pays 50 EUR/t to be rid of.
    territory.actors[0].kind = ActorKind::LocalAuthority;
    let value = Quantity::new(Range::exact(-50.0).unwrap(), "EUR/t".parse().unwrap());
    let price = model::Price { value, stated: "payé 50 €/t".into() };
    territory.flows[0].price = Some(Box::new(price));
    let text = told(&territory, Audience::Facilitator);
    assert!(!text.contains(none) && text.contains("leur gain est dans le partage"));
    let (_, paid) = text.split_once("apportent paient aujourd’hui ").unwrap();
    assert!(paid.starts_with("25"), "500 t at 50 EUR a tonne");
    assert!(!told(&territory, Audience::Members).contains("apportent paient aujourd’hui"));
}
