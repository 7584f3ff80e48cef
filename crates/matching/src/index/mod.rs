//! The territory as dense tables: sites by number, flows by direction and resource, takers by pathway, all with their place.

mod declared;
mod runs;
mod tables;

use crate::beliefs::Beliefs;
use crate::bounds::AtBest;
use crate::candidate::single;
use crate::memory::Memory;
use crate::near::Near;
use crate::trades::Trades;
use crate::usual::Usual;
use model::{Direction, Flow, Site, SiteId, Territory};
use reference::{Catalogue, Reference, Resource, Specialty};
use std::collections::{HashMap, HashSet};
use std::sync::OnceLock;
use tables::{
    actors, classes_of, commonplace, flows_by_resource, known, number_of_resource, numbers, own_outlets,
    runs_workshops,
};

/// A territory ready for questions.
pub(crate) struct Index<'a> {
    pub(crate) territory: &'a Territory,
    pub(crate) reference: &'a Reference,
    pub(crate) memory: &'a Memory,
    points: Vec<Option<[f64; 3]>>,
    classes: Vec<Vec<String>>,
    class_ids: Vec<Vec<u32>>,
    usual: Usual,
    insertion: Vec<bool>,
    /// The kinds of plants finer than its class that each site's name tells.
    callings: Vec<Vec<&'a Specialty>>,
    /// For each resource whether it is a residue that nearly every workplace has, by the profiles.
    commonplace: Vec<bool>,
    /// What each site has declared to take in or look for, and by which flow.
    said_to_take: Vec<Vec<(usize, u32)>>,
    /// What each site has declared to sell.
    said_to_sell: Vec<Vec<(usize, u32)>>,
    /// Water and energy each site has declared to give out.
    said_to_give: HashSet<(u32, usize)>,
    /// Equipment each site has, or looks for.
    equipment: Vec<Vec<(usize, u32)>>,
    /// The largest stream each site has declared, tonnes per year.
    streams: Vec<Option<f64>>,
    site_of_flow: Vec<u32>,
    /// Number in the catalogue of what each flow is of; `u32::MAX` when nobody knows.
    resource_of_flow: Vec<u32>,
    /// Chances that each flow exists and is of what it is said to be.
    given: Vec<f32>,
    /// Whether each flow is a guess of a profile.
    guessed: Vec<bool>,
    /// Legal units, numbered.
    actor_of_site: Vec<u32>,
    by_resource: HashMap<(Direction, usize), Near>,
    runners: Vec<OnceLock<Near>>,
    /// What each pathway takes and what it stands in for, as numbers of the catalogue.
    inputs: Vec<Vec<usize>>,
    replaces: Vec<Vec<usize>>,
    /// What each makes, what it is done for first.
    makes: Vec<Vec<usize>>,
    /// Heat of any sort.
    heat: Option<usize>,
    /// By resource, made when first asked.
    at_best: Vec<OnceLock<AtBest>>,
    /// What sites run and use, by kind of site.
    pub(crate) trades: Trades,
    pub(crate) rules: crate::forbid::Rules<'a>,
    /// How much each sign is believed.
    pub(crate) beliefs: Beliefs,
    /// Figures that were wanted in vain.
    pub(crate) missing: Vec<String>,
    /// What the wordings tell.
    pub(crate) said: crate::said::Said,
}

