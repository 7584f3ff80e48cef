//! Which signs of a taker are heard. All of them, except when it is measured what each is worth.

/// A sign that a kind of firm takes a resource, beside the pathways that name both exactly.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sign {
    /// Habits of takers (`data/affinity`).
    Habits,
    /// What such firms buy in (`data/activities`).
    Profiles,
    /// Who takes what a process makes of the resource.
    SecondStep,
    /// What is more general or more precise than the resource.
    Family,
    /// Classes of the same NAF group or division.
    Neighbours,
    /// Who can use matter of that nature, none in particular.
    Matter,
}

/// The signs that are heard.
#[derive(Clone, Copy, Debug)]
pub struct Signs {
    heard: [bool; 6],
}

impl Default for Signs {
    fn default() -> Self {
        Self { heard: [true; 6] }
    }
}

impl Signs {
    /// The same, deaf to one sign.
    #[must_use]
    pub fn without(mut self, sign: Sign) -> Self {
        self.heard[sign as usize] = false;
        self
    }

    /// True when a sign is heard.
    pub fn hears(self, sign: Sign) -> bool {
        self.heard[sign as usize]
    }
}
