//! What was done, by whom, when: a chain in which no line can be changed, left out or added without its being seen.
//!
//! Each line's hash covers the hash before it, its own fields and a digest of both bodies; the territory keeps the last hash. Personal data
//! can be erased from old lines on request: the digest stays, and with it the chain.

mod erase;
mod read;
mod verify;

pub use read::{AuditFilter, AuditLine};
pub(crate) use verify::chain;
pub use verify::{Broken, Chain};

use crate::Kind;
use crate::db::Cell;
use sha2::{Digest, Sha256};

/// The hash before the first line.
pub(crate) const GENESIS: &str = "";

/// Start of the statement that writes lines.
pub(crate) const INSERT: &str = "INSERT INTO audit (territory, version, rank, kind, id, before_body, after_body, \
                                 digest, erased, author, at, hash) VALUES ";

/// The fields of a line that a hash covers beside the bodies.
pub(crate) struct Line<'a> {
    pub version: i64,
    pub rank: i64,
    pub kind: Kind,
    pub id: &'a str,
    pub author: &'a str,
    pub at: &'a str,
}

/// Digest of what was and what is.
pub(crate) fn digest(before: Option<&str>, after: Option<&str>) -> String {
    let mut hasher = Sha256::new();
    for body in [before, after] {
        match body {
            // Lengths keep « ab », « c » apart from « a », « bc »; nothing apart from empty.
            Some(body) => feed(&mut hasher, body),
            None => hasher.update([0]),
        }
    }
    crate::key::hex(&hasher.finalize())
}

/// The hash of a line after the one before it.
pub(crate) fn link(previous: &str, line: &Line<'_>, digest: &str) -> String {
    let mut hasher = Sha256::new();
    hasher.update(line.version.to_be_bytes());
    hasher.update(line.rank.to_be_bytes());
    for text in [previous, line.kind.as_str(), line.id, line.author, line.at, digest] {
        feed(&mut hasher, text);
    }
    crate::key::hex(&hasher.finalize())
}

fn feed(hasher: &mut Sha256, text: &str) {
    hasher.update([1]);
    hasher.update(u64::try_from(text.len()).unwrap_or(u64::MAX).to_be_bytes());
    hasher.update(text.as_bytes());
}

/// A line as the database has it.
pub(crate) fn row(
    territory: &str,
    line: &Line<'_>,
    before: Option<String>,
    after: Option<String>,
    digest: String,
    hash: String,
) -> Vec<Cell> {
    vec![
        territory.into(),
        line.version.into(),
        line.rank.into(),
        line.kind.as_str().into(),
        line.id.into(),
        before.into(),
        after.into(),
        digest.into(),
        false.into(),
        line.author.into(),
        line.at.into(),
        hash.into(),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line() -> Line<'static> {
        Line {
            version: 2,
            rank: 0,
            kind: Kind::Flow,
            id: "f",
            author: "p",
            at: "2026-11-22T08:21:00.000000Z",
        }
    }

    #[test]
    fn every_field_moves_the_hash() {
        let base = link("a", &line(), "d");
        let others = [
            link("b", &line(), "d"),
            link("a", &line(), "e"),
            link("a", &Line { version: 3, ..line() }, "d"),
            link("a", &Line { rank: 1, ..line() }, "d"),
            link("a", &Line { kind: Kind::Site, ..line() }, "d"),
            link("a", &Line { id: "g", ..line() }, "d"),
            link("a", &Line { author: "q", ..line() }, "d"),
            link("a", &Line { at: "2026-11-22T08:21:00.000001Z", ..line() }, "d"),
        ];
        assert!(others.iter().all(|hash| *hash != base));
    }

    #[test]
    fn bodies_are_kept_apart() {
        assert_ne!(digest(Some("ab"), Some("c")), digest(Some("a"), Some("bc")));
        assert_ne!(digest(None, Some("a")), digest(Some("a"), None));
        assert_ne!(digest(None, None), digest(Some(""), None));
    }
}
