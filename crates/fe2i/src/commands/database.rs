//! Which database, and how to open it; shared by the commands that need one.

use anyhow::Context;
use sha2::{Digest, Sha256};
use std::sync::Arc;
use std::time::Duration;
use store::{Config, Entropy, Key, Store};

/// Which database.
#[derive(clap::Args)]
#[group(skip)]
pub struct Args {
    #[arg(long, default_value = "sqlite://fe2i.sqlite", env = "FE2I_DATABASE_URL")]
    pub database: String,
    #[arg(long, env = "FE2I_KEY", hide_env_values = true)]
    pub key: Option<String>,
}

impl Args {
    /// Opens it, bringing its tables up to date.
    pub async fn open(&self) -> anyhow::Result<Store> {
        let key = self.key.as_deref().map(Key::from_text).transpose()?;
        let config = Config { url: self.database.clone(), key, entropy: Entropy::system() };
        Store::open(config).await.with_context(|| format!("base {}", without_password(&self.database)))
    }
}

/// The address of a database as it may be shown.
fn without_password(url: &str) -> String {
    match (url.split_once("://"), url.rsplit_once('@')) {
        (Some((kind, _)), Some((_, place))) if kind != "sqlite" => format!("{kind}://…@{place}"),
        _ => url.to_owned(),
    }
}

/// How a server over this store behaves.
pub fn server_config(store: &Store, demo: bool) -> anyhow::Result<server::Config> {
    let entropy = Entropy::system();
    // All servers of one database have its key; without one there is nothing to share.
    let secret = match store.key_text() {
        Ok(text) => Sha256::digest(format!("pseudonym {text}")).into(),
        Err(_) => entropy.bytes()?,
    };
    Ok(server::Config {
        demo,
        first: None,
        secure: false,
        public_url: None,
        trusted_proxies: Vec::new(),
        mail: None,
        oidc: None,
        secret,
        rest: Some(Duration::from_mins(10)),
        diagnosis: diagnosis::Options::default(),
        clock: Arc::new(|| super::now().unwrap_or_default()),
        entropy,
        reference: crate::knowledge::sound,
    })
}

/// Runs asynchronous work to its end.
pub fn block_on<T>(work: impl Future<Output = anyhow::Result<T>>) -> anyhow::Result<T> {
    tokio::runtime::Builder::new_multi_thread().enable_all().build()?.block_on(work)
}

/// Answers of the server crate as errors of the command line.
pub fn said<T>(answer: server::Answer<T>) -> anyhow::Result<T> {
    answer.map_err(|problem| anyhow::anyhow!("{problem}"))
}
