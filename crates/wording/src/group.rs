//! Leads between several: pooling, and chains that many small residues would feed.

use crate::{Keyed, Words};
use model::{Lead, Party, Role};
use reference::{Between, Kind, Sharing};

impl Words<'_> {
    pub(crate) fn sharing(&self, lead: &Lead) -> String {
        let rule = self.reference.sharing.iter().find(|rule| Some(&rule.id) == lead.rule.as_ref());
        let between = rule.map_or(Between::Needs, |rule| rule.between);
        let owners: Vec<&Party> = lead.with_role(Role::Owner).collect();
        let offered = between == Between::Needs && !owners.is_empty();
        let key = if offered {
            "lead-sharing-offered".to_owned()
        } else {
            format!("lead-sharing-{}", between.key())
        };
        let partners: Vec<&Party> = lead.with_role(Role::Partner).collect();
        let sentence = self.say(
            &key,
            &[
                ("owners", self.names(owners.iter().map(|p| self.name(&p.site))).into()),
                ("owned", owners.len().into()),
                ("sites", self.names(partners.iter().map(|p| self.name(&p.site))).into()),
                ("count", partners.len().into()),
                ("within", self.within(lead).into()),
                ("what", self.label(&lead.resource).into()),
                ("rule", self.rule_label(rule, lead).into()),
            ],
        );
        // Who offers and who seeks are one each; without an owner as many as the rule asks for.
        let least = rule.filter(|_| owners.is_empty()).map(|rule| rule.partners);
        self.with_doubt(sentence, &lead.parties, least)
    }

    fn rule_label(&self, rule: Option<&Sharing>, lead: &Lead) -> String {
        let english = self.lang.code() == "en";
        let label = rule.map(|rule| if english { &rule.en } else { &rule.fr });
        label.map_or_else(|| self.label(&lead.resource).to_owned(), Clone::clone)
    }

    pub(crate) fn chain(&self, lead: &Lead) -> String {
        let givers: Vec<&Party> = lead.with_role(Role::Giver).collect();
        let way = self
            .first_way(lead)
            .map_or_else(String::new, |pathway| pathway.label(self.lang.code()).to_owned());
        // What they have is theirs together; the lead's own tonnes are what the plant would take of it.
        let supply =
            givers.iter().filter_map(|p| p.tonnes).reduce(|sum, tonnes| sum + tonnes).or(lead.tonnes);
        let head = self.say(
            if supply.is_some() { "lead-chain" } else { "lead-chain-unknown" },
            &[
                ("sites", self.names(givers.iter().map(|p| self.name(&p.site))).into()),
                ("count", givers.len().into()),
                ("within", self.within(lead).into()),
                ("tonnes", self.short(supply.as_ref(), "t/year").into()),
                ("of", self.of(self.label(&lead.resource)).into()),
                ("what", self.label(&lead.resource).into()),
                ("way", way.into()),
            ],
        );
        let sentence = [head, self.chain_processor(lead), self.chain_buyer(lead)].join(" ");
        let givers: Vec<Party> = givers.into_iter().cloned().collect();
        self.with_doubt(sentence, &givers, Some(self.least_givers(lead)))
    }

    fn chain_processor(&self, lead: &Lead) -> String {
        match lead.with_role(Role::Processor).next() {
            Some(party) => {
                let site = self.name(&party.site);
                let supply = lead.with_role(Role::Giver).filter_map(|p| p.tonnes).reduce(|sum, t| sum + t);
                let less = |need: &units::Range| supply.is_some_and(|supply| need.mid() < supply.mid());
                match party.tonnes.filter(less) {
                    Some(need) => self.say(
                        "chain-processor-needs",
                        &[("site", site.into()), ("tonnes", self.short(Some(&need), "t/year").into())],
                    ),
                    None => self.say("chain-processor", &[("site", site.into())]),
                }
            }
            None => self.say("chain-no-processor", &[]),
        }
    }

    fn chain_buyer(&self, lead: &Lead) -> String {
        let buyers: Vec<&str> = lead.with_role(Role::Taker).map(|p| self.name(&p.site)).collect();
        if buyers.is_empty() {
            return self.say("chain-no-buyer", &[]);
        }
        let output = lead.steps.first().and_then(|step| step.output.as_ref());
        let output = output.map_or("", |id| self.label(id));
        let count = buyers.len();
        let sites = self.names(buyers.into_iter());
        self.say(
            "chain-buyer",
            &[("sites", sites.into()), ("count", count.into()), ("output", output.into())],
        )
    }

    /// How many givers a chain must have: pipes join two, a round of lorries four.
    fn least_givers(&self, lead: &Lead) -> usize {
        let kind = self.resource(&lead.resource).map(|resource| resource.kind);
        if matches!(kind, Some(Kind::Energy | Kind::Water)) { 2 } else { 4 }
    }

    /// Says for how many parties it is only deduced from their activity, and of how many of them the likelihood speaks.
    fn with_doubt(&self, sentence: String, parties: &[Party], least: Option<usize>) -> String {
        let guessed = parties.iter().filter(|party| self.is_guess(party)).count();
        let doubt = match guessed {
            0 => return sentence,
            n if n == parties.len() => self.say("doubt-all", &[]),
            n => self.say("doubt-some", &[("count", n.into())]),
        };
        let least = least.filter(|least| *least < parties.len());
        let at_least = least.map(|least| self.say("doubt-at-least", &[("least", least.into())]));
        [Some(sentence), Some(doubt), at_least].into_iter().flatten().collect::<Vec<_>>().join(" ")
    }
}
