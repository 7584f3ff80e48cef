//! What all leads share: the knowledge base on the day, and the territory by id.

use crate::Options;
use model::{
    ActorId, Direction, Exchange, ExchangeState, Finding, Flow, FlowId, Severity, Site, SiteId, Territory,
};
use reference::{Confidence, FigureId, Missing, Rarity, Reference};
use std::collections::{BTreeSet, HashMap, HashSet};
use std::hash::Hasher;
use units::{Range, Unit, UnitError};

/// A figure that holds on the day, in base units.
pub(crate) struct Entry {
    pub(crate) id: FigureId,
    pub(crate) range: Range,
    /// Base units spelt out: `EUR/t`, `tCO2e/t.km`.
    pub(crate) unit: String,
    pub(crate) confidence: Confidence,
}

/// The units results are given in and stated amounts are read in.
pub(crate) struct Units {
    pub(crate) eur_year: Unit,
    pub(crate) co2_year: Unit,
    pub(crate) t_year: Unit,
    pub(crate) mwh_year: Unit,
    pub(crate) m3_year: Unit,
    pub(crate) h_year: Unit,
    pub(crate) eur_t: Unit,
    pub(crate) eur_mwh: Unit,
    pub(crate) eur_m3: Unit,
    pub(crate) eur_piece: Unit,
}

impl Units {
    fn parse() -> Result<Self, UnitError> {
        Ok(Self {
            eur_year: "EUR/year".parse()?,
            co2_year: "tCO2e/year".parse()?,
            t_year: "t/year".parse()?,
            mwh_year: "MWh/year".parse()?,
            m3_year: "m3/year".parse()?,
            h_year: "h/year".parse()?,
            eur_t: "EUR/t".parse()?,
            eur_mwh: "EUR/MWh".parse()?,
            eur_m3: "EUR/m3".parse()?,
            eur_piece: "EUR/piece".parse()?,
        })
    }
}

/// Shared by all leads, read only.
pub(crate) struct World<'a> {
    pub(crate) reference: &'a Reference,
    pub(crate) options: &'a Options,
    pub(crate) units: Units,
    figures: HashMap<&'a str, Entry>,
    flows: HashMap<&'a FlowId, &'a Flow>,
    sites: HashMap<&'a SiteId, &'a Site>,
    taken_in: HashMap<&'a SiteId, Vec<&'a Flow>>,
    priced_sales: HashMap<&'a SiteId, Vec<&'a Flow>>,
    given: HashMap<&'a SiteId, Vec<&'a Exchange>>,
    insertion: HashSet<&'a ActorId>,
    rarity: Rarity,
}

impl<'a> World<'a> {
    pub(crate) fn new(
        territory: &'a Territory,
        reference: &'a Reference,
        options: &'a Options,
    ) -> Result<Self, UnitError> {
        let mut taken_in: HashMap<_, Vec<_>> = HashMap::new();
        for flow in territory.flows.iter().filter(|f| f.direction == Direction::TakesIn) {
            taken_in.entry(&flow.site).or_default().push(flow);
        }
        let mut priced_sales: HashMap<_, Vec<_>> = HashMap::new();
        let sold = |flow: &&Flow| flow.direction == Direction::Sells && flow.price.is_some();
        for flow in territory.flows.iter().filter(sold) {
            priced_sales.entry(&flow.site).or_default().push(flow);
        }
        let mut given: HashMap<_, Vec<_>> = HashMap::new();
        for exchange in territory.exchanges.iter().filter(|e| e.state == ExchangeState::Running) {
            given.entry(&exchange.from).or_default().push(exchange);
        }
        Ok(Self {
            reference,
            options,
            units: Units::parse()?,
            figures: figures_on(reference, options),
            flows: territory.flows.iter().map(|flow| (&flow.id, flow)).collect(),
            sites: territory.sites.iter().map(|site| (&site.id, site)).collect(),
            taken_in,
            priced_sales,
            given,
            insertion: territory.actors.iter().filter(|a| a.kind.is_insertion()).map(|a| &a.id).collect(),
            rarity: Rarity::of(reference.activities.all()),
        })
    }

