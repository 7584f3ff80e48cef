//! The nucleolus by a sequence of linear programs, each fixing the groups that cannot be made more content.
//!
//! A program starts with a few groups; those it wrongs are added until none is left. Which groups stay at the margin under every split is
//! found by raising an independent set of them together (J. A. M. Potters, J. H. Reijnierse, M. Ansing, "Computing the nucleolus by
//! solving a prolonged simplex algorithm", 1996, for the order of settling; constraint generation after Å. Hallefjord, R. Helming,
//! K. Jørnsten, 1995).

use super::span::Span;
use super::{Coalition, Game, MOST_PLAYERS};
use microlp::{ComparisonOp, OptimizationDirection, Problem, Solution, SolveOutcome, Variable};
use std::collections::BTreeSet;

/// Most partners of a nucleolus: as many as an exact game has.
pub const NUCLEOLUS_PLAYERS: usize = MOST_PLAYERS;
/// Relative to the game's largest worth.
const ROUNDING: f64 = 1e-7;
/// Groups added at a time to a program that wrongs them.
const ADDED: usize = 20;

/// What one program reached.
pub(super) struct Level {
    /// Least surplus of the groups not yet settled.
    pub margin: f64,
    /// A split that reaches it.
    pub shares: Vec<f64>,
}

/// The one split under which the sorted list of the groups' surpluses is largest, least content first; `None` beyond
/// [`NUCLEOLUS_PLAYERS`] or when a program fails.
pub fn nucleolus(game: &Game) -> Option<Vec<f64>> {
    let mut search = Search::new(game);
    let mut shares = search.level()?.shares;
    while search.span.rank() < game.players() {
        let reached = search.level()?;
        shares = search.settle(&reached)?;
    }
    Some(shares)
}

/// The largest margin by which all groups can be above their worth; `None` when the program fails or nobody plays.
pub(super) fn level(game: &Game) -> Option<Level> {
    Search::new(game).level()
}

struct Search<'a> {
    game: &'a Game,
    /// Groups whose surplus no split can change any more.
    span: Span,
    /// What the independent ones of them get.
    settled: Vec<(Coalition, f64)>,
    /// Groups that programs watch; the others were never wronged.
    watched: BTreeSet<Coalition>,
    rounding: f64,
}

impl<'a> Search<'a> {
    fn new(game: &'a Game) -> Self {
        let players = game.players();
        let all = Coalition::all(players);
        let singles = (0..players).map(|player| Coalition::NOBODY.with(player));
        let watched = singles.flat_map(|one| [one, Coalition(all.0 & !one.0)]);
        let mut span = Span::new(players);
        span.add(all);
        Self {
            game,
            span,
            settled: vec![(all, game.total())],
            watched: watched.filter(|group| *group != Coalition::NOBODY && *group != all).collect(),
            rounding: ROUNDING * game.scale(),
        }
    }

    /// The watched groups whose surplus can still change.
    fn open(&self) -> Vec<Coalition> {
        self.watched.iter().copied().filter(|group| !self.span.holds(*group)).collect()
    }

    /// Raises the least surplus of the open groups as far as it goes.
    fn level(&mut self) -> Option<Level> {
        loop {
            let mut program = Program::new(self);
            let margin = program.lp.add_var(1.0, (f64::NEG_INFINITY, f64::INFINITY));
            let open = self.open();
            for group in &open {
                let mut line = program.line(*group);
                line.push((margin, -1.0));
                program.lp.add_constraint(line, ComparisonOp::Ge, self.game.worth(*group));
            }
            if open.is_empty() {
                program.lp.add_constraint([(margin, 1.0)], ComparisonOp::Eq, 0.0);
            }
            let solution = optimum(&program.lp)?;
            let (shares, margin) = (program.split(&solution), solution.var_value(margin));
            if !self.watch_wronged(&shares, margin) {
                return Some(Level { margin, shares });
            }
        }
    }

