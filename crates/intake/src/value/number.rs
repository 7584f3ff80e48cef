//! Plain numbers as people and spreadsheets write them.

/// Reads `1 234,5`, `1'234.5`, `49.321`, `-3`. `None` for anything else, for infinities and for NaN. `1.234,5` and `1,234.5` are read by
/// their last sign; a lone sign is the decimal one.
pub fn number(text: &str) -> Option<f64> {
    let compact: String =
        text.chars().filter(|c| !c.is_whitespace() && !matches!(c, '\'' | '\u{2019}')).collect();
    let body = compact.strip_prefix(['-', '+', '\u{2212}']).unwrap_or(&compact);
    if body.is_empty() || !body.chars().all(|c| c.is_ascii_digit() || c == '.' || c == ',') {
        return None;
    }
    let last = body.rfind(['.', ',']);
    let decimal = last.and_then(|at| body[at..].chars().next());
    if decimal.is_some_and(|sign| body.matches(sign).count() > 1) {
        return None;
    }
    let plain: String = body
        .char_indices()
        .filter_map(|(at, c)| match c {
            '.' | ',' if Some(at) == last => Some('.'),
            '.' | ',' => None,
            digit => Some(digit),
        })
        .collect();
    let value: f64 = plain.parse().ok()?;
    let negative = compact.starts_with(['-', '\u{2212}']);
    value.is_finite().then_some(if negative { -value } else { value })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_all_hands() {
        for (text, value) in [
            ("49.31914", 49.319_14),
            ("6,07543", 6.075_43),
            ("1 234,5", 1234.5),
            ("1.234,5", 1234.5),
            ("1,234.5", 1234.5),
            ("-3", -3.0),
            ("1\u{202F}200", 1200.0),
            ("7.", 7.0),
        ] {
            assert_eq!(number(text), Some(value), "{text}");
        }
        for text in ["", "-", "NaN", "inf", "1e9", "douze", "1.2.3", "1,2,3", "1 t", ".", "٣"] {
            assert_eq!(number(text), None, "{text}");
        }
    }
}
