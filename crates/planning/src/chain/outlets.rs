//! Who would take what the plant makes.

use super::build::World;
use super::supplies::{EVEN, year};
use super::{Months, Outlet};
use model::{Direction, Finding, Flow, Severity};
use reference::{FigureId, HeatLevel, Outlet as Buys, ResourceId};
use std::collections::BTreeSet;
use units::{Quantity, Range, Unit};

/// The key of the finding that names possible takers whose need has no amount.
pub(super) const WITHOUT_AMOUNT: &str = "chain-outlets-without-amount";

/// Every purchase the output could replace, with its amount; largest first. Nothing when the plant sells to the market.
pub(super) fn find(world: &World<'_>, findings: &mut Vec<Finding>) -> Vec<Outlet> {
    let mut outlets: Vec<Asked> = Vec::new();
    let mut unknown: BTreeSet<&str> = BTreeSet::new();
    for flow in world.territory.flows.iter().filter(|flow| bought(flow, world)) {
        let Some(buys) = nearest(world, flow) else { continue };
        match outlet(world, flow, buys) {
            Some(outlet) => outlets.push(Asked { outlet, direct: buys.output_per_unit.is_empty() }),
            None => _ = unknown.insert(world.name(&flow.site)),
        }
    }
    // Who says its need otherwise is not left out.
    for asked in &outlets {
        unknown.remove(world.name(&asked.outlet.site));
    }
    if !unknown.is_empty() {
        findings.push(
            Finding::new(Severity::Warning, WITHOUT_AMOUNT, &*world.plant.id)
                .with("count", unknown.len())
                .with("sites", unknown.into_iter().collect::<Vec<_>>().join(", ")),
        );
    }
    let mut outlets = one_demand(world, &outlets);
    outlets.sort_by(|a, b| b.amount.mid().total_cmp(&a.amount.mid()).then_with(|| a.flow.cmp(&b.flow)));
    outlets
}

/// A need, and whether it is of the output itself, not of the fuel that makes it.
struct Asked {
    outlet: Outlet,
    direct: bool,
}

/// A site that asks for heat and buys the fuel that makes it says its need twice: the larger of the two counts, and the fuel says what the
/// heat replaces and costs.
fn one_demand(world: &World<'_>, outlets: &[Asked]) -> Vec<Outlet> {
    let same = |site: &model::SiteId, direct: bool| -> Vec<&Outlet> {
        let same = outlets.iter().filter(|asked| asked.outlet.site == *site && asked.direct == direct);
        same.map(|asked| &asked.outlet).collect()
    };
    let sum = |all: Vec<&Outlet>| -> f64 { all.iter().map(|outlet| outlet.amount.mid()).sum() };
    let counts = |asked: &&Asked| {
        let site = &asked.outlet.site;
        let (own, other) = (sum(same(site, asked.direct)), sum(same(site, !asked.direct)));
        !world.plant.seasonal || own > other || (asked.direct && own >= other)
    };
    let told = |asked: &Asked| {
        let largest = |a: &&Outlet, b: &&Outlet| a.amount.mid().total_cmp(&b.amount.mid());
        let fuel = same(&asked.outlet.site, false).into_iter().max_by(largest).filter(|_| asked.direct);
        let mut outlet = asked.outlet.clone();
        outlet.co2 = outlet.co2.or_else(|| fuel?.co2);
        outlet.cost = outlet.cost.or_else(|| fuel?.cost);
        outlet
    };
    outlets.iter().filter(counts).map(told).collect()
}

fn bought(flow: &Flow, world: &World<'_>) -> bool {
    let takes = matches!(flow.direction, Direction::TakesIn | Direction::Needs);
    takes && flow.likelihood >= world.options.least_likelihood && world.place(&flow.site).is_some()
}

/// The outlet whose resource is nearest to what is bought.
fn nearest<'a>(world: &World<'a>, flow: &Flow) -> Option<&'a Buys> {
    let catalogue = &world.reference.catalogue;
    let bought = catalogue.index_of(flow.resource.as_ref()?.as_str())?;
    let above = |id: &ResourceId| catalogue.steps_up(bought, catalogue.index_of(id.as_str())?);
    let steps = |buys: &Buys| above(&buys.buys).filter(|_| !buys.except.iter().any(|id| above(id).is_some()));
    world
        .plant
        .outlets
        .iter()
        .filter_map(|buys| Some((steps(buys)?, buys)))
        .min_by_key(|(steps, _)| *steps)
        .map(|(_, b)| b)
}

