//! How matters are gathered: in what they stand, what fetches them, how long they may wait.

use crate::{Bilingual, DataError, FigureId, Reference, ResourceId};
use serde::{Deserialize, Serialize};

/// What fetches a matter.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Vehicle {
    /// In words: « benne étanche à lève-conteneurs ».
    pub fr: String,
    /// The same in English.
    pub en: String,
    /// m³ of the matter, as discarded, that it brings at once.
    pub holds: FigureId,
    /// Its class: `rigid-20-26` for `transport.payload.rigid-20-26` and `co2.transport.rigid-20-26`.
    pub class: String,
}

/// How a matter is gathered.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Gathering {
    /// Stable id.
    pub id: String,
    /// In what it stands at its holder's.
    pub stands: Bilingual,
    /// Of these matters, and of anything more specific.
    pub of: Vec<ResourceId>,
    /// Days between two pick-ups at most.
    pub every: FigureId,
    /// Hours at a stop.
    pub stop: FigureId,
    /// What a site calls by itself.
    pub alone: Vehicle,
    /// What calls at several sites.
    pub shared: Vehicle,
}

impl Vehicle {
    /// In words, in a language (`fr` unless `en`).
    pub fn label(&self, lang: &str) -> &str {
        if lang == "en" { &self.en } else { &self.fr }
    }

    /// The figure of its payload, t.
    pub fn payload(&self) -> String {
        format!("transport.payload.{}", self.class)
    }

    /// The figure of its emissions, per t and km.
    pub fn co2(&self) -> String {
        format!("co2.transport.{}", self.class)
    }
}

impl Reference {
    /// How a resource (dense index) is gathered: as the nearest of what it is a kind of; `None` when nothing says it.
    pub fn gathering(&self, resource: usize) -> Option<&Gathering> {
        let steps = |gathering: &Gathering| {
            let of = gathering.of.iter().filter_map(|id| self.catalogue.index_of(id.as_str()));
            of.filter_map(|ix| self.catalogue.steps_up(resource, ix)).min()
        };
        let known = self.gatherings.iter().filter_map(|gathering| Some((steps(gathering)?, gathering)));
        known.min_by_key(|(steps, _)| *steps).map(|(_, gathering)| gathering)
    }
}

/// Every id known, every figure of its unit, no matter twice; and whatever comes to a plant by road is gathered somehow.
pub(crate) fn check(reference: &Reference, faults: &mut Vec<DataError>) {
    let mut seen = std::collections::HashSet::new();
    for gathering in &reference.gatherings {
        let mut fault = |what: String| faults.push(DataError::new("plants", gathering.id.as_str(), what));
        for id in &gathering.of {
            if reference.catalogue.index_of(id.as_str()).is_none() {
                fault(format!("ressource inconnue « {id} »"));
            }
            if !seen.insert(id) {
                fault(format!("« {id} » est collecté de deux manières"));
            }
        }
        figures(gathering).into_iter().filter_map(|(id, unit)| wrong(reference, &id, unit)).for_each(fault);
    }
    for plant in reference.plants.iter().filter(|plant| !plant.is_piped()) {
        let taken = plant.pathways.iter().filter_map(|id| reference.pathways.get(id.as_str()));
        let known = |id: &&ResourceId| {
            let ix = reference.catalogue.index_of(id.as_str());
            ix.is_none_or(|ix| reference.gathering(ix).is_some())
        };
        for id in taken.flat_map(|pathway| &pathway.inputs).filter(|id| !known(id)) {
            let what = format!("personne ne dit comment « {id} » se collecte (gathering)");
            faults.push(DataError::new("plants", plant.id.as_str(), what));
        }
    }
}

fn figures(gathering: &Gathering) -> Vec<(String, &'static str)> {
    let mut wanted = vec![(gathering.every.to_string(), "day"), (gathering.stop.to_string(), "h")];
    for vehicle in [&gathering.alone, &gathering.shared] {
        wanted.push((vehicle.holds.to_string(), "m3"));
        wanted.push((vehicle.payload(), "t"));
        wanted.push((vehicle.co2(), "tCO2e/t.km"));
    }
    wanted
}

fn wrong(reference: &Reference, id: &str, unit: &str) -> Option<String> {
    let Some(figure) = reference.figures.all().find(|figure| figure.id.as_str() == id) else {
        return Some(format!("valeur inconnue « {id} »"));
    };
    let fits = unit.parse().is_ok_and(|unit: units::Unit| figure.value.unit.same_kind(&unit));
    (!fits).then(|| format!("« {id} » en « {} », il faut « {unit} »", figure.value.unit.symbol()))
}
