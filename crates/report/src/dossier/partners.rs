//! Who gains what, and one sentence a partner.

use super::alone;
use super::document::Cell;
use super::page::Page;
use model::{ActorKind, SiteId};
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
    // Shares of few are what each of them pays: members read none that a company's own price has made.
    if page.shares() {
        let parts = parts(page, opened, split);
        let row =
            |part: &Part| vec![part.name.clone().into(), part.shapley.into(), Cell::from(part.nucleolus)];
        page.table(
            &["dossier-partner", "dossier-shapley", "dossier-nucleolus"],
            parts.iter().map(row).collect(),
        );
        for text in core(page, opened, split) {
            page.paragraph(text);
        }
        if page.prices() {
            parts.into_iter().flat_map(|part| part.sentences).for_each(|text| page.item(text));
            small(page, opened, split);
        }
    } else {
        page.text("dossier-partners-withheld", &[]);
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
        let mut names: Vec<String> = Vec::new();
        for (player, ..) in group.iter().filter_map(|ix| split.lines.get(*ix)) {
            let name = name(page, opened, player);
            if !names.contains(&name) || site(page, opened, player).is_none() {
                names.push(name);
            }
        }
        let args = [("names", names.join(", ").into()), ("gain", page.n(*gain).into())];
        texts.push(page.words.say("dossier-leaves", &args));
    }
    texts
}

/// What a partner gets in all its roles.
#[derive(Clone, Debug, PartialEq)]
pub struct Part {
    /// Who; a site that both brings and takes stands once.
    pub name: String,
    /// EUR a year by the Shapley value.
    pub shapley: f64,
    /// EUR a year by the nucleolus; `None` with more partners than it takes.
    pub nucleolus: Option<f64>,
    /// What it pays today and would pay, a sentence a role.
    pub sentences: Vec<String>,
}

/// EUR a year below which a share is the rounding of a computer.
const CENTS: f64 = 0.5;

/// Every partner, once.
pub(super) fn parts(page: &Page<'_>, opened: &Opened, split: &SplitLines) -> Vec<Part> {
    let place = |player: &Player| site(page, opened, player);
    let mut parts: Vec<(Option<SiteId>, Part)> = Vec::new();
    for (player, shapley, nucleolus) in &split.lines {
        let at = place(player);
        let both = at.is_some() && split.lines.iter().filter(|(other, ..)| place(other) == at).count() > 1;
        let name = name(page, opened, player);
        let who =
            if both { page.words.say(role(player), &[("who", name.clone().into())]) } else { name.clone() };
        let sentence = alone::sentence(page, opened, player, who, euros(*shapley));
        if let Some((_, part)) = parts.iter_mut().find(|(known, _)| both && *known == at) {
            part.shapley = euros(part.shapley + shapley);
            part.nucleolus = part.nucleolus.zip(*nucleolus).map(|(one, more)| euros(one + more));
            part.sentences.push(sentence);
            continue;
        }
        let part = Part {
            name,
            shapley: euros(*shapley),
            nucleolus: nucleolus.map(euros),
            sentences: vec![sentence],
        };
        parts.push((at, part));
    }
    parts.into_iter().map(|(_, part)| part).collect()
}

fn euros(value: f64) -> f64 {
    if value.abs() < CENTS { 0.0 } else { value }
}

fn role(player: &Player) -> &'static str {
    if matches!(player, Player::Taker { .. }) { "dossier-who-takes" } else { "dossier-who-brings" }
}

/// Where a partner is that stands for one site, and that this audience may know.
fn site(page: &Page<'_>, opened: &Opened, player: &Player) -> Option<SiteId> {
    let (flow, site) = match player {
        Player::Operator | Player::Insertion => return None,
        Player::Taker { flows } => {
            let taker =
                opened.takers.iter().find(|taker| flows.len() == 1 && taker.flow.as_str() == flows[0])?;
            (&taker.flow, &taker.site)
        }
        Player::Supplier { flows } => single(opened, flows).map(|line| (&line.flow, &line.site))?,
    };
    (!page.secret(flow)).then(|| site.clone())
}

fn name(page: &Page<'_>, opened: &Opened, player: &Player) -> String {
    match player {
        Player::Operator => page.say("dossier-operator"),
        Player::Taker { flows } => {
            let mut takers = opened
                .takers
                .iter()
                .filter(|taker| flows.iter().any(|id| taker.flow.as_str() == id.as_str()));
            match (takers.next(), takers.next()) {
                (Some(one), None) => page.taker(&one.flow, &one.site),
                _ => page.words.say("dossier-takers", &[("count", flows.len().into())]),
            }
        }
        Player::Insertion => page.say("dossier-structure"),
        Player::Supplier { flows } if single(opened, flows).is_some() => {
            let line = single(opened, flows);
            line.map_or_else(|| flows.join(", "), |line| page.supplier(&line.flow, &line.site))
        }
        Player::Supplier { flows } => page.words.say("dossier-small", &[("count", flows.len().into())]),
    }
}

/// The line of the one site all these flows come from; `None` when they come from several.
fn single<'o>(opened: &'o Opened, flows: &[String]) -> Option<&'o Line> {
    let mut lines =
        opened.suppliers.iter().filter(|line| flows.iter().any(|flow| line.flow.as_str() == flow.as_str()));
    let first = lines.next()?;
    lines.all(|line| line.site == first.site).then_some(first)
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
        ("hours", if hours < 0.5 { "none".into() } else { page.n(hours).into() }),
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
        if single(opened, flows).is_some() {
            continue;
        }
        let lines = alone::lines(opened, flows);
        let all: f64 = lines.iter().map(|line| line.input).sum();
        let row = |line: &&Line| -> Vec<Cell> {
            let usual = page.view.chain.supply(&line.flow).is_some_and(|supply| supply.cost_figure.is_some());
            let today = match line.cost_today {
                // A usual price is a range, whose middle nobody pays.
                Some(cost) if usual => page.span(cost.scale(line.input)).into(),
                said => Cell::from(said.map(|cost| cost.mid() * line.input)),
            };
            vec![
                page.supplier(&line.flow, &line.site).into(),
                line.input.into(),
                today,
                (share * line.input / all.max(1e-12)).into(),
            ]
        };
        let rows = lines.iter().map(row).collect();
        page.text("dossier-small-text", &[]);
        page.table(
            &["dossier-supplier", "dossier-taken", "dossier-small-today", "dossier-small-share"],
            rows,
        );
    }
}
