//! What one search leaves to the next: what wordings tell, the groups of neighbours among partners of whom nothing has changed, and how low it had to look.

use crate::said::Words;
use crate::substitution::Before;
use std::collections::HashMap;
use std::collections::hash_map::DefaultHasher;
use std::hash::{Hash, Hasher};
use std::sync::{Arc, Mutex, PoisonError};

/// Groups made before, by a digest of all they were made from. Empty at first; never anything but a short cut.
#[derive(Debug, Default)]
pub struct Memory {
    before: HashMap<u64, Groups>,
    now: Mutex<HashMap<u64, Groups>>,
    /// The score below which no purchase could stay; `None` when all that were found stayed.
    pub(crate) purchase: Option<f32>,
    /// What substitution found, and how low it had to look for it.
    pub(crate) pairs: Before,
    /// What the wordings were found to tell.
    pub(crate) words: Words,
}

/// Who stands together, as places in the list of partners.
pub(crate) type Groups = Arc<Vec<Vec<u32>>>;

/// Where a partner stands, and how likely it is one: all of it that decides who is grouped with whom.
pub(crate) type Stand = (Option<[f64; 3]>, f32);

impl Memory {
    /// Begins a search: what the one before has not used is forgotten.
    pub(crate) fn turn(&mut self) {
        self.before = std::mem::take(self.now.get_mut().unwrap_or_else(PoisonError::into_inner));
        self.words.turn();
    }

    /// The groups of these partners, made only when they are not known.
    pub(crate) fn groups(
        &self,
        stands: &[Stand],
        (km, least): (f64, usize),
        make: impl FnOnce() -> Vec<Vec<u32>>,
    ) -> Groups {
        let digest = digest(stands, km, least);
        let groups = self.before.get(&digest).map_or_else(|| Arc::new(make()), Arc::clone);
        // Nothing is ever left there by half: what a panic interrupted was not put in.
        self.now.lock().unwrap_or_else(PoisonError::into_inner).insert(digest, Arc::clone(&groups));
        groups
    }
}

fn digest(stands: &[Stand], km: f64, least: usize) -> u64 {
    let mut digest = DefaultHasher::new();
    for (point, likelihood) in stands {
        (point.map(|axes| axes.map(f64::to_bits)), likelihood.to_bits()).hash(&mut digest);
    }
    (km.to_bits(), least).hash(&mut digest);
    digest.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn groups_are_made_again_when_a_partner_or_the_question_changes_and_only_then() {
        let here = (Some([1.0, 0.0, 0.0]), 0.5);
        let mut memory = Memory::default();
        let groups = |memory: &Memory, stands: &[Stand], km: f64, made: u32| {
            memory.groups(stands, (km, 2), || vec![vec![made]])[0][0]
        };
        assert_eq!(groups(&memory, &[here, here], 5.0, 1), 1);
        memory.turn();
        assert_eq!(groups(&memory, &[here, here], 5.0, 2), 1, "as before");
        assert_eq!(groups(&memory, &[here, here], 6.0, 3), 3, "farther");
        assert_eq!(groups(&memory, &[here, (here.0, 0.6)], 5.0, 4), 4, "likelier");
        assert_eq!(groups(&memory, &[here, (None, 0.5)], 5.0, 5), 5, "of unknown place");
        memory.turn();
        memory.turn();
        assert_eq!(groups(&memory, &[here, here], 5.0, 6), 6, "forgotten after a search without it");
    }
}
