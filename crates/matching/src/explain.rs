//! From numbers to a lead a person can check: parties, steps, and the chain of facts with the evidence of each.

use crate::candidate::{Candidate, Member, Way};
use crate::index::Index;
use crate::known::Known;
use model::{Basis, Direction, Evidence, Fact, FactKind, Lead, LeadId, LeadKind, Party, Role, Step};
use reference::{Pathway, ResourceId};
use units::Range;

/// Writes a candidate out.
pub(crate) fn lead(candidate: &Candidate, index: &Index<'_>, known: &Known<'_>) -> Lead {
    let resource = &index.resource(candidate.resource as usize).id;
    let parties: Vec<Party> = candidate.members.iter().map(|m| party(m, index)).collect();
    let steps: Vec<Step> = candidate.ways.iter().map(|way| step(way, index)).collect();
    let rule = candidate.rule.map(|ix| index.reference.sharing[ix as usize].id.clone());
    Lead {
        id: id(candidate.kind, resource, rule.as_deref(), &parties, &steps),
        kind: candidate.kind,
        resource: resource.clone(),
        rule,
        tonnes: tonnes(candidate.kind, &parties),
        known: already_runs(candidate, index, known),
        parties,
        steps,
        km: candidate.km,
        belief: candidate.belief,
        facts: facts(candidate, index),
        appraisal: None,
        score: f64::from(candidate.score),
    }
}

fn party(member: &Member, index: &Index<'_>) -> Party {
    let flow = member.flow.map(|ix| index.flow(ix));
    Party {
        site: index.site(member.site).id.clone(),
        role: member.role,
        flow: flow.map(|f| f.id.clone()),
        tonnes: flow.filter(|f| !f.is_received()).and_then(|f| *f.tonnes),
        likelihood: member.likelihood,
    }
}

fn step(way: &Way, index: &Index<'_>) -> Step {
    Step {
        pathway: index.reference.pathways.all()[way.pathway as usize].id.clone(),
        input: index.resource(way.input as usize).id.clone(),
        output: way.output.map(|ix| index.resource(ix as usize).id.clone()),
        by: way.by.map(|site| index.site(site).id.clone()),
    }
}

/// What could flow. A supply is capped by the need where both are known; a need alone says nothing of what there is to give, a supply
/// alone may all be taken. A group's is its sum.
fn tonnes(kind: LeadKind, parties: &[Party]) -> Option<Range> {
    let sum =
        |role: Role| parties.iter().filter(|p| p.role == role).filter_map(|p| p.tonnes).reduce(|a, b| a + b);
    let (supply, need) = (sum(Role::Giver), sum(Role::Taker));
    let capped = |supply: Range| need.map_or(supply, |need| supply.min(need));
    match kind {
        LeadKind::Sharing => sum(Role::Partner),
        // What a process makes is not what goes in: it is the processor's own need that caps, not that of who takes its product.
        LeadKind::Chain | LeadKind::Substitution
            if kind == LeadKind::Chain || parties.iter().any(|p| p.role == Role::Processor) =>
        {
            let own = sum(Role::Processor);
            supply.map(|supply| own.map_or(supply, |own| supply.min(own)))
        }
        LeadKind::Chain | LeadKind::Substitution => supply.map(capped),
        LeadKind::LocalPurchase => supply.map(capped).or(need),
    }
}

/// A giver of the candidate gives one of its receivers the thing already.
pub(crate) fn already_runs(candidate: &Candidate, index: &Index<'_>, known: &Known<'_>) -> bool {
    let givers = candidate.members.iter().filter(|m| m.role == Role::Giver);
    let mut pairs = givers.flat_map(|giver| {
        candidate.members.iter().filter(|m| m.role != Role::Giver).map(move |m| (giver, m))
    });
    matches!(candidate.kind, LeadKind::Substitution | LeadKind::LocalPurchase)
        && pairs.any(|(giver, other)| {
            let (from, to) = (&index.site(giver.site).id, &index.site(other.site).id);
            let wording = giver.flow.map(|flow| index.flow(flow).wording.as_str());
            known.runs((from, to), candidate.resource as usize, wording, index.catalogue())
        })
}

/// Partners whose flow is written out as a fact; the others are in the list of parties.
const TOLD: usize = 6;

