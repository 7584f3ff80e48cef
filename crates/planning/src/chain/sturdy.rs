//! A plan for bad years, beside the one that gains most in a middling year.

use super::risk::euros;
use super::screen::screened;
use super::study::{answer, explained};
use super::{Asked, Caution, Chain, Choice, Study};
use crate::Watch;
use crate::draws::{only, totals};
use crate::instance::Answer;
use crate::solve::Status;

/// Shares of the supplies on which other plans are looked for.
const LEVELS: [f64; 3] = [0.9, 0.8, 0.7];

/// The plan whose worst draws are least bad.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct Sturdy {
    /// What opens, and what it brings in a middling year.
    pub choice: Choice,
    /// All it means.
    pub study: Study,
    /// How bad years were weighed.
    pub caution: Caution,
    /// How many single options, a place and a size each, were weighed on the first draws: all that could run within the budget.
    pub singles: usize,
    /// How many pairs of the best of them were; 0 where only one may open.
    pub pairs: usize,
    /// How many plans were weighed on all the draws; no proof that there is no better one.
    pub weighed: usize,
}

/// Among every option of the question alone, the best of them two by two where two may open, the plans worth choosing and plans made for less
/// supply: the one whose worst draws are best on average, of those that reach every minimum load with the chance asked. The draws are the same
/// for all; the options are weighed on the first of them, the best and the plans on all. `None`: none reaches it.
pub fn sturdy(
    chain: &Chain,
    asked: &Asked<'_>,
    plans: &[(Choice, Study)],
    watch: &mut dyn Watch,
) -> Option<Sturdy> {
    let mut all: Vec<(Choice, Study)> =
        plans.iter().filter(|(choice, _)| !choice.open.is_empty()).cloned().collect();
    let instance = chain.question(&asked.aims, asked.plant.storable);
    let screened = screened(chain, asked, watch);
    for open in screened.kept.into_iter().chain(for_less(chain, asked, watch)) {
        let known = |choice: &Choice| choice.open == open && choice.floor.is_none();
        if all.iter().any(|(choice, _)| known(choice)) {
            continue;
        }
        let answer = answer(&only(&instance, &open), &asked.settings, watch);
        if answer.open != open {
            continue;
        }
        // What is proved among these plants alone says nothing of the others.
        let answer = Answer { bound: None, gap: None, status: Status::Feasible, ..answer };
        let weights = instance.weights.unwrap_or_default();
        let totals = totals(&instance, &open, &answer.flows);
        let study = explained(chain, asked, &instance, answer, Vec::new(), None);
        let choice = Choice::of(weights, None, totals, open, &study.answer.flows);
        all.push((choice, study));
    }
    let weighed = all.len();
    let worst = |study: &Study| study.risk.as_ref().and_then(|risk| risk.worst);
    let sure =
        |study: &Study| study.risk.as_ref().is_some_and(|risk| risk.minimum_met >= asked.caution.chance);
    let reached =
        all.into_iter().filter(|(_, study)| sure(study)).filter_map(|(c, s)| Some((worst(&s)?, c, s)));
    let best = reached.reduce(|best, next| if next.0 > best.0 + 0.5 { next } else { best });
    let (singles, pairs) = (screened.singles, screened.pairs);
    best.map(|(_, choice, study)| Sturdy { choice, study, caution: asked.caution, singles, pairs, weighed })
}

/// Plants that a plan for less supply would open.
fn for_less(chain: &Chain, asked: &Asked<'_>, watch: &mut dyn Watch) -> Vec<Vec<String>> {
    let open = |level: &f64| {
        let mut less = chain.clone();
        for supply in &mut less.supplies {
            supply.amount = supply.amount.scale(*level);
        }
        let instance = euros(less.question(&asked.aims, asked.plant.storable));
        answer(&instance, &asked.settings, watch).open
    };
    LEVELS.iter().map(open).filter(|open| !open.is_empty()).collect()
}
