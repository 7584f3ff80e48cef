//! Reading the audit log.

use crate::db::rows;
use crate::time::{instant, stamp};
use crate::{Kind, Result, Store, StoreError};
use chrono::{DateTime, Utc};
use serde_json::Value;

/// A line of the audit log.
#[derive(Clone, Debug, PartialEq)]
pub struct AuditLine {
    /// The version of the territory that the edit made.
    pub version: i64,
    /// Its rank within the edit.
    pub rank: i64,
    /// What kind of record.
    pub kind: Kind,
    /// Which.
    pub id: String,
    /// What it was; `None`: it was not there, or it was erased.
    pub before: Option<Value>,
    /// What it became; `None`: it was deleted, or it was erased.
    pub after: Option<Value>,
    /// True when the bodies were erased on request.
    pub erased: bool,
    /// Who.
    pub author: String,
    /// When.
    pub at: DateTime<Utc>,
    /// Hash of this line and of all before it.
    pub hash: String,
}

/// Which lines.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AuditFilter {
    /// Of this kind of record only.
    pub kind: Option<Kind>,
    /// Of this record only.
    pub id: Option<String>,
    /// By this author only.
    pub author: Option<String>,
    /// Before this version only: to page on.
    pub before: Option<i64>,
    /// Since this instant only.
    pub since: Option<DateTime<Utc>>,
}

pub(super) type Row =
    (i64, i64, String, String, Option<String>, Option<String>, bool, String, String, String);

impl Store {
    /// Lines of the audit log, newest first.
    pub async fn audit(&self, territory: &str, filter: &AuditFilter, limit: i64) -> Result<Vec<AuditLine>> {
        let mut conn = self.inner.read.conn().await?;
        let sql = "SELECT version, rank, kind, id, before_body, after_body, erased, author, at, hash FROM audit \
                   WHERE territory = $1 AND ($2 = '' OR kind = $2) AND ($3 = '' OR id = $3) \
                   AND ($4 = '' OR author = $4) AND version < $5 AND at >= $6 \
                   ORDER BY version DESC, rank DESC LIMIT $7";
        let rows = rows!(
            &mut conn,
            Row,
            sql,
            territory,
            filter.kind.map_or("", Kind::as_str),
            filter.id.as_deref().unwrap_or_default(),
            filter.author.as_deref().unwrap_or_default(),
            filter.before.unwrap_or(i64::MAX),
            filter.since.map(stamp).unwrap_or_default(),
            limit,
        );
        rows.into_iter().map(line).collect()
    }
}

fn line(row: Row) -> Result<AuditLine> {
    let (version, rank, kind, id, before, after, erased, author, at, hash) = row;
    let read = |body: Option<String>| {
        let body = body.map(|text| serde_json::from_str(&text)).transpose();
        body.map_err(|error| StoreError::Damaged(format!("audit {version}.{rank} : {error}")))
    };
    Ok(AuditLine {
        version,
        rank,
        kind: kind.parse().map_err(|error| StoreError::Damaged(format!("{error}")))?,
        before: read(before)?,
        after: read(after)?,
        at: instant(&at)?,
        id,
        erased,
        author,
        hash,
    })
}
