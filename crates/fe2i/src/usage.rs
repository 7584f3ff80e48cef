//! What is said of a command line that cannot be read, in the language of who wrote it.

use clap::error::{ContextKind, Error, ErrorKind};
use wording::{Lang, message};

/// The fault in a sentence with what would be right; `None` for help, the version and faults that are rare enough to stay clap's.
pub fn said(error: &Error, lang: Lang) -> Option<String> {
    let told = |kind| error.get(kind).map(ToString::to_string).unwrap_or_default();
    let wrong = match error.kind() {
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => ContextKind::InvalidValue,
        ErrorKind::UnknownArgument | ErrorKind::MissingRequiredArgument => ContextKind::InvalidArg,
        ErrorKind::InvalidSubcommand => ContextKind::InvalidSubcommand,
        _ => return None,
    };
    let key = match error.kind() {
        ErrorKind::InvalidValue => "usage-value-among",
        ErrorKind::ValueValidation if no_number(error) => "usage-number",
        ErrorKind::ValueValidation => "usage-value",
        ErrorKind::UnknownArgument => "usage-unknown",
        ErrorKind::MissingRequiredArgument => "usage-missing",
        _ => "usage-command",
    };
    let near = [ContextKind::SuggestedSubcommand, ContextKind::SuggestedArg].map(told).concat();
    let why = std::error::Error::source(error).map(ToString::to_string).unwrap_or_default();
    let args = [
        ("wrong", told(wrong).into()),
        ("argument", told(ContextKind::InvalidArg).into()),
        ("right", told(ContextKind::ValidValue).into()),
        ("why", why.into()),
    ];
    let near = (!near.is_empty()).then(|| message(lang, "usage-near", &[("near", near.into())]));
    let rest = message(lang, "usage-help", &[]);
    Some([message(lang, key, &args)].into_iter().chain(near).chain([rest]).collect::<Vec<_>>().join("\n"))
}

/// True when a number was wanted: the standard library says why in English only.
fn no_number(error: &Error) -> bool {
    let source = std::error::Error::source(error);
    source.is_some_and(|why| why.is::<std::num::ParseIntError>() || why.is::<std::num::ParseFloatError>())
}
