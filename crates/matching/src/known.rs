//! Exchanges that already run are shown as such, not proposed as news.

use model::{SiteId, Territory};
use reference::{Catalogue, ResourceId};
use std::collections::HashMap;

/// Running exchanges by giver and taker.
pub(crate) struct Known<'a>(HashMap<(&'a SiteId, &'a SiteId), Vec<Option<&'a ResourceId>>>);

impl<'a> Known<'a> {
    pub(crate) fn of(territory: &'a Territory) -> Self {
        let mut pairs: HashMap<_, Vec<_>> = HashMap::new();
        for exchange in territory.exchanges.iter().filter(|e| e.state == model::ExchangeState::Running) {
            pairs.entry((&exchange.from, &exchange.to)).or_default().push(exchange.resource.as_ref());
        }
        Self(pairs)
    }

    /// True when the giver already gives the taker this resource, something more general or more specific, or something unnamed.
    pub(crate) fn runs(&self, from: &SiteId, to: &SiteId, resource: usize, catalogue: &Catalogue) -> bool {
        let related = |other: &ResourceId| {
            catalogue.index_of(other.as_str()).is_some_and(|other| {
                catalogue.steps_up(resource, other).is_some() || catalogue.steps_up(other, resource).is_some()
            })
        };
        self.0.get(&(from, to)).is_some_and(|resources| resources.iter().any(|r| r.is_none_or(related)))
    }
}
