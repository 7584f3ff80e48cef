//! What the kind of a residue settles whatever the way it is taken: a category, a producer scheme, that it is a waste.

use crate::case::Case;
use crate::law::{first, line};
use model::{Check, CheckKind, Direction, Flow, Party, Role};
use reference::{Family, Hazard, Kind, RouteKind, Tells};

impl<'a> Case<'a> {
    /// The families of the residue between these firms, the nearest first: blood is of category 3 before it is an animal by-product.
    fn families(&self) -> Vec<&'a Family> {
        let all = self.world.reference.legal.families.iter();
        let met = all.filter(|family| self.speaks_of_parties(family));
        let mut found: Vec<_> =
            met.filter_map(|family| self.steps_to(family).map(|steps| (steps, family))).collect();
        found.sort_by_key(|(steps, _)| *steps);
        found.into_iter().map(|(_, family)| family).collect()
    }

    /// Steps up the catalogue to what the family names; `None` when it speaks of something else.
    fn steps_to(&self, family: &Family) -> Option<u8> {
        if family.of.is_empty() {
            return Some(u8::MAX);
        }
        let catalogue = &self.world.reference.catalogue;
        let named = family.of.iter().filter_map(|id| catalogue.index_of(id.as_str()));
        named.filter_map(|general| catalogue.steps_up(self.resource, general)).min()
    }

    fn speaks_of_parties(&self, family: &Family) -> bool {
        let one_is = |party: Option<&Party>, naf: &[String]| {
            naf.is_empty() || party.is_some_and(|party| self.is_of(party, naf))
        };
        let taker =
            self.lead.parties.iter().find(|party| matches!(party.role, Role::Processor | Role::Taker));
        one_is(self.lead.with_role(Role::Giver).next(), &family.giver_naf) && one_is(taker, &family.taker_naf)
    }

    /// The site's activity is one of these classes of NAF rev. 2.
    fn is_of(&self, party: &Party, naf: &[String]) -> bool {
        let code = self.world.site(&party.site).and_then(|site| site.activity.as_ref());
        let classes = code.map_or_else(Vec::new, |code| self.world.reference.naf.as_rev2(code));
        classes.iter().any(|class| naf.iter().any(|prefix| class.starts_with(prefix.as_str())))
    }

    /// The lines that head the checklist. Of several categories of one regulation the nearest is told.
    pub(crate) fn family_checks(&self) -> Vec<Check> {
        let mut sources = std::collections::HashSet::new();
        let families = self.families().into_iter().filter(|family| sources.insert(first(&family.source)));
        let told = |family: &Family| Check {
            source: first(&family.source),
            ..line(CheckKind::Status, &family.fr, &family.en)
        };
        families.map(told).collect()
    }

    /// What a way calls a by-product, a product or a thing used again leaves as a waste all the same when its kind, its code, what becomes of
    /// it today or the trade of one of the two says so: what a tip or a sorter hands on was thrown away, what a treatment plant takes in is.
    pub(crate) fn is_waste_anyway(&self, route: RouteKind) -> bool {
        if self.resource(self.resource).kind == Kind::Energy {
            return false;
        }
        let given = || self.lead.with_role(Role::Giver).filter_map(|party| self.flow(party));
        let said = given().any(|flow| self.said_waste(flow)) || self.handed_on();
        match route {
            RouteKind::ByProduct | RouteKind::Product => {
                said || self.families().iter().any(|family| family.waste) || self.is_treated()
            }
            RouteKind::Reuse => said,
            RouteKind::Waste | RouteKind::EndOfWaste => false,
        }
    }

    /// The giver lives from waste, and what it gives is not what it sells.
    fn handed_on(&self) -> bool {
        let sold = |party: &Party| self.flow(party).is_some_and(|flow| flow.direction == Direction::Sells);
        let mut givers = self.lead.with_role(Role::Giver);
        givers.any(|party| self.world.treats_waste(&party.site) && !sold(party))
    }

    /// What falls off beside a product and is sold, by who does not live from waste.
    pub(crate) fn is_sold_aside(&self) -> bool {
        let reference = self.world.reference;
        let sold = |party: &Party| {
            let flow = self.flow(party)?;
            let of = reference.catalogue.index_of(flow.resource.as_ref()?.as_str())?;
            let code = self.world.site(&party.site)?.activity.as_ref()?;
            let aside = reference.is_by_product(&reference.naf.as_rev2(code), of, &flow.wording);
            Some(flow.direction == Direction::Sells && aside && !self.world.treats_waste(&party.site))
        };
        self.lead.with_role(Role::Giver).next().and_then(sold).unwrap_or(false)
    }

    /// Who takes it lives from treating waste, and does not buy this as a raw material of its own.
    fn is_treated(&self) -> bool {
        let taker =
            self.lead.parties.iter().find(|party| matches!(party.role, Role::Processor | Role::Taker));
        taker.is_some_and(|party| self.world.treats_waste(&party.site))
    }

    /// A hazardous code, an operation of disposal or recovery, or that a hazardous thing is spent was said: nobody writes that of what is no
    /// waste.
    fn said_waste(&self, flow: &Flow) -> bool {
        let hazardous = flow.waste_code.is_some_and(reference::WasteCode::hazardous);
        let spent = self.resource(self.resource).hazard == Hazard::Yes
            && self.world.reference.sense.says(&flow.wording, Tells::Used);
        (flow.waste_code_stated && hazardous) || flow.fate.operation.is_some() || spent
    }
}
