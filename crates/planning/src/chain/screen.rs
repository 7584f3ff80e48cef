//! Every option a careful plan may choose, and those worth drawing a thousand times.

use super::risk::Draws;
use super::{Asked, Chain};
use crate::Watch;
use crate::draws::{Several, gain_of, only, tail};
use crate::instance::{Instance, PlantOption};
use crate::solve::Progress;
use rayon::prelude::*;

/// Draws on which every option is weighed: the first of those that all plans share.
pub const FIRST: usize = 100;
/// Options that go on to all draws.
const KEPT: usize = 8;
/// Options that are weighed two by two, where two may open.
const PAIRED: usize = 8;
/// A hundred draws may miss a chance by that much and the thousand reach it.
const SLACK: f64 = 0.1;

/// What was weighed, and what goes on.
pub(super) struct Screened {
    /// What would open, best first.
    pub(super) kept: Vec<Vec<String>>,
    /// How many single options were weighed.
    pub(super) singles: usize,
    /// How many pairs.
    pub(super) pairs: usize,
}

/// A plan with the EUR of its draws, and in how many of them all its plants run.
struct Weighed {
    open: Vec<String>,
    gains: Vec<f64>,
    met: usize,
}

/// Every place and size of the question alone and, where number and budget let two open, the best of them two by two: each by the mean of its
/// worst draws, those first that keep their minimum load as often as asked.
pub(super) fn screened(chain: &Chain, asked: &Asked<'_>, watch: &mut dyn Watch) -> Screened {
    let question = chain.question(&asked.aims, asked.plant.storable);
    let mut watch = Several { watch, on: true };
    let affordable = |cost: f64| asked.aims.limits.budget_eur.is_none_or(|budget| cost <= budget);
    let alone = question.options.iter().filter(|option| affordable(invested(option)));
    let alone: Vec<Vec<String>> = alone.map(|option| vec![option.id.clone()]).collect();
    let mut all = ranked(chain, asked, alone, &mut watch);
    let singles = all.len();
    let mut pairs = 0;
    if asked.aims.limits.max_options.is_none_or(|most| most >= 2) && watch.on {
        let two = two_by_two(&question, &all, affordable);
        pairs = two.len();
        all.extend(ranked(chain, asked, two, &mut watch));
        sort(&mut all, asked);
    }
    let kept = all.into_iter().take(KEPT).map(|weighed| weighed.open).collect();
    Screened { kept, singles, pairs }
}

fn invested(option: &PlantOption) -> f64 {
    option.budget_eur.unwrap_or(0.0)
}

/// The best options, two on different sites.
fn two_by_two(question: &Instance, ranked: &[Weighed], affordable: impl Fn(f64) -> bool) -> Vec<Vec<String>> {
    let option = |weighed: &Weighed| question.options.iter().find(|option| weighed.open.contains(&option.id));
    let best: Vec<&PlantOption> = ranked.iter().take(PAIRED).filter_map(option).collect();
    let both = |(ix, a): (usize, &&PlantOption)| -> Vec<Vec<String>> {
        let others = best[ix + 1..].iter().filter(|b| b.site != a.site);
        let others = others.filter(|b| affordable(invested(a) + invested(b)));
        others.map(|b| in_order(question, &a.id, &b.id)).collect()
    };
    best.iter().enumerate().flat_map(both).collect()
}

/// Ids as an answer lists them.
fn in_order(question: &Instance, a: &str, b: &str) -> Vec<String> {
    let both = question.options.iter().filter(|option| option.id == a || option.id == b);
    both.map(|option| option.id.clone()).collect()
}

fn ranked(chain: &Chain, asked: &Asked<'_>, all: Vec<Vec<String>>, watch: &mut Several<'_>) -> Vec<Weighed> {
    let mut draws = Draws::new(asked);
    let none = |open| Weighed { open, gains: Vec::new(), met: 0 };
    let mut all: Vec<Weighed> = all.into_iter().map(none).collect();
    for _ in 0..FIRST {
        let year = draws.next(chain, asked);
        all.par_iter_mut().for_each(|weighed| {
            let (gain, met) = gain_of(&only(&year, &weighed.open));
            weighed.gains.extend(gain);
            weighed.met += usize::from(met);
        });
        // A sign of life; nothing is proved here.
        if !watch.go_on(&Progress { objective: None, bound: f64::INFINITY, nodes: 0 }) {
            break;
        }
    }
    for weighed in &mut all {
        weighed.gains.sort_by(f64::total_cmp);
    }
    sort(&mut all, asked);
    all
}

fn sort(all: &mut [Weighed], asked: &Asked<'_>) {
    let sure = |weighed: &Weighed| weighed.met as f64 / FIRST as f64 + SLACK >= asked.caution.chance;
    let worst = |weighed: &Weighed| tail(&weighed.gains, asked.caution.level, true).unwrap_or(f64::MIN);
    all.sort_by(|a, b| {
        let by_worst = || worst(b).total_cmp(&worst(a));
        sure(b).cmp(&sure(a)).then_with(by_worst).then_with(|| a.open.cmp(&b.open))
    });
}
