//! Kinds of plants, and what the territory could bring to each.

use super::Room;
use crate::shapes::{ChainOffer, Named, PlantView};
use crate::view::range;
use model::{Lead, LeadKind};
use planning::chain::{Options, build};
use reference::Plant;
use report::dossier::why_not;
use units::Range;

/// A plant with its units as people write them.
pub(crate) fn plant_view(room: &Room, plant: &Plant) -> PlantView {
    let unit = |unit| wording::unit(room.lang, unit);
    PlantView {
        id: plant.id.clone(),
        label: plant.label(room.lang.code()).to_owned(),
        input_unit: unit(&plant.input_unit),
        output_unit: unit(&plant.output_unit),
        size_unit: unit(&plant.size_unit),
        output: Named { id: plant.output.to_string(), name: room.words().label(&plant.output).to_owned() },
        grant: plant.grant.is_some(),
    }
}

/// Every kind of plant; those that a lead of the diagnosis suggests first, then those with a question.
pub(crate) fn menu(room: &Room, leads: &[Lead]) -> Vec<ChainOffer> {
    let mut offers: Vec<ChainOffer> =
        room.reference.plants.iter().map(|plant| offer(room, plant, leads)).collect();
    offers.sort_by_key(|offer| {
        (offer.why_not.is_some(), std::cmp::Reverse(offer.leads.min(1)), std::cmp::Reverse(offer.supplies))
    });
    offers
}

fn offer(room: &Room, plant: &Plant, leads: &[Lead]) -> ChainOffer {
    let suggests = |lead: &&Lead| {
        lead.kind == LeadKind::Chain && lead.steps.iter().any(|step| plant.pathways.contains(&step.pathway))
    };
    let suggested: Vec<&Lead> = leads.iter().filter(suggests).collect();
    let first =
        suggested.first().map(|lead| Named { id: lead.id.to_string(), name: room.words().lead(lead) });
    let empty = ChainOffer {
        plant: plant_view(room, plant),
        supplies: 0,
        amount: None,
        spots: 0,
        candidates: 0,
        takers: 0,
        why_not: None,
        lead: first,
        leads: suggested.len(),
    };
    match build(&room.territory, room.reference, &plant.id, Options::on(room.territory.day)) {
        Ok((chain, _)) => ChainOffer {
            supplies: chain.supplies.len(),
            amount: Some(range(chain.supplies.iter().fold(Range::ZERO, |sum, supply| sum + supply.amount))),
            spots: chain.weighed().len(),
            candidates: chain.candidates,
            takers: chain.outlets.len(),
            ..empty
        },
        Err(error) => ChainOffer { why_not: Some(why_not(plant, &error, room.lang)), ..empty },
    }
}
