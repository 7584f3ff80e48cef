//! What a firm sells without making it for sale: bark, sawdust, digestate. A product in law, a residue in the mind of whoever looks for one.

use crate::resources::{Hazard, Kind};
use crate::{Reference, Tells, Typical};

impl Reference {
    /// True when what a site of these rev. 2 classes says it sells, a resource of the catalogue by its number, falls off beside its products: its
    /// trade has it as a residue more often than as a product, or nobody makes it for sale. What is only called by what it becomes when nobody
    /// wants it (bread read as unsold bread) is what the words say: a product.
    pub fn is_by_product(&self, classes: &[String], resource: usize, wording: &str) -> bool {
        let Some(thing) = self.catalogue.all().get(resource) else { return false };
        let unwanted = |text: &str| self.sense.says(text, Tells::Unwanted);
        if thing.kind != Kind::Material
            || thing.hazard != Hazard::No
            || (unwanted(&thing.fr) && !unwanted(wording))
        {
            return false;
        }
        let chances =
            |side: &[Typical]| side.iter().find(|typical| typical.r == thing.id).map(|typical| typical.p);
        let mut profiles = classes.iter().map(|class| self.activities.profile(class));
        let own = profiles.find(|profile| !profile.is_empty()).unwrap_or_default();
        match (chances(&own.gives), chances(&own.makes)) {
            (Some(gives), makes) => makes.is_none_or(|makes| gives > makes),
            (None, Some(_)) => false,
            (None, None) => {
                let all = || self.activities.all().iter();
                all().any(|trade| chances(&trade.gives).is_some())
                    && !all().any(|trade| chances(&trade.makes).is_some())
            }
        }
    }
}
