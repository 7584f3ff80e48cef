//! What becomes of what a process makes.

use crate::candidate::{Member, nearness};
use crate::forbid;
use crate::index::{Index, number};
use crate::takers::{Floor, Search, Taker, best_per_site, takers_at};

/// For each output of the pathway the taker runs, the best next taker nearby, if there is one.
pub(crate) fn onward_takers(index: &Index<'_>, giver: &Member, processor: Taker) -> Vec<(u32, Taker)> {
    let (least, least_unsaid) = (index.beliefs.next_taker, index.beliefs.next_taker_unsaid);
    let spoke = |flow: Option<u32>| flow.is_some_and(|flow| !index.is_guess(flow));
    let Some(ix) = processor.pathway else { return Vec::new() };
    let pathway = &index.reference.pathways.all()[ix as usize];
    let outputs =
        pathway.outputs.iter().filter_map(|product| index.catalogue().index_of(product.resource.as_str()));
    let first = outputs.clone().next();
    let kinds = giver.flow.map(|flow| index.said.kinds(flow, index.resource_of(flow))).unwrap_or_default();
    outputs
        .filter_map(|output| {
            let made = index.said.kinds_made(output, &kinds);
            let mut takers = takers_at(index, processor.site, output, Floor { belief: least, ..Floor::NONE });
            let from = index.point(processor.site);
            if Some(output) == first {
                takers.extend(buyers_of_the_replaced(index, (ix as usize, output), from));
            }
            takers.retain(|next| {
                next.likelihood >= if spoke(next.flow) { least } else { least_unsaid }
                    // What it makes itself cannot be delivered to it.
                    && !index.has_its_own(next.site, output, next.flow)
                    && next.pathway != Some(ix)
                    && !index.same_actor(next.site, processor.site)
                    && next.site != giver.site
                    && forbid::rule(
                        index,
                        (output, None),
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
