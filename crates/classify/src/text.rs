//! Text to stems: case, accents, ligatures, punctuation, plurals and feminines folded away.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Words that say nothing about a resource, folded.
const STOP: &[&str] = &[
    // French
    "a",
    "ai",
    "au",
    "aux",
    "avec",
    "c",
    "ca",
    "ce",
    "ces",
    "cet",
    "cette",
    "chez",
    "d",
    "dans",
    "de",
    "des",
    "du",
    "elle",
    "en",
    "entre",
    "est",
    "et",
    "etc",
    "il",
    "ils",
    "j",
    "je",
    "l",
    "la",
    "le",
    "les",
    "leur",
    "leurs",
    "lors",
    "mais",
    "meme",
    "n",
    "nos",
    "notre",
    "nous",
    "on",
    "ont",
    "ou",
    "par",
    "plus",
    "pour",
    "que",
    "quelques",
    "qui",
    "qu",
    "s",
    "sa",
    "se",
    "ses",
    "si",
    "son",
    "sont",
    "sous",
    "suite",
    "sur",
    "tout",
    "toute",
    "toutes",
    "tous",
    "tres",
    "un",
    "une",
    "vos",
    "votre",
    "y",
    "divers",
    "diverses",
    "autre",
    "autres",
    "dechet",
    "dechets",
    "type",
    "genre",
    "issu",
    "issus",
    "issue",
    "issues",
    "provenant",
    "contenant",
    "contenu",
    "vises",
    "visees",
    "visee",
    "vise",
    "rubrique",
    "rubriques",
    "ailleurs",
    "specifies",
    "specifie",
    "notamment",
    "compris",
    "exemple",
    "exclusion",
    "celui",
    "celle",
    "ceux",
    "celles",
    "ayant",
    "ete",
    "fait",
    "faire",
    // English
    "an",
    "and",
    "are",
    "as",
    "at",
    "be",
    "been",
    "by",
    "eg",
    "for",
    "from",
    "has",
    "have",
    "in",
    "is",
    "it",
    "its",
    "of",
    "or",
    "other",
    "our",
    "some",
    "than",
    "that",
    "the",
    "their",
    "these",
    "this",
    "those",
    "to",
    "was",
    "waste",
    "wastes",
    "we",
    "which",
    "with",
    "mentioned",
    "containing",
    "otherwise",
    "specified",
    "etc",
    "any",
    "all",
    // German
    "abfall",
    "abfalle",
    "abfallen",
    "als",
    "am",
    "an",
    "auf",
    "aus",
    "bei",
    "beim",
    "das",
    "dem",
    "den",
    "der",
    "des",
    "die",
    "ein",
    "eine",
    "einem",
    "einer",
    "fur",
    "im",
    "ist",
    "mit",
    "nach",
    "oder",
    "sonstige",
    "sonstiger",
    "sowie",
    "und",
    "unserer",
    "vom",
    "von",
    "wie",
    "zu",
    "zum",
    "zur",
];

/// Words after which comes what a thing is made of, holds or comes from, folded; `(` likewise.
const LINKS: &[&str] = &[
    "(",
    "a",
    "apres",
    "au",
    "aux",
    "avec",
    "chez",
    "contenant",
    "contenu",
    "d",
    "dans",
    "de",
    "des",
    "du",
    "en",
    "issu",
    "issue",
    "issues",
    "issus",
    "par",
    "provenant",
    "sous",
    "sur",
    "at",
    "by",
    "containing",
    "from",
    "in",
    "of",
    "on",
    "to",
    "with",
    "aus",
    "bei",
    "beim",
    "im",
    "mit",
    "nach",
    "vom",
    "von",
];

/// Words after which comes what a thing is for, folded.
const PURPOSES: &[&str] = &["pour", "for", "fur", "zum", "zur"];

/// Words that say the next one is not there, and those that say it of the one before, folded.
pub(crate) const NOT_NEXT: &[&str] = &[
    "non",
    "sans",
    "pas",
    "hors",
    "ni",
    "sauf",
    "excepte",
    "exempt",
    "exempte",
    "exempts",
    "not",
    "no",
    "without",
    "excluding",
    "except",
    "nicht",
    "ohne",
    "kein",
    "keine",
];
const NOT_BEFORE: &[&str] = &["free", "frei"];

