//! 0-1 knapsack by depth-first search with Dantzig's bound: small cores, many calls.

use super::fill::Item;

/// Steps after which the search gives up and returns its bound.
const STEPS: usize = 200_000;

/// What was found: the least total (≤ 0) is never above the true one; `taken` is the best set met.
pub struct Packed {
    /// A value no packing can be below.
    pub bound: f64,
    /// Items taken, as positions in the given list.
    pub taken: Vec<usize>,
}

/// Takes whole items with negative delta so that tonnes fit in `room` and the total is least. Reorders `items`.
pub fn pack(items: &mut [Item], room: f64) -> Packed {
    items.sort_unstable_by(|a, b| a.delta.total_cmp(&b.delta).then(a.row.cmp(&b.row)));
    let mut search = Search::new(items, room);
    search.run();
    search.finish()
}

struct Search<'a> {
    items: &'a [Item],
    room: f64,
    gains: Vec<f64>,
    /// Least tonnes among the items from here on.
    least: Vec<f64>,
    best: f64,
    best_set: Vec<usize>,
    now: Vec<usize>,
    exact: bool,
}

impl<'a> Search<'a> {
    fn new(items: &'a [Item], room: f64) -> Self {
        let gains = items.iter().map(|item| -item.delta * item.tonnes).collect();
        let mut least = vec![f64::INFINITY; items.len() + 1];
        for (i, item) in items.iter().enumerate().rev() {
            least[i] = least[i + 1].min(item.tonnes);
        }
        Self { items, room, gains, least, best: -1.0, best_set: Vec::new(), now: Vec::new(), exact: true }
    }

    /// Horowitz and Sahni: greedy forward, backtrack on the last taken, bound by the continuous rest.
    fn run(&mut self) {
        let (mut at, mut gain, mut room, mut steps) = (0, 0.0, self.room, 0);
        loop {
            steps += 1;
            if steps > STEPS {
                self.exact = false;
                return;
            }
            if gain + self.rest(at, room) > self.best + 1e-9 {
                (gain, room) = self.forward(at, gain, room);
                if gain > self.best {
                    self.best = gain;
                    self.best_set.clone_from(&self.now);
                }
            }
            let Some(last) = self.now.pop() else { return };
            gain -= self.gains[last];
            room += self.items[last].tonnes;
            at = last + 1;
        }
    }

    /// Takes everything that fits from `at` on.
    fn forward(&mut self, mut at: usize, mut gain: f64, mut room: f64) -> (f64, f64) {
        while at < self.items.len() && room >= self.least[at] {
            if self.items[at].tonnes <= room {
                room -= self.items[at].tonnes;
                gain += self.gains[at];
                self.now.push(at);
            }
            at += 1;
        }
        (gain, room)
    }

    /// Dantzig's bound of what the items from `at` on can add.
    fn rest(&self, at: usize, mut room: f64) -> f64 {
        let mut gain = 0.0;
        for (item, value) in self.items[at..].iter().zip(&self.gains[at..]) {
            if item.tonnes > room {
                return gain - item.delta * room;
            }
            room -= item.tonnes;
            gain += value;
        }
        gain
    }

    fn finish(self) -> Packed {
        let bound = if self.exact { self.best.max(0.0) } else { self.rest(0, self.room) };
        Packed { bound: -bound, taken: self.best_set }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn brute(items: &[Item], room: f64) -> f64 {
        (0..1_u32 << items.len())
            .filter_map(|set| {
                let chosen =
                    items.iter().enumerate().filter(|(i, _)| set >> i & 1 == 1).map(|(_, item)| item);
                let (t, v) = chosen.fold((0.0, 0.0), |(t, v), i| (t + i.tonnes, v + i.delta * i.tonnes));
                (t <= room).then_some(v)
            })
            .fold(0.0, f64::min)
    }

    proptest! {
        #[test]
        fn packing_equals_enumeration(
            list in prop::collection::vec((-20.0..-0.1_f64, 1_u32..30), 0..11), room in 0_u32..90,
        ) {
            let mut items: Vec<Item> = list.iter().enumerate()
                .map(|(row, (delta, t))| Item { delta: *delta, tonnes: f64::from(*t), row }).collect();
            let expected = brute(&items, f64::from(room));
            let packed = pack(&mut items, f64::from(room));
            prop_assert!((packed.bound - expected).abs() < 1e-6, "{} {}", packed.bound, expected);
            let tonnes: f64 = packed.taken.iter().map(|i| items[*i].tonnes).sum();
            prop_assert!(tonnes <= f64::from(room));
        }
    }
}
