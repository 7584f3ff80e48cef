//! Permits and waste status, with the time they take.

use super::document::Cell;
use super::page::Page;
use reference::{Range3, Route, RouteKind, Rubric};

pub(super) fn write(page: &mut Page<'_>) {
    page.heading("dossier-legal");
    page.text("dossier-legal-text", &[]);
    let (view, lang) = (page.view, page.view.lang.code());
    let known = view.plant.rubrics.iter().filter_map(|id| view.reference.legal.rubric(id));
    let rows = known.map(|rubric| rubric_row(page, rubric)).collect();
    page.table(&["dossier-rubric", "dossier-regime", "dossier-months-delay", "dossier-note"], rows);
    for condition in &view.plant.conditions {
        page.item(condition.get(lang).to_owned());
    }
    for kind in routes(page) {
        if let Some(route) = view.reference.legal.route(kind) {
            write_route(page, route);
        }
    }
}

/// The routes of the plant's pathways, each once.
fn routes(page: &Page<'_>) -> Vec<RouteKind> {
    let mut kinds: Vec<RouteKind> = Vec::new();
    for id in &page.view.plant.pathways {
        let Some(pathway) = page.view.reference.pathways.get(id.as_str()) else { continue };
        if !kinds.contains(&pathway.route) {
            kinds.push(pathway.route);
        }
    }
    kinds
}

fn write_route(page: &mut Page<'_>, route: &Route) {
    let lang = page.view.lang.code();
    let label = if lang == "en" { &route.en } else { &route.fr };
    page.text("dossier-route", &[("route", label.clone().into())]);
    let marks: Vec<String> = route.source.iter().map(|id| source(page, id)).collect();
    let marks = marks.join(" ");
    let rows = route.steps.iter().map(|step| {
        let label = if lang == "en" { &step.en } else { &step.fr };
        vec![Cell::from(label.as_str()), delay(page, step.delay_months.as_ref()), marks.as_str().into()]
    });
    let rows = rows.collect();
    page.table(&["dossier-step", "dossier-months-delay", "dossier-note"], rows);
}

fn rubric_row(page: &mut Page<'_>, rubric: &Rubric) -> Vec<Cell> {
    let label = if page.view.lang.code() == "en" { &rubric.en } else { &rubric.fr };
    let regimes: Vec<String> = rubric.regime.iter().map(|r| format!("{} : {}", r.level, r.from)).collect();
    let marks: Vec<String> = rubric.source.iter().map(|id| source(page, id)).collect();
    vec![
        format!("{} {label}", rubric.id).into(),
        regimes.join(" ; ").into(),
        delay(page, rubric.delay_months.as_ref()),
        marks.join(" ").into(),
    ]
}

fn delay(page: &Page<'_>, delay: Option<&Range3>) -> Cell {
    let range = delay.map(|points| points.0);
    range.map_or(Cell::Unknown, |range| page.range(range).into())
}

/// The mark of a document.
fn source(page: &mut Page<'_>, id: &reference::SourceId) -> String {
    let Some(source) = page.view.reference.sources.get(id) else { return String::new() };
    let text = page.words.say(
        "dossier-note-source",
        &[
            ("title", source.label(page.words.lang.code()).to_owned().into()),
            ("publisher", source.publisher.clone().into()),
            ("date", source.date.clone().into()),
        ],
    );
    page.notes.mark(&format!("source {id}"), || text)
}
