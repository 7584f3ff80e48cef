//! Where a site is, and how well that is known.

use serde::{Deserialize, Serialize};

/// Mean radius of the Earth, km (IUGG).
pub const EARTH_RADIUS_KM: f64 = 6_371.008_8;

/// Between two sites known to the commune only, km: what lies below is not known. Two points at random in a commune of 15 km², the French
/// mean, are 2 km apart.
pub const COMMUNE_KM: f64 = 2.0;

/// How precisely a place is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Precision {
    /// The building or the parcel.
    Exact,
    /// The street or the place name.
    Street,
    /// The commune's centre: distances are off by its size.
    Commune,
}

/// A point (WGS 84).
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Place {
    /// Degrees north.
    pub lat: f64,
    /// Degrees east.
    pub lon: f64,
    /// How well it is known.
    pub precision: Precision,
}

impl Place {
    /// Great-circle distance in km. Straight line: roads are longer.
    pub fn km_to(self, other: Self) -> f64 {
        let (lat_a, lat_b) = (self.lat.to_radians(), other.lat.to_radians());
        let half_lat = ((lat_b - lat_a) / 2.0).sin();
        let half_lon = ((other.lon - self.lon).to_radians() / 2.0).sin();
        let chord = half_lat.mul_add(half_lat, lat_a.cos() * lat_b.cos() * half_lon * half_lon);
        2.0 * EARTH_RADIUS_KM * chord.sqrt().min(1.0).asin()
    }

    /// Distance to reckon with, km: the straight line, but never below [`COMMUNE_KM`] when one of the two is only known to its commune.
    pub fn reckoned_km(self, other: Self) -> f64 {
        let km = self.km_to(other);
        let coarse = [self, other].iter().any(|place| place.precision == Precision::Commune);
        if coarse { km.max(COMMUNE_KM) } else { km }
    }

    /// Position on the unit sphere; straight distances between such points order like distances on the ground.
    pub fn on_sphere(self) -> [f64; 3] {
        let (lat, lon) = (self.lat.to_radians(), self.lon.to_radians());
        [lat.cos() * lon.cos(), lat.cos() * lon.sin(), lat.sin()]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn florange_to_metz_is_about_23_km() {
        let florange = Place { lat: 49.321, lon: 6.119, precision: Precision::Commune };
        let metz = Place { lat: 49.119, lon: 6.176, precision: Precision::Commune };
        assert!((florange.km_to(metz) - 22.8).abs() < 0.3, "{}", florange.km_to(metz));
        assert!(florange.km_to(florange) < 1e-9);
    }

    #[test]
    fn a_commune_point_is_never_next_door() {
        let rough = Place { lat: 49.321, lon: 6.119, precision: Precision::Commune };
        let exact = Place { precision: Precision::Exact, ..rough };
        let far = Place { lat: 49.119, ..rough };
        assert!((rough.reckoned_km(exact) - COMMUNE_KM).abs() < 1e-9);
        assert!(exact.reckoned_km(exact) < 1e-9);
        assert!((rough.reckoned_km(far) - rough.km_to(far)).abs() < 1e-9);
    }
}
