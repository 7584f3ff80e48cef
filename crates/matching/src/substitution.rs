//! One's residue replaces another's input: as it is, through a process, or through a process and a second taker.

use crate::Options;
use crate::candidate::{Candidate, Member, Way, nearness, single};
use crate::forbid;
use crate::gather::{Keep, Ranked, gather};
use crate::heat;
use crate::index::{Index, number};
use crate::onward::onward_takers;
use crate::plausible;
use crate::recall::{Known, Recall};
use crate::takers::{Floor, Taker, best_per_site, takers_at};
use model::{Direction, LeadKind, Role};
use rayon::prelude::*;
use reference::{Hierarchy, Kind, RouteKind};
use std::cmp::Ordering;
use std::collections::{HashMap, HashSet};

/// Takers kept for one residue: who is nearest and likeliest, and others to turn to.
const PER_FLOW: usize = 4;
/// The same of a residue that is only guessed: four places for each guess would leave the site no room for its other residues.
const PER_GUESS: usize = 2;

/// Candidates of all residues, at most [`Options::per_site`] a giver, and the score below which none can stay any more. What becomes of
/// the outputs is looked up for the survivors only: it does not change their order, and it costs more than all the rest.
pub(crate) fn find(index: &Index<'_>, options: &Options, before: &mut Before) -> (Vec<Candidate>, f32) {
    let mut by_site = index.flows_by_site(Direction::GivesOut);
    for (all, sold) in by_site.iter_mut().zip(index.flows_by_site(Direction::Sells)) {
        all.extend(sold.into_iter().filter(|&flow| is_recovered(index, flow) || is_by_product(index, flow)));
    }
    let (pairs, floor) = best_of_all(index, &by_site, options, before);
    let candidates = pairs.par_iter().map(|pair| candidate(index, pair)).collect();
    (without_detours(candidates), floor)
}

/// What a search leaves to the next.
#[derive(Debug, Default)]
pub(crate) struct Before {
    /// The score of the last pair kept; `None` when everything found was.
    reached: Option<f32>,
    pub(crate) found: Option<Recall>,
}

impl Before {
    /// A floor the search may begin at, and had better keep as long as it serves: pairs are known down to it.
    fn floor(&self) -> Option<f32> {
        /// An edit moves the floor by little; a guess a little too low costs less than a search for nothing.
        const CLEARLY: f32 = 0.98;
        self.found.as_ref().map(Recall::floor).or_else(|| self.reached.map(|reached| reached * CLEARLY))
    }
}

/// The best pairs of all givers, and the floor reached. The result never depends on what was known before.
fn best_of_all(
    index: &Index<'_>,
    by_site: &[Vec<u32>],
    options: &Options,
    before: &mut Before,
) -> (Vec<Pair>, f32) {
    /// Many pairs are as good as each other: a floor just below the last kept may let in twice as many.
    const FAR_MORE: usize = 8;
    let most = options.total.max(1);
    let find = |flows: &[u32], floor: f32| best_pairs(index, flows, options, floor);
    if let Some(floor) = before.floor() {
        let known = Known::of(index, options, floor, before.found.take());
        let groups = by_site.par_iter().zip(&known.standing);
        let mut pairs: Vec<Pair> = groups
            .flat_map_iter(|(flows, standing)| standing.clone().unwrap_or_else(|| find(flows, floor)))
            .collect();
        if pairs.len() >= most {
            // Far more than can stay: better a higher floor next time, and no room taken by them.
            before.found = (pairs.len() < most * FAR_MORE).then(|| known.kept(index, &pairs));
            pairs.sort_by(Pair::order);
            pairs.truncate(options.total);
            let reached = pairs.last().map_or(floor, |last| last.score);
            before.reached = Some(reached);
            return (pairs, reached);
        }
    }
    let (pairs, floor) = gather(by_site, Keep { most: options.total, floor: 0.0 }, find);
    before.reached = (pairs.len() >= most).then_some(floor);
    (pairs, floor)
}

