//! What must hold between the files of `data/`: every id known, no cycle, no word on two resources.

use crate::{DataError, Reference, ResourceId, SourceId};
use std::collections::{HashMap, HashSet};

/// All faults found.
pub(crate) fn all(reference: &Reference) -> Vec<DataError> {
    let mut faults = Vec::new();
    resources(reference, &mut faults);
    pathways(reference, &mut faults);
    activities(reference, &mut faults);
    habits(reference, &mut faults);
    specialties(reference, &mut faults);
    presence(reference, &mut faults);
    sharing_and_rules(reference, &mut faults);
    crate::plants::check(reference, &mut faults);
    crate::gathering::check(reference, &mut faults);
    crate::legal::check(&reference.legal, &mut faults);
    figures(reference, &mut faults);
    crate::co2_flows::check(reference, &mut faults);
    speech(reference, &mut faults);
    sources(reference, &mut faults);
    faults
}

fn resources(reference: &Reference, faults: &mut Vec<DataError>) {
    let catalogue = &reference.catalogue;
    let mut seen = HashSet::new();
    for (ix, resource) in catalogue.all().iter().enumerate() {
        let mut fault = |what: String| faults.push(DataError::new("resources", resource.id.as_str(), what));
        if !seen.insert(&resource.id) {
            fault("défini deux fois".into());
        }
        for parent in resource.is_a.iter().filter(|p| catalogue.index_of(p.as_str()).is_none()) {
            fault(format!("parent inconnu « {parent} »"));
        }
        let own_ancestor = |parent: &ResourceId| {
            catalogue.index_of(parent.as_str()).is_some_and(|p| catalogue.steps_up(p, ix).is_some())
        };
        if resource.is_a.iter().any(own_ancestor) {
            fault("est son propre ancêtre".into());
        }
        for code in resource
            .codes
            .iter()
            .filter(|c| !reference.waste_list.versions(c.digits()).any(|e| e.code == Some(**c)))
        {
            fault(format!("code déchet inconnu « {code} »"));
        }
    }
    double_words(reference, faults);
}

/// The same words on two resources, unless both list them as ambiguous.
fn double_words(reference: &Reference, faults: &mut Vec<DataError>) {
    let mut owner: HashMap<(usize, String), &ResourceId> = HashMap::new();
    for resource in reference.catalogue.all() {
        let german = resource.de.as_slice();
        let sides = [
            std::slice::from_ref(&resource.fr).iter().chain(&resource.words_fr),
            std::slice::from_ref(&resource.en).iter().chain(&resource.words_en),
            german.iter().chain(&resource.words_de),
        ];
        for (lang, words) in sides.into_iter().enumerate() {
            for word in words {
                match owner.insert((lang, word.to_lowercase()), &resource.id) {
                    Some(other) if other != &resource.id => {
                        faults.push(DataError::new(
                            "resources",
                            resource.id.as_str(),
                            format!("« {word} » est déjà à « {other} »"),
                        ));
                    }
                    _ => {}
                }
            }
        }
    }
}

fn pathways(reference: &Reference, faults: &mut Vec<DataError>) {
    let mut seen = HashSet::new();
    for pathway in reference.pathways.all() {
        let mut fault = |what: String| faults.push(DataError::new("pathways", pathway.id.as_str(), what));
        if !seen.insert(&pathway.id) {
            fault("défini deux fois".into());
        }
        let outputs = pathway.outputs.iter().map(|o| &o.resource);
        for id in pathway
            .inputs
            .iter()
            .chain(&pathway.with)
            .chain(&pathway.replaces)
            .chain(&pathway.shown_by)
            .chain(outputs)
        {
            if reference.catalogue.index_of(id.as_str()).is_none() {
                fault(format!("ressource inconnue « {id} »"));
            }
        }
        for id in pathway.rubrics.iter().filter(|id| reference.legal.rubric(id).is_none()) {
            fault(format!("rubrique inconnue « {id} » dans legal/"));
        }
        for code in pathway.rome.iter().filter(|c| !reference.lists.skills.iter().any(|s| s.code == **c)) {
            fault(format!("code ROME inconnu « {code} » dans nomenclatures/rome.csv"));
        }
        for runner in &pathway.run_by {
            if !(runner.p > 0.0 && runner.p <= 1.0) {
                fault(format!("p = {} pour « {} » ; attendu entre 0 et 1", runner.p, runner.naf));
            }
        }
        if [&pathway.cost, &pathway.energy, &pathway.work]
            .into_iter()
            .flatten()
            .any(|figure| figure.quantity().is_none())
        {
            fault("cost, energy ou work : attendu low ≤ mid ≤ high".into());
        }
    }
}

