//! How particular a typical flow is to an activity: of the trades of the nomenclature, how many have it at least as often.

use crate::{Activity, ResourceId, Typical};
use std::collections::{HashMap, HashSet};

/// One of the lists of a profile.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Side {
    /// Residues.
    Gives,
    /// Inputs bought.
    Takes,
    /// Products and services for sale.
    Makes,
    /// What it needs.
    Needs,
    /// What it owns and might share.
    Owns,
}

impl Side {
    const ALL: [Self; 5] = [Self::Gives, Self::Takes, Self::Makes, Self::Needs, Self::Owns];

    fn of(self, activity: &Activity) -> &[Typical] {
        match self {
            Self::Gives => &activity.gives,
            Self::Takes => &activity.takes,
            Self::Makes => &activity.makes,
            Self::Needs => &activity.needs,
            Self::Owns => &activity.owns,
        }
    }
}

/// For each resource on each side, how often it is met in each trade (NAF division, two digits) that has it.
#[derive(Clone, Debug, Default)]
pub struct Rarity {
    often: HashMap<(Side, ResourceId), Vec<f64>>,
    divisions: usize,
}

impl Rarity {
    /// Of the profiles of all trades.
    pub fn of(activities: &[Activity]) -> Self {
        let mut most: HashMap<(Side, &ResourceId), HashMap<&str, f64>> = HashMap::new();
        let mut divisions = HashSet::new();
        for activity in activities {
            let named: Vec<&str> = activity.naf.iter().filter_map(|naf| naf.get(..2)).collect();
            divisions.extend(named.iter().copied());
            for (side, typical) in
                Side::ALL.iter().flat_map(|side| side.of(activity).iter().map(move |t| (*side, t)))
            {
                let of_resource = most.entry((side, &typical.r)).or_default();
                for division in &named {
                    let p = of_resource.entry(division).or_default();
                    *p = p.max(typical.p);
                }
            }
        }
        let often =
            most.into_iter().map(|((side, r), by)| ((side, r.clone()), by.into_values().collect())).collect();
        Self { often, divisions: divisions.len() }
    }

    /// Share (0–1) of the trades that have it at least as often as `p`; 0 when none has.
    pub fn share(&self, side: Side, resource: &ResourceId, p: f64) -> f64 {
        let trades = self.often.get(&(side, resource.clone())).map_or(&[][..], Vec::as_slice);
        let so_often = trades.iter().filter(|known| **known >= p).count();
        so_often as f64 / self.divisions.max(1) as f64
    }
}
