//! What somebody asks for, a neighbour has, and a prohibition forbids: said with its reason, so that nobody proposes it again.

use crate::forbid;
use crate::index::{Index, number};
use model::{Direction, SiteId};
use reference::ResourceId;

/// An exchange that was struck out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Struck {
    /// The prohibition, by its id in `data/rules`.
    pub rule: String,
    /// Who has the residue.
    pub giver: SiteId,
    /// Who would have taken it.
    pub taker: SiteId,
    /// The residue.
    pub resource: ResourceId,
}

/// Struck-out exchanges looked for within this distance, km: what a facilitator might think of.
const NEAR_KM: f64 = 30.0;
/// Takers looked at for one residue and one name.
const NEAREST: usize = 4;

/// Declared residues that a neighbour says it takes in, under that name or a more general one, and that must not go there.
pub(crate) fn find(index: &Index<'_>) -> Vec<Struck> {
    let flows = index.territory.flows.iter().enumerate();
    let given = flows.filter(|(_, flow)| flow.direction == Direction::GivesOut && !flow.is_guess());
    let mut struck: Vec<Struck> = given.flat_map(|(ix, _)| of_flow(index, number(ix))).collect();
    struck.sort_by(|a, b| (&a.giver, &a.taker, &a.resource).cmp(&(&b.giver, &b.taker, &b.resource)));
    struck.dedup();
    struck
}

fn of_flow(index: &Index<'_>, flow: u32) -> Vec<Struck> {
    let (Some(giver), Some(resource)) = (index.site_of(flow), index.resource_of(flow)) else {
        return Vec::new();
    };
    let names = index.catalogue().ancestors(resource).iter();
    let asked = names.filter_map(|&(name, _)| index.flows(Direction::TakesIn, name));
    let near = asked.flat_map(|near| near.around(index.point(giver), NEAR_KM, NEAREST));
    near.filter(|(wanted, _)| !index.is_guess(*wanted))
        .filter_map(|(wanted, _)| {
            let taker = index.site_of(wanted).filter(|&taker| !index.same_actor(giver, taker))?;
            let rule = forbid::rule(index, (resource, Some(flow)), (giver, taker), None)
                .filter(|_| !another_way(index, (resource, flow), (giver, taker)))?;
            Some(Struck {
                rule: rule.id.clone(),
                giver: index.site(giver).id.clone(),
                taker: index.site(taker).id.clone(),
                resource: index.resource(resource).id.clone(),
            })
        })
        .collect()
}

/// The taker runs some pathway by which it may take the residue after all: a farm with a digester.
fn another_way(index: &Index<'_>, (resource, flow): (usize, u32), (giver, taker): (u32, u32)) -> bool {
    let mut ways = index.reference.pathways.taking(resource);
    ways.any(|(ix, ..)| {
        index.runs(taker, ix).is_some()
            && forbid::rule(index, (resource, Some(flow)), (giver, taker), Some(ix)).is_none()
    })
}
