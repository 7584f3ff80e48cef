//! The question that settles a lead: what knowing each thing before deciding is worth (expected value of perfect information), by
//! minute of asking.

use crate::case::{Case, Measure};
use crate::doubts::{Decides, Doubt};
use crate::drawn::{Drawn, mean};
use crate::money::Money;
use model::{LeadKind, Question, Role, Unknown};

/// Slices in which a number is told: more would read the noise of the draws.
const PARTS: usize = 6;
/// Slices of a rough answer; each is made of whole slices of an exact one.
const ROUGH: usize = 2;
/// Questions kept for a lead.
const KEPT: usize = 12;

/// The decision: what pursuing brings in each draw.
struct Stake {
    /// EUR over the life of the synergy, if it stands.
    prize: Vec<f64>,
    /// 1 where it stands.
    stands: Vec<f64>,
    /// EUR a nominal unknown part would bring over that life.
    nominal: Vec<f64>,
    /// EUR of facilitator hours spent before anyone knows, and after.
    before: f64,
    after: f64,
    /// True when the euros of the lead are unknown.
    all_nominal: bool,
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
    fn value(&self, doubt: &Doubt) -> f64 {
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

impl Case<'_> {
    /// What to ask, most worth per minute first. Empty when the facilitator's figures are missing (a finding says so).
    pub(crate) fn questions(&self, money: &Money) -> Vec<Question> {
        let doubts = self.doubts(money);
        let Some(stake) = self.stake(money, &doubts) else { return Vec::new() };
        let mut questions: Vec<Question> =
            doubts.into_iter().filter_map(|doubt| self.question(doubt, &stake)).collect();
        questions.sort_by(|a, b| {
            b.per_minute.total_cmp(&a.per_minute).then_with(|| (a.about, &a.site).cmp(&(b.about, &b.site)))
        });
        questions.truncate(KEPT);
        questions
    }

    fn question(&self, doubt: Doubt, stake: &Stake) -> Option<Question> {
        let minutes = 60.0 * self.middle(&format!("facilitator.ask.{}", word(doubt.about)), "h/piece")?;
        let value = stake.value(&doubt);
        let nominal = stake.all_nominal || matches!(doubt.decides, Decides::Nominal);
        Some(Question {
            about: doubt.about,
            site: doubt.site,
            resource: doubt.resource,
            value,
            minutes,
            per_minute: if minutes > 0.0 { value / minutes } else { 0.0 },
            nominal,
        })
    }

    fn stake(&self, money: &Money, doubts: &[Doubt]) -> Option<Stake> {
        let hour = self.middle("facilitator.cost-hour", "EUR/h")?;
        let stage = |name: &str| {
            self.middle(&format!("facilitator.hours.{name}"), "h/piece").map(|hours| hours * hour)
        };
        let agreement = self.middle("facilitator.chance.agreement", "1")?;
        let years = self.figure("facilitator.lasting", "year")?.map(|years| years * agreement);
        let nominal = self.nominal_gain()?.times(&years);
        let known = money.is_known() && !money.per_unit;
        let prize =
            money.sum.total().filter(|_| known).map_or_else(|| nominal.clone(), |total| total.times(&years));
        let mut stands = self.group_stands();
        for doubt in doubts.iter().filter(|doubt| doubt.is_hurdle) {
            if let Decides::Standing(column) = &doubt.decides {
                stands.iter_mut().zip(column).for_each(|(all, one)| *all *= one);
            }
        }
        Some(Stake {
            prize: prize.values,
            stands,
            nominal: nominal.values,
            before: stage("qualify")? + stage("feasibility")?,
            after: stage("agreement")?,
            all_nominal: !known,
        })
    }

    /// What a lead is taken to bring per year when its euros are unknown, only to put leads and questions in order: by its tonnes when they
    /// are known, the same for all otherwise.
    pub(crate) fn nominal_gain(&self) -> Option<Drawn> {
        match self.amount().filter(|_| self.measure == Measure::Tonnes) {
            Some(tonnes) => Some(self.figure("facilitator.nominal-gain-per-tonne", "EUR/t")?.times(&tonnes)),
            None => self.figure("facilitator.nominal-gain", "EUR/year"),
        }
    }

    /// 1 where enough members of a group are there; everywhere for a pair, whose doubts are hurdles of their own.
    fn group_stands(&self) -> Vec<f64> {
        let count = self.draws.count();
        let (role, least) = match self.lead.kind {
            LeadKind::Sharing => (Role::Partner, self.rule().map_or(2, |rule| rule.partners)),
            LeadKind::Chain => (Role::Giver, 2),
            _ => return vec![1.0; count],
        };
        let mut there = vec![0.0; count];
        let members = self.lead.parties.iter().filter(|p| p.role == role || p.role == Role::Owner);
        for member in members {
            there.iter_mut().zip(self.there(member).values).for_each(|(sum, one)| *sum += one);
        }
        there.into_iter().map(|members| f64::from(u8::from(members >= least as f64))).collect()
    }
}

/// End of `facilitator.ask.<word>`.
fn word(about: Unknown) -> &'static str {
    match about {
        Unknown::Exists => "exists",
        Unknown::Wants => "wants",
        Unknown::Quantity => "quantity",
        Unknown::Price => "price",
        Unknown::Fate => "fate",
        Unknown::Quality => "quality",
        Unknown::Hazard => "hazard",
        Unknown::Place => "place",
        Unknown::Permit => "permit",
        Unknown::Season => "season",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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
