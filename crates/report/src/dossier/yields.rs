//! What comes out of each matter that goes in, so that what is sold can be reckoned again by hand.

use super::document::Cell;
use super::page::Page;
use planning::chain::Supply;
use planning::chain::heat::EngineHeat;
use planning::chain::study::Opened;
use reference::Fraction;
use std::collections::BTreeMap;

pub(super) fn write(page: &mut Page<'_>, opened: &Opened) {
    page.heading("dossier-yields");
    if page.view.plant.fractions.is_empty() {
        by_matter(page, opened);
    } else {
        fractions(page, opened);
    }
    engine(page, opened);
}

fn heat(page: &Page<'_>, opened: &Opened) -> Option<EngineHeat> {
    let view = page.view;
    planning::chain::heat::engine(view.plant, view.reference, view.day, opened.money.output)?.ok()
}

/// The heat of an engine that is neither sold nor used, for the first page.
pub(super) fn lost(page: &Page<'_>, opened: &Opened) -> Option<String> {
    let heat = heat(page, opened)?;
    let args = [("made", page.n(heat.made).into()), ("left", page.n(heat.left()).into())];
    Some(page.words.say("dossier-summary-heat", &args))
}

/// The heat of an engine that sells its power: told, and in no account.
fn engine(page: &mut Page<'_>, opened: &Opened) {
    let plant = page.view.plant;
    let (Some(heat), Some(of)) = (heat(page, opened), plant.heat.as_ref()) else { return };
    let args = [
        ("made", page.n(heat.made).into()),
        ("own", page.n(heat.own).into()),
        ("left", page.n(heat.left()).into()),
        ("marks", page.marks([of.per_output.as_str(), of.own.as_str()]).into()),
    ];
    page.text("dossier-engine-heat", &args);
}

/// The one thing that comes out, or the names of the several.
pub(super) fn product(page: &Page<'_>) -> String {
    let plant = page.view.plant;
    let names = plant.fractions.iter().map(|fraction| page.words.label(&fraction.of));
    let names: Vec<&str> = names.collect();
    if names.is_empty() { page.words.label(&plant.output).to_owned() } else { names.join(", ") }
}

/// Matter by matter: what goes in, what a unit of it gives, what comes out.
fn by_matter(page: &mut Page<'_>, opened: &Opened) {
    let mut matters: BTreeMap<&str, (f64, &Supply)> = BTreeMap::new();
    for line in &opened.suppliers {
        if let Some(supply) = page.view.chain.supply(&line.flow) {
            matters.entry(supply.resource.as_str()).or_insert((0.0, supply)).0 += line.input;
        }
    }
    let plant = page.view.plant;
    let (input, output) = (page.unit(&plant.input_unit), page.unit(&plant.output_unit));
    page.text("dossier-yields-text", &[("input", input.into()), ("output", output.into())]);
    let common = page.product(&plant.per_input);
    let mut rows: Vec<Vec<Cell>> = Vec::new();
    for (amount, supply) in matters.into_values() {
        let each = supply.output.mid();
        let own = own_figure(page, supply);
        rows.push(vec![
            page.words.label(&supply.resource).to_owned().into(),
            page.exact(amount, 1).into(),
            page.exact(each, 4).into(),
            page.exact(amount * each, 1).into(),
            format!("{own} {common}").trim().into(),
        ]);
    }
    let head = [
        "dossier-resource",
        "dossier-yields-in",
        "dossier-yields-each",
        "dossier-yields-out",
        "dossier-note",
    ];
    page.table(&head, rows);
}

/// The mark of the figure of a matter where the yield is a family: its heating value, its methane.
fn own_figure(page: &mut Page<'_>, supply: &Supply) -> String {
    let reference = page.view.reference;
    let ix = reference.catalogue.index_of(supply.resource.as_str());
    let figure =
        page.view.plant.per_input.of_resource(&reference.figures, &reference.catalogue, ix, page.view.day);
    figure.map_or_else(String::new, |figure| page.mark(&figure.id))
}

/// Fraction by fraction: its share, what comes out of it and what it sells for.
fn fractions(page: &mut Page<'_>, opened: &Opened) {
    page.text("dossier-fractions-text", &[]);
    let plant = page.view.plant;
    let rows = plant.fractions.iter().filter_map(|one| fraction_row(page, one, opened.money.input)).collect();
    let head = [
        "dossier-fraction",
        "dossier-fraction-share",
        "dossier-yields-out",
        "dossier-fraction-price",
        "dossier-fraction-eur",
        "dossier-note",
    ];
    page.table(&head, rows);
}

fn fraction_row(page: &mut Page<'_>, of: &Fraction, input: f64) -> Option<Vec<Cell>> {
    let view = page.view;
    let mid = |id: &reference::FigureId| {
        view.reference.figures.on(id.as_str(), view.day).ok().map(|figure| figure.value.range.mid())
    };
    let (share, price) = (mid(&of.share)?, mid(&of.price)?);
    let marks = format!("{} {}", page.mark(&of.share), page.mark(&of.price));
    Some(vec![
        page.words.label(&of.of).to_owned().into(),
        wording::percent(view.lang, share).into(),
        page.exact(input * share, 1).into(),
        page.exact(price, 1).into(),
        page.exact(input * share * price, 0).into(),
        marks.into(),
    ])
}
