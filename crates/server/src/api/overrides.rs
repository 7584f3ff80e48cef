//! Figures that a territory knows better than the common ones: its own price or ratio, with its own source.

use super::actor_edit::{Revision, text};
use crate::http::{Body, Desk, Id, Params};
use crate::problem::{Answer, Problem, Refusals};
use crate::shapes::input::OverrideEdit;
use crate::shapes::{OverrideView, Saved};
use crate::view::range;
use access::Ability;
use axum::Json;
use model::Message;
use reference::{Figure, FigureId, Override};
use store::Kind;
use units::Range;

/// Every figure the territory knows better.
#[utoipa::path(get, path = "/territories/{t}/overrides", tag = "reference", params(("t" = String, Path)),
    responses((status = 200, body = Vec<OverrideView>), Refusals))]
pub(super) async fn list(desk: Desk) -> Json<Vec<OverrideView>> {
    Json(desk.holding.overrides.iter().filter_map(|own| view(&desk, own)).collect())
}

fn view(desk: &Desk, own: &Override) -> Option<OverrideView> {
    let common = figure(desk, own.id.as_str())?;
    Some(OverrideView {
        figure: own.id.to_string(),
        label: if desk.lang.code() == "en" { common.en.clone() } else { common.fr.clone() },
        range: range(own.range),
        unit: common.value.unit.to_string(),
        common: range(common.value.range),
        source: own.source.clone(),
        date: own.date,
        valid_until: own.valid_until,
        revision: desk.holding.revision(Kind::Setting, own.id.as_str()).unwrap_or_default(),
    })
}

/// The common figure of the territory's day.
fn figure<'a>(desk: &'a Desk, id: &str) -> Option<&'a Figure> {
    let figures = &desk.app.reference().figures;
    let known = figures.on(id, desk.holding.meta.day).ok();
    known.or_else(|| figures.all().find(|figure| figure.id.as_str() == id))
}

/// Puts the territory's own value in the place of a figure; leads are worked out again with it and show its source.
#[utoipa::path(put, path = "/territories/{t}/overrides/{id}", tag = "reference", params(("t" = String, Path), ("id" = String, Path)),
    request_body = OverrideEdit, responses((status = 200, body = Saved), Refusals))]
pub(super) async fn put(desk: Desk, Id(id): Id, Body(edit): Body<OverrideEdit>) -> Answer<Json<Saved>> {
    desk.needs(Ability::Edit)?;
    let common = figure(&desk, &id).ok_or_else(Problem::missing)?;
    let value = Range::new(edit.low, edit.mid.unwrap_or(f64::midpoint(edit.low, edit.high)), edit.high);
    let value = value.map_err(|_| Problem::field("low", "refusal-range"))?;
    check(common, value)?;
    let source = text("source", &edit.source, 300)?;
    let date = edit.date.unwrap_or_else(|| desk.today());
    if edit.valid_until.is_some_and(|until| until < date) {
        return Err(Problem::field("valid_until", Message::new("refusal-until").with("date", date)));
    }
    let own = Override {
        id: FigureId::from(id.as_str()),
        range: value,
        source,
        date,
        valid_until: edit.valid_until,
    };
    Ok(Json(desk.put(Kind::Setting, &id, edit.revision, &own).await?))
}

/// A sign that the figure never has is a slip: a price that is paid would become one that is received.
fn check(common: &Figure, own: Range) -> Answer<()> {
    let known = common.value.range;
    if known.low() >= 0.0 && own.low() < 0.0 {
        let detail =
            Message::new("refusal-negative-figure").with("low", known.low()).with("high", known.high());
        return Err(Problem::field("low", detail));
    }
    if common.value.unit.to_string() == "1" && known.high() <= 1.0 && own.high() > 1.0 {
        return Err(Problem::field("high", "refusal-share"));
    }
    Ok(())
}

/// The common figure holds again.
#[utoipa::path(delete, path = "/territories/{t}/overrides/{id}", tag = "reference",
    params(("t" = String, Path), ("id" = String, Path), Revision), responses((status = 200, body = Saved), Refusals))]
pub(super) async fn delete(desk: Desk, Id(id): Id, Params(asked): Params<Revision>) -> Answer<Json<Saved>> {
    desk.needs(Ability::Edit)?;
    Ok(Json(desk.delete(Kind::Setting, &id, asked.revision).await?))
}
