//! How the plan fares when things turn out otherwise, and what other plans would bring.

use super::document::{Cell, Chart, Series, Shape};
use super::page::Page;
use planning::chain::{Choice, FIRST_DRAWS, Gone, Risk, Study, Sturdy};
use planning::draws::{Aim, Change};

pub(super) fn write(page: &mut Page<'_>) {
    let Some(risk) = &page.view.study.risk else { return };
    page.heading("dossier-fragile");
    let text = draws(page, risk);
    page.paragraph(text);
    if let Some(best) = page.view.sturdy {
        let text = sturdy(page, page.view.study, best);
        page.paragraph(text);
    }
    // Who leaves a plan that loses takes no gain away.
    if page.view.study.totals.eur < 0.0 {
        return;
    }
    page.text("dossier-gone-text", &[]);
    let rows = risk
        .suppliers
        .iter()
        .map(|gone| row(page, page.supplier(&gone.flow, &gone.site), "dossier-without-supplier", gone));
    let takers = risk
        .takers
        .iter()
        .map(|gone| row(page, page.taker(&gone.flow, &gone.site), "dossier-without-taker", gone));
    let rows = rows.chain(takers).collect();
    page.table(&["dossier-gone", "dossier-role", "dossier-gain-then"], rows);
    prices(page, risk);
}

pub(super) fn draws(page: &Page<'_>, risk: &Risk) -> String {
    let eur = |value: Option<f64>| value.map_or_else(|| "–".to_owned(), |eur| page.n(eur));
    let percent = |share: f64| wording::percent(page.view.lang, share);
    let args = [
        ("draws", risk.draws.into()),
        ("middle", page.n(page.view.study.totals.eur).into()),
        ("p10", eur(risk.p10).into()),
        ("p50", eur(risk.p50).into()),
        ("p90", eur(risk.p90).into()),
        ("gains", percent(risk.gains).into()),
        ("met", percent(risk.minimum_met).into()),
    ];
    page.words.say("dossier-draws", &args)
}

/// What the plan for bad years avoids and what it costs, against another.
pub(super) fn sturdy(page: &Page<'_>, nominal: &Study, best: &Sturdy) -> String {
    let (Some(here), Some(there)) = (&nominal.risk, &best.study.risk) else { return String::new() };
    let eur = |value: Option<f64>| value.map_or_else(|| "–".to_owned(), |eur| page.n(eur));
    let percent = |share: f64| wording::percent(page.view.lang, share);
    let opened = &best.study.opened;
    let name: Vec<String> =
        opened.iter().map(|one| super::site::point(page, &one.site, one.size, one.by_hand)).collect();
    let less = here.middle.zip(there.middle).map(|(here, there)| here - there);
    let args = [
        ("plan", name.join(" ; ").into()),
        ("worst", eur(there.worst).into()),
        ("nominal", eur(here.worst).into()),
        ("met", percent(there.minimum_met).into()),
        ("nominal_met", percent(here.minimum_met).into()),
        ("less", eur(less.map(f64::abs)).into()),
        ("gives", if less < Some(0.0) { "more".into() } else { "less".into() }),
        ("p50", eur(there.p50).into()),
        ("nominal_p50", eur(here.p50).into()),
        ("how", how(page, there, best).into()),
    ];
    let same = nominal.answer.open == best.choice.open;
    let mut text = page.words.say(if same { "dossier-sturdy-same" } else { "dossier-sturdy" }, &args);
    if there.worst.is_some_and(|worst| worst < 0.0) {
        text.push(' ');
        text.push_str(&page.say("dossier-sturdy-loses"));
    }
    text
}

/// Among what the careful plan was chosen, and by what.
fn how(page: &Page<'_>, drawn: &Risk, best: &Sturdy) -> String {
    let chance = best.caution.chance;
    let args = [
        ("singles", best.singles.into()),
        ("first", FIRST_DRAWS.into()),
        ("pairs", best.pairs.into()),
        ("weighed", best.weighed.into()),
        ("draws", drawn.draws.into()),
        ("chance", usize::from(chance > 0.0).into()),
        ("chance_text", wording::percent(page.view.lang, chance).into()),
    ];
    page.words.say("dossier-sturdy-how", &args)
}

fn row(page: &Page<'_>, who: String, role: &str, gone: &Gone) -> Vec<Cell> {
    vec![who.into(), page.say(role).into(), gone.gain.into()]
}

