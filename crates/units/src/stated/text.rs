//! Making one writing out of many: spaces, dashes, apostrophes, exponents, accents.

use unicode_normalization::UnicodeNormalization;

/// Longest piece of the user's text repeated in a message, in characters.
const CLIP: usize = 80;

/// Signs that are one half, one quarter …
const FRACTIONS: &[(char, f64)] = &[
    ('½', 1.0 / 2.0),
    ('⅓', 1.0 / 3.0),
    ('⅔', 2.0 / 3.0),
    ('¼', 1.0 / 4.0),
    ('¾', 3.0 / 4.0),
    ('⅕', 1.0 / 5.0),
    ('⅛', 1.0 / 8.0),
];

/// The value of a one-character fraction.
pub(super) fn fraction(sign: char) -> Option<f64> {
    FRACTIONS.iter().find(|(known, _)| *known == sign).map(|(_, value)| *value)
}

/// The text in lower case with one kind of space, dash and apostrophe, `m³` as `m3`, accents kept (NFC).
pub(super) fn clean(text: &str) -> String {
    let mut out = String::new();
    for sign in text.trim().nfc() {
        push(&mut out, sign);
    }
    // Case folding may leave marks apart (`İ`), hence the second composition.
    out.replace("+/-", "±").replace("+-", "±").nfc().collect()
}

fn push(out: &mut String, sign: char) {
    match sign {
        '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}' | '\u{AD}' => {}
        _ if sign.is_whitespace() => {
            if !out.ends_with(' ') {
                out.push(' ');
            }
        }
        _ if fraction(sign).is_some() => out.push(sign),
        '²' | '³' if !out.ends_with(|c: char| c.is_alphabetic()) => out.push(sign),
        '\u{2010}'..='\u{2015}' | '\u{2212}' => out.push('-'),
        '\u{2018}' | '\u{2019}' | '\u{02BC}' | '´' | '`' => out.push('\''),
        '\u{2044}' | '\u{2215}' => out.push('/'),
        '≈' | '≃' | '∼' => out.push('~'),
        '≤' | '⩽' => out.push('<'),
        '≥' | '⩾' => out.push('>'),
        _ => out.extend(std::iter::once(sign).nfkc().flat_map(char::to_lowercase)),
    }
}

/// A word without accents: `fût` is `fut`, `Stück` is `stuck`, `œuvre` is `oeuvre`.
pub(super) fn fold(word: &str) -> String {
    let mut out = String::new();
    for sign in word.nfkd().filter(|sign| sign.is_ascii() || sign.is_alphanumeric() || *sign == '€') {
        match sign {
            'œ' => out.push_str("oe"),
            'æ' => out.push_str("ae"),
            'ß' => out.push_str("ss"),
            _ => out.push(sign),
        }
    }
    out
}

/// The text as repeated in a message.
pub(super) fn clip(text: &str) -> String {
    let text = text.trim();
    if text.chars().count() <= CLIP {
        return text.to_owned();
    }
    text.chars().take(CLIP).chain(std::iter::once('…')).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_writing_out_of_many() {
        for (written, read) in [
            ("1\u{202F}200\u{A0}t", "1 200 t"),
            ("30 M³", "30 m3"),
            ("10³", "10³"),
            ("3 – 5", "3 - 5"),
            ("jusqu’à", "jusqu'à"),
            ("fe\u{302}netre", "fênetre"),
            ("80 +/- 10", "80 ± 10"),
        ] {
            assert_eq!(clean(written), read);
        }
        assert_eq!(fold("fût œuvre stück straße"), "fut oeuvre stuck strasse");
    }
}
