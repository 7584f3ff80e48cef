//! One lead under appraisal: its parties with their flows, its amount, its draws.

mod amount;
pub(crate) mod rivals;
mod said_km;
pub(crate) mod taken;
pub(crate) mod uses;

use crate::draws::Draws;
use crate::draws::drawn::Drawn;
use crate::world::{Entry, World};
use model::{Flow, Lead, Party};
use reference::{Confidence, FigureId, Pathway, Resource};
use std::cell::RefCell;
use std::collections::{BTreeSet, HashMap};
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
    /// True when the tonnes of a pair come from pieces or cubic metres.
    pub(crate) counted: bool,
    missing: RefCell<BTreeSet<String>>,
    /// Figures already drawn for this lead.
    drawn: RefCell<HashMap<FigureId, Drawn>>,
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
            counted: false,
            missing: RefCell::default(),
            drawn: RefCell::default(),
        };
        case.measure = case.measure();
        case.counted = case.counted();
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
        let mut known = self.drawn.borrow_mut();
        let draw = || {
            let values = self.draws.of(entry.id.as_str(), entry.range);
            Drawn::figure(values, entry.id.clone(), entry.confidence)
        };
        known.entry(entry.id.clone()).or_insert_with(draw).clone()
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
}
