//! What the sentences need to look up: names of sites, labels of resources, flows behind the parties.

use crate::{Arg, Lang, message, number, typography};
use model::{
    ActorId, ActorKind, Basis, COMMUNE_KM, Flow, FlowId, Lead, LeadKind, Party, Precision, Site, SiteId,
    Territory,
};
use reference::{Pathway, Reference, Resource, ResourceId};
use std::collections::{HashMap, HashSet};
use units::{Range, Unit};

/// Names kept in a sentence; the others are counted.
const NAMED: usize = 3;

/// The words about one territory in one language.
pub struct Words<'a> {
    /// The language.
    pub lang: Lang,
    /// The knowledge labels come from.
    pub reference: &'a Reference,
    /// The territory spoken of.
    pub territory: &'a Territory,
    sites: HashMap<&'a str, &'a Site>,
    flows: HashMap<&'a FlowId, &'a Flow>,
    kinds: HashMap<&'a ActorId, ActorKind>,
    spoken: HashSet<&'a SiteId>,
}

impl<'a> Words<'a> {
    /// Over a territory.
    pub fn new(territory: &'a Territory, reference: &'a Reference, lang: Lang) -> Self {
        let sites = territory.sites.iter().map(|s| (s.id.as_str(), s)).collect();
        let flows = territory.flows.iter().map(|f| (&f.id, f)).collect();
        let kinds = territory.actors.iter().map(|actor| (&actor.id, actor.kind)).collect();
        let declared = territory.flows.iter().filter(|flow| !flow.is_guess());
        let spoken = declared.map(|flow| &flow.site).collect();
        Self { lang, reference, territory, sites, flows, kinds, spoken }
    }

    /// What the actor of a site is; `None` when the territory does not know the actor.
    pub fn kind(&self, site: &Site) -> Option<ActorKind> {
        self.kinds.get(&site.actor).copied()
    }

    /// True when at least one flow of the site is more than a guess.
    pub fn has_spoken(&self, site: &SiteId) -> bool {
        self.spoken.contains(site)
    }

    /// True when only a list without a day names the site: nobody there has said anything, and it may have closed since.
    pub fn may_have_closed(&self, id: &SiteId) -> bool {
        let listed = |site: &Site| {
            let basis = matches!(site.evidence.basis, Basis::Register | Basis::Documented);
            basis && site.evidence.date.is_none()
        };
        !self.has_spoken(id) && self.site(id).is_some_and(listed)
    }

    /// A message.
    pub fn say(&self, key: &str, args: &[(&str, Arg<'_>)]) -> String {
        message(self.lang, key, args)
    }

    /// The site of that id.
    pub fn site(&self, id: &SiteId) -> Option<&'a Site> {
        self.sites.get(id.as_str()).copied()
    }

    /// Its name; its id when the territory does not know it.
    pub fn name<'s>(&'s self, id: &'s SiteId) -> &'s str {
        self.sites.get(id.as_str()).map_or(id.as_str(), |site| &site.name)
    }

    /// The flow a party comes from.
    pub fn flow(&self, party: &Party) -> Option<&'a Flow> {
        self.flows.get(party.flow.as_ref()?).copied()
    }

