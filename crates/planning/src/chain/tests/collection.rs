//! Collection: how long matter may wait, what fetches it, and a driver's day.

use super::*;
use crate::chain::collection::{Collection, Tour};

/// Kitchens around a digester fed by a bakery.
fn kitchens(count: u32) -> Territory {
    let mut territory = Territory { day: DAY, ..Territory::default() };
    site(&mut territory, "bakery", ActorKind::Company, 2.0);
    flow(&mut territory, "bakery", Direction::GivesOut, "bread-waste", 4_000.0, "t/year");
    for ix in 0..count {
        let name = format!("kitchen{ix:02}");
        site(&mut territory, &name, ActorKind::Company, 4.0 + f64::from(ix));
        flow(&mut territory, &name, Direction::GivesOut, "catering-waste", 30.0, "t/year");
    }
    site(&mut territory, "town", ActorKind::LocalAuthority, 0.0);
    territory
}

fn collected(territory: &Territory, plant: &str) -> Vec<Collection> {
    let reference = Reference::embedded().unwrap();
    let (chain, _) = build(territory, reference, plant, Options::on(DAY)).unwrap();
    let plant = reference.plants.iter().find(|known| known.id == plant).unwrap();
    // Hours worth so much that every tonne is gathered.
    let weights = crate::instance::Weights { eur: 1.0, co2_eur_t: 0.0, work_eur_h: 2_000.0 };
    let aims = Aims { weights, ..Aims::default() };
    let settings = Settings { gap: 1e-3, ..Settings::default() };
    let asked = Asked { plant, reference, day: DAY, aims, settings, caution: Caution::default() };
    study(&chain, &asked, &mut |_: &Progress| true).opened.remove(0).collections
}

fn sum(tours: &[Tour], of: fn(&Tour) -> f64) -> f64 {
    tours.iter().map(of).sum()
}

#[test]
fn food_waste_is_fetched_every_week_by_the_lorry_for_bins() {
    let found = collected(&kitchens(12), "biogas-injection");
    let bins = found.iter().find(|one| one.kind == "bins").unwrap();
    assert!(bins.passes * bins.every >= 364.0, "{bins:?}");
    assert!(bins.every <= 7.0 && bins.capacity < 20.0, "{bins:?}");
    // By itself a kitchen waits no longer: a lorry a week to each of them.
    assert!(bins.separate.km > bins.shared.km, "{bins:?}");
}

#[test]
fn no_driver_works_longer_than_a_day_and_the_rounds_add_up() {
    let found = collected(&kitchens(40), "biogas-injection");
    let bins = found.iter().find(|one| one.kind == "bins").unwrap();
    assert!(bins.driver_days > 1, "{bins:?}");
    for day in 1..=bins.driver_days {
        let driven: Vec<Tour> = bins.tours.iter().filter(|tour| tour.day == day).cloned().collect();
        assert!(!driven.is_empty() && sum(&driven, |tour| tour.minutes) <= bins.shift, "{driven:?}");
        let mut clock = bins.gate.0;
        for tour in &driven {
            assert!((tour.leaves - clock).abs() < 1e-9 && tour.leaves < bins.gate.1, "{tour:?}");
            clock += tour.minutes;
        }
    }
    assert!((sum(&bins.tours, |tour| tour.km) * bins.passes - bins.shared.km).abs() < 1e-6);
    assert!(bins.tours.iter().all(|tour| tour.load <= bins.capacity && tour.tonnes <= bins.payload));
}

#[test]
fn windows_travel_on_racks_and_bread_does_not_share_their_lorry() {
    let mut territory = kitchens(0);
    for ix in 0..4 {
        let name = format!("joiner{ix}");
        site(&mut territory, &name, ActorKind::Company, 5.0 + f64::from(ix));
        flow(&mut territory, &name, Direction::GivesOut, "end-of-life-window", 60.0, "t/year");
    }
    let kinds: Vec<String> =
        collected(&territory, "window-dismantling").into_iter().map(|one| one.kind).collect();
    assert_eq!(kinds, ["racks"]);
}

