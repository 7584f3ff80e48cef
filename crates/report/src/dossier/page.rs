//! The document being written: blocks, notes, numbers and names in one language.

use super::Dossier;
use super::document::{Block, Cell, Chart, Document, Table};
use super::notes::{Notes, flow};
use crate::Audience;
use model::{Confidentiality, FlowId, SiteId};
use reference::{FigureId, FigureProduct};
use units::{Range, Unit};
use wording::{Arg, Words};

/// Significant digits of a figure made from ranges.
const DIGITS: i32 = 3;
/// Digits of a number that is reckoned again by hand.
const EXACT: i32 = 9;

pub(super) struct Page<'a> {
    pub(super) view: &'a Dossier<'a>,
    pub(super) words: Words<'a>,
    pub(super) notes: Notes,
    blocks: Vec<Block>,
}

impl<'a> Page<'a> {
    pub(super) fn new(view: &'a Dossier<'a>) -> Self {
        let words = Words::new(view.territory, view.reference, view.lang);
        Self { view, words, notes: Notes::default(), blocks: Vec::new() }
    }

    pub(super) fn finish(self, title: String, notice: String) -> Document {
        let notes_title = self.words.say("dossier-sources", &[]);
        Document {
            lang: self.view.lang.code().to_owned(),
            title,
            notice,
            blocks: self.blocks,
            notes_title,
            notes: self.notes.texts,
        }
    }

    pub(super) fn say(&self, key: &str) -> String {
        self.words.say(key, &[])
    }

    pub(super) fn heading(&mut self, key: &str) {
        let text = self.say(key);
        self.blocks.push(Block::Heading(text));
    }

    pub(super) fn text(&mut self, key: &str, args: &[(&str, Arg<'_>)]) {
        let text = self.words.say(key, args);
        self.blocks.push(Block::Text(text));
    }

    /// A paragraph that is already said.
    pub(super) fn paragraph(&mut self, text: String) {
        self.blocks.push(Block::Text(text));
    }

    pub(super) fn item(&mut self, text: String) {
        self.blocks.push(Block::Item(text));
    }

    pub(super) fn chart(&mut self, chart: Chart) {
        self.blocks.push(Block::Chart(chart));
    }

    pub(super) fn map(&mut self, map: super::document::Map) {
        self.blocks.push(Block::Map(map));
    }

    /// A table; without lines nothing is written.
    pub(super) fn table(&mut self, head: &[&str], rows: Vec<Vec<Cell>>) {
        self.keyed(head, rows, Vec::new());
    }

    /// The same with a name for each row.
    pub(super) fn keyed(&mut self, head: &[&str], rows: Vec<Vec<Cell>>, keys: Vec<String>) {
        if !rows.is_empty() {
            let head = head.iter().map(|key| self.say(key)).collect();
            self.blocks.push(Block::Table(Table { head, rows, keys }));
        }
    }

    /// A number without false precision.
    pub(super) fn n(&self, value: f64) -> String {
        wording::rounded(self.view.lang, value, DIGITS)
    }

    /// A number with so many decimals, for what is reckoned again by hand.
    pub(super) fn exact(&self, value: f64, decimals: i32) -> String {
        let scale = 10_f64.powi(decimals);
        wording::rounded(self.view.lang, (value * scale).round() / scale, EXACT)
    }

    pub(super) fn unit(&self, unit: &Unit) -> String {
        wording::unit(self.view.lang, unit)
    }

    /// « 182 (124–305) », or one number; with the digits of [`Self::n`], so that a row does not contradict itself.
    pub(super) fn range(&self, range: Range) -> String {
        if range.low().total_cmp(&range.high()).is_eq() {
            return self.n(range.mid());
        }
        let around = if range.low() < 0.0 {
            self.span(range)
        } else {
            format!("{}–{}", self.n(range.low()), self.n(range.high()))
        };
        format!("{} ({around})", self.n(range.mid()))
    }

    /// The same with fewer digits, for what nothing is added to.
    pub(super) fn rough(&self, range: Range) -> String {
        let text = wording::short(self.view.lang, &range, &Unit::one());
        text.trim_start_matches(['≈', '\u{a0}']).to_owned()
    }

    /// « −30 à 30 ».
    pub(super) fn span(&self, range: Range) -> String {
        let args = [("low", self.n(range.low()).into()), ("high", self.n(range.high()).into())];
        self.words.say("dossier-span", &args)
    }

    /// Marks of figures, by id; one that is missing on the day is left out.
    pub(super) fn marks<'i>(&mut self, ids: impl IntoIterator<Item = &'i str>) -> String {
        let found: Vec<_> =
            ids.into_iter().filter_map(|id| self.view.reference.figures.on(id, self.view.day).ok()).collect();
        let marks: Vec<String> = found.into_iter().map(|f| self.notes.figure(&self.words, f)).collect();
        marks.join(" ")
    }

    pub(super) fn mark(&mut self, id: &FigureId) -> String {
        self.marks([id.as_str()])
    }

    /// The mark of a note that says how a number was computed.
    pub(super) fn computed(&mut self, key: &str) -> String {
        let text = self.say(key);
        self.notes.mark(key, || text)
    }

    /// Marks of all figures a product names outright.
    pub(super) fn product(&mut self, product: &FigureProduct) -> String {
        let ids: Vec<String> = product.ids().map(ToString::to_string).collect();
        self.marks(ids.iter().map(String::as_str))
    }

    /// The declaration a flow's amount comes from.
    pub(super) fn declared(&mut self, id: &FlowId) -> String {
        let secret = self.secret(id);
        flow(&self.words, id).map_or_else(String::new, |flow| self.notes.flow(&self.words, flow, secret))
    }

    /// True when this audience may not know whose flow it is.
    pub(super) fn secret(&self, id: &FlowId) -> bool {
        let sealed = flow(&self.words, id).is_none_or(|f| f.confidentiality == Confidentiality::Facilitator);
        self.view.audience == Audience::Members && sealed
    }

    /// The name of the site of a flow, unless it is not to be known.
    pub(super) fn supplier(&self, id: &FlowId, site: &SiteId) -> String {
        if self.secret(id) { self.say("dossier-secret-supplier") } else { self.words.name(site).to_owned() }
    }

    /// The same of one that takes what the plant makes.
    pub(super) fn taker(&self, id: &FlowId, site: &SiteId) -> String {
        if self.secret(id) { self.say("dossier-secret-taker") } else { self.words.name(site).to_owned() }
    }

    /// True when what single partners gain or pay may be written: to those who know the prices, or when none of them is a company's own.
    pub(super) fn shares(&self) -> bool {
        self.prices()
            || !self.view.chain.supplies.iter().any(|s| s.cost_today.is_some() && s.cost_figure.is_none())
                && !self.view.chain.outlets.iter().any(|outlet| self.own_price(&outlet.flow))
    }

    /// True when the company itself said what it pays.
    pub(super) fn own_price(&self, id: &FlowId) -> bool {
        flow(&self.words, id).is_some_and(|flow| flow.price.is_some())
    }

    /// True when prices of single companies may be written.
    pub(super) fn prices(&self) -> bool {
        self.view.audience == Audience::Facilitator
    }
}
