//! A small knowledge base and territories built in one line.

use matching::{Options, detect};
use model::{
    Actor, ActorKind, Basis, Direction, Evidence, Exchange, ExchangeState, Finding, Flow, Lead, Place,
    Precision, Site, Territory,
};
use reference::{ActivityCode, DataFile, Reference};
use units::Range;

const KNOWLEDGE: [DataFile<'static>; 2] = [
    DataFile { path: "knowledge.toml", text: include_str!("knowledge.toml") },
    // How much each sign is believed is no part of the scene.
    DataFile { path: "figures/belief.csv", text: include_str!("../../../../data/figures/belief.csv") },
];

pub fn give(resource: &'static str) -> (Direction, &'static str) {
    (Direction::GivesOut, resource)
}

pub fn take(resource: &'static str) -> (Direction, &'static str) {
    (Direction::TakesIn, resource)
}

pub fn sell(resource: &'static str) -> (Direction, &'static str) {
    (Direction::Sells, resource)
}

pub fn own(resource: &'static str) -> (Direction, &'static str) {
    (Direction::CanShare, resource)
}

pub fn need(resource: &'static str) -> (Direction, &'static str) {
    (Direction::Needs, resource)
}

/// A territory along a road: each site at so many km east of the first.
pub struct Scene(Territory);

impl Scene {
    pub fn new() -> Self {
        Self(Territory::default())
    }

    pub fn site(self, id: &str, naf: &str, km: f64, flows: &[(Direction, &str)]) -> Self {
        self.add(id, ActorKind::Company, Some(naf), Some(km), flows)
    }

    pub fn unplaced(self, id: &str, naf: &str, flows: &[(Direction, &str)]) -> Self {
        self.add(id, ActorKind::Company, Some(naf), None, flows)
    }

    pub fn insertion(self, id: &str, kind: ActorKind, km: f64) -> Self {
        self.add(id, kind, None, Some(km), &[])
    }

    pub fn same_actor(mut self, a: &str, b: &str) -> Self {
        let actor = self.0.sites.iter().find(|s| s.id.as_str() == a).unwrap().actor.clone();
        self.0.sites.iter_mut().find(|s| s.id.as_str() == b).unwrap().actor = actor;
        self
    }

    pub fn running(mut self, from: &str, to: &str, resource: &str) -> Self {
        self.0.exchanges.push(Exchange {
            id: format!("{from}>{to}").into(),
            from: from.into(),
            to: to.into(),
            wording: String::new(),
            resource: Some(resource.into()),
            quantity: None,
            stated: None,
            since: None,
            state: ExchangeState::Running,
            evidence: said(),
        });
        self
    }

    /// The exchanges that run are lines of a waste register.
    pub fn registered(mut self) -> Self {
        for exchange in &mut self.0.exchanges {
            exchange.evidence.basis = Basis::Register;
        }
        self
    }

    pub fn tonnes(&mut self, site: &str, tonnes: f64) {
        for flow in self.0.flows.iter_mut().filter(|f| f.site.as_str() == site) {
            flow.tonnes = Some(Range::exact(tonnes).unwrap()).into();
        }
    }

    /// How much heat each flow of a site is, MWh a year.
    pub fn megawatt_hours(mut self, site: &str, amount: f64) -> Self {
        let unit: units::Unit = "MWh/year".parse().unwrap();
        for flow in self.0.flows.iter_mut().filter(|f| f.site.as_str() == site) {
            let range = Range::exact(amount).unwrap();
            flow.quantity = Some(units::Quantity::new(range, unit.clone())).into();
        }
        self
    }

    /// What a site takes is known from the register of who brings it.
    pub fn received(mut self, site: &str) -> Self {
        for flow in self.0.flows.iter_mut().filter(|f| f.site.as_str() == site) {
            flow.evidence = Evidence::new(Basis::Register, "test").into();
        }
        self
    }

