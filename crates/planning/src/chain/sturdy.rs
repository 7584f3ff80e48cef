//! A plan for bad years, beside the one that gains most in a middling year.

use super::front::best_of_sizes;
use super::risk::euros;
use super::study::{answer, explained};
use super::{Asked, Chain, Choice, Study};
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
    /// How many plans were weighed; no proof that there is no better one.
    pub weighed: usize,
}

/// Among the plans worth choosing, the other sizes of the best one, the best place of each size and plans made for less supply, the one whose worst draws are best on
/// average, of those that reach every minimum load with the chance asked. The draws are the same for all. `None`: none reaches it.
pub fn sturdy(
    chain: &Chain,
    asked: &Asked<'_>,
    plans: &[(Choice, Study)],
    watch: &mut dyn Watch,
) -> Option<Sturdy> {
    let mut all: Vec<(Choice, Study)> =
        plans.iter().filter(|(choice, _)| !choice.open.is_empty()).cloned().collect();
    let instance = chain.question(&asked.aims, asked.plant.storable);
    for open in others(chain, asked, plans, watch) {
        if all.iter().any(|(choice, _)| choice.open == open) {
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
        let study = explained(chain, asked, &instance, answer, Vec::new());
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
    best.map(|(_, choice, study)| Sturdy { choice, study, weighed })
}

/// Plants that a plan for less supply would open, and the other sizes where the best plan stands.
fn others(
    chain: &Chain,
    asked: &Asked<'_>,
    plans: &[(Choice, Study)],
    watch: &mut dyn Watch,
) -> Vec<Vec<String>> {
    let mut found: Vec<Vec<String>> = plans.first().map_or_else(Vec::new, |(best, _)| resized(chain, best));
    found.extend(best_of_sizes(chain, asked, watch).into_iter().map(|answer| answer.open));
    for level in LEVELS {
        let mut less = chain.clone();
        for supply in &mut less.supplies {
            supply.amount = supply.amount.scale(level);
        }
        let instance = euros(less.question(&asked.aims, asked.plant.storable));
        found.push(answer(&instance, &asked.settings, watch).open);
    }
    found.retain(|open| !open.is_empty());
    found
}

/// The plan's only plant in every other size, by hand or not as it is.
fn resized(chain: &Chain, best: &Choice) -> Vec<Vec<String>> {
    let [id] = best.open.as_slice() else { return Vec::new() };
    let Some((spot, size)) = chain.option(id) else { return Vec::new() };
    let same = chain.costs.sizes.iter().filter(|other| other.by_hand == size.by_hand);
    same.map(|other| vec![super::instance::option_id(spot, other)])
        .filter(|open| open != &best.open)
        .collect()
}
