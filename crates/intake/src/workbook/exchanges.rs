//! The Échanges table: one running exchange a row.

use super::flows::{doubtful_thousands, known};
use super::line::Line;
use super::{Context, words};
use crate::notes::Notes;
use crate::text::plain;
use crate::value;
use chrono::Datelike;
use model::{Basis, Batch, Exchange, ExchangeState, Message, SiteId};

/// Takes one exchange; false when the line went back.
pub(super) fn read(batch: &mut Batch, context: &mut Context<'_>, line: Line<'_>, notes: &mut Notes) -> bool {
    let Some(from) = line.required("de", notes) else { return false };
    let Some(to) = line.required("vers", notes) else { return false };
    let Some(what) = line.required("quoi", notes) else { return false };
    if from == to {
        line.refuse("vers", Message::new("refused-same-ends"), notes);
        return false;
    }
    let (from, to, wording) = (SiteId::from(from), SiteId::from(to), plain(what));
    let mut evidence = context.evidence(line, Basis::Declared, notes);
    if let Some(note) = line.cell("note") {
        evidence.source = format!("{} ({})", evidence.source, plain(note)).into();
    }
    batch.given_back.insert(evidence.source.to_string(), line.nobodys(&["de", "vers"]));
    let options = context.options;
    let written = line.cell("quantité").map(|text| context.hand.plain(text));
    let amount = line.read("quantité", notes, |text| {
        let text = written.as_ref().map_or(text, |written| &written.text);
        value::quantity(text, false, options.day, options.reference)
    });
    if let Some(doubt) = written.and_then(|written| written.doubtful) {
        doubtful_thousands(line, &doubt, notes);
    }
    batch.exchanges.push(Exchange {
        id: crate::exchange_id("workbook", &from, &to, &wording),
        from,
        to,
        wording,
        resource: None,
        quantity: amount.and_then(|(amount, _)| known(amount, line, notes)),
        stated: line.cell("quantité").map(plain),
        since: line.read("depuis", notes, value::date).map(|day| day.year()),
        state: line.read("état", notes, words::state).unwrap_or(ExchangeState::Running),
        evidence,
    });
    true
}
