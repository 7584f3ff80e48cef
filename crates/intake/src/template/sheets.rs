//! One sheet of the template.

use super::TemplateLang;
use crate::workbook::columns::{Column, Kind};
use rust_xlsxwriter::{
    Color, DataValidation, DataValidationErrorStyle, Format, FormatBorder, Note, Worksheet, XlsxError,
};

/// Lists to choose from reach so far down.
const LAST_ROW: u32 = 5_000;
/// Digits that are no numbers: their zeros in front must stay.
const TEXT_COLUMNS: [&str; 7] =
    ["identifiant", "siret", "naf", "code postal", "site", "code déchet", "effectif"];

/// Headings with comments, examples, lists, widths.
pub(super) fn fill(page: &mut Worksheet, kind: Kind, lang: TemplateLang) -> Result<(), XlsxError> {
    page.set_name(lang.sheet(kind))?;
    page.set_freeze_panes(1, 0)?;
    for (at, column) in (0_u16..).zip(kind.columns()) {
        heading(page, at, column, lang)?;
    }
    let example = Format::new().set_font_color(Color::Gray).set_italic();
    let plain = Format::new();
    for (row, cells) in (1_u32..).zip(lang.rows(kind)) {
        // The keys of the territory are no example: they are to be filled in.
        let format = if kind == Kind::Territory { &plain } else { &example };
        for (at, cell) in (0_u16..).zip(*cells).filter(|(_, cell)| !cell.is_empty()) {
            page.write_string_with_format(row, at, *cell, format)?;
        }
    }
    Ok(())
}

fn heading(page: &mut Worksheet, at: u16, column: &Column, lang: TemplateLang) -> Result<(), XlsxError> {
    let told = lang.told(column);
    let format = Format::new()
        .set_bold()
        .set_background_color(Color::RGB(0x00E3_EEF5))
        .set_border_bottom(FormatBorder::Thin);
    page.set_column_width(at, column.width)?;
    if TEXT_COLUMNS.contains(&column.fr) {
        page.set_column_format(at, &Format::new().set_num_format("@"))?;
    }
    page.write_string_with_format(0, at, told.heading, &format)?;
    page.insert_note(0, at, &Note::new(told.help).add_author_prefix(false))?;
    if !told.choices.is_empty() {
        // Synonyms are read too: the list helps, it does not forbid.
        let list = DataValidation::new()
            .allow_list_strings(told.choices)?
            .set_error_style(DataValidationErrorStyle::Warning);
        page.add_data_validation(1, at, LAST_ROW, at, &list)?;
    }
    Ok(())
}
