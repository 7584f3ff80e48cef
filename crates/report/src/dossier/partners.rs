//! Who gains what, and one sentence a partner.

use super::document::Cell;
use super::page::Page;
use model::{ActorKind, FlowId};
use planning::chain::partners::Player;
use planning::chain::study::{Line, Opened, SplitLines};

pub(super) fn write(page: &mut Page<'_>, opened: &Opened) {
    page.heading("dossier-partners");
    let Some(split) = &opened.split else {
        page.text("dossier-partners-none", &[]);
        return;
    };
    if split.total <= 0.0 {
        page.text("dossier-partners-loss", &[]);
        return;
    }
    page.text("dossier-partners-text", &[("total", page.n(split.total).into())]);
    if let Some(median) = page.view.study.risk.as_ref().and_then(|risk| risk.p50) {
        page.text("dossier-partners-median", &[("median", page.n(median).into())]);
    }
    if split.grant > 0.0 {
        let args = [
            ("grant", page.n(split.grant).into()),
            ("total", page.n(split.total).into()),
            ("net", page.n(split.total - split.grant).into()),
        ];
        page.text("dossier-partners-grant", &args);
    }
    let rows = split.lines.iter().map(|(player, share, nucleolus)| {
        vec![name(page, opened, player).into(), (*share).into(), Cell::from(*nucleolus)]
    });
    let rows = rows.collect();
    page.table(&["dossier-partner", "dossier-shapley", "dossier-nucleolus"], rows);
    for text in core(page, opened, split) {
        page.paragraph(text);
    }
    if page.prices() {
        let texts: Vec<String> =
            split.lines.iter().map(|(player, share, _)| sentence(page, opened, player, *share)).collect();
        for text in texts {
            page.item(text);
        }
        small(page, opened, split);
    }
    let text = authority(page, opened, split);
    page.item(text);
}

/// Whether a group would be better off alone.
pub(super) fn core(page: &Page<'_>, opened: &Opened, split: &SplitLines) -> Vec<String> {
    let mut texts = Vec::new();
    match split.epsilon {
        Some(epsilon) if epsilon <= 1e-6 * split.total.abs().max(1.0) => {
            let margin = page.n((-epsilon).max(0.0));
            texts.push(page.words.say("dossier-core", &[("margin", margin.into())]));
        }
        Some(epsilon) => {
            texts.push(page.words.say("dossier-no-core", &[("lack", page.n(epsilon).into())]));
        }
        None => {}
    }
    if let Some((group, gain)) = &split.leaves {
        let names: Vec<String> = group
            .iter()
            .filter_map(|ix| split.lines.get(*ix))
            .map(|(player, ..)| name(page, opened, player))
            .collect();
        let args = [("names", names.join(", ").into()), ("gain", page.n(*gain).into())];
        texts.push(page.words.say("dossier-leaves", &args));
    }
    texts
}

pub(super) fn name(page: &Page<'_>, opened: &Opened, player: &Player) -> String {
    match player {
        Player::Operator => page.say("dossier-operator"),
        Player::Taker { flows } => {
            let mut takers = opened
                .takers
                .iter()
                .filter(|taker| flows.iter().any(|id| taker.flow.as_str() == id.as_str()));
            match (takers.next(), takers.next()) {
                (Some(one), None) => page.supplier(&one.flow, &one.site),
                _ => page.words.say("dossier-takers", &[("count", flows.len().into())]),
            }
        }
        Player::Insertion => page.say("dossier-structure"),
        Player::Supplier { flows } if alone(opened, flows).is_some() => {
            let line = alone(opened, flows);
            line.map_or_else(|| flows.join(", "), |line| page.supplier(&line.flow, &line.site))
        }
        Player::Supplier { flows } => page.words.say("dossier-small", &[("count", flows.len().into())]),
    }
}

/// The line of the one site all these flows come from; `None` when they come from several.
fn alone<'o>(opened: &'o Opened, flows: &[String]) -> Option<&'o Line> {
    let mut lines =
        opened.suppliers.iter().filter(|line| flows.iter().any(|flow| line.flow.as_str() == flow.as_str()));
    let first = lines.next()?;
    lines.all(|line| line.site == first.site).then_some(first)
}

/// « seul, vous payez …, ensemble … ».
pub(super) fn sentence(page: &Page<'_>, opened: &Opened, player: &Player, share: f64) -> String {
    let who = name(page, opened, player);
    if let Player::Taker { flows } = player {
        return taker(page, opened, flows, who, share);
    }
    let Player::Supplier { flows } = player else {
        return page
            .words
            .say("dossier-alone-nothing", &[("who", who.into()), ("gain", page.n(share).into())]);
    };
    let lines: Vec<&Line> = opened
        .suppliers
        .iter()
        .filter(|line| flows.iter().any(|flow| line.flow.as_str() == flow.as_str()))
        .collect();
    let known = |pick: fn(units::Range) -> f64| -> Option<f64> {
        lines.iter().map(|line| Some(pick(line.cost_today?) * line.input)).sum()
    };
    let Some(today) = known(units::Range::mid) else {
        return page
            .words
            .say("dossier-alone-unknown", &[("who", who.into()), ("gain", page.n(share).into())]);
    };
    let usual = |line: &&Line| page.view.chain.supply(&line.flow).is_some_and(|s| s.cost_figure.is_some());
    if lines.iter().any(usual) {
        let sealed = lines.iter().any(|line| page.view.sealed.contains(&line.flow));
        let bound = |pick| known(pick).map_or_else(String::new, |eur| page.n(eur));
        let args = [
            ("who", who.into()),
            ("low", bound(units::Range::low).into()),
            ("high", bound(units::Range::high).into()),
            ("gain", page.n(share).into()),
        ];
        return page.words.say(if sealed { "dossier-alone-sealed" } else { "dossier-alone-usual" }, &args);
    }
    let after = today - share;
    let key = match (today >= 0.0, after >= 0.0) {
        (true, true) => "dossier-alone-pays-pays",
        (true, false) => "dossier-alone-pays-paid",
        (false, true) => "dossier-alone-paid-pays",
        (false, false) => "dossier-alone-paid-paid",
    };
    let args = [
        ("who", who.into()),
        ("today", page.n(today.abs()).into()),
        ("after", page.n(after.abs()).into()),
        ("gain", page.n(share).into()),
    ];
    page.words.say(key, &args)
}

