//! Why an instance is refused, in words.

use planning::instance::{Expected, InstanceError, Reason};
use wording::{Arg, Lang, message};

/// File, line, column, what stands there and what would be right.
pub fn said(error: &InstanceError, lang: Lang) -> String {
    let (file, line, column, why) = match error {
        InstanceError::Shape { file, line, column, reason } => {
            (file, line, column, self::reason(reason, lang))
        }
        InstanceError::Value { file, line, column, key, value, expected } => {
            let args = [
                ("key", key.clone().into()),
                ("value", value.clone().into()),
                ("right", right(expected, lang).into()),
            ];
            (file, line, column, message(lang, "plan-refused-value", &args))
        }
    };
    // Places are read by editors: no thin space in a thousand.
    let args = [
        ("file", file.clone().into()),
        ("line", line.to_string().into()),
        ("column", column.to_string().into()),
        ("why", why.into()),
    ];
    message(lang, "plan-refused", &args)
}

fn reason(reason: &Reason, lang: Lang) -> String {
    let say = |key: &str, args: &[(&str, &String)]| {
        let args: Vec<(&str, Arg<'_>)> =
            args.iter().map(|(name, text)| (*name, (*text).clone().into())).collect();
        message(lang, key, &args)
    };
    match reason {
        Reason::Unknown(name, known) => say("plan-refused-unknown", &[("name", name), ("known", known)]),
        Reason::Missing(name) => say("plan-refused-missing", &[("name", name)]),
        Reason::Type(found, wanted) => say("plan-refused-type", &[("found", found), ("wanted", wanted)]),
        Reason::Json(why) => say("plan-refused-json", &[("why", why)]),
    }
}

fn right(expected: &Expected, lang: Lang) -> String {
    let (key, n) = match expected {
        Expected::Tonnes => ("tonnes", String::new()),
        Expected::Finite => ("finite", String::new()),
        Expected::NotNegative => ("positive", String::new()),
        Expected::AboveZero => ("above-zero", String::new()),
        Expected::Capacity(capacity) => ("capacity", wording::rounded(lang, *capacity, 6)),
        Expected::OutputPerT => ("output-per-t", String::new()),
        Expected::Unique => ("unique", String::new()),
        Expected::OneHaul => ("one-haul", String::new()),
        Expected::SomeHaul => ("some-haul", String::new()),
        Expected::Rows(rows) => ("rows", rows.to_string()),
        Expected::Columns(columns) => ("columns", columns.to_string()),
        Expected::Places => ("places", String::new()),
        Expected::Format => ("format", planning::instance::FORMAT.to_owned()),
    };
    message(lang, &format!("plan-right-{key}"), &[("n", n.into())])
}
