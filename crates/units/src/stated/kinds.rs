//! What can be counted.

use super::words::{plural, singular};
use crate::{Quantity, Unit};
use serde::{Deserialize, Serialize};

/// What an amount counts.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Counted {
    /// A measure: t, kg, m3, L, MWh, kW, m2, h, FTE, EUR, EUR/t … Steres and m³ of loose chips (MAP) are `m3` as stacked or
    /// heaped; hours are of work or running.
    Unit(Unit),
    /// Containers, full unless said otherwise.
    Container {
        /// Which.
        kind: Container,
        /// What one holds (m3, L, kg or t), when stated.
        size: Option<Quantity>,
    },
    /// Things, by their name in the singular and lower case: « palette », « fenêtre », « pièce »; also « jour » (of presence or
    /// work), « semaine », « mois » when these are what is counted.
    Piece(String),
}

/// What waste and goods travel in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Container {
    /// Benne, caisson, ampliroll.
    Skip,
    /// Bac, poubelle.
    Bin,
    /// Big bag.
    BigBag,
    /// Fût.
    Drum,
    /// GRV, IBC, cubi.
    Ibc,
    /// A loaded pallet: « palettes de cartons ». Pallets counted for themselves are pieces.
    Pallet,
    /// Camion, semi-remorque, bahut.
    Truck,
    /// Remorque.
    Trailer,
    /// Camionnette, fourgon.
    Van,
    /// Citerne, camion-citerne.
    Tanker,
    /// Cuve, silo.
    Tank,
    /// Sac.
    Bag,
    /// Rouleau, bobine.
    Roll,
    /// Balle of pressed material.
    Bale,
    /// Caisse, casier, palox; cartons of something.
    Box,
    /// Compacteur.
    Compactor,
    /// Seau.
    Bucket,
    /// Bidon, jerrican.
    Can,
    /// Wagon.
    Wagon,
    /// Péniche, barge.
    Barge,
    /// Conteneur, without saying which.
    Unspecified,
}

impl Container {
    /// French name, singular.
    pub fn fr(self) -> &'static str {
        match self {
            Self::Skip => "benne",
            Self::Bin => "bac",
            Self::BigBag => "big bag",
            Self::Drum => "fût",
            Self::Ibc => "GRV",
            Self::Pallet => "palette chargée",
            Self::Truck => "camion",
            Self::Trailer => "remorque",
            Self::Van => "camionnette",
            Self::Tanker => "citerne",
            Self::Tank => "cuve",
            Self::Bag => "sac",
            Self::Roll => "rouleau",
            Self::Bale => "balle",
            Self::Box => "caisse",
            Self::Compactor => "compacteur",
            Self::Bucket => "seau",
            Self::Can => "bidon",
            Self::Wagon => "wagon",
            Self::Barge => "péniche",
            Self::Unspecified => "conteneur",
        }
    }

    /// True for what one hires by its volume; « 30 m³ bennes » then leaves open how many.
    pub(super) fn is_vessel(self) -> bool {
        matches!(
            self,
            Self::Skip
                | Self::Bin
                | Self::BigBag
                | Self::Drum
                | Self::Ibc
                | Self::Tanker
                | Self::Tank
                | Self::Compactor
        )
    }
}

impl Counted {
    /// A thing by its name, put into the singular.
    pub fn piece(name: &str) -> Self {
        Self::Piece(singular(&name.trim().to_lowercase()))
    }

    /// The French noun or the symbol, in the plural when `many`.
    pub(super) fn noun(&self, many: bool) -> String {
        let one = match self {
            Self::Unit(unit) => return symbol(unit),
            Self::Container { kind, .. } => kind.fr(),
            Self::Piece(name) => name,
        };
        if many { one.split(' ').map(plural).collect::<Vec<_>>().join(" ") } else { one.to_owned() }
    }
}

/// The symbol as one writes it in French: `EUR/t` is « €/t ».
pub(super) fn symbol(unit: &Unit) -> String {
    let parts = unit.symbol().split('/').map(|part| match part {
        "EUR" => "€",
        "kEUR" => "k€",
        "FTE" => "ETP",
        "emp" => "salarié",
        "m2" => "m²",
        "m3" => "m³",
        _ => part,
    });
    parts.collect::<Vec<_>>().join("/")
}
