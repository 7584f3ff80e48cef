//! One idea once: leads that repeat what stands above them step back, so that the first page shows different things to do.

use chrono::NaiveDate;
use model::{Fact, FactKind, FlowId, Lead, LeadKind, Party, Role};
use reference::Reference;
use std::borrow::Cow;
use std::cmp::Ordering;
use std::collections::{BinaryHeap, HashMap};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::rc::Rc;

/// What is left of a lead's score for each lead above it that says the same in some respect: `spread.*` of `data/figures/spread.csv`.
#[derive(Clone, Copy, Debug)]
pub struct Keeps {
    same_residue: f64,
    same_taker: f64,
    same_seller: f64,
    same_way: f64,
    same_grouping: f64,
    same_manner: f64,
    same_kind: f64,
    same_guess: f64,
    same_wish: f64,
    same_unasked: f64,
    same_visit: f64,
    same_site: f64,
    same_family: f64,
    gathered: f64,
}

impl Keeps {
    /// The figures of a day; what is missing keeps all, and is named.
    pub fn on(reference: &Reference, day: NaiveDate) -> (Self, Vec<String>) {
        let mut figures = reference.figures.middles("spread", day);
        let mut keeps = |name| figures.read(name, 1.0);
        let keeps = Self {
            same_residue: keeps("same-residue"),
            same_taker: keeps("same-taker"),
            same_seller: keeps("same-seller"),
            same_way: keeps("same-way"),
            same_grouping: keeps("same-grouping"),
            same_manner: keeps("same-manner"),
            same_kind: keeps("same-kind"),
            same_guess: keeps("same-guess"),
            same_wish: keeps("same-wish"),
            same_unasked: keeps("same-unasked"),
            same_visit: keeps("same-visit"),
            same_site: keeps("same-site"),
            same_family: keeps("same-family"),
            gathered: keeps("gathered"),
        };
        (keeps, figures.missing)
    }
}

