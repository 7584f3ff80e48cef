//! Groups of neighbours: who stands near whom, how many are really there, what they have in common.

use crate::candidate::Member;
use crate::index::{Index, number};
use crate::memory::Stand;
use crate::near::Near;
use model::Role;
use std::collections::{HashMap, HashSet};

/// Partners in one lead; those beyond make the next group.
const LARGEST: usize = 40;

/// A possible partner: one per site, its likeliest flow.
#[derive(Clone, Copy)]
pub(crate) struct Partner {
    pub(crate) site: u32,
    pub(crate) flow: u32,
    pub(crate) role: Role,
    pub(crate) likelihood: f32,
}

/// Legal units among the members: four sites of one company need nobody's help to pool.
pub(crate) fn actors(index: &Index<'_>, members: &[Member]) -> usize {
    members.iter().map(|member| &index.site(member.site).actor).collect::<HashSet<_>>().len()
}

/// Groups of neighbours: the site with the most likely neighbours within `km` gathers them, then the next among those left.
pub(crate) fn clusters(index: &Index<'_>, partners: &[Partner], km: f64, least: usize) -> Vec<Vec<Partner>> {
    let stands: Vec<Stand> = partners.iter().map(|p| (index.point(p.site), p.likelihood)).collect();
    let groups = index.memory.groups(&stands, (km, least), || grouped(&stands, km, least));
    groups.iter().map(|group| group.iter().map(|&ix| partners[ix as usize]).collect()).collect()
}

fn grouped(stands: &[Stand], km: f64, least: usize) -> Vec<Vec<u32>> {
    let near = Near::new(stands.iter().enumerate().map(|(ix, (point, _))| (number(ix), *point)), 1.0);
    let neighbours: Vec<Vec<u32>> = stands
        .iter()
        .map(|(point, _)| match point {
            Some(point) => {
                near.around(Some(*point), km, 4 * LARGEST).into_iter().filter_map(placed).collect()
            }
            None => Vec::new(),
        })
        .collect();
    let weight = |members: &[u32]| -> f32 { members.iter().map(|&ix| stands[ix as usize].1).sum() };
    let weights: Vec<f32> = neighbours.iter().map(|members| weight(members)).collect();
    let mut order: Vec<usize> = (0..stands.len()).collect();
    order.sort_by(|&a, &b| weights[b].total_cmp(&weights[a]).then(a.cmp(&b)));
    let mut taken = vec![false; stands.len()];
    let mut groups = Vec::new();
    for centre in order {
        let free: Vec<u32> =
            neighbours[centre].iter().copied().filter(|ix| !taken[*ix as usize]).take(LARGEST).collect();
        if !taken[centre] && free.len() >= least {
            for ix in &free {
                taken[*ix as usize] = true;
            }
            groups.push(free);
        }
    }
    groups
}

/// Members whose distance is known.
fn placed((ix, km): (u32, Option<f64>)) -> Option<u32> {
    km.map(|_| ix)
}

/// Chances that at least `least` partners are really there. What was said is there by itself, with its likelihood. Guesses are not: they come
/// of profiles, which hold for the firms of this place together or not at all ([`crate::beliefs::Beliefs::guesses_hold`]).
pub(crate) fn enough(index: &Index<'_>, members: &[Member], least: usize) -> f64 {
    let guess = |m: &Member| m.flow.is_none_or(|flow| index.is_guess(flow));
    let members: Vec<_> = members.iter().map(|m| (f64::from(m.likelihood), guess(m))).collect();
    together(&members, least, index.beliefs.guesses_hold)
}

/// The same of likelihoods, each with whether it is a guess.
fn together(members: &[(f64, bool)], least: usize, hold: f64) -> f64 {
    let when = |of_guess: &dyn Fn(f64) -> f64| {
        at_least(members.iter().map(|&(p, guess)| if guess { of_guess(p) } else { p }), least)
    };
    if hold >= 1.0 || members.iter().all(|(_, guess)| !guess) {
        return when(&|p| p);
    }
    hold * when(&|p| (p / hold).min(1.0)) + (1.0 - hold) * when(&|_| 0.0)
}

/// Chances that at least `least` of independent things hold (a plain Poisson-binomial recurrence).
fn at_least(likelihoods: impl Iterator<Item = f64>, least: usize) -> f64 {
    let mut chances = vec![0.0; least + 1];
    chances[0] = 1.0;
    for p in likelihoods {
        for k in (0..=least).rev() {
            let stays = if k == least { chances[k] } else { chances[k] * (1.0 - p) };
            chances[k] = stays + if k > 0 { chances[k - 1] * p } else { 0.0 };
        }
    }
    chances[least]
}

/// The resource most of the flows are of; of two equally common ones the first of the catalogue.
pub(crate) fn most_common_resource(index: &Index<'_>, flows: impl Iterator<Item = u32>) -> Option<usize> {
    let mut counts: HashMap<usize, usize> = HashMap::new();
    for resource in flows.filter_map(|flow| index.resource_of(flow)) {
        *counts.entry(resource).or_default() += 1;
    }
    counts
        .into_iter()
        .max_by_key(|&(resource, count)| (count, std::cmp::Reverse(resource)))
        .map(|(resource, _)| resource)
}

/// What most of the flows have in common: the most precise resource that covers four fifths of them, else the commonest of all.
pub(crate) fn shared_resource(index: &Index<'_>, flows: &[u32]) -> Option<usize> {
    /// Share of the flows a name must cover to stand for the group.
    const MOST: f64 = 0.8;
    let catalogue = index.catalogue();
    let mut covers: HashMap<usize, usize> = HashMap::new();
    for resource in flows.iter().filter_map(|&flow| index.resource_of(flow)) {
        for &(general, _) in catalogue.ancestors(resource) {
            *covers.entry(general).or_default() += 1;
        }
    }
    let enough = MOST * flows.len() as f64;
    let precise = |ix: usize| catalogue.ancestors(ix).len();
    covers
        .into_iter()
        .filter(|&(ix, count)| count as f64 >= enough && precise(ix) > 1)
        .max_by_key(|&(ix, count)| (precise(ix), count, std::cmp::Reverse(ix)))
        .map(|(ix, _)| ix)
        .or_else(|| most_common_resource(index, flows.iter().copied()))
}

#[cfg(test)]
mod tests {
    use super::together;

    #[test]
    fn many_guesses_of_one_profile_are_no_surer_than_the_profile() {
        let guesses = vec![(0.8, true); 11];
        assert!(together(&guesses, 2, 0.8) <= 0.8 + 1e-9, "eleven firms, one profile");
        let said: Vec<_> = guesses.iter().map(|(p, _)| (*p, false)).collect();
        assert!(together(&said, 2, 0.8) > 0.999, "eleven firms that spoke for themselves");
    }

    #[test]
    fn one_guess_alone_keeps_its_likelihood() {
        assert!((together(&[(0.4, true)], 1, 0.8) - 0.4).abs() < 1e-9);
        assert!((together(&[(0.4, true)], 1, 1.0) - 0.4).abs() < 1e-9);
    }

    #[test]
    fn enough_that_spoke_need_no_guess() {
        let members = [(1.0, false), (1.0, false), (0.5, true)];
        assert!((together(&members, 2, 0.8) - 1.0).abs() < 1e-9);
        // Three of them: only when the guess is right.
        assert!((together(&members, 3, 0.8) - 0.5).abs() < 1e-9);
    }
}