fn activities(reference: &Reference, faults: &mut Vec<DataError>) {
    for activity in reference.activities.all() {
        let entry = activity.naf.join(", ");
        let mut fault = |what: String| faults.push(DataError::new("activities", entry.as_str(), what));
        let sides = [&activity.gives, &activity.takes, &activity.makes, &activity.needs, &activity.owns];
        for typical in sides.into_iter().flatten() {
            if reference.catalogue.index_of(typical.r.as_str()).is_none() {
                fault(format!("ressource inconnue « {} »", typical.r));
            }
            if !(typical.p > 0.0 && typical.p <= 1.0) {
                fault(format!("p = {} pour « {} » ; attendu entre 0 et 1", typical.p, typical.r));
            }
            if typical.amount.as_ref().is_some_and(|a| a.quantity().is_none()) {
                fault(format!("quantité de « {} » : attendu low ≤ mid ≤ high", typical.r));
            }
        }
        if sides.into_iter().all(Vec::is_empty)
            && activity.none.is_none()
            && activity.naf.iter().any(|prefix| prefix.len() == 2)
        {
            fault("ni flux typique ni raison (none)".into());
        }
    }
}

fn habits(reference: &Reference, faults: &mut Vec<DataError>) {
    for (naf, flows, _) in reference.habits.entries() {
        let mut fault = |what: String| faults.push(DataError::new("affinity", naf.join(", "), what));
        if naf.is_empty() {
            fault("aucun préfixe NAF".into());
        }
        for (resource, p) in flows {
            if reference.catalogue.index_of(resource.as_str()).is_none() {
                fault(format!("ressource inconnue « {resource} »"));
            }
            if !(*p > 0.0 && *p <= 1.0) {
                fault(format!("{p} pour « {resource} » ; attendu entre 0 et 1"));
            }
        }
    }
    for matter in reference.habits.matters() {
        let mut fault = |what: String| faults.push(DataError::new("affinity", &matter.name, what));
        for id in matter.of.iter().filter(|id| reference.catalogue.index_of(id.as_str()).is_none()) {
            fault(format!("ressource inconnue « {id} »"));
        }
        for (naf, p) in matter.takers.iter().filter(|(_, p)| !(**p > 0.0 && **p <= 1.0)) {
            fault(format!("{p} pour « {naf} » ; attendu entre 0 et 1"));
        }
    }
}

fn presence(reference: &Reference, faults: &mut Vec<DataError>) {
    let usual = ("usual", &reference.presence.usual);
    let kinds = reference.presence.kinds.iter().map(|(naf, p)| (naf.as_str(), p));
    for (naf, p) in kinds.chain([usual]).filter(|(_, p)| !(**p > 0.0 && **p <= 1.0)) {
        faults.push(DataError::new("affinity", naf, format!("{p} de présence ; attendu entre 0 et 1")));
    }
}

