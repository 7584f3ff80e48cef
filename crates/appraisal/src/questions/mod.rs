//! The question that settles a lead: what knowing each thing before deciding is worth (expected value of perfect information), by
//! minute of asking.

pub(crate) mod doubts;
pub(crate) mod stake;
pub(crate) mod visits;

use crate::case::{Case, Measure};
use crate::draws::drawn::Drawn;
use crate::money::Money;
use crate::questions::doubts::{Decides, Doubt};
use crate::questions::stake::Stake;
use model::{LeadKind, Question, Role, Unknown, chain_givers};

/// Questions kept for a lead.
const KEPT: usize = 12;
/// EUR an answer must be worth for its question to be listed.
const LEAST: f64 = 1.0;

impl Case<'_> {
    /// What to ask, most worth per minute first. Where no answer is worth a euro, one is left to ask: whether one wants it, else the first.
    /// Empty when the facilitator's figures are missing (a finding says so).
    pub(crate) fn questions(&self, money: &Money) -> Vec<Question> {
        let doubts = self.doubts(money);
        let Some(stake) = self.stake(money, &doubts) else { return Vec::new() };
        let mut questions: Vec<Question> =
            doubts.into_iter().filter_map(|doubt| self.question(doubt, &stake)).collect();
        questions.sort_by(|a, b| {
            b.per_minute.total_cmp(&a.per_minute).then_with(|| (a.about, &a.site).cmp(&(b.about, &b.site)))
        });
        let any = questions.iter().any(|question| question.value >= LEAST);
        let wants = questions.iter().any(|question| question.about == Unknown::Wants);
        questions.retain(|q| if any { q.value >= LEAST } else { !wants || q.about == Unknown::Wants });
        questions.truncate(if any { KEPT } else { 1 });
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

    /// What a lead is taken to bring per year when its euros are unknown, only to put leads and questions in order: by its tonnes where a
    /// residue changes its way, the same for all others.
    pub(crate) fn nominal_gain(&self) -> Option<Drawn> {
        let residue = matches!(self.lead.kind, LeadKind::Substitution | LeadKind::Chain);
        match self.amount().filter(|_| residue && self.measure == Measure::Tonnes) {
            Some(tonnes) => Some(self.figure("facilitator.nominal-gain-per-tonne", "EUR/t")?.times(&tonnes)),
            None => self.figure("facilitator.nominal-gain", "EUR/year"),
        }
    }

    /// 1 where enough members of a group are there; everywhere for a pair, whose doubts are hurdles of their own.
    fn group_stands(&self) -> Vec<f64> {
        let count = self.draws.count();
        let (role, least) = match self.lead.kind {
            LeadKind::Sharing => (Role::Partner, self.rule().map_or(2, |rule| rule.partners)),
            LeadKind::Chain => (Role::Giver, chain_givers(self.resource(self.resource).kind)),
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
        Unknown::Supplier => "supplier",
    }
}
