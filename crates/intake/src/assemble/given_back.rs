//! Values that turn out to be wrong only when all files are known: they go back with their line, the rest of which stays.

use crate::notes::value_refused;
use model::{Batch, Finding, Message, Reject};

/// Gives a value back to the file whose line `source` is; the finding that says so, or `None` when that line cannot go back (a register of
/// the State is not its reader's to correct).
pub(super) fn value(batches: &mut [Batch], source: &str, reason: &Message) -> Option<Finding> {
    batches.iter_mut().find_map(|batch| {
        let of_line = batch.given_back.get(source)?;
        let waiting = of_line.iter().find(|reject| reject.reason.key == reason.key)?;
        let reject = Reject { reason: reason.clone(), ..waiting.clone() };
        let finding = value_refused(&reject, source);
        batch.report.rejects.push(reject);
        Some(finding)
    })
}
