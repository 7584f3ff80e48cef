//! The stages of a synergy, and which may follow which.

use serde::{Deserialize, Serialize};
use std::fmt;

/// How far a synergy is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Stage {
    /// Found by the analysis, seen by nobody but the facilitator.
    Detected,
    /// Told to the parties, each its own side.
    Proposed,
    /// The parties talk to each other.
    Discussed,
    /// Technique, law, money and logistics are looked into.
    Studied,
    /// Signed or promised.
    Agreed,
    /// Flows.
    Running,
    /// Flowed, no more.
    Ended,
    /// Not now, for a reason.
    SetAside,
}

/// Why a synergy was set aside.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Reason {
    /// The data are wrong: no such flow, another resource, another quantity.
    WrongData,
    /// It runs already, or something as good does.
    AlreadyDone,
    /// Too little to be worth it.
    TooLittle,
    /// Too far.
    TooFar,
    /// The quality does not fit: moisture, contamination, shape, temperature.
    Quality,
    /// Supply and demand fall in different seasons, or supply is not steady.
    Timing,
    /// Nobody gains enough.
    Cost,
    /// It needs an investment nobody will make.
    Investment,
    /// Law or permit stands in the way.
    Law,
    /// A contract binds a party elsewhere.
    Contract,
    /// A party does not want to share or to be known.
    Confidentiality,
    /// A party is not interested.
    NotInterested,
    /// Nobody answers.
    NoAnswer,
    /// A party closed or moved.
    Closed,
    /// Something else; the log says what.
    Other,
}

impl Reason {
    /// Every reason, in the order shown: what is number 1 stays number 1.
    pub const ALL: [Self; 15] = [
        Self::WrongData,
        Self::AlreadyDone,
        Self::TooLittle,
        Self::TooFar,
        Self::Quality,
        Self::Timing,
        Self::Cost,
        Self::Investment,
        Self::Law,
        Self::Contract,
        Self::Confidentiality,
        Self::NotInterested,
        Self::NoAnswer,
        Self::Closed,
        Self::Other,
    ];
}

/// Why a move is refused. Shown to people by the pages; this text is for logs and the API.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// The stages do not follow each other.
    #[error("« {to} » ne suit pas « {from} » ; possible : {}", Names(.from.followers()))]
    Order {
        /// Where it is.
        from: Stage,
        /// Where it was to go.
        to: Stage,
    },
    /// Set aside without saying why.
    #[error("mettre de côté demande un motif")]
    ReasonMissing,
    /// A reason with a move that takes none.
    #[error("« {to} » ne prend pas de motif : un motif va avec la mise de côté")]
    ReasonWithout {
        /// Where it was to go.
        to: Stage,
    },
    /// Fewer than two parties said yes to being introduced.
    #[error("« {to} » demande que deux parties au moins aient accepté la mise en relation")]
    NotIntroduced {
        /// Where it was to go.
        to: Stage,
    },
}

impl Stage {
    /// Every stage, in order.
    pub const ALL: [Self; 8] = [
        Self::Detected,
        Self::Proposed,
        Self::Discussed,
        Self::Studied,
        Self::Agreed,
        Self::Running,
        Self::Ended,
        Self::SetAside,
    ];

    /// As written in files and in the API.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Detected => "detected",
            Self::Proposed => "proposed",
            Self::Discussed => "discussed",
            Self::Studied => "studied",
            Self::Agreed => "agreed",
            Self::Running => "running",
            Self::Ended => "ended",
            Self::SetAside => "set-aside",
        }
    }

    /// The stages that may follow. Up to *studied* people go back and forth and skip; from there on each step is taken one by one, and
    /// one step back undoes a slip.
    pub fn followers(self) -> &'static [Self] {
        use Stage::{Agreed, Detected, Discussed, Ended, Proposed, Running, SetAside, Studied};
        match self {
            Detected => &[Proposed, Discussed, Studied, SetAside],
            Proposed => &[Detected, Discussed, Studied, SetAside],
            Discussed => &[Detected, Proposed, Studied, Agreed, SetAside],
            Studied => &[Detected, Proposed, Discussed, Agreed, SetAside],
            Agreed => &[Studied, Running, SetAside],
            Running => &[Agreed, Ended],
            Ended => &[Running],
            SetAside => &[Detected, Proposed, Discussed, Studied],
        }
    }

    /// Refuses a move the life of a synergy does not have.
    pub fn may_become(self, to: Self) -> Result<(), Refusal> {
        if self.followers().contains(&to) { Ok(()) } else { Err(Refusal::Order { from: self, to }) }
    }

    /// True where the parties know of each other.
    pub fn needs_introduction(self) -> bool {
        matches!(self, Self::Discussed | Self::Studied | Self::Agreed | Self::Running)
    }
}

impl fmt::Display for Stage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

struct Names(&'static [Stage]);

impl fmt::Display for Names {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names: Vec<&str> = self.0.iter().map(|stage| stage.as_str()).collect();
        f.write_str(&names.join(", "))
    }
}
