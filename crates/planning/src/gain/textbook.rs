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

/// Littlechild (1974): in each step the group of smallest aircraft that would pay most alone pays evenly; players by growing cost.
fn airport_nucleolus(costs: &[f64]) -> Vec<f64> {
    let n = costs.len();
    let (mut shares, mut paid, mut next) = (vec![0.0; n], 0.0, 0);
    while next < n {
        let part = |last: usize| {
            let sharing = if last + 1 == n { last + 1 - next } else { last + 2 - next };
            (costs[last] - paid) / sharing as f64
        };
        let last = (next..n).min_by(|a, b| part(*a).total_cmp(&part(*b)).then(b.cmp(a))).unwrap();
        let each = part(last);
        for share in &mut shares[next..=last] {
            *share = -each;
        }
        paid += each * (last + 1 - next) as f64;
        next = last + 1;
    }
    shares
}

/// Aumann and Maschler: half of each claim at most, evenly; beyond half the estate the losses are shared so.
fn talmud(estate: f64, claims: &[f64]) -> Vec<f64> {
    let half: f64 = claims.iter().sum::<f64>() / 2.0;
    let (rest, losses) = if estate <= half { (estate, false) } else { (2.0 * half - estate, true) };
    let (mut low, mut high) = (0.0, half);
    for _ in 0..200 {
        let mid = f64::midpoint(low, high);
        let sum: f64 = claims.iter().map(|claim| mid.min(claim / 2.0)).sum();
        if sum < rest { low = mid } else { high = mid }
    }
    claims.iter().map(|c| low.min(c / 2.0)).zip(claims).map(|(p, c)| if losses { c - p } else { p }).collect()
}

#[test]
fn twelve_and_fifteen_partners_have_an_exact_nucleolus() {
    let costs: &'static [f64] = &[4.0, 7.0, 9.0, 14.0, 20.0, 22.0, 31.0, 40.0, 44.0, 60.0, 75.0, 77.0];
    close(&nucleolus(&airport(costs)).unwrap(), &airport_nucleolus(costs));
    close(&airport_nucleolus(&[10.0, 20.0, 40.0]), &[-5.0, -7.5, -27.5]);
    let claims: &'static [f64] =
        &[3.0, 8.0, 11.0, 15.0, 18.0, 24.0, 30.0, 31.0, 45.0, 50.0, 66.0, 70.0, 81.0, 90.0, 100.0];
    for estate in [60.0, 300.0, 500.0] {
        close(&nucleolus(&bankruptcy(estate, claims)).unwrap(), &talmud(estate, claims));
    }
}

#[test]
fn seven_left_gloves_and_six_right_ones_pay_the_scarce_hand() {
    let game = Game::new(13, |g| {
        let left = g.players().filter(|p| *p < 7).count();
        left.min(g.size() - left) as f64
    });
    let wanted: Vec<f64> = (0..13).map(|p| if p < 7 { 0.0 } else { 1.0 }).collect();
    close(&nucleolus(&game.unwrap()).unwrap(), &wanted);
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
