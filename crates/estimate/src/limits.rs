//! How many guesses a site gets and which first: `estimate.*` of `data/figures/estimate.csv`.

use chrono::NaiveDate;
use model::Direction;
use reference::Reference;

/// The figures of a day.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Limits {
    /// Below this likelihood a guess is not worth a line.
    pub(crate) least_likelihood: f32,
    /// Each flow a site has declared in a direction leaves so much of the chance that it forgot another one.
    pub(crate) forgotten: f32,
    /// What such a guess keeps at least where it is of a purchase: nobody lists all that it buys.
    pub(crate) bought_besides: f32,
    /// The same, for a flow declared in any other direction.
    pub(crate) unasked: f32,
    /// Exponent of how particular a flow is to the activity; 0 leaves the likelihood alone to rank.
    pub(crate) particular: f64,
    /// Share of the trades from which a flow is common.
    pub(crate) common: f64,
    /// Particular flows a site gets, given out or taken in.
    pub(crate) most_flows: usize,
    /// Common flows a site gets besides, given out or taken in.
    pub(crate) most_common: usize,
    /// What a site gets in each other direction: products, needs, what it can share.
    pub(crate) most_others: usize,
}

impl Limits {
    /// What is missing limits nothing, and is named.
    pub(crate) fn on(reference: &Reference, day: NaiveDate) -> (Self, Vec<String>) {
        let mut figures = reference.figures.middles("estimate", day);
        let mut read = |name, neutral| figures.read(name, neutral);
        let limits = Self {
            least_likelihood: single(read("least-likelihood", 0.0)),
            forgotten: single(read("forgotten", 1.0)),
            bought_besides: single(read("bought-besides", 0.0)),
            unasked: single(read("unasked", 1.0)),
            particular: read("particular", 0.0),
            common: read("common", 1.0),
            most_flows: whole(read("most-flows", f64::MAX)),
            most_common: whole(read("most-common", f64::MAX)),
            most_others: whole(read("most-others", f64::MAX)),
        };
        (limits, figures.missing)
    }

    /// Guesses a site gets at most in a direction, and how many common ones besides.
    pub(crate) fn most(&self, direction: Direction) -> (usize, usize) {
        if Self::apart(direction) { (self.most_flows, self.most_common) } else { (self.most_others, 0) }
    }

    /// Common flows have seats of their own: residues and inputs, not services, which are pooled because everybody needs them.
    pub(crate) fn apart(direction: Direction) -> bool {
        matches!(direction, Direction::GivesOut | Direction::TakesIn)
    }
}

#[expect(clippy::cast_possible_truncation, reason = "a share")]
fn single(value: f64) -> f32 {
    value as f32
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a count; the cast saturates")]
fn whole(value: f64) -> usize {
    value as usize
}
