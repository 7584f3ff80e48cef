//! A version as one viewer sees it, with what the pages look up.

use super::answers::Answers;
use super::holding::Holding;
use crate::App;
use access::{Seen, Viewer, see};
use chrono::NaiveDate;
use model::{ActorId, Lead, Site, SiteId, SiteVisit, Synergy, Territory};
use report::Support;
use std::collections::HashMap;
use std::sync::{Arc, OnceLock};
use wording::{Lang, Words};

/// A lead in words.
#[derive(Clone, Debug)]
pub(crate) struct Told {
    /// Short name.
    pub(crate) title: String,
    /// In one sentence.
    pub(crate) sentence: String,
    /// The question that settles it, with whom to ask.
    pub(crate) question: Option<String>,
    /// How far people stated what it rests on.
    pub(crate) support: Support,
    /// Parties whose part is only deduced, in the order of the lead.
    pub(crate) guessed: Vec<bool>,
}

/// What one viewer sees.
pub(crate) struct Page {
    version: i64,
    analysed: i64,
    pub(crate) seen: Seen,
    pub(crate) sites: HashMap<SiteId, usize>,
    pub(crate) actors: HashMap<ActorId, usize>,
    pub(crate) flows_of: HashMap<SiteId, Vec<usize>>,
    pub(crate) leads_of: HashMap<SiteId, Vec<usize>>,
    pub(crate) leads: HashMap<String, usize>,
    pub(crate) synergies: HashMap<String, usize>,
    /// The day of the last visit made.
    pub(crate) visited: HashMap<SiteId, NaiveDate>,
    pub(crate) answers: Answers,
    told: [OnceLock<Arc<Vec<Told>>>; 2],
}

impl Page {
    pub(crate) fn new(app: &App, holding: &Holding, viewer: &Viewer) -> Self {
        let seen = see(&holding.whole, viewer, &|text| app.pseudonym(text));
        let whole = &seen.whole;
        let mut flows_of: HashMap<SiteId, Vec<usize>> = HashMap::new();
        for (ix, flow) in whole.territory.flows.iter().enumerate() {
            flows_of.entry(flow.site.clone()).or_default().push(ix);
        }
        let mut leads_of: HashMap<SiteId, Vec<usize>> = HashMap::new();
        for (ix, lead) in whole.leads.iter().enumerate() {
            for party in &lead.parties {
                let list = leads_of.entry(party.site.clone()).or_default();
                if list.last() != Some(&ix) {
                    list.push(ix);
                }
            }
        }
        Self {
            version: holding.version,
            analysed: holding.analysed,
            sites: index(&whole.territory.sites, |site| site.id.clone()),
            actors: index(&whole.territory.actors, |actor| actor.id.clone()),
            leads: index(&whole.leads, |lead| lead.id.to_string()),
            synergies: index(&whole.synergies, |synergy| synergy.id.to_string()),
            visited: last_visits(&whole.visited),
            answers: Answers::default(),
            flows_of,
            leads_of,
            seen,
            told: [OnceLock::new(), OnceLock::new()],
        }
    }

    pub(crate) fn is_of(&self, holding: &Holding) -> bool {
        self.version == holding.version && self.analysed == holding.analysed
    }

    pub(crate) fn territory(&self) -> &Territory {
        &self.seen.whole.territory
    }

    pub(crate) fn site(&self, id: &SiteId) -> Option<&Site> {
        self.territory().sites.get(*self.sites.get(id)?)
    }

    pub(crate) fn site_name<'a>(&'a self, id: &'a SiteId) -> &'a str {
        self.site(id).map_or(id.as_str(), |site| &site.name)
    }

    pub(crate) fn lead(&self, id: &str) -> Option<&Lead> {
        self.seen.whole.leads.get(*self.leads.get(id)?)
    }

    pub(crate) fn synergy(&self, id: &str) -> Option<&Synergy> {
        self.seen.whole.synergies.get(*self.synergies.get(id)?)
    }

    /// Every lead in words, made once for each language.
    pub(crate) fn told(&self, app: &App, lang: Lang) -> Arc<Vec<Told>> {
        let place = usize::from(lang == Lang::En);
        Arc::clone(self.told[place].get_or_init(|| {
            let named = named(self.territory(), lang);
            let words = Words::new(named.as_ref().unwrap_or(self.territory()), app.reference(), lang);
            Arc::new(self.seen.whole.leads.iter().map(|lead| tell(&words, lead)).collect())
        }))
    }

    /// A small territory with all that is needed to speak of these sites.
    pub(crate) fn around<'a>(&self, sites: impl Iterator<Item = &'a SiteId>, lang: Lang) -> Territory {
        let all = self.territory();
        let mut small = Territory { day: all.day, name: all.name.clone(), ..Territory::default() };
        for id in sites {
            if small.sites.iter().any(|site| &site.id == id) {
                continue;
            }
            small.sites.extend(self.site(id).cloned());
            let flows = self.flows_of.get(id).into_iter().flatten();
            small.flows.extend(flows.filter_map(|&ix| all.flows.get(ix).cloned()));
        }
        for site in &small.sites {
            let actor = self.actors.get(&site.actor).and_then(|&ix| all.actors.get(ix));
            small.actors.extend(actor.cloned());
        }
        named(&small, lang).unwrap_or(small)
    }
}

pub(crate) fn tell(words: &Words<'_>, lead: &Lead) -> Told {
    let question = lead.appraisal.as_ref().and_then(|appraisal| appraisal.questions.first());
    Told {
        title: words.title(lead),
        sentence: words.lead(lead),
        question: question.map(|question| words.question(lead, question)),
        support: Support::of(lead, words),
        guessed: lead.parties.iter().map(|party| words.is_guess(party)).collect(),
    }
}

/// With a name in words for sites that may not be named; `None` when there is none of these.
pub(crate) fn named(territory: &Territory, lang: Lang) -> Option<Territory> {
    if territory.sites.iter().all(|site| !site.name.is_empty()) {
        return None;
    }
    let mut territory = territory.clone();
    for site in territory.sites.iter_mut().filter(|site| site.name.is_empty()) {
        site.name = wording::message(lang, "party-hidden", &[]);
    }
    Some(territory)
}

fn last_visits(visits: &[SiteVisit]) -> HashMap<SiteId, NaiveDate> {
    let mut last: HashMap<SiteId, NaiveDate> = HashMap::new();
    for visit in visits.iter().filter(|visit| visit.done) {
        let day = last.entry(visit.site.clone()).or_insert(visit.day);
        *day = visit.day.max(*day);
    }
    last
}

fn index<T, K: std::hash::Hash + Eq>(list: &[T], key: impl Fn(&T) -> K) -> HashMap<K, usize> {
    list.iter().enumerate().map(|(ix, item)| (key(item), ix)).collect()
}
