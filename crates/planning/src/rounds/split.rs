//! A stop that fills more than a vehicle is called at several times.

use super::Task;

/// A call at a stop: which one, and what is loaded.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Call {
    pub(super) stop: usize,
    pub(super) load: f64,
}

/// Full loads, which nothing can be added to, and what remains to be gathered.
pub(super) fn calls(task: &Task) -> (Vec<Call>, Vec<Call>) {
    let capacity = task.fleet.capacity;
    let (mut full, mut rest) = (Vec::new(), Vec::new());
    for (stop, described) in task.stops.iter().enumerate() {
        let mut left = described.load;
        while left > capacity {
            full.push(Call { stop, load: capacity });
            left -= capacity;
        }
        rest.push(Call { stop, load: left });
    }
    (full, rest)
}

impl Task {
    /// A round for one call, there and back.
    pub(super) fn alone(&self, call: Call) -> super::Round {
        super::Round { load: call.load, ..self.walk(vec![call.stop]) }
    }
}
