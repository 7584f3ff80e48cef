//! Which passwords are taken: long enough, and none of those that are tried first.

/// Shortest password taken.
const SHORTEST: usize = 12;
/// Longest, so that nobody keeps a core busy with a book.
pub(super) const LONGEST: usize = 200;
/// Fewest different characters.
const DIFFERENT: usize = 5;
/// What the passwords that are tried first are made of, beside digits and marks.
const COMMON: [&str; 34] = [
    "password",
    "passwort",
    "passe",
    "motdepasse",
    "mdp",
    "azertyuiop",
    "azerty",
    "qwertyuiop",
    "qwerty",
    "qsdfghjklm",
    "asdfghjkl",
    "wxcvbn",
    "zxcvbnm",
    "abcdefghijklmnopqrstuvwxyz",
    "abcdefghijkl",
    "abcdef",
    "abc",
    "admin",
    "administrateur",
    "administrator",
    "root",
    "user",
    "bienvenue",
    "welcome",
    "bonjour",
    "soleil",
    "jetaime",
    "iloveyou",
    "letmein",
    "secret",
    "test",
    "changeme",
    "florange",
    "fei",
];

/// Why a password is not taken, in French; `Ok` when it is.
pub fn password_rule(password: &str) -> Result<(), String> {
    let length = password.chars().count();
    if !(SHORTEST..=LONGEST).contains(&length) {
        return Err(format!("le mot de passe a {length} caractères ; attendu {SHORTEST} à {LONGEST}"));
    }
    if guessed_first(password) {
        return Err("ce mot de passe est de ceux qu'on essaie d'abord ; quatre mots sans rapport entre eux font mieux".into());
    }
    Ok(())
}

fn guessed_first(password: &str) -> bool {
    let low = password.to_lowercase();
    let different: std::collections::HashSet<char> = low.chars().collect();
    let kernel = low.trim_matches(|c: char| !c.is_alphabetic());
    different.len() < DIFFERENT
        || made_of_common(&kernel.chars().map(meant).filter(|c| c.is_alphabetic()).collect::<String>())
        || made_of_common(&kernel.chars().filter(|c| c.is_alphabetic()).collect::<String>())
}

/// The letter that a digit or a mark stands for.
fn meant(letter: char) -> char {
    match letter {
        '0' => 'o',
        '1' | '!' => 'i',
        '3' => 'e',
        '4' | '@' => 'a',
        '5' | '$' => 's',
        '7' => 't',
        other => other,
    }
}

/// Nothing but common words, one after the other; no letter at all counts, too.
fn made_of_common(letters: &str) -> bool {
    letters.is_empty() || COMMON.iter().any(|word| letters.strip_prefix(word).is_some_and(made_of_common))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_tried_first_is_refused() {
        for weak in [
            "password1234",
            "P@ssw0rd2026",
            "motdepasse123",
            "azertyuiop12",
            "123456789012",
            "aaaaaaaaaaaaaa",
            "Bienvenue2026!",
            "AdminAdmin2026",
            "court",
        ] {
            assert!(password_rule(weak).is_err(), "{weak}");
        }
        for good in [
            "un mot de passe long",
            "correct horse battery staple",
            "tonneau-virgule-lisière",
            "k7#vq92!mwzp",
        ] {
            assert_eq!(password_rule(good), Ok(()), "{good}");
        }
    }
}
