//! The template in English: headings that the reader knows, what to write under them, words to choose from, examples. The companies are
//! invented.

use crate::workbook::columns::{Column, Kind};

/// A column as an English reader is told of it.
pub(super) struct Told {
    pub(super) heading: &'static str,
    pub(super) help: &'static str,
    pub(super) choices: &'static [&'static str],
}

/// French heading, English heading, what to write.
const COLUMNS: &[(&str, &str, &str)] = &[
    ("clé", "key", "name, invented (yes or no), notice, date, source, language (fr or en)."),
    ("valeur", "value", "The value of that key."),
    ("identifiant", "id", "Short and unique, for instance V001. One row per site."),
    ("nom", "name", "Name of the site, as people call it."),
    ("type", "kind", "What the actor is in the démarche. Empty: company."),
    (
        "entreprise",
        "company",
        "If it has several sites: the name of the company (legal unit), the same on each row. No lead is looked for between its own sites.",
    ),
    ("siret", "siret", "14 digits, if known."),
    ("naf", "naf", "Activity code: “16.24Z” (NAF rev. 2), “16.24Y” (NAF 2025) or NACE “16.24”."),
    (
        "activité",
        "trade",
        "What the site does, in words: “joinery”, “slaughterhouse”. Serves when the code is not known.",
    ),
    ("effectif", "headcount", "Number of people: “34”, “20 à 49”."),
    ("adresse", "address", "Number and street."),
    ("code postal", "postcode", "Five digits."),
    ("commune", "town", "Places the site when it has no coordinates."),
    (
        "latitude",
        "latitude",
        "Decimal degrees (WGS 84), for instance 49.32145. Empty: centre of the commune.",
    ),
    (
        "longitude",
        "longitude",
        "Decimal degrees (WGS 84), for instance 6.11932. Empty: centre of the commune.",
    ),
    (
        "précision",
        "precision",
        "What the coordinates are worth: the building, the address, or the commune only. Empty: exact.",
    ),
    ("zone", "area", "Business or industrial park."),
    ("preuve", "evidence", "How it is known. Empty: declared."),
    (
        "source",
        "source",
        "Where it is known from: visit, invoice, register, web site. Empty: the default source of the territory.",
    ),
    ("date", "date", "Day of the fact, for instance 2026-06-30."),
    ("note", "remark", "Whatever helps to understand."),
    ("site", "site", "The id of the site in the sheet Actors."),
    (
        "sens",
        "direction",
        "buys: comes in and is used up · throws away: leaves as a residue · sells: product or service · shares: owns and could share · looks for: would need.",
    ),
    (
        "quoi",
        "what",
        "In shop-floor words: “broken one-way pallets”, “paint sludge”, “waste heat of compressors 60 °C”.",
    ),
    (
        "quantité",
        "quantity",
        "With its unit and period: “1200 pallets/year”, “3 t/month”, “80 t/year”. Empty if unknown: never 0 instead of unknown.",
    ),
    ("saison", "season", "Empty, or months: “nov-mar”, “september”."),
    ("qualité", "quality", "Moisture, contamination, packaging, temperature."),
    ("devenir", "fate", "What becomes of it today: “landfill”, “R3”, “taken back by the supplier”."),
    ("par qui", "by whom", "Who collects, or who supplies."),
    ("prix", "price", "“paid 95 €/t”, “received 40 €/t”, before VAT. For the facilitator only."),
    ("code déchet", "waste code", "Six digits of the European list, if known: “15 01 03”."),
    ("confidentialité", "confidentiality", "Who may read it. Empty: members."),
    ("de", "from", "The id of the site that gives."),
    ("vers", "to", "The id of the site that receives."),
    ("depuis", "since", "Year it began."),
    ("état", "state", "Empty: running."),
];

/// French heading, the words of its list.
const CHOICES: &[(&str, &[&str])] = &[
    (
        "type",
        &[
            "company",
            "EI",
            "ACI",
            "ETTI",
            "AI",
            "EITI",
            "local authority",
            "chamber",
            "association",
            "lab",
            "other",
        ],
    ),
    ("précision", &["exact", "address", "municipality"]),
    ("preuve", &["measured", "register", "declared", "documented", "estimated"]),
    ("sens", &["buys", "throws away", "sells", "shares", "looks for"]),
    ("confidentialité", &["open", "members", "facilitator"]),
    ("état", &["running", "planned", "ended"]),
];

/// A column in English; one without a translation stays as it is (a test lets none).
pub(super) fn told(column: &Column) -> Told {
    let known = COLUMNS.iter().find(|(fr, ..)| *fr == column.fr);
    let choices = CHOICES.iter().find(|(fr, _)| *fr == column.fr);
    Told {
        heading: known.map_or(column.fr, |(_, heading, _)| heading),
        help: known.map_or(column.help, |(.., help)| help),
        choices: choices.map_or(column.choices, |(_, words)| words),
    }
}

