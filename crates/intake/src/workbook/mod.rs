//! The project's own workbook: four tables (Territoire, Acteurs, Flux, Échanges) as sheets of one XLSX or as CSV files of one folder. The
//! format is made to be filled in by hand: free words, quantities as people say them, every list with synonyms, French or English headings.
//!
//! What is missing stays missing. A value that cannot be read goes back with its line, and the rest of the line enters.

mod actors;
pub(crate) mod columns;
mod companies;
mod exchanges;
mod flows;
mod layout;
mod line;
mod territory;
mod words;

use crate::notes::Notes;
use crate::table::{Row, Table};
use crate::text::fold;
use crate::{FlowIds, IntakeError, Options, Progress, value};
use chrono::NaiveDate;
use columns::Kind;
use companies::Companies;
use layout::{Layout, is_list, kind_of, own_kind};
use line::Line;
use model::{ActorId, Basis, Batch, Evidence, FileReport, Message, Severity, TableReport};
use std::collections::{HashMap, HashSet};

/// Rows whose identifier starts with this are examples of the template, and are not read.
pub const EXAMPLES: [&str; 2] = ["EXEMPLE", "EXAMPLE"];
/// The sheet of the template that explains, French and English.
pub const HELP_SHEETS: [&str; 2] = ["Mode d'emploi", "How to fill in"];

/// True for the headings of one of the four tables.
pub fn recognise(headings: &[String]) -> bool {
    own_kind(headings).is_some()
}

/// True for the headings of a list of firms that has no identifiers of ours.
pub(crate) fn recognise_list(headings: &[String]) -> bool {
    is_list(headings)
}

/// Of headings that are nearly those of a sheet: the sheet, and the column it would need.
pub(crate) fn lacks(headings: &[String]) -> Option<(&'static str, &'static str)> {
    layout::lacks(headings).map(|(kind, column)| (kind.sheet(), column))
}

/// True for the sheet of the template that only explains.
pub(crate) fn is_own_help(sheet: &str) -> bool {
    HELP_SHEETS.iter().any(|help| fold(sheet) == fold(help))
}

/// What holds for all rows of a workbook.
struct Context<'a> {
    options: &'a Options<'a>,
    /// Default source of the rows.
    source: Option<String>,
    /// Day of the picture.
    day: Option<NaiveDate>,
    /// How the amounts of the table being read are written.
    hand: value::Hand,
    /// Ids of the flows of the table being read: a table read twice, or given back corrected, gives the same ones.
    ids: FlowIds,
    /// Where each identifier of the table being read was first seen.
    seen: HashMap<String, usize>,
    /// Actors already taken.
    actors: HashSet<ActorId>,
    /// Companies named for the sites.
    companies: Companies,
}

impl<'a> Context<'a> {
    fn new(options: &'a Options<'a>) -> Self {
        let ids = FlowIds::new("workbook");
        Self {
            options,
            source: None,
            day: None,
            ids,
            hand: value::Hand::default(),
            seen: HashMap::new(),
            actors: HashSet::new(),
            companies: Companies::new(),
        }
    }

    fn next_table(&mut self, hand: value::Hand) {
        self.hand = hand;
        self.ids = FlowIds::new("workbook");
        self.seen.clear();
    }

    /// Where a row is known from: file and line, then its own source or the territory's.
    fn evidence(&self, line: Line<'_>, basis: Basis, notes: &mut Notes) -> Evidence {
        let own = line.cell("source").or(self.source.as_deref());
        let place = line.table.source(line.row);
        let source = own.map_or_else(|| place.clone(), |own| format!("{place} — {own}"));
        let has_date = line.layout.kind != Kind::Exchanges;
        let date = has_date.then(|| line.read("date", notes, value::date)).flatten();
        if let Some(date) = date.filter(|date| *date > self.options.day) {
            let finding = line.remark(Severity::Warning, "intake-date-in-future", notes);
            finding.args = vec![("date".to_owned(), model::Said::Text(date.to_string()))];
        }
        Evidence::new(basis, source).on(date)
    }
}

