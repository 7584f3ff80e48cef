//! The shipments that are one flow.

use super::ledger::Shipment;
use super::mean_price::Sum;
use super::period::PerYear;
use super::season;
use crate::{FlowIds, exchange_id};
use chrono::{Datelike, NaiveDate};
use model::{Basis, Direction, Evidence, Exchange, ExchangeState, Fate, Flow, SiteId};
use reference::WasteCode;
use std::collections::BTreeMap;
use units::{Quantity, Range};

/// What makes shipments one flow.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct Key {
    pub site: SiteId,
    pub direction: Direction,
    /// The other end of an outgoing flow; an incoming one gathers all senders.
    pub partner: Option<String>,
    pub wording: String,
    pub code: Option<WasteCode>,
    /// The operation code, else the words for it.
    pub fate: String,
    pub unit: &'static str,
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
pub(super) struct Group {
    key: Key,
    wording: String,
    pub to: Option<SiteId>,
    fate: Fate,
    who: Vec<String>,
    pub by_year: BTreeMap<i32, Range>,
    count: usize,
    estimated: usize,
    months: u32,
    /// What left in each month of the year, in `unit`, when the register says it by the month.
    by_month: [f64; 12],
    source: String,
    first_line: usize,
    last_line: usize,
    first_day: Option<NaiveDate>,
    last_day: Option<NaiveDate>,
    prices: Sum,
}

impl Group {
    pub(super) fn new(key: Key, shipment: &Shipment, to: Option<SiteId>) -> Self {
        Self {
            key,
            wording: shipment.wording.clone(),
            to,
            who: Vec::new(),
            fate: shipment.fate.clone(),
            by_year: BTreeMap::new(),
            count: 0,
            estimated: 0,
            months: shipment.months,
            by_month: [0.0; 12],
            source: shipment.source.clone(),
            first_line: shipment.line,
            last_line: shipment.line,
            first_day: shipment.date,
            last_day: None,
            prices: Sum::default(),
        }
    }

    pub(super) fn add(&mut self, shipment: &Shipment, who: Option<String>) {
        let sum = self.by_year.entry(shipment.year).or_insert(Range::ZERO);
        *sum = *sum + shipment.shipped.range;
        self.count += 1;
        if let Some(day) = shipment.date.filter(|_| shipment.months > 0) {
            season::add(&mut self.by_month, day.month0(), shipment.months, shipment.shipped.range.mid());
        }
        self.estimated += usize::from(shipment.estimated);
        self.last_line = self.last_line.max(shipment.line);
        self.first_day = self.first_day.min(shipment.date);
        self.last_day = self.last_day.max(shipment.date);
        // What the holder pays, its outlet need not receive: a carrier may stand between them.
        if let Some(paid) = shipment.paid.filter(|_| self.key.direction == Direction::GivesOut) {
            self.prices.add(paid, &shipment.shipped);
        }
        self.who.extend(who.filter(|who| !self.who.contains(who)));
    }

    /// True when all of it left on one day.
    pub(super) fn once(&self) -> bool {
        self.first_day == self.last_day
    }

    pub(super) fn flow(&self, ids: &mut FlowIds, amount: &PerYear) -> Flow {
        let source = match self.source.as_str() {
            first if self.last_line > self.first_line => format!("{first}–{}", self.last_line),
            first => first.to_owned(),
        };
        let evidence = Evidence::new(Basis::Register, source).on(self.last_day);
        let Key { site, direction, code, unit, .. } = &self.key;
        let id = ids.next(site, *direction, &self.key.spelled());
        let mut flow = Flow::worded(id, site.clone(), *direction, self.wording.clone(), evidence);
        flow.waste_code = *code;
        flow.waste_code_stated = code.is_some();
        flow.quantity =
            format!("{unit}/year").parse().ok().map(|unit| Quantity::new(amount.range, unit)).into();
        flow.tonnes = (*unit == "t").then_some(amount.range).into();
        flow.stated = Some(self.stated(amount)).into();
        flow.price = self.prices.price(unit).map(Box::new);
        flow.season = season::season(&self.by_month).filter(|_| !amount.partial).map(Box::new);
        flow.fate = Fate { who: self.told_who(), ..self.fate.clone() }.into();
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
        let Self { count, .. } = self;
        let ending = match self.months {
            0 => None,
            1 => Some(format!("mensuel{plural}")),
            _ => Some(if self.count > 1 { "trimestriels" } else { "trimestriel" }.to_owned()),
        };
        if let Some(ending) = ending {
            return format!("{number} {unit}/an ({}, {count} relevé{plural} {ending})", amount.basis);
        }
        format!("{number} {unit}/an ({}, {count} enlèvement{plural}{estimated})", amount.basis)
    }

    pub(super) fn exchange(&self, to: &SiteId, flow: &Flow) -> Exchange {
        let name = Key { partner: None, ..self.key.clone() }.spelled();
        Exchange {
            id: exchange_id("waste-register", &self.key.site, to, &name),
            from: self.key.site.clone(),
            to: to.clone(),
            wording: self.wording.clone(),
            resource: None,
            quantity: (*flow.quantity).clone(),
            stated: (*flow.stated).clone(),
            since: None,
            state: ExchangeState::Running,
            evidence: (*flow.evidence).clone(),
        }
    }
}
