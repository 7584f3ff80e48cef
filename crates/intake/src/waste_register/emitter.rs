//! Whose register it is, by what stands above its headings: « Société MECALOR – site de Fameck », « Producteur : … », « SIRET : … ». An
//! address or a person is never taken for a company.

use super::party::Party;
use crate::fold;
use crate::value::MONTHS;
use model::Siret;
use reference::Reference;

/// What stands before the name of the company, with a colon or without …
const COMPANIES: [&str; 15] = [
    "societe",
    "entreprise",
    "producteur",
    "producteur de dechets",
    "producteur du dechet",
    "producteur des dechets",
    "etablissement",
    "nom de l etablissement",
    "raison sociale",
    "emetteur",
    "expediteur",
    "detenteur",
    "exploitant",
    "company",
    "producer",
];
/// … of which these are names even without a colon.
const BARE: [&str; 4] = ["societe", "entreprise", "ets", "company"];
/// What stands before the site or its commune.
const SITES: [&str; 6] = ["site", "commune", "ville", "usine", "agence", "plant"];
/// Words of a title that say what the table is …
const SUBJECTS: [&str; 10] = [
    "dechet",
    "dechets",
    "registre",
    "registres",
    "suivi",
    "tonnage",
    "tonnages",
    "bordereaux",
    "waste",
    "register",
];
/// … and those, beside the months, that say of when, or of which state of the file.
const TIMES: [&str; 20] = [
    "annee",
    "mois",
    "trimestre",
    "semestre",
    "exercice",
    "periode",
    "version",
    "edition",
    "provisoire",
    "definitif",
    "def",
    "vdef",
    "bilan",
    "annuel",
    "mensuel",
    "year",
    "tonne",
    "tonnes",
    "kg",
    "m3",
];
/// Words of people and of addresses.
const NO_COMPANY: [&str; 22] = [
    "m",
    "mr",
    "mme",
    "monsieur",
    "madame",
    "mlle",
    "rue",
    "avenue",
    "av",
    "boulevard",
    "bd",
    "chemin",
    "impasse",
    "allee",
    "quai",
    "bp",
    "cs",
    "tel",
    "responsable",
    "contact",
    "registre",
    "street",
];
/// A name longer than this is a sentence.
const LONGEST: usize = 80;

/// The company that the titles name; `None` when they name none.
pub(super) fn emitter(titles: &[String], reference: &Reference) -> Option<Party> {
    let said = said(titles);
    let of = |labels: &[&str]| {
        let wanted = |label: &str| labels.contains(&label);
        said.iter().filter(|(label, _)| wanted(label)).map(|(_, value)| value.as_str()).collect::<Vec<_>>()
    };
    let siret =
        of(&["siret", "n siret", "numero siret"]).iter().find_map(|value| value.parse::<Siret>().ok());
    let named =
        of(&COMPANIES).into_iter().map(parts).find(|parts| parts.first().is_some_and(|name| is_name(name)));
    let site_parts: Vec<String> = of(&SITES).into_iter().flat_map(parts).collect();
    let addresses: Vec<String> = of(&["adresse", "address"]).into_iter().flat_map(parts).collect();
    let tails = named.iter().flatten().skip(1).chain(&site_parts).chain(&addresses);
    let place = tails.clone().find_map(|part| commune(part, reference));
    let site = || site_parts.iter().find(|name| is_name(name) && commune(name, reference).is_none()).cloned();
    let first = named.as_ref().and_then(|parts| parts.first()).cloned();
    let (beside, town) = beside_the_subject(titles, reference);
    let place = place.or(town);
    let name = first.or_else(site).or(beside).or_else(|| siret.as_ref().map(ToString::to_string))?;
    Some(Party { name, siret, commune: place, ..Party::default() })
}

/// « SUIVI DÉCHETS 2025 - Menuiserie du Val - Fameck »: beside the part that says what the table is, the company and its commune.
fn beside_the_subject(titles: &[String], reference: &Reference) -> (Option<String>, Option<String>) {
    let of_subject = |part: &String| fold(part).split(' ').any(|word| SUBJECTS.contains(&word));
    for title in titles.iter().filter(|title| !title.contains(':')) {
        let parts = parts(title);
        if parts.iter().any(of_subject) {
            let others = || parts.iter().filter(|part| !of_subject(part) && is_name(part));
            let town = others().find_map(|part| commune(part, reference));
            let name = others().find(|part| commune(part, reference).is_none() && !speaks_of_time(part));
            if name.is_some() {
                return (name.cloned(), town);
            }
        }
    }
    (None, None)
}

/// « janvier à juin », « année 2025 », « 1er trimestre », « v3 », « en tonnes ».
fn speaks_of_time(part: &str) -> bool {
    let folded = fold(part);
    let of_time = |word: &str| MONTHS.contains(&word) || TIMES.contains(&word);
    folded.split(' ').any(of_time)
}

