//! A lead: something that could be done, with the facts it rests on.

use crate::{Appraisal, Evidence, FlowId, LeadId, SiteId};
use reference::{Kind, PathwayId, ResourceId};
use serde::{Deserialize, Serialize};
use units::Range;

/// What kind of thing it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum LeadKind {
    /// One's residue replaces another's input, as it is or after a process.
    Substitution,
    /// Several pool a collection, a purchase, an equipment, a service …
    Sharing,
    /// One's product is what a neighbour buys.
    LocalPurchase,
    /// Several small residues would feed a shared plant: pallet wood and a boiler, fermentables and a digester.
    Chain,
}

/// What a site does in a lead.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Role {
    /// Gives out the resource.
    Giver,
    /// Runs a process between giver and taker.
    Processor,
    /// Takes the resource, or what became of it.
    Taker,
    /// Pools with the others.
    Partner,
    /// Owns what the others need.
    Owner,
}

/// A site in a lead, through one of its flows when one is known.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Party {
    /// Which site.
    pub site: SiteId,
    /// Its part.
    pub role: Role,
    /// The flow it comes from; `None` when only its activity says so.
    pub flow: Option<FlowId>,
    /// Tonnes per year it could bring or take; `None` is unknown.
    pub tonnes: Option<Range>,
    /// Chances (0–1) that it plays this part at all.
    pub likelihood: f32,
}

/// A step between giver and taker.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step {
    /// What is done.
    pub pathway: PathwayId,
    /// What goes in.
    pub input: ResourceId,
    /// What comes out and goes on; `None` when the taker uses it up.
    pub output: Option<ResourceId>,
    /// Who does it; `None` when nobody on the territory is known to.
    pub by: Option<SiteId>,
}

/// What a link of the explanation says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FactKind {
    /// The site gives out the resource.
    Gives,
    /// The site takes in the resource.
    Takes,
    /// The site sells the resource.
    Sells,
    /// The site owns and could share it.
    Owns,
    /// The site needs it.
    Needs,
    /// The resource is a kind of another.
    IsA,
    /// The pathway turns or uses it.
    Pathway,
    /// Firms of this activity usually run the pathway.
    Runs,
    /// How far the sites are from each other.
    Distance,
}

/// One link of the explanation, with its evidence.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Fact {
    /// What it says.
    pub kind: FactKind,
    /// Of whom.
    pub site: Option<SiteId>,
    /// Of what.
    pub resource: Option<ResourceId>,
    /// The more general resource, the pathway, the activity code or the distance in km, by kind.
    pub detail: String,
    /// As people said it, when somebody did.
    pub wording: Option<String>,
    /// Chances (0–1) that it holds.
    pub belief: f32,
    /// Where it is known from.
    pub evidence: Evidence,
}

/// Something that could be done.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Lead {
    /// Stable over runs on the same data.
    pub id: LeadId,
    /// What kind.
    pub kind: LeadKind,
    /// Of what.
    pub resource: ResourceId,
    /// The sharing rule it follows; `None` unless sharing.
    pub rule: Option<String>,
    /// Who, givers first.
    pub parties: Vec<Party>,
    /// What happens on the way, in order.
    pub steps: Vec<Step>,
    /// Straight-line km between the farthest parties that must meet; `None` when a place is unknown.
    pub km: Option<f64>,
    /// Tonnes per year that could flow; `None` is unknown.
    pub tonnes: Option<Range>,
    /// Chances (0–1) that what its sentence claims holds: of a pair, that the giver has it and whoever is named next to it takes it; of a
    /// group, that at least as many as it needs are really there, and of a chain that somebody takes what comes out. Whom the sentence
    /// only calls possible (further takers, who runs the plant) is not in it; nor whether they will agree.
    pub belief: f32,
    /// The facts, in the order a colleague would tell them.
    pub facts: Vec<Fact>,
    /// An exchange like it already runs.
    pub known: bool,
    /// What it is worth; `None` before appraisal.
    pub appraisal: Option<Appraisal>,
    /// Order among leads, best first: grows with worth, belief and ease.
    pub score: f64,
}

/// Givers a chain must have: pipes join two, a round of lorries four.
pub fn chain_givers(of: Kind) -> usize {
    if matches!(of, Kind::Energy | Kind::Water) { 2 } else { 4 }
}

impl Lead {
    /// The parties of one role.
    pub fn with_role(&self, role: Role) -> impl Iterator<Item = &Party> {
        self.parties.iter().filter(move |p| p.role == role)
    }
}
