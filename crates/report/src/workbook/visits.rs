//! Whom to visit, and what to ask: one line a question.

use super::table::{Cell, Table, heading};
use crate::html::{Page, asked};
use rust_xlsxwriter::{Workbook, XlsxError};

pub(super) fn write(book: &mut Workbook, page: &Page<'_>) -> Result<(), XlsxError> {
    let headings = [
        ("sheet-rank", "", 6.0),
        ("sheet-site", "", 32.0),
        ("sheet-visit-value", "EUR", 14.0),
        ("sheet-visit-minutes", "", 12.0),
        ("sheet-question", "", 80.0),
        ("sheet-question-value", "EUR", 14.0),
        ("sheet-leads-count", "", 10.0),
    ];
    let headings: Vec<_> = headings.into_iter().map(|h| heading(page, h)).collect();
    let mut table = Table::new(book, &page.t("sheet-visits"), &headings)?;
    for (ix, visit) in page.seen.visits.iter().enumerate() {
        for question in &visit.questions {
            table.line([
                Cell::from(ix + 1),
                page.words.name(&visit.site).into(),
                Some(visit.value).filter(|_| !visit.nominal).into(),
                Some(visit.minutes).into(),
                asked(page, visit, question).into(),
                Some(question.value).filter(|_| !question.nominal).into(),
                visit.leads.len().into(),
            ])?;
        }
    }
    table.finish(page)
}
