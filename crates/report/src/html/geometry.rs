//! From degrees to the drawing.

use model::{Place, Precision};

/// Width of the map, in its own units.
pub(super) const WIDTH: f64 = 1000.0;
/// The least and the largest height.
const HEIGHT: [f64; 2] = [420.0, 760.0];
/// A site is far when it is so many times farther from the middle than half of the sites are.
const FAR: f64 = 5.0;
/// Kilometres of one degree of latitude.
const KM_PER_DEGREE: f64 = 111.195;
/// Never closer than this across, so that two neighbours do not fill the map.
const LEAST_KM: f64 = 2.0;

/// A rectangle of the Earth small enough to be flat (equirectangular around its middle).
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Frame {
    west: f64,
    north: f64,
    /// Drawing units for a kilometre.
    pub(super) per_km: f64,
    km_per_lon: f64,
    /// Height of the map.
    pub(super) height: f64,
}

impl Frame {
    /// Around places, with a margin, a few far outliers left outside; `None` without places.
    pub(super) fn around(places: &[Place]) -> Option<Self> {
        let places = near(places);
        let ends = |of: fn(&Place) -> f64| {
            let values = places.iter().map(of);
            values.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), v| (low.min(v), high.max(v)))
        };
        let ((west, east), (south, north)) = (ends(|p| p.lon), ends(|p| p.lat));
        if !(west.is_finite() && south.is_finite()) {
            return None;
        }
        let km_per_lon = KM_PER_DEGREE * f64::midpoint(south, north).to_radians().cos();
        let across = ((east - west) * km_per_lon * 1.12).max(LEAST_KM);
        let down = (north - south) * KM_PER_DEGREE * 1.12;
        // A tall territory makes the map wider, so that it fits the screen.
        let across = across.max(down * WIDTH / HEIGHT[1]);
        let per_km = WIDTH / across;
        let height = (down * per_km).clamp(HEIGHT[0], HEIGHT[1]);
        Some(Self {
            west: f64::midpoint(west, east) - across / 2.0 / km_per_lon,
            north: f64::midpoint(south, north) + height / per_km / 2.0 / KM_PER_DEGREE,
            per_km,
            km_per_lon,
            height,
        })
    }

    /// True when a place falls inside.
    pub(super) fn holds(&self, place: Place) -> bool {
        let (x, y) = self.xy(place.lon, place.lat);
        (0.0..=WIDTH).contains(&x) && (0.0..=self.height).contains(&y)
    }

    /// Where a point falls.
    pub(super) fn xy(&self, lon: f64, lat: f64) -> (f64, f64) {
        ((lon - self.west) * self.km_per_lon * self.per_km, (self.north - lat) * KM_PER_DEGREE * self.per_km)
    }

    /// True when some point of a line may be seen.
    pub(super) fn sees(&self, points: &[(f64, f64)]) -> bool {
        let ends = |values: Vec<f64>| {
            values.into_iter().fold((f64::MAX, f64::MIN), |(a, b), v| (a.min(v), b.max(v)))
        };
        let drawn: Vec<(f64, f64)> = points.iter().map(|&(lon, lat)| self.xy(lon, lat)).collect();
        let (left, right) = ends(drawn.iter().map(|p| p.0).collect());
        let (top, bottom) = ends(drawn.iter().map(|p| p.1).collect());
        right >= 0.0 && left <= WIDTH && bottom >= 0.0 && top <= self.height
    }

    /// A round length for the scale bar, about a fifth of the width: km.
    pub(super) fn scale_km(&self) -> f64 {
        let wanted = WIDTH / self.per_km / 5.0;
        let power = 10_f64.powf(wanted.log10().floor());
        [5.0, 2.0, 1.0].into_iter().map(|step| step * power).find(|km| *km <= wanted).unwrap_or(power)
    }
}

/// All places but a tenth at most that lie far from the middle: one site 80 km away must not shrink the others to a dot.
fn near(places: &[Place]) -> Vec<Place> {
    let Some(middle) = middle(places) else { return Vec::new() };
    let mut ranked: Vec<(f64, Place)> = places.iter().map(|place| (place.km_to(middle), *place)).collect();
    ranked.sort_by(|a, b| a.0.total_cmp(&b.0));
    let usual = ranked[ranked.len() / 2].0.max(1.0);
    let kept = ranked.len() - ranked.len() / 10;
    let far = |rank: usize, km: f64| rank >= kept && km > FAR * usual;
    ranked
        .iter()
        .enumerate()
        .filter(|(rank, (km, _))| !far(*rank, *km))
        .map(|(_, (_, place))| *place)
        .collect()
}

/// The median latitude and longitude.
fn middle(places: &[Place]) -> Option<Place> {
    let median = |of: fn(&Place) -> f64| {
        let mut values: Vec<f64> = places.iter().map(of).collect();
        values.sort_by(f64::total_cmp);
        values.get(values.len() / 2).copied()
    };
    Some(Place { lat: median(|p| p.lat)?, lon: median(|p| p.lon)?, precision: Precision::Commune })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place(lat: f64, lon: f64) -> Place {
        Place { lat, lon, precision: Precision::Exact }
    }

    #[test]
    fn all_places_fall_inside_and_keep_their_distances() {
        let places = [place(49.30, 6.05), place(49.36, 6.20), place(49.25, 6.11)];
        let frame = Frame::around(&places).unwrap();
        let drawn = places.map(|p| frame.xy(p.lon, p.lat));
        assert!(
            drawn.iter().all(|&(x, y)| (0.0..=WIDTH).contains(&x) && (0.0..=frame.height).contains(&y)),
            "{drawn:?}"
        );
        let flat = (drawn[0].0 - drawn[1].0).hypot(drawn[0].1 - drawn[1].1) / frame.per_km;
        assert!((flat / places[0].km_to(places[1]) - 1.0).abs() < 0.005, "{flat}");
    }

    #[test]
    fn a_lone_distant_site_does_not_shrink_the_map() {
        let mut places: Vec<Place> = (0..12).map(|i| place(49.3 + f64::from(i) / 1e3, 6.1)).collect();
        places.push(place(49.3, 7.5));
        let frame = Frame::around(&places).unwrap();
        assert!(!frame.holds(places[12]) && places[..12].iter().all(|p| frame.holds(*p)), "{frame:?}");
    }

    #[test]
    fn nothing_to_frame_without_places() {
        assert_eq!(Frame::around(&[]), None);
        assert!(Frame::around(&[place(49.0, 6.0)]).is_some());
    }
}
