//! The territory as dense tables: sites by number, flows by direction and resource, takers by pathway, all with their place.

use crate::beliefs::Beliefs;
use crate::bounds::AtBest;
use crate::candidate::single;
use crate::memory::Memory;
use crate::near::Near;
use crate::trades::Trades;
use crate::usual::Usual;
use model::{ActorKind, Direction, Flow, Site, SiteId, Territory};
use reference::{Catalogue, Kind, Pathway, Rarity, Reference, Resource, ResourceId, Side, Specialty, Tells};
use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::OnceLock;

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
    pub(crate) fn new(territory: &'a Territory, reference: &'a Reference, memory: &'a Memory) -> Self {
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
            let mut said = vec![Vec::new(); territory.sites.len()];
            for (ix, &site) in site_of_flow.iter().enumerate().filter(|(_, site)| **site != u32::MAX) {
                said[site as usize].extend(declared(ix, directions).map(|of| (of, number(ix))));
            }
            said
        };
        let said_to_take = of_sites(&[Direction::TakesIn, Direction::Needs]);
        let said_to_sell = of_sites(&[Direction::Sells]);
        let said_to_give = own_outlets(territory, reference, &site_of_flow);
        let equipment = of_sites(&[Direction::Needs, Direction::CanShare]);
        let streams = crate::plausible::streams(&territory.flows, &site_of_flow, territory.sites.len());
        let by_resource =
            flows_by_resource(territory, reference, (&site_of_flow, &resource_of_flow), &points);
        let runners = reference.pathways.all().iter().map(|_| OnceLock::new()).collect();
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
            inputs: numbers(reference, |pathway| &pathway.inputs),
            replaces: numbers(reference, |pathway| &pathway.replaces),
            at_best: reference.catalogue.all().iter().map(|_| OnceLock::new()).collect(),
            trades: Trades::default(),
            rules: crate::forbid::Rules::new(reference, usual.classes()),
            usual,
            beliefs,
            missing,
            said: crate::said::Said::of(&territory.flows, reference),
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

    /// Chances that a site runs a pathway; `None` when nothing says so.
    pub(crate) fn runs(&self, site: u32, ix: usize) -> Option<f64> {
        self.trades.runs(site, ix)
    }

    /// The site has said nothing that [`Self::works_out_runs`] reads: only its classes, and what it is, speak for it.
    pub(crate) fn is_silent(&self, site: u32) -> bool {
        let site = site as usize;
        self.said_to_take[site].is_empty()
            && self.said_to_sell[site].is_empty()
            && self.equipment[site].is_empty()
            && self.callings[site].is_empty()
    }

    /// Behind [`Self::runs`]. It must not read of a silent site more than its classes and whether it is an insertion structure.
    pub(crate) fn works_out_runs(&self, site: u32, ix: usize) -> Option<f64> {
        let pathway = &self.reference.pathways.all()[ix];
        let insertion = self.is_insertion(site);
        let usual = self.class_ids[site as usize].iter().filter_map(|&class| self.usual.get(class, ix));
        let usual = usual
            .max_by(f64::total_cmp)
            .map(|p| if insertion && !pathway.insertion { p * self.beliefs.not_handwork } else { p })
            .map(|p| p * self.of_its_trade(site, pathway));
        let willing = (pathway.insertion && insertion).then_some(self.beliefs.insertion);
        let trade = usual.into_iter().chain(willing).reduce(f64::max);
        let likely = trade.map(|p| (p * self.agrees(site, pathway, p)).max(self.shows(site, pathway)));
        let equipped = self.equipped(site, pathway).then_some(self.beliefs.equipped);
        let seeks = self.seeks_work(site, ix).map(|_| self.beliefs.seeks_work);
        likely.into_iter().chain(equipped).chain(seeks).reduce(f64::max)
    }

    /// The flow by which an insertion structure has said that it looks for such work as the pathway is.
    pub(crate) fn seeks_work(&self, site: u32, pathway: usize) -> Option<u32> {
        const WORK: &str = "work-sought";
        const KINDS: [Tells; 3] = [Tells::TakingApart, Tells::Sorting, Tells::Mending];
        let pathway = &self.reference.pathways.all()[pathway];
        if !pathway.insertion || !self.is_insertion(site) {
            return None;
        }
        let sought =
            self.equipment[site as usize].iter().filter(|(of, _)| self.resource(*of).id.as_str() == WORK);
        let sense = &self.reference.sense;
        let such = |flow: u32| {
            let says = |text: &str, kind: Tells| sense.says(text, kind);
            KINDS.into_iter().any(|kind| says(&pathway.fr, kind) && says(&self.flow(flow).wording, kind))
        };
        sought.map(|(_, flow)| *flow).find(|flow| such(*flow))
    }

    /// What is left of what the class takes where the site's name says a finer trade: a car breaker takes no computers. 1 when it says none.
    fn of_its_trade(&self, site: u32, pathway: &Pathway) -> f64 {
        let inputs: Vec<usize> =
            pathway.inputs.iter().filter_map(|id| self.catalogue().index_of(id.as_str())).collect();
        self.left_by_name(site, &inputs)
    }

    /// The same of a habit of taking one of some resources.
    pub(crate) fn left_by_name(&self, site: u32, resources: &[usize]) -> f64 {
        let takes = |trade: &Specialty| {
            let taken = trade.takes.keys().filter_map(|id| self.catalogue().index_of(id.as_str()));
            taken
                .into_iter()
                .any(|taken| resources.iter().any(|&one| self.catalogue().steps_up(taken, one).is_some()))
        };
        let kept = |trade: &&Specialty| if takes(trade) { 1.0 } else { trade.rest_takes };
        self.callings[site as usize].iter().map(kept).reduce(f64::max).unwrap_or(1.0)
    }

    /// Only guessed, and of a thing that nearly every workplace has: it says nothing of this one.
    pub(crate) fn is_commonplace(&self, flow: u32) -> bool {
        self.is_guess(flow) && self.resource_of(flow).is_some_and(|resource| self.commonplace[resource])
    }

    /// Waste firms: one class covers many trades.
    pub(crate) fn treats_waste(&self, site: u32) -> bool {
        self.classes(site).iter().any(|class| class.starts_with("38") || class == "46.77")
    }

    /// What a site of the trade has said of itself: the waste firm that sells what a process makes runs it; who buys what it makes first of all might. 0 when
    /// nothing shows.
    fn shows(&self, site: u32, pathway: &Pathway) -> f64 {
        let made = |product: &reference::Product| self.catalogue().index_of(product.resource.as_str());
        let says =
            |said: &[Vec<(usize, u32)>], ix: usize| said[site as usize].iter().any(|(of, _)| *of == ix);
        let main = pathway.outputs.first().and_then(made);
        let sells = pathway.outputs.iter().filter_map(made).any(|ix| says(&self.said_to_sell, ix));
        if sells && self.treats_waste(site) {
            self.beliefs.makes_it
        } else if self.buys_the_product_of(site, pathway).is_some() {
            self.beliefs.asks_recycled
        } else if !self.treats_waste(site) && main.is_some_and(|ix| says(&self.said_to_take, ix)) {
            self.beliefs.buys_product
        } else {
            0.0
        }
    }

    /// The flow by which a site has said that it buys, used or recycled, what a process makes first of all: it might do the process, or have
    /// it done.
    pub(crate) fn buys_the_product(&self, site: u32, pathway: usize) -> Option<u32> {
        self.buys_the_product_of(site, &self.reference.pathways.all()[pathway])
    }

    fn buys_the_product_of(&self, site: u32, pathway: &Pathway) -> Option<u32> {
        let said = &self.said_to_take[site as usize];
        // Who collects and sorts asks for what it sorts, not for what it would have to make first.
        let asks = !said.is_empty() && !self.treats_waste(site);
        let made = pathway.outputs.first().filter(|_| !pathway.is_direct() && asks)?;
        let made = self.catalogue().index_of(made.resource.as_str())?;
        // Heat and water are asked for by anybody.
        if self.resource(made).kind != Kind::Material {
            return None;
        }
        let recycled = |flow: u32| self.said.looks_for(flow, self.flow(flow).direction);
        let mut flows = said.iter().filter(|(of, _)| *of == made);
        flows.find(|(_, flow)| recycled(*flow)).map(|(_, flow)| *flow)
    }

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

    /// The site has, or looks for, the equipment the pathway works with.
    fn equipped(&self, site: u32, pathway: &Pathway) -> bool {
        let catalogue = self.catalogue();
        let with = || pathway.with.iter().filter_map(|id| catalogue.index_of(id.as_str()));
        let works_with = |has: usize| with().any(|with| catalogue.steps_up(has, with).is_some());
        self.equipment[site as usize]
            .iter()
            .any(|&(has, _)| self.resource(has).kind == Kind::Equipment && works_with(has))
    }

    /// The largest stream the site has declared, tonnes per year.
    pub(crate) fn stream(&self, site: u32) -> Option<f64> {
        self.streams[site as usize]
    }

    /// What a site says it takes in speaks for a pathway that takes it or stands in for it, and against others: one class covers composters
    /// and incinerators. A factory never lists everything. 1 when it has said nothing.
    fn agrees(&self, site: u32, pathway: &Pathway, usual: f64) -> f64 {
        let said = &self.said_to_take[site as usize];
        let catalogue = self.catalogue();
        let related = |taken: usize, input: usize| {
            catalogue.steps_up(taken, input).is_some() || catalogue.steps_up(input, taken).is_some()
        };
        let known = || {
            pathway.inputs.iter().chain(&pathway.replaces).filter_map(|id| catalogue.index_of(id.as_str()))
        };
        match said.is_empty() || said.iter().any(|&(taken, _)| known().any(|input| related(taken, input))) {
            true => 1.0,
            false if usual < self.beliefs.seldom || self.treats_waste(site) => self.beliefs.other_waste,
            false => self.beliefs.other_inputs,
        }
    }

    /// How far a pathway is of a site's trade: as likely as it runs it, a little when only its group does, `None` when not at all.
    pub(crate) fn trade(&self, site: u32, pathway: usize) -> Option<f64> {
        let akin = || self.class_ids(site).iter().any(|&class| self.usual.akin(class, pathway));
        self.runs(site, pathway).or_else(|| akin().then_some(self.beliefs.same_group))
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

/// For each resource whether so many trades have it as a residue that a guess of it says nothing of this one.
fn commonplace(reference: &Reference, day: chrono::NaiveDate) -> Vec<bool> {
    let figure = |id| reference.figures.on(id, day).ok().map(|figure| figure.value.range.mid());
    let (share, least) = (figure("estimate.common"), figure("estimate.least-likelihood"));
    let rarity = Rarity::of(reference.activities.all());
    let of = |resource: &Resource| rarity.share(Side::Gives, &resource.id, least.unwrap_or_default());
    reference.catalogue.all().iter().map(|resource| of(resource) >= share.unwrap_or(f64::INFINITY)).collect()
}

/// Insertion structures with a workshop of their own; those that lend people (ETTI, AI) run none.
fn runs_workshops(kind: ActorKind) -> bool {
    kind.is_insertion() && !matches!(kind, ActorKind::Etti | ActorKind::Ai)
}

/// A dense number; more than four thousand million sites or flows do not fit in memory anyway.
pub(crate) fn number(ix: usize) -> u32 {
    u32::try_from(ix).unwrap_or(u32::MAX)
}

/// Chances that a flow exists and is of what its wording was read as.
pub(crate) fn likelihood(flow: &Flow) -> f32 {
    flow.likelihood * flow.resource_belief
}

/// Resources named by each pathway, as numbers of the catalogue.
fn numbers(reference: &Reference, named: impl Fn(&Pathway) -> &Vec<ResourceId>) -> Vec<Vec<usize>> {
    let number = |id: &ResourceId| reference.catalogue.index_of(id.as_str());
    reference
        .pathways
        .all()
        .iter()
        .map(|pathway| named(pathway).iter().filter_map(number).collect())
        .collect()
}

/// The number of each site's legal unit.
fn actors(territory: &Territory) -> Vec<u32> {
    let mut numbers = HashMap::new();
    let mut of_site = |site: &'_ Site| {
        let next = number(numbers.len());
        *numbers.entry(site.actor.clone()).or_insert(next)
    };
    territory.sites.iter().map(&mut of_site).collect()
}

