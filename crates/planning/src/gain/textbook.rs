//! Games whose answer is printed in textbooks.

use super::*;
use proptest::prelude::*;
use rand_xoshiro::Xoshiro256PlusPlus;
use rand_xoshiro::rand_core::SeedableRng;

fn close(found: &[f64], wanted: &[f64]) {
    assert_eq!(found.len(), wanted.len());
    for (f, w) in found.iter().zip(wanted) {
        assert!((f - w).abs() < 1e-6, "{found:?} should be {wanted:?}");
    }
}

/// One left glove and two right ones: a pair is worth 1.
fn gloves() -> Game {
    Game::new(3, |g| if g.has(0) && (g.has(1) || g.has(2)) { 1.0 } else { 0.0 }).unwrap()
}

/// Runways as long as the largest aircraft of the group needs (Littlechild and Owen 1973); worth is minus the cost.
fn airport(costs: &'static [f64]) -> Game {
    Game::new(costs.len(), |g| -g.players().map(|p| costs[p]).fold(0.0, f64::max)).unwrap()
}

/// What the others' claims leave of the estate (O'Neill 1982; Aumann and Maschler 1985).
fn bankruptcy(estate: f64, claims: &'static [f64]) -> Game {
    let all: f64 = claims.iter().sum();
    Game::new(claims.len(), |g| (estate - (all - g.sum(claims))).max(0.0)).unwrap()
}

#[test]
fn gloves_pay_the_scarce_hand() {
    let game = gloves();
    close(&shapley(&game), &[2.0 / 3.0, 1.0 / 6.0, 1.0 / 6.0]);
    close(&nucleolus(&game).unwrap(), &[1.0, 0.0, 0.0]);
    let core = least_core(&game).unwrap();
    assert!(core.epsilon.abs() < 1e-9, "the core is one point: {core:?}");
    let (group, gains) = blocking(&game, &shapley(&game), 1e-9).unwrap();
    assert_eq!((group.size(), group.has(0)), (2, true));
    assert!((gains - 1.0 / 6.0).abs() < 1e-9);
    assert_eq!(blocking(&game, &[1.0, 0.0, 0.0], 1e-9), None);
}

#[test]
fn aircraft_share_each_stretch_of_runway_they_use() {
    let game = airport(&[10.0, 20.0, 40.0]);
    close(&shapley(&game), &[-10.0 / 3.0, -10.0 / 3.0 - 5.0, -10.0 / 3.0 - 5.0 - 20.0]);
    close(&nucleolus(&game).unwrap(), &[-5.0, -7.5, -27.5]);
    assert_eq!(blocking(&game, &shapley(&game), 1e-9), None);
}

#[test]
fn estates_are_divided_as_in_the_talmud() {
    let claims = &[100.0, 200.0, 300.0];
    for (estate, wanted) in
        [(100.0, [100.0 / 3.0; 3]), (200.0, [50.0, 75.0, 75.0]), (300.0, [50.0, 100.0, 150.0])]
    {
        close(&nucleolus(&bankruptcy(estate, claims)).unwrap(), &wanted);
    }
    close(&shapley(&bankruptcy(200.0, claims)), &[100.0 / 3.0, 250.0 / 3.0, 250.0 / 3.0]);
}

#[test]
fn a_majority_of_three_leaves_somebody_discontent() {
    let game = Game::new(3, |g| if g.size() >= 2 { 1.0 } else { 0.0 }).unwrap();
    let core = least_core(&game).unwrap();
    assert!((core.epsilon - 1.0 / 3.0).abs() < 1e-9, "{core:?}");
    close(&nucleolus(&game).unwrap(), &[1.0 / 3.0; 3]);
}

#[test]
fn one_partner_takes_all_and_none_takes_nothing() {
    let alone = Game::new(1, |_| 7.0).unwrap();
    close(&shapley(&alone), &[7.0]);
    close(&nucleolus(&alone).unwrap(), &[7.0]);
    assert!(shapley(&Game::new(0, |_| 0.0).unwrap()).is_empty());
}

#[test]
fn too_many_partners_or_no_number_is_refused() {
    assert_eq!(Game::new(16, |_| 0.0), Err(GameError::TooMany { players: 16 }));
    let odd = Game::new(2, |g| if g.size() == 2 { f64::INFINITY } else { 0.0 });
    assert_eq!(odd, Err(GameError::NotFinite { group: vec![0, 1], worth: f64::INFINITY }));
}

#[test]
fn draws_come_within_their_error_of_the_exact_value() {
    let costs: Vec<f64> = (1..=12).map(f64::from).collect();
    let worth = |g: Coalition| -g.players().map(|p| costs[p]).fold(0.0, f64::max);
    let exact = shapley(&Game::new(12, worth).unwrap());
    let mut random = Xoshiro256PlusPlus::seed_from_u64(7);
    let drawn = shapley_sampled(12, worth, 4_000, &mut random);
    let sum: f64 = drawn.iter().map(|share| share.value).sum();
    assert!((sum + 12.0).abs() < 1e-9, "the shares of every order add up: {sum}");
    for (share, exact) in drawn.iter().zip(&exact) {
        // Twelve intervals of 95 %: twice the half width must hold them all.
        assert!((share.value - exact).abs() <= 2.0 * share.error.unwrap() + 1e-12, "{share:?} {exact}");
    }
}

#[test]
fn sixty_four_partners_fit_a_group() {
    assert_eq!(Coalition::all(64).size(), 64);
    assert_eq!(Coalition::all(3), Coalition(0b111));
    assert_eq!(Coalition::all(0), Coalition::NOBODY);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    /// Efficiency and symmetry for any game; the nucleolus lies in the least-core.
    #[test]
    fn shares_add_up_and_the_nucleolus_is_least_discontent(worth in prop::collection::vec(-50.0..100.0_f64, 16)) {
        let game = Game::new(4, |g| worth[usize::try_from(g.0).unwrap()]).unwrap();
        let (value, split) = (shapley(&game), nucleolus(&game).unwrap());
        prop_assert!((value.iter().sum::<f64>() - game.total()).abs() < 1e-6);
        prop_assert!((split.iter().sum::<f64>() - game.total()).abs() < 1e-5);
        let least = least_core(&game).unwrap().epsilon;
        let worst = game.proper_groups().map(|g| game.worth(g) - g.sum(&split)).fold(f64::MIN, f64::max);
        prop_assert!(worst <= least + 1e-4, "{worst} > {least}");
    }

    /// Two partners who add the same to every group get the same.
    #[test]
    fn equal_partners_get_equal_shares(worth in prop::collection::vec(0.0..100.0_f64, 8)) {
        let game = Game::new(3, |g| {
            let twins = usize::from(g.has(0)) + usize::from(g.has(1));
            worth[twins * 2 + usize::from(g.has(2))]
        }).unwrap();
        let (value, split) = (shapley(&game), nucleolus(&game).unwrap());
        prop_assert!((value[0] - value[1]).abs() < 1e-9);
        prop_assert!((split[0] - split[1]).abs() < 1e-4, "{split:?}");
    }
}
