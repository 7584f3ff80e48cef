//! From scores to an order.

use super::firms::Classes;
use reference::split_class;
use std::collections::HashMap;

/// Chances that at least one of two independent signs is right.
pub fn either(a: f64, b: f64) -> f64 {
    1.0 - (1.0 - a) * (1.0 - b)
}

/// Each further firm of a class, best first, keeps less: the first of a kind tells most of what its kind tells.
pub fn less_again(mut scores: Vec<f64>, classes: &[Classes], kept: f64) -> Vec<f64> {
    let mut order: Vec<usize> = (0..scores.len()).collect();
    order.sort_by(|&a, &b| scores[b].total_cmp(&scores[a]).then(a.cmp(&b)));
    let mut seen: HashMap<&str, i32> = HashMap::new();
    for ix in order {
        if let Some((class, _)) = classes[ix].last() {
            let before = seen.entry(split_class(class).0).or_default();
            scores[ix] *= kept.powi(*before);
            *before += 1;
        }
    }
    scores
}

/// Candidates by falling score; ties in the order given.
pub fn rank(candidates: &[String], scores: Vec<f64>) -> Vec<String> {
    let mut order: Vec<(f64, &String)> = scores.into_iter().zip(candidates).collect();
    order.sort_by(|a, b| b.0.total_cmp(&a.0));
    order.into_iter().map(|(_, candidate)| candidate.clone()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn best_first_and_ties_stay() {
        let names = ["a", "b", "c"].map(str::to_owned);
        assert_eq!(rank(&names, vec![0.1, 0.5, 0.1]), ["b", "a", "c"]);
    }

    #[test]
    fn the_second_of_a_class_keeps_less() {
        let classes = ["23.51", "23.51/slag-grinding", "24.10"].map(|class| vec![(class.to_owned(), 1.0)]);
        let scores = less_again(vec![0.6, 0.8, 0.5], &classes, 0.5);
        assert!((scores[0] - 0.3).abs() < 1e-12 && (scores[1] - 0.8).abs() < 1e-12);
        assert!((scores[2] - 0.5).abs() < 1e-12);
        assert!((either(0.5, 0.5) - 0.75).abs() < 1e-12);
    }
}
