//! What kinds of firms readily take from a neighbour, and which flows they are known for: a compact second opinion beside the pathways,
//! which say how a resource is used. Good for ranking, never a statement about one firm.

use crate::pathways::{Runner, is_prefix};
use crate::resources::Catalogue;
use crate::{ResourceId, SourceId};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What kinds of firms readily take.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Taker {
    /// NAF rev. 2 prefixes it covers.
    pub naf: Vec<String>,
    /// How readily (0–1), by resource.
    pub takes: BTreeMap<ResourceId, f64>,
    /// Sources.
    pub source: Vec<SourceId>,
}

/// What kinds of firms give most.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Giver {
    /// NAF rev. 2 prefixes it covers.
    pub naf: Vec<String>,
    /// How much they are known for it (0–1), by resource.
    pub gives: BTreeMap<ResourceId, f64>,
    /// Sources.
    pub source: Vec<SourceId>,
}

/// A nature of matter that cuts across the catalogue (what burns, what holds lime, what feeds soil), and who can use anything of it.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Matter {
    /// What it is, in a few words.
    pub name: String,
    /// Resources of that nature, with everything more specific.
    pub of: Vec<ResourceId>,
    /// How readily (0–1) a kind of firm (NAF rev. 2 prefix) uses matter of that nature, none in particular.
    pub takers: BTreeMap<String, f64>,
    /// Sources.
    pub source: Vec<SourceId>,
}

/// All habits, with an index from resource to takers.
#[derive(Clone, Debug, Default)]
pub struct Habits {
    takers: Vec<Taker>,
    givers: Vec<Giver>,
    /// By dense resource index.
    takers_of: Vec<Vec<Runner>>,
    matters: Vec<Matter>,
    /// Takers of each matter.
    users: Vec<Vec<Runner>>,
    /// Matters of each resource, by dense index.
    matters_of: Vec<Vec<usize>>,
}

/// What the general kind is known for counts so much less once a more precise kind has spoken.
const FADES: f64 = 0.5;

impl Habits {
    pub(crate) fn new(
        takers: Vec<Taker>,
        givers: Vec<Giver>,
        matters: Vec<Matter>,
        catalogue: &Catalogue,
    ) -> Self {
        let mut takers_of = vec![Vec::new(); catalogue.all().len()];
        for taker in &takers {
            for (resource, &p) in &taker.takes {
                if let Some(ix) = catalogue.index_of(resource.as_str()) {
                    for naf in &taker.naf {
                        add(&mut takers_of[ix], naf, p);
                    }
                }
            }
        }
        let users = matters.iter().map(|matter| runners(&matter.takers)).collect();
        let matters_of = matters_of(&matters, catalogue);
        Self { takers, givers, takers_of, matters, users, matters_of }
    }

    /// All natures of matter.
    pub fn matters(&self) -> &[Matter] {
        &self.matters
    }

    /// The kinds of firms that can use a resource (dense index) for what it is made of; one list for each nature it has.
    pub fn users_of_matter(&self, resource: usize) -> impl Iterator<Item = &[Runner]> {
        let matters = self.matters_of.get(resource).map_or(&[][..], Vec::as_slice);
        matters.iter().filter_map(|&matter| self.users.get(matter).map(Vec::as_slice))
    }

    /// Entries as written, with what each side calls its flows.
    pub(crate) fn entries(
        &self,
    ) -> impl Iterator<Item = (&[String], &BTreeMap<ResourceId, f64>, &[SourceId])> {
        let takers = self.takers.iter().map(|t| (t.naf.as_slice(), &t.takes, t.source.as_slice()));
        takers.chain(self.givers.iter().map(|g| (g.naf.as_slice(), &g.gives, g.source.as_slice())))
    }

    /// The kinds of firms that readily take a resource (dense index).
    pub fn takers(&self, resource: usize) -> &[Runner] {
        self.takers_of.get(resource).map_or(&[], Vec::as_slice)
    }

