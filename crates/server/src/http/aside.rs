//! Work that computes or reads files, away from the threads that answer.

use crate::problem::{Answer, Problem};

/// Does it on a thread of its own; a panic there is our own fault (500), not the end of the server.
pub(crate) async fn aside<T: Send + 'static>(work: impl FnOnce() -> Answer<T> + Send + 'static) -> Answer<T> {
    tokio::task::spawn_blocking(work).await.map_err(|error| Problem::internal(&error))?
}
