//! Documents and photos.

use crate::db::{execute, row, rows};
use crate::time::{instant, stamp};
use crate::{Result, Store, StoreError};
use chrono::{DateTime, Utc};
use model::BlobId;
use sha2::{Digest, Sha256};

/// A document, without its bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Blob {
    /// Stable id.
    pub id: BlobId,
    /// Which territory.
    pub territory: String,
    /// File name shown.
    pub name: String,
    /// Media type as stated.
    pub media_type: String,
    /// Length in bytes.
    pub size: i64,
    /// SHA-256 of the bytes, hexadecimal.
    pub digest: String,
    /// Came.
    pub created_at: DateTime<Utc>,
    /// From whom.
    pub created_by: String,
}

/// A document to keep.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewBlob {
    /// Which territory.
    pub territory: String,
    /// File name shown.
    pub name: String,
    /// Media type as stated.
    pub media_type: String,
    /// Content.
    pub bytes: Vec<u8>,
    /// From whom.
    pub author: String,
}

/// Largest document kept, bytes.
pub const LARGEST: usize = 50 << 20;

/// The media type of a file that was sent to be read: it may hold prices, so its bytes are sealed like them.
pub(crate) const SEALED: &str = "application/vnd.fe2i.sealed";

/// id, territory, name, `media_type`, size, digest, `created_at`, `created_by`
type Row = (String, String, String, String, i64, String, String, String);

fn blob((id, territory, name, media_type, size, digest, created, created_by): Row) -> Result<Blob> {
    let created_at = instant(&created)?;
    Ok(Blob { id: id.into(), territory, name, media_type, size, digest, created_at, created_by })
}

/// What ties sealed bytes to their place.
fn place(territory: &str, id: &str) -> String {
    format!("{territory}\nblob\n{id}\ncontent")
}

impl Store {
    /// Keeps a document of at most [`LARGEST`] bytes.
    pub async fn put_blob(&self, new: NewBlob, at: DateTime<Utc>) -> Result<Blob> {
        let NewBlob { territory, name, media_type, bytes, author } = new;
        if bytes.len() > LARGEST {
            return Err(StoreError::Refused(format!(
                "« {name} » fait {} octets ; au plus {LARGEST}",
                bytes.len()
            )));
        }
        let id = self.inner.entropy.id()?;
        let size = i64::try_from(bytes.len()).unwrap_or(i64::MAX);
        let digest = crate::key::hex(&Sha256::digest(&bytes));
        let bytes = if media_type == SEALED {
            self.key()?.seal(&self.inner.entropy, &place(&territory, &id), &bytes)?.into_bytes()
        } else {
            bytes
        };
        let mut conn = self.inner.write.conn().await?;
        let sql = "INSERT INTO blob (territory, id, name, media_type, size, digest, created_at, created_by, content) \
                   VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
        execute!(
            &mut conn,
            sql,
            &territory,
            &id,
            &name,
            &media_type,
            size,
            &digest,
            stamp(at),
            &author,
            bytes
        );
        Ok(Blob {
            id: id.into(),
            territory,
            name,
            media_type,
            size,
            digest,
            created_at: at,
            created_by: author,
        })
    }

    /// Keeps a file that is to be read, sealed: what it says of prices is nobody's to read again.
    pub async fn put_upload(&self, new: NewBlob, at: DateTime<Utc>) -> Result<Blob> {
        self.put_blob(NewBlob { media_type: SEALED.to_owned(), ..new }, at).await
    }

    /// A file sent to be read, opened for the engine.
    pub async fn upload(&self, territory: &str, id: &BlobId) -> Result<Option<(Blob, Vec<u8>)>> {
        let Some((blob, secret)) = self.kept(territory, id).await? else { return Ok(None) };
        if blob.media_type != SEALED {
            return Ok(None);
        }
        let text = String::from_utf8(secret).map_err(|error| StoreError::Damaged(error.to_string()))?;
        let bytes = self.key()?.open(&place(territory, id.as_str()), &text)?;
        Ok(Some((blob, bytes)))
    }

    /// A document with its bytes; `None` when this territory has none of that id.
    pub async fn blob(&self, territory: &str, id: &BlobId) -> Result<Option<(Blob, Vec<u8>)>> {
        let found = self.kept(territory, id).await?;
        Ok(found.filter(|(blob, _)| blob.media_type != SEALED))
    }

    async fn kept(&self, territory: &str, id: &BlobId) -> Result<Option<(Blob, Vec<u8>)>> {
        let mut tx = self.inner.read.reading().await?;
        let sql = "SELECT id, territory, name, media_type, size, digest, created_at, created_by FROM blob \
                   WHERE territory = $1 AND id = $2";
        let found = row!(&mut tx, Row, sql, territory, id.as_str()).map(blob).transpose()?;
        let sql = "SELECT content FROM blob WHERE territory = $1 AND id = $2";
        let bytes = row!(&mut tx, (Vec<u8>,), sql, territory, id.as_str());
        Ok(found.zip(bytes.map(|(bytes,)| bytes)))
    }

    /// The documents of a territory, oldest first; files that were read are none.
    pub async fn blobs(&self, territory: &str) -> Result<Vec<Blob>> {
        let mut conn = self.inner.read.conn().await?;
        let sql = "SELECT id, territory, name, media_type, size, digest, created_at, created_by FROM blob \
                   WHERE territory = $1 AND media_type <> $2 ORDER BY created_at, id";
        rows!(&mut conn, Row, sql, territory, SEALED).into_iter().map(blob).collect()
    }

    /// Deletes one; true when there was one.
    pub async fn delete_blob(&self, territory: &str, id: &BlobId) -> Result<bool> {
        let mut conn = self.inner.write.conn().await?;
        let sql = "DELETE FROM blob WHERE territory = $1 AND id = $2";
        Ok(execute!(&mut conn, sql, territory, id.as_str()) > 0)
    }
}
