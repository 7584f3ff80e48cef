//! Statistical secrecy: what is published tells nobody's figure, not even by subtraction.

#![expect(clippy::unwrap_used, reason = "a test stops where it fails")]

use access::secrecy::{Cell, LEAST, MOST, withheld};
use model::ActorId;
use proptest::prelude::*;
use units::Range;

fn cell(amounts: &[(&str, f64)]) -> Cell {
    let mut cell = Cell::default();
    for (actor, amount) in amounts {
        cell.add(Range::exact(*amount).unwrap(), [&ActorId::from(*actor)], false);
    }
    cell
}

#[test]
fn a_sum_needs_three_and_none_above_85_percent() {
    assert!(!cell(&[("a", 1.0), ("b", 1.0)]).is_safe());
    assert!(cell(&[("a", 1.0), ("b", 1.0), ("c", 1.0)]).is_safe());
    assert!(!cell(&[("a", 90.0), ("b", 5.0), ("c", 5.0)]).is_safe());
    assert!(!cell(&[("a", 1.0), ("a", 1.0), ("a", 1.0)]).is_safe(), "one actor with three sites is one");
    assert!(Cell::default().is_safe(), "nothing tells nothing");
}

#[test]
fn one_withheld_cell_takes_another_with_it() {
    let big = cell(&[("a", 50.0), ("b", 50.0), ("c", 50.0)]);
    let small = cell(&[("d", 5.0), ("e", 5.0), ("f", 5.0)]);
    let single = cell(&[("g", 7.0)]);
    let total =
        cell(&[("a", 50.0), ("b", 50.0), ("c", 50.0), ("d", 5.0), ("e", 5.0), ("f", 5.0), ("g", 7.0)]);
    assert_eq!(withheld(&total, &[big.clone(), small.clone(), single]), [false, true, true]);
    let whole = cell(&[("a", 50.0), ("b", 50.0), ("c", 50.0), ("d", 5.0), ("e", 5.0), ("f", 5.0)]);
    assert_eq!(withheld(&whole, &[big, small]), [false, false]);
}

proptest! {
    /// What a reader computes by taking the published cells from the total is itself safe, or nothing.
    #[test]
    fn what_is_left_is_safe(parts in prop::collection::vec(prop::collection::vec((0..12_usize, 1.0..1e4_f64), 0..6), 1..8)) {
        let mut total = Cell::default();
        let mut cells = Vec::new();
        for part in &parts {
            let mut cell = Cell::default();
            for (actor, amount) in part {
                let actor = ActorId::from(format!("a{actor}"));
                cell.add(Range::exact(*amount).unwrap(), [&actor], false);
                total.add(Range::exact(*amount).unwrap(), [&actor], false);
            }
            cells.push(cell);
        }
        let hidden = withheld(&total, &cells);
        for (cell, hidden) in cells.iter().zip(&hidden) {
            prop_assert!(*hidden || cell.is_safe());
        }
        if total.is_safe() && hidden.contains(&true) {
            let mut shares = std::collections::BTreeMap::<&ActorId, f64>::new();
            for (cell, _) in cells.iter().zip(&hidden).filter(|(_, hidden)| **hidden) {
                for (actor, share) in &cell.shares {
                    *shares.entry(actor).or_default() += share;
                }
            }
            let sum: f64 = shares.values().sum();
            let largest = shares.values().copied().fold(0.0, f64::max);
            prop_assert!(shares.len() >= LEAST && largest <= MOST * sum * (1.0 + 1e-9), "{shares:?}");
        }
    }
}
