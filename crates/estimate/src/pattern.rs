//! A profile made ready for many sites: what does not depend on the site is worked out once and shared by all its guesses.

use crate::limits::Limits;
use model::{Basis, Direction, Evidence, Flow, FlowId, Site, Text};
use reference::{Profile, Rarity, Reference, ResourceId, Specialty, Typical};
use std::sync::Arc;
use units::{Quantity, Range, Unit};

/// The typical flows of a profile, most particular and likeliest first, and where they are known from.
pub(crate) struct Pattern {
    pub(crate) sides: [(Direction, Vec<Guess>); 5],
    /// `NAF 16.10`: the entry of the profile.
    pub(crate) evidence: Arc<Evidence>,
}

/// By weight; of equals what has an amount, then what is named more precisely. Of common kin one is enough: who says corrugated
/// cardboard has said cardboard.
fn ranked(mut weighed: Vec<(f64, Guess)>, reference: &Reference, once: bool) -> Vec<Guess> {
    let precise = |guess: &Guess| reference.catalogue.ancestors(guess.number).len();
    weighed.sort_by(|(a, x), (b, y)| {
        let known = y.amount.is_some().cmp(&x.amount.is_some());
        let equals = known.then_with(|| precise(y).cmp(&precise(x))).then_with(|| x.number.cmp(&y.number));
        b.total_cmp(a).then(equals)
    });
    let mut kept: Vec<Guess> = Vec::with_capacity(weighed.len());
    for (_, guess) in weighed {
        let kin = |other: &Guess| {
            reference.catalogue.steps_up(guess.number, other.number).is_some()
                || reference.catalogue.steps_up(other.number, guess.number).is_some()
        };
        if !(once && guess.common && kept.iter().any(kin)) {
            kept.push(guess);
        }
    }
    kept
}

/// A typical flow.
pub(crate) struct Guess {
    resource: ResourceId,
    /// `GivesOut/pallet-wood`: its name at any site.
    name: Text,
    /// Its number in the catalogue.
    pub(crate) number: usize,
    /// Chances (0–1) that a site of the profile has it.
    pub(crate) p: f32,
    /// Nearly every trade has it as often: it says nothing of this one.
    pub(crate) common: bool,
    amount: Option<PerEmployee>,
}

/// An amount per employee and year.
struct PerEmployee {
    range: Range,
    /// From the profile's unit to base units.
    factor: f64,
    /// Of the amount of a site.
    unit: Unit,
    /// From that unit to tonnes per year; `None` when it is no mass.
    tonnes: Option<f64>,
}

impl Pattern {
    pub(crate) fn of(profile: &Profile, reference: &Reference, rarity: &Rarity, limits: &Limits) -> Self {
        let side = |direction: Direction, typicals: &[Typical]| {
            let guessed = typicals.iter().filter_map(|typical| {
                let share = rarity.share(direction.side(), &typical.r, typical.p);
                let guess = Guess::of((direction, typical), reference, share >= limits.common)?;
                Some((typical.p * share.max(f64::EPSILON).powf(-limits.particular), guess))
            });
            (direction, ranked(guessed.collect(), reference, Limits::apart(direction)))
        };
        Self {
            sides: [
                side(Direction::GivesOut, &profile.gives),
                side(Direction::TakesIn, &profile.takes),
                side(Direction::Sells, &profile.makes),
                side(Direction::Needs, &profile.needs),
                side(Direction::CanShare, &profile.owns),
            ],
            evidence: Evidence::new(Basis::Estimated, format!("NAF {}", profile.basis)).into(),
        }
    }

    /// True when nothing is typical of the activity.
    pub(crate) fn is_empty(&self) -> bool {
        self.sides.iter().all(|(_, guesses)| guesses.is_empty())
    }
}

impl Guess {
    /// `None` for a resource the catalogue does not know.
    fn of((direction, typical): (Direction, &Typical), reference: &Reference, common: bool) -> Option<Self> {
        let number = reference.catalogue.index_of(typical.r.as_str())?;
        #[expect(clippy::cast_possible_truncation, reason = "a probability")]
        let p = typical.p as f32;
        let amount = typical.amount.as_ref().and_then(|amount| PerEmployee::of(&amount.quantity()?));
        let name = format!("{direction:?}/{}", typical.r).into();
        Some(Self { resource: typical.r.clone(), name, number, p, common, amount })
    }

    /// What is left of the chances at a site whose name says a trade finer than its class: a pipeline lends no lorries.
    pub(crate) fn kept(&self, direction: Direction, trades: &[&Specialty]) -> f32 {
        let kept = |trade: &&Specialty| match direction {
            Direction::TakesIn if trade.takes.contains_key(&self.resource) => 1.0,
            Direction::TakesIn => trade.rest_takes,
            Direction::GivesOut if trade.gives.contains_key(&self.resource) => 1.0,
            _ => trade.rest_gives,
        };
        #[expect(clippy::cast_possible_truncation, reason = "a share")]
        let most = trades.iter().map(kept).reduce(f64::max).unwrap_or(1.0) as f32;
        most
    }

    /// The guess at a site.
    pub(crate) fn at(
        &self,
        site: &Site,
        direction: Direction,
        likelihood: f32,
        evidence: &Arc<Evidence>,
    ) -> Flow {
        let id = FlowId::of_guess(&site.id, &self.name);
        let mut flow = Flow::worded(id, site.id.clone(), direction, String::new(), Arc::clone(evidence));
        flow.resource = Some(self.resource.clone());
        flow.resource_belief = 1.0;
        flow.likelihood = likelihood;
        let amount = self.amount.as_ref().and_then(|amount| Some((amount, amount.times(site)?)));
        flow.tonnes = amount.and_then(|(amount, range)| Some(range.scale(amount.tonnes?))).into();
        flow.quantity = amount.map(|(amount, range)| Quantity::new(range, amount.unit.clone())).into();
        flow
    }
}

impl PerEmployee {
    fn of(amount: &Quantity) -> Option<Self> {
        let employee: Unit = "emp".parse().ok()?;
        let unit = amount.unit.times(&employee);
        let factor = amount.unit.factor_to_base() * employee.factor_to_base();
        let tonnes = unit.factor_to(&"t/year".parse().ok()?).ok();
        Some(Self { range: amount.range, factor, unit, tonnes })
    }

    /// Times the headcount, both ranges; `None` when it is unknown or the site has nobody.
    fn times(&self, site: &Site) -> Option<Range> {
        let people = site.headcount.as_ref()?.people;
        (people.high() > 0.0).then(|| self.range.times(people).scale(self.factor))
    }
}
