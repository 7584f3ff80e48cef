//! Which of the readings of a wording a site means: its direction, its stated code and its own trade decide.

use crate::text::fold;
use crate::{Classification, Classifier, broken};
use model::{Direction, Flow, Site};
use reference::{Kind, Profile, Resource, Typical, WasteCode};
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use units::{Quantity, Unit};

/// Below this a wording is left unclassified: a person will choose.
pub(crate) const LEAST: f64 = 0.3;
/// Above this a wording is taken as said.
const SURE: f64 = 0.75;
/// How much a stated code, the code the words themselves point to, and the trade of the site speak for a reading.
const STATED: f64 = 1.4;
const OWN_CODE: f64 = 1.02;
const AT_HOME: f64 = 1.04;
/// A trade speaks for what at least this share of its firms have.
const USUAL: f64 = 0.1;

/// What sort of resource makes sense in a direction: one does not throw away a forklift service.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Side {
    Residue,
    Input,
    /// Bought by who lives from waste: what others have left.
    Recovered,
    /// Looked for.
    Needed,
    /// So many tonnes, cubic metres or MWh looked for: no equipment and no service.
    NeededByAmount,
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
            Direction::Needs if flow.quantity.as_ref().is_some_and(is_physical) => Self::NeededByAmount,
            Direction::Needs => Self::Needed,
            Direction::CanShare => Self::Shared,
        }
    }

    /// How much a resource fits the direction.
    fn fit(self, resource: &Resource, wording: &str) -> f64 {
        match self {
            // Who throws plasterboard away means what is left of it.
            Self::Residue if resource.kind == Kind::Material && resource.codes.is_empty() => 0.97,
            Self::Residue if resource.kind.is_flow() => 1.0,
            Self::Residue => 0.6,
            Self::Input | Self::Paid if is_leftover(&resource.fr) && !is_leftover(wording) => 0.7,
            Self::Recovered if resource.kind == Kind::Material && resource.codes.is_empty() => 0.9,
            Self::Shared if resource.kind.is_flow() => 0.8,
            Self::Needed if resource.kind.is_flow() => 0.9,
            Self::NeededByAmount if !resource.kind.is_flow() => 0.8,
            // A yearly bill leans to a service, but gloves are bought by the year as well.
            Self::Paid if resource.kind.is_flow() => 0.95,
            Self::Input
            | Self::Recovered
            | Self::Needed
            | Self::NeededByAmount
            | Self::Shared
            | Self::Paid => 1.0,
        }
    }
}

/// Collecting, sorting and treating waste, wholesale of it (NAF rev. 2: division 38, class 46.77).
fn lives_from_waste(classes: &[String]) -> bool {
    classes.iter().any(|class| class.starts_with("38") || class.starts_with("46.77"))
}

/// True for what only exists used up: who buys « soude » means fresh one unless they say otherwise.
fn is_leftover(name: &str) -> bool {
    const USED: [&str; 9] = ["chute", "dechet", "rebut", "usage", "use", "usee", "vieux", "vieille", "occ"];
    const ONCE: [&str; 4] = ["usage", "demont", "recuper", "recycl"];
    let used = |word: &str| {
        USED.contains(&word)
            || USED.contains(&word.trim_end_matches('s'))
            || ONCE.iter().any(|start| word.starts_with(start))
    };
    fold(name).split(|c: char| !c.is_alphanumeric()).any(used)
}

fn is_physical(quantity: &Quantity) -> bool {
    let yearly = ["t/year", "m3/year", "MWh/year"].into_iter().filter_map(|unit| unit.parse::<Unit>().ok());
    yearly.into_iter().any(|unit| quantity.to(&unit).is_ok())
}

fn is_money(quantity: Option<&Quantity>) -> bool {
    let euros = "EUR/year".parse::<Unit>().ok();
    quantity.zip(euros).is_some_and(|(quantity, euros)| quantity.to(&euros).is_ok())
}

/// What was chosen for each wording: people use the same words again and again, and an edited territory is settled again as a whole.
#[derive(Default)]
pub(crate) struct Choices {
    chosen: Mutex<HashMap<Said, Option<Choice>>>,
    homes: Mutex<HashMap<Vec<String>, Arc<Home>>>,
}

/// Words, stated code, direction and classes of the site: what a choice is made by.
type Said = (String, Option<WasteCode>, Side, Vec<String>);

/// What is usual in a trade, by direction: dense indexes of resources.
#[derive(Debug, Default)]
struct Home {
    gives: Vec<usize>,
    takes: Vec<usize>,
    shares: Vec<usize>,
}

