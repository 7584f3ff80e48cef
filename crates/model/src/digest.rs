//! A number that changes when a record does.

use std::fmt::{Debug, Write};
use std::hash::{DefaultHasher, Hasher};

/// Eats what `Debug` tells of a value, which is all of it: a field added to a record is digested without anybody thinking of it.
#[derive(Default)]
pub struct Digest(DefaultHasher);

impl Digest {
    /// Of one value.
    pub fn of(value: &dyn Debug) -> u64 {
        let mut digest = Self::default();
        digest.eat(value);
        digest.finish()
    }

    /// Takes in one value more.
    pub fn eat(&mut self, value: &dyn Debug) {
        // Writing to a digest cannot fail.
        let _ = write!(self, "{value:?}");
    }
}

impl Write for Digest {
    fn write_str(&mut self, text: &str) -> std::fmt::Result {
        self.0.write(text.as_bytes());
        Ok(())
    }
}

/// For what has a digest of its own.
impl Hasher for Digest {
    fn write(&mut self, bytes: &[u8]) {
        self.0.write(bytes);
    }

    fn finish(&self) -> u64 {
        self.0.finish()
    }
}
