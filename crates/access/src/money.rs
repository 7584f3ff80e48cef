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

/// Takes the euros out of a lead that rests on a sealed price, terms and sum alike: a sum less its other terms, over the tonnes, is the
/// price. True when there was one; such a lead is worth reckoning anew with the usual price.
#[expect(clippy::implicit_hasher, reason = "one caller, one kind of set")]
pub fn without_sealed_money(lead: &mut Lead, sealed: &HashSet<FlowId>) -> bool {
    let rests_on_one =
        lead.parties.iter().filter_map(|party| party.flow.as_ref()).any(|id| sealed.contains(id));
    if rests_on_one {
        without_money(lead);
    }
    rests_on_one
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
