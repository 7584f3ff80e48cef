//! Spaces that do not break, and elision.

use crate::Lang;

/// No-break space: before `:`, inside « », before units.
pub(crate) const NBSP: char = '\u{a0}';
/// Narrow no-break space: before `;` `!` `?`, between thousands.
pub(crate) const NARROW: char = '\u{202f}';

/// French texts are typed with plain spaces; this makes those before `: ; ! ?` and inside « » unbreakable. English stays as it is.
pub fn spaced(lang: Lang, text: &str) -> String {
    if lang == Lang::En {
        return text.to_owned();
    }
    [
        (" :", format!("{NBSP}:")),
        (" ;", format!("{NARROW};")),
        (" !", format!("{NARROW}!")),
        (" ?", format!("{NARROW}?")),
        ("« ", format!("«{NBSP}")),
        (" »", format!("{NBSP}»")),
        (" %", format!("{NBSP}%")),
    ]
    .iter()
    .fold(text.to_owned(), |text, (plain, kept)| text.replace(plain, kept))
}

/// No line ends inside a number that somebody wrote with plain spaces, nor before its unit: « 14 000 t/an ».
pub fn unbroken(text: &str) -> String {
    let letters: Vec<char> = text.chars().collect();
    let digits = |from: usize| letters.iter().skip(from).take_while(|c| c.is_ascii_digit()).count();
    let kept = |(at, letter): (usize, &char)| {
        let after_digit =
            at.checked_sub(1).and_then(|before| letters.get(before)).is_some_and(char::is_ascii_digit);
        let unit = letters.get(at + 1).is_some_and(|c| "tkmhMGL€%".contains(*c));
        match letter {
            ' ' if after_digit && digits(at + 1) == 3 => NARROW,
            ' ' if after_digit && unit => NBSP,
            other => *other,
        }
    };
    letters.iter().enumerate().map(kept).collect()
}

/// Words in h that French does not elide, among those resources begin with.
const ASPIRATED: &[&str] =
    &["haut", "hach", "hall", "hamp", "hangar", "har", "hêtre", "hors", "houbl", "houill"];

/// `de bois`, `d'huile`; English `of wood`. For labels without article.
pub fn de(lang: Lang, label: &str) -> String {
    if lang == Lang::En {
        return format!("of {label}");
    }
    let start = label.to_lowercase();
    let vowel = start.starts_with(|c| "aàâeéèêëiîïoôœuùûy".contains(c));
    let mute_h = start.starts_with('h') && !ASPIRATED.iter().any(|word| start.starts_with(word));
    if vowel || mute_h { format!("d’{label}") } else { format!("de {label}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn french_keeps_signs_with_their_word() {
        assert_eq!(spaced(Lang::Fr, "Quoi ? « bois » : oui"), "Quoi\u{202f}? «\u{a0}bois\u{a0}»\u{a0}: oui");
        assert_eq!(spaced(Lang::En, "a : b"), "a : b");
    }

    #[test]
    fn a_number_stays_on_one_line_with_its_unit() {
        assert_eq!(unbroken("sable (14 000 t/an), 3 fois"), "sable (14\u{202f}000\u{a0}t/an), 3 fois");
        assert_eq!(unbroken("15 01 03"), "15 01 03");
    }

    #[test]
    fn elision_follows_the_ear() {
        assert_eq!(de(Lang::Fr, "eau chaude"), "d’eau chaude");
        assert_eq!(de(Lang::Fr, "huile usagée"), "d’huile usagée");
        assert_eq!(de(Lang::Fr, "houille"), "de houille");
        assert_eq!(de(Lang::Fr, "bois"), "de bois");
    }
}
