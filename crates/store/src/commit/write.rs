//! The statements of a commit.

use super::draft::Draft;
use crate::audit::{self, Line};
use crate::db::{Cell, Tx, execute, insert, row, select, tuples_of};
use crate::records::{Row, record};
use crate::time::stamp;
use crate::{Change, Edit, Kind, Record, Result, StoreError};
use std::collections::{BTreeMap, HashMap};

/// Takes the territory for this transaction; gives its version and the head of its audit chain.
pub(super) async fn lock(tx: &mut Tx, territory: &str) -> Result<(i64, String)> {
    // An update takes the row's lock on PostgreSQL; on SQLite the transaction holds the whole file already.
    let sql = "UPDATE territory SET version = version WHERE id = $1 RETURNING version, head";
    row!(tx, (i64, String), sql, territory).ok_or_else(|| StoreError::missing("territoire", territory))
}

/// The records the changes are about, as they are now.
pub(super) async fn present<'a>(
    tx: &mut Tx,
    territory: &str,
    changes: &'a [Change],
) -> Result<HashMap<(Kind, &'a str), Record>> {
    let mut ids: BTreeMap<Kind, Vec<&'a str>> = BTreeMap::new();
    for change in changes {
        ids.entry(change.kind).or_default().push(&change.id);
    }
    let mut found: HashMap<(Kind, String), Record> = HashMap::new();
    for (kind, ids) in ids {
        let start = "SELECT kind, id, revision, body, updated_at, updated_by FROM record \
                     WHERE territory = $1 AND kind = $2 AND id IN ";
        let rows = select(tx, start, &[territory, kind.as_str()], &ids).await?;
        for row in tuples_of::<Row>(&rows)? {
            let record = record(row)?;
            found.insert((kind, record.id.clone()), record);
        }
    }
    let keyed = changes.iter().filter_map(|change| {
        let record = found.remove(&(change.kind, change.id.clone()))?;
        Some(((change.kind, change.id.as_str()), record))
    });
    Ok(keyed.collect())
}

/// Writes records, audit lines and the territory's new version.
pub(super) async fn all(
    tx: &mut Tx,
    edit: &Edit,
    version: i64,
    head: &str,
    drafts: &[Draft<'_>],
) -> Result<()> {
    let at = stamp(edit.at);
    let mut records = Vec::new();
    let mut lines = Vec::new();
    let mut head = head.to_owned();
    for (rank, draft) in (0_i64..).zip(drafts) {
        let before = draft.before.as_ref().map(|record| record.body.to_string());
        let after = draft.after.as_ref().map(ToString::to_string);
        match &after {
            Some(body) => records.push(vec![
                Cell::from(edit.territory.as_str()),
                draft.kind.as_str().into(),
                draft.id.into(),
                version.into(),
                body.as_str().into(),
                version.into(),
                rank.into(),
                at.as_str().into(),
                edit.author.as_str().into(),
            ]),
            None => delete(tx, &edit.territory, draft).await?,
        }
        let line = Line { version, rank, kind: draft.kind, id: draft.id, author: &edit.author, at: &at };
        let digest = audit::digest(before.as_deref(), after.as_deref());
        head = audit::link(&head, &line, &digest);
        lines.push(audit::row(&edit.territory, &line, before, after, digest, head.clone()));
    }
    insert(tx, RECORDS, UPSERT, records).await?;
    insert(tx, audit::INSERT, "", lines).await?;
    let sql = "UPDATE territory SET version = $1, head = $2 WHERE id = $3";
    execute!(tx, sql, version, &head, &edit.territory);
    Ok(())
}

const RECORDS: &str =
    "INSERT INTO record (territory, kind, id, revision, body, born, rank, updated_at, updated_by) VALUES ";
const UPSERT: &str = " ON CONFLICT (territory, kind, id) DO UPDATE SET revision = excluded.revision, \
                      body = excluded.body, updated_at = excluded.updated_at, updated_by = excluded.updated_by";

async fn delete(tx: &mut Tx, territory: &str, draft: &Draft<'_>) -> Result<()> {
    let kind = draft.kind.as_str();
    let record = "DELETE FROM record WHERE territory = $1 AND kind = $2 AND id = $3";
    execute!(&mut *tx, record, territory, kind, draft.id);
    let sealed = "DELETE FROM sealed WHERE territory = $1 AND kind = $2 AND id = $3";
    execute!(&mut *tx, sealed, territory, kind, draft.id);
    Ok(())
}
