//! A company's side: its own records, and of the leads it has a part in what may be said before an introduction.

use crate::money::without_money;
use crate::see::{Whole, bare};
use model::{
    Actor, ActorId, ActorKind, Basis, Confidentiality, Evidence, Fact, FactKind, Flow, FlowId, Lead, LeadId,
    Site, SiteId, Synergy, Territory,
};
use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::sync::Arc;

/// Gives a name that cannot be traced back without the installation's secret.
pub type Pseudonym<'a> = dyn Fn(&str) -> String + Send + Sync + 'a;

/// Distances to who is not introduced are told in steps of so many km.
const STEP_KM: f64 = 5.0;

struct Side<'a> {
    own: HashSet<&'a SiteId>,
    /// Sites that may be named in a lead, beside the own ones.
    introduced: BTreeMap<&'a LeadId, BTreeSet<&'a SiteId>>,
    pseudonym: &'a Pseudonym<'a>,
}

/// What belongs to the actor, and its leads with the others' names taken out unless both sides said yes.
pub(crate) fn side_of(whole: &Whole, actor: &ActorId, pseudonym: &Pseudonym<'_>) -> Whole {
    let territory = &whole.territory;
    let own: HashSet<&SiteId> = territory.sites.iter().filter(|s| &s.actor == actor).map(|s| &s.id).collect();
    let introduced = introductions(&whole.synergies, &own);
    let side = Side { own, introduced, pseudonym };
    let kept: HashSet<&FlowId> =
        territory.flows.iter().filter(|flow| !is_told(flow)).map(|flow| &flow.id).collect();
    let leads: Vec<&Lead> =
        whole.leads.iter().filter(|lead| side.has_part(lead) && !side.rests_on(lead, &kept)).collect();
    let visible = side.territory(territory, actor, &leads);
    let synergies = whole.synergies.iter().filter(|s| s.parties.iter().any(|site| side.own.contains(site)));
    Whole {
        leads: Arc::new(leads.iter().map(|lead| side.lead(lead)).collect()),
        territory: Arc::new(visible),
        synergies: Arc::new(synergies.map(|synergy| side.synergy(synergy)).collect()),
        contacts: Arc::new(whole.contacts.iter().filter(|c| &c.actor == actor).cloned().collect()),
        ..Whole::default()
    }
}

/// Per lead, the sites that said yes to each other, where one of them is ours.
fn introductions<'a>(
    synergies: &'a [Synergy],
    own: &HashSet<&SiteId>,
) -> BTreeMap<&'a LeadId, BTreeSet<&'a SiteId>> {
    let pairs = synergies.iter().map(|synergy| (&synergy.id, synergy.introduced().into_iter().collect()));
    pairs.filter(|(_, sites): &(_, BTreeSet<&SiteId>)| sites.iter().any(|site| own.contains(site))).collect()
}

