//! What changes when sites come and go: the territory analysed as it is and as it would be.

use crate::app::App;
use crate::problem::{Answer, Problem, Text};
use crate::shapes::input::{ComingSite, WhatIf};
use crate::shapes::{Difference, Figure, LeadRow, Named};
use crate::view::{amount, range, slug};
use access::secrecy::Cell;
use diagnosis::Diagnosis;
use model::{
    Actor, ActorId, ActorKind, Basis, Estimate, Evidence, Gains, Headcount, Lead, Place, Precision, Site,
    SiteId, Territory,
};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::{HashMap, HashSet};
use units::Range;
use wording::{Lang, Words};

/// Leads shown of each list.
const SHOWN: usize = 50;

/// What the job works on.
#[derive(Deserialize, Serialize)]
pub(crate) struct Payload {
    /// What was asked.
    pub(crate) ask: WhatIf,
    /// fr or en.
    pub(crate) lang: String,
    /// True when the reader may read single leads.
    pub(crate) leads: bool,
}

pub(super) async fn run(app: &App, territory: &str, payload: &Value) -> Answer<Value> {
    let payload: Payload =
        serde_json::from_value(payload.clone()).map_err(|error| Problem::internal(&error))?;
    // Without sealed prices: sums that move with one would tell it.
    let snapshot = app.store().snapshot(territory, false).await?;
    let app = app.clone();
    let work = move || {
        let own = crate::territory::own_reference(&app, &snapshot)?;
        let before = snapshot.territory;
        let after = changed(&app, before.clone(), &payload.ask)?;
        let reference = own.as_ref().unwrap_or(app.reference());
        let analyse = |territory| diagnosis::run(territory, reference, &app.config().diagnosis, &mut |_| {});
        let difference = compare(&app, &analyse(before), &analyse(after), &payload);
        serde_json::to_value(difference).map_err(|error| Problem::internal(&error))
    };
    crate::http::aside(work).await
}

/// The territory as it would be.
fn changed(app: &App, mut territory: Territory, ask: &WhatIf) -> Answer<Territory> {
    let gone: HashSet<SiteId> = ask.remove.iter().map(|id| SiteId::from(id.as_str())).collect();
    territory.sites.retain(|site| !gone.contains(&site.id));
    territory.flows.retain(|flow| !gone.contains(&flow.site));
    territory.exchanges.retain(|exchange| !gone.contains(&exchange.from) && !gone.contains(&exchange.to));
    for (number, coming) in ask.add.iter().enumerate() {
        let id = format!("whatif-{number}");
        let coming_site = site(app, &id, coming, &territory.sites)?;
        territory.sites.push(coming_site);
        territory.actors.push(Actor {
            id: ActorId::from(id.as_str()),
            name: coming.name.clone(),
            kind: ActorKind::Company,
            evidence: supposed(),
        });
    }
    Ok(territory)
}

fn supposed() -> Evidence {
    Evidence::new(Basis::Estimated, "what-if")
}

fn site(app: &App, id: &str, coming: &ComingSite, there: &[Site]) -> Answer<Site> {
    let reference = app.reference();
    let activity = intake::value::activity(&coming.activity, None, reference);
    let people = Range::about(coming.people, 0.2)
        .map_err(|error| Problem::field("people", Text::Told(error.to_string())))?;
    let place = match (coming.lat, coming.lon) {
        (Some(lat), Some(lon)) => Some(Place { lat, lon, precision: Precision::Commune }),
        _ => coming.commune.as_deref().and_then(|name| intake::commune::placed(name, there, reference)),
    };
    Ok(Site {
        id: SiteId::from(id),
        actor: ActorId::from(id),
        name: coming.name.clone(),
        siret: None,
        activity: Some(activity.map_err(|error| Problem::field("activity", error))?),
        activity_label: None,
        headcount: Some(Headcount { people, stated: format!("{}", coming.people) }),
        place,
        address: None,
        commune: coming.commune.clone(),
        zone: None,
        evidence: supposed(),
    })
}

fn compare(app: &App, before: &Diagnosis, after: &Diagnosis, payload: &Payload) -> Difference {
    let lang = if payload.lang == "en" { Lang::En } else { Lang::Fr };
    let ids = |of: &Diagnosis| of.leads.iter().map(|lead| lead.id.clone()).collect::<HashSet<_>>();
    let (known, found) = (ids(before), ids(after));
    let gained: Vec<&Lead> = after.leads.iter().filter(|lead| !known.contains(&lead.id)).collect();
    let lost: Vec<&Lead> = before.leads.iter().filter(|lead| !found.contains(&lead.id)).collect();
    let shown = if payload.leads { SHOWN } else { 0 };
    let hidden = if payload.leads { HashSet::new() } else { tell_of_few(before, after) };
    Difference {
        before: sums(app, before, lang, &HashSet::new()),
        after: sums(app, after, lang, &hidden),
        gained_total: payload.leads.then_some(gained.len()),
        lost_total: payload.leads.then_some(lost.len()),
        gained: rows(app, after, &gained[..gained.len().min(shown)], lang),
        lost: rows(app, before, &lost[..lost.len().min(shown)], lang),
    }
}

/// A figure of the comparison: name, unit, sum of the leads, amount of one.
type Column =
    (&'static str, &'static str, fn(&report::Totals) -> &report::Total, fn(&Gains) -> Option<&Estimate>);

