//! The key of sealed values: XChaCha20-Poly1305, a random nonce each, bound to the place it belongs to.

use crate::{Entropy, Result, StoreError};
use chacha20poly1305::aead::{Aead, Payload};
use chacha20poly1305::{KeyInit, XChaCha20Poly1305, XNonce};
use std::fmt;

/// Bytes of a nonce.
const NONCE: usize = 24;

/// 256 bits that open sealed values. Printed as nothing.
#[derive(Clone, PartialEq, Eq)]
pub struct Key(pub(crate) [u8; 32]);

impl fmt::Debug for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Key(…)")
    }
}

impl Key {
    /// From 64 hexadecimal digits, as in `FE2I_KEY` and in the key file.
    pub fn from_text(text: &str) -> Result<Self> {
        let bytes = unhex(text.trim()).and_then(|bytes| bytes.try_into().ok());
        bytes.map(Self).ok_or_else(|| {
            StoreError::Key(
                "la clé doit être de 64 chiffres hexadécimaux (FE2I_KEY ou le fichier .key)".into(),
            )
        })
    }

    /// Encrypts `plain` so that it opens at `place` only; hexadecimal.
    pub(crate) fn seal(&self, entropy: &Entropy, place: &str, plain: &[u8]) -> Result<String> {
        let nonce: [u8; NONCE] = entropy.bytes()?;
        let payload = Payload { msg: plain, aad: place.as_bytes() };
        let sealed = self.cipher().encrypt(&XNonce::from(nonce), payload);
        let sealed = sealed.map_err(|_| StoreError::Key(format!("{place} : ne se scelle pas")))?;
        Ok(hex(&nonce) + &hex(&sealed))
    }

    /// Opens what [`Key::seal`] gave for the same place.
    pub(crate) fn open(&self, place: &str, text: &str) -> Result<Vec<u8>> {
        let wrong = || {
            StoreError::Key(format!(
                "{place} : la valeur scellée ne s'ouvre pas ; la clé (FE2I_KEY ou le fichier .key) n'est pas celle qui l'a scellée"
            ))
        };
        let bytes = unhex(text).ok_or_else(wrong)?;
        let (nonce, sealed) = bytes.split_first_chunk::<NONCE>().ok_or_else(wrong)?;
        let payload = Payload { msg: sealed, aad: place.as_bytes() };
        self.cipher().decrypt(&XNonce::from(*nonce), payload).map_err(|_| wrong())
    }

    fn cipher(&self) -> XChaCha20Poly1305 {
        XChaCha20Poly1305::new(&self.0.into())
    }
}

/// Bytes as hexadecimal digits.
pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes
        .iter()
        .flat_map(|byte| [byte >> 4, byte & 15])
        .filter_map(|n| char::from_digit(n.into(), 16))
        .collect()
}

/// Hexadecimal digits as bytes; `None` when they are none.
pub(crate) fn unhex(text: &str) -> Option<Vec<u8>> {
    let digits: Option<Vec<u8>> =
        text.chars().map(|c| c.to_digit(16).and_then(|n| u8::try_from(n).ok())).collect();
    let digits = digits.filter(|digits| digits.len().is_multiple_of(2))?;
    Some(digits.chunks(2).map(|pair| pair[0] << 4 | pair[1]).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_read_and_never_printed() {
        let text = "00ff".repeat(16);
        let key = Key::from_text(&format!("{text}\n")).unwrap();
        assert_eq!(hex(&key.0), text);
        assert_eq!(format!("{key:?}"), "Key(…)");
        for wrong in ["", "00", &"0g".repeat(32), &"0".repeat(63)] {
            assert!(Key::from_text(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_seal_opens_at_its_place_with_its_key_and_nowhere_else() {
        let key = Key::from_text(&"a1".repeat(32)).unwrap();
        let sealed = key.seal(&Entropy::system(), "t/flow/f/price", b"95").unwrap();
        assert_eq!(key.open("t/flow/f/price", &sealed).unwrap(), b"95");
        assert_ne!(sealed, key.seal(&Entropy::system(), "t/flow/f/price", b"95").unwrap());
        assert!(key.open("t/flow/g/price", &sealed).is_err());
        assert!(Key::from_text(&"a2".repeat(32)).unwrap().open("t/flow/f/price", &sealed).is_err());
        let mut altered = sealed.clone();
        altered.replace_range(60..61, if &sealed[60..61] == "0" { "1" } else { "0" });
        assert!(key.open("t/flow/f/price", &altered).is_err());
        assert!(key.open("t/flow/f/price", "00").is_err());
    }
}
