//! A company's own register, read by a mapping.

use super::emitter::emitter;
use super::ledger::Ledger;
use super::lines::left_out;
use super::mapping::Mapping;
use super::monthly::Monthly;
use super::notices::{Asterisks, Thousands};
use super::own_columns::join_headings;
use super::party::Party;
use super::reader::{Reader, Taken, hand};
use super::sections::Section;
use super::titles::year_said;
use super::unit_said::unit_noted;
use crate::notes::Notes;
use crate::parts::OPEN_QUOTE;
use crate::table::{Row, Table};
use crate::{IntakeError, Options, Progress};
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
    let (monthly, rows) = Monthly::spread(&mut table, rows, options.day);
    let spread = monthly.as_ref().map(|of| of.mapping(Some(mapping)));
    Ok(read_rows(spread.as_ref().unwrap_or(mapping), owner, &table, (&rows, monthly), options))
}

/// Lines that were read with a grain of salt.
#[derive(Default)]
struct Doubts {
    skips: usize,
    left_open: usize,
    asterisks: Asterisks,
    thousands: Thousands,
    ownerless: usize,
    /// Lines are put on the site that the title names.
    titled: bool,
}

impl Doubts {
    fn findings(&self, path: &str) -> Vec<Finding> {
        [
            ("intake-register-skip-assumed", Severity::Warning, self.skips),
            ("intake-register-left-open", Severity::Info, self.left_open),
            ("intake-register-owner-unknown", Severity::Warning, self.ownerless),
        ]
        .into_iter()
        .filter(|(.., count)| *count > 0)
        .map(|(key, severity, count)| Finding::new(severity, key, path).with("count", count))
        .chain(self.asterisks.findings(path))
        .chain(self.thousands.finding())
        .collect()
    }
}

/// Reads rows by a mapping.
pub(super) fn read_rows(
    mapping: &Mapping,
    owner: Option<&Owner>,
    table: &Table,
    (rows, monthly): (&[Row], Option<Monthly>),
    options: &Options<'_>,
) -> Batch {
    let titled = emitter(&table.titles, options.reference).filter(|_| owner.is_none());
    let known = owner.is_some() || titled.is_some();
    let owner = titled.clone().unwrap_or_else(|| party_of(owner, table));
    let mut section = Section::first(mapping, &table.headings);
    let year = year_said(&table.titles);
    let columns = section.columns();
    let hand = hand(&columns, table, rows);
    let (default_unit, spread) = (unit_noted(&table.titles), monthly.is_some());
    let mut reader = Reader { columns, owner, options, hand, year, default_unit, spread };
    let mut batch = Batch { report: table.report("waste-register"), ..Batch::default() };
    let mut ledger = Ledger::new(reader.columns.marks.date.is_some(), options.day);
    ledger.titled(&table.titles, options.day);
    let mut notes = Notes::default();
    let mut doubts = Doubts::default();
    for row in rows {
        if let Some(next) = section.next(row) {
            notes.findings.extend(section.told(&reader.columns, table, rows));
            (reader.columns, section) = (next.columns(), next);
            notes.skip("skip-headings");
            continue;
        }
        if let Some(reason) = left_out(row, reader.columns.marks, &section.headings) {
            notes.skip(reason);
            continue;
        }
        let read = if table.swallowed_lines(row) {
            Err((None, Message::new(OPEN_QUOTE)))
        } else {
            reader.shipment(row, table.source(row))
        };
        match read {
            Ok(Taken { mut shipment, code, faults, thousands }) => {
                notes.records += 1;
                for (column, reason) in faults {
                    notes.refuse_value(table, row, column, reason);
                }
                match reader.columns.prices.of(row, &shipment.shipped, options) {
                    Ok(paid) => shipment.paid = paid,
                    Err((column, reason)) => notes.refuse_value(table, row, column, reason),
                }
                shipment.months = monthly.as_ref().map_or(0, Monthly::length);
                doubts.left_open += usize::from(shipment.shipped.left_open);
                if let Some((column, doubt)) = thousands {
                    doubts.thousands.add(table, row, column, doubt);
                }
                doubts.skips += usize::from(shipment.shipped.skip_assumed);
                if let Some(code) = code {
                    let marks = reader.columns.marks;
                    let stated = row.cell(marks.code).or(row.cell(marks.wording)).unwrap_or_default();
                    doubts.asterisks.add(stated, code, &shipment.source);
                }
                let of_owner = shipment.from.site_id() == reader.owner.site_id();
                doubts.ownerless += usize::from(!known && of_owner);
                doubts.titled |= of_owner;
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
    notes.findings.extend(titled.filter(|_| doubts.titled).map(|titled| {
        let finding = Finding::new(Severity::Info, "intake-register-owner-titled", &table.path);
        finding.with("name", titled.name)
    }));
    notes.findings.extend(section.told(&reader.columns, table, rows));
    let findings = notes.into_report(&mut batch.report);
    batch.findings.splice(0..0, findings);
    if let Some(monthly) = monthly {
        monthly.settle(&mut batch);
    }
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
