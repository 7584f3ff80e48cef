//! Questions as one would ask them on the telephone, and the lines of the checklist.

use crate::sentence::capital;
use crate::{Keyed, Words, number};
use model::{Check, Direction, Lead, LeadKind, Party, Question, Role, SiteId, Unknown};
use reference::{Form, Kind, Resource, ResourceId};

/// Families whose quality is asked for in their own terms, by root of the catalogue: root, key.
const FAMILIES: &[(&str, &str)] = &[
    ("wood-waste", "wood"),
    ("wood-fuel", "wood"),
    ("crop-residue", "organic"),
    ("plastic", "plastic"),
    ("rubber", "plastic"),
    ("metal", "metal"),
    ("waste-paper", "paper"),
    ("organic-residue", "organic"),
    ("unsold-food", "organic"),
    ("animal-by-product", "organic"),
    ("glass", "glass"),
    ("textile-waste", "textile"),
    ("mineral-material", "mineral"),
    ("end-of-life-joinery", "joinery"),
    ("construction-waste", "mineral"),
    ("slag", "mineral"),
    ("ash", "mineral"),
];

impl Words<'_> {
    /// The question in one sentence with whom to ask in front: « Métallerie Orne : quelle humidité … ? »
    pub fn question(&self, lead: &Lead, question: &Question) -> String {
        let asked = self.asked_first(lead, question);
        self.say("question", &[("site", self.name(&question.site).into()), ("asked", asked.into())])
    }

    /// The question alone, in the terms of the resource: « Quelle humidité … ? »
    pub fn question_alone(&self, lead: &Lead, question: &Question) -> String {
        capital(&self.asked_first(lead, question))
    }

    /// Of a site that only an old list names, one asks first whether it is still there.
    fn asked_first(&self, lead: &Lead, question: &Question) -> String {
        let asked = self.asked(lead, question);
        if self.may_have_closed(&question.site) {
            return self.say("question-still-open", &[("asked", capital(&asked).into())]);
        }
        asked
    }

    fn asked(&self, lead: &Lead, question: &Question) -> String {
        let party = lead.parties.iter().find(|party| party.site == question.site);
        let resource = self.resource_asked(lead, question, party);
        let key = match question.about {
            Unknown::Quality => {
                let family =
                    self.resource(resource).map_or("other", |resource| self.quality_family(resource));
                format!("question-quality-{family}")
            }
            about => {
                let kind = self.resource(resource).map(|resource| resource.kind);
                let side = self.side_of(lead, party);
                let gate =
                    about == Unknown::Price && side == Side::Takes && self.treats_waste(&question.site);
                let priced = about == Unknown::Supplier
                    && party.and_then(|party| self.flow(party)).is_some_and(|flow| flow.price.is_some());
                let own = gate
                    .then_some("question-price-treater")
                    .or(priced.then_some("question-supplier-priced"))
                    .or(own_terms(about, side, kind, lead.kind));
                own.map_or_else(|| key_for(about, side, self.is_stated(party)), str::to_owned)
            }
        };
        // Whether it wants a residue is asked of the residue, in its giver's words.
        let wants = question.about == Unknown::Wants;
        let teller = if wants { only_giver(lead, resource) } else { party };
        self.say(
            &key,
            &[("what", self.what_asked(resource, teller).into()), ("from", self.from(lead, resource).into())],
        )
    }

    /// Who lives from waste (NAF rev. 2, divisions 37 to 39) charges at its gate, and seldom buys.
    fn treats_waste(&self, site: &SiteId) -> bool {
        let activity = self.site(site).and_then(|site| site.activity.as_ref());
        let classes = activity.map(|code| self.reference.naf.as_rev2(code)).unwrap_or_default();
        classes.iter().any(|class| ["37", "38", "39"].iter().any(|division| class.starts_with(division)))
    }

    /// The amount is known from the site itself.
    fn is_stated(&self, party: Option<&Party>) -> bool {
        party
            .and_then(|party| self.flow(party))
            .is_some_and(|flow| !flow.evidence.is_estimate() && flow.quantity.is_some())
    }

    /// From whom it would come: the givers of the residue, else who makes it.
    fn from(&self, lead: &Lead, resource: &ResourceId) -> String {
        let made = *resource != lead.resource && lead.with_role(Role::Processor).next().is_some();
        let role = if made { Role::Processor } else { Role::Giver };
        self.names(lead.with_role(role).map(|party| self.name(&party.site)))
    }

    /// By its flow when there is one, else by its part in the lead.
    fn side_of(&self, lead: &Lead, party: Option<&Party>) -> Side {
        let flow = party.and_then(|party| self.flow(party));
        match (flow.map(|flow| flow.direction), party.map(|party| party.role)) {
            (Some(Direction::TakesIn), _) | (None, Some(Role::Taker | Role::Processor)) => Side::Takes,
            (Some(Direction::Sells), _) => Side::Sells,
            (Some(Direction::CanShare), _) | (None, Some(Role::Owner)) => Side::Shares,
            (Some(Direction::Needs), _) => Side::Seeks,
            (None, Some(Role::Giver)) if lead.kind == LeadKind::LocalPurchase => Side::Sells,
            _ => Side::Gives,
        }
    }

    fn resource_asked<'q>(
        &'q self,
        lead: &'q Lead,
        question: &'q Question,
        party: Option<&Party>,
    ) -> &'q ResourceId {
        let own = party.and_then(|party| self.flow(party)?.resource.as_ref());
        question.resource.as_ref().or(own).unwrap_or(&lead.resource)
    }

    /// What the question is about, in the site's own words when it has some for that resource.
    fn what_asked(&self, resource: &ResourceId, party: Option<&Party>) -> String {
        let flow =
            party.and_then(|party| self.flow(party)).filter(|flow| flow.resource.as_ref() == Some(resource));
        match flow.map(|flow| flow.wording.trim()).filter(|words| !words.is_empty()) {
            Some(words) => self.say("quoted", &[("words", words.into())]),
            None => self.label(resource).to_owned(),
        }
    }

    fn quality_family(&self, resource: &Resource) -> &'static str {
        let catalogue = &self.reference.catalogue;
        let ancestors =
            catalogue.index_of(resource.id.as_str()).map_or(&[][..], |ix| catalogue.ancestors(ix));
        let family = ancestors.iter().find_map(|&(ix, _)| {
            let id = catalogue.all()[ix].id.as_str();
            FAMILIES.iter().find(|(root, _)| *root == id).map(|(_, key)| *key)
        });
        match (resource.kind, resource.form) {
            (_, Form::Heat) => "heat",
            (Kind::Water, _) => "water",
            (_, Form::Sludge) => "sludge",
            (_, Form::Liquid) => "liquid",
            (_, Form::Gas) => "gas",
            (Kind::Material, _) => family.unwrap_or("other"),
            _ => "service",
        }
    }

    /// A line of the checklist, with its delay when known.
    pub fn check(&self, check: &Check) -> String {
        let text = if self.lang.code() == "en" { &check.en } else { &check.fr };
        match &check.delay_months {
            None => text.clone(),
            Some(range) => {
                let (low, high) =
                    (number::rounded(self.lang, range.low(), 2), number::rounded(self.lang, range.high(), 2));
                let key = if low == high { "check-delay-exact" } else { "check-delay" };
                format!("{text} {}", self.say(key, &[("low", low.into()), ("high", high.into())]))
            }
        }
    }
}

