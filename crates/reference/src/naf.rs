//! Activity codes: NAF rev. 2 until the end of 2026, NAF 2025 after; the same digits mean different things in the two.

use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use std::fmt;

/// Which nomenclature a code belongs to. A code without its version is a bug.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum NafVersion {
    /// NAF rev. 2 (2008), final letter A–F or Z; equals NACE rev. 2 in the first four digits.
    #[serde(rename = "NAFRev2")]
    Rev2,
    /// NAF 2025, final letter G–L or Y.
    #[serde(rename = "NAF2025")]
    Naf2025,
}

impl fmt::Display for NafVersion {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Rev2 => "NAF rév. 2",
            Self::Naf2025 => "NAF 2025",
        })
    }
}

/// An activity code with its version: `16.24Z` (NAF rév. 2). Holds 2 to 4 digits and, for a full sub-class, its letter.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct ActivityCode {
    /// Which nomenclature.
    pub version: NafVersion,
    /// Dotted, as printed: `16.24Z`, `16.24`, `16`.
    pub code: String,
}

/// Why a text is no activity code.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NafError {
    /// Not digits and a letter.
    #[error("« {0} » n'est pas un code d'activité ; attendu par exemple « 16.24Z » ou « 1624Z »")]
    Shape(String),
    /// The letter says one version, the file another.
    #[error("« {code} » porte une lettre de la {letter} alors que le fichier annonce la {declared}")]
    Version {
        /// The code.
        code: String,
        /// Version its letter belongs to.
        letter: NafVersion,
        /// Version the file states.
        declared: NafVersion,
    },
    /// Right shape, but no such code in that version.
    #[error("« {code} » n'existe pas en {version}")]
    Unknown {
        /// The code.
        code: String,
        /// The version it was looked up in.
        version: NafVersion,
    },
}

impl ActivityCode {
    /// Reads `16.24Z`, `1624Z`, `16.24`, `1624`, `16`. The letter tells the version; `declared` is what the file says, and must agree;
    /// without letter and without declaration it is NAF rev. 2 / NACE rev. 2.
    pub fn parse(text: &str, declared: Option<NafVersion>) -> Result<Self, NafError> {
        let shape = || NafError::Shape(text.to_owned());
        let compact: String = text.trim().chars().filter(|c| *c != '.' && !c.is_whitespace()).collect();
        let letter = compact.chars().last().filter(char::is_ascii_alphabetic).map(|c| c.to_ascii_uppercase());
        let digits = compact.trim_end_matches(|c: char| c.is_ascii_alphabetic());
        let fits = (2..=4).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit());
        if !fits || compact.len() > digits.len() + 1 || (letter.is_some() && digits.len() != 4) {
            return Err(shape());
        }
        let by_letter = match letter {
            Some('A'..='F' | 'Z') => Some(NafVersion::Rev2),
            Some('G'..='L' | 'Y') => Some(NafVersion::Naf2025),
            Some(_) => return Err(shape()),
            None => None,
        };
        let dotted =
            if digits.len() > 2 { format!("{}.{}", &digits[..2], &digits[2..]) } else { digits.to_owned() };
        let code = letter.map_or_else(|| dotted.clone(), |l| format!("{dotted}{l}"));
        match (by_letter, declared) {
            (Some(letter), Some(declared)) if letter != declared => {
                Err(NafError::Version { code, letter, declared })
            }
            (found, declared) => Ok(Self { version: found.or(declared).unwrap_or(NafVersion::Rev2), code }),
        }
    }

    /// Two digits.
    pub fn division(&self) -> &str {
        self.code.get(..2).unwrap_or(&self.code)
    }

    /// The code without its letter: `16.24`.
    pub fn class(&self) -> &str {
        self.code.trim_end_matches(|c: char| c.is_ascii_alphabetic())
    }
}

impl fmt::Display for ActivityCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} ({})", self.code, self.version)
    }
}

/// Labels of both versions and Insee's crosswalk.
#[derive(Clone, Debug, Default)]
pub struct Naf {
    labels: HashMap<ActivityCode, (String, String)>,
    to_2025: HashMap<String, Vec<String>>,
    to_rev2: HashMap<String, Vec<String>>,
}

impl Naf {
    pub(crate) fn new(
        labels: HashMap<ActivityCode, (String, String)>,
        crosswalk: impl IntoIterator<Item = (String, String)>,
    ) -> Self {
        let mut naf = Self { labels, ..Self::default() };
        for (rev2, naf2025) in crosswalk {
            naf.to_2025.entry(rev2.clone()).or_default().push(naf2025.clone());
            naf.to_rev2.entry(naf2025).or_default().push(rev2);
        }
        naf
    }

    /// Label in a language; NAF 2025 has French labels only.
    pub fn label(&self, code: &ActivityCode, lang: &str) -> Option<&str> {
        let (fr, en) = self.labels.get(code)?;
        Some(if lang == "en" && !en.is_empty() { en } else { fr })
    }

    /// The code itself when it exists in its version.
    pub fn known(&self, code: ActivityCode) -> Result<ActivityCode, NafError> {
        if self.labels.contains_key(&code) {
            Ok(code)
        } else {
            Err(NafError::Unknown { code: code.code, version: code.version })
        }
    }

    /// All codes with their labels, in no order.
    pub fn labels(&self) -> impl Iterator<Item = (&ActivityCode, &str, &str)> {
        self.labels.iter().map(|(code, (fr, en))| (code, fr.as_str(), en.as_str()))
    }

    /// The rev. 2 classes (`16.24`) a code may stand for: itself in rev. 2, the crosswalk's candidates for NAF 2025.
    pub fn as_rev2(&self, code: &ActivityCode) -> Vec<String> {
        match code.version {
            NafVersion::Rev2 => vec![code.class().to_owned()],
            NafVersion::Naf2025 => {
                let mut classes: Vec<String> = self
                    .to_rev2
                    .get(&code.code)
                    .into_iter()
                    .flatten()
                    .map(|c| c.trim_end_matches(|c: char| c.is_ascii_alphabetic()).to_owned())
                    .collect();
                classes.dedup();
                classes
            }
        }
    }

    /// The NAF 2025 codes a rev. 2 code became.
    pub fn as_2025(&self, code: &ActivityCode) -> &[String] {
        self.to_2025.get(&code.code).map_or(&[], Vec::as_slice)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_letter_tells_the_version() {
        let parse = |text: &str| ActivityCode::parse(text, None).unwrap();
        assert_eq!(parse("1624Z"), ActivityCode { version: NafVersion::Rev2, code: "16.24Z".into() });
        assert_eq!(parse("38.32Y").version, NafVersion::Naf2025);
        assert_eq!(parse("2351").code, "23.51");
        assert_eq!(parse("10").code, "10");
    }

    #[test]
    fn a_letter_against_the_file_is_an_error() {
        assert!(matches!(
            ActivityCode::parse("38.32Y", Some(NafVersion::Rev2)),
            Err(NafError::Version { .. })
        ));
        for text in ["", "Z", "1", "16.24ZZ", "16.24X", "bois"] {
            assert!(ActivityCode::parse(text, None).is_err(), "{text}");
        }
    }
}
