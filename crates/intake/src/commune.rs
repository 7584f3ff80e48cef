//! Which commune a name means, and where it is.

use model::{Place, Precision, Site};
use reference::{Commune, Reference};

/// Of communes of one name, the nearest is meant when the next is so many times farther.
const MUCH_FARTHER: f64 = 3.0;

/// The place of a commune: its centre.
pub(crate) fn centre(commune: &Commune) -> Place {
    Place { lat: commune.lat, lon: commune.lon, precision: Precision::Commune }
}

/// Of communes of one name, the one a territory with that middle means: the nearest, when the next is much farther. `None` when that is not clear.
pub(crate) fn meant<'a>(homonyms: &[&'a Commune], middle: Place) -> Option<&'a Commune> {
    let km = |commune: &Commune| middle.km_to(centre(commune));
    let nearest = homonyms.iter().copied().min_by(|a, b| km(a).total_cmp(&km(b)))?;
    let behind = |other: &&Commune| other.insee == nearest.insee || km(other) > MUCH_FARTHER * km(nearest);
    homonyms.iter().all(behind).then_some(nearest)
}

/// Where a site of that commune lies, beside those of its territory; `None` when the name is unknown, or borne by several and none much nearer.
pub fn placed(name: &str, territory: &[Site], reference: &Reference) -> Option<Place> {
    match reference.geography.named(name, None)[..] {
        [only] => Some(centre(only)),
        ref several => meant(several, middle_of(territory)?).map(centre),
    }
}

/// The median point of the sites that have one.
pub(crate) fn middle_of(sites: &[Site]) -> Option<Place> {
    let places = || sites.iter().filter_map(|site| site.place);
    let lat = median(places().map(|place| place.lat).collect())?;
    let lon = median(places().map(|place| place.lon).collect())?;
    Some(Place { lat, lon, precision: Precision::Commune })
}

/// The middle one of the sorted values; the higher of two.
pub(crate) fn median(mut values: Vec<f64>) -> Option<f64> {
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied()
}

/// The centre of a commune known by name and postcode; `None` when unknown or when several bear the name.
pub(crate) fn commune_place(
    reference: &Reference,
    name: Option<&str>,
    postcode: Option<&str>,
) -> Option<Place> {
    reference.geography.find(name?, postcode).map(centre)
}
