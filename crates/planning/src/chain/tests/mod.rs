use super::economics::{Intake, storage};
use super::instance::annuity;
use super::partners::{Brings, Player, Takes, Terms, split};
use super::*;
use crate::Settings;
use crate::solve::Progress;
use chrono::NaiveDate;
use model::{Actor, ActorId, ActorKind, Direction, Evidence, Flow, Place, Precision, Site, Territory};
use reference::Reference;
use units::Quantity;

mod careful;
mod collection;
mod digester;
mod fuel;
mod gain;
mod permits;
mod takers;
mod waste_heat;

const DAY: NaiveDate = NaiveDate::from_ymd_opt(2026, 6, 30).unwrap();

fn evidence() -> Evidence {
    Evidence::new(Basis::Declared, "test")
}

/// A site at so many km north of the first one.
fn site(territory: &mut Territory, id: &str, kind: ActorKind, km: f64) {
    let actor = ActorId::from(format!("a-{id}"));
    territory.actors.push(Actor { id: actor.clone(), name: id.into(), kind, evidence: evidence() });
    let place = Place { lat: 49.3 + km / 111.2, lon: 6.1, precision: Precision::Exact };
    territory.sites.push(Site {
        id: SiteId::from(id),
        actor,
        name: id.into(),
        siret: None,
        activity: None,
        activity_label: None,
        headcount: None,
        place: Some(place),
        address: None,
        commune: None,
        zone: None,
        evidence: evidence(),
    });
}

fn flow(territory: &mut Territory, site: &str, way: Direction, resource: &str, amount: f64, unit: &str) {
    let id = FlowId::from(format!("{site}/{resource}"));
    let mut flow = Flow::worded(id, SiteId::from(site), way, resource.into(), evidence());
    flow.resource = Some(ResourceId::from(resource));
    flow.quantity = Some(Quantity::new(Range::exact(amount).unwrap(), unit.parse().unwrap())).into();
    territory.flows.push(flow);
}

/// Three firms with pallet wood, a school on oil, an insertion structure far away.
fn wood() -> Territory {
    let mut territory = Territory { day: DAY, ..Territory::default() };
    for (ix, tonnes) in [400.0, 250.0, 150.0].into_iter().enumerate() {
        let name = format!("w{ix}");
        site(&mut territory, &name, ActorKind::Company, 2.0 + ix as f64);
        flow(&mut territory, &name, Direction::GivesOut, "pallet-wood", tonnes, "t/year");
    }
    site(&mut territory, "school", ActorKind::Other, 0.0);
    flow(&mut territory, "school", Direction::TakesIn, "heating-oil", 4_000.0, "MWh/year");
    site(&mut territory, "aci", ActorKind::Aci, 25.0);
    territory
}

fn studied(territory: &Territory, plant: &str) -> (Chain, Study) {
    let reference = Reference::embedded().unwrap();
    let (chain, _) = build(territory, reference, plant, Options::on(DAY)).unwrap();
    let found = study_of(&chain, plant);
    (chain, found)
}

fn study_of(chain: &Chain, plant: &str) -> Study {
    let reference = Reference::embedded().unwrap();
    let plant = reference.plants.iter().find(|known| known.id == plant).unwrap();
    let settings = Settings { gap: 1e-4, ..Settings::default() };
    let asked =
        Asked { plant, reference, day: DAY, aims: Aims::default(), settings, caution: Caution::default() };
    study(chain, &asked, &mut |_: &Progress| true)
}

#[test]
fn pallet_wood_heats_the_school() {
    let (chain, found) = studied(&wood(), "wood-boiler");
    assert_eq!(chain.supplies.len(), 3);
    assert_eq!(found.opened.len(), 1, "{:?}", found.answer);
    let boiler = &found.opened[0];
    assert_eq!((boiler.site.as_str(), boiler.why), ("school", Why::Outlet));
    assert!(found.answer.verified);
    // No more heat than the school buys, and no more wood than there is.
    assert!(boiler.money.output <= 4_000.0 * 1.01, "{:?}", boiler.money);
    assert!(boiler.money.input + found.left <= 800.0 + 1e-6);
    assert!(boiler.posts.iter().any(|post| post.insertion && post.hours.mid() > 100.0));
    let aci = boiler.staffing.iter().find(|s| s.kind == "aci").unwrap();
    assert!((aci.aid.mid() / aci.fte.mid() - 23_921.0).abs() < 1.0, "{aci:?}");
    // Hours worked, over those somebody paid for 1,820 hours works.
    let hours: f64 = boiler.posts.iter().filter(|post| post.insertion).map(|post| post.hours.mid()).sum();
    assert!((hours / aci.fte.mid() - 1_505.0).abs() < 1.0, "{hours} {aci:?}");
}

