//! The decision to pursue a lead or drop it, and what knowing something first is worth (expected value of perfect information).

use crate::draws::drawn::mean;
use crate::questions::doubts::{Decides, Doubt};

/// Slices in which a number is told: more would read the noise of the draws.
const PARTS: usize = 6;
/// Slices of a rough answer; each is made of whole slices of an exact one.
const ROUGH: usize = 2;
/// The decision: what pursuing brings in each draw.
pub(crate) struct Stake {
    /// EUR over the life of the synergy, if it stands.
    pub(crate) prize: Vec<f64>,
    /// 1 where it stands.
    pub(crate) stands: Vec<f64>,
    /// EUR a nominal unknown part would bring over that life.
    pub(crate) nominal: Vec<f64>,
    /// EUR of facilitator hours spent before anyone knows, and after.
    pub(crate) before: f64,
    pub(crate) after: f64,
    /// True when the euros of the lead are unknown.
    pub(crate) all_nominal: bool,
}

impl Stake {
    /// What pursuing brings; with the nominal part added when it is what the question is about.
    fn payoff(&self, with_nominal: bool) -> Vec<f64> {
        let each = self.prize.iter().zip(&self.stands).zip(&self.nominal);
        each.map(|((prize, stands), nominal)| {
            let prize = if with_nominal && !self.all_nominal { prize + nominal } else { *prize };
            stands * (prize - self.after) - self.before
        })
        .collect()
    }

    /// What knowing something is worth: the best decision in each part, less the best decision for all.
    pub(crate) fn value(&self, doubt: &Doubt) -> f64 {
        let (order, parts, nominal) = match &doubt.decides {
            Decides::Standing(stands) => (stands, None, false),
            Decides::Amount(order) => (order, Some(PARTS), false),
            Decides::Roughly(order) => (order, Some(ROUGH), false),
            Decides::Nominal => (&self.nominal, Some(PARTS), true),
        };
        let payoff = self.payoff(nominal);
        let without = mean(&payoff).max(0.0);
        let parts = match parts {
            None => split(&payoff, order),
            Some(parts) => slices(&payoff, order, parts),
        };
        let with: f64 = parts.iter().map(|part| mean(part).max(0.0) * part.len() as f64).sum();
        (with / payoff.len().max(1) as f64 - without).max(0.0)
    }
}

/// The draws in which it holds, and the others.
fn split(payoff: &[f64], holds: &[f64]) -> Vec<Vec<f64>> {
    let (yes, no): (Vec<_>, Vec<_>) = payoff.iter().zip(holds).partition(|(_, holds)| **holds > 0.5);
    [yes, no].map(|part| part.into_iter().map(|(payoff, _)| *payoff).collect()).to_vec()
}

/// The draws in equal slices of another number.
fn slices(payoff: &[f64], by: &[f64], parts: usize) -> Vec<Vec<f64>> {
    let mut order: Vec<usize> = (0..payoff.len()).collect();
    order.sort_by(|&a, &b| by[a].total_cmp(&by[b]));
    let edge = |part: usize| part * order.len() / parts;
    (0..parts).map(|part| order[edge(part)..edge(part + 1)].iter().map(|&ix| payoff[ix]).collect()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use model::Unknown;

    fn stake(prize: f64, stands: Vec<f64>) -> Stake {
        let count = stands.len();
        Stake {
            prize: vec![prize; count],
            stands,
            nominal: vec![0.0; count],
            before: 100.0,
            after: 50.0,
            all_nominal: false,
        }
    }

    fn doubt(decides: Decides) -> Doubt {
        Doubt { about: Unknown::Exists, site: "a".into(), resource: None, decides, is_hurdle: true }
    }

    #[test]
    fn a_coin_toss_is_worth_the_hours_it_saves() {
        // Half the draws bring 1 050 − 50 − 100 = 900, half cost 100: pursue anyway (400). Knowing: 0.5 × 900 = 450. Worth 50.
        let stands = vec![1.0, 0.0];
        let value = stake(1050.0, stands.clone()).value(&doubt(Decides::Standing(stands)));
        assert!((value - 50.0).abs() < 1e-9, "{value}");
    }

    #[test]
    fn a_lead_nobody_would_pursue_becomes_one_when_known_to_stand() {
        // One draw in four brings 300 − 50 − 100 = 150, three cost 100: drop. Knowing: 0.25 × 150 = 37.5.
        let stands = vec![1.0, 0.0, 0.0, 0.0];
        let value = stake(300.0, stands.clone()).value(&doubt(Decides::Standing(stands)));
        assert!((value - 37.5).abs() < 1e-9, "{value}");
    }

    #[test]
    fn what_changes_no_decision_is_worth_nothing() {
        let sure = stake(1050.0, vec![1.0; 10]);
        let order: Vec<f64> = (0..10).map(f64::from).collect();
        assert!(sure.value(&doubt(Decides::Amount(order))).abs() < 1e-9);
    }

    #[test]
    fn a_rough_answer_is_worth_no_more_than_an_exact_one() {
        let order: Vec<f64> = (0..100).map(f64::from).collect();
        let mut spread = stake(0.0, vec![1.0; 100]);
        spread.prize = order.iter().map(|x| 10.0 * x - 300.0).collect();
        let rough = spread.value(&doubt(Decides::Roughly(order.clone())));
        let exact = spread.value(&doubt(Decides::Amount(order)));
        assert!(rough > 0.0 && rough <= exact, "{rough} {exact}");
    }
}
