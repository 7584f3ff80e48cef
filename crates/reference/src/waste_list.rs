//! The European List of Waste, in its versions before and after 9 December 2026.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use std::fmt;
use std::str::FromStr;

/// A six-digit code of the List of Waste with its hazard mark: `13 02 05*`. Whether it exists depends on the date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct WasteCode {
    digits: u32,
    hazardous: bool,
}

/// Why a text is no waste code.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "« {0} » n'est pas un code déchet ; attendu six chiffres et, si dangereux, un astérisque : « 13 02 05* »"
)]
pub struct WasteCodeError(pub String);

impl WasteCode {
    /// Chapter, two digits: `13`.
    pub fn chapter(self) -> u32 {
        self.digits / 10_000
    }

    /// Chapter and sub-chapter, four digits: `1302`.
    pub fn sub_chapter(self) -> u32 {
        self.digits / 100
    }

    /// All six digits.
    pub fn digits(self) -> u32 {
        self.digits
    }

    /// True with the asterisk.
    pub fn hazardous(self) -> bool {
        self.hazardous
    }
}

impl FromStr for WasteCode {
    type Err = WasteCodeError;

    /// Reads `13 02 05*`, `130205*`, `13.02.05 *`.
    fn from_str(text: &str) -> Result<Self, WasteCodeError> {
        let fail = || WasteCodeError(text.to_owned());
        let body = text.trim();
        let hazardous = body.ends_with('*');
        let body = body.trim_end_matches('*');
        let digits: String = body.chars().filter(char::is_ascii_digit).collect();
        let only_separators =
            body.chars().all(|c| c.is_ascii_digit() || c.is_whitespace() || ".-\u{a0}".contains(c));
        if digits.len() != 6 || !only_separators {
            return Err(fail());
        }
        Ok(Self { digits: digits.parse().map_err(|_| fail())?, hazardous })
    }
}

impl fmt::Display for WasteCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (a, b, c) = (self.digits / 10_000, self.digits / 100 % 100, self.digits % 100);
        write!(f, "{a:02} {b:02} {c:02}{}", if self.hazardous { "*" } else { "" })
    }
}

impl TryFrom<String> for WasteCode {
    type Error = WasteCodeError;

    fn try_from(text: String) -> Result<Self, WasteCodeError> {
        text.parse()
    }
}

impl From<WasteCode> for String {
    fn from(code: WasteCode) -> Self {
        code.to_string()
    }
}

/// How the list decides on hazard.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Entry {
    /// The origin alone decides.
    Absolute,
    /// Content decides between this and a twin entry.
    Mirror,
}

/// One line of the list: a code, or a chapter or sub-chapter heading.
#[derive(Clone, Debug)]
pub struct WasteEntry {
    /// The code; `None` for headings.
    pub code: Option<WasteCode>,
    /// The heading's digits (`13`, `13 02`) or the code as printed.
    pub display: String,
    /// French label.
    pub label_fr: String,
    /// English label.
    pub label_en: String,
    /// Absolute or mirror; `None` for headings and where the source does not say.
    pub entry: Option<Entry>,
    /// First day in force; `None` = since the list exists.
    pub valid_from: Option<NaiveDate>,
    /// Last day in force; `None` = still.
    pub valid_until: Option<NaiveDate>,
    /// What to verify.
    pub note: String,
}

impl WasteEntry {
    /// True on a day when the entry is in force.
    pub fn in_force(&self, day: NaiveDate) -> bool {
        self.valid_from.is_none_or(|from| from <= day) && self.valid_until.is_none_or(|until| day <= until)
    }
}

/// Both versions of the list; every question names a day.
#[derive(Clone, Debug, Default)]
pub struct WasteList {
    entries: Vec<WasteEntry>,
    by_digits: HashMap<u32, Vec<usize>>,
    headings: HashMap<String, usize>,
}

impl WasteList {
    pub(crate) fn new(entries: Vec<WasteEntry>) -> Self {
        let mut by_digits: HashMap<u32, Vec<usize>> = HashMap::new();
        let mut headings = HashMap::new();
        for (ix, entry) in entries.iter().enumerate() {
            match entry.code {
                Some(code) => by_digits.entry(code.digits()).or_default().push(ix),
                None => {
                    headings.insert(entry.display.replace(' ', ""), ix);
                }
            }
        }
        Self { entries, by_digits, headings }
    }

    /// All entries of all versions.
    pub fn entries(&self) -> &[WasteEntry] {
        &self.entries
    }

    /// The codes in force on a day.
    pub fn codes_on(&self, day: NaiveDate) -> impl Iterator<Item = &WasteEntry> {
        self.entries.iter().filter(move |e| e.code.is_some() && e.in_force(day))
    }

    /// The entry in force on a day with these digits, whatever the asterisk says.
    pub fn on(&self, digits: u32, day: NaiveDate) -> Option<&WasteEntry> {
        self.versions(digits).find(|e| e.in_force(day))
    }

    /// Every version of an entry, for saying « valid until … ».
    pub fn versions(&self, digits: u32) -> impl Iterator<Item = &WasteEntry> {
        self.by_digits.get(&digits).into_iter().flatten().map(|&ix| &self.entries[ix])
    }

    /// The heading of a chapter (`"13"`) or sub-chapter (`"1302"`).
    pub fn heading(&self, digits: &str) -> Option<&WasteEntry> {
        self.headings.get(digits).map(|&ix| &self.entries[ix])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_and_prints_codes() {
        for text in ["13 02 05*", "130205*", "13.02.05 *", " 13 02 05 *"] {
            assert_eq!(text.parse::<WasteCode>().unwrap().to_string(), "13 02 05*", "{text}");
        }
        for text in ["", "13 02", "13 02 05 06", "palettes", "1302o5", "-130205x"] {
            assert!(text.parse::<WasteCode>().is_err(), "{text}");
        }
    }
}
