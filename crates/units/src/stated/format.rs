//! Writing a quantity back, so that reading it gives the same.

use super::kinds::{Counted, symbol};
use super::read::Parts;
use super::{ROUGH_SHARE, Stated, Understood};
use crate::Range;
use std::fmt;

/// A number in French: narrow no-break space between thousands, comma before decimals.
fn figure(value: f64) -> String {
    let text = value.to_string();
    let (whole, part) = text.split_once('.').unwrap_or((&text, ""));
    let mut out = String::new();
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at).is_multiple_of(3) && whole.len() > 3 {
            out.push('\u{202F}');
        }
        out.push(digit);
    }
    if !part.is_empty() {
        out.push(',');
        out.push_str(part);
        // « 1,234 » could be taken for thousands.
        out.push_str(if part.len() == 3 && whole != "0" { "0" } else { "" });
    }
    out
}

/// « 3 », « 3 à 5 », « 3 à 6 (plutôt 4) ».
fn interval(range: Range) -> String {
    let (low, mid, high) = (range.low(), range.mid(), range.high());
    if range.is_exact() {
        figure(mid)
    } else if Range::between(low, high).is_ok_and(|plain| plain == range) {
        format!("{} à {}", figure(low), figure(high))
    } else {
        format!("{} à {} (plutôt {})", figure(low), figure(high), figure(mid))
    }
}

/// The amount with its doubt.
fn doubtful(range: Range, rough: bool) -> String {
    if !rough {
        return interval(range);
    }
    if !range.is_exact() && Range::about(range.mid(), ROUGH_SHARE).is_ok_and(|about| about == range) {
        return format!("environ {}", figure(range.mid()));
    }
    if range.is_exact() {
        return format!("environ {0} à {0}", figure(range.mid()));
    }
    format!("environ {}", interval(range))
}

impl fmt::Display for Counted {
    /// French noun or symbol in the singular, with the size: « benne de 30 m³ ».
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.noun(false))?;
        size(self, f)
    }
}

fn size(of: &Counted, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    match of {
        Counted::Container { size: Some(size), .. } => {
            write!(f, " de {} {}", interval(size.range), symbol(&size.unit))
        }
        _ => Ok(()),
    }
}

impl fmt::Display for Stated {
    /// In French, as [`parse`](super::parse) reads it: « environ 2 bennes de 30 m³ par semaine ».
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let many = self.amount.high() >= 2.0;
        write!(f, "{} {}", doubtful(self.amount, self.rough), self.of.noun(many))?;
        size(&self.of, f)?;
        if let Some(period) = self.per {
            write!(f, " {period}")?;
        }
        self.about.as_ref().map_or(Ok(()), |about| write!(f, " ({about})"))
    }
}

/// What was understood before a fault, for its message.
pub(super) fn understood(parts: &Parts) -> Understood {
    let said =
        [parts.amount.map(|amount| interval(amount.range)), parts.of.as_ref().map(ToString::to_string)];
    Understood {
        what: said.into_iter().flatten().collect::<Vec<_>>().join(" ").into(),
        period: parts.every.map(|(period, _)| period),
    }
}
