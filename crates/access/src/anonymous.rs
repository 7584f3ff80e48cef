//! Open data, for laboratories: what divisions of activity take in and give out, of which no company can be read.
//!
//! A row is the companies of one NAF division, at least [`LEAST`] of them; each of its sums obeys [`crate::secrecy`]. The totals by
//! resource and by division are published elsewhere: a sum is withheld, too, when what remains of such a total without the published
//! sums would tell of a company. Nobody's words, names, codes or places are in it.

use crate::secrecy::{Cell, LEAST, rest_is_safe, together};
use model::{ActorId, Direction, Site, SiteId, Territory};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use units::Range;

/// Places are rounded to so many degrees: about 10 km.
const GRID: f64 = 0.1;
/// Lower bounds of the bands of headcount.
const BANDS: [u32; 8] = [1, 10, 20, 50, 100, 250, 500, 1_000];

/// The open data of a territory.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct OpenData {
    /// One per division, in their order; last the other activities together, whose division is empty.
    pub groups: Vec<Group>,
    /// Sums that exist and are not told.
    pub withheld: usize,
}

/// The companies of one division.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// Two digits of NAF; empty for what no division may tell, taken together.
    pub division: String,
    /// How many companies.
    pub companies: usize,
    /// The band in which the median site's headcount falls: its lower and upper bound, the last one open.
    pub headcount: Option<(u32, Option<u32>)>,
    /// Middle of their sites, degrees north and east, coarse.
    pub place: Option<(f64, f64)>,
    /// What they say of themselves, in sums.
    pub sums: Vec<Sum>,
}

/// A sum that may be told.
#[derive(Clone, Debug, PartialEq)]
pub struct Sum {
    /// Which way.
    pub direction: Direction,
    /// Id in the catalogue.
    pub resource: String,
    /// Tonnes per year.
    pub tonnes: Range,
    /// How many companies are in it.
    pub companies: usize,
}

/// Division, direction, resource; an unknown one is empty.
type Key = (String, Direction, String);

/// Groups and sums of what people said; guesses are left out.
pub fn anonymous(territory: &Territory) -> OpenData {
    let divisions = divisions(territory);
    let (keys, cells): (Vec<Key>, Vec<Cell>) = cells(territory).into_iter().unzip();
    let named =
        |key: &Key| !key.2.is_empty() && divisions.get(&key.0).is_some_and(|sites| companies(sites) >= LEAST);
    let mut hidden: Vec<bool> =
        keys.iter().zip(&cells).map(|(key, cell)| !named(key) || !cell.is_safe()).collect();
    protect(&keys, &cells, &mut hidden);
    let mut data = OpenData { groups: vec![], withheld: hidden.iter().filter(|hidden| **hidden).count() };
    for (division, sites) in divisions.iter().filter(|(_, sites)| companies(sites) >= LEAST) {
        let told =
            keys.iter().zip(&cells).zip(&hidden).filter(|((key, _), hidden)| !**hidden && key.0 == *division);
        let sums = told.filter_map(|((key, cell), _)| sum(key, cell)).collect();
        data.groups.push(group(division, sites, sums));
    }
    let (others, told) = others(&keys, &cells, &hidden);
    data.withheld -= told;
    data.groups.extend(others);
    data
}

/// What the divisions may not tell one by one, summed by resource over all of them, and how many sums are in it. It is what everybody can
/// take from the published total of the resource, which [`protect`] has made sure of.
fn others(keys: &[Key], cells: &[Cell], hidden: &[bool]) -> (Option<Group>, usize) {
    let (mut sums, mut told, mut actors) = (Vec::new(), 0, BTreeSet::new());
    for ((side, resource), margin) in margins(keys) {
        let rest: Vec<&Cell> = margin.iter().filter(|ix| hidden[**ix]).map(|ix| &cells[*ix]).collect();
        let whole = together(margin.iter().map(|ix| &cells[*ix]));
        if side == DIVISION || resource.is_empty() || !whole.is_safe() || !rest_is_safe(rest.iter().copied())
        {
            continue;
        }
        let direction = [Direction::GivesOut, Direction::TakesIn, Direction::Sells][usize::from(side)];
        let cell = together(rest.iter().copied());
        told += rest.len();
        actors.extend(cell.shares.keys().cloned());
        sums.extend(sum(&(String::new(), direction, resource.to_owned()), &cell));
    }
    let group =
        Group { division: String::new(), companies: actors.len(), headcount: None, place: None, sums };
    ((!group.sums.is_empty()).then_some(group), told)
}

fn divisions(territory: &Territory) -> BTreeMap<String, Vec<&Site>> {
    let mut divisions: BTreeMap<String, Vec<&Site>> = BTreeMap::new();
    for site in &territory.sites {
        if let Some(code) = &site.activity {
            divisions.entry(code.division().to_owned()).or_default().push(site);
        }
    }
    divisions
}