#[test]
fn heat_follows_the_winter_and_wood_waits_in_store() {
    let (_, found) = studied(&wood(), "wood-boiler");
    let boiler = &found.opened[0];
    let demand = boiler.demand.unwrap();
    assert!(demand[0] > 5.0 * demand[6], "{demand:?}");
    assert!(boiler.money.storage > 50.0, "{:?}", boiler.money);
}

#[test]
fn what_all_gain_is_split_without_rest() {
    let (_, found) = studied(&wood(), "wood-boiler");
    let split = found.opened[0].split.as_ref().unwrap();
    let sum: f64 = split.lines.iter().map(|(_, share, _)| share).sum();
    assert!((sum - split.total).abs() < 1e-6 * split.total.max(1.0));
    assert!(
        split.lines.iter().any(|(player, share, _)| matches!(player, Player::Taker { .. }) && *share > 0.0)
    );
}

#[test]
fn nobody_to_supply_or_to_take_is_said() {
    let reference = Reference::embedded().unwrap();
    let mut territory = wood();
    let error = build(&territory, reference, "biogas-chp", Options::on(DAY)).unwrap_err();
    assert!(matches!(error, ChainError::NoSupply { .. }));
    territory.flows.retain(|flow| flow.direction == Direction::GivesOut);
    let error = build(&territory, reference, "wood-boiler", Options::on(DAY)).unwrap_err();
    assert!(matches!(error, ChainError::NoTaker { .. }));
    let error = build(&territory, reference, "moulin", Options::on(DAY)).unwrap_err();
    assert!(error.to_string().contains("wood-boiler"), "{error}");
}

#[test]
fn a_flow_without_amount_is_counted_not_taken_as_nothing() {
    let reference = Reference::embedded().unwrap();
    let mut territory = wood();
    territory.flows[0].quantity = None.into();
    let (chain, findings) = build(&territory, reference, "wood-boiler", Options::on(DAY)).unwrap();
    assert_eq!(chain.supplies.len(), 2);
    assert!(findings.iter().any(|finding| finding.key == "chain-supplies-without-amount"));
}

#[test]
fn a_loan_of_ten_years_at_five_percent_costs_thirteen_a_year() {
    assert!((annuity(0.05, 10.0) - 0.129_504_6).abs() < 1e-6);
    assert!((annuity(0.0, 10.0) - 0.1).abs() < 1e-12);
}

#[test]
fn what_is_stored_is_the_widest_gap_between_gathering_and_using() {
    let even = [10.0; 12];
    assert!(storage(&even, &even).abs() < 1e-12);
    let winter = [60.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 60.0];
    assert!((storage(&even, &winter) - 100.0).abs() < 1e-9);
}

#[test]
fn cash_pays_back_and_the_gate_fee_closes_the_year() {
    let (chain, _) = studied(&wood(), "wood-boiler");
    let size = &chain.costs.sizes[1];
    let intake = Intake {
        months: [50.0; 12],
        output: 1_900.0,
        haul: 2_000.0,
        storage: 0.0,
        network: 0.0,
        price: chain.costs.price.mid(),
        worth: chain.costs.price.mid(),
        avoided: 0.0,
    };
    let money = chain.economics(size, &intake);
    assert!(money.supervision > 0.0 && money.residue > 0.0, "{money:?}");
    let fee = money.gate_fee.unwrap();
    let year = money.revenue + fee * money.input - money.running - money.haul - money.capital;
    assert!(year.abs() < 1e-6, "{year}");
    assert!(money.gate_fee_with_grant.unwrap() < fee);
    assert!((money.cash[0] + money.investment).abs() < 1e-9);
    // A boiler outlives the horizon; the same things with the life of a workshop are paid twice.
    assert!(money.reinvestment.abs() < 1e-9 && money.residual > 0.0, "{money:?}");
    let mut short = chain.clone();
    short.costs.lifetime = Range::exact(8.0).unwrap();
    let worn = short.economics(size, &intake);
    assert!((worn.reinvestment - worn.investment).abs() < 1e-6, "{worn:?}");
    let yearly = worn.cash[1] - worn.cash[0];
    assert!((worn.cash[15] - (15.0 * yearly - 2.0 * worn.investment)).abs() < 1e-6, "{worn:?}");
    assert!((worn.within - 8.0).abs() < 1e-9 && worn.payback.is_none_or(|years| years <= 8.0), "{worn:?}");
}