impl<'a> Index<'a> {
    pub(crate) fn new(territory: &'a Territory, reference: &'a Reference, memory: &'a mut Memory) -> Self {
        let said = crate::said::Said::of(&territory.flows, reference, &mut memory.words);
        let (beliefs, missing) = Beliefs::on(reference, territory.day);
        let number_of: HashMap<&SiteId, u32> =
            territory.sites.iter().enumerate().map(|(ix, site)| (&site.id, number(ix))).collect();
        let insertion_actors: HashSet<_> = territory
            .actors
            .iter()
            .filter(|actor| runs_workshops(actor.kind))
            .map(|actor| &actor.id)
            .collect();
        let points: Vec<_> =
            territory.sites.iter().map(|site| site.place.map(model::Place::on_sphere)).collect();
        let classes: Vec<_> = territory.sites.iter().map(|s| classes_of(s, reference)).collect();
        let (class_ids, usual) = Usual::of(&classes, reference);
        let insertion = territory.sites.iter().map(|s| insertion_actors.contains(&s.actor)).collect();
        let callings = territory.sites.iter().map(|site| site.trades(reference)).collect();
        // A flow of an unknown site has been refused by intake; here it would be an orphan that matches nothing.
        let site_of_flow: Vec<u32> = territory
            .flows
            .iter()
            .map(|flow| number_of.get(&flow.site).copied().unwrap_or(u32::MAX))
            .collect();
        let resource_of_flow: Vec<u32> =
            territory.flows.iter().map(|flow| number_of_resource(flow, reference)).collect();
        let declared = |ix: usize, directions: &[Direction]| {
            let flow = &territory.flows[ix];
            let said = directions.contains(&flow.direction) && !flow.is_guess();
            known(resource_of_flow[ix]).filter(|_| said)
        };
        let of_sites = |directions: &[Direction]| {
            let mut by_site = vec![Vec::new(); territory.sites.len()];
            for (ix, &site) in site_of_flow.iter().enumerate().filter(|(_, site)| **site != u32::MAX) {
                by_site[site as usize].extend(declared(ix, directions).map(|of| (of, number(ix))));
            }
            by_site
        };
        let said_to_take = of_sites(&[Direction::TakesIn, Direction::Needs]);
        let said_to_sell = of_sites(&[Direction::Sells]);
        let said_to_give = own_outlets(territory, reference, &site_of_flow);
        let equipment = of_sites(&[Direction::Needs, Direction::CanShare]);
        let streams = crate::plausible::streams(&territory.flows, &site_of_flow, territory.sites.len());
        let by_resource =
            flows_by_resource(territory, reference, (&site_of_flow, &resource_of_flow), &points);
        let runners = reference.pathways.all().iter().map(|_| OnceLock::new()).collect();
        let mut rules = crate::forbid::Rules::new(reference, usual.classes());
        rules.read(&territory.flows, |ix| known(resource_of_flow[ix]));
        let mut index = Self {
            territory,
            reference,
            memory,
            points,
            classes,
            class_ids,
            insertion,
            callings,
            commonplace: commonplace(reference, territory.day),
            said_to_take,
            said_to_sell,
            said_to_give,
            equipment,
            streams,
            site_of_flow,
            resource_of_flow,
            given: Vec::new(),
            guessed: territory.flows.iter().map(Flow::is_guess).collect(),
            actor_of_site: actors(territory),
            by_resource,
            runners,
            inputs: numbers(reference, |pathway| pathway.inputs.iter()),
            replaces: numbers(reference, |pathway| pathway.replaces.iter()),
            makes: numbers(reference, |pathway| pathway.outputs.iter().map(|made| &made.resource)),
            heat: reference.catalogue.index_of("heat"),
            at_best: reference.catalogue.all().iter().map(|_| OnceLock::new()).collect(),
            trades: Trades::default(),
            rules,
            usual,
            beliefs,
            missing,
            said,
        };
        index.given = (0..number(territory.flows.len())).map(|flow| index.works_out_given(flow)).collect();
        index.trades = Trades::of(&index);
        index
    }