fn companies(sites: &[&Site]) -> usize {
    sites.iter().map(|site| &site.actor).collect::<BTreeSet<&ActorId>>().len()
}

fn cells(territory: &Territory) -> BTreeMap<Key, Cell> {
    let sites: HashMap<&SiteId, &Site> = territory.sites.iter().map(|site| (&site.id, site)).collect();
    let mut cells: BTreeMap<Key, Cell> = BTreeMap::new();
    for flow in territory.flows.iter().filter(|flow| !flow.evidence.is_estimate()) {
        let (Some(tonnes), Some(site)) = (*flow.tonnes, sites.get(&flow.site)) else { continue };
        let division = site.activity.as_ref().map(|code| code.division().to_owned()).unwrap_or_default();
        let resource = flow.resource.as_ref().map(ToString::to_string).unwrap_or_default();
        cells.entry((division, flow.direction, resource)).or_default().add(tonnes, [&site.actor], false);
    }
    cells
}

/// Withholds further sums until no published total gives away what is withheld.
fn protect(keys: &[Key], cells: &[Cell], hidden: &mut [bool]) {
    let margins = margins(keys);
    loop {
        let told = hidden.iter().filter(|hidden| !**hidden).count();
        for margin in margins.values() {
            close(margin, cells, hidden);
        }
        if hidden.iter().filter(|hidden| !**hidden).count() == told {
            return;
        }
    }
}

/// The side of a total that is of a division, not of a resource.
const DIVISION: u8 = 3;

/// The cells of each published total: a resource given out, taken in or offered, what a division gives out.
fn margins(keys: &[Key]) -> BTreeMap<(u8, &str), Vec<usize>> {
    let mut margins: BTreeMap<(u8, &str), Vec<usize>> = BTreeMap::new();
    for (ix, (division, direction, resource)) in keys.iter().enumerate() {
        let side = match direction {
            Direction::GivesOut => 0,
            Direction::TakesIn | Direction::Needs => 1,
            Direction::Sells | Direction::CanShare => 2,
        };
        margins.entry((side, resource)).or_default().push(ix);
        if side == 0 {
            margins.entry((DIVISION, division)).or_default().push(ix);
        }
    }
    margins
}

fn close(margin: &[usize], cells: &[Cell], hidden: &mut [bool]) {
    let rest =
        |hidden: &[bool]| margin.iter().filter(|ix| hidden[**ix]).map(|ix| &cells[*ix]).collect::<Vec<_>>();
    loop {
        let open = rest(hidden);
        if open.is_empty() || rest_is_safe(open.iter().copied()) {
            return;
        }
        let weight = |ix: &&usize| cells[**ix].sum.map_or(0.0, |sum| sum.mid().abs());
        let next = margin.iter().filter(|ix| !hidden[**ix]).min_by(|a, b| weight(a).total_cmp(&weight(b)));
        let Some(next) = next else { return };
        hidden[*next] = true;
    }
}

fn sum((_, direction, resource): &Key, cell: &Cell) -> Option<Sum> {
    let companies = cell.shares.len();
    Some(Sum { direction: *direction, resource: resource.clone(), tonnes: cell.sum?, companies })
}

fn group(division: &str, sites: &[&Site], sums: Vec<Sum>) -> Group {
    Group {
        division: division.to_owned(),
        companies: companies(sites),
        headcount: headcount(sites),
        place: place(sites),
        sums,
    }
}

fn headcount(sites: &[&Site]) -> Option<(u32, Option<u32>)> {
    let known: Vec<&Site> = sites.iter().filter(|site| site.headcount.is_some()).copied().collect();
    let mut people: Vec<f64> =
        known.iter().filter_map(|site| site.headcount.as_ref()).map(|h| h.people.mid()).collect();
    people.sort_by(f64::total_cmp);
    let median = *people.get(people.len() / 2).filter(|_| companies(&known) >= LEAST)?;
    let band = BANDS.iter().rposition(|least| f64::from(*least) <= median)?;
    Some((BANDS[band], BANDS.get(band + 1).map(|next| next - 1)))
}

fn place(sites: &[&Site]) -> Option<(f64, f64)> {
    let known: Vec<&Site> = sites.iter().filter(|site| site.place.is_some()).copied().collect();
    if companies(&known) < LEAST {
        return None;
    }
    let count = f64::from(u32::try_from(known.len()).ok()?);
    let middle = |of: fn(&model::Place) -> f64| {
        let sum: f64 = known.iter().filter_map(|site| site.place.as_ref()).map(of).sum();
        // Whole tenths first: 49.300000000000004 is no coarse place.
        (sum / count / GRID).round() / (1.0 / GRID)
    };
    Some((middle(|place| place.lat), middle(|place| place.lon)))
}
