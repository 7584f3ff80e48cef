//! A server over a database in memory, for tests of what no request shows.

use crate::{App, Config};
use chrono::{DateTime, TimeDelta, Utc};
use std::sync::Arc;
use store::{Entropy, Store};

/// The time at the server so many minutes after some beginning.
pub(crate) fn at(minutes: i64) -> DateTime<Utc> {
    DateTime::UNIX_EPOCH + TimeDelta::minutes(minutes)
}

/// A server where it is [`at`] that minute.
pub(crate) async fn app(minutes: i64) -> App {
    let entropy = Entropy::system();
    let config = store::Config { url: "sqlite::memory:".into(), key: None, entropy: entropy.clone() };
    let store = Store::open(config).await.unwrap();
    let config = Config {
        demo: false,
        first: None,
        secure: false,
        public_url: None,
        trusted_proxies: Vec::new(),
        mail: None,
        oidc: None,
        secret: [7; 32],
        rest: None,
        diagnosis: diagnosis::Options { draws: 20, ..diagnosis::Options::default() },
        clock: Arc::new(move || at(minutes)),
        entropy,
        reference: || reference::Reference::embedded().unwrap(),
    };
    App::new(store, config)
}
