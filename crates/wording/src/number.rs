//! Numbers as people read them: few digits, thousands apart, range and unit never far.

use crate::typography::{NARROW, NBSP};
use crate::{Lang, message, unit};
use chrono::{Datelike, NaiveDate};
use units::{Range, Unit};

/// Significant digits of an uncertain number.
const UNCERTAIN: i32 = 2;
/// Significant digits of a number stated without range.
const STATED: i32 = 3;

/// « 12 à 30 t/an (le plus probable 18) »; a number known exactly stands alone.
pub fn amount(lang: Lang, range: &Range, unit: &Unit) -> String {
    let shown = Shown::of(lang, range, unit);
    if shown.low == shown.high {
        return shown.with_unit(&shown.mid);
    }
    let high = shown.with_unit(&shown.high);
    message(
        lang,
        "range-long",
        &[("low", shown.low.as_str().into()), ("high", high.into()), ("mid", shown.mid.as_str().into())],
    )
}

/// « ≈ 18 t/an (12–30) »; a number known exactly stands alone.
pub fn short(lang: Lang, range: &Range, unit: &Unit) -> String {
    let shown = Shown::of(lang, range, unit);
    if shown.low == shown.high {
        return shown.with_unit(&shown.mid);
    }
    // « −1,4–18 » would read as a sum: a range that goes below zero is written out.
    let between = if range.low() < 0.0 { message(lang, "range-between", &[]) } else { "–".to_owned() };
    format!("≈{NBSP}{} ({}{between}{})", shown.with_unit(&shown.mid), shown.low, shown.high)
}

/// A count with thousands apart.
pub fn count(lang: Lang, count: usize) -> String {
    grouped(lang, count as f64, 0)
}

/// A share (0–1) in whole percent.
pub fn percent(lang: Lang, share: f64) -> String {
    let number = grouped(lang, (share * 100.0).round(), 0);
    if lang == Lang::Fr { format!("{number}{NBSP}%") } else { format!("{number}%") }
}

/// `12/03/2026` in French, `2026-03-12` in English.
pub fn date(lang: Lang, day: NaiveDate) -> String {
    match lang {
        Lang::Fr => format!("{:02}/{:02}/{}", day.day(), day.month(), day.year()),
        Lang::En => day.to_string(),
    }
}

/// A value with so many significant digits.
pub fn rounded(lang: Lang, value: f64, digits: i32) -> String {
    if value == 0.0 || !value.is_finite() {
        return grouped(lang, 0.0, 0);
    }
    let scale = 10_f64.powi(digits - 1 - exponent(value));
    let value = (value * scale).round() / scale;
    let decimals = (digits - 1 - exponent(value)).max(0);
    grouped(lang, value, usize::try_from(decimals).unwrap_or(0))
}

#[expect(clippy::cast_possible_truncation, reason = "the exponent of a finite f64 is below 310")]
fn exponent(value: f64) -> i32 {
    value.abs().log10().floor() as i32
}

/// A value with so many decimals at most, trailing zeros left out, thousands apart.
pub(crate) fn grouped(lang: Lang, value: f64, decimals: usize) -> String {
    let text = format!("{:.decimals$}", value.abs());
    let (whole, fraction) = text.split_once('.').unwrap_or((&text, ""));
    let fraction = fraction.trim_end_matches('0');
    let (separator, point) = if lang == Lang::Fr { (NARROW, ',') } else { (',', '.') };
    let mut out = String::new();
    if value < 0.0 && text.bytes().any(|b| (b'1'..=b'9').contains(&b)) {
        out.push('−');
    }
    for (position, digit) in whole.chars().enumerate() {
        if position > 0 && (whole.len() - position) % 3 == 0 {
            out.push(separator);
        }
        out.push(digit);
    }
    if !fraction.is_empty() {
        out.push(point);
        out.push_str(fraction);
    }
    out
}

/// The factor and prefix under which euros of this size are said: 1 200 €, 12 k€, 1,2 M€.
pub fn money_scale(largest: f64) -> (f64, &'static str) {
    match largest {
        x if x >= 1e6 => (1e-6, "M"),
        x if x >= 1e4 => (1e-3, "k"),
        _ => (1.0, ""),
    }
}

/// The three points of a range as written, in one scale.
struct Shown {
    low: String,
    mid: String,
    high: String,
    unit: String,
}

