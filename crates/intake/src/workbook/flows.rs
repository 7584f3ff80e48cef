//! The Flux table: one flow a row.

use super::line::Line;
use super::{Context, words};
use crate::notes::Notes;
use crate::text::plain;
use crate::value::{self, Amount, When};
use model::{Basis, Batch, Confidentiality, Direction, Flow, Said, Severity, SiteId};
use units::stated::{Counted, Stated};

/// Takes one flow; false when the line went back.
pub(super) fn read(batch: &mut Batch, context: &mut Context<'_>, line: Line<'_>, notes: &mut Notes) -> bool {
    let Some(site) = line.required("site", notes) else { return false };
    let Some(sense) = line.required("sens", notes) else { return false };
    let Some(what) = line.required("quoi", notes) else { return false };
    let direction = match words::direction(sense) {
        Ok(direction) => direction,
        Err(reason) => {
            line.refuse("sens", reason, notes);
            return false;
        }
    };
    let (site, wording) = (SiteId::from(site), plain(what));
    let id = context.ids.next(&site, direction, &wording);
    let basis = line.read("preuve", notes, words::basis).unwrap_or(Basis::Declared);
    let evidence = context.evidence(line, basis, notes);
    let mut flow = Flow::worded(id, site, direction, wording, evidence);
    Reading { context, line }.fill(&mut flow, notes);
    batch.given_back.insert(flow.evidence.source.to_string(), line.nobodys(&["site"]));
    batch.flows.push(flow);
    true
}

/// A line with what holds for the whole workbook.
struct Reading<'a> {
    context: &'a Context<'a>,
    line: Line<'a>,
}

