//! Each stage alone, many times, at sizes small enough for statistics: to see whether a change made one slower.
//!
//!     cargo bench -p bench --bench stages

use bench::DAY;
use divan::{Bencher, black_box};
use model::{Lead, Territory};
use reference::Reference;

const SIZES: [usize; 2] = [100, 1_000];

fn main() {
    divan::main();
}

fn reference() -> &'static Reference {
    Reference::embedded().unwrap_or_else(|faults| unreachable!("data/: {faults:?}"))
}

fn folder(sites: usize) -> tempfile::TempDir {
    let firms = bench::firms(&bench::shipped_register(), reference()).unwrap_or_default();
    bench::folder(&firms, sites, 1).unwrap_or_else(|error| unreachable!("{error}"))
}

fn read(sites: usize) -> Territory {
    bench::read(folder(sites).path(), reference()).map(|(territory, _)| territory).unwrap_or_default()
}

fn estimated(sites: usize) -> Territory {
    let mut territory = read(sites);
    let (guesses, _) = estimate::estimate(&territory, reference());
    territory.add_flows(guesses);
    territory
}

fn detected(territory: &Territory) -> Vec<Lead> {
    matching::detect(territory, reference(), &matching::Options::default()).0
}

#[divan::bench(args = SIZES, max_time = 10)]
fn intake(bencher: Bencher<'_, '_>, sites: usize) {
    let folder = folder(sites);
    bencher.bench(|| bench::read(black_box(folder.path()), reference()).map(|(territory, _)| territory));
}

#[divan::bench(args = SIZES, max_time = 10)]
fn estimate_flows(bencher: Bencher<'_, '_>, sites: usize) {
    let territory = read(sites);
    bencher.bench(|| estimate::estimate(black_box(&territory), reference()));
}

#[divan::bench(args = SIZES, max_time = 10)]
fn matching_leads(bencher: Bencher<'_, '_>, sites: usize) {
    let territory = estimated(sites);
    bencher.bench(|| detected(black_box(&territory)));
}

#[divan::bench(args = SIZES, max_time = 10)]
fn appraise(bencher: Bencher<'_, '_>, sites: usize) {
    let territory = estimated(sites);
    let leads = detected(&territory);
    let options = appraisal::Options::on(DAY);
    bencher
        .with_inputs(|| leads.clone())
        .bench_values(|leads| appraisal::appraise(leads, &territory, reference(), &options));
}
