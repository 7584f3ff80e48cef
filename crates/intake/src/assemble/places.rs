//! Which coordinates can be true, and where a site is when it gives none.

use super::given_back;
use super::lands::impossible;
use crate::commune::{centre, meant, median, middle_of};
use crate::text::fold;
use model::{Batch, Finding, Message, Place, Precision, Severity, Site};
use reference::{Commune, Reference};
use std::collections::BTreeMap;

/// A place farther than this from the middle of the territory, km, is a mistake …
const FAR_KM: f64 = 300.0;
/// … unless the territory itself is that large: so many times the median distance is allowed too.
const FAR_TIMES: f64 = 5.0;
/// No building of a commune is farther than this from its centre, km; the largest is some 50 km across. A point in the sea is.
const COMMUNE_KM: f64 = 40.0;
/// With fewer places there is no middle.
const FEWEST: usize = 3;
/// How many ids a summary names.
const NAMED: usize = 5;

/// Drops coordinates that cannot be true; the site stays, and is placed by its commune if it names one.
pub(super) fn check(
    sites: &mut [Site],
    batches: &mut [Batch],
    reference: &Reference,
    findings: &mut Vec<Finding>,
) {
    for site in sites.iter_mut() {
        let why = site.place.and_then(impossible);
        drop_if(site, why, None, batches, findings);
    }
    among_the_others(sites, batches, findings);
    for site in sites.iter_mut() {
        // Registers that place by street or commune have checks of their own.
        let exact = site.place.filter(|place| place.precision == Precision::Exact);
        let km = exact.zip(of_commune(site, reference)).map(|(place, commune)| place.km_to(commune));
        let why = km.filter(|km| *km > COMMUNE_KM).map(|_| "commune");
        drop_if(site, why, km, batches, findings);
    }
}

/// Drops what lies far from where most sites lie.
fn among_the_others(sites: &mut [Site], batches: &mut [Batch], findings: &mut Vec<Finding>) {
    let Some((middle, limit)) = middle(sites) else { return };
    for site in sites.iter_mut() {
        let Some(place) = site.place else { continue };
        let km = place.km_to(middle);
        let swapped = Place { lat: place.lon, lon: place.lat, ..place };
        let why = match (km > limit, swapped.km_to(middle) <= limit) {
            (true, true) => Some("swapped"),
            (true, false) => Some("far"),
            (false, _) => None,
        };
        drop_if(site, why, Some(km), batches, findings);
    }
}

fn drop_if(
    site: &mut Site,
    why: Option<&str>,
    km: Option<f64>,
    batches: &mut [Batch],
    findings: &mut Vec<Finding>,
) {
    let (Some(why), Some(place)) = (why, site.place) else { return };
    let km = km.map(|km| km.round().to_string()).unwrap_or_default();
    let reason = Message::new(crate::parts::COORDINATES)
        .with("why", why)
        .with("lat", place.lat)
        .with("lon", place.lon)
        .with("km", km);
    let source = &site.evidence.source;
    findings.push(given_back::value(batches, source, &reason).unwrap_or_else(|| {
        Finding::new(Severity::Warning, "intake-coordinates-refused", site.id.as_str())
            .saying("reason", reason)
            .with("source", source)
    }));
    site.place = None;
}

/// Several sites at one point, down to the last digit, that do not share an address: the point is that of their commune.
pub(super) fn coarsen(sites: &mut [Site], findings: &mut Vec<Finding>) {
    let mut at: BTreeMap<(u64, u64), Vec<usize>> = BTreeMap::new();
    for (ix, site) in sites.iter().enumerate() {
        if let Some(place) = site.place.filter(|place| place.precision == Precision::Exact) {
            at.entry((place.lat.to_bits(), place.lon.to_bits())).or_default().push(ix);
        }
    }
    let mut coarse: Vec<usize> = Vec::new();
    for group in at.values().filter(|group| group.len() > 1 && !one_address(group, sites)) {
        coarse.extend(group);
    }
    for ix in &coarse {
        if let Some(place) = &mut sites[*ix].place {
            place.precision = Precision::Commune;
        }
    }
    if !coarse.is_empty() {
        let ids: Vec<String> = coarse.iter().map(|ix| sites[*ix].id.to_string()).collect();
        findings.push(Finding { severity: Severity::Info, ..summary("intake-places-shared", "", &ids) });
    }
}

/// True when all give the same address: neighbours in one building.
fn one_address(group: &[usize], sites: &[Site]) -> bool {
    let address = |ix: &usize| sites[*ix].address.as_deref().map(fold);
    let street = |text: &String| text.split(' ').any(|word| !word.is_empty() && word.parse::<u32>().is_err());
    address(&group[0])
        .is_some_and(|first| street(&first) && group.iter().all(|ix| address(ix).as_ref() == Some(&first)))
}

/// The median point, and how far from it a place may lie.
fn middle(sites: &[Site]) -> Option<(Place, f64)> {
    let places: Vec<Place> = sites.iter().filter_map(|site| site.place).collect();
    if places.len() < FEWEST {
        return None;
    }
    let middle = middle_of(sites)?;
    let usual = median(places.iter().map(|place| place.km_to(middle)).collect())?;
    Some((middle, FAR_KM.max(FAR_TIMES * usual)))
}

