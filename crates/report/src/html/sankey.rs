//! What the territory throws away: families of resources, what becomes of them today, and what the leads would make of them.

use super::Page;
use super::bars::tenth;
use super::layout::{BOX, Link, Node, WIDTH, place};
use super::ways::{Key, Ways, boxes, column, is_residue, ways};
use maud::{Markup, html};
use model::Flow;
use units::Range;
use wording::{Keyed, percent};

/// Height asked for, in units of the drawing.
const HEIGHT: f64 = 520.0;
/// Less when there are few boxes.
const PER_BOX: f64 = 40.0;

pub(super) fn section(page: &Page<'_>) -> Markup {
    let residues: Vec<&Flow> =
        page.seen.territory.flows.iter().filter(|flow| is_residue(page, flow)).collect();
    let weighed: Vec<(&Flow, f64)> =
        residues.iter().filter_map(|flow| Some((*flow, (*flow.tonnes)?.mid()))).collect();
    let unknown = residues.len() - weighed.len();
    html! {
        section #flows {
            h2 { (page.t("nav-flows")) }
            @if weighed.is_empty() { p.empty { (page.t("report-flows-empty")) } }
            @else {
                p.hint { (page.t("report-flows-hint")) }
                (drawing(page, &ways(page, &weighed)))
            }
            @if unknown > 0 {
                @let share = percent(page.words.lang, unknown as f64 / residues.len() as f64);
                p.missing { (page.say("report-flows-unknown", &[("count", unknown.into()), ("share", share.into())])) }
            }
        }
    }
}

fn name(page: &Page<'_>, key: &Key) -> String {
    match key {
        Key::Family(name) => name.clone(),
        Key::Other => page.t("report-other-families"),
        Key::Fate(fate) => page.t(fate.key()),
        Key::Lead(kind) => page.t(&kind.key()),
        Key::NoLead => page.t("report-no-lead"),
    }
}

fn class(key: &Key) -> String {
    match key {
        Key::Family(_) | Key::Other => "family".to_owned(),
        Key::Fate(fate) => fate.key().to_owned(),
        Key::Lead(kind) => super::head::kind_class(*kind),
        Key::NoLead => "no-lead".to_owned(),
    }
}

fn drawing(page: &Page<'_>, ways: &Ways) -> Markup {
    let keys = boxes(ways);
    let at = |key: &Key| keys.iter().position(|known| known == key).unwrap_or(0);
    let mut links: Vec<Link> = ways
        .iter()
        .map(|((from, to, guessed), tonnes)| Link::new(at(from), at(to), *tonnes, *guessed))
        .collect();
    let columns: Vec<usize> = keys.iter().map(column).collect();
    let (nodes, height) = place(&columns, &mut links, HEIGHT.min(PER_BOX * keys.len() as f64));
    let label = |link: &Link| {
        [
            name(page, &keys[link.from]),
            " → ".into(),
            name(page, &keys[link.to]),
            page.t("report-colon"),
            tonnes(page, link.value),
        ]
        .concat()
    };
    html! {
        div.scroll { svg.sankey viewBox={ "0 -34 " (WIDTH) " " (tenth(height + 40.0)) } role="img" aria-label=(page.t("report-flows-label")) {
            g.heads {
                text x="0" y="-18" { (page.t("report-flows-families")) }
                text x=(WIDTH / 2.0) y="-18" text-anchor="middle" { (page.t("report-flows-today")) }
                text x=(WIDTH) y="-18" text-anchor="end" { (page.t("report-flows-leads")) }
            }
            @for link in &links {
                path.ribbon.guessed[link.guessed].{ (class(&keys[link.to])) }
                    d=(ribbon(link, &nodes)) stroke-width=(tenth(link.width))
                { title { (label(link)) @if link.guessed { " (" (page.t("basis-estimated")) ")" } } }
            }
            @for (node, key) in nodes.iter().zip(&keys) { (bin(page, node, key)) }
        } }
        (table(page, &links, &label))
    }
}

fn tonnes(page: &Page<'_>, value: f64) -> String {
    page.words.amount(Range::exact(value).ok().as_ref(), "t/year")
}

fn ribbon(link: &Link, nodes: &[Node]) -> String {
    let (from, to) = (tenth(nodes[link.from].x + BOX), tenth(nodes[link.to].x));
    let (middle, [ya, yb]) = (tenth(f64::midpoint(from, to)), link.y.map(tenth));
    format!("M{from} {ya}C{middle} {ya} {middle} {yb} {to} {yb}")
}

fn bin(page: &Page<'_>, node: &Node, key: &Key) -> Markup {
    let (x, anchor) = if node.column == 2 { (node.x - 6.0, "end") } else { (node.x + BOX + 6.0, "start") };
    html! {
        g.bin.{ (class(key)) } {
            rect x=(tenth(node.x)) y=(tenth(node.y)) width=(BOX) height=(tenth(node.height)) {}
            text x=(tenth(x)) y=(tenth(node.y + node.height / 2.0)) dy="0.35em" text-anchor=(anchor) {
                (name(page, key)) " " tspan.num { (tonnes(page, node.value)) }
            }
        }
    }
}

/// The same numbers for those who do not see the drawing.
fn table(page: &Page<'_>, links: &[Link], label: &dyn Fn(&Link) -> String) -> Markup {
    html! {
        details.numbers {
            summary { (page.t("report-as-table")) }
            ul.columns { @for link in links { li { (label(link)) @if link.guessed { " (" (page.t("basis-estimated")) ")" } } } }
        }
    }
}
