//! The key of sealed values.

use crate::{Result, StoreError};
use std::fmt;

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
}
