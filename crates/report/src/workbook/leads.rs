//! All leads, best first.

use super::table::{Cell, Table, heading, pointed, points, three};
use crate::html::{Page, readable};
use model::Lead;
use rust_xlsxwriter::{Workbook, XlsxError};
use wording::Keyed;

pub(super) fn write(book: &mut Workbook, page: &Page<'_>) -> Result<(), XlsxError> {
    let first = [
        ("sheet-rank", "", 6.0),
        ("sheet-kind", "", 13.0),
        ("sheet-title", "", 26.0),
        ("sheet-sentence", "", 80.0),
        ("sheet-support", "", 18.0),
        ("sheet-belief", "", 12.0),
        ("sheet-distance", "km", 10.0),
    ];
    let last = [
        ("sheet-route", "", 20.0),
        ("report-settles", "", 50.0),
        ("sheet-question-value", "EUR", 12.0),
        ("sheet-question-minutes", "", 12.0),
        ("sheet-rivals", "", 12.0),
        ("sheet-id", "", 18.0),
    ];
    let mut headings: Vec<_> = first.into_iter().map(|h| heading(page, h)).collect();
    headings.extend(readable(page).flat_map(|gain| three(gain.key, gain.unit)).map(|h| pointed(page, &h)));
    headings.extend(last.into_iter().map(|h| heading(page, h)));
    let mut table = Table::new(book, &page.t("sheet-leads"), &headings)?;
    for (ix, lead) in page.seen.leads.iter().enumerate() {
        table.line(line(page, ix + 1, lead))?;
    }
    table.finish(page)
}

/// No site is known more finely.
fn to_ten_metres(km: f64) -> f64 {
    (km * 100.0).round() / 100.0
}

fn line(page: &Page<'_>, rank: usize, lead: &Lead) -> Vec<Cell> {
    let words = &page.words;
    let mut cells: Vec<Cell> = vec![
        rank.into(),
        page.t(&lead.kind.key()).into(),
        words.title(lead).into(),
        words.lead(lead).into(),
        page.t(page.support(lead).key()).into(),
        Some(f64::from(lead.belief)).into(),
        lead.km.map(to_ten_metres).into(),
    ];
    cells.extend(readable(page).flat_map(|gain| points(gain.range(lead))));
    let appraisal = lead.appraisal.as_ref();
    let question = appraisal.and_then(|a| a.questions.first());
    let route = appraisal.and_then(|a| a.legal.route).map_or_else(String::new, |route| page.t(&route.key()));
    cells.extend([
        route.into(),
        question.map_or_else(String::new, |q| words.question(lead, q)).into(),
        question.map(|q| q.value).into(),
        question.map(|q| q.minutes).into(),
        appraisal.map(|a| a.rival_count as f64).into(),
        lead.id.to_string().into(),
    ]);
    cells
}
