//! What a prohibition struck out.

use super::table::{Cell, Table, heading};
use crate::html::Page;
use crate::struck::by_rule;
use rust_xlsxwriter::{Workbook, XlsxError};

pub(super) fn write(book: &mut Workbook, page: &Page<'_>) -> Result<(), XlsxError> {
    let rules = by_rule(page);
    if rules.is_empty() {
        return Ok(());
    }
    let headings = [
        ("sheet-struck-giver", "", 30.0),
        ("sheet-struck-taker", "", 30.0),
        ("sheet-struck-what", "", 30.0),
        ("sheet-struck-why", "", 70.0),
        ("sheet-struck-rule", "", 24.0),
        ("sheet-struck-source", "", 50.0),
    ];
    let headings: Vec<_> = headings.into_iter().map(|h| heading(page, h)).collect();
    let mut table = Table::new(book, &page.t("sheet-struck"), &headings)?;
    for (id, exchanges) in &rules {
        let rule = page.words.rule(id);
        let why = rule.map_or(*id, |rule| page.words.reason(rule));
        let sources = rule.into_iter().flat_map(|rule| &rule.source);
        let titles =
            sources.filter_map(|id| Some(page.words.reference.sources.get(id.as_str())?.title.as_str()));
        let titles = titles.collect::<Vec<_>>().join(" ; ");
        for exchange in exchanges {
            table.line([
                Cell::from(exchange.giver),
                exchange.taker.into(),
                exchange.what.into(),
                why.into(),
                (*id).into(),
                titles.as_str().into(),
            ])?;
        }
    }
    table.finish(page)
}