/// What a site does with the resource, by which it is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Side {
    Gives,
    Takes,
    Sells,
    Shares,
    Seeks,
}

/// What is asked in terms of its own: services come in hours and euros, who joins a purchase buys and takes nothing from anybody, and foul water is
/// let off, not placed.
fn own_terms(about: Unknown, side: Side, kind: Option<Kind>, lead: LeadKind) -> Option<&'static str> {
    match (about, kind?) {
        (Unknown::Quantity, kind) if !kind.is_flow() => Some("question-quantity-service"),
        (Unknown::Quantity, _) if lead == LeadKind::Sharing && side == Side::Takes => {
            Some("question-quantity-buyer")
        }
        (Unknown::Wants, _) if lead == LeadKind::Sharing => Some("question-wants-together"),
        (Unknown::Exists, Kind::Water) if side == Side::Gives => Some("question-exists-water"),
        _ => None,
    }
}

/// The same unknown is another question for who gives, takes, sells, shares or seeks.
fn key_for(about: Unknown, side: Side, stated: bool) -> String {
    let key = about.key().replacen("unknown", "question", 1);
    let ending = match (about, side) {
        (Unknown::Exists | Unknown::Quantity | Unknown::Price | Unknown::Season, Side::Takes) => "-taker",
        (Unknown::Exists | Unknown::Quantity | Unknown::Price, Side::Sells) => "-seller",
        (Unknown::Exists | Unknown::Price, Side::Shares) => "-sharer",
        (Unknown::Exists, Side::Seeks) => "-seeker",
        _ => "",
    };
    // Nobody is asked for an amount it has told.
    let told = side != Side::Shares && about == Unknown::Exists && stated;
    format!("{key}{ending}{}", if told { "-stated" } else { "" })
}

/// Who discards the residue, when it is one firm: its words are those people know it by.
fn only_giver<'l>(lead: &'l Lead, resource: &ResourceId) -> Option<&'l Party> {
    let mut givers = lead.with_role(Role::Giver);
    givers.next().filter(|_| *resource == lead.resource && givers.next().is_none())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn services_purchases_and_foul_water_are_asked_in_their_own_terms() {
        let asked = |about, side, kind, lead| own_terms(about, side, Some(kind), lead);
        let (sharing, pair) = (LeadKind::Sharing, LeadKind::Substitution);
        let how_much = Unknown::Quantity;
        assert_eq!(asked(how_much, Side::Gives, Kind::Service, sharing), Some("question-quantity-service"));
        assert_eq!(asked(how_much, Side::Takes, Kind::Energy, sharing), Some("question-quantity-buyer"));
        assert_eq!(asked(how_much, Side::Takes, Kind::Material, pair), None);
        assert_eq!(asked(Unknown::Exists, Side::Gives, Kind::Water, sharing), Some("question-exists-water"));
    }

    #[test]
    fn nobody_is_asked_for_an_amount_it_has_told() {
        use Side::{Gives, Seeks, Sells, Takes};
        let key = |side, stated| key_for(Unknown::Exists, side, stated);
        assert_eq!(key(Sells, false), "question-exists-seller");
        assert_eq!(key(Sells, true), "question-exists-seller-stated");
        assert_eq!(key(Takes, true), "question-exists-taker-stated");
        assert_eq!(key(Gives, true), "question-exists-stated");
        assert_eq!(key(Seeks, true), "question-exists-seeker-stated");
        assert_eq!(key_for(Unknown::Quantity, Gives, true), "question-quantity", "asked only when vague");
    }
}
