//! Which figures a resource takes: emissions of its treatment and production, what is usually paid to be rid of it, the energy it is.

use crate::by_resource::ByResource;
use crate::fate_words::FateRoute;
use crate::{Catalogue, DataError, Reference, ResourceId};
use serde::Deserialize;

/// Emission figures of a resource (`co2_flows.csv`).
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Co2Flow {
    resource: ResourceId,
    /// `co2.treatment.<flow>.<route>.<impact|avoided>`
    pub flow: Option<String>,
    /// `co2.material.<material>.<virgin|recycled>`
    pub material: Option<String>,
    /// What to know; `proxy` when it stands in for another.
    pub note: String,
    /// Processes the factor of `recycling` is of, by how their names start, `|` between; `-`: of none here. `None`: of any.
    pub recycling: Option<String>,
}

/// What the holder of a residue usually pays when nobody said (`usual_treatments.csv`).
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct UsualTreatment {
    resource: ResourceId,
    /// `price.treatment.<price>`; `None`: no usual treatment, and none is looked for further up.
    pub price: Option<String>,
    /// What to know.
    pub note: String,
}

/// Figures of a resource as a source of energy (`energy_carriers.csv`).
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EnergyCarrier {
    resource: ResourceId,
    /// `price.energy.<price>`
    pub price: Option<String>,
    /// `co2.energy.<co2>`
    pub co2: Option<String>,
    /// `lhv.<lhv>`
    pub lhv: Option<String>,
    /// What to know.
    pub note: String,
}

/// A word that tells what happens to a residue (`fate_words.csv`): the start of a word without accents, or an operation code.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FateWord {
    /// `enfoui`, `d5`
    pub word: String,
    /// Where it goes.
    pub route: FateRoute,
}

/// Which figures go with which resource.
#[derive(Clone, Debug, Default)]
pub struct Uses {
    /// Emissions.
    pub co2: ByResource<Co2Flow>,
    /// What holders usually pay.
    pub treatments: ByResource<UsualTreatment>,
    /// Energy.
    pub carriers: ByResource<EnergyCarrier>,
    /// Words of fates.
    pub fates: Vec<FateWord>,
}

impl Uses {
    pub(crate) fn new(
        co2: Vec<Co2Flow>,
        treatments: Vec<UsualTreatment>,
        carriers: Vec<EnergyCarrier>,
        fates: Vec<FateWord>,
    ) -> Self {
        Self {
            co2: ByResource::new(co2.into_iter().map(|row| (row.resource.clone(), row))),
            treatments: ByResource::new(treatments.into_iter().map(|row| (row.resource.clone(), row))),
            carriers: ByResource::new(carriers.into_iter().map(|row| (row.resource.clone(), row))),
            fates,
        }
    }

    /// The `<flow>` of `co2.treatment.<flow>.…` for a resource (dense index).
    pub fn co2_flow<'a>(&'a self, catalogue: &'a Catalogue, resource: usize) -> Option<&'a str> {
        self.co2.upwards(catalogue, resource).find_map(|(row, _)| row.flow.as_deref())
    }

    /// True when the recycling factor of a resource (dense index) is of that process. A stand-in of the same family says nothing of another
    /// way: what an oxide emits in raw meal is not what a metal emits in a furnace.
    pub fn co2_recycling_fits(&self, catalogue: &Catalogue, resource: usize, process: Option<&str>) -> bool {
        let row = self.co2.upwards(catalogue, resource).map(|(row, _)| row).find(|row| row.flow.is_some());
        let Some(of) = row.and_then(|row| row.recycling.as_deref()) else { return true };
        process.is_some_and(|process| of.split('|').any(|start| process.starts_with(start)))
    }

    /// The `<material>` of `co2.material.<material>.…` for a resource (dense index).
    pub fn co2_material<'a>(&'a self, catalogue: &'a Catalogue, resource: usize) -> Option<&'a str> {
        self.co2.upwards(catalogue, resource).find_map(|(row, _)| row.material.as_deref())
    }
}

