//! The two ends of a shipment.

use crate::commune::commune_place;
use crate::position::address;
use crate::{Options, parts};
use model::{Actor, ActorId, Basis, Evidence, Siret, Site, SiteId};

/// One end of a shipment, as a line says it.
#[derive(Clone, Debug, Default)]
pub(super) struct Party {
    pub siret: Option<Siret>,
    /// Any other number: VAT, foreign register.
    pub number: Option<String>,
    pub name: String,
    pub street: Option<String>,
    pub postcode: Option<String>,
    pub commune: Option<String>,
}

impl Party {
    pub(super) fn site_id(&self) -> SiteId {
        match (&self.siret, &self.number) {
            (Some(siret), _) => parts::site_id(siret),
            (None, Some(number)) => SiteId::from(parts::named_id("register", number)),
            (None, None) => SiteId::from(parts::named_id("register", &self.name)),
        }
    }

    /// The actor and the site it makes.
    pub(super) fn build(&self, source: &str, options: &Options<'_>) -> (Actor, Site) {
        let id = self.site_id();
        let evidence = Evidence::new(Basis::Register, source);
        let unit = match &self.siret {
            Some(siret) => parts::actor_id(siret.siren()),
            None => ActorId::from(id.as_str()),
        };
        let (postcode, commune) = (self.postcode.as_deref(), self.commune.as_deref());
        let mut site = Site::new(id, unit.clone(), self.name.as_str(), evidence.clone());
        site.siret.clone_from(&self.siret);
        site.address = address(self.street.as_deref(), postcode, commune);
        site.commune.clone_from(&self.commune);
        site.place = commune_place(options.reference, commune, postcode);
        (parts::actor(unit, self.name.as_str(), evidence), site)
    }
}
