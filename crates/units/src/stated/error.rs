//! Why a text is no quantity.

use super::{LARGEST, Period};
use std::fmt;

/// What was understood of a text before a fault.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Understood {
    /// Amount and what it counts: « 2 bennes de 30 m³ »; empty when neither was.
    pub what: Box<str>,
    /// How often.
    pub period: Option<Period>,
}

impl fmt::Display for Understood {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.period {
            Some(period) if self.what.is_empty() => write!(f, "« {period} »"),
            Some(period) => write!(f, "« {} {period} »", self.what),
            None if self.what.is_empty() => f.write_str("rien"),
            None => write!(f, "« {} »", self.what),
        }
    }
}

/// Why a text was refused: the text (shortened), what was understood of it, what was not. `intake` makes it a message in the reader's
/// language; its own text is French, for logs and tests.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum StatedError {
    /// Nothing but spaces.
    #[error("quantité vide : écrivez par exemple « 12 t/an », ou laissez la case « inconnue »")]
    Empty,
    /// More characters than [`LONGEST`](super::LONGEST).
    #[error(
        "« {text} » est trop long pour une quantité (plus de {most} caractères) : écrivez par exemple « 12 t/an »"
    )]
    TooLong {
        /// The text.
        text: String,
        /// The greatest length read.
        most: usize,
    },
    /// No number, neither in digits nor in letters.
    #[error("« {text} » : il manque la quantité (compris : {understood}) ; écrivez par exemple « 12 t/an »")]
    NoAmount {
        /// The text.
        text: String,
        /// What was understood.
        understood: Understood,
    },
    /// A number of nothing.
    #[error(
        "« {text} » : un nombre sans unité (compris : {understood}) ; précisez de quoi : « 12 t », « 12 palettes », « 12 bennes de 30 m³ »"
    )]
    NoUnit {
        /// The text.
        text: String,
        /// What was understood.
        understood: Understood,
    },
    /// An abbreviation that is no known unit.
    #[error(
        "« {text} » : unité inconnue « {found} » (compris : {understood}) ; connues : kg, t, L, m³, m², kWh, MWh, kW, h, €, ETP, ou le nom entier de ce que l'on compte"
    )]
    UnknownUnit {
        /// The text.
        text: String,
        /// What was understood.
        understood: Understood,
        /// The part that was not.
        found: String,
    },
    /// « par » something that is no time.
    #[error(
        "« {text} » : « par {found} » n'est pas une période (compris : {understood}) ; connues : an, semestre, trimestre, mois, semaine, jour, jour ouvré, poste, heure"
    )]
    UnknownPeriod {
        /// The text.
        text: String,
        /// What was understood.
        understood: Understood,
        /// The part that was not.
        found: String,
    },
    /// Two periods that contradict each other: « 2 t/mois par an ».
    #[error("« {text} » : deux périodes, {understood} puis {found} ; n'en gardez qu'une")]
    TwoPeriods {
        /// The text.
        text: String,
        /// What was understood first.
        understood: Understood,
        /// The second period.
        found: String,
    },
    /// A minus sign.
    #[error(
        "« {text} » : une quantité n'est pas négative (compris : {understood}) ; le sens entrant ou sortant se dit à part"
    )]
    Negative {
        /// The text.
        text: String,
        /// What was understood.
        understood: Understood,
    },
    /// `NaN`, `inf`, « infini ».
    #[error(
        "« {text} » : « {found} » n'est pas un nombre (compris : {understood}) ; écrivez un nombre, par exemple « 12 t/an »"
    )]
    NotANumber {
        /// The text.
        text: String,
        /// What was understood.
        understood: Understood,
        /// The part that is no number.
        found: String,
    },
    /// Above [`LARGEST`].
    #[error(
        "« {text} » : « {found} » dépasse {LARGEST} (compris : {understood}) ; vérifiez l'unité et les zéros"
    )]
    TooLarge {
        /// The text.
        text: String,
        /// What was understood.
        understood: Understood,
        /// The number.
        found: String,
    },
    /// `1.2.3`, a division by zero, a usual value outside its bounds.
    #[error(
        "« {text} » : « {found} » ne se lit pas comme un nombre (compris : {understood}) ; écrivez « 1 234,5 »"
    )]
    Malformed {
        /// The text.
        text: String,
        /// What was understood.
        understood: Understood,
        /// The number.
        found: String,
    },
    /// Two readings far apart: `1.200 t`, `3/4 palettes`.
    #[error(
        "« {text} » : « {found} » peut se lire {first} ou {second} (compris : {understood}) ; écrivez l'un ou l'autre ainsi"
    )]
    Ambiguous {
        /// The text.
        text: String,
        /// What was understood.
        understood: Understood,
        /// The part with two readings.
        found: String,
        /// One reading.
        first: String,
        /// The other one.
        second: String,
    },
    /// A second quantity, or a sign that has no meaning here.
    #[error(
        "« {text} » : « {found} » n'a pas été compris (compris : {understood}) ; donnez une seule quantité par case, par exemple « 2 bennes de 30 m³/semaine »"
    )]
    NotUnderstood {
        /// The text.
        text: String,
        /// What was understood.
        understood: Understood,
        /// What was left.
        found: String,
    },
}

/// A fault without the text it lies in.
#[derive(Debug)]
pub(super) enum Fault {
    NoAmount,
    NoUnit,
    UnknownUnit(String),
    UnknownPeriod(String),
    TwoPeriods(String),
    Negative,
    NotANumber(String),
    TooLarge(String),
    Malformed(String),
    Ambiguous { found: String, first: String, second: String },
    NotUnderstood(String),
}

impl Fault {
    /// The fault as told to the user.
    pub(super) fn into_error(self, text: String, understood: Understood) -> StatedError {
        match self {
            Self::NoAmount => StatedError::NoAmount { text, understood },
            Self::NoUnit => StatedError::NoUnit { text, understood },
            Self::UnknownUnit(found) => StatedError::UnknownUnit { text, understood, found },
            Self::UnknownPeriod(found) => StatedError::UnknownPeriod { text, understood, found },
            Self::TwoPeriods(found) => StatedError::TwoPeriods { text, understood, found },
            Self::Negative => StatedError::Negative { text, understood },
            Self::NotANumber(found) => StatedError::NotANumber { text, understood, found },
            Self::TooLarge(found) => StatedError::TooLarge { text, understood, found },
            Self::Malformed(found) => StatedError::Malformed { text, understood, found },
            Self::Ambiguous { found, first, second } => {
                StatedError::Ambiguous { text, understood, found, first, second }
            }
            Self::NotUnderstood(found) => StatedError::NotUnderstood { text, understood, found },
        }
    }
}
