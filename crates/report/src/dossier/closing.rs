//! What is not known, who signs what, what to do next.

use super::document::Cell;
use super::page::Page;
use model::Basis;
use planning::chain::study::Opened;

pub(super) fn risks(page: &mut Page<'_>) {
    page.heading("dossier-risks");
    let study = page.view.study;
    let chosen = study.opened.iter().flat_map(|opened| &opened.suppliers);
    let supplies: Vec<_> = chosen.filter_map(|line| page.view.chain.supply(&line.flow)).collect();
    let counts = [
        ("dossier-risk-cost", supplies.iter().filter(|s| s.cost_today.is_none()).count()),
        ("dossier-risk-usual-cost", supplies.iter().filter(|s| s.cost_figure.is_some()).count()),
        ("dossier-risk-season", supplies.iter().filter(|s| !s.season_known).count()),
        ("dossier-risk-guess", supplies.iter().filter(|s| s.basis == Basis::Estimated).count()),
        ("dossier-risk-weak", page.notes.weak),
    ];
    for (key, count) in counts.into_iter().filter(|(_, count)| *count > 0) {
        let text = page.words.say(key, &[("count", count.into()), ("all", supplies.len().into())]);
        page.item(text);
    }
    for key in ["dossier-risk-storage", "dossier-risk-network"] {
        if applies(page, key) {
            page.item(page.say(key));
        }
    }
    let takers: Vec<_> = study.opened.iter().flat_map(|opened| &opened.takers).collect();
    let part = |outlet: &&planning::chain::Outlet| {
        outlet.share_figure.is_some() && takers.iter().any(|taker| taker.flow == outlet.flow)
    };
    let count = page.view.chain.outlets.iter().filter(part).count();
    if count > 0 {
        let text = page.words.say("dossier-risk-levels", &[("count", count.into())]);
        page.item(text);
    }
    let missing: Vec<String> = study
        .missing
        .iter()
        .map(|why| page.words.say("dossier-risk-missing", &[("why", why.clone().into())]))
        .collect();
    for text in missing {
        page.item(text);
    }
}

fn applies(page: &Page<'_>, key: &str) -> bool {
    let plant = page.view.plant;
    match key {
        "dossier-risk-storage" => plant.storable && plant.seasonal,
        _ => !plant.outlets.is_empty(),
    }
}

pub(super) fn who_signs(page: &mut Page<'_>) {
    page.heading("dossier-signs");
    let takers = !page.view.plant.outlets.is_empty();
    let insertion = employs(page);
    let papers = [
        ("dossier-sign-supplier", "dossier-sign-supplier-paper", true),
        ("dossier-sign-taker", "dossier-sign-taker-paper", takers),
        ("dossier-sign-host", "dossier-sign-host-paper", true),
        ("dossier-sign-insertion", "dossier-sign-insertion-paper", insertion),
        ("dossier-sign-authority", "dossier-sign-authority-paper", page.view.plant.grant.is_some()),
        ("dossier-sign-operator", "dossier-sign-operator-paper", true),
    ];
    let rows = papers.into_iter().filter(|(.., holds)| *holds);
    let rows = rows.map(|(who, paper, _)| vec![Cell::from(page.say(who)), page.say(paper).into()]).collect();
    page.table(&["dossier-who", "dossier-paper"], rows);
}

pub(super) fn next_steps(page: &mut Page<'_>) {
    page.heading("dossier-next");
    let opened = page.view.study.opened.first();
    let names = opened.map(|opened| largest(page, opened)).unwrap_or_default();
    let steps = [
        ("dossier-next-confirm", true),
        ("dossier-next-site", true),
        ("dossier-next-permit", true),
        ("dossier-next-structure", employs(page)),
        ("dossier-next-funding", true),
    ];
    for (key, _) in steps.into_iter().filter(|(_, holds)| *holds) {
        let text = page.words.say(key, &[("names", names.clone().into())]);
        page.item(text);
    }
}

/// True when an insertion structure would have something to do; where nothing opens, when the kind of plant asks for it.
fn employs(page: &Page<'_>) -> bool {
    let opened = &page.view.study.opened;
    if opened.is_empty() {
        return page.view.plant.posts.iter().any(|post| post.insertion);
    }
    opened.iter().any(|opened| super::jobs::staffed(opened).next().is_some())
}

/// Those who bring half of it.
fn largest(page: &Page<'_>, opened: &Opened) -> String {
    let mut sum = 0.0;
    let half = opened.money.input / 2.0;
    let first = opened.suppliers.iter().take_while(|line| {
        let before = sum;
        sum += line.input;
        before < half
    });
    let mut names: Vec<String> = Vec::new();
    for name in first.map(|line| page.supplier(&line.flow, &line.site)) {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names.join(", ")
}
