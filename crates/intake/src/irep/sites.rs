//! From installations to sites.

use super::columns::Columns;
use super::points::{Found, Points};
use crate::commune::commune_place;
use crate::position::address;
use crate::table::{Row, Table};
use crate::value::{activity, date};
use crate::{Options, fold, parts, plain};
use chrono::{Datelike, NaiveDate};
use model::{
    Actor, ActorId, Basis, Batch, Evidence, Finding, Message, Precision, Severity, Siret, Site, SiteId,
};
use std::collections::{BTreeMap, HashMap, HashSet};

/// How many examples a finding gives.
const EXAMPLES: usize = 5;

/// The column at fault and why.
pub(super) type Fault = (Option<usize>, Message);

/// One line of the register.
pub(super) struct Installation {
    identifier: String,
    name: String,
    siret: Option<Siret>,
    bad_siret: Option<String>,
    street: Option<String>,
    postcode: Option<String>,
    commune: Option<String>,
    activity: Option<String>,
    activity_label: Option<String>,
    found: Found,
    day: Option<NaiveDate>,
    source: String,
}

impl Installation {
    /// Reads a line; it must name the establishment.
    pub(super) fn read(row: &Row, columns: &Columns, points: &Points, table: &Table) -> Result<Self, Fault> {
        let text = |column| row.cell(column).map(plain);
        let need = |column| text(column).ok_or_else(|| (column, Message::new("refused-missing")));
        let stated = text(columns.siret);
        let siret = stated.as_deref().and_then(|text| text.parse::<Siret>().ok());
        Ok(Self {
            identifier: need(columns.identifier)?,
            name: need(columns.name)?,
            bad_siret: stated.filter(|_| siret.is_none()),
            siret,
            street: text(columns.address),
            postcode: text(columns.postcode),
            commune: text(columns.commune),
            activity: text(columns.activity),
            activity_label: text(columns.activity_label),
            found: points.find(row, columns),
            day: row.cell(columns.day).and_then(|text| date(text).ok()),
            source: table.source(row),
        })
    }

    /// True when it lies in the communes asked for.
    pub(super) fn is_in(&self, options: &Options<'_>) -> bool {
        let Some(wanted) = &options.communes else { return true };
        let geography = &options.reference.geography;
        let commune = self.commune.as_deref().and_then(|name| geography.find(name, self.postcode.as_deref()));
        commune.is_some_and(|commune| wanted.contains(&*commune.insee))
    }

    /// What makes two lines one site: the SIRET and the point, or the number of a line without SIRET.
    fn key(&self) -> (String, String) {
        let Some(siret) = &self.siret else { return (String::new(), self.identifier.clone()) };
        let point = self.found.place.map(|place| format!("{:.5} {:.5}", place.lat, place.lon));
        (siret.to_string(), point.unwrap_or_else(|| fold(self.commune.as_deref().unwrap_or_default())))
    }
}

/// Puts actors, sites and findings into the batch.
pub(super) fn build(installations: &[Installation], path: &str, options: &Options<'_>, batch: &mut Batch) {
    let mut rank = HashMap::new();
    let mut sites: Vec<Vec<&Installation>> = Vec::new();
    for installation in installations {
        let ix = *rank.entry(installation.key()).or_insert(sites.len());
        if ix == sites.len() {
            sites.push(Vec::new());
        }
        sites[ix].push(installation);
    }
    let shared = shared_sirets(&sites);
    let precision = precision(&sites);
    let mut actors = HashSet::new();
    for group in &sites {
        let (actor, site) = one(group, &shared, precision, options, &mut batch.findings);
        if actors.insert(actor.id.clone()) {
            batch.actors.push(actor);
        }
        batch.sites.push(site);
    }
    tell_siret(&sites, &shared, batch);
    tell_places(&sites, path, precision, batch);
    tell_vintage(installations, path, batch);
}

/// The list says who was there when it was drawn up, not who still is.
fn tell_vintage(installations: &[Installation], path: &str, batch: &mut Batch) {
    if batch.sites.is_empty() {
        return;
    }
    let years = || installations.iter().filter_map(|one| one.day).map(|day| day.year());
    let finding = |key| Finding::new(Severity::Warning, key, path).with("count", batch.sites.len());
    let finding = match (years().min(), years().max()) {
        (Some(first), Some(last)) if first < last => {
            finding("intake-irep-vintage").with("year", format!("{first}–{last}"))
        }
        (Some(year), _) => finding("intake-irep-vintage").with("year", year),
        _ => finding("intake-irep-no-vintage"),
    };
    batch.findings.push(finding);
}

