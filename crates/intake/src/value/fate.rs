//! What becomes of a residue today, or where an input comes from.

use super::refused;
use model::{Fate, Message};
use reference::Reference;

/// Keeps the words as stated and recognises an R or D code of directive 2008/98/EC among them: `R3`, `R 3`, `D5 (ISDND)`.
pub fn fate(stated: Option<&str>, who: Option<&str>, reference: &Reference) -> Fate {
    Fate {
        operation: stated.and_then(|text| operation(text, reference)),
        stated: stated.map(ToOwned::to_owned),
        who: who.map(ToOwned::to_owned),
    }
}

/// Refuses a code of treatment that no list knows (« R99 »): whoever wrote it meant another. Words without a code are no fault.
pub fn known_operation(stated: &str, reference: &Reference) -> Result<(), Message> {
    let unknown = stated.split(|sign: char| !sign.is_alphanumeric()).find(|word| {
        let upper = word.to_uppercase();
        let number = upper.strip_prefix(['R', 'D']).unwrap_or_default();
        let is_code = matches!(number.len(), 1 | 2) && number.bytes().all(|byte| byte.is_ascii_digit());
        is_code && reference.lists.operation(&upper).is_none()
    });
    unknown.map_or(Ok(()), |code| Err(refused::value("refused-operation", code)))
}

/// The first operation code of a text; when two are named (« R13 puis R3 »), the last one says what becomes of it.
fn operation(text: &str, reference: &Reference) -> Option<String> {
    let upper = text.to_uppercase();
    let signs: Vec<char> = upper.chars().collect();
    let starts = (0..signs.len())
        .filter(|at| matches!(signs[*at], 'R' | 'D') && (*at == 0 || !signs[at - 1].is_alphanumeric()));
    let mut codes = starts.filter_map(|at| {
        let rest = signs[at + 1..].iter().skip_while(|c| c.is_whitespace());
        let digits: String = rest.take_while(|c| c.is_ascii_digit()).collect();
        let code = format!("{}{digits}", signs[at]);
        reference.lists.operation(&code).map(|known| known.code.clone())
    });
    codes.next_back()
}

#[cfg(test)]
mod tests {
    use super::*;
    use reference::DataFile;

    #[test]
    fn codes_are_found_among_words() {
        let text = "code,label_fr,label_en,final,step\nR3,r,r,1,recycling\nR13,r,r,0,\nD5,d,d,1,disposal\n";
        let reference =
            Reference::load(&[DataFile { path: "nomenclatures/rd_operations.csv", text }]).unwrap();
        for (stated, code) in [
            ("R3", Some("R3")),
            ("r 3 compostage", Some("R3")),
            ("R13 puis R3", Some("R3")),
            ("enfouissement (D5)", Some("D5")),
            ("D9", None),
            ("DIB", None),
            ("repris par le fournisseur", None),
            ("R35", None),
        ] {
            assert_eq!(fate(Some(stated), None, &reference).operation.as_deref(), code, "{stated}");
        }
        for (stated, fault) in [
            ("R3", None),
            ("R99", Some("R99")),
            ("compostage (r 3)", None),
            ("R13 puis D55", Some("D55")),
            ("DIB, ISDND, rue D", None),
            ("benne de 30 m3", None),
        ] {
            let found = known_operation(stated, &reference).err();
            assert_eq!(
                found.as_ref().map(|message| message.key.as_str()),
                fault.map(|_| "refused-operation"),
                "{stated}"
            );
            assert!(
                fault.is_none_or(
                    |code| found.is_some_and(|m| m.args[0].1 == model::Said::Text(code.to_owned()))
                )
            );
        }
    }
}
