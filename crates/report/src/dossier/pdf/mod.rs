//! A document as PDF: A4, Helvetica as every reader has it, nothing embedded.

mod chart;
mod font;
mod map;
mod sheet;
mod table;
mod tornado;

use super::document::{Block, Document};
use font::wrapped;
use sheet::{GREY, INK, MARGIN, Sheet, WIDE};

/// Points of a heading and a few lines.
const LINES: f32 = 80.0;
/// Width of the text, points.
const COLUMN: f32 = WIDE - 2.0 * MARGIN;

/// The file.
pub(super) fn bytes(document: &Document) -> Vec<u8> {
    let mut sheet = Sheet::new();
    lines(&mut sheet, &document.title, 20.0, true, 0.0);
    sheet.y -= 4.0;
    lines(&mut sheet, &document.notice, 9.0, false, 0.0);
    for (ix, block) in document.blocks.iter().enumerate() {
        match block {
            Block::Heading(text) => heading(&mut sheet, text, opening(&document.blocks[ix + 1..])),
            other => set(&mut sheet, other, &document.lang),
        }
    }
    heading(&mut sheet, &document.notes_title, LINES);
    for (ix, note) in document.notes.iter().enumerate() {
        lines(&mut sheet, &format!("[{}] {note}", ix + 1), 7.5, false, 0.0);
        sheet.y -= 1.0;
    }
    sheet.finish(&document.title, &document.lang)
}

fn set(sheet: &mut Sheet, block: &Block, lang: &str) {
    match block {
        Block::Heading(_) => {}
        Block::Text(text) => {
            lines(sheet, text, 10.0, false, 0.0);
            sheet.y -= 5.0;
        }
        Block::Item(text) => {
            sheet.need(13.0);
            sheet.write("•", MARGIN + 2.0, sheet.y - 10.0, 10.0, false, GREY);
            lines(sheet, text, 10.0, false, 12.0);
            sheet.y -= 2.0;
        }
        Block::Table(table) => table::set(sheet, table, lang),
        Block::Chart(chart) => chart::set(sheet, chart, lang),
        Block::Map(map) => map::set(sheet, map),
    }
}

/// Points that a heading keeps below it: some lines, or the drawing that its section opens with.
fn opening(section: &[Block]) -> f32 {
    let drawing = section.iter().take(2).find_map(|block| match block {
        Block::Chart(_) => Some(chart::HIGH + 60.0),
        Block::Map(_) => Some(map::HIGH + 60.0),
        _ => None,
    });
    LINES + drawing.filter(|_| !matches!(section.first(), Some(Block::Heading(_)))).unwrap_or(0.0)
}

/// A heading and what it keeps with it.
fn heading(sheet: &mut Sheet, text: &str, room: f32) {
    sheet.need(room);
    sheet.y -= 14.0;
    lines(sheet, text, 13.0, true, 0.0);
    sheet.stroke(&[(MARGIN, sheet.y - 2.0), (WIDE - MARGIN, sheet.y - 2.0)], 0.6, GREY);
    sheet.y -= 9.0;
}

/// A paragraph, wrapped.
fn lines(sheet: &mut Sheet, text: &str, size: f32, bold: bool, indent: f32) {
    let high = size * 1.3;
    for line in wrapped(text, size, bold, COLUMN - indent) {
        sheet.need(high);
        sheet.write(&line, MARGIN + indent, sheet.y - size, size, bold, INK);
        sheet.y -= high;
    }
}

/// A number as its language writes it.
fn number(lang: &str, value: f64) -> String {
    wording::rounded(lang.parse().unwrap_or(wording::Lang::Fr), value, 3)
}
