//! Territories as wholes: made, listed, taken in from files.

use crate::commit::Guard;
use crate::db::{Tx, execute, row, rows};
use crate::time::stamp;
use crate::{Change, Committed, Edit, Kind, Notice, Result, Store, StoreError, TerritoryMeta, audit};
use chrono::{DateTime, Utc};
use model::{Outline, Territory};

/// Name and version of a territory.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// Its id: lower-case letters, digits and hyphens.
    pub id: String,
    /// What it is called.
    pub meta: TerritoryMeta,
    /// Its version.
    pub version: i64,
}

impl Store {
    /// Makes an empty territory; its name is its first edit.
    pub async fn create_territory(
        &self,
        id: &str,
        meta: &TerritoryMeta,
        author: &str,
        at: DateTime<Utc>,
    ) -> Result<()> {
        let mut tx = self.inner.write.begin().await?;
        if !make(&mut tx, id, at).await? {
            return Err(StoreError::Exists { what: "territoire", id: id.into() });
        }
        let changes = vec![Change::put(Kind::Territory, Kind::ONLY, None, meta)?];
        let edit = Edit { territory: id.into(), author: author.into(), at, changes };
        self.commit_in(&mut tx, &edit, Guard::Revisions).await?;
        tx.commit().await
    }

    /// Every territory, by id.
    pub async fn territories(&self) -> Result<Vec<Listed>> {
        let mut conn = self.inner.read.conn().await?;
        let sql = "SELECT t.id, t.version, r.body FROM territory t JOIN record r \
                   ON r.territory = t.id AND r.kind = 'territory' ORDER BY t.id";
        let listed = |(id, version, body): (String, i64, String)| {
            let meta = serde_json::from_str(&body)
                .map_err(|error| StoreError::Damaged(format!("territoire {id} : {error}")))?;
            Ok(Listed { id, meta, version })
        };
        rows!(&mut conn, (String, i64, String), sql).into_iter().map(listed).collect()
    }

    /// Writes what intake read as one edit: what is new is added, what is there under the same id is replaced, nothing is deleted. The
    /// territory is made when it is not there. The same data a second time change nothing.
    pub async fn put_territory(
        &self,
        id: &str,
        territory: &Territory,
        author: &str,
        at: DateTime<Utc>,
    ) -> Result<Committed> {
        let edit = Edit { territory: id.into(), author: author.into(), at, changes: changes_of(territory)? };
        let mut tx = self.inner.write.begin().await?;
        make(&mut tx, id, at).await?;
        let committed = self.commit_in(&mut tx, &edit, Guard::Overwrite).await?;
        tx.commit().await?;
        self.tell(Notice { territory: id.into(), version: committed.version });
        Ok(committed)
    }

    /// Puts outlines of communes in the place of those of the same id; others stay.
    ///
    /// [`crate::StoreError::Missing`] when there is no such territory.
    pub async fn put_outlines(
        &self,
        id: &str,
        outlines: &[Outline],
        author: &str,
        at: DateTime<Utc>,
    ) -> Result<Committed> {
        let change = |outline: &Outline| Change::put(Kind::Outline, outline.id.as_str(), None, outline);
        let changes = outlines.iter().map(change).collect::<Result<_>>()?;
        let edit = Edit { territory: id.into(), author: author.into(), at, changes };
        self.commit_guarded(edit, Guard::Overwrite, &[]).await
    }

    /// Deletes a territory and everything that belongs to it, its audit log too. There is no way back but a backup.
    pub async fn delete_territory(&self, id: &str) -> Result<bool> {
        let mut tx = self.inner.write.begin().await?;
        let sql = "SELECT version FROM territory WHERE id = $1";
        if row!(&mut tx, (i64,), sql, id).is_none() {
            return Ok(false);
        }
        for sql in BELONGINGS {
            execute!(&mut tx, sql, id);
        }
        tx.commit().await?;
        Ok(true)
    }
}

const BELONGINGS: [&str; 7] = [
    "DELETE FROM record WHERE territory = $1",
    "DELETE FROM audit WHERE territory = $1",
    "DELETE FROM sealed WHERE territory = $1",
    "DELETE FROM sealed_read WHERE territory = $1",
    "DELETE FROM blob WHERE territory = $1",
    "DELETE FROM job WHERE territory = $1",
    "DELETE FROM territory WHERE id = $1",
];

/// Makes the row of a territory; false when it is there already.
pub(crate) async fn make(tx: &mut Tx, id: &str, at: DateTime<Utc>) -> Result<bool> {
    let letters = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    if id.is_empty() || id.len() > 60 || !id.chars().all(letters) {
        return Err(StoreError::Refused(format!(
            "« {} » ne peut nommer un territoire ; attendu 1 à 60 lettres minuscules sans accent, chiffres ou tirets",
            id.escape_debug()
        )));
    }
    let sql = "INSERT INTO territory (id, version, head, created_at) VALUES ($1, 0, $2, $3) ON CONFLICT (id) DO NOTHING";
    Ok(execute!(tx, sql, id, audit::GENESIS, stamp(at)) == 1)
}

fn changes_of(territory: &Territory) -> Result<Vec<Change>> {
    let meta = TerritoryMeta {
        name: territory.name.clone(),
        day: territory.day,
        invented: territory.invented,
        notice: territory.notice.clone(),
    };
    let mut changes = vec![Change::put(Kind::Territory, Kind::ONLY, None, &meta)?];
    for actor in &territory.actors {
        changes.push(Change::put(Kind::Actor, actor.id.as_str(), None, actor)?);
    }
    for site in &territory.sites {
        changes.push(Change::put(Kind::Site, site.id.as_str(), None, site)?);
    }
    for flow in &territory.flows {
        changes.push(Change::put(Kind::Flow, flow.id.as_str(), None, flow)?);
    }
    for exchange in &territory.exchanges {
        changes.push(Change::put(Kind::Exchange, exchange.id.as_str(), None, exchange)?);
    }
    Ok(changes)
}
