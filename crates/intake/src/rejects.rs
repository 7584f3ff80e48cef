//! Rejected lines, given back in the user's own format: the reason first, then the line as it was. Corrected there, the file is read again
//! as it is: the three columns in front are known to every reader as ours.

use crate::IntakeError;
use crate::table::Dialect;
use crate::text::{clip, fold};
use encoding_rs::{UTF_8, UTF_16BE, UTF_16LE};
use model::{FileReport, Message, Reject, TableReport};
use rust_xlsxwriter::{Format, FormatAlign, Workbook, Worksheet, XlsxError};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// Headings of the columns put in front (why, where), in every language they are written in.
const OWN: [&str; 6] = ["motif", "ligne", "colonne", "reason", "line", "column"];
/// Message keys of those headings, in the order of the columns.
const COLUMNS: [&str; 3] = ["reject-heading-reason", "reject-heading-line", "reject-heading-column"];
/// So many files of rejects of one table are kept apart.
const MOST_NUMBERED: usize = 20;
/// What a cell of a workbook holds at most.
const MAX_CELL: usize = 32_000;

/// True for a heading of the columns this module adds, so that readers can skip them in a file that comes back.
pub fn is_own_column(heading: &str) -> bool {
    OWN.contains(&fold(heading).as_str())
}

/// A file of rejected lines.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    /// Where it is.
    pub path: PathBuf,
    /// How many lines of the user were refused.
    pub refused: usize,
    /// How many values are to be corrected in other lines.
    pub values: usize,
}

/// Writes what was rejected into `dir` (which exists): for text tables one `…-rejets.csv` each with the same separator and encoding, for a
/// workbook one `…-rejets.xlsx` with the same sheets. What is there stays (a person may have corrected in it; see [`clear_rejects`]) and the
/// new file takes a number. Gives the files written; none when nothing was rejected. `say` gives messages in the reader's language.
pub fn write_rejects(
    report: &FileReport,
    dir: &Path,
    say: &dyn Fn(&Message) -> String,
) -> Result<Vec<Written>, IntakeError> {
    let mut by_sheet: BTreeMap<&str, Vec<&Reject>> = BTreeMap::new();
    for reject in &report.rejects {
        by_sheet.entry(&reject.sheet).or_default().push(reject);
    }
    let sheets: Vec<Sheet<'_>> =
        by_sheet.into_iter().map(|(name, rejects)| Sheet::new(report, name, &rejects, say)).collect();
    let (texts, books): (Vec<_>, Vec<_>) = sheets.into_iter().partition(|sheet| sheet.dialect.is_some());
    let mut written = Vec::new();
    for sheet in texts {
        let path = free(dir.join(file_name(&report.path, sheet.name, "csv")));
        sheet.write_csv(&path)?;
        written.push(Written::new(path, &[sheet]));
    }
    if !books.is_empty() {
        let path = free(dir.join(file_name(&report.path, "", "xlsx")));
        write_xlsx(&books, &path)?;
        written.push(Written::new(path, &books));
    }
    Ok(written)
}

/// Takes away what an earlier run gave back of this file, before the new run says what is refused now. Files of `kept` stay: a person may
/// have corrected there, and given them with the rest.
pub fn clear_rejects(report: &FileReport, dir: &Path, kept: &[PathBuf]) -> Result<(), IntakeError> {
    let sheets = report.tables.iter().map(|table| file_name(&report.path, &table.sheet, "csv"));
    let names = sheets.chain(["csv", "xlsx"].map(|extension| file_name(&report.path, "", extension)));
    let given: Vec<PathBuf> = kept.iter().filter_map(|path| path.canonicalize().ok()).collect();
    for path in names.flat_map(|name| numbered(dir.join(name))).filter(|path| path.is_file()) {
        if !path.canonicalize().is_ok_and(|path| given.iter().any(|given| path.starts_with(given))) {
            fs::remove_file(&path).map_err(|error| IntakeError::io(&crate::error::shown(&path), error))?;
        }
    }
    Ok(())
}

