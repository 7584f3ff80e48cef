//! What the territory takes in and gives out, by resource.

use crate::http::{Desk, Params};
use crate::problem::{Answer, Refusals};
use crate::shapes::{Balance, BalanceRow};
use crate::view::range;
use access::Ability;
use access::secrecy::Cell;
use axum::response::Response;
use model::{ActorId, Direction, Flow, SiteId};
use serde::Deserialize;
use std::collections::{BTreeMap, HashMap};
use units::Range;
use utoipa::IntoParams;

/// What to add up.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct Asked {
    /// True adds guesses too.
    estimates: Option<bool>,
}

#[derive(Default)]
struct Row {
    out: Cell,
    inn: Cell,
    unknown: usize,
}

/// The balance. Who may read no single record gets sums under statistical secrecy.
#[utoipa::path(get, path = "/territories/{t}/balance", tag = "pictures", params(("t" = String, Path), Asked),
    responses((status = 200, body = Balance), Refusals))]
pub(super) async fn get(desk: Desk, Params(asked): Params<Asked>) -> Answer<Response> {
    let secret = !desk.viewer.may(Ability::ReadAll);
    if secret {
        desk.needs(Ability::Figures)?;
    }
    desk.once("application/json", move |desk| Ok(balance(desk, secret, asked.estimates.unwrap_or(false))))
        .await
}

fn balance(desk: &Desk, secret: bool, estimates: bool) -> Balance {
    let rows = sum(desk, estimates);
    let all = rows.len();
    let mut rows: Vec<BalanceRow> = rows
        .into_iter()
        .filter(|(_, row)| !secret || (row.out.is_safe() && row.inn.is_safe()))
        .map(|(resource, row)| shown(desk, &resource, &row))
        .collect();
    let withheld = all - rows.len();
    rows.sort_by(|a, b| (b.out.mid + b.inn.mid).total_cmp(&(a.out.mid + a.inn.mid)));
    Balance { rows, withheld }
}

fn sum(desk: &Desk, estimates: bool) -> BTreeMap<String, Row> {
    let territory = &desk.holding.whole.territory;
    let actors: HashMap<&SiteId, &ActorId> = territory.sites.iter().map(|s| (&s.id, &s.actor)).collect();
    let mut rows: BTreeMap<String, Row> = BTreeMap::new();
    for flow in territory.flows.iter().filter(|flow| estimates || !flow.evidence.is_estimate()) {
        let (Some(resource), Some(actor)) = (&flow.resource, actors.get(&flow.site)) else { continue };
        let row = rows.entry(resource.to_string()).or_default();
        add(row, flow, actor);
    }
    rows.retain(|_, row| row.out.sum.is_some() || row.inn.sum.is_some());
    rows
}

fn add(row: &mut Row, flow: &Flow, actor: &ActorId) {
    let Some(tonnes) = *flow.tonnes else {
        row.unknown += 1;
        return;
    };
    let cell = match flow.direction {
        Direction::GivesOut => &mut row.out,
        Direction::TakesIn | Direction::Needs => &mut row.inn,
        Direction::Sells | Direction::CanShare => return,
    };
    cell.add(tonnes, [actor], flow.evidence.is_estimate());
}

fn shown(desk: &Desk, resource: &str, row: &Row) -> BalanceRow {
    let (out, inn) = (row.out.sum.unwrap_or(Range::ZERO), row.inn.sum.unwrap_or(Range::ZERO));
    BalanceRow {
        resource: desk.resource(&reference::ResourceId::from(resource)),
        out: range(out),
        within: range(out.min(inn)),
        inn: range(inn),
        estimated: row.out.estimated || row.inn.estimated,
        unknown: row.unknown,
    }
}
