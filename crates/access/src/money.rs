//! Prices and what would tell them.

use model::{Appraisal, FlowId, Lead, Territory};
use std::collections::HashSet;

/// Takes the prices out of a territory; gives the flows that had one.
pub fn seal(territory: &mut Territory) -> HashSet<FlowId> {
    let priced = territory.flows.iter_mut().filter(|flow| flow.price.is_some());
    priced
        .map(|flow| {
            flow.price = None;
            flow.id.clone()
        })
        .collect()
}

/// The euros of a lead with a sealed price keep their sum; the terms that rest on what the sites said lose their amount, because an
/// amount over the tonnes is the price.
#[expect(clippy::implicit_hasher, reason = "one caller, one kind of set")]
pub fn without_sealed_terms(lead: &mut Lead, sealed: &HashSet<FlowId>) {
    let rests_on_one =
        lead.parties.iter().filter_map(|party| party.flow.as_ref()).any(|id| sealed.contains(id));
    let Some(appraisal) = lead.appraisal.as_mut().filter(|_| rests_on_one) else { return };
    for estimate in [&mut appraisal.gains.euros, &mut appraisal.gains.euros_per_unit].into_iter().flatten() {
        estimate.terms.retain(|term| !term.figures.is_empty());
    }
}

/// Without euros, and without what grows with them: order, break-even distance, the value of a question. Euros of one lead would tell its
/// partners each other's prices.
pub fn without_money(lead: &mut Lead) {
    lead.score = 0.0;
    if let Some(appraisal) = &mut lead.appraisal {
        without_euros(appraisal);
    }
}

fn without_euros(appraisal: &mut Appraisal) {
    appraisal.gains.euros = None;
    appraisal.gains.euros_per_unit = None;
    appraisal.break_even_km = None;
    for question in &mut appraisal.questions {
        question.value = 0.0;
        question.per_minute = 0.0;
    }
}
