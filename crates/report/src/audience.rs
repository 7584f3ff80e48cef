//! What each audience may read. Everything written goes through here first.

use crate::View;
use crate::totals::{Totals, totals};
use model::{Confidentiality, FileReport, Finding, FlowId, Lead, Territory, Visit};
use std::borrow::Cow;
use std::collections::HashSet;
use wording::Words;

/// Who will read a document.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Audience {
    /// The facilitator: everything.
    #[default]
    Facilitator,
    /// The members of the démarche: no confidential flow, no price, no euros of a single lead, no visit plan, no raw lines of files.
    Members,
}

/// A view without what its audience may not read.
pub(crate) struct Seen<'a> {
    pub(crate) territory: Cow<'a, Territory>,
    pub(crate) leads: Cow<'a, [Lead]>,
    pub(crate) visits: &'a [Visit],
    pub(crate) findings: &'a [Finding],
    pub(crate) files: &'a [FileReport],
    /// Leads left out because they rest on a confidential flow.
    pub(crate) withheld: usize,
    /// Sums over the leads that may be read, euros included: they are made before those of single leads are taken out.
    pub(crate) totals: Totals,
    pub(crate) view: &'a View<'a>,
}

impl<'a> Seen<'a> {
    /// What the view's audience may read of it.
    pub(crate) fn by(view: &'a View<'a>) -> Self {
        match view.audience {
            Audience::Facilitator => Self {
                territory: Cow::Borrowed(view.territory),
                leads: Cow::Borrowed(view.leads),
                visits: view.visits,
                findings: view.findings,
                files: view.files,
                withheld: 0,
                totals: totals(view.leads, &Words::new(view.territory, view.reference, view.lang)),
                view,
            },
            Audience::Members => members(view),
        }
    }

    pub(crate) fn words(&self) -> Words<'_> {
        Words::new(&self.territory, self.view.reference, self.view.lang)
    }
}

fn members<'a>(view: &'a View<'a>) -> Seen<'a> {
    let sealed: HashSet<&FlowId> = view
        .territory
        .flows
        .iter()
        .filter(|flow| flow.confidentiality == Confidentiality::Facilitator)
        .map(|flow| &flow.id)
        .collect();
    let open =
        |lead: &&Lead| !lead.parties.iter().filter_map(|p| p.flow.as_ref()).any(|id| sealed.contains(id));
    let leads: Vec<Lead> = view.leads.iter().filter(open).cloned().collect();
    let mut totals = totals(&leads, &Words::new(view.territory, view.reference, view.lang));
    let order = without_rank(&leads);
    // Positions follow the leads to their new places.
    totals.counted = (0..order.len())
        .filter(|&place| order.get(place).is_some_and(|ix| totals.counted.contains(ix)))
        .collect();
    Seen {
        territory: Cow::Owned(without_secrets(view.territory)),
        withheld: view.leads.len() - leads.len(),
        totals,
        leads: Cow::Owned(order.iter().filter_map(|&ix| leads.get(ix)).map(without_money).collect()),
        visits: &[],
        findings: &[],
        files: &[],
        view,
    }
}

fn without_secrets(territory: &Territory) -> Territory {
    let mut open = territory.clone();
    open.flows.retain(|flow| flow.confidentiality != Confidentiality::Facilitator);
    for flow in &mut open.flows {
        flow.price = None;
    }
    open
}

/// Positions by belief, then by distance: the rank by worth would tell who earns more.
fn without_rank(leads: &[Lead]) -> Vec<usize> {
    let far = |lead: &Lead| lead.km.unwrap_or(f64::INFINITY);
    let mut order: Vec<(usize, &Lead)> = leads.iter().enumerate().collect();
    order.sort_by(|(_, a), (_, b)| b.belief.total_cmp(&a.belief).then(far(a).total_cmp(&far(b))));
    order.into_iter().map(|(ix, _)| ix).collect()
}

/// Euros of one lead would tell its partners each other's prices; so would the break-even distance and the value of a question.
fn without_money(lead: &Lead) -> Lead {
    let mut lead = lead.clone();
    lead.score = 0.0;
    if let Some(appraisal) = &mut lead.appraisal {
        appraisal.gains.euros = None;
        appraisal.gains.euros_per_unit = None;
        appraisal.break_even_km = None;
        appraisal.questions.clear();
    }
    lead
}
