//! What becomes of what a process makes.

use crate::candidate::{Member, nearness};
use crate::forbid;
use crate::index::{Index, number};
use crate::takers::{Floor, Search, Taker, best_per_site, takers_at};
use reference::{Pathway, Product};
use std::collections::HashSet;

/// For each output of the pathway the taker runs, the best next taker nearby, if there is one.
pub(crate) fn onward_takers(index: &Index<'_>, giver: &Member, processor: Taker) -> Vec<(u32, Taker)> {
    let (least, least_unsaid) = (index.beliefs.next_taker, index.beliefs.next_taker_unsaid);
    let spoke = |flow: Option<u32>| flow.is_some_and(|flow| !index.is_guess(flow));
    let Some(ix) = processor.pathway else { return Vec::new() };
    let pathway = &index.reference.pathways.all()[ix as usize];
    let outputs =
        pathway.outputs.iter().filter_map(|product| index.catalogue().index_of(product.resource.as_str()));
    let first = outputs.clone().next();
    let inside = made_of(index, giver, pathway);
    let outputs = outputs.filter(|output| inside.as_ref().is_none_or(|inside| inside.contains(output)));
    let kinds = giver.flow.map(|flow| index.said.kinds(flow, index.resource_of(flow))).unwrap_or_default();
    outputs
        .filter_map(|output| {
            let made = index.said.kinds_made(output, &kinds);
            let mut takers = takers_at(index, processor.site, output, Floor { belief: least, ..Floor::NONE });
            let from = index.point(processor.site);
            if Some(output) == first {
                takers.extend(buyers_of_the_replaced(index, (ix as usize, output), from));
            }
            // Who asks for the thing itself is told by that, not by what it feeds a process with.
            let asking: HashSet<u32> = takers.iter().filter(|t| t.flow.is_some()).map(|t| t.site).collect();
            for next in takers.iter_mut().filter(|next| !asking.contains(&next.site)) {
                next.flow = shows_by(index, next);
            }
            takers.retain(|next| {
                next.likelihood >= if spoke(next.flow) { least } else { least_unsaid }
                    // What it makes itself cannot be delivered to it.
                    && !index.has_its_own(next.site, output, next.flow)
                    && next.pathway != Some(ix)
                    && !index.same_actor(next.site, processor.site)
                    && next.site != giver.site
                    && forbid::of_product(
                        index,
                        (output, giver.flow),
                        (giver.site, next.site),
                        next.pathway.map(|p| p as usize),
                    )
                    .is_none()
                    && (made.is_silent() || !made.apart(&index.kinds_taken(next.site, next.flow)))
            });
            let worth = |taker: &Taker| taker.likelihood * nearness(taker.km, taker.half_km);
            let best = best_per_site(index, takers)
                .into_iter()
                .max_by(|a, b| spoke(a.flow).cmp(&spoke(b.flow)).then(worth(a).total_cmp(&worth(b))))?;
            Some((number(output), best))
        })
        .collect()
}

/// What comes out of the very thing given, where a pathway of the same process names it: no PVC comes out of a wooden window, whoever takes all windows
/// apart. `None` when none does.
fn made_of(index: &Index<'_>, giver: &Member, pathway: &Pathway) -> Option<Vec<usize>> {
    let thing = index.resource_of(giver.flow?)?;
    let mut named = index.reference.pathways.taking(thing).filter(|(.., steps)| *steps == 0);
    let (_, own, _) = named.find(|(_, own, _)| own.process.is_some() && own.process == pathway.process)?;
    let number = |made: &Product| index.catalogue().index_of(made.resource.as_str());
    Some(own.outputs.iter().filter_map(number).collect())
}

/// The flow by which a taker has said that it feeds the process it would take the output by: who buys cullet for its beads takes the glass of windows.
fn shows_by(index: &Index<'_>, taker: &Taker) -> Option<u32> {
    let inputs = index.inputs(taker.pathway? as usize);
    let is_one = |of: usize| inputs.iter().any(|&input| index.catalogue().steps_up(of, input).is_some());
    let bought = index.said_to_take(taker.site).iter().filter(|(of, _)| is_one(*of));
    bought.map(|(_, flow)| *flow).find(|flow| !index.flow(*flow).is_received())
}

/// Who buys what the pathway's main output stands in for: gas stands in for gas, not for the fertiliser that the digestate spares.
fn buyers_of_the_replaced(
    index: &Index<'_>,
    (pathway, output): (usize, usize),
    from: Option<[f64; 3]>,
) -> Vec<Taker> {
    let mut search = Search::of(index, from, output);
    search.replaced(pathway, 1.0, None);
    let kind = |ix: usize| index.resource(ix).kind;
    let alike = |taker: &Taker| {
        let bought = taker.flow.and_then(|flow| index.resource_of(flow));
        bought.is_some_and(|bought| kind(bought) == kind(output))
    };
    search.takers.retain(alike);
    search.takers
}
