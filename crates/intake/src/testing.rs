//! What the unit tests of the readers share.

use crate::table::{Opened, open};
use crate::{Options, Progress};
use chrono::NaiveDate;
use reference::Reference;
use std::io::Write;

/// A day.
pub(crate) fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

/// Options that keep everything, on a day.
pub(crate) fn options(reference: &Reference, day: NaiveDate) -> Options<'_> {
    Options { reference, communes: None, keep_sole_traders: false, day }
}

/// Nobody listens.
pub(crate) fn quiet(_: Progress<'_>) {}

/// The table of a text whose first line bears the headings.
pub(crate) fn table(text: &str) -> crate::table::Table {
    table_headed(text, |_| true)
}

/// The table of a text, its headings on the first line that is accepted.
pub(crate) fn table_headed(text: &str, accept: fn(&[String]) -> bool) -> crate::table::Table {
    let mut file = tempfile::NamedTempFile::new().unwrap();
    file.write_all(text.as_bytes()).unwrap();
    let Ok(Opened::Tables(mut tables)) = open(file.path()) else { panic!("no table: {text}") };
    let unheaded = tables.remove(0);
    let ix = unheaded.find(accept).unwrap();
    let mut table = unheaded.headed(ix);
    table.path = "f.csv".to_owned();
    table
}

/// A message in French, with plain spaces and apostrophes.
pub(crate) fn fr(what: &model::Message) -> String {
    let said = wording::said(wording::Lang::Fr, what);
    said.replace('’', "'").replace(['\u{a0}', '\u{202f}'], " ")
}
