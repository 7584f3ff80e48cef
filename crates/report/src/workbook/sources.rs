//! Every figure the leads rest on, with its document.

use super::table::{Cell, Table, heading};
use crate::html::{Page, used};
use reference::Figure;
use rust_xlsxwriter::{Workbook, XlsxError};
use wording::{Keyed, unit};

pub(super) fn write(book: &mut Workbook, page: &Page<'_>) -> Result<(), XlsxError> {
    let mut headings: Vec<_> =
        [("report-figure", "", 46.0), ("sheet-id", "", 36.0)].into_iter().map(|h| heading(page, h)).collect();
    headings.extend(["P10", "P50", "P90"].map(|point| (point.to_owned(), 12.0)));
    let last = [
        ("sheet-unit", "", 12.0),
        ("report-source", "", 50.0),
        ("report-locator", "", 20.0),
        ("report-date", "", 11.0),
        ("report-confidence-head", "", 11.0),
        ("report-note", "", 60.0),
    ];
    headings.extend(last.into_iter().map(|h| heading(page, h)));
    let mut table = Table::new(book, &page.t("sheet-sources"), &headings)?;
    for figure in used(page) {
        table.line(line(page, figure))?;
    }
    table.finish(page)
}

fn line(page: &Page<'_>, figure: &Figure) -> Vec<Cell> {
    let english = page.words.lang.code() == "en";
    let source = page.words.reference.sources.get(&figure.source);
    let title = source.map_or_else(
        || figure.source.to_string(),
        |s| format!("{} ({})", s.label(page.words.lang.code()), s.publisher),
    );
    let url = source.and_then(|s| s.url.clone()).filter(|url| url.starts_with("http") && url.len() < 2000);
    let range = figure.value.range;
    vec![
        if english { figure.en.as_str() } else { figure.fr.as_str() }.into(),
        figure.id.to_string().into(),
        Some(range.low()).into(),
        Some(range.mid()).into(),
        Some(range.high()).into(),
        unit(page.words.lang, &figure.value.unit).into(),
        url.map_or_else(|| Cell::from(title.clone()), |url| Cell::Link(url, title.clone())),
        figure.locator.as_str().into(),
        figure.date.as_str().into(),
        page.t(&figure.confidence.key()).into(),
        figure.note.as_str().into(),
    ]
}
