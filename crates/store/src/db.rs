//! SQLite or PostgreSQL behind one set of statements.

mod cell;
mod many;

use crate::Result;
use futures_util::TryStreamExt;
use sqlx::pool::PoolConnection;
use sqlx::postgres::PgRow;
use sqlx::sqlite::SqliteRow;
use sqlx::{FromRow, PgConnection, PgPool, Postgres, Sqlite, SqliteConnection, SqlitePool, Transaction};
use std::pin::Pin;

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
        $crate::db::run(($on).into(), $sql, vec![$($crate::db::Cell::from($arg)),*]).await?
    };
}

/// Runs a query on a [`Conn`] or [`Tx`]; gives rows as tuples of the type named.
macro_rules! rows {
    ($on:expr, $row:ty, $sql:expr $(, $arg:expr)* $(,)?) => {
        $crate::db::tuples_of::<$row>(
            &$crate::db::query(($on).into(), $sql, vec![$($crate::db::Cell::from($arg)),*]).await?,
        )?
    };
}

/// Runs a query on a [`Conn`] or [`Tx`]; gives at most one row.
macro_rules! row {
    ($on:expr, $row:ty, $sql:expr $(, $arg:expr)* $(,)?) => {
        $crate::db::rows!($on, $row, $sql $(, $arg)*).into_iter().next()
    };
}

/// Runs a query on a [`Conn`] or [`Tx`]; gives each row, as a tuple of the type named, to a closure as it comes.
macro_rules! each {
    ($on:expr, $row:ty, $sql:expr, $take:expr $(, $arg:expr)* $(,)?) => {
        $crate::db::stream::<$row>(
            ($on).into(), $sql, vec![$($crate::db::Cell::from($arg)),*], &mut $take
        ).await?
    };
}

/// Adds the values of a statement's placeholders, in order.
macro_rules! bound {
    ($query:expr, $cells:expr) => {{
        let mut query = $query;
        for cell in $cells {
            query = match cell {
                $crate::db::Cell::Text(text) => query.bind(text),
                $crate::db::Cell::Null => query.bind(None::<String>),
                $crate::db::Cell::Int(number) => query.bind(number),
                $crate::db::Cell::Bool(truth) => query.bind(truth),
                $crate::db::Cell::Real(number) => query.bind(number),
                $crate::db::Cell::Bytes(bytes) => query.bind(bytes),
            };
        }
        query
    }};
}

pub(crate) use bound;
pub(crate) use cell::Cell;
pub(crate) use many::{insert, select};
pub(crate) use {each, execute, on, row, rows};

/// What a statement runs on.
pub(crate) type Link<'a> = Either<&'a mut SqliteConnection, &'a mut PgConnection>;

impl<'a> From<&'a mut Tx> for Link<'a> {
    fn from(tx: &'a mut Tx) -> Self {
        match tx {
            Either::Sqlite(tx) => Self::Sqlite(tx),
            Either::Pg(tx) => Self::Pg(tx),
        }
    }
}

impl<'a> From<&'a mut Conn> for Link<'a> {
    fn from(conn: &'a mut Conn) -> Self {
        match conn {
            Either::Sqlite(conn) => Self::Sqlite(conn),
            Either::Pg(conn) => Self::Pg(conn),
        }
    }
}

/// A future of known size. The body of an `async fn` is compiled in each crate that awaits it; one behind a pointer is compiled here, once.
pub(crate) type Boxed<'a, T> = Pin<Box<dyn Future<Output = Result<T>> + Send + 'a>>;

/// PostgreSQL takes no null character in a text; so that both databases keep the same, none does.
pub(crate) fn storable(cell: &Cell) -> Result<()> {
    match cell {
        Cell::Text(text) if text.contains('\0') => Err(crate::StoreError::Refused(format!(
            "« {} » contient un caractère nul ; attendu un texte sans lui",
            text.escape_debug().take(80).collect::<String>()
        ))),
        _ => Ok(()),
    }
}

/// Rows of either database.
pub(crate) type Rows = Either<Vec<SqliteRow>, Vec<PgRow>>;

/// Behind [`execute`].
pub(crate) fn run<'a>(link: Link<'a>, sql: &'static str, cells: Vec<Cell>) -> Boxed<'a, u64> {
    Box::pin(async move {
        cells.iter().try_for_each(storable)?;
        Ok(on!(link, c => bound!(sqlx::query(sql), cells).execute(c).await?.rows_affected()))
    })
}

/// Behind [`rows`] and [`row`].
pub(crate) fn query<'a>(link: Link<'a>, sql: &'static str, cells: Vec<Cell>) -> Boxed<'a, Rows> {
    Box::pin(async move {
        cells.iter().try_for_each(storable)?;
        Ok(match link {
            Either::Sqlite(c) => Either::Sqlite(bound!(sqlx::query(sql), cells).fetch_all(c).await?),
            Either::Pg(c) => Either::Pg(bound!(sqlx::query(sql), cells).fetch_all(c).await?),
        })
    })
}

/// Behind [`each`].
pub(crate) fn stream<'a, R: Both>(
    link: Link<'a>,
    sql: &'static str,
    cells: Vec<Cell>,
    take: &'a mut (dyn FnMut(R) -> Result<()> + Send),
) -> Boxed<'a, ()> {
    Box::pin(async move {
        cells.iter().try_for_each(storable)?;
        on!(link, c => {
            let mut rows = bound!(sqlx::query(sql), cells).fetch(c);
            while let Some(row) = rows.try_next().await? {
                take(R::from_row(&row)?)?;
            }
        });
        Ok(())
    })
}

/// A row of either database as a tuple.
pub(crate) trait Both: for<'r> FromRow<'r, SqliteRow> + for<'r> FromRow<'r, PgRow> {}
impl<R: for<'r> FromRow<'r, SqliteRow> + for<'r> FromRow<'r, PgRow>> Both for R {}

/// Rows as tuples.
pub(crate) fn tuples_of<R: Both>(rows: &Rows) -> Result<Vec<R>> {
    let tuples: sqlx::Result<Vec<R>> = match rows {
        Either::Sqlite(rows) => rows.iter().map(R::from_row).collect(),
        Either::Pg(rows) => rows.iter().map(R::from_row).collect(),
    };
    Ok(tuples?)
}

impl Pool {
    /// A connection for statements that stand alone.
    pub fn conn(&self) -> Boxed<'_, Conn> {
        Box::pin(async move {
            Ok(match self {
                Self::Sqlite(pool) => Either::Sqlite(pool.acquire().await?),
                Self::Pg(pool) => Either::Pg(pool.acquire().await?),
            })
        })
    }

    /// A transaction that will write: on SQLite it takes the write lock at once, so that it never has to give up half-way.
    pub fn begin(&self) -> Boxed<'_, Tx> {
        Box::pin(async move {
            Ok(match self {
                Self::Sqlite(pool) => Either::Sqlite(pool.begin_with("BEGIN IMMEDIATE").await?),
                Self::Pg(pool) => Either::Pg(pool.begin().await?),
            })
        })
    }

    /// A transaction that reads one state of the database from its first statement to its last.
    pub fn reading(&self) -> Boxed<'_, Tx> {
        Box::pin(async move {
            Ok(match self {
                Self::Sqlite(pool) => Either::Sqlite(pool.begin().await?),
                Self::Pg(pool) => {
                    Either::Pg(pool.begin_with("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY").await?)
                }
            })
        })
    }
}

impl Tx {
    /// Makes it last.
    pub fn commit(self) -> Boxed<'static, ()> {
        Box::pin(async move {
            on!(self, tx => tx.commit().await?);
            Ok(())
        })
    }
}
