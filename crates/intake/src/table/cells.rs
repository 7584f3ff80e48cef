//! Cells of a workbook as the text a person would have typed.

use calamine::{Data, DataRef, ExcelDateTime};

/// The text of a cell, whatever its type. Dates are ISO, numbers have a decimal point and no grouping; an error stays visible (`#N/A`).
pub(super) fn text_of(cell: &DataRef<'_>) -> String {
    match cell {
        DataRef::Empty => String::new(),
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => {
            midnight_off(text).to_owned()
        }
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => number_text(*number),
        DataRef::Bool(truth) => (if *truth { "oui" } else { "non" }).to_owned(),
        DataRef::DateTime(moment) => date_text(*moment),
        DataRef::Error(error) => error.to_string(),
    }
}

/// The same for an owned cell.
pub(super) fn text_of_owned(cell: &Data) -> String {
    match cell {
        Data::Empty => String::new(),
        Data::String(text) | Data::DateTimeIso(text) | Data::DurationIso(text) => {
            midnight_off(text).to_owned()
        }
        Data::Int(number) => number.to_string(),
        Data::Float(number) => number_text(*number),
        Data::Bool(truth) => (if *truth { "oui" } else { "non" }).to_owned(),
        Data::DateTime(moment) => date_text(*moment),
        Data::Error(error) => error.to_string(),
    }
}

/// A day without its empty hour: `2026-06-30T00:00:00` is `2026-06-30`.
fn midnight_off(text: &str) -> &str {
    text.strip_suffix("T00:00:00").unwrap_or(text)
}

/// Fifteen significant digits, as spreadsheets show: 0.1 + 0.2 is `0.3`, a SIRET typed as a number keeps its digits.
fn number_text(number: f64) -> String {
    if !number.is_finite() {
        return "NaN".to_owned();
    }
    let rounded: f64 = format!("{number:.14e}").parse().unwrap_or(number);
    format!("{rounded}")
}

fn date_text(moment: ExcelDateTime) -> String {
    if !moment.is_datetime() || !(1.0..2_958_466.0).contains(&moment.as_f64()) {
        return number_text(moment.as_f64());
    }
    let (year, month, day, hour, minute, second, _) = moment.to_ymd_hms_milli();
    let date = format!("{year:04}-{month:02}-{day:02}");
    if (hour, minute, second) == (0, 0, 0) {
        date
    } else {
        format!("{date} {hour:02}:{minute:02}:{second:02}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use calamine::ExcelDateTimeType;

    #[test]
    fn numbers_as_people_type_them() {
        for (number, text) in [
            (73_282_932_000_074.0, "73282932000074"),
            (0.1 + 0.2, "0.3"),
            (1e3, "1000"),
            (57_190.0, "57190"),
            (-2.5, "-2.5"),
            (49.319_14, "49.31914"),
        ] {
            assert_eq!(number_text(number), text);
        }
    }

    #[test]
    fn dates_are_iso() {
        let moment = |serial| ExcelDateTime::new(serial, ExcelDateTimeType::DateTime, false);
        assert_eq!(date_text(moment(46_203.0)), "2026-06-30");
        assert_eq!(date_text(moment(46_203.5)), "2026-06-30 12:00:00");
        assert_eq!(date_text(moment(-3.0)), "-3");
        assert_eq!(text_of_owned(&Data::DateTimeIso("2026-06-30T00:00:00".into())), "2026-06-30");
    }
}
