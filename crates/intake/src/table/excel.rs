//! Rows of XLSX, XLS and ODS workbooks. Parsed at once, within the limits of `guard`.

use super::biff;
use super::cells::{text_of, text_of_owned};
use super::guard::{MAX_CELLS, Package, check_zip, too_many_cells};
use super::ole::Ole;
use super::open::check_size;
use super::{MAX_COLUMNS, Row, Unheaded, delimited::too_wide};
use crate::IntakeError;
use crate::text::clip;
use calamine::{
    Data, Dimensions, Ods, OdsError, Range, Reader, Sheet, SheetVisible, Xls, XlsError, Xlsx, XlsxError,
};
use model::Message;
use std::collections::BTreeMap;
use std::fs::File;
use std::io::{BufReader, Cursor, Read};
use std::panic::{AssertUnwindSafe, catch_unwind};

/// All the text of a workbook may not take more than this: one long text can be referred to from a million cells.
const MAX_TEXT: usize = 256 * 1024 * 1024;

/// Opens an XLSX or ODS workbook.
pub(super) fn open_zip(path: &str, mut file: File) -> Result<Vec<Unheaded>, IntakeError> {
    check_size(path, &file)?;
    let package = check_zip(path, &mut file)?;
    let file = BufReader::new(file);
    guarded(path, || match package {
        Package::Xlsx => xlsx(path, file),
        Package::Ods => ods(path, file),
    })
}

/// Opens an XLS workbook.
pub(super) fn open_ole(path: &str, mut file: File) -> Result<Vec<Unheaded>, IntakeError> {
    check_size(path, &file)?;
    let mut bytes = Vec::new();
    file.read_to_end(&mut bytes).map_err(|error| IntakeError::io(path, error))?;
    check_ole(path, &bytes)?;
    guarded(path, || xls(path, bytes))
}

/// Looks into an old Office file before its parser follows and writes out whatever it says.
fn check_ole(path: &str, bytes: &[u8]) -> Result<(), IntakeError> {
    let damaged = |what: &str| IntakeError::Damaged { path: path.to_owned(), what: what.to_owned() };
    let broken = || IntakeError::NotATable { path: path.to_owned(), found: Message::new("found-ole") };
    let ole = Ole::open(bytes).ok_or_else(broken)?;
    if ole.has("EncryptedPackage") {
        return Err(IntakeError::Encrypted { path: path.to_owned() });
    }
    if !ole.has("Workbook") && !ole.has("Book") {
        let found = Message::new("found-old-office");
        return Err(IntakeError::NotATable { path: path.to_owned(), found });
    }
    let stream = ole.stream("Workbook").or_else(|| ole.stream("Book"));
    match biff::size(&stream.ok_or_else(|| damaged("Workbook"))?) {
        biff::Size::Fits => Ok(()),
        biff::Size::TooLarge => Err(too_many_cells(path)),
        biff::Size::Impossible => Err(damaged("BIFF")),
    }
}

/// Runs a parser that was not written for hostile files: a panic in it means the file is broken.
fn guarded<T>(path: &str, parse: impl FnOnce() -> Result<T, IntakeError>) -> Result<T, IntakeError> {
    catch_unwind(AssertUnwindSafe(parse))
        .unwrap_or_else(|_| Err(IntakeError::Damaged { path: path.to_owned(), what: "ZIP, XML".into() }))
}

fn damaged(path: &str, error: &impl ToString) -> IntakeError {
    IntakeError::Damaged { path: path.to_owned(), what: clip(&error.to_string(), 200) }
}

fn xlsx(path: &str, file: BufReader<File>) -> Result<Vec<Unheaded>, IntakeError> {
    let refuse = |error: XlsxError| match error {
        XlsxError::Password => IntakeError::Encrypted { path: path.to_owned() },
        other => damaged(path, &other),
    };
    let mut book = Xlsx::new(file).map_err(refuse)?;
    let mut tables = Vec::new();
    let mut size = Size::default();
    for sheet in book.sheet_names() {
        let mut grid = Grid::default();
        match book.worksheet_cells_reader(&sheet) {
            Ok(mut cells) => {
                while let Some(cell) = cells.next_cell().map_err(refuse)? {
                    grid.put(path, cell.get_position(), text_of(cell.get_value()), &mut size)?;
                }
            }
            // A sheet that is a chart or a macro has no cells.
            Err(XlsxError::NotAWorksheet(_)) => continue,
            Err(error) => return Err(refuse(error)),
        }
        let merged = book.merge_cells_by_sheet_name(&sheet).unwrap_or_default();
        tables.extend(grid.table(path, &sheet, &merged)?);
    }
    Ok(marked(tables, book.sheets_metadata()))
}

