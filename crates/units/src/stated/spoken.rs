//! Numbers in letters: « vingt-cinq », « quatre-vingt-dix », « deux cents ».

use super::cursor::Cursor;
use super::words_unit::NUMBERS;

/// Conjunction inside a number: « vingt et un ».
const AND: &[(&str, ())] = &[("et|and", ())];

/// Passes a number in letters. Stops where the words no longer make one number: « deux trois » is two, then three.
pub(super) fn number(cursor: &mut Cursor<'_>) -> Option<u32> {
    let mut total: u32 = 0;
    let mut current = cursor.phrase(NUMBERS)?;
    if current == 1000 {
        (total, current) = (1000, 0);
    }
    loop {
        let mut next = *cursor;
        let joined = next.phrase(AND).is_some();
        let Some(word) = next.phrase(NUMBERS) else { break };
        let more = match word {
            1000 if total == 0 && current > 0 => {
                total = current * 1000;
                Some(0)
            }
            _ if joined && word != 1 && word != 11 => None,
            _ => together(current, word, total > 0),
        };
        let Some(more) = more else { break };
        current = more;
        *cursor = next;
    }
    Some(total + current)
}

/// The number that `current` and the next word make together, if they do.
fn together(current: u32, word: u32, after_thousand: bool) -> Option<u32> {
    let (tens, ones) = (current % 100, current % 10);
    match word {
        100 if (1..10).contains(&current) => Some(current * 100),
        100 => (current == 0 && after_thousand).then_some(100),
        20 if tens == 4 => Some(current - 4 + 80),
        1..=19 if tens >= 20 && ones == 0 => Some(current + word),
        7..=9 if tens == 10 || (tens > 20 && tens % 20 == 10) => Some(current + word),
        1..=90 if tens == 0 && (current > 0 || after_thousand) => Some(current + word),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stated::{text::clean, token::tokens};

    #[test]
    fn numbers_in_letters() {
        for (text, value) in [
            ("une", 1),
            ("vingt et un", 21),
            ("vingt-cinq", 25),
            ("dix-sept", 17),
            ("soixante-dix-huit", 78),
            ("quatre-vingts", 80),
            ("quatre-vingt-dix-neuf", 99),
            ("deux cents", 200),
            ("trois mille deux cent douze", 3212),
            ("mille cinq cents", 1500),
            ("deux trois", 2),
        ] {
            let tokens = tokens(&clean(text)).unwrap();
            assert_eq!(number(&mut Cursor::new(&tokens)), Some(value), "{text}");
        }
    }
}
