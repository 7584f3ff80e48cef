//! Bodies of one kind as a table: a column for each path that leads to a value.

use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// What makes spreadsheets read UTF-8.
const MARK: &str = "\u{feff}";

/// A table with `id` first and the other paths in alphabetical order; `None` when there are no bodies.
pub(super) fn csv<'a>(bodies: impl Iterator<Item = &'a Value>) -> Option<String> {
    let rows: Vec<BTreeMap<String, String>> = bodies
        .map(|body| {
            let mut row = BTreeMap::new();
            flatten("", body, &mut row);
            row
        })
        .collect();
    let columns: BTreeSet<&String> = rows.iter().flat_map(BTreeMap::keys).collect();
    let (first, others): (Vec<&String>, Vec<&String>) =
        columns.into_iter().partition(|column| *column == "id");
    let columns = [first, others].concat();
    if columns.is_empty() {
        return None;
    }
    let mut out = csv::WriterBuilder::new().delimiter(b';').from_writer(MARK.as_bytes().to_vec());
    out.write_record(&columns).ok()?;
    for row in &rows {
        out.write_record(columns.iter().map(|column| row.get(*column).map_or("", String::as_str))).ok()?;
    }
    String::from_utf8(out.into_inner().ok()?).ok()
}

/// `{"a": {"b": 1}}` gives `a.b` → `1`; lists stay JSON; nothing gives nothing.
fn flatten(path: &str, value: &Value, row: &mut BTreeMap<String, String>) {
    match value {
        Value::Object(fields) => {
            for (name, value) in fields {
                let path = if path.is_empty() { name.clone() } else { format!("{path}.{name}") };
                flatten(&path, value, row);
            }
        }
        Value::Null => {}
        Value::String(text) => {
            row.insert(path.to_owned(), harmless(text));
        }
        other => {
            row.insert(path.to_owned(), other.to_string());
        }
    }
}

/// Text that a spreadsheet would run as a formula gets an apostrophe before it.
fn harmless(text: &str) -> String {
    let formula = text.starts_with(['=', '+', '-', '@', '\t', '\r']);
    if formula { format!("'{text}") } else { text.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn bodies_become_columns() {
        let bodies = [
            json!({ "name": "Orne; \"scierie\"", "id": "a", "place": { "lat": 49.5, "lon": null }, "tags": [1, 2] }),
            json!({ "id": "b", "name": "=1+1", "done": true }),
        ];
        let text = csv(bodies.iter()).unwrap();
        let lines: Vec<&str> = text.lines().collect();
        assert_eq!(
            lines,
            [
                "\u{feff}id;done;name;place.lat;tags",
                "a;;\"Orne; \"\"scierie\"\"\";49.5;[1,2]",
                "b;true;'=1+1;;"
            ]
        );
        assert_eq!(csv([].iter()), None);
    }
}
