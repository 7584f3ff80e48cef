//! Exchanges that already run are shown as such, not proposed as news; what a waste register enters is no lead at all.

use model::{Basis, Exchange, SiteId, Territory};
use reference::{Catalogue, ResourceId};
use std::collections::HashMap;

/// Running exchanges by giver and taker.
pub(crate) struct Known<'a>(HashMap<(&'a SiteId, &'a SiteId), Vec<&'a Exchange>>);

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
            pairs.entry((&exchange.from, &exchange.to)).or_default().push(exchange);
        }
        Self(pairs)
    }

    /// True when the giver already gives the taker this resource, something more general or more specific, something unnamed, or what bears
    /// the very words of the giver's flow: a corrected code may change what they are read as.
    pub(crate) fn runs(
        &self,
        (from, to): (&SiteId, &SiteId),
        resource: usize,
        wording: Option<&str>,
        catalogue: &Catalogue,
    ) -> bool {
        let related = |other: &ResourceId| {
            catalogue.index_of(other.as_str()).is_some_and(|other| {
                catalogue.steps_up(resource, other).is_some() || catalogue.steps_up(other, resource).is_some()
            })
        };
        let same = |exchange: &&Exchange| {
            let worded = !exchange.wording.is_empty() && wording == Some(exchange.wording.as_str());
            worded || exchange.resource.as_ref().is_none_or(related)
        };
        self.0.get(&(from, to)).is_some_and(|exchanges| exchanges.iter().any(same))
    }
}