/// Words that say a thing is thrown away, folded: they name nothing, and tell a thing from what is left of it.
const WASTE: &[&str] = &["dechet", "dechets", "waste", "wastes", "abfall", "abfalle", "abfallen"];

pub(crate) fn says_waste(word: &str) -> bool {
    WASTE.contains(&word)
}

/// Abbreviations whose last letter is no plural: a « GRVS » is a big bag, a « GRV » a rigid container.
const WHOLE: &[&str] = &["grvs", "pfas"];

/// What a folded word does in a wording.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Role {
    /// Names something.
    Content,
    /// Binds what follows to what precedes.
    Link,
    /// Binds the use that follows to what precedes.
    Purpose,
    /// Denies what follows.
    NotNext,
    /// Denies what precedes.
    NotBefore,
    /// Says nothing.
    Stop,
}

pub(crate) fn role(word: &str) -> Role {
    if LINKS.contains(&word) {
        Role::Link
    } else if PURPOSES.contains(&word) {
        Role::Purpose
    } else if NOT_NEXT.contains(&word) {
        Role::NotNext
    } else if NOT_BEFORE.contains(&word) {
        Role::NotBefore
    } else if STOP.contains(&word)
        || word.bytes().all(|b| b.is_ascii_digit())
        || (word.len() == 1 && word.is_ascii())
    {
        Role::Stop
    } else {
        Role::Content
    }
}

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

/// Folded words in order; what follows a parenthesis, a colon or a dash is an aside, begun by a word of its own.
pub(crate) fn words(text: &str) -> Vec<String> {
    let mut words = Vec::new();
    for (nth, part) in text.split(['(', ':', '–', '—']).enumerate() {
        if nth > 0 {
            words.push("(".to_owned());
        }
        words.extend(fold(part).split_whitespace().map(str::to_owned));
    }
    words
}

/// A light stem: plural and feminine marks off, never below three letters. Heavier stemming merges words that differ in meaning
/// (« peinture » and « peintre »), which costs more here than a missed inflection.
pub(crate) fn stem(word: &str) -> String {
    if WHOLE.contains(&word) {
        return word.to_owned();
    }
    // « panneaux », « tuyaux »: the x alone is a mark.
    if word.ends_with("eaux") || word.ends_with("yaux") {
        return word[..word.len() - 1].to_owned();
    }
    let mut stem = word;
    for (ending, least) in [
        ("euses", 5),
        ("euse", 5),
        ("aux", 4),
        ("eux", 4),
        ("ees", 4),
        ("ee", 4),
        ("es", 4),
        ("s", 4),
        ("x", 4),
        ("e", 4),
    ] {
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
    let doubled = bytes.len() > 4
        && bytes[bytes.len() - 1] == bytes[bytes.len() - 2]
        && !b"aeiouy".contains(&bytes[bytes.len() - 1]);
    stem[..stem.len() - usize::from(doubled && stem.is_ascii())].to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn stems(text: &str) -> Vec<String> {
        words(text).iter().filter(|w| role(w) == Role::Content).map(|w| stem(w)).collect()
    }

    #[test]
    fn inflections_meet() {
        for (a, b) in [
            ("palettes perdues", "Palette perdue"),
            ("boues huileuses", "boue huileux"),
            ("métaux", "métal"),
            ("panneaux", "panneau"),
            ("tuyaux", "tuyau"),
            ("CARTONS ondulés", "carton ondulé"),
            ("œufs", "oeuf"),
            ("déchets de bois", "bois"),
            ("bottles", "bottle"),
        ] {
            assert_eq!(stems(a), stems(b), "{a} / {b}");
        }
    }

    #[test]
    fn asides_are_kept_apart() {
        assert_eq!(words("Batteries (garage)"), ["batteries", "(", "garage"]);
        assert_eq!(role("("), Role::Link);
        assert_eq!(role("sans"), Role::NotNext);
        assert_eq!(role("2026"), Role::Stop);
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
