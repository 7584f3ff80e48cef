//! From shipments to flows and exchanges.

use super::amount::Shipped;
use super::group::{Group, Key};
use super::party::Party;
use super::period::{PerYear, Span, per_year};
use super::price::Paid;
use super::titles::year_said;
use crate::{FlowIds, Options, fold};
use chrono::{Datelike, NaiveDate};
use model::{ActorId, Batch, Direction, Fate, Finding, Severity, SiteId};
use reference::WasteCode;
use std::collections::{HashMap, HashSet};
use units::Range;

/// One line of a register.
#[derive(Clone, Debug)]
pub(super) struct Shipment {
    pub line: usize,
    /// File and line, for evidence.
    pub source: String,
    pub date: Option<NaiveDate>,
    /// The year it is counted in; 0 in a register without days.
    pub year: i32,
    pub from: Party,
    pub to: Option<Party>,
    /// Who takes it away, when where it goes is not said.
    pub carrier: Option<String>,
    pub wording: String,
    pub code: Option<WasteCode>,
    pub fate: Fate,
    pub shipped: Shipped,
    /// How many months it left in, of a table with a column a month or a quarter; 0 when it left on a day.
    pub months: u32,
    /// The writer says the weight is estimated.
    pub estimated: bool,
    /// What the holder received for it, when the register says.
    pub paid: Option<Paid>,
}

/// All shipments of a register, gathered.
pub(super) struct Ledger {
    span: Span,
    dated: bool,
    groups: Vec<Group>,
    by_key: HashMap<Key, usize>,
    sites: HashSet<SiteId>,
    actors: HashSet<ActorId>,
}

impl Ledger {
    /// `dated`: lines bear days; otherwise the table is taken as one year's. `today` says which years are over.
    pub(super) fn new(dated: bool, today: NaiveDate) -> Self {
        Self {
            span: Span::until(today),
            dated,
            groups: Vec::new(),
            by_key: HashMap::new(),
            sites: HashSet::new(),
            actors: HashSet::new(),
        }
    }

    /// The day of a line that was refused for something else: the register covers it all the same.
    pub(super) fn seen(&mut self, day: NaiveDate) {
        self.span.add(day);
    }

    /// What the lines above the headings say: « Registre des déchets 2025 » is the register of that year, once it is over.
    pub(super) fn titled(&mut self, titles: &[String], today: NaiveDate) {
        if let Some(year) = year_said(titles).filter(|year| *year < today.year()) {
            self.span.title(year);
        }
    }

    /// Takes in a shipment; its two ends enter the batch when they are new.
    pub(super) fn add(&mut self, shipment: &Shipment, options: &Options<'_>, batch: &mut Batch) {
        if let Some(day) = shipment.date {
            self.span.add(day);
        }
        for party in std::iter::once(&shipment.from).chain(&shipment.to) {
            if self.sites.insert(party.site_id()) {
                let (actor, site) = party.build(&shipment.source, options);
                if self.actors.insert(actor.id.clone()) {
                    batch.actors.push(actor);
                }
                batch.sites.push(site);
            }
        }
        let from = shipment.from.site_id();
        let to = shipment.to.as_ref().map(Party::site_id).filter(|to| *to != from);
        let receiver = shipment.to.as_ref().map(|to| to.name.clone()).or_else(|| shipment.carrier.clone());
        let partner = to.as_ref().map(ToString::to_string).or_else(|| receiver.as_deref().map(fold));
        self.count(shipment, from, Direction::GivesOut, partner, to.clone(), receiver);
        // Whoever buries or burns is no outlet for others' residues: for disposal, or what is not said, the exchange tells enough.
        let recovers = shipment.fate.operation.as_deref().is_some_and(|code| code.starts_with('R'));
        if let Some(to) = to.filter(|_| recovers) {
            self.count(shipment, to, Direction::TakesIn, None, None, Some(shipment.from.name.clone()));
        }
    }

    fn count(
        &mut self,
        shipment: &Shipment,
        site: SiteId,
        direction: Direction,
        partner: Option<String>,
        to: Option<SiteId>,
        who: Option<String>,
    ) {
        let key = Key {
            site,
            direction,
            partner,
            wording: fold(&shipment.wording),
            code: shipment.code,
            fate: (shipment.fate.operation.clone())
                .unwrap_or_else(|| fold(shipment.fate.stated.as_deref().unwrap_or_default())),
            unit: shipment.shipped.unit,
        };
        let at = *self.by_key.entry(key.clone()).or_insert(self.groups.len());
        if at == self.groups.len() {
            self.groups.push(Group::new(key, shipment, to));
        }
        self.groups[at].add(shipment, who);
    }

    /// Puts flows, exchanges and findings into the batch.
    pub(super) fn finish(self, path: &str, batch: &mut Batch) {
        let mut ids = FlowIds::new("waste-register");
        let mut partial = false;
        for group in &self.groups {
            let Some(amount) = self.amount(group) else { continue };
            partial |= amount.partial;
            let flow = group.flow(&mut ids, &amount);
            if let Some(to) = &group.to {
                batch.exchanges.push(group.exchange(to, &flow));
            }
            batch.flows.push(flow);
        }
        self.tell(path, partial, batch);
    }

    fn amount(&self, group: &Group) -> Option<PerYear> {
        if self.dated {
            return per_year(&group.by_year, &self.span, group.once());
        }
        let range = group.by_year.values().copied().fold(Range::ZERO, |sum, one| sum + one);
        let range = Range::new(range.low(), range.mid(), range.high()).ok()?;
        Some(PerYear { range, basis: "registre sans dates, pris pour une année".to_owned(), partial: false })
    }

    fn tell(&self, path: &str, partial: bool, batch: &mut Batch) {
        let years = self.span.complete_years();
        if !self.dated && !self.groups.is_empty() {
            batch.findings.push(Finding::new(Severity::Warning, "intake-register-no-date", path));
        }
        if let (Some(first), Some(last), true) = (years.first(), years.last(), years.len() > 1) {
            let finding = Finding::new(Severity::Info, "intake-register-years-averaged", path);
            batch.findings.push(finding.with("first", first).with("last", last));
        }
        if let Some(year) = self.span.year_taken().filter(|_| !self.groups.is_empty()) {
            let finding = Finding::new(Severity::Info, "intake-register-year-taken", path);
            batch.findings.push(finding.with("year", year).with("days", self.span.shown()));
        }
        if partial {
            let finding = Finding::new(Severity::Warning, "intake-register-partial-year", path);
            batch.findings.push(finding.with("months", self.span.months()).with("days", self.span.shown()));
        }
    }
}
