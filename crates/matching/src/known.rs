//! Exchanges that already run are shown as such, not proposed as news; what a waste register enters is no lead at all.

use model::{Basis, Exchange, SiteId, Territory};
use reference::{Catalogue, ResourceId};
use std::collections::HashMap;

/// Running exchanges by giver and taker.
pub(crate) struct Known<'a>(HashMap<(&'a SiteId, &'a SiteId), Vec<Option<&'a ResourceId>>>);

impl<'a> Known<'a> {
    pub(crate) fn of(territory: &'a Territory) -> Self {
        Self::only(territory, |_| true)
    }

    /// Those that lines of a waste register tell: giver and operator are named in the very line, and there is nothing to find out.
    pub(crate) fn registered(territory: &'a Territory) -> Self {
        Self::only(territory, |exchange| exchange.evidence.basis == Basis::Register)
    }

    fn only(territory: &'a Territory, wanted: impl Fn(&Exchange) -> bool) -> Self {
        let mut pairs: HashMap<_, Vec<_>> = HashMap::new();
        let running = |e: &&Exchange| e.state == model::ExchangeState::Running && wanted(e);
        for exchange in territory.exchanges.iter().filter(running) {
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
