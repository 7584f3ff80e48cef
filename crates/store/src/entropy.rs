//! Where random bytes come from: passed in, so that tests can repeat themselves.

use crate::{Result, StoreError};
use std::fmt;
use std::sync::Arc;

type Source = dyn Fn(&mut [u8]) -> std::io::Result<()> + Send + Sync;

/// A source of random bytes for tokens, salts and nonces.
#[derive(Clone)]
pub struct Entropy(Arc<Source>);

impl Entropy {
    /// From a function that fills a buffer.
    pub fn new(fill: impl Fn(&mut [u8]) -> std::io::Result<()> + Send + Sync + 'static) -> Self {
        Self(Arc::new(fill))
    }

    /// The operating system's; for the command line, which hands it down.
    pub fn system() -> Self {
        Self::new(|buffer| getrandom::fill(buffer).map_err(std::io::Error::from))
    }

    /// `N` random bytes.
    pub fn bytes<const N: usize>(&self) -> Result<[u8; N]> {
        let mut buffer = [0; N];
        (self.0)(&mut buffer).map_err(StoreError::Entropy)?;
        Ok(buffer)
    }

    /// A random name of 128 bits, in hexadecimal: ids of people, blobs, new flows.
    pub fn id(&self) -> Result<String> {
        Ok(crate::key::hex(&self.bytes::<16>()?))
    }

    /// A secret of 256 bits, in hexadecimal: sessions, tokens, links.
    pub fn secret(&self) -> Result<String> {
        Ok(crate::key::hex(&self.bytes::<32>()?))
    }
}

impl fmt::Debug for Entropy {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Entropy")
    }
}