/// What each title says of what: the folded label and the value, which may stand in the next cell.
fn said(titles: &[String]) -> Vec<(String, String)> {
    let mut said = Vec::new();
    for (ix, title) in titles.iter().enumerate() {
        if let Some((label, value)) = title.split_once(':') {
            let next = || titles.get(ix + 1).filter(|next| !next.contains(':')).map(String::as_str);
            let value = Some(value.trim()).filter(|value| !value.is_empty()).or_else(next);
            said.extend(value.map(|value| (fold(label), value.to_owned())));
        } else if let Some((label, value)) =
            title.split_once(' ').filter(|(word, _)| BARE.contains(&fold(word).as_str()))
        {
            let label = if fold(label) == "ets" { "societe".to_owned() } else { fold(label) };
            said.push((label, value.to_owned()));
        }
    }
    said
}

/// « MECALOR – site de Fameck » in its parts; a hyphen within a name parts nothing.
fn parts(value: &str) -> Vec<String> {
    let even = [" – ", " — ", " - ", " | ", ", ", ";", "(", ")"]
        .iter()
        .fold(value.to_owned(), |text, cut| text.replace(cut, "\n"));
    even.lines().map(|part| part.trim().to_owned()).filter(|part| !part.is_empty()).collect()
}

fn is_name(part: &str) -> bool {
    let folded = fold(part);
    let long_number = |word: &str| word.len() == 5 && word.bytes().all(|byte| byte.is_ascii_digit());
    let wrong = |word: &str| NO_COMPANY.contains(&word) || long_number(word);
    part.chars().count() <= LONGEST
        && folded.starts_with(char::is_alphabetic)
        && folded.len() > 1
        && !folded.split(' ').any(wrong)
}

/// « site de Fameck », « 57290 Fameck », « Fameck ».
fn commune(part: &str, reference: &Reference) -> Option<String> {
    let words: Vec<&str> = part.split_whitespace().collect();
    let postcode =
        words.iter().copied().find(|word| word.len() == 5 && word.bytes().all(|b| b.is_ascii_digit()));
    let known = |from: usize| {
        let name = words[from..].join(" ");
        let name = name.trim_start_matches("d'").trim_start_matches("d’");
        reference.geography.find(name, postcode).map(|commune| commune.name.to_string())
    };
    (0..words.len()).find_map(known)
}

#[cfg(test)]
mod tests {
    use super::*;
    use reference::DataFile;

    fn reference() -> Reference {
        let text =
            "insee,name,postcodes,lon,lat\n57206,Fameck,57290,6.11,49.3\n57221,Florange,57190,6.1,49.3\n";
        Reference::load(&[DataFile { path: "geography/communes_57.csv", text }]).unwrap()
    }

    #[test]
    fn a_title_names_the_company_and_its_commune() {
        let reference = reference();
        for (titles, name, commune) in [
            (&["Société MECALOR – site de Fameck"][..], Some("MECALOR"), Some("Fameck")),
            (
                &["Registre des déchets 2025", "Producteur :", "Papeterie du Val", "Site :", "Florange"],
                Some("Papeterie du Val"),
                Some("Florange"),
            ),
            (
                &["Suivi déchets 2025 (en tonnes) – Serrurerie du Fort – Fameck"],
                Some("Serrurerie du Fort"),
                Some("Fameck"),
            ),
            (&["Établissement : Forge-Neuve (57190 Florange)"], Some("Forge-Neuve"), Some("Florange")),
            (
                &["Raison sociale : Forge Neuve, 12 rue du Moulin, 57290 Fameck"],
                Some("Forge Neuve"),
                Some("Fameck"),
            ),
            (
                &["Établissement : Papeterie du Val", "Adresse : 12 rue du Moulin 57190 Florange"],
                Some("Papeterie du Val"),
                Some("Florange"),
            ),
            (&["Site : Atelier nord"], Some("Atelier nord"), None),
            (&["Établissement : 12 rue du Moulin, 57290 Fameck"], None, None),
            (&["Établissement : Mme Martin", "Responsable : Jean Dupont"], None, None),
            (&["Registre des déchets de la société"], None, None),
            (&["Année : 2025"], None, None),
            (&["SUIVI DECHETS 2025 - Menuiserie Essai"], Some("Menuiserie Essai"), None),
            (&["Registre des déchets – Forge Neuve – Fameck"], Some("Forge Neuve"), Some("Fameck")),
            (&["Suivi des déchets - Janvier à juin 2025"], None, None),
            (&["Suivi déchets - Fameck"], None, None),
            (&["Suivi déchets 2025 - M. Martin"], None, None),
        ] {
            let titles: Vec<String> = titles.iter().map(|&title| title.to_owned()).collect();
            let found = emitter(&titles, &reference);
            assert_eq!(found.as_ref().map(|party| party.name.as_str()), name, "{titles:?}");
            assert_eq!(found.and_then(|party| party.commune).as_deref(), commune, "{titles:?}");
        }
        let siret = emitter(&["SIRET : 732 829 320 00074".to_owned()], &reference).unwrap();
        assert_eq!(siret.siret.unwrap().to_string(), "73282932000074");
    }
}
