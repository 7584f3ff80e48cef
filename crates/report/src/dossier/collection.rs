//! Shared rounds against everybody's own pick-ups.

use super::document::Cell;
use super::page::Page;
use planning::chain::collection::{Collection, Effort, Tour};
use planning::chain::study::Opened;

/// Rounds written out.
const SHOWN: usize = 12;
/// Figures the comparison rests on.
const FIGURES: [&str; 10] = [
    "transport.volume.skip",
    "price.transport.truck-hour",
    "transport.speed.local",
    "transport.handling-time",
    "collection.least-calls",
    "co2.transport.rigid-20-26",
    "transport.payload.rigid-20-26",
    "co2.transport.articulated-40-44",
    "transport.payload.articulated-40-44",
    "transport.load-factor",
];

pub(super) fn write(page: &mut Page<'_>, opened: &Opened) {
    let Some(collection) = &opened.collection else { return };
    page.heading("dossier-rounds");
    text(page, collection);
    let marks = page.marks(FIGURES);
    let (shared, separate) = (collection.shared, collection.separate);
    let row = |page: &Page<'_>, key: &str, unit: String, pick: fn(&Effort) -> Option<f64>| {
        vec![
            Cell::from(page.say(key)),
            pick(&shared).into(),
            pick(&separate).into(),
            unit.into(),
            marks.as_str().into(),
        ]
    };
    let rows = vec![
        row(page, "dossier-rounds-km", "km".into(), |effort| Some(effort.km)),
        row(page, "dossier-rounds-cost", page.say("dossier-eur-year"), |effort| Some(effort.euros)),
        row(page, "dossier-rounds-co2", page.say("dossier-co2-year"), |effort| effort.co2),
    ];
    let head = [
        "dossier-figure",
        "dossier-rounds-shared",
        "dossier-rounds-separate",
        "dossier-unit",
        "dossier-note",
    ];
    page.table(&head, rows);
    let rows = collection.tours.iter().take(SHOWN).map(|tour| tour_row(page, opened, tour)).collect();
    page.table(&["dossier-rounds-stops", "dossier-rounds-load", "dossier-km", "dossier-rounds-hours"], rows);
}

fn text(page: &mut Page<'_>, of: &Collection) {
    let args = [
        ("days", page.n(of.days).into()),
        ("tours", of.tours.len().into()),
        ("alone", of.alone.into()),
        ("capacity", page.n(of.capacity).into()),
        ("skip", page.n(of.skip).into()),
    ];
    page.text("dossier-rounds-text", &args);
    if of.unknown > 0 {
        page.text("dossier-rounds-unknown", &[("count", of.unknown.into())]);
    }
}

fn tour_row(page: &Page<'_>, opened: &Opened, tour: &Tour) -> Vec<Cell> {
    let name = |site: &model::SiteId| {
        let line = opened.suppliers.iter().find(|line| line.site == *site);
        line.map_or_else(|| page.words.name(site).to_owned(), |line| page.supplier(&line.flow, site))
    };
    let stops: Vec<String> = tour.stops.iter().map(name).collect();
    vec![stops.join(" · ").into(), tour.load.into(), tour.km.into(), (tour.minutes / 60.0).into()]
}
