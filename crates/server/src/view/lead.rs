//! Leads in lists.

use super::common::{amount, money, slug};
use crate::http::Desk;
use crate::shapes::{LeadRow, LeadSite};
use crate::territory::Told;
use model::{Lead, Stage, Synergy};
use report::Support;
use std::sync::Arc;
use wording::Keyed;

/// The rows of leads by their places in the order.
pub(crate) fn lead_rows(desk: &Desk, places: impl Iterator<Item = usize>) -> Vec<LeadRow> {
    let told = desk.page.told(&desk.app, desk.lang);
    places.filter_map(|ix| lead_row(desk, ix, &told)).collect()
}

/// The row of a lead that the analysis finds.
pub(crate) fn lead_row(desk: &Desk, ix: usize, told: &Arc<Vec<Told>>) -> Option<LeadRow> {
    let lead = desk.page.seen.whole.leads.get(ix)?;
    let rank = desk.page.seen.ranked.then_some(ix + 1);
    Some(row_of(desk, lead, rank, told.get(ix)?))
}

/// A row of any lead, in these words.
pub(crate) fn row_of(desk: &Desk, lead: &Lead, rank: Option<usize>, told: &Told) -> LeadRow {
    let synergy = desk.page.synergy(lead.id.as_str());
    let stage = synergy.map_or(Stage::Detected, |synergy| synergy.stage);
    let guess = told.support != Support::Said;
    let gains = lead.appraisal.as_ref().map(|appraisal| &appraisal.gains);
    let tonnes = lead.tonnes.map(|tonnes| amount(tonnes, &"t/year", guess));
    LeadRow {
        id: lead.id.to_string(),
        rank,
        kind: slug(&lead.kind),
        kind_label: desk.say(&lead.kind.key(), &[]),
        title: told.title.clone(),
        sentence: wording::unbroken(&told.sentence),
        resource: desk.resource(&lead.resource),
        stage: stage.to_string(),
        due: synergy.and_then(|s| s.due),
        owner: synergy.and_then(|s| s.owner.as_ref()).map(ToString::to_string),
        next_step: synergy.and_then(|s| s.next_step.clone()),
        sites: sites(desk, lead, told),
        km: lead.km,
        belief: lead.belief,
        support: told.support.key().trim_start_matches("support-").to_owned(),
        mass: money(gains.and_then(|g| g.mass.as_ref()), guess).or(tonnes),
        euros: money(gains.and_then(|g| g.euros.as_ref()), guess),
        co2: money(gains.and_then(|g| g.co2.as_ref()), guess),
        work: money(gains.and_then(|g| g.work.as_ref()), guess),
        question: told.question.clone(),
        revision: revision(desk, lead.id.as_str(), synergy),
        reason: synergy.and_then(|s| s.reason).map(|reason| slug(&reason)),
        known: lead.known,
    }
}

fn revision(desk: &Desk, id: &str, synergy: Option<&Synergy>) -> Option<i64> {
    synergy.and_then(|_| desk.holding.revision(store::Kind::Synergy, id))
}

fn sites(desk: &Desk, lead: &Lead, told: &Told) -> Vec<LeadSite> {
    let guessed = told.guessed.iter().copied().chain(std::iter::repeat(false));
    let row = |(party, guessed): (&model::Party, bool)| {
        let place = desk.page.site(&party.site).and_then(|site| site.place);
        let named = desk.site_named(&party.site);
        LeadSite {
            id: named.id,
            name: named.name,
            role: slug(&party.role),
            lat: place.map(|place| place.lat),
            lon: place.map(|place| place.lon),
            flow: party.flow.as_ref().map(ToString::to_string),
            guessed,
        }
    };
    lead.parties.iter().zip(guessed).map(row).collect()
}

/// A stage in words.
pub(crate) fn stage_label(desk: &Desk, stage: &str) -> String {
    desk.say(&format!("stage-{stage}"), &[])
}
