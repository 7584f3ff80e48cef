//! Leads between several: pooling, and chains that many small residues would feed.

use crate::sentence::capital;
use crate::{Arg, Keyed, Words};
use model::{Lead, Party, Role, chain_givers};
use reference::{Between, Kind, ResourceId, Sharing};

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
                ("sure", self.sure(&partners)),
                ("lent", self.sure(&owners)),
            ],
        );
        let least = match rule.filter(|_| owners.is_empty()) {
            Some(rule) => Least::Members(rule.partners),
            None => Least::BothSides,
        };
        self.with_doubt(sentence, &lead.parties, least)
    }

    /// Whether one of them spoke of it: what is only guessed stands in the conditional.
    fn sure(&self, parties: &[&Party]) -> Arg<'static> {
        let spoke = parties.iter().any(|party| !self.is_guess(party));
        if spoke { "yes".into() } else { "no".into() }
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
        let energy = givers.iter().filter_map(|p| self.energy(p)).reduce(|sum, energy| sum + energy);
        let amount = match (&supply, &energy) {
            (None, Some(energy)) => self.short(Some(energy), "MWh/year"),
            _ => self.short(supply.as_ref(), "t/year"),
        };
        let head = self.say(
            if supply.or(energy).is_some() { "lead-chain" } else { "lead-chain-unknown" },
            &[
                ("sites", self.names(givers.iter().map(|p| self.name(&p.site))).into()),
                ("count", givers.len().into()),
                ("within", self.within(lead).into()),
                ("tonnes", amount.into()),
                ("of", self.of(self.label(&lead.resource)).into()),
                ("what", self.label(&lead.resource).into()),
                ("way", way.into()),
                ("sure", self.sure(&givers)),
            ],
        );
        let sentence =
            [head, capital(&self.chain_processor(lead)), capital(&self.chain_buyer(lead))].join(" ");
        let givers: Vec<Party> = givers.into_iter().cloned().collect();
        let kind = self.resource(&lead.resource).map_or(Kind::Material, |resource| resource.kind);
        self.with_doubt(sentence, &givers, Least::Members(chain_givers(kind)))
    }

    /// What a party has said that it has, MWh a year; `None` when it is no energy or nobody said how much.
    fn energy(&self, party: &Party) -> Option<units::Range> {
        self.flow(party)?.quantity.as_ref()?.to(&"MWh/year".parse().ok()?).ok().map(|energy| energy.range)
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
        let (made, count) = self.made(lead);
        if count == 0 {
            return self.say("chain-no-buyer", &[]);
        }
        self.say("chain-buyer", &[("made", made.into()), ("count", count.into())])
    }

    /// Who could take what comes out, by what it is: « A et B (palette) ; C (broyat de bois) », and how many they are.
    pub(crate) fn made(&self, lead: &Lead) -> (String, usize) {
        let takers: Vec<&Party> = lead.with_role(Role::Taker).collect();
        let mut outputs: Vec<Option<&ResourceId>> = Vec::new();
        for output in takers.iter().map(|party| self.made_for(party, lead)) {
            if !outputs.contains(&output) {
                outputs.push(output);
            }
        }
        let told = outputs.into_iter().map(|output| {
            let sites = takers.iter().filter(|party| self.made_for(party, lead) == output);
            let sites = self.names(sites.map(|party| self.name(&party.site)));
            let output = output.map_or("", |id| self.label(id));
            self.say("made-for", &[("sites", sites.into()), ("output", output.into())])
        });
        (told.collect::<Vec<_>>().join(self.semicolon()), takers.len())
    }

    /// The output of the first step that a taker would get: what goes into its own step, else what it asks for, else the main one.
    fn made_for<'l>(&'l self, taker: &Party, lead: &'l Lead) -> Option<&'l ResourceId> {
        let own = lead.steps.iter().skip(1).find(|step| step.by.as_ref() == Some(&taker.site));
        let asked = || {
            let catalogue = &self.reference.catalogue;
            let dense = |id: &ResourceId| catalogue.index_of(id.as_str());
            let asked = dense(self.flow(taker)?.resource.as_ref()?)?;
            let akin = |a: usize| catalogue.steps_up(a, asked).or(catalogue.steps_up(asked, a)).is_some();
            let first = self.reference.pathways.get(lead.steps.first()?.pathway.as_str())?;
            first.outputs.iter().map(|product| &product.resource).find(|made| dense(made).is_some_and(akin))
        };
        let main = || lead.steps.first()?.output.as_ref();
        own.map(|step| &step.input).or_else(asked).or_else(main)
    }

    /// Says for how many parties it is only deduced from their activity, and of how many of them the likelihood speaks.
    fn with_doubt(&self, sentence: String, parties: &[Party], least: Least) -> String {
        let guessed = parties.iter().filter(|party| self.is_guess(party)).count();
        let doubt = match guessed {
            0 => return sentence,
            n if n == parties.len() => self.say("doubt-all", &[]),
            n => self.say("doubt-some", &[("count", n.into())]),
        };
        let at_least = match least {
            Least::Members(least) if least < parties.len() => {
                Some(self.say("doubt-at-least", &[("least", least.into())]))
            }
            Least::BothSides if parties.len() > 2 => Some(self.say("doubt-both-sides", &[])),
            _ => None,
        };
        [Some(sentence), Some(doubt), at_least].into_iter().flatten().collect::<Vec<_>>().join(" ")
    }
}

/// Of whom the likelihood of a group speaks.
#[derive(Clone, Copy)]
enum Least {
    /// So many of those named.
    Members(usize),
    /// One who offers and one who seeks.
    BothSides,
}
