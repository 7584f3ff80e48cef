//! How the time of a plan grows with sources, sites and months: `cargo bench -p planning`.

mod drawn;

use drawn::{Case, instance};
use planning::{Problem, Progress, Settings, solve};

fn main() {
    divan::main();
}

/// A village, a territory, a region; by year and by month; few large plants and many small ones.
const CASES: [(&str, Case); 7] = [
    ("75 x 8", Case::new(75, 8, false)),
    ("75 x 8 by month", Case::new(75, 8, true)),
    ("300 x 30", Case::new(300, 30, false)),
    ("300 x 30 by month", Case::new(300, 30, true)),
    ("300 x 30 many", Case::new(300, 30, false).many()),
    ("300 x 30 many by month", Case::new(300, 30, true).many()),
    ("3000 x 60", Case::new(3000, 60, false)),
];
const NAMES: [&str; 7] = [CASES[0].0, CASES[1].0, CASES[2].0, CASES[3].0, CASES[4].0, CASES[5].0, CASES[6].0];

/// Time to a plan proved within 1 %.
#[divan::bench(args = NAMES, sample_count = 3, sample_size = 1)]
fn within_one_percent(bencher: divan::Bencher<'_, '_>, name: &str) {
    run(bencher, name, 0.01);
}

/// Time to a plan proved within 0.1 %.
#[divan::bench(args = &NAMES[..4], sample_count = 3, sample_size = 1)]
fn within_one_per_mille(bencher: divan::Bencher<'_, '_>, name: &str) {
    run(bencher, name, 0.001);
}

fn run(bencher: divan::Bencher<'_, '_>, name: &str, gap: f64) {
    let Some((_, case)) = CASES.iter().find(|(known, _)| *known == name) else { return };
    let problem = Problem::new(&instance(case));
    let settings = Settings { gap, ..Settings::default() };
    bencher.bench_local(|| solve(&problem, &settings, &mut |_: &Progress| true));
}
