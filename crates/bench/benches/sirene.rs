//! A stock of establishments as long as asked, read once: it streams, so the memory held does not grow with the lines left out.
//!
//!     cargo bench -p bench --bench sirene                  1,000,000 invented lines of 54 columns, one commune in a hundred kept
//!     cargo bench -p bench --bench sirene -- 100000        a length of your own
#![expect(clippy::print_stdout, clippy::disallowed_methods, reason = "a measure prints and reads the clock")]

use reference::Reference;
use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::Path;
use std::time::Instant;

/// The file of the tests, whose second line is repeated with other numbers.
const SAMPLE: &str =
    concat!(env!("CARGO_MANIFEST_DIR"), "/../intake/tests/sirene/current/StockEtablissement.csv");
const LINES: usize = 1_000_000;
/// One line in so many is of the commune that is kept.
const KEPT_ONE_IN: usize = 100;
const KEPT: &str = "57221";
const LEFT: &str = "75056";

fn main() -> anyhow::Result<()> {
    let asked = std::env::args().find_map(|arg| arg.replace('_', "").parse().ok());
    let lines = asked.unwrap_or(LINES);
    let folder = tempfile::tempdir()?;
    let path = folder.path().join("StockEtablissement.csv");
    let bytes = write(&path, lines)?;
    let reference = Reference::embedded().map_err(|faults| anyhow::anyhow!("data/: {faults:?}"))?;
    let mut options = bench::options(reference);
    options.communes = Some([KEPT.to_owned()].into());
    let start = Instant::now();
    let batches: Result<Vec<_>, _> = intake::read_path(&path, &options, &mut |_| ()).into_iter().collect();
    let seconds = start.elapsed().as_secs_f64();
    let kept: usize = batches?.iter().map(|batch| batch.sites.len()).sum();
    let megabytes = bytes as f64 / 1e6;
    println!(
        "{lines} lines, {megabytes:.0} MB, {kept} sites kept: {seconds:.2} s, {:.0} MB/s",
        megabytes / seconds
    );
    if let Some(peak) = bench::peak_memory() {
        println!("peak memory: {peak} MB");
    }
    Ok(())
}

/// The heading and `lines` lines with numbers of their own; the size in bytes.
fn write(path: &Path, lines: usize) -> anyhow::Result<u64> {
    let sample = std::fs::read_to_string(SAMPLE)?;
    let (heading, rows) = sample.split_once('\n').unwrap_or_default();
    let row: Vec<&str> = rows.lines().next().unwrap_or_default().split(',').collect();
    let at = |name: &str| heading.split(',').position(|column| column == name).unwrap_or_default();
    let [unit_at, shop_at, site_at, commune_at] =
        ["siren", "nic", "siret", "codeCommuneEtablissement"].map(at);
    let mut out = BufWriter::new(File::create(path)?);
    writeln!(out, "{heading}")?;
    for number in 0..lines {
        let (unit, shop) = (format!("{:09}", 900_000_000 + number), "00010");
        let number_of_site = with_key(&format!("{unit}{shop}"));
        let mut cells: Vec<&str> = row.clone();
        cells[unit_at] = &unit;
        cells[shop_at] = &number_of_site[9..];
        cells[site_at] = &number_of_site;
        cells[commune_at] = if number % KEPT_ONE_IN == 0 { KEPT } else { LEFT };
        writeln!(out, "{}", cells.join(","))?;
    }
    out.flush()?;
    Ok(std::fs::metadata(path)?.len())
}

/// The number with the last digit that makes its Luhn sum divisible by ten.
fn with_key(number: &str) -> String {
    let body = &number[..number.len() - 1];
    let sum: u32 = body
        .bytes()
        .rev()
        .enumerate()
        .map(|(ix, byte)| {
            let digit = u32::from(byte - b'0') * if ix % 2 == 0 { 2 } else { 1 };
            digit / 10 + digit % 10
        })
        .sum();
    format!("{body}{}", (10 - sum % 10) % 10)
}
