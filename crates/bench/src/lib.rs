//! Territories of any size for measuring: real kinds of firms, invented firms.
//!
//! The mix of activities is that of a register: the industrial sites around Florange that come with the project, or a national file given
//! by path. Firms are drawn from it with replacement, gathered in zones, and the zones are scattered over France; nothing of the register
//! but the activity code is kept. Same seed, same territory.

use chrono::NaiveDate;
use intake::Options;
use model::{Finding, Territory};
use rand_xoshiro::Xoshiro256PlusPlus;
use rand_xoshiro::rand_core::{Rng, SeedableRng};
use reference::Reference;
use std::fmt::Write;
use std::path::{Path, PathBuf};

/// The day of every measure.
pub const DAY: NaiveDate = NaiveDate::from_ymd_opt(2026, 6, 30).expect("a day of the calendar");
/// Sites of a zone, on average.
const ZONE: u64 = 40;
/// How far a site lies from the middle of its zone at most, degrees (about 2 km).
const SPREAD: f64 = 0.02;
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

/// The activity codes of a register, one for each site that has one.
pub fn activities(register: &Path, reference: &Reference) -> Result<Vec<String>, intake::IntakeError> {
    let (territory, _) = read(register, reference)?;
    Ok(territory.sites.into_iter().filter_map(|site| Some(site.activity?.code)).collect())
}

/// A table of actors with this many sites, in the exchange format. Empty when there is no activity to draw from.
pub fn actors_table(activities: &[String], sites: usize, seed: u64) -> String {
    let mut random = Xoshiro256PlusPlus::seed_from_u64(seed);
    let mut table = String::from("identifiant;nom;naf rév. 2;effectif;latitude;longitude\n");
    let mut zone = (0.0, 0.0);
    for number in 0..if activities.is_empty() { 0 } else { sites } {
        if number == 0 || below(&mut random, ZONE) == 0 {
            zone = (between(&mut random, FRANCE[0], FRANCE[1]), between(&mut random, FRANCE[2], FRANCE[3]));
        }
        let naf = pick(&mut random, activities);
        let people = pick(&mut random, &HEADCOUNTS);
        let lat = zone.0 + between(&mut random, -SPREAD, SPREAD);
        let lon = zone.1 + between(&mut random, -SPREAD, SPREAD);
        // Writing to a String cannot fail.
        let _ = writeln!(table, "S{number};Entreprise {number};{naf};{people};{lat:.5};{lon:.5}");
    }
    table
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
pub fn folder(activities: &[String], sites: usize, seed: u64) -> std::io::Result<tempfile::TempDir> {
    let folder = tempfile::tempdir()?;
    std::fs::write(folder.path().join("acteurs.csv"), actors_table(activities, sites, seed))?;
    Ok(folder)
}

/// The most memory this process has held, where the system tells it.
pub fn peak_memory() -> Option<String> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    Some(status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?.trim().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn same_seed_same_table_and_every_site_is_read_back_placed() {
        let activities = ["24.10Z".to_owned(), "16.24Z".to_owned()];
        assert_eq!(actors_table(&activities, 300, 7), actors_table(&activities, 300, 7));
        assert_ne!(actors_table(&activities, 300, 7), actors_table(&activities, 300, 8));
        let reference = Reference::embedded().unwrap();
        let folder = folder(&activities, 300, 7).unwrap();
        let (territory, findings) = read(folder.path(), reference).unwrap();
        assert_eq!(territory.sites.len(), 300);
        let whole =
            |site: &&model::Site| site.place.is_some() && site.activity.is_some() && site.headcount.is_some();
        assert_eq!(territory.sites.iter().filter(whole).count(), 300, "{findings:?}");
    }

    #[test]
    fn the_shipped_register_has_enough_activities() {
        let found = activities(&shipped_register(), Reference::embedded().unwrap()).unwrap();
        assert!(found.len() > 80, "{}", found.len());
    }
}
