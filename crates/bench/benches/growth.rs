//! The growth table: each stage once at each size, what it found, how much longer than at the size before, and the most memory held.
//!
//!     cargo bench -p bench --bench growth                      1,000, 10,000 and 100,000 sites
//!     cargo bench -p bench --bench growth -- 1000000           sizes of your own; docs/growth.md says how much memory they need
//!     FE2I_BENCH_REGISTER=register.csv cargo bench …           the sites of another register
#![expect(
    clippy::print_stdout,
    clippy::disallowed_methods,
    reason = "a measure prints, reads the clock and its settings"
)]

use appraisal::Options as Appraise;
use bench::{DAY, Firm};
use classify::Classifier;
use reference::Reference;
use std::path::PathBuf;
use std::time::{Duration, Instant};

const SIZES: [usize; 3] = [1_000, 10_000, 100_000];
const STAGES: [&str; 5] = ["intake", "classify", "estimate", "matching", "appraisal"];

/// What one size took and gave.
struct Row {
    sites: usize,
    flows: usize,
    leads: usize,
    stages: [Duration; 5],
    /// Of all threads, seconds.
    processor: Option<f64>,
    /// MB.
    peak: Option<u64>,
}

fn main() -> anyhow::Result<()> {
    // `cargo bench` adds flags of its own; the sizes are the numbers.
    let asked: Vec<usize> = std::env::args().filter_map(|arg| arg.replace('_', "").parse().ok()).collect();
    let sizes = if asked.is_empty() { SIZES.to_vec() } else { asked };
    let reference = Reference::embedded().map_err(|faults| anyhow::anyhow!("data/: {faults:?}"))?;
    let register =
        std::env::var("FE2I_BENCH_REGISTER").map_or_else(|_| bench::shipped_register(), PathBuf::from);
    let firms = bench::firms(&register, reference)?;
    println!("drawn from {} sites of {}", firms.len(), register.display());
    println!(
        "{:>9} {:>10} {:>8} {} {:>16} {:>12} {:>9}",
        "sites",
        "flows",
        "leads",
        STAGES.map(|s| format!("{s:>16}")).join(" "),
        "all",
        "processor",
        "peak"
    );
    let mut before: Option<Row> = None;
    for sites in sizes {
        let row = measure(&firms, sites, reference)?;
        println!("{}", line(&row, before.as_ref()));
        before = Some(row);
    }
    Ok(())
}

fn measure(firms: &[Firm], sites: usize, reference: &Reference) -> anyhow::Result<Row> {
    let folder = bench::folder(firms, sites, 1)?;
    bench::forget_peak();
    let begun = bench::processor_time();
    let mut watch = Watch(Instant::now());
    let (territory, _) = bench::read(folder.path(), reference)?;
    let intake = watch.lap();
    let classifier = Classifier::new(reference, DAY);
    let (mut territory, _) = classify::settle(territory, &classifier);
    let classify = watch.lap();
    let (guesses, _) = estimate::estimate(&territory, reference);
    territory.add_flows(guesses);
    let estimate = watch.lap();
    let (leads, _) = matching::detect(&territory, reference, &matching::Options::default());
    let matching = watch.lap();
    let (leads, _) = appraisal::appraise(leads, &territory, reference, &Appraise::on(DAY));
    let appraisal = watch.lap();
    let stages = [intake, classify, estimate, matching, appraisal];
    let (sites, flows) = (territory.sites.len(), territory.flows.len());
    let processor = begun.zip(bench::processor_time()).map(|(begun, now)| now - begun);
    Ok(Row { sites, flows, leads: leads.len(), stages, processor, peak: bench::peak_memory() })
}

struct Watch(Instant);

impl Watch {
    /// Time since the last lap.
    fn lap(&mut self) -> Duration {
        let now = Instant::now();
        now.duration_since(std::mem::replace(&mut self.0, now))
    }
}

fn line(row: &Row, before: Option<&Row>) -> String {
    let all = row.stages.iter().sum();
    let cell = |now: Duration, then: Option<Duration>| {
        let times = then.map_or_else(String::new, |then| {
            format!(" ×{:.1}", now.as_secs_f64() / then.as_secs_f64().max(1e-9))
        });
        format!("{:>16}", format!("{:.2} s{times}", now.as_secs_f64()))
    };
    let stages: Vec<String> =
        row.stages.iter().enumerate().map(|(ix, &stage)| cell(stage, before.map(|b| b.stages[ix]))).collect();
    let all = cell(all, before.map(|b| b.stages.iter().sum()));
    let processor = row.processor.map_or_else(String::new, |time| format!("{:>12}", format!("{time:.1} s")));
    let peak = row.peak.map_or_else(String::new, |peak| format!("{:>9}", format!("{peak} MB")));
    format!(
        "{:>9} {:>10} {:>8} {} {all} {processor} {peak}",
        row.sites,
        row.flows,
        row.leads,
        stages.join(" ")
    )
}
