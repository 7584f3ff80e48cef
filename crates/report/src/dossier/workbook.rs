//! A document as a workbook: one sheet a section, numbers as numbers, charts that Excel redraws, sources last.

use super::document::{Block, Cell, Chart, Document, Dot, Shape, Table};
use rust_xlsxwriter::{
    Chart as Drawn, ChartAxisCrossing, ChartType, Format, FormatAlign, Formula, Workbook, Worksheet,
    XlsxError,
};
use std::collections::HashMap;

/// The file.
pub(super) fn bytes(document: &Document) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let mut sections: Vec<(&str, Vec<&Block>)> = Vec::new();
    for block in &document.blocks {
        match block {
            Block::Heading(title) => sections.push((title, Vec::new())),
            other => {
                if let Some(section) = sections.last_mut() {
                    section.1.push(other);
                }
            }
        }
    }
    let mut names: Vec<String> = Vec::new();
    for (ix, (title, blocks)) in sections.iter().enumerate() {
        let name = name(title, &mut names);
        let mut page = Page::new(book.add_worksheet(), &name)?;
        if ix == 0 {
            page.title(&document.title)?;
            page.paragraph(&document.notice)?;
        }
        page.title(title)?;
        blocks.iter().try_for_each(|block| page.block(block))?;
    }
    let name = name(&document.notes_title, &mut names);
    let mut page = Page::new(book.add_worksheet(), &name)?;
    page.title(&document.notes_title)?;
    for (ix, note) in document.notes.iter().enumerate() {
        page.paragraph(&format!("[{}] {note}", ix + 1))?;
    }
    book.save_to_buffer()
}

/// A name a sheet can bear, used once.
fn name(title: &str, taken: &mut Vec<String>) -> String {
    let clean: String = title.chars().filter(|c| !"[]:*?/\\'".contains(*c)).take(28).collect();
    let again = taken.iter().filter(|known| known.starts_with(&clean)).count();
    let name = if again == 0 { clean } else { format!("{clean} {}", again + 1) };
    taken.push(name.clone());
    name
}

/// Lines of a text where so many characters fit.
fn lines(text: &str, letters: usize) -> f64 {
    let count = u16::try_from(text.chars().count().div_ceil(letters.max(1)).max(1));
    f64::from(count.unwrap_or(u16::MAX))
}

/// How a number is shown: no decimals where they say nothing.
fn shape(value: f64) -> &'static str {
    if value.abs() >= 100.0 { "#,##0" } else { "0.0##" }
}

struct Page<'b> {
    sheet: &'b mut Worksheet,
    name: String,
    row: u32,
    /// Where the value of a named row stands.
    places: HashMap<String, String>,
}

/// Columns a paragraph is spread over.
const ACROSS: u16 = 8;
/// Characters of a line in the first column, and in each other one.
const WIDE: u16 = 34;
const NARROW: u16 = 17;
/// Characters of a line across all of them; proportional letters are narrower than digits.
const LETTERS: usize = (WIDE + ACROSS * NARROW) as usize;
/// Points of a line.
const LINE: f64 = 15.0;

impl<'b> Page<'b> {
    fn new(sheet: &'b mut Worksheet, name: &str) -> Result<Self, XlsxError> {
        sheet.set_name(name)?.set_landscape().set_print_fit_to_pages(1, 0);
        sheet.set_column_width(0, f64::from(WIDE))?;
        for column in 1..=ACROSS {
            sheet.set_column_width(column, f64::from(NARROW))?;
        }
        Ok(Self { sheet, name: name.to_owned(), row: 0, places: HashMap::new() })
    }

    fn title(&mut self, text: &str) -> Result<(), XlsxError> {
        let format = Format::new().set_bold().set_font_size(14);
        self.sheet.write_string_with_format(self.row, 0, text, &format)?;
        self.row += 1;
        Ok(())
    }

    fn paragraph(&mut self, text: &str) -> Result<(), XlsxError> {
        let format = Format::new().set_text_wrap().set_align(FormatAlign::Top);
        self.sheet.merge_range(self.row, 0, self.row, ACROSS, text, &format)?;
        self.sheet.set_row_height(self.row, LINE * lines(text, LETTERS))?;
        self.row += 1;
        Ok(())
    }

    fn block(&mut self, block: &Block) -> Result<(), XlsxError> {
        match block {
            Block::Heading(text) => self.title(text),
            Block::Text(text) => self.paragraph(text),
            Block::Item(text) => self.paragraph(&format!("• {text}")),
            Block::Table(table) => self.table(table),
            Block::Chart(chart) => self.chart(chart),
            Block::Map(map) => self.map(&map.dots),
        }
    }

