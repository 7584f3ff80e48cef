//! Why a file cannot be read at all. A line that cannot be read is a `Reject`, not an error.

use std::path::Path;

/// Why a file cannot be read: which file, what is wrong, what would be right. The text goes to the user as it is, in French.
#[derive(Debug, thiserror::Error)]
pub enum IntakeError {
    /// The system refuses: missing, no permission, disk error.
    #[error("{path} : lecture impossible ({source})")]
    Io {
        /// Path as given.
        path: String,
        /// What the system says.
        source: std::io::Error,
    },
    /// Nothing in it.
    #[error("{path} : le fichier est vide ; attendu une ligne d'en-têtes puis une ligne par donnée")]
    Empty {
        /// Path as given.
        path: String,
    },
    /// Not text, not a workbook.
    #[error("{path} : ce n'est pas un tableau lisible ({found}) ; attendu un fichier CSV, XLSX, XLS ou ODS")]
    NotATable {
        /// Path as given.
        path: String,
        /// What it looks like.
        found: String,
    },
    /// A password is asked for.
    #[error(
        "{path} : le classeur est protégé par un mot de passe ; enregistrez-le sans mot de passe puis relisez-le"
    )]
    Encrypted {
        /// Path as given.
        path: String,
    },
    /// A workbook that is cut or broken.
    #[error(
        "{path} : le classeur est abîmé ou incomplet ({what}) ; ouvrez-le dans un tableur et enregistrez-le à nouveau en XLSX"
    )]
    Damaged {
        /// Path as given.
        path: String,
        /// What the parser stumbled on.
        what: String,
    },
    /// Larger than what the reader accepts.
    #[error("{path} : {what} dépasse la limite de {limit} ; {advice}")]
    TooLarge {
        /// Path as given.
        path: String,
        /// What is too large.
        what: String,
        /// The limit, with its unit.
        limit: String,
        /// What would be right.
        advice: String,
    },
    /// Readable, but of no known format.
    #[error("{path} : format non reconnu ; en-têtes lus : {headings} ; formats lus : {known}")]
    UnknownFormat {
        /// Path as given.
        path: String,
        /// First line that looks like headings.
        headings: String,
        /// The formats that are read.
        known: String,
    },
    /// Recognised, but of a kind that says nothing of what is looked for.
    #[error("{path} : {what} ; {advice}")]
    Unsupported {
        /// Path, and sheet.
        path: String,
        /// What it is.
        what: String,
        /// What would be right.
        advice: String,
    },
    /// A heading that must be unique stands twice.
    #[error("{place} : la colonne « {heading} » figure deux fois ; gardez-en une seule")]
    DoubleHeading {
        /// Path and sheet.
        place: String,
        /// The heading.
        heading: String,
    },
    /// A JSON file that is no JSON.
    #[error("{path} : JSON illisible, {what}")]
    Json {
        /// Path as given.
        path: String,
        /// What the parser says, with line and column.
        what: String,
    },
}

impl IntakeError {
    /// A refusal of the system.
    pub fn io(path: &str, source: std::io::Error) -> Self {
        Self::Io { path: path.to_owned(), source }
    }

    /// The file it is about, as given (with the sheet for [`IntakeError::DoubleHeading`]).
    pub fn path(&self) -> &str {
        match self {
            Self::Io { path, .. }
            | Self::Empty { path }
            | Self::NotATable { path, .. }
            | Self::Encrypted { path }
            | Self::Damaged { path, .. }
            | Self::TooLarge { path, .. }
            | Self::UnknownFormat { path, .. }
            | Self::Unsupported { path, .. }
            | Self::Json { path, .. } => path,
            Self::DoubleHeading { place, .. } => place,
        }
    }
}

/// A path as shown to people: `/` on every system.
pub(crate) fn shown(path: &Path) -> String {
    path.to_string_lossy().replace('\\', "/")
}
