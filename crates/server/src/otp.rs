//! One-time codes (RFC 4226, RFC 6238: HMAC-SHA-1, which is good for that and for nothing else), and the way people type their secret.

use hmac::{Hmac, KeyInit, Mac};
use sha1::Sha1;
use subtle::ConstantTimeEq;

/// True when these are the six digits of a window of 30 seconds; found out in the same time whichever digit is wrong.
pub(crate) fn is_code(secret: &[u8], window: i64, given: &str) -> bool {
    code(secret, window).is_some_and(|code| code.as_bytes().ct_eq(given.as_bytes()).into())
}

/// The six digits of a window.
fn code(secret: &[u8], window: i64) -> Option<String> {
    let mac = Hmac::<Sha1>::new_from_slice(secret).ok()?;
    let digest = mac.chain_update(window.to_be_bytes()).finalize().into_bytes();
    let offset = usize::from(digest[19] & 15);
    let number = digest[offset..offset + 4].iter().fold(0_u32, |sum, byte| (sum << 8) | u32::from(*byte));
    Some(format!("{:06}", (number & 0x7fff_ffff) % 1_000_000))
}

const SIGNS: &[u8; 32] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/// A secret as people type it (RFC 4648, without padding).
pub(crate) fn base32(bytes: &[u8]) -> String {
    let mut text = String::new();
    let (mut word, mut bits) = (0_u32, 0);
    for byte in bytes {
        word = (word << 8) | u32::from(*byte);
        bits += 8;
        while bits >= 5 {
            bits -= 5;
            text.push(char::from(SIGNS[(word >> bits) as usize & 31]));
        }
    }
    if bits > 0 {
        text.push(char::from(SIGNS[(word << (5 - bits)) as usize & 31]));
    }
    text
}

/// The secret people typed; `None` when it is none.
pub(crate) fn from_base32(text: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    let (mut word, mut bits) = (0_u32, 0);
    for sign in text.bytes().filter(|sign| !sign.is_ascii_whitespace()) {
        let value = SIGNS.iter().position(|known| *known == sign.to_ascii_uppercase())?;
        word = (word << 5) | u32::try_from(value).ok()?;
        bits += 5;
        if bits >= 8 {
            bits -= 8;
            bytes.push(u8::try_from((word >> bits) & 255).ok()?);
        }
    }
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_codes_of_rfc_6238() {
        let secret = b"12345678901234567890";
        for (seconds, expected) in [(59, "287082"), (1_111_111_109, "081804"), (2_000_000_000, "279037")] {
            assert!(is_code(secret, seconds / 30, expected), "{seconds}");
        }
        for wrong in ["", "2870820", "287083", "28708"] {
            assert!(!is_code(secret, 59 / 30, wrong), "{wrong}");
        }
    }

    #[test]
    fn secrets_are_typed_and_read_back() {
        assert_eq!(base32(b"foobar"), "MZXW6YTBOI");
        assert_eq!(from_base32("mzxw 6ytb oi").unwrap(), b"foobar");
        assert_eq!(from_base32("1"), None);
    }
}
