//! The Flux table: one flow a row.

use super::layout::Layout;
use super::{Context, required, words};
use crate::notes::Notes;
use crate::table::{Row, Table};
use crate::text::plain;
use crate::value::{self, Amount, When};
use model::{Basis, Batch, Confidentiality, Direction, Flow, Message, Said, Severity, SiteId};
use units::stated::{Counted, Stated};

/// Takes one flow; false when the line went back.
pub(super) fn read(
    batch: &mut Batch,
    context: &mut Context<'_>,
    table: &Table,
    layout: &Layout,
    row: &Row,
    notes: &mut Notes,
) -> bool {
    let Some(site) = required(table, layout, row, "site", notes) else { return false };
    let Some(sense) = required(table, layout, row, "sens", notes) else { return false };
    let Some(what) = required(table, layout, row, "quoi", notes) else { return false };
    let direction = match words::direction(sense) {
        Ok(direction) => direction,
        Err(reason) => {
            notes.refuse(table, row, layout.at("sens"), reason);
            return false;
        }
    };
    let (site, wording) = (SiteId::from(site), plain(what));
    let id = context.ids.next(&site, direction, &wording);
    let line = Line { context, table, layout, row };
    let evidence = context.evidence(table, layout, row, line.basis(notes), notes);
    let mut flow = Flow::worded(id, site, direction, wording, evidence);
    line.fill(&mut flow, notes);
    super::may_be_nobodys(batch, table, layout, row, &flow.evidence.source, &["site"]);
    batch.flows.push(flow);
    true
}

/// A row with all that is needed to read its cells.
struct Line<'a> {
    context: &'a Context<'a>,
    table: &'a Table,
    layout: &'a Layout,
    row: &'a Row,
}

impl<'a> Line<'a> {
    fn cell(&self, fr: &str) -> Option<&'a str> {
        self.layout.cell(self.row, fr)
    }

    /// Reads a cell that may be empty; a value that cannot be read goes back.
    fn read<T>(
        &self,
        fr: &str,
        notes: &mut Notes,
        read: impl FnOnce(&str) -> Result<T, Message>,
    ) -> Option<T> {
        let result = read(self.cell(fr)?);
        notes.keep(self.table, self.row, self.layout.at(fr), result)
    }

    fn basis(&self, notes: &mut Notes) -> Basis {
        self.read("preuve", notes, words::basis).unwrap_or(Basis::Declared)
    }

    fn fill(&self, flow: &mut Flow, notes: &mut Notes) {
        let options = self.context.options;
        let stated = self.quantity(flow, notes);
        // What could not be read went back to its author; nobody quotes it.
        flow.stated = stated.as_ref().and_then(|_| self.cell("quantité")).map(plain);
        let mut quality: Vec<&str> = self.cell("qualité").into_iter().collect();
        match self.read("saison", notes, value::season) {
            Some(When::Months(season)) => flow.season = Some(Box::new(season)),
            Some(When::Hours) => quality.extend(self.cell("saison")),
            None => {}
        }
        quality.extend(self.cell("note"));
        flow.quality = (!quality.is_empty()).then(|| plain(&quality.join(" ; ")));
        flow.fate = value::fate(self.cell("devenir"), self.cell("par qui"), options.reference);
        let price = self.read("prix", notes, |text| {
            value::price(text, flow.direction, stated.as_ref(), options.day, options.reference)
        });
        flow.price = price.map(Box::new);
        flow.waste_code = self.waste_code(notes, flow);
        flow.waste_code_stated = flow.waste_code.is_some();
        flow.confidentiality = match self.cell("confidentialité") {
            None => Confidentiality::default(),
            // What was meant to be restricted is not opened by a misspelling.
            Some(_) => self
                .read("confidentialité", notes, words::confidentiality)
                .unwrap_or(Confidentiality::Facilitator),
        };
    }

    /// Sets the quantity per year; gives it back as stated.
    fn quantity(&self, flow: &mut Flow, notes: &mut Notes) -> Option<Stated> {
        let options = self.context.options;
        let stock = matches!(flow.direction, Direction::CanShare | Direction::Needs);
        let (amount, stated) = self.read("quantité", notes, |text| {
            let read = value::quantity(text, stock, options.day, options.reference)?;
            value::fits(text, &read.0, flow.direction).map(|()| read)
        })?;
        self.assumed_size(&amount, &stated, notes);
        flow.quantity = known(amount, self.table, self.row, notes);
        Some(stated)
    }

    /// A container whose size is only what such containers usually have: said, so that somebody asks.
    fn assumed_size(&self, amount: &Amount, stated: &Stated, notes: &mut Notes) {
        if let (Amount::Known(quantity), Counted::Container { kind, size: None }) = (amount, &stated.of) {
            let range = quantity.range;
            let finding = notes.remark(Severity::Info, "intake-container-size-assumed", self.table, self.row);
            let number = |value: f64| format!("{value:.0}");
            finding.args = vec![
                ("container".to_owned(), Said::Message(value::refused::container(*kind))),
                ("low".to_owned(), Said::Text(number(range.low()))),
                ("high".to_owned(), Said::Text(number(range.high()))),
                ("unit".to_owned(), Said::Text(quantity.unit.symbol().to_owned())),
            ];
        }
    }

    fn waste_code(&self, notes: &mut Notes, flow: &Flow) -> Option<reference::WasteCode> {
        let day = flow.evidence.date.or(self.context.day).unwrap_or(self.context.options.day);
        let reference = self.context.options.reference;
        let read = self.read("code déchet", notes, |text| value::waste_code(text, day, reference))?;
        if read.asterisk_corrected {
            let finding = notes.remark(Severity::Info, "intake-asterisk-corrected", self.table, self.row);
            finding.args = vec![("code".to_owned(), Said::Text(read.code.to_string()))];
        }
        Some(read.code)
    }
}

/// The quantity when it is one; a remark when it stays as stated.
pub(super) fn known(amount: Amount, table: &Table, row: &Row, notes: &mut Notes) -> Option<units::Quantity> {
    match amount {
        Amount::Known(quantity) => Some(quantity),
        Amount::Unsized(container) => {
            let finding = notes.remark(Severity::Warning, "intake-container-size-unknown", table, row);
            finding.args =
                vec![("container".to_owned(), Said::Message(value::refused::container(container)))];
            None
        }
        Amount::Once => {
            notes.remark(Severity::Info, "intake-quantity-once", table, row);
            None
        }
    }
}
