//! Outlines of communes as GeoJSON (RFC 7946): one feature a commune, Polygon or MultiPolygon, its name and Insee code in the properties. The
//! files of geo.api.gouv.fr and of IGN's Admin Express are of this kind.

use crate::text::{fold, plain};
use model::{Message, Outline, Ring};
use serde_json::Value;
use std::collections::BTreeMap;

/// Properties that name a commune, folded; the first that is there counts.
const NAMES: [&str; 6] = ["nom", "name", "nom com", "nom commune", "libelle", "nom officiel"];
/// Properties that bear its Insee code, folded.
const CODES: [&str; 5] = ["code", "code insee", "insee com", "insee", "codgeo"];
/// Points of a commune at most: a file finer than a screen is not for a map of a territory.
const MOST_POINTS: usize = 20_000;

/// True for what looks like a collection of shapes, whatever its file is called.
pub fn is_outlines(bytes: &[u8]) -> bool {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(2_000)]).into_owned();
    head.trim_start_matches('\u{feff}').trim_start().starts_with('{') && head.contains("FeatureCollection")
}

/// The outlines in a file, and why others are left out. Of two with one code the last counts.
///
/// An `Err` says why nothing can be read at all.
pub fn read_outlines(bytes: &[u8]) -> Result<(Vec<Outline>, Vec<Message>), Message> {
    let text = String::from_utf8_lossy(bytes);
    let file: Value = serde_json::from_str(text.trim_start_matches('\u{feff}'))
        .map_err(|error| Message::new("refused-outline-json").with("what", error))?;
    let features = file["features"].as_array().filter(|_| file["type"] == "FeatureCollection");
    let features = features.ok_or_else(|| Message::new("refused-outline-collection"))?;
    let (mut outlines, mut refused) = (BTreeMap::new(), Vec::new());
    for (ix, feature) in features.iter().enumerate() {
        match outline(feature) {
            Ok(outline) => drop(outlines.insert(outline.id.clone(), outline)),
            Err(why) => {
                refused.push(Message::new("refused-outline").with("number", ix + 1).saying("why", why));
            }
        }
    }
    Ok((outlines.into_values().collect(), refused))
}

fn outline(feature: &Value) -> Result<Outline, Message> {
    let property = |wanted: &[&str]| {
        let given = feature["properties"].as_object()?;
        let found = wanted.iter().find_map(|name| given.iter().find(|(key, _)| fold(key) == *name))?.1;
        found.as_str().map(plain).filter(|text| !text.is_empty() && text.len() <= 200)
    };
    let name = property(&NAMES).ok_or_else(|| Message::new("outline-nameless"))?;
    let id = property(&CODES).unwrap_or_else(|| fold(&name));
    let geometry = &feature["geometry"];
    let polygons = match geometry["type"].as_str() {
        Some("Polygon") => vec![rings(&geometry["coordinates"])?],
        Some("MultiPolygon") => {
            list(&geometry["coordinates"])?.iter().map(rings).collect::<Result<_, _>>()?
        }
        other => return Err(Message::new("outline-shape").with("found", other.unwrap_or("—"))),
    };
    let outline = Outline { id, name, polygons };
    let points: usize = outline.polygons.iter().flatten().map(Vec::len).sum();
    if points == 0 || points > MOST_POINTS {
        return Err(Message::new("outline-points").with("count", points).with("most", MOST_POINTS));
    }
    Ok(outline)
}

fn list(value: &Value) -> Result<&Vec<Value>, Message> {
    value.as_array().ok_or_else(|| Message::new("outline-coordinates"))
}

fn rings(polygon: &Value) -> Result<Vec<Ring>, Message> {
    list(polygon)?.iter().map(|ring| list(ring)?.iter().map(point).collect()).collect()
}

/// Longitude first. Metres of a projection are seen by their size.
fn point(value: &Value) -> Result<[f64; 2], Message> {
    let number = |ix: usize| value.get(ix).and_then(Value::as_f64);
    let (lon, lat) = number(0).zip(number(1)).ok_or_else(|| Message::new("outline-coordinates"))?;
    if lon.abs() > 180.0 || lat.abs() > 90.0 {
        return Err(Message::new("outline-projected").with("x", lon).with("y", lat));
    }
    Ok([lon, lat])
}

#[cfg(test)]
mod tests {
    use super::*;

    const SQUARE: &str = "[[[6,49],[6.1,49],[6.1,49.1],[6,49]]]";

    fn file(features: &[&str]) -> Vec<u8> {
        format!("{{\"type\":\"FeatureCollection\",\"features\":[{}]}}", features.join(",")).into_bytes()
    }

    fn commune(properties: &str, kind: &str, coordinates: &str) -> String {
        format!(
            "{{\"type\":\"Feature\",\"properties\":{properties},\"geometry\":{{\"type\":\"{kind}\",\"coordinates\":{coordinates}}}}}"
        )
    }

    #[test]
    fn names_and_codes_are_found_under_the_headings_in_use() {
        let one = commune("{\"code\":\"57221\",\"nom\":\"Florange\"}", "Polygon", SQUARE);
        let two = commune(
            "{\"INSEE_COM\":\"57306\",\"NOM_COM\":\"Hayange\"}",
            "MultiPolygon",
            &format!("[{SQUARE},{SQUARE}]"),
        );
        let three = commune("{\"name\":\"Bøur\"}", "Polygon", SQUARE);
        let (outlines, refused) = read_outlines(&file(&[&one, &two, &three])).unwrap();
        let told: Vec<_> =
            outlines.iter().map(|o| (o.id.as_str(), o.name.as_str(), o.polygons.len())).collect();
        assert_eq!(told, [("57221", "Florange", 1), ("57306", "Hayange", 2), ("bøur", "Bøur", 1)]);
        assert_eq!(refused, []);
        assert_eq!(format!("{:?}", outlines[0].bounds()), "[6.0, 49.0, 6.1, 49.1]");
    }

    #[test]
    fn what_is_no_outline_is_said_and_the_others_enter() {
        let good = commune("{\"nom\":\"Florange\"}", "Polygon", SQUARE);
        let nameless = commune("{}", "Polygon", SQUARE);
        let point = commune("{\"nom\":\"A\"}", "Point", "[6,49]");
        let metres = commune("{\"nom\":\"B\"}", "Polygon", "[[[928000,6912000],[1,1],[2,2]]]");
        let broken = commune("{\"nom\":\"C\"}", "Polygon", "[[[6],[7]]]");
        let (outlines, refused) =
            read_outlines(&file(&[&nameless, &point, &good, &metres, &broken])).unwrap();
        assert_eq!(outlines.len(), 1);
        let why: Vec<String> = refused.iter().map(ToString::to_string).collect();
        assert_eq!(why.len(), 4, "{why:?}");
        for (said, key) in why.iter().zip(["nameless", "shape", "projected", "coordinates"]) {
            assert!(said.contains(&format!("outline-{key}")), "{said}");
        }
    }

    #[test]
    fn a_file_that_is_none_says_so() {
        assert!(is_outlines(&file(&[])) && !is_outlines(b"nom;code\nFlorange;57221\n"));
        assert_eq!(read_outlines(b"{\"type\":\"Feature\"}").unwrap_err().key, "refused-outline-collection");
        assert_eq!(read_outlines(b"{").unwrap_err().key, "refused-outline-json");
    }
}
