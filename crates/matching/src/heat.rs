//! How hot is it, and how hot must it be: hotter serves colder, colder only preheats.

use crate::index::Index;
use model::{Direction, Flow};
use reference::{Kind, Reach, Tells};

/// Share kept by a heat at a taker, for the need it would meet, else for any the taker has stated: 1 unless both levels are known and the
/// giver's is the colder.
pub(crate) fn fits(index: &Index<'_>, given: u32, (site, need): (u32, Option<u32>)) -> f64 {
    let Some(has) = level(index, given) else { return 1.0 };
    let preheats = |need: u32| index.reference.sense.says(&index.flow(need).wording, Tells::Preheating);
    let beliefs = &index.beliefs;
    let serves = |need: u32, wants: f64| has + beliefs.heat_nearly >= wants || preheats(need);
    let one =
        |need: u32| level(index, need).map(|wants| if serves(need, wants) { 1.0 } else { beliefs.preheats });
    match need {
        Some(need) => one(need).unwrap_or(1.0),
        None => needs(index, site).filter_map(one).reduce(f64::max).unwrap_or(1.0),
    }
}

/// Needs of heat that a site has stated.
pub(crate) fn needs<'i>(index: &'i Index<'_>, site: u32) -> impl Iterator<Item = u32> + 'i {
    let stated = move |flow: u32| !index.is_guess(flow) && index.flow(flow).direction != Direction::Sells;
    index
        .said_to_take(site)
        .iter()
        .filter(move |(of, flow)| is_heat(index, *of) && stated(*flow))
        .map(|(_, flow)| *flow)
}

/// How far heat goes to a need, km, whoever brings it and whether it is sold or given: a main is laid for what it carries in a year. A need that was
/// said without an amount is worth asking about as far as any.
pub(crate) fn reach_km(index: &Index<'_>, need: u32) -> f64 {
    let next_door = Reach::Site.limit_km();
    let furthest = index.beliefs.heat_main_km;
    if index.is_guess(need) {
        return next_door;
    }
    let flow = index.flow(need);
    let megawatt_hours = || {
        let unit = "MWh/year".parse().ok()?;
        Some(flow.quantity.as_ref()?.to(&unit).ok()?.range.mid())
    };
    megawatt_hours()
        .map_or(furthest, |carried| carried / index.beliefs.heat_main_density)
        .min(furthest)
        .max(next_door)
}

pub(crate) fn is_heat(index: &Index<'_>, resource: usize) -> bool {
    index.heat().is_some_and(|heat| index.catalogue().steps_up(resource, heat).is_some())
}

/// °C, as said, else by the name of the thing; `None` for what is no heat.
fn level(index: &Index<'_>, flow: u32) -> Option<f64> {
    let resource = index.resource_of(flow)?;
    if index.resource(resource).kind != Kind::Energy {
        return None;
    }
    said(index.flow(flow)).or_else(|| {
        let sense = &index.reference.sense;
        let mut names = index.catalogue().ancestors(resource).iter().map(|(of, _)| &index.resource(*of).id);
        names.find_map(|name| sense.celsius(name))
    })
}

/// The number before a degree sign: « fumées 250 °C ». Of several the hottest: what a process asks for, and what a source has at best.
fn said(flow: &Flow) -> Option<f64> {
    let quality = flow.quality.as_deref().unwrap_or_default();
    [flow.wording.as_str(), quality].into_iter().filter_map(reference::degrees).reduce(f64::max)
}
