//! Reading an instance, with errors that say where and what would be right.

use super::{FORMAT, Instance, checks, place};

/// Why an instance is refused.
#[derive(Debug, thiserror::Error, PartialEq)]
pub enum InstanceError {
    /// Not JSON, an unknown key, a missing key or a wrong type.
    #[error("{file}:{line}:{column}: {reason:?}")]
    Shape {
        /// The file as given.
        file: String,
        /// From 1.
        line: usize,
        /// From 1.
        column: usize,
        /// What is wrong and what would be right.
        reason: Reason,
    },
    /// Well-formed, but a value cannot be.
    #[error("{file}:{line}:{column}: {key} = {value}: expected {expected:?}")]
    Value {
        /// The file as given.
        file: String,
        /// From 1.
        line: usize,
        /// From 1.
        column: usize,
        /// Where in the object, as `sources[3].supply_t`.
        key: String,
        /// What stands there.
        value: String,
        /// What would be right.
        expected: Expected,
    },
}

/// What a text that is no instance has instead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// A key nobody knows, and those known there.
    Unknown(String, String),
    /// A key that must be there.
    Missing(String),
    /// What was found, and what was wanted.
    Type(String, String),
    /// No JSON, in the parser's words.
    Json(String),
}

/// What would be right in place of a value that cannot be.
#[derive(Clone, Debug, PartialEq)]
pub enum Expected {
    /// A number of tonnes, 0 or more.
    Tonnes,
    /// A finite number.
    Finite,
    /// A number, 0 or more.
    NotNegative,
    /// A finite number above 0.
    AboveZero,
    /// At most the capacity, t.
    Capacity(f64),
    /// `output_per_t` beside it.
    OutputPerT,
    /// An id that no other entry has.
    Unique,
    /// One way of telling haulage, not both.
    OneHaul,
    /// Some way of telling haulage.
    SomeHaul,
    /// So many rows, one per source.
    Rows(usize),
    /// So many values, one per option.
    Columns(usize),
    /// Coordinates.
    Places,
    /// The name of the format.
    Format,
}

/// Reads and checks an instance.
///
/// # Errors
/// [`InstanceError`]: an unknown key, a wrong type, or a value that cannot be.
pub fn read_instance(file: &str, text: &str) -> Result<Instance, InstanceError> {
    let instance: Instance = serde_json::from_str(text).map_err(|error| shape(file, &error))?;
    let fault = if instance.format == FORMAT {
        checks::faults(&instance).into_iter().next()
    } else {
        let (key, value) = ("format".to_owned(), instance.format.clone());
        Some(checks::Fault { key, value, expected: Expected::Format })
    };
    let Some(checks::Fault { key, value, expected }) = fault else { return Ok(instance) };
    let (line, column) = place::of(text, &key);
    Err(InstanceError::Value { file: file.to_owned(), line, column, key, value, expected })
}

fn shape(file: &str, error: &serde_json::Error) -> InstanceError {
    let text = error.to_string();
    let text = text.rsplit_once(" at line ").map_or(text.as_str(), |(reason, _)| reason);
    let reason = reason(text);
    InstanceError::Shape { file: file.to_owned(), line: error.line(), column: error.column(), reason }
}

/// The parser's words taken apart.
fn reason(text: &str) -> Reason {
    let quoted = |text: &str| text.split('`').nth(1).unwrap_or_default().to_owned();
    if let Some((name, known)) = text.strip_prefix("unknown field ").and_then(|rest| rest.split_once(", ")) {
        let known: Vec<&str> = known.split('`').skip(1).step_by(2).collect();
        return Reason::Unknown(quoted(name), known.join(", "));
    }
    if let Some(name) = text.strip_prefix("missing field ") {
        return Reason::Missing(quoted(name));
    }
    let told = text.split_once(": ").and_then(|(_, rest)| rest.split_once(", expected "));
    let variant = text.strip_prefix("unknown variant ").and_then(|rest| rest.split_once(", expected "));
    match told.or(variant) {
        Some((found, wanted)) => Reason::Type(found.to_owned(), wanted.to_owned()),
        None if text.contains("variant of untagged enum Supply") => {
            Reason::Type("supply_t".to_owned(), "t/year, [12 × t]".to_owned())
        }
        None => Reason::Json(text.to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn small(extra: &str, supply: &str) -> String {
        format!(
            r#"{{"format":"fe2i-plan-instance/1","name":"n","objective":"min_cost","serve":"all","single_site":false,
"sources":[{{"id":"s1","supply_t":{supply}}}],
"options":[{{"id":"o1","site":"a","capacity_t":null,"fixed_eur":1,"variable_eur_t":0}}],"haul_eur_t":[[2]]{extra}}}"#
        )
    }

    #[test]
    fn a_small_instance_is_read_and_written_back() {
        let instance = read_instance("f.json", &small("", "3")).unwrap();
        let again = read_instance("f.json", &serde_json::to_string(&instance).unwrap()).unwrap();
        assert_eq!(instance, again);
    }

    #[test]
    fn an_unknown_key_names_file_line_and_the_known_keys() {
        let error = read_instance("f.json", &small(r#","colour":"red""#, "3")).unwrap_err().to_string();
        assert!(error.starts_with("f.json:3:"), "{error}");
        assert!(error.contains("Unknown(\"colour\", \"format, name, objective"), "{error}");
    }

    #[test]
    fn wrong_values_say_what_would_be_right() {
        let cases = [
            (small("", "-1"), "f.json:2:34: sources[0].supply_t = -1: expected Tonnes"),
            (small("", "3").replace("[[2]]", "[[2],[3]]"), "f.json:3:100: haul_eur_t = 2: expected Rows(1)"),
            (
                small("", "3").replace("instance/1", "instance/2"),
                "f.json:1:11: format = fe2i-plan-instance/2: expected Format",
            ),
        ];
        for (text, expected) in cases {
            assert_eq!(read_instance("f.json", &text).unwrap_err().to_string(), expected);
        }
    }
}
