//! Shared rounds against everybody's own pick-ups, kind of matter by kind of matter.

use super::document::Cell;
use super::page::Page;
use super::site::capital;
use planning::chain::collection::{Collection, Effort, Tour};
use planning::chain::study::Opened;
use reference::Gathering;

/// Rounds written out; what is beyond stands in one line with its sums.
const SHOWN: usize = 60;
/// Costs nearer than that print as the same number.
const EVEN: f64 = 1.005;
/// Figures that hold for every kind of matter.
const FIGURES: [&str; 7] = [
    "price.transport.truck-hour",
    "transport.speed.local",
    "transport.driver-day",
    "collection.gate.opens",
    "collection.gate.closes",
    "collection.unload",
    "transport.load-factor",
];

pub(super) fn write(page: &mut Page<'_>, opened: &Opened) {
    if opened.collections.is_empty() {
        return;
    }
    page.heading("dossier-rounds");
    page.text("dossier-rounds-method", &[]);
    for collection in &opened.collections {
        let gatherings = &page.view.reference.gatherings;
        if let Some(gathering) = gatherings.iter().find(|known| known.id == collection.kind) {
            one(page, opened, collection, gathering);
        }
    }
}

fn one(page: &mut Page<'_>, opened: &Opened, of: &Collection, gathering: &Gathering) {
    text(page, of, gathering);
    let row = |page: &Page<'_>, key: &str, unit: String, pick: fn(&Effort) -> Option<f64>| {
        vec![Cell::from(page.say(key)), pick(&of.shared).into(), pick(&of.separate).into(), unit.into()]
    };
    let rows = vec![
        row(page, "dossier-rounds-km", "km".into(), |effort| Some(effort.km)),
        row(page, "dossier-rounds-cost", page.say("dossier-eur-year"), |effort| Some(effort.euros)),
        row(page, "dossier-rounds-co2", page.say("dossier-co2-year"), |effort| effort.co2),
    ];
    let head = ["dossier-figure", "dossier-rounds-shared", "dossier-rounds-separate", "dossier-unit"];
    page.table(&head, rows);
    tours(page, opened, of);
}

/// Who fetches what how often, within which hours, and what the sums are.
fn text(page: &mut Page<'_>, of: &Collection, gathering: &Gathering) {
    let lang = page.view.lang.code();
    let km: f64 = of.tours.iter().map(|tour| tour.km).sum();
    let args = [
        ("stands", capital(gathering.stands.get(lang)).into()),
        ("every", page.n(of.every).into()),
        ("alone_vehicle", gathering.alone.label(lang).to_owned().into()),
        ("alone_holds", page.n(of.alone_holds).into()),
        ("vehicle", gathering.shared.label(lang).to_owned().into()),
        ("capacity", page.n(of.capacity).into()),
        ("payload", page.n(of.payload).into()),
        ("passes", page.n(of.passes).into()),
        ("tours", of.tours.len().into()),
        ("driver_days", of.driver_days.into()),
        ("lorries", of.lorries.into()),
        ("shift", clock(of.shift).into()),
        ("opens", clock(of.gate.0).into()),
        ("closes", clock(of.gate.1).into()),
        ("pass_km", page.exact(km, 1).into()),
        ("year_km", page.exact(of.shared.km, 1).into()),
        ("marks", marks(page, gathering).into()),
        ("account", page.n(of.account).into()),
        ("shared", page.n(of.shared.euros).into()),
        ("dearer", usize::from(of.shared.euros > of.account).into()),
        ("difference", page.n((of.shared.euros - of.account).abs()).into()),
    ];
    for key in ["dossier-rounds-text", "dossier-rounds-day", "dossier-rounds-sum"] {
        page.text(key, &args);
    }
    if of.shared.euros > EVEN * of.separate.euros {
        page.text("dossier-rounds-dearer", &[]);
    }
    if of.alone > 0 {
        page.text("dossier-rounds-alone", &[("alone", of.alone.into())]);
    }
    if of.unknown > 0 {
        page.text("dossier-rounds-unknown", &[("count", of.unknown.into())]);
    }
}

fn marks(page: &mut Page<'_>, of: &Gathering) -> String {
    let mut ids = vec![of.every.to_string(), of.stop.to_string()];
    for vehicle in [&of.shared, &of.alone] {
        ids.extend([vehicle.holds.to_string(), vehicle.payload(), vehicle.co2()]);
    }
    let mut seen = std::collections::HashSet::new();
    ids.retain(|id| seen.insert(id.clone()));
    page.marks(ids.iter().map(String::as_str).chain(FIGURES))
}

/// Every round, and the sum of a pass.
fn tours(page: &mut Page<'_>, opened: &Opened, of: &Collection) {
    let (shown, rest) = of.tours.split_at(of.tours.len().min(SHOWN));
    let mut rows: Vec<Vec<Cell>> = shown.iter().map(|tour| tour_row(page, opened, tour)).collect();
    if !rest.is_empty() {
        let others = page.words.say("dossier-rounds-others", &[("count", rest.len().into())]);
        rows.push(sum_row(page, others, rest));
    }
    let total = page.words.say("dossier-rounds-pass", &[("count", of.tours.len().into())]);
    rows.push(sum_row(page, total, &of.tours));
    let head = [
        "dossier-rounds-when",
        "dossier-rounds-stops",
        "dossier-rounds-load",
        "dossier-rounds-tonnes",
        "dossier-km",
        "dossier-rounds-hours",
    ];
    page.table(&head, rows);
}

fn tour_row(page: &Page<'_>, opened: &Opened, tour: &Tour) -> Vec<Cell> {
    let name = |site: &model::SiteId| {
        let line = opened.suppliers.iter().find(|line| line.site == *site);
        line.map_or_else(|| page.words.name(site).to_owned(), |line| page.supplier(&line.flow, site))
    };
    let stops: Vec<String> = tour.stops.iter().map(name).collect();
    let when = [("day", tour.day.into()), ("leaves", clock(tour.leaves).into())];
    let when = page.words.say("dossier-rounds-leaves", &when);
    let mut row = sum_row(page, stops.join(" · "), std::slice::from_ref(tour));
    row[0] = when.into();
    row
}

/// What rounds come to together, to the tenth of km and the minute, so that the lines add up.
fn sum_row(page: &Page<'_>, label: String, tours: &[Tour]) -> Vec<Cell> {
    let sum = |of: fn(&Tour) -> f64| tours.iter().map(of).sum::<f64>();
    vec![
        Cell::from(""),
        label.into(),
        sum(|tour| tour.load).into(),
        sum(|tour| tour.tonnes).into(),
        page.exact(sum(|tour| tour.km), 1).into(),
        clock(sum(|tour| tour.minutes)).into(),
    ]
}

/// « 7 h 48 ».
fn clock(minutes: f64) -> String {
    let whole = minutes.round();
    format!("{:.0} h {:02.0}", (whole / 60.0).floor(), whole % 60.0)
}
