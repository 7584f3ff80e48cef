//! What one run leaves to the next: a lead of which nothing has changed is worth what it was worth.

use crate::world::World;
use model::{Digest, Lead, LeadId, SiteId};
use rayon::prelude::*;
use std::collections::{BTreeSet, HashMap, HashSet};
use std::hash::Hasher;

/// Appraised leads with a digest of all that the appraisal read. Empty at first; never anything but a short cut.
#[derive(Debug, Default)]
pub struct Memory {
    known: HashMap<LeadId, Known>,
}

/// A lead and the figures it wanted in vain.
pub(crate) type Appraised = (Lead, BTreeSet<String>);

#[derive(Debug)]
struct Known {
    digest: u64,
    appraised: Appraised,
}

impl Memory {
    /// The leads appraised, by memory where nothing has changed; only they are remembered from now on.
    pub(crate) fn appraise(
        &mut self,
        leads: Vec<Lead>,
        world: &World<'_>,
        one: impl Fn(Lead) -> Appraised + Sync,
    ) -> Vec<Appraised> {
        let digests = digests(&leads, world);
        let appraised: Vec<Known> = leads
            .into_par_iter()
            .zip(digests)
            .map(|(lead, digest)| {
                let known = self.known.get(&lead.id).filter(|known| known.digest == digest);
                let appraised = known.map_or_else(|| one(lead), |known| known.appraised.clone());
                Known { digest, appraised }
            })
            .collect();
        let all = appraised.iter().map(|known| known.appraised.clone()).collect();
        self.known = appraised.into_iter().map(|known| (known.appraised.0.id.clone(), known)).collect();
        all
    }
}

/// All that the appraisal of each lead reads, in one number.
fn digests(leads: &[Lead], world: &World<'_>) -> Vec<u64> {
    let sites: HashSet<&SiteId> =
        leads.iter().flat_map(|lead| &lead.parties).map(|party| &party.site).collect();
    let sites: HashMap<&SiteId, u64> =
        sites.into_par_iter().map(|site| (site, dossier(site, world))).collect();
    let basis = world.digest();
    leads.par_iter().map(|lead| digest_of(lead, world, &sites, basis)).collect()
}

/// Everything [`World`] tells of a site.
fn dossier(site: &SiteId, world: &World<'_>) -> u64 {
    let mut digest = Digest::default();
    let given = world.given(site);
    let places: Vec<_> =
        given.iter().map(|exchange| world.site(&exchange.to).map(|site| site.place)).collect();
    digest.eat(&(world.site(site), world.is_insertion(site), given, places));
    digest.eat(&(world.taken_in(site), world.priced_sales(site)));
    digest.finish()
}

fn digest_of(lead: &Lead, world: &World<'_>, sites: &HashMap<&SiteId, u64>, basis: u64) -> u64 {
    let mut digest = Digest::default();
    digest.eat(&(basis, lead));
    for party in &lead.parties {
        digest.eat(&(sites.get(&party.site), party.flow.as_ref().and_then(|flow| world.flow(flow))));
    }
    digest.finish()
}
