//! The shape of a commune, for maps that work without network.

use serde::{Deserialize, Serialize};

/// A closed line: longitude, latitude (WGS 84); the first point comes again at the end.
pub type Ring = Vec<[f64; 2]>;

/// A commune's outline.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Outline {
    /// Its Insee code; its folded name when the file gives none.
    pub id: String,
    /// As people write it.
    pub name: String,
    /// Polygons, each an outer ring and its holes.
    pub polygons: Vec<Vec<Ring>>,
}

impl Outline {
    /// West, south, east, north.
    pub fn bounds(&self) -> [f64; 4] {
        let points = self.polygons.iter().flatten().flatten();
        points.fold([f64::INFINITY, f64::INFINITY, f64::NEG_INFINITY, f64::NEG_INFINITY], |b, [lon, lat]| {
            [b[0].min(*lon), b[1].min(*lat), b[2].max(*lon), b[3].max(*lat)]
        })
    }
}
