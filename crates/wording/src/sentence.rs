//! A lead in one sentence, as a colleague would say it.

use crate::Words;
use model::{Basis, Direction, Flow, Lead, LeadKind, Party, Role};
use reference::Kind;

impl Words<'_> {
    /// The lead in one sentence; a guess is said to be one.
    pub fn lead(&self, lead: &Lead) -> String {
        let sentence = match lead.kind {
            LeadKind::Substitution => self.substitution(lead),
            LeadKind::LocalPurchase => self.purchase(lead),
            LeadKind::Sharing => self.sharing(lead),
            LeadKind::Chain => self.chain(lead),
        };
        let more = if lead.known { Some(self.say("lead-known", &[])) } else { self.taken(lead) };
        let others = self.other_takers(lead);
        let loses = never_pays(lead).then(|| self.say("lead-loses", &[]));
        [Some(sentence), more, others, loses].into_iter().flatten().collect::<Vec<_>>().join(" ")
    }

    /// That somebody takes the residue already; who, where the reader knows of that site.
    fn taken(&self, lead: &Lead) -> Option<String> {
        let by = lead.appraisal.as_ref()?.taken_by.as_ref()?;
        Some(match self.site(by) {
            Some(site) => self.say("lead-taken", &[("who", site.name.as_str().into())]),
            None => self.say("lead-taken-somebody", &[]),
        })
    }

    /// Who else could take the residue: the leads to them stand further down.
    fn other_takers(&self, lead: &Lead) -> Option<String> {
        let others = &lead.appraisal.as_ref()?.other_takers;
        let who = self.names(others.iter().map(|site| self.name(site)));
        let args = [("count", others.len().into()), ("who", who.into())];
        (!others.is_empty()).then(|| self.say("lead-other-takers", &args))
    }

    /// A short name for lists and calls: the resource, or the rule's label.
    pub fn title(&self, lead: &Lead) -> String {
        let rule =
            lead.rule.as_ref().and_then(|id| self.reference.sharing.iter().find(|rule| &rule.id == id));
        let label = match rule {
            Some(rule) if self.lang.code() == "en" => &rule.en,
            Some(rule) => &rule.fr,
            None => self.label(&lead.resource),
        };
        capital(label)
    }

    fn substitution(&self, lead: &Lead) -> String {
        let Some(giver) = lead.with_role(Role::Giver).next() else { return self.title(lead) };
        let receiver = lead.parties.iter().find(|p| matches!(p.role, Role::Processor | Role::Taker));
        let take = receiver.map_or_else(|| self.say("take-nobody", &[]), |p| self.take(p, lead));
        let give = self.give(giver, lead);
        match self.onward(receiver, lead) {
            Some(onward) => self.say(
                "lead-substitution-onward",
                &[("give", give.into()), ("take", take.into()), ("onward", onward.into())],
            ),
            None => self.say("lead-substitution", &[("give", give.into()), ("take", take.into())]),
        }
    }

    fn give(&self, giver: &Party, lead: &Lead) -> String {
        let material = self.resource(&lead.resource).is_none_or(|r| r.kind == Kind::Material);
        let sold = self.flow(giver).is_some_and(|flow| flow.direction == Direction::Sells);
        let key = match (self.is_guess(giver), sold, material) {
            (true, _, true) => "give-estimated",
            (true, _, false) => "give-estimated-other",
            (false, true, _) => "give-sold",
            (false, false, true) => "give-material",
            (false, false, false) => "give-other",
        };
        self.side(key, giver, lead)
    }

    /// Who takes it, and how: by a need of its own, by a pathway it runs, or both.
    fn take(&self, taker: &Party, lead: &Lead) -> String {
        let way = self.first_way(lead).map(|pathway| (pathway.label(self.lang.code()), pathway.is_direct()));
        let distance = self.distance(lead);
        let what = self.what(taker, lead);
        let asked = taker.flow.is_some() && !self.is_guess(taker);
        // Who makes its living of waste is paid for it: it receives, it does not buy.
        let receives = self.site(&taker.site).and_then(|site| site.activity.as_ref());
        let receives = receives.is_some_and(|activity| matches!(activity.code.get(..2), Some("37" | "38")))
            || self.flow(taker).is_some_and(|flow| flow.evidence.basis == Basis::Register);
        // Who looks for work neither buys nor receives it.
        let service = |flow: &Flow| {
            let of = flow.resource.as_ref().and_then(|id| self.resource(id));
            of.is_some_and(|resource| resource.kind == Kind::Service)
        };
        let needs = self.flow(taker).is_some_and(|flow| flow.direction == Direction::Needs);
        let seeks = needs && self.flow(taker).is_some_and(service);
        let key = match (asked, way) {
            (true, Some(_)) if seeks => "take-sought-way",
            (true, None) if needs => "take-needed",
            (true, Some(_)) if needs => "take-needed-way",
            (true, None) if receives => "take-received",
            (true, Some(_)) if receives => "take-received-way",
            (true, None) => "take-asked",
            (true, Some(_)) => "take-asked-way",
            (false, None) => "take-estimated",
            (false, Some((_, true))) => "take-direct",
            (false, Some((_, false))) => "take-process",
        };
        self.say(
            key,
            &[
                ("site", self.name(&taker.site).into()),
                ("distance", distance.into()),
                ("what", what.into()),
                ("way", way.map_or("", |(label, _)| label).into()),
            ],
        )
    }

    /// Who could take what the processor makes.
    fn onward(&self, receiver: Option<&Party>, lead: &Lead) -> Option<String> {
        receiver.filter(|p| p.role == Role::Processor)?;
        let (made, count) = self.made(lead);
        (count > 0).then(|| self.say("take-onward", &[("count", count.into()), ("made", made.into())]))
    }

    fn purchase(&self, lead: &Lead) -> String {
        let (Some(seller), Some(buyer)) =
            (lead.with_role(Role::Giver).next(), lead.with_role(Role::Taker).next())
        else {
            return self.title(lead);
        };
        let needs = self.flow(buyer).is_some_and(|flow| flow.direction == Direction::Needs);
        let wish = match (self.is_guess(buyer), needs) {
            (false, false) => "buy-declared",
            (false, true) => "need-declared",
            (true, false) => "buy-estimated",
            (true, true) => "need-estimated",
        };
        let offer = if self.is_guess(seller) { "sell-estimated" } else { "sell-declared" };
        let (bought, sold) = (self.side(wish, buyer, lead), self.side(offer, seller, lead));
        self.say("lead-purchase", &[("buy", bought.into()), ("sell", sold.into())])
    }

    fn side(&self, key: &str, party: &Party, lead: &Lead) -> String {
        self.say(
            key,
            &[
                ("site", self.name(&party.site).into()),
                ("what", self.what(party, lead).into()),
                ("distance", self.distance(lead).into()),
            ],
        )
    }
}

/// Even nine times in ten at best it costs more than it brings, and no gain is left to be found out.
fn never_pays(lead: &Lead) -> bool {
    let euros = lead.appraisal.as_ref().and_then(|appraisal| appraisal.gains.euros.as_ref());
    let open = ["term-purchase-avoided", "term-treatment-avoided"];
    euros.is_some_and(|euros| {
        euros.range.high() < 0.0 && !euros.unknown.iter().any(|key| open.contains(&key.as_str()))
    })
}

/// With a capital first letter.
pub(crate) fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
