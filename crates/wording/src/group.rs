//! Leads between several: pooling, and chains that many small residues would feed.

use crate::{Keyed, Words};
use model::{Lead, Party, Role};
use reference::{Between, Sharing};

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
        self.with_doubt(sentence, &lead.parties)
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
        let head = self.say(
            if lead.tonnes.is_some() { "lead-chain" } else { "lead-chain-unknown" },
            &[
                ("sites", self.names(givers.iter().map(|p| self.name(&p.site))).into()),
                ("count", givers.len().into()),
                ("within", self.within(lead).into()),
                ("tonnes", self.short(lead.tonnes.as_ref(), "t/year").into()),
                ("of", self.of(self.label(&lead.resource)).into()),
                ("what", self.label(&lead.resource).into()),
                ("way", way.into()),
            ],
        );
        let sentence = [head, self.chain_processor(lead), self.chain_buyer(lead)].join(" ");
        let givers: Vec<Party> = givers.into_iter().cloned().collect();
        self.with_doubt(sentence, &givers)
    }

    fn chain_processor(&self, lead: &Lead) -> String {
        match lead.with_role(Role::Processor).next() {
            Some(party) => self.say("chain-processor", &[("site", self.name(&party.site).into())]),
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

    /// Says for how many parties it is only deduced from their activity.
    fn with_doubt(&self, sentence: String, parties: &[Party]) -> String {
        let guessed = parties.iter().filter(|party| self.is_guess(party)).count();
        match guessed {
            0 => sentence,
            n if n == parties.len() => format!("{sentence} {}", self.say("doubt-all", &[])),
            n => format!("{sentence} {}", self.say("doubt-some", &[("count", n.into())])),
        }
    }
}
