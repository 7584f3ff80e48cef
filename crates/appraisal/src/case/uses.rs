//! Where a residue ends up, and how much of it.

use crate::case::{Case, Measure};
use crate::draws::drawn::Drawn;
use model::{Flow, LeadKind, Party, Role, SiteId};
use reference::{Pathway, Product};
use std::collections::HashMap;

/// A final use.
pub(crate) struct Use<'a> {
    pub(crate) site: &'a SiteId,
    /// Dense index of what is used.
    pub(crate) resource: usize,
    /// In the measure of the lead; `None` when a yield on the way is unknown.
    pub(crate) amount: Option<Drawn>,
    pub(crate) pathway: Option<&'a Pathway>,
    pub(crate) flow: Option<&'a Flow>,
    /// True when a processor stands between giver and user.
    pub(crate) onward: bool,
}

impl<'a> Case<'a> {
    /// The final users, with what reaches each.
    pub(crate) fn uses(&self, amount: &Drawn) -> Vec<Use<'a>> {
        let processor = self.lead.with_role(Role::Processor).next();
        let onward: Vec<_> = match processor {
            Some(_) => {
                let takers = self.lead.with_role(Role::Taker);
                self.shared_out(takers.filter_map(|taker| self.onward(taker, amount)).collect(), amount)
            }
            None => Vec::new(),
        };
        if !onward.is_empty() && !self.keeps_main_product() {
            return onward;
        }
        let receiver = processor.or_else(|| self.lead.with_role(Role::Taker).next());
        let pathway = self.pathways().next();
        let own = receiver.map(|party| Use {
            site: &party.site,
            resource: self.resource,
            amount: Some(amount.clone()),
            pathway,
            flow: self.flow(party),
            onward: false,
        });
        own.into_iter().chain(onward).collect()
    }

    /// Several takers of one product share it: the likeliest first, none more than it says it buys, nothing twice.
    fn shared_out(&self, mut users: Vec<Use<'a>>, amount: &Drawn) -> Vec<Use<'a>> {
        let mut left: HashMap<usize, Drawn> = HashMap::new();
        for user in &mut users {
            let Some(made) = user.amount.take() else { continue };
            let rest = left.get(&user.resource).cloned().unwrap_or(made);
            let wanted = user.flow.map_or_else(|| rest.clone(), |flow| self.at_most_of(flow, rest.clone()));
            left.insert(user.resource, rest.with(&wanted, |rest, taken| (rest - taken).max(0.0)));
            user.amount = Some(wanted);
        }
        users.retain(|user| user.amount.as_ref().is_none_or(|amount| amount.mean() > 0.0));
        if !users.is_empty() {
            users.extend(self.sold_besides(&left, amount));
        }
        users
    }

    /// What the takers of a shared plant leave of its main product, where whoever runs it sells such things anyway.
    fn sold_besides(&self, left: &HashMap<usize, Drawn>, amount: &Drawn) -> Option<Use<'a>> {
        let runner =
            self.lead.with_role(Role::Processor).next().filter(|_| self.lead.kind == LeadKind::Chain)?;
        let pathway = self.pathways().next()?;
        let main = pathway.outputs.first()?;
        let made = self.world.reference.catalogue.index_of(main.resource.as_str())?;
        let share = self.made(pathway, main)?;
        let rest = left.get(&made).cloned().unwrap_or_else(|| share.clone().times(amount)).per(&share);
        let sells = self.world.priced_sales(&runner.site).iter().any(|flow| self.is_same(flow, made));
        (sells && rest.mean() > 0.0).then_some(Use {
            site: &runner.site,
            resource: self.resource,
            amount: Some(rest),
            pathway: Some(pathway),
            flow: self.flow(runner),
            onward: false,
        })
    }

    /// True when others take only what is left over by a processor that uses the main product itself: a refiner keeps the metal and passes
    /// on the dross.
    fn keeps_main_product(&self) -> bool {
        let Some(pathway) = self.pathways().next().filter(|pathway| !pathway.replaces.is_empty()) else {
            return false;
        };
        let main = pathway.outputs.first();
        let runs = self.lead.with_role(Role::Processor).next().is_some_and(|party| party.flow.is_some());
        let taken = self.lead.with_role(Role::Taker).filter_map(|taker| self.wanted(taker));
        let taken: Vec<usize> = taken.collect();
        let leaves = |product: &Product| !taken.iter().any(|wanted| self.related(product, *wanted));
        runs && main.is_some_and(leaves)
    }

    /// What a taker of a processor's product wants: by its own step, or by what its flow is of.
    fn wanted(&self, taker: &Party) -> Option<usize> {
        let own = self.lead.steps.iter().skip(1).find(|step| step.by.as_ref() == Some(&taker.site));
        let resource = match own {
            Some(step) => &step.input,
            None => self.flow(taker)?.resource.as_ref()?,
        };
        self.world.reference.catalogue.index_of(resource.as_str())
    }

    /// What goes through the pathway at a place on the way; a later one handles what came out of the first.
    pub(crate) fn through(&self, place: usize, pathway: &Pathway, amount: &Drawn) -> Option<Drawn> {
        if place == 0 {
            return Some(amount.clone());
        }
        let users = self.uses(amount);
        users.into_iter().find(|user| user.pathway.is_some_and(|p| p.id == pathway.id))?.amount
    }

    /// A taker of what a processor makes: by its own step, or by what its flow is of.
    fn onward(&self, taker: &'a Party, amount: &Drawn) -> Option<Use<'a>> {
        let first = self.pathways().next()?;
        let own = self.lead.steps.iter().skip(1).find(|step| step.by.as_ref() == Some(&taker.site));
        let flow = self.flow(taker);
        let catalogue = &self.world.reference.catalogue;
        let wanted = self.wanted(taker)?;
        let product = first.outputs.iter().find(|product| self.related(product, wanted))?;
        let resource = catalogue.index_of(product.resource.as_str())?;
        let pathway = own.and_then(|step| self.world.reference.pathways.get(step.pathway.as_str()));
        let made = self.made(first, product).map(|share| share.times(amount));
        Some(Use { site: &taker.site, resource, amount: made, pathway, flow, onward: true })
    }

    fn related(&self, product: &Product, taken: usize) -> bool {
        let catalogue = &self.world.reference.catalogue;
        catalogue.index_of(product.resource.as_str()).is_some_and(|made| {
            catalogue.steps_up(made, taken).is_some() || catalogue.steps_up(taken, made).is_some()
        })
    }

    /// Units of a product for a unit of what goes in; `None` when its yield is unknown or in another measure.
    pub(crate) fn made(&self, pathway: &Pathway, product: &Product) -> Option<Drawn> {
        let same = match &product.unit {
            None => self.measure == Measure::Tonnes,
            Some(unit) => unit.same_kind(&units::Unit::one()),
        };
        let key = format!("yield:{}:{}", pathway.id, product.resource);
        Some(self.draw_entry(&key, product.yield_.filter(|_| same)?.0))
    }
}
