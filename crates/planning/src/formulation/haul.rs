//! EUR per tonne from each source to each option.

use crate::instance::Instance;

/// Of instance files, as verification reckons it anew and as other programs are told; a territory's distances are those of `model::Place`.
const EARTH_KM: f64 = 6371.0;

/// Great-circle distance in km between two places in degrees (haversine).
fn kilometres(from: (f64, f64), to: (f64, f64)) -> f64 {
    let half = |a: f64, b: f64| ((b - a).to_radians() / 2.0).sin().powi(2);
    let across = from.0.to_radians().cos() * to.0.to_radians().cos() * half(from.1, to.1);
    2.0 * EARTH_KM * (half(from.0, to.0) + across).sqrt().min(1.0).asin()
}

/// Sources × options. The instance was checked: either the matrix or the rule with coordinates is there.
pub fn matrix(instance: &Instance) -> Vec<Vec<f64>> {
    if let Some(matrix) = &instance.haul_eur_t {
        return matrix.clone();
    }
    let Some(rule) = instance.haul else { return Vec::new() };
    let at = |lat: Option<f64>, lon: Option<f64>| (lat.unwrap_or(f64::NAN), lon.unwrap_or(f64::NAN));
    let eur = |source: &crate::instance::Source| {
        let from = at(source.lat, source.lon);
        let to = |o: &crate::instance::PlantOption| kilometres(from, at(o.lat, o.lon)) * rule.detour;
        instance.options.iter().map(|o| rule.fixed_eur_t + rule.eur_t_km * to(o)).collect()
    };
    instance.sources.iter().map(eur).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn florange_to_metz_is_about_25_km() {
        let km = kilometres((49.32, 6.12), (49.12, 6.18));
        assert!((22.0..23.5).contains(&km), "{km}");
    }
}
