//! What a site says that it takes, and what its name tells.

use super::Index;
use reference::{ResourceId, Specialty};
use std::collections::BTreeMap;

impl<'a> Index<'a> {
    /// The kinds a taker is known to take (one polymer is not another), by the flow it asks by or by all that it says it takes.
    pub(crate) fn kinds_taken(&self, taker: u32, flow: Option<u32>) -> reference::Kinds {
        let resource = flow.and_then(|flow| self.resource_of(flow));
        self.said.kinds_taken(flow, resource, &self.said_to_take[taker as usize])
    }

    /// The site has said that it takes in the resource, by its name or a narrower one.
    pub(crate) fn says_it_takes(&self, site: u32, resource: usize) -> bool {
        let said = &self.said_to_take[site as usize];
        said.iter().any(|(of, _)| self.catalogue().steps_up(*of, resource).is_some())
    }

    /// What the site has said that it takes in or looks for: resource and flow.
    pub(crate) fn said_to_take(&self, site: u32) -> &[(usize, u32)] {
        &self.said_to_take[site as usize]
    }

    /// The site has said that it takes in what the resource is a kind of.
    pub(crate) fn says_it_takes_broadly(&self, site: u32, resource: usize) -> bool {
        let said = &self.said_to_take[site as usize];
        said.iter().any(|(of, _)| self.catalogue().steps_up(resource, *of).is_some())
    }

    /// What the plant is called tells that it takes, or gives, the resource: « incinérateur ».
    pub(crate) fn name_tells(
        &self,
        site: u32,
        resource: usize,
        of: impl Fn(&'a Specialty) -> &'a BTreeMap<ResourceId, f64>,
    ) -> bool {
        let is_one = |id: &ResourceId| {
            let told = self.catalogue().index_of(id.as_str());
            told.is_some_and(|told| self.catalogue().steps_up(told, resource).is_some())
        };
        self.callings[site as usize].iter().any(|trade| of(trade).keys().any(is_one))
    }
}
