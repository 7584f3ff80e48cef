//! The words of the workbook's lists.

use crate::text::fold;
use crate::value::refused;
use model::{ActorKind, Basis, Confidentiality, Direction, ExchangeState, Message, Precision};
use reference::edits;

/// Words shorter than this are not spelled for anybody.
const SPELLED: usize = 4;

/// A list of words for one thing.
type Words<T> = &'static [(T, &'static [&'static str])];

const DIRECTIONS: Words<Direction> = &[
    (
        Direction::TakesIn,
        &[
            "achete", "achetent", "achat", "entrant", "entree", "consomme", "recoit", "buys in", "buys",
            "takes in", "in",
        ],
    ),
    (
        Direction::GivesOut,
        &[
            "jette",
            "jettent",
            "rejette",
            "dechet",
            "sortant",
            "sortie",
            "residu",
            "evacue",
            "throws away",
            "throws out",
            "throw away",
            "gives out",
            "gives away",
            "discards",
            "residue",
            "waste",
            "out",
        ],
    ),
    (Direction::Sells, &["vend", "vendu", "vendent", "vente", "produit", "sells"]),
    (
        Direction::CanShare,
        &[
            "partage",
            "partagent",
            "prete",
            "mutualise",
            "possede",
            "dispose de",
            "dispose",
            "offre",
            "propose",
            "met a disposition",
            "mise a disposition",
            "owns",
            "own",
            "offers",
            "shares",
            "can share",
        ],
    ),
    (
        Direction::Needs,
        &[
            "cherche",
            "cherchent",
            "recherche",
            "besoin",
            "a besoin de",
            "a besoin",
            "demande",
            "voudrait",
            "souhaite",
            "looks for",
            "wants",
            "asks for",
            "needs",
        ],
    ),
];

/// An insertion structure of a kind that is not said: taken for the most common one, and asked about.
const OF_SOME_INSERTION: &[&str] = &["structure d insertion", "siae", "insertion"];

const KINDS: Words<ActorKind> = &[
    (
        ActorKind::Company,
        &[
            "entreprise",
            "societe",
            "company",
            "industriel",
            "industrie",
            "artisan",
            "commerce",
            "pme",
            "tpe",
            "agriculteur",
            "exploitation agricole",
            "ferme",
        ],
    ),
    (ActorKind::Ei, &["ei", "entreprise d insertion"]),
    (ActorKind::Aci, &["aci", "atelier et chantier d insertion", "chantier d insertion"]),
    (ActorKind::Aci, OF_SOME_INSERTION),
    (ActorKind::Etti, &["etti"]),
    (ActorKind::Ai, &["ai", "association intermediaire"]),
    (ActorKind::Eiti, &["eiti"]),
    (
        ActorKind::LocalAuthority,
        &[
            "collectivite",
            "commune",
            "mairie",
            "intercommunalite",
            "communaute de communes",
            "epci",
            "syndicat",
            "local authority",
        ],
    ),
    (ActorKind::Chamber, &["chambre", "chamber"]),
    (ActorKind::Association, &["association"]),
    (ActorKind::Lab, &["laboratoire", "labo", "universite", "lab", "university"]),
    (
        ActorKind::Other,
        &["autre", "other", "esat", "entreprise adaptee", "ecole", "hopital", "etablissement public"],
    ),
];

const BASES: Words<Basis> = &[
    (Basis::Measured, &["mesure", "pese", "compte", "measured"]),
    (Basis::Register, &["registre", "register"]),
    (Basis::Declared, &["declare", "dit", "declared"]),
    (Basis::Documented, &["documente", "publie", "documented"]),
    (Basis::Estimated, &["estime", "estimation", "estimated"]),
];

const CIRCLES: Words<Confidentiality> = &[
    (Confidentiality::Open, &["ouvert", "public", "open"]),
    (Confidentiality::Members, &["membres", "membre", "members"]),
    (Confidentiality::Facilitator, &["animateur", "prive", "confidentiel", "facilitator"]),
];

const STATES: Words<ExchangeState> = &[
    (ExchangeState::Running, &["en cours", "actif", "running"]),
    (ExchangeState::Planned, &["prevu", "a l etude", "planned"]),
    (ExchangeState::Ended, &["arrete", "termine", "ended", "stopped"]),
];

const PRECISIONS: Words<Precision> = &[
    (Precision::Exact, &["exacte", "exact", "batiment", "parcelle", "gps"]),
    (Precision::Street, &["adresse", "rue", "lieu dit", "address", "street"]),
    (Precision::Commune, &["commune", "ville", "town", "municipality"]),
];

/// The thing whose word it is; a plural, or one letter wrong in a word of four or more, is read when it can only mean one thing.
fn find<T: Copy>(words: Words<T>, text: &str, expected: &str) -> Result<T, Message> {
    let wanted = fold(text);
    let one = |is: &dyn Fn(&str) -> bool| {
        let mut fitting = words.iter().filter(|(_, names)| names.iter().any(|name| is(name)));
        fitting.next().filter(|_| fitting.next().is_none()).map(|(thing, _)| *thing)
    };
    let letters = |name: &str| name.len().min(wanted.len()) >= SPELLED;
    one(&|name| name == wanted)
        .or_else(|| one(&|name| Some(name) == wanted.strip_suffix('s')))
        .or_else(|| one(&|name| letters(name) && edits(name.as_bytes(), wanted.as_bytes(), 1).is_some()))
        .ok_or_else(|| refused::value("refused-choice", text).saying("expected", Message::new(expected)))
}

/// Which way a flow goes.
pub(super) fn direction(text: &str) -> Result<Direction, Message> {
    find(DIRECTIONS, text, "choices-direction")
}

/// What an actor is.
pub(super) fn kind(text: &str) -> Result<ActorKind, Message> {
    find(KINDS, text, "choices-kind")
}

/// True when a kind of actor names no kind of insertion structure, only that it is one.
pub(super) fn is_some_insertion(text: &str) -> bool {
    OF_SOME_INSERTION.contains(&fold(text).as_str())
}

/// How a fact is known.
pub(super) fn basis(text: &str) -> Result<Basis, Message> {
    find(BASES, text, "choices-basis")
}

/// How well a place is known.
pub(super) fn precision(text: &str) -> Result<Precision, Message> {
    find(PRECISIONS, text, "choices-precision")
}

/// Who may read it.
pub(super) fn confidentiality(text: &str) -> Result<Confidentiality, Message> {
    find(CIRCLES, text, "choices-circle")
}

/// How far an exchange is.
pub(super) fn state(text: &str) -> Result<ExchangeState, Message> {
    find(STATES, text, "choices-state")
}

/// Yes or no.
pub(super) fn truth(text: &str) -> Result<bool, Message> {
    find(
        &[
            (true, &["oui", "yes", "vrai", "true", "1", "o"]),
            (false, &["non", "no", "faux", "false", "0", "n"]),
        ],
        text,
        "choices-truth",
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::fr;
    use crate::workbook::columns::Kind;

    #[test]
    fn every_choice_of_the_template_is_read() {
        let read = |heading: &str, word: &str| match heading {
            "sens" => direction(word).is_ok(),
            "type" => kind(word).is_ok(),
            "précision" => precision(word).is_ok(),
            "preuve" => basis(word).is_ok(),
            "confidentialité" => confidentiality(word).is_ok(),
            "état" => state(word).is_ok(),
            _ => false,
        };
        for column in Kind::ALL.iter().flat_map(|kind| kind.columns()) {
            for word in column.choices {
                assert!(
                    read(column.fr, word) && read(column.fr, &word.to_uppercase()),
                    "{} {word}",
                    column.fr
                );
            }
        }
        for (text, wanted) in [
            ("Jete", Direction::GivesOut),
            ("jetté", Direction::GivesOut),
            ("Déchets", Direction::GivesOut),
            ("achette", Direction::TakesIn),
            ("Achètent", Direction::TakesIn),
            ("vends", Direction::Sells),
            ("cherhce", Direction::Needs),
            ("Possède", Direction::CanShare),
            ("met à disposition", Direction::CanShare),
            ("a besoin de", Direction::Needs),
            ("voudrait", Direction::Needs),
        ] {
            assert_eq!(direction(text), Ok(wanted), "{text}");
        }
        assert!(direction("on").is_err() && direction("ai").is_err(), "too short to be spelled");
        assert!(direction("donne").map_err(|e| fr(&e)).unwrap_err().contains("achète, jette"));
    }
}
