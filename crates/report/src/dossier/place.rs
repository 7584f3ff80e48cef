//! The map, and the sites that were weighed.

use super::document::{Cell, Dot, Map, Role};
use super::page::Page;
use super::site::why;
use model::{FlowId, SiteId};
use planning::chain::study::Opened;
use planning::chain::{Spot, Why};

/// Suppliers named on the map.
const NAMED: usize = 8;

/// Suppliers, takers and plant among the communes, and the other sites that were weighed.
pub(super) fn write(page: &mut Page<'_>, opened: &Opened) {
    page.heading("dossier-map");
    let chain = page.view.chain;
    page.text(
        "dossier-map-text",
        &[("spots", chain.weighed().len().into()), ("all", chain.candidates.into())],
    );
    let dots = dots(page, opened);
    let outlines = page.view.reference.geography.outlines();
    let legend = [Role::Plant, Role::Supplier, Role::Taker].into_iter().filter(|role| shown(&dots, *role));
    let legend = legend.map(|role| (role, page.say(label(role)))).collect();
    let outlines = outlines.iter().map(|outline| outline.points.clone()).collect();
    let communes = page.view.reference.geography.communes().iter();
    let names = communes.map(|commune| (commune.name.to_string(), (commune.lon, commune.lat))).collect();
    page.map(Map { dots, outlines, names, legend });
    let rows = chain.weighed().into_iter().map(|spot| spot_row(page, spot)).collect();
    page.table(&["dossier-spot", "dossier-why"], rows);
}

fn shown(dots: &[Dot], role: Role) -> bool {
    dots.iter().any(|dot| dot.role == role)
}

fn label(role: Role) -> &'static str {
    match role {
        Role::Plant => "dossier-map-plant",
        Role::Supplier => "dossier-map-supplier",
        Role::Taker => "dossier-map-taker",
    }
}

fn dots(page: &Page<'_>, opened: &Opened) -> Vec<Dot> {
    let dot = |site: &SiteId, weight: f64, role: Role, label: String| {
        let &model::Place { lat, lon, .. } = page.view.chain.places.get(site)?;
        Some(Dot { lat, lon, weight, role, label })
    };
    let named = |named: bool, flow: &FlowId, site: &SiteId| {
        if named { page.supplier(flow, site) } else { String::new() }
    };
    // A dot on its roof is as good as a name.
    let open = opened.suppliers.iter().enumerate().filter(|(_, line)| !page.secret(&line.flow));
    let suppliers = open.filter_map(|(ix, line)| {
        dot(&line.site, line.input, Role::Supplier, named(ix < NAMED, &line.flow, &line.site))
    });
    let takers =
        opened.takers.iter().filter(|taker| !page.secret(&taker.flow)).filter_map(|taker| {
            dot(&taker.site, taker.gets, Role::Taker, page.taker(&taker.flow, &taker.site))
        });
    let plant = page.words.name(&opened.site).to_owned();
    let plant = dot(&opened.site, opened.money.input, Role::Plant, plant);
    suppliers.chain(takers).chain(plant).collect()
}

fn spot_row(page: &Page<'_>, spot: &Spot) -> Vec<Cell> {
    let mut takes = spot.outlets.iter().map(|ix| &page.view.chain.outlets[*ix]);
    let its = takes.find(|outlet| spot.why == Why::Outlet && outlet.site == spot.site);
    let name = its.map_or_else(
        || page.words.name(&spot.site).to_owned(),
        |outlet| page.taker(&outlet.flow, &spot.site),
    );
    vec![name.into(), page.say(why(spot.why)).into()]
}
