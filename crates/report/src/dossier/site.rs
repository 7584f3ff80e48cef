//! What opens where, in figures, and the map.

use super::page::Page;
use planning::chain::jobs::Staffing;
use planning::chain::study::{Opened, Study};
use planning::chain::{Barred, Why};

/// The first page: what is proposed and what it comes to; `instead` of nothing, when nothing pays.
pub(super) fn summary(page: &mut Page<'_>, opened: &Opened, instead: bool) {
    let (view, money) = (page.view, &opened.money);
    let plant = view.plant;
    page.heading("dossier-summary");
    if let Some(text) = loses(page).filter(|_| !instead) {
        page.paragraph(text);
    }
    let args = [
        ("plant", capital(plant.label(view.lang.code())).into()),
        ("size", page.n(opened.size).into()),
        ("unit", page.unit(&plant.size_unit).into()),
        ("site", page.words.name(&opened.site).to_owned().into()),
        ("why", page.say(why(opened.why)).into()),
        ("input", page.n(money.input).into()),
        ("input_unit", page.unit(&plant.input_unit).into()),
        ("suppliers", opened.suppliers.len().into()),
        ("output", page.n(money.output).into()),
        ("output_unit", page.unit(&plant.output_unit).into()),
        ("product", super::yields::product(page).into()),
        ("investment", page.n(money.investment).into()),
    ];
    page.text("dossier-summary-text", &args);
    if opened.by_hand {
        page.text("dossier-by-hand", &[]);
    }
    if let Some(staffing) = opened.staffing.first().filter(|staffing| staffing.fte.mid() > 0.0) {
        let fte = wording::rounded(view.lang, staffing.fte.mid(), 2);
        page.text("dossier-summary-fte", &[("fte", fte.into())]);
    }
    if let Some(text) = super::yields::lost(page, opened) {
        page.paragraph(text);
    }
    gain(page, opened);
    fee(page, opened);
    if instead {
        page.text("dossier-instead", &[("lacks", page.n((-page.view.study.totals.eur).max(0.0)).into())]);
    }
    proof(page, instead);
}

/// With a capital letter.
pub(super) fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// What it gains in a middling year and in a bad one, when it is paid back, and what it means for the climate.
fn gain(page: &mut Page<'_>, opened: &Opened) {
    let unknown = page.say("dossier-unknown");
    let n = |value: Option<f64>| value.map_or_else(|| unknown.clone(), |value| page.n(value));
    let (risk, co2) = (page.view.study.risk.as_ref(), opened.co2);
    let impact = co2.own.zip(co2.haul).map(|(own, haul)| own + haul);
    let args = [
        ("middle", page.n(page.view.study.totals.eur).into()),
        ("p50", n(risk.and_then(|risk| risk.p50)).into()),
        ("draws", risk.map_or(0, |risk| risk.draws).into()),
        ("p10", n(risk.and_then(|risk| risk.p10)).into()),
        ("p90", n(risk.and_then(|risk| risk.p90)).into()),
        ("avoided", n(co2.avoided).into()),
        ("impact", n(impact).into()),
    ];
    let text = page.words.say("dossier-summary-gain", &args);
    page.paragraph(text);
    doubts(page, opened);
}

/// Draws in which a plan runs or gains, below which the first page says so.
const OFTEN: f64 = 0.5;

/// A plan that loses in the middle of the draws: by how much, and how often it gains all the same.
pub(super) fn loses(page: &Page<'_>) -> Option<String> {
    let risk = page.view.study.risk.as_ref()?;
    let lost = risk.p50.filter(|eur| *eur < 0.0)?;
    let args = [
        ("lost", page.n(-lost).into()),
        ("draws", risk.draws.into()),
        ("gains", wording::percent(page.view.lang, risk.gains).into()),
    ];
    Some(page.words.say("dossier-summary-loses", &args))
}

/// The plan that gains more at the middle of every range, where this one was chosen before it.
pub(super) fn passed_over(page: &Page<'_>) -> Option<String> {
    let passed = page.view.study.passed_over?;
    let median = passed.p50.map_or_else(|| "?".to_owned(), |p50| page.n(p50));
    Some(
        page.words
            .say("dossier-passed-over", &[("more", page.n(passed.more).into()), ("median", median.into())]),
    )
}

