//! Who takes what the plant makes, at which level, for how much of its need and at what price.

use super::document::Cell;
use super::page::Page;
use planning::chain::Outlet;
use planning::chain::study::{Opened, Taker};
use wording::percent;

pub(super) fn write(page: &mut Page<'_>, opened: &Opened) {
    if opened.takers.is_empty() {
        return;
    }
    page.heading("dossier-takers-title");
    let view = page.view;
    let unit = page.unit(&view.plant.output_unit);
    let args = [
        ("count", opened.takers.len().into()),
        ("km", wording::rounded(view.lang, opened.trench_km, 2).into()),
        ("unit", unit.into()),
    ];
    page.text("dossier-takers-text", &args);
    let rows = opened.takers.iter().map(|taker| row(page, taker)).collect();
    let head = [
        "dossier-taker",
        "dossier-wants",
        "dossier-counted",
        "dossier-needs",
        "dossier-gets",
        "dossier-taker-price",
        "dossier-note",
    ];
    page.table(&head, rows);
    levels(page);
    // The price of few takers, multiplied out, is each one's.
    if page.shares() {
        price(page, opened);
    }
}

fn outlet<'a>(page: &Page<'a>, taker: &Taker) -> Option<&'a Outlet> {
    page.view.chain.outlets.iter().find(|outlet| outlet.flow == taker.flow)
}

fn row(page: &mut Page<'_>, taker: &Taker) -> Vec<Cell> {
    let declared = page.declared(&taker.flow);
    let figure = outlet(page, taker).and_then(|outlet| outlet.share_figure.clone());
    let mark = figure.map_or_else(String::new, |id| page.mark(&id));
    let flow = page.words.territory.flows.iter().find(|flow| flow.id == taker.flow);
    let bought = flow.and_then(|flow| flow.resource.as_ref()).map(|id| page.words.label(id).to_owned());
    vec![
        page.taker(&taker.flow, &taker.site).into(),
        bought.map_or(Cell::Unknown, Cell::from),
        counted(page, taker).into(),
        page.range(taker.demand).into(),
        taker.gets.into(),
        Cell::from(page.shares().then_some(taker.price)),
        format!("{declared} {mark}").trim().into(),
    ]
}

/// « vapeur, 12 % de l’achat », or all of it.
fn counted(page: &Page<'_>, taker: &Taker) -> String {
    let outlet = outlet(page, taker);
    let Some(id) = outlet.and_then(|outlet| outlet.share_figure.as_ref()) else {
        return page.say("dossier-counted-all");
    };
    let share = page.view.reference.figures.on(id.as_str(), page.view.day).ok();
    let share = share.map_or_else(String::new, |figure| percent(page.view.lang, share_of(figure)));
    let text = page.words.say("dossier-counted-part", &[("share", share.into())]);
    let level = outlet.and_then(|outlet| outlet.level.as_ref());
    let level = level.and_then(|id| page.view.plant.levels.iter().find(|level| level.id == *id));
    level.map_or(text.clone(), |level| format!("{}, {text}", level.name.get(page.view.lang.code())))
}

fn share_of(figure: &reference::Figure) -> f64 {
    figure.value.to(&units::Unit::one()).map_or(f64::NAN, |share| share.range.mid())
}

/// What the plant does not serve, and what is taken for sure of those who do not say their level.
fn levels(page: &mut Page<'_>) {
    if !page.view.plant.levels.is_empty() {
        page.text("dossier-levels", &[]);
    }
}

/// Sales are what is made times one price, each with its source.
fn price(page: &mut Page<'_>, opened: &Opened) {
    let plant = page.view.plant;
    let each = opened.money.revenue / opened.money.output.max(1e-9);
    let costs = plant.outlets.iter().filter_map(|outlet| outlet.cost.as_ref()).map(ToString::to_string);
    let costs: Vec<String> = costs.collect();
    let args = [
        ("output", page.exact(opened.money.output, 0).into()),
        ("unit", page.unit(&plant.output_unit).into()),
        ("price", page.exact(each, 4).into()),
        ("revenue", page.exact(opened.money.revenue, 0).into()),
        ("usual", page.mark(&plant.price).into()),
        ("costs", page.marks(costs.iter().map(String::as_str)).into()),
    ];
    page.text("dossier-takers-price", &args);
}
