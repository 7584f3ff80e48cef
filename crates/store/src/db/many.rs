//! Statements over many rows at once.

use super::{Boxed, Cell, Either, Rows, Tx, bound, on, storable};
use sqlx::AssertSqlSafe;

/// Placeholders per statement that both databases take.
const PLACEHOLDERS: usize = 16_000;

/// Writes many rows: `start` ends with VALUES, `end` says what to do with those that are there.
pub(crate) fn insert<'a>(
    tx: &'a mut Tx,
    start: &'static str,
    end: &'static str,
    rows: Vec<Vec<Cell>>,
) -> Boxed<'a, ()> {
    Box::pin(async move {
        rows.iter().flatten().try_for_each(storable)?;
        let width = rows.first().map_or(1, Vec::len);
        let mut rows = rows.into_iter().peekable();
        while rows.peek().is_some() {
            let chunk: Vec<Vec<Cell>> = rows.by_ref().take(PLACEHOLDERS / width).collect();
            let place = if matches!(tx, Either::Sqlite(_)) { unnamed } else { numbered };
            let sql = format!("{start}{}{end}", tuples(chunk.len(), width, place));
            let cells = chunk.into_iter().flatten();
            on!(&mut *tx, c => {
                bound!(sqlx::query(AssertSqlSafe(sql)).persistent(false), cells).execute(&mut **c).await?;
            });
        }
        Ok(())
    })
}

/// As PostgreSQL wants it.
fn numbered(place: usize) -> String {
    format!("${place}")
}

/// SQLite looks through all the names it has seen at each name it meets: thousands of them take minutes, and it needs none.
fn unnamed(_: usize) -> String {
    "?".to_owned()
}

/// `($1, $2), ($3, $4)`.
fn tuples(rows: usize, width: usize, place: fn(usize) -> String) -> String {
    let tuple = |row: usize| {
        let places: Vec<String> = (1..=width).map(|column| place(row * width + column)).collect();
        format!("({})", places.join(", "))
    };
    (0..rows).map(tuple).collect::<Vec<_>>().join(", ")
}

/// Rows whose last column named by `start` is one of `ids`; `fixed` are the values before.
pub(crate) fn select<'a>(
    tx: &'a mut Tx,
    start: &'static str,
    fixed: &[&str],
    ids: &[&str],
) -> Boxed<'a, Rows> {
    let places: Vec<String> = (1..=ids.len()).map(|n| format!("${}", fixed.len() + n)).collect();
    let sql = format!("{start}({})", places.join(", "));
    let cells: Vec<Cell> = fixed.iter().chain(ids).map(|text| Cell::from(*text)).collect();
    Box::pin(async move {
        cells.iter().try_for_each(storable)?;
        Ok(match tx {
            Either::Sqlite(c) => {
                let query = bound!(sqlx::query(AssertSqlSafe(sql)).persistent(false), cells);
                Either::Sqlite(query.fetch_all(&mut **c).await?)
            }
            Either::Pg(c) => {
                let query = bound!(sqlx::query(AssertSqlSafe(sql)).persistent(false), cells);
                Either::Pg(query.fetch_all(&mut **c).await?)
            }
        })
    })
}

#[cfg(test)]
mod tests {
    #[test]
    fn placeholders_are_counted_through() {
        assert_eq!(super::tuples(2, 3, super::numbered), "($1, $2, $3), ($4, $5, $6)");
        assert_eq!(super::tuples(2, 2, super::unnamed), "(?, ?), (?, ?)");
    }
}
