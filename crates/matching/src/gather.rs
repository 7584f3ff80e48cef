//! The best of very many, kept while they are found: what cannot be among them any more is not even looked for.

use rayon::prelude::*;
use std::cmp::Ordering;

/// Groups looked at side by side before the floor is raised. Fixed, so that the result does not depend on the number of threads.
const BATCH: usize = 256;

/// How many to keep, and the score below which nothing is worth finding.
#[derive(Clone, Copy)]
pub(crate) struct Keep {
    pub(crate) most: usize,
    pub(crate) floor: f32,
}

/// What can be ranked. The order goes by score and leaves no two alike.
pub(crate) trait Ranked {
    fn score(&self) -> f32;
    fn order(a: &Self, b: &Self) -> Ordering;
}

/// The best of what `find` finds in each group above a floor, and the floor reached: the score of the last one kept, once there are enough.
pub(crate) fn gather<T: Ranked + Send>(
    groups: &[Vec<u32>],
    mut keep: Keep,
    find: impl Fn(&[u32], f32) -> Vec<T> + Sync,
) -> (Vec<T>, f32) {
    let mut held: Vec<T> = Vec::new();
    for batch in groups.chunks(BATCH) {
        held.par_extend(batch.par_iter().flat_map_iter(|group| find(group, keep.floor)));
        if held.len() >= keep.most.max(1) {
            held.select_nth_unstable_by(keep.most.max(1) - 1, T::order);
            held.truncate(keep.most);
            keep.floor = held.last().map_or(keep.floor, |last| keep.floor.max(last.score()));
        }
    }
    held.sort_by(T::order);
    (held, keep.floor)
}

/// The same, sooner when the floor that a search before this one reached is known: what lies clearly below it is not looked for from the
/// start. Should too little be found above, all is looked for again, so that the result never depends on what was known.
pub(crate) fn gather_again<T: Ranked + Send>(
    groups: &[Vec<u32>],
    keep: Keep,
    reached: &mut Option<f32>,
    find: impl Fn(&[u32], f32) -> Vec<T> + Sync,
) -> (Vec<T>, f32) {
    /// An edit moves the floor by little; a guess a little too low costs less than a search for nothing.
    const CLEARLY: f32 = 0.98;
    let enough = |found: &Vec<T>| found.len() >= keep.most.max(1);
    let floor = reached.map(|before| before * CLEARLY).filter(|floor| *floor > keep.floor);
    let sooner = floor.map(|floor| gather(groups, Keep { floor, ..keep }, &find));
    let (found, floor) = match sooner {
        Some(sooner) if enough(&sooner.0) => sooner,
        _ => gather(groups, keep, &find),
    };
    *reached = enough(&found).then_some(floor);
    (found, floor)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Debug, PartialEq)]
    struct Found(u32);

    impl Ranked for Found {
        fn score(&self) -> f32 {
            f32::from(u16::try_from(self.0 % 1_000).unwrap())
        }

        fn order(a: &Self, b: &Self) -> Ordering {
            b.score().total_cmp(&a.score()).then(a.0.cmp(&b.0))
        }
    }

    #[test]
    fn the_same_as_sorting_all_of_them() {
        let groups: Vec<Vec<u32>> =
            (0..2_000).map(|group| (0..5).map(|ix| (group * 5 + ix) * 7_919).collect()).collect();
        let above = |group: &[u32], floor: f32| {
            let found = group.iter().map(|&ix| Found(ix));
            found.filter(|found| found.score() >= floor).collect()
        };
        let mut all: Vec<Found> = groups.iter().flatten().map(|&ix| Found(ix)).collect();
        all.sort_by(Found::order);
        all.truncate(300);
        let (best, floor) = gather(&groups, Keep { most: 300, floor: 0.0 }, above);
        assert_eq!(best, all);
        assert_eq!(floor.to_bits(), all[299].score().to_bits());
        for known in [0.0, 10.0, floor, floor + 1.0, 5_000.0] {
            let mut reached = Some(known);
            let again = gather_again(&groups, Keep { most: 300, floor: 0.0 }, &mut reached, above);
            assert_eq!(again, (best.iter().map(|found| Found(found.0)).collect(), floor), "from {known}");
            assert_eq!(reached, Some(floor));
        }
        let (few, floor) = gather(&groups[..10], Keep { most: 300, floor: 2.0 }, above);
        assert!(few.len() <= 50 && floor < 2.1, "not enough to raise the floor");
    }
}