    pub(crate) fn catalogue(&self) -> &'a Catalogue {
        &self.reference.catalogue
    }

    pub(crate) fn resource(&self, ix: usize) -> &'a Resource {
        &self.reference.catalogue.all()[ix]
    }

    pub(crate) fn flow(&self, ix: u32) -> &'a Flow {
        &self.territory.flows[ix as usize]
    }

    pub(crate) fn site(&self, ix: u32) -> &'a Site {
        &self.territory.sites[ix as usize]
    }

    pub(crate) fn point(&self, site: u32) -> Option<[f64; 3]> {
        self.points[site as usize]
    }

    pub(crate) fn classes(&self, site: u32) -> &[String] {
        &self.classes[site as usize]
    }

    pub(crate) fn class_ids(&self, site: u32) -> &[u32] {
        &self.class_ids[site as usize]
    }

    pub(crate) fn is_insertion(&self, site: u32) -> bool {
        self.insertion[site as usize]
    }

    /// The site of a flow; `None` for an orphan.
    pub(crate) fn site_of(&self, flow: u32) -> Option<u32> {
        Some(self.site_of_flow[flow as usize]).filter(|site| *site != u32::MAX)
    }

    /// Chances that the flow exists and is of what it is said to be.
    pub(crate) fn given(&self, flow: u32) -> f32 {
        self.given[flow as usize]
    }

    fn works_out_given(&self, flow: u32) -> f32 {
        let odd = crate::forbid::may_contradict(self, flow);
        likelihood(self.flow(flow)) * if odd { single(self.beliefs.maybe_hazardous) } else { 1.0 }
    }

    /// Only a profile says that the flow exists.
    pub(crate) fn is_guess(&self, flow: u32) -> bool {
        self.guessed[flow as usize]
    }

    /// The site of each flow; `u32::MAX` for an orphan.
    pub(crate) fn sites_of_flows(&self) -> &[u32] {
        &self.site_of_flow
    }

    /// For each resource whether it is a residue that nearly every workplace has.
    pub(crate) fn commonplace(&self) -> &[bool] {
        &self.commonplace
    }

    /// The resource of a flow, as a number of the catalogue.
    pub(crate) fn resource_of(&self, flow: u32) -> Option<usize> {
        known(self.resource_of_flow[flow as usize])
    }

    /// Flows that take in, look for or sell exactly one resource.
    pub(crate) fn flows(&self, direction: Direction, resource: usize) -> Option<&Near> {
        self.by_resource.get(&(direction, resource))
    }

    /// Numbers of the flows of one direction, grouped by site.
    pub(crate) fn flows_by_site(&self, direction: Direction) -> Vec<Vec<u32>> {
        let mut groups = vec![Vec::new(); self.territory.sites.len()];
        for (ix, flow) in self.territory.flows.iter().enumerate() {
            if let (true, Some(site)) = (flow.direction == direction, self.site_of(number(ix))) {
                groups[site as usize].push(number(ix));
            }
        }
        groups
    }

    /// What a pathway takes.
    pub(crate) fn inputs(&self, pathway: usize) -> &[usize] {
        &self.inputs[pathway]
    }

    /// What a pathway makes, what it is done for first.
    pub(crate) fn makes(&self, pathway: usize) -> &[usize] {
        &self.makes[pathway]
    }

    /// Heat of any sort, as a number of the catalogue.
    pub(crate) fn heat(&self) -> Option<usize> {
        self.heat
    }

    /// What a pathway stands in for.
    pub(crate) fn replaces(&self, pathway: usize) -> &[usize] {
        &self.replaces[pathway]
    }

    /// The most a residue can come to.
    pub(crate) fn at_best(&self, resource: usize) -> AtBest {
        *self.at_best[resource].get_or_init(|| AtBest::of(self, resource))
    }

    /// Sites whose activity, or whose purpose, is to run a pathway.
    pub(crate) fn runners(&self, pathway: usize) -> &Near {
        self.runners[pathway].get_or_init(|| {
            let sites = 0..number(self.territory.sites.len());
            let runners: Vec<(u32, f64)> =
                sites.filter_map(|site| Some((site, self.runs(site, pathway)?))).collect();
            let likeliest = runners.iter().map(|(_, p)| *p).fold(0.0, f64::max);
            Near::new(runners.iter().map(|(site, _)| (*site, self.point(*site))), likeliest)
        })
    }

    /// Only guessed, and of a thing that nearly every workplace has: it says nothing of this one.
    pub(crate) fn is_commonplace(&self, flow: u32) -> bool {
        self.is_guess(flow) && self.resource_of(flow).is_some_and(|resource| self.commonplace[resource])
    }

    /// Waste firms: one class covers many trades.
    pub(crate) fn treats_waste(&self, site: u32) -> bool {
        self.classes(site).iter().any(|class| class.starts_with("38") || class == "46.77")
    }

    /// The largest stream the site has declared, tonnes per year.
    pub(crate) fn stream(&self, site: u32) -> Option<f64> {
        self.streams[site as usize]
    }

    /// The taker gives out the very water or energy it would take: it has its own, unless it asks for that one by name.
    pub(crate) fn has_its_own(&self, taker: u32, resource: usize, flow: Option<u32>) -> bool {
        let asked = flow.filter(|flow| !self.is_guess(*flow)).and_then(|flow| self.resource_of(flow));
        asked != Some(resource) && self.said_to_give.contains(&(taker, resource))
    }

    /// Straight-line distance, km; `None` when a place is unknown.
    pub(crate) fn km(&self, a: u32, b: u32) -> Option<f64> {
        Some(self.site(a).place?.reckoned_km(self.site(b).place?))
    }

    /// True for two sites of one legal unit.
    pub(crate) fn same_actor(&self, a: u32, b: u32) -> bool {
        self.actor_of_site[a as usize] == self.actor_of_site[b as usize]
    }
}

/// A dense number; more than four thousand million sites or flows do not fit in memory anyway.
pub(crate) fn number(ix: usize) -> u32 {
    u32::try_from(ix).unwrap_or(u32::MAX)
}

/// Chances that a flow exists and is of what its wording was read as.
pub(crate) fn likelihood(flow: &Flow) -> f32 {
    flow.likelihood * flow.resource_belief
}
