//! What was understood of a file, for a person to look at before anything is kept.

use super::{Read, Said};
use crate::http::Desk;
use crate::shapes::{ImportColumn, ImportField, ImportLine, ImportPreview, ImportReject, Named};
use intake::fold;
use model::{Flow, Reject, Territory};
use std::collections::BTreeMap;
use wording::Keyed;

/// Lines shown.
const SHOWN: usize = 20;
/// Sites to choose from; beyond it a column must say them.
const CHOICES: usize = 3_000;

/// The preview of a file; `said` is what a person said of it, now or for an earlier file.
pub(crate) fn preview(
    desk: &Desk,
    id: &str,
    name: &str,
    read: &Read,
    said: &Said,
    remembered: bool,
) -> ImportPreview {
    let rejects: Vec<&Reject> = read.files.iter().flat_map(|file| &file.rejects).collect();
    let rejected: usize = read.files.iter().map(model::FileReport::refused_lines).sum();
    let understood: usize = read.files.iter().map(|file| file.records).sum();
    ImportPreview {
        id: id.to_owned(),
        file: name.to_owned(),
        format: read.files.first().map_or_else(|| "unknown".to_owned(), |file| file.format.clone()),
        sender: said.sender.clone(),
        remembered,
        sheets: read
            .files
            .iter()
            .flat_map(|file| file.tables.iter().map(|table| table.sheet.clone()))
            .collect(),
        heading_row: read.draft.as_ref().map(|draft| draft.heading_line),
        columns: columns(read, said, remembered),
        fields: fields(desk, read),
        sites: read.draft.as_ref().map(|_| sites(desk)).unwrap_or_default(),
        site: said.site.clone(),
        sample: sample(desk, read),
        lines: understood + rejected,
        understood,
        rejected,
        to_correct: read.files.iter().map(model::FileReport::values_to_correct).sum(),
        rejects: rejects.iter().take(SHOWN).map(|reject| refused(desk, reject)).collect(),
        counts: counts(&read.territory),
        error: read.error.clone(),
    }
}

fn counts(territory: &Territory) -> BTreeMap<String, usize> {
    BTreeMap::from([
        ("actors".to_owned(), territory.actors.len()),
        ("sites".to_owned(), territory.sites.len()),
        ("flows".to_owned(), territory.flows.len()),
        ("exchanges".to_owned(), territory.exchanges.len()),
    ])
}

fn refused(desk: &Desk, reject: &Reject) -> ImportReject {
    ImportReject {
        line: reject.line,
        reason: wording::said(desk.lang, &reject.reason),
        cells: reject.cells.clone(),
    }
}

fn columns(read: &Read, said: &Said, remembered: bool) -> Vec<ImportColumn> {
    let Some(draft) = &read.draft else { return headings(read) };
    let column = |(index, column): (usize, &intake::guided::Column)| ImportColumn {
        index,
        heading: column.heading.clone(),
        field: column.field.clone(),
        belief: f64::from(column.belief),
        samples: column.samples.clone(),
        remembered: remembered && said.fields.contains_key(&fold(&column.heading)),
    };
    draft.columns.iter().enumerate().map(column).collect()
}

/// The headings of a file of fixed origin: nobody needs to say what they are.
fn headings(read: &Read) -> Vec<ImportColumn> {
    let headings = read.files.iter().flat_map(|file| {
        let tables = file.tables.iter().flat_map(|table| &table.headings);
        file.headings.iter().chain(tables)
    });
    let column = |(index, heading): (usize, &String)| ImportColumn {
        index,
        heading: heading.clone(),
        field: None,
        belief: 1.0,
        samples: Vec::new(),
        remembered: false,
    };
    headings.enumerate().map(column).collect()
}

/// What a column may be, in words. The columns of the workbook are named in French as in its template.
fn fields(desk: &Desk, read: &Read) -> Vec<ImportField> {
    let Some(draft) = &read.draft else { return Vec::new() };
    let label = |key: &str| {
        if draft.list {
            return key.to_owned();
        }
        let (name, unit) = key.split_once(':').map_or((key, None), |(name, unit)| (name, Some(unit)));
        let said = desk.say(&format!("column-{name}"), &[]);
        unit.map_or(said.clone(), |unit| format!("{said} ({unit})"))
    };
    draft.fields().into_iter().map(|key| ImportField { key: key.to_owned(), label: label(key) }).collect()
}

fn sites(desk: &Desk) -> Vec<Named> {
    let all = &desk.page.territory().sites;
    if all.len() > CHOICES {
        return Vec::new();
    }
    let mut sites: Vec<Named> =
        all.iter().map(|site| Named { id: site.id.to_string(), name: site.name.clone() }).collect();
    sites.sort_by_cached_key(|site| fold(&site.name));
    sites
}

/// The first flows as they would enter.
fn sample(desk: &Desk, read: &Read) -> Vec<ImportLine> {
    let territory = &read.territory;
    let flows: Vec<Flow> = territory.flows.iter().take(SHOWN).cloned().collect();
    let known = territory.sites.iter().chain(&desk.page.territory().sites);
    let sites = known.filter(|site| flows.iter().any(|flow| flow.site == site.id)).cloned().collect();
    let alone = Territory { day: desk.holding.meta.day, sites, flows, ..Territory::default() };
    let (settled, _) = classify::settle(alone, &desk.app.classifier(desk.holding.meta.day));
    settled.flows.iter().map(|flow| line(desk, territory, flow)).collect()
}

/// « Métallerie Orne jette 12 t/an de palettes cassées : palettes bois (15 01 03) ».
fn line(desk: &Desk, incoming: &Territory, flow: &Flow) -> ImportLine {
    let named = incoming.sites.iter().find(|site| site.id == flow.site);
    let site = named.map_or_else(|| desk.page.site_name(&flow.site).to_owned(), |site| site.name.clone());
    let direction = desk.say(&flow.direction.key(), &[]);
    let stated = (*flow.stated).clone().unwrap_or_default();
    let resource = flow.resource.as_ref().map(|id| desk.resource(id).name).unwrap_or_default();
    let code = flow.waste_code.map(|code| code.to_string()).unwrap_or_default();
    let parts = [site, direction, flow.wording.to_string(), stated, resource, code];
    let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    ImportLine {
        line: line_number(&flow.evidence.source),
        cells: BTreeMap::new(),
        understood: parts.join(" · "),
    }
}

/// `file [sheet]:12–18 — visit` stands on line 12.
fn line_number(source: &str) -> usize {
    let place = source.split(" — ").next().unwrap_or(source);
    let last = place.rsplit(':').next().unwrap_or_default();
    last.chars().take_while(char::is_ascii_digit).collect::<String>().parse().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    #[test]
    fn lines_are_found_in_sources() {
        for (source, line) in [("a.csv:12", 12), ("b [2025]:7–9", 7), ("a.csv:3 — visite", 3), ("visite", 0)]
        {
            assert_eq!(super::line_number(source), line, "{source}");
        }
    }
}
