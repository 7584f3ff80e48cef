//! Text to stems: case, accents, ligatures, punctuation, plurals and feminines of three languages folded away.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Words that say nothing about a resource, folded.
const STOP: &[&str] = &[
    // French
    "a", "ai", "au", "aux", "avec", "c", "ce", "ces", "cet", "cette", "chez", "d", "dans", "de", "des", "du", "en", "est", "et", "etc", "hors",
    "il", "j", "je", "l", "la", "le", "les", "leur", "leurs", "lors", "mais", "n", "nos", "notre", "nous", "on", "ou", "par", "pas", "pour",
    "que", "qui", "qu", "s", "sa", "se", "ses", "son", "sont", "sous", "sur", "un", "une", "vos", "votre", "y", "divers", "diverses",
    "autre", "autres", "dechet", "dechets", "type", "issu", "issus", "issue", "issues", "provenant", "contenant", "vises", "visees",
    "rubrique", "rubriques", "ailleurs", "specifies", "notamment", "compris",
    // English
    "an", "and", "are", "at", "by", "for", "from", "in", "is", "of", "on", "or", "other", "than", "that", "the", "this", "those", "to",
    "waste", "wastes", "with", "mentioned", "containing", "not", "otherwise", "specified", "our", "we", "used",
    // German
    "am", "auf", "aus", "bei", "das", "dem", "den", "der", "die", "ein", "eine", "fur", "im", "mit", "oder", "sowie", "und", "von", "zu", "zum",
    "zur", "abfall", "abfalle", "sonstige", "sonstiger",
];

/// Lower case without accents or ligatures; letters and digits kept, the rest is a space.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for c in text.nfd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase) {
        match c {
            'œ' => folded.push_str("oe"),
            'æ' => folded.push_str("ae"),
            'ß' => folded.push_str("ss"),
            '₂' => folded.push('2'),
            '₃' => folded.push('3'),
            '₄' => folded.push('4'),
            c if c.is_alphanumeric() => folded.push(c),
            _ => folded.push(' '),
        }
    }
    folded
}

/// Stems of the words that say something, in order.
pub fn stems(text: &str) -> Vec<String> {
    let folded = fold(text);
    let words: Vec<&str> = folded.split_whitespace().collect();
    let telling: Vec<String> = words.iter().filter(|w| tells(w)).map(|w| stem(w)).collect();
    // A wording made of stop words only (« déchets divers ») keeps them: they are all there is.
    if telling.is_empty() { words.into_iter().map(stem).collect() } else { telling }
}

fn tells(word: &str) -> bool {
    let amount = word.bytes().all(|b| b.is_ascii_digit());
    !amount && !STOP.contains(&word)
}

/// A light stem: plural and feminine marks off, never below three letters. Heavier stemming merges words that differ in meaning
/// (« peinture » and « peintre »), which costs more here than a missed inflection.
fn stem(word: &str) -> String {
    let mut stem = word;
    for (ending, least) in [("euses", 5), ("euse", 5), ("aux", 4), ("eux", 4), ("ees", 4), ("ee", 4), ("es", 4), ("s", 4), ("x", 4), ("e", 4)] {
        if let Some(rest) = stem.strip_suffix(ending)
            && rest.len() >= least - 1
        {
            stem = rest;
            if ending == "aux" {
                return format!("{stem}al");
            }
            if ending.starts_with("eu") {
                return format!("{stem}eu");
            }
            break;
        }
    }
    // A double consonant before the mark falls with it: chiffonne, chiffon.
    let bytes = stem.as_bytes();
    let doubled = bytes.len() > 4 && bytes[bytes.len() - 1] == bytes[bytes.len() - 2] && !b"aeiouy".contains(&bytes[bytes.len() - 1]);
    stem[..stem.len() - usize::from(doubled && stem.is_ascii())].to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn inflections_meet() {
        for (a, b) in [
            ("palettes perdues", "Palette perdue"),
            ("boues huileuses", "boue huileux"),
            ("métaux", "métal"),
            ("CARTONS ondulés", "carton ondulé"),
            ("œufs", "oeuf"),
            ("déchets de bois", "bois"),
            ("bottles", "bottle"),
        ] {
            assert_eq!(stems(a), stems(b), "{a} / {b}");
        }
    }

    #[test]
    fn a_wording_of_stop_words_is_not_lost() {
        assert!(!stems("déchets divers").is_empty());
        assert!(stems("").is_empty());
    }

    proptest! {
        #[test]
        fn any_text_gives_stems_without_panic(text in ".*") {
            for stem in stems(&text) {
                prop_assert!(!stem.is_empty());
            }
        }
    }
}