fn outlet(world: &World<'_>, flow: &Flow, buys: &Buys) -> Option<Outlet> {
    let reference = world.reference;
    let resource = reference.catalogue.index_of(flow.resource.as_ref()?.as_str());
    let rate = buys
        .output_per_unit
        .on(&reference.figures, &reference.catalogue, resource, world.options.day)
        .ok()?;
    let (amount, said_rate) = amount(world, flow, buys, &rate)?;
    let (share, share_figure, level) = share(world, flow, buys)?;
    let amount = amount.times(share);
    // Who asks for heat and says which fuel makes it today says what the heat replaces.
    let named = if buys.output_per_unit.is_empty() { fuel(world, flow) } else { None };
    let burnt = named.and_then(|(fuel, ix)| {
        let (figures, catalogue) = (&reference.figures, &reference.catalogue);
        Some((fuel, fuel.output_per_unit.on(figures, catalogue, Some(ix), world.options.day).ok()?))
    });
    let burnt = burnt.as_ref().map(|(fuel, rate)| (*fuel, rate));
    let of_fuel = |value: fn(&World<'_>, &Buys, &Quantity) -> Option<Range>| {
        burnt.and_then(|(fuel, rate)| value(world, fuel, rate)).or_else(|| value(world, buys, &rate))
    };
    Some(Outlet {
        flow: flow.id.clone(),
        site: flow.site.clone(),
        amount: amount.scale(f64::from(flow.likelihood)),
        months: months(world, flow),
        co2: of_fuel(replaced),
        cost: said_cost(world, flow, &said_rate).or_else(|| of_fuel(usual_cost)),
        share_figure,
        level,
    })
    .filter(|outlet| outlet.amount.mid() > 0.0)
}

/// Output units a year that replace a purchase, and how many replace one unit of it as it was said: MWh, or what a m³ or a tonne of it holds.
/// `None` when no figure leads from what was said to the output.
fn amount(world: &World<'_>, flow: &Flow, buys: &Buys, rate: &Quantity) -> Option<(Range, Quantity)> {
    let figures = &world.reference.figures;
    let resource = world.reference.catalogue.index_of(flow.resource.as_ref()?.as_str());
    let tonnes = || Some(Quantity::new((*flow.tonnes)?, "t/year".parse().ok()?));
    let said = [(*flow.quantity).clone(), tonnes()];
    let held = buys.holds.iter().filter_map(|id| figures.on(id.as_str(), world.options.day).ok());
    let held = held.map(|figure| rate.times(&figure.value));
    // A rate by the tonne, of a fuel whose energy was said.
    let by_energy = buys
        .output_per_unit
        .of_resource(figures, &world.reference.catalogue, resource, world.options.day)
        .and_then(|figure| rate.per(&figure.value));
    let rates: Vec<Quantity> = std::iter::once(rate.clone()).chain(held).chain(by_energy).collect();
    let yearly = world.plant.output_unit.per(&year());
    said.into_iter().flatten().find_map(|bought| {
        rates.iter().find_map(|rate| Some((bought.times(rate).to(&yearly).ok()?.range, rate.clone())))
    })
}

/// tCO2e per output unit of what a purchase is, at `rate` output units per unit bought.
fn replaced(world: &World<'_>, buys: &Buys, rate: &Quantity) -> Option<Range> {
    let figure = world.reference.figures.on(buys.co2.as_ref()?.as_str(), world.options.day).ok()?;
    let tonnes: Unit = "tCO2e".parse().ok()?;
    // The factor is that of what is burnt: one unit of heat stops more than one unit of fuel.
    let each = figure.value.per(rate)?.to(&tonnes.per(&world.plant.output_unit)).ok()?;
    Some(each.range)
}

/// The one fuel that a need of heat names: « eau chaude 80 °C, gaz »; `None` when it names none or several.
fn fuel<'a>(world: &World<'a>, flow: &Flow) -> Option<(&'a Buys, usize)> {
    let said = words(&flow.wording);
    let catalogue = &world.reference.catalogue;
    let fuels = world.plant.outlets.iter().filter(|buys| !buys.output_per_unit.is_empty());
    let mut named = fuels.filter_map(|buys| {
        let ix = catalogue.index_of(buys.buys.as_str())?;
        let fuel = &catalogue.all()[ix];
        let names = [&fuel.fr, &fuel.en].into_iter().chain(&fuel.words_fr).chain(&fuel.words_en);
        let mut names = names.chain(&fuel.ambiguous_fr).chain(&fuel.ambiguous_en).map(|name| words(name));
        let said = |name: Vec<String>| said.windows(name.len().max(1)).any(|part| part == name);
        names.any(said).then_some((buys, ix))
    });
    let first = named.next()?;
    named.next().is_none().then_some(first)
}

