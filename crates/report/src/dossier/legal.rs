//! Permits and waste status, with the time they take.

use super::document::Cell;
use super::page::Page;
use planning::chain::permits::{Counted, Permit, heaviest};
use planning::chain::study::Opened;
use reference::{Only, Range3, Route, RouteKind, Rubric, Step};

pub(super) fn write(page: &mut Page<'_>) {
    page.heading("dossier-legal");
    page.text("dossier-legal-text", &[]);
    let (view, lang) = (page.view, page.view.lang.code());
    for opened in &view.study.opened {
        let text = concluded(page, opened);
        page.paragraph(text);
        permits(page, &opened.permits);
    }
    if view.study.opened.is_empty() {
        let known = view.plant.rubrics.iter().filter_map(|id| view.reference.legal.rubric(id));
        let all: Vec<Permit> = known.map(Permit::open).collect();
        permits(page, &all);
    }
    for condition in &view.plant.conditions {
        page.item(condition.get(lang).to_owned());
    }
    for kind in routes(page) {
        if let Some(route) = view.reference.legal.route(kind) {
            write_route(page, route);
        }
    }
}

/// Heading by heading.
fn permits(page: &mut Page<'_>, permits: &[Permit]) {
    let legal = &page.view.reference.legal;
    let known = permits.iter().filter_map(|permit| Some((permit, legal.rubric(&permit.rubric)?)));
    let rows = known.map(|(permit, rubric)| permit_row(page, permit, rubric)).collect();
    let head =
        ["dossier-rubric", "dossier-reaches", "dossier-regime", "dossier-months-delay", "dossier-note"];
    page.table(&head, rows);
}

/// « Régime conclu à cette taille : enregistrement (2781-2), 7 (5–12) mois ».
pub(super) fn concluded(page: &Page<'_>, opened: &Opened) -> String {
    let english = page.view.lang.code() == "en";
    let open = opened.permits.iter().filter(|permit| permit.reaches.is_none()).count();
    let Some(level) = heaviest(page.view.reference, &opened.permits) else {
        let key = if open > 0 { "dossier-permit-open" } else { "dossier-permit-none" };
        return page.say(key);
    };
    let of = opened.permits.iter().filter(|permit| permit.level.as_ref() == Some(&level.id));
    let ids: Vec<&str> = of.map(|permit| permit.rubric.as_str()).collect();
    let args = [
        ("level", if english { &level.en } else { &level.fr }.clone().into()),
        ("rubrics", ids.join(", ").into()),
        ("months", page.rough(level.delay_months.0).into()),
        ("open", open.into()),
    ];
    page.words.say("dossier-permit", &args)
}

/// The level of one heading, or the thresholds where nothing known says it.
pub(super) fn regime(page: &Page<'_>, permit: &Permit, rubric: &Rubric) -> String {
    let english = page.view.lang.code() == "en";
    let name = |id: &String| {
        let level = page.view.reference.legal.level(id);
        let label = level.map_or(id.as_str(), |level| if english { &level.en } else { &level.fr });
        format!("{label} ({id})")
    };
    let Some((counted, _)) = permit.reaches else {
        let from =
            |r: &reference::Regime| format!("{} : {}", r.level, if english { &r.from_en } else { &r.from });
        let all: Vec<String> = rubric.regime.iter().map(from).collect();
        return page.words.say("dossier-regime-open", &[("thresholds", all.join(" ; ").into())]);
    };
    let level = permit.level.as_ref().map_or_else(|| page.say("dossier-regime-none"), name);
    let more = permit.at_most.as_ref().map(|most| {
        let key = format!("dossier-regime-most-{}", code(counted));
        format!(" ; {}", page.words.say(&key, &[("level", name(most).into())]))
    });
    level + &more.unwrap_or_default()
}

/// « 31 (26–35) t/jour ».
pub(super) fn reaches(page: &Page<'_>, permit: &Permit) -> String {
    let told = permit.reaches.map(|(counted, range)| {
        let key = format!("dossier-reaches-{}", code(counted));
        page.words.say(&key, &[("range", page.rough(range).into())])
    });
    told.unwrap_or_else(|| page.say("dossier-unknown"))
}

fn code(counted: Counted) -> &'static str {
    match counted {
        Counted::TonnesDay => "day",
        Counted::Present => "present",
        Counted::Megawatts => "power",
    }
}

fn permit_row(page: &mut Page<'_>, permit: &Permit, rubric: &Rubric) -> Vec<Cell> {
    let label = if page.view.lang.code() == "en" { &rubric.en } else { &rubric.fr };
    let mut marks: Vec<String> = rubric.source.iter().map(|id| source(page, id)).collect();
    let figures: &[&str] = match permit.reaches {
        Some((Counted::TonnesDay, _)) => &["law.working-days"],
        Some((Counted::Present, _)) => &["plant.stock.days", "law.working-days"],
        _ => &[],
    };
    marks.push(page.marks(figures.iter().copied()));
    let level = permit.level.as_ref().and_then(|id| page.view.reference.legal.level(id));
    marks.extend(level.into_iter().flat_map(|level| &level.source).map(|id| source(page, id)));
    let mut seen = std::collections::HashSet::new();
    marks.retain(|mark| !mark.is_empty() && seen.insert(mark.clone()));
    vec![
        format!("{} {label}", rubric.id).into(),
        reaches(page, permit).into(),
        regime(page, permit, rubric).into(),
        permit.delay_months.map_or(Cell::Unknown, |range| page.rough(range).into()),
        marks.join(" ").into(),
    ]
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
    let piped = page.view.plant.is_piped();
    let rows = route.steps.iter().filter(|step| concerns(step, piped)).map(|step| {
        let label = if lang == "en" { &step.en } else { &step.fr };
        let when =
            step.scope.when.as_ref().map(|when| {
                page.words.say("dossier-step-when", &[("when", when.get(lang).to_owned().into())])
            });
        let told = when.map_or_else(|| label.clone(), |when| format!("{when} {label}"));
        vec![Cell::from(told), delay(page, step.delay_months.as_ref()), marks.as_str().into()]
    });
    let rows = rows.collect();
    page.table(&["dossier-step", "dossier-months-delay", "dossier-note"], rows);
}

/// Steps of a plant of the territory that takes harmless residues: neither abroad nor of hazardous waste.
fn concerns(step: &Step, piped: bool) -> bool {
    match step.scope.only {
        None | Some(Only::Harmless) => true,
        Some(Only::Piped | Only::Energy) => piped,
        Some(Only::Material | Only::Good) => !piped,
        Some(Only::Hazardous | Only::Abroad | Only::AbroadHazardous | Only::Water | Only::Equipment) => false,
    }
}

fn delay(page: &Page<'_>, delay: Option<&Range3>) -> Cell {
    let range = delay.map(|points| points.0);
    range.map_or(Cell::Unknown, |range| page.rough(range).into())
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
