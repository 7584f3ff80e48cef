//! What every request shares.

use crate::territory::Territories;
use chrono::{DateTime, NaiveDate, Utc};
use classify::Classifier;
use reference::Reference;
use sha2::{Digest, Sha256};
use std::collections::HashMap;
use std::fmt::Write;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;
use store::{Entropy, Store};
use tokio::sync::{Semaphore, broadcast};

/// Long work done at once by one server; each may take a core and the memory of a whole analysis.
const HANDS: usize = 2;

/// Gives the time; handed down by the command line.
pub type Clock = Arc<dyn Fn() -> DateTime<Utc> + Send + Sync>;

/// How the server behaves.
#[derive(Clone)]
pub struct Config {
    /// The demonstration: one account per role, a click away, and nothing else to log in with.
    pub demo: bool,
    /// The territory shown first to who belongs to several; else they stand by name.
    pub first: Option<String>,
    /// Cookies only over https.
    pub secure: bool,
    /// The address people use (`https://fe2i.example.org`), for links in mails; `None` takes the request's own.
    pub public_url: Option<String>,
    /// Proxies of this installation: what they say of who asks through them is believed.
    pub trusted_proxies: Vec<std::net::IpAddr>,
    /// Where mails are handed in; without it the administrator gives links.
    pub mail: Option<crate::Mail>,
    /// Who else vouches for people.
    pub oidc: Option<crate::Oidc>,
    /// Turns ids into names nobody can trace back; the same on all servers of one database.
    pub secret: [u8; 32],
    /// A territory nobody has asked for since so long is packed in memory; `None`: never.
    pub rest: Option<Duration>,
    /// How analyses are run.
    pub diagnosis: diagnosis::Options,
    /// The time.
    pub clock: Clock,
    /// Random bytes.
    pub entropy: Entropy,
    /// The knowledge. Asked for when it is first needed, so that the server listens before it is read.
    pub reference: fn() -> &'static Reference,
}

/// Told to the pages that are open.
#[derive(Clone, Debug, PartialEq)]
pub struct Event {
    /// Which territory.
    pub territory: String,
    /// version, analysis or job.
    pub name: &'static str,
    /// What.
    pub data: serde_json::Value,
}

/// What every request shares; cheap to clone.
#[derive(Clone)]
pub struct App {
    inner: Arc<Inner>,
}

struct Inner {
    store: Store,
    config: Config,
    territories: Territories,
    events: broadcast::Sender<Event>,
    classifiers: Mutex<HashMap<NaiveDate, Arc<Classifier<'static>>>>,
    limits: crate::http::Limits,
    hands: Semaphore,
}

impl App {
    /// Over an open store.
    pub fn new(store: Store, config: Config) -> Self {
        let (events, _) = broadcast::channel(256);
        Self {
            inner: Arc::new(Inner {
                store,
                config,
                territories: Territories::default(),
                events,
                classifiers: Mutex::default(),
                limits: crate::http::Limits::default(),
                hands: Semaphore::new(HANDS),
            }),
        }
    }

    /// The database.
    pub fn store(&self) -> &Store {
        &self.inner.store
    }

    /// How the server behaves.
    pub fn config(&self) -> &Config {
        &self.inner.config
    }

    /// The knowledge.
    pub fn reference(&self) -> &'static Reference {
        (self.inner.config.reference)()
    }

    pub(crate) fn territories(&self) -> &Territories {
        &self.inner.territories
    }

    pub(crate) fn limits(&self) -> &crate::http::Limits {
        &self.inner.limits
    }

    /// Taken by each piece of long work: the others wait in the queue.
    pub(crate) fn hands(&self) -> &Semaphore {
        &self.inner.hands
    }

    /// Now.
    pub fn now(&self) -> DateTime<Utc> {
        (self.inner.config.clock)()
    }

    /// Tells the open pages.
    pub(crate) fn tell(&self, event: Event) {
        // Nobody listening is no fault.
        let _ = self.inner.events.send(event);
    }

    pub(crate) fn listen(&self) -> broadcast::Receiver<Event> {
        self.inner.events.subscribe()
    }

    /// The classifier of a day: built once, asked often.
    pub(crate) fn classifier(&self, day: NaiveDate) -> Arc<Classifier<'static>> {
        let mut known = self.inner.classifiers.lock().unwrap_or_else(PoisonError::into_inner);
        // A territory's day hardly ever changes; old ones need not be kept.
        if known.len() > 8 {
            known.clear();
        }
        Arc::clone(known.entry(day).or_insert_with(|| Arc::new(Classifier::new(self.reference(), day))))
    }

    /// Lets go of what reads words, which is made again in a fraction of a second.
    pub(crate) fn forget_classifiers(&self) {
        self.inner.classifiers.lock().unwrap_or_else(PoisonError::into_inner).clear();
    }

    /// A name that only this installation can make: 96 bits of a keyed digest.
    pub(crate) fn pseudonym(&self, text: &str) -> String {
        let mut digest = Sha256::new();
        digest.update(self.inner.config.secret);
        digest.update(text.as_bytes());
        digest.finalize().iter().take(12).fold(String::new(), |mut name, byte| {
            // Writing into a text cannot fail.
            let _ = write!(name, "{byte:02x}");
            name
        })
    }
}
