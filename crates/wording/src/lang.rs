//! The languages fe2i speaks.

use std::str::FromStr;

/// A language of the product; French first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Lang {
    /// French.
    #[default]
    Fr,
    /// English.
    En,
}

/// A language that fe2i does not speak.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("langue inconnue « {0} » ; connues : fr, en")]
pub struct UnknownLang(String);

impl Lang {
    /// Every language.
    pub const ALL: [Self; 2] = [Self::Fr, Self::En];

    /// `fr` or `en`, as in `reference` labels and the HTML `lang` attribute.
    pub fn code(self) -> &'static str {
        match self {
            Self::Fr => "fr",
            Self::En => "en",
        }
    }
}

impl FromStr for Lang {
    type Err = UnknownLang;

    fn from_str(text: &str) -> Result<Self, UnknownLang> {
        Self::ALL.into_iter().find(|l| l.code() == text).ok_or_else(|| UnknownLang(text.to_owned()))
    }
}
