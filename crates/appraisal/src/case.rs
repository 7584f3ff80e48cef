//! One lead under appraisal: its parties with their flows, its amount, its draws.

use crate::drawn::Drawn;
use crate::draws::Draws;
use crate::world::{Entry, World};
use model::{Flow, Lead, LeadKind, Party, Role};
use reference::{Confidence, Kind, Pathway, Resource};
use std::cell::RefCell;
use std::collections::BTreeSet;
use units::Range;

/// What the amount of a lead is counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Measure {
    Tonnes,
    MegawattHours,
    CubicMetres,
}

/// What a giver could give per year.
pub(crate) struct Supply<'a> {
    pub(crate) party: &'a Party,
    pub(crate) flow: Option<&'a Flow>,
    /// In the measure of the lead; `None` is unknown.
    pub(crate) amount: Option<Drawn>,
}

/// A lead with everything its appraisal looks up.
pub(crate) struct Case<'a> {
    pub(crate) world: &'a World<'a>,
    pub(crate) lead: &'a Lead,
    pub(crate) draws: Draws,
    pub(crate) measure: Measure,
    pub(crate) supplies: Vec<Supply<'a>>,
    /// Dense index of the resource.
    pub(crate) resource: usize,
    missing: RefCell<BTreeSet<String>>,
}

impl<'a> Case<'a> {
    /// `None` when the resource is not in the catalogue.
    pub(crate) fn new(world: &'a World<'a>, lead: &'a Lead) -> Option<Self> {
        let resource = world.reference.catalogue.index_of(lead.resource.as_str())?;
        let mut case = Self {
            world,
            lead,
            draws: Draws::new(world.options.seed, lead.id.as_str(), world.options.draws),
            measure: Measure::Tonnes,
            supplies: Vec::new(),
            resource,
            missing: RefCell::default(),
        };
        case.measure = case.measure();
        case.supplies = case.supplies();
        Some(case)
    }

    /// The resource at a dense index.
    pub(crate) fn resource(&self, ix: usize) -> &'a Resource {
        &self.world.reference.catalogue.all()[ix]
    }

    /// The pathways on the way, in order.
    pub(crate) fn pathways(&self) -> impl Iterator<Item = &'a Pathway> {
        let all = &self.world.reference.pathways;
        self.lead.steps.iter().filter_map(|step| all.get(step.pathway.as_str()))
    }

    /// The flow of a party, when known.
    pub(crate) fn flow(&self, party: &Party) -> Option<&'a Flow> {
        self.world.flow(party.flow.as_ref()?)
    }

    /// A range that is known otherwise than by a figure.
    pub(crate) fn draw(&self, key: &str, range: Range) -> Drawn {
        Drawn::said(self.draws.of(key, range))
    }

    /// A range of an entry of the knowledge base: a yield, a cost. Such entries bear no confidence of their own: low.
    pub(crate) fn draw_entry(&self, key: &str, range: Range) -> Drawn {
        Drawn::entry(self.draws.of(key, range), Confidence::Low)
    }

    /// A figure that should be there; that it is not becomes a finding.
    pub(crate) fn figure(&self, id: &str, unit: &str) -> Option<Drawn> {
        let found = self.maybe(id, unit);
        if found.is_none() {
            self.missing.borrow_mut().insert(id.to_owned());
        }
        found
    }

    /// A figure that may well not be there.
    pub(crate) fn maybe(&self, id: &str, unit: &str) -> Option<Drawn> {
        self.world.figure(id, unit).map(|entry| self.draw_figure(entry))
    }

    fn draw_figure(&self, entry: &Entry) -> Drawn {
        let values = self.draws.of(entry.id.as_str(), entry.range);
        Drawn::figure(values, entry.id.clone(), entry.confidence)
    }

    /// The middle of a figure that should be there.
    pub(crate) fn middle(&self, id: &str, unit: &str) -> Option<f64> {
        let found = self.world.figure(id, unit);
        if found.is_none() {
            self.missing.borrow_mut().insert(id.to_owned());
        }
        found.map(|entry| entry.range.mid())
    }

    /// The figures that were wanted in vain.
    pub(crate) fn missing(self) -> BTreeSet<String> {
        self.missing.into_inner()
    }

    /// What all givers give together; `None` when nothing is known of any.
    pub(crate) fn amount(&self) -> Option<Drawn> {
        self.supplies.iter().filter_map(|s| s.amount.clone()).reduce(|sum, amount| sum.plus(&amount))
    }

    /// Tonnes, MWh or m³: what the flows say first, then what the resource is.
    fn measure(&self) -> Measure {
        let flows = || self.lead.parties.iter().filter_map(|party| self.flow(party)?.quantity.as_ref());
        let units = &self.world.units;
        match self.resource(self.resource).kind {
            Kind::Energy if flows().any(|q| q.unit.same_kind(&units.mwh_year)) => Measure::MegawattHours,
            Kind::Energy if self.lead.tonnes.is_some() => Measure::Tonnes,
            Kind::Energy => Measure::MegawattHours,
            Kind::Water => Measure::CubicMetres,
            _ => Measure::Tonnes,
        }
    }

    fn supplies(&self) -> Vec<Supply<'a>> {
        let lead = self.lead;
        let mut supplies: Vec<_> = lead
            .with_role(Role::Giver)
            .map(|party| Supply { party, flow: self.flow(party), amount: None })
            .collect();
        if lead.kind == LeadKind::Chain {
            for supply in &mut supplies {
                supply.amount = self.member_amount(supply.party);
            }
        } else if let Some(only) = supplies.first_mut() {
            only.amount = self.pair_amount(only.flow);
        }
        supplies
    }

    /// What a member of a group brings, in the draws in which it is there at all.
    fn member_amount(&self, party: &Party) -> Option<Drawn> {
        let flow = self.flow(party);
        let stated = flow.and_then(|flow| self.yearly(flow));
        let tonnes = party.tonnes.filter(|_| self.measure == Measure::Tonnes);
        let amount = stated.or_else(|| Some(self.draw(&format!("amount:{}", party.site), tonnes?)))?;
        let there = self.draws.happens(&format!("exists:{}", party.site), f64::from(party.likelihood));
        Some(amount.times(&Drawn::said(there)))
    }

    /// What can flow between two: the smaller of supply and need.
    fn pair_amount(&self, giver: Option<&'a Flow>) -> Option<Drawn> {
        if self.measure == Measure::Tonnes {
            return Some(self.draw("tonnes", self.lead.tonnes?));
        }
        let direct = self.lead.with_role(Role::Processor).next().is_none();
        let taker = self.lead.with_role(Role::Taker).next().filter(|_| direct).and_then(|p| self.flow(p));
        let amounts = [giver, taker].map(|flow| flow.and_then(|flow| self.yearly(flow)));
        amounts.into_iter().flatten().reduce(|supply, need| supply.with(&need, f64::min))
    }

    /// A flow's amount per year in the measure of the lead.
    pub(crate) fn yearly(&self, flow: &Flow) -> Option<Drawn> {
        let units = &self.world.units;
        let range = match self.measure {
            Measure::Tonnes => flow.tonnes,
            Measure::MegawattHours => flow.quantity.as_ref()?.to(&units.mwh_year).ok().map(|q| q.range),
            // A cubic metre of water weighs a tonne.
            Measure::CubicMetres => flow
                .quantity
                .as_ref()
                .and_then(|q| q.to(&units.m3_year).ok())
                .map(|q| q.range)
                .or(flow.tonnes),
        };
        Some(self.draw(&format!("amount:{}", flow.site), range?))
    }
}
