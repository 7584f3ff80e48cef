//! Reading a figure: decimal and thousands separators of France, Germany, Switzerland and England.

/// What a run of digits and separators says.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Figure {
    /// One reading only.
    Sure(f64),
    /// `1.200` or `1,200`: the separator may be decimal or of thousands.
    Unsure {
        /// `.` or `,`.
        separator: char,
        /// When the separator is decimal.
        decimal: f64,
        /// When it separates thousands.
        grouped: f64,
    },
    /// `1.2.3`: no number.
    Malformed,
}

/// Where the figure starting at `start` ends (one past its last character).
pub(super) fn extent(signs: &[char], start: usize) -> usize {
    let mut end = run(signs, start);
    let mut groups = end - start <= 3 && signs.get(start) != Some(&'0');
    loop {
        let next = run(signs, end + 1);
        match signs.get(end) {
            Some('.' | ',') if next > end + 1 => groups = false,
            Some('\'') if next == end + 4 => {}
            Some(' ') if groups && next == end + 4 => {}
            _ => break,
        }
        end = next;
    }
    exponent(signs, end).unwrap_or(end)
}

/// One past the digits that begin at `from`.
fn run(signs: &[char], from: usize) -> usize {
    from + signs.iter().skip(from).take_while(|sign| sign.is_ascii_digit()).count()
}

/// The end of `e400`, `E-3`; `None` when there is no exponent.
fn exponent(signs: &[char], at: usize) -> Option<usize> {
    let sign = usize::from(matches!(signs.get(at + 1), Some('+' | '-')));
    let digits = at + 1 + sign;
    let end = run(signs, digits);
    let alone = !signs.get(end).is_some_and(|next| next.is_alphabetic());
    (signs.get(at) == Some(&'e') && end > digits && alone).then_some(end)
}

/// What the run of digits says.
pub(super) fn interpret(raw: &str) -> Figure {
    let (mantissa, power) = raw.split_once('e').unwrap_or((raw, "0"));
    let spaced = mantissa.contains([' ', '\'']);
    let digits: String = mantissa.chars().filter(|sign| !matches!(sign, ' ' | '\'')).collect();
    let value = |text: &str| format!("{text}e{power}").parse::<f64>().map_or(Figure::Malformed, Figure::Sure);
    let seps: Vec<char> = digits.chars().filter(|sign| matches!(sign, '.' | ',')).collect();
    match seps.as_slice() {
        [] => value(&digits),
        [separator] => {
            let unsure = !spaced && raw == mantissa && looks_grouped(&digits, *separator);
            let decimal = value(&digits.replace(',', "."));
            if unsure { both(decimal, value(&digits.replace(['.', ','], "")), *separator) } else { decimal }
        }
        [thousands @ .., last] if !thousands.contains(last) && !spaced => {
            let Some((whole, part)) = digits.rsplit_once(*last) else { return Figure::Malformed };
            match thousands.first() {
                Some(separator)
                    if thousands.iter().all(|s| s == separator) && looks_grouped(whole, *separator) =>
                {
                    value(&format!("{}.{part}", whole.replace(*separator, "")))
                }
                _ => Figure::Malformed,
            }
        }
        [first, rest @ ..]
            if rest.iter().all(|s| s == first) && !spaced && looks_grouped(&digits, *first) =>
        {
            value(&digits.replace(*first, ""))
        }
        _ => Figure::Malformed,
    }
}

fn both(decimal: Figure, grouped: Figure, separator: char) -> Figure {
    match (decimal, grouped) {
        (Figure::Sure(decimal), Figure::Sure(grouped)) => Figure::Unsure { separator, decimal, grouped },
        _ => Figure::Malformed,
    }
}

/// `1.234.567`: one to three digits not beginning with zero, then groups of three.
fn looks_grouped(digits: &str, separator: char) -> bool {
    let mut groups = digits.split(separator);
    let first = groups.next().unwrap_or_default();
    (1..=3).contains(&first.len()) && !first.starts_with('0') && groups.all(|group| group.len() == 3)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn separators() {
        for (written, value) in [
            ("1200", 1200.0),
            ("1 200", 1200.0),
            ("1'200.50", 1200.5),
            ("1 234,5", 1234.5),
            ("1.234,5", 1234.5),
            ("1,234.5", 1234.5),
            ("1.234.567", 1_234_567.0),
            ("0,250", 0.25),
            ("1234.567", 1234.567),
            ("1e3", 1000.0),
        ] {
            assert_eq!(interpret(written), Figure::Sure(value), "{written}");
        }
        assert!(matches!(interpret("1.200"), Figure::Unsure { separator: '.', .. }));
        for written in ["1.2.3", "1,2,3", "1,23.4,5", "12.34,5"] {
            assert_eq!(interpret(written), Figure::Malformed, "{written}");
        }
    }

    #[test]
    fn where_a_figure_ends() {
        for (text, end) in
            [("1 200 t", 5), ("2 30 m3", 1), ("2024 120 t", 4), ("1e400", 5), ("12e", 2), ("3, 5", 1)]
        {
            let signs: Vec<char> = text.chars().collect();
            assert_eq!(extent(&signs, 0), end, "{text}");
        }
    }
}