/// Unknown resources and figures named by these tables.
pub(crate) fn check(reference: &Reference, faults: &mut Vec<DataError>) {
    let uses = &reference.uses;
    let resources = uses.co2.all().map(|(id, _)| ("co2_flows.csv", id));
    let resources = resources.chain(uses.treatments.all().map(|(id, _)| ("usual_treatments.csv", id)));
    let resources = resources.chain(uses.carriers.all().map(|(id, _)| ("energy_carriers.csv", id)));
    for (file, id) in resources.filter(|(_, id)| reference.catalogue.index_of(id.as_str()).is_none()) {
        let what = format!("ressource inconnue « {id} » dans resources/");
        faults.push(DataError::new(&format!("nomenclatures/{file}"), id.as_str(), what));
    }
    for (file, id, prefix) in named(uses) {
        if reference.figures.under(&prefix).next().is_none() {
            let what = format!("aucune valeur « {prefix} » dans figures/");
            faults.push(DataError::new(&format!("nomenclatures/{file}"), id.as_str(), what));
        }
    }
}

/// Every figure (or start of figure ids) the tables name: file, resource, id.
fn named(uses: &Uses) -> Vec<(&'static str, &ResourceId, String)> {
    let mut all = Vec::new();
    for (id, row) in uses.co2.all() {
        all.extend(row.flow.as_ref().map(|x| ("co2_flows.csv", id, format!("co2.treatment.{x}."))));
        all.extend(row.material.as_ref().map(|x| ("co2_flows.csv", id, format!("co2.material.{x}."))));
    }
    for (id, row) in uses.treatments.all() {
        all.extend(row.price.as_ref().map(|x| ("usual_treatments.csv", id, format!("price.treatment.{x}"))));
    }
    for (id, row) in uses.carriers.all() {
        let parts = [("price.energy", &row.price), ("co2.energy", &row.co2), ("lhv", &row.lhv)];
        let parts = parts.into_iter().filter_map(|(prefix, x)| Some(format!("{prefix}.{}", x.as_ref()?)));
        all.extend(parts.map(|figure| ("energy_carriers.csv", id, figure)));
    }
    all
}

#[cfg(test)]
mod tests {
    use crate::{DataFile, Reference};

    const SOURCES: &str =
        "[[source]]\nid = \"s\"\ntitle = \"t\"\npublisher = \"p\"\ndate = \"2026\"\nlicence = \"l\"\n";
    const WOOD: &str = r#"
        [[resource]]
        id = "wood"
        kind = "material"
        fr = "bois"
        en = "wood"
        hazard = "no"
        form = "solid"
        source = ["s"]
        [[resource]]
        id = "pallet-wood"
        kind = "material"
        is_a = ["wood"]
        fr = "bois de palettes"
        en = "pallet wood"
        hazard = "no"
        form = "solid"
        source = ["s"]
    "#;
    const FIGURES: &str = "id,fr,en,low,mid,high,unit,source,locator,date,valid_from,valid_until,confidence,note\n\
        co2.treatment.wood.landfill.impact,a,a,1,2,3,kgCO2e/t,s,,2026,,,low,\n";

    fn load(co2: &str) -> Result<Reference, Vec<crate::DataError>> {
        Reference::load(&[
            DataFile { path: "sources.toml", text: SOURCES },
            DataFile { path: "resources/wood.toml", text: WOOD },
            DataFile { path: "figures/co2.csv", text: FIGURES },
            DataFile { path: "nomenclatures/co2_flows.csv", text: co2 },
        ])
    }

    #[test]
    fn a_resource_without_a_row_takes_its_ancestors() {
        let reference =
            load("resource,flow,material,note,recycling\nwood,wood,,,shredding\npallet-wood,,,no flow of its own,\n").unwrap();
        let pallet = reference.catalogue.index_of("pallet-wood").unwrap();
        assert_eq!(reference.uses.co2_flow(&reference.catalogue, pallet), Some("wood"));
        assert_eq!(reference.uses.co2_material(&reference.catalogue, pallet), None);
        let fits = |process| reference.uses.co2_recycling_fits(&reference.catalogue, pallet, process);
        assert!(fits(Some("shredding-fine")));
        assert!(!fits(Some("melting")) && !fits(None), "the factor is of shredding");
    }

    #[test]
    fn unknown_resources_and_figures_are_refused() {
        let faults =
            load("resource,flow,material,note,recycling\nsteel,wood,,,\nwood,plywood,,,\n").unwrap_err();
        let faults: Vec<String> = faults.iter().map(ToString::to_string).collect();
        assert_eq!(faults.len(), 2, "{faults:?}");
        assert!(
            faults.iter().any(|f| f.contains("« steel »"))
                && faults.iter().any(|f| f.contains("co2.treatment.plywood."))
        );
    }
}
