//! All sites.

use super::table::{Cell, Table, heading};
use crate::html::Page;
use model::{Site, SiteId};
use rust_xlsxwriter::{Workbook, XlsxError};
use std::collections::{BTreeSet, HashMap};
use wording::Keyed;

pub(super) fn write(book: &mut Workbook, page: &Page<'_>) -> Result<(), XlsxError> {
    let headings = [
        ("sheet-site", "", 32.0),
        ("sheet-kind", "", 22.0),
        ("sheet-siret", "", 17.0),
        ("sheet-activity", "", 40.0),
        ("sheet-headcount", "", 12.0),
        ("sheet-address", "", 32.0),
        ("sheet-commune", "", 22.0),
        ("sheet-zone", "", 22.0),
        ("sheet-latitude", "", 11.0),
        ("sheet-longitude", "", 11.0),
        ("sheet-evidence", "", 36.0),
        ("sheet-leads-count", "", 10.0),
        ("sheet-id", "", 22.0),
    ];
    let headings: Vec<_> = headings.into_iter().map(|h| heading(page, h)).collect();
    let mut table = Table::new(book, &page.t("sheet-sites"), &headings)?;
    let mut leads: HashMap<&SiteId, usize> = HashMap::new();
    for lead in page.seen.leads.iter() {
        let sites: BTreeSet<&SiteId> = lead.parties.iter().map(|party| &party.site).collect();
        for site in sites {
            *leads.entry(site).or_default() += 1;
        }
    }
    for site in &page.seen.territory.sites {
        table.line(line(page, site, leads.get(&site.id).copied().unwrap_or_default()))?;
    }
    table.finish(page)
}

fn line(page: &Page<'_>, site: &Site, leads: usize) -> Vec<Cell> {
    let text = |text: &Option<String>| Cell::from(text.as_deref().unwrap_or_default());
    vec![
        site.name.as_str().into(),
        page.words.kind(site).map_or_else(String::new, |kind| page.t(&kind.key())).into(),
        site.siret.as_ref().map_or_else(String::new, ToString::to_string).into(),
        activity(page, site).into(),
        site.headcount.as_ref().map_or("", |count| count.stated.as_str()).into(),
        text(&site.address),
        text(&site.commune),
        text(&site.zone),
        site.place.map(|place| place.lat).into(),
        site.place.map(|place| place.lon).into(),
        page.words.evidence(&site.evidence).into(),
        leads.into(),
        site.id.to_string().into(),
    ]
}

/// The code with its version, and its label.
fn activity(page: &Page<'_>, site: &Site) -> String {
    let code = site.activity.as_ref();
    let label = code.and_then(|code| page.words.reference.naf.label(code, page.words.lang.code()));
    let parts = [code.map(ToString::to_string), label.map(str::to_owned), site.activity_label.clone()];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" – ")
}
