//! One idea once: leads that repeat what stands above them step back, so that the first page shows different things to do.

use model::{Lead, LeadKind, Party, Role};
use reference::Reference;
use std::cmp::Ordering;
use std::collections::{BinaryHeap, HashMap};
use std::hash::{DefaultHasher, Hash, Hasher};

/// What is left of a lead's score for each lead above it that places the same residue: it can be placed once.
const SAME_RESIDUE: f64 = 0.35;
/// For each one that serves the same taker in the same way, or offers the same product: one call settles them together.
const SAME_TAKER: f64 = 0.55;
/// For each one that does the same with the same kind of thing elsewhere.
const SAME_WAY: f64 = 0.85;
/// For each one that pools by the same rule, or feeds a plant of the same kind, with other people.
const SAME_GROUPING: f64 = 0.5;
/// For each one that pools in the same manner: another collection, another purchase.
const SAME_MANNER: f64 = 0.85;
/// For each one of the same kind: a first page shows exchanges, poolings, purchases and chains side by side.
const SAME_KIND: f64 = 0.985;
/// For each chain that gathers the same residue.
const GATHERED: f64 = 0.75;

/// Leads in the order of their score, less what repeats; the scores themselves stay as they are.
pub fn spread(leads: Vec<Lead>, reference: &Reference) -> Vec<Lead> {
    let ideas: Vec<Ideas> = leads.iter().map(|lead| Ideas::of(lead, reference)).collect();
    let mut heap: BinaryHeap<Next> =
        leads.iter().enumerate().map(|(ix, lead)| Next { worth: lead.score, ix, kept: 1.0 }).collect();
    let mut times: HashMap<u64, i32> = HashMap::new();
    let mut order = Vec::with_capacity(leads.len());
    while let Some(next) = heap.pop() {
        let kept = ideas[next.ix].kept(&times);
        if kept >= next.kept {
            ideas[next.ix].says.iter().for_each(|idea| *times.entry(*idea).or_default() += 1);
            order.push(next.ix);
        } else {
            // Worth less than when it was put in: back into the queue at its present worth.
            heap.push(Next { worth: discounted(leads[next.ix].score, kept), ix: next.ix, kept });
        }
    }
    let mut slots: Vec<Option<Lead>> = leads.into_iter().map(Some).collect();
    order.into_iter().filter_map(|ix| slots[ix].take()).collect()
}

fn discounted(score: f64, kept: f64) -> f64 {
    // A negative score must sink too, not rise.
    if score >= 0.0 { score * kept } else { score / kept }
}

struct Next {
    worth: f64,
    ix: usize,
    kept: f64,
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

/// What a lead says, and what of it makes it a repetition when it was said before.
struct Ideas {
    /// Said once this lead is on the list.
    says: Vec<u64>,
    /// Heard before, each leaves so much of the score.
    repeats: Vec<(u64, f64)>,
}

impl Ideas {
    fn of(lead: &Lead, reference: &Reference) -> Self {
        let mut repeats = match lead.kind {
            LeadKind::Substitution => substitution(lead),
            LeadKind::LocalPurchase => purchase(lead),
            LeadKind::Sharing | LeadKind::Chain => grouping(lead, reference),
        };
        repeats.push((digest(&["kind", &format!("{:?}", lead.kind)]), SAME_KIND));
        let mut says: Vec<u64> = repeats.iter().map(|(idea, _)| *idea).collect();
        if lead.kind == LeadKind::Chain {
            says.extend(lead.with_role(Role::Giver).filter_map(gathered));
        } else {
            says.retain(|idea| !lead.with_role(Role::Giver).any(|giver| gathered(giver) == Some(*idea)));
        }
        Self { says, repeats }
    }

    fn kept(&self, times: &HashMap<u64, i32>) -> f64 {
        /// Beyond this a lead does not sink further, so that long lists keep their order.
        const DEEPEST: i32 = 60;
        let heard = |idea: &u64| times.get(idea).copied().unwrap_or_default().min(DEEPEST);
        self.repeats.iter().map(|(idea, kept)| kept.powi(heard(idea))).product()
    }
}

/// Which residue, which taker in which way, which way for which thing.
fn substitution(lead: &Lead) -> Vec<(u64, f64)> {
    let placed = lead.with_role(Role::Giver).filter_map(residue).map(|idea| (idea, SAME_RESIDUE));
    let receiver = lead.parties.iter().find(|p| matches!(p.role, Role::Processor | Role::Taker));
    let taken = receiver.map(|taker| (digest(&["takes", taker.site.as_str(), way(lead)]), SAME_TAKER));
    let done = (digest(&["way", way(lead), lead.resource.as_str()]), SAME_WAY);
    let gathered = lead.with_role(Role::Giver).filter_map(gathered).map(|idea| (idea, GATHERED));
    placed.chain(taken).chain([done]).chain(gathered).collect()
}

/// Which product of whom, which purchase of whom.
fn purchase(lead: &Lead) -> Vec<(u64, f64)> {
    let offered = lead
        .with_role(Role::Giver)
        .filter_map(|seller| Some((digest(&["sells", seller.flow.as_ref()?.as_str()]), SAME_TAKER)));
    let bought = lead
        .with_role(Role::Taker)
        .filter_map(|buyer| Some((digest(&["buys", buyer.flow.as_ref()?.as_str()]), SAME_RESIDUE)));
    offered.chain(bought).collect()
}

/// Which rule or plant, and in which manner.
fn grouping(lead: &Lead, reference: &Reference) -> Vec<(u64, f64)> {
    let rule = reference.sharing.iter().find(|rule| Some(&rule.id) == lead.rule.as_ref());
    let manner = rule.map(|rule| (digest(&["manner", &format!("{:?}", rule.how)]), SAME_MANNER));
    [(digest(&["group", way(lead)]), SAME_GROUPING)].into_iter().chain(manner).collect()
}

/// A residue that a chain above gathers.
fn gathered(giver: &Party) -> Option<u64> {
    Some(digest(&["gathered", giver.flow.as_ref()?.as_str()]))
}

fn residue(giver: &Party) -> Option<u64> {
    Some(digest(&["gives", giver.flow.as_ref()?.as_str()]))
}

/// The pooling rule, else the first step, else the thing itself.
fn way(lead: &Lead) -> &str {
    let step = || lead.steps.first().map(|step| step.pathway.as_str());
    lead.rule.as_deref().or_else(step).unwrap_or(lead.resource.as_str())
}

/// A number for words, the same within one run.
fn digest(words: &[&str]) -> u64 {
    let mut hasher = DefaultHasher::new();
    words.hash(&mut hasher);
    hasher.finish()
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
        let order: Vec<String> =
            spread(leads, &Reference::default()).iter().map(|l| l.id.to_string()).collect();
        assert_eq!(order, ["1", "3", "2"]);
    }

    #[test]
    fn nothing_is_lost_and_different_ideas_keep_their_order() {
        let leads: Vec<Lead> = (0..50)
            .map(|i| lead(&i.to_string(), &format!("g{i}"), &format!("t{i}"), f64::from(50 - i)))
            .collect();
        assert_eq!(spread(leads.clone(), &Reference::default()), leads);
    }
}
