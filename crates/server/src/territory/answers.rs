//! Answers about a whole territory, worked out once for each version: fifty people who look at the map cost what one does.

use axum::http::header::{CONTENT_ENCODING, CONTENT_TYPE, VARY};
use axum::response::{IntoResponse, Response};
use flate2::{Compression, write::GzEncoder};
use std::collections::HashMap;
use std::io::Write;
use std::sync::{Arc, Mutex, PoisonError};
use tokio::sync::OnceCell;

/// Answers kept of one page; one more takes the place of all.
const KEPT: usize = 60;
/// From so many bytes on an answer is compressed for who takes that.
const LARGE: usize = 16_000;

/// An answer ready to be sent.
#[derive(Clone)]
pub(crate) struct Kept {
    media: &'static str,
    bytes: Arc<[u8]>,
    gzip: bool,
}

impl Kept {
    /// JSON of this media type, compressed when `gzip` is taken and worth it.
    pub(crate) fn new(media: &'static str, plain: Vec<u8>, gzip: bool) -> std::io::Result<Self> {
        if !gzip || plain.len() < LARGE {
            return Ok(Self { media, bytes: plain.into(), gzip: false });
        }
        let mut squeezed = GzEncoder::new(Vec::new(), Compression::fast());
        squeezed.write_all(&plain)?;
        Ok(Self { media, bytes: squeezed.finish()?.into(), gzip: true })
    }
}

impl IntoResponse for Kept {
    fn into_response(self) -> Response {
        let bytes = axum::body::Bytes::from_owner(self.bytes);
        let headers = [(CONTENT_TYPE, self.media), (VARY, "Accept-Encoding, Accept-Language")];
        if self.gzip {
            (headers, [(CONTENT_ENCODING, "gzip")], bytes).into_response()
        } else {
            (headers, bytes).into_response()
        }
    }
}

/// The answers of one page, by what was asked.
#[derive(Default)]
pub(crate) struct Answers {
    cells: Mutex<HashMap<String, Arc<OnceCell<Kept>>>>,
}

impl Answers {
    /// Where the answer to a question is or will be: whoever asks at the same time waits for the first.
    pub(crate) fn cell(&self, question: String) -> Arc<OnceCell<Kept>> {
        let mut cells = self.cells.lock().unwrap_or_else(PoisonError::into_inner);
        if cells.len() >= KEPT && !cells.contains_key(&question) {
            cells.clear();
        }
        Arc::clone(cells.entry(question).or_default())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn large_answers_are_squeezed_for_who_takes_it() {
        let large = vec![b'a'; LARGE];
        assert!(Kept::new("x", large.clone(), true).unwrap().bytes.len() < 200);
        assert_eq!(Kept::new("x", large, false).unwrap().bytes.len(), LARGE);
        assert!(!Kept::new("x", vec![b'a'; 100], true).unwrap().gzip);
    }

    #[test]
    fn the_same_question_has_the_same_answer_until_too_many_are_kept() {
        let answers = Answers::default();
        let first = answers.cell("map".to_owned());
        assert!(Arc::ptr_eq(&first, &answers.cell("map".to_owned())));
        for n in 0..KEPT {
            answers.cell(n.to_string());
        }
        assert!(!Arc::ptr_eq(&first, &answers.cell("map".to_owned())));
    }
}
