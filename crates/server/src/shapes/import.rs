//! Files that come in.

use super::Named;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use utoipa::ToSchema;

/// A column and what it is taken for.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct ImportColumn {
    /// From 0.
    pub index: usize,
    /// As written.
    pub heading: String,
    /// What it is taken for; none is left out.
    pub field: Option<String>,
    /// How sure.
    pub belief: f64,
    /// First values.
    pub samples: Vec<String>,
    /// A person said so for such a file before.
    pub remembered: bool,
}

/// What a column may be.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct ImportField {
    /// Id.
    pub key: String,
    /// In words.
    pub label: String,
}

/// A line as understood.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct ImportLine {
    /// In the file, from 1.
    pub line: usize,
    /// By heading.
    pub cells: BTreeMap<String, String>,
    /// In words.
    pub understood: String,
}

/// A refused line.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct ImportReject {
    /// In the file, from 1.
    pub line: usize,
    /// Why, and what would be right.
    pub reason: String,
    /// The line as it was.
    pub cells: Vec<String>,
}

/// What was understood of a file, before anything is kept.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct ImportPreview {
    /// For confirming and for the rejects.
    pub id: String,
    /// Name.
    pub file: String,
    /// Workbook, sirene, irep, waste-register, network or unknown.
    pub format: String,
    /// Whose headings are remembered.
    pub sender: Option<String>,
    /// The mapping was remembered.
    pub remembered: bool,
    /// Sheets read.
    pub sheets: Vec<String>,
    /// Line of the headings.
    pub heading_row: Option<usize>,
    /// Columns.
    pub columns: Vec<ImportColumn>,
    /// What a column may be.
    pub fields: Vec<ImportField>,
    /// Sites there are.
    pub sites: Vec<Named>,
    /// The site the whole file is of.
    pub site: Option<String>,
    /// Real lines as understood.
    pub sample: Vec<ImportLine>,
    /// Lines read.
    pub lines: usize,
    /// Lines that would enter.
    pub understood: usize,
    /// The first refused lines.
    pub rejects: Vec<ImportReject>,
    /// Refused lines.
    pub rejected: usize,
    /// Values to correct in lines that enter.
    pub to_correct: usize,
    /// Actors, sites, flows, exchanges that would enter.
    pub counts: BTreeMap<String, usize>,
    /// Why nothing could be read.
    pub error: Option<String>,
}