    /// The flows a rev. 2 class (`24.10`) is known for: a longer prefix adds, and what shorter ones said fades.
    pub fn known_for(&self, class: &str) -> BTreeMap<&ResourceId, f64> {
        let mut layers: Vec<(usize, &Giver)> = self
            .givers
            .iter()
            .filter_map(|g| Some((g.naf.iter().filter(|p| is_prefix(p, class)).map(String::len).max()?, g)))
            .collect();
        layers.sort_by_key(|(length, _)| *length);
        let mut known: BTreeMap<&ResourceId, f64> = BTreeMap::new();
        for (_, giver) in layers {
            for p in known.values_mut() {
                *p *= FADES;
            }
            for (resource, &p) in &giver.gives {
                let said = known.entry(resource).or_default();
                *said = said.max(p);
            }
        }
        known
    }
}

fn runners(takers: &BTreeMap<String, f64>) -> Vec<Runner> {
    takers.iter().map(|(naf, &p)| Runner { naf: naf.clone(), p }).collect()
}

fn matters_of(matters: &[Matter], catalogue: &Catalogue) -> Vec<Vec<usize>> {
    let mut of = vec![Vec::new(); catalogue.all().len()];
    for (number, matter) in matters.iter().enumerate() {
        for named in matter.of.iter().filter_map(|id| catalogue.index_of(id.as_str())) {
            for &(resource, _) in catalogue.descendants(named) {
                let known: &mut Vec<usize> = &mut of[resource];
                if !known.contains(&number) {
                    known.push(number);
                }
            }
        }
    }
    of
}

/// The greater of two statements about one prefix holds.
fn add(takers: &mut Vec<Runner>, naf: &str, p: f64) {
    match takers.iter_mut().find(|known| known.naf == naf) {
        Some(known) => known.p = known.p.max(p),
        None => takers.push(Runner { naf: naf.to_owned(), p }),
    }
}

#[cfg(test)]
mod tests {
    use crate::{DataFile, Reference};

    const DATA: &str = r#"
[[source]]
id = "expert-knowledge"
title = "t"
publisher = "p"
date = "2026"
licence = "l"
[[resource]]
id = "ash"
kind = "material"
fr = "cendre"
en = "ash"
hazard = "no"
form = "solid"
source = ["expert-knowledge"]
[[resource]]
id = "steam"
kind = "energy"
fr = "vapeur"
en = "steam"
hazard = "no"
form = "heat"
source = ["expert-knowledge"]
[[taker]]
naf = ["23.5", "23.51"]
source = ["expert-knowledge"]
[taker.takes]
ash = 0.8
[[giver]]
naf = ["35"]
source = ["expert-knowledge"]
[giver.gives]
ash = 0.4
steam = 0.6
[[giver]]
naf = ["35.11"]
source = ["expert-knowledge"]
[giver.gives]
ash = 0.9
"#;

    #[test]
    fn what_is_of_a_nature_can_be_used_for_it() {
        let matter = "[[matter]]\nname = \"fine\"\nof = [\"ash\"]\nsource = [\"expert-knowledge\"]\n[matter.takers]\n\"41\" = 0.5\n";
        let reference = load(&format!("{DATA}{matter}")).unwrap();
        let users =
            |id: &str| reference.habits.users_of_matter(reference.catalogue.index_of(id).unwrap()).count();
        assert_eq!((users("ash"), users("steam")), (1, 0));
        let faults = load(&format!("{DATA}{}", matter.replace("= 0.5", "= 5"))).unwrap_err();
        assert!(faults[0].to_string().contains("entre 0 et 1"), "{faults:?}");
    }

    fn load(text: &str) -> Result<Reference, Vec<crate::DataError>> {
        Reference::load(&[DataFile { path: "affinity/test.toml", text }])
    }

    #[test]
    fn the_precise_kind_adds_and_the_general_one_fades() {
        let reference = load(DATA).unwrap();
        let known: Vec<f64> = reference.habits.known_for("35.11").into_values().collect();
        assert_eq!(known, [0.9, 0.3]);
        assert!(reference.habits.known_for("10.51").is_empty());
        let ash = reference.catalogue.index_of("ash").unwrap();
        assert_eq!(reference.habits.takers(ash).len(), 2);
    }

    #[test]
    fn unknown_resources_and_wild_numbers_are_refused() {
        let faults =
            load(&DATA.replace("[taker.takes]\nash = 0.8", "[taker.takes]\ncinders = 1.8")).unwrap_err();
        let said: Vec<String> = faults.iter().map(ToString::to_string).collect();
        assert!(
            said.iter().any(|f| f.contains("cinders")) && said.iter().any(|f| f.contains("1.8")),
            "{said:?}"
        );
    }
}
