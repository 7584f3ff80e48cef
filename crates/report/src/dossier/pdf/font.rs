//! Helvetica as every reader has it: the bytes of WinAnsi and how wide each letter is.

/// Letters 32–126 of Helvetica, thousandths of the size (Adobe Core 14 font metrics).
const WIDTHS: [u16; 95] = [
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556,
    556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278,
    500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469,
    556, 333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500,
    278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
];

/// Bold letters are at most this much wider.
const BOLD: f32 = 1.08;

/// What WinAnsi cannot write, in words it can.
fn plain(letter: char) -> &'static str {
    match letter {
        '₂' => "2",
        '₃' => "3",
        // The dash of WinAnsi that is as long as a minus: a hyphen is lost before a digit.
        '−' => "–",
        '≈' => "env. ",
        '≤' => "<=",
        '≥' => ">=",
        '→' => "->",
        '\u{202f}' | '\u{2009}' => "\u{a0}",
        'ᵉ' => "e",
        _ => "?",
    }
}

/// The bytes a reader shows as this text.
pub(super) fn encoded(text: &str) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(text.len());
    for letter in text.chars() {
        match byte(letter) {
            Some(byte) => bytes.push(byte),
            None => bytes.extend(plain(letter).chars().filter_map(byte)),
        }
    }
    bytes
}

fn byte(letter: char) -> Option<u8> {
    let special = match letter {
        '€' => 0x80,
        '…' => 0x85,
        'Œ' => 0x8c,
        '‘' => 0x91,
        '’' => 0x92,
        '“' => 0x93,
        '”' => 0x94,
        '•' => 0x95,
        '–' => 0x96,
        '—' => 0x97,
        'œ' => 0x9c,
        _ => 0,
    };
    if special != 0 {
        return Some(special);
    }
    u8::try_from(u32::from(letter)).ok().filter(|byte| matches!(byte, 0x20..=0x7e | 0xa0..))
}

/// How wide a text is at a size, points.
pub(super) fn width(text: &str, size: f32, bold: bool) -> f32 {
    let sum: u32 = encoded(text).into_iter().map(|byte| u32::from(of(byte))).sum();
    #[expect(clippy::cast_precision_loss, reason = "a line of text is a few thousand units")]
    let plain = sum as f32 / 1000.0 * size;
    if bold { plain * BOLD } else { plain }
}

/// Accented letters are as wide as their base.
fn of(byte: u8) -> u16 {
    match byte {
        0x20..=0x7e => WIDTHS[usize::from(byte - 0x20)],
        0x91 | 0x92 => 222,
        0x85 | 0x8c | 0x97 => 1000,
        0x9c | 0xe6 => 944,
        0xb0 => 400,
        0xb2 | 0xb3 | 0xb7 | 0xb9 | 0x93..=0x95 => 333,
        0xc7 | 0xd1 | 0xd9..=0xdc => 722,
        0xc0..=0xc6 | 0xc8..=0xcb => 667,
        0xa0 | 0xcc..=0xcf | 0xec..=0xef => 278,
        0xd2..=0xd6 => 778,
        0xe7 => 500,
        _ => 556,
    }
}

/// Lines no wider than that; a word too long for a line is cut.
pub(super) fn wrapped(text: &str, size: f32, bold: bool, most: f32) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = String::new();
    for word in text.split([' ', '\n']) {
        let longer = if line.is_empty() { word.to_owned() } else { format!("{line} {word}") };
        // A column is as wide as its longest word, but for the last bit of a float.
        if width(&longer, size, bold) <= most + 0.05 {
            line = longer;
            continue;
        }
        if !line.is_empty() {
            lines.push(std::mem::take(&mut line));
        }
        line = cut(word, size, bold, most, &mut lines);
    }
    lines.push(line);
    lines
}

/// The rest of a word, once full lines of it were set.
fn cut(word: &str, size: f32, bold: bool, most: f32, lines: &mut Vec<String>) -> String {
    let mut rest = String::new();
    for letter in word.chars() {
        rest.push(letter);
        if width(&rest, size, bold) > most + 0.05 && rest.chars().count() > 1 {
            rest.pop();
            lines.push(std::mem::replace(&mut rest, letter.to_string()));
        }
    }
    rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn french_is_written_and_what_helvetica_lacks_is_put_in_other_words() {
        assert_eq!(encoded("é€œ"), [0xe9, 0x80, 0x9c]);
        assert_eq!(encoded("CO₂ −5"), b"CO2 \x965", "a minus is no hyphen");
        assert_eq!(encoded("1\u{202f}000"), [b'1', 0xa0, b'0', b'0', b'0']);
    }

    #[test]
    fn no_line_is_too_wide_and_no_letter_is_lost() {
        let text = "Une phrase assez longue pour tenir sur plusieurs lignes, avec unmotbeaucouptroplongpourtenir dedans";
        let lines = wrapped(text, 10.0, false, 80.0);
        assert!(lines.iter().all(|line| width(line, 10.0, false) <= 80.05), "{lines:?}");
        assert_eq!(lines.concat().replace(' ', ""), text.replace(' ', ""));
    }
}
