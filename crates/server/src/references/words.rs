//! The catalogue's words for a device without network: enough to name a resource and turn a skip into tonnes.

use crate::shapes::ResourceWords;
use crate::view::range;
use reference::{Reference, Resource};
use wording::Lang;

/// Every resource with its words in a language.
pub(crate) fn words(reference: &Reference, lang: Lang) -> Vec<ResourceWords> {
    reference.catalogue.all().iter().map(|resource| of(resource, lang)).collect()
}

fn of(resource: &Resource, lang: Lang) -> ResourceWords {
    let name = resource.label(lang.code()).to_owned();
    let said = if lang == Lang::En { &resource.words_en } else { &resource.words_fr };
    ResourceWords {
        id: resource.id.to_string(),
        words: std::iter::once(name.clone()).chain(said.iter().cloned()).collect(),
        name,
        code: resource.codes.first().map(ToString::to_string),
        kg_per_m3: resource.bulk.as_ref().map(|bulk| range(bulk.0)),
    }
}
