//! Which columns each table has.

use super::{Cell, Table};
use crate::http::Desk;
use crate::problem::{Answer, Problem};
use crate::shapes::{Amount, FlowRow, LeadRow, RangeView, SiteRow, VisitLine};
use crate::view::{flow_row, lead_rows, site_row, visit_line};
use access::Ability;

/// The table of a name; its rows are what the person at the desk sees.
pub(crate) fn table(desk: &Desk, name: &str) -> Answer<Table> {
    let whole = &desk.page.seen.whole;
    match name {
        "sites" => Ok(build(desk, &SITES, whole.territory.sites.iter().map(|site| site_row(desk, site)))),
        "flows" => {
            let stated = whole.territory.flows.iter().filter(|flow| !flow.evidence.is_estimate());
            Ok(build(desk, &FLOWS, stated.map(|flow| flow_in_words(desk, flow_row(desk, flow)))))
        }
        "leads" => {
            let rows = lead_rows(desk, 0..whole.leads.len()).into_iter();
            Ok(build(desk, &LEADS, rows.map(|row| lead_in_words(desk, row))))
        }
        "visits" => {
            desk.needs(Ability::Triage)?;
            Ok(build(desk, &VISITS, whole.visits.iter().map(|visit| visit_line(desk, visit))))
        }
        _ => Err(Problem::missing()),
    }
}

/// What programs know by a word of theirs, in the reader's.
fn flow_in_words(desk: &Desk, mut row: FlowRow) -> FlowRow {
    row.evidence.basis = desk.say(&format!("basis-{}", row.evidence.basis), &[]);
    row
}

/// The same of a lead; its distance to ten metres.
fn lead_in_words(desk: &Desk, mut row: LeadRow) -> LeadRow {
    row.stage = desk.say(&format!("stage-{}", row.stage), &[]);
    row.support = desk.say(&format!("support-{}", row.support), &[]);
    row.km = row.km.map(|km| (km * 100.0).round() / 100.0);
    row
}

/// The message above a column, and what stands in it.
type Column<T> = (&'static str, fn(&T) -> Cell);

fn build<T>(desk: &Desk, columns: &[Column<T>], rows: impl Iterator<Item = T>) -> Table {
    let headings = columns.iter().map(|(key, _)| desk.say(key, &[])).collect();
    Table { headings, rows: rows.map(|row| columns.iter().map(|(_, cell)| cell(&row)).collect()).collect() }
}

fn text(text: &str) -> Cell {
    Cell::from(text.to_owned())
}

fn low(range: Option<&RangeView>) -> Cell {
    Cell::from(range.map(|range| range.low))
}

fn mid(range: Option<&RangeView>) -> Cell {
    Cell::from(range.map(|range| range.mid))
}

fn high(range: Option<&RangeView>) -> Cell {
    Cell::from(range.map(|range| range.high))
}

fn of(amount: Option<&Amount>) -> Option<&RangeView> {
    amount.map(|amount| &amount.range)
}

const SITES: [Column<SiteRow>; 13] = [
    ("table-id", |row| text(&row.id)),
    ("table-name", |row| text(&row.name)),
    ("table-actor", |row| text(&row.actor_name)),
    ("table-kind", |row| text(&row.kind_label)),
    ("table-activity", |row| row.activity.clone().into()),
    ("table-activity-label", |row| row.activity_label.clone().into()),
    ("table-people", |row| mid(row.headcount.as_ref())),
    ("table-commune", |row| row.commune.clone().into()),
    ("table-zone", |row| row.zone.clone().into()),
    ("table-lat", |row| row.lat.into()),
    ("table-lon", |row| row.lon.into()),
    ("table-flows", |row| Cell::from(row.flows as f64)),
    ("table-leads", |row| Cell::from(row.leads as f64)),
];

const FLOWS: [Column<FlowRow>; 17] = [
    ("table-site-id", |row| text(&row.site.id)),
    ("table-site", |row| text(&row.site.name)),
    ("table-direction", |row| text(&row.direction_label)),
    ("table-what", |row| text(&row.wording)),
    ("table-stated", |row| row.stated.clone().into()),
    ("table-resource", |row| row.resource.as_ref().map(|resource| resource.name.clone()).into()),
    ("table-waste-code", |row| row.waste_code.clone().into()),
    ("table-tonnes-low", |row| low(row.tonnes.as_ref())),
    ("table-tonnes", |row| mid(row.tonnes.as_ref())),
    ("table-tonnes-high", |row| high(row.tonnes.as_ref())),
    ("table-season", |row| row.season.clone().into()),
    ("table-quality", |row| row.quality.clone().into()),
    ("table-fate", |row| row.fate.clone().into()),
    ("table-who", |row| row.who.clone().into()),
    ("table-basis", |row| text(&row.evidence.basis)),
    ("table-source", |row| text(&row.evidence.source)),
    ("table-date", |row| row.evidence.date.map(|day| day.to_string()).into()),
];

const LEADS: [Column<LeadRow>; 18] = [
    ("table-rank", |row| row.rank.map(|rank| rank as f64).into()),
    ("table-id", |row| text(&row.id)),
    ("table-kind", |row| text(&row.kind_label)),
    ("table-lead", |row| text(&row.sentence)),
    ("table-resource", |row| text(&row.resource.name)),
    ("table-sites", |row| {
        text(&row.sites.iter().map(|site| site.name.as_str()).collect::<Vec<_>>().join(" ; "))
    }),
    ("table-km", |row| row.km.into()),
    ("table-stage", |row| text(&row.stage)),
    ("table-due", |row| row.due.map(|day| day.to_string()).into()),
    ("table-next", |row| row.next_step.clone().into()),
    ("table-tonnes", |row| mid(of(row.mass.as_ref()))),
    ("table-euros-low", |row| low(of(row.euros.as_ref()))),
    ("table-euros", |row| mid(of(row.euros.as_ref()))),
    ("table-euros-high", |row| high(of(row.euros.as_ref()))),
    ("table-co2", |row| mid(of(row.co2.as_ref()))),
    ("table-hours", |row| mid(of(row.work.as_ref()))),
    ("table-support", |row| text(&row.support)),
    ("table-question", |row| row.question.clone().into()),
];

const VISITS: [Column<VisitLine>; 6] = [
    ("table-site-id", |row| text(&row.site.id)),
    ("table-site", |row| text(&row.site.name)),
    ("table-commune", |row| row.commune.clone().into()),
    ("table-minutes", |row| row.minutes.into()),
    ("table-leads", |row| Cell::from(row.leads as f64)),
    ("table-question", |row| text(&row.questions.join(" ; "))),
];