/// SIRETs that stand at several points.
fn shared_sirets(sites: &[Vec<&Installation>]) -> BTreeMap<String, usize> {
    let mut count: BTreeMap<String, usize> = BTreeMap::new();
    for siret in sites.iter().filter_map(|group| group[0].siret.as_ref()) {
        *count.entry(siret.to_string()).or_default() += 1;
    }
    count.retain(|_, sites| *sites > 1);
    count
}

/// Whether the file gives each site its own point: true only when, of the communes with several sites, most have several points.
fn precision(sites: &[Vec<&Installation>]) -> Precision {
    let mut communes: HashMap<_, (usize, HashSet<(u64, u64)>)> = HashMap::new();
    for group in sites {
        if let Some(place) = group[0].found.place {
            let entry = communes.entry((&group[0].postcode, &group[0].commune)).or_default();
            entry.0 += 1;
            entry.1.insert((place.lat.to_bits(), place.lon.to_bits()));
        }
    }
    let several = communes.values().filter(|(sites, _)| *sites > 1);
    let (own, common): (Vec<_>, Vec<_>) = several.partition(|(_, points)| points.len() > 1);
    if own.len() > common.len() { Precision::Exact } else { Precision::Commune }
}

fn one(
    group: &[&Installation],
    shared: &BTreeMap<String, usize>,
    precision: Precision,
    options: &Options<'_>,
    findings: &mut Vec<Finding>,
) -> (Actor, Site) {
    let first = group[0];
    let evidence = Evidence::new(Basis::Documented, format!("IREP, {}", first.source)).on(first.day);
    let own = first.siret.as_ref().filter(|siret| !shared.contains_key(&siret.to_string()));
    let number = SiteId::from(format!("irep:{}", first.identifier));
    let id = own.map_or(number, parts::site_id);
    let unit = match &first.siret {
        Some(siret) => parts::actor_id(siret.siren()),
        None => ActorId::from(format!("irep:{}", first.identifier)),
    };
    let actor = parts::actor(unit.clone(), first.name.as_str(), evidence.clone());
    let mut site = Site::new(id, unit, first.name.as_str(), evidence);
    site.siret = own.cloned();
    site.activity_label.clone_from(&first.activity_label);
    site.commune.clone_from(&first.commune);
    site.address = address(first.street.as_deref(), first.postcode.as_deref(), first.commune.as_deref());
    let centre = || commune_place(options.reference, first.commune.as_deref(), first.postcode.as_deref());
    site.place = first.found.place.map(|place| model::Place { precision, ..place }).or_else(centre);
    if let Some(stated) = &first.activity {
        match activity(stated, None, options.reference) {
            Ok(code) => site.activity = Some(code),
            Err(reason) => findings.push(
                Finding::new(Severity::Warning, "intake-irep-activity-unknown", &first.source)
                    .with("value", stated)
                    .saying("reason", reason),
            ),
        }
    }
    (actor, site)
}

fn tell_siret(sites: &[Vec<&Installation>], shared: &BTreeMap<String, usize>, batch: &mut Batch) {
    for installation in sites.iter().flatten() {
        if let Some(value) = &installation.bad_siret {
            let finding = Finding::new(Severity::Warning, "intake-irep-siret-invalid", &installation.source);
            batch.findings.push(finding.with("value", value));
        }
    }
    for group in sites.iter().filter(|group| group.len() > 1) {
        let finding = Finding::new(Severity::Info, "intake-irep-installations-merged", &group[0].source);
        batch.findings.push(finding.with("count", group.len()).with("name", &group[0].name));
    }
    for (siret, count) in shared {
        let finding = Finding::new(Severity::Warning, "intake-irep-siret-shared", &batch.report.path);
        batch.findings.push(finding.with("siret", siret).with("count", count));
    }
}

fn tell_places(sites: &[Vec<&Installation>], path: &str, precision: Precision, batch: &mut Batch) {
    for installation in sites.iter().flatten() {
        if let Some(km) = installation.found.apart_km {
            let finding =
                Finding::new(Severity::Warning, "intake-irep-places-disagree", &installation.source);
            batch.findings.push(finding.with("km", format!("{km:.1}")));
        }
    }
    let unknown: Vec<&str> = sites
        .iter()
        .filter(|group| group[0].found.place.is_none())
        .map(|group| group[0].name.as_str())
        .collect();
    if !unknown.is_empty() {
        let examples = unknown.iter().take(EXAMPLES).copied().collect::<Vec<_>>().join(", ");
        let finding = Finding::new(Severity::Warning, "intake-irep-place-unknown", path);
        batch.findings.push(finding.with("count", unknown.len()).with("examples", examples));
    }
    if precision == Precision::Commune && sites.iter().any(|group| group[0].found.place.is_some()) {
        batch.findings.push(Finding::new(Severity::Info, "intake-irep-commune-points", path));
    }
}
