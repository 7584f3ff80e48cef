//! Activity codes, checked against the nomenclature they belong to.

use super::refused;
use model::Message;
use reference::{ActivityCode, NafError, NafVersion, Reference};

/// Reads a code and checks that it exists. `declared` is the version the file announces, if any. A code of the other version, or one that
/// does not exist, is refused with the labels that would tell the writer which one was meant.
pub fn activity(
    text: &str,
    declared: Option<NafVersion>,
    reference: &Reference,
) -> Result<ActivityCode, Message> {
    match ActivityCode::parse(text, declared).and_then(|code| reference.naf.known(code)) {
        Ok(code) => Ok(code),
        Err(NafError::Shape(code)) => Err(refused::value("refused-activity", &code)),
        Err(NafError::Version { code, letter, declared }) => {
            let refused = refused::value("refused-activity-version", &code);
            Err(refused
                .with("letter", letter)
                .with("declared", declared)
                .saying("alike", alike(text, reference)))
        }
        Err(NafError::Unknown { code, version }) => {
            let refused = refused::value("refused-activity-unknown", &code);
            Err(refused.with("version", version).saying("alike", alike(text, reference)))
        }
    }
}

/// What a class without letter (`25.40`) stands for in each version, when nobody says which one is meant and they differ.
pub fn two_meanings(code: &ActivityCode, reference: &Reference) -> Option<[String; 2]> {
    if code.code.len() != 5 {
        return None;
    }
    let of = |version| {
        let codes = reference.naf.labels().map(|(known, ..)| known);
        let mut codes: Vec<&ActivityCode> = codes
            .filter(|known| known.version == version && known.code.len() == 6 && known.class() == code.code)
            .collect();
        codes.sort();
        codes
    };
    let (old, new) = (of(NafVersion::Rev2), of(NafVersion::Naf2025));
    let stays = |old: &&ActivityCode| {
        let became = reference.naf.as_2025(old);
        !became.is_empty() && became.iter().all(|became| became.get(..5) == Some(code.code.as_str()))
    };
    let (first, other) = (old.first()?, new.first()?);
    let label = |code: &ActivityCode| reference.naf.label(code, "fr").unwrap_or_default().to_owned();
    let kept = label(code);
    (!old.iter().all(stays)).then(|| [if kept.is_empty() { label(first) } else { kept }, label(other)])
}

/// What the same digits stand for in both versions: `38.32Z (NAF rév. 2) « Récupération … »`.
fn alike(text: &str, reference: &Reference) -> Message {
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    let mut alike: Vec<(&ActivityCode, &str)> = reference
        .naf
        .labels()
        .filter(|(code, _, _)| code.code.len() == 6 && code.class().replace('.', "") == digits)
        .map(|(code, fr, _)| (code, fr))
        .collect();
    alike.sort();
    let told: Vec<String> = alike
        .iter()
        .take(6)
        .map(|(code, label)| format!("{} ({}) « {label} »", code.code, code.version))
        .collect();
    if told.is_empty() {
        return Message::new("activity-none-alike");
    }
    Message::new("activity-alike").with("codes", told.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::fr;
    use reference::DataFile;

    fn reference() -> Reference {
        Reference::load(&[
            DataFile {
                path: "nomenclatures/naf_rev2.csv",
                text: "code,label_fr,label_en\n38.32,récupération,recovery\n38.32Z,récupération de déchets triés,recovery\n",
            },
            DataFile { path: "nomenclatures/naf_2025.csv", text: "code,label_fr\n38.32Y,autre valorisation\n" },
        ])
        .unwrap()
    }

    #[test]
    fn a_code_is_read_with_its_version() {
        let reference = reference();
        assert_eq!(activity("3832Z", None, &reference).unwrap().version, NafVersion::Rev2);
        assert_eq!(activity("38.32Y", None, &reference).unwrap().version, NafVersion::Naf2025);
        assert_eq!(activity("38.32", None, &reference).unwrap().code, "38.32");
    }

    #[test]
    fn digits_without_a_letter_may_mean_two_trades() {
        let reference = Reference::load(&[
            DataFile {
                path: "nomenclatures/naf_rev2.csv",
                text: "code,label_fr,label_en\n25.40,armes,arms\n25.40Z,armes,arms\n16.24,emballages,packaging\n16.24Z,emballages,packaging\n",
            },
            DataFile {
                path: "nomenclatures/naf_2025.csv",
                text: "code,label_fr\n25.30Y,armes\n25.40Y,forgeage\n16.24Y,emballages\n",
            },
            DataFile {
                path: "nomenclatures/naf_crosswalk.csv",
                text: "rev2,naf2025,coverage\n25.40Z,25.30Y,all\n16.24Z,16.24Y,all\n",
            },
        ])
        .unwrap();
        let meanings = |text| two_meanings(&activity(text, None, &reference).unwrap(), &reference);
        assert_eq!(meanings("25.40"), Some(["armes".to_owned(), "forgeage".to_owned()]));
        assert_eq!((meanings("16.24"), meanings("2540Z")), (None, None));
    }

    #[test]
    fn a_code_of_the_other_version_shows_both_labels() {
        let error =
            activity("38.32Z", Some(NafVersion::Naf2025), &reference()).map_err(|e| fr(&e)).unwrap_err();
        assert!(
            error.contains("récupération de déchets triés") && error.contains("autre valorisation"),
            "{error}"
        );
        let error = activity("38.32A", None, &reference()).map_err(|e| fr(&e)).unwrap_err();
        assert!(error.contains("n'existe pas") && error.contains("38.32Z (NAF"), "{error}");
        let error = activity("99.99Z", None, &reference()).map_err(|e| fr(&e)).unwrap_err();
        assert!(error.contains("aucun code"), "{error}");
    }
}
