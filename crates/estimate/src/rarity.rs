//! How particular a typical flow is to an activity: of the trades of the nomenclature, how many have it at least as often.

use model::Direction;
use reference::{Activity, ResourceId, Typical};
use std::collections::HashMap;

/// The lists of a profile, by direction.
pub(crate) fn sides(activity: &Activity) -> [(Direction, &[Typical]); 5] {
    [
        (Direction::GivesOut, &activity.gives),
        (Direction::TakesIn, &activity.takes),
        (Direction::Sells, &activity.makes),
        (Direction::Needs, &activity.needs),
        (Direction::CanShare, &activity.owns),
    ]
}

/// For each resource in each direction, how often it is met in each trade (NAF division, two digits) that has it.
pub(crate) struct Rarity {
    often: HashMap<(Direction, ResourceId), Vec<f64>>,
    divisions: usize,
}

impl Rarity {
    pub(crate) fn of(activities: &[Activity]) -> Self {
        let mut most: HashMap<(Direction, &ResourceId), HashMap<&str, f64>> = HashMap::new();
        let mut divisions = std::collections::HashSet::new();
        for activity in activities {
            let named: Vec<&str> = activity.naf.iter().filter_map(|naf| naf.get(..2)).collect();
            divisions.extend(named.iter().copied());
            for (direction, typicals) in sides(activity) {
                for typical in typicals {
                    let of_resource = most.entry((direction, &typical.r)).or_default();
                    for division in &named {
                        let p = of_resource.entry(division).or_default();
                        *p = p.max(typical.p);
                    }
                }
            }
        }
        let often =
            most.into_iter().map(|((direction, r), by)| ((direction, r.clone()), by.into_values().collect()));
        Self { often: often.collect(), divisions: divisions.len() }
    }

    /// Share (0–1) of the trades that have it at least as often; 0 when none has.
    pub(crate) fn share(&self, direction: Direction, typical: &Typical) -> f64 {
        let often = self.often.get(&(direction, typical.r.clone())).map_or(&[][..], Vec::as_slice);
        let so_often = often.iter().filter(|p| **p >= typical.p).count();
        so_often as f64 / self.divisions.max(1) as f64
    }
}
