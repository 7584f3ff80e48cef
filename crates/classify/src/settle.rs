//! Classifies the flows of a territory and turns their amounts into tonnes where density or piece mass allow it.

use crate::{Classifier, broken};
use model::{Direction, Exchange, Finding, Flow, Severity, Territory};
use reference::{Kind, Resource, WasteCode};
use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};
use units::{Quantity, Range, Unit};

/// Below this a wording is left unclassified: a person will choose.
const LEAST: f64 = 0.3;
/// Above this a wording is taken as said.
const SURE: f64 = 0.75;

/// The territory with resources, waste codes and tonnes filled in where they were missing, and what stayed open.
pub fn settle(mut territory: Territory, classifier: &Classifier<'_>) -> (Territory, Vec<Finding>) {
    let mut findings = Vec::new();
    for flow in &mut territory.flows {
        let mut counted = flow.resource.clone();
        if flow.resource.is_none() {
            let choice = classifier.choices.of(classifier, flow);
            apply(flow, choice.as_ref(), &mut findings);
            counted = choice.as_ref().map(|choice| choice.counted.clone());
        }
        if let Some(resource) = counted.and_then(|id| classifier.reference().catalogue.get(id.as_str())) {
            flow.tonnes =
                flow.tonnes.or_else(|| flow.quantity.as_ref().and_then(|q| tonnes(q, resource))).into();
        }
    }
    for exchange in territory.exchanges.iter_mut().filter(|e| e.resource.is_none()) {
        settle_exchange(exchange, classifier);
    }
    (territory, findings)
}

/// What sort of resource makes sense in a direction: one does not throw away a forklift service.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Side {
    Residue,
    Input,
    Shared,
    /// Something a yearly sum is paid for, without a weight: more often work than goods.
    Paid,
}

impl Side {
    fn of(flow: &Flow) -> Self {
        match flow.direction {
            Direction::TakesIn | Direction::Needs if is_money(flow.quantity.as_ref()) => Self::Paid,
            Direction::GivesOut => Self::Residue,
            Direction::TakesIn | Direction::Sells => Self::Input,
            Direction::CanShare | Direction::Needs => Self::Shared,
        }
    }

    /// How much a resource fits the direction.
    fn fit(self, resource: &Resource) -> f64 {
        match self {
            // Who throws plasterboard away means what is left of it.
            Self::Residue if resource.kind == Kind::Material && resource.codes.is_empty() => 0.97,
            Self::Residue if resource.kind.is_flow() => 1.0,
            Self::Residue => 0.6,
            Self::Input | Self::Paid if is_leftover(resource) => 0.85,
            Self::Shared if resource.kind.is_flow() => 0.8,
            // A yearly bill leans to a service, but gloves are bought by the year as well.
            Self::Paid if resource.kind.is_flow() => 0.95,
            Self::Input | Self::Shared | Self::Paid => 1.0,
        }
    }
}

/// True for what only exists used up: who buys « soude » means fresh one unless they say otherwise.
fn is_leftover(resource: &Resource) -> bool {
    resource.fr.split_whitespace().any(|word| matches!(word, "usé" | "usée" | "usagé" | "usagée" | "déchet"))
}

fn is_money(quantity: Option<&Quantity>) -> bool {
    let euros = "EUR/year".parse::<Unit>().ok();
    quantity.zip(euros).is_some_and(|(quantity, euros)| quantity.to(&euros).is_ok())
}

/// What was chosen for each wording: people use the same words again and again, and an edited territory is settled again as a whole.
#[derive(Default)]
pub(crate) struct Choices(Mutex<HashMap<Said, Option<Choice>>>);

/// Words, stated code and direction: what a choice is made by.
type Said = (String, Option<WasteCode>, Side);

impl Choices {
    /// Wordings remembered; beyond that all are forgotten.
    const MOST: usize = 100_000;

    fn of(&self, classifier: &Classifier<'_>, flow: &Flow) -> Option<Choice> {
        let side = Side::of(flow);
        let key = (flow.wording.to_string(), flow.waste_code, side);
        // Nothing is ever left there by half: what a panic interrupted was not put in.
        let lock = || self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = lock().get(&key) {
            return known.clone();
        }
        let choice = choose(classifier, &flow.wording, flow.waste_code, side);
        let mut known = lock();
        if known.len() >= Self::MOST {
            known.clear();
        }
        known.insert(key, choice.clone());
        choice
    }
}

