//! What can be left out, to measure what it is worth.

use matching::affinity::{Sign, Signs};

/// Something left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum Without {
    /// Habits of takers.
    Habits,
    /// What firms buy in.
    Profiles,
    /// Who takes what a process makes of the resource.
    SecondStep,
    /// More general and more precise resources.
    Family,
    /// Classes of the same group or division.
    Neighbours,
    /// Who can use matter of that nature.
    Matter,
    /// What the name of a firm says.
    Names,
    /// Kinds of plants finer than a class.
    Specialties,
}

/// The signs still heard.
pub fn signs(without: &[Without]) -> Signs {
    without.iter().filter_map(|w| sign(*w)).fold(Signs::default(), Signs::without)
}

fn sign(without: Without) -> Option<Sign> {
    match without {
        Without::Habits => Some(Sign::Habits),
        Without::Profiles => Some(Sign::Profiles),
        Without::SecondStep => Some(Sign::SecondStep),
        Without::Family => Some(Sign::Family),
        Without::Neighbours => Some(Sign::Neighbours),
        Without::Matter => Some(Sign::Matter),
        Without::Names | Without::Specialties => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_named_is_left_out() {
        let signs = signs(&[Without::Habits, Without::Names]);
        assert!(!signs.hears(Sign::Habits) && signs.hears(Sign::Family));
    }
}