/// A way through a second firm to one that does the same with the residue itself, and as likely, is a detour: the direct lead says it all.
fn without_detours(mut candidates: Vec<Candidate>) -> Vec<Candidate> {
    let key = |candidate: &Candidate, site: u32| {
        let giver = candidate.members[0];
        (giver.site, giver.flow, candidate.ways.first().map(|way| way.pathway), site)
    };
    let mut direct: HashMap<_, f32> = HashMap::new();
    for candidate in candidates.iter().filter(|candidate| candidate.members.len() == 2) {
        let known = direct.entry(key(candidate, candidate.members[1].site)).or_default();
        *known = known.max(candidate.belief);
    }
    candidates.retain(|candidate| {
        let mut further =
            candidate.members.iter().skip(2).filter_map(|m| direct.get(&key(candidate, m.site)));
        !further.any(|belief| *belief >= candidate.belief)
    });
    candidates
}

/// Sold, but still what others call a residue: sorted glass, dismantled frames. A process may come between it and who buys its product.
fn is_recovered(index: &Index<'_>, flow: u32) -> bool {
    let sorted = |ix: usize| {
        let resource = index.resource(ix);
        resource.kind == Kind::Material && !resource.codes.is_empty()
    };
    !index.is_guess(flow) && index.resource_of(flow).is_some_and(sorted)
}

/// Sold by who does not make it for sale. It is never a waste; what a sorter or a dismantler sells is one, made ready.
fn is_by_product(index: &Index<'_>, flow: u32) -> bool {
    let Some((site, of)) = index.site_of(flow).zip(index.resource_of(flow)) else { return false };
    let told = index.flow(flow);
    let sold = told.direction == Direction::Sells && !index.is_guess(flow);
    let recovers = index.treats_waste(site) || index.is_insertion(site);
    sold && !recovers && index.reference.is_by_product(index.classes(site), of, &told.wording)
}

/// The best pairs of one giver above a floor. Its surest residues come first, so that the later ones need only look where they could
/// still win.
fn best_pairs(index: &Index<'_>, flows: &[u32], options: &Options, floor: f32) -> Vec<Pair> {
    let mut flows = flows.to_vec();
    flows.sort_by(|&a, &b| index.given(b).total_cmp(&index.given(a)).then(a.cmp(&b)));
    let mut found: Vec<Pair> = Vec::new();
    for flow in flows {
        let guess = index.is_guess(flow);
        // Of what is said, only what is said can take the place.
        let mut rivals = found.iter().filter(|pair| guess || pair.is_said(index));
        let last = options.per_site.checked_sub(1).and_then(|last| rivals.nth(last));
        let weakest = last.map_or(0.0, |pair| f64::from(pair.score));
        let mut takers = takers_of(index, flow, (weakest, f64::from(floor)), options);
        takers.retain(|pair| pair.score >= floor);
        takers.sort_by(Pair::best_first);
        found.extend(first(index, if guess { PER_GUESS } else { PER_FLOW }, takers));
        found.sort_by(Pair::best_first);
        found = first(index, options.per_site, found);
    }
    found
}

/// The first places; what is only guessed leaves what is said the places it would have without.
fn first(index: &Index<'_>, places: usize, pairs: Vec<Pair>) -> Vec<Pair> {
    let mut said = 0;
    let mut kept = Vec::with_capacity(places);
    for (rank, pair) in pairs.into_iter().enumerate() {
        let says = pair.is_said(index);
        if rank < places || (says && said < places) {
            kept.push(pair);
        }
        said += usize::from(says);
    }
    kept
}

/// A residue and a taker of it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Pair {
    pub(crate) giver: Member,
    resource: usize,
    taker: Taker,
    belief: f32,
    score: f32,
}

impl Pair {
    fn new(giver: Member, resource: usize, taker: Taker) -> Self {
        let belief = giver.likelihood * single(taker.likelihood);
        let score = single(f64::from(belief) * nearness(taker.km, taker.half_km));
        Self { giver, resource, taker, belief, score }
    }

    /// The same where sites and flows have other numbers; `None` when one of them is gone.
    pub(crate) fn renumbered(self, sites: &[Option<u32>], flows: &[Option<u32>]) -> Option<Self> {
        let site = |ix: u32| *sites.get(ix as usize)?;
        let flow = |of: Option<u32>| match of {
            Some(ix) => flows.get(ix as usize).copied().flatten().map(Some),
            None => Some(None),
        };
        let giver = Member { site: site(self.giver.site)?, flow: flow(self.giver.flow)?, ..self.giver };
        let taker = Taker { site: site(self.taker.site)?, flow: flow(self.taker.flow)?, ..self.taker };
        Some(Self { giver, taker, ..self })
    }

    /// Both have spoken of it.
    fn is_said(&self, index: &Index<'_>) -> bool {
        [self.giver.flow, self.taker.flow].iter().all(|flow| flow.is_some_and(|ix| !index.is_guess(ix)))
    }

