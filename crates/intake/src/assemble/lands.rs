//! Which points can be places of sites, wherever the territory is.

use model::Place;

/// Where sites may be (west, east, south, north): Europe, and France overseas.
const LANDS: [[f64; 4]; 9] = [
    [-11.0, 32.0, 34.5, 72.0],
    [-63.5, -60.5, 14.0, 18.5],
    [-55.0, -51.0, 2.0, 6.5],
    [44.8, 45.5, -13.2, -12.4],
    [55.0, 56.1, -21.6, -20.7],
    [-57.0, -55.8, 46.5, 47.5],
    [163.0, 169.0, -23.0, -19.0],
    [-155.0, -134.0, -28.0, -7.0],
    [-179.0, -175.0, -15.0, -13.0],
];
/// Boxes without land around France: Bay of Biscay, Gulf of Lion to Corsica, North Sea.
const SEAS: [[f64; 4]; 3] = [[-9.0, -2.6, 44.0, 46.9], [3.6, 8.3, 40.6, 42.8], [2.2, 4.0, 52.2, 56.0]];

fn within(place: Place, boxes: &[[f64; 4]]) -> bool {
    let inside = |[west, east, south, north]: &[f64; 4]| {
        (*west..=*east).contains(&place.lon) && (*south..=*north).contains(&place.lat)
    };
    boxes.iter().any(inside)
}

/// What is wrong with a point, wherever the territory is.
pub(super) fn impossible(place: Place) -> Option<&'static str> {
    if !(place.lat.abs() <= 90.0 && place.lon.abs() <= 180.0) {
        Some("range")
    } else if place.lat.abs() < 1e-6 && place.lon.abs() < 1e-6 {
        Some("zero")
    } else if within(place, &LANDS) {
        within(place, &SEAS).then_some("sea")
    } else if within(Place { lat: place.lon, lon: place.lat, ..place }, &LANDS) {
        Some("swapped")
    } else {
        Some("outside")
    }
}
