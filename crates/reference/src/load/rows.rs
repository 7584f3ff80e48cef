//! The rows of the CSV files of `data/`, and what each says.

use crate::figures::{Confidence, Figure};
use crate::nomenclatures::Operation;
use crate::waste_list::{Entry, WasteEntry};
use chrono::NaiveDate;
use serde::Deserialize;
use units::{Quantity, Range, Unit};

#[derive(Deserialize)]
pub(super) struct CrosswalkRow {
    pub(super) rev2: String,
    pub(super) naf2025: String,
}

#[derive(Deserialize)]
pub(super) struct NafRow {
    pub(super) code: String,
    pub(super) label_fr: String,
    pub(super) label_en: Option<String>,
}

#[derive(Deserialize)]
pub(super) struct OperationRow {
    code: String,
    label_fr: String,
    label_en: String,
    #[serde(rename = "final")]
    is_final: u8,
    step: Option<String>,
}

impl From<OperationRow> for Operation {
    fn from(row: OperationRow) -> Self {
        let step = row.step.filter(|s| !s.is_empty());
        Self {
            code: row.code,
            label_fr: row.label_fr,
            label_en: row.label_en,
            is_final: row.is_final == 1,
            step,
        }
    }
}

#[derive(Deserialize)]
pub(super) struct WasteRow {
    pub(super) code: String,
    label_fr: String,
    label_en: String,
    hazardous: Option<u8>,
    entry: Option<Entry>,
    valid_from: Option<NaiveDate>,
    valid_until: Option<NaiveDate>,
    note: String,
}

impl WasteRow {
    pub(super) fn into_entry(self) -> Result<WasteEntry, String> {
        let is_code = self.code.bytes().filter(u8::is_ascii_digit).count() == 6;
        let code = if is_code {
            Some(self.code.parse::<crate::WasteCode>().map_err(|e| e.to_string())?)
        } else {
            None
        };
        if let (Some(code), Some(flag)) = (code, self.hazardous)
            && code.hazardous() != (flag == 1)
        {
            return Err(format!("l'astérisque de « {} » contredit hazardous = {flag}", self.code));
        }
        Ok(WasteEntry {
            code,
            display: self.code,
            label_fr: self.label_fr,
            label_en: self.label_en,
            entry: self.entry,
            valid_from: self.valid_from,
            valid_until: self.valid_until,
            note: self.note,
        })
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct FigureRow {
    pub(super) id: String,
    fr: String,
    en: String,
    low: f64,
    mid: f64,
    high: f64,
    unit: String,
    source: String,
    locator: String,
    date: String,
    valid_from: Option<NaiveDate>,
    valid_until: Option<NaiveDate>,
    confidence: Confidence,
    note: String,
}

impl FigureRow {
    pub(super) fn into_figure(self) -> Result<Figure, String> {
        let range = Range::new(self.low, self.mid, self.high).map_err(|e| e.to_string())?;
        let unit: Unit = self.unit.parse().map_err(|e: units::UnitError| e.to_string())?;
        Ok(Figure {
            id: self.id.as_str().into(),
            fr: self.fr,
            en: self.en,
            value: Quantity::new(range, unit),
            source: self.source.as_str().into(),
            locator: self.locator,
            date: self.date,
            valid_from: self.valid_from,
            valid_until: self.valid_until,
            confidence: self.confidence,
            note: self.note,
        })
    }
}