/// The path itself, then `…-2.csv`, `…-3.csv` …
fn numbered(path: PathBuf) -> impl Iterator<Item = PathBuf> {
    let part = |part: Option<&std::ffi::OsStr>| part.unwrap_or_default().to_string_lossy().into_owned();
    let (stem, extension) = (part(path.file_stem()), part(path.extension()));
    let others = (2..=MOST_NUMBERED).map({
        let path = path.clone();
        move |number| path.with_file_name(format!("{stem}-{number}.{extension}"))
    });
    std::iter::once(path).chain(others)
}

/// The first of the numbered paths that nothing stands at; the last one is replaced.
fn free(path: PathBuf) -> PathBuf {
    let mut paths = numbered(path.clone()).skip_while(|path| path.exists());
    paths.next().or_else(|| numbered(path.clone()).last()).unwrap_or(path)
}

/// `data/flux.csv` gives `data-flux-rejets.csv`: the folder's name keeps apart files that have the same one.
fn file_name(path: &str, sheet: &str, extension: &str) -> String {
    let path = if sheet.is_empty() { PathBuf::from(path) } else { Path::new(path).join(sheet) };
    let part = |part: Option<&std::ffi::OsStr>| part.map(|p| fold(&p.to_string_lossy()).replace(' ', "-"));
    let folder = part(path.parent().and_then(Path::file_name));
    let stem = part(path.file_stem());
    let parts = [folder, stem, Some("rejets".to_owned())].into_iter().flatten().filter(|p| !p.is_empty());
    format!("{}.{extension}", parts.collect::<Vec<_>>().join("-"))
}

impl Written {
    fn new(path: PathBuf, sheets: &[Sheet<'_>]) -> Self {
        let lines = || sheets.iter().flat_map(|sheet| &sheet.lines);
        let refused = lines().filter(|line| line.is_refused()).count();
        let values = lines().filter(|line| !line.is_refused()).map(|line| line.reasons.len()).sum();
        Self { path, refused, values }
    }
}

/// The rejected lines of one table.
struct Sheet<'a> {
    name: &'a str,
    say: &'a dyn Fn(&Message) -> String,
    dialect: Option<Dialect>,
    headings: Vec<&'a str>,
    lines: Vec<Line<'a>>,
}

/// A rejected line with all that is wrong with it.
struct Line<'a> {
    number: usize,
    reasons: Vec<&'a Reject>,
    columns: Vec<&'a str>,
    cells: &'a [String],
}

impl Line<'_> {
    /// True when nothing of the line entered.
    fn is_refused(&self) -> bool {
        self.reasons.iter().any(|reject| !reject.kept)
    }
}

