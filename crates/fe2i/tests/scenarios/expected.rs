//! `attendu.toml`: see `scenarios/README.md`.

use serde::Deserialize;
use std::path::Path;

/// One `[[attendu]]` or `[[interdit]]`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Expected {
    /// Name of the check.
    pub id: String,
    /// Kinds of lead it may come as: what is sold is a purchase, the same thing thrown away a substitution.
    #[serde(rename = "sorte", deserialize_with = "one_or_more")]
    pub kinds: Vec<Kind>,
    /// Givers or owners: one of them is enough.
    #[serde(default, rename = "de")]
    pub from: Vec<String>,
    /// Takers or partners: one of them is enough, two when there is no `from`.
    #[serde(rename = "vers")]
    pub to: Vec<String>,
    /// The resource, in one or more ways of saying it.
    #[serde(rename = "mots")]
    pub words: Vec<String>,
    /// Largest rank among leads of the kind; `None` for what must not be there.
    #[serde(default, rename = "parmi")]
    pub among: Option<usize>,
    /// Sites that the lead gathers at least.
    #[serde(default, rename = "au_moins")]
    pub least: usize,
    /// Why fe2i does not manage it so far; said aloud when it does.
    #[serde(default, rename = "pas_encore")]
    pub not_yet: Option<String>,
    /// The worst rank a known gap may have: the one reached so far. `None` for a gap found at no rank.
    #[serde(default, rename = "au_plus")]
    pub worst: Option<usize>,
    /// For people.
    #[serde(default)]
    pub note: String,
    #[serde(skip)]
    pub forbidden: bool,
}

/// `"x"` or `["x", "y"]`.
fn one_or_more<'de, D: serde::Deserializer<'de>>(from: D) -> Result<Vec<Kind>, D::Error> {
    #[derive(Deserialize)]
    #[serde(untagged)]
    enum OneOrMore {
        One(Kind),
        More(Vec<Kind>),
    }
    Ok(match OneOrMore::deserialize(from)? {
        OneOrMore::One(kind) => vec![kind],
        OneOrMore::More(kinds) => kinds,
    })
}

#[derive(Clone, Copy, Debug, Deserialize, PartialEq)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    Substitution,
    Mutualisation,
    AchatLocal,
    Chaine,
}

impl Kind {
    /// The same in `--json`.
    pub fn in_json(self) -> &'static str {
        match self {
            Self::Substitution => "substitution",
            Self::Mutualisation => "sharing",
            Self::AchatLocal => "local-purchase",
            Self::Chaine => "chain",
        }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default)]
    attendu: Vec<Expected>,
    #[serde(default)]
    interdit: Vec<Expected>,
}

/// All checks of a scenario.
pub fn read(path: &Path) -> Vec<Expected> {
    let text = std::fs::read_to_string(path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    let mut file: File = toml::from_str(&text).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    for one in &file.attendu {
        assert!(one.among.is_some(), "{}, {}: « parmi » is missing", path.display(), one.id);
        let gap = one.worst.is_none() || (one.not_yet.is_some() && one.worst > one.among);
        assert!(
            gap,
            "{}, {}: « au_plus » goes with « pas_encore », beyond « parmi »",
            path.display(),
            one.id
        );
    }
    for one in &mut file.interdit {
        assert!(one.among.is_none(), "{}, {}: « parmi » has no meaning here", path.display(), one.id);
        assert!(one.not_yet.is_none(), "{}, {}: what is forbidden is no gap", path.display(), one.id);
        one.forbidden = true;
    }
    file.attendu.into_iter().chain(file.interdit).collect()
}
