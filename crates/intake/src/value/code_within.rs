//! A waste code that stands in the wording: « cartons 15 01 01 », « code 20 01 08 : restes de cantine ».

use super::waste_code::{ReadCode, waste_code};
use crate::text::fold;
use chrono::NaiveDate;
use reference::Reference;

/// Words before a code that only announce it.
const ANNOUNCES: [&str; 8] = ["code", "codes", "ced", "cer", "ewc", "lod", "n", "no"];
/// Words that say of what it is the code.
const OF_WHAT: [&str; 4] = ["dechet", "dechets", "europeen", "waste"];
/// After six digits these make them an amount.
const UNITS: [&str; 12] = ["t", "to", "kg", "m3", "l", "mm", "cm", "m", "kwh", "mwh", "palettes", "pieces"];

/// The one waste code in a wording that is in force on `day`, and the wording without it (empty when nothing else is said). `None` when
/// there is none, or several: then nobody knows which.
pub fn code_within(text: &str, day: NaiveDate, reference: &Reference) -> Option<(ReadCode, String)> {
    let chars: Vec<char> = text.chars().collect();
    let mut found: Option<(ReadCode, String)> = None;
    for (start, end) in (0..chars.len()).filter_map(|at| Some((at, six_digits(&chars, at)?))) {
        let written: String = chars[start..end].iter().filter(|c| **c != '.').collect();
        let Ok(code) = waste_code(&written, day, reference) else { continue };
        if found.is_some() {
            return None;
        }
        let (before, after): (String, String) =
            (chars[..start].iter().collect(), chars[end..].iter().collect());
        found = Some((code, without(&before, &after)));
    }
    found
}

/// True when six digits stand in the text as a waste code does, whether or not there is such a code.
pub fn holds_code(text: &str) -> bool {
    let chars: Vec<char> = text.chars().collect();
    (0..chars.len()).any(|at| six_digits(&chars, at).is_some())
}

/// One past `15 01 01`, `15.01.01` or `150101` with its asterisk, when it begins at `start` and no number goes on before or behind it.
fn six_digits(chars: &[char], start: usize) -> Option<usize> {
    let digit = |at: usize| chars.get(at).is_some_and(char::is_ascii_digit);
    let before = chars[..start].iter().rev().find(|c| !c.is_whitespace());
    if before.is_some_and(|c| c.is_ascii_digit() || matches!(c, '.' | ',' | '/'))
        || start.checked_sub(1).is_some_and(|at| chars[at].is_alphanumeric())
    {
        return None;
    }
    let mut at = start;
    let mut separators = Vec::new();
    for pair in 0..3 {
        if pair > 0 && !digit(at) {
            let separator = *chars.get(at).filter(|c| c.is_whitespace() || **c == '.')?;
            separators.push(separator == '.');
            at += 1;
        }
        if !(digit(at) && digit(at + 1)) {
            return None;
        }
        at += 2;
    }
    let even = separators.is_empty() || (separators.len() == 2 && separators[0] == separators[1]);
    let spaces = chars[at..].iter().take_while(|c| c.is_whitespace()).count();
    let end = if chars.get(at + spaces) == Some(&'*') { at + spaces + 1 } else { at };
    let next: String = chars[end..].iter().skip_while(|c| c.is_whitespace()).collect();
    let goes_on = next.starts_with(|c: char| c.is_ascii_digit())
        || chars.get(end).is_some_and(|c| c.is_alphanumeric() || matches!(c, ',' | '/') && digit(end + 1));
    let word = next.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default().to_lowercase();
    (even && !goes_on && !UNITS.contains(&word.as_str())).then_some(end)
}

/// What is left when the code is gone, with what announced it and the brackets it stood in.
fn without(before: &str, after: &str) -> String {
    let mark = |c: char| c.is_whitespace() || matches!(c, ':' | '-' | '–' | '—' | ',' | ';' | '/' | '|');
    let mut before = before.trim_end_matches(mark);
    let mut after = after.trim_start_matches(mark);
    loop {
        let (rest, last) =
            before.rsplit_once(|c: char| c.is_whitespace() || c == '(').unwrap_or(("", before));
        let bracket = before.len() > last.len() && before[rest.len()..].starts_with('(');
        let folded = fold(last);
        let above = fold(rest);
        let of_code = || above.rsplit(' ').next().is_some_and(|word| ANNOUNCES.contains(&word));
        let announces =
            ANNOUNCES.contains(&folded.as_str()) || (OF_WHAT.contains(&folded.as_str()) && of_code());
        if !announces || last.is_empty() {
            break;
        }
        before = if bracket { &before[..=rest.len()] } else { rest.trim_end_matches(mark) };
    }
    if let (Some(outer), Some(inner)) = (before.strip_suffix(['(', '[']), after.strip_prefix([')', ']'])) {
        before = outer.trim_end_matches(mark);
        after = inner.trim_start_matches(mark);
    }
    let joint = if before.is_empty() || after.is_empty() || before.ends_with('(') { "" } else { " " };
    [before, joint, after].concat().trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use reference::DataFile;

    #[test]
    fn the_code_is_read_and_the_rest_is_the_wording() {
        let list = "code,label_fr,label_en,hazardous,entry,valid_from,valid_until,note\n\
                    13 02 05*,huiles moteur,engine oils,1,absolute,2002-01-01,,\n\
                    15 01 01,emballages en papier,paper packaging,0,absolute,2002-01-01,,\n\
                    15 01 03,emballages en bois,wooden packaging,0,absolute,2002-01-01,,\n\
                    20 01 08,biodéchets,canteen waste,0,absolute,2002-01-01,,\n";
        let reference = Reference::load(&[DataFile { path: "nomenclatures/low.csv", text: list }]).unwrap();
        let day = NaiveDate::from_ymd_opt(2026, 1, 1).unwrap();
        let read =
            |text: &str| code_within(text, day, &reference).map(|(read, rest)| (read.code.to_string(), rest));
        for (text, code, rest) in [
            ("cartons 15 01 01", "15 01 01", "cartons"),
            ("150101* papier", "15 01 01*", "papier"),
            ("code 20 01 08 : restes de cantine", "20 01 08", "restes de cantine"),
            ("Code déchet : 15.01.03 - palettes cassées", "15 01 03", "palettes cassées"),
            ("huiles usagées (13 02 05*)", "13 02 05*", "huiles usagées"),
            ("huiles (code 130205), fûts 200 L", "13 02 05*", "huiles fûts 200 L"),
            ("cartons (15 01 01, à plat)", "15 01 01", "cartons (à plat)"),
            ("emballages CED 15\u{a0}01\u{a0}03 bois", "15 01 03", "emballages bois"),
            ("150103", "15 01 03", ""),
        ] {
            assert_eq!(read(text), Some((code.to_owned(), rest.to_owned())), "{text}");
        }
        for text in [
            "cartons",
            "cartons 15 01 99",
            "pièces réf. A150101",
            "tél. 03 82 15 01 01 08",
            "150101 kg de papier",
            "150101,5",
            "livré le 15/01/01",
            "palettes 15 01 03 et cartons 15 01 01",
            "15 01.01 cartons",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
