//! Reading an export back.

use super::{FORMAT, Line, Manifest};
use crate::audit::{self, chain};
use crate::db::{Cell, Tx, execute, insert};
use crate::sealed::Seal;
use crate::time::instant;
use crate::{Notice, Result, Store, StoreError, territory};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use sha2::{Digest, Sha256};
use std::path::{Path, PathBuf};

#[derive(Deserialize)]
struct AuditLine {
    version: i64,
    rank: i64,
    kind: String,
    id: String,
    before: Option<Value>,
    after: Option<Value>,
    digest: String,
    erased: bool,
    author: String,
    at: String,
    hash: String,
}

#[derive(Deserialize)]
struct Sealed {
    kind: String,
    id: String,
    field: String,
    secret: String,
    updated_at: String,
    updated_by: String,
}

#[derive(Deserialize)]
struct Read {
    kind: String,
    id: String,
    field: String,
    reader: String,
    why: String,
    at: String,
}

#[derive(Deserialize)]
struct Document {
    id: String,
    name: String,
    media_type: String,
    size: i64,
    digest: String,
    created_at: String,
    created_by: String,
}

impl Store {
    /// Takes in what [`Store::export`] wrote, as it was: ids, revisions, audit chain, sealed values, documents. Gives the territory's id.
    ///
    /// [`StoreError::Exists`] when there is a territory of that id; [`StoreError::Damaged`] when the audit chain or a document is not what
    /// was written; [`StoreError::Key`] when there are sealed values and the key is another one.
    pub async fn import(&self, folder: &Path) -> Result<String> {
        let path = folder.join("manifest.json");
        let text = std::fs::read_to_string(&path).map_err(|error| StoreError::file(&path, error))?;
        let manifest: Manifest = serde_json::from_str(&text).map_err(|error| wrong(&path, 1, &error))?;
        if manifest.format != FORMAT {
            return Err(wrong(&path, 1, &format!("format « {} », attendu « {FORMAT} »", manifest.format)));
        }
        let id = manifest.territory.clone();
        let mut tx = self.inner.write.begin().await?;
        if !territory::make(&mut tx, &id, instant(&manifest.created_at)?).await? {
            return Err(StoreError::Exists { what: "territoire", id });
        }
        let sql = "UPDATE territory SET version = $1, head = $2 WHERE id = $3";
        execute!(&mut tx, sql, manifest.version, &manifest.head, &id);
        records(&mut tx, &id, folder).await?;
        audit_lines(&mut tx, &id, folder).await?;
        self.sealed(&mut tx, &id, folder).await?;
        documents(&mut tx, &id, folder).await?;
        if let Some(broken) = chain(&mut tx, &id).await?.broken {
            let (version, rank) = (broken.version, broken.rank);
            return Err(StoreError::Damaged(format!("audit.jsonl, {version}.{rank} : {}", broken.why)));
        }
        tx.commit().await?;
        self.tell(Notice { territory: id.clone(), version: manifest.version });
        Ok(id)
    }

    async fn sealed(&self, tx: &mut Tx, territory: &str, folder: &Path) -> Result<()> {
        let lines: Vec<Sealed> = lines(folder, "sealed.jsonl")?;
        let mut cells: Vec<Vec<Cell>> = Vec::with_capacity(lines.len());
        for Sealed { kind, id, field, secret, updated_at, updated_by } in lines {
            let place = Seal {
                territory: territory.into(),
                kind: kind.parse().map_err(|error| StoreError::Damaged(format!("sealed.jsonl : {error}")))?,
                id: id.clone(),
                field: field.clone(),
            };
            self.open_value(&place, &secret)?;
            let row: [Cell; 7] = [
                territory.into(),
                kind.into(),
                id.into(),
                field.into(),
                secret.into(),
                updated_at.into(),
                updated_by.into(),
            ];
            cells.push(row.into());
        }
        let sql = "INSERT INTO sealed (territory, kind, id, field, secret, updated_at, updated_by) VALUES ";
        insert(tx, sql, "", cells).await?;
        let reads: Vec<Read> = self::lines(folder, "sealed_reads.jsonl")?;
        let row = |Read { kind, id, field, reader, why, at }: Read| -> Vec<Cell> {
            vec![territory.into(), kind.into(), id.into(), field.into(), reader.into(), why.into(), at.into()]
        };
        let sql = "INSERT INTO sealed_read (territory, kind, id, field, reader, why, at) VALUES ";
        insert(tx, sql, "", reads.into_iter().map(row).collect()).await
    }
}

async fn records(tx: &mut Tx, territory: &str, folder: &Path) -> Result<()> {
    let row = |line: Line| -> Vec<Cell> {
        vec![
            territory.into(),
            line.kind.into(),
            line.id.into(),
            line.revision.into(),
            line.body.to_string().into(),
            line.born.into(),
            line.rank.into(),
            line.updated_at.into(),
            line.updated_by.into(),
        ]
    };
    let lines: Vec<Line> = lines(folder, "records.jsonl")?;
    let sql = "INSERT INTO record (territory, kind, id, revision, body, born, rank, updated_at, updated_by) VALUES ";
    insert(tx, sql, "", lines.into_iter().map(row).collect()).await
}

async fn audit_lines(tx: &mut Tx, territory: &str, folder: &Path) -> Result<()> {
    let row = |line: AuditLine| -> Vec<Cell> {
        vec![
            territory.into(),
            line.version.into(),
            line.rank.into(),
            line.kind.into(),
            line.id.into(),
            line.before.map(|body| body.to_string()).into(),
            line.after.map(|body| body.to_string()).into(),
            line.digest.into(),
            line.erased.into(),
            line.author.into(),
            line.at.into(),
            line.hash.into(),
        ]
    };
    let lines: Vec<AuditLine> = lines(folder, "audit.jsonl")?;
    insert(tx, audit::INSERT, "", lines.into_iter().map(row).collect()).await
}

async fn documents(tx: &mut Tx, territory: &str, folder: &Path) -> Result<()> {
    let sql = "INSERT INTO blob (territory, id, name, media_type, size, digest, created_at, created_by, content) VALUES ";
    for document in lines::<Document>(folder, "documents.jsonl")? {
        let Document { id, name, media_type, size, digest, created_at, created_by } = document;
        if id.is_empty() || !id.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return Err(StoreError::Damaged(format!("documents.jsonl : « {id} » n'est pas un nom")));
        }
        let path = folder.join("documents").join(&id);
        let content = tokio::fs::read(&path).await.map_err(|error| StoreError::file(&path, error))?;
        if crate::key::hex(&Sha256::digest(&content)) != digest {
            return Err(StoreError::Damaged(format!("{} n'est pas ce qui fut écrit", path.display())));
        }
        let row: [Cell; 9] = [
            territory.into(),
            id.into(),
            name.into(),
            media_type.into(),
            size.into(),
            digest.into(),
            created_at.into(),
            created_by.into(),
            content.into(),
        ];
        insert(tx, sql, "", vec![row.into()]).await?;
    }
    Ok(())
}

fn lines<T: DeserializeOwned>(folder: &Path, name: &str) -> Result<Vec<T>> {
    let path: PathBuf = folder.join(name);
    let text = std::fs::read_to_string(&path).map_err(|error| StoreError::file(&path, error))?;
    let read = |(number, line): (usize, &str)| {
        serde_json::from_str(line).map_err(|error| wrong(&path, number + 1, &error))
    };
    text.lines().enumerate().map(read).collect()
}

fn wrong(path: &Path, line: usize, why: &impl std::fmt::Display) -> StoreError {
    StoreError::Refused(format!("{}, ligne {line} : {why}", path.display()))
}