/// Leads in the order of their score, less what repeats; the scores themselves stay as they are. Of the uses of one residue the best comes
/// first: a place won by another of them, because less was said of its taker, is given to the best.
pub fn spread(leads: Vec<Lead>, reference: &Reference, keeps: &Keeps) -> Vec<Lead> {
    let ideas: Vec<Ideas> = leads.iter().map(|lead| Ideas::of(lead, reference, keeps)).collect();
    let mut heap: BinaryHeap<Next> =
        leads.iter().enumerate().map(|(ix, lead)| Next { worth: lead.score, ix, kept: 1.0 }).collect();
    let mut uses = Uses::of(&leads);
    let mut times: HashMap<u64, i32> = HashMap::new();
    let mut order = Vec::with_capacity(leads.len());
    while let Some(next) = heap.pop() {
        let kept = ideas[next.ix].kept(&times);
        if kept >= next.kept {
            let place = uses.best_of(next.ix);
            if uses.is_placed(place) {
                continue;
            }
            uses.place(place);
            ideas[place].says.iter().for_each(|idea| *times.entry(*idea).or_default() += 1);
            order.push(place);
            if place != next.ix {
                heap.push(next);
            }
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

/// The uses of each residue, best score first, and which leads have their place.
struct Uses {
    /// Per lead: the leads of the same residue, itself among them.
    of: Vec<Option<Rc<Vec<usize>>>>,
    placed: Vec<bool>,
}

impl Uses {
    fn of(leads: &[Lead]) -> Self {
        let mut by_residue: HashMap<&FlowId, Vec<usize>> = HashMap::new();
        for (ix, lead) in leads.iter().enumerate().filter(|(_, lead)| lead.kind == LeadKind::Substitution) {
            if let Some(flow) = lead.with_role(Role::Giver).next().and_then(|giver| giver.flow.as_ref()) {
                by_residue.entry(flow).or_default().push(ix);
            }
        }
        let mut of = vec![None; leads.len()];
        for mut places in by_residue.into_values() {
            places.sort_by(|a, b| leads[*b].score.total_cmp(&leads[*a].score).then(a.cmp(b)));
            let places = Rc::new(places);
            places.iter().for_each(|ix| of[*ix] = Some(Rc::clone(&places)));
        }
        Self { of, placed: vec![false; leads.len()] }
    }

    /// The best use of the same residue that has no place yet, else the lead itself.
    fn best_of(&self, ix: usize) -> usize {
        let mut same = self.of[ix].iter().flat_map(|places| places.iter().copied());
        same.find(|at| !self.placed[*at]).unwrap_or(ix)
    }

    fn is_placed(&self, ix: usize) -> bool {
        self.placed[ix]
    }

    fn place(&mut self, ix: usize) {
        self.placed[ix] = true;
    }
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
    fn of(lead: &Lead, reference: &Reference, keeps: &Keeps) -> Self {
        let mut repeats = match lead.kind {
            LeadKind::Substitution => substitution(lead, keeps),
            LeadKind::LocalPurchase => purchase(lead, keeps),
            LeadKind::Sharing | LeadKind::Chain => grouping(lead, reference, keeps),
        };
        repeats.push((digest(&["kind", &format!("{:?}", lead.kind)]), keeps.same_kind));
        repeats.extend(guess(lead, keeps));
        repeats.extend(supposed(lead, keeps));
        repeats.extend(guessed_through(lead, reference, keeps));
        let mut says: Vec<u64> = repeats.iter().map(|(idea, _)| *idea).collect();
        if lead.kind == LeadKind::Chain {
            says.extend(lead.with_role(Role::Giver).filter_map(gathered));
        } else {
            // Who answers a group has been proposed to its members: the same offer to one of them is the same idea.
            says.extend(lead.with_role(Role::Owner).filter_map(offered));
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
fn substitution(lead: &Lead, keeps: &Keeps) -> Vec<(u64, f64)> {
    let placed = lead.with_role(Role::Giver).filter_map(residue).map(|idea| (idea, keeps.same_residue));
    let receiver = lead.parties.iter().find(|p| matches!(p.role, Role::Processor | Role::Taker));
    let taken = receiver
        .map(|taker| (digest(&["takes", taker.site.as_str(), &wanted(lead, taker)]), keeps.same_taker));
    // By another way it is nearly the same idea.
    let thing = lead.resource.as_str();
    let same_thing = receiver.map(|taker| (digest(&["of", taker.site.as_str(), thing]), keeps.same_way));
    let done = (digest(&["way", way(lead), lead.resource.as_str()]), keeps.same_way);
    let gathered = lead.with_role(Role::Giver).filter_map(gathered).map(|idea| (idea, keeps.gathered));
    let unasked = receiver.and_then(|taker| unasked(lead, taker)).map(|idea| (idea, keeps.same_unasked));
    placed.chain(unasked).chain(taken).chain(same_thing).chain([done]).chain(gathered).collect()
}

/// What a taker wants it for: the one thing it looks for, whatever is offered and however it would be done (« matières organiques »,
/// « travail de tri »); otherwise the pathway, for each need it has stated: who says two needs has two, though one process serves both.
fn wanted<'a>(lead: &'a Lead, taker: &'a Party) -> Cow<'a, str> {
    let says = |fact: &&Fact| fact.site.as_ref() == Some(&taker.site);
    let looked_for = lead.facts.iter().filter(says).any(|fact| fact.kind == FactKind::Needs);
    let one = lead.steps.is_empty() && lead.rule.is_none() || looked_for;
    let buys = |fact: &Fact| fact.kind == FactKind::Takes && fact.wording.is_some();
    let stated = lead.facts.iter().filter(says).any(buys);
    match taker.flow.as_ref().filter(|_| one || stated) {
        Some(flow) if one => flow.as_str(),
        Some(flow) => Cow::Owned(format!("{} {flow}", way(lead))),
        None => Cow::Borrowed(way(lead)),
    }
}

/// Who said nothing of wanting it: a firm to which five new trades are proposed is called once.
fn unasked(lead: &Lead, taker: &Party) -> Option<u64> {
    let says = |fact: &Fact| fact.site.as_ref() == Some(&taker.site) && fact.wording.is_some();
    let told = lead.facts.iter().any(|fact| says(fact) && fact.kind != FactKind::Distance);
    (!told).then(|| digest(&["unasked", taker.site.as_str()]))
}

/// Parties of a lead that a visit would be to.
const FEW: usize = 3;

/// A profile says the same of every firm of its kind: one visit tells whether it is true at all.
fn guess(lead: &Lead, keeps: &Keeps) -> Option<(u64, f64)> {
    let gives = [FactKind::Gives, FactKind::Takes, FactKind::Needs, FactKind::Sells, FactKind::Owns];
    let told = lead.facts.iter().filter(|fact| gives.contains(&fact.kind));
    let first = told.min_by_key(|fact| u8::from(!fact.evidence.is_estimate() || fact.wording.is_some()))?;
    let guessed = first.evidence.is_estimate() && first.wording.is_none();
    let idea = ["guess", first.resource.as_ref()?.as_str()];
    guessed.then(|| (digest(&idea), keeps.same_guess))
}

/// A residue only supposed, for whoever asks for such things: one call to that taker, or one visit to that giver, settles all of them.
fn supposed(lead: &Lead, keeps: &Keeps) -> Vec<(u64, f64)> {
    let giver = lead.with_role(Role::Giver).next().filter(|_| lead.kind == LeadKind::Substitution);
    let Some(giver) = giver else { return Vec::new() };
    let told = lead
        .facts
        .iter()
        .find(|fact| fact.kind == FactKind::Gives && fact.site.as_ref() == Some(&giver.site));
    if told.is_none_or(|fact| fact.wording.is_some()) {
        return Vec::new();
    }
    let receiver = lead.parties.iter().find(|p| matches!(p.role, Role::Processor | Role::Taker));
    let wish = receiver
        .and_then(|taker| taker.flow.as_ref())
        .map(|flow| (digest(&["wish", &flow.as_str()]), keeps.same_wish));
    let visit = (digest(&["visit", giver.site.as_str()]), keeps.same_visit);
    wish.into_iter().chain([visit]).collect()
}

/// Nobody said anything of it: three such leads of a site say what a visit there would, and ten of a family of things one thought.
fn guessed_through(lead: &Lead, reference: &Reference, keeps: &Keeps) -> Vec<(u64, f64)> {
    if lead.facts.iter().any(|fact| fact.wording.is_some() && fact.kind != FactKind::Distance) {
        return Vec::new();
    }
    let sites = lead.parties.iter().take(FEW).map(|p| (digest(&["site", p.site.as_str()]), keeps.same_site));
    let catalogue = &reference.catalogue;
    let root = catalogue
        .index_of(lead.resource.as_str())
        .and_then(|ix| catalogue.ancestors(ix).iter().max_by_key(|(_, steps)| *steps))
        .map(|(ix, _)| (digest(&["family", catalogue.all()[*ix].id.as_str()]), keeps.same_family));
    sites.chain(root).collect()
}

/// What a seller, or who answers a group, has to offer.
fn offered(seller: &Party) -> Option<u64> {
    Some(digest(&["sells", &seller.flow.as_ref()?.as_str()]))
}

/// Which product of whom, which purchase of whom.
fn purchase(lead: &Lead, keeps: &Keeps) -> Vec<(u64, f64)> {
    let offered = lead.with_role(Role::Giver).filter_map(offered).map(|idea| (idea, keeps.same_seller));
    // What is sold to a neighbour need not be placed elsewhere.
    let placed = lead.with_role(Role::Giver).filter_map(residue).map(|idea| (idea, 1.0));
    let bought = lead.with_role(Role::Taker).filter_map(bought).map(|idea| (idea, keeps.same_residue));
    offered.chain(bought).chain(placed).collect()
}

/// Which rule or plant, and in which manner.
fn grouping(lead: &Lead, reference: &Reference, keeps: &Keeps) -> Vec<(u64, f64)> {
    let rule = reference.sharing.iter().find(|rule| Some(&rule.id) == lead.rule.as_ref());
    let manner = rule.map(|rule| (digest(&["manner", &format!("{:?}", rule.how)]), keeps.same_manner));
    let partners = || lead.with_role(Role::Partner).filter_map(bought);
    // Who was told of another way to get it hears little new; of five who join, one of them was.
    let each = keeps.same_residue.powf(1.0 / partners().count().max(1) as f64);
    let needs = partners().map(|idea| (idea, each));
    [(digest(&["group", way(lead)]), keeps.same_grouping)].into_iter().chain(manner).chain(needs).collect()
}

/// What somebody buys or needs.
fn bought(buyer: &Party) -> Option<u64> {
    Some(digest(&["buys", &buyer.flow.as_ref()?.as_str()]))
}

/// A residue that a chain above gathers.
fn gathered(giver: &Party) -> Option<u64> {
    Some(digest(&["gathered", &giver.flow.as_ref()?.as_str()]))
}

fn residue(giver: &Party) -> Option<u64> {
    Some(digest(&["gives", &giver.flow.as_ref()?.as_str()]))
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

    fn keeps() -> Keeps {
        let day = NaiveDate::from_ymd_opt(2026, 6, 30).unwrap();
        let (keeps, missing) = Keeps::on(Reference::embedded().unwrap(), day);
        assert!(missing.is_empty(), "{missing:?}");
        keeps
    }

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
            spread(leads, &Reference::default(), &keeps()).iter().map(|l| l.id.to_string()).collect();
        assert_eq!(order, ["1", "3", "2"]);
    }

    #[test]
    fn the_best_use_of_a_residue_comes_before_its_second_best() {
        let of = |id: &str, flow: &str, taker: &str, score: f64| {
            let mut lead = lead(id, flow, taker, score);
            lead.parties[0].flow = Some(flow.into());
            lead
        };
        // The digester has been proposed for another residue; the compost of the second one must not pass before its digestion.
        let leads =
            vec![of("1", "a", "digester", 1.0), of("2", "b", "digester", 0.9), of("3", "b", "compost", 0.8)];
        let order: Vec<String> =
            spread(leads, &Reference::default(), &keeps()).iter().map(|l| l.id.to_string()).collect();
        assert_eq!(order, ["1", "2", "3"]);
    }

    #[test]
    fn nothing_is_lost_and_different_ideas_keep_their_order() {
        let leads: Vec<Lead> = (0..50)
            .map(|i| lead(&i.to_string(), &format!("g{i}"), &format!("t{i}"), f64::from(50 - i)))
            .collect();
        assert_eq!(spread(leads.clone(), &Reference::default(), &keeps()), leads);
    }
}
