//! Names of flows, of which a territory has millions: who it is of and what it is, so that the guesses of a profile share their text.

use crate::{SiteId, Text};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::cmp::Ordering;
use std::fmt;

/// A flow, stable over re-reading: origin, site, direction, wording and rank; of a guess `site/direction/resource`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(from = "String", into = "String")]
pub struct FlowId {
    /// All before the last stroke but one; the whole name when there is none.
    of: SiteId,
    what: Option<Text>,
}

impl FlowId {
    /// The name of a guess. `what` is `direction/resource`, with one stroke.
    pub fn of_guess(site: &SiteId, what: &Text) -> Self {
        Self { of: site.clone(), what: Some(what.clone()) }
    }

    /// As text.
    pub fn as_str(&self) -> Cow<'_, str> {
        match &self.what {
            None => self.of.as_str().into(),
            Some(what) => format!("{}/{what}", self.of).into(),
        }
    }
}

/// In the order of the text.
impl Ord for FlowId {
    fn cmp(&self, other: &Self) -> Ordering {
        self.as_str().cmp(&other.as_str())
    }
}

impl PartialOrd for FlowId {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl From<&str> for FlowId {
    fn from(text: &str) -> Self {
        match text.rmatch_indices('/').nth(1) {
            Some((at, _)) => Self { of: text[..at].into(), what: Some(text[at + 1..].into()) },
            None => Self { of: text.into(), what: None },
        }
    }
}

impl From<String> for FlowId {
    fn from(text: String) -> Self {
        text.as_str().into()
    }
}

impl From<FlowId> for String {
    fn from(id: FlowId) -> Self {
        id.as_str().into_owned()
    }
}

impl fmt::Display for FlowId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_name_is_one_id_however_it_was_made() {
        let guess = FlowId::of_guess(&"network:a/b".into(), &"GivesOut/ash".into());
        assert_eq!(guess, FlowId::from("network:a/b/GivesOut/ash"));
        for text in ["", "a", "/", "a/", "//", "a//", "/a/b", "network:a/b/GivesOut/ash"] {
            assert_eq!(FlowId::from(text).to_string(), text);
        }
        assert!(FlowId::from("a-1/GivesOut/ash") < FlowId::from("a/GivesOut/ash"), "as the text");
    }
}