fn specialties(reference: &Reference, faults: &mut Vec<DataError>) {
    for special in &reference.specialties {
        let mut fault = |what: String| faults.push(DataError::new("affinity", &special.id, what));
        if special.naf.is_empty() {
            fault("aucun préfixe NAF".into());
        }
        for (id, p) in special.takes.iter().chain(&special.gives) {
            if reference.catalogue.index_of(id.as_str()).is_none() {
                fault(format!("ressource inconnue « {id} »"));
            }
            if !(*p > 0.0 && *p <= 1.0) {
                fault(format!("{p} pour « {id} » ; attendu entre 0 et 1"));
            }
        }
    }
}

fn sharing_and_rules(reference: &Reference, faults: &mut Vec<DataError>) {
    let unknown = |id: &ResourceId| reference.catalogue.index_of(id.as_str()).is_none();
    for rule in &reference.sharing {
        for id in rule.of.iter().filter(|id| unknown(id)) {
            faults.push(DataError::new("sharing", rule.id.as_str(), format!("ressource inconnue « {id} »")));
        }
    }
    for form in &reference.legal.tracking {
        for id in form.of.iter().filter(|id| unknown(id)) {
            faults.push(DataError::new("legal", form.id.as_str(), format!("ressource inconnue « {id} »")));
        }
    }
    for id in reference.sense.heats.iter().flat_map(|heat| &heat.of).filter(|id| unknown(id)) {
        faults.push(DataError::new("rules", id.as_str(), "chaleur inconnue du catalogue".to_owned()));
    }
    for family in &reference.legal.families {
        for id in family.of.iter().filter(|id| unknown(id)) {
            faults.push(DataError::new("legal", family.id.as_str(), format!("ressource inconnue « {id} »")));
        }
    }
    for rule in &reference.forbidden {
        for id in rule.resource.iter().chain(&rule.except).filter(|id| unknown(id)) {
            faults.push(DataError::new("rules", rule.id.as_str(), format!("ressource inconnue « {id} »")));
        }
        for id in rule.pathway.iter().filter(|id| reference.pathways.get(id.as_str()).is_none()) {
            faults.push(DataError::new("rules", rule.id.as_str(), format!("filière inconnue « {id} »")));
        }
        unfolded(&rule.id, &rule.wording, faults);
    }
    reference.sense.senses.iter().for_each(|sense| unfolded(&sense.id, &sense.words, faults));
    for group in &reference.sense.apart {
        group.kinds.iter().for_each(|words| unfolded(&group.id, words, faults));
        if group.kinds.len() > 64 {
            faults.push(DataError::new("rules", group.id.as_str(), "plus de 64 sortes"));
        }
    }
}

/// Words are met in folded texts: one with an accent, a space or a capital would never be met.
fn unfolded(entry: &str, listed: &[String], faults: &mut Vec<DataError>) {
    for word in listed.iter().filter(|word| crate::fate_words::words(word) != [word.as_str()]) {
        faults.push(DataError::new("rules", entry, format!("« {word} » : minuscules sans accent ni espace")));
    }
}

/// Two figures of one id must not hold on the same day.
fn figures(reference: &Reference, faults: &mut Vec<DataError>) {
    let all: Vec<_> = reference.figures.all().collect();
    for pair in all.windows(2).filter(|pair| pair[0].id == pair[1].id) {
        let starts = [pair[0].valid_from, pair[1].valid_from];
        let overlap = starts.into_iter().flatten().any(|day| pair[0].holds_on(day) && pair[1].holds_on(day));
        if overlap || starts.iter().all(Option::is_none) {
            faults.push(DataError::new("figures", pair[0].id.as_str(), "deux valeurs valables le même jour"));
        }
    }
}

