//! What is missing: findings and the lines that could not be read.

use super::table::{Cell, Table, heading};
use crate::html::Page;
use model::Severity;
use rust_xlsxwriter::{Workbook, XlsxError};
use wording::{Keyed, said};

/// A value that went back while the rest of its line was kept.
const VALUE_REFUSED: &str = "intake-value-refused";

pub(super) fn write(book: &mut Workbook, page: &Page<'_>) -> Result<(), XlsxError> {
    let headings = [
        ("sheet-severity", "", 16.0),
        ("sheet-finding", "", 80.0),
        ("sheet-about", "", 40.0),
        ("report-line", "", 10.0),
        ("report-value", "", 30.0),
    ];
    let headings: Vec<_> = headings.into_iter().map(|h| heading(page, h)).collect();
    let mut table = Table::new(book, &page.t("sheet-findings"), &headings)?;
    // A refused value is told once, below, with its line.
    let told_elsewhere = [crate::struck::KEY, VALUE_REFUSED];
    for finding in page.seen.findings.iter().filter(|finding| !told_elsewhere.contains(&finding.key.as_str()))
    {
        let severity = page.t(&finding.severity.key());
        table.line([
            Cell::from(severity),
            page.words.finding(finding).into(),
            finding.about.as_str().into(),
        ])?;
    }
    for site in page.seen.territory.sites.iter().filter(|site| site.place.is_none()) {
        let severity = page.t(&Severity::Warning.key());
        table.line([Cell::from(severity), page.t("sheet-no-place").into(), site.name.as_str().into()])?;
    }
    for file in page.seen.files {
        for (reason, count) in &file.skipped {
            let told = format!("{} {}", page.n("report-skipped", *count), page.t(reason));
            let severity = page.t(&Severity::Info.key());
            table.line([Cell::from(severity), told.into(), file.path.as_str().into()])?;
        }
        for reject in &file.rejects {
            let about = format!("{} {}", file.path, reject.sheet);
            let value = [reject.column.as_deref(), reject.value.as_deref()];
            // To be checked when the line was kept without the value, blocking when the whole line went back.
            let severity = if reject.kept { Severity::Warning } else { Severity::Error };
            table.line([
                Cell::from(page.t(&severity.key())),
                said(page.seen.view.lang, &reject.reason).into(),
                about.trim().into(),
                reject.line.into(),
                value.into_iter().flatten().collect::<Vec<_>>().join(" = ").into(),
            ])?;
        }
    }
    table.finish(page)
}