/// The columns of a list of flows: French heading, other headings read.
pub(crate) fn flow_columns() -> impl Iterator<Item = (&'static str, &'static [&'static str])> {
    Kind::Flows.columns().iter().map(|column| (column.fr, column.also))
}

/// Reads one table alone.
pub(crate) fn read_table(
    table: Table,
    options: &Options<'_>,
    progress: &mut dyn FnMut(Progress<'_>),
) -> Result<Batch, IntakeError> {
    read(&table.path.clone(), vec![table], options, progress)
}

/// Reads the tables of one workbook into one batch. `path` is the file, or the folder that holds the tables.
pub(crate) fn read(
    path: &str,
    tables: Vec<Table>,
    options: &Options<'_>,
    progress: &mut dyn FnMut(Progress<'_>),
) -> Result<Batch, IntakeError> {
    let mut batch = Batch { report: report(path, &tables), ..Batch::default() };
    let mut notes = Notes::default();
    let mut context = Context::new(options);
    let several = tables.len() > 1;
    let mut sorted: Vec<(Kind, Table)> =
        tables.into_iter().filter_map(|table| Some((kind_of(&table.headings)?, table))).collect();
    // The sheet of a text table is its file's name, so that rejected lines find their headings again.
    for (_, table) in sorted.iter_mut().filter(|(_, table)| several && table.dialect.is_some()) {
        table.sheet = file_name(&table.path);
    }
    // Stable: two tables of one kind stay in the order of their files.
    sorted.sort_by_key(|(kind, _)| *kind);
    for (kind, mut table) in sorted {
        let (layout, refused) = Layout::new(kind, &table)?;
        notes.findings.extend(refused);
        let rows = table.rows(progress).collect::<Result<Vec<Row>, _>>()?;
        context.next_table(layout.hand(&table, &rows));
        for row in &rows {
            let line = Line { table: &table, layout: &layout, row };
            read_row(&mut batch, &mut context, line, &mut notes);
        }
    }
    companies::unite(&mut batch, &context.companies);
    batch.findings = notes.into_report(&mut batch.report);
    Ok(batch)
}

fn read_row(batch: &mut Batch, context: &mut Context<'_>, line: Line<'_>, notes: &mut Notes) {
    let Line { table, layout, row } = line;
    if is_example(line) {
        return notes.skip("skip-example");
    }
    if row.overflows(table.headings.len()) {
        return notes.refuse(table, row, None, Message::new("refused-too-many-cells"));
    }
    if table.swallowed_lines(row) {
        return notes.refuse(table, row, None, Message::new(crate::parts::OPEN_QUOTE));
    }
    let read = match layout.kind {
        Kind::Territory => territory::read,
        Kind::Actors => actors::read,
        Kind::Flows => flows::read,
        Kind::Exchanges => exchanges::read,
    };
    notes.records += usize::from(read(batch, context, line, notes));
}

fn is_example(line: Line<'_>) -> bool {
    line.cell(line.layout.kind.required()[0]).is_some_and(|cell| {
        EXAMPLES
            .iter()
            .any(|example| cell.get(..example.len()).is_some_and(|start| start.eq_ignore_ascii_case(example)))
    })
}

fn file_name(path: &str) -> String {
    path.rsplit('/').next().unwrap_or(path).to_owned()
}

fn report(path: &str, tables: &[Table]) -> FileReport {
    let mut report = match tables {
        [only] => only.report("workbook"),
        _ => FileReport { format: "workbook".to_owned(), ..FileReport::default() },
    };
    path.clone_into(&mut report.path);
    if tables.len() > 1 || tables.iter().any(|table| table.dialect.is_none()) {
        report.tables = tables
            .iter()
            .map(|table| TableReport {
                sheet: if table.dialect.is_some() { file_name(&table.path) } else { table.sheet.clone() },
                dialect: table.dialect.as_ref().map(ToString::to_string),
                headings: table.headings.clone(),
            })
            .collect();
    }
    report
}
