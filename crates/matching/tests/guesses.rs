//! What a guess alone does not justify (`data/rules/guesses.toml`), against the real knowledge: each is proposed as soon as somebody says it.
#![expect(clippy::unwrap_used, reason = "a test stops where it fails")]

#[expect(dead_code, reason = "shared with the other tests")]
mod common;

use common::{Scene, give, take};
use reference::Reference;

/// Giver's activity, guessed residue, taker's activity; why not.
const NOT_GUESSED: [(&str, &str, &str, &str); 8] = [
    ("35.11", "fly-ash", "23.51", "coal stations have closed"),
    ("35.11", "fgd-gypsum", "23.51", "coal stations have closed"),
    ("38.21", "incinerator-bottom-ash", "42.11", "a landfill or a composter has no bottom ash"),
    ("38.21", "bottom-ash-ferrous", "24.10", "a landfill or a composter has no bottom ash"),
    ("86.10", "soft-healthcare-waste", "38.21", "a permit is not guessed"),
    ("24.54", "bronze-scrap", "38.32", "a foundry remelts its returns"),
    ("23.13", "waste-glass", "38.32", "a glassworks remelts its cullet"),
    ("25.62", "steel-turnings", "38.32", "every workshop already sells its metals"),
];

fn scene(giver: &str, residue: &'static str, taker: &str) -> Scene {
    Scene::new().site("giver", giver, 0.0, &[give(residue)]).site("taker", taker, 1.0, &[])
}

#[test]
fn a_guess_alone_is_not_enough() {
    let reference = Reference::embedded().unwrap();
    let mut wrong = Vec::new();
    for (giver, residue, taker, why) in NOT_GUESSED {
        if !scene(giver, residue, taker).guessed("giver").detect_with(reference).is_empty() {
            wrong.push(format!("{residue} of {giver} to {taker}: {why}"));
        }
        let said = match why {
            "a permit is not guessed" => Scene::new()
                .site("giver", giver, 0.0, &[give(residue)])
                .site("taker", taker, 1.0, &[take(residue)])
                .guessed("giver"),
            _ => scene(giver, residue, taker),
        };
        if said.detect_with(reference).is_empty() {
            wrong.push(format!("{residue} of {giver} to {taker}: said, and not proposed"));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn a_name_that_tells_the_plant_lifts_the_rule() {
    let reference = Reference::embedded().unwrap();
    let called = |name: &str| {
        scene("38.21", "incinerator-bottom-ash", "42.11")
            .guessed("giver")
            .named("giver", name)
            .detect_with(reference)
    };
    assert!(called("Valorisation du Plateau").is_empty());
    assert!(!called("Usine d'incinération du Plateau").is_empty());
}

#[test]
fn who_has_no_use_for_a_pool_joins_only_when_it_says_so() {
    let reference = Reference::embedded().unwrap();
    let tyres = |naf: &str| {
        let buys = [take("tyre-supply")];
        ["a", "b", "c"]
            .iter()
            .enumerate()
            .fold(Scene::new(), |scene, (km, id)| scene.site(id, naf, km as f64, &buys))
    };
    let all_guessed = |scene: Scene| scene.guessed("a").guessed("b").guessed("c").detect_with(reference);
    assert!(all_guessed(tyres("29.10")).is_empty(), "a carmaker buys tyres for first fitting");
    assert!(all_guessed(tyres("49.41")).is_empty(), "a group purchase wants two who said that they buy it");
    assert!(!tyres("49.41").guessed("c").detect_with(reference).is_empty());
    assert!(!tyres("29.10").detect_with(reference).is_empty());
}

#[test]
fn nobody_collects_from_a_collector_what_it_collects() {
    let reference = Reference::embedded().unwrap();
    let scrap = |naf: &str| {
        let gives = [give("ferrous-scrap")];
        ["a", "b", "c", "d"]
            .iter()
            .enumerate()
            .fold(Scene::new(), |scene, (km, id)| scene.site(id, naf, km as f64 / 10.0, &gives).guessed(id))
    };
    let pooled = |naf: &str| {
        let leads = scrap(naf).detect_with(reference);
        leads.iter().any(|lead| lead.kind == model::LeadKind::Sharing)
    };
    assert!(!pooled("38.32"));
    assert!(pooled("25.62"));
}
