//! Walking the chain from its first line to its last.

use super::{GENESIS, Line, digest, link};
use crate::db::{Tx, row, rows};
use crate::{Kind, Result, Store, StoreError};

/// What walking the chain found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chain {
    /// Lines walked.
    pub lines: usize,
    /// Lines whose bodies were erased on request.
    pub erased: usize,
    /// The first place at which it does not hold; `None`: it holds.
    pub broken: Option<Broken>,
}

/// Where and why the chain does not hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Broken {
    /// Version of the line.
    pub version: i64,
    /// Its rank in the edit.
    pub rank: i64,
    /// Why.
    pub why: &'static str,
}

/// Lines read at a time.
const PAGE: i64 = 5_000;

type Row = (i64, i64, String, String, Option<String>, Option<String>, String, bool, String, String, String);

impl Store {
    /// Walks the audit chain of a territory, and compares the last line of each record with the record.
    pub async fn verify_audit(&self, territory: &str) -> Result<Chain> {
        chain(&mut self.inner.read.reading().await?, territory).await
    }
}

/// The same within a transaction.
pub(crate) async fn chain(tx: &mut Tx, territory: &str) -> Result<Chain> {
    let sql = "SELECT version, head FROM territory WHERE id = $1";
    let (version, head) = row!(&mut *tx, (i64, String), sql, territory)
        .ok_or_else(|| StoreError::missing("territoire", territory))?;
    let mut walk = Walk { hash: GENESIS.to_owned(), lines: 0, erased: 0, last: (0, -1) };
    let sql = "SELECT version, rank, kind, id, before_body, after_body, digest, erased, author, at, hash \
               FROM audit WHERE territory = $1 AND (version > $2 OR (version = $2 AND rank > $3)) \
               ORDER BY version, rank LIMIT $4";
    loop {
        let page = rows!(&mut *tx, Row, sql, territory, walk.last.0, walk.last.1, PAGE);
        if page.is_empty() {
            break;
        }
        for line in page {
            if let Err(broken) = walk.step(line) {
                return Ok(walk.chain(Some(broken)));
            }
        }
    }
    let at_end = |version, why| Broken { version, rank: 0, why };
    if walk.hash != head || walk.last.0 != version {
        return Ok(walk.chain(Some(at_end(version, "la dernière ligne n'est pas celle du territoire"))));
    }
    let strays = rows!(&mut *tx, (i64,), STRAYS, territory);
    let why = "un enregistrement n'est pas ce que dit sa dernière ligne";
    Ok(walk.chain(strays.first().map(|(version,)| at_end(*version, why))))
}

/// Records that are not what the line that wrote them says.
const STRAYS: &str = "SELECT r.revision FROM record r LEFT JOIN audit a ON a.territory = r.territory \
    AND a.kind = r.kind AND a.id = r.id AND a.version = r.revision \
    WHERE r.territory = $1 AND (a.version IS NULL OR (NOT a.erased AND (a.after_body IS NULL OR a.after_body <> r.body))) \
    ORDER BY r.revision LIMIT 1";

struct Walk {
    hash: String,
    lines: usize,
    erased: usize,
    last: (i64, i64),
}

impl Walk {
    fn step(&mut self, row: Row) -> std::result::Result<(), Broken> {
        let (version, rank, kind, id, before, after, stored, erased, author, at, hash) = row;
        let broken = |why| Err(Broken { version, rank, why });
        let follows = if rank == 0 { version == self.last.0 + 1 } else { (version, rank - 1) == self.last };
        if !follows {
            return broken("une ligne manque avant celle-ci");
        }
        let Ok(kind) = kind.parse::<Kind>() else { return broken("genre inconnu") };
        if !erased && digest(before.as_deref(), after.as_deref()) != stored {
            return broken("le contenu n'est pas celui qui fut écrit");
        }
        let line = Line { version, rank, kind, id: &id, author: &author, at: &at };
        if link(&self.hash, &line, &stored) != hash {
            return broken("la ligne ou celle d'avant n'est pas celle qui fut écrite");
        }
        self.hash = hash;
        self.last = (version, rank);
        self.lines += 1;
        self.erased += usize::from(erased);
        Ok(())
    }

    fn chain(&self, broken: Option<Broken>) -> Chain {
        Chain { lines: self.lines, erased: self.erased, broken }
    }
}
