//! Reading an instance, with errors that say where and what would be right.

use super::{FORMAT, Instance, checks};

/// Why an instance is refused.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
pub enum InstanceError {
    /// Not JSON, an unknown key, a missing key or a wrong type. The reason names the key and what is known.
    #[error("{file}:{line}:{column}: {reason}")]
    Shape {
        /// The file as given.
        file: String,
        /// From 1.
        line: usize,
        /// From 1.
        column: usize,
        /// What is wrong and what would be right.
        reason: String,
    },
    /// Well-formed, but a value cannot be.
    #[error("{file}: {key} = {value}: expected {expected}")]
    Value {
        /// The file as given.
        file: String,
        /// Where in the object, as `sources[3].supply_t`.
        key: String,
        /// What stands there.
        value: String,
        /// What would be right.
        expected: String,
    },
}

/// Reads and checks an instance.
///
/// # Errors
/// [`InstanceError`]: an unknown key, a wrong type, or a value that cannot be.
pub fn read_instance(file: &str, text: &str) -> Result<Instance, InstanceError> {
    let instance: Instance = serde_json::from_str(text).map_err(|error| shape(file, &error))?;
    if instance.format != FORMAT {
        return Err(InstanceError::Value {
            file: file.to_owned(),
            key: "format".to_owned(),
            value: instance.format,
            expected: format!("\"{FORMAT}\""),
        });
    }
    match checks::faults(&instance).into_iter().next() {
        None => Ok(instance),
        Some(fault) => Err(InstanceError::Value {
            file: file.to_owned(),
            key: fault.key,
            value: fault.value,
            expected: fault.expected,
        }),
    }
}

fn shape(file: &str, error: &serde_json::Error) -> InstanceError {
    let text = error.to_string();
    let reason = text.rsplit_once(" at line ").map_or(text.as_str(), |(reason, _)| reason).to_owned();
    InstanceError::Shape { file: file.to_owned(), line: error.line(), column: error.column(), reason }
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
        assert!(error.contains("unknown field `colour`, expected one of"), "{error}");
    }

    #[test]
    fn wrong_values_say_what_would_be_right() {
        let cases = [
            (small("", "-1"), "f.json: sources[0].supply_t = -1: expected a number of tonnes, 0 or more"),
            (
                small("", "3").replace("[[2]]", "[[2],[3]]"),
                "f.json: haul_eur_t = 2 rows: expected 1 rows, one per source",
            ),
            (
                small("", "3").replace("instance/1", "instance/2"),
                "f.json: format = fe2i-plan-instance/2: expected \"fe2i-plan-instance/1\"",
            ),
        ];
        for (text, expected) in cases {
            assert_eq!(read_instance("f.json", &text).unwrap_err().to_string(), expected);
        }
    }
}