fn brings(who: &str, input: f64, worth: f64) -> Brings {
    Brings { who: vec![who.into()], input, load: input, worth }
}

const TERMS: Terms = Terms {
    fixed: 100.0,
    grant: 0.0,
    per_input: 0.0,
    without_insertion: 0.0,
    capacity: 1_000.0,
    least: 0.0,
    takers: Vec::new(),
    reserve: Vec::new(),
};

#[test]
fn one_supplier_and_the_operator_share_half_and_half() {
    let found = split(&[brings("a", 10.0, 300.0)], &TERMS).unwrap();
    assert!((found.total - 200.0).abs() < 1e-9);
    assert!(found.shapley.iter().all(|share| (share - 100.0).abs() < 1e-9), "{found:?}");
    assert_eq!(found.leaves, None);
}

#[test]
fn a_plant_below_its_least_load_gains_nothing() {
    let found = split(&[brings("a", 10.0, 300.0)], &Terms { least: 11.0, ..TERMS }).unwrap();
    assert!(found.total.abs() < 1e-9);
}

#[test]
fn small_suppliers_play_as_one() {
    let many: Vec<Brings> = (0..20).map(|ix| brings(&format!("s{ix}"), 1.0 + f64::from(ix), 50.0)).collect();
    let found = split(&many, &TERMS).unwrap();
    assert_eq!(found.players.len(), 1 + partners::SUPPLIERS);
    let named: usize =
        found.players.iter().map(|p| if let Player::Supplier { flows } = p { flows.len() } else { 0 }).sum();
    assert_eq!(named, 20);
}

#[test]
fn hours_are_those_of_all_insertion_posts_and_unknown_emissions_stay_unknown() {
    let reference = Reference::embedded().unwrap();
    let (mut chain, _) = build(&wood(), reference, "wood-boiler", Options::on(DAY)).unwrap();
    let options = |chain: &Chain| chain.instance(&Aims::default(), true, &mut Pick::middle()).options;
    let before = options(&chain)[0].work_h_t.unwrap();
    assert!(options(&chain)[0].co2_kg_t.is_some());
    // A second insertion post, put first, and a post of others.
    let post = chain.costs.posts[0];
    chain.costs.posts.insert(0, Work { insertion: false, ..post });
    chain.costs.posts.push(post);
    assert!((options(&chain)[0].work_h_t.unwrap() - 2.0 * before).abs() < 1e-9);
    chain.costs.co2 = None;
    assert_eq!(options(&chain)[0].co2_kg_t, None);
}

#[test]
fn a_site_that_asks_for_heat_and_buys_its_fuel_says_its_need_once() {
    let mut territory = wood();
    flow(&mut territory, "school", Direction::Needs, "heat", 3_000.0, "MWh/year");
    let reference = Reference::embedded().unwrap();
    let (chain, _) = build(&territory, reference, "wood-boiler", Options::on(DAY)).unwrap();
    assert_eq!(chain.outlets.len(), 1, "{:?}", chain.outlets);
    // 4,000 MWh of oil make more heat than what is asked for: the larger one counts.
    assert!(chain.outlets[0].amount.mid() > 3_000.0);
}

#[test]
fn a_taker_far_away_is_not_worth_its_trench() {
    let mut territory = wood();
    for (name, km, mwh) in [("near", -0.2, 1_000.0), ("far", -1.9, 300.0)] {
        site(&mut territory, name, ActorKind::Other, km);
        flow(&mut territory, name, Direction::Needs, "heat", mwh, "MWh/year");
    }
    let reference = Reference::embedded().unwrap();
    let (chain, _) = build(&territory, reference, "wood-boiler", Options::on(DAY)).unwrap();
    let school = chain.spots.iter().rfind(|spot| spot.site.as_str() == "school").unwrap();
    let reached: Vec<&str> = school.outlets.iter().map(|ix| chain.outlets[*ix].site.as_str()).collect();
    assert_eq!(reached, ["school", "near"]);
    assert!((school.trench_km - 0.2).abs() < 0.01, "{school:?}");
}

