//! What would be wrong with a plant: ids nobody knows, figures in another unit than their use asks for.

use super::{FigureProduct, Plant};
use crate::{DataError, FigureId, Reference};
use units::Unit;

/// Every id known, every figure of the unit its use asks for.
pub(crate) fn check(reference: &Reference, faults: &mut Vec<DataError>) {
    let mut seen = std::collections::HashSet::new();
    for plant in &reference.plants {
        let mut fault = |what: String| faults.push(DataError::new("plants", plant.id.as_str(), what));
        if !seen.insert(&plant.id) {
            fault("défini deux fois".into());
        }
        for pathway in plant.pathways.iter().filter(|id| reference.pathways.get(id.as_str()).is_none()) {
            fault(format!("filière inconnue « {pathway} »"));
        }
        let outlets = plant.outlets.iter().flat_map(|o| std::iter::once(&o.buys).chain(&o.except));
        let named = std::iter::once(&plant.output)
            .chain(&plant.apart)
            .chain(outlets)
            .chain(plant.fractions.iter().map(|fraction| &fraction.of))
            .chain(plant.levels.iter().flat_map(|level| &level.of));
        for resource in named.filter(|id| reference.catalogue.index_of(id.as_str()).is_none()) {
            fault(format!("ressource inconnue « {resource} »"));
        }
        for rubric in
            plant.rubrics.iter().filter(|code| !reference.legal.rubrics.iter().any(|r| r.id == **code))
        {
            fault(format!("rubrique inconnue « {rubric} »"));
        }
        for post in
            plant.posts.iter().filter(|post| !reference.lists.skills.iter().any(|s| s.code == post.rome))
        {
            fault(format!("code ROME inconnu « {} »", post.rome));
        }
        for source in plant.source.iter().filter(|id| !reference.sources.contains_key(*id)) {
            fault(format!("source inconnue « {source} »"));
        }
        if plant.takes.is_empty() == plant.makes.is_empty() {
            fault("« takes » ou « makes », l'un des deux".into());
        }
        if plant.co2.is_some() && plant.co2_per_output.is_some() {
            fault("« co2 » ou « co2_per_output », pas les deux".into());
        }
        for id in plant.outlets.iter().flat_map(|outlet| outlet.cost.iter().chain(&outlet.holds)) {
            if !reference.figures.all().any(|figure| figure.id == *id) {
                fault(format!("outlets.cost, outlets.holds : valeur inconnue « {id} »"));
            }
        }
        if let Some(id) = plant.coldest.as_ref().filter(|id| !reference.figures.all().any(|f| f.id == **id)) {
            fault(format!("coldest : valeur inconnue « {id} »"));
        }
        if plant.by_hand.is_some() && !plant.posts.iter().any(|post| post.insertion) {
            fault("« by_hand » sans poste d'insertion".into());
        }
        if plant.outlets.is_empty() == plant.network.is_some() {
            fault("« network » avec « outlets », et seulement avec eux".into());
        }
        plant.units(reference).into_iter().for_each(fault);
    }
}