    fn table(&mut self, table: &Table) -> Result<(), XlsxError> {
        let head = Format::new()
            .set_bold()
            .set_text_wrap()
            .set_background_color("DDE9E7")
            .set_align(FormatAlign::Top);
        for (column, title) in (0_u16..).zip(&table.head) {
            self.sheet.write_string_with_format(self.row, column, title, &head)?;
        }
        let wrapped = |(column, text): (usize, &str)| {
            lines(text, usize::from(if column == 0 { WIDE } else { NARROW }).saturating_sub(1))
        };
        let high = table.head.iter().map(String::as_str).enumerate().map(wrapped).fold(1.0, f64::max);
        self.sheet.set_row_height(self.row, LINE * high)?;
        self.row += 1;
        // Before any cell is written: a row may be recomputed from one below it.
        for (row, key) in (self.row + 1..).zip(&table.keys) {
            self.places.insert(key.clone(), format!("$B${row}"));
        }
        for cells in &table.rows {
            // Nobody else makes room for wrapped lines: not every program does it when it opens the file.
            let texts = cells.iter().map(|cell| if let Cell::Text(text) = cell { text.as_str() } else { "" });
            let high = texts.enumerate().map(wrapped).fold(1.0, f64::max);
            self.sheet.set_row_height(self.row, LINE * high)?;
            for (column, cell) in (0_u16..).zip(cells) {
                self.cell(column, cell)?;
            }
            self.row += 1;
        }
        self.row += 1;
        Ok(())
    }

    fn cell(&mut self, column: u16, cell: &Cell) -> Result<(), XlsxError> {
        match cell {
            Cell::Text(text) => {
                let format = Format::new().set_text_wrap().set_align(FormatAlign::Top);
                let format =
                    if column == 0 { format } else { format.set_align(FormatAlign::Left).set_indent(1) };
                self.sheet.write_string_with_format(self.row, column, text, &format)?;
            }
            Cell::Number(value) => {
                let format = Format::new().set_num_format(shape(*value)).set_align(FormatAlign::Top);
                self.sheet.write_number_with_format(self.row, column, *value, &format)?;
            }
            Cell::Unknown => {}
            Cell::Live(now, formula) => {
                let (shape, result) = match now.as_ref() {
                    Cell::Number(value) => (shape(*value), value.to_string()),
                    Cell::Text(text) => ("0.0##", text.clone()),
                    _ => ("0.0##", String::new()),
                };
                let formula = Formula::new(self.resolved(formula)).set_result(result);
                let format = Format::new().set_num_format(shape).set_align(FormatAlign::Top);
                self.sheet.write_formula_with_format(self.row, column, formula, &format)?;
            }
        }
        Ok(())
    }

    /// A formula with the places of the rows it names; what is not there counts nothing.
    fn resolved(&self, formula: &str) -> String {
        let mut parts = formula.split('{');
        let mut text = format!("={}", parts.next().unwrap_or_default());
        for (key, rest) in parts.filter_map(|part| part.split_once('}')) {
            text.push_str(self.places.get(key).map_or("0", String::as_str));
            text.push_str(rest);
        }
        text
    }

    /// The numbers as a table, and the chart made of them.
    fn chart(&mut self, chart: &Chart) -> Result<(), XlsxError> {
        let first = self.row + 1;
        let head =
            [chart.title.clone()].into_iter().chain(chart.series.iter().map(|series| series.name.clone()));
        let row = |(ix, label): (usize, &String)| {
            let values = chart.series.iter().map(|series| {
                let now = Cell::from(series.values.get(ix).copied());
                series.live.get(ix).map_or(now.clone(), |live| Cell::Live(Box::new(now), live.clone()))
            });
            [Cell::from(label.as_str())].into_iter().chain(values).collect()
        };
        let rows: Vec<Vec<Cell>> = chart.labels.iter().enumerate().map(row).collect();
        let last = first + u32::try_from(rows.len()).unwrap_or(1).max(1) - 1;
        self.table(&Table { head: head.collect(), rows, keys: Vec::new() })?;
        let kind = match chart.shape {
            Shape::Bars => ChartType::Column,
            Shape::Lines => ChartType::Line,
            Shape::Tornado => ChartType::Bar,
        };
        let mut drawn = Drawn::new(kind);
        drawn.title().set_name(&chart.title);
        if chart.shape == Shape::Tornado {
            drawn.y_axis().set_crossing(ChartAxisCrossing::AxisValue(chart.base));
        }
        for (column, series) in (1_u16..).zip(&chart.series) {
            let (name, labels) = (self.name.as_str(), (self.name.as_str(), first, 0, last, 0));
            let drawn = drawn.add_series();
            if chart.shape == Shape::Tornado {
                drawn.set_overlap(100);
            }
            drawn
                .set_name(&series.name)
                .set_categories(labels)
                .set_values((name, first, column, last, column));
        }
        self.sheet.insert_chart(self.row, 0, &drawn)?;
        self.row += 17;
        Ok(())
    }

    /// Names and degrees; a sheet draws no map.
    fn map(&mut self, dots: &[Dot]) -> Result<(), XlsxError> {
        let row = |dot: &Dot| vec![Cell::from(dot.label.as_str()), dot.lat.into(), dot.lon.into()];
        let named = dots.iter().filter(|dot| !dot.label.is_empty());
        let head = ["", "lat", "lon"].map(str::to_owned).to_vec();
        self.table(&Table { head, rows: named.map(row).collect(), keys: Vec::new() })
    }
}