fn number_of_resource(flow: &Flow, reference: &Reference) -> u32 {
    let resource = flow.resource.as_ref().and_then(|id| reference.catalogue.index_of(id.as_str()));
    resource.map_or(u32::MAX, number)
}

fn known(number: u32) -> Option<usize> {
    (number != u32::MAX).then_some(number as usize)
}

fn classes_of(site: &Site, reference: &Reference) -> Vec<String> {
    site.activity.as_ref().map(|code| reference.naf.as_rev2(code)).unwrap_or_default()
}

/// Who looks for a material or for heat would take it in.
fn asked_as(direction: Direction, kind: Kind) -> Direction {
    if direction == Direction::Needs && kind.is_flow() { Direction::TakesIn } else { direction }
}

/// Water and energy that sites have declared to give out.
fn own_outlets(territory: &Territory, reference: &Reference, site_of_flow: &[u32]) -> HashSet<(u32, usize)> {
    let flows = territory.flows.iter().zip(site_of_flow);
    let given = flows.filter(|(flow, _)| flow.direction == Direction::GivesOut && !flow.is_guess());
    let numbered = given.filter_map(|(flow, site)| {
        let resource = reference.catalogue.index_of(flow.resource.as_ref()?.as_str())?;
        (reference.catalogue.all()[resource].kind != Kind::Material).then_some((*site, resource))
    });
    numbered.collect()
}

