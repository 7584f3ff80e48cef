//! From shipments to flows and exchanges.

use super::amount::Shipped;
use super::period::{PerYear, Span, per_year};
use crate::position::{address, commune_place};
use crate::{FlowIds, Options, exchange_id, fold, parts};
use chrono::{Datelike, NaiveDate};
use model::{
    Actor, ActorId, Basis, Batch, Direction, Evidence, Exchange, ExchangeState, Fate, Finding, Flow,
    Severity, Siret, Site, SiteId,
};
use reference::WasteCode;
use std::collections::{BTreeMap, HashMap, HashSet};
use units::{Quantity, Range};

/// One end of a shipment, as a line says it.
#[derive(Clone, Debug, Default)]
pub(super) struct Party {
    pub siret: Option<Siret>,
    /// Any other number: VAT, foreign register.
    pub number: Option<String>,
    pub name: String,
    pub street: Option<String>,
    pub postcode: Option<String>,
    pub commune: Option<String>,
}

impl Party {
    pub(super) fn site_id(&self) -> SiteId {
        match (&self.siret, &self.number) {
            (Some(siret), _) => parts::site_id(siret),
            (None, Some(number)) => SiteId::from(parts::named_id("register", number)),
            (None, None) => SiteId::from(parts::named_id("register", &self.name)),
        }
    }

    fn build(&self, source: &str, options: &Options<'_>) -> (Actor, Site) {
        let id = self.site_id();
        let evidence = Evidence::new(Basis::Register, source);
        let unit = match &self.siret {
            Some(siret) => parts::actor_id(siret.siren()),
            None => ActorId::from(id.as_str()),
        };
        let (postcode, commune) = (self.postcode.as_deref(), self.commune.as_deref());
        let mut site = parts::site(id, unit.clone(), self.name.as_str(), evidence.clone());
        site.siret.clone_from(&self.siret);
        site.address = address(self.street.as_deref(), postcode, commune);
        site.commune.clone_from(&self.commune);
        site.place = commune_place(options.reference, commune, postcode);
        (parts::actor(unit, self.name.as_str(), evidence), site)
    }
}

/// One line of a register.
#[derive(Clone, Debug)]
pub(super) struct Shipment {
    pub line: usize,
    /// File and line, for evidence.
    pub source: String,
    pub date: Option<NaiveDate>,
    pub from: Party,
    pub to: Option<Party>,
    /// Who takes it away, when where it goes is not said.
    pub carrier: Option<String>,
    pub wording: String,
    pub code: Option<WasteCode>,
    pub fate: Fate,
    pub shipped: Shipped,
    /// The writer says the weight is estimated.
    pub estimated: bool,
}

/// What makes shipments one flow.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct Key {
    site: SiteId,
    direction: Direction,
    /// The other end of an outgoing flow; an incoming one gathers all senders.
    partner: Option<String>,
    wording: String,
    code: Option<WasteCode>,
    /// The operation code, else the words for it.
    fate: String,
    unit: &'static str,
}

impl Key {
    /// What tells flows of one site apart, whatever their order in the file.
    fn spelled(&self) -> String {
        let code = self.code.map_or_else(String::new, |code| code.to_string());
        let partner = self.partner.as_deref().unwrap_or_default();
        [&self.wording, code.as_str(), &self.fate, partner, self.unit].join(" ")
    }
}

/// The shipments of one flow.
struct Group {
    key: Key,
    wording: String,
    to: Option<SiteId>,
    fate: Fate,
    who: Vec<String>,
    by_year: BTreeMap<i32, Range>,
    count: usize,
    estimated: usize,
    source: String,
    first_line: usize,
    last_line: usize,
    last_day: Option<NaiveDate>,
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
    /// `dated`: lines bear days; otherwise the table is taken as one year's.
    pub(super) fn new(dated: bool) -> Self {
        Self {
            span: Span::default(),
            dated,
            groups: Vec::new(),
            by_key: HashMap::new(),
            sites: HashSet::new(),
            actors: HashSet::new(),
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
        if let Some(to) = to {
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
            return per_year(&group.by_year, self.span);
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
        if partial {
            let finding = Finding::new(Severity::Warning, "intake-register-partial-year", path);
            batch.findings.push(finding.with("months", self.span.months()).with("days", self.span.shown()));
        }
    }
}

impl Group {
    fn new(key: Key, shipment: &Shipment, to: Option<SiteId>) -> Self {
        Self {
            key,
            wording: shipment.wording.clone(),
            to,
            who: Vec::new(),
            fate: shipment.fate.clone(),
            by_year: BTreeMap::new(),
            count: 0,
            estimated: 0,
            source: shipment.source.clone(),
            first_line: shipment.line,
            last_line: shipment.line,
            last_day: None,
        }
    }

    fn add(&mut self, shipment: &Shipment, who: Option<String>) {
        let year = shipment.date.map_or(0, |day| day.year());
        let sum = self.by_year.entry(year).or_insert(Range::ZERO);
        *sum = *sum + shipment.shipped.range;
        self.count += 1;
        self.estimated += usize::from(shipment.estimated);
        self.last_line = self.last_line.max(shipment.line);
        self.last_day = self.last_day.max(shipment.date);
        self.who.extend(who.filter(|who| !self.who.contains(who)));
    }

    fn flow(&self, ids: &mut FlowIds, amount: &PerYear) -> Flow {
        let source = match self.source.as_str() {
            first if self.last_line > self.first_line => format!("{first}–{}", self.last_line),
            first => first.to_owned(),
        };
        let evidence = Evidence::new(Basis::Register, source).on(self.last_day);
        let Key { site, direction, code, unit, .. } = &self.key;
        let id = ids.next(site, *direction, &self.key.spelled());
        let mut flow = Flow::worded(id, site.clone(), *direction, self.wording.clone(), evidence);
        flow.waste_code = *code;
        flow.quantity = format!("{unit}/year").parse().ok().map(|unit| Quantity::new(amount.range, unit));
        flow.tonnes = (*unit == "t").then_some(amount.range);
        flow.stated = Some(self.stated(amount));
        flow.fate = Fate { who: self.told_who(), ..self.fate.clone() };
        flow
    }

    /// One name, a few, or how many.
    fn told_who(&self) -> Option<String> {
        match self.who.len() {
            0 => None,
            1..=3 => Some(self.who.join(" ; ")),
            more => Some(format!("{more} établissements")),
        }
    }

    /// « 12,5 t/an (2025, 8 enlèvements dont 3 pesées estimées) ».
    fn stated(&self, amount: &PerYear) -> String {
        let number = format!("{:.3}", amount.range.mid());
        let number = number.trim_end_matches('0').trim_end_matches('.').replace('.', ",");
        let unit = match self.key.unit {
            "m3" => "m³",
            "piece" => "unités",
            other => other,
        };
        let plural = if self.count > 1 { "s" } else { "" };
        let estimated = match self.estimated {
            0 => String::new(),
            count => format!(" dont {count} au poids estimé"),
        };
        format!("{number} {unit}/an ({}, {} enlèvement{plural}{estimated})", amount.basis, self.count)
    }

    fn exchange(&self, to: &SiteId, flow: &Flow) -> Exchange {
        let name = Key { partner: None, ..self.key.clone() }.spelled();
        Exchange {
            id: exchange_id("waste-register", &self.key.site, to, &name),
            from: self.key.site.clone(),
            to: to.clone(),
            wording: self.wording.clone(),
            resource: None,
            quantity: flow.quantity.clone(),
            stated: flow.stated.clone(),
            since: None,
            state: ExchangeState::Running,
            evidence: flow.evidence.clone(),
        }
    }
}
