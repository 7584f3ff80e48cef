//! The machine form of a diagnosis.

use crate::audience::Seen;
use model::Lead;
use serde_json::{Value, json};
use wording::Words;

pub(crate) fn value(seen: &Seen<'_>) -> Value {
    let words = seen.words();
    let leads: Vec<Value> = seen.leads.iter().map(|lead| with_sentence(lead, &words)).collect();
    json!({
        "territory": &*seen.territory,
        "leads": leads,
        "visits": seen.visits,
        "findings": seen.findings,
        "inputs": seen.files,
    })
}

fn with_sentence(lead: &Lead, words: &Words<'_>) -> Value {
    let mut value = json!(lead);
    if let Some(fields) = value.as_object_mut() {
        fields.insert("sentence".to_owned(), words.lead(lead).into());
    }
    value
}
