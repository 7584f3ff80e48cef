//! Who takes what comes out of a shared plant.

use crate::candidate::nearness;
use crate::forbid;
use crate::index::Index;
use crate::takers::{Floor, Search, Taker, best_per_site, takers_at};
use reference::{Kind, Pathway};

/// Buyers written out.
const BUYERS: usize = 4;

/// Who near the centre takes in what comes out, or buys what it stands in for; likeliest and nearest first, each with the output it takes.
pub(crate) fn buyers(
    index: &Index<'_>,
    pathway: &Pathway,
    (centre, processor): (u32, Option<u32>),
    limit_km: f64,
) -> Vec<(usize, Taker)> {
    let catalogue = index.catalogue();
    let outputs = pathway.outputs.iter().filter_map(|product| catalogue.index_of(product.resource.as_str()));
    let (least_said, least_unsaid) = (index.beliefs.next_taker, index.beliefs.chain_buyer_unsaid);
    let mut found: Vec<(usize, Taker)> = Vec::new();
    for (rank, output) in outputs.enumerate() {
        let floor = Floor { belief: least_said, ..Floor::NONE };
        let mut takers = takers_at(index, centre, output, floor);
        if rank == 0 {
            takers.extend(stand_in(index, pathway, centre, output));
        }
        found.extend(best_per_site(index, takers).into_iter().map(|taker| (output, taker)));
    }
    let near = |taker: &Taker| taker.km.is_some_and(|km| km <= limit_km);
    found.retain(|(_, taker)| {
        let least = if taker.flow.is_some() { least_said } else { least_unsaid };
        taker.likelihood >= least && near(taker) && processor.is_none_or(|p| !index.same_actor(p, taker.site))
    });
    found.retain(|(_, taker)| taker.flow.is_some() || spares_it_something(index, taker));
    let made_at = processor.unwrap_or(centre);
    found.retain(|(output, taker)| {
        let way = taker.pathway.map(|pathway| pathway as usize);
        forbid::of_product(index, (*output, None), (made_at, taker.site), way).is_none()
    });
    let worth = |taker: &Taker| taker.likelihood * nearness(taker.km, taker.half_km);
    found.sort_by(|a, b| worth(&b.1).total_cmp(&worth(&a.1)).then(a.1.site.cmp(&b.1.site)));
    let mut seen = Vec::new();
    found.retain(|(_, taker)| {
        let new = !seen.contains(&taker.site);
        seen.push(taker.site);
        new
    });
    one_an_output_first(found)
}

/// Who has said nothing takes a product only where it then buys something less: a sorter does not sort again what was sorted.
fn spares_it_something(index: &Index<'_>, taker: &Taker) -> bool {
    taker.pathway.is_some_and(|pathway| !index.replaces(pathway as usize).is_empty())
}

/// The best buyer of each output, then the others: glass and frames of windows go to two firms.
fn one_an_output_first(found: Vec<(usize, Taker)>) -> Vec<(usize, Taker)> {
    let mut outputs = Vec::new();
    let (mut first, others): (Vec<_>, Vec<_>) = found.into_iter().partition(|(output, _)| {
        let new = !outputs.contains(output);
        outputs.push(*output);
        new
    });
    first.extend(others);
    first.truncate(BUYERS);
    first
}

/// Who buys the material that the main output stands in for is a buyer as well; whoever buys gas is not.
fn stand_in(index: &Index<'_>, pathway: &Pathway, centre: u32, output: usize) -> Vec<Taker> {
    let from = index.point(centre);
    let mut search = Search::of(index, from, output);
    for id in &pathway.replaces {
        let bought = index.catalogue().index_of(id.as_str());
        if let Some(bought) = bought.filter(|ix| index.resource(*ix).kind == Kind::Material) {
            search.stand_in(bought);
        }
    }
    search.takers
}
