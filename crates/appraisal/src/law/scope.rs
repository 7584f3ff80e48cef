//! Which lines of the law concern a lead: what its hazard, its border, its kind and its tonnage ask, and in one line what would hold if.

use crate::case::Case;
use crate::law::hazard;
use crate::law::{first, line};
use model::{Check, CheckKind, LeadKind};
use reference::{Kind, Only, Pathway, Range3, Regime, Route, RouteKind, Rubric, Scope};
use units::{Range, Unit};

impl Case<'_> {
    /// The tests, steps and papers of a route that this lead is asked for; those that hold only if something is so come last, as one line.
    pub(crate) fn status(&self, route: &Route) -> Vec<Check> {
        let source = first(&route.source);
        let with = |kind, fr: &str, en: &str, delay: Option<Range3>| Check {
            delay_months: delay.map(|range| range.0),
            source: source.clone(),
            ..line(kind, fr, en)
        };
        let asked = |scope: &Scope| scope.when.is_none() && self.concerns(scope);
        let tests = route.conditions.iter().filter(|c| asked(&c.scope));
        let steps = route.steps.iter().filter(|s| asked(&s.scope));
        let papers = route.forms.iter().filter(|f| asked(&f.scope));
        tests
            .map(|c| with(CheckKind::Status, &c.fr, &c.en, None))
            .chain(steps.map(|s| with(CheckKind::Status, &s.fr, &s.en, s.delay_months)))
            .chain(papers.map(|f| with(CheckKind::Tracking, &f.fr, &f.en, None)))
            .chain(self.also(route))
            .collect()
    }

    /// « aussi, si ce code n'est pas dans son arrêté : extension d'autorisation (2 à 24 mois) ».
    fn also(&self, route: &Route) -> Option<Check> {
        let months = |delay: Option<Range3>, word: &str, to: &str| {
            let range = delay.map(|delay| delay.0);
            range.map_or_else(String::new, |r| format!(" ({} {to} {} {word})", r.low(), r.high()))
        };
        let clauses = route.conditions.iter().chain(&route.forms).map(|c| (&c.scope, &c.fr, &c.en, None));
        let steps = route.steps.iter().map(|s| (&s.scope, &s.fr, &s.en, s.delay_months));
        let (mut fr, mut en) = (Vec::new(), Vec::new());
        for (scope, what_fr, what_en, delay) in clauses.chain(steps) {
            let Some(when) = scope.when.as_ref().filter(|_| self.concerns(scope)) else { continue };
            fr.push(format!("si {} : {what_fr}{}", when.fr, months(delay, "mois", "à")));
            en.push(format!("if {}: {what_en}{}", when.en, months(delay, "months", "to")));
        }
        let told = (!fr.is_empty()).then(|| {
            line(CheckKind::Status, format!("aussi, {}", fr.join(" ; ")), format!("also, {}", en.join("; ")))
        });
        told.map(|check| Check { source: first(&route.source), ..check })
    }

    fn concerns(&self, scope: &Scope) -> bool {
        let most = self.amount().filter(|_| self.measure == crate::case::Measure::Tonnes);
        let most = most.and_then(|amount| crate::draws::range_of(&amount.values)).map(Range::high);
        scope.only.is_none_or(|only| self.is_asked(only))
            && (scope.of.is_empty() || scope.of.iter().any(|id| self.is_a(self.resource, id.as_str())))
            && scope.above_t.is_none_or(|least| most.is_none_or(|most| most > least))
    }

    /// What may be hazardous counts as such.
    fn is_asked(&self, only: Only) -> bool {
        let kind = self.resource(self.resource).kind;
        let hazardous = || hazard::may_be_hazardous(self);
        let abroad = || hazard::border(self).is_some();
        match only {
            Only::Hazardous => hazardous(),
            Only::Harmless => !hazardous(),
            Only::Abroad => abroad(),
            Only::AbroadHazardous => abroad() && hazardous(),
            Only::Material => kind == Kind::Material,
            Only::Energy => kind == Kind::Energy,
            Only::Piped => matches!(kind, Kind::Energy | Kind::Water),
            Only::Good => !matches!(kind, Kind::Energy | Kind::Water),
            Only::Water => kind == Kind::Water,
            Only::Equipment => kind == Kind::Equipment,
        }
    }

    /// Who takes a by-product or a product needs no heading for waste; a plant to be built asks in any case.
    pub(crate) fn asks_a_permit(&self, pathway: &Pathway) -> bool {
        self.lead.kind == LeadKind::Chain || self.leaves_as_waste(pathway)
    }

    pub(crate) fn leaves_as_waste(&self, pathway: &Pathway) -> bool {
        matches!(pathway.route, RouteKind::Waste | RouteKind::EndOfWaste)
            || self.is_waste_anyway(pathway.route)
    }

    /// The heading; its thresholds only for a plant still to be built, and of these the one its tonnage meets, where that is known.
    pub(crate) fn permit(&self, rubric: &Rubric) -> Check {
        let regimes = if self.lead.kind == LeadKind::Chain { self.met(rubric) } else { Vec::new() };
        let thresholds = |told: fn(&Regime) -> String, between: &str| {
            let all: Vec<String> = regimes.iter().map(|regime| told(regime)).collect();
            if all.is_empty() { String::new() } else { format!(" ({})", all.join(between)) }
        };
        let fr = thresholds(|regime| format!("{} : {}", regime.level, regime.from), " ; ");
        let en = thresholds(|regime| format!("{}: {}", regime.level, regime.from_en), "; ");
        Check {
            delay_months: rubric.delay_months.as_ref().map(|range| range.0),
            source: first(&rubric.source),
            ..line(
                CheckKind::Permit,
                format!("rubrique {} : {}{fr}", rubric.id, rubric.fr),
                format!("French permit heading {}: {}{en}", rubric.id, rubric.en),
            )
        }
    }

    fn met<'r>(&self, rubric: &'r Rubric) -> Vec<&'r Regime> {
        // Time over time: in base units it is a share of the year.
        let day_a_year = "day/year".parse::<Unit>().ok();
        let share = self.middle("law.working-days", "1");
        let days = share.zip(day_a_year).map(|(share, day)| share / day.factor_to_base());
        let tonnes = self.amount().filter(|_| self.measure == crate::case::Measure::Tonnes);
        let daily = tonnes.and_then(|amount| crate::draws::range_of(&amount.values)).zip(days);
        let meets = |regime: &&Regime| match (regime.t_day, daily) {
            (Some([from, to]), Some((year, days))) => year.high() / days >= from && year.low() / days < to,
            _ => true,
        };
        rubric.regime.iter().filter(meets).collect()
    }
}
