//! Where establishments are: columns of the stock, geo-sirene's columns, Insee's geolocation file.

use super::columns::{Heads, StockColumns};
use super::told;
use crate::commune::centre;
use crate::position::{LAMBERT_93, Projector};
use crate::table::{Row, Table};
use crate::value::number;
use crate::{IntakeError, Options, Progress, parts};
use model::{Basis, Batch, Evidence, Finding, Place, Precision, Severity, Siret};
use std::collections::{HashMap, HashSet};

/// The projections met in the files, made once.
pub(super) struct Points(HashMap<u32, Projector>);

impl Points {
    pub(super) fn new() -> Self {
        let codes = [LAMBERT_93, 2975, 5490, 2972, 4471, 4467];
        Self(codes.into_iter().filter_map(|code| Some((code, Projector::new(code)?))).collect())
    }

    fn place(&self, epsg: u32, x: f64, y: f64, precision: Precision) -> Option<Place> {
        let (lon, lat) = self.0.get(&epsg)?.degrees(x, y)?;
        Some(Place { lat, lon, precision })
    }
}

/// The place with the better precision; the first of two equals.
pub(super) fn better(a: Option<Place>, b: Option<Place>) -> Option<Place> {
    match (a, b) {
        (Some(a), Some(b)) => Some(if b.precision < a.precision { b } else { a }),
        (a, b) => a.or(b),
    }
}

/// Why the coordinates of a line of the stock are no place.
pub(super) enum Unplaced {
    /// Insee hides them.
    Masked,
    /// They are no point of the territory, as written.
    Absurd(String),
}

/// The place of a line of the stock: its own coordinates, else the centre of its commune, and then why.
pub(super) fn stock_place(
    row: &Row,
    columns: &StockColumns,
    points: &Points,
    options: &Options<'_>,
) -> (Option<Place>, Option<Unplaced>) {
    let pair = |columns: [Option<usize>; 2]| {
        Some((number(told(row.cell(columns[0]))?)?, number(told(row.cell(columns[1]))?)?))
    };
    let insee = row.cell(columns.insee).unwrap_or_default();
    let [house, _, _, street] = columns.street.map(|column| told(row.cell(column)));
    let metres = || {
        let (x, y) = pair(columns.metres)?;
        let precision = match (house, street) {
            (Some(_), _) => Precision::Exact,
            (None, Some(_)) => Precision::Street,
            (None, None) => Precision::Commune,
        };
        points.place(epsg_of(insee), x, y, precision)
    };
    let degrees = || {
        let (lon, lat) = pair(columns.degrees)?;
        let precision = match row.cell(columns.geo_type) {
            Some("housenumber") => Precision::Exact,
            Some("street" | "locality") => Precision::Street,
            _ => return None,
        };
        (lon.abs() <= 180.0 && lat.abs() <= 90.0).then_some(Place { lat, lon, precision })
    };
    if let Some(place) = metres().or_else(degrees) {
        return (Some(place), None);
    }
    (options.reference.geography.commune(insee).map(centre), unplaced(row, columns.metres))
}

/// What the cells of metres hold when they are no place; `None` when they are empty.
fn unplaced(row: &Row, metres: [Option<usize>; 2]) -> Option<Unplaced> {
    let cells: Vec<&str> = metres.into_iter().filter_map(|column| row.cell(column)).collect();
    if cells.iter().any(|cell| told(Some(cell)).is_none()) {
        Some(Unplaced::Masked)
    } else {
        (!cells.is_empty()).then(|| Unplaced::Absurd(cells.join(" ; ")))
    }
}

/// The official projection of a territory, by the start of its communes' codes.
fn epsg_of(insee: &str) -> u32 {
    match insee.get(..3).unwrap_or_default() {
        "971" | "972" | "977" | "978" => 5490,
        "973" => 2972,
        "974" => 2975,
        "975" => 4467,
        "976" => 4471,
        _ => LAMBERT_93,
    }
}

/// Columns of the geolocation file.
struct Columns {
    siret: Option<usize>,
    x: Option<usize>,
    y: Option<usize>,
    quality: Option<usize>,
    epsg: Option<usize>,
    insee: Option<usize>,
}