/// The tables, with the hidden ones marked.
fn marked(mut tables: Vec<Unheaded>, sheets: &[Sheet]) -> Vec<Unheaded> {
    for table in &mut tables {
        let same = |sheet: &&Sheet| sheet.name == table.sheet && sheet.visible != SheetVisible::Visible;
        table.hidden = sheets.iter().any(|sheet| same(&sheet));
    }
    tables
}

fn xls(path: &str, bytes: Vec<u8>) -> Result<Vec<Unheaded>, IntakeError> {
    let refuse = |error: XlsError| match error {
        XlsError::Password => IntakeError::Encrypted { path: path.to_owned() },
        other => damaged(path, &other),
    };
    let mut book = Xls::new(Cursor::new(bytes)).map_err(refuse)?;
    let mut tables = Vec::new();
    let mut size = Size::default();
    for sheet in book.sheet_names() {
        let range = book.worksheet_range(&sheet).map_err(refuse)?;
        let merged = book.merge_cells_by_sheet_name(&sheet).unwrap_or_default();
        tables.extend(grid_of(path, &range, &mut size)?.table(path, &sheet, &merged)?);
    }
    Ok(marked(tables, book.sheets_metadata()))
}

fn ods(path: &str, file: BufReader<File>) -> Result<Vec<Unheaded>, IntakeError> {
    let refuse = |error: OdsError| match error {
        OdsError::Password => IntakeError::Encrypted { path: path.to_owned() },
        other => damaged(path, &other),
    };
    let mut book = Ods::new(file).map_err(refuse)?;
    let mut tables = Vec::new();
    let mut size = Size::default();
    for sheet in book.sheet_names() {
        let range = book.worksheet_range(&sheet).map_err(refuse)?;
        tables.extend(grid_of(path, &range, &mut size)?.table(path, &sheet, &[])?);
    }
    Ok(tables)
}

fn grid_of(path: &str, range: &Range<Data>, size: &mut Size) -> Result<Grid, IntakeError> {
    let mut grid = Grid::default();
    let (top, left) = range.start().unwrap_or_default();
    for (row, column, cell) in range.used_cells() {
        let place = |offset: u32, ix: usize| offset.saturating_add(u32::try_from(ix).unwrap_or(u32::MAX));
        grid.put(path, (place(top, row), place(left, column)), text_of_owned(cell), size)?;
    }
    Ok(grid)
}

/// What the sheets of a workbook take so far.
#[derive(Default)]
struct Size {
    cells: usize,
    text: usize,
}

/// The filled cells of a sheet, by line.
#[derive(Default)]
struct Grid {
    rows: BTreeMap<u32, Vec<String>>,
}

impl Grid {
    fn put(
        &mut self,
        path: &str,
        (row, column): (u32, u32),
        text: String,
        size: &mut Size,
    ) -> Result<(), IntakeError> {
        if text.trim().is_empty() {
            return Ok(());
        }
        let column = column as usize;
        if column >= MAX_COLUMNS {
            return Err(too_wide(path, column + 1));
        }
        let cells = self.rows.entry(row).or_default();
        let grown = (column + 1).saturating_sub(cells.len());
        size.cells += grown;
        size.text += text.len();
        if size.cells > MAX_CELLS || size.text > MAX_TEXT {
            return Err(too_many_cells(path));
        }
        cells.resize(cells.len() + grown, String::new());
        cells[column] = text;
        Ok(())
    }

    /// What is merged over several lines holds for each of them.
    fn spread(&mut self, merged: &Dimensions) {
        let (Some(text), column) = (self.at(merged.start), merged.start.1 as usize) else { return };
        for (_, cells) in self.rows.range_mut(merged.start.0.saturating_add(1)..=merged.end.0) {
            if cells.len() <= column {
                cells.resize(column + 1, String::new());
            }
            if cells[column].is_empty() {
                cells[column].clone_from(&text);
            }
        }
    }

    fn at(&self, (row, column): (u32, u32)) -> Option<String> {
        self.rows.get(&row)?.get(column as usize).filter(|text| !text.is_empty()).cloned()
    }

    /// The sheet as a table; `None` when it is empty.
    fn table(
        mut self,
        path: &str,
        sheet: &str,
        merged: &[Dimensions],
    ) -> Result<Option<Unheaded>, IntakeError> {
        // Merged areas never overlap, so that together they cannot touch a line more often than it has columns.
        for area in merged.iter().take(MAX_CELLS / self.rows.len().max(1)) {
            if area.end.0 > area.start.0 {
                self.spread(area);
            }
        }
        if self.rows.is_empty() {
            return Ok(None);
        }
        let rows = self.rows.into_iter().map(|(row, cells)| Ok(Row { line: row as usize + 1, cells }));
        Unheaded::new(path, sheet, None, Box::new(rows)).map(Some)
    }
}
