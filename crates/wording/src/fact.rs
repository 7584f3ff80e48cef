//! The links of an explanation, each with its evidence.

use crate::{Keyed, Words, number, stated};
use model::{Basis, COMMUNE_KM, Evidence, Fact, FactKind, Lead};

/// A line of the explanation of a lead.
#[derive(Clone, Debug, PartialEq)]
pub struct FactLine {
    /// What is so.
    pub text: String,
    /// Where that is known from: « déclaré, 12/03/2026, flux.csv ligne 12 ».
    pub evidence: String,
    /// How it is known.
    pub basis: Basis,
    /// Chances (0–1) that it holds.
    pub belief: f32,
}

impl Words<'_> {
    /// The explanation of a lead, in its order.
    pub fn facts(&self, lead: &Lead) -> Vec<FactLine> {
        lead.facts.iter().map(|fact| self.fact(fact)).collect()
    }

    fn fact(&self, fact: &Fact) -> FactLine {
        let text = match fact.kind {
            FactKind::Distance => self.distance_fact(fact),
            FactKind::Pathway => self.pathway_fact(fact),
            FactKind::Runs => self.runs_fact(fact),
            FactKind::IsA => self.is_a_fact(fact),
            _ => self.flow_fact(fact),
        };
        let evidence = self.evidence_of(&fact.evidence, fact.wording.is_some());
        FactLine { text, evidence, basis: fact.evidence.basis, belief: fact.belief }
    }

    fn flow_fact(&self, fact: &Fact) -> String {
        let label = fact.resource.as_ref().map_or("", |id| self.label(id));
        let what = match &fact.wording {
            Some(words) => {
                self.say("quoted-as", &[("words", words.as_str().into()), ("label", label.into())])
            }
            None => label.to_owned(),
        };
        let stated = stated(self.lang, &fact.detail);
        let what = if stated.is_empty() { what } else { format!("{what}, {stated}") };
        let key = fact.kind.key();
        let guess = fact.evidence.is_estimate() && fact.wording.is_none();
        let key = if guess { format!("{key}-estimated") } else { key };
        let site = fact.site.as_ref().map_or("", |id| self.name(id));
        self.say(&key, &[("site", site.into()), ("what", what.into())])
    }

    fn distance_fact(&self, fact: &Fact) -> String {
        let km = fact.detail.parse::<f64>().ok();
        let near = km.is_some_and(|km| km <= COMMUNE_KM);
        let km = km.map_or_else(|| fact.detail.clone(), |km| number::rounded(self.lang, km, 2));
        let coarse = fact.wording.as_deref() == Some("commune");
        let key = match (coarse, near) {
            (true, true) => "fact-distance-same",
            (true, false) => "fact-distance-commune",
            (false, _) => "fact-distance",
        };
        self.say(key, &[("km", km.into())])
    }

    fn pathway_fact(&self, fact: &Fact) -> String {
        let label = fact.resource.as_ref().map_or("", |id| self.label(id));
        self.say("fact-pathway", &[("what", label.into()), ("way", self.pathway(&fact.detail).into())])
    }

    fn runs_fact(&self, fact: &Fact) -> String {
        let how = match fact.belief {
            p if p >= 0.75 => "often-mostly",
            p if p >= 0.4 => "often-often",
            p if p >= 0.2 => "often-sometimes",
            _ => "often-rarely",
        };
        let site = fact.site.as_ref().map_or("", |id| self.name(id));
        let how = self.say(how, &[]);
        self.say(
            "fact-runs",
            &[("site", site.into()), ("activity", fact.detail.as_str().into()), ("how", how.into())],
        )
    }

    fn is_a_fact(&self, fact: &Fact) -> String {
        let label = fact.resource.as_ref().map_or("", |id| self.label(id));
        let general = self.reference.catalogue.get(&fact.detail);
        let general = general.map_or(fact.detail.as_str(), |r| r.label(self.lang.code()));
        self.say("fact-is-a", &[("what", label.into()), ("general", general.into())])
    }

    /// « déclaré, 12/03/2026, flux.csv ligne 12 »; says when it should be asked again.
    pub fn evidence(&self, evidence: &Evidence) -> String {
        self.evidence_of(evidence, false)
    }

    /// The same of what somebody put in words of their own: a rough figure of theirs is no guess of a profile.
    pub fn evidence_of(&self, evidence: &Evidence, worded: bool) -> String {
        let own = worded && evidence.is_estimate();
        let basis = if own { "basis-estimated-own".to_owned() } else { evidence.basis.key() };
        let basis = self.say(&basis, &[]);
        let date = evidence.date.map(|day| number::date(self.lang, day));
        let source = Some(self.source_titles(&evidence.source)).filter(|s| !s.is_empty());
        let mut parts: Vec<String> = std::iter::once(basis).chain(date).chain(source).collect();
        if let Some(end) = evidence.expires_on.filter(|end| *end < self.territory.day) {
            parts.push(self.say("evidence-expired", &[("date", number::date(self.lang, end).into())]));
        }
        parts.join(", ")
    }

    /// Source ids by their titles; anything else as it is.
    fn source_titles(&self, source: &str) -> String {
        let label = |source: &reference::Source| source.label(self.lang.code()).to_owned();
        let title = |id: &str| self.reference.sources.get(id).map_or_else(|| id.to_owned(), label);
        source.split(", ").map(title).collect::<Vec<_>>().join(", ")
    }
}
