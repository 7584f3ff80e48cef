//! One idea once: leads that repeat what stands above them step back, so that the first page shows different things to do.

use model::{Lead, LeadKind, Role, SiteId};
use std::cmp::Ordering;
use std::collections::{BinaryHeap, HashMap};

/// What is left of a lead's score for each lead above it that shares its taker and way, or its giver's flow.
const REPEATED: f64 = 0.85;

/// Leads in the order of their score, less what repeats; the scores themselves stay as they are.
pub fn spread(leads: Vec<Lead>) -> Vec<Lead> {
    let ideas: Vec<Vec<u64>> = leads.iter().map(ideas).collect();
    let mut heap: BinaryHeap<Next> =
        leads.iter().enumerate().map(|(ix, lead)| Next { worth: lead.score, ix, seen: 0 }).collect();
    let mut times: HashMap<u64, u32> = HashMap::new();
    let mut order = Vec::with_capacity(leads.len());
    while let Some(next) = heap.pop() {
        let repeated: u32 =
            ideas[next.ix].iter().map(|idea| times.get(idea).copied().unwrap_or_default()).sum();
        if repeated == next.seen {
            ideas[next.ix].iter().for_each(|idea| *times.entry(*idea).or_default() += 1);
            order.push(next.ix);
        } else {
            // Worth less than when it was put in: back into the queue at its present worth.
            let worth = discounted(leads[next.ix].score, repeated);
            heap.push(Next { worth, ix: next.ix, seen: repeated });
        }
    }
    let mut slots: Vec<Option<Lead>> = leads.into_iter().map(Some).collect();
    order.into_iter().filter_map(|ix| slots[ix].take()).collect()
}

fn discounted(score: f64, repeated: u32) -> f64 {
    /// Beyond this many repetitions a lead does not sink further, so that long lists keep their order.
    const DEEPEST: u32 = 40;
    let kept = REPEATED.powi(i32::try_from(repeated.min(DEEPEST)).unwrap_or_default());
    // A negative score must sink too, not rise.
    if score >= 0.0 { score * kept } else { score / kept }
}

struct Next {
    worth: f64,
    ix: usize,
    seen: u32,
}

impl Ord for Next {
    fn cmp(&self, other: &Self) -> Ordering {
        self.worth.total_cmp(&other.worth).then(other.ix.cmp(&self.ix))
    }
}

impl PartialOrd for Next {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Next {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Next {}

/// What a lead says that another may say again: this flow leaves its site; this site takes that sort of thing.
fn ideas(lead: &Lead) -> Vec<u64> {
    let role = |wanted: Role| lead.parties.iter().find(|party| party.role == wanted);
    let receiver = role(Role::Processor).or_else(|| role(Role::Taker));
    match lead.kind {
        LeadKind::Substitution | LeadKind::LocalPurchase => {
            let way = lead.steps.first().map_or(lead.resource.as_str(), |step| step.pathway.as_str());
            let gives = role(Role::Giver).map(|giver| digest("gives", &giver.site, lead.resource.as_str()));
            let takes = receiver.map(|taker| digest("takes", &taker.site, way));
            gives.into_iter().chain(takes).collect()
        }
        LeadKind::Sharing | LeadKind::Chain => {
            let what = lead.rule.as_deref().or_else(|| lead.steps.first().map(|step| step.pathway.as_str()));
            vec![digest("group", &SiteId::from(""), what.unwrap_or(lead.resource.as_str()))]
        }
    }
}

/// FNV-1a, 64 bits: the same on every machine.
fn digest(kind: &str, site: &SiteId, what: &str) -> u64 {
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    for byte in kind.bytes().chain([0]).chain(site.as_str().bytes()).chain([0]).chain(what.bytes()) {
        hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    }
    hash
}

#[cfg(test)]
mod tests {
    use super::*;
    use model::Party;

    fn lead(id: &str, giver: &str, taker: &str, score: f64) -> Lead {
        let party =
            |site: &str, role| Party { site: site.into(), role, flow: None, tonnes: None, likelihood: 1.0 };
        Lead {
            id: id.into(),
            kind: LeadKind::Substitution,
            resource: "pallet-wood".into(),
            rule: None,
            parties: vec![party(giver, Role::Giver), party(taker, Role::Taker)],
            steps: Vec::new(),
            km: None,
            tonnes: None,
            belief: 1.0,
            facts: Vec::new(),
            known: false,
            appraisal: None,
            score,
        }
    }

    #[test]
    fn the_same_idea_again_steps_back() {
        let leads = vec![lead("1", "a", "t", 1.0), lead("2", "b", "t", 0.99), lead("3", "c", "u", 0.95)];
        let order: Vec<String> = spread(leads).iter().map(|l| l.id.to_string()).collect();
        assert_eq!(order, ["1", "3", "2"]);
    }

    #[test]
    fn nothing_is_lost_and_different_ideas_keep_their_order() {
        let leads: Vec<Lead> = (0..50)
            .map(|i| lead(&i.to_string(), &format!("g{i}"), &format!("t{i}"), f64::from(50 - i)))
            .collect();
        assert_eq!(spread(leads.clone()), leads);
    }
}