/// Name of a sheet.
pub(super) fn sheet(kind: Kind) -> &'static str {
    match kind {
        Kind::Territory => "Territory",
        Kind::Actors => "Actors",
        Kind::Flows => "Flows",
        Kind::Exchanges => "Exchanges",
    }
}

/// The sheet that explains, one line a row.
pub(super) const HELP: &[&str] = &[
    "fe2i workbook: what companies buy, throw away and could share",
    "",
    "1. Sheet Actors: one row per site. The id is free (V001, V002…); it ties the sheets together.",
    "   A company with several sites: the same name under “company” on each of their rows.",
    "2. Sheet Flows: one row per flow. “direction” says whether it comes in (buys), goes out (throws away, sells), could be lent (shares) or is lacking (looks for).",
    "3. Sheet Exchanges: what is exchanged already, so that it is counted and not proposed again. It may stay empty.",
    "4. Sheet Territory: the name of the territory, the day of the picture, the default source.",
    "",
    "Write as people talk in the workshop: “broken one-way pallets”, “3 t/month”, “paid 95 €/t”.",
    "Leave empty what is not known. Never write 0 instead of unknown.",
    "Columns may change places; their headings do not change. The comments on the headings say what to write.",
    "Grey rows whose id begins with EXAMPLE are not read: keep or delete them.",
    "An empty cell means company under “kind”, declared under “evidence”, members under “confidentiality”, running under “state”.",
    "Without latitude and longitude the site is put at the centre of its commune, and the program says so.",
    "Prices are read by the facilitator only; they serve the sums and are never shown.",
    "What cannot be read comes back in a file of rejects, with the reason in the first column: correct it there and read it again.",
];

const TERRITORY: &[&[&str]] =
    &[&["name", ""], &["invented", ""], &["notice", ""], &["date", ""], &["source", ""], &["language", ""]];

const ACTORS: &[&[&str]] = &[
    &[
        "EXAMPLE-1",
        "Example Joinery",
        "company",
        "",
        "",
        "16.23Z",
        "",
        "34",
        "3 rue de l'Essai",
        "57190",
        "Florange",
        "49.3215",
        "6.1193",
        "exact",
        "ZI de l'Exemple",
        "declared",
        "visit of 14 January",
        "2026-01-14",
        "windows and doors",
    ],
    &[
        "EXAMPLE-2",
        "Example Insertion Workshop",
        "ACI",
        "Example Association",
        "",
        "88.99B",
        "",
        "20 à 49",
        "",
        "57290",
        "Fameck",
        "",
        "",
        "",
        "",
        "declared",
        "web site",
        "2026",
        "sorting and dismantling",
    ],
];

const FLOWS: &[&[&str]] = &[
    &[
        "EXAMPLE-1",
        "throws away",
        "broken one-way pallets",
        "4 t/month",
        "",
        "kept outside",
        "landfill",
        "a contractor",
        "paid 95 €/t",
        "15 01 03",
        "declared",
        "",
        "2026-01-14",
        "members",
        "",
    ],
    &[
        "EXAMPLE-2",
        "looks for",
        "3 t forklift truck",
        "52 days/year",
        "",
        "",
        "",
        "",
        "",
        "",
        "declared",
        "",
        "2026-01-14",
        "open",
        "",
    ],
];

const EXCHANGES: &[&[&str]] = &[
    &["EXAMPLE-1", "EXAMPLE-2", "end-of-life windows", "12 t/year", "2019", "running", "agreement", ""],
    &["EXAMPLE-2", "EXAMPLE-1", "sawdust", "3 t/month", "2024", "planned", "", "under study"],
];

/// The rows below the headings.
pub(super) fn rows(kind: Kind) -> &'static [&'static [&'static str]] {
    match kind {
        Kind::Territory => TERRITORY,
        Kind::Actors => ACTORS,
        Kind::Flows => FLOWS,
        Kind::Exchanges => EXCHANGES,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_column_is_told_under_a_heading_the_reader_knows() {
        for column in Kind::ALL.iter().flat_map(|kind| kind.columns()) {
            assert!(COLUMNS.iter().any(|(fr, ..)| *fr == column.fr), "{}", column.fr);
            let heading = told(column).heading;
            assert!(heading == column.fr || column.also.contains(&heading), "{heading}");
            assert_eq!(told(column).choices.len(), column.choices.len(), "{}", column.fr);
        }
    }

    #[test]
    fn every_example_fills_its_columns() {
        for kind in Kind::ALL {
            assert!(rows(kind).iter().all(|row| row.len() == kind.columns().len()), "{kind:?}");
        }
    }
}
