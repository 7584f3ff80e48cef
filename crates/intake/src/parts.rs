//! Actors and sites of which a file gives only the name and the number.

use crate::text::fold;
use model::{Actor, ActorId, ActorKind, Evidence, Siret, Site, SiteId};

/// Why a line goes back whose cell has swallowed the lines after it.
pub(crate) const OPEN_QUOTE: &str = "un guillemet ouvert dans cette ligne n'est pas refermé : les lignes suivantes ont été prises pour la suite de la cellule";

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

/// A site of which nothing more is known; the caller fills in the rest.
pub(crate) fn site(id: SiteId, actor: ActorId, name: impl Into<String>, evidence: Evidence) -> Site {
    Site {
        id,
        actor,
        name: name.into(),
        siret: None,
        activity: None,
        activity_label: None,
        headcount: None,
        place: None,
        address: None,
        commune: None,
        zone: None,
        evidence,
    }
}
