//! Establishments: which are kept, and the sites they become.

use super::columns::StockColumns;
use super::places::{Points, Unplaced, better, stock_place};
use super::told;
use super::units::Unit;
use crate::position::address;
use crate::table::{Row, Table};
use crate::value::refused;
use crate::value::{activity, band, date};
use crate::{IntakeError, Options, Progress, parts, plain};
use model::{Actor, Basis, Batch, Evidence, Finding, Headcount, Message, Severity, Siret, Site};
use reference::{ActivityCode, NafVersion};
use std::collections::{BTreeMap, HashMap, HashSet};

/// Reasons why an establishment is left out.
const ELSEWHERE: &str = "skip-elsewhere";
const CLOSED: &str = "skip-closed";
const RESTRICTED: &str = "skip-restricted";
const SOLE_TRADER: &str = "skip-sole-trader";
const UNNAMED: &str = "skip-unnamed";

/// One stock file, its kept establishments and the count of the others.
pub(super) struct Stock {
    batch: Batch,
    sites: Vec<Site>,
    skipped: BTreeMap<&'static str, usize>,
    /// Activity codes that do not exist, why, and on how many lines.
    odd_codes: BTreeMap<String, (Message, usize)>,
    /// Lines whose coordinates Insee hides.
    masked: usize,
    /// Lines whose coordinates are no place, the first of them and its value.
    absurd: (usize, usize, String),
    with_persons: bool,
}

impl Stock {
    /// Goes through the file once and keeps what may be kept; names and legal forms are settled later.
    pub(super) fn read(
        mut table: Table,
        options: &Options<'_>,
        progress: &mut dyn FnMut(Progress<'_>),
    ) -> Result<Self, IntakeError> {
        let columns = StockColumns::new(&table.headings);
        let places = Points::new();
        let head = table.report("sirene");
        let mut stock = Self {
            batch: Batch { report: head, ..Batch::default() },
            sites: Vec::new(),
            skipped: BTreeMap::new(),
            odd_codes: BTreeMap::new(),
            masked: 0,
            absurd: Default::default(),
            with_persons: options.keep_sole_traders,
        };
        for row in table.rows(progress) {
            let row = row?;
            if let Some(reason) = stock.left_out(&row, &columns, options) {
                *stock.skipped.entry(reason).or_default() += 1;
                continue;
            }
            match row.cell(columns.siret).unwrap_or_default().parse::<Siret>() {
                Ok(siret) => {
                    let mut site = stock.site(&row, &columns, siret, options, &table.source(&row));
                    let (place, why) = stock_place(&row, &columns, &places, options);
                    site.place = place;
                    stock.unplaced(row.line, why);
                    stock.sites.push(site);
                }
                Err(error) => {
                    let reject = table.reject(&row, columns.siret, refused::siret(&error));
                    stock.batch.report.rejects.push(reject);
                }
            }
        }
        Ok(stock)
    }

    fn unplaced(&mut self, line: usize, why: Option<Unplaced>) {
        match why {
            None => {}
            Some(Unplaced::Masked) => self.masked += 1,
            Some(Unplaced::Absurd(value)) if self.absurd.0 == 0 => self.absurd = (1, line, value),
            Some(Unplaced::Absurd(_)) => self.absurd.0 += 1,
        }
    }

    /// Why the line is left out, for what the line itself says.
    fn left_out(&self, row: &Row, columns: &StockColumns, options: &Options<'_>) -> Option<&'static str> {
        let insee = row.cell(columns.insee).unwrap_or_default();
        if options.communes.as_ref().is_some_and(|wanted| !wanted.contains(insee)) {
            Some(ELSEWHERE)
        } else if row.cell(columns.state) != Some("A") {
            Some(CLOSED)
        } else if !self.with_persons && row.cell(columns.diffusion) != Some("O") {
            Some(RESTRICTED)
        } else {
            None
        }
    }

    fn site(
        &mut self,
        row: &Row,
        columns: &StockColumns,
        siret: Siret,
        options: &Options<'_>,
        source: &str,
    ) -> Site {
        let text = |column| told(row.cell(column)).map(plain);
        let treated = row.cell(columns.treated).and_then(|text| date(text).ok());
        let evidence = Evidence::new(Basis::Register, format!("SIRENE, {source}")).on(treated);
        let name = columns.names.into_iter().find_map(text).unwrap_or_default();
        let mut site = Site::new(parts::site_id(&siret), parts::actor_id(siret.siren()), name, evidence);
        let street: Vec<String> = columns.street.into_iter().filter_map(text).collect();
        let street = [street.join(" "), text(columns.complement).unwrap_or_default()];
        let street = street.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ");
        let (postcode, commune) = (text(columns.postcode), text(columns.commune));
        let line = Some(street.as_str()).filter(|street| !street.is_empty());
        site.address = address(line, postcode.as_deref(), commune.as_deref());
        site.commune = commune;
        site.headcount = headcount(row, columns, options);
        site.activity = self.activity(row, columns, options);
        site.siret = Some(siret);
        site
    }

    /// The activity in the version the line announces, else the NAF 2025 column.
    fn activity(&mut self, row: &Row, columns: &StockColumns, options: &Options<'_>) -> Option<ActivityCode> {
        let version = match row.cell(columns.activity_version) {
            Some("NAFRev2") => Some(NafVersion::Rev2),
            Some("NAF25" | "NAF2025" | "NAFRev2.1") => Some(NafVersion::Naf2025),
            _ => None,
        };
        let announced = version.and_then(|version| Some((told(row.cell(columns.activity))?, version)));
        let new = || Some((told(row.cell(columns.activity_2025))?, NafVersion::Naf2025));
        // « 00.00Z » stands for an activity that is not known yet.
        let stated = announced.filter(|(code, _)| !code.starts_with("00.00")).or_else(new);
        let (code, version) = stated?;
        match activity(code, Some(version), options.reference) {
            Ok(code) => Some(code),
            Err(reason) => {
                let entry = self.odd_codes.entry(format!("{code} ({version})")).or_insert((reason, 0));
                entry.1 += 1;
                None
            }
        }
    }

    /// The legal units of the kept establishments.
    pub(super) fn sirens(&self) -> impl Iterator<Item = String> + '_ {
        self.sites.iter().filter_map(|site| Some(site.siret.as_ref()?.siren().to_owned()))
    }

    /// The kept establishments.
    pub(super) fn sirets(&self) -> impl Iterator<Item = String> + '_ {
        self.sites.iter().filter_map(|site| Some(site.siret.as_ref()?.to_string()))
    }

