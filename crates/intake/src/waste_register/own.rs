//! A company's own register, read by a mapping.

use super::amount::{Shipped, shipped};
use super::ledger::{Ledger, Shipment};
use super::lines::left_out;
use super::mapping::{Mapping, Meaning, SURE, USED};
use super::notices::{Asterisks, unread};
use super::own_columns::{Columns, join_headings};
use super::party::Party;
use crate::notes::Notes;
use crate::parts::OPEN_QUOTE;
use crate::table::{Row, Table};
use crate::value::refused;
use crate::value::{ReadCode, date, fate, waste_code};
use crate::{IntakeError, Options, Progress, plain};
use chrono::NaiveDate;
use model::{Batch, Finding, Message, Severity, Siret, SiteId};
use std::path::Path;

/// Whose register it is, when its lines do not say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Owner {
    /// Name of the site.
    pub name: String,
    /// Its SIRET, when known: the flows then join the site that other files describe.
    pub siret: Option<Siret>,
}

/// The id of the site that the lines of an owner are put on.
pub(crate) fn own_site(owner: &Owner) -> SiteId {
    Party { name: owner.name.clone(), siret: owner.siret.clone(), ..Party::default() }.site_id()
}

/// Reads a register by a mapping, which a person may have corrected. Without an owner, lines that do not say whose waste it is are put on a
/// site named after the file, and a finding asks whose it is.
pub fn read_with(
    mapping: &Mapping,
    owner: Option<&Owner>,
    mut table: Table,
    options: &Options<'_>,
    progress: &mut dyn FnMut(Progress<'_>),
) -> Result<Batch, IntakeError> {
    let rows = table.rows(progress).collect::<Result<Vec<Row>, _>>()?;
    let rows = join_headings(&mut table, rows);
    Ok(read_rows(mapping, owner, &table, &rows, options))
}

/// The column at fault and why.
type Fault = (Option<usize>, Message);

/// What reading the lines needs.
struct Reader<'a> {
    columns: Columns,
    owner: Party,
    options: &'a Options<'a>,
}

/// Lines that were read with a grain of salt.
#[derive(Default)]
struct Doubts {
    skips: usize,
    asterisks: Asterisks,
    ownerless: usize,
}

impl Doubts {
    fn findings(&self, path: &str) -> Vec<Finding> {
        [
            ("intake-register-skip-assumed", Severity::Warning, self.skips),
            ("intake-register-owner-unknown", Severity::Warning, self.ownerless),
        ]
        .into_iter()
        .filter(|(.., count)| *count > 0)
        .map(|(key, severity, count)| Finding::new(severity, key, path).with("count", count))
        .chain(self.asterisks.finding(path))
        .collect()
    }
}

/// Reads rows by a mapping.
pub(super) fn read_rows(
    mapping: &Mapping,
    owner: Option<&Owner>,
    table: &Table,
    rows: &[Row],
    options: &Options<'_>,
) -> Batch {
    let reader =
        Reader { columns: Columns::new(mapping, &table.headings), owner: party_of(owner, table), options };
    let mut batch = Batch { report: table.report("waste-register"), ..Batch::default() };
    let mut ledger = Ledger::new(reader.columns.marks.date.is_some());
    ledger.titled(&table.titles, options.day);
    let mut notes = Notes::default();
    let mut doubts = Doubts::default();
    for row in rows {
        if let Some(reason) = left_out(row, reader.columns.marks, &table.headings) {
            notes.skip(reason);
            continue;
        }
        let read = if table.swallowed_lines(row) {
            Err((None, Message::new(OPEN_QUOTE)))
        } else {
            reader.shipment(row, table.source(row))
        };
        match read {
            Ok((shipment, asterisk)) => {
                notes.records += 1;
                doubts.skips += usize::from(shipment.shipped.skip_assumed);
                if let (Some(code), true) = (shipment.code, asterisk) {
                    let stated = row.cell(reader.columns.marks.code).unwrap_or_default();
                    doubts.asterisks.add(stated, code, &shipment.source);
                }
                doubts.ownerless +=
                    usize::from(owner.is_none() && shipment.from.site_id() == reader.owner.site_id());
                ledger.add(&shipment, options, &mut batch);
            }
            Err((column, reason)) => {
                notes.refuse(table, row, column, reason);
                reader.day(row).ok().flatten().into_iter().for_each(|day| ledger.seen(day));
            }
        }
    }
    ledger.finish(&table.path, &mut batch);
    notes.findings.extend(doubts.findings(&table.path));
    notes.findings.extend(unsure(mapping, &table.path));
    notes.findings.extend(unread(mapping, table, rows));
    let findings = notes.into_report(&mut batch.report);
    batch.findings.splice(0..0, findings);
    batch
}

