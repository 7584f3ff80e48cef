//! What the template says: how to fill it in, and example rows. The companies are invented.

use crate::workbook::columns::Kind;

/// The sheet that explains, one line a row.
pub(super) const HELP: &[&str] = &[
    "Classeur fe2i : ce que les entreprises achètent, jettent et pourraient partager",
    "",
    "1. Feuille Acteurs : une ligne par site. L'identifiant est libre (V001, V002…) ; il relie les feuilles entre elles.",
    "   Une entreprise qui a plusieurs sites : le même nom dans « entreprise » sur chacune de leurs lignes.",
    "2. Feuille Flux : une ligne par flux. « sens » dit s'il entre (achète), sort (jette, vend), peut être prêté (partage) ou manque (cherche).",
    "3. Feuille Échanges : ce qui s'échange déjà, pour ne pas le proposer à nouveau et pour le compter. Elle peut rester vide.",
    "4. Feuille Territoire : le nom du territoire, la date de la photographie, la source par défaut.",
    "",
    "Écrivez comme on parle à l'atelier : « palettes perdues cassées », « 2 bennes de 30 m³/semaine », « payé 95 €/t », « nov-mars ».",
    "Laissez vide ce qui n'est pas connu. Ne mettez jamais 0 à la place d'inconnu.",
    "Les colonnes peuvent changer d'ordre ; leurs titres ne changent pas. Les commentaires des titres disent quoi écrire.",
    "Les lignes grises dont l'identifiant commence par EXEMPLE ne sont pas lues : gardez-les ou supprimez-les.",
    "Une case vide dans « type » vaut entreprise, dans « preuve » déclaré, dans « confidentialité » membres, dans « état » en cours.",
    "Sans latitude ni longitude, le site est placé au centre de sa commune, et le programme le dit.",
    "Les prix ne sont lus que par l'animateur ; ils servent au calcul et ne sont jamais montrés.",
    "Ce qui ne peut pas être lu vous revient dans un fichier de rejets, avec la raison en première colonne : corrigez-y et relisez-le.",
];

const TERRITORY: &[&[&str]] = &[
    &["nom", ""],
    &["invente", ""],
    &["avertissement", ""],
    &["date", ""],
    &["source", ""],
    &["langue", ""],
];

const ACTORS: &[&[&str]] = &[
    &[
        "EXEMPLE-1",
        "Menuiserie de l'Exemple",
        "entreprise",
        "",
        "",
        "16.23Z",
        "",
        "34",
        "3 rue de l'Essai",
        "57190",
        "Florange",
        "49,3215",
        "6,1193",
        "exacte",
        "ZI de l'Exemple",
        "déclaré",
        "visite du 14 janvier",
        "2026-01-14",
        "fenêtres et portes",
    ],
    &[
        "EXEMPLE-2",
        "Atelier d'insertion de l'Exemple",
        "ACI",
        "Association de l'Exemple",
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
        "déclaré",
        "site web",
        "2026",
        "tri et démontage",
    ],
];

const FLOWS: &[&[&str]] = &[
    &[
        "EXEMPLE-1",
        "jette",
        "palettes perdues cassées",
        "1 benne de 30 m³/mois",
        "sauf août",
        "stock à ciel ouvert",
        "enfouissement",
        "un prestataire",
        "payé 95 €/t",
        "15 01 03",
        "déclaré",
        "",
        "2026-01-14",
        "membres",
        "",
    ],
    &[
        "EXEMPLE-2",
        "cherche",
        "chariot élévateur 3 t",
        "1 jour/semaine",
        "",
        "",
        "",
        "",
        "",
        "",
        "déclaré",
        "",
        "2026-01-14",
        "ouvert",
        "",
    ],
];

const EXCHANGES: &[&[&str]] = &[
    &["EXEMPLE-1", "EXEMPLE-2", "fenêtres en fin de vie", "12 t/an", "2019", "en cours", "convention", ""],
    &["EXEMPLE-2", "EXEMPLE-1", "sciure", "3 t/mois", "2024", "prévu", "", "à l'étude"],
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
    fn every_example_fills_its_columns() {
        for kind in Kind::ALL {
            assert!(rows(kind).iter().all(|row| row.len() == kind.columns().len()), "{kind:?}");
        }
    }
}