/// Entries named in `wording/` exist in some version of the list, and twins differ in hazard.
fn speech(reference: &Reference, faults: &mut Vec<DataError>) {
    let unknown = |code: &&crate::WasteCode| {
        !reference.waste_list.versions(code.digits()).any(|e| e.code == Some(**code))
    };
    for term in &reference.speech.terms {
        let name = term.fr.iter().chain(&term.en).chain(&term.de).next().map_or("", String::as_str);
        if term.codes.is_empty() || name.is_empty() {
            faults.push(DataError::new("wording", name, "terme sans code ou sans mot"));
        }
        for code in term.codes.iter().filter(unknown) {
            faults.push(DataError::new("wording", name, format!("code déchet inconnu « {code} »")));
        }
    }
    let mut taken = HashSet::new();
    for usual in &reference.speech.usual {
        for code in &usual.codes {
            if unknown(&code) || !taken.insert(code.digits()) {
                faults.push(DataError::new(
                    "wording",
                    usual.fr.as_str(),
                    format!("« {code} » inconnu ou dit deux fois usuel"),
                ));
            }
        }
    }
    for caution in &reference.speech.cautions {
        for id in caution.resources.iter().filter(|id| reference.catalogue.get(id.as_str()).is_none()) {
            faults.push(DataError::new(
                "wording",
                caution.fr.as_str(),
                format!("ressource inconnue « {id} »"),
            ));
        }
    }
    for twin in &reference.speech.twins {
        let entry = twin.hazardous.to_string();
        for code in std::iter::once(&twin.hazardous).chain(&twin.plain).filter(unknown) {
            faults.push(DataError::new("wording", entry.as_str(), format!("code déchet inconnu « {code} »")));
        }
        if !twin.hazardous.hazardous() || twin.plain.iter().any(|code| code.hazardous()) {
            faults.push(DataError::new(
                "wording",
                entry,
                "le jumeau dangereux porte l'astérisque, les autres non",
            ));
        }
    }
}

fn sources(reference: &Reference, faults: &mut Vec<DataError>) {
    let mut check = |place: &str, entry: &str, cited: &[SourceId]| {
        if cited.is_empty() {
            faults.push(DataError::new(place, entry, "aucune source"));
        }
        for id in cited.iter().filter(|id| !reference.sources.contains_key(id.as_str())) {
            faults.push(DataError::new(place, entry, format!("source inconnue « {id} » dans sources.toml")));
        }
    };
    reference.catalogue.all().iter().for_each(|x| check("resources", x.id.as_str(), &x.source));
    reference.pathways.all().iter().for_each(|x| check("pathways", x.id.as_str(), &x.source));
    reference.activities.all().iter().for_each(|x| check("activities", &x.naf.join(", "), &x.source));
    reference.habits.entries().for_each(|(naf, _, cited)| check("affinity", &naf.join(", "), cited));
    reference.habits.matters().iter().for_each(|m| check("affinity", &m.name, &m.source));
    reference.specialties.iter().for_each(|s| check("affinity", &s.id, &s.source));
    if !reference.presence.kinds.is_empty() {
        check("affinity", "presence", &reference.presence.source);
    }
    reference.sharing.iter().for_each(|x| check("sharing", &x.id, &x.source));
    reference.forbidden.iter().for_each(|x| check("rules", &x.id, &x.source));
    reference.sense.senses.iter().for_each(|x| check("rules", &x.id, &x.source));
    reference.sense.heats.iter().for_each(|x| check("rules", &format!("{} °C", x.celsius), &x.source));
    reference.sense.apart.iter().for_each(|x| check("rules", &x.id, &x.source));
    reference.legal.levels.iter().for_each(|x| check("legal", &x.id, &x.source));
    reference.legal.rubrics.iter().for_each(|x| check("legal", &x.id, &x.source));
    reference.legal.routes.iter().for_each(|x| check("legal", &x.fr, &x.source));
    reference.legal.tracking.iter().for_each(|x| check("legal", &x.id, &x.source));
    reference.legal.families.iter().for_each(|x| check("legal", &x.id, &x.source));
    reference.speech.cues.iter().for_each(|x| check("wording", &x.id, &x.source));
    reference.figures.all().for_each(|x| check("figures", x.id.as_str(), std::slice::from_ref(&x.source)));
}
