//! The map: commune outlines when the sites fall there, sites by shape, leads by colour and dash.

use super::Page;
use super::bars::tenth;
use super::geometry::{Frame, WIDTH};
use super::head::kind_class;
use super::legend;
use maud::{Markup, html};
use model::{ActorKind, Lead, LeadKind, Place, Precision, Role, Site, SiteId};
use reference::Commune;
use std::collections::{BTreeMap, HashMap};
use std::fmt::Write as _;
use wording::{Keyed, rounded};

/// Leads whose line is drawn at once; the others when asked for.
pub(super) const DRAWN: usize = 40;
/// Larger groups are drawn only when chosen: their lines would hide all others.
const CROWD: usize = 6;
/// More names than this would cover the map.
const NAMED: usize = 60;

/// Where each site is drawn.
type Spots<'a> = HashMap<&'a str, (f64, f64)>;

pub(super) fn section(page: &Page<'_>) -> Markup {
    let places: Vec<_> = page.seen.territory.sites.iter().filter_map(|site| site.place).collect();
    html! {
        section #map {
            h2 { (page.t("nav-map")) }
            @match Frame::around(&places) {
                None => p.empty { (page.t("report-map-empty")) },
                Some(frame) => div.map {
                    (drawing(page, &frame))
                    (legend::legend(page, places.len(), outside(&frame, &places)))
                },
            }
        }
    }
}

fn outside(frame: &Frame, places: &[Place]) -> usize {
    places.iter().filter(|place| !frame.holds(**place)).count()
}

fn drawing(page: &Page<'_>, frame: &Frame) -> Markup {
    let spots = spots(page, frame);
    let height = tenth(frame.height);
    html! {
        figure.chart {
            svg #chart viewBox={ "0 0 " (WIDTH) " " (height) } role="group" aria-label=(page.t("report-map-label")) tabindex="0" {
                (outlines(page, frame))
                g.lines { @for (ix, lead) in page.shown().iter().enumerate() { (line(page, ix, lead, &spots)) } }
                g.sites { @for site in &page.seen.territory.sites { (mark(page, site, &spots)) } }
            }
            (scale_bar(page, frame))
            div.zoom {
                button type="button" data-zoom="in" aria-label=(page.t("report-zoom-in")) { "+" }
                button type="button" data-zoom="out" aria-label=(page.t("report-zoom-out")) { "−" }
                button type="button" data-zoom="all" { (page.t("report-zoom-all")) }
            }
        }
    }
}

/// Sites of one place are set around it, so that none hides another.
fn spots<'p>(page: &'p Page<'_>, frame: &Frame) -> Spots<'p> {
    const GOLDEN_ANGLE: f64 = 2.399_963;
    let mut crowd: HashMap<(i64, i64), u32> = HashMap::new();
    let placed = page.seen.territory.sites.iter().filter_map(|site| Some((site.id.as_str(), site.place?)));
    placed
        .map(|(id, place)| {
            let (x, y) = frame.xy(place.lon, place.lat);
            let rank = crowd.entry(cell(x, y)).or_insert(0);
            let (turn, away) = (f64::from(*rank) * GOLDEN_ANGLE, 7.0 * f64::from(*rank).sqrt());
            *rank += 1;
            (id, (x + away * turn.cos(), y + away * turn.sin()))
        })
        .collect()
}

#[expect(clippy::cast_possible_truncation, reason = "positions on the drawing are below 10 000")]
fn cell(x: f64, y: f64) -> (i64, i64) {
    ((x / 4.0).round() as i64, (y / 4.0).round() as i64)
}

fn outlines(page: &Page<'_>, frame: &Frame) -> Markup {
    let geography = &page.words.reference.geography;
    let seen: Vec<_> = geography.outlines().iter().filter(|outline| frame.sees(&outline.points)).collect();
    // An invented territory lies on real ground only for its distances: no commune is named.
    let named = seen.len() <= NAMED && !page.seen.territory.invented;
    let outlined = seen.iter().filter(|_| named).filter_map(|outline| geography.commune(&outline.insee));
    // Where no outline is shipped, the communes of the sites are named at their centres.
    let drawn = |commune: &&Commune| seen.iter().any(|outline| *outline.insee == *commune.insee);
    let bare: Vec<&Commune> = towns(page).into_iter().filter(|commune| !drawn(commune)).take(NAMED).collect();
    let communes = outlined.chain(bare);
    html! {
        g.communes {
            @for outline in &seen { path d=(ring(frame, &outline.points)) {} }
            @for commune in communes {
                @let (x, y) = frame.xy(commune.lon, commune.lat);
                text x=(tenth(x)) y=(tenth(y)) { (commune.name) }
            }
        }
    }
}