fn facts(candidate: &Candidate, index: &Index<'_>) -> Vec<Fact> {
    let mut facts: Vec<Fact> = Vec::new();
    for member in candidate.members.iter().filter(|m| m.role != Role::Processor).take(TOLD) {
        facts.extend(flow_fact(member, index));
        facts.extend(is_a_fact(member, candidate, index));
    }
    for way in &candidate.ways {
        facts.push(pathway_fact(way, index));
        facts.extend(way.by.and_then(|site| runs_fact(site, way, index)));
    }
    facts.extend(candidate.km.map(|km| distance_fact(km, candidate, index)));
    facts
}

fn flow_fact(member: &Member, index: &Index<'_>) -> Option<Fact> {
    let flow = index.flow(member.flow?);
    let kind = match flow.direction {
        Direction::GivesOut => FactKind::Gives,
        Direction::TakesIn => FactKind::Takes,
        Direction::Sells => FactKind::Sells,
        Direction::CanShare => FactKind::Owns,
        Direction::Needs => FactKind::Needs,
    };
    Some(Fact {
        kind,
        site: Some(flow.site.clone()),
        resource: flow.resource.clone(),
        detail: flow.stated.as_deref().unwrap_or_default().to_owned(),
        wording: Some(flow.wording.to_string()).filter(|w| !w.is_empty()),
        belief: flow.likelihood * flow.resource_belief,
        evidence: (*flow.evidence).clone(),
    })
}

/// The step through the catalogue, when a party speaks of the thing by a more precise or a more general name than the lead does.
fn is_a_fact(member: &Member, candidate: &Candidate, index: &Index<'_>) -> Option<Fact> {
    let catalogue = index.catalogue();
    let (own, told) = (index.resource_of(member.flow?)?, candidate.resource as usize);
    let kind_of = |a: usize, b: usize| catalogue.steps_up(a, b).filter(|steps| *steps > 0).map(|_| (a, b));
    let (precise, general) = kind_of(own, told).or_else(|| kind_of(told, own))?;
    Some(Fact {
        kind: FactKind::IsA,
        site: None,
        resource: Some(index.resource(precise).id.clone()),
        detail: index.resource(general).id.to_string(),
        wording: None,
        belief: 1.0,
        evidence: Evidence::new(Basis::Documented, "data/resources"),
    })
}

fn pathway_fact(way: &Way, index: &Index<'_>) -> Fact {
    let pathway = &index.reference.pathways.all()[way.pathway as usize];
    Fact {
        kind: FactKind::Pathway,
        site: None,
        resource: Some(index.resource(way.input as usize).id.clone()),
        detail: pathway.id.to_string(),
        wording: None,
        belief: 1.0,
        evidence: documented(pathway),
    }
}

fn documented(pathway: &Pathway) -> Evidence {
    let sources: Vec<&str> = pathway.source.iter().map(reference::SourceId::as_str).collect();
    Evidence::new(Basis::Documented, sources.join(", "))
}

fn runs_fact(site: u32, way: &Way, index: &Index<'_>) -> Option<Fact> {
    let belief = index.runs(site, way.pathway as usize)?;
    let place = index.site(site);
    let activity = place.activity.as_ref().map(ToString::to_string).unwrap_or_default();
    Some(Fact {
        kind: FactKind::Runs,
        site: Some(place.id.clone()),
        resource: None,
        detail: activity.clone(),
        wording: None,
        belief: crate::candidate::single(belief),
        evidence: Evidence::new(Basis::Estimated, activity),
    })
}

fn distance_fact(km: f64, candidate: &Candidate, index: &Index<'_>) -> Fact {
    let places = candidate.members.iter().filter_map(|m| index.site(m.site).place);
    let coarse = places.map(|p| p.precision).max();
    Fact {
        kind: FactKind::Distance,
        site: None,
        resource: None,
        detail: format!("{km:.1}"),
        wording: coarse.map(|precision| format!("{precision:?}").to_lowercase()),
        belief: 1.0,
        evidence: Evidence::new(Basis::Documented, "coordonnées"),
    }
}

/// A name that stays the same when the same data is read again: a digest of who, what and by which way (FNV-1a, 64 bits).
fn id(
    kind: LeadKind,
    resource: &ResourceId,
    rule: Option<&str>,
    parties: &[Party],
    steps: &[Step],
) -> LeadId {
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    let mut eat = |text: &str| {
        for byte in text.bytes().chain(std::iter::once(0x1f)) {
            hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    };
    eat(&format!("{kind:?}"));
    eat(resource.as_str());
    eat(rule.unwrap_or_default());
    for party in parties {
        eat(party.site.as_str());
        eat(&party.flow.as_ref().map(model::FlowId::as_str).unwrap_or_default());
    }
    for step in steps {
        eat(step.pathway.as_str());
    }
    LeadId::from(format!("{hash:016x}"))
}