#[derive(Clone, Debug)]
struct Choice {
    resource: reference::ResourceId,
    /// What the amount counts: the thing as it was, when it is broken.
    counted: reference::ResourceId,
    belief: f64,
    code: Option<WasteCode>,
}

fn choose(
    classifier: &Classifier<'_>,
    wording: &str,
    stated: Option<WasteCode>,
    side: Side,
) -> Option<Choice> {
    let found = classifier.classify(wording, 12);
    let catalogue = &classifier.reference().catalogue;
    let weigh = |index: usize, score: f64| {
        let resource = &catalogue.all()[index];
        let agrees = stated.is_some_and(|code| resource.codes.iter().any(|c| c.digits() == code.digits()));
        score * side.fit(resource) * if agrees { 1.4 } else { 1.0 }
    };
    let by_words = found
        .resources
        .iter()
        .map(|r| (r.index, weigh(r.index, r.score)))
        .max_by(|a, b| a.1.total_cmp(&b.1).then(b.0.cmp(&a.0)));
    // A stated code with a wording that says nothing (« divers ») still tells the resource.
    let (index, score) = match (by_words, stated) {
        (Some((index, score)), _) if score >= LEAST => (index, score),
        (_, Some(code)) => (by_code(classifier, code)?, LEAST),
        _ => return None,
    };
    let counted = &catalogue.all()[index];
    let resource = match side {
        Side::Residue => broken::remains(catalogue, counted, wording).unwrap_or(counted),
        _ => counted,
    };
    let wanted = side == Side::Residue && resource.kind == Kind::Material;
    let own = found
        .codes
        .iter()
        .map(|c| c.code)
        .find(|code| resource.codes.iter().any(|c| c.digits() == code.digits()));
    let code = stated.or(if wanted { own.or_else(|| resource.codes.first().copied()) } else { None });
    let counted = if resource.piece.is_some() { resource } else { counted };
    Some(Choice {
        resource: resource.id.clone(),
        counted: counted.id.clone(),
        belief: (score / SURE).min(1.0),
        code,
    })
}

/// The resource a code stands for: the one that lists it first, then the most general of those that list it.
fn by_code(classifier: &Classifier<'_>, code: WasteCode) -> Option<usize> {
    let catalogue = &classifier.reference().catalogue;
    let place = |ix: usize| catalogue.all()[ix].codes.iter().position(|c| c.digits() == code.digits());
    (0..catalogue.all().len())
        .filter_map(|ix| Some((place(ix)?, catalogue.ancestors(ix).len(), ix)))
        .min()
        .map(|(.., ix)| ix)
}

fn apply(flow: &mut Flow, choice: Option<&Choice>, findings: &mut Vec<Finding>) {
    match choice {
        Some(choice) => {
            flow.resource = Some(choice.resource.clone());
            flow.waste_code = flow.waste_code.or(choice.code);
            #[expect(clippy::cast_possible_truncation, reason = "a probability")]
            let belief = choice.belief as f32;
            flow.resource_belief = belief;
        }
        None => findings.push(
            Finding::new(Severity::Warning, "wording-unknown", flow.evidence.source.clone())
                .with("wording", &*flow.wording),
        ),
    }
}

fn settle_exchange(exchange: &mut Exchange, classifier: &Classifier<'_>) {
    let found = classifier.classify(&exchange.wording, 1);
    exchange.resource = found.resources.into_iter().find(|r| r.score >= LEAST).map(|r| r.resource);
}

/// A yearly amount in tonnes: as it is, by bulk density, or by piece mass. `None` when the resource has neither.
fn tonnes(quantity: &Quantity, resource: &Resource) -> Option<Range> {
    let per_year = |unit: &str| quantity.to(&unit.parse().ok()?).ok().map(|q| q.range);
    if let Some(mass) = per_year("t/year") {
        return Some(mass);
    }
    if let (Some(volume), Some(bulk)) = (per_year("m3/year"), resource.bulk) {
        return Some(volume.times(bulk.0).scale(1e-3));
    }
    let (pieces, piece) = (per_year("piece/year")?, resource.piece.as_ref()?);
    Some(pieces.times(piece.kg.0).scale(1e-3))
}
