//! Actors and sites of which a file gives only the name and the number.

use crate::text::fold;
use model::{Actor, ActorId, ActorKind, Evidence, Siret, SiteId};

/// Message key: why a line goes back whose cell has swallowed the lines after it.
pub(crate) const OPEN_QUOTE: &str = "refused-open-quote";
/// Message key: why a SIRET goes back that another site of the file has.
pub(crate) const SIRET_TWICE: &str = "refused-siret-twice";
/// Message key: why coordinates go back that cannot be true.
pub(crate) const COORDINATES: &str = "refused-coordinates";

/// The id of a legal unit by its SIREN.
pub(crate) fn actor_id(siren: &str) -> ActorId {
    ActorId::from(format!("siren:{siren}"))
}

/// The id of a site by its SIRET.
pub(crate) fn site_id(siret: &Siret) -> SiteId {
    SiteId::from(format!("siret:{siret}"))
}

/// The id of what has no number: the origin and the folded name.
pub(crate) fn named_id(origin: &str, name: &str) -> String {
    format!("{origin}:{}", fold(name).replace(' ', "-"))
}

/// An actor; a company unless the caller knows better.
pub(crate) fn actor(id: ActorId, name: impl Into<String>, evidence: Evidence) -> Actor {
    Actor { id, name: name.into(), kind: ActorKind::Company, evidence }
}
