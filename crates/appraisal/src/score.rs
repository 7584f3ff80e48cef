//! The order of leads: facts before guesses, then worth × belief × ease.
//!
//! `score` multiplies the worth, the belief, how much of the lead somebody said, the step of the hierarchy, nearness, a short legal way and
//! work for insertion. It is a ratio, so that whoever thins out repetitions can do so by a factor. A lead nobody said anything of keeps a
//! twentieth, a known exchange a hundredth: they are kept and come after.

use crate::case::Case;
use crate::draws::range_of;
use model::{Appraisal, Direction, Lead, LeadKind, Party, Role};
use reference::{Hierarchy, Kind, Reach};

/// EUR/year at which worth counts one half more than nothing.
const EUROS: f64 = 1_000.0;
/// Months of legal way that halve the ease.
const MONTHS: f64 = 36.0;
/// Belief kept for a side of whom only a guess is known.
const GUESSED: f64 = 0.6;
/// Work that suits insertion.
const INSERTION: f64 = 1.2;
/// What is left of a lead that rests on guesses alone.
const GUESSES_ALONE: f64 = 0.05;
/// What is left of an exchange that already runs.
const KNOWN: f64 = 0.01;

impl Case<'_> {
    /// The final score.
    pub(crate) fn score(&self, appraisal: &Appraisal) -> f64 {
        let ease = self.nearness() * legal_ease(self.delay_months(&appraisal.legal)) * self.step();
        let known = if self.lead.known { KNOWN } else { 1.0 };
        self.worth(appraisal) * f64::from(self.lead.belief) * self.said() * ease * self.insertion() * known
    }

    /// From the median of the euros, on a log scale so that one large mill does not hide fifty workshops: 0.3 when it loses money, 0.5 at
    /// nothing, 1 at 9 000 €, 1.5 at 100 000 €, 2 at a million. Unknown euros count as the nominal gain.
    fn worth(&self, appraisal: &Appraisal) -> f64 {
        let known = appraisal.gains.euros.as_ref().map(|euros| euros.range.mid());
        let nominal = || range_of(&self.nominal_gain()?.values).map(units::Range::mid);
        let euros = known.or_else(nominal).unwrap_or_default();
        if euros < 0.0 { 0.3 } else { (0.5 + (1.0 + euros / EUROS).log10() / 2.0).min(2.5) }
    }

    /// How much of the lead people said: each side counts by the share of its parties of whom more than a guess is known.
    fn said(&self) -> f64 {
        if !self.lead.parties.iter().any(|party| self.spoke(party)) {
            return GUESSES_ALONE;
        }
        let sides: &[Role] = match self.lead.kind {
            LeadKind::Sharing => &[Role::Partner],
            _ => &[Role::Giver, Role::Taker],
        };
        sides.iter().map(|role| GUESSED + (1.0 - GUESSED) * self.share_that_spoke(*role)).product()
    }

    /// 0–1; nobody on that side is nobody who spoke.
    fn share_that_spoke(&self, role: Role) -> f64 {
        let spoke = self.lead.with_role(role).filter(|party| self.spoke(party)).count();
        spoke as f64 / self.lead.with_role(role).count().max(1) as f64
    }

    fn spoke(&self, party: &Party) -> bool {
        self.flow(party).is_some_and(|flow| !flow.evidence.is_estimate())
    }

    /// The hierarchy counts for residues; energy that would be lost anyway is no step down.
    fn step(&self) -> f64 {
        let residue = self.resource(self.resource).kind == Kind::Material;
        match self.hierarchy().filter(|step| residue || *step == Hierarchy::Disposal) {
            Some(Hierarchy::Prevention | Hierarchy::Reuse) => 1.1,
            None | Some(Hierarchy::Recycling) => 1.0,
            Some(Hierarchy::Recovery) => 0.8,
            Some(Hierarchy::Energy) => 0.7,
            Some(Hierarchy::Disposal) => 0.05,
        }
    }

    /// Next door 1, one half where such a thing loses half its interest; unknown counts as half.
    fn nearness(&self) -> f64 {
        let half = match self.lead.kind {
            LeadKind::LocalPurchase => 15.0,
            LeadKind::Chain => 10.0,
            LeadKind::Sharing => self.rule().map_or(5.0, |rule| rule.radius_km.0.mid()),
            LeadKind::Substitution => self.half_km(),
        };
        self.lead.km.map_or(0.5, |km| 1.0 / (1.0 + km / half.max(0.1)))
    }

    fn half_km(&self) -> f64 {
        let piped = matches!(self.resource(self.resource).kind, Kind::Energy | Kind::Water);
        let usual = if piped { Reach::Site } else { Reach::Regional };
        match self.pathways().next().map_or(usual, |pathway| pathway.reach) {
            Reach::Site => 1.0,
            Reach::Local => 10.0,
            Reach::Regional => 40.0,
            Reach::National => 200.0,
        }
    }

    /// Work that suits insertion, or an insertion structure that does the work; one that merely buys with forty others adds none.
    fn insertion(&self) -> f64 {
        let suits = self.pathways().any(|pathway| pathway.insertion);
        let does = |party: &Party| self.provides(party) && self.world.is_insertion(&party.site);
        if suits || self.lead.parties.iter().any(does) { INSERTION } else { 1.0 }
    }

    /// Processes, sells or lends.
    fn provides(&self, party: &Party) -> bool {
        let runs = self.lead.steps.iter().any(|step| step.by.as_ref() == Some(&party.site));
        let offers =
            self.flow(party).is_some_and(|f| matches!(f.direction, Direction::Sells | Direction::CanShare));
        runs || offers || matches!(party.role, Role::Processor | Role::Owner)
    }
}

fn legal_ease(months: f64) -> f64 {
    1.0 / (1.0 + months / MONTHS)
}

/// Best first; equal scores by id, so that the order is always the same.
pub(crate) fn best_first(a: &Lead, b: &Lead) -> std::cmp::Ordering {
    b.score.total_cmp(&a.score).then_with(|| a.id.cmp(&b.id))
}