const COLUMNS: [Column; 6] = [
    ("figure-mass", "t/year", |t| &t.mass, |g| g.mass.as_ref()),
    ("figure-euros", "EUR/year", |t| &t.euros, |g| g.euros.as_ref()),
    ("figure-co2", "tCO2e/year", |t| &t.co2, |g| g.co2.as_ref()),
    ("figure-energy", "MWh/year", |t| &t.energy, |g| g.energy.as_ref()),
    ("figure-water", "m3/year", |t| &t.water, |g| g.water.as_ref()),
    ("figure-work", "h/year", |t| &t.work, |g| g.work.as_ref()),
];

fn sums(app: &App, of: &Diagnosis, lang: Lang, hidden: &HashSet<&str>) -> Vec<Figure> {
    let words = Words::new(&of.territory, app.reference(), lang);
    let totals = report::totals(&of.leads, &words);
    COLUMNS
        .iter()
        .map(|(key, unit, total, _)| figure(key, unit, total(&totals), lang, hidden.contains(key)))
        .collect()
}

/// The figures whose change tells of too few: one sum less the other is what the sites that moved put in. The sites supposed count for
/// nobody: who asks knows them.
fn tell_of_few(before: &Diagnosis, after: &Diagnosis) -> HashSet<&'static str> {
    let known: HashMap<_, _> = before.leads.iter().map(|lead| (&lead.id, lead)).collect();
    let present: HashMap<_, _> = after.leads.iter().map(|lead| (&lead.id, lead)).collect();
    let differs = |amount: fn(&Gains) -> Option<&Estimate>, lead: &Lead, other: Option<&&Lead>| {
        range_of(lead, amount) != other.and_then(|other| range_of(other, amount))
    };
    let is_safe = |amount: fn(&Gains) -> Option<&Estimate>| {
        let mut cell = Cell::default();
        let gone = before.leads.iter().filter(|lead| differs(amount, lead, present.get(&lead.id)));
        let come = after.leads.iter().filter(|lead| differs(amount, lead, known.get(&lead.id)));
        for (lead, of) in gone.map(|lead| (lead, before)).chain(come.map(|lead| (lead, after))) {
            if let Some(range) = range_of(lead, amount) {
                cell.add(range, real_actors(lead, of), false);
            }
        }
        cell.is_safe()
    };
    COLUMNS.iter().filter(|(_, _, _, amount)| !is_safe(*amount)).map(|(key, ..)| *key).collect()
}

fn range_of(lead: &Lead, amount: fn(&Gains) -> Option<&Estimate>) -> Option<Range> {
    lead.appraisal.as_ref().and_then(|appraisal| amount(&appraisal.gains)).map(|estimate| estimate.range)
}

fn real_actors<'a>(lead: &'a Lead, of: &'a Diagnosis) -> impl Iterator<Item = &'a ActorId> {
    let sites: HashSet<&SiteId> = lead.parties.iter().map(|party| &party.site).collect();
    let actors: HashSet<&ActorId> = of
        .territory
        .sites
        .iter()
        .filter(|site| sites.contains(&site.id) && site.evidence != supposed())
        .map(|site| &site.actor)
        .collect();
    actors.into_iter()
}

/// Sums of few, or of one that makes most of it, are withheld here too; so is one whose change tells too much.
fn figure(key: &str, unit: &str, total: &report::Total, lang: Lang, tells: bool) -> Figure {
    let few = total.actors < access::secrecy::LEAST || total.largest > access::secrecy::MOST;
    let hidden = total.all().is_some() && (few || tells);
    Figure {
        key: key.to_owned(),
        label: wording::message(lang, key, &[]),
        value: total.all().filter(|_| !hidden).map(range),
        unit: unit.to_owned(),
        hidden,
        why_hidden: None,
        contributors: (!hidden).then_some(total.actors),
        note: None,
        source: None,
        estimated: total.guessed.is_some(),
    }
}

fn rows(app: &App, of: &Diagnosis, leads: &[&Lead], lang: Lang) -> Vec<LeadRow> {
    let words = Words::new(&of.territory, app.reference(), lang);
    leads.iter().map(|lead| row(&words, lead)).collect()
}

fn row(words: &Words<'_>, lead: &Lead) -> LeadRow {
    let money = |of: Option<&Estimate>| of.map(|e| amount(e.range, &e.unit, true));
    let gains = lead.appraisal.as_ref().map(|appraisal| &appraisal.gains);
    LeadRow {
        id: lead.id.to_string(),
        rank: None,
        kind: slug(&lead.kind),
        kind_label: words.say(&wording::of_kind(lead.kind), &[]),
        title: words.title(lead),
        sentence: wording::unbroken(&words.lead(lead)),
        resource: Named { id: lead.resource.to_string(), name: words.label(&lead.resource).to_owned() },
        stage: "detected".to_owned(),
        due: None,
        owner: None,
        next_step: None,
        sites: Vec::new(),
        km: lead.km,
        belief: lead.belief,
        support: report::Support::of(lead, words).key().trim_start_matches("support-").to_owned(),
        mass: lead.tonnes.map(|tonnes| amount(tonnes, &"t/year", true)),
        euros: money(gains.and_then(|g| g.euros.as_ref())),
        co2: money(gains.and_then(|g| g.co2.as_ref())),
        work: money(gains.and_then(|g| g.work.as_ref())),
        question: None,
        revision: None,
        reason: None,
        known: lead.known,
    }
}
