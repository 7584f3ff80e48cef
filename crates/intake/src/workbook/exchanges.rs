//! The Échanges table: one running exchange a row.

use super::flows::known;
use super::layout::Layout;
use super::{Context, required, words};
use crate::notes::Notes;
use crate::table::{Row, Table};
use crate::text::plain;
use crate::value;
use chrono::Datelike;
use model::{Basis, Batch, Exchange, ExchangeState, Message, SiteId};

/// Takes one exchange; false when the line went back.
pub(super) fn read(
    batch: &mut Batch,
    context: &Context<'_>,
    table: &Table,
    layout: &Layout,
    row: &Row,
    notes: &mut Notes,
) -> bool {
    let Some(from) = required(table, layout, row, "de", notes) else { return false };
    let Some(to) = required(table, layout, row, "vers", notes) else { return false };
    let Some(what) = required(table, layout, row, "quoi", notes) else { return false };
    if from == to {
        notes.refuse(table, row, layout.at("vers"), Message::new("refused-same-ends"));
        return false;
    }
    let (from, to, wording) = (SiteId::from(from), SiteId::from(to), plain(what));
    let mut evidence = context.evidence(table, layout, row, Basis::Declared, notes);
    if let Some(note) = layout.cell(row, "note") {
        evidence.source = format!("{} ({})", evidence.source, plain(note)).into();
    }
    super::may_be_nobodys(batch, table, layout, row, &evidence.source, &["de", "vers"]);
    let options = context.options;
    let read =
        layout.cell(row, "quantité").map(|text| value::quantity(text, false, options.day, options.reference));
    let amount = read.and_then(|read| notes.keep(table, row, layout.at("quantité"), read));
    let since = layout.cell(row, "depuis").map(value::date);
    let state = layout.cell(row, "état").map(words::state);
    batch.exchanges.push(Exchange {
        id: crate::exchange_id("workbook", &from, &to, &wording),
        from,
        to,
        wording,
        resource: None,
        quantity: amount.and_then(|(amount, _)| known(amount, table, row, notes)),
        stated: layout.cell(row, "quantité").map(plain),
        since: since.and_then(|day| notes.keep(table, row, layout.at("depuis"), day)).map(|day| day.year()),
        state: state
            .and_then(|state| notes.keep(table, row, layout.at("état"), state))
            .unwrap_or(ExchangeState::Running),
        evidence,
    });
    true
}
