//! Who takes what comes out: what they pay, what they stop burning, whom to join.

use super::*;

fn chain_of(territory: &Territory) -> Chain {
    let reference = Reference::embedded().unwrap();
    build(territory, reference, "wood-boiler", Options::on(DAY)).unwrap().0
}

#[test]
fn nobody_pays_more_for_heat_than_the_fuel_it_replaces() {
    let price = |fuel: &str| {
        let mut territory = wood();
        territory.flows.retain(|flow| flow.site.as_str() != "school");
        flow(&mut territory, "school", Direction::TakesIn, fuel, 4_000.0, "MWh/year");
        let chain = chain_of(&territory);
        chain.price(&chain.spots[0])
    };
    let figures = &Reference::embedded().unwrap().figures;
    let mid = |id: &str| figures.on(id, DAY).unwrap().value.range.mid();
    let usual = price("heating-oil");
    assert!((usual - mid("plant.heat.price")).abs() < 1e-6, "{usual}");
    let most = mid("price.energy.natural-gas") / mid("facility.gas-boiler.efficiency");
    assert!((price("natural-gas") - most).abs() < 1e-6 && most < usual);
    assert!((price("waste-heat-below-40") - mid("price.energy.waste-heat")).abs() < 1e-6);
}

#[test]
fn steam_is_replaced_in_part_and_what_made_it_is_not_guessed() {
    let mut territory = wood();
    territory.flows.retain(|flow| flow.site.as_str() != "school");
    flow(&mut territory, "school", Direction::TakesIn, "steam", 4_000.0, "MWh/year");
    let chain = chain_of(&territory);
    assert!(chain.outlets[0].amount.mid() <= 0.45 * 4_000.0, "{:?}", chain.outlets);
    assert_eq!((chain.outlets[0].co2, chain.replaced(&chain.spots[0])), (None, None));
    assert!(chain.co2_told(&chain.spots[0]).abs() < 1e-9);
    // Steam is for what is made, not for warm rooms: it is asked for in July as in January, even by a school.
    assert!(
        chain.outlets[0].months.iter().all(|share| (share - 1.0 / 12.0).abs() < 1e-9),
        "{:?}",
        chain.outlets
    );
}

#[test]
fn heat_asked_for_takes_the_place_of_the_fuel_the_site_burns() {
    let mut territory = wood();
    flow(&mut territory, "school", Direction::Needs, "heat", 6_000.0, "MWh/year");
    let chain = chain_of(&territory);
    let outlet = &chain.outlets[0];
    assert!(outlet.amount.mid() > 5_000.0 && outlet.co2.is_some() && outlet.cost.is_some(), "{outlet:?}");
}

#[test]
fn a_baker_without_room_hosts_no_large_boiler() {
    let mut territory = wood();
    site(&mut territory, "baker", ActorKind::Company, -0.1);
    flow(&mut territory, "baker", Direction::TakesIn, "heating-oil", 250.0, "MWh/year");
    let sizes = |territory: &Territory| -> Vec<f64> {
        let chain = chain_of(territory);
        let options = chain.instance(&Aims::default(), true, &mut Pick::middle()).options;
        let there = options.iter().filter(|option| option.site == "baker");
        there.map(|option| chain.option(&option.id).unwrap().1.size).collect()
    };
    assert!(sizes(&territory).iter().all(|kw| *kw <= 200.0), "{:?}", sizes(&territory));
    flow(&mut territory, "baker", Direction::CanShare, "space", 2_000.0, "m2");
    assert!(sizes(&territory).iter().any(|kw| *kw >= 1_000.0), "{:?}", sizes(&territory));
}

