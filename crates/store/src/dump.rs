//! A whole database as lines of JSON that either database takes in: the backup of PostgreSQL, and the way from one to the other.
//!
//! The first line names the schema, then each table has a line with its columns and one line per row. A dump of an older schema is taken in
//! at that schema and migrated, as its database would have been.

mod tables;

use crate::db::{Cell, Pool, Tx, execute, on, row};
use crate::key::{hex, unhex};
use crate::open::guard;
use crate::{Config, Result, Store, StoreError, migrate};
use futures_util::TryStreamExt;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use sqlx::Row;
use std::io::{BufRead, Write};
use std::path::Path;
use tables::{Column, TABLES, Table};

/// First line of a dump.
#[derive(Serialize, Deserialize)]
struct Header {
    /// Always [`MARK`].
    format: String,
    /// The schema it was written at.
    schema: i64,
}

const MARK: &str = "fe2i-dump";
const UNREADABLE: &str =
    "pas une sauvegarde que ce programme sait lire ; attendu un fichier que « fe2i backup » a écrit";

/// Rows written at once.
const CHUNK: usize = 1_000;

impl Store {
    /// Writes everything, of one state, while others go on working.
    pub(crate) async fn dump(&self, out: &mut (impl Write + Send), path: &Path) -> Result<()> {
        let mut put = |value: &Value| writeln!(out, "{value}").map_err(|error| StoreError::file(path, error));
        put(&serde_json::json!({ "format": MARK, "schema": migrate::NEWEST }))?;
        let mut tx = self.inner.read.reading().await?;
        for table in TABLES {
            put(&serde_json::json!({ "table": table.name, "columns": table.columns }))?;
            on!(&mut tx, c => {
                let mut rows = sqlx::query(table.select).fetch(&mut **c);
                while let Some(row) = rows.try_next().await? {
                    let mut cells = Vec::with_capacity(table.columns.len());
                    for (place, (_, column)) in table.columns.iter().enumerate() {
                        cells.push(match column {
                            Column::Text => row.try_get::<Option<String>, _>(place)?.into(),
                            Column::Int => row.try_get::<i64, _>(place)?.into(),
                            Column::Bool => row.try_get::<bool, _>(place)?.into(),
                            Column::Real => row.try_get::<f64, _>(place)?.into(),
                            Column::Bytes => Value::from(hex(&row.try_get::<Vec<u8>, _>(place)?)),
                        });
                    }
                    put(&Value::Array(cells))?;
                }
            });
        }
        Ok(())
    }
}

/// Takes a dump into an empty database, unless the key of `config` does not open its sealed values; with `forget` they are left out.
pub(crate) async fn load(
    (pool, config): (&Pool, &Config),
    lines: &mut (impl BufRead + Send),
    path: &Path,
    forget: bool,
) -> Result<()> {
    let mut lines = Numbered { lines: lines.lines(), path, number: 0 };
    let header: Header = lines.next()?.ok_or_else(|| lines.wrong("fichier vide"))?;
    if header.format != MARK || !(1..=migrate::NEWEST).contains(&header.schema) {
        return Err(lines.wrong(UNREADABLE));
    }
    migrate::up_to(pool, header.schema).await?;
    let mut tx = pool.begin().await?;
    refuse_unless_empty(&mut tx).await?;
    let mut table: Option<&Table> = None;
    let mut waiting = Vec::new();
    while let Some(line) = lines.next::<Value>()? {
        if let Value::Array(values) = line {
            let columns = table.ok_or_else(|| lines.wrong("ligne avant toute table"))?.columns;
            waiting.push(cells(columns, values).ok_or_else(|| lines.wrong("ligne illisible"))?);
        } else {
            flush(&mut tx, table, &mut waiting).await?;
            table = Some(known(&line).ok_or_else(|| lines.wrong("table inconnue"))?);
        }
        if waiting.len() >= CHUNK {
            flush(&mut tx, table, &mut waiting).await?;
        }
    }
    flush(&mut tx, table, &mut waiting).await?;
    if forget {
        guard::forget(&mut tx).await?;
    }
    guard::check(&mut tx, guard::known(config)?.as_ref(), config).await?;
    tx.commit().await?;
    migrate::up_to(pool, migrate::NEWEST).await
}

async fn refuse_unless_empty(tx: &mut Tx) -> Result<()> {
    let found =
        row!(&mut *tx, (i64,), "SELECT (SELECT COUNT(*) FROM territory) + (SELECT COUNT(*) FROM person)");
    if found == Some((0,)) {
        // A new database counts its jobs from 0; the dump brings its own count.
        execute!(tx, "DELETE FROM counter");
        return Ok(());
    }
    Err(StoreError::Refused("la base n'est pas vide ; une sauvegarde se restaure dans une base neuve".into()))
}

fn known(line: &Value) -> Option<&'static Table> {
    let table = TABLES.iter().find(|table| line["table"] == table.name)?;
    (line["columns"] == serde_json::json!(table.columns)).then_some(table)
}

fn cells(columns: &[(&str, Column)], values: Vec<Value>) -> Option<Vec<Cell>> {
    if columns.len() != values.len() {
        return None;
    }
    let cell = |((_, column), value): (&(&str, Column), Value)| match (column, value) {
        (Column::Text, Value::Null) => Some(Cell::Null),
        (Column::Text, Value::String(text)) => Some(Cell::Text(text)),
        (Column::Int, value) => value.as_i64().map(Cell::Int),
        (Column::Bool, value) => value.as_bool().map(Cell::Bool),
        (Column::Real, value) => value.as_f64().map(Cell::Real),
        (Column::Bytes, Value::String(text)) => unhex(&text).map(Cell::Bytes),
        _ => None,
    };
    columns.iter().zip(values).map(cell).collect()
}

async fn flush(tx: &mut Tx, table: Option<&Table>, waiting: &mut Vec<Vec<Cell>>) -> Result<()> {
    let rows = std::mem::take(waiting);
    match table {
        Some(table) if !rows.is_empty() => crate::db::insert(tx, table.insert, "", rows).await,
        _ => Ok(()),
    }
}

/// Lines of a file, with their number for errors.
struct Numbered<'a, L> {
    lines: L,
    path: &'a Path,
    number: usize,
}

impl<L: Iterator<Item = std::io::Result<String>>> Numbered<'_, L> {
    fn next<T: for<'de> Deserialize<'de>>(&mut self) -> Result<Option<T>> {
        self.number += 1;
        let Some(line) = self.lines.next() else { return Ok(None) };
        let line = line.map_err(|error| StoreError::file(self.path, error))?;
        serde_json::from_str(&line).map(Some).map_err(|_| self.wrong(UNREADABLE))
    }

    fn wrong(&self, why: &str) -> StoreError {
        StoreError::Refused(format!("{}, ligne {} : {why}", self.path.display(), self.number))
    }
}
