//! The documents of a diagnosis: a page that needs nothing but a browser, a workbook, a map file, and the machine form.
//!
//! All of them are made from one [`View`] and for one [`Audience`]: what an audience may not read is taken out once, in [`audience`],
//! before anything is written.

mod audience;
mod counts;
pub mod dossier;
mod fate;
mod geojson;
mod html;
mod json;
mod slim;
mod struck;
mod support;
mod totals;
mod workbook;

pub use audience::Audience;
pub use counts::FlowCounts;
pub use dossier::{Dossier, write_dossier_pdf, write_dossier_xlsx};
pub use support::Support;
pub use totals::{Total, Totals, diverts, totals};

use audience::Seen;
use model::{FileReport, Finding, Lead, Territory, Visit};
use reference::Reference;
use std::io::{self, Write};
use wording::Lang;

/// A diagnosis, as handed over by the stages.
#[derive(Clone, Copy)]
pub struct View<'a> {
    /// Who, what flows, what already runs; estimates included.
    pub territory: &'a Territory,
    /// What could be done, best first.
    pub leads: &'a [Lead],
    /// Whom to visit next, best first.
    pub visits: &'a [Visit],
    /// What the stages noticed.
    pub findings: &'a [Finding],
    /// What became of each file.
    pub files: &'a [FileReport],
    /// The knowledge labels and sources come from.
    pub reference: &'a Reference,
    /// The language of the document.
    pub lang: Lang,
    /// Who will read it.
    pub audience: Audience,
    /// Address of the same page in the other language; `None` when the page stands alone.
    pub other_language: Option<&'a str>,
}

/// Why a document could not be written.
#[derive(Debug, thiserror::Error)]
pub enum ReportError {
    /// The disk or the pipe.
    #[error("écriture impossible : {0}")]
    Io(#[from] io::Error),
    /// A limit of the workbook format.
    #[error("classeur impossible : {0}")]
    Workbook(#[from] rust_xlsxwriter::XlsxError),
}

/// `report.html`: one self-contained page.
pub fn write_html(view: &View<'_>, out: &mut impl Write) -> Result<(), ReportError> {
    Ok(out.write_all(html::page(&Seen::by(view)).as_bytes())?)
}

/// `report.xlsx`: the same in sheets.
pub fn write_xlsx(view: &View<'_>, out: &mut impl Write) -> Result<(), ReportError> {
    let bytes = workbook::workbook(&Seen::by(view))?;
    Ok(out.write_all(&bytes)?)
}

/// `map.geojson`: sites and leads (RFC 7946).
pub fn write_geojson(view: &View<'_>, out: &mut impl Write) -> Result<(), ReportError> {
    let value = geojson::collection(&Seen::by(view));
    Ok(serde_json::to_writer(out, &value).map_err(io::Error::from)?)
}

/// The machine form: `territory`, `flow_counts`, `leads`, `checks`, `visits`, `findings`, `inputs`. A lead bears its `sentence` besides its own
/// fields; its `appraisal.legal.checks` are places in `checks`. Estimated flows stand in it only when a lead rests on them.
pub fn json(view: &View<'_>) -> serde_json::Value {
    json::value(&Seen::by(view))
}
