//! Erasing personal data on request, from the record and from everything that was ever said of it.

use crate::commit::Guard;
use crate::db::execute;
use crate::{Committed, Edit, Notice, Result, Store, StoreError};

impl Store {
    /// Commits an edit of deletions and takes what was ever said of its records out of the audit log. Who did what when stays, and so does
    /// the chain.
    ///
    /// [`StoreError::Refused`] when the edit writes anything; [`StoreError::Conflict`] as for any edit.
    pub async fn erase(&self, edit: Edit) -> Result<Committed> {
        if edit.changes.iter().any(|change| change.body.is_some()) {
            return Err(StoreError::Refused("effacer n'écrit rien".into()));
        }
        let mut tx = self.inner.write.begin().await?;
        let committed = self.commit_in(&mut tx, &edit, Guard::Revisions).await?;
        let sql = "UPDATE audit SET before_body = NULL, after_body = NULL, erased = $1 \
                   WHERE territory = $2 AND kind = $3 AND id = $4";
        for change in &edit.changes {
            execute!(&mut tx, sql, true, edit.territory.as_str(), change.kind.as_str(), change.id.as_str());
        }
        tx.commit().await?;
        self.tell(Notice { territory: edit.territory, version: committed.version });
        Ok(committed)
    }
}
