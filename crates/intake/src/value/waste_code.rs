//! Waste codes, checked against the list in force on a day.

use super::refused;
use chrono::NaiveDate;
use model::Message;
use reference::{Reference, WasteCode, WasteCodeError};

/// A waste code that exists.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ReadCode {
    /// The code with the list's own asterisk, or with the writer's, which the list does not have.
    pub code: WasteCode,
    /// True when the writer left out the asterisk.
    pub asterisk_corrected: bool,
    /// True when the writer says that it is hazardous and the list that it is not: the hazard is kept until somebody has checked.
    pub hazard_kept: bool,
}

/// Reads `15 01 03`, `150103`, `13 02 05*` and looks it up in the list in force on `day`. An asterisk
/// left out is put back, it is part of the entry; one too many is kept: whoever says hazardous may know what is in it. The error says whether the code never existed or when it did.
pub fn waste_code(text: &str, day: NaiveDate, reference: &Reference) -> Result<ReadCode, Message> {
    let stated: WasteCode =
        text.parse().map_err(|error: WasteCodeError| refused::value("refused-waste-code", &error.0))?;
    if let Some(code) = reference.waste_list.on(stated.digits(), day).and_then(|entry| entry.code) {
        let hazard_kept = stated.hazardous() && !code.hazardous();
        let asterisk_corrected = code.hazardous() && !stated.hazardous();
        let code = if hazard_kept { stated } else { code };
        return Ok(ReadCode { code, asterisk_corrected, hazard_kept });
    }
    let periods: Vec<String> = reference
        .waste_list
        .versions(stated.digits())
        .map(|entry| {
            let show = |day: Option<NaiveDate>| day.map_or_else(|| "…".to_owned(), |day| day.to_string());
            format!(
                "{} – {} « {} / {} »",
                show(entry.valid_from),
                show(entry.valid_until),
                entry.label_fr,
                entry.label_en
            )
        })
        .collect();
    if periods.is_empty() {
        return Err(refused::value("refused-waste-code-unknown", &stated.to_string()));
    }
    let refused = refused::value("refused-waste-code-day", &stated.to_string());
    Err(refused.with("day", day).with("periods", periods.join(", ")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::fr;
    use reference::DataFile;

    #[test]
    fn the_list_of_the_day_decides() {
        let list = "code,label_fr,label_en,hazardous,entry,valid_from,valid_until,note\n\
                    13 02 05*,huiles moteur,engine oils,1,absolute,2002-01-01,,\n\
                    16 06 05,autres piles,other batteries,0,mirror,2002-01-01,2026-12-08,\n";
        let reference = Reference::load(&[DataFile { path: "nomenclatures/low.csv", text: list }]).unwrap();
        let day = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).unwrap();
        let read = |text, day| waste_code(text, day, &reference);
        let oils = read("130205", day(2026, 1, 1)).unwrap();
        assert_eq!((oils.code.to_string().as_str(), oils.asterisk_corrected), ("13 02 05*", true));
        assert!(!read("13 02 05 *", day(2026, 1, 1)).unwrap().asterisk_corrected);
        let doubtful = read("16 06 05*", day(2026, 1, 1)).unwrap();
        assert_eq!((doubtful.code.hazardous(), doubtful.hazard_kept), (true, true));
        assert!(!doubtful.asterisk_corrected && !oils.hazard_kept);
        assert!(read("16 06 05", day(2026, 12, 8)).is_ok());
        assert!(read("16 06 05", day(2026, 12, 9)).map_err(|e| fr(&e)).unwrap_err().contains("08/12/2026"));
        assert!(read("99 99 99", day(2026, 1, 1)).map_err(|e| fr(&e)).unwrap_err().contains("n'existe pas"));
        assert!(read("palettes", day(2026, 1, 1)).map_err(|e| fr(&e)).unwrap_err().contains("six chiffres"));
    }
}
