//! A territory as open files: everything in JSON lines, which [`Store::import`] reads back identical, and tables (CSV) for people.
//!
//! Accounts are not part of a territory. Sealed values stay sealed: they open with the key they were sealed with.

mod import;
mod table;

use crate::db::{Tx, row, rows};
use crate::{Kind, Result, Store, StoreError};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use std::path::{Path, PathBuf};

/// `manifest.json` of an export.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Manifest {
    /// Always [`FORMAT`].
    format: String,
    /// Id of the territory.
    territory: String,
    /// Its version.
    version: i64,
    /// Hash of its last audit line.
    head: String,
    /// When it was made.
    created_at: String,
}

const FORMAT: &str = "fe2i-territory-1";

const README: &str = "\
Export d'un territoire fe2i (https://fr.wikipedia.org/wiki/JSON, une ligne par enregistrement, UTF-8).

manifest.json        le territoire, sa version
records.jsonl        acteurs, sites, flux, échanges, contacts, synergies, projets… : tout ce que « fe2i import » relit à l'identique
audit.jsonl          qui a fait quoi, quand ; chaîne d'empreintes SHA-256
sealed.jsonl         prix scellés (XChaCha20-Poly1305) : ne s'ouvrent qu'avec la clé qui les a scellés
sealed_reads.jsonl   qui a lu quel prix
documents.jsonl      les documents, un fichier chacun dans documents/
tables/*.csv         les mêmes enregistrements en tableaux (séparateur « ; », UTF-8 avec marque), pour lire ; non relus

Les contacts sont des données personnelles : ne pas diffuser sans les retirer.
";

/// One record of `records.jsonl`.
#[derive(Serialize, Deserialize)]
struct Line {
    kind: String,
    id: String,
    revision: i64,
    born: i64,
    rank: i64,
    updated_at: String,
    updated_by: String,
    body: Value,
}

impl Store {
    /// Writes a territory into a folder that is empty or not there yet.
    pub async fn export(&self, territory: &str, folder: &Path) -> Result<()> {
        refuse_full(folder)?;
        let mut tx = self.inner.read.reading().await?;
        let sql = "SELECT version, head, created_at FROM territory WHERE id = $1";
        let (version, head, created_at) = row!(&mut tx, (i64, String, String), sql, territory)
            .ok_or_else(|| StoreError::missing("territoire", territory))?;
        let manifest =
            Manifest { format: FORMAT.into(), territory: territory.into(), version, head, created_at };
        let folder = Folder::new(folder).await?;
        folder.write("LISEZMOI.txt", README.into()).await?;
        let text = serde_json::to_string_pretty(&manifest).unwrap_or_default();
        folder.write("manifest.json", text + "\n").await?;
        let records = records(&mut tx, territory).await?;
        folder.lines("records.jsonl", records.iter().map(|line| json!(line))).await?;
        for kind in Kind::ALL {
            let bodies = records.iter().filter(|line| line.kind == kind.as_str()).map(|line| &line.body);
            if let Some(text) = table::csv(bodies) {
                folder.write(&format!("tables/{kind}.csv"), text).await?;
            }
        }
        folder.lines("audit.jsonl", audit(&mut tx, territory).await?.into_iter()).await?;
        folder.lines("sealed.jsonl", sealed(&mut tx, territory).await?.into_iter()).await?;
        folder.lines("sealed_reads.jsonl", reads(&mut tx, territory).await?.into_iter()).await?;
        documents(&mut tx, territory, &folder).await
    }
}

fn refuse_full(folder: &Path) -> Result<()> {
    match std::fs::read_dir(folder).map(|mut entries| entries.next().is_some()) {
        Ok(true) => Err(StoreError::Refused(format!("{} n'est pas vide", folder.display()))),
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(StoreError::file(folder, error)),
        _ => Ok(()),
    }
}

async fn records(tx: &mut Tx, territory: &str) -> Result<Vec<Line>> {
    type Row = (String, String, i64, i64, i64, String, String, String);
    let sql = "SELECT kind, id, revision, born, rank, updated_at, updated_by, body FROM record \
               WHERE territory = $1 ORDER BY born, rank, kind, id";
    let line = |(kind, id, revision, born, rank, updated_at, updated_by, body): Row| {
        let body = value(&body)?;
        Ok(Line { kind, id, revision, born, rank, updated_at, updated_by, body })
    };
    rows!(tx, Row, sql, territory).into_iter().map(line).collect()
}

async fn audit(tx: &mut Tx, territory: &str) -> Result<Vec<Value>> {
    type Row =
        (i64, i64, String, String, Option<String>, Option<String>, String, bool, String, String, String);
    let sql = "SELECT version, rank, kind, id, before_body, after_body, digest, erased, author, at, hash \
               FROM audit WHERE territory = $1 ORDER BY version, rank";
    let line = |(version, rank, kind, id, before, after, digest, erased, author, at, hash): Row| {
        let before = before.as_deref().map(value).transpose()?;
        let after = after.as_deref().map(value).transpose()?;
        Ok(json!({
            "version": version, "rank": rank, "kind": kind, "id": id, "before": before, "after": after,
            "digest": digest, "erased": erased, "author": author, "at": at, "hash": hash,
        }))
    };
    rows!(tx, Row, sql, territory).into_iter().map(line).collect()
}

async fn sealed(tx: &mut Tx, territory: &str) -> Result<Vec<Value>> {
    type Row = (String, String, String, String, String, String);
    let sql = "SELECT kind, id, field, secret, updated_at, updated_by FROM sealed \
               WHERE territory = $1 ORDER BY kind, id, field";
    let line = |(kind, id, field, secret, at, by): Row| json!({ "kind": kind, "id": id, "field": field, "secret": secret, "updated_at": at, "updated_by": by });
    Ok(rows!(tx, Row, sql, territory).into_iter().map(line).collect())
}

async fn reads(tx: &mut Tx, territory: &str) -> Result<Vec<Value>> {
    type Row = (String, String, String, String, String, String);
    let sql = "SELECT kind, id, field, reader, why, at FROM sealed_read \
               WHERE territory = $1 ORDER BY at, kind, id, field, reader, why";
    let line = |(kind, id, field, reader, why, at): Row| json!({ "kind": kind, "id": id, "field": field, "reader": reader, "why": why, "at": at });
    Ok(rows!(tx, Row, sql, territory).into_iter().map(line).collect())
}

async fn documents(tx: &mut Tx, territory: &str, folder: &Folder) -> Result<()> {
    type Row = (String, String, String, i64, String, String, String);
    let sql = "SELECT id, name, media_type, size, digest, created_at, created_by FROM blob \
               WHERE territory = $1 AND media_type <> $2 ORDER BY created_at, id";
    let mut lines = Vec::new();
    // Files that were read stay out: what they said is in the tables, and their prices are sealed.
    for (id, name, media_type, size, digest, at, by) in
        rows!(&mut *tx, Row, sql, territory, crate::blob::SEALED)
    {
        let sql = "SELECT content FROM blob WHERE territory = $1 AND id = $2";
        let content = row!(&mut *tx, (Vec<u8>,), sql, territory, &id);
        let content = content.ok_or_else(|| StoreError::missing("document", &id))?.0;
        folder.bytes(&format!("documents/{id}"), content).await?;
        lines.push(json!({
            "id": id, "name": name, "media_type": media_type, "size": size, "digest": digest,
            "created_at": at, "created_by": by,
        }));
    }
    folder.lines("documents.jsonl", lines.into_iter()).await
}

fn value(text: &str) -> Result<Value> {
    serde_json::from_str(text).map_err(|error| StoreError::Damaged(error.to_string()))
}

/// Where an export goes.
struct Folder(PathBuf);

impl Folder {
    async fn new(path: &Path) -> Result<Self> {
        for folder in [path.to_owned(), path.join("tables"), path.join("documents")] {
            tokio::fs::create_dir_all(&folder).await.map_err(|error| StoreError::file(&folder, error))?;
        }
        Ok(Self(path.to_owned()))
    }

    async fn write(&self, name: &str, text: String) -> Result<()> {
        self.bytes(name, text.into_bytes()).await
    }

    async fn lines(&self, name: &str, lines: impl Iterator<Item = Value>) -> Result<()> {
        self.write(name, lines.map(|line| line.to_string() + "\n").collect()).await
    }

    async fn bytes(&self, name: &str, bytes: Vec<u8>) -> Result<()> {
        let path = self.0.join(name);
        tokio::fs::write(&path, bytes).await.map_err(|error| StoreError::file(&path, error))
    }
}
