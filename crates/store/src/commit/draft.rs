//! A change measured against what is there.

use super::Guard;
use crate::{Change, Conflict, Edit, Kind, Record, Result, StoreError};
use serde_json::Value;
use std::collections::HashSet;

/// A change and what it starts from.
pub(crate) struct Draft<'a> {
    pub kind: Kind,
    pub id: &'a str,
    pub before: Option<Record>,
    pub after: Option<Value>,
}

/// Refuses what no state of the database would allow.
pub(super) fn check(edit: &Edit) -> Result<()> {
    if edit.author.is_empty() {
        return Err(StoreError::Refused("une modification a un auteur".into()));
    }
    let mut seen = HashSet::with_capacity(edit.changes.len());
    for change in &edit.changes {
        let id = &change.id;
        if id.is_empty() || id.len() > 400 || id.chars().any(char::is_control) {
            return Err(StoreError::Refused(format!(
                "{} : « {} » n'est pas un identifiant ; attendu 1 à 400 octets sans caractère de contrôle",
                change.kind,
                id.escape_debug()
            )));
        }
        if change.body.as_ref().is_some_and(|body| !body.is_object()) {
            return Err(StoreError::Refused(format!("{} {id} : le contenu doit être un objet", change.kind)));
        }
        if !seen.insert((change.kind, id)) {
            return Err(StoreError::Refused(format!(
                "{} {id} vient deux fois dans la même modification",
                change.kind
            )));
        }
    }
    Ok(())
}

impl<'a> Draft<'a> {
    /// Refuses a change made from another revision than the one that is there.
    pub(super) fn of(change: &'a Change, before: Option<Record>, guard: Guard) -> Result<Self> {
        let Change { kind, id, expected, body } = change;
        if guard == Guard::Revisions && before.as_ref().map(|record| record.revision) != *expected {
            return Err(StoreError::Conflict(Box::new(Conflict {
                kind: *kind,
                id: id.clone(),
                expected: *expected,
                present: before,
            })));
        }
        Ok(Self { kind: *kind, id, before, after: body.clone() })
    }

    fn unchanged(&self) -> bool {
        self.before.as_ref().map(|record| &record.body) == self.after.as_ref()
    }

    /// The revision its record has after the edit.
    pub(super) fn revision(&self, version: i64) -> i64 {
        match &self.before {
            Some(record) if self.unchanged() => record.revision,
            _ => version,
        }
    }

    /// Itself, unless it changes nothing.
    pub(super) fn changed(self) -> Option<Self> {
        if self.unchanged() { None } else { Some(self) }
    }
}