fn prices(page: &mut Page<'_>, risk: &Risk) {
    if risk.middle.is_none() {
        return;
    }
    let labels = risk.prices.iter().map(|moved| page.say(price(moved.price))).collect();
    let series = |page: &Page<'_>, key: &str, pick: fn(&planning::chain::Moved) -> f64| Series {
        name: page.say(key),
        values: risk.prices.iter().map(|moved| pick(moved) / 1e3).collect(),
        live: Vec::new(),
    };
    let all = vec![
        series(page, "dossier-price-low", |moved| moved.low),
        series(page, "dossier-price-high", |moved| moved.high),
    ];
    let base = risk.middle.unwrap_or(0.0) / 1e3;
    page.chart(Chart {
        title: page.say("dossier-tornado"),
        shape: Shape::Tornado,
        base,
        labels,
        series: all,
    });
    page.text("dossier-tornado-text", &[]);
}

pub(super) fn price(change: Change) -> &'static str {
    match change {
        Change::Haul => "dossier-price-haul",
        Change::Output => "dossier-price-output",
        Change::Treatment => "dossier-price-treatment",
        Change::Running => "dossier-price-running",
        Change::Fixed => "dossier-price-fixed",
    }
}

/// Other plans and what each point gives up in euros.
pub(super) fn front(page: &mut Page<'_>) {
    let front = told(page);
    if front.len() < 2 {
        return;
    }
    page.heading("dossier-front");
    page.text("dossier-front-text", &[]);
    if !page.view.study.co2_known {
        page.text("dossier-front-no-co2", &[]);
    }
    let open = |id: &str| {
        let Some((spot, size)) = page.view.chain.option(id) else { return id.to_owned() };
        super::site::point(page, &spot.site, size.size, size.by_hand)
    };
    let rows = front.into_iter().map(|choice| {
        let mut plants: Vec<String> = choice.open.iter().map(|id| open(id)).collect();
        if plants.is_empty() {
            plants.push(page.say("dossier-front-nothing"));
        }
        let (w, t) = (choice.weights, choice.totals);
        let name = super::site::with_input(page, &plants.join(", "), choice.input, choice.suppliers);
        let key =
            if is_shown(page.view.study, choice) { "dossier-front-here" } else { "dossier-front-other" };
        vec![
            page.words.say(key, &[("plan", name.into())]).into(),
            t.eur.into(),
            Cell::from(t.avoided_t),
            Cell::from(t.caused_t),
            Cell::from(t.hours),
            w.co2_eur_t.into(),
            w.work_eur_h.into(),
            choice.floor.map_or_else(String::new, |floor| floor_text(page, floor)).into(),
        ]
    });
    let rows = rows.collect();
    let head = [
        "dossier-plan",
        "dossier-front-eur",
        "dossier-front-avoided",
        "dossier-front-caused",
        "dossier-front-hours",
        "dossier-worth-co2",
        "dossier-worth-hour",
        "dossier-floor",
    ];
    page.table(&head, rows);
}

/// The front, plans that hardly differ once: the dossier's own stands for its twins.
fn told<'a>(page: &Page<'a>) -> Vec<&'a Choice> {
    let study = page.view.study;
    let all: Vec<&Choice> = study.front.iter().collect();
    let twins = super::choices::twins(page.view.chain, &all);
    let own = |first: usize| (0..all.len()).find(|ix| twins[*ix] == first && is_shown(study, all[*ix]));
    let firsts = (0..all.len()).filter(|ix| twins[*ix] == *ix);
    firsts.map(|first| all[own(first).unwrap_or(first)]).collect()
}

/// True for the plan that the dossier is about.
fn is_shown(study: &Study, choice: &Choice) -> bool {
    let near = |a: f64, b: f64| (a - b).abs() <= 1e-6 * a.abs().max(b.abs()).max(1.0);
    let taken: f64 = study.answer.flows.iter().map(|flow| flow.t).sum();
    choice.open == study.answer.open && near(choice.totals.eur, study.totals.eur) && near(choice.input, taken)
}

/// Below it a floor asks only that a plant opens: t CO2e or hours a year.
const SOMETHING: f64 = 0.1;

/// « 120 t CO₂e/an », what a plan was asked to bring at least.
pub(super) fn floor_text(page: &Page<'_>, (aim, least): (Aim, f64)) -> String {
    // What only asks that something opens is no amount to read.
    if least < SOMETHING {
        return page.say("dossier-floor-open");
    }
    let key = if aim == Aim::Co2 { "dossier-floor-co2" } else { "dossier-floor-hours" };
    page.words.say(key, &[("least", page.n(least).into())])
}
