//! `report.xlsx`: the diagnosis in sheets, each with headings, filter, frozen top, units in headings and numbers as numbers.

mod findings;
mod flows;
mod leads;
mod sites;
mod sources;
mod struck;
mod summary;
mod table;
mod visits;

use crate::Audience;
use crate::audience::Seen;
use crate::html::Page;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, XlsxError};

/// The whole workbook.
pub(crate) fn workbook(seen: &Seen<'_>) -> Result<Vec<u8>, XlsxError> {
    let page = Page::new(seen);
    let mut book = Workbook::new();
    // The day of the picture, not of the writing: the same data gives the same file.
    let day = ExcelDateTime::parse_from_str(&seen.territory.day.to_string())?;
    book.set_properties(&DocProperties::new().set_title(&seen.territory.name).set_creation_datetime(&day));
    summary::write(&mut book, &page)?;
    leads::write(&mut book, &page)?;
    if seen.view.audience == Audience::Facilitator {
        visits::write(&mut book, &page)?;
    }
    flows::write(&mut book, &page)?;
    sites::write(&mut book, &page)?;
    if seen.view.audience == Audience::Facilitator {
        findings::write(&mut book, &page)?;
        struck::write(&mut book, &page)?;
    }
    sources::write(&mut book, &page)?;
    book.save_to_buffer()
}
