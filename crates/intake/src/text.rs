//! Comparing words that people write in many ways.

use unicode_normalization::UnicodeNormalization;

/// In words shorter than this, one letter makes another word.
const LONG_WORD: usize = 6;

/// Lower case without accents, everything but letters and digits as one space: `N° SIRET (établissement)` is `n siret etablissement`.
pub fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for sign in text.nfkd().flat_map(char::to_lowercase) {
        match sign {
            'œ' => out.push_str("oe"),
            'æ' => out.push_str("ae"),
            'ß' => out.push_str("ss"),
            '°' | 'º' => {}
            _ if unicode_normalization::char::is_combining_mark(sign) => {}
            _ if sign.is_alphanumeric() => out.push(sign),
            _ if out.ends_with(' ') || out.is_empty() => {}
            _ => out.push(' '),
        }
    }
    out.truncate(out.trim_end().len());
    out
}

/// The text in NFC with every run of spaces and line breaks as one space, ends trimmed, invisible characters gone.
pub fn plain(text: &str) -> String {
    let visible =
        text.nfc().filter(|c| !matches!(c, '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}' | '\u{AD}'));
    let visible: String = visible.map(|c| if c.is_control() { ' ' } else { c }).collect();
    visible.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// True for the same word, and for a word of six letters or more with one letter wrong, missing, too many or out of place. Both folded.
pub(crate) fn near(word: &str, known: &str) -> bool {
    let most = usize::from(word.len().min(known.len()) >= LONG_WORD);
    reference::edits(word.as_bytes(), known.as_bytes(), most).is_some()
}

/// At most so many characters, with an ellipsis when cut.
pub(crate) fn clip(text: &str, most: usize) -> String {
    if text.chars().count() <= most {
        return text.to_owned();
    }
    text.chars().take(most).chain(std::iter::once('…')).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn many_writings_one_word() {
        for (written, folded) in [
            ("  Quantité\u{A0}(t/an) ", "quantite t an"),
            ("N° SIRET", "n siret"),
            ("code_postal", "code postal"),
            ("ŒUVRE", "oeuvre"),
            ("Straße", "strasse"),
            ("état", "etat"),
            ("", ""),
            ("---", ""),
        ] {
            assert_eq!(fold(written), folded, "{written}");
        }
        assert_eq!(plain(" a\u{200B}b\r\n c\u{A0}d "), "ab c d");
    }
}
