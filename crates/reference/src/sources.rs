//! Where facts come from.

use crate::SourceId;
use serde::Deserialize;

/// A document.
#[derive(Clone, Debug, Deserialize, serde::Serialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// Id cited by facts.
    pub id: SourceId,
    /// Title in its own language; in French for what the project says itself.
    pub title: String,
    /// Title for English readers, where the document is not better known by its own.
    pub title_en: Option<String>,
    /// Who published it.
    pub publisher: String,
    /// `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
    pub date: String,
    /// Under what terms its facts are used here.
    pub licence: String,
    /// Where a reader finds it.
    pub url: Option<String>,
    /// Anything to know before trusting it.
    pub note: Option<String>,
}

impl Source {
    /// The title for a reader of `lang` ("fr" or "en").
    pub fn label(&self, lang: &str) -> &str {
        self.title_en.as_deref().filter(|_| lang == "en").unwrap_or(&self.title)
    }
}