#[test]
fn supplies_beyond_the_pipe_do_not_warm_anybody() {
    let mut territory = Territory { day: DAY, ..Territory::default() };
    for (name, km) in [("forge", 1.0), ("works", 12.0)] {
        site(&mut territory, name, ActorKind::Company, km);
        flow(&mut territory, name, Direction::GivesOut, "waste-heat", 9_000.0, "MWh/year");
    }
    site(&mut territory, "town", ActorKind::LocalAuthority, 0.0);
    flow(&mut territory, "town", Direction::TakesIn, "natural-gas", 12_000.0, "MWh/year");
    let (_, found) = studied(&territory, "heat-link");
    let named = found.opened.iter().flat_map(|opened| &opened.suppliers).map(|line| line.site.as_str());
    assert_eq!(named.collect::<Vec<_>>(), ["forge"], "{:?}", found.answer);
}

#[test]
fn more_by_hand_is_more_hours_for_fewer_euros() {
    let reference = Reference::embedded().unwrap();
    let (chain, _) = build(&wood(), reference, "wood-boiler", Options::on(DAY)).unwrap();
    let plant = reference.plants.iter().find(|known| known.id == "wood-boiler").unwrap();
    let settings = Settings { gap: 1e-4, ..Settings::default() };
    let asked =
        Asked { plant, reference, day: DAY, aims: Aims::default(), settings, caution: Caution::default() };
    let (found, finished) = plans(&chain, &asked, &mut |_: &Progress| true);
    assert!(finished);
    let (first, last) = (&found[0], found.iter().find(|(_, study)| study.opened[0].by_hand).unwrap());
    assert!(!first.1.opened[0].by_hand);
    assert!(last.0.totals.hours > first.0.totals.hours && last.0.totals.eur < first.0.totals.eur);
    let hours = |study: &Study| study.opened[0].posts[0].hours.mid();
    assert!(hours(&last.1) > 2.0 * hours(&first.1));
    // Stopped at once, the plan asked for is still there.
    let (stopped, finished) = plans(&chain, &asked, &mut |_: &Progress| false);
    assert!(!finished && stopped.len() <= 1);
}

#[test]
fn small_supplies_are_collected_together() {
    let mut territory = wood();
    for ix in 0..6 {
        let name = format!("small{ix}");
        site(&mut territory, &name, ActorKind::Company, 8.0 + 0.1 * f64::from(ix));
        flow(&mut territory, &name, Direction::GivesOut, "pallet-wood", 6.0, "t/year");
    }
    let reference = Reference::embedded().unwrap();
    let (chain, _) = build(&territory, reference, "wood-boiler", Options::on(DAY)).unwrap();
    let plant = reference.plants.iter().find(|known| known.id == "wood-boiler").unwrap();
    // Hours worth so much that every tonne is gathered.
    let weights = crate::instance::Weights { eur: 1.0, co2_eur_t: 0.0, work_eur_h: 500.0 };
    let aims = Aims { weights, ..Aims::default() };
    let asked = Asked {
        plant,
        reference,
        day: DAY,
        aims,
        settings: Settings { gap: 1e-4, ..Settings::default() },
        caution: Caution::default(),
    };
    let found = study(&chain, &asked, &mut |_: &Progress| true);
    let collection = &found.opened[0].collections[0];
    assert!(collection.tours.iter().any(|tour| tour.stops.len() >= 3), "{collection:?}");
    assert!(collection.shared.km < collection.separate.km, "{collection:?}");
    assert!(collection.shared.co2.unwrap() < collection.separate.co2.unwrap());
}

