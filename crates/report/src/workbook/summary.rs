//! First sheet: what the territory is and what the leads add up to.

use super::table::{Cell, Table, heading, points};
use crate::html::Page;
use crate::{Audience, FlowCounts, Total};
use model::LeadKind;
use rust_xlsxwriter::{Workbook, XlsxError};
use wording::{Keyed, date};

pub(super) fn write(book: &mut Workbook, page: &Page<'_>) -> Result<(), XlsxError> {
    let mut headings: Vec<_> =
        [("sheet-what", "", 58.0), ("sheet-unit", "", 12.0)].into_iter().map(|h| heading(page, h)).collect();
    headings.extend(["P10", "P50", "P90"].map(|point| (point.to_owned(), 14.0)));
    headings
        .extend([("sheet-of-which-said", "", 16.0), ("sheet-without", "", 16.0)].map(|h| heading(page, h)));
    let mut table = Table::new(book, &page.t("sheet-summary"), &headings)?;
    let territory = &page.seen.territory;
    let day = date(page.words.lang, territory.day);
    table.line([Cell::from(territory.name.as_str()), day.into()])?;
    if territory.invented {
        table.line([Cell::from(page.t("report-invented"))])?;
    }
    if let Some(notice) = &territory.notice {
        table.line([Cell::from(notice.as_str())])?;
    }
    for (label, count) in counts(page) {
        table.line([label.into(), "".into(), Cell::Number(None), count.into()])?;
    }
    table.line([Cell::from(page.n("report-worth-hint", page.totals.counted.len()))])?;
    for (key, unit, total) in crate::html::sums(page) {
        table.line(sum(page, key, unit, total))?;
    }
    if page.seen.view.audience == Audience::Members {
        table.line([Cell::from(page.n("report-members", page.seen.withheld))])?;
    }
    table.line([Cell::from(page.t("report-no-advice"))])?;
    table.finish(page)
}

fn counts(page: &Page<'_>) -> Vec<(String, usize)> {
    let territory = &page.seen.territory;
    let FlowCounts { said, rough, guessed } = FlowCounts::of(territory);
    let mut counts = vec![
        (page.n("report-sites", territory.sites.len()), territory.sites.len()),
        (page.n("report-flows-said", said), said),
        (page.n("report-flows-rough", rough), rough),
        (page.n("report-flows-guessed", guessed), guessed),
        (page.n("report-leads", page.seen.leads.len()), page.seen.leads.len()),
    ];
    counts.extend(LeadKind::ALL.iter().map(|kind| {
        let count = page.seen.leads.iter().filter(|lead| lead.kind == *kind).count();
        (page.t(&kind.key()), count)
    }));
    counts
}

fn sum(page: &Page<'_>, key: &str, unit: &str, total: &Total) -> Vec<Cell> {
    let label = unit.parse().map_or_else(|_| unit.to_owned(), |unit| wording::unit(page.words.lang, &unit));
    let mut cells = vec![page.t(key).into(), label.into()];
    cells.extend(points(total.all()));
    cells.extend([total.said.map(units::Range::mid).into(), total.unknown.into()]);
    cells
}