/// The communes where sites lie, each once, the one with most sites first; none of an invented territory.
fn towns<'p>(page: &Page<'p>) -> Vec<&'p Commune> {
    /// A centre farther than this from its sites is of another commune of that name.
    const ITS_OWN_KM: f64 = 20.0;
    let (territory, geography) = (&*page.seen.territory, &page.words.reference.geography);
    let mut sites: BTreeMap<&str, (usize, &Commune)> = BTreeMap::new();
    for site in territory.sites.iter().filter(|_| !territory.invented) {
        let Some((name, place)) = site.commune.as_deref().zip(site.place) else { continue };
        let centre =
            |commune: &Commune| Place { lat: commune.lat, lon: commune.lon, precision: Precision::Commune };
        let near = |commune: &&Commune| place.km_to(centre(commune)) <= ITS_OWN_KM;
        if let Some(commune) = geography.named(name, None).into_iter().find(near) {
            sites.entry(&commune.insee).or_insert((0, commune)).0 += 1;
        }
    }
    let mut towns: Vec<(usize, &Commune)> = sites.into_values().collect();
    towns.sort_by_key(|(count, _)| std::cmp::Reverse(*count));
    towns.into_iter().map(|(_, commune)| commune).collect()
}

fn ring(frame: &Frame, points: &[(f64, f64)]) -> String {
    let mut path = String::new();
    for (rank, &(lon, lat)) in points.iter().enumerate() {
        let (x, y) = frame.xy(lon, lat);
        let _ = write!(path, "{}{} {}", if rank == 0 { "M" } else { "L" }, tenth(x), tenth(y));
    }
    path.push('Z');
    path
}

fn line(page: &Page<'_>, rank: usize, lead: &Lead, spots: &Spots<'_>) -> Markup {
    let path = path(lead, spots);
    let sites: Vec<&str> = lead.parties.iter().map(|party| party.site.as_str()).collect();
    html! {
        @if !path.is_empty() {
            g.line.far[rank >= DRAWN || lead.parties.len() > CROWD].guessed[page.support(lead) == crate::Support::Guessed].{ (kind_class(lead.kind)) }
                data-lead=(rank + 1) data-sites=(sites.join("\u{1f}"))
            {
                title { (rank + 1) ". " (page.words.lead(lead)) }
                path.touch d=(path) {}
                path.seen d=(path) {}
            }
        }
    }
}

/// Along the way of a resource; as a star from the first party for a group.
fn path(lead: &Lead, spots: &Spots<'_>) -> String {
    let spot = |site: &SiteId| spots.get(site.as_str()).copied();
    let Some(hub) = hub(lead).and_then(spot) else { return String::new() };
    let first = lead.parties.first().and_then(|party| spot(&party.site));
    let mut path = String::new();
    if let Some(first) = first.filter(|first| *first != hub) {
        curve(&mut path, first, hub);
    }
    for end in lead.parties.iter().skip(1).filter_map(|party| spot(&party.site)).filter(|end| *end != hub) {
        curve(&mut path, hub, end);
    }
    path
}

/// Where lines meet: who processes, else the first party.
fn hub(lead: &Lead) -> Option<&SiteId> {
    let processor = lead.with_role(Role::Processor).next().filter(|_| lead.kind == LeadKind::Substitution);
    processor.or_else(|| lead.parties.first()).map(|party| &party.site)
}

/// A slight bow, to the left of the way: there and back stay apart.
fn curve(path: &mut String, (ax, ay): (f64, f64), (bx, by): (f64, f64)) {
    let (mx, my) = (f64::midpoint(ax, bx) + (by - ay) * 0.12, f64::midpoint(ay, by) - (bx - ax) * 0.12);
    let [ax, ay, mx, my, bx, by] = [ax, ay, mx, my, bx, by].map(tenth);
    let _ = write!(path, "M{ax} {ay}Q{mx} {my} {bx} {by}");
}

fn mark(page: &Page<'_>, site: &Site, spots: &Spots<'_>) -> Markup {
    let Some(&(x, y)) = spots.get(site.id.as_str()) else { return html! {} };
    let said = page.words.has_spoken(&site.id);
    let kind = page.words.kind(site).unwrap_or(ActorKind::Other);
    html! {
        g.site.said[said] data-site=(site.id) data-name=(site.name) transform={ "translate(" (tenth(x)) " " (tenth(y)) ")" } {
            title { (site.name) " – " (page.t(&kind.key())) " – " (page.t(if said { "report-site-said" } else { "report-site-guessed" })) }
            g.scaled { (shape(kind)) text x="9" y="4" { (site.name) } }
        }
    }
}

pub(super) fn shape(kind: ActorKind) -> Markup {
    html! {
        @match kind {
            ActorKind::Company | ActorKind::Other => circle r="5" {},
            kind if kind.is_insertion() => path.insertion d="M0 -7.500L7.500 0 0 7.500-7.500 0Z" {},
            ActorKind::LocalAuthority | ActorKind::Chamber => path d="M-5 -5H5V5H-5Z" {},
            _ => path d="M0 -6.500L6 4.500H-6Z" {},
        }
    }
}

fn scale_bar(page: &Page<'_>, frame: &Frame) -> Markup {
    let km = frame.scale_km();
    html! {
        div.scale data-km=(km) data-width=(tenth(km * frame.per_km)) {
            span.rule style={ "width:" (tenth(100.0 * km * frame.per_km / WIDTH)) "%" } {}
            span.km { (rounded(page.words.lang, km, 2)) "\u{a0}km" }
        }
    }
}