#[test]
fn the_sturdy_plan_loses_least_in_the_worst_draws_and_keeps_its_load_as_often_as_asked() {
    let reference = Reference::embedded().unwrap();
    let (chain, _) = build(&wood(), reference, "wood-boiler", Options::on(DAY)).unwrap();
    let plant = reference.plants.iter().find(|known| known.id == "wood-boiler").unwrap();
    let settings = Settings { gap: 1e-3, ..Settings::default() };
    let caution = Caution { level: 0.9, chance: 0.5 };
    let asked = Asked { plant, reference, day: DAY, aims: Aims::default(), settings, caution };
    let (found, _) = plans(&chain, &asked, &mut |_: &Progress| true);
    let best = sturdy(&chain, &asked, &found, &mut |_: &Progress| true).unwrap();
    let risk = best.study.risk.as_ref().unwrap();
    assert!(risk.minimum_met >= 0.5 && best.weighed >= found.len(), "{risk:?}");
    assert!(risk.worst <= risk.p10, "the mean of the worst tenth lies below its edge: {risk:?}");
    for (choice, study) in &found {
        let other = study.risk.as_ref().unwrap();
        assert!(other.minimum_met < 0.5 || other.worst.unwrap() <= risk.worst.unwrap() + 1.0, "{choice:?}");
        assert!(choice.totals.eur >= best.choice.totals.eur - 1.0 || choice != &found[0].0);
    }
    let sure = Asked { caution: Caution { chance: 1.1, ..caution }, ..asked };
    assert_eq!(sturdy(&chain, &sure, &found, &mut |_: &Progress| true), None);
}

#[test]
fn sites_known_to_their_commune_are_never_at_no_distance() {
    let mut territory = wood();
    let places = territory.sites.iter_mut().filter_map(|site| site.place.as_mut());
    places.for_each(|place| *place = Place { lat: 49.32, lon: 6.12, precision: Precision::Commune });
    let (chain, study) = studied(&territory, "wood-boiler");
    let km = chain.km(&chain.supplies[0].site, &chain.spots[0].site).unwrap();
    assert!((km - model::COMMUNE_KM).abs() < 1e-9, "{km}");
    let lines = study.opened.iter().flat_map(|opened| &opened.suppliers);
    lines.for_each(|line| assert!(line.km >= model::COMMUNE_KM && line.haul > 0.0, "{line:?}"));
}

#[test]
fn where_co2_is_unknown_the_front_leaves_it_out() {
    let reference = Reference::embedded().unwrap();
    let (mut chain, _) = build(&wood(), reference, "wood-boiler", Options::on(DAY)).unwrap();
    chain.costs.co2 = None;
    let plant = reference.plants.iter().find(|known| known.id == "wood-boiler").unwrap();
    let settings = Settings { gap: 1e-3, ..Settings::default() };
    let weights = crate::instance::Weights { eur: 1.0, co2_eur_t: 500.0, work_eur_h: 0.0 };
    let aims = Aims { weights, ..Aims::default() };
    let asked = Asked { plant, reference, day: DAY, aims, settings, caution: Caution::default() };
    let (found, _) = plans(&chain, &asked, &mut |_: &Progress| true);
    assert!(!found.is_empty() && found.iter().all(|(_, study)| !study.co2_known));
    for (choice, _) in &found {
        assert_eq!((choice.totals.avoided_t, choice.weights.co2_eur_t), (None, 0.0), "{choice:?}");
    }
}

#[test]
fn co2_of_the_choice_is_that_of_the_plan_each_part_by_itself() {
    let (_, found) = studied(&wood(), "wood-boiler");
    let co2 = found.opened[0].co2;
    let near = |a: Option<f64>, b: f64| (a.unwrap() - b).abs() < 1e-6 * b.abs().max(1.0);
    assert!(co2.haul.unwrap() > 0.0 && near(found.totals.avoided_t, co2.avoided.unwrap()), "{found:?}");
    assert!(near(found.totals.caused_t, co2.own.unwrap() + co2.haul.unwrap()), "{co2:?} {:?}", found.totals);
}

#[test]
fn each_taker_gains_by_the_place_it_makes() {
    let takes = |who: &str, load| Takes { who: vec![who.into()], load, worth: 0.0 };
    let terms = Terms { takers: vec![takes("small", 3.0), takes("large", 9.0)], ..TERMS };
    let found = split(&[brings("a", 10.0, 300.0)], &terms).unwrap();
    assert!((found.total - 200.0).abs() < 1e-9, "{found:?}");
    let share = |name: &str| {
        let of = |p: &Player| matches!(p, Player::Taker { flows } if flows == &[name.to_owned()]);
        found.shapley[found.players.iter().position(of).unwrap()]
    };
    // 30 EUR a unit: without the small one 170 are gained, without the large one nothing.
    assert!((share("small") - (200.0 - 170.0) / 4.0).abs() < 1e-9, "{found:?}");
    assert!(share("large") > 6.0 * share("small"), "{found:?}");
}
