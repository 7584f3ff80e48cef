//! The Acteurs table: one site a row, and the legal unit it belongs to.

use super::line::Line;
use super::{Context, words};
use crate::notes::Notes;
use crate::text::{fold, plain};
use crate::{parts, position, value};
use model::{
    ActorId, ActorKind, Basis, Batch, Message, NOTE_AFTER, Place, Precision, Said, Severity, Siret, Site,
    SiteId,
};
use reference::{NafVersion, Reference};

/// Takes one site; false when the line went back or was there before.
pub(super) fn read(batch: &mut Batch, context: &mut Context<'_>, line: Line<'_>, notes: &mut Notes) -> bool {
    let listed = line.layout.at("identifiant").is_none();
    let id = if listed { None } else { line.required("identifiant", notes) };
    let Some(name) = line.required("nom", notes) else { return false };
    let Some(id) = id.map(ToOwned::to_owned).or_else(|| listed.then(|| made(line, name))) else {
        return false;
    };
    if let Some(first) = context.seen.insert(id.clone(), line.row.line) {
        let (column, key) =
            if listed { ("nom", "refused-firm-twice") } else { ("identifiant", "refused-id-taken") };
        line.refuse(column, Message::new(key).with("id", id).with("line", first), notes);
        return false;
    }
    let site = site(context, line, (&id, name), notes);
    if context.actors.insert(site.actor.clone()) {
        let mut actor = parts::actor(site.actor.clone(), site.name.clone(), site.evidence.clone());
        actor.kind = line.read("type", notes, words::kind).unwrap_or(ActorKind::Company);
        if line.cell("type").is_some_and(words::is_some_insertion) {
            line.remark(Severity::Warning, "intake-insertion-kind", notes);
        }
        batch.actors.push(actor);
    }
    if let Some(company) = line.cell("entreprise").map(plain) {
        let (_, sites) = context.companies.entry(fold(&company)).or_insert_with(|| (company, Vec::new()));
        sites.push(batch.sites.len());
    }
    batch.given_back.insert(site.evidence.source.to_string(), line.doubtful());
    batch.sites.push(site);
    true
}

/// The identifier of a firm of a list that has none: its SIRET, else its name and where it is. Read again, or in another order, it is the same.
fn made(line: Line<'_>, name: &str) -> String {
    if let Some(siret) = line.cell("siret").and_then(|text| text.parse::<Siret>().ok()) {
        return parts::site_id(&siret).to_string();
    }
    let place = line.cell("commune").or_else(|| line.cell("code postal"));
    parts::named_id("firm", &[name].into_iter().chain(place).collect::<Vec<_>>().join(" "))
}

fn site(context: &Context<'_>, line: Line<'_>, (id, name): (&str, &str), notes: &mut Notes) -> Site {
    let reference = context.options.reference;
    let siret =
        line.read("siret", notes, |text| text.parse::<Siret>().map_err(|e| value::refused::siret(&e)));
    let actor = siret.as_ref().map_or_else(|| ActorId::from(id), |siret| parts::actor_id(siret.siren()));
    let basis = line.read("preuve", notes, words::basis).unwrap_or(Basis::Declared);
    let evidence = context.evidence(line, basis, notes);
    let mut site = Site::new(SiteId::from(id), actor, plain(name), evidence);
    site.siret = siret;
    let coded = |text: &str| text.contains(|c: char| c.is_ascii_digit());
    let words = line.cell("naf").filter(|text| !coded(text));
    if words.is_none() {
        site.activity = line.read("naf", notes, |text| value::activity(text, declared(line), reference));
    }
    if declared(line).is_none() {
        tell_two_meanings(&site, line, reference, notes);
    }
    site.headcount = line.read("effectif", notes, |text| value::headcount(text, reference));
    let said: Vec<String> =
        [line.cell("activité").or(words), line.cell("note")].into_iter().flatten().map(plain).collect();
    site.activity_label = (!said.is_empty()).then(|| said.join(NOTE_AFTER));
    site.place = place(line, notes);
    let (postcode, commune) = (line.cell("code postal"), line.cell("commune"));
    site.address = position::address(line.cell("adresse"), postcode, commune);
    site.commune = commune.map(plain);
    site.zone = line.cell("zone").map(plain);
    site
}

/// A code without letter that is one trade in NAF rev. 2 and another in NAF 2025 is read as the older, and asked about.
fn tell_two_meanings(site: &Site, line: Line<'_>, reference: &Reference, notes: &mut Notes) {
    let Some(code) = &site.activity else { return };
    if let Some([old, new]) = value::two_meanings(code, reference) {
        let said = |name: &str, text: String| (name.to_owned(), Said::Text(text));
        let finding = line.remark(Severity::Warning, "intake-naf-two-meanings", notes);
        finding.args = vec![
            said("site", site.name.clone()),
            said("code", code.code.clone()),
            said("old", old),
            said("new", new),
        ];
    }
}

/// The version a heading announces: « NAF 2025 », « NAF rév. 2 », « NACE ».
fn declared(line: Line<'_>) -> Option<NafVersion> {
    let heading = fold(line.table.headings.get(line.layout.at("naf")?)?);
    match heading.as_str() {
        "naf 2025" => Some(NafVersion::Naf2025),
        "naf rev 2" | "nace" | "code nace" => Some(NafVersion::Rev2),
        _ => None,
    }
}

/// The coordinates, when both are there. Whether they can be true is for the assembly to say, which sees the other sites.
fn place(line: Line<'_>, notes: &mut Notes) -> Option<Place> {
    let degrees =
        |text: &str| value::number(text).ok_or_else(|| value::refused::value("refused-degrees", text));
    let (lat, lon) = (line.read("latitude", notes, degrees), line.read("longitude", notes, degrees));
    let precision = line.read("précision", notes, words::precision);
    match (lat, lon) {
        (Some(lat), Some(lon)) => Some(Place { lat, lon, precision: precision.unwrap_or(Precision::Exact) }),
        (None, None) => None,
        _ => {
            line.remark(Severity::Warning, "intake-half-coordinates", notes);
            None
        }
    }
}
