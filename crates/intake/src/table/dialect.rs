//! How a text table is written: encoding and separator.

use encoding_rs::Encoding;
use std::fmt;
use std::str::FromStr;

/// The separators looked for, the likeliest first.
pub(crate) const SEPARATORS: [u8; 4] = [b';', b',', b'\t', b'|'];

/// Encoding and separator of a text table. Printed as `UTF-8 ;`, `windows-1252 tab`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dialect {
    /// Encoding.
    pub encoding: &'static Encoding,
    /// Separator between cells.
    pub separator: u8,
}

impl fmt::Display for Dialect {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let separator =
            if self.separator == b'\t' { "tab".to_owned() } else { char::from(self.separator).to_string() };
        write!(f, "{} {separator}", self.encoding.name())
    }
}

impl FromStr for Dialect {
    type Err = String;

    /// Reads what `Display` prints.
    fn from_str(text: &str) -> Result<Self, String> {
        let fail = || format!("« {text} » n'est pas un dialecte ; attendu par exemple « UTF-8 ; »");
        let (encoding, separator) = text.split_once(' ').ok_or_else(fail)?;
        let encoding = Encoding::for_label(encoding.as_bytes()).ok_or_else(fail)?;
        let separator =
            if separator == "tab" { b'\t' } else { *separator.as_bytes().first().ok_or_else(fail)? };
        Ok(Self { encoding, separator })
    }
}

/// The separator of a text: the one that cuts the most lines into the same number of cells. Only separators outside quotes count.
pub(crate) fn separator_of(sample: &str) -> u8 {
    let lines: Vec<&str> = sample.lines().filter(|line| !line.trim().is_empty()).take(60).collect();
    // « sep=; » on the first line is Excel's own way of saying it.
    if let Some(stated) = lines.first().and_then(|line| line.trim().strip_prefix("sep="))
        && let Some(separator) = SEPARATORS.into_iter().find(|s| stated.as_bytes() == [*s])
    {
        return separator;
    }
    let mut best = (0, 0, b';');
    for separator in SEPARATORS {
        let (lines_alike, cuts) = agreement(&lines, separator);
        if (lines_alike, cuts) > (best.0, best.1) {
            best = (lines_alike, cuts, separator);
        }
    }
    best.2
}

/// How many lines have the commonest non-zero number of separators, and that number.
fn agreement(lines: &[&str], separator: u8) -> (usize, usize) {
    let mut counts = std::collections::BTreeMap::new();
    for line in lines {
        let count = outside_quotes(line, separator);
        if count > 0 {
            *counts.entry(count).or_insert(0_usize) += 1;
        }
    }
    counts.into_iter().map(|(cuts, alike)| (alike, cuts)).max().unwrap_or((0, 0))
}

fn outside_quotes(line: &str, separator: u8) -> usize {
    let mut quoted = false;
    let mut count = 0;
    for byte in line.bytes() {
        match byte {
            b'"' => quoted = !quoted,
            _ if byte == separator && !quoted => count += 1,
            _ => {}
        }
    }
    count
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_separator_is_the_one_that_cuts_lines_alike() {
        for (sample, separator) in [
            ("a;b;c\n1,5;2;x\n2,5;3;y\n", b';'),
            ("a,b,c\n\"1;5\",2,x\n", b','),
            ("a\tb\n1,5\t2\n", b'\t'),
            ("nom|kg\ncarton|3\n", b'|'),
            ("Registre 2025, site de Florange\n\na;b;c\n1;2;3\n4;5;6\n", b';'),
            ("sep=,\na,b\n", b','),
            ("seul\nvaleur\n", b';'),
            ("", b';'),
        ] {
            assert_eq!(char::from(separator_of(sample)), char::from(separator), "{sample}");
        }
    }

    #[test]
    fn printed_and_read_back() {
        for separator in SEPARATORS {
            for encoding in [encoding_rs::UTF_8, encoding_rs::WINDOWS_1252, encoding_rs::UTF_16LE] {
                let dialect = Dialect { encoding, separator };
                assert_eq!(dialect.to_string().parse(), Ok(dialect));
            }
        }
        assert!("UTF-8".parse::<Dialect>().is_err());
    }
}
