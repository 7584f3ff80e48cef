//! A study as the pages show it, with its dossiers.

use super::point::point;
use super::question::chain_of;
use super::{Room, plant_view};
use crate::problem::{Answer, Problem};
use crate::shapes::ChainStudy;
use crate::shapes::input::ChainAsk;
use planning::chain::{Aims, Asked, Caution, Chain, Choice, Study, Sturdy, advised, plans, sturdy};
use planning::instance::{Limits, Weights};
use planning::{Settings, Watch};
use report::dossier::{Told, twins};
use report::{Audience, Dossier, write_dossier_pdf, write_dossier_xlsx};

/// A plan whose numbers are ranges gains nothing from a finer proof.
const GAP: f64 = 1e-3;
/// The same question gives the same plan.
const SEED: u64 = 1;

/// A document to keep: the point of the front it belongs to, its name, its bytes.
pub(crate) struct Paper {
    pub(crate) point: usize,
    pub(crate) name: String,
    pub(crate) bytes: Vec<u8>,
}

/// Plans the chain; every point of the front with its dossiers, and the plan for bad years where it is asked for.
pub(crate) fn study(room: &Room, ask: &ChainAsk, watch: &mut dyn Watch) -> Answer<(ChainStudy, Vec<Paper>)> {
    let (chain, findings) = chain_of(room, ask)?;
    let plant = room.reference.plants.iter().find(|p| p.id == ask.plant).ok_or_else(Problem::missing)?;
    let asked = asked(room, ask, plant);
    let (mut found, finished) = plans(&chain, &asked, watch);
    let best = ask.robust.then(|| sturdy(&chain, &asked, &found, watch)).flatten();
    let at = best.as_ref().map(|best| place_of(&mut found, best));
    let at = folded(&chain, &mut found, at);
    let view = |study| Dossier {
        plant,
        chain: &chain,
        study,
        findings: &findings,
        territory: &room.territory,
        reference: room.reference,
        day: room.territory.day,
        lang: room.lang,
        audience: Audience::Facilitator,
        sealed: &room.sealed,
        sturdy: best.as_ref(),
    };
    let (mut points, mut papers) = (Vec::new(), Vec::new());
    let most = found.first().map(|(choice, _)| choice.totals);
    for (ix, (choice, study)) in found.iter().enumerate() {
        if !study.opened.is_empty() {
            papers.extend(dossiers(&view(study), ix)?);
        }
        points.push(point(room, &view(study), choice, most.filter(|_| ix > 0)));
    }
    let words = room.words();
    let mut left_out: Vec<String> = findings.iter().map(|finding| words.finding(finding)).collect();
    left_out.extend(missing(found.iter().map(|(_, study)| study), &words));
    // What somebody weighed otherwise begins with what they asked for.
    let weighed = ask.co2 > 0.0 || ask.hour > 0.0;
    let opens = points.iter().any(|point| !point.plants.is_empty());
    let first = found.first().map(|(_, study)| study);
    let told = ChainStudy {
        plant: plant_view(room, plant),
        day: room.territory.day.to_string(),
        finished,
        grant: ask.grant,
        supplies: chain.supplies.len(),
        spots: chain.weighed().len(),
        co2_known: first.is_none_or(|study| study.co2_known),
        advised: if weighed { 0 } else { advised(&found) },
        sturdy: at,
        sturdy_text: first
            .filter(|_| ask.robust && opens)
            .map(|study| Told::new(&view(study)).careful(study, best.as_ref(), ask.chance)),
        unknown_costs: chain.supplies.iter().filter(|supply| supply.cost_today.is_none()).count(),
        points,
        findings: left_out,
        nothing: first.filter(|study| study.opened.is_empty()).map(|study| Told::new(&view(study)).nothing()),
    };
    Ok((told, papers))
}

fn asked<'r>(room: &Room, ask: &ChainAsk, plant: &'r reference::Plant) -> Asked<'r> {
    let weights = Weights { eur: 1.0, co2_eur_t: ask.co2, work_eur_h: ask.hour };
    let limits =
        Limits { max_options: Some(ask.most.unwrap_or(1)), budget_eur: ask.budget, ..Limits::default() };
    Asked {
        plant,
        reference: room.reference,
        day: room.territory.day,
        aims: Aims { weights, grant: ask.grant, limits },
        settings: Settings { gap: GAP, seed: SEED, ..Settings::default() },
        caution: Caution { chance: ask.chance, ..Caution::default() },
    }
}

/// Where the plan for bad years is among the points; at their end when it is none of them.
fn place_of(found: &mut Vec<(Choice, Study)>, best: &Sturdy) -> usize {
    let known = found.iter().position(|(choice, _)| choice.open == best.choice.open);
    known.unwrap_or_else(|| {
        found.push((best.choice.clone(), best.study.clone()));
        found.len() - 1
    })
}

/// Leaves one of the plans that hardly differ; the place of the plan `at` among what is left.
fn folded(chain: &Chain, found: &mut Vec<(Choice, Study)>, at: Option<usize>) -> Option<usize> {
    let choices: Vec<&Choice> = found.iter().map(|(choice, _)| choice).collect();
    let first = twins(chain, &choices);
    let at = at.map(|at| (0..first[at]).filter(|ix| first[*ix] == *ix).count());
    let mut places = first.iter().enumerate().map(|(ix, first)| ix == *first);
    found.retain(|_| places.next().unwrap_or(true));
    at
}

/// Figures that were missing, each once.
fn missing<'s>(studies: impl Iterator<Item = &'s Study>, words: &wording::Words<'_>) -> Vec<String> {
    let mut all: Vec<&String> = studies.flat_map(|study| &study.missing).collect();
    all.sort();
    all.dedup();
    all.into_iter().map(|why| words.say("dossier-risk-missing", &[("why", why.clone().into())])).collect()
}

/// PDF and workbook for the team, PDF without secret names and prices for everybody else.
fn dossiers(view: &Dossier<'_>, point: usize) -> Answer<Vec<Paper>> {
    let fault = |error: report::ReportError| Problem::internal(&error);
    let name = |end: &str| format!("dossier-{}-{}{end}", view.plant.id, point + 1);
    let (mut pdf, mut xlsx, mut members) = (Vec::new(), Vec::new(), Vec::new());
    write_dossier_pdf(view, &mut pdf).map_err(fault)?;
    write_dossier_xlsx(view, &mut xlsx).map_err(fault)?;
    write_dossier_pdf(&Dossier { audience: Audience::Members, ..*view }, &mut members).map_err(fault)?;
    Ok(vec![
        Paper { point, name: name(".pdf"), bytes: pdf },
        Paper { point, name: name(".xlsx"), bytes: xlsx },
        Paper { point, name: name("-partenaires.pdf"), bytes: members },
    ])
}
