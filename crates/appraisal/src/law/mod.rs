//! The legal and technical checklist of a lead. Not legal advice.

mod family;
pub(crate) mod hazard;
mod scope;

use crate::case::Case;
use model::{Check, CheckKind, LeadKind, Legal, Role};
use reference::{Hierarchy, How, Pathway, RouteKind, SourceId};

/// A line without delay or source.
pub(crate) fn line(kind: CheckKind, fr: impl Into<String>, en: impl Into<String>) -> Check {
    Check { kind, fr: fr.into(), en: en.into(), delay_months: None, source: None }
}

impl Case<'_> {
    /// The law of the lead: which route, which step of the hierarchy, what to check.
    pub(crate) fn legal(&self) -> Legal {
        match self.lead.kind {
            LeadKind::LocalPurchase => Legal::default(),
            LeadKind::Sharing => self.law_of_pooling(),
            LeadKind::Substitution | LeadKind::Chain => self.law_of_residue(),
        }
    }

    /// Pooling a service, an equipment or a purchase moves no waste; pooling a collection of residues does.
    fn law_of_pooling(&self) -> Legal {
        let Some(rule) = self.rule() else { return Legal::default() };
        let mut checks: Vec<Check> =
            rule.conditions.iter().map(|c| line(CheckKind::Condition, &c.fr, &c.en)).collect();
        checks.extend(rule.saving.as_ref().and_then(saving));
        let waste = rule.how == How::Collection && rule.between == reference::Between::Gives;
        if waste {
            checks.extend(hazard::checks(self, true));
        }
        Legal { route: waste.then_some(RouteKind::Waste), hierarchy: None, checks }
    }

    fn law_of_residue(&self) -> Legal {
        let route = self.route_kind();
        let mut checks = self.family_checks();
        if self.resource(self.resource).kind == reference::Kind::Material {
            checks.extend(hazard::checks(self, matches!(route, RouteKind::Waste | RouteKind::EndOfWaste)));
        }
        checks.extend(self.world.reference.legal.route(route).into_iter().flat_map(|r| self.status(r)));
        for pathway in self.pathways() {
            if self.asks_a_permit(pathway) {
                let rubrics = pathway.rubrics.iter().filter_map(|id| self.world.reference.legal.rubric(id));
                checks.extend(rubrics.map(|rubric| self.permit(rubric)));
            }
            checks.extend(pathway.conditions.iter().map(|c| line(CheckKind::Condition, &c.fr, &c.en)));
        }
        let hierarchy = self.hierarchy();
        let mut seen = std::collections::HashSet::new();
        checks.retain(|check| seen.insert((check.kind, check.fr.clone())));
        Legal { route: Some(route), hierarchy, checks }
    }

    /// The status under which the residue leaves its holder: that of the first pathway, or of the most specific direct use in the
    /// knowledge base when the taker simply asked for it; waste when nothing tells, or when the residue itself is one whatever the way.
    fn route_kind(&self) -> RouteKind {
        let route = match self.usual_route() {
            // Who buys fermentables buys spent grain that is sold: it stays what its seller makes of it.
            RouteKind::Waste | RouteKind::EndOfWaste if self.is_sold_aside() => RouteKind::ByProduct,
            route => route,
        };
        if self.is_waste_anyway(route) { RouteKind::Waste } else { route }
    }

    fn usual_route(&self) -> RouteKind {
        if let Some(pathway) = self.pathways().next() {
            return pathway.route;
        }
        let taking = self.world.reference.pathways.taking(self.resource).filter(|(_, p, _)| p.is_direct());
        let nearest = taking.min_by_key(|(ix, _, steps)| (*steps, *ix)).map(|(_, pathway, _)| pathway.route);
        nearest.unwrap_or(RouteKind::Waste)
    }

    /// Longest usual delay, months: of the status, and of the permits when the plant is still to be built.
    pub(crate) fn delay_months(&self, legal: &Legal) -> f64 {
        let counts = |kind: CheckKind| match kind {
            CheckKind::Status => true,
            CheckKind::Permit => self.lead.kind == LeadKind::Chain,
            _ => false,
        };
        let delays =
            legal.checks.iter().filter(|check| counts(check.kind)).filter_map(|check| check.delay_months);
        delays.map(units::Range::mid).fold(0.0, f64::max)
    }

    /// The pathways whose runner needs a permit for what it receives.
    pub(crate) fn permits(&self) -> impl Iterator<Item = &Pathway> {
        let waste = |p: &&Pathway| self.leaves_as_waste(p) && !p.rubrics.is_empty();
        self.pathways().filter(waste)
    }

    /// The step of the hierarchy reached: the last of one way, but that of the parting itself where what comes out goes several ways.
    pub(crate) fn hierarchy(&self) -> Option<Hierarchy> {
        let steps = || self.pathways().map(|pathway| pathway.hierarchy);
        let several = self.lead.with_role(Role::Taker).count() > 1;
        if several { steps().next() } else { steps().max() }
    }
}

/// What pooling usually saves stays visible when the present cost is unknown.
fn saving(saving: &reference::Saving) -> Option<Check> {
    let range = saving.quantity()?.range;
    let (low, high) = (100.0 * range.low(), 100.0 * range.high());
    let of = &saving.of;
    let fr = format!("économie usuelle : {low:.0} à {high:.0} % du coût actuel ({})", french(of));
    Some(line(
        CheckKind::Condition,
        fr,
        format!("usual saving: {low:.0} to {high:.0} % of the present cost ({of})"),
    ))
}

/// The French of `saving.of`.
fn french(of: &str) -> &str {
    match of {
        "collection" => "collecte",
        "purchase" => "achat",
        "equipment" => "équipement",
        "energy" => "énergie",
        "water" => "eau",
        "space" => "surface",
        "skill" => "compétence",
        "logistics" => "logistique",
        other => other,
    }
}

pub(crate) fn first(sources: &[SourceId]) -> Option<String> {
    sources.first().map(ToString::to_string)
}
