//! What is never proposed, whatever the score (`data/rules`).

use crate::index::Index;
use model::{Direction, Finding, Flow, Severity};
use reference::{Forbid, Hazard, Reference, Unsaid};
use std::collections::HashMap;

/// The rules that concern each resource of the catalogue, so that a question looks at a handful of them.
pub(crate) struct Rules<'a> {
    all: Vec<Rule<'a>>,
    /// Places in `all` by resource.
    of_resource: Vec<Vec<usize>>,
    /// Places in `all` of those that travel with a flow, for the few flows whose words call for one.
    carried: HashMap<u32, Vec<usize>>,
}

/// A rule made ready for many questions.
struct Rule<'a> {
    told: &'a Forbid,
    givers: Firms,
    takers: Firms,
    /// Takers it does not speak of; `None` is nobody.
    spared: Firms,
    /// Numbers of the pathways it names.
    pathways: Vec<usize>,
}

/// The classes of the territory, by number, that a rule speaks of; `None` is any.
struct Firms(Option<Vec<bool>>);

impl Firms {
    fn new(prefixes: &[String], classes: &[String]) -> Self {
        let met = |class: &String| prefixes.iter().any(|naf| class.starts_with(naf.as_str()));
        Self((!prefixes.is_empty()).then(|| classes.iter().map(met).collect()))
    }

    fn include(&self, classes: &[u32]) -> bool {
        self.0.is_none() || self.name(classes)
    }

    /// They are named, not merely meant with all others.
    fn name(&self, classes: &[u32]) -> bool {
        self.0.as_ref().is_some_and(|met| classes.iter().any(|&class| met[class as usize]))
    }
}

impl<'a> Rules<'a> {
    pub(crate) fn new(reference: &'a Reference, classes: &[String]) -> Self {
        let all = reference.pathways.all();
        let ready = |told: &'a Forbid| Rule {
            told,
            givers: Firms::new(&told.giver_naf, classes),
            takers: Firms::new(&told.taker_naf, classes),
            spared: Firms::new(&told.except_taker_naf, classes),
            pathways: (0..all.len()).filter(|&ix| told.pathway.contains(&all[ix].id)).collect(),
        };
        let concerning = |resource: usize| {
            let rules = reference.forbidden.iter().enumerate();
            rules.filter(|(_, rule)| concerns(rule, reference, resource)).map(|(ix, _)| ix).collect()
        };
        Self {
            all: reference.forbidden.iter().map(ready).collect(),
            of_resource: (0..reference.catalogue.all().len()).map(concerning).collect(),
            carried: HashMap::new(),
        }
    }

    /// Finds what the words of each residue carry, once: it is asked of every pair.
    pub(crate) fn read(&mut self, flows: &[Flow], resource_of: impl Fn(usize) -> Option<usize>) {
        let gone = |flow: &Flow| matches!(flow.direction, Direction::GivesOut | Direction::Sells);
        for (ix, flow) in flows.iter().enumerate().filter(|(_, flow)| gone(flow) && !flow.is_guess()) {
            let of = resource_of(ix).and_then(|resource| self.of_resource.get(resource));
            let told = of.into_iter().flatten().copied();
            let carried: Vec<usize> = told
                .filter(|&rule| self.all[rule].told.carried && speaks_of(self.all[rule].told, Some(flow)))
                .collect();
            if !carried.is_empty() {
                self.carried.insert(crate::index::number(ix), carried);
            }
        }
    }
}

/// True when what travels with a residue closes it to any ordinary taker: no shared skip and no common plant takes it.
pub(crate) fn carries(index: &Index<'_>, flow: u32) -> bool {
    let Some(site) = index.site_of(flow) else { return false };
    let mut rules = index.rules.carried.get(&flow).into_iter().flatten().map(|&ix| &index.rules.all[ix]);
    rules.any(|rule| {
        let any_way = rule.pathways.is_empty() && rule.takers.0.is_none();
        any_way && rule.givers.include(index.class_ids(site))
    })
}

/// The rules that travel with a flow and forbid it to go there.
fn carried<'i, 'a: 'i>(
    index: &'i Index<'a>,
    flow: Option<u32>,
    (giver, taker): (u32, u32),
    pathway: Option<usize>,
) -> impl Iterator<Item = &'a Forbid> + 'i {
    let rules = flow.and_then(|flow| index.rules.carried.get(&flow)).into_iter().flatten();
    let classes = (index.class_ids(giver), index.class_ids(taker));
    let rules = rules.map(|&ix| &index.rules.all[ix]);
    rules.filter(move |rule| rule.forbids(classes, pathway)).map(|rule| rule.told)
}