/// Words in small letters.
fn words(text: &str) -> Vec<String> {
    let all = text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
    all.map(str::to_lowercase).collect()
}

/// What an output unit's worth of the purchase costs today, as the taker said; a price is negative where it is paid.
fn said_cost(world: &World<'_>, flow: &Flow, rate: &Quantity) -> Option<Range> {
    Some(per_output(world, &flow.price.as_ref()?.value, rate)?.scale(-1.0))
}

/// The same as it usually costs.
fn usual_cost(world: &World<'_>, buys: &Buys, rate: &Quantity) -> Option<Range> {
    let figure = world.reference.figures.on(buys.cost.as_ref()?.as_str(), world.options.day).ok()?;
    per_output(world, &figure.value, rate)
}

/// A price of what is bought as EUR per output unit, at `rate` output units per unit bought.
fn per_output(world: &World<'_>, price: &Quantity, rate: &Quantity) -> Option<Range> {
    let unit = super::supplies::euros().per(&world.plant.output_unit);
    Some(price.per(rate)?.to(&unit).ok()?.range)
}

/// The part of a purchase that the output can replace, the figure that says so and the level of heat that was said: what the level allows, else
/// what its kind says, else the part of a manufacturer's fuel; all of what others burn, and of heat that is asked for as heat.
fn share(world: &World<'_>, flow: &Flow, buys: &Buys) -> Option<(Range, Option<FigureId>, Option<String>)> {
    let level = level(world, flow);
    let fuel = world.plant.industry.as_ref().filter(|_| !buys.output_per_unit.is_empty());
    let usual = || buys.share.as_ref().or(fuel.filter(|_| is_industry(world, flow)));
    let Some(id) = level.map(|level| &level.share).or_else(usual) else {
        return Some((Range::ONE, None, None));
    };
    let figure = world.reference.figures.on(id.as_str(), world.options.day).ok()?;
    let share = figure.value.to(&Unit::one()).ok()?.range;
    Some((share, Some(id.clone()), level.map(|level| level.id.clone())))
}

/// The level of heat that a taker says, or that what it buys is.
fn level<'a>(world: &World<'a>, flow: &Flow) -> Option<&'a HeatLevel> {
    let catalogue = &world.reference.catalogue;
    let bought = flow.resource.as_ref().and_then(|id| catalogue.index_of(id.as_str()));
    let under = |id: &ResourceId| {
        let above = catalogue.index_of(id.as_str());
        bought.zip(above).is_some_and(|(bought, above)| catalogue.steps_up(bought, above).is_some())
    };
    let said = format!("{} . {}", *flow.wording, flow.quality.as_deref().unwrap_or_default());
    world.plant.levels.iter().find(|level| level.said(&said) || level.of.iter().any(under))
}

/// As said; else by the heating season for heat that nobody said to be of a process: steam, a furnace, what a factory burns are asked for all
/// the year.
fn months(world: &World<'_>, flow: &Flow) -> Months {
    match flow.season.as_deref() {
        Some(season) => season.0.map(f64::from),
        None if world.plant.seasonal && !is_process(world, flow) => heating(world).unwrap_or(EVEN),
        None => EVEN,
    }
}

/// True for heat of a level beyond what warms rooms, whoever asks for it, and for what a factory burns.
fn is_process(world: &World<'_>, flow: &Flow) -> bool {
    level(world, flow).is_some() || is_industry(world, flow)
}

/// Manufacturing: sections B and C of NAF rev. 2, whose heat is mostly of processes.
fn is_industry(world: &World<'_>, flow: &Flow) -> bool {
    let site = world.sites.get(&flow.site);
    let classes = site.and_then(|site| site.activity.as_ref()).map(|code| world.reference.naf.as_rev2(code));
    let division = |class: &String| class.get(..2).and_then(|digits| digits.parse::<u8>().ok());
    classes.iter().flatten().filter_map(division).any(|division| (5..=33).contains(&division))
}

/// Shares of the year's heating, `season.heating.01` … `12`, brought to a sum of 1.
fn heating(world: &World<'_>) -> Option<Months> {
    let share = |month: usize| {
        let id = format!("season.heating.{month:02}");
        let figure = world.reference.figures.on(&id, world.options.day).ok()?;
        figure.value.to(&Unit::one()).ok().map(|quantity: Quantity| Range::mid(quantity.range))
    };
    let shares: Option<Vec<f64>> = (1..=12).map(share).collect();
    let shares: Months = shares?.try_into().ok()?;
    let sum: f64 = shares.iter().sum();
    Some(shares.map(|share| share / sum))
}
