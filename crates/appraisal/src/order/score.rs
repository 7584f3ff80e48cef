//! The order of leads: facts before guesses, then worth × belief × ease.
//!
//! `score` multiplies the worth, the belief, how much of the lead somebody said, how easily such things come true, the step of the
//! hierarchy, nearness, a short legal way, work for insertion, and the number of suppliers one study serves. It is a ratio, so that whoever thins out
//! repetitions can do so by a factor. A lead nobody said anything of keeps a twentieth, a known exchange a hundredth: they are kept and
//! come after. Every constant is a figure, `score.*` in `data/figures/score.csv`.

use crate::case::Case;
use crate::draws::range_of;
use model::{Appraisal, Direction, Estimate, Lead, LeadKind, Legal, Party, Role};
use reference::{Hazard, Hierarchy, Kind, Pathway, Serves};

impl Case<'_> {
    /// The final score.
    pub(crate) fn score(&self, appraisal: &Appraisal) -> f64 {
        let ease = self.nearness(appraisal.break_even_km)
            * self.legal_ease(&appraisal.legal)
            * self.step()
            * self.usual_ease();
        let known = match self.holder() {
            _ if self.lead.known => self.weight("known-exchange"),
            Some(_) => self.weight("taken"),
            None => 1.0,
        };
        let down = if self.leaves_feed() { self.weight("leaves-feed") } else { 1.0 };
        let climate = appraisal.gains.co2.as_ref().is_some_and(|co2| co2.range.high() < 0.0);
        let climate = if climate { self.weight("worse-climate") } else { 1.0 };
        let belief = f64::from(self.lead.belief).powf(self.weight("belief-power"));
        self.worth(appraisal)
            * belief
            * self.said()
            * self.asked()
            * self.size(appraisal)
            * ease
            * self.insertion()
            * self.breadth()
            * known
            * down
            * climate
    }

    /// A constant of the order; 1, which changes nothing, when it is missing (a finding says so).
    pub(crate) fn weight(&self, name: &str) -> f64 {
        self.weight_in(name, "1")
    }

    pub(crate) fn weight_in(&self, name: &str, unit: &str) -> f64 {
        self.middle(&format!("score.{name}"), unit).unwrap_or(1.0)
    }

    /// From the cautious euros, half-way between P10 and P50, on a log scale and with a ceiling, so that a huge and vague figure does not
    /// hide fifty workshops: 0.3 when it loses money, 0.5 at nothing, 1 at 9 000 €, 1.5 at 100 000 €. Unknown euros start from
    /// `worth.unknown`: what nobody can put a figure on does not stand above what somebody can.
    fn worth(&self, appraisal: &Appraisal) -> f64 {
        let known = appraisal.gains.euros.as_ref().map(|euros| euros.range);
        let cautious = match known {
            // What it would replace may be worth more than it costs: nothing yet, no loss.
            Some(range) if range.mid() < 0.0 && lacks_a_gain(appraisal) => 0.0,
            // What loses money even at best stands below what may yet pay.
            Some(range) if range.high() < 0.0 => return self.weight("worth.loss").powi(2),
            Some(range) if range.mid() < 0.0 => return self.weight("worth.loss"),
            Some(range) if self.is_trifling(range.high(), appraisal) => return self.trifle(),
            Some(range) => f64::midpoint(range.low(), range.mid()).max(0.0),
            None => {
                let nominal = self.nominal_gain().and_then(|gain| range_of(&gain.values));
                return self.on_scale("worth.unknown", nominal.map_or(0.0, units::Range::mid));
            }
        };
        self.on_scale("worth.nothing", cautious)
    }

    /// A gain known in full that stays trifling even at best, and neither emissions nor work to speak of.
    fn is_trifling(&self, best: f64, appraisal: &Appraisal) -> bool {
        let gains = &appraisal.gains;
        let open = gains.euros.as_ref().is_some_and(|euros| !euros.unknown.is_empty());
        let below =
            |gain: &Option<Estimate>, least: f64| gain.as_ref().is_none_or(|g| g.range.high() < least);
        !open
            && best < self.weight_in("worth.trifle-euros", "EUR/year")
            && below(&gains.co2, self.weight_in("worth.trifle-co2", "tCO2e/year"))
            && below(&gains.work, self.weight_in("worth.trifle-work", "h/year"))
    }

    /// It is worth no study; two who both said it need only a call, and that call comes late.
    fn trifle(&self) -> f64 {
        let call = super::uses::asks_for_very(self.lead, self.world);
        self.weight(if call { "worth.trifle-asked" } else { "worth.trifle" })
    }

    /// So much for no gain, more by the logarithm of a gain, with a ceiling.
    fn on_scale(&self, nothing: &str, gain: f64) -> f64 {
        let scale = self.weight_in("worth.euros", "EUR/year");
        (self.weight(nothing) + (1.0 + gain / scale).log10() / 2.0).min(self.weight("worth.most"))
    }

    /// How easily such things come true: services shared between neighbours and things used again as they are more than plants to build.
    fn usual_ease(&self) -> f64 {
        let reuse = self.pathways().next().is_some_and(Pathway::is_direct);
        self.weight(match self.lead.kind {
            LeadKind::Sharing if self.offered_and_sought() => "ease.offered",
            LeadKind::Sharing => "ease.sharing",
            LeadKind::LocalPurchase if self.bought_somewhere() => "ease.local-purchase-unsaid",
            LeadKind::LocalPurchase => "ease.local-purchase",
            LeadKind::Chain => "ease.chain",
            LeadKind::Substitution if reuse => "ease.direct-use",
            LeadKind::Substitution => "ease.process",
        })
    }

    /// The buyer buys it already and did not say where: it may come from this very neighbour.
    fn bought_somewhere(&self) -> bool {
        let buyer = self.lead.with_role(Role::Taker).next().and_then(|party| self.flow(party));
        buyer.is_some_and(|flow| flow.direction == Direction::TakesIn && self.said_road(flow).is_none())
    }

    fn legal_ease(&self, legal: &Legal) -> f64 {
        let years = self.delay_months(legal) / 12.0;
        1.0 / (1.0 + years / self.weight_in("legal.half", "year"))
    }

    /// One says that it could lend or share, another that it needs: a telephone call settles it.
    fn offered_and_sought(&self) -> bool {
        let said = |role: Role| self.lead.with_role(role).any(|party| self.spoke(party));
        let lends = |party: &Party| self.flow(party).is_some_and(|f| f.direction == Direction::CanShare);
        said(Role::Partner) && self.lead.with_role(Role::Owner).any(|party| self.spoke(party) && lends(party))
    }

    /// A chain serves all its suppliers by one study: so much more for each tenfold of those who spoke.
    fn breadth(&self) -> f64 {
        let suppliers = self.lead.with_role(Role::Giver).filter(|party| self.spoke(party)).count();
        match self.lead.kind {
            LeadKind::Chain => 1.0 + self.weight("many-suppliers") * (suppliers.max(1) as f64).log10(),
            _ => 1.0,
        }
    }

    /// How much of the lead people said: each side counts by the share of its parties of whom more than a guess is known.
    fn said(&self) -> f64 {
        if !self.lead.parties.iter().any(|party| self.spoke(party)) {
            return self.weight("guesses-alone") * self.particular();
        }
        // Whoever takes the residue itself counts, not who would take what comes out: a guess on a guess stays one.
        let takes =
            if self.lead.with_role(Role::Processor).next().is_some() { Role::Processor } else { Role::Taker };
        let sides: &[Role] = match self.lead.kind {
            LeadKind::Sharing => &[Role::Partner],
            LeadKind::Chain => &[Role::Giver, Role::Taker],
            _ => &[Role::Giver, takes],
        };
        if self.lead.kind == LeadKind::Substitution
            && sides.iter().all(|role| self.share_that_spoke(*role) == 0.0)
        {
            return self.weight("guesses-alone") * self.particular();
        }
        let guessed = self.weight("guessed-side");
        sides.iter().map(|role| guessed + (1.0 - guessed) * self.share_that_spoke(*role)).product()
    }

    /// Both said it, and the taker this very thing: the surest of leads.
    fn asked(&self) -> f64 {
        let pair = matches!(self.lead.kind, LeadKind::Substitution | LeadKind::LocalPurchase);
        let given = self.lead.with_role(Role::Giver).all(|party| self.spoke(party));
        let both = pair && given && super::uses::asks_for_it(self.lead, self.world);
        if both { self.weight("asked") } else { 1.0 }
    }

    /// A few tonnes that nobody can put euros on wait for the call that larger things are worth; what is hazardous has to go at any size.
    fn size(&self, appraisal: &Appraisal) -> f64 {
        let resource = self.resource(self.resource);
        let counts = self.lead.kind == LeadKind::Substitution
            && resource.kind == Kind::Material
            && resource.hazard == Hazard::No
            && appraisal.gains.euros.is_none();
        let least = self.weight_in("small-tonnes", "t/year");
        let small = self.lead.tonnes.is_some_and(|tonnes| tonnes.mid() < least);
        if counts && small { self.weight("small") } else { 1.0 }
    }

    /// 0–1; nobody on that side is nobody who spoke.
    fn share_that_spoke(&self, role: Role) -> f64 {
        let spoke = self.lead.with_role(role).filter(|party| self.spoke(party)).count();
        spoke as f64 / self.lead.with_role(role).count().max(1) as f64
    }

    /// What a guess is worth by how particular it is to the trade: slag is a steelworks', paper is everybody's. 1 where one trade in a hundred
    /// has it, less the more trades do; the mean over those who give, or join.
    fn particular(&self) -> f64 {
        /// As particular as it counts: one division of the nomenclature.
        const RAREST: f64 = 0.01;
        let told = self.lead.parties.iter().filter(|party| matches!(party.role, Role::Giver | Role::Partner));
        let shares: Vec<f64> =
            told.filter_map(|party| self.world.share_of_trades(self.flow(party)?)).collect();
        if shares.is_empty() {
            return 1.0;
        }
        let share = shares.iter().sum::<f64>() / shares.len() as f64;
        (share.max(RAREST) / RAREST).powf(-self.weight("particular"))
    }

    pub(crate) fn spoke(&self, party: &Party) -> bool {
        self.flow(party).is_some_and(|flow| !flow.is_guess())
    }

    /// The hierarchy counts for residues; energy that would be lost anyway is no step down.
    fn step(&self) -> f64 {
        let residue = self.resource(self.resource).kind == Kind::Material;
        if self.pathways().next().is_some_and(|pathway| pathway.serves == Some(Serves::People)) {
            return self.weight("hierarchy.people");
        }
        match self.hierarchy().filter(|step| residue || *step == Hierarchy::Disposal) {
            Some(Hierarchy::Prevention | Hierarchy::Reuse) => self.weight("hierarchy.reuse"),
            None | Some(Hierarchy::Recycling) => 1.0,
            Some(Hierarchy::Recovery) => self.weight("hierarchy.recovery"),
            Some(Hierarchy::Energy) => self.weight("hierarchy.energy"),
            Some(Hierarchy::Disposal) => self.weight("hierarchy.disposal"),
        }
    }

    /// Work that suits insertion where nobody is named to do it yet, or an insertion structure that does the work: at a firm the same work is
    /// the firm's. One that merely buys with forty others adds none.
    fn insertion(&self) -> f64 {
        let all = &self.world.reference.pathways;
        let suits = self.lead.steps.iter().any(|step| {
            let work = all.get(step.pathway.as_str()).is_some_and(|pathway| pathway.insertion);
            work && step.by.as_ref().is_none_or(|site| self.world.is_insertion(site))
        });
        let does = |party: &Party| self.provides(party) && self.world.is_insertion(&party.site);
        if suits || self.lead.parties.iter().any(does) { self.weight("insertion") } else { 1.0 }
    }

    /// Processes, sells or lends.
    fn provides(&self, party: &Party) -> bool {
        let runs = self.lead.steps.iter().any(|step| step.by.as_ref() == Some(&party.site));
        let offers =
            self.flow(party).is_some_and(|f| matches!(f.direction, Direction::Sells | Direction::CanShare));
        runs || offers || matches!(party.role, Role::Processor | Role::Owner)
    }
}

/// True when the sum of the euros is without something gained.
fn lacks_a_gain(appraisal: &Appraisal) -> bool {
    let unknown = appraisal.gains.euros.iter().flat_map(|euros| &euros.unknown);
    unknown.into_iter().any(|key| matches!(key.as_str(), "term-purchase-avoided" | "term-treatment-avoided"))
}

/// Best first; equal scores by id, so that the order is always the same.
pub(crate) fn best_first(a: &Lead, b: &Lead) -> std::cmp::Ordering {
    b.score.total_cmp(&a.score).then_with(|| a.id.cmp(&b.id))
}