impl Side<'_> {
    fn has_part(&self, lead: &Lead) -> bool {
        lead.parties.iter().any(|party| self.own.contains(&party.site))
    }

    /// True when another side's part is something only the facilitator may read.
    fn rests_on(&self, lead: &Lead, kept: &HashSet<&FlowId>) -> bool {
        let others = lead.parties.iter().filter(|party| !self.own.contains(&party.site));
        others.filter_map(|party| party.flow.as_ref()).any(|flow| kept.contains(flow))
    }

    fn knows(&self, lead: &LeadId, site: &SiteId) -> bool {
        self.own.contains(site) || self.introduced.get(lead).is_some_and(|sites| sites.contains(site))
    }

    fn hidden_site(&self, site: &SiteId) -> SiteId {
        SiteId::from(format!("x-{}", (self.pseudonym)(site.as_str())))
    }

    /// Own records; of introduced sites the record and the flows the lead is about, unless the facilitator alone may read them; of the
    /// others a stand-in without a name.
    fn territory(&self, whole: &Territory, actor: &ActorId, leads: &[&Lead]) -> Territory {
        let mut known: HashSet<&SiteId> = self.own.clone();
        known.extend(self.introduced.values().flatten());
        let shown: HashSet<_> = leads
            .iter()
            .flat_map(|lead| lead.parties.iter().filter(|party| self.knows(&lead.id, &party.site)))
            .filter_map(|party| party.flow.as_ref())
            .collect();
        let mut seen = bare(whole);
        seen.sites = whole.sites.iter().filter(|site| known.contains(&site.id)).cloned().collect();
        let actors: HashSet<ActorId> = seen.sites.iter().map(|site| site.actor.clone()).collect();
        seen.actors =
            whole.actors.iter().filter(|a| &a.id == actor || actors.contains(&a.id)).cloned().collect();
        seen.flows = whole
            .flows
            .iter()
            .filter(|flow| self.own.contains(&flow.site) || (shown.contains(&flow.id) && is_told(flow)))
            .cloned()
            .collect();
        self.add_stand_ins(&mut seen, leads);
        seen
    }

    fn add_stand_ins(&self, seen: &mut Territory, leads: &[&Lead]) {
        let hidden: BTreeSet<SiteId> = leads
            .iter()
            .flat_map(|lead| lead.parties.iter().filter(|party| !self.knows(&lead.id, &party.site)))
            .map(|party| self.hidden_site(&party.site))
            .collect();
        if hidden.is_empty() {
            return;
        }
        let nobody = ActorId::from("x");
        seen.actors.push(Actor {
            id: nobody.clone(),
            name: String::new(),
            kind: ActorKind::Other,
            evidence: untold(Basis::Declared),
        });
        seen.sites.extend(hidden.into_iter().map(|id| stand_in(id, &nobody)));
    }

    fn lead(&self, lead: &Lead) -> Lead {
        let mut told = lead.clone();
        without_money(&mut told);
        let hidden: Vec<&SiteId> =
            lead.parties.iter().map(|p| &p.site).filter(|site| !self.knows(&lead.id, site)).collect();
        told.id = LeadId::from(format!("x-{}", (self.pseudonym)(lead.id.as_str())));
        if let Some(appraisal) = &mut told.appraisal {
            appraisal.questions.retain(|question| self.own.contains(&question.site));
            // With whom another deals is its own affair.
            appraisal.taken_by = None;
            appraisal.other_takers.clear();
        }
        // The sentence names the first ones: one's own name says more than a stranger's stand-in.
        told.parties.sort_by_key(|party| !self.own.contains(&party.site));
        if hidden.is_empty() {
            return told;
        }
        for party in told.parties.iter_mut().filter(|party| hidden.contains(&&party.site)) {
            party.site = self.hidden_site(&party.site);
            party.flow = None;
            party.tonnes = None;
        }
        for step in &mut told.steps {
            step.by = step.by.take().map(|site| self.name_or_hide(&hidden, site));
        }
        let of_hidden = |fact: &Fact| fact.site.as_ref().is_some_and(|site| hidden.contains(&site));
        told.facts.retain(|fact| match fact.kind {
            // Exact distances and activities would tell who it is.
            FactKind::Distance => false,
            FactKind::Runs => !of_hidden(fact),
            _ => true,
        });
        for fact in told.facts.iter_mut().filter(|fact| of_hidden(fact)) {
            self.hide(fact);
        }
        told.km = lead.km.map(|km| (km / STEP_KM).ceil() * STEP_KM);
        without_terms(&mut told);
        told
    }

    fn name_or_hide(&self, hidden: &[&SiteId], site: SiteId) -> SiteId {
        if hidden.contains(&&site) { self.hidden_site(&site) } else { site }
    }

    /// What a fact of an unknown side may still say: what sort it is, of which resource, how sure.
    fn hide(&self, fact: &mut Fact) {
        fact.site = fact.site.take().map(|site| self.hidden_site(&site));
        fact.wording = None;
        fact.detail = String::new();
        fact.evidence = untold(fact.evidence.basis);
    }

    fn synergy(&self, synergy: &Synergy) -> Synergy {
        let knows = |site: &SiteId| self.knows(&synergy.id, site);
        let mut told = synergy.clone();
        told.id = LeadId::from(format!("x-{}", (self.pseudonym)(synergy.id.as_str())));
        told.parties =
            synergy.parties.iter().map(|s| if knows(s) { s.clone() } else { self.hidden_site(s) }).collect();
        told.consents.retain(|consent| self.own.contains(&consent.site));
        told.sealed_prices.retain(|site| self.own.contains(site));
        told.log.clear();
        told.next_step = None;
        told.due = None;
        told.owner = None;
        told.documents.clear();
        told.deliveries.clear();
        told.lead = synergy.lead.as_ref().map(|lead| self.lead(lead));
        told
    }
}

fn is_told(flow: &Flow) -> bool {
    flow.confidentiality != Confidentiality::Facilitator
}

/// Amounts made of the other side's figures.
fn without_terms(lead: &mut Lead) {
    let Some(appraisal) = &mut lead.appraisal else { return };
    let gains = &mut appraisal.gains;
    let all = [
        &mut gains.co2,
        &mut gains.co2_credit,
        &mut gains.mass,
        &mut gains.energy,
        &mut gains.water,
        &mut gains.work,
    ];
    for estimate in all.into_iter().flatten() {
        estimate.terms.clear();
    }
}

fn untold(basis: Basis) -> Evidence {
    Evidence::new(basis, "")
}

fn stand_in(id: SiteId, actor: &ActorId) -> Site {
    Site::new(id, actor.clone(), "", untold(Basis::Declared))
}