    /// What all leads are reckoned with, in one number: the options and every figure of the day.
    pub(crate) fn digest(&self) -> u64 {
        let mut figures: Vec<_> = self.figures.iter().collect();
        figures.sort_unstable_by_key(|(id, _)| **id);
        let mut digest = model::Digest::default();
        digest.eat(self.options);
        for (id, entry) in figures {
            digest.eat(&(id, entry.range, &entry.unit, entry.confidence));
        }
        digest.finish()
    }

    /// The figure of that id on the day, whose base unit is `unit`.
    pub(crate) fn figure(&self, id: &str, unit: &str) -> Option<&Entry> {
        self.figures.get(id).filter(|entry| entry.unit == unit)
    }

    pub(crate) fn flow(&self, id: &FlowId) -> Option<&'a Flow> {
        self.flows.get(id).copied()
    }

    pub(crate) fn site(&self, id: &SiteId) -> Option<&'a Site> {
        self.sites.get(id).copied()
    }

    /// What a site takes in.
    pub(crate) fn taken_in(&self, site: &SiteId) -> &[&'a Flow] {
        self.taken_in.get(site).map_or(&[], Vec::as_slice)
    }

    /// What a site sells at a price it has said.
    pub(crate) fn priced_sales(&self, site: &SiteId) -> &[&'a Flow] {
        self.priced_sales.get(site).map_or(&[], Vec::as_slice)
    }

    /// What a site gives by exchanges that run.
    pub(crate) fn given(&self, site: &SiteId) -> &[&'a Exchange] {
        self.given.get(site).map_or(&[], Vec::as_slice)
    }

    /// True for a firm that collects, sorts or treats waste (NAF rev. 2, division 38, or wholesale of waste, 46.77).
    pub(crate) fn treats_waste(&self, site: &SiteId) -> bool {
        let activity = self.site(site).and_then(|site| site.activity.as_ref());
        let classes = activity.map(|code| self.reference.naf.as_rev2(code)).unwrap_or_default();
        classes.iter().any(|class| class.starts_with("38") || class == "46.77")
    }

    /// True when the site belongs to an insertion structure.
    pub(crate) fn is_insertion(&self, site: &SiteId) -> bool {
        self.site(site).is_some_and(|site| self.insertion.contains(&site.actor))
    }

    /// Share (0–1) of the trades of which such a flow would be guessed.
    pub(crate) fn share_of_trades(&self, flow: &Flow) -> Option<f64> {
        let least = self.figure("estimate.least-likelihood", "1").map_or(0.0, |least| least.range.mid());
        let share = |resource| self.rarity.share(flow.direction.side(), resource, least);
        flow.resource.as_ref().map(share)
    }

    /// Straight-line km between two sites; `None` when a place is unknown.
    pub(crate) fn km(&self, a: &SiteId, b: &SiteId) -> Option<f64> {
        Some(self.site(a)?.place?.reckoned_km(self.site(b)?.place?))
    }

    /// One finding for each figure that was wanted and could not be used.
    pub(crate) fn findings(&self, wanted: BTreeSet<String>) -> Vec<Finding> {
        wanted.into_iter().map(|id| self.finding(&id)).collect()
    }

    fn finding(&self, id: &str) -> Finding {
        match self.reference.figures.on(id, self.options.day) {
            Err(Missing::NotValid { id, day, from, until }) => {
                Finding::new(Severity::Warning, "figure-not-valid", id)
                    .with("day", day)
                    .with("from", from)
                    .with("until", until)
            }
            Err(Missing::Unknown { id }) => Finding::new(Severity::Info, "figure-missing", id),
            Ok(figure) => Finding::new(Severity::Warning, "figure-unit", id).with("unit", &figure.value.unit),
        }
    }
}

fn figures_on<'a>(reference: &'a Reference, options: &Options) -> HashMap<&'a str, Entry> {
    let holding = reference.figures.all().filter(|figure| figure.holds_on(options.day));
    holding
        .map(|figure| {
            let unit = &figure.value.unit;
            let entry = Entry {
                id: figure.id.clone(),
                range: figure.value.range.scale(unit.factor_to_base()),
                unit: Unit::one().times(unit).symbol().to_owned(),
                confidence: figure.confidence,
            };
            (figure.id.as_str(), entry)
        })
        .collect()
}
