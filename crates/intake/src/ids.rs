//! Ids that stay the same when a file is read again, under any name.

use crate::text::fold;
use model::{Direction, ExchangeId, FlowId, SiteId};
use std::collections::HashMap;

/// Gives flows their ids: origin, site, direction, wording and, among equals, rank in the file. The file's name is not part of it, so
/// that the same table read twice gives the same flows.
#[derive(Debug)]
pub struct FlowIds {
    origin: &'static str,
    seen: HashMap<String, usize>,
}

impl FlowIds {
    /// For one table of an origin: `workbook`, `waste-register` …
    pub fn new(origin: &'static str) -> Self {
        Self { origin, seen: HashMap::new() }
    }

    /// The next flow's id.
    pub fn next(&mut self, site: &SiteId, direction: Direction, wording: &str) -> FlowId {
        let way = match direction {
            Direction::TakesIn => "in",
            Direction::GivesOut => "out",
            Direction::Sells => "sells",
            Direction::CanShare => "shares",
            Direction::Needs => "needs",
        };
        let base = format!("{}:{site}:{way}:{}", self.origin, fold(wording).replace(' ', "-"));
        FlowId::from(ranked(&mut self.seen, base))
    }
}

/// `base`, or `base~2`, `base~3` … when it was seen before.
fn ranked(seen: &mut HashMap<String, usize>, base: String) -> String {
    let rank = seen.entry(base.clone()).or_insert(0);
    *rank += 1;
    if *rank == 1 { base } else { format!("{base}~{rank}") }
}

/// The id of an exchange: origin, both ends and wording.
pub fn exchange_id(origin: &str, from: &SiteId, to: &SiteId, wording: &str) -> ExchangeId {
    ExchangeId::from(format!("{origin}:{from}:{to}:{}", fold(wording).replace(' ', "-")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_lines_get_ranks_and_another_reading_the_same_ids() {
        let site = SiteId::from("V001");
        let read = || {
            let mut ids = FlowIds::new("workbook");
            ["cartons", "Cartons ", "palettes"]
                .map(|wording| ids.next(&site, Direction::GivesOut, wording).to_string())
        };
        assert_eq!(
            read(),
            ["workbook:V001:out:cartons", "workbook:V001:out:cartons~2", "workbook:V001:out:palettes"]
        );
        assert_eq!(read(), read());
    }
}
