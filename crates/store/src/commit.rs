//! The one place that writes records.

mod draft;
mod write;

pub(crate) use draft::Draft;

use crate::db::Tx;
use crate::open::CHANNEL;
use crate::sealed::Seal;
use crate::{Committed, Edit, Notice, Result, Store};
use serde_json::Value;
use std::collections::BTreeMap;

/// What an edit is measured against.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Guard {
    /// Each change names the revision it was made from.
    Revisions,
    /// What is there is replaced, whatever it is.
    Overwrite,
}

/// Changes per question to the database.
const CHUNK: usize = 400;

impl Store {
    /// Writes all of an edit or nothing.
    ///
    /// [`crate::StoreError::Conflict`] when a record is not at the expected revision. A change that changes nothing keeps the revision; an
    /// edit of only such changes keeps the version. The price of a flow is taken out and sealed; the body keeps
    /// `"sealed": {"price": version}`.
    pub async fn commit(&self, edit: Edit) -> Result<Committed> {
        self.commit_guarded(edit, Guard::Revisions, &[]).await
    }

    /// The same, with values sealed together with it: both or neither.
    pub async fn commit_sealing(&self, edit: Edit, values: &[(Seal, Value)]) -> Result<Committed> {
        self.commit_guarded(edit, Guard::Revisions, values).await
    }

    pub(crate) async fn commit_guarded(
        &self,
        edit: Edit,
        guard: Guard,
        values: &[(Seal, Value)],
    ) -> Result<Committed> {
        let mut tx = self.inner.write.begin().await?;
        let committed = self.commit_in(&mut tx, &edit, guard).await?;
        for (seal, value) in values {
            self.seal_in(&mut tx, seal, value, &edit.author, edit.at).await?;
        }
        tx.commit().await?;
        self.tell(Notice { territory: edit.territory, version: committed.version });
        Ok(committed)
    }

    /// The same within a transaction; the caller commits it and tells.
    pub(crate) async fn commit_in(&self, tx: &mut Tx, edit: &Edit, guard: Guard) -> Result<Committed> {
        draft::check(edit)?;
        let (present, head) = write::lock(tx, &edit.territory).await?;
        let version = present + 1;
        let mut revisions = Vec::with_capacity(edit.changes.len());
        let mut drafts = Vec::new();
        for changes in edit.changes.chunks(CHUNK) {
            let mut before = write::present(tx, &edit.territory, changes).await?;
            for change in changes {
                let key = (change.kind, change.id.as_str());
                let draft = Draft::of(change, before.remove(&key), guard)?;
                let draft = self.take_price(tx, edit, version, draft).await?;
                revisions.push(draft.revision(version));
                drafts.extend(draft.changed());
            }
        }
        if drafts.is_empty() {
            return Ok(Committed { version: present, revisions });
        }
        write::all(tx, edit, version, &head, &drafts).await?;
        announce(tx, edit, version).await?;
        Ok(Committed { version, revisions })
    }

    pub(crate) fn tell(&self, notice: Notice) {
        // Nobody may be listening; then nobody needs to know.
        let _ = self.inner.notices.send(notice);
    }
}

/// PostgreSQL tells the other servers when, and only when, the transaction is committed.
async fn announce(tx: &mut Tx, edit: &Edit, version: i64) -> Result<()> {
    if let Tx::Pg(tx) = tx {
        let notice = BTreeMap::from([
            ("territory", Value::from(edit.territory.as_str())),
            ("version", version.into()),
        ]);
        let text = serde_json::to_string(&notice).unwrap_or_default();
        sqlx::query("SELECT pg_notify($1, $2)").bind(CHANNEL).bind(text).execute(&mut **tx).await?;
    }
    Ok(())
}
