//! From the model to what goes over the wire.

mod common;
mod flow;
mod lead;
mod place;
mod sheet;

pub(crate) use common::{amount, evidence, facets, paged, range, slug, slug_of};
pub(crate) use flow::{flow_row, flows_by_side, missing_of};
pub(crate) use lead::{lead_rows, stage_label};
pub(crate) use place::{actor_row, contact, site_row, visit_line, visit_note};
pub(crate) use sheet::{answer_text, lead_sheet, synergy_view};