    /// Leaves out persons and what cannot be named, now that the legal units are known.
    pub(super) fn settle(&mut self, units: Option<&HashMap<String, Unit>>, options: &Options<'_>) {
        let keep_all = options.keep_sole_traders;
        let skipped = &mut self.skipped;
        self.sites.retain_mut(|site| {
            let unit = units.and_then(|units| units.get(site.siret.as_ref()?.siren()));
            if site.name.is_empty()
                && let Some(name) = unit.and_then(|unit| unit.name.as_ref())
            {
                site.name.clone_from(name);
            }
            let reason = match unit {
                _ if keep_all => None,
                Some(unit) if unit.is_person => Some(SOLE_TRADER),
                Some(unit) if unit.restricted => Some(RESTRICTED),
                _ if site.name.is_empty() => Some(UNNAMED),
                _ => None,
            };
            if let Some(reason) = reason {
                *skipped.entry(reason).or_default() += 1;
            } else if site.name.is_empty() {
                site.name = format!("Établissement {}", site.id.as_str().trim_start_matches("siret:"));
            }
            reason.is_none()
        });
    }

    /// The batch, with points of the geolocation file where they are better.
    pub(super) fn finish(
        mut self,
        units: Option<&HashMap<String, Unit>>,
        points: &HashMap<String, model::Place>,
    ) -> Batch {
        let mut batch = std::mem::take(&mut self.batch);
        let mut known = HashSet::new();
        for mut site in std::mem::take(&mut self.sites) {
            let Some(siret) = &site.siret else { continue };
            site.place = better(points.get(&siret.to_string()).copied(), site.place);
            if known.insert(site.actor.clone()) {
                batch.actors.push(unit_of(&site, units.and_then(|units| units.get(siret.siren()))));
            }
            batch.sites.push(site);
        }
        batch.report.records = batch.sites.len();
        self.tell(units.is_some(), &mut batch);
        batch
    }

    fn tell(self, with_units: bool, batch: &mut Batch) {
        let unnamed = self.skipped.get(UNNAMED).copied().unwrap_or(0);
        if !with_units && !self.with_persons {
            let finding = Finding::new(Severity::Warning, "intake-sirene-no-units", &batch.report.path);
            batch.findings.push(finding.with("unnamed", unnamed));
        }
        batch.report.skipped =
            self.skipped.into_iter().map(|(reason, count)| (reason.to_owned(), count)).collect();
        if self.masked > 0 {
            let finding = Finding::new(Severity::Info, "intake-sirene-place-masked", &batch.report.path);
            batch.findings.push(finding.with("count", self.masked));
        }
        if let (count @ 1.., line, value) = self.absurd {
            let finding = Finding::new(Severity::Warning, "intake-sirene-place-absurd", &batch.report.path);
            batch.findings.push(finding.with("count", count).with("line", line).with("value", value));
        }
        for (value, (reason, count)) in self.odd_codes {
            let finding =
                Finding::new(Severity::Warning, "intake-sirene-activity-unknown", &batch.report.path);
            batch.findings.push(finding.with("value", value).with("count", count).saying("reason", reason));
        }
    }
}

fn headcount(row: &Row, columns: &StockColumns, options: &Options<'_>) -> Option<Headcount> {
    let mut found = band(row.cell(columns.band)?, options.reference)?;
    if let Some(year) = row.cell(columns.band_year) {
        found.stated = format!("{} ({year})", found.stated);
    }
    Some(found)
}

fn unit_of(site: &Site, unit: Option<&Unit>) -> Actor {
    let name = unit.and_then(|unit| unit.name.clone()).unwrap_or_else(|| site.name.clone());
    let mut actor = parts::actor(site.actor.clone(), name, site.evidence.clone());
    if let Some(unit) = unit {
        actor.kind = unit.kind;
    }
    actor
}