/// Places sites without coordinates at the centre of their commune, and says which ones stay nowhere.
pub(super) fn place(sites: &mut [Site], reference: &Reference, findings: &mut Vec<Finding>) {
    let mut unknown: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let mut nowhere = Vec::new();
    for site in sites.iter_mut().filter(|site| site.place.is_none()) {
        site.place = of_commune(site, reference);
    }
    let among = middle_of(sites);
    for site in sites.iter_mut().filter(|site| site.place.is_none()) {
        site.place = among.and_then(|middle| meant(&homonyms(site, reference), middle)).map(centre);
        match (&site.place, &site.commune) {
            (Some(_), _) => {}
            (None, Some(commune)) => unknown.entry(commune.clone()).or_default().push(called(site)),
            (None, None) => nowhere.push(called(site)),
        }
    }
    for (commune, ids) in unknown {
        let several = written(&commune, None, reference);
        let like = if several.is_empty() { spelled_like(&commune, reference) } else { postcodes(&several) };
        let key = match (several.is_empty(), like.is_empty()) {
            (false, _) => "intake-commune-homonyms",
            (true, true) => "intake-commune-unknown",
            (true, false) => "intake-commune-misspelt",
        };
        findings.push(summary(key, &commune, &ids).with("commune", &commune).with("like", like));
    }
    if !nowhere.is_empty() {
        findings.push(summary("intake-place-missing", "", &nowhere));
    }
}

/// The identifier that a person gave, else the name: « register:… » is ours alone.
fn called(site: &Site) -> String {
    if site.id.as_str().contains(':') { site.name.clone() } else { site.id.to_string() }
}

/// The communes that may be meant, in words; empty when no name is near.
fn spelled_like(stated: &str, reference: &Reference) -> String {
    let postcode = five_digits(stated);
    let alike = reference.geography.spelled_like(&without_cedex(stated));
    let here = |commune: &&&Commune| postcode.as_ref().is_none_or(|code| commune.postcodes.contains(code));
    let names = alike.iter().filter(here).take(NAMED).map(|commune| &*commune.name);
    names.collect::<Vec<_>>().join(", ")
}

fn summary(key: &str, about: &str, ids: &[String]) -> Finding {
    let named: Vec<&str> = ids.iter().take(NAMED).map(String::as_str).collect();
    Finding::new(Severity::Warning, key, about).with("count", ids.len()).with("sites", named.join(", "))
}

/// The communes written like that.
fn written<'a>(stated: &str, address: Option<&str>, reference: &'a Reference) -> Vec<&'a Commune> {
    let name = without_cedex(stated);
    let postcode = five_digits(stated).or_else(|| address.and_then(five_digits));
    let geography = &reference.geography;
    let there = geography.named(&name, postcode.as_deref());
    let anywhere = if there.is_empty() { geography.named(&name, None) } else { there };
    if anywhere.is_empty() { geography.commune(stated.trim()).into_iter().collect() } else { anywhere }
}

/// « Richemont (57270), Richemont (76390) »: communes told apart by the first of their postcodes.
fn postcodes(several: &[&Commune]) -> String {
    let told = several.iter().take(NAMED).map(|commune| {
        let code = commune.postcodes.split('|').next().unwrap_or(&commune.insee);
        format!("{} ({code})", commune.name)
    });
    told.collect::<Vec<_>>().join(", ")
}

/// The communes a site may lie in, by name and postcode, by name alone, or by Insee code.
fn homonyms<'a>(site: &Site, reference: &'a Reference) -> Vec<&'a Commune> {
    let stated = site.commune.as_deref();
    stated.map(|stated| written(stated, site.address.as_deref(), reference)).unwrap_or_default()
}

/// The commune of a site when only one can be meant.
fn known_commune<'a>(site: &Site, reference: &'a Reference) -> Option<&'a Commune> {
    match homonyms(site, reference)[..] {
        [only] => Some(only),
        _ => None,
    }
}

fn of_commune(site: &Site, reference: &Reference) -> Option<Place> {
    known_commune(site, reference).map(centre)
}

/// What tells the commune of a site from another: its Insee code, else what is written; `None` when nothing is.
pub(super) fn commune_of(site: &Site, reference: &Reference) -> Option<String> {
    let known = known_commune(site, reference).map(|commune| commune.insee.to_string());
    known.or_else(|| site.commune.as_deref().map(without_cedex)).filter(|name| !name.is_empty())
}

/// « 57190 FLORANGE CEDEX 2 » is « florange ».
fn without_cedex(commune: &str) -> String {
    let folded = fold(commune);
    let words = folded.split(' ').take_while(|word| *word != "cedex");
    words.filter(|word| !word.chars().all(|c| c.is_ascii_digit())).collect::<Vec<_>>().join(" ")
}

/// The last five-digit number of a text: the postcode of an address.
fn five_digits(text: &str) -> Option<String> {
    let mut words = text.split(|c: char| !c.is_ascii_alphanumeric());
    words.rfind(|word| word.len() == 5 && word.bytes().all(|b| b.is_ascii_digit())).map(ToOwned::to_owned)
}
