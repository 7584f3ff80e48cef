//! Tables that a person helps to read: what every column is taken for, corrected by them, then read that way.
//!
//! A list of flows (« site ; sens ; quoi ») is told in the columns of the workbook, every other table in the meanings of a waste register.
//! A column of a register may be a quantity in a unit: `quantity:t`. Files of fixed origin (SIRENE, IREP, Trackdéchets) need no help.

mod known;
mod list;
mod register;

pub use known::recognise_sites;

use crate::table::{Opened, Row, Table, Unheaded, open};
use crate::{IntakeError, Options, Progress, fold, irep, sirene, waste_register, workbook};
use model::{Batch, Site};
use std::collections::BTreeMap;
use std::path::Path;

/// So many rows are looked at to tell what a column is.
const LOOKED_AT: usize = 40;
/// So many values of a column are shown.
const SAMPLES: usize = 3;

/// What a person said of a file.
#[derive(Clone, Debug, Default)]
pub struct Help {
    /// Folded heading → field; an empty field leaves the column out.
    pub fields: BTreeMap<String, String>,
    /// The site of lines that name none.
    pub site: Option<Site>,
    /// The line that holds the headings, from 1, where the guess is wrong.
    pub heading_line: Option<usize>,
}

/// A column, and what it is taken for.
#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    /// As written.
    pub heading: String,
    /// What it is taken for; `None` is left out.
    pub field: Option<String>,
    /// How sure, 0–1; 1 when a person said so.
    pub belief: f32,
    /// First values.
    pub samples: Vec<String>,
}

/// What the tables of a file are taken for.
#[derive(Clone, Debug, PartialEq)]
pub struct Draft {
    /// True for a list of flows, false for a register.
    pub list: bool,
    /// Line of the headings of the first table.
    pub heading_line: usize,
    /// Columns of all tables, each heading once.
    pub columns: Vec<Column>,
}

impl Draft {
    /// What a column may be.
    pub fn fields(&self) -> Vec<&'static str> {
        if self.list { list::fields() } else { register::FIELDS.to_vec() }
    }
}

/// What the columns of a file are taken for; `None` when it is of a fixed origin or no table.
pub fn draft(path: &Path, help: &Help) -> Result<Option<Draft>, IntakeError> {
    let Some((list, tables)) = tables(path, help)? else { return Ok(None) };
    let mut draft = Draft { list, heading_line: 0, columns: Vec::new() };
    for mut table in tables {
        if draft.heading_line == 0 {
            draft.heading_line = table.heading_line;
        }
        let rows: Result<Vec<Row>, _> = table.rows(&mut |_| {}).take(LOOKED_AT).collect();
        let columns = if list {
            list::columns(&table, &rows?, help)
        } else {
            register::columns(&mut table, rows?, help)
        };
        for column in columns {
            if !draft.columns.iter().any(|known| fold(&known.heading) == fold(&column.heading)) {
                draft.columns.push(column);
            }
        }
    }
    Ok(Some(draft))
}

/// Reads a file by what [`draft`] takes its columns for; `None` where that gives none.
pub fn read(
    path: &Path,
    help: &Help,
    options: &Options<'_>,
    progress: &mut dyn FnMut(Progress<'_>),
) -> Result<Option<Vec<Batch>>, IntakeError> {
    let Some(draft) = draft(path, help)? else { return Ok(None) };
    let Some((list, tables)) = tables(path, help)? else { return Ok(None) };
    let mut batches = Vec::new();
    for table in tables {
        let batch = if list {
            list::read(table, help, options, progress)
        } else {
            register::read(table, &draft, help, options, progress)
        };
        batches.push(batch?);
    }
    Ok(Some(batches))
}

/// The tables of a file with their heading lines, and whether they are lists of flows.
fn tables(path: &Path, help: &Help) -> Result<Option<(bool, Vec<Table>)>, IntakeError> {
    let Opened::Tables(tables) = open(path)? else { return Ok(None) };
    let fixed = |headings: &[String]| {
        sirene::recognise(headings) || irep::recognise(headings) || waste_register::is_export(headings)
    };
    if tables.iter().any(|table| table.find(fixed).is_some()) {
        return Ok(None);
    }
    let own = tables.iter().filter(|table| table.find(workbook::recognise).is_some()).count();
    let lists: Vec<usize> =
        (0..tables.len()).filter(|ix| tables[*ix].find(list::recognise).is_some()).collect();
    if !lists.is_empty() && own <= 1 {
        let kept = tables.into_iter().enumerate().filter(|(ix, _)| lists.contains(ix));
        return Ok(Some((
            true,
            kept.filter_map(|(_, table)| headed(table, help, list::recognise)).collect(),
        )));
    }
    if own > 0 {
        return Ok(None);
    }
    let headed: Vec<Table> =
        tables.into_iter().filter_map(|table| headed(table, help, waste_register::recognise)).collect();
    Ok((!headed.is_empty()).then_some((false, headed)))
}

/// The table under the headings that were pointed at, else under the recognised ones, else under what looks most like headings; columns
/// without heading get a name.
fn headed(table: Unheaded, help: &Help, recognise: impl Fn(&[String]) -> bool) -> Option<Table> {
    let said = help.heading_line.and_then(|line| table.place_of(line));
    let line = said.or_else(|| table.find(recognise)).or_else(|| table.guess())?;
    let mut table = table.headed(line);
    for (ix, heading) in table.headings.iter_mut().enumerate().filter(|(_, heading)| heading.is_empty()) {
        *heading = format!("(colonne {})", ix + 1);
    }
    Some(table)
}

fn samples(rows: &[Row], ix: usize) -> Vec<String> {
    let mut seen: Vec<String> = Vec::new();
    for value in rows.iter().filter_map(|row| row.cell(Some(ix))) {
        let value = crate::text::clip(value, 60);
        if seen.len() < SAMPLES && !seen.contains(&value) {
            seen.push(value);
        }
    }
    seen
}
