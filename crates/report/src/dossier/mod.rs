//! The dossier of a chain: what a funder, an elected official and the partners read before they sign. The study becomes a neutral
//! [`Document`], every figure with the note that says where it comes from; the document becomes PDF or a workbook.

mod alone;
mod choices;
mod closing;
mod collection;
mod document;
mod fragile;
mod gathering;
mod jobs;
mod legal;
mod money;
mod notes;
mod page;
mod partners;
mod pdf;
mod place;
mod refused;
mod season;
mod site;
mod takers;
mod told;
mod workbook;
mod yields;

pub use choices::twins;
pub use jobs::staffed;
pub use refused::why_not;
pub use told::{Part, Told};

pub use document::{Block, Cell, Chart, Document, Dot, Map, Role, Series, Shape, Table};

use crate::{Audience, ReportError};
use chrono::NaiveDate;
use model::{Finding, FlowId, Territory};
use page::Page;
use planning::chain::{Chain, Study, Sturdy};
use reference::{Plant, Reference};
use std::collections::HashSet;
use std::io::Write;
use wording::Lang;

/// A studied chain, as handed over by planning.
#[derive(Clone, Copy)]
pub struct Dossier<'a> {
    /// The kind of plant.
    pub plant: &'a Plant,
    /// The question.
    pub chain: &'a Chain,
    /// The answer.
    pub study: &'a Study,
    /// What was left out of the question.
    pub findings: &'a [Finding],
    /// Who and what.
    pub territory: &'a Territory,
    /// Figures, sources, legal checklists.
    pub reference: &'a Reference,
    /// The day whose figures count.
    pub day: NaiveDate,
    /// Language.
    pub lang: Lang,
    /// Who will read it.
    pub audience: Audience,
    /// Flows whose declared price is sealed: the plan counts a usual one in its place, and says so.
    pub sealed: &'a HashSet<FlowId>,
    /// The plan for bad years, where it was asked for.
    pub sturdy: Option<&'a Sturdy>,
}

/// The dossier as plain blocks.
pub fn document(view: &Dossier<'_>) -> Document {
    // Where nothing pays, what opening would cost is what there is to discuss.
    let instead = view.study.cheapest.as_deref().filter(|_| view.study.opened.is_empty());
    let told = view;
    let view = &Dossier { study: instead.unwrap_or(told.study), ..*told };
    let mut page = Page::new(view);
    if told.study.opened.is_empty() {
        site::nothing(&mut page, told.study);
    }
    for opened in &view.study.opened {
        site::summary(&mut page, opened, instead.is_some());
        gathering::write(&mut page, opened);
        collection::write(&mut page, opened);
        place::write(&mut page, opened);
        yields::write(&mut page, opened);
        takers::write(&mut page, opened);
        money::supply_and_demand(&mut page, opened);
        money::write(&mut page, opened);
        money::co2(&mut page, opened);
        jobs::write(&mut page, opened);
        partners::write(&mut page, opened);
    }
    fragile::write(&mut page);
    fragile::front(&mut page);
    legal::write(&mut page);
    closing::risks(&mut page);
    closing::who_signs(&mut page);
    closing::next_steps(&mut page);
    let plant = view.plant.label(view.lang.code()).to_owned();
    let title = page.words.say("dossier-title", &[("plant", plant.into())]);
    let day = wording::date(view.lang, view.day);
    let notice =
        if view.audience == Audience::Facilitator { "dossier-notice" } else { "dossier-notice-members" };
    let notice = page.words.say(notice, &[("day", day.into())]);
    page.finish(title, notice)
}

/// `dossier.pdf`.
pub fn write_dossier_pdf(view: &Dossier<'_>, out: &mut impl Write) -> Result<(), ReportError> {
    Ok(out.write_all(&pdf::bytes(&document(view)))?)
}

/// `dossier.xlsx`: one sheet a section.
pub fn write_dossier_xlsx(view: &Dossier<'_>, out: &mut impl Write) -> Result<(), ReportError> {
    Ok(out.write_all(&workbook::bytes(&document(view))?)?)
}
