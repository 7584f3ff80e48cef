//! Rows about resources that hold for everything more specific too.

use crate::{Catalogue, ResourceId};
use std::collections::HashMap;

/// Rows by resource; a resource without a row takes that of its nearest ancestor.
#[derive(Clone, Debug)]
pub struct ByResource<T> {
    rows: HashMap<ResourceId, T>,
}

impl<T> Default for ByResource<T> {
    fn default() -> Self {
        Self { rows: HashMap::new() }
    }
}

impl<T> ByResource<T> {
    pub(crate) fn new(rows: impl IntoIterator<Item = (ResourceId, T)>) -> Self {
        Self { rows: rows.into_iter().collect() }
    }

    /// The rows of a resource (dense index) and of everything more general, nearest first, with the is-a steps up to each.
    pub fn upwards<'a>(
        &'a self,
        catalogue: &'a Catalogue,
        resource: usize,
    ) -> impl Iterator<Item = (&'a T, u8)> + 'a {
        let up = catalogue.ancestors(resource).iter();
        up.filter_map(|&(ix, steps)| Some((self.rows.get(catalogue.all()[ix].id.as_str())?, steps)))
    }

    /// The nearest row and how many is-a steps up it stands.
    pub fn nearest<'a>(&'a self, catalogue: &'a Catalogue, resource: usize) -> Option<(&'a T, u8)> {
        self.upwards(catalogue, resource).next()
    }

    /// Every row with its resource, in no order.
    pub fn all(&self) -> impl Iterator<Item = (&ResourceId, &T)> {
        self.rows.iter()
    }
}
