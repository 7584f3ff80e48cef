//! Sites and flows that have not changed, under the numbers they have now.

/// The number each flow of an unchanged site has now.
pub(super) struct Renumbered {
    pub(super) now: Vec<Option<u32>>,
}

impl Renumbered {
    /// `None` when sites or flows stand in another order: of partners equally far the first is taken.
    pub(super) fn of(before: &[u32], now: &[u32], same: &[Option<u32>]) -> Option<Self> {
        let sites: Vec<u32> = same.iter().copied().flatten().collect();
        if !sites.is_sorted() {
            return None;
        }
        let mut unchanged =
            vec![false; now.iter().filter(|s| **s != u32::MAX).max().map_or(0, |s| *s as usize + 1)];
        for site in sites {
            if let Some(known) = unchanged.get_mut(site as usize) {
                *known = true;
            }
        }
        let mut later = (0..).zip(now).filter(|(_, site)| unchanged.get(**site as usize) == Some(&true));
        let numbers = before.iter().map(|&site| {
            let Some(site) = same.get(site as usize).copied().flatten() else { return Some(None) };
            let (flow, of) = later.next()?;
            (*of == site).then_some(Some(flow))
        });
        let now = numbers.collect::<Option<Vec<_>>>()?;
        later.next().is_none().then_some(Self { now })
    }
}
