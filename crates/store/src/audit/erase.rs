//! Erasing personal data on request, from the record and from everything that was ever said of it.

use crate::commit::Guard;
use crate::db::execute;
use crate::{Change, Committed, Edit, Kind, Notice, Result, Store};

impl Store {
    /// Deletes a record and takes its bodies out of the audit log. Who did what when stays, and so does the chain.
    pub async fn erase(
        &self,
        territory: &str,
        kind: Kind,
        id: &str,
        author: &str,
        at: chrono::DateTime<chrono::Utc>,
    ) -> Result<Committed> {
        let change = Change { kind, id: id.to_owned(), expected: None, body: None };
        let edit =
            Edit { territory: territory.to_owned(), author: author.to_owned(), at, changes: vec![change] };
        let mut tx = self.inner.write.begin().await?;
        let committed = self.commit_in(&mut tx, &edit, Guard::Overwrite).await?;
        let sql = "UPDATE audit SET before_body = NULL, after_body = NULL, erased = $1 \
                   WHERE territory = $2 AND kind = $3 AND id = $4";
        execute!(&mut tx, sql, true, territory, kind.as_str(), id);
        tx.commit().await?;
        self.tell(Notice { territory: territory.to_owned(), version: committed.version });
        Ok(committed)
    }
}
