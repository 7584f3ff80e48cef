//! Posts, and what each kind of insertion structure would make of them.

use super::document::Cell;
use super::page::Page;
use planning::chain::jobs::{Posts, Staffing, worked};
use planning::chain::study::Opened;
use reference::Qualification;

pub(super) fn write(page: &mut Page<'_>, opened: &Opened) {
    page.heading("dossier-jobs");
    page.text("dossier-jobs-text", &[]);
    let plant = page.view.plant;
    let rows = opened.posts.iter().zip(&plant.posts).map(|(posts, post)| {
        let more = plant.by_hand.as_ref().filter(|_| opened.by_hand && posts.insertion);
        let more = more.map_or_else(String::new, |by_hand| page.product(&by_hand.hours));
        let marks = [page.product(&post.hours), more, page.mark(&post.cost_hour)];
        let marks = marks.into_iter().filter(|mark| !mark.is_empty()).collect::<Vec<_>>().join(" ");
        post_row(page, posts, marks)
    });
    let rows = rows.collect();
    let head = [
        "dossier-rome",
        "dossier-insertion",
        "dossier-entry",
        "dossier-exit",
        "dossier-hours",
        "dossier-work-cost",
        "dossier-note",
    ];
    page.table(&head, rows);
    let staffing: Vec<&Staffing> = staffed(opened).collect();
    if staffing.is_empty() {
        return;
    }
    page.text("dossier-staffing-text", &[]);
    if let Some(date) = aid_date(page, &staffing) {
        page.text("dossier-staffing-date", &[("date", date.into())]);
    }
    let rows = staffing.iter().map(|staffing| staff_row(page, staffing)).collect();
    let head = [
        "dossier-kind",
        "dossier-fte",
        "dossier-supervisors",
        "dossier-aid",
        "dossier-supervision-fte",
        "dossier-cost-fte",
        "dossier-note",
    ];
    page.table(&head, rows);
    let fits: Vec<String> = staffing
        .iter()
        .map(|staffing| {
            let text = page.say(&format!("dossier-fits-{}", staffing.kind));
            format!("{} : {text}", staffing.kind.to_uppercase())
        })
        .collect();
    for text in fits {
        page.item(text);
    }
}

/// The kinds of structures that would have something to do.
pub fn staffed(opened: &Opened) -> impl Iterator<Item = &Staffing> {
    opened.staffing.iter().filter(|staffing| staffing.fte.mid() > 0.0)
}

fn post_row(page: &Page<'_>, posts: &Posts, marks: String) -> Vec<Cell> {
    let skills = &page.view.reference.lists.skills;
    let label = skills.iter().find(|skill| skill.code == posts.rome).map_or("", |skill| &skill.label_fr);
    vec![
        format!("{} {label}", posts.rome).into(),
        page.say(if posts.insertion { "dossier-yes" } else { "dossier-no" }).into(),
        page.say(level(posts.entry)).into(),
        page.say(level(posts.exit)).into(),
        page.range(posts.hours).into(),
        page.range(posts.cost).into(),
        marks.into(),
    ]
}

pub(super) fn level(level: Qualification) -> &'static str {
    match level {
        Qualification::None => "dossier-level-none",
        Qualification::OnTheJob => "dossier-level-job",
        Qualification::Level3 => "dossier-level-3",
        Qualification::Level4 => "dossier-level-4",
    }
}

fn staff_row(page: &mut Page<'_>, staffing: &Staffing) -> Vec<Cell> {
    let kind = &staffing.kind;
    let ids = [format!("insertion.aid.{kind}"), worked(kind)];
    let supervision = page.view.plant.supervision.clone();
    let marks = format!("{} {}", page.marks(ids.iter().map(String::as_str)), page.mark(&supervision));
    let kinds = &page.view.reference.lists.insertion;
    let label =
        kinds.iter().find(|known| known.code.eq_ignore_ascii_case(kind)).map(|known| known.label_fr.as_str());
    vec![
        label
            .map_or_else(|| kind.to_uppercase(), |label| format!("{} · {label}", kind.to_uppercase()))
            .into(),
        page.range(staffing.fte).into(),
        page.range(staffing.supervisors).into(),
        page.range(staffing.aid).into(),
        page.range(staffing.supervision_per_fte).into(),
        staffing.cost_per_fte.map_or(Cell::Unknown, |cost| page.range(cost).into()),
        marks.into(),
    ]
}

/// The oldest day since which one of the aids holds; `None` where no figure says.
fn aid_date(page: &Page<'_>, staffing: &[&Staffing]) -> Option<String> {
    let since = |one: &&Staffing| {
        let id = format!("insertion.aid.{}", one.kind);
        page.view.reference.figures.on(&id, page.view.day).ok()?.valid_from
    };
    staffing.iter().filter_map(since).min().map(|day| wording::date(page.view.lang, day))
}