    fn best_first(a: &Self, b: &Self) -> Ordering {
        b.score.total_cmp(&a.score).then_with(|| (a.resource, a.taker.site).cmp(&(b.resource, b.taker.site)))
    }
}

impl Ranked for Pair {
    fn score(&self) -> f32 {
        self.score
    }

    fn order(a: &Self, b: &Self) -> Ordering {
        let who = |pair: &Self| (pair.resource, pair.giver.site, pair.taker.site, pair.giver.flow);
        b.score.total_cmp(&a.score).then_with(|| who(a).cmp(&who(b)))
    }
}

/// Takers of a residue: those that may surpass the weakest pair its site has kept, and the floor of all.
fn takers_of(index: &Index<'_>, flow: u32, (weakest, floor): (f64, f64), options: &Options) -> Vec<Pair> {
    let (Some(giver), Some(resource)) = (index.site_of(flow), index.resource_of(flow)) else {
        return Vec::new();
    };
    if !index.resource(resource).kind.is_flow()
        || forbid::contradicts(index, flow)
        || index.said.stays_at_home(flow)
    {
        return Vec::new();
    }
    let sure = f64::from(index.given(flow));
    let Some(within_km) = index.at_best(resource).within(sure, floor) else { return Vec::new() };
    let floor = Floor { within_km, ..Floor::below(sure, weakest, options) };
    let sold = index.flow(flow).direction == Direction::Sells;
    let beside = is_by_product(index, flow);
    let mut takers = takers_at(index, giver, resource, floor);
    let kinds = index.said.kinds(flow, Some(resource));
    let commonplace = index.is_commonplace(flow);
    let dealer = index.is_guess(flow) && index.treats_waste(giver);
    // Who has asked for the thing by one way has shown it of all.
    let asks_at: HashMap<u32, u32> = takers.iter().filter_map(|t| Some((t.site, t.flow?))).collect();
    // Who asks for the by-product by its name buys it: that is a purchase, not told twice.
    let named = |flow: u32| {
        let asked = index.resource_of(flow);
        asked.is_some_and(|asked| index.catalogue().steps_up(asked, resource).is_some())
    };
    let itself = |taker: &&Taker| {
        let said = taker.flow.is_some_and(|flow| !index.is_guess(flow));
        beside && said && taker.pathway.is_none()
    };
    let (by_name, of_its_kind): (Vec<&Taker>, Vec<&Taker>) =
        takers.iter().filter(itself).partition(|taker| taker.flow.is_some_and(named));
    let sites =
        |takers: Vec<&Taker>| -> HashSet<u32> { takers.into_iter().map(|taker| taker.site).collect() };
    let (buys, buys_its_kind) = (sites(by_name), sites(of_its_kind));
    takers.retain(|taker| {
        // Paper, cardboard, toilets: a visit to each office for what each has is no lead, unless somebody asks for it.
        let asked = taker.flow.is_some_and(|own| !index.is_guess(own));
        let pathway = taker.pathway.map(|p| p as usize);
        let direct = pathway.is_none_or(|ix| index.reference.pathways.all()[ix].is_direct());
        // What is sold is bought as it is, and no way that makes a waste of it is a lead: bread for sale is not composted.
        let route = pathway.map(|ix| index.reference.pathways.all()[ix].route);
        let as_waste = match route {
            Some(RouteKind::Waste) => true,
            Some(RouteKind::EndOfWaste) => beside,
            _ => false,
        };
        // A firm that makes it sells a product: another may use it again, nobody takes it to be shredded. Only who sorts waste or
        // dismantles it sells a residue.
        let reused = pathway.is_some_and(|ix| {
            matches!(index.reference.pathways.all()[ix].hierarchy, Hierarchy::Prevention | Hierarchy::Reuse)
        });
        let residue = reused || index.treats_waste(giver) || index.is_insertion(giver);
        let by_purchase = match (sold, beside) {
            (false, _) => false,
            // What falls off beside a product is a residue to every way but those that treat waste, unless somebody asks for such things: « achète
            // matières fermentescibles » takes spent grain that is sold.
            (true, true) => (as_waste && !buys_its_kind.contains(&taker.site)) || buys.contains(&taker.site),
            (true, false) => direct || as_waste || !residue,
        };
        // Nor is what one dealer might sell to the next.
        (asked || !(commonplace || (dealer && index.treats_waste(taker.site))))
            && !by_purchase
            && !index.same_actor(giver, taker.site)
            && !index.has_its_own(taker.site, resource, taker.flow)
            && !forbid::strikes(
                index,
                (resource, Some(flow)),
                (giver, taker.site),
                (pathway, asks_at.get(&taker.site).copied()),
            )
            && (kinds.is_silent() || !kinds.apart(&index.kinds_taken(taker.site, taker.flow)))
    });
    // A firm that only somebody's register names, nobody knows where, is told when nobody else is.
    let only_named = |taker: &Taker| {
        let said = index.said_to_take(taker.site);
        index.point(taker.site).is_none()
            && !said.is_empty()
            && said.iter().all(|(_, flow)| index.flow(*flow).is_received())
    };
    if takers.iter().any(|taker| taker.km.is_some() && asked_for(index, taker)) {
        takers.retain(|taker| !only_named(taker));
    }
    for taker in &mut takers {
        taker.likelihood *=
            within_reach(index, flow, taker) * heat::fits(index, flow, (taker.site, taker.flow));
    }
    let giver = Member { site: giver, role: Role::Giver, flow: Some(flow), likelihood: index.given(flow) };
    let pairs = best_per_site(index, takers).into_iter().map(|taker| Pair::new(giver, resource, taker));
    pairs.filter(|pair| pair.belief >= options.least_belief).collect()
}

