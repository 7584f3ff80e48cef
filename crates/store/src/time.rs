//! Instants as text that sorts: `2026-11-22T08:21:00.000000Z`, always UTC, always microseconds, the same on both databases.

use crate::{Result, StoreError};
use chrono::{DateTime, SecondsFormat, Utc};

/// As stored.
pub(crate) fn stamp(at: DateTime<Utc>) -> String {
    at.to_rfc3339_opts(SecondsFormat::Micros, true)
}

/// As read back.
pub(crate) fn instant(text: &str) -> Result<DateTime<Utc>> {
    DateTime::parse_from_rfc3339(text)
        .map(|at| at.with_timezone(&Utc))
        .map_err(|error| StoreError::Damaged(format!("« {text} » n'est pas un instant : {error}")))
}

/// As read back, when there is one.
pub(crate) fn instant_or_none(text: Option<&str>) -> Result<Option<DateTime<Utc>>> {
    text.map(instant).transpose()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn instants_sort_as_text_and_come_back() {
        let early = DateTime::from_timestamp(1_700_000_000, 5_000).unwrap();
        let late = DateTime::from_timestamp(1_700_000_000, 900_000_000).unwrap();
        assert!(stamp(early) < stamp(late));
        assert_eq!(instant(&stamp(early)).unwrap(), early);
        assert!(instant("hier").is_err());
    }
}