    /// Settles the groups that are at the margin under every split that reaches it; returns such a split.
    fn settle(&mut self, reached: &Level) -> Option<Vec<f64>> {
        let near = reached.margin + 10.0 * self.rounding;
        let mut shares = reached.shares.clone();
        loop {
            let mut span = self.span.clone();
            let sums = sums(&shares);
            let tight = self.game.proper_groups().filter(|g| surplus(self.game, &sums, *g) < near);
            let set: Vec<Coalition> = tight.filter(|group| span.add(*group)).collect();
            let (raised, gain) = self.raise(&set, reached.margin)?;
            if set.is_empty() || gain < 20.0 * self.rounding * set.len() as f64 {
                for group in set {
                    self.span.add(group);
                    self.settled.push((group, self.game.worth(group) + reached.margin));
                }
                return Some(shares);
            }
            // Halfway between two splits only those groups are at the margin that both leave there.
            shares.iter_mut().zip(&raised).for_each(|(share, other)| *share = f64::midpoint(*share, *other));
        }
    }

    /// The split that gives a set of groups most while nobody open falls below the margin, and how much above it the set gets.
    fn raise(&mut self, set: &[Coalition], margin: f64) -> Option<(Vec<f64>, f64)> {
        loop {
            let mut program = Program::with_gains(self, &|player| {
                set.iter().filter(|group| group.has(player)).count() as f64
            });
            for group in self.open() {
                let line = program.line(group);
                let least = self.game.worth(group) + margin - self.rounding;
                program.lp.add_constraint(line, ComparisonOp::Ge, least);
            }
            let shares = program.split(&optimum(&program.lp)?);
            if !self.watch_wronged(&shares, margin - self.rounding) {
                let above = |group: &Coalition| group.sum(&shares) - self.game.worth(*group) - margin;
                let gain = set.iter().map(above).sum();
                return Some((shares, gain));
            }
        }
    }

    /// Adds the groups that are worst below the margin to those watched; false when there are none.
    fn watch_wronged(&mut self, shares: &[f64], margin: f64) -> bool {
        let sums = sums(shares);
        let mut wronged: Vec<(f64, Coalition)> = self
            .game
            .proper_groups()
            .map(|group| (surplus(self.game, &sums, group), group))
            .filter(|(surplus, _)| *surplus < margin - self.rounding)
            .filter(|(_, group)| !self.watched.contains(group) && !self.span.holds(*group))
            .collect();
        wronged.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
        self.watched.extend(wronged.iter().take(ADDED).map(|(_, group)| *group));
        !wronged.is_empty()
    }
}

/// What each group gets, by its bits.
fn sums(shares: &[f64]) -> Vec<f64> {
    let mut sums = vec![0.0; 1 << shares.len()];
    for bits in 1..sums.len() {
        let last = bits.trailing_zeros() as usize;
        sums[bits] = sums[bits & (bits - 1)] + shares[last];
    }
    sums
}

/// What a group gets above its worth.
fn surplus(game: &Game, sums: &[f64], group: Coalition) -> f64 {
    let got = usize::try_from(group.0).ok().and_then(|at| sums.get(at)).copied();
    got.unwrap_or(f64::NAN) - game.worth(group)
}

/// The solved program; a budget that ran out or a numeric failure is no optimum.
fn optimum(lp: &Problem) -> Option<Solution> {
    match lp.solve().ok()? {
        SolveOutcome::Solution(solution) => Some(solution),
        SolveOutcome::Interrupted(_) => None,
    }
}

/// A program over the partners' shares, which keep what is settled.
struct Program {
    lp: Problem,
    shares: Vec<Variable>,
}

impl Program {
    fn new(search: &Search<'_>) -> Self {
        Self::with_gains(search, &|_| 0.0)
    }

    fn with_gains(search: &Search<'_>, gain: &dyn Fn(usize) -> f64) -> Self {
        let mut lp = Problem::new(OptimizationDirection::Maximize);
        let free = (f64::NEG_INFINITY, f64::INFINITY);
        let shares = (0..search.game.players()).map(|player| lp.add_var(gain(player), free)).collect();
        let mut program = Self { lp, shares };
        for (group, sum) in &search.settled {
            let line = program.line(*group);
            program.lp.add_constraint(line, ComparisonOp::Eq, *sum);
        }
        program
    }

    fn line(&self, group: Coalition) -> Vec<(Variable, f64)> {
        group.players().filter_map(|player| Some((*self.shares.get(player)?, 1.0))).collect()
    }

    fn split(&self, solution: &Solution) -> Vec<f64> {
        self.shares.iter().map(|share| solution.var_value(*share)).collect()
    }
}