impl<'a> Sheet<'a> {
    fn new(
        report: &'a FileReport,
        name: &'a str,
        rejects: &[&'a Reject],
        say: &'a dyn Fn(&Message) -> String,
    ) -> Self {
        let table: Option<&TableReport> = report.tables.iter().find(|table| table.sheet == name);
        let dialect = table.map_or(&report.dialect, |table| &table.dialect);
        let headings = table.map_or(&report.headings, |table| &table.headings);
        Self {
            name,
            say,
            dialect: dialect.as_ref().and_then(|text| text.parse().ok()),
            headings: headings.iter().map(String::as_str).collect(),
            lines: lines_of(rejects),
        }
    }

    /// Columns of the original that are not ours already (a reject file that was rejected again).
    fn kept(&self) -> Vec<usize> {
        let widest =
            self.lines.iter().map(|line| line.cells.len()).max().unwrap_or(0).max(self.headings.len());
        (0..widest)
            .filter(|ix| !self.headings.get(*ix).is_some_and(|heading| is_own_column(heading)))
            .collect()
    }

    /// All lines with headings first, as text.
    fn rows(&self) -> Vec<Vec<String>> {
        let kept = self.kept();
        let own = COLUMNS.iter().map(|key| (self.say)(&Message::new(key)));
        let theirs = kept.iter().map(|ix| self.headings.get(*ix).map_or("", |heading| heading).to_owned());
        let mut rows = vec![own.chain(theirs).collect::<Vec<_>>()];
        rows.extend(self.lines.iter().map(|line| {
            let reasons: Vec<String> = line.reasons.iter().map(|reject| self.reason(reject)).collect();
            let own = [reasons.join(" | "), line.number.to_string(), line.columns.join(", ")];
            let theirs = kept.iter().map(|ix| line.cells.get(*ix).cloned().unwrap_or_default());
            own.into_iter().chain(theirs).collect()
        }));
        rows
    }

    /// « Ligne refusée : … », « Valeur à corriger : … ».
    fn reason(&self, reject: &Reject) -> String {
        let key = if reject.kept { "reject-value" } else { "reject-line" };
        (self.say)(&Message::new(key).saying("reason", reject.reason.clone()))
    }

    fn write_csv(&self, path: &Path) -> Result<(), IntakeError> {
        let io = |error| IntakeError::io(&crate::error::shown(path), error);
        let dialect = self.dialect.unwrap_or(Dialect { encoding: UTF_8, separator: b';' });
        let mut writer = csv::WriterBuilder::new()
            .delimiter(dialect.separator)
            .terminator(csv::Terminator::CRLF)
            .from_writer(Vec::new());
        for row in self.rows() {
            writer.write_record(&row).map_err(|error| io(error.into()))?;
        }
        let bytes = writer.into_inner().map_err(|error| io(error.into_error()))?;
        fs::write(path, encoded(&String::from_utf8_lossy(&bytes), dialect)).map_err(io)
    }
}

/// One line for each line of the file, however much is wrong with it.
fn lines_of<'a>(rejects: &[&'a Reject]) -> Vec<Line<'a>> {
    let mut lines: Vec<Line<'a>> = Vec::new();
    let mut sorted = rejects.to_vec();
    sorted.sort_by_key(|reject| reject.line);
    for reject in sorted {
        match lines.last_mut() {
            Some(line) if line.number == reject.line => {
                line.reasons.push(reject);
                line.columns.extend(reject.column.as_deref());
            }
            _ => lines.push(Line {
                number: reject.line,
                reasons: vec![reject],
                columns: reject.column.as_deref().into_iter().collect(),
                cells: &reject.cells,
            }),
        }
    }
    lines
}

/// The text in the file's own encoding; UTF-8 with its mark (spreadsheets ask for it) where that encoding lacks a character.
fn encoded(text: &str, dialect: Dialect) -> Vec<u8> {
    let units = |to_bytes: fn(u16) -> [u8; 2]| {
        std::iter::once(0xFEFF).chain(text.encode_utf16()).flat_map(to_bytes).collect::<Vec<u8>>()
    };
    if dialect.encoding == UTF_16LE {
        return units(u16::to_le_bytes);
    }
    if dialect.encoding == UTF_16BE {
        return units(u16::to_be_bytes);
    }
    let (bytes, _, unmappable) = dialect.encoding.encode(text);
    if dialect.encoding == UTF_8 || unmappable {
        return [b"\xEF\xBB\xBF", text.as_bytes()].concat();
    }
    bytes.into_owned()
}

fn write_xlsx(sheets: &[Sheet<'_>], path: &Path) -> Result<(), IntakeError> {
    let io = |error: XlsxError| {
        IntakeError::io(&crate::error::shown(path), std::io::Error::other(error.to_string()))
    };
    let mut book = Workbook::new();
    for sheet in sheets {
        fill(book.add_worksheet(), sheet).map_err(io)?;
    }
    book.save(path).map_err(io)
}

fn fill(page: &mut Worksheet, sheet: &Sheet<'_>) -> Result<(), XlsxError> {
    let heading = Format::new().set_bold();
    let reason = Format::new().set_text_wrap().set_align(FormatAlign::Top);
    if !sheet.name.is_empty() {
        page.set_name(sheet.name)?;
    }
    page.set_freeze_panes(1, 0)?;
    page.set_column_width(0, 60)?;
    for (row, cells) in (0_u32..).zip(sheet.rows()) {
        for (column, cell) in (0_u16..).zip(&cells) {
            let text = clip(cell, MAX_CELL);
            match (row, column) {
                (0, _) => page.write_string_with_format(row, column, text, &heading)?,
                (_, 0) => page.write_string_with_format(row, column, text, &reason)?,
                _ => page.write_string(row, column, text)?,
            };
        }
    }
    Ok(())
}