/// Somebody has said that it takes such a thing, or its trade does as a rule.
fn asked_for(index: &Index<'_>, taker: &Taker) -> bool {
    taker.likelihood >= index.beliefs.usual || taker.flow.is_some_and(|flow| !index.is_guess(flow))
}

/// What a site could handle of a residue: what it says it takes in, else what a site of its size could; far too much for it is not proposed.
fn within_reach(index: &Index<'_>, flow: u32, taker: &Taker) -> f64 {
    let a_trial = index.beliefs.a_trial;
    let middle = |flow: u32| index.flow(flow).tonnes.map(units::Range::mid);
    if let Some(need) = taker.flow.filter(|flow| !index.flow(*flow).is_received()).and_then(middle) {
        // A small buyer is one outlet of several.
        return middle(flow).map_or(1.0, |given| (need / given.max(f64::MIN_POSITIVE) / a_trial).min(1.0));
    }
    let share = plausible::capacity(index, flow, taker.site, taker.pathway);
    if share < a_trial { 0.0 } else { share }
}

fn candidate(index: &Index<'_>, pair: &Pair) -> Candidate {
    let Pair { giver, resource, taker, belief, score } = *pair;
    let processes = taker.pathway.is_some_and(|ix| !index.reference.pathways.all()[ix as usize].is_direct());
    // Who buys what the process makes uses it itself.
    let own_use = taker.pathway.and_then(|ix| index.buys_the_product(taker.site, ix as usize)).is_some();
    // Beyond two guesses only who has said that it takes what comes out is told.
    let unsaid = |flow: Option<u32>| flow.is_none_or(|flow| index.is_guess(flow));
    let bare = unsaid(giver.flow) && unsaid(taker.flow);
    let onward = if processes && !own_use { onward_takers(index, &giver, taker) } else { Vec::new() };
    let onward: Vec<_> = onward.into_iter().filter(|(_, next)| !bare || !unsaid(next.flow)).collect();
    let role = if onward.is_empty() { Role::Taker } else { Role::Processor };
    let receiver = Member { site: taker.site, role, flow: taker.flow, likelihood: single(taker.likelihood) };
    let mut members = vec![giver, receiver];
    let mut ways: Vec<Way> = Vec::new();
    if let Some(pathway) = taker.pathway {
        let output = onward.first().map(|(output, _)| *output);
        ways.push(Way { pathway, input: number(resource), output, by: Some(taker.site) });
    }
    for (output, next) in onward {
        let likelihood = single(next.likelihood);
        if !members.iter().any(|member| member.site == next.site) {
            members.push(Member { site: next.site, role: Role::Taker, flow: next.flow, likelihood });
        }
        let next_way = |pathway| Way { pathway, input: output, output: None, by: Some(next.site) };
        ways.extend(next.pathway.map(next_way));
    }
    Candidate {
        kind: LeadKind::Substitution,
        resource: number(resource),
        rule: None,
        members,
        ways,
        km: taker.km,
        belief,
        score,
    }
}
