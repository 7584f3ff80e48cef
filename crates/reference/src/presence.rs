//! Which kinds of firms stand near industry at all: where only kinds are compared, a rare kind is a less likely taker.

use crate::SourceId;
use crate::pathways::is_prefix;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What is left (0–1) of the readiness of a kind of firm for how seldom one stands near; `data/affinity/presence.toml`.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Presence {
    /// For every kind that is not named.
    pub usual: f64,
    /// By NAF rev. 2 prefix; the longest decides.
    pub kinds: BTreeMap<String, f64>,
    /// Sources.
    pub source: Vec<SourceId>,
}

impl Default for Presence {
    fn default() -> Self {
        Self { usual: 1.0, kinds: BTreeMap::new(), source: Vec::new() }
    }
}

impl Presence {
    /// Of a rev. 2 class (`23.51`).
    pub fn of(&self, class: &str) -> f64 {
        let named = self.kinds.iter().filter(|(prefix, _)| is_prefix(prefix, class));
        named.max_by_key(|(prefix, _)| prefix.len()).map_or(self.usual, |(_, p)| *p)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_prefix_decides() {
        let kinds = BTreeMap::from([("01".to_owned(), 0.8), ("01.11".to_owned(), 1.0)]);
        let presence = Presence { usual: 0.7, kinds, source: Vec::new() };
        for (class, expected) in [("01.11", 1.0), ("01.50", 0.8), ("23.51", 0.7)] {
            assert!((presence.of(class) - expected).abs() < 1e-12, "{class}");
        }
    }
}
