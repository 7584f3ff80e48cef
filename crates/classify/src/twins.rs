//! Mirror entries: which entries only hazard tells apart.

use chrono::NaiveDate;
use reference::{Reference, WasteCode};
use std::collections::HashMap;

/// For each entry the ones that stand for the same thing in the other hazard, nearest first.
#[derive(Debug, Default)]
pub(crate) struct Twins {
    of: HashMap<u32, Vec<WasteCode>>,
}

impl Twins {
    /// From the labels, which name each other (« autres que ceux visés à la rubrique 17 05 03 »), and from the pairs `data/wording/` adds.
    pub(crate) fn new(reference: &Reference, day: NaiveDate) -> Self {
        let mut twins = Self::default();
        let list = &reference.waste_list;
        let in_force = |code: &WasteCode| list.on(code.digits(), day).and_then(|entry| entry.code);
        for twin in &reference.speech.twins {
            for plain in twin.plain.iter().filter_map(in_force) {
                twins.pair(in_force(&twin.hazardous), plain);
            }
        }
        for entry in list.codes_on(day) {
            let Some(plain) = entry.code.filter(|code| !code.hazardous()) else { continue };
            for digits in codes_in(&entry.label_fr) {
                let other = list.on(digits, day).and_then(|other| other.code);
                twins.pair(
                    other.filter(|code| code.hazardous() && code.sub_chapter() == plain.sub_chapter()),
                    plain,
                );
            }
        }
        twins
    }

    fn pair(&mut self, hazardous: Option<WasteCode>, plain: WasteCode) {
        let Some(hazardous) = hazardous.filter(|code| code.hazardous()) else { return };
        for (one, other) in [(hazardous, plain), (plain, hazardous)] {
            let known = self.of.entry(one.digits()).or_default();
            if !known.contains(&other) {
                known.push(other);
            }
        }
    }

    /// Twins of an entry, the nearest first; none when hazard changes nothing.
    pub(crate) fn of(&self, code: WasteCode) -> &[WasteCode] {
        self.of.get(&code.digits()).map_or(&[], Vec::as_slice)
    }
}

/// Six-digit codes named in a label.
fn codes_in(label: &str) -> Vec<u32> {
    let bytes = label.as_bytes();
    let code_at = |at: usize| -> Option<u32> {
        let text = bytes.get(at..at + 8)?;
        let shape = text
            .iter()
            .enumerate()
            .all(|(ix, b)| if ix == 2 || ix == 5 { *b == b' ' } else { b.is_ascii_digit() });
        let digits = text.iter().filter(|b| b.is_ascii_digit());
        shape.then(|| digits.fold(0, |value, b| 10 * value + u32::from(b - b'0')))
    };
    (0..bytes.len()).filter_map(code_at).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_name_codes() {
        assert_eq!(codes_in("autres que ceux visés aux rubriques 01 03 04 et 01 03 05"), [10_304, 10_305]);
        assert!(codes_in("béton").is_empty());
    }
}
