//! Tables: columns as wide as they need, the headings again on every page.

use super::super::document::{Cell, Table};
use super::font::{width, wrapped};
use super::sheet::{GREY, INK, MARGIN, PALE, Sheet};
use super::{COLUMN, number};

const SIZE: f32 = 8.0;
const HIGH: f32 = 10.0;
const PAD: f32 = 3.0;

pub(super) fn set(sheet: &mut Sheet, table: &Table, lang: &str) {
    let rows: Vec<Vec<(String, bool)>> =
        table.rows.iter().map(|row| row.iter().map(|cell| shown(cell, lang)).collect()).collect();
    let widths = widths(table, &rows);
    let head: Vec<(String, bool)> = table
        .head
        .iter()
        .enumerate()
        .map(|(ix, text)| (text.clone(), rows.iter().any(|row| row.get(ix).is_some_and(|cell| cell.1))))
        .collect();
    sheet.need(4.0 * HIGH);
    line(sheet, &head, &widths, true);
    for row in &rows {
        if sheet.need(height(row, &widths, false)) {
            line(sheet, &head, &widths, true);
        }
        line(sheet, row, &widths, false);
    }
    sheet.y -= 8.0;
}

/// The text of a cell, and whether it stands to the right.
fn shown(cell: &Cell, lang: &str) -> (String, bool) {
    match cell {
        Cell::Text(text) => (text.clone(), false),
        Cell::Number(value) => (number(lang, *value), true),
        Cell::Unknown => ("–".to_owned(), true),
        Cell::Live(now, _) => shown(now, lang),
    }
}

/// Every column at least its longest word; what is left goes to those that would still wrap.
fn widths(table: &Table, rows: &[Vec<(String, bool)>]) -> Vec<f32> {
    let column = |ix: usize| rows.iter().filter_map(move |row| row.get(ix)).map(|cell| cell.0.as_str());
    let word =
        |text: &str, bold| text.split(' ').map(|w| width(w, SIZE, bold)).fold(0.0, f32::max).min(110.0);
    let (mut least, mut wish) = (Vec::new(), Vec::new());
    for (ix, title) in table.head.iter().enumerate() {
        let words = column(ix).map(|text| word(text, false)).fold(word(title, true), f32::max);
        // A heading on two lines, not one a word.
        let head = words.max(width(title, SIZE, true) / 2.0 + PAD);
        let whole = column(ix).map(|text| width(text, SIZE, false)).fold(head, f32::max);
        least.push(words + 2.0 * PAD);
        wish.push(whole.min(260.0) + 2.0 * PAD);
    }
    let (floor, want): (f32, f32) = (least.iter().sum(), wish.iter().sum());
    let share =
        if want <= COLUMN { 1.0 } else { ((COLUMN - floor) / (want - floor).max(1.0)).clamp(0.0, 1.0) };
    // A number cut in two is misread: words give way.
    let numbers = |ix: usize| rows.iter().any(|row| row.get(ix).is_some_and(|cell| cell.1));
    let fixed: f32 = least.iter().enumerate().filter(|(ix, _)| numbers(*ix)).map(|(_, wide)| wide).sum();
    let shrink =
        if floor > COLUMN { (COLUMN - fixed).max(0.2 * COLUMN) / (floor - fixed).max(1.0) } else { 1.0 };
    let each = |(ix, (least, wish)): (usize, (&f32, &f32))| {
        (least + (wish - least) * share) * if numbers(ix) { 1.0 } else { shrink }
    };
    least.iter().zip(&wish).enumerate().map(each).collect()
}

fn height(row: &[(String, bool)], widths: &[f32], bold: bool) -> f32 {
    let lines =
        row.iter().zip(widths).map(|(cell, wide)| wrapped(&cell.0, SIZE, bold, wide - 2.0 * PAD).len());
    #[expect(clippy::cast_precision_loss, reason = "a handful of lines")]
    let most = lines.max().unwrap_or(1) as f32;
    most * HIGH + 3.0
}

fn line(sheet: &mut Sheet, row: &[(String, bool)], widths: &[f32], head: bool) {
    let high = height(row, widths, head);
    let total: f32 = widths.iter().sum();
    if head {
        sheet.fill(MARGIN, sheet.y - high, total, high, PALE);
    }
    let mut x = MARGIN;
    for ((text, right), wide) in row.iter().zip(widths) {
        let mut y = sheet.y - SIZE - 1.5;
        for part in wrapped(text, SIZE, head, wide - 2.0 * PAD) {
            let shift = if *right { wide - PAD - width(&part, SIZE, head) } else { PAD };
            sheet.write(&part, x + shift, y, SIZE, head, INK);
            y -= HIGH;
        }
        x += wide;
    }
    sheet.y -= high;
    sheet.stroke(&[(MARGIN, sheet.y), (MARGIN + total, sheet.y)], 0.3, GREY);
}