impl Reading<'_> {
    fn fill(&self, flow: &mut Flow, notes: &mut Notes) {
        let options = self.context.options;
        let stated = self.quantity(flow, notes);
        // What could not be read went back to its author; nobody quotes it.
        flow.stated = stated.as_ref().and_then(|_| self.line.cell("quantité")).map(plain).into();
        let mut quality: Vec<&str> = self.line.cell("qualité").into_iter().collect();
        match self.line.read("saison", notes, value::season) {
            Some(When::Months(season)) => flow.season = Some(Box::new(season)),
            Some(When::Hours) => quality.extend(self.line.cell("saison")),
            None => {}
        }
        quality.extend(self.line.cell("note"));
        flow.quality = (!quality.is_empty()).then(|| plain(&quality.join(" ; "))).into();
        flow.fate =
            value::fate(self.line.cell("devenir"), self.line.cell("par qui"), options.reference).into();
        self.line.read("devenir", notes, |text| value::known_operation(text, options.reference));
        let price = self.line.read("prix", notes, |text| {
            let text = &self.context.hand.plain(text).text;
            value::price(text, flow.direction, stated.as_ref(), options.day, options.reference)
        });
        flow.price = price.map(Box::new);
        flow.waste_code = self.waste_code(notes, flow);
        self.code_in_the_words(notes, flow);
        flow.waste_code_stated = flow.waste_code.is_some();
        flow.confidentiality = match self.line.cell("confidentialité") {
            None => Confidentiality::default(),
            // What was meant to be restricted is not opened by a misspelling.
            Some(_) => self
                .line
                .read("confidentialité", notes, words::confidentiality)
                .unwrap_or(Confidentiality::Facilitator),
        };
    }

    /// Sets the quantity per year; gives it back as stated.
    fn quantity(&self, flow: &mut Flow, notes: &mut Notes) -> Option<Stated> {
        let options = self.context.options;
        let stock = matches!(flow.direction, Direction::CanShare | Direction::Needs);
        let written = self.line.cell("quantité").map(|text| self.context.hand.plain(text));
        let (amount, stated, thing) = self.line.read("quantité", notes, |text| {
            let text = written.as_ref().map_or(text, |written| &written.text);
            let read = value::quantity_of(&flow.wording, text, stock, options.day, options.reference)?;
            value::fits(text, &read.0, flow.direction).map(|()| read)
        })?;
        if let Some(doubt) = written.and_then(|written| written.doubtful) {
            doubtful_thousands(self.line, &doubt, notes);
        }
        if let Some(thing) = thing {
            let finding = self.line.remark(Severity::Info, "intake-quantity-counted", notes);
            finding.args = vec![
                ("value".to_owned(), Said::Text(self.line.cell("quantité").map(plain).unwrap_or_default())),
                ("wording".to_owned(), Said::Text(flow.wording.to_string())),
                ("thing".to_owned(), Said::Text(thing)),
            ];
        }
        self.assumed_number(&stated, notes);
        self.assumed_size(&amount, &stated, notes);
        flow.quantity = known(amount, self.line, notes).into();
        Some(stated)
    }

    /// A number left open: said, so that somebody asks.
    fn assumed_number(&self, stated: &Stated, notes: &mut Notes) {
        if value::left_open(stated) {
            let finding = self.line.remark(Severity::Info, "intake-quantity-open", notes);
            let read = stated.amount;
            let number = |value: f64| Said::Text(format!("{}", (value * 100.0).round() / 100.0));
            finding.args = vec![
                ("value".to_owned(), Said::Text(self.line.cell("quantité").map(plain).unwrap_or_default())),
                ("low".to_owned(), number(read.low())),
                ("mid".to_owned(), number(read.mid())),
                ("high".to_owned(), number(read.high())),
            ];
        }
    }

    /// A container whose size is only what such containers usually have: said, so that somebody asks.
    fn assumed_size(&self, amount: &Amount, stated: &Stated, notes: &mut Notes) {
        if let (Amount::Known(quantity), Counted::Container { kind, size: None }) = (amount, &stated.of) {
            let range = quantity.range;
            let finding = self.line.remark(Severity::Info, "intake-container-size-assumed", notes);
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
        let (day, reference) = (self.day_of(flow), self.context.options.reference);
        let read = self.line.read("code déchet", notes, |text| value::waste_code(text, day, reference))?;
        Some(self.listed(read, notes))
    }

    /// Takes the code that stands in the wording, unless the column of codes says another; what is left are the words.
    fn code_in_the_words(&self, notes: &mut Notes, flow: &mut Flow) {
        let (day, reference) = (self.day_of(flow), self.context.options.reference);
        let Some((read, rest)) = value::code_within(&flow.wording, day, reference) else { return };
        match flow.waste_code {
            Some(stated) if stated != read.code => return,
            Some(_) => {}
            None => flow.waste_code = Some(self.listed(read, notes)),
        }
        let label = || reference.waste_list.on(read.code.digits(), day).map(|entry| entry.label_fr.clone());
        let words = Some(rest).filter(|rest| !rest.is_empty()).or_else(label);
        flow.wording = words.unwrap_or_else(|| flow.wording.to_string()).into();
    }

    fn day_of(&self, flow: &Flow) -> chrono::NaiveDate {
        flow.evidence.date.or(self.context.day).unwrap_or(self.context.options.day)
    }

    /// The code; a remark when its asterisk was put back, or is one that the list does not have.
    fn listed(&self, read: value::ReadCode, notes: &mut Notes) -> reference::WasteCode {
        let told = match (read.asterisk_corrected, read.hazard_kept) {
            (true, _) => Some((Severity::Info, "intake-asterisk-corrected")),
            (_, true) => Some((Severity::Warning, "intake-hazard-kept")),
            _ => None,
        };
        if let Some((severity, key)) = told {
            let finding = self.line.remark(severity, key, notes);
            finding.args = vec![("code".to_owned(), Said::Text(read.code.to_string()))];
        }
        read.code
    }
}

/// « 8,000 » in a file that does not say what its commas do: told with its value, line and column.
pub(super) fn doubtful_thousands(line: Line<'_>, doubt: &value::Doubt, notes: &mut Notes) {
    let finding = line.remark(Severity::Warning, "intake-quantity-thousands", notes);
    let column = line.layout.at("quantité").map(|ix| line.table.headings[ix].clone());
    finding.args = vec![
        ("column".to_owned(), Said::Text(column.unwrap_or_default())),
        ("value".to_owned(), Said::Text(line.cell("quantité").map(plain).unwrap_or_default())),
        ("read".to_owned(), Said::Text(doubt.read.clone())),
        ("other".to_owned(), Said::Text(doubt.other.clone())),
    ];
}

/// The quantity when it is one; a remark when it stays as stated.
pub(super) fn known(amount: Amount, line: Line<'_>, notes: &mut Notes) -> Option<units::Quantity> {
    match amount {
        Amount::Known(quantity) => Some(quantity),
        Amount::Unsized(container) => {
            let finding = line.remark(Severity::Warning, "intake-container-size-unknown", notes);
            finding.args =
                vec![("container".to_owned(), Said::Message(value::refused::container(container)))];
            None
        }
        Amount::Once => {
            line.remark(Severity::Info, "intake-quantity-once", notes);
            None
        }
    }
}
