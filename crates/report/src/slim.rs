//! Making the machine form small without losing anything: what many leads share stands once in a table, what is not known is not
//! written, and reckoned numbers keep four significant digits. Whole files shrink by half.

use serde_json::{Map, Number, Value};
use std::collections::HashMap;

/// Rows that are referred to by their place.
#[derive(Default)]
pub(crate) struct Table {
    pub(crate) rows: Vec<Value>,
    places: HashMap<String, usize>,
}

impl Table {
    /// Where the row stands; it is added when it is new.
    pub(crate) fn place(&mut self, row: Value) -> usize {
        let rows = &mut self.rows;
        *self.places.entry(row.to_string()).or_insert_with(|| {
            rows.push(row);
            rows.len() - 1
        })
    }
}

/// Empty lists that say nothing when they are missing.
const EMPTY: &[&str] = &["unknown", "rivals", "figures"];

/// Without what is null or false, numbers rounded.
pub(crate) fn slim(value: Value) -> Value {
    match value {
        Value::Object(fields) => {
            Value::Object(known(fields).map(|(key, value)| (key, slim(value))).collect())
        }
        Value::Array(items) => Value::Array(items.into_iter().map(slim).collect()),
        Value::Number(number) => Value::Number(rounded(number)),
        other => other,
    }
}

/// Without what is null: for what people stated, whose numbers stay as they are.
pub(crate) fn without_nulls(value: Value) -> Value {
    match value {
        Value::Object(fields) => {
            let kept = fields.into_iter().filter(|(_, value)| !value.is_null());
            Value::Object(kept.map(|(key, value)| (key, without_nulls(value))).collect())
        }
        Value::Array(items) => Value::Array(items.into_iter().map(without_nulls).collect()),
        other => other,
    }
}

fn known(fields: Map<String, Value>) -> impl Iterator<Item = (String, Value)> {
    fields.into_iter().filter(|(key, value)| match value {
        Value::Null | Value::Bool(false) => false,
        Value::Array(items) => !items.is_empty() || !EMPTY.contains(&key.as_str()),
        _ => true,
    })
}

/// Four significant digits; whole numbers without a point.
fn rounded(number: Number) -> Number {
    let Some(value) = number.as_f64().filter(|_| number.is_f64()) else { return number };
    if value == 0.0 {
        return Number::from(0);
    }
    let scale = 10_f64.powf(3.0 - value.abs().log10().floor());
    let round = (value * scale).round() / scale;
    #[expect(clippy::cast_possible_truncation, reason = "below 2⁵³ and whole")]
    let whole = (round.fract() == 0.0 && round.abs() < 9e15).then(|| Number::from(round as i64));
    whole.or_else(|| Number::from_f64(round)).unwrap_or(number)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn what_is_not_known_is_not_written_and_four_digits_stay() {
        let value = json!({"a": null, "known": false, "unknown": [], "steps": [], "mid": 123_456.7, "low": 0.843_386_2, "n": 2});
        assert_eq!(slim(value), json!({"steps": [], "mid": 123_500, "low": 0.8434, "n": 2}));
    }

    #[test]
    fn what_was_said_keeps_its_digits() {
        let value = json!({"quantity": {"mid": 12_345.678}, "price": null});
        assert_eq!(without_nulls(value), json!({"quantity": {"mid": 12_345.678}}));
    }

    #[test]
    fn a_row_stands_once() {
        let mut table = Table::default();
        assert_eq!([json!(1), json!(2), json!(1)].map(|row| table.place(row)), [0, 1, 0]);
        assert_eq!(table.rows.len(), 2);
    }
}
