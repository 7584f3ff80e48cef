//! The order of leads: facts before guesses, then worth × belief × ease.
//!
//! `score` multiplies the worth, the belief, how much of the lead somebody said, the step of the hierarchy, nearness, a short legal way and
//! work for insertion. It is a ratio, so that whoever thins out repetitions can do so by a factor. A lead nobody said anything of keeps a
//! twentieth, a known exchange a hundredth: they are kept and come after.

use crate::case::Case;
use crate::draws::range_of;
use model::{Appraisal, Lead, LeadKind, Role};
use reference::{Hierarchy, Kind, Reach};

/// EUR/year at which worth counts one half more than nothing.
const EUROS: f64 = 1_000.0;
/// Months of legal way that halve the ease.
const MONTHS: f64 = 36.0;
/// Belief kept for each party of whom only a guess is known.
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

    fn said_by_somebody(&self) -> bool {
        self.lead
            .parties
            .iter()
            .any(|party| self.flow(party).is_some_and(|flow| !flow.evidence.is_estimate()))
    }

    /// How much of the lead people said: less for each side of whom only a guess is known.
    fn said(&self) -> f64 {
        if !self.said_by_somebody() {
            return GUESSES_ALONE;
        }
        let sides: &[Role] = match self.lead.kind {
            LeadKind::Sharing => &[Role::Partner],
            _ => &[Role::Giver, Role::Taker],
        };
        let guessed = |role: &&Role| {
            let flows = self.lead.with_role(**role).filter_map(|party| self.flow(party));
            !flows.into_iter().any(|flow| !flow.evidence.is_estimate())
        };
        GUESSED.powi(i32::try_from(sides.iter().filter(guessed).count()).unwrap_or(i32::MAX))
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

    fn insertion(&self) -> f64 {
        let work = self.pathways().any(|pathway| pathway.insertion);
        let structure = self.lead.parties.iter().any(|party| self.world.is_insertion(&party.site));
        if work || structure { INSERTION } else { 1.0 }
    }
}

fn legal_ease(months: f64) -> f64 {
    1.0 / (1.0 + months / MONTHS)
}

/// Best first; equal scores by id, so that the order is always the same.
pub(crate) fn best_first(a: &Lead, b: &Lead) -> std::cmp::Ordering {
    b.score.total_cmp(&a.score).then_with(|| a.id.cmp(&b.id))
}
