//! Reader of network documents: actors and the documented flows between them, as JSON.
//!
//! ```json
//! {"network": "Vallée", "sources": ["https://…"],
//!  "actors": [{"id": "A01", "name": "Fonderie Orne", "industry": "Iron foundry", "nace": "2451"}],
//!  "flows": [{"id": "X1", "from": "A01", "to": "A02", "resource": "foundry sand", "exchange_class": "by_product",
//!             "low_codes": ["10 09 08"], "status": "implemented", "year": "2019"}]}
//! ```
//! Keys it does not know are passed over; an actor or flow it cannot read comes back as a reject whose line is the rank in its list.
//! Findings: `intake-network-nace-unknown`, `intake-network-code-unknown`, `intake-network-codes-many`, `intake-network-status-unknown`,
//! `intake-network-class-unknown`.

mod actors;
mod flows;

use crate::{IntakeError, Options};
use actors::Actors;
use model::{Batch, FileReport, Message, Reject};
use serde_json::Value;

/// What the readers of a document pass on to each other.
struct Document<'a> {
    path: &'a str,
    /// The name before every id.
    prefix: String,
    /// « Vallée ; https://… », for evidence.
    sources: String,
}

impl Document<'_> {
    /// The file without its folders, for evidence.
    fn file(&self) -> &str {
        self.path.rsplit('/').next().unwrap_or(self.path)
    }
}

/// True for a document of that shape: a list of actors and a list of flows.
pub fn recognise(document: &Value) -> bool {
    ["actors", "flows"].iter().all(|key| document.get(key).is_some_and(Value::is_array))
}

/// Reads the document of the file `path`.
pub fn read(path: &str, document: &Value, options: &Options<'_>) -> Result<Batch, IntakeError> {
    let name = text(document, "network");
    let mut batch = Batch {
        name: name.clone(),
        invented: document.get("invented").and_then(Value::as_bool).unwrap_or(false),
        notice: text(document, "notice"),
        report: FileReport { path: path.to_owned(), format: "network".to_owned(), ..FileReport::default() },
        ..Batch::default()
    };
    let name = name.unwrap_or_else(|| "réseau".to_owned());
    let about = Document {
        path,
        prefix: format!("net:{}", crate::fold(&name).replace(' ', "-")),
        sources: sources(document, &name),
    };
    let actors = Actors::read(list(document, "actors"), &about, options, &mut batch);
    flows::read(list(document, "flows"), &about, &actors, options, &mut batch);
    Ok(batch)
}

fn list<'a>(document: &'a Value, key: &str) -> &'a [Value] {
    document.get(key).and_then(Value::as_array).map_or(&[], Vec::as_slice)
}

/// The network's name and its documents.
fn sources(document: &Value, name: &str) -> String {
    let documents = list(document, "sources").iter().filter_map(Value::as_str);
    std::iter::once(name).chain(documents).collect::<Vec<_>>().join(" ; ")
}

/// The text or number under a key; `None` when absent, null or blank.
fn text(value: &Value, key: &str) -> Option<String> {
    let found = match value.get(key)? {
        Value::String(text) => crate::plain(text),
        Value::Number(number) => number.to_string(),
        _ => return None,
    };
    (!found.is_empty()).then_some(found)
}

/// An entry that cannot be read, with its rank in the list as line.
fn reject(list: &str, rank: usize, entry: &Value, key: &str, reason: Message) -> Reject {
    Reject {
        sheet: list.to_owned(),
        line: rank,
        column: Some(key.to_owned()),
        value: entry.get(key).map(ToString::to_string),
        reason,
        cells: vec![entry.to_string()],
        kept: false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{day, options};
    use proptest::prelude::*;
    use reference::Reference;
    use serde_json::json;

    fn read_value(document: &Value) -> Batch {
        let reference = Reference::default();
        read("n.json", document, &options(&reference, day(2026, 11, 1))).unwrap()
    }

    #[test]
    fn recognised_by_its_two_lists() {
        assert!(recognise(&json!({"actors": [], "flows": []})));
        assert!(!recognise(&json!({"actors": {}, "flows": []})) && !recognise(&json!([1, 2])));
    }

    #[test]
    fn entries_that_cannot_be_read_come_back() {
        let batch = read_value(
            &json!({"network": "N", "actors": [{"id": "A"}, {"id": "B", "name": "b"}, {"id": "B", "name": "c"}],
            "flows": [{"from": "B", "to": "Z", "resource": "x"}, {"from": "B", "to": "B"}, 3]}),
        );
        let reasons: Vec<_> = batch
            .report
            .rejects
            .iter()
            .map(|r| (r.sheet.as_str(), r.line, r.column.as_deref().unwrap_or("")))
            .collect();
        assert_eq!(
            reasons,
            [
                ("actors", 1, "name"),
                ("actors", 3, "id"),
                ("flows", 1, "to"),
                ("flows", 2, "resource"),
                ("flows", 3, "from")
            ]
        );
        assert_eq!((batch.sites.len(), batch.flows.len()), (1, 0));
    }

    proptest! {
        #[test]
        fn any_document_is_read_without_panic(keys in proptest::collection::vec("(id|from|to|name|resource|nace|year|status|low_codes|lat)", 0..8), values in proptest::collection::vec(".{0,12}", 8)) {
            let entry: serde_json::Map<String, Value> =
                keys.into_iter().zip(values).map(|(key, value)| (key, json!(value))).collect();
            let full = json!({"id": "A", "name": "a", "nace": entry.get("nace"), "lat": entry.get("lat")});
            let mut flow = entry.clone();
            flow.insert("from".into(), json!("A"));
            flow.insert("to".into(), json!("A"));
            flow.insert("resource".into(), json!("x"));
            read_value(&json!({"actors": [full, entry], "flows": [flow, null]}));
        }
    }
}
