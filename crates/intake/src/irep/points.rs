//! From the register's coordinates to degrees.

use super::columns::Columns;
use crate::position::{LAMBERT_2E, LAMBERT_93, Projector};
use crate::table::Row;
use crate::value::number;
use model::{Place, Precision};

/// Below this northing (metres) a point is in Lambert II étendu, above it in Lambert-93, whose mainland begins at 6 000 km.
const LOWEST_LAMBERT_93: f64 = 6_000_000.0;
/// Two writings of one point may differ by this much, km.
const AGREE_KM: f64 = 1.0;

/// The projections of the register's editions.
pub(super) struct Points {
    old: Option<Projector>,
    new: Option<Projector>,
}

impl Default for Points {
    fn default() -> Self {
        Self { old: Projector::new(LAMBERT_2E), new: Projector::new(LAMBERT_93) }
    }
}

/// What a line says of its place.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Found {
    /// The point; precision is settled when all lines are known.
    pub place: Option<Place>,
    /// How far metres and degrees are apart when they disagree, km.
    pub apart_km: Option<f64>,
}

impl Points {
    /// The point of a line: by its metres, else by its degrees.
    pub(super) fn find(&self, row: &Row, columns: &Columns) -> Found {
        let coordinate = |column| row.cell(column).and_then(number);
        let degrees = match (coordinate(columns.lon), coordinate(columns.lat)) {
            (Some(lon), Some(lat)) => valid(lon, lat),
            _ => None,
        };
        let metres = match (coordinate(columns.x), coordinate(columns.y)) {
            (Some(x), Some(y)) => self.project(x, y, row.cell(columns.epsg)),
            _ => None,
        };
        let apart = metres.zip(degrees).map(|(a, b)| a.km_to(b)).filter(|km| *km > AGREE_KM);
        Found { place: metres.or(degrees), apart_km: apart }
    }

    fn project(&self, x: f64, y: f64, stated: Option<&str>) -> Option<Place> {
        let code = stated.and_then(|text| text.rsplit(|c: char| !c.is_ascii_digit()).next()?.parse().ok());
        let (lon, lat) = match code {
            Some(code) => Projector::new(code)?.degrees(x, y)?,
            None if y >= LOWEST_LAMBERT_93 => self.new.as_ref()?.degrees(x, y)?,
            None => self.old.as_ref()?.degrees(x, y)?,
        };
        valid(lon, lat)
    }
}

fn valid(lon: f64, lat: f64) -> Option<Place> {
    let on_earth = lon.abs() <= 180.0 && lat.abs() <= 90.0 && (lon.abs() > 1e-6 || lat.abs() > 1e-6);
    on_earth.then_some(Place { lat, lon, precision: Precision::Commune })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Points of communes as another program converted them (five decimals: 1 m).
    #[test]
    fn lambert_ii_agrees_with_other_programs_to_ten_metres() {
        let points = Points::default();
        for (x, y, lon, lat) in [
            (879_979.0, 2_464_744.0, 6.170_77, 49.119_19),
            (880_726.0, 2_476_159.0, 6.188_64, 49.221_3),
            (889_569.0, 2_469_811.0, 6.305_39, 49.160_39),
        ] {
            let found = points.project(x, y, None).unwrap();
            let other = Place { lon, lat, ..found };
            assert!(found.km_to(other) < 0.01, "{} m", 1000.0 * found.km_to(other));
        }
    }

    #[test]
    fn the_northing_tells_the_edition() {
        let points = Points::default();
        let metz = points.project(879_979.0, 2_464_744.0, None).unwrap();
        let same = points.project(931_000.0, 6_895_000.0, None).unwrap();
        assert!(metz.km_to(same) < 5.0, "{same:?}");
        assert!(points.project(338_700.0, 7_690_800.0, Some("EPSG:2975")).is_some());
        assert!(points.project(338_700.0, 7_690_800.0, Some("EPSG:9999")).is_none());
    }
}
