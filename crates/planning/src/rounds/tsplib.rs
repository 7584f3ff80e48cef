//! Published instances of capacitated routing: the TSPLIB format with `EUC_2D` distances, as the sets of Augerat et al. use it.
//! Distances are rounded to whole numbers, as the published best values suppose.

use super::{Fleet, Stop, Task};
use std::collections::BTreeMap;
use std::str::FromStr;

/// Why an instance cannot be read: the line, what was found, what would be right.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("ligne {line} : {found} ; il faudrait {wanted}")]
pub struct TsplibError {
    /// From 1; the last line when something is missing.
    pub line: usize,
    /// What was found.
    pub found: String,
    /// What would be right.
    pub wanted: String,
}

/// Sections that list one node a line.
#[derive(Clone, Copy, PartialEq)]
enum Section {
    Header,
    Places,
    Demands,
    Depot,
}

#[derive(Default)]
struct Read {
    capacity: Option<f64>,
    places: BTreeMap<usize, (f64, f64)>,
    demands: BTreeMap<usize, f64>,
    depot: Option<usize>,
}

/// The instance as a task: one unit of distance costs 1 EUR, nothing else costs.
pub fn tsplib(text: &str) -> Result<Task, TsplibError> {
    let (mut read, mut section) = (Read::default(), Section::Header);
    for (ix, line) in text.lines().map(str::trim).enumerate().filter(|(_, line)| !line.is_empty()) {
        let place = At { line: ix + 1, text: line };
        section = match line {
            "NODE_COORD_SECTION" => Section::Places,
            "DEMAND_SECTION" => Section::Demands,
            "DEPOT_SECTION" => Section::Depot,
            "EOF" => break,
            _ => {
                read.line(section, &place)?;
                section
            }
        };
    }
    read.task(text.lines().count())
}

struct At<'a> {
    line: usize,
    text: &'a str,
}

impl At<'_> {
    fn wrong(&self, wanted: &str) -> TsplibError {
        TsplibError { line: self.line, found: format!("« {} »", self.text), wanted: wanted.to_owned() }
    }

    fn numbers<const N: usize>(&self, wanted: &str) -> Result<[f64; N], TsplibError> {
        let cells: Option<Vec<f64>> = self
            .text
            .split_whitespace()
            .map(|cell| f64::from_str(cell).ok().filter(|n| n.is_finite()))
            .collect();
        cells.and_then(|cells| cells.try_into().ok()).ok_or_else(|| self.wrong(wanted))
    }
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "node numbers are small whole numbers"
)]
fn node(number: f64) -> usize {
    number as usize
}

impl Read {
    fn line(&mut self, section: Section, at: &At<'_>) -> Result<(), TsplibError> {
        match section {
            Section::Header => self.header(at)?,
            Section::Places => {
                let [id, x, y] = at.numbers("numéro, x, y")?;
                self.places.insert(node(id), (x, y));
            }
            Section::Demands => {
                let [id, demand] = at.numbers("numéro, demande")?;
                self.demands.insert(node(id), demand);
            }
            Section::Depot => {
                let [id] = at.numbers("le numéro du dépôt, puis -1")?;
                if id > 0.0 {
                    self.depot.get_or_insert(node(id));
                }
            }
        }
        Ok(())
    }

    fn header(&mut self, at: &At<'_>) -> Result<(), TsplibError> {
        let Some((key, value)) = at.text.split_once(':') else { return Err(at.wrong("« CLÉ : valeur »")) };
        match (key.trim(), value.trim()) {
            ("CAPACITY", value) => {
                let wrong = || at.wrong("une capacité plus grande que zéro");
                self.capacity = Some(value.parse().ok().filter(|c| *c > 0.0).ok_or_else(wrong)?);
                Ok(())
            }
            ("EDGE_WEIGHT_TYPE", kind) if kind != "EUC_2D" => Err(at.wrong("EUC_2D")),
            _ => Ok(()),
        }
    }

    fn task(self, lines: usize) -> Result<Task, TsplibError> {
        let missing = |what: &str| TsplibError {
            line: lines,
            found: "la fin du fichier".to_owned(),
            wanted: what.to_owned(),
        };
        let capacity = self.capacity.ok_or_else(|| missing("une ligne CAPACITY"))?;
        let depot = self.depot.unwrap_or(1);
        let start = *self.places.get(&depot).ok_or_else(|| missing("le dépôt dans NODE_COORD_SECTION"))?;
        let mut points = vec![start];
        let mut stops = Vec::new();
        for (id, place) in self.places.into_iter().filter(|(id, _)| *id != depot) {
            let load = *self.demands.get(&id).ok_or_else(|| missing(&format!("la demande du nœud {id}")))?;
            points.push(place);
            stops.push(Stop { id: id.to_string(), load, service_min: 0.0, window: None });
        }
        let km = points
            .iter()
            .map(|a| points.iter().map(|b| (a.0 - b.0).hypot(a.1 - b.1).round()).collect())
            .collect();
        Ok(Task { stops, km, fleet: distance_only(capacity) })
    }
}

/// Vehicles whose km alone cost, 1 EUR each, at any hour.
pub(super) fn distance_only(capacity: f64) -> Fleet {
    Fleet {
        capacity,
        vehicles: None,
        eur_per_round: 0.0,
        eur_per_km: 1.0,
        eur_per_h: 0.0,
        speed_km_h: 60.0,
        shift: (0.0, f64::INFINITY),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TINY: &str = "NAME : tiny\nCAPACITY : 10\nEDGE_WEIGHT_TYPE : EUC_2D\nNODE_COORD_SECTION\n1 0 0\n2 3 4\n3 6 8\n\
                        DEMAND_SECTION\n1 0\n2 4\n3 5\nDEPOT_SECTION\n1\n-1\nEOF\n";

    #[test]
    fn reads_places_demands_and_depot() {
        let task = tsplib(TINY).unwrap();
        assert_eq!(task.km[0], [0.0, 5.0, 10.0]);
        assert_eq!(task.stops.iter().map(|s| s.load).collect::<Vec<_>>(), [4.0, 5.0]);
        let found = super::super::rounds(&task, 100, 1).unwrap();
        assert!((found.km - 20.0).abs() < 1e-9, "{found:?}");
    }

    #[test]
    fn says_the_line_and_what_would_be_right() {
        let error = tsplib(&TINY.replace("2 3 4", "2 trois 4")).unwrap_err();
        assert_eq!((error.line, error.wanted.as_str()), (6, "numéro, x, y"));
        let error = tsplib(&TINY.replace("EUC_2D", "GEO")).unwrap_err();
        assert_eq!(error.line, 3);
        let error = tsplib(&TINY.replace("3 5\n", "")).unwrap_err();
        assert!(error.wanted.contains("nœud 3"), "{error}");
    }
}
