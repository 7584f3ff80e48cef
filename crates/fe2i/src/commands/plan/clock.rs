//! The time limit, Ctrl-C and the progress line.

use crate::output;
use planning::Progress;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};
use wording::{Lang, message};

/// Ends the search when it is time, and says how far it is once a second.
pub struct Clock {
    start: Instant,
    /// When the first search began: the limit is of searching, whatever reading the territory took.
    searching: Option<Instant>,
    limit: Option<Duration>,
    shown: Duration,
    /// Which search goes by, and how far it was: a study asks several questions one after the other.
    search: usize,
    nodes: usize,
    cancelled: Arc<AtomicBool>,
    lang: Lang,
}

impl Clock {
    #[expect(clippy::disallowed_methods, reason = "the command line is where the clock is read")]
    pub fn new(limit: Option<f64>, lang: Lang) -> Self {
        let limit = limit.and_then(|seconds| Duration::try_from_secs_f64(seconds).ok());
        Self {
            start: Instant::now(),
            searching: None,
            limit,
            shown: Duration::ZERO,
            search: 1,
            nodes: 0,
            cancelled: listen(),
            lang,
        }
    }

    pub fn seconds(&self) -> f64 {
        self.start.elapsed().as_secs_f64()
    }

    #[expect(clippy::disallowed_methods, reason = "the command line is where the clock is read")]
    pub fn go_on(&mut self, progress: &Progress) -> bool {
        if progress.nodes < self.nodes {
            self.search += 1;
        }
        self.nodes = progress.nodes;
        let elapsed = self.searching.get_or_insert(Instant::now()).elapsed();
        if elapsed.saturating_sub(self.shown) > Duration::from_secs(1) {
            self.shown = elapsed;
            output::note(&self.line(progress));
        }
        self.limit.is_none_or(|limit| elapsed < limit) && !self.cancelled.load(Ordering::Relaxed)
    }

    fn line(&self, progress: &Progress) -> String {
        let number = |value: f64| wording::rounded(self.lang, value, 7);
        let key = if progress.objective.is_some() { "plan-progress" } else { "plan-progress-none" };
        let args = [
            ("seconds", wording::rounded(self.lang, self.seconds(), 3).into()),
            ("plan", progress.objective.map_or_else(String::new, number).into()),
            ("bound", number(progress.bound).into()),
            ("nodes", progress.nodes.into()),
            ("search", self.search.into()),
        ];
        message(self.lang, key, &args)
    }
}

/// Set when the user presses Ctrl-C. Where the signal cannot be had, only the time limit ends the search.
fn listen() -> Arc<AtomicBool> {
    let cancelled = Arc::new(AtomicBool::new(false));
    let flag = Arc::clone(&cancelled);
    std::thread::spawn(move || {
        let Ok(runtime) = tokio::runtime::Builder::new_current_thread().enable_all().build() else { return };
        if runtime.block_on(tokio::signal::ctrl_c()).is_ok() {
            flag.store(true, Ordering::Relaxed);
        }
    });
    cancelled
}