/// The rule that forbids a site to give a resource to another by a way, if any; `flow` is what the giver says it gives.
pub(crate) fn rule<'a>(
    index: &Index<'a>,
    given: (usize, Option<u32>),
    sites: (u32, u32),
    pathway: Option<usize>,
) -> Option<&'a Forbid> {
    applying(index, given, sites, pathway).next()
}

/// True when a rule forbids it. Who asked for the thing itself, or for what it replaces, has shown that it takes such things.
pub(crate) fn strikes(
    index: &Index<'_>,
    given: (usize, Option<u32>),
    sites: (u32, u32),
    (pathway, need): (Option<usize>, Option<u32>),
) -> bool {
    let asked = need.filter(|flow| !index.is_guess(*flow)).and_then(|flow| index.resource_of(flow));
    let thing = asked.is_some_and(|asked| index.resource(asked).kind == reference::Kind::Material);
    applying(index, given, sites, pathway).any(|rule| !(thing && rule.unsaid == Some(Unsaid::Permit)))
}

/// The same of what a plant makes: what went in is known, so that a broad name may not be taken for the worst it covers; what travels with
/// the flow that went in is in it.
pub(crate) fn of_product<'a>(
    index: &Index<'a>,
    (product, flow): (usize, Option<u32>),
    sites: (u32, u32),
    pathway: Option<usize>,
) -> Option<&'a Forbid> {
    let catalogue = index.catalogue();
    let named = |id: &reference::ResourceId| {
        catalogue.index_of(id.as_str()).is_some_and(|general| catalogue.steps_up(product, general).is_some())
    };
    let strict = |rule: &&Forbid| rule.resource.is_empty() || rule.resource.iter().any(named);
    let own = applying(index, (product, None), sites, pathway).find(strict);
    own.or_else(|| carried(index, flow, sites, pathway).next())
}

fn applying<'i, 'a: 'i>(
    index: &'i Index<'a>,
    (resource, flow): (usize, Option<u32>),
    (giver, taker): (u32, u32),
    pathway: Option<usize>,
) -> impl Iterator<Item = &'a Forbid> + 'i {
    let rules = index.rules.of_resource.get(resource).into_iter().flatten().map(|&ix| &index.rules.all[ix]);
    let classes = (index.class_ids(giver), index.class_ids(taker));
    let said = flow.map(|flow| index.flow(flow));
    let silent = move |side| is_silent(index, side, (resource, flow), (giver, taker));
    let coded = move || {
        flow.map(|flow| index.flow(flow)).is_some_and(|flow| {
            flow.waste_code_stated && flow.waste_code.is_some_and(reference::WasteCode::hazardous)
        })
    };
    let travels = carried(index, flow, (giver, taker), pathway);
    rules
        .filter(|rule| !rule.told.carried)
        .filter(move |rule| rule.applies(classes, pathway))
        .filter(move |rule| !rule.told.coded || coded())
        .filter(move |rule| !rule.told.taker_insertion || index.is_insertion(taker))
        .filter(move |rule| speaks_of(rule.told, said) && rule.told.unsaid.is_none_or(silent))
        .map(|rule| rule.told)
        .chain(travels)
}

/// The words of the flow, or those on its quality (« bois peint »), are the rule's.
fn speaks_of(rule: &Forbid, flow: Option<&Flow>) -> bool {
    let quality = flow.and_then(|flow| flow.quality.as_deref());
    rule.speaks_of(flow.map_or("", |flow| flow.wording.as_str()))
        || quality.is_some_and(|q| rule.speaks_of(q))
}

/// Nobody said it of that side, and no name tells it: neither a flow nor what the plant is called.
fn is_silent(
    index: &Index<'_>,
    side: Unsaid,
    (resource, flow): (usize, Option<u32>),
    (giver, taker): (u32, u32),
) -> bool {
    let giver_is = || {
        flow.is_none_or(|flow| index.is_guess(flow))
            && !index.name_tells(giver, resource, |trade| &trade.gives)
    };
    let taker_is =
        || !index.says_it_takes(taker, resource) && !index.name_tells(taker, resource, |trade| &trade.takes);
    match side {
        Unsaid::Giver => giver_is(),
        Unsaid::Taker => taker_is(),
        Unsaid::Both => giver_is() && taker_is(),
        Unsaid::Permit => taker_is() && !index.says_it_takes_broadly(taker, resource),
    }
}

