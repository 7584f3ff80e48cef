//! What may be said of sealed prices: whether one exists at which both sides gain, and nothing else.

use crate::App;
use crate::http::Desk;
use crate::problem::Answer;
use crate::shapes::Deal;
use model::{Role, SiteId, Synergy};
use serde_json::Value;
use std::collections::BTreeMap;
use store::Kind;
use store::sealed::Seal;

/// The deal of a synergy as its reader may know it; `None` while no side gave a price.
pub(super) async fn of(desk: &Desk, id: &str) -> Answer<Option<Deal>> {
    let Some(synergy) = desk.page.synergy(id).filter(|synergy| !synergy.sealed_prices.is_empty()) else {
        return Ok(None);
    };
    // A company knows its synergies by other ids; the whole has the real one.
    let real =
        desk.holding.whole.synergies.iter().find(|known| {
            known.id == synergy.id || format!("x-{}", desk.app.pseudonym(known.id.as_str())) == id
        });
    let Some(real) = real else { return Ok(None) };
    let store = desk.app.store();
    let prices = store.sealed_for_engine(&desk.territory, Kind::Synergy, real.id.as_str()).await?;
    Ok(Some(told(exists(real, &prices), desk.lang)))
}

/// True when the most that takers pay is at least the least that givers want; `None` until both sides gave a price.
pub(super) fn exists(synergy: &Synergy, prices: &BTreeMap<String, Value>) -> Option<bool> {
    let lead = synergy.lead.as_ref()?;
    let price = |site: &SiteId| prices.get(&field(site)).and_then(Value::as_f64);
    let of = |role: Role| lead.with_role(role).filter_map(|party| price(&party.site));
    let wanted = of(Role::Giver).fold(None, |least: Option<f64>, p| Some(least.map_or(p, |l| l.max(p))))?;
    let takers = of(Role::Taker).chain(of(Role::Processor));
    let paid = takers.fold(None, |most: Option<f64>, p| Some(most.map_or(p, |m| m.min(p))))?;
    Some(paid >= wanted)
}

/// True once every side's price was compared: a side that could still change its own would find the others' by trying.
pub(super) async fn is_told(app: &App, territory: &str, synergy: &Synergy) -> Answer<bool> {
    let prices = app.store().sealed_for_engine(territory, Kind::Synergy, synergy.id.as_str()).await?;
    Ok(exists(synergy, &prices).is_some())
}

/// Where the sealed price of a site is kept.
pub(super) fn seal(territory: &str, synergy: &Synergy, site: &SiteId) -> Seal {
    Seal {
        territory: territory.to_owned(),
        kind: Kind::Synergy,
        id: synergy.id.to_string(),
        field: field(site),
    }
}

/// Name of the sealed value of a site.
fn field(site: &SiteId) -> String {
    format!("price:{site}")
}

pub(super) fn told(exists: Option<bool>, lang: wording::Lang) -> Deal {
    let key = match exists {
        None => "deal-none",
        Some(true) => "deal-yes",
        Some(false) => "deal-no",
    };
    Deal { exists, text: wording::message(lang, key, &[]) }
}
