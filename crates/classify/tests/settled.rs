//! What a flow is taken for, with its direction, its amount and its state.

#![expect(clippy::expect_used, reason = "a test may stop")]

use chrono::NaiveDate;
use classify::{Classifier, settle};
use model::{ActorId, Basis, Direction, Evidence, Flow, FlowId, Site, SiteId, Territory};
use reference::{ActivityCode, Reference};
use units::{Quantity, Range};

fn flow(wording: &str, direction: Direction, amount: Option<(f64, &str)>) -> Flow {
    let evidence = Evidence::new(Basis::Declared, "test");
    let mut flow =
        Flow::worded(FlowId::from("f"), SiteId::from("s"), direction, wording.to_owned(), evidence);
    let quantity = |(value, unit): (f64, &str)| {
        Quantity::new(Range::new(value, value, value).expect("a range"), unit.parse().expect("a unit"))
    };
    flow.quantity = amount.map(quantity).into();
    flow
}

fn settled(flow: Flow) -> Flow {
    let day = NaiveDate::from_ymd_opt(2026, 6, 30).expect("a day");
    let classifier = Classifier::new(Reference::embedded().expect("data/"), day);
    let territory = Territory { flows: vec![flow], ..Territory::default() };
    settle(territory, &classifier).0.flows.remove(0)
}

fn resource(flow: Flow) -> String {
    settled(flow).resource.map(|id| id.to_string()).unwrap_or_default()
}

#[test]
fn what_is_broken_is_what_it_is_made_of() {
    for (wording, whole, remains) in [
        ("palettes", "pallet", "pallet-wood"),
        ("palettes EPAL", "euro-pallet", "pallet-wood"),
        ("big bags", "big-bag", "polypropylene"),
        ("IBC", "ibc-container", "hdpe"),
        ("palettes plastiques", "plastic-pallet", "hdpe"),
    ] {
        assert_eq!(resource(flow(wording, Direction::GivesOut, None)), whole);
        for state in ["cassés", "abîmés", "irréparables", "HS", "déchirés", "troués"] {
            let wording = format!("{wording} {state}");
            assert_eq!(resource(flow(&wording, Direction::GivesOut, None)), remains, "« {wording} »");
        }
    }
}

#[test]
fn broken_things_are_still_counted_by_the_piece() {
    let bags = settled(flow("big bags troués", Direction::GivesOut, Some((1000.0, "piece/year"))));
    assert_eq!(bags.tonnes.map(Range::mid), Some(2.0));
}

#[test]
fn a_yearly_bill_is_for_work() {
    let bill = |wording| resource(flow(wording, Direction::TakesIn, Some((20.0, "kEUR/year"))));
    assert_eq!(bill("nettoyage"), "cleaning");
    assert_eq!(bill("nettoyage locaux et produits d'entretien"), "cleaning");
    assert_eq!(bill("produits d'entretien"), "cleaning-product");
    assert_eq!(resource(flow("nettoyage", Direction::Needs, None)), "cleaning");
}

#[test]
fn a_guessed_code_is_not_a_stated_one() {
    let guessed = settled(flow("palettes cassées", Direction::GivesOut, None));
    assert_eq!(guessed.waste_code.map(|code| code.to_string()).as_deref(), Some("15 01 03"));
    assert!(!guessed.waste_code_stated);
    let mut said = flow("palettes cassées", Direction::GivesOut, None);
    said.waste_code = guessed.waste_code;
    said.waste_code_stated = true;
    assert!(settled(said).waste_code_stated);
}

#[test]
fn a_site_s_trade_tells_what_its_word_means() {
    let reference = Reference::embedded().expect("data/");
    let day = NaiveDate::from_ymd_opt(2026, 6, 30).expect("a day");
    let classifier = Classifier::new(reference, day);
    let read = |naf: &str| {
        let evidence = Evidence::new(Basis::Declared, "test");
        let mut site = Site::new(SiteId::from("s"), ActorId::from("a"), "S", evidence);
        site.activity = Some(ActivityCode::parse(naf, None).expect("a class"));
        let flows = vec![flow("laitier", Direction::GivesOut, None)];
        let territory = Territory { sites: vec![site], flows, ..Territory::default() };
        let (settled, _) = settle(territory, &classifier);
        settled.flows[0].resource.as_ref().map(ToString::to_string).unwrap_or_default()
    };
    assert_eq!(read("10.51A"), "dairy-residue");
    assert!(read("24.10Z").contains("slag"), "{}", read("24.10Z"));
}

#[test]
fn who_buys_a_thing_means_it_fresh() {
    assert_eq!(resource(flow("soude pour le NEP", Direction::TakesIn, None)), "caustic-soda");
    assert_eq!(resource(flow("soude usée", Direction::TakesIn, None)), "spent-caustic");
}

#[test]
fn a_resource_chosen_by_a_person_bears_the_code_of_the_words() {
    let read = flow("fraisats d'enrobés", Direction::GivesOut, None);
    let mut chosen = read.clone();
    chosen.resource = settled(read.clone()).resource;
    assert!(settled(chosen.clone()).waste_code.is_some());
    assert_eq!(settled(chosen).waste_code, settled(read).waste_code);
}

#[test]
fn what_is_bought_is_bought_new_and_days_say_nothing() {
    let bought = |wording| resource(flow(wording, Direction::TakesIn, None));
    assert_eq!(bought("bouteilles verre 33cl"), "glass-bottle");
    assert_eq!(resource(flow("bouteilles verre", Direction::GivesOut, None)), "container-glass-waste");
    assert_eq!(bought("gaz bouteille argon"), "argon");
    assert_eq!(resource(flow("chariot 3 t libre le mardi", Direction::CanShare, None)), "forklift");
    assert_eq!(resource(flow("truc", Direction::GivesOut, None)), "");
}

#[test]
fn heat_shared_is_heat_given_and_a_machine_shared_is_lent() {
    let direction = |wording| settled(flow(wording, Direction::CanShare, None)).direction;
    assert_eq!(direction("chaleur fatale"), Direction::GivesOut);
    assert_eq!(direction("compresseur"), Direction::CanShare);
}

#[test]
fn litres_of_an_oil_are_tonnes_by_the_density_of_oils() {
    let tonnes = |wording, amount| settled(flow(wording, Direction::GivesOut, Some(amount))).tonnes;
    let oil = tonnes("huiles de vidange", (10.8, "m3/year")).expect("tonnes");
    assert!((8.0..11.0).contains(&oil.mid()), "{oil:?}");
    let sludge = tonnes("boues d'hydroxydes métalliques", (10.0, "m3/year")).expect("tonnes");
    assert!((10.0..15.0).contains(&sludge.mid()), "{sludge:?}");
}