impl Shown {
    fn of(lang: Lang, range: &Range, unit: &Unit) -> Self {
        let largest = range.low().abs().max(range.high().abs());
        let (factor, unit) = scale(lang, largest, unit);
        let exact = range.low().total_cmp(&range.high()).is_eq();
        let digits = if exact && !unit.contains('€') { STATED } else { UNCERTAIN };
        let middle = range.mid() * factor;
        let show = |value: f64| match value * factor {
            // Beside 52, a lower end of 0,081 is precise without reason: 0,1.
            least if !exact && least.abs() * 100.0 < middle.abs() => {
                let decimals = usize::try_from(2 - exponent(middle)).unwrap_or(0);
                Some(grouped(lang, least, decimals))
                    .filter(|shown| shown != "0")
                    .unwrap_or_else(|| rounded(lang, least, 1))
            }
            value => rounded(lang, value, digits),
        };
        Self { low: show(range.low()), mid: show(range.mid()), high: show(range.high()), unit }
    }

    fn with_unit(&self, number: &str) -> String {
        if self.unit.is_empty() { number.to_owned() } else { format!("{number}{NBSP}{}", self.unit) }
    }
}

/// Large money in k€ or M€, small masses in kg; everything else in its own unit.
fn scale(lang: Lang, largest: f64, of: &Unit) -> (f64, String) {
    let label = unit(lang, of);
    let symbol = of.symbol();
    if symbol.starts_with("EUR") {
        let (factor, prefix) = money_scale(largest);
        return (factor, format!("{prefix}{label}"));
    }
    let tonnes = symbol == "t" || symbol.starts_with("t/") || symbol.starts_with("tCO2e");
    if tonnes && largest < 0.1 { (1e3, format!("k{}", label.replacen('t', "g", 1))) } else { (1.0, label) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn range(low: f64, mid: f64, high: f64) -> Range {
        Range::new(low, mid, high).unwrap()
    }

    fn fr(low: f64, mid: f64, high: f64, unit: &str) -> String {
        amount(Lang::Fr, &range(low, mid, high), &unit.parse().unwrap())
    }

    #[test]
    fn french_and_english_separate_differently() {
        assert_eq!(grouped(Lang::Fr, 1234.5, 1), "1\u{202f}234,5");
        assert_eq!(grouped(Lang::En, 1_234_567.5, 1), "1,234,567.5");
        assert_eq!(grouped(Lang::Fr, -0.04, 1), "0");
    }

    #[test]
    fn a_small_end_is_no_preciser_than_its_middle() {
        assert_eq!(fr(0.081, 52.0, 160.0, "t/year"), "0,1 à 160\u{a0}t/an (le plus probable 52)");
        assert_eq!(
            fr(0.5, 5_200.0, 16_000.0, "t/year"),
            "0,5 à 16\u{202f}000\u{a0}t/an (le plus probable 5\u{202f}200)"
        );
    }

    #[test]
    fn ranges_say_their_middle() {
        assert_eq!(fr(12.0, 18.2, 30.4, "t/year"), "12 à 30\u{a0}t/an (le plus probable 18)");
        let short = short(Lang::En, &range(12.0, 18.2, 30.4), &"t/year".parse().unwrap());
        assert_eq!(short, "≈\u{a0}18\u{a0}t/year (12–30)");
    }

    #[test]
    fn no_false_precision() {
        assert_eq!(fr(38_123.0, 38_123.0, 38_123.0, "t/year"), "38\u{202f}100\u{a0}t/an");
        assert_eq!(rounded(Lang::Fr, 0.012_34, 2), "0,012");
        assert_eq!(rounded(Lang::Fr, 99.7, 2), "100");
    }

    #[test]
    fn money_is_rounded_and_scaled() {
        let exact = |x| fr(x, x, x, "EUR/year");
        assert_eq!(exact(1234.0), "1\u{202f}200\u{a0}€/an");
        assert_eq!(exact(12_345.0), "12\u{a0}k€/an");
        assert_eq!(exact(-1_234_567.0), "−1,2\u{a0}M€/an");
        assert_eq!(
            fr(-1500.0, 4000.0, 9000.0, "EUR"),
            "−1\u{202f}500 à 9\u{202f}000\u{a0}€ (le plus probable 4\u{202f}000)"
        );
    }

    #[test]
    fn small_masses_are_said_in_kilograms() {
        assert_eq!(fr(0.05, 0.05, 0.05, "t/year"), "50\u{a0}kg/an");
        assert_eq!(fr(0.02, 0.02, 0.02, "tCO2e/year"), "20\u{a0}kg\u{a0}CO₂e/an");
    }
}
