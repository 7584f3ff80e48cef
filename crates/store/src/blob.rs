//! Documents and photos.

use crate::{Result, Store};
use chrono::{DateTime, Utc};
use model::BlobId;

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

impl Store {
    /// Keeps a document.
    pub async fn put_blob(&self, new: &NewBlob, at: DateTime<Utc>) -> Result<Blob> {
        todo!("{}{at}", new.name)
    }

    /// A document with its bytes; `None` when this territory has none of that id.
    pub async fn blob(&self, territory: &str, id: &BlobId) -> Result<Option<(Blob, Vec<u8>)>> {
        todo!("{territory}{id}")
    }

    /// The documents of a territory, oldest first.
    pub async fn blobs(&self, territory: &str) -> Result<Vec<Blob>> {
        todo!("{territory}")
    }

    /// Deletes one; true when there was one.
    pub async fn delete_blob(&self, territory: &str, id: &BlobId) -> Result<bool> {
        todo!("{territory}{id}")
    }
}