/// What the first page must not leave out: a plan that loses more often than it gains, and rounds dearer than the account's haulage.
fn doubts(page: &mut Page<'_>, opened: &Opened) {
    let lang = page.view.lang;
    let risk = page.view.study.risk.as_ref();
    let told = risk.is_some_and(|risk| risk.p50 < Some(0.0) && risk.minimum_met >= OFTEN);
    if let Some(risk) = risk.filter(|risk| !told && (risk.gains < OFTEN || risk.minimum_met < OFTEN)) {
        let args = [
            ("gains", wording::percent(lang, risk.gains).into()),
            ("met", wording::percent(lang, risk.minimum_met).into()),
        ];
        page.text("dossier-summary-doubt", &args);
    }
    let dearer: f64 = opened.collections.iter().map(|of| of.shared.euros - of.account).sum();
    if dearer >= 1.0 {
        page.text("dossier-summary-rounds", &[("dearer", page.n(dearer).into())]);
    }
}

/// « 500 kW chez …, tri à la main ».
pub(super) fn point(page: &Page<'_>, site: &model::SiteId, capacity: f64, by_hand: bool) -> String {
    let args = [
        ("size", page.n(capacity).into()),
        ("unit", page.unit(&page.view.plant.size_unit).into()),
        ("site", page.words.name(site).to_owned().into()),
    ];
    page.words.say(if by_hand { "dossier-point-by-hand" } else { "dossier-point" }, &args)
}

/// A plan's name with what it takes in: plans that open the same differ by it.
pub(super) fn with_input(page: &Page<'_>, point: &str, input: f64, suppliers: usize) -> String {
    if suppliers == 0 {
        return point.to_owned();
    }
    let args = [
        ("point", point.to_owned().into()),
        ("input", page.n(input).into()),
        ("unit", page.unit(&page.view.plant.input_unit).into()),
        ("count", suppliers.into()),
    ];
    page.words.say("dossier-point-input", &args)
}

fn fee(page: &mut Page<'_>, opened: &Opened) {
    let unit = page.unit(&page.view.plant.input_unit);
    let Some(fee) = opened.money.gate_fee else { return };
    let key = if fee > 0.0 { "dossier-fee-paid" } else { "dossier-fee-room" };
    let args = [("fee", page.n(fee.abs()).into()), ("unit", unit.into())];
    page.text(key, &args);
}

/// How far from the best of what the plan was chosen for; a plan that stands `instead` of opening nothing is the best of nothing.
fn proof(page: &mut Page<'_>, instead: bool) {
    let study = page.view.study;
    let answer = &study.answer;
    let shown = |gap: f64| wording::rounded(page.view.lang, (100.0 * gap).max(0.01), 2);
    let key = match (answer.verified, answer.gap) {
        (true, Some(_)) if !instead => "dossier-proved",
        (true, _) => "dossier-verified",
        (false, _) => "dossier-not-verified",
    };
    let args = [
        ("gap", answer.gap.map_or_else(String::new, shown).into()),
        ("aim", aim(page, study).into()),
        ("left", page.n(study.left).into()),
        ("unit", page.unit(&page.view.plant.input_unit).into()),
    ];
    page.text(key, &args);
    if let Some(text) = passed_over(page) {
        page.paragraph(text);
    }
}

/// What a plan was chosen for.
fn aim(page: &Page<'_>, study: &Study) -> String {
    let (weights, n) = (study.weights, |value: f64| wording::Arg::from(page.n(value)));
    if let Some(floor) = study.floor {
        let least = super::fragile::floor_text(page, floor);
        return page.words.say("dossier-aim-floor", &[("least", least.into())]);
    }
    if weights.co2_eur_t == 0.0 && weights.work_eur_h == 0.0 {
        return page.say("dossier-aim-euros");
    }
    let args = [("co2", n(weights.co2_eur_t)), ("hour", n(weights.work_eur_h))];
    page.words.say("dossier-aim-weighed", &args)
}

/// Why a site was weighed.
pub(super) fn why(why: Why) -> &'static str {
    match why {
        Why::Outlet => "dossier-why-outlet",
        Why::Insertion => "dossier-why-insertion",
        Why::Room => "dossier-why-room",
        Why::Authority => "dossier-why-authority",
        Why::Runs => "dossier-why-runs",
    }
}

