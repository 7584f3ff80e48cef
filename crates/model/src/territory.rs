//! The snapshot every stage works on, and what intake hands over.

use crate::{Actor, Exchange, Finding, Flow, Message, Site};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// A territory at one version: who, what flows, what already runs.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Territory {
    /// Name shown.
    pub name: String,
    /// The day the picture is of; factors and codes are taken on this day.
    pub day: NaiveDate,
    /// True when the companies are invented; every page says so.
    pub invented: bool,
    /// A warning every page shows.
    pub notice: Option<String>,
    /// Legal units.
    pub actors: Vec<Actor>,
    /// Sites.
    pub sites: Vec<Site>,
    /// Flows.
    pub flows: Vec<Flow>,
    /// Exchanges that run.
    pub exchanges: Vec<Exchange>,
}

impl Territory {
    /// Adds flows after those that are there. Of two lists the longer one stays where it is in memory: guesses outnumber what was said by
    /// far, and a copy of them would be the most memory a diagnosis ever holds.
    pub fn add_flows(&mut self, mut more: Vec<Flow>) {
        if more.len() > self.flows.len() {
            more.splice(0..0, self.flows.drain(..));
            self.flows = more;
        } else {
            self.flows.append(&mut more);
        }
    }
}

/// A line that could not be read: it goes back in the user's own format with the reason first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reject {
    /// Sheet of a workbook; empty for text files.
    pub sheet: String,
    /// Line in the file or sheet, from 1.
    pub line: usize,
    /// Column heading, when one column is at fault.
    pub column: Option<String>,
    /// The value at fault.
    pub value: Option<String>,
    /// Why, and what would be right.
    pub reason: Message,
    /// The line as read, cell by cell.
    pub cells: Vec<String>,
    /// True when only this value is to be corrected: the rest of the line entered.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub kept: bool,
}

/// What became of one file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileReport {
    /// Path as given.
    pub path: String,
    /// Format recognised: `sirene`, `irep`, `workbook` …
    pub format: String,
    /// Encoding and separator, for text files.
    pub dialect: Option<String>,
    /// Lines that entered.
    pub records: usize,
    /// Lines left out on purpose (closed, other commune, sole trader …), by the message key of the reason.
    pub skipped: Vec<(String, usize)>,
    /// Headings, as read, for the reject file.
    pub headings: Vec<String>,
    /// The tables of a workbook or of a folder read as one; empty when the file is one table.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tables: Vec<TableReport>,
    /// Lines that could not be read.
    pub rejects: Vec<Reject>,
}

impl FileReport {
    /// Lines refused: nothing of them entered. A line with two faults counts once.
    pub fn refused_lines(&self) -> usize {
        self.lines(|reject| !reject.kept).len()
    }

    /// Values to correct in lines of which the rest entered.
    pub fn values_to_correct(&self) -> usize {
        let refused = self.lines(|reject| !reject.kept);
        let of_kept = |reject: &&Reject| !refused.contains(&(reject.sheet.as_str(), reject.line));
        self.rejects.iter().filter(of_kept).count()
    }

    fn lines(&self, which: impl Fn(&Reject) -> bool) -> BTreeSet<(&str, usize)> {
        self.rejects.iter().filter(|reject| which(reject)).map(|r| (r.sheet.as_str(), r.line)).collect()
    }
}

/// One table of a workbook, or one file of a folder that is read as a whole.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TableReport {
    /// Sheet or file name, as in [`Reject::sheet`].
    pub sheet: String,
    /// Encoding and separator, for text files.
    pub dialect: Option<String>,
    /// Headings, as read.
    pub headings: Vec<String>,
}

/// What intake makes of one file.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Batch {
    /// Name of the territory, when the file gives one.
    pub name: Option<String>,
    /// Day of the picture, when the file gives one.
    pub day: Option<NaiveDate>,
    /// True when the file says its companies are invented.
    pub invented: bool,
    /// A warning to show.
    pub notice: Option<String>,
    /// Legal units.
    pub actors: Vec<Actor>,
    /// Sites.
    pub sites: Vec<Site>,
    /// Flows, not yet classified.
    pub flows: Vec<Flow>,
    /// Exchanges.
    pub exchanges: Vec<Exchange>,
    /// What happened to the file.
    pub report: FileReport,
    /// What was noticed.
    pub findings: Vec<Finding>,
    /// Lines to give back should the site they name turn out to be described by no file: by source of the flow or exchange, one for each
    /// site it names.
    #[serde(skip)]
    pub given_back: BTreeMap<String, Vec<Reject>>,
}
