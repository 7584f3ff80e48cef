//! Why there is no question about a kind of plant, by its name and in the reader's language.

use planning::chain::ChainError;
use reference::Plant;
use wording::{Lang, message};

/// « personne ne donne ce que prend … ».
pub fn why_not(plant: &Plant, error: &ChainError, lang: Lang) -> String {
    let label = plant.label(lang.code());
    let key = match error {
        ChainError::NoSupply { .. } => "dossier-no-supply",
        ChainError::NoSpot { .. } => "dossier-no-spot",
        other => return other.to_string().replace(&plant.id, label),
    };
    message(lang, key, &[("plant", label.to_owned().into())])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_plant_is_named_never_its_code() {
        let Ok(reference) = reference::Reference::embedded() else { return };
        for plant in &reference.plants {
            let id = || plant.id.clone();
            for lang in [Lang::Fr, Lang::En] {
                for error in [ChainError::NoSupply { plant: id() }, ChainError::NoSpot { plant: id() }] {
                    let said = why_not(plant, &error, lang);
                    assert!(said.contains(plant.label(lang.code())) && !said.contains(&plant.id), "{said}");
                }
            }
        }
    }
}
