//! Territories of any size for measuring: the sites of a register drawn again and again, each a little way from where it stands, under
//! invented names.
//!
//! The register is the industrial sites around Florange that come with the project, or a national file given by path. A register of one
//! district is spread: its zones are put down all over France, as a hundred thousand sites do not stand in one valley. Nothing is kept of
//! a site but its activity and, of a national register, about where it is. Same seed, same territory.

mod flows;

pub use flows::flows_table;

use chrono::NaiveDate;
use intake::Options;
use model::{Finding, Site, Territory};
use rand_xoshiro::Xoshiro256PlusPlus;
use rand_xoshiro::rand_core::{Rng, SeedableRng};
use reference::Reference;
use std::fmt::Write;
use std::path::{Path, PathBuf};

/// The day of every measure.
pub const DAY: NaiveDate = NaiveDate::from_ymd_opt(2026, 6, 30).expect("a day of the calendar");
/// Sites of a zone, on average.
const ZONE: u64 = 40;
/// How far a site is moved at most, from where the register has it or from the middle of its zone, degrees (about 2 km).
const SPREAD: f64 = 0.02;
/// A register whose sites all lie within so many degrees is of one district.
const DISTRICT: f64 = 1.0;
/// A rectangle within metropolitan France: south, north, west, east.
const FRANCE: [f64; 4] = [43.5, 49.5, 0.0, 6.5];
/// Employees of a site, as likely as each other.
const HEADCOUNTS: [u32; 8] = [3, 8, 15, 25, 40, 80, 160, 400];

/// The register that comes with the project.
pub fn shipped_register() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../scenarios/florange/acteurs.csv")
}

/// How files are read for measuring.
pub fn options(reference: &Reference) -> Options<'_> {
    Options { reference, communes: None, keep_sole_traders: false, day: DAY }
}

/// A file or folder read and merged; the error is that of the first file that cannot be read.
pub fn read(path: &Path, reference: &Reference) -> Result<(Territory, Vec<Finding>), intake::IntakeError> {
    let options = options(reference);
    let mut batches =
        intake::read_path(path, &options, &mut |_| ()).into_iter().collect::<Result<Vec<_>, _>>()?;
    Ok(intake::assemble(&mut batches, &options))
}

/// What is kept of a site of a register.
#[derive(Clone, Debug, PartialEq)]
pub struct Firm {
    /// NAF rev. 2.
    pub naf: String,
    /// Degrees north and east.
    pub point: [f64; 2],
    /// Employees; 0 is unknown.
    pub people: u32,
}

/// The sites of a register that have an activity and a place.
pub fn firms(register: &Path, reference: &Reference) -> Result<Vec<Firm>, intake::IntakeError> {
    let (territory, _) = read(register, reference)?;
    let firm = |site: Site| {
        let place = site.place?;
        Some(Firm { naf: site.activity?.code, point: [place.lat, place.lon], people: 0 })
    };
    Ok(territory.sites.into_iter().filter_map(firm).collect())
}

/// True when all of them stand within one district.
fn of_one_district(firms: &[Firm]) -> bool {
    (0..2).all(|axis| {
        let side = || firms.iter().map(|firm| firm.point[axis]);
        side().fold(f64::MIN, f64::max) - side().fold(f64::MAX, f64::min) < DISTRICT
    })
}

/// This many sites drawn from the firms, each a little way from where one stands. Empty when there is no firm to draw from.
pub fn drawn(firms: &[Firm], sites: usize, seed: u64) -> Vec<Firm> {
    let mut random = Xoshiro256PlusPlus::seed_from_u64(seed);
    let spread = of_one_district(firms);
    let mut zone = [0.0, 0.0];
    let sites = 0..if firms.is_empty() { 0 } else { sites };
    let draw = sites.map(|number| {
        if number == 0 || below(&mut random, ZONE) == 0 {
            zone = [between(&mut random, FRANCE[0], FRANCE[1]), between(&mut random, FRANCE[2], FRANCE[3])];
        }
        let firm = pick(&mut random, firms);
        let people = *pick(&mut random, &HEADCOUNTS);
        let [lat, lon] = if spread { zone } else { firm.point };
        let point = [lat + jitter(&mut random), lon + jitter(&mut random)];
        Firm { naf: firm.naf.clone(), point, people }
    });
    draw.collect()
}

/// A table of actors, in the exchange format.
pub fn write_actors(drawn: &[Firm]) -> String {
    let mut table = String::from("identifiant;nom;naf rév. 2;effectif;latitude;longitude\n");
    for (number, Firm { naf, point: [lat, lon], people }) in drawn.iter().enumerate() {
        // Writing to a String cannot fail.
        let _ = writeln!(table, "S{number};Entreprise {number};{naf};{people};{lat:.5};{lon:.5}");
    }
    table
}

