//! Who gives out what the plant takes.

use super::build::World;
use super::{Months, Supply};
use model::{Direction, Finding, Flow, Severity};
use reference::{Figure, FigureId, FigureProduct, ResourceId, UsualPrice};
use units::{Range, Unit};

/// Refused flows named one by one.
const REFUSED_SHOWN: usize = 8;

/// An even year.
pub(super) const EVEN: Months = [1.0 / 12.0; 12];

/// Every residue the plant's pathways take whose amount and place are known, largest first. What is left out is said.
pub(super) fn find(world: &World<'_>, findings: &mut Vec<Finding>) -> Vec<Supply> {
    let mut supplies = Vec::new();
    let (mut no_amount, mut no_place, mut no_output) = (0_usize, 0_usize, 0_usize);
    let mut apart = Vec::new();
    let (mut refused, mut cold) = (Vec::new(), Vec::new());
    for flow in world.territory.flows.iter().filter(|flow| counts(world, flow)) {
        if is_apart(world, flow) {
            apart.push(world.amount(flow));
            continue;
        }
        if let Some(why) = refusal(world, flow) {
            refused.push((flow, why));
            continue;
        }
        if let Some(celsius) = too_cold(world, flow) {
            cold.push((flow, format!("{celsius:.0} °C")));
            continue;
        }
        let Some(amount) = world.amount(flow) else {
            no_amount += 1;
            continue;
        };
        if world.place(&flow.site).is_none() {
            no_place += 1;
            continue;
        }
        match supply(world, flow, amount) {
            Some(supply) => supplies.push(supply),
            None => no_output += 1,
        }
    }
    let left_out = [
        ("chain-supplies-without-amount", no_amount),
        ("chain-supplies-without-place", no_place),
        ("chain-supplies-without-yield", no_output),
    ];
    for (key, count) in left_out.into_iter().filter(|(_, count)| *count > 0) {
        findings.push(Finding::new(Severity::Info, key, &*world.plant.id).with("count", count));
    }
    findings.extend(told_apart(world, &apart));
    findings.extend(told_refused(world, "chain-supplies-refused", &refused));
    findings.extend(told_refused(world, "chain-supplies-too-cold", &cold));
    supplies.sort_by(|a, b| b.amount.mid().total_cmp(&a.amount.mid()).then_with(|| a.flow.cmp(&b.flow)));
    supplies
}

/// True for a residue that one of the plant's pathways takes.
fn counts(world: &World<'_>, flow: &Flow) -> bool {
    let said = flow.likelihood >= world.options.least_likelihood;
    let taken = |id: &ResourceId| {
        let ix = world.reference.catalogue.index_of(id.as_str())?;
        let mut takers = world.reference.pathways.taking(ix);
        takers.any(|(_, pathway, _)| world.plant.pathways.contains(&pathway.id)).then_some(())
    };
    said && flow.direction == Direction::GivesOut && flow.resource.as_ref().and_then(taken).is_some()
}

/// True for what may not be mixed with the rest.
fn is_apart(world: &World<'_>, flow: &Flow) -> bool {
    let catalogue = &world.reference.catalogue;
    let ix = flow.resource.as_ref().and_then(|id| catalogue.index_of(id.as_str()));
    let under =
        |id: &ResourceId| ix.zip(catalogue.index_of(id.as_str())).and_then(|(a, b)| catalogue.steps_up(a, b));
    world.plant.apart.iter().any(|id| under(id).is_some())
}

/// The waste code or the word for which a plant does not take a flow.
fn refusal(world: &World<'_>, flow: &Flow) -> Option<String> {
    let said = format!("{} . {}", *flow.wording, flow.quality.as_deref().unwrap_or_default());
    world.plant.refuses.of(flow.waste_code, &said)
}

/// °C of a source of heat that is too cold for what the plant makes; `None` when it is hot enough, or nobody knows.
fn too_cold(world: &World<'_>, flow: &Flow) -> Option<f64> {
    let coldest =
        world.reference.figures.on(world.plant.coldest.as_ref()?.as_str(), world.options.day).ok()?;
    let quality = flow.quality.as_deref().unwrap_or_default();
    let said = [flow.wording.as_str(), quality].into_iter().filter_map(reference::degrees).reduce(f64::max);
    let celsius = said.or_else(|| {
        let catalogue = &world.reference.catalogue;
        let ix = catalogue.index_of(flow.resource.as_ref()?.as_str())?;
        let mut names = catalogue.ancestors(ix).iter().map(|(of, _)| &catalogue.all()[*of].id);
        names.find_map(|name| world.reference.sense.celsius(name))
    })?;
    (celsius < coldest.value.range.mid()).then_some(celsius)
}

/// Which flows are left out because a code, a word or a temperature of theirs contradicts the plant.
fn told_refused(world: &World<'_>, key: &str, refused: &[(&Flow, String)]) -> Option<Finding> {
    let name = |(flow, why): &(&Flow, String)| format!("« {} » ({why})", *flow.wording);
    let shown: Vec<String> = refused.iter().take(REFUSED_SHOWN).map(name).collect();
    (!refused.is_empty()).then(|| {
        let told = Finding::new(Severity::Info, key, &*world.plant.id);
        told.with("count", refused.len()).with("which", shown.join(", "))
    })
}

