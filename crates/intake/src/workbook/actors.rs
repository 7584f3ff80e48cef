//! The Acteurs table: one site a row, and the legal unit it belongs to.

use super::layout::Layout;
use super::{Context, required, words};
use crate::notes::Notes;
use crate::table::{Row, Table};
use crate::text::{fold, plain};
use crate::{parts, position, value};
use model::{ActorId, ActorKind, Basis, Batch, Message, Place, Precision, Severity, Siret, Site, SiteId};
use reference::NafVersion;

/// Takes one site; false when the line went back or was there before.
pub(super) fn read(
    batch: &mut Batch,
    context: &mut Context<'_>,
    table: &Table,
    layout: &Layout,
    row: &Row,
    notes: &mut Notes,
) -> bool {
    let Some(id) = required(table, layout, row, "identifiant", notes) else { return false };
    let Some(name) = required(table, layout, row, "nom", notes) else { return false };
    if let Some(line) = context.seen.insert(id.to_owned(), row.line) {
        let reason = Message::new("refused-id-taken").with("id", id).with("line", line);
        notes.refuse(table, row, layout.at("identifiant"), reason);
        return false;
    }
    let site = site(context, table, layout, row, (id, name), notes);
    if context.actors.insert(site.actor.clone()) {
        let kind = layout.cell(row, "type").map(words::kind);
        let kind = kind.and_then(|kind| notes.keep(table, row, layout.at("type"), kind));
        let mut actor = parts::actor(site.actor.clone(), site.name.clone(), site.evidence.clone());
        actor.kind = kind.unwrap_or(ActorKind::Company);
        batch.actors.push(actor);
    }
    if let Some(company) = layout.cell(row, "entreprise").map(plain) {
        let (_, sites) = context.companies.entry(fold(&company)).or_insert_with(|| (company, Vec::new()));
        sites.push(batch.sites.len());
    }
    batch.sites.push(site);
    true
}

fn site(
    context: &Context<'_>,
    table: &Table,
    layout: &Layout,
    row: &Row,
    (id, name): (&str, &str),
    notes: &mut Notes,
) -> Site {
    let reference = context.options.reference;
    let siret = layout
        .cell(row, "siret")
        .map(|text| text.parse::<Siret>().map_err(|error| value::refused::siret(&error)));
    let siret = siret.and_then(|siret| notes.keep(table, row, layout.at("siret"), siret));
    let actor = siret.as_ref().map_or_else(|| ActorId::from(id), |siret| parts::actor_id(siret.siren()));
    let basis = layout.cell(row, "preuve").map(words::basis);
    let basis = basis.and_then(|basis| notes.keep(table, row, layout.at("preuve"), basis));
    let evidence = context.evidence(table, layout, row, basis.unwrap_or(Basis::Declared), notes);
    let mut site = Site::new(SiteId::from(id), actor, plain(name), evidence);
    site.siret = siret;
    let activity =
        layout.cell(row, "naf").map(|text| value::activity(text, declared(table, layout), reference));
    site.activity = activity.and_then(|code| notes.keep(table, row, layout.at("naf"), code));
    let headcount = layout.cell(row, "effectif").map(|text| value::headcount(text, reference));
    site.headcount = headcount.and_then(|people| notes.keep(table, row, layout.at("effectif"), people));
    site.activity_label = layout.cell(row, "note").map(plain);
    site.place = place(table, layout, row, notes);
    let (postcode, commune) = (layout.cell(row, "code postal"), layout.cell(row, "commune"));
    site.address = position::address(layout.cell(row, "adresse"), postcode, commune);
    site.commune = commune.map(plain);
    site.zone = layout.cell(row, "zone").map(plain);
    site
}

/// The version a heading announces: « NAF 2025 », « NAF rév. 2 », « NACE ».
fn declared(table: &Table, layout: &Layout) -> Option<NafVersion> {
    let heading = fold(table.headings.get(layout.at("naf")?)?);
    match heading.as_str() {
        "naf 2025" => Some(NafVersion::Naf2025),
        "naf rev 2" | "nace" | "code nace" => Some(NafVersion::Rev2),
        _ => None,
    }
}

/// The coordinates, when both are there. Whether they can be true is for the assembly to say, which sees the other sites.
fn place(table: &Table, layout: &Layout, row: &Row, notes: &mut Notes) -> Option<Place> {
    let mut read = |fr: &str| {
        let text = layout.cell(row, fr)?;
        let degrees = value::number(text).ok_or_else(|| value::refused::value("refused-degrees", text));
        notes.keep(table, row, layout.at(fr), degrees)
    };
    let (lat, lon) = (read("latitude"), read("longitude"));
    let precision = layout.cell(row, "précision").map(words::precision);
    let precision = precision.and_then(|read| notes.keep(table, row, layout.at("précision"), read));
    match (lat, lon) {
        (Some(lat), Some(lon)) => Some(Place { lat, lon, precision: precision.unwrap_or(Precision::Exact) }),
        (None, None) => None,
        _ => {
            notes.remark(Severity::Warning, "intake-half-coordinates", table, row);
            None
        }
    }
}