/// The rule speaks of this resource.
fn concerns(rule: &Forbid, reference: &Reference, resource: usize) -> bool {
    let catalogue = &reference.catalogue;
    let is_one = |id: &reference::ResourceId| {
        catalogue.index_of(id.as_str()).is_some_and(|general| catalogue.steps_up(resource, general).is_some())
    };
    // « Restes » may be canteen waste: what is named too broadly falls under the prohibitions of what it may be, for the takers they name.
    let may_be = |id: &reference::ResourceId| {
        let below = |specific| catalogue.steps_up(specific, resource).is_some_and(|steps| steps <= 2);
        !rule.taker_naf.is_empty() && catalogue.index_of(id.as_str()).is_some_and(below)
    };
    let hazard = match (rule.hazard, catalogue.all()[resource].hazard) {
        (None, _) | (Some(Hazard::Yes), Hazard::Yes) => true,
        (Some(Hazard::Mirror), hazard) => hazard != Hazard::No,
        (Some(Hazard::No), hazard) => hazard == Hazard::No,
        (Some(Hazard::Yes), _) => false,
    };
    hazard
        && (rule.resource.is_empty() || rule.resource.iter().any(|id| is_one(id) || may_be(id)))
        && !rule.except.iter().any(is_one)
}

impl Rule<'_> {
    /// [`Self::applies`] of a rule that travels: one that names no taker holds whoever asks.
    fn forbids(&self, (giver, taker): (&[u32], &[u32]), pathway: Option<usize>) -> bool {
        let way = self.pathways.is_empty() || pathway.is_some_and(|ix| self.pathways.contains(&ix));
        way && self.givers.include(giver) && self.takers.include(taker) && !self.spared.name(taker)
    }

    /// The rule speaks of these givers and takers and this way.
    fn applies(&self, (giver, taker): (&[u32], &[u32]), pathway: Option<usize>) -> bool {
        // A taker that just asks for the thing may do with it what the rule forbids.
        let by = || match pathway {
            Some(ix) => self.pathways.contains(&ix),
            None => !self.told.taker_naf.is_empty() || self.told.taker_insertion,
        };
        (self.told.pathway.is_empty() || by())
            && self.givers.include(giver)
            && self.takers.include(taker)
            && !self.spared.name(taker)
    }
}

/// True when somebody said a hazardous code that the resource never bears: soiled cardboard is not cardboard. Nothing is proposed for it
/// until somebody says what it is.
pub(crate) fn contradicts(index: &Index<'_>, flow: u32) -> bool {
    index.flow(flow).waste_code_stated && odd_code(index, flow)
}

/// The same of a code only read from the words: a question, not a prohibition.
pub(crate) fn may_contradict(index: &Index<'_>, flow: u32) -> bool {
    !index.flow(flow).waste_code_stated && odd_code(index, flow)
}

fn odd_code(index: &Index<'_>, flow: u32) -> bool {
    let hazardous = index.flow(flow).waste_code.is_some_and(reference::WasteCode::hazardous);
    hazardous && index.resource_of(flow).is_some_and(|ix| index.resource(ix).hazard == Hazard::No)
}

/// Residues for which nothing is proposed because their code says otherwise than their words: each with its code, so that it can be put right.
pub(crate) fn findings(index: &Index<'_>) -> Vec<Finding> {
    let flows = index.territory.flows.iter().enumerate();
    let odd = flows.filter(|(ix, flow)| {
        flow.direction == Direction::GivesOut && contradicts(index, crate::index::number(*ix))
    });
    odd.map(|(ix, flow)| {
        let resource =
            index.resource_of(crate::index::number(ix)).map(|of| index.resource(of).id.to_string());
        let code = flow.waste_code.map(|code| code.to_string());
        Finding::new(Severity::Warning, "flow-hazard-contradicts", flow.evidence.source.to_string())
            .with("wording", &*flow.wording)
            .with("code", code.unwrap_or_default())
            .with("resource", resource.unwrap_or_default())
    })
    .collect()
}
