//! Groups of partners and what each is worth alone.

/// Exact methods list every group: 2^15 of them at most.
pub const MOST_PLAYERS: usize = 15;

/// A group of partners; bit `i` stands for partner `i`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Coalition(pub u64);

impl Coalition {
    /// Nobody.
    pub const NOBODY: Self = Self(0);

    /// The first `players` partners together.
    pub fn all(players: usize) -> Self {
        Self(u64::MAX.checked_shr(64 - u32::try_from(players.min(64)).unwrap_or(64)).unwrap_or(0))
    }

    /// True when partner `player` belongs to it.
    pub fn has(self, player: usize) -> bool {
        self.0 >> player & 1 == 1
    }

    /// The group with one partner more.
    #[must_use]
    pub fn with(self, player: usize) -> Self {
        Self(self.0 | 1 << player)
    }

    /// How many partners.
    pub fn size(self) -> usize {
        self.0.count_ones() as usize
    }

    /// Its partners, in order.
    pub fn players(self) -> impl Iterator<Item = usize> {
        (0..64).filter(move |player| self.has(*player))
    }

    /// Sum of what its partners get.
    pub fn sum(self, shares: &[f64]) -> f64 {
        self.players().filter_map(|player| shares.get(player)).sum()
    }
}

/// Why there is no such game.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum GameError {
    /// The exact methods list every group.
    #[error("{players} partenaires : au plus {MOST_PLAYERS} pour un calcul exact, au-delà par tirages")]
    TooMany {
        /// How many were given.
        players: usize,
    },
    /// A group whose worth is no number.
    #[error("la valeur du groupe {group:?} n'est pas un nombre fini : {worth}")]
    NotFinite {
        /// Which group.
        group: Vec<usize>,
        /// What was given.
        worth: f64,
    },
}

/// What every group of partners is worth had it acted alone; nobody is worth nothing.
#[derive(Clone, Debug, PartialEq)]
pub struct Game {
    players: usize,
    worth: Vec<f64>,
}

impl Game {
    /// Asks the worth of every group but the empty one, in increasing order of its bits.
    pub fn new(players: usize, mut worth: impl FnMut(Coalition) -> f64) -> Result<Self, GameError> {
        if players > MOST_PLAYERS {
            return Err(GameError::TooMany { players });
        }
        let mut known = vec![0.0];
        for bits in 1..1_u64 << players {
            let group = Coalition(bits);
            let value = worth(group);
            if !value.is_finite() {
                return Err(GameError::NotFinite { group: group.players().collect(), worth: value });
            }
            known.push(value);
        }
        Ok(Self { players, worth: known })
    }

    /// How many partners.
    pub fn players(&self) -> usize {
        self.players
    }

    /// What a group is worth alone.
    pub fn worth(&self, group: Coalition) -> f64 {
        usize::try_from(group.0).ok().and_then(|at| self.worth.get(at)).copied().unwrap_or(f64::NAN)
    }

    /// What all are worth together.
    pub fn total(&self) -> f64 {
        self.worth(Coalition::all(self.players))
    }

    /// Every group but nobody and all.
    pub fn proper_groups(&self) -> impl Iterator<Item = Coalition> + use<> {
        (1..(1_u64 << self.players).saturating_sub(1)).map(Coalition)
    }

    /// Largest worth by size, at least one: what rounding is measured against.
    pub(super) fn scale(&self) -> f64 {
        self.worth.iter().fold(1.0, |most, worth| worth.abs().max(most))
    }
}
