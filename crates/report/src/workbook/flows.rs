//! All flows: what was said first, then what is estimated.

use super::table::{Cell, Table, heading, pointed, points, three};
use crate::Audience;
use crate::html::Page;
use model::Flow;
use rust_xlsxwriter::{Workbook, XlsxError};
use wording::Keyed;

pub(super) fn write(book: &mut Workbook, page: &Page<'_>) -> Result<(), XlsxError> {
    let first = [
        ("sheet-site", "", 30.0),
        ("sheet-direction", "", 16.0),
        ("sheet-wording", "", 40.0),
        ("sheet-resource", "", 26.0),
        ("sheet-waste-code", "", 11.0),
        ("sheet-stated", "", 22.0),
    ];
    let last = [
        ("sheet-quality", "", 22.0),
        ("sheet-fate", "", 26.0),
        ("sheet-evidence", "", 40.0),
        ("sheet-likelihood", "", 13.0),
    ];
    let mut headings: Vec<_> = first.into_iter().map(|h| heading(page, h)).collect();
    headings.extend(three("sheet-tonnes", "t/year").map(|h| pointed(page, &h)));
    headings.extend(last.into_iter().map(|h| heading(page, h)));
    if page.seen.view.audience == Audience::Facilitator {
        headings.push(heading(page, ("sheet-price", "", 18.0)));
    }
    let mut table = Table::new(book, &page.t("sheet-flows"), &headings)?;
    let (estimated, said): (Vec<&Flow>, Vec<&Flow>) =
        page.seen.territory.flows.iter().partition(|flow| flow.is_guess());
    for flow in said.iter().chain(&estimated) {
        table.line(line(page, flow))?;
    }
    // Estimates come last, so they are what is left out first.
    let guesses = table.left_out().min(estimated.len());
    let counts = [("count", table.left_out().into()), ("estimates", guesses.into())];
    let note = page.words.say("sheet-left-out-flows", &counts);
    table.finish_with(note)
}

fn line(page: &Page<'_>, flow: &Flow) -> Vec<Cell> {
    let label = flow
        .resource
        .as_ref()
        .map_or_else(|| page.t("report-unclassified"), |id| page.words.label(id).to_owned());
    let fate = [&flow.fate.operation, &flow.fate.stated, &flow.fate.who];
    let mut fate: Vec<&str> = fate.into_iter().filter_map(|part| part.as_deref()).collect();
    // « R4 » is both the operation and what was said.
    fate.dedup();
    let mut cells: Vec<Cell> = vec![
        page.words.name(&flow.site).into(),
        page.t(&flow.direction.key()).into(),
        flow.wording.as_str().into(),
        label.into(),
        code(page, flow).into(),
        wording::stated(page.words.lang, flow.stated.as_deref().unwrap_or_default()).into(),
    ];
    cells.extend(points(*flow.tonnes));
    cells.extend([
        flow.quality.as_deref().unwrap_or_default().into(),
        fate.join(", ").into(),
        page.words.evidence_of(&flow.evidence, !flow.is_guess()).into(),
        Some(f64::from(flow.likelihood)).into(),
        flow.price
            .as_ref()
            .map_or_else(String::new, |price| wording::stated(page.words.lang, &price.stated))
            .into(),
    ]);
    cells
}

/// A guessed code is said to be one.
fn code(page: &Page<'_>, flow: &Flow) -> String {
    match flow.waste_code {
        None => String::new(),
        Some(code) if flow.waste_code_stated => code.to_string(),
        Some(code) => page.words.say("sheet-code-guessed", &[("code", code.to_string().as_str().into())]),
    }
}
