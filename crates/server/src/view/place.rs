//! Actors, sites, contacts, visits.

use super::common::{amount, range, slug};
use crate::http::Desk;
use crate::shapes::{ActorRow, ContactView, SiteRow, VisitLine, VisitNote};
use access::Ability;
use model::{Actor, Contact, Lead, Site, SiteVisit, Visit};
use std::collections::HashSet;
use store::Kind;
use wording::{Keyed, Words};

pub(crate) fn site_row(desk: &Desk, site: &Site) -> SiteRow {
    let page = &desk.page;
    let actor = page.actors.get(&site.actor).and_then(|&ix| page.territory().actors.get(ix));
    let flows = page.flows_of.get(&site.id).map(Vec::as_slice).unwrap_or_default();
    let guesses = flows.iter().filter(|&&ix| page.territory().flows[ix].evidence.is_estimate()).count();
    let naf = site.activity.as_ref().and_then(|code| desk.app.reference().naf.label(code, desk.lang.code()));
    SiteRow {
        id: site.id.to_string(),
        actor: site.actor.to_string(),
        actor_name: actor.map(|actor| actor.name.clone()).unwrap_or_default(),
        name: desk.site_named(&site.id).name,
        siret: site.siret.as_ref().map(ToString::to_string),
        activity: site.activity.as_ref().map(ToString::to_string),
        activity_label: naf.map(ToOwned::to_owned).or_else(|| site.activity_label.clone()),
        headcount: site.headcount.as_ref().map(|headcount| range(headcount.people)),
        headcount_stated: site.headcount.as_ref().map(|headcount| headcount.stated.clone()),
        commune: site.commune.clone(),
        zone: site.zone.clone(),
        address: site.address.clone(),
        lat: site.place.map(|place| place.lat),
        lon: site.place.map(|place| place.lon),
        precision: site.place.map(|place| slug(&place.precision)),
        kind: actor.map_or_else(|| "other".to_owned(), |actor| slug(&actor.kind)),
        kind_label: actor.map(|actor| desk.say(&actor.kind.key(), &[])).unwrap_or_default(),
        flows: flows.len() - guesses,
        estimates: guesses,
        leads: page.leads_of.get(&site.id).map_or(0, Vec::len),
        visited: page.visited.get(&site.id).copied(),
    }
}

pub(crate) fn actor_row(desk: &Desk, actor: &Actor, sites: &[&Site]) -> ActorRow {
    let rows: Vec<SiteRow> = sites.iter().map(|site| site_row(desk, site)).collect();
    let leads: HashSet<usize> =
        sites.iter().filter_map(|site| desk.page.leads_of.get(&site.id)).flatten().copied().collect();
    ActorRow {
        id: actor.id.to_string(),
        name: actor.name.clone(),
        kind: slug(&actor.kind),
        kind_label: desk.say(&actor.kind.key(), &[]),
        flows: rows.iter().map(|site| site.flows).sum(),
        leads: leads.len(),
        sites: rows,
    }
}

pub(crate) fn contact(desk: &Desk, contact: &Contact) -> ContactView {
    ContactView {
        id: contact.id.to_string(),
        revision: desk.holding.revision(Kind::Contact, contact.id.as_str()).unwrap_or_default(),
        actor: contact.actor.to_string(),
        site: contact.site.as_ref().map(ToString::to_string),
        name: contact.name.clone(),
        role: contact.role.clone(),
        email: contact.email.clone(),
        phone: contact.phone.clone(),
        note: contact.note.clone(),
    }
}

pub(crate) fn visit_note(desk: &Desk, visit: &SiteVisit) -> VisitNote {
    VisitNote {
        id: visit.id.to_string(),
        revision: desk.holding.revision(Kind::Visit, visit.id.as_str()).unwrap_or_default(),
        site: visit.site.to_string(),
        day: visit.day,
        text: visit.notes.clone(),
        by: visit.by.as_ref().map(ToString::to_string),
        done: visit.done,
    }
}

/// A visit worth making, with what to ask.
pub(crate) fn visit_line(desk: &Desk, visit: &Visit) -> VisitLine {
    let leads: Vec<&Lead> = visit.leads.iter().filter_map(|id| desk.page.lead(id.as_str())).collect();
    let around = desk.page.around(leads.iter().flat_map(|l| l.parties.iter().map(|p| &p.site)), desk.lang);
    let words = Words::new(&around, desk.app.reference(), desk.lang);
    let ask = |question: &model::Question| {
        // A question is put in the terms of a lead that it serves.
        let lead = leads.iter().find(|lead| {
            let asked = lead.appraisal.iter().flat_map(|appraisal| &appraisal.questions);
            let mut alike = asked.filter(|q| q.about == question.about && q.site == question.site);
            alike.any(|q| q.resource == question.resource)
        });
        lead.map(|lead| words.question_alone(lead, question))
    };
    let euros =
        units::Range::exact(visit.value).ok().filter(|_| !visit.nominal && desk.viewer.may(Ability::ReadAll));
    VisitLine {
        site: desk.site_named(&visit.site),
        minutes: visit.minutes,
        leads: visit.leads.len(),
        value: euros.map(|value| amount(value, &"EUR", true)),
        questions: visit.questions.iter().filter_map(ask).collect(),
        commune: desk.page.site(&visit.site).and_then(|site| site.commune.clone()),
    }
}