impl Columns {
    fn new(headings: &[String]) -> Self {
        let heads = Heads::new(headings);
        let at = |name| heads.at(name);
        Self {
            siret: at("siret"),
            x: at("x"),
            y: at("y"),
            quality: at("qualite_xy"),
            epsg: at("epsg"),
            insee: at("plg_code_commune"),
        }
    }

    /// The point of a line. Quality 33 is a random point of the commune: its centre is as true and does not pretend.
    fn place(&self, row: &Row, points: &Points, options: &Options<'_>) -> Option<Place> {
        let precision = match row.cell(self.quality)? {
            "11" => Precision::Exact,
            "12" | "21" | "22" => Precision::Street,
            _ => Precision::Commune,
        };
        let commune = row.cell(self.insee).and_then(|insee| options.reference.geography.commune(insee));
        if let (Precision::Commune, Some(commune)) = (precision, commune) {
            return Some(centre(commune));
        }
        let coordinate = |column| row.cell(column).and_then(number);
        let epsg = row.cell(self.epsg)?.parse().ok()?;
        points.place(epsg, coordinate(self.x)?, coordinate(self.y)?, precision)
    }
}

/// Adds the points of the establishments asked for; the batch only bears the report.
pub(super) fn join(
    mut table: Table,
    wanted: &HashSet<String>,
    found: &mut HashMap<String, Place>,
    options: &Options<'_>,
    progress: &mut dyn FnMut(Progress<'_>),
) -> Result<Batch, IntakeError> {
    let (columns, points) = (Columns::new(&table.headings), Points::new());
    let mut report = table.report("sirene");
    let (mut others, mut nowhere) = (0, 0);
    for row in table.rows(progress) {
        let row = row?;
        let Some(siret) = row.cell(columns.siret).filter(|siret| wanted.contains(*siret)) else {
            others += 1;
            continue;
        };
        match columns.place(&row, &points, options) {
            Some(place) => {
                found.insert(siret.to_owned(), place);
                report.records += 1;
            }
            None => nowhere += 1,
        }
    }
    let counts = [("skip-point-unused", others), ("skip-point-nowhere", nowhere)];
    report.skipped = counts
        .into_iter()
        .filter(|(_, count)| *count > 0)
        .map(|(why, count)| (why.to_owned(), count))
        .collect();
    Ok(Batch { report, ..Batch::default() })
}

/// A geolocation file without its stock: sites that bear a SIRET and a place, without name or actor, to be merged with sites known from
/// elsewhere.
pub(super) fn alone(
    mut table: Table,
    options: &Options<'_>,
    progress: &mut dyn FnMut(Progress<'_>),
) -> Result<Batch, IntakeError> {
    let (columns, points) = (Columns::new(&table.headings), Points::new());
    let mut batch = Batch { report: table.report("sirene"), ..Batch::default() };
    let file = table.place();
    let (mut elsewhere, mut nowhere) = (0, 0);
    for row in table.rows(progress) {
        let row = row?;
        let insee = row.cell(columns.insee).unwrap_or_default();
        if options.communes.as_ref().is_some_and(|wanted| !wanted.contains(insee)) {
            elsewhere += 1;
            continue;
        }
        let siret: Siret = match row.cell(columns.siret).unwrap_or_default().parse() {
            Ok(siret) => siret,
            Err(error) => {
                batch.report.rejects.push(table.reject(
                    &row,
                    columns.siret,
                    crate::value::refused::siret(&error),
                ));
                continue;
            }
        };
        let Some(place) = columns.place(&row, &points, options) else {
            nowhere += 1;
            continue;
        };
        let evidence = Evidence::new(Basis::Register, format!("SIRENE, {}", table.source(&row)));
        let mut site = model::Site::new(parts::site_id(&siret), parts::actor_id(siret.siren()), "", evidence);
        (site.siret, site.place) = (Some(siret), Some(place));
        batch.sites.push(site);
    }
    batch.report.records = batch.sites.len();
    let counts = [("skip-elsewhere", elsewhere), ("skip-point-nowhere", nowhere)];
    let told = counts.into_iter().filter(|(_, count)| *count > 0);
    batch.report.skipped = told.map(|(why, count)| (why.to_owned(), count)).collect();
    let finding = Finding::new(Severity::Info, "intake-sirene-places-alone", file);
    batch.findings.push(finding.with("count", batch.sites.len()));
    Ok(batch)
}
