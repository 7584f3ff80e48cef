//! Who is on the territory.

use crate::{ActorId, Evidence, Place, SiteId};
use reference::ActivityCode;
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;
use units::Range;

/// What an actor is in the démarche.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ActorKind {
    /// An ordinary company.
    Company,
    /// Entreprise d'insertion.
    Ei,
    /// Atelier et chantier d'insertion.
    Aci,
    /// Entreprise de travail temporaire d'insertion.
    Etti,
    /// Association intermédiaire.
    Ai,
    /// Entreprise d'insertion par le travail indépendant.
    Eiti,
    /// Commune, intercommunal body, département, region.
    LocalAuthority,
    /// Chamber of commerce, of trades, of agriculture.
    Chamber,
    /// Association.
    Association,
    /// Laboratory or university.
    Lab,
    /// Anything else.
    Other,
}

impl ActorKind {
    /// True for the structures whose purpose is to employ people far from employment.
    pub fn is_insertion(self) -> bool {
        matches!(self, Self::Ei | Self::Aci | Self::Etti | Self::Ai | Self::Eiti)
    }
}

/// A legal unit.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Actor {
    /// Stable id.
    pub id: ActorId,
    /// Name.
    pub name: String,
    /// What it is.
    pub kind: ActorKind,
    /// Where that is known from.
    pub evidence: Evidence,
}

/// A SIRET number whose check digits are right (Luhn; La Poste's own sites are exempt).
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Siret(String);

/// Why a text is no SIRET.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SiretError {
    /// Not 14 digits.
    #[error("« {0} » n'est pas un SIRET ; attendu 14 chiffres")]
    Shape(String),
    /// The last digit does not check.
    #[error(
        "« {0} » n'est pas un SIRET valide : la clé de contrôle ne correspond pas, un chiffre est sans doute faux"
    )]
    Checksum(String),
}

impl Siret {
    /// The first nine digits: the legal unit.
    pub fn siren(&self) -> &str {
        &self.0[..9]
    }
}

impl FromStr for Siret {
    type Err = SiretError;

    fn from_str(text: &str) -> Result<Self, SiretError> {
        let digits: String = text.chars().filter(|c| !c.is_whitespace() && *c != '.').collect();
        if digits.len() != 14 || !digits.bytes().all(|b| b.is_ascii_digit()) {
            return Err(SiretError::Shape(text.to_owned()));
        }
        let sum: u32 = digits.bytes().map(|b| u32::from(b - b'0')).sum();
        let la_poste = digits.starts_with("356000000") && sum.is_multiple_of(5);
        if la_poste || luhn(&digits) { Ok(Self(digits)) } else { Err(SiretError::Checksum(text.to_owned())) }
    }
}

fn luhn(digits: &str) -> bool {
    let sum: u32 = digits
        .bytes()
        .rev()
        .enumerate()
        .map(|(position, byte)| {
            let digit = u32::from(byte - b'0') * if position % 2 == 1 { 2 } else { 1 };
            digit / 10 + digit % 10
        })
        .sum();
    sum.is_multiple_of(10)
}

impl fmt::Display for Siret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl TryFrom<String> for Siret {
    type Error = SiretError;

    fn try_from(text: String) -> Result<Self, SiretError> {
        text.parse()
    }
}

impl From<Siret> for String {
    fn from(siret: Siret) -> Self {
        siret.0
    }
}

/// How many people work on a site.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Headcount {
    /// People; a band gives its bounds.
    pub people: Range,
    /// As stated: `20 à 49`, `12`.
    pub stated: String,
}

/// A place of activity of an actor.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Site {
    /// Stable id.
    pub id: SiteId,
    /// Whose.
    pub actor: ActorId,
    /// Name shown.
    pub name: String,
    /// Legal number.
    pub siret: Option<Siret>,
    /// What it does, with the version of the code.
    pub activity: Option<ActivityCode>,
    /// What it does, in the file's own words.
    pub activity_label: Option<String>,
    /// How many people.
    pub headcount: Option<Headcount>,
    /// Where; `None` is unknown, and no distance is computed.
    pub place: Option<Place>,
    /// Street address as stated.
    pub address: Option<String>,
    /// Commune as stated.
    pub commune: Option<String>,
    /// Industrial zone.
    pub zone: Option<String>,
    /// Where all that is known from.
    pub evidence: Evidence,
}

/// Between what a site does and what else was noted of it, in [`Site::activity_label`].
pub const NOTE_AFTER: &str = " — ";

impl Site {
    /// The kinds of plants finer than its class that its name, or what it says it does, tells.
    pub fn trades<'r>(&self, reference: &'r reference::Reference) -> Vec<&'r reference::Specialty> {
        let Some(code) = self.activity.as_ref() else { return Vec::new() };
        let words = format!("{} {}", self.name, self.activity_label.as_deref().unwrap_or_default());
        reference::named(&reference.specialties, &reference.naf.as_rev2(code), &words)
    }

    /// A site of which nothing more is known; the caller fills in the rest.
    pub fn new(id: SiteId, actor: ActorId, name: impl Into<String>, evidence: Evidence) -> Self {
        Self {
            id,
            actor,
            name: name.into(),
            siret: None,
            activity: None,
            activity_label: None,
            headcount: None,
            place: None,
            address: None,
            commune: None,
            zone: None,
            evidence,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn siret_checks_its_digits() {
        assert!("732 829 320 00074".parse::<Siret>().is_ok());
        assert!(matches!("73282932000075".parse::<Siret>(), Err(SiretError::Checksum(_))));
        assert!(matches!("7328293200007".parse::<Siret>(), Err(SiretError::Shape(_))));
        assert!("35600000000048".parse::<Siret>().is_ok());
    }
}