    pub fn code(&mut self, code: &str, stated: bool) {
        for flow in &mut self.0.flows {
            flow.waste_code = Some(code.parse().unwrap());
            flow.waste_code_stated = stated;
        }
    }

    /// What a site calls its first flow.
    pub fn saying(mut self, site: &str, wording: &str) -> Self {
        let flow = self.0.flows.iter_mut().find(|f| f.site.as_str() == site).unwrap();
        flow.wording = wording.into();
        self
    }

    /// What a site has by its profile only: nobody said it.
    pub fn guessed(mut self, site: &str) -> Self {
        for flow in self.0.flows.iter_mut().filter(|f| f.site.as_str() == site) {
            flow.wording.clear();
            flow.evidence = Evidence::new(Basis::Estimated, "test").into();
        }
        self
    }

    /// What a site is called.
    pub fn named(mut self, site: &str, name: &str) -> Self {
        self.0.sites.iter_mut().find(|s| s.id.as_str() == site).unwrap().name = name.into();
        self
    }

    /// What becomes of the first flow of a site today.
    pub fn fate(mut self, site: &str, fate: &str) -> Self {
        let flow = self.0.flows.iter_mut().find(|f| f.site.as_str() == site).unwrap();
        flow.fate.stated = Some(fate.into());
        self
    }

    /// Who takes the first flow of a site today.
    pub fn taken_by(mut self, site: &str, who: &str) -> Self {
        let flow = self.0.flows.iter_mut().find(|f| f.site.as_str() == site).unwrap();
        flow.fate.who = Some(who.into());
        self
    }

    /// What a site says of the quality of its flows.
    pub fn quality(&mut self, site: &str, quality: &str) {
        for flow in self.0.flows.iter_mut().filter(|f| f.site.as_str() == site) {
            flow.quality = Some(quality.to_owned()).filter(|said| !said.is_empty()).into();
        }
    }

    pub fn findings_with(&self, reference: &Reference) -> Vec<Finding> {
        detect(&self.0, reference, &Options::default()).1
    }

    pub fn detect(&self) -> Vec<Lead> {
        let reference = Reference::load(&KNOWLEDGE).unwrap();
        self.detect_with(&reference)
    }

    pub fn detect_with(&self, reference: &Reference) -> Vec<Lead> {
        detect(&self.0, reference, &Options::default()).0
    }

    pub fn detect_as(&self, options: &Options) -> Vec<Lead> {
        let reference = Reference::load(&KNOWLEDGE).unwrap();
        detect(&self.0, &reference, options).0
    }

    pub fn struck(&self) -> Vec<matching::Struck> {
        let reference = Reference::load(&KNOWLEDGE).unwrap();
        matching::struck(&self.0, &reference)
    }

    fn add(
        mut self,
        id: &str,
        kind: ActorKind,
        naf: Option<&str>,
        km: Option<f64>,
        flows: &[(Direction, &str)],
    ) -> Self {
        self.0.actors.push(Actor { id: id.into(), name: id.into(), kind, evidence: said() });
        self.0.sites.push(Site {
            id: id.into(),
            actor: id.into(),
            name: id.into(),
            siret: None,
            activity: naf.map(|code| ActivityCode::parse(code, None).unwrap()),
            activity_label: None,
            headcount: None,
            place: km.map(|km| Place { lat: 0.0, lon: km / 111.195, precision: Precision::Exact }),
            address: None,
            commune: None,
            zone: None,
            evidence: said(),
        });
        for (direction, resource) in flows {
            let name = format!("{id}/{direction:?}/{resource}");
            let mut flow = Flow::worded(name.into(), id.into(), *direction, (*resource).into(), said());
            flow.resource = Some((*resource).into());
            flow.resource_belief = 1.0;
            self.0.flows.push(flow);
        }
        self
    }
}

fn said() -> Evidence {
    Evidence::new(Basis::Declared, "test")
}
