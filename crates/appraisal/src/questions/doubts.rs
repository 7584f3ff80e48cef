//! What is not known of a lead, and the draws in which each doubt goes one way or the other.

use crate::case::{Case, Measure};
use crate::money::Money;
use model::{Flow, LeadKind, Party, Role, SiteId, Unknown};
use reference::{Kind, ResourceId};

/// Above this likelihood nobody asks whether it is true.
const SURE: f32 = 0.95;
/// A quantity whose P10–P90 is wider than this share of its middle is asked again.
const WIDE: f64 = 0.5;

/// What a doubt decides.
pub(crate) enum Decides {
    /// Whether the lead stands at all: 1 in the draws in which it does.
    Standing(Vec<f64>),
    /// How much it brings: an order of the draws.
    Amount(Vec<f64>),
    /// The same, only roughly told.
    Roughly(Vec<f64>),
    /// A part of the worth nobody can reckon yet.
    Nominal,
}

/// Something not known.
pub(crate) struct Doubt {
    pub(crate) about: Unknown,
    pub(crate) site: SiteId,
    pub(crate) resource: Option<ResourceId>,
    pub(crate) decides: Decides,
    /// False when the doubt is already in the draws of the amounts (members of a group).
    pub(crate) is_hurdle: bool,
}

impl Case<'_> {
    /// Everything that is not known of the lead.
    pub(crate) fn doubts(&self, money: &Money) -> Vec<Doubt> {
        let mut doubts = Vec::new();
        for (ix, party) in self.lead.parties.iter().enumerate() {
            let first = !self.lead.parties[..ix].iter().any(|other| other.role == party.role);
            doubts.extend(self.presence(party, first));
            match party.role {
                Role::Giver | Role::Partner | Role::Owner => {
                    doubts.extend(self.offer_doubts(party, money, first));
                }
                Role::Taker if self.lead.kind == LeadKind::LocalPurchase => {
                    doubts.extend(self.supplier_doubt(party, money));
                }
                Role::Taker | Role::Processor => {
                    doubts.extend(self.price_doubt(party, money.price_keys[1].as_ref()));
                }
            }
            doubts.extend(self.place_doubt(party));
        }
        doubts.extend(self.quality_doubt());
        doubts.extend(self.hazard_doubt());
        doubts.extend(self.season_doubt());
        doubts.extend(self.permit_doubts());
        if doubts.is_empty() {
            doubts.extend(self.willing());
        }
        doubts
    }

    /// All is told: what is left to ask is whether one wants to, of who would change its ways.
    fn willing(&self) -> Option<Doubt> {
        let order = [Role::Partner, Role::Processor, Role::Taker];
        let party = order.into_iter().find_map(|role| self.lead.with_role(role).next())?;
        Some(self.doubt(Unknown::Wants, party, Decides::Nominal))
    }

    /// Whether it is there, whether it wants. The lead stands or falls with its giver and with who receives from it; members of a group and
    /// further takers may be missing.
    fn presence(&self, party: &Party, first: bool) -> Option<Doubt> {
        let offers = matches!(party.role, Role::Giver | Role::Partner | Role::Owner);
        let about = if offers { Unknown::Exists } else { Unknown::Wants };
        let group = matches!(self.lead.kind, LeadKind::Chain | LeadKind::Sharing);
        let further = party.role == Role::Taker
            && self.lead.kind != LeadKind::Chain
            && self.lead.with_role(Role::Processor).next().is_some();
        let is_hurdle = if offers { !group } else { first && !further };
        (party.likelihood < SURE).then(|| Doubt {
            is_hurdle,
            ..self.doubt(about, party, Decides::Standing(self.there(party).values))
        })
    }

    /// How much, at what price, to what end.
    fn offer_doubts(&self, party: &Party, money: &Money, first: bool) -> Vec<Doubt> {
        let mut doubts = Vec::new();
        let Some(flow) = self.flow(party) else { return doubts };
        let material = self.resource(self.resource).kind == Kind::Material;
        if quantity_is_wide(flow, party) {
            doubts.push(self.doubt(Unknown::Quantity, party, self.by_amount(party, money)));
        }
        if !self.resource(self.resource).kind.is_flow() && party.role != Role::Owner {
            return doubts;
        }
        if first || self.lead.kind == LeadKind::Sharing {
            let key = money.price_keys[0].as_ref();
            let asked = self.measure != Measure::MegawattHours || self.lead.kind != LeadKind::Substitution;
            if asked {
                doubts.extend(self.price_doubt(party, money.price_keys[0].as_ref()));
            }
            let residue = matches!(self.lead.kind, LeadKind::Substitution | LeadKind::Chain) && material;
            if residue && flow.fate.operation.is_none() && flow.fate.stated.is_none() {
                let rough = key.map_or(Decides::Nominal, |key| Decides::Roughly(self.draws.uniform(key)));
                doubts.push(self.doubt(Unknown::Fate, party, rough));
            }
        }
        doubts
    }

    fn price_doubt(&self, party: &Party, key: Option<&String>) -> Option<Doubt> {
        let flow = self.flow(party)?;
        // A machine or a room lent between neighbours has its conditions; what is bought alike by many has a price.
        let pooled = self.lead.kind == LeadKind::Sharing && party.role == Role::Owner;
        let priced = flow.price.is_some() || !(pooled || self.resource(self.resource).kind.is_flow());
        let decides = key.map_or(Decides::Nominal, |key| Decides::Amount(self.draws.uniform(key)));
        (!priced).then(|| self.doubt(Unknown::Price, party, decides))
    }

    /// From whom, how far, at what price: what a neighbour can save.
    fn supplier_doubt(&self, party: &Party, money: &Money) -> Option<Doubt> {
        let known = money.is_known() && !money.per_unit && !money.sum.lacks_any(&["term-supply-transport"]);
        let share = || Decides::Amount(self.draws.uniform("purchase.local.share"));
        let decides = if known { share() } else { Decides::Nominal };
        self.supplier_unknown(party).then(|| self.doubt(Unknown::Supplier, party, decides))
    }

    fn by_amount(&self, party: &Party, money: &Money) -> Decides {
        let pair = self.lead.kind == LeadKind::Substitution && self.measure == Measure::Tonnes;
        let key = if pair { "tonnes".to_owned() } else { format!("amount:{}", party.site) };
        if money.per_unit || !money.is_known() {
            Decides::Nominal
        } else {
            Decides::Amount(self.draws.uniform(&key))
        }
    }

    fn place_doubt(&self, party: &Party) -> Option<Doubt> {
        let placed = self.world.site(&party.site).is_none_or(|site| site.place.is_some());
        let doubt = (!placed).then(|| self.hurdle(Unknown::Place, &party.site, "place"))??;
        Some(Doubt { resource: None, ..doubt })
    }

    /// Whether it is clean, dry, warm enough: where a pathway sets conditions, or the resource is energy or water.
    fn quality_doubt(&self) -> Option<Doubt> {
        let giver = self.lead.with_role(Role::Giver).next()?;
        let said = self.flow(giver).is_some_and(|flow| flow.quality.is_some());
        let matters = self.pathways().any(|p| !p.conditions.is_empty())
            || matches!(self.resource(self.resource).kind, Kind::Energy | Kind::Water);
        let residue = matches!(self.lead.kind, LeadKind::Substitution | LeadKind::Chain);
        (residue && matters && !said).then(|| self.hurdle(Unknown::Quality, &giver.site, "quality"))?
    }

    /// Which of two mirror entries it is.
    fn hazard_doubt(&self) -> Option<Doubt> {
        let giver = self.lead.with_role(Role::Giver).next()?;
        let open = self.hazard_is_open(self.flow(giver));
        let residue = matches!(self.lead.kind, LeadKind::Substitution | LeadKind::Chain);
        (residue && open).then(|| self.hurdle(Unknown::Hazard, &giver.site, "hazard"))?
    }

    /// Whether giver and taker have the same months: always for energy, elsewhere when only one said its own.
    fn season_doubt(&self) -> Option<Doubt> {
        if !matches!(self.lead.kind, LeadKind::Substitution | LeadKind::Chain) {
            return None;
        }
        let side = |role: Role| self.lead.with_role(role).find_map(|party| Some((party, self.flow(party)?)));
        let sides = [side(Role::Giver), side(Role::Taker)];
        let silent = sides.iter().flatten().find(|(_, flow)| flow.season.is_none())?;
        let one_said = sides.iter().flatten().any(|(_, flow)| flow.season.is_some());
        let matters = one_said || self.measure == Measure::MegawattHours;
        matters.then(|| self.hurdle(Unknown::Season, &silent.0.site, "season"))?
    }

    /// Whether whoever receives waste may.
    fn permit_doubts(&self) -> Vec<Doubt> {
        let steps =
            self.lead.steps.iter().filter_map(|step| Some((step.by.as_ref()?, step.pathway.as_str())));
        let needing: Vec<&str> = self.permits().map(|pathway| pathway.id.as_str()).collect();
        let mut sites: Vec<&SiteId> =
            steps.filter(|(_, id)| needing.contains(id)).map(|(site, _)| site).collect();
        sites.dedup();
        sites.into_iter().filter_map(|site| self.hurdle(Unknown::Permit, site, "permit")).collect()
    }

    /// A doubt whose chances are a figure: `facilitator.chance.<name>`.
    fn hurdle(&self, about: Unknown, site: &SiteId, name: &str) -> Option<Doubt> {
        let chance = self.middle(&format!("facilitator.chance.{name}"), "1")?;
        let clears = self.draws.happens(&format!("{name}:{site}"), chance);
        let resource = Some(self.lead.resource.clone());
        Some(Doubt {
            about,
            site: site.clone(),
            resource,
            decides: Decides::Standing(clears),
            is_hurdle: true,
        })
    }

    /// What a receiver would receive, when that is not the residue itself: what the process before it makes.
    fn offered_to(&self, party: &Party) -> Option<ResourceId> {
        let processed =
            self.lead.kind == LeadKind::Chain || self.lead.with_role(Role::Processor).next().is_some();
        let made = || self.lead.steps.iter().find_map(|step| step.output.clone());
        let own = || self.flow(party).and_then(|flow| flow.resource.clone());
        (processed && party.role == Role::Taker).then(|| made().or_else(own))?
    }

    fn doubt(&self, about: Unknown, party: &Party, decides: Decides) -> Doubt {
        let own = match about {
            // Whether it wants what is offered to it, not what it buys already.
            Unknown::Wants => self.offered_to(party),
            _ => self.flow(party).and_then(|flow| flow.resource.clone()),
        };
        let resource = Some(own.unwrap_or_else(|| self.lead.resource.clone()));
        Doubt { about, site: party.site.clone(), resource, decides, is_hurdle: false }
    }
}

fn quantity_is_wide(flow: &Flow, party: &Party) -> bool {
    // Who counts pieces was asked how many, not what they weigh.
    let pieces =
        || flow.quantity.as_ref().filter(|q| "piece/year".parse().is_ok_and(|unit| q.to(&unit).is_ok()));
    let known = pieces().map(|q| q.range).or(party.tonnes).or(*flow.tonnes);
    let known = known.or(flow.quantity.as_ref().map(|q| q.range));
    known.is_none_or(|range| range.relative_width().is_none_or(|width| width > WIDE))
}