#[test]
fn painted_wood_and_another_waste_code_stay_out_of_the_boiler_and_that_is_said() {
    let mut territory = wood();
    territory.flows[1].quality = Some("peint, classe B".to_owned()).into();
    territory.flows[2].waste_code = Some("08 02 01".parse().unwrap());
    let reference = Reference::embedded().unwrap();
    let (chain, findings) = build(&territory, reference, "wood-boiler", Options::on(DAY)).unwrap();
    assert_eq!(chain.supplies.len(), 1, "{:?}", chain.supplies);
    let told = findings.iter().find(|finding| finding.key == "chain-supplies-refused").unwrap();
    let text = format!("{told:?}");
    assert!(text.contains("peint") && text.contains("08 02 01"), "{text}");
}

#[test]
fn gas_that_makes_steam_is_hardly_a_need_for_hot_water() {
    let taken = |wording: &str| {
        let mut territory = wood();
        territory.flows.retain(|flow| flow.site.as_str() != "school");
        flow(&mut territory, "school", Direction::TakesIn, "natural-gas", 4_000.0, "MWh/year");
        territory.flows.last_mut().unwrap().wording = wording.to_owned().into();
        let reference = Reference::embedded().unwrap();
        build(&territory, reference, "wood-boiler", Options::on(DAY)).unwrap().0.outlets.remove(0)
    };
    let (steam, heating) = (taken("gaz vapeur"), taken("gaz chauffage"));
    assert!(steam.amount.mid() < 0.2 * heating.amount.mid(), "{steam:?} {heating:?}");
    assert_eq!((steam.level.as_deref(), heating.level), (Some("steam"), None));
    assert!(steam.share_figure.is_some());
}

#[test]
fn windows_sell_five_fractions_at_the_mean_of_their_prices() {
    let reference = Reference::embedded().unwrap();
    let plant = reference.plants.iter().find(|known| known.id == "window-dismantling").unwrap();
    let mut territory = kitchens(0);
    flow(&mut territory, "bakery", Direction::GivesOut, "end-of-life-window", 200.0, "t/year");
    let chain = build(&territory, reference, "window-dismantling", Options::on(DAY)).unwrap().0;
    let mid = |id: &FigureId| reference.figures.on(id.as_str(), DAY).unwrap().value.range.mid();
    let sold: f64 = plant.fractions.iter().map(|one| mid(&one.share) * mid(&one.price)).sum();
    let share: f64 = plant.fractions.iter().map(|one| mid(&one.share)).sum();
    assert_eq!(plant.fractions.len(), 5);
    assert!(share < 1.0 && (chain.supplies[0].output.mid() - share).abs() < 1e-9);
    assert!((chain.costs.price.mid() * share - sold).abs() < 1e-9, "{:?}", chain.costs.price);
}

#[test]
fn a_laboratory_with_a_hall_hosts_no_workshop() {
    let spots = |naf: &str| {
        let mut territory = kitchens(0);
        flow(&mut territory, "bakery", Direction::GivesOut, "end-of-life-window", 200.0, "t/year");
        site(&mut territory, "lab", ActorKind::Company, 1.0);
        flow(&mut territory, "lab", Direction::CanShare, "space", 500.0, "m2");
        let lab = territory.sites.last_mut().unwrap();
        lab.activity = reference::ActivityCode::parse(naf, Some(reference::NafVersion::Rev2)).ok();
        let reference = Reference::embedded().unwrap();
        let chain = build(&territory, reference, "window-dismantling", Options::on(DAY)).unwrap().0;
        chain.spots.iter().any(|spot| spot.site.as_str() == "lab")
    };
    assert!(!spots("72.19Z") && spots("25.11Z"));
}