    /// The resource of that id.
    pub fn resource(&self, id: &ResourceId) -> Option<&'a Resource> {
        self.reference.catalogue.get(id.as_str())
    }

    /// Its label; its id when the catalogue does not know it.
    pub fn label<'s>(&'s self, id: &'s ResourceId) -> &'s str {
        self.resource(id).map_or(id.as_str(), |resource| resource.label(self.lang.code()))
    }

    /// The label of a pathway; its id when unknown.
    pub fn pathway<'s>(&'s self, id: &'s str) -> &'s str {
        self.reference.pathways.get(id).map_or(id, |pathway| pathway.label(self.lang.code()))
    }

    /// A range in a unit written as a symbol (`t/year`); « inconnu » when missing.
    pub fn amount(&self, range: Option<&Range>, unit: &str) -> String {
        self.known(range, unit).unwrap_or_else(|| self.say("unknown", &[]))
    }

    /// The same on one short line.
    pub fn short(&self, range: Option<&Range>, unit: &str) -> String {
        let known = range.zip(unit.parse::<Unit>().ok());
        known.map_or_else(|| self.say("unknown", &[]), |(range, unit)| number::short(self.lang, range, &unit))
    }

    fn known(&self, range: Option<&Range>, unit: &str) -> Option<String> {
        Some(number::amount(self.lang, range?, &unit.parse().ok()?))
    }

    /// Everybody in a lead, the first of them by name.
    pub fn who(&self, lead: &Lead) -> String {
        self.names(lead.parties.iter().map(|party| self.name(&party.site)))
    }

    /// True when the party's part is only deduced from its activity.
    pub fn is_guess(&self, party: &Party) -> bool {
        self.flow(party).is_none_or(Flow::is_guess)
    }

    /// What flows at a party: « as people said it » (and how much), or the resource's label.
    pub(crate) fn what(&self, party: &Party, lead: &Lead) -> String {
        let Some(flow) = self.flow(party) else { return self.label(&lead.resource).to_owned() };
        self.flow_words(flow, &lead.resource)
    }

    fn flow_words(&self, flow: &Flow, otherwise: &ResourceId) -> String {
        let label = self.label(flow.resource.as_ref().unwrap_or(otherwise));
        let said = match flow.wording.trim() {
            "" => label.to_owned(),
            wording => self.say("quoted", &[("words", wording.into())]),
        };
        match flow.stated.as_deref().map(str::trim) {
            None | Some("") => said,
            Some(stated) => format!("{said} ({})", crate::stated(self.lang, stated)),
        }
    }

    /// « à 4 km », « juste à côté », « à une distance inconnue »; « dans la même commune ou la voisine » when a place is no better known.
    pub fn distance(&self, lead: &Lead) -> String {
        let coarse = self.is_coarse(lead);
        let said = |key: &str, name: &str, value: f64| {
            self.say(key, &[(name, number::rounded(self.lang, value, if coarse { 1 } else { 2 }).into())])
        };
        match lead.km {
            None => self.say("distance-unknown", &[]),
            Some(km) if coarse && km <= COMMUNE_KM => self.say("distance-commune", &[]),
            Some(km) if coarse => said("distance-about", "km", km),
            Some(km) if km < 0.3 => self.say("distance-next", &[]),
            Some(km) if km < 0.95 => said("distance-m", "m", km * 1000.0),
            Some(km) => said("distance-km", "km", km),
        }
    }

    /// True when a party's place is only known to its commune.
    pub fn is_coarse(&self, lead: &Lead) -> bool {
        let places = lead.parties.iter().filter_map(|party| self.site(&party.site)?.place);
        places.into_iter().any(|place| place.precision == Precision::Commune)
    }

    /// How far the parties of a lead are: a distance for two, a radius for a group.
    pub fn how_far(&self, lead: &Lead) -> String {
        match lead.kind {
            LeadKind::Sharing | LeadKind::Chain => self.within(lead),
            LeadKind::Substitution | LeadKind::LocalPurchase => self.distance(lead),
        }
    }

    /// « dans un rayon de 2 km »; « sur le territoire » when a place is unknown.
    pub(crate) fn within(&self, lead: &Lead) -> String {
        let said = |key: &str, km: f64, digits| {
            self.say(key, &[("km", number::rounded(self.lang, km.max(0.1), digits).into())])
        };
        match lead.km {
            None => self.say("within-unknown", &[]),
            Some(km) if self.is_coarse(lead) && km <= COMMUNE_KM => self.say("distance-commune", &[]),
            Some(km) if self.is_coarse(lead) => said("within-about", km, 1),
            Some(km) if km < 0.95 => {
                self.say("within-m", &[("m", number::rounded(self.lang, km.max(0.1) * 1000.0, 2).into())])
            }
            Some(km) => said("within-km", km, 2),
        }
    }

    /// « A, B et C », « A, B, C et 5 autres »; those who may not be named are counted, not listed: « A et 5 autres ».
    /// Semicolons where a name has a comma of its own.
    pub(crate) fn names<'s>(&self, names: impl Iterator<Item = &'s str>) -> String {
        let hidden = self.say("party-hidden", &[]);
        let (unnamed, known): (Vec<&str>, Vec<&str>) = names.partition(|name| *name == hidden);
        let listed = known.iter().any(|name| name.contains(','));
        let between = if listed { self.semicolon() } else { ", " };
        let mut parts: Vec<String> = known.iter().take(NAMED).map(ToString::to_string).collect();
        let left = known.len() - parts.len() + unnamed.len();
        match (left, unnamed.len()) {
            (0, _) => {}
            (1, 1) => parts.push(hidden),
            _ if parts.is_empty() => parts.push(self.say("parties-hidden", &[("count", left.into())])),
            _ => parts.push(self.say("others", &[("count", left.into())])),
        }
        match parts.pop() {
            None => self.say("nobody", &[]),
            Some(only) if parts.is_empty() => only,
            Some(last) => self.say("and", &[("first", parts.join(between).into()), ("last", last.into())]),
        }
    }

    /// Between parts that have commas of their own.
    pub(crate) fn semicolon(&self) -> &'static str {
        if self.lang.code() == "en" { "; " } else { " ; " }
    }

    /// `de bois`, `d'huile`, `of wood`.
    pub(crate) fn of(&self, label: &str) -> String {
        typography::de(self.lang, label)
    }

    /// The pathway of a lead's first step.
    pub(crate) fn first_way(&self, lead: &Lead) -> Option<&'a Pathway> {
        self.reference.pathways.get(lead.steps.first()?.pathway.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_are_kept_back_are_counted() {
        let territory = Territory::default();
        let words = Words::new(&territory, Reference::embedded().unwrap(), Lang::Fr);
        let names = |names: &[&str]| words.names(names.iter().copied());
        let hidden = "une autre entreprise";
        assert_eq!(names(&["A", "B", "C"]), "A, B et C");
        assert_eq!(names(&["A", hidden]), "A et une autre entreprise");
        assert_eq!(names(&["A", hidden, hidden]), "A et 2 autres");
        assert_eq!(names(&[hidden, hidden]), "2 autres entreprises");
        assert_eq!(names(&[]), words.say("nobody", &[]));
    }
}
