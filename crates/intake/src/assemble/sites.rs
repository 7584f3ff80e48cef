//! One site for each place of activity, whatever the files call it.

use super::actors::United;
use super::firms::Firms;
use super::given_back;
use super::same::complete_site;
use crate::text::fold;
use model::{ActorId, Batch, Finding, Message, Severity, Siret, Site, SiteId};
use std::collections::{HashMap, HashSet};

/// What each batch calls a site, and what it is called in the territory.
#[derive(Debug, Default)]
pub(super) struct Names {
    /// For each batch, the names that mean another site there than in the territory.
    by_batch: Vec<HashMap<SiteId, SiteId>>,
    /// Names that mean the same everywhere: the site's own id, other files' ids of it, `siret:…`.
    everywhere: HashMap<SiteId, SiteId>,
}

impl Names {
    /// The site that a batch means; `None` when nobody described it.
    pub(super) fn resolve(&self, batch: usize, name: &SiteId) -> Option<&SiteId> {
        self.by_batch.get(batch).and_then(|own| own.get(name)).or_else(|| self.everywhere.get(name))
    }

    /// True when the name means another site in this batch than elsewhere.
    pub(super) fn is_renamed(&self, batch: usize, name: &SiteId) -> bool {
        self.by_batch.get(batch).is_some_and(|own| own.contains_key(name))
    }
}

/// The sites found so far.
#[derive(Default)]
struct Register {
    sites: Vec<Site>,
    by_id: HashMap<SiteId, usize>,
    by_siret: HashMap<Siret, usize>,
    names: Names,
    united: Vec<United>,
}

/// All sites, in the order in which they first appear, the names they go by, and the legal units that turned out to be one.
pub(super) fn merge(
    batches: &mut [Batch],
    firms: &Firms,
    findings: &mut Vec<Finding>,
) -> (Vec<Site>, Names, Vec<United>) {
    let mut register = Register::default();
    for (ix, batch) in batches.iter_mut().enumerate() {
        register.names.by_batch.push(HashMap::new());
        let mut owners: HashMap<Siret, SiteId> = HashMap::new();
        for site in std::mem::take(&mut batch.sites) {
            let site = without_shared_siret(site, &mut owners, batch, findings);
            let earlier = firms.earlier(ix, &site.id);
            let known = earlier.and_then(|(batch, id)| register.names.resolve(*batch, id)).cloned();
            register.add(site, known.as_ref(), findings);
        }
    }
    register.drop_nameless(findings);
    (register.sites, register.names, register.united)
}

/// Two sites of one file cannot have one SIRET: the second one loses it, and a person decides.
fn without_shared_siret(
    mut site: Site,
    owners: &mut HashMap<Siret, SiteId>,
    batch: &mut Batch,
    findings: &mut Vec<Finding>,
) -> Site {
    let Some(siret) = site.siret.clone() else { return site };
    let owner = owners.entry(siret.clone()).or_insert_with(|| site.id.clone());
    if *owner != site.id {
        let reason =
            Message::new(crate::parts::SIRET_TWICE).with("siret", siret).with("first", owner.as_str());
        let (source, batch) = (&site.evidence.source, std::slice::from_mut(batch));
        findings.push(given_back::value(batch, source, &reason).unwrap_or_else(|| {
            Finding::new(Severity::Warning, "intake-siret-twice", site.id.as_str())
                .saying("reason", reason)
                .with("source", source)
        }));
        site.siret = None;
    }
    site
}

impl Register {
    /// A file of points alone gives sites without a name, to complete others; those that no other file describes are nobody's.
    fn drop_nameless(&mut self, findings: &mut Vec<Finding>) {
        let before = self.sites.len();
        self.sites.retain(|site| !site.name.is_empty());
        let dropped = before - self.sites.len();
        if dropped > 0 {
            let known: HashSet<&SiteId> = self.sites.iter().map(|site| &site.id).collect();
            self.names.everywhere.retain(|_, id| known.contains(id));
            let finding = Finding::new(Severity::Info, "intake-points-without-site", "");
            findings.push(finding.with("count", dropped));
        }
    }

