//! « seul, vous payez …, ensemble … » : one sentence a partner and a role.

use super::page::Page;
use model::FlowId;
use planning::chain::partners::Player;
use planning::chain::study::{Line, Opened, Taker};
use units::Range;

/// What `who` pays today and together with the others, `share` EUR a year of the gain being theirs.
pub(super) fn sentence(page: &Page<'_>, opened: &Opened, player: &Player, who: String, share: f64) -> String {
    match player {
        Player::Taker { flows } => taker(page, opened, flows, who, share),
        Player::Supplier { flows } => supplier(page, &lines(opened, flows), who, share),
        Player::Operator | Player::Insertion => {
            page.words.say("dossier-alone-nothing", &[("who", who.into()), ("gain", page.n(share).into())])
        }
    }
}

/// The lines of a player's flows.
pub(super) fn lines<'o>(opened: &'o Opened, flows: &[String]) -> Vec<&'o Line> {
    let its = |line: &&Line| flows.iter().any(|flow| line.flow.as_str() == flow.as_str());
    opened.suppliers.iter().filter(its).collect()
}

/// How many of a supplier's lines have a price of its own, a usual one, none; and EUR a year of those that have one.
struct Today {
    own: usize,
    usual: usize,
    unknown: usize,
    eur: (f64, f64, f64),
}

impl Today {
    fn of(page: &Page<'_>, lines: &[&Line]) -> Self {
        let usual = |line: &Line| {
            page.view.chain.supply(&line.flow).is_some_and(|supply| supply.cost_figure.is_some())
        };
        let known = || lines.iter().filter_map(|line| Some((line, line.cost_today?)));
        let sum = |pick: fn(Range) -> f64| known().map(|(line, cost)| pick(cost) * line.input).sum();
        let usual = known().filter(|(line, _)| usual(line)).count();
        Self {
            own: known().count() - usual,
            usual,
            unknown: lines.len() - known().count(),
            eur: (sum(Range::low), sum(Range::mid), sum(Range::high)),
        }
    }
}

fn supplier(page: &Page<'_>, lines: &[&Line], who: String, share: f64) -> String {
    let today = Today::of(page, lines);
    let (low, mid, high) = today.eur;
    let sealed = lines.iter().any(|line| page.view.sealed.contains(&line.flow));
    let after = mid - share;
    let args = [
        ("who", who.into()),
        ("gain", page.n(share).into()),
        ("low", page.n(low).into()),
        ("high", page.n(high).into()),
        ("today", page.n(mid.abs()).into()),
        ("after", page.n(after.abs()).into()),
        ("count", lines.len().into()),
        ("own", today.own.into()),
        ("usual", today.usual.into()),
        ("unknown", today.unknown.into()),
        ("sealed", usize::from(sealed).into()),
    ];
    let key = match (today.own, today.usual, today.unknown) {
        (0, 0, _) => "dossier-alone-unknown",
        (0, _, 0) if sealed => "dossier-alone-sealed",
        (0, _, 0) => "dossier-alone-usual",
        (_, 0, 0) => match (mid >= 0.0, after >= 0.0) {
            (true, true) => "dossier-alone-pays-pays",
            (true, false) => "dossier-alone-pays-paid",
            (false, true) => "dossier-alone-paid-pays",
            (false, false) => "dossier-alone-paid-paid",
        },
        _ => "dossier-alone-partly",
    };
    page.words.say(key, &args)
}

/// What takers pay today for what the plant would bring them, and what they would pay with their share of the gain: today's bill less that
/// share, or, where the bill is unknown, the plan's price less it.
fn taker(page: &Page<'_>, opened: &Opened, flows: &[String], who: String, share: f64) -> String {
    let its: Vec<&Taker> = opened
        .takers
        .iter()
        .filter(|taker| flows.iter().any(|id| taker.flow.as_str() == id.as_str()))
        .collect();
    let cost = |flow: &FlowId| page.view.chain.outlets.iter().find(|outlet| outlet.flow == *flow)?.cost;
    let today: Option<f64> = its.iter().map(|taker| Some(taker.gets * cost(&taker.flow)?.mid())).sum();
    let gets: f64 = its.iter().map(|taker| taker.gets).sum();
    let pays: f64 = its.iter().map(|taker| taker.gets * taker.price).sum();
    let args = [
        ("who", who.into()),
        ("gets", page.n(gets).into()),
        ("unit", page.unit(&page.view.plant.output_unit).into()),
        ("today", today.map_or_else(String::new, |today| page.n(today)).into()),
        ("after", page.n(today.unwrap_or(pays) - share).into()),
        ("gain", page.n(share).into()),
    ];
    let own = its.iter().all(|taker| page.own_price(&taker.flow));
    let key = match (today.is_some(), own) {
        (false, _) => "dossier-alone-taker-unknown",
        (true, true) => "dossier-alone-taker",
        (true, false) => "dossier-alone-taker-usual",
    };
    page.words.say(key, &args)
}