#[test]
fn a_trench_that_costs_more_than_it_brings_is_not_dug_and_no_taker_gone_is_a_gain() {
    let mut territory = wood();
    for (name, km, mwh) in [("near", -0.2, 900.0), ("mill", -1.0, 900.0)] {
        site(&mut territory, name, ActorKind::Other, km);
        flow(&mut territory, name, Direction::TakesIn, "heating-oil", mwh, "MWh/year");
    }
    let reference = Reference::embedded().unwrap();
    let plant = reference.plants.iter().find(|known| known.id == "wood-boiler").unwrap();
    let chain = chain_of(&territory);
    let settings = Settings { gap: 1e-4, ..Settings::default() };
    let limits = crate::instance::Limits { max_options: Some(1), ..Default::default() };
    let aims = Aims { limits, ..Aims::default() };
    let asked = Asked { plant, reference, day: DAY, aims, settings, caution: Caution::default() };
    let solved = |chain: &Chain| {
        let instance = chain.instance(&aims, true, &mut Pick::middle());
        let answer = study::answer(&instance, &settings, &mut |_: &Progress| true);
        study::explained(chain, &asked, &instance, answer, Vec::new(), None)
    };
    let found = solved(&chain);
    let best = found.answer.objective.unwrap();
    let networks: Vec<&Spot> = chain.spots.iter().filter(|spot| spot.site.as_str() == "school").collect();
    assert!(networks.len() >= 2, "{networks:?}");
    assert_eq!(chain.weighed().iter().filter(|spot| spot.site.as_str() == "school").count(), 1);
    // The plan of the widest network alone is no better: whom to join was weighed.
    let mut wide = chain.clone();
    let most = |site: &SiteId| {
        let same = chain.spots.iter().filter(|spot| spot.site == *site);
        same.map(|spot| spot.outlets.len()).max().unwrap_or(0)
    };
    wide.spots.retain(|spot| spot.outlets.len() == most(&spot.site));
    let forced = solved(&wide).answer.objective.unwrap();
    assert!(best >= forced - 1e-3 * forced.abs(), "{best} {forced}");
    let risk = found.risk.unwrap();
    let middle = risk.middle.unwrap();
    for gone in &risk.takers {
        assert!(gone.gain.unwrap() <= middle + 1.0, "{gone:?} {middle}");
    }
}

#[test]
fn a_lorry_full_by_room_costs_more_a_tonne_and_stops_are_paid() {
    let chain = chain_of(&wood());
    let haul = chain.costs.haul.unwrap();
    let rates = (haul.eur_t_km.mid(), haul.stop.mid() * haul.hour.mid());
    let (light, heavy) = (haul.per_tonne(rates, Some(0.1), 5.0), haul.per_tonne(rates, Some(1.0), 5.0));
    assert!(light > 2.0 * heavy, "{light} {heavy}");
    // Two stops of a lorry of eight tonnes.
    assert!(haul.per_tonne(rates, None, 0.0) > 2.0 * rates.1 / 9.0);
}

#[test]
fn a_grant_is_what_its_funder_pays_not_a_gain() {
    let without = split(&[brings("a", 10.0, 300.0)], &TERMS).unwrap();
    let with = split(&[brings("a", 10.0, 300.0)], &Terms { grant: 40.0, ..TERMS }).unwrap();
    assert!((with.total - with.grant - without.total).abs() < 1e-9, "{with:?}");
    assert_eq!(with.players, without.players);
}

#[test]
fn the_operator_is_paid_back_later_than_all_together() {
    let chain = chain_of(&wood());
    let intake = |avoided| Intake {
        months: [50.0; 12],
        output: 2_000.0,
        haul: 12_000.0,
        storage: 0.0,
        network: 0.0,
        price: chain.costs.price.mid(),
        worth: chain.costs.price.mid(),
        avoided,
    };
    let money = |avoided| chain.economics(&chain.costs.sizes[1], &intake(avoided));
    let (with, without) = (money(40_000.0), money(0.0));
    assert!(with.payback.unwrap() < with.payback_operator.unwrap(), "{with:?}");
    assert_eq!(with.payback_operator, without.payback);
}

#[test]
fn a_kiln_on_class_b_wood_is_no_taker_of_warm_water() {
    let takers = |fuel: &str| {
        let mut territory = wood();
        flow(&mut territory, "school", Direction::TakesIn, fuel, 26_000.0, "t/year");
        let all = chain_of(&territory).outlets;
        all.into_iter().filter(|outlet| outlet.flow.as_str().ends_with(fuel)).count()
    };
    assert_eq!((takers("class-b-wood-chips"), takers("wood-pellet")), (0, 1));
}

#[test]
fn heat_that_names_its_fuel_replaces_that_fuel() {
    let reference = Reference::embedded().unwrap();
    let co2 = |wording: &str| {
        let mut territory = wood();
        site(&mut territory, "dairy", ActorKind::Company, 0.1);
        flow(&mut territory, "dairy", Direction::TakesIn, "hot-water", 2_000.0, "MWh/year");
        territory.flows.last_mut().unwrap().wording = wording.into();
        let (chain, _) = build(&territory, reference, "wood-boiler", Options::on(DAY)).unwrap();
        chain.outlets.iter().find(|outlet| outlet.site.as_str() == "dairy").unwrap().co2
    };
    assert_eq!(co2("eau chaude 80 °C"), None, "nobody said what heats it");
    // Gas emits some 0.2 t a MWh burnt, more a MWh of heat.
    assert!((0.2..0.3).contains(&co2("eau chaude 80 °C, gaz").unwrap().mid()));
    assert_eq!(co2("eau chaude, fioul ou gaz"), None, "which of the two is not said");
}

