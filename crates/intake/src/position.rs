//! Where sites are: from projected coordinates, or from the commune when nothing better is known.

use proj4rs::Proj;
use proj4rs::transform::transform;

/// Lambert-93, mainland France today.
pub(crate) const LAMBERT_93: u32 = 2154;
/// Lambert II étendu, mainland France until 2001 and in older registers.
pub(crate) const LAMBERT_2E: u32 = 27572;
/// Longitude and latitude.
const WGS_84: &str = "+proj=longlat +datum=WGS84 +no_defs";

/// The projections French files use: EPSG code, definition, and the longitudes and latitudes (west, east, south, north) they are made for.
/// A point outside its box is a wrong projection, not a place. NTF to WGS 84 is the national three-parameter shift (about 2 m).
const PROJECTIONS: &[(u32, &str, [f64; 4])] = &[
    (
        LAMBERT_93,
        "+proj=lcc +lat_0=46.5 +lon_0=3 +lat_1=49 +lat_2=44 +x_0=700000 +y_0=6600000 +ellps=GRS80 +towgs84=0,0,0,0,0,0,0 +units=m +no_defs",
        MAINLAND,
    ),
    (
        LAMBERT_2E,
        "+proj=lcc +lat_1=46.8 +lat_0=46.8 +lon_0=0 +k_0=0.99987742 +x_0=600000 +y_0=2200000 +a=6378249.2 +b=6356515 \
         +towgs84=-168,-60,320,0,0,0,0 +pm=paris +units=m +no_defs",
        MAINLAND,
    ),
    (
        5490,
        "+proj=utm +zone=20 +ellps=GRS80 +towgs84=0,0,0,0,0,0,0 +units=m +no_defs",
        [-63.5, -60.5, 14.0, 18.5],
    ),
    (
        2972,
        "+proj=utm +zone=22 +ellps=GRS80 +towgs84=0,0,0,0,0,0,0 +units=m +no_defs",
        [-55.0, -51.0, 2.0, 6.5],
    ),
    (
        2975,
        "+proj=utm +zone=40 +south +ellps=GRS80 +towgs84=0,0,0,0,0,0,0 +units=m +no_defs",
        [55.0, 56.1, -21.6, -20.7],
    ),
    (
        4471,
        "+proj=utm +zone=38 +south +ellps=GRS80 +towgs84=0,0,0,0,0,0,0 +units=m +no_defs",
        [44.8, 45.5, -13.2, -12.4],
    ),
    (
        4467,
        "+proj=utm +zone=21 +ellps=GRS80 +towgs84=0,0,0,0,0,0,0 +units=m +no_defs",
        [-57.0, -55.8, 46.5, 47.5],
    ),
];
const MAINLAND: [f64; 4] = [-5.5, 10.0, 41.0, 51.5];

/// Turns metres of one projection into degrees.
#[derive(Debug)]
pub(crate) struct Projector {
    from: Proj,
    to: Proj,
    limits: [f64; 4],
}

impl Projector {
    /// For a projection by its EPSG code; `None` when it is not one French files use.
    pub(crate) fn new(epsg: u32) -> Option<Self> {
        let (_, definition, limits) = PROJECTIONS.iter().find(|(code, ..)| *code == epsg)?;
        let from = Proj::from_proj_string(definition).ok()?;
        Some(Self { from, to: Proj::from_proj_string(WGS_84).ok()?, limits: *limits })
    }

    /// Longitude and latitude in degrees; `None` when the point is not where the projection is used (0, swapped axes, another projection).
    pub(crate) fn degrees(&self, x: f64, y: f64) -> Option<(f64, f64)> {
        let mut point = (x, y, 0.0);
        transform(&self.from, &self.to, &mut point).ok()?;
        let (lon, lat) = (point.0.to_degrees(), point.1.to_degrees());
        let [west, east, south, north] = self.limits;
        ((west..=east).contains(&lon) && (south..=north).contains(&lat)).then_some((lon, lat))
    }
}

/// « 3 rue de la Fonderie, 57190 Florange » out of what is there.
pub(crate) fn address(street: Option<&str>, postcode: Option<&str>, commune: Option<&str>) -> Option<String> {
    let town: Vec<&str> = postcode.into_iter().chain(commune).collect();
    let town = town.join(" ");
    let parts: Vec<&str> = street.into_iter().chain((!town.is_empty()).then_some(town.as_str())).collect();
    (!parts.is_empty()).then(|| parts.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_grids_give_the_right_towns_to_a_kilometre() {
        for (epsg, x, y, lon, lat) in [
            // Paris.
            (LAMBERT_93, 652_469.02, 6_862_035.26, 2.352_2, 48.856_6),
            // The false origin of Lambert II étendu: the Paris meridian at 52 grades north (NTF), 2°20'14" E and a shift of some ten metres.
            (LAMBERT_2E, 600_000.0, 2_200_000.0, 2.336_5, 46.799_9),
            // Saint-Denis de La Réunion.
            (2975, 338_700.0, 7_690_800.0, 55.448, -20.878),
            // Fort-de-France.
            (5490, 707_200.0, 1_616_000.0, -61.077, 14.609),
            // Cayenne.
            (2972, 352_800.0, 545_600.0, -52.326, 4.935),
        ] {
            let (found_lon, found_lat) = Projector::new(epsg).unwrap().degrees(x, y).unwrap();
            let close = (found_lon - lon).abs() < 1e-2 && (found_lat - lat).abs() < 1e-2;
            assert!(close, "{epsg}: {found_lon} {found_lat}");
        }
    }

    #[test]
    fn points_outside_are_no_places() {
        let lambert = Projector::new(LAMBERT_93).unwrap();
        for (x, y) in
            [(0.0, 0.0), (6_862_035.0, 652_469.0), (f64::NAN, 1.0), (f64::INFINITY, 1.0), (1e300, -1e300)]
        {
            assert_eq!(lambert.degrees(x, y), None, "{x} {y}");
        }
        assert!(Projector::new(4326).is_none());
    }

    #[test]
    fn addresses_are_made_of_what_is_there() {
        let made = address(Some("3 rue X"), Some("57190"), Some("Florange"));
        assert_eq!(made.as_deref(), Some("3 rue X, 57190 Florange"));
        assert_eq!(address(None, None, Some("Florange")).as_deref(), Some("Florange"));
        assert_eq!(address(None, None, None), None);
    }
}
