//! The territory as documents: page, workbook, map, machine form; for whoever may read no single record, none.

use crate::http::{Desk, Id, WORKBOOK, aside, download};
use crate::open_data;
use crate::problem::{Answer, Problem, Refusals};
use access::Ability;
use axum::http::header::{CONTENT_SECURITY_POLICY, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use report::{Audience, View};

/// The page is one file with its own style and script, and loads nothing.
const PAGE_POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/// `sites`, `flows`, `leads`, `visits` as `.csv` or `.xlsx`; `report.html`, `report.xlsx`, `map.geojson`, `leads.json`; for laboratories `anonymous.json` and `anonymous.xlsx`, sums by division of activity under statistical secrecy.
#[utoipa::path(get, path = "/territories/{t}/exports/{id}", tag = "exports", params(("t" = String, Path), ("id" = String, Path)),
    responses((status = 200, description = "The document", content_type = "application/octet-stream", body = String), Refusals))]
pub(super) async fn get(desk: Desk, Id(name): Id) -> Answer<Response> {
    aside(move || document(&desk, &name)).await
}

fn document(desk: &Desk, name: &str) -> Answer<Response> {
    if let Some(kind) = name.strip_prefix("anonymous.") {
        return open_data(desk, kind);
    }
    if let Some((table, kind)) = name.rsplit_once('.').filter(|(_, kind)| ["csv", "xlsx"].contains(kind))
        && table != "report"
    {
        return as_file(desk, table, kind);
    }
    desk.needs(Ability::ReadAll)?;
    let whole = &desk.page.seen.whole;
    let other = format!(
        "/api/v1/territories/{}/exports/report.html?lang={}",
        desk.territory,
        if desk.lang.code() == "en" { "fr" } else { "en" }
    );
    let view = View {
        territory: &whole.territory,
        leads: &whole.leads,
        visits: &whole.visits,
        findings: &desk.holding.findings,
        files: &[],
        reference: desk.reference(),
        lang: desk.lang,
        audience: Audience::Facilitator,
        other_language: Some(&other),
    };
    let mut out = Vec::new();
    let fault = |error: report::ReportError| Problem::internal(&error);
    let media = match name {
        "report.html" => {
            report::write_html(&view, &mut out).map_err(fault)?;
            let headers =
                [(CONTENT_TYPE, "text/html; charset=utf-8"), (CONTENT_SECURITY_POLICY, PAGE_POLICY)];
            return Ok((headers, out).into_response());
        }
        "report.xlsx" => {
            report::write_xlsx(&view, &mut out).map_err(fault)?;
            WORKBOOK
        }
        "map.geojson" => {
            report::write_geojson(&view, &mut out).map_err(fault)?;
            "application/geo+json"
        }
        "leads.json" => {
            out = report::json(&view).to_string().into_bytes();
            "application/json"
        }
        _ => return Err(Problem::missing()),
    };
    download(name, media, out)
}

/// A table of the pages as a file: the rows this person sees there.
fn as_file(desk: &Desk, name: &str, kind: &str) -> Answer<Response> {
    let table = crate::tables::table(desk, name)?;
    let (media, bytes) = if kind == "csv" {
        ("text/csv; charset=utf-8", table.csv(desk.lang.code() != "en")?)
    } else {
        (WORKBOOK, table.xlsx()?)
    };
    download(&format!("{name}.{kind}"), media, bytes)
}

/// The sums that tell of nobody, with the version of the method: as JSON, or as a workbook that `fe2i diagnose` reads.
fn open_data(desk: &Desk, kind: &str) -> Answer<Response> {
    desk.needs(Ability::Anonymous)?;
    match kind {
        "json" => {
            Ok(([(CONTENT_TYPE, "application/json")], open_data::json(desk).to_string()).into_response())
        }
        "xlsx" => download("anonymous.xlsx", WORKBOOK, open_data::workbook(desk)?),
        _ => Err(Problem::missing()),
    }
}
