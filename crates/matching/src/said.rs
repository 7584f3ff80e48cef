//! What the wordings of flows tell, read once: who asks for a used thing, who looks for an outlet, which kinds are named.

use crate::index::number;
use model::{Direction, Flow};
use reference::{Kinds, Reference, Tells};

/// What the words of one flow tell.
#[derive(Clone, Default)]
struct Told {
    used: bool,
    outlet: bool,
    at_home: bool,
    kinds: Kinds,
}

/// What the words of all flows tell, and what the names of resources do.
pub(crate) struct Said {
    /// Index into `told` by flow; 0 is silence.
    of_flow: Vec<u32>,
    told: Vec<Told>,
    names: Vec<Kinds>,
}

impl Said {
    pub(crate) fn of(flows: &[Flow], reference: &Reference) -> Self {
        let mut told = vec![Told::default()];
        let of_flow = flows
            .iter()
            .map(|flow| {
                let spoke = !flow.wording.is_empty() || flow.fate.stated.is_some();
                if spoke {
                    told.push(tell(flow, reference));
                }
                if spoke { number(told.len() - 1) } else { 0 }
            })
            .collect();
        let names = reference.catalogue.all().iter().map(|r| reference.sense.kinds(&r.fr)).collect();
        Self { of_flow, told, names }
    }

    fn told(&self, flow: u32) -> &Told {
        &self.told[self.of_flow[flow as usize] as usize]
    }

    /// The flow asks for the thing used, or looks for it without buying it.
    pub(crate) fn looks_for(&self, flow: u32, direction: Direction) -> bool {
        direction == Direction::Needs || self.told(flow).used
    }

    /// Somebody is sought who takes it.
    pub(crate) fn seeks_outlet(&self, flow: u32) -> bool {
        self.told(flow).outlet
    }

    /// It is used up where it arises.
    pub(crate) fn stays_at_home(&self, flow: u32) -> bool {
        self.told(flow).at_home
    }

    /// The kinds a flow names, else those its resource is called by.
    pub(crate) fn kinds(&self, flow: u32, resource: Option<usize>) -> Kinds {
        let named = resource.and_then(|ix| self.names.get(ix)).cloned().unwrap_or_default();
        self.told(flow).kinds.or(&named)
    }

    /// The kinds a taker is known to take: those of the flow it asks by, else all that it has said it takes.
    pub(crate) fn kinds_taken(
        &self,
        flow: Option<u32>,
        resource: Option<usize>,
        all: &[(usize, u32)],
    ) -> Kinds {
        match flow {
            Some(flow) => self.kinds(flow, resource),
            None => all.iter().fold(Kinds::default(), |kinds, (_, flow)| kinds.and(&self.told(*flow).kinds)),
        }
    }

    /// The kinds of what a process makes: those its name tells, else those of what went in.
    pub(crate) fn kinds_made(&self, output: usize, from: &Kinds) -> Kinds {
        self.names.get(output).cloned().unwrap_or_default().or(from)
    }
}

fn tell(flow: &Flow, reference: &Reference) -> Told {
    let sense = &reference.sense;
    let says = |what| sense.says(&flow.wording, what);
    let fate = flow.fate.stated.as_deref().unwrap_or_default();
    Told {
        used: says(Tells::Used),
        outlet: says(Tells::Outlet),
        at_home: says(Tells::AtHome) || sense.says(fate, Tells::AtHome),
        kinds: sense.kinds(&flow.wording),
    }
}