/// The same of this many sites drawn from the firms.
pub fn actors_table(firms: &[Firm], sites: usize, seed: u64) -> String {
    write_actors(&drawn(firms, sites, seed))
}

fn jitter(random: &mut Xoshiro256PlusPlus) -> f64 {
    between(random, -SPREAD, SPREAD)
}

fn below(random: &mut Xoshiro256PlusPlus, limit: u64) -> u64 {
    random.next_u64() % limit
}

fn pick<'a, T>(random: &mut Xoshiro256PlusPlus, from: &'a [T]) -> &'a T {
    #[expect(clippy::cast_possible_truncation, reason = "below the length of a slice")]
    let at = below(random, from.len() as u64) as usize;
    &from[at]
}

fn between(random: &mut Xoshiro256PlusPlus, low: f64, high: f64) -> f64 {
    let share = (random.next_u64() >> 11) as f64 / (1_u64 << 53) as f64;
    low + share * (high - low)
}

/// A folder that holds such a table, removed when dropped.
pub fn folder(firms: &[Firm], sites: usize, seed: u64) -> std::io::Result<tempfile::TempDir> {
    let folder = tempfile::tempdir()?;
    std::fs::write(folder.path().join("acteurs.csv"), actors_table(firms, sites, seed))?;
    Ok(folder)
}

/// The most memory this process has held since it began or since [`forget_peak`], where the system tells it, MB.
pub fn peak_memory() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    Some(line.split_whitespace().next()?.parse::<u64>().ok()? / 1024)
}

/// Processor time of all threads so far where the system tells it, seconds: unlike the time that passed, it is nearly the same on a busy
/// machine. In steps of a hundredth.
pub fn processor_time() -> Option<f64> {
    let stat = std::fs::read_to_string("/proc/self/stat").ok()?;
    let ticks = stat.rsplit_once(") ")?.1.split(' ').skip(11).take(2);
    let ticks: Option<Vec<u32>> = ticks.map(|part| part.parse().ok()).collect();
    Some(ticks?.into_iter().map(f64::from).sum::<f64>() / 100.0)
}

/// Begins a new peak, where the system lets it.
pub fn forget_peak() {
    // Elsewhere than on Linux there is no such file and the peak stays that of the whole run.
    let _ = std::fs::write("/proc/self/clear_refs", "5");
}

#[cfg(test)]
mod tests {
    use super::*;

    fn firm(naf: &str, point: [f64; 2]) -> Firm {
        Firm { naf: naf.into(), point, people: 0 }
    }

    fn two() -> [Firm; 2] {
        [firm("24.10Z", [49.3, 6.1]), firm("16.24Z", [49.4, 6.2])]
    }

    #[test]
    fn same_seed_same_table_and_every_site_is_read_back_placed() {
        assert_eq!(actors_table(&two(), 300, 7), actors_table(&two(), 300, 7));
        assert_ne!(actors_table(&two(), 300, 7), actors_table(&two(), 300, 8));
        let reference = Reference::embedded().unwrap();
        let folder = folder(&two(), 300, 7).unwrap();
        let (territory, findings) = read(folder.path(), reference).unwrap();
        assert_eq!(territory.sites.len(), 300);
        let whole =
            |site: &&Site| site.place.is_some() && site.activity.is_some() && site.headcount.is_some();
        assert_eq!(territory.sites.iter().filter(whole).count(), 300, "{findings:?}");
    }

    #[test]
    fn the_sites_of_a_district_are_spread_and_those_of_a_country_stay_near_home() {
        let south = |firms: &[Firm]| {
            let table = actors_table(firms, 500, 1);
            let lats = table.lines().skip(1).filter_map(|line| line.split(';').nth(4)?.parse::<f64>().ok());
            lats.fold(f64::MAX, f64::min)
        };
        assert!(south(&two()) < 45.0);
        assert!(south(&[firm("24.10Z", [49.3, 6.1]), firm("16.24Z", [47.0, 1.0])]) > 46.9);
    }

    #[test]
    fn declared_flows_are_read_back_with_their_site() {
        let reference = Reference::embedded().unwrap();
        let (folder, drawn) = (tempfile::tempdir().unwrap(), drawn(&two(), 50, 7));
        std::fs::write(folder.path().join("acteurs.csv"), write_actors(&drawn)).unwrap();
        std::fs::write(folder.path().join("flux.csv"), flows_table(&drawn, 10, 7, reference)).unwrap();
        let (territory, findings) = read(folder.path(), reference).unwrap();
        assert_eq!((territory.sites.len(), territory.flows.len()), (50, 500), "{findings:?}");
    }

    #[test]
    fn the_shipped_register_has_enough_firms() {
        let found = firms(&shipped_register(), Reference::embedded().unwrap()).unwrap();
        assert!(found.len() > 80, "{}", found.len());
    }
}
