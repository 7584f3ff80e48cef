//! SQLite or PostgreSQL behind one set of statements.

use crate::Result;
use sqlx::pool::PoolConnection;
use sqlx::{PgPool, Postgres, Sqlite, SqlitePool, Transaction};

/// The same thing on one database or the other.
pub(crate) enum Either<S, P> {
    /// SQLite.
    Sqlite(S),
    /// PostgreSQL.
    Pg(P),
}

/// Connections to take from.
pub(crate) type Pool = Either<SqlitePool, PgPool>;
/// One connection, for a statement alone.
pub(crate) type Conn = Either<PoolConnection<Sqlite>, PoolConnection<Postgres>>;
/// An open transaction; dropped, it is rolled back.
pub(crate) type Tx = Either<Transaction<'static, Sqlite>, Transaction<'static, Postgres>>;

/// The same body compiled for both databases.
macro_rules! on {
    ($either:expr, $it:ident => $body:expr) => {
        match $either {
            $crate::db::Either::Sqlite($it) => $body,
            $crate::db::Either::Pg($it) => $body,
        }
    };
}

/// Runs a statement on a [`Conn`] or [`Tx`]; gives the number of rows touched.
macro_rules! execute {
    ($on:expr, $sql:expr $(, $arg:expr)* $(,)?) => {
        $crate::db::on!($on, c => sqlx::query($sql)$(.bind($arg))*.execute(&mut **c).await?.rows_affected())
    };
}

/// Runs a query on a [`Conn`] or [`Tx`]; gives rows as tuples of the type named.
macro_rules! rows {
    ($on:expr, $row:ty, $sql:expr $(, $arg:expr)* $(,)?) => {
        $crate::db::on!($on, c => sqlx::query_as::<_, $row>($sql)$(.bind($arg))*.fetch_all(&mut **c).await?)
    };
}

/// Runs a query on a [`Conn`] or [`Tx`]; gives at most one row.
macro_rules! row {
    ($on:expr, $row:ty, $sql:expr $(, $arg:expr)* $(,)?) => {
        $crate::db::on!($on, c => sqlx::query_as::<_, $row>($sql)$(.bind($arg))*.fetch_optional(&mut **c).await?)
    };
}

pub(crate) use {execute, on, row, rows};

impl Pool {
    /// A connection for statements that stand alone.
    pub async fn conn(&self) -> Result<Conn> {
        Ok(match self {
            Self::Sqlite(pool) => Either::Sqlite(pool.acquire().await?),
            Self::Pg(pool) => Either::Pg(pool.acquire().await?),
        })
    }

    /// A transaction that will write: on SQLite it takes the write lock at once, so that it never has to give up half-way.
    pub async fn begin(&self) -> Result<Tx> {
        Ok(match self {
            Self::Sqlite(pool) => Either::Sqlite(pool.begin_with("BEGIN IMMEDIATE").await?),
            Self::Pg(pool) => Either::Pg(pool.begin().await?),
        })
    }

    /// A transaction that reads one state of the database from its first statement to its last.
    pub async fn reading(&self) -> Result<Tx> {
        Ok(match self {
            Self::Sqlite(pool) => Either::Sqlite(pool.begin().await?),
            Self::Pg(pool) => {
                Either::Pg(pool.begin_with("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY").await?)
            }
        })
    }
}

impl Tx {
    /// Makes it last.
    pub async fn commit(self) -> Result<()> {
        on!(self, tx => tx.commit().await?);
        Ok(())
    }
}