fn flows_by_resource(
    territory: &Territory,
    reference: &Reference,
    (site_of_flow, resource_of_flow): (&[u32], &[u32]),
    points: &[Option<[f64; 3]>],
) -> HashMap<(Direction, usize), Near> {
    let mut groups: HashMap<(Direction, usize), Vec<u32>> = HashMap::new();
    for (ix, flow) in territory.flows.iter().enumerate().filter(|(ix, _)| site_of_flow[*ix] != u32::MAX) {
        if let Some(resource) = known(resource_of_flow[ix]) {
            let direction = asked_as(flow.direction, reference.catalogue.all()[resource].kind);
            // Nobody asks where the others are: they do the asking.
            if matches!(direction, Direction::TakesIn | Direction::Sells) {
                groups.entry((direction, resource)).or_default().push(number(ix));
            }
        }
    }
    let place = |flow: &u32| points[site_of_flow[*flow as usize] as usize];
    groups
        .into_iter()
        .map(|(key, flows)| {
            let given = |flow: &u32| f64::from(likelihood(&territory.flows[*flow as usize]));
            let likeliest = flows.iter().map(given).fold(0.0, f64::max);
            (key, Near::new(flows.iter().map(|flow| (*flow, place(flow))), likeliest))
        })
        .collect()
}