/// What takers pay today for what the plant would bring them, and what they would pay at the plan's price with their share taken off.
fn taker(page: &Page<'_>, opened: &Opened, flows: &[String], who: String, share: f64) -> String {
    let its =
        || opened.takers.iter().filter(|taker| flows.iter().any(|id| taker.flow.as_str() == id.as_str()));
    let cost = |flow: &FlowId| page.view.chain.outlets.iter().find(|outlet| outlet.flow == *flow)?.cost;
    let today: Option<f64> = its().map(|taker| Some(taker.gets * cost(&taker.flow)?.mid())).sum();
    let gets: f64 = its().map(|taker| taker.gets).sum();
    let pays: f64 = its().map(|taker| taker.gets * taker.price).sum();
    let args = [
        ("who", who.into()),
        ("gets", page.n(gets).into()),
        ("unit", page.unit(&page.view.plant.output_unit).into()),
        ("today", today.map_or_else(String::new, |today| page.n(today)).into()),
        ("after", page.n(pays - share).into()),
        ("gain", page.n(share).into()),
    ];
    let key = if today.is_some() { "dossier-alone-taker" } else { "dossier-alone-taker-unknown" };
    page.words.say(key, &args)
}

/// EUR a year that the public sites among the suppliers pay today for what the plan takes; `None` when there are none, or it is not told.
fn treated(page: &Page<'_>, opened: &Opened) -> Option<f64> {
    let territory = page.words.territory;
    let public = |line: &&Line| {
        let site = territory.sites.iter().find(|site| site.id == line.site);
        let actor = site.and_then(|site| territory.actors.iter().find(|actor| actor.id == site.actor));
        actor.is_some_and(|actor| actor.kind == ActorKind::LocalAuthority)
    };
    let told = |line: &&Line| page.prices() && !page.view.sealed.contains(&line.flow);
    let pays = |line: &Line| Some(line.cost_today?.mid() * line.input).filter(|eur| *eur > 0.0);
    let each: Vec<f64> = opened.suppliers.iter().filter(public).filter(told).filter_map(pays).collect();
    (!each.is_empty()).then(|| each.iter().sum())
}

/// What the authority and its funders gain and lay out. What its own sites stop paying is in the split under their names; no other euro of
/// it is declared, so it is no player.
pub(super) fn authority(page: &Page<'_>, opened: &Opened, split: &SplitLines) -> String {
    let hours: f64 = opened.posts.iter().filter(|post| post.insertion).map(|post| post.hours.mid()).sum();
    let n = |value: Option<f64>| value.map_or_else(|| page.say("dossier-unknown"), |value| page.n(value));
    let args = [
        ("hours", page.n(hours).into()),
        ("avoided", n(opened.co2.avoided).into()),
        ("caused", n(opened.co2.own.zip(opened.co2.haul).map(|(own, haul)| own + haul)).into()),
        ("grant", page.n(split.grant).into()),
        ("treats", treated(page, opened).map_or_else(|| "none".to_owned(), |eur| page.n(eur)).into()),
    ];
    page.words.say(if split.grant > 0.0 { "dossier-authority-grant" } else { "dossier-authority" }, &args)
}

/// The small suppliers that play as one, one line each: what they bring, and the part of the gain that their tonnes stand for.
fn small(page: &mut Page<'_>, opened: &Opened, split: &SplitLines) {
    for (player, share, _) in &split.lines {
        let Player::Supplier { flows } = player else { continue };
        if alone(opened, flows).is_some() {
            continue;
        }
        let lines = || {
            opened.suppliers.iter().filter(|line| flows.iter().any(|id| line.flow.as_str() == id.as_str()))
        };
        let all: f64 = lines().map(|line| line.input).sum();
        let row = |line: &Line| -> Vec<Cell> {
            let today = line.cost_today.map(|cost| cost.mid() * line.input);
            vec![
                page.supplier(&line.flow, &line.site).into(),
                line.input.into(),
                today.into(),
                (share * line.input / all.max(1e-12)).into(),
            ]
        };
        let rows = lines().map(row).collect();
        page.text("dossier-small-text", &[]);
        page.table(
            &["dossier-supplier", "dossier-taken", "dossier-small-today", "dossier-small-share"],
            rows,
        );
    }
}
