//! Refusals as messages.

use model::{Message, SiretError};
use units::Unit;
use units::stated::{Container, Period, StatedError, Understood};

/// A message about a value.
pub(crate) fn value(key: &str, value: &str) -> Message {
    Message::new(key).with("value", value.trim())
}

/// Why a text is no SIRET.
pub(crate) fn siret(error: &SiretError) -> Message {
    match error {
        SiretError::Shape(text) if text.chars().filter(char::is_ascii_digit).count() == 9 => {
            value("refused-siren", text)
        }
        SiretError::Shape(text) => value("refused-siret", text),
        SiretError::Checksum(text) => value("refused-siret-key", text),
    }
}

/// A unit that the program itself writes.
pub(super) fn unit(symbol: &str) -> Result<Unit, Message> {
    symbol.parse().map_err(|_| value("refused-unit", symbol))
}

/// « par mois ».
pub(super) fn period(period: Period) -> Message {
    Message::new(&format!("period-{}", kebab(&period)))
}

/// « benne ».
pub(crate) fn container(kind: Container) -> Message {
    Message::new(&format!("container-{}", kebab(&kind)))
}

/// The name of a variant, as in files.
fn kebab(variant: &impl serde::Serialize) -> String {
    let name = serde_json::to_value(variant).ok();
    name.as_ref().and_then(serde_json::Value::as_str).unwrap_or_default().replace('_', "-")
}

/// Why a text is no quantity.
pub(super) fn quantity(error: &StatedError) -> Message {
    use StatedError as E;
    let about = |kind: &str, text: &str, seen: &Understood| {
        value(&format!("refused-quantity-{kind}"), text).saying("understood", understood(seen))
    };
    match error {
        E::Empty => Message::new("refused-quantity-empty"),
        E::TooLong { text, most } => value("refused-quantity-long", text).with("most", most),
        E::NoAmount { text, understood } => about("no-amount", text, understood),
        E::NoUnit { text, understood } => about("no-unit", text, understood),
        E::UnknownUnit { text, understood, found } => about("unit", text, understood).with("found", found),
        E::UnknownPeriod { text, understood, found } => {
            about("period", text, understood).with("found", found)
        }
        E::TwoPeriods { text, understood, found } => {
            about("two-periods", text, understood).with("found", found)
        }
        E::Negative { text, understood } => about("negative", text, understood),
        E::NotANumber { text, understood, found } => {
            about("no-number", text, understood).with("found", found)
        }
        E::TooLarge { text, understood, found } => about("too-large", text, understood).with("found", found),
        E::Malformed { text, understood, found } => about("malformed", text, understood).with("found", found),
        E::Ambiguous { text, understood, found, first, second } => about("ambiguous", text, understood)
            .with("found", found)
            .with("first", first)
            .with("second", second),
        E::NotUnderstood { text, understood, found } => about("rest", text, understood).with("found", found),
    }
}

fn understood(seen: &Understood) -> Message {
    let what = || Message::new("understood").with("what", &seen.what);
    match seen.period {
        Some(every) if seen.what.is_empty() => period(every),
        Some(every) => {
            Message::new("understood-every").with("what", &seen.what).saying("period", period(every))
        }
        None if seen.what.is_empty() => Message::new("understood-nothing"),
        None => what(),
    }
}