#[test]
fn what_a_taker_says_it_pays_is_what_its_heat_may_cost() {
    let pays = |stated: Option<f64>, wording: &str| {
        let mut territory = wood();
        site(&mut territory, "dairy", ActorKind::Company, 0.1);
        flow(&mut territory, "dairy", Direction::TakesIn, "hot-water", 2_000.0, "MWh/year");
        let need = territory.flows.last_mut().unwrap();
        need.wording = wording.into();
        need.price = stated.map(|eur| {
            let value = Quantity::new(Range::exact(-eur).unwrap(), "EUR/MWh".parse().unwrap());
            Box::new(model::Price { value, stated: format!("payé {eur} €/MWh") })
        });
        let chain = chain_of(&territory);
        let outlet = chain.outlets.iter().find(|outlet| outlet.site.as_str() == "dairy").unwrap();
        chain.pays(outlet)
    };
    let usual = pays(None, "eau chaude 80 °C");
    assert!((pays(Some(40.0), "eau chaude 80 °C") - 40.0).abs() < 1e-9, "its own price, not nothing");
    assert!((pays(Some(400.0), "eau chaude 80 °C") - usual).abs() < 1e-9, "no more than the usual price");
    let gas = pays(None, "eau chaude 80 °C, gaz");
    assert!(0.0 < gas && gas < usual, "{gas}: heat of gas costs what gas does, below {usual}");
}

#[test]
fn oil_said_in_cubic_metres_is_a_need_of_heat_at_the_price_said() {
    let mut territory = wood();
    territory.flows.retain(|flow| flow.site.as_str() != "school");
    flow(&mut territory, "school", Direction::TakesIn, "heating-oil", 270.0, "m3/year");
    let value = Quantity::new(Range::exact(-600.0).unwrap(), "EUR/m3".parse().unwrap());
    let price = model::Price { value, stated: "payé 600 €/m³".into() };
    territory.flows.last_mut().unwrap().price = Some(Box::new(price));
    let chain = chain_of(&territory);
    let outlet = &chain.outlets[0];
    // 10 MWh in a m³, burnt at some 90 %.
    assert!((2_300.0..2_600.0).contains(&outlet.amount.mid()), "{outlet:?}");
    assert!((60.0..75.0).contains(&outlet.cost.unwrap().mid()), "600 € a m³ of 9 MWh of heat: {outlet:?}");
}

#[test]
fn firewood_said_in_megawatt_hours_is_burnt_in_a_boiler_too() {
    let mut territory = wood();
    territory.flows.retain(|flow| flow.site.as_str() != "school");
    flow(&mut territory, "school", Direction::TakesIn, "firewood", 780.0, "MWh/year");
    let heat = chain_of(&territory).outlets[0].amount.mid();
    assert!((600.0..780.0).contains(&heat), "{heat}");
}

#[test]
fn takers_without_an_amount_are_named() {
    let reference = Reference::embedded().unwrap();
    let mut territory = wood();
    territory.flows.retain(|flow| flow.site.as_str() != "school");
    let nobody = build(&territory, reference, "wood-boiler", Options::on(DAY)).unwrap_err();
    assert!(matches!(nobody, ChainError::NoTaker { .. }), "{nobody}");
    flow(&mut territory, "school", Direction::TakesIn, "heating-oil", 1.0, "piece/year");
    let error = build(&territory, reference, "wood-boiler", Options::on(DAY)).unwrap_err().to_string();
    let name = &territory.sites.iter().find(|site| site.id.as_str() == "school").unwrap().name;
    assert!(error.contains(name.as_str()) && error.contains("combien"), "{error}");
}

#[test]
fn who_looks_for_a_boiler_and_says_its_heat_is_a_taker() {
    let mut territory = wood();
    territory.flows.retain(|flow| flow.site.as_str() != "school");
    flow(&mut territory, "school", Direction::Needs, "wood-boiler", 2_600.0, "MWh/year");
    territory.flows.last_mut().unwrap().wording = "chaufferie bois pour remplacer le fioul".into();
    let outlet = &chain_of(&territory).outlets[0];
    assert!((outlet.amount.mid() - 2_600.0).abs() < 1.0 && outlet.co2.is_some(), "{outlet:?}");
}