    /// `known`: the site that its name says it is.
    fn add(&mut self, mut site: Site, known: Option<&SiteId>, findings: &mut Vec<Finding>) {
        let name = site.id.clone();
        let by_siret = site.siret.as_ref().and_then(|siret| self.by_siret.get(siret)).copied();
        let by_id = self.by_id.get(&name).copied();
        let by_name = known.and_then(|id| self.by_id.get(id)).copied();
        let by_name = by_name.filter(|at| !numbers_differ(&self.sites[*at], &site));
        let at = match (by_siret, by_id, by_name) {
            (Some(at), ..) => self.complete(at, &site, findings),
            (None, Some(at), _) if may_be_one(&self.sites[at], &site) => {
                tell_other_name(&self.sites[at], &site, findings);
                self.complete(at, &site, findings)
            }
            (None, _, Some(at)) => {
                self.unite(at, &site);
                self.complete(at, &site, findings)
            }
            (None, Some(at), None) => {
                site.id = self.free_id(&name);
                findings.push(two_sites(&self.sites[at], &site));
                self.insert(site)
            }
            (None, None, None) => self.insert(site),
        };
        self.remember(at, name);
    }

    /// The legal units of one site are one. A SIREN says which it is best, the mere name in a register least.
    fn unite(&mut self, at: usize, other: &Site) {
        let known = self.sites[at].actor.clone();
        let rank = |id: &ActorId| match id.as_str() {
            id if id.starts_with("siren:") => 2,
            id if id.starts_with("register:") => 0,
            _ => 1,
        };
        let other = other.actor.clone();
        if rank(&other) > rank(&known) {
            self.sites[at].actor = other.clone();
            self.united.push((known, other));
        } else if known != other {
            self.united.push((other, known));
        }
    }

    fn insert(&mut self, site: Site) -> usize {
        self.by_id.insert(site.id.clone(), self.sites.len());
        self.sites.push(site);
        self.sites.len() - 1
    }

    fn complete(&mut self, at: usize, other: &Site, findings: &mut Vec<Finding>) -> usize {
        complete_site(&mut self.sites[at], other, findings);
        at
    }

    /// The site goes by this name, and by its SIRET.
    fn remember(&mut self, at: usize, name: SiteId) {
        let id = self.sites[at].id.clone();
        if let Some(siret) = &self.sites[at].siret {
            let siret_name = SiteId::from(format!("siret:{siret}"));
            self.by_siret.entry(siret.clone()).or_insert(at);
            self.names.everywhere.entry(siret_name).or_insert_with(|| id.clone());
        }
        let known = self.names.everywhere.entry(name.clone()).or_insert_with(|| id.clone());
        if *known != id
            && let Some(own) = self.names.by_batch.last_mut()
        {
            own.insert(name, id);
        }
    }

    /// `V001~2`, or the next number that nobody has.
    fn free_id(&self, name: &SiteId) -> SiteId {
        let mut rank = 2;
        loop {
            let id = SiteId::from(format!("{name}~{rank}"));
            if !self.by_id.contains_key(&id) {
                return id;
            }
            rank += 1;
        }
    }
}

/// Two descriptions under one id are of one site unless their SIRETs differ, or their names and something else do.
fn may_be_one(a: &Site, b: &Site) -> bool {
    match (&a.siret, &b.siret) {
        (Some(mine), Some(other)) => return mine == other,
        _ if fold(&a.name) == fold(&b.name) => return true,
        _ => {}
    }
    let differ = |mine: Option<String>, other: Option<String>| mine.zip(other).is_some_and(|(a, b)| a != b);
    let class = |site: &Site| site.activity.as_ref().map(|code| code.class().to_owned());
    let commune = |site: &Site| site.commune.as_deref().map(fold);
    let apart = a.place.zip(b.place).is_some_and(|(mine, other)| mine.km_to(other) > 2.0);
    !differ(class(a), class(b)) && !differ(commune(a), commune(b)) && !apart
}

fn numbers_differ(a: &Site, b: &Site) -> bool {
    a.siret.as_ref().zip(b.siret.as_ref()).is_some_and(|(mine, other)| mine != other)
}

fn tell_other_name(kept: &Site, other: &Site, findings: &mut Vec<Finding>) {
    if fold(&kept.name) != fold(&other.name) {
        findings.push(
            Finding::new(Severity::Warning, "intake-contradiction", kept.id.as_str())
                .saying("field", Message::new("field-name"))
                .with("kept", &kept.name)
                .with("kept_source", &kept.evidence.source)
                .with("other", &other.name)
                .with("other_source", &other.evidence.source),
        );
    }
}

fn two_sites(first: &Site, second: &Site) -> Finding {
    Finding::new(Severity::Warning, "intake-id-two-sites", first.id.as_str())
        .with("first", &first.name)
        .with("first_source", &first.evidence.source)
        .with("second", &second.name)
        .with("second_source", &second.evidence.source)
        .with("renamed", second.id.as_str())
}
