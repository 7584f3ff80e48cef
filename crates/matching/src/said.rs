//! What the wordings of flows tell, read once: who asks for a used thing, who looks for an outlet, which kinds are named.

use crate::index::number;
use model::{Direction, Flow};
use reference::{GoodSense, Kinds, Reference, Tells};
use std::collections::HashMap;

/// What the words of one text, or of one flow, tell.
#[derive(Clone, Debug, Default)]
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
    /// Reads each text once; `words` knows those read before.
    pub(crate) fn of(flows: &[Flow], reference: &Reference, words: &mut Words) -> Self {
        let sense = &reference.sense;
        let mut told = vec![Told::default()];
        let mut read: HashMap<(&str, &str), u32> = HashMap::from([(("", ""), 0)]);
        let of_flow = flows
            .iter()
            .map(|flow| {
                let (wording, fate) =
                    (flow.wording.as_str(), flow.fate.stated.as_deref().unwrap_or_default());
                *read.entry((wording, fate)).or_insert_with(|| {
                    let at_home = words.told(fate, sense).at_home;
                    let own = words.told(wording, sense);
                    told.push(Told { at_home: own.at_home || at_home, ..own });
                    number(told.len() - 1)
                })
            })
            .collect();
        let names = reference.catalogue.all().iter().map(|r| words.told(&r.fr, sense).kinds).collect();
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

/// What texts were found to tell, by text. What words mean does not change while the program runs.
#[derive(Debug, Default)]
pub(crate) struct Words {
    before: HashMap<Box<str>, Told>,
    now: HashMap<Box<str>, Told>,
}

impl Words {
    /// Begins a search: texts that the one before has not met are forgotten.
    pub(crate) fn turn(&mut self) {
        self.before = std::mem::take(&mut self.now);
    }

    fn told(&mut self, text: &str, sense: &GoodSense) -> Told {
        if let Some(told) = self.now.get(text) {
            return told.clone();
        }
        let known = self.before.remove_entry(text);
        let (text, told) = known.unwrap_or_else(|| (text.into(), tell(text, sense)));
        self.now.insert(text, told.clone());
        told
    }
}

fn tell(text: &str, sense: &GoodSense) -> Told {
    let says = |what| sense.says(text, what);
    Told {
        used: says(Tells::Used),
        outlet: says(Tells::Outlet),
        at_home: says(Tells::AtHome),
        kinds: sense.kinds(text),
    }
}