/// The site of lines that do not say whose waste it is.
fn party_of(owner: Option<&Owner>, table: &Table) -> Party {
    if let Some(owner) = owner {
        return Party { name: owner.name.clone(), siret: owner.siret.clone(), ..Party::default() };
    }
    let stem = Path::new(&table.path).file_stem().map(|stem| stem.to_string_lossy().into_owned());
    Party { name: format!("Registre « {} »", stem.unwrap_or_default()), ..Party::default() }
}

/// A finding that names the columns used without being sure.
fn unsure(mapping: &Mapping, path: &str) -> Option<Finding> {
    let unsure: Vec<&str> = mapping
        .columns
        .iter()
        .filter(|column| column.meaning.is_some() && (USED..SURE).contains(&column.confidence))
        .filter(|column| column.meaning != Some(Meaning::Ignored))
        .map(|column| column.heading.as_str())
        .collect();
    let finding = Finding::new(Severity::Info, "intake-register-columns-unsure", path);
    (!unsure.is_empty()).then(|| finding.with("columns", unsure.join(", ")))
}

impl Reader<'_> {
    /// A shipment, and whether its asterisk was corrected.
    fn shipment(&self, row: &Row, source: String) -> Result<(Shipment, bool), Fault> {
        let columns = &self.columns;
        let text = |column| row.cell(column).map(plain);
        let day = self.day(row)?;
        let code = self.code(row, day)?;
        let label = code.and_then(|code| {
            let entry =
                self.options.reference.waste_list.on(code.code.digits(), day.unwrap_or(self.options.day));
            entry.map(|entry| entry.label_fr.clone())
        });
        let wording = text(columns.marks.wording)
            .or(label)
            .ok_or_else(|| (columns.marks.wording, Message::new("refused-nothing-named")))?;
        let shipment = Shipment {
            line: row.line,
            source,
            date: day,
            from: self.emitter(row)?,
            to: self.destination(row)?,
            carrier: text(columns.carrier),
            wording,
            code: code.map(|read| read.code),
            fate: fate(text(columns.operation).as_deref(), None, self.options.reference),
            shipped: self.amount(row)?,
            estimated: false,
        };
        Ok((shipment, code.is_some_and(|read| read.asterisk_corrected)))
    }

    /// The day; `None` only when the register has no column of days.
    fn day(&self, row: &Row) -> Result<Option<NaiveDate>, Fault> {
        let column = self.columns.marks.date;
        if column.is_none() {
            return Ok(None);
        }
        let stated = row.cell(column).ok_or_else(|| (column, Message::new("refused-no-date")))?;
        let day = date(stated).map_err(|reason| (column, reason))?;
        if day > self.options.day {
            let reason = Message::new("refused-future").with("day", day).with("today", self.options.day);
            return Err((column, reason));
        }
        Ok(Some(day))
    }

    fn code(&self, row: &Row, day: Option<NaiveDate>) -> Result<Option<ReadCode>, Fault> {
        let column = self.columns.marks.code;
        let Some(stated) = row.cell(column).filter(|text| text.chars().any(char::is_alphanumeric)) else {
            return Ok(None);
        };
        let read = waste_code(stated, day.unwrap_or(self.options.day), self.options.reference);
        read.map(Some).map_err(|reason| (column, reason))
    }

    /// The first quantity that is filled in.
    fn amount(&self, row: &Row) -> Result<Shipped, Fault> {
        let filled =
            self.columns.quantities.iter().find_map(|(ix, unit)| Some((*ix, unit, row.cell(Some(*ix))?)));
        let Some((ix, unit, cell)) = filled else {
            let column = self.columns.quantities.first().map(|(ix, _)| *ix);
            return Err((column, Message::new("refused-no-quantity")));
        };
        let unit = unit.as_deref().or_else(|| row.cell(self.columns.unit));
        shipped(cell, unit, self.options).map_err(|reason| (Some(ix), reason))
    }

    fn emitter(&self, row: &Row) -> Result<Party, Fault> {
        let column = self.columns.emitter_siret;
        let siret = row.cell(column).map(str::parse::<Siret>).transpose();
        let siret = siret.map_err(|error| (column, refused::siret(&error)))?;
        let name = row.cell(self.columns.emitter).map(plain);
        Ok(match (siret, name) {
            (None, None) => self.owner.clone(),
            (siret, name) => {
                let name = name.or_else(|| siret.as_ref().map(ToString::to_string)).unwrap_or_default();
                Party { siret, name, ..Party::default() }
            }
        })
    }

    fn destination(&self, row: &Row) -> Result<Option<Party>, Fault> {
        let columns = &self.columns;
        let text = |column| row.cell(column).map(plain);
        let column = columns.destination_siret;
        let siret = row.cell(column).map(str::parse::<Siret>).transpose();
        let siret = siret.map_err(|error| (column, refused::siret(&error)))?;
        let name = text(columns.destination).or_else(|| siret.as_ref().map(ToString::to_string));
        Ok(name.map(|name| Party {
            siret,
            number: None,
            name,
            street: text(columns.street),
            postcode: text(columns.postcode),
            commune: text(columns.commune),
        }))
    }
}