/// How much is left out because it may not be mixed.
fn told_apart(world: &World<'_>, amounts: &[Option<Range>]) -> Option<Finding> {
    let all: f64 = amounts.iter().flatten().map(|range| range.mid()).sum();
    let told = Finding::new(Severity::Info, "chain-supplies-apart", &*world.plant.id);
    (!amounts.is_empty()).then(|| {
        let unit = world.plant.input_unit.symbol();
        told.with("count", amounts.len()).with("total", format!("{all:.0}")).with("unit", unit)
    })
}

fn supply(world: &World<'_>, flow: &Flow, amount: Range) -> Option<Supply> {
    let resource = flow.resource.clone()?;
    let ix = world.reference.catalogue.index_of(resource.as_str());
    let unit = world.plant.output_unit.per(&world.plant.input_unit);
    let yields: Option<Vec<Range>> =
        world.plant.yields().iter().map(|of| world.value(of, ix, &unit)).collect();
    let output = yields?.into_iter().fold(Range::ZERO, |sum, one| sum + one);
    let (cost_today, cost_figure) = cost_today(world, flow, ix);
    Some(Supply {
        flow: flow.id.clone(),
        site: flow.site.clone(),
        resource,
        amount: amount.scale(f64::from(flow.likelihood)),
        months: flow.season.as_deref().map_or(EVEN, |season| season.0.map(f64::from)),
        season_known: flow.season.is_some(),
        cost_today,
        cost_figure,
        output,
        density: ix.and_then(|ix| density(world, ix)),
        basis: flow.evidence.basis,
    })
}

/// t per m³ as discarded, of a resource or what it is a kind of.
fn density(world: &World<'_>, resource: usize) -> Option<f64> {
    Some(world.reference.catalogue.bulk(resource)?.mid() / 1_000.0)
}

/// What the holder said it pays, else what holders usually do; negative when it is paid for it.
fn cost_today(world: &World<'_>, flow: &Flow, resource: Option<usize>) -> (Option<Range>, Option<FigureId>) {
    let unit = euros().per(&world.plant.input_unit);
    if let Some(price) = flow.price.as_ref().and_then(|price| price.value.to(&unit).ok()) {
        return (Some(price.range.scale(-1.0)), None);
    }
    let usual = resource.and_then(|resource| usual_figure(world, flow, resource));
    match usual
        .and_then(|(figure, sign)| Some((figure.value.to(&unit).ok()?.range.scale(sign), figure.id.clone())))
    {
        Some((range, id)) => (Some(range), Some(id)),
        None => (None, None),
    }
}

/// The figure of what such a residue usually costs, and the sign that makes it a cost.
fn usual_figure<'a>(world: &World<'a>, flow: &Flow, resource: usize) -> Option<(&'a Figure, f64)> {
    let (reference, day) = (world.reference, world.options.day);
    let (catalogue, uses) = (&reference.catalogue, &reference.uses);
    let said = [flow.fate.operation.as_deref(), flow.fate.stated.as_deref()];
    let route = uses.fate_route(said.into_iter().flatten());
    let code = flow.waste_code.filter(|_| flow.waste_code_stated);
    let hazardous = code.is_some_and(reference::WasteCode::hazardous);
    let market = || {
        catalogue.ancestors(resource).iter().find_map(|&(ix, steps)| {
            let id = format!("price.material.{}", catalogue.all()[ix].id);
            Some((reference.figures.on(&id, day).ok()?, steps))
        })
    };
    match uses.usual_price(catalogue, resource, route, hazardous, market)? {
        UsualPrice::Market(figure) => Some((figure, -1.0)),
        UsualPrice::Treatment(name) => {
            Some((reference.figures.on(&format!("price.treatment.{name}"), day).ok()?, 1.0))
        }
    }
}

pub(super) fn euros() -> Unit {
    "EUR".parse().unwrap_or_else(|_| Unit::one())
}

pub(super) fn year() -> Unit {
    "year".parse().unwrap_or_else(|_| Unit::one())
}

impl World<'_> {
    /// The amount a year in the plant's input unit; `None` when unknown or of another kind.
    pub(super) fn amount(&self, flow: &Flow) -> Option<Range> {
        let wanted = self.plant.input_unit.per(&year());
        let stated = flow.quantity.as_ref().and_then(|quantity| quantity.to(&wanted).ok()).map(|q| q.range);
        let tonnes: Option<Unit> = "t/year".parse().ok();
        let by_mass = flow.tonnes.filter(|_| tonnes.is_some_and(|tonnes| tonnes.same_kind(&wanted)));
        stated.or(by_mass).filter(|range| range.mid() > 0.0)
    }

    /// A product of figures in a unit; `None` when a figure is missing or of another kind.
    pub(super) fn value(
        &self,
        product: &FigureProduct,
        resource: Option<usize>,
        unit: &Unit,
    ) -> Option<Range> {
        let reference = self.reference;
        let value = product.on(&reference.figures, &reference.catalogue, resource, self.options.day).ok()?;
        value.to(unit).ok().map(|quantity| quantity.range)
    }
}
