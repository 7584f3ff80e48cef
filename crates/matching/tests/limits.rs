//! What is not looked for because it could not be kept is what would have been left out.
#![expect(clippy::unwrap_used, reason = "a test stops where it fails")]

#[expect(dead_code, reason = "shared with the other tests")]
mod common;

use common::{Scene, give, need, sell, take};
use matching::Options;
use model::Lead;

/// Makers, boilers, shredders and shops along a road, at uneven distances.
fn road() -> Scene {
    (0..400).fold(Scene::new(), |scene, ix| {
        let (id, km) = (format!("site {ix}"), f64::from(ix * 37 % 400) * 0.7);
        match ix % 4 {
            0 => scene.site(&id, "25.11", km, &[give("pallet-wood"), take("wood-chips")]),
            1 => scene.site(&id, "35.30", km, &[take("wood-chips"), give("drain-water")]),
            2 => scene.site(&id, "38.32", km, &[sell("wood-chips"), take("raw-water")]),
            _ => scene.site(&id, "16.24", km, &[sell("pallet-wood"), need("wood-chips")]),
        }
    })
}

#[test]
fn the_few_best_of_many_are_the_first_of_all() {
    let all = road().detect_as(&Options::default());
    assert!(all.len() > 600, "{}", all.len());
    for total in [1, 20, 300] {
        let few = road().detect_as(&Options { total, ..Options::default() });
        let scores = |leads: &[Lead]| leads.iter().map(|lead| lead.score.to_bits()).collect::<Vec<_>>();
        assert_eq!(scores(&few), scores(&all[..total]));
        // Of equals at the end any may stay.
        let last = few.last().unwrap().score;
        let ids = |leads: &[Lead]| {
            let above = leads.iter().filter(|lead| lead.score > last);
            above.map(|lead| lead.id.clone()).collect::<Vec<_>>()
        };
        assert_eq!(ids(&few), ids(&all[..total]));
    }
}
