//! The way of the data, in one function: classified, completed with guesses, matched, appraised, ranked.
//!
//! Pure: a territory and the knowledge in, a [`Diagnosis`] out. The command line and the server both call [`run`]; nothing else strings
//! the stages together.

mod diversity;

use classify::Classifier;
use model::{Finding, Lead, Severity, SiteId, Territory, Visit};
use reference::Reference;
use std::collections::HashMap;

/// What to look for, and with which draws.
#[derive(Clone, Copy, Debug)]
pub struct Options {
    /// How many leads.
    pub matching: matching::Options,
    /// Seed and number of draws; the day is the territory's.
    pub seed: u64,
    /// Draws per lead.
    pub draws: usize,
    /// Leads kept after appraisal, best first; more are looked at, because what a lead is worth is known only then.
    pub kept: usize,
    /// False leaves the gaps empty: only what was said is matched.
    pub estimates: bool,
}

impl Default for Options {
    fn default() -> Self {
        Self { matching: matching::Options::default(), seed: 1, draws: 400, kept: 3_000, estimates: true }
    }
}

/// A stage that begins, for showing progress.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Wordings to resources.
    Classify,
    /// Typical flows of the activities.
    Estimate,
    /// Leads.
    Match,
    /// Worth, law, questions.
    Appraise,
}

/// A territory with what could be done on it.
#[derive(Clone, Debug, Default)]
pub struct Diagnosis {
    /// The territory with resources, codes and guesses filled in.
    pub territory: Territory,
    /// Leads, best first.
    pub leads: Vec<Lead>,
    /// Visits, most settling first.
    pub visits: Vec<Visit>,
    /// What was noticed, in the order of the stages.
    pub findings: Vec<Finding>,
}

/// What one run leaves to the next, so that a territory of which little has changed is done sooner, with the same result.
#[derive(Debug, Default)]
pub struct Memory {
    grouped: matching::Memory,
    appraised: appraisal::Memory,
}

/// Runs all stages.
pub fn run(
    territory: Territory,
    reference: &Reference,
    options: &Options,
    on: &mut dyn FnMut(Stage),
) -> Diagnosis {
    on(Stage::Classify);
    let classifier = Classifier::new(reference, territory.day);
    stages(territory, &classifier, options, (None, on))
}

/// The same, with a classifier that remembers what it has read, and what the run before has left.
pub fn run_again(
    territory: Territory,
    classifier: &Classifier<'_>,
    options: &Options,
    memory: &mut Memory,
) -> Diagnosis {
    stages(territory, classifier, options, (Some(memory), &mut |_| {}))
}

fn stages(
    territory: Territory,
    classifier: &Classifier<'_>,
    options: &Options,
    (memory, on): (Option<&mut Memory>, &mut dyn FnMut(Stage)),
) -> Diagnosis {
    let reference = classifier.reference();
    let (territory, mut findings) = classify::settle(territory, classifier);
    let (mut territory, twice) = classify::once(territory);
    findings.extend(twice);
    if options.estimates {
        on(Stage::Estimate);
        let (guesses, noticed) = estimate::estimate(&territory, reference);
        territory.add_flows(guesses);
        findings.extend(noticed);
    }
    on(Stage::Match);
    let mut nothing = matching::Memory::default();
    let (grouped, appraised) = match memory {
        Some(memory) => (&mut memory.grouped, Some(&mut memory.appraised)),
        None => (&mut nothing, None),
    };
    let (leads, struck, noticed) = matching::search(&territory, reference, &options.matching, grouped);
    findings.extend(noticed);
    findings.extend(told(struck, &territory));
    on(Stage::Appraise);
    let how = appraisal_options(&territory, options);
    let (leads, noticed) = match appraised {
        Some(memory) => appraisal::appraise_again(leads, &territory, reference, &how, memory),
        None => appraisal::appraise(leads, &territory, reference, &how),
    };
    findings.extend(noticed);
    let (leads, noticed) = kept(leads, &territory, reference, options);
    findings.extend(noticed);
    let visits = appraisal::visits(&leads, &territory, reference, &how);
    Diagnosis { territory, leads, visits, findings }
}

/// Reckons anew the leads that `strip` has taken the money from, on a territory whose prices are taken out by now; their order stays. What
/// visits are worth follows.
pub fn appraise_openly(
    found: &mut Diagnosis,
    reference: &Reference,
    options: &Options,
    mut strip: impl FnMut(&mut Lead) -> bool,
) {
    let how = appraisal_options(&found.territory, options);
    let stripped: Vec<Lead> = found.leads.iter_mut().filter_map(|l| strip(l).then(|| l.clone())).collect();
    if stripped.is_empty() {
        return;
    }
    let (open, _) = appraisal::appraise(stripped, &found.territory, reference, &how);
    let mut open: HashMap<_, Lead> = open.into_iter().map(|lead| (lead.id.clone(), lead)).collect();
    for lead in &mut found.leads {
        let Some(mut again) = open.remove(&lead.id) else { continue };
        if let (Some(new), Some(old)) = (&mut again.appraisal, lead.appraisal.take()) {
            // Rivals were noted among all leads, not among these alone.
            (new.rivals, new.rival_count) = (old.rivals, old.rival_count);
        }
        *lead = again;
    }
    found.visits = appraisal::visits(&found.leads, &found.territory, reference, &how);
}

fn appraisal_options(territory: &Territory, options: &Options) -> appraisal::Options {
    appraisal::Options { seed: options.seed, draws: options.draws, day: territory.day }
}

/// The leads shown, what repeats an idea further down.
fn kept(
    leads: Vec<Lead>,
    territory: &Territory,
    reference: &Reference,
    options: &Options,
) -> (Vec<Lead>, Vec<Finding>) {
    let (keeps, missing) = diversity::Keeps::on(reference, territory.day);
    let missing = missing.into_iter().map(|id| Finding::new(Severity::Warning, "figure-missing", id));
    let mut findings: Vec<Finding> = missing.collect();
    // What runs already is no lead: it stands behind all of them, and is never cut.
    let (known, leads): (Vec<_>, Vec<_>) = leads.into_iter().partition(|lead| lead.known);
    let found = known.len() + leads.len();
    let mut leads = diversity::spread(leads, reference, &keeps);
    if found > options.kept {
        findings.push(leads_cut(found, options.kept));
        leads.truncate(options.kept.saturating_sub(known.len()));
    }
    leads.extend(known);
    (leads, findings)
}

/// What a prohibition struck out, with its reason.
fn told(struck: Vec<matching::Struck>, territory: &Territory) -> Vec<Finding> {
    let names: HashMap<&SiteId, &str> =
        territory.sites.iter().map(|site| (&site.id, site.name.as_str())).collect();
    let name = |id: &SiteId| names.get(id).map_or_else(|| id.to_string(), |name| (*name).to_owned());
    let finding = |struck: matching::Struck| {
        Finding::new(Severity::Info, "lead-forbidden", struck.rule.as_str())
            .with("giver", name(&struck.giver))
            .with("taker", name(&struck.taker))
            .with("resource", struck.resource)
            .with("rule", struck.rule)
    };
    struck.into_iter().map(finding).collect()
}

fn leads_cut(found: usize, kept: usize) -> Finding {
    Finding::new(Severity::Info, "leads-cut", "").with("found", found).with("kept", kept)
}
