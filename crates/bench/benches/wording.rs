//! What a person types, classified by a classifier that is already there: the mark is less than 10 ms an answer.
//!
//!     cargo bench -p bench --bench wording

use bench::DAY;
use classify::Classifier;
use divan::{Bencher, black_box};
use reference::Reference;

/// Short, misspelt, long, unknown.
const SAID: [&str; 4] = [
    "palettes perdues hs",
    "baterie au plomb chariot élévateur",
    "chiffons d'essuyage souillés par de l'huile et des solvants, en fûts de 200 litres, atelier de maintenance",
    "truc bleu du quai 4",
];

fn main() {
    divan::main();
}

fn reference() -> &'static Reference {
    Reference::embedded().unwrap_or_else(|faults| unreachable!("data/: {faults:?}"))
}

#[divan::bench(args = SAID, max_time = 5)]
fn warm(bencher: Bencher<'_, '_>, said: &str) {
    let classifier = Classifier::new(reference(), DAY);
    bencher.bench(|| classifier.classify(black_box(said), 5));
}

#[divan::bench(max_time = 10)]
fn first_time(bencher: Bencher<'_, '_>) {
    bencher.bench(|| Classifier::new(black_box(reference()), DAY).classify(SAID[0], 5));
}