impl Plant {
    /// What is wrong with the units of what it names.
    fn units(&self, reference: &Reference) -> Vec<String> {
        let (input, output, size) = (&self.input_unit, &self.output_unit, &self.size_unit);
        let year: Unit = "year".parse().unwrap_or_else(|_| Unit::one());
        let euros: Unit = "EUR".parse().unwrap_or_else(|_| Unit::one());
        let hours: Unit = "h".parse().unwrap_or_else(|_| Unit::one());
        let co2: Unit = "tCO2e".parse().unwrap_or_else(|_| Unit::one());
        let single = |id: &FigureId| FigureProduct { times: vec![id.clone()], ..FigureProduct::default() };
        let per_size_year = |unit: &Unit| unit.per(&year).per(size);
        let mut wanted = vec![
            ("min_load", single(&self.min_load), Unit::one()),
            ("om", single(&self.om), Unit::one().per(&year)),
            ("lifetime", single(&self.lifetime), year.clone()),
            ("variable", single(&self.variable), euros.per(input)),
            ("price", single(&self.price), euros.per(output)),
            ("supervision", single(&self.supervision), Unit::one()),
            ("per_input", self.per_input.clone(), output.per(input)),
            ("takes", self.takes.clone(), per_size_year(input)),
            ("makes", self.makes.clone(), per_size_year(output)),
        ];
        wanted.extend(self.sizes.iter().map(|s| ("sizes.capex", single(&s.capex), euros.per(size))));
        wanted.extend(self.posts.iter().map(|p| ("posts.hours", p.hours.clone(), hours.per(input))));
        wanted
            .extend(self.posts.iter().map(|p| ("posts.cost_hour", single(&p.cost_hour), euros.per(&hours))));
        wanted.extend(self.grant.iter().map(|id| ("grant", single(id), Unit::one())));
        wanted.extend(self.fuel.iter().map(|fuel| ("fuel", fuel.clone(), Unit::one())));
        let heat = self.heat.iter().flat_map(|heat| [&heat.per_output, &heat.own]);
        wanted.extend(heat.map(|id| ("heat", single(id), Unit::one())));
        wanted.extend(self.co2.iter().map(|id| ("co2", single(id), co2.per(input))));
        wanted.extend(self.co2_per_output.iter().map(|id| ("co2_per_output", single(id), co2.per(output))));
        wanted.extend(self.avoided.iter().map(|id| ("avoided", single(id), co2.per(output))));
        wanted.extend(self.host.iter().map(|id| ("host", single(id), Unit::one())));
        let shares = self.outlets.iter().filter_map(|outlet| outlet.share.as_ref());
        wanted.extend(shares.map(|id| ("outlets.share", single(id), Unit::one())));
        wanted.extend(self.levels.iter().map(|level| ("levels.share", single(&level.share), Unit::one())));
        for fraction in &self.fractions {
            wanted.push(("fractions.share", single(&fraction.share), output.per(input)));
            wanted.push(("fractions.price", single(&fraction.price), euros.per(output)));
            let co2s = fraction.avoided.iter().chain(&fraction.co2);
            wanted.extend(co2s.map(|id| ("fractions.co2", single(id), co2.per(output))));
        }
        if let Some(residue) = &self.residue {
            let mut cost = residue.per_input.clone();
            cost.times.push(residue.cost.clone());
            wanted.push(("residue", cost, euros.per(input)));
        }
        wanted.extend(self.industry.iter().map(|id| ("industry", single(id), Unit::one())));
        wanted.extend(self.store.iter().map(|id| ("store", single(id), euros.per(input))));
        if let Some(by_hand) = &self.by_hand {
            wanted.push(("by_hand.hours", by_hand.hours.clone(), hours.per(input)));
            wanted.push(("by_hand.spares", single(&by_hand.spares), euros.per(input)));
        }
        if let Some(network) = &self.network {
            let km: Unit = "km".parse().unwrap_or_else(|_| Unit::one());
            wanted.push(("network.reach", single(&network.reach), km.clone()));
            wanted.push(("network.density", single(&network.density), output.per(&km).per(&year)));
            wanted.push(("network.lifetime", single(&network.lifetime), year.clone()));
            wanted.extend(network.trench.iter().map(|id| ("network.trench", single(id), euros.per(&km))));
        }
        let replaced = self.outlets.iter().filter_map(|outlet| outlet.co2.as_ref());
        wanted.extend(replaced.map(|id| ("outlets.co2", single(id), co2.per(output))));
        let outlets = wanted.into_iter().filter(|(_, product, _)| !product.is_empty());
        outlets.filter_map(|(what, product, unit)| misfit(what, &product, &unit, reference)).collect()
    }
}

/// Why a product of figures is not in a unit; a family by resource is judged by its first figure.
fn misfit(what: &str, product: &FigureProduct, wanted: &Unit, reference: &Reference) -> Option<String> {
    let mut unit = Unit::one();
    let figure = |id: &FigureId| reference.figures.all().find(|figure| figure.id == *id);
    if let Some(family) = &product.by_resource {
        let prefix = format!("{family}.");
        let Some(first) = reference.figures.under(&prefix).next() else {
            return Some(format!("{what} : aucune valeur « {prefix}* »"));
        };
        unit = unit.times(&first.value.unit);
    }
    for id in &product.times {
        let Some(figure) = figure(id) else { return Some(format!("{what} : valeur inconnue « {id} »")) };
        unit = unit.times(&figure.value.unit);
    }
    for id in &product.over {
        let Some(figure) = figure(id) else { return Some(format!("{what} : valeur inconnue « {id} »")) };
        unit = unit.per(&figure.value.unit);
    }
    let found = unit.symbol();
    (!unit.same_kind(wanted)).then(|| format!("{what} : en « {found} », il faut « {} »", wanted.symbol()))
}
