//! Registers exported from Trackdéchets: outgoing, incoming and managed waste.

use super::amount::Shipped;
use super::ledger::{Ledger, Shipment};
use super::notices::Asterisks;
use super::trackdechets_columns::{Columns, Export};
use crate::notes::Notes;
use crate::table::{Row, Table};
use crate::value::refused;
use crate::value::{ReadCode, date, fate, known_operation, number, waste_code};
use crate::{IntakeError, Options, Progress, fold, plain};
use chrono::{Datelike, NaiveDate};
use model::{Batch, Message};
use units::Range;

/// Reads an export, or refuses the kinds that say nothing of flows.
pub(super) fn read(
    mut table: Table,
    export: Export,
    options: &Options<'_>,
    progress: &mut dyn FnMut(Progress<'_>),
) -> Result<Batch, IntakeError> {
    if let Some((what, advice)) = export.refusal() {
        return Err(IntakeError::Unsupported {
            path: table.place(),
            what: Box::new(Message::new(what)),
            advice: Box::new(Message::new(advice)),
        });
    }
    let columns = Columns::new(&table, export);
    let mut batch = Batch { report: table.report("trackdechets"), ..Batch::default() };
    let mut ledger = Ledger::new(true, options.day);
    let mut notes = Notes::default();
    let mut corrected = Asterisks::default();
    for row in table.rows(progress) {
        let row = row?;
        match shipment(&row, table.source(&row), &columns, options) {
            Ok(Line::Shipment(shipment, code)) => {
                notes.records += 1;
                corrected.add(row.cell(columns.code).unwrap_or_default(), code, &shipment.source);
                let operation = columns.operation(&row);
                if let Err(reason) =
                    known_operation(row.cell(operation).unwrap_or_default(), options.reference)
                {
                    notes.refuse_value(&table, &row, operation, reason);
                }
                ledger.add(&shipment, options, &mut batch);
            }
            Ok(Line::LeftOut(reason)) => notes.skip(reason),
            Err((column, reason)) => {
                notes.refuse(&table, &row, column, reason);
                if let Some(day) = sent(&row, &columns, options.day) {
                    ledger.seen(day);
                }
            }
        }
    }
    notes.findings.extend(corrected.findings(&table.path));
    ledger.finish(&table.path, &mut batch);
    let findings = notes.into_report(&mut batch.report);
    batch.findings.splice(0..0, findings);
    Ok(batch)
}

/// The day a line says, whatever else is wrong with it.
fn sent(row: &Row, columns: &Columns, today: NaiveDate) -> Option<NaiveDate> {
    let stated = columns.dates.into_iter().find_map(|column| row.cell(column))?;
    date(stated).ok().filter(|day| *day <= today)
}

/// What a line is.
enum Line {
    /// A shipment, and how its code was read.
    Shipment(Box<Shipment>, ReadCode),
    LeftOut(&'static str),
}

/// The column at fault and why.
type Fault = (Option<usize>, Message);

fn shipment(row: &Row, source: String, columns: &Columns, options: &Options<'_>) -> Result<Line, Fault> {
    let Some((column, stated)) =
        columns.dates.into_iter().find_map(|column| Some((column, row.cell(column)?)))
    else {
        return Ok(Line::LeftOut("skip-not-sent"));
    };
    if row.cell(columns.acceptance).is_some_and(|status| fold(status).starts_with("refus")) {
        return Ok(Line::LeftOut("skip-waste-refused"));
    }
    let day = date(stated).map_err(|reason| (column, reason))?;
    if day > options.day {
        return Err((column, Message::new("refused-future").with("day", day).with("today", options.day)));
    }
    let code = row.cell(columns.code).ok_or_else(|| (columns.code, Message::new("refused-no-code")))?;
    let code = waste_code(code, day, options.reference).map_err(|reason| (columns.code, reason))?;
    let code = if is_said_hazardous(row, columns) { kept_hazardous(code) } else { code };
    let label = options.reference.waste_list.on(code.code.digits(), day).map(|entry| entry.label_fr.clone());
    let wording = row.cell(columns.wording).map(plain).or(label).unwrap_or_else(|| code.code.to_string());
    // A form opened for a producer may leave the sender empty: the waste leaves from there.
    let from = columns
        .emitter
        .read(row)
        .or_else(|| columns.producer.read(row))
        .ok_or_else(|| (columns.emitter.number, Message::new("refused-no-sender")))?;
    let (shipped, estimated) = weight(row, columns)?;
    let operation = row.cell(columns.operation(row));
    let shipment = Shipment {
        line: row.line,
        source,
        date: Some(day),
        year: day.year(),
        from,
        to: columns.destination.read(row),
        carrier: None,
        wording,
        code: Some(code.code),
        fate: fate(operation, None, options.reference),
        shipped,
        months: 0,
        estimated,
        paid: None,
    };
    Ok(Line::Shipment(Box::new(shipment), code))
}

/// « Dangereux : O ».
fn is_said_hazardous(row: &Row, columns: &Columns) -> bool {
    row.cell(columns.hazardous)
        .is_some_and(|cell| ["o", "oui", "true", "vrai", "1"].contains(&fold(cell).as_str()))
}

/// The code as the tracking form has it: hazardous, even where the list says that it is not.
fn kept_hazardous(read: ReadCode) -> ReadCode {
    let hazard_kept = !read.code.hazardous() || read.hazard_kept;
    let marked = if hazard_kept {
        format!("{}*", read.code.to_string().trim_end_matches('*')).parse().ok()
    } else {
        None
    };
    ReadCode { code: marked.unwrap_or(read.code), hazard_kept, ..read }
}

/// What was accepted, else received, else sent (which may be an estimate), in tonnes; else the volume.
fn weight(row: &Row, columns: &Columns) -> Result<(Shipped, bool), Fault> {
    let tonnes = [columns.accepted, columns.received, columns.sent].map(|column| (column, "t"));
    let told = tonnes.into_iter().chain([(columns.volume, "m3")]);
    let Some((column, unit, cell)) =
        told.into_iter().find_map(|(column, unit)| Some((column, unit, row.cell(column)?)))
    else {
        return Err((columns.sent, Message::new("refused-no-quantity")));
    };
    let range = number(cell).filter(|amount| *amount >= 0.0).and_then(|amount| Range::exact(amount).ok());
    let range = range.ok_or_else(|| (column, refused::value("refused-number", cell)))?;
    let estimated = column == columns.sent
        && row.cell(columns.sent_kind).is_some_and(|kind| fold(kind).starts_with("estim"));
    Ok((Shipped { range, unit, skip_assumed: false, left_open: false }, estimated))
}