impl Home {
    fn of(classifier: &Classifier<'_>, classes: &[String]) -> Self {
        let reference = classifier.reference();
        let profiles: Vec<Profile> =
            classes.iter().map(|class| reference.activities.profile(class)).collect();
        let usual = |lists: fn(&Profile) -> [&Vec<Typical>; 2]| -> Vec<usize> {
            let typical = profiles.iter().flat_map(|profile| lists(profile).into_iter().flatten());
            let usual = typical.filter(|typical| typical.p >= USUAL);
            usual.filter_map(|typical| reference.catalogue.index_of(typical.r.as_str())).collect()
        };
        Self {
            gives: usual(|p| [&p.gives, &p.gives]),
            takes: usual(|p| [&p.takes, &p.makes]),
            shares: usual(|p| [&p.owns, &p.needs]),
        }
    }

    fn knows(&self, side: Side, resource: usize) -> bool {
        match side {
            Side::Residue => &self.gives,
            Side::Input | Side::Recovered | Side::Paid => &self.takes,
            Side::Needed | Side::NeededByAmount | Side::Shared => &self.shares,
        }
        .contains(&resource)
    }
}

impl Choices {
    /// Wordings remembered; beyond that all are forgotten.
    const MOST: usize = 100_000;

    /// What is meant by a flow of a site; without the site, by anybody.
    pub(crate) fn of(
        &self,
        classifier: &Classifier<'_>,
        flow: &Flow,
        place: Option<&Site>,
    ) -> Option<Choice> {
        let activity = place.and_then(|site| site.activity.as_ref());
        let classes = activity.map(|code| classifier.reference().naf.as_rev2(code)).unwrap_or_default();
        let side = match Side::of(flow) {
            Side::Input if flow.direction == Direction::TakesIn && lives_from_waste(&classes) => {
                Side::Recovered
            }
            side => side,
        };
        let key = (flow.wording.to_string(), flow.waste_code, side, classes);
        // Nothing is ever left there by half: what a panic interrupted was not put in.
        let lock = || self.chosen.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = lock().get(&key) {
            return known.clone();
        }
        let home = self.home(classifier, &key.3);
        let choice = choose(classifier, &flow.wording, flow.waste_code, (side, &home));
        let mut known = lock();
        if known.len() >= Self::MOST {
            known.clear();
        }
        known.insert(key, choice.clone());
        choice
    }

    fn home(&self, classifier: &Classifier<'_>, classes: &[String]) -> Arc<Home> {
        let mut homes = self.homes.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = homes.get(classes) {
            return Arc::clone(known);
        }
        let home = Arc::new(Home::of(classifier, classes));
        homes.insert(classes.to_vec(), Arc::clone(&home));
        home
    }
}

/// The reading taken.
#[derive(Clone, Debug)]
pub(crate) struct Choice {
    pub(crate) resource: reference::ResourceId,
    /// What the amount counts: the thing as it was, when it is broken.
    pub(crate) counted: reference::ResourceId,
    /// How sure, 0–1.
    pub(crate) belief: f64,
    /// True when the words alone say it.
    pub(crate) said: bool,
    pub(crate) code: Option<WasteCode>,
}

fn choose(
    classifier: &Classifier<'_>,
    wording: &str,
    stated: Option<WasteCode>,
    (side, home): (Side, &Home),
) -> Option<Choice> {
    let found = classifier.classify(wording, 12);
    let catalogue = &classifier.reference().catalogue;
    let usual = found.codes.first().map(|c| c.code).filter(|_| side == Side::Residue);
    let weigh = |index: usize, score: f64| {
        let resource = &catalogue.all()[index];
        let bears = |code: WasteCode| resource.codes.iter().any(|c| c.digits() == code.digits());
        let said = match stated {
            Some(code) if bears(code) => STATED,
            None if usual.is_some_and(bears) => OWN_CODE,
            _ => 1.0,
        };
        score * side.fit(resource, wording) * said * if home.knows(side, index) { AT_HOME } else { 1.0 }
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
    let code = stated.or_else(|| residue_code(resource, &found, side));
    let counted = if resource.piece.is_some() { resource } else { counted };
    Some(Choice {
        resource: resource.id.clone(),
        counted: counted.id.clone(),
        belief: (score / SURE).min(1.0),
        said: found.resources.iter().any(|r| r.index == index && r.score >= SURE),
        code,
    })
}

/// The code of a flow whose resource somebody chose: the one its words point to among those of the resource.
pub(crate) fn code_of(classifier: &Classifier<'_>, flow: &Flow) -> Option<WasteCode> {
    let resource = classifier.reference().catalogue.get(flow.resource.as_ref()?.as_str())?;
    residue_code(resource, &classifier.classify(&flow.wording, 12), Side::of(flow))
}

/// The code a residue of a resource bears: the first that the words point to, else its usual one; what is bought or sold is no waste.
fn residue_code(resource: &Resource, found: &Classification, side: Side) -> Option<WasteCode> {
    let own = |code: &WasteCode| resource.codes.iter().any(|c| c.digits() == code.digits());
    let said = || found.codes.iter().map(|c| c.code).find(own);
    let waste = side == Side::Residue && resource.kind == Kind::Material;
    if waste { said().or_else(|| resource.codes.first().copied()) } else { None }
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