/// When nothing pays: what there is, and that it is not enough.
pub(super) fn nothing(page: &mut Page<'_>, study: &Study) {
    page.heading("dossier-nothing-title");
    let text = nothing_text(page, study);
    page.paragraph(text);
}

/// How much there is, how much the smallest size takes, which of the two lacks, and what opening would cost all the same.
pub(super) fn nothing_text(page: &Page<'_>, study: &Study) -> String {
    let chain = page.view.chain;
    let (offered, least) = (chain.offered(), chain.least());
    let args = [
        ("offers", chain.supplies.len().into()),
        ("amount", page.n(offered).into()),
        ("least", page.n(least).into()),
        ("unit", page.unit(&page.view.plant.input_unit).into()),
    ];
    if let Some(barred) = barred(page, study) {
        return barred;
    }
    let text =
        page.words.say(if offered < least { "dossier-nothing-short" } else { "dossier-nothing" }, &args);
    let opening = study.cheapest.as_ref().and_then(|cheapest| opening(page, cheapest));
    opening.map_or(text.clone(), |opening| format!("{text} {opening}"))
}

/// Which limit asked for keeps everything closed, and how much it is short; `None` when no limit does.
fn barred(page: &Page<'_>, study: &Study) -> Option<String> {
    let say = |barred: &Barred| {
        let n = |value: f64| wording::Arg::from(page.n(value));
        match barred {
            Barred::Budget { have, least, takes, gain } => {
                let key = if least > have { "dossier-barred-cheapest" } else { "dossier-barred-budget" };
                let wanted = if least > have { least } else { takes };
                let args = [
                    ("have", n(*have)),
                    ("wanted", n(*wanted)),
                    ("missing", n(wanted - have)),
                    ("takes", n(*takes)),
                    ("gain", n(*gain)),
                ];
                page.words.say(key, &args)
            }
            Barred::Number { most, takes, gain } => {
                let args = [("most", (*most).into()), ("takes", (*takes).into()), ("gain", n(*gain))];
                page.words.say("dossier-barred-number", &args)
            }
        }
    };
    let texts: Vec<String> = study.barred.iter().map(say).collect();
    (!texts.is_empty()).then(|| [vec![page.say("dossier-barred")], texts].concat().join(" "))
}

/// What the plan that opens at the least loss lacks: a year, an hour of insertion, a tonne of CO2; and the aid that is not in it.
fn opening(page: &Page<'_>, study: &Study) -> Option<String> {
    let opened = study.opened.first()?;
    let totals = study.totals;
    let lacks = (-totals.eur).max(0.0);
    let args = [
        ("plan", point(page, &opened.site, opened.size, opened.by_hand).into()),
        ("lacks", page.n(lacks).into()),
    ];
    let mut texts = vec![page.words.say("dossier-opening", &args)];
    for (key, brings) in [("dossier-opening-hours", totals.hours), ("dossier-opening-co2", totals.avoided_t)]
    {
        if let Some(brings) = brings.filter(|brings| *brings > 0.5) {
            let args = [("brings", page.n(brings).into()), ("each", page.n(lacks / brings).into())];
            texts.push(page.words.say(key, &args));
        }
    }
    let aided = opened.staffing.iter().filter(|staffing| ["aci", "ei"].contains(&staffing.kind.as_str()));
    let aided: Vec<String> = aided.map(|staffing| aid(page, staffing, lacks)).collect();
    if !aided.is_empty() {
        texts.push(page.words.say("dossier-opening-aid", &[("aid", aided.join(", ").into())]));
    }
    Some(texts.join(" "))
}

/// « ACI 23 800 €, qui couvrent ce manque ».
fn aid(page: &Page<'_>, staffing: &Staffing, lacks: f64) -> String {
    let aid = staffing.aid.mid();
    let args = [
        ("kind", staffing.kind.to_uppercase().into()),
        ("aid", page.n(aid).into()),
        ("left", page.n(lacks - aid).into()),
    ];
    page.words.say(if aid >= lacks { "dossier-aid-covers" } else { "dossier-aid-leaves" }, &args)
}
