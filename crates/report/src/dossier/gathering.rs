//! Who gives what, when, and how it is known.

use super::document::Cell;
use super::page::Page;
use super::season;
use planning::chain::Supply;
use planning::chain::study::{Line, Opened};
use wording::Keyed;

pub(super) fn write(page: &mut Page<'_>, opened: &Opened) {
    page.heading("dossier-gathering");
    let view = page.view;
    let unit = page.unit(&view.plant.input_unit);
    let offered: f64 = view.chain.supplies.iter().map(|supply| supply.amount.mid()).sum();
    let args = [
        ("offers", view.chain.supplies.len().into()),
        ("offered", page.n(offered).into()),
        ("taken", page.n(opened.money.input).into()),
        ("suppliers", opened.suppliers.len().into()),
        ("unit", unit.into()),
    ];
    page.text("dossier-gathering-text", &args);
    let rows = opened
        .suppliers
        .iter()
        .filter_map(|line| Some(row(page, line, view.chain.supply(&line.flow)?)))
        .collect();
    let head = [
        "dossier-supplier",
        "dossier-resource",
        "dossier-taken",
        "dossier-available",
        "dossier-season",
        "dossier-basis",
        "dossier-km",
        "dossier-cost-today",
        "dossier-cost-by",
        "dossier-note",
    ];
    page.table(&head, rows);
    let usual =
        |line: &&Line| view.chain.supply(&line.flow).is_some_and(|supply| supply.cost_figure.is_some());
    let usual = opened.suppliers.iter().filter(usual).count();
    if usual > 0 {
        page.text("dossier-cost-bias", &[("usual", usual.into()), ("all", opened.suppliers.len().into())]);
    }
    for finding in view.findings {
        page.item(page.words.finding(finding));
    }
}

fn row(page: &mut Page<'_>, line: &Line, supply: &Supply) -> Vec<Cell> {
    let season = if supply.season_known {
        season::said(page, &supply.months)
    } else {
        page.say("dossier-season-even")
    };
    let declared = page.declared(&line.flow);
    let figure = supply.cost_figure.as_ref().map_or_else(String::new, |id| page.mark(id));
    let cost = supply.cost_today.filter(|_| page.prices());
    let cost = match (cost, supply.cost_figure.is_some()) {
        // A usual price is a range, whose middle nobody pays.
        (Some(usual), true) => Cell::from(page.span(usual)),
        (said, _) => Cell::from(said.map(units::Range::mid)),
    };
    vec![
        page.supplier(&line.flow, &line.site).into(),
        page.words.label(&supply.resource).to_owned().into(),
        line.input.into(),
        page.range(supply.amount).into(),
        season.into(),
        page.say(&supply.basis.key()).into(),
        line.km.into(),
        cost,
        page.say(match (supply.cost_today.is_some(), supply.cost_figure.is_some()) {
            (true, false) => "dossier-cost-said",
            (true, true) => "dossier-cost-usual",
            (false, _) => "dossier-cost-unknown",
        })
        .into(),
        format!("{declared} {figure}").trim().into(),
    ]
}
