//! The tables of the workbook and their columns: one list for reading, for the template and for its comments.

/// A column of the workbook.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Column {
    /// French heading, as in the template.
    pub fr: &'static str,
    /// Other headings read, English first.
    pub also: &'static [&'static str],
    /// What to write in it, for the template's comments.
    pub help: &'static str,
    /// Width in the template, characters.
    pub width: f64,
    /// Words to choose from, in the template.
    pub choices: &'static [&'static str],
}

/// The tables of the workbook.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Kind {
    /// Name, day, default source.
    Territory,
    /// One site a row.
    Actors,
    /// One flow a row.
    Flows,
    /// One running exchange a row.
    Exchanges,
}

impl Kind {
    /// All tables, in the order in which they are read.
    pub(crate) const ALL: [Self; 4] = [Self::Territory, Self::Actors, Self::Flows, Self::Exchanges];

    /// Name of the sheet.
    pub(crate) fn sheet(self) -> &'static str {
        match self {
            Self::Territory => "Territoire",
            Self::Actors => "Acteurs",
            Self::Flows => "Flux",
            Self::Exchanges => "Échanges",
        }
    }

    /// Columns in the order of the template.
    pub(crate) fn columns(self) -> &'static [Column] {
        match self {
            Self::Territory => &TERRITORY,
            Self::Actors => &ACTORS,
            Self::Flows => &FLOWS,
            Self::Exchanges => &EXCHANGES,
        }
    }

    /// The columns without which it is another table.
    pub(super) fn required(self) -> &'static [&'static str] {
        match self {
            Self::Territory => &["clé", "valeur"],
            Self::Actors => &["identifiant", "nom"],
            Self::Flows => &["site", "sens", "quoi"],
            Self::Exchanges => &["de", "vers", "quoi"],
        }
    }
}

const fn column(fr: &'static str, also: &'static [&'static str], width: f64, help: &'static str) -> Column {
    Column { fr, also, help, width, choices: &[] }
}

const fn choice(
    fr: &'static str,
    also: &'static [&'static str],
    width: f64,
    help: &'static str,
    choices: &'static [&'static str],
) -> Column {
    Column { fr, also, help, width, choices }
}

const SOURCE: Column = column(
    "source",
    &[],
    30.0,
    "D'où on le sait : visite, facture, registre, site web… Vide : la source par défaut du territoire.",
);
const DATE: Column = column("date", &[], 12.0, "Jour du fait, par exemple 2026-06-30 ou 30/06/2026.");
const EVIDENCE: Column = choice(
    "preuve",
    &["evidence", "basis"],
    12.0,
    "Comment on le sait. Vide : déclaré.",
    &["mesuré", "registre", "déclaré", "documenté", "estimé"],
);
const NOTE: Column =
    column("note", &["remarque", "commentaire", "comment", "remark"], 30.0, "Tout ce qui aide à comprendre.");
const QUANTITY: Column = column(
    "quantité",
    &["quantity", "quantite annuelle", "amount"],
    26.0,
    "Avec son unité et sa période : « 2 bennes de 30 m³/semaine », « 1 200 palettes/an », « 3 à 5 t/mois », « environ 80 t/an ». Vide si inconnue : jamais 0 à la place d'inconnu.",
);
const WHAT: Column = column(
    "quoi",
    &["what", "designation", "libelle"],
    40.0,
    "Avec les mots de l'atelier : « palettes perdues cassées », « boues de peinture », « chaleur fatale compresseurs 60 °C ».",
);

const TERRITORY: [Column; 2] = [
    column(
        "clé",
        &["key", "clef"],
        18.0,
        "nom, invente (oui ou non), avertissement, date, source, langue (fr ou en).",
    ),
    column("valeur", &["value"], 60.0, "La valeur de cette clé."),
];

const ACTORS: [Column; 19] = [
    column(
        "identifiant",
        &["id", "identifier", "code"],
        14.0,
        "Court et unique, par exemple V001. Une ligne par site.",
    ),
    column(
        "nom",
        &["name", "raison sociale", "nom entreprise", "nom de l entreprise", "denomination sociale"],
        34.0,
        "Nom de l'établissement, comme on l'appelle.",
    ),
    choice(
        "type",
        &["kind"],
        16.0,
        "Ce qu'est l'acteur dans la démarche. Vide : entreprise.",
        &[
            "entreprise",
            "EI",
            "ACI",
            "ETTI",
            "AI",
            "EITI",
            "collectivité",
            "chambre",
            "association",
            "laboratoire",
            "autre",
        ],
    ),
    column(
        "entreprise",
        &["company", "unite legale", "legal unit", "societe", "groupe"],
        26.0,
        "Si elle a plusieurs sites : le nom de l'entreprise (unité légale), le même sur chaque ligne. Aucune piste n'est cherchée entre ses propres sites.",
    ),
    column("siret", &["n siret", "numero siret"], 18.0, "14 chiffres, si on le connaît."),
    column(
        "naf",
        &["code naf", "ape", "code ape", "nace", "code nace", "naf 2025", "naf rev 2", "activity"],
        10.0,
        "Code d'activité : « 16.24Z » (NAF rév. 2), « 16.24Y » (NAF 2025) ou NACE « 16.24 ».",
    ),
    column(
        "activité",
        &["metier", "secteur", "trade", "industry", "secteur d activite", "activite principale"],
        24.0,
        "Ce que fait le site, en mots : « menuiserie », « abattoir ». Sert quand le code n'est pas connu.",
    ),
    column(
        "effectif",
        &["headcount", "salaries", "employees"],
        12.0,
        "Nombre de personnes : « 34 », « 20 à 49 », « environ 30 ».",
    ),
    column("adresse", &["address", "rue"], 34.0, "Numéro et rue."),
    column("code postal", &["postcode", "cp", "zip", "postal code"], 12.0, "Cinq chiffres."),
    column(
        "commune",
        &["town", "ville", "city", "municipality"],
        22.0,
        "Sert à placer le site quand il n'a pas de coordonnées.",
    ),
    column(
        "latitude",
        &["lat"],
        11.0,
        "Degrés décimaux (WGS 84), par exemple 49,32145. Vide : centre de la commune.",
    ),
    column(
        "longitude",
        &["lon", "lng", "long"],
        11.0,
        "Degrés décimaux (WGS 84), par exemple 6,11932. Vide : centre de la commune.",
    ),
    choice(
        "précision",
        &["precision", "accuracy"],
        12.0,
        "Ce que valent les coordonnées : le bâtiment, l'adresse, ou seulement la commune. Vide : exacte.",
        &["exacte", "adresse", "commune"],
    ),
    column("zone", &["zone d activite", "area"], 22.0, "Zone d'activité ou industrielle."),
    EVIDENCE,
    SOURCE,
    DATE,
    NOTE,
];

const FLOWS: [Column; 15] = [
    column("site", &["identifiant site"], 14.0, "L'identifiant du site dans la feuille Acteurs."),
    choice(
        "sens",
        &["direction", "way"],
        10.0,
        "achète : entre et se consomme · jette : sort comme résidu · vend : produit ou service · partage : possède et pourrait partager · cherche : en aurait besoin.",
        &["achète", "jette", "vend", "partage", "cherche"],
    ),
    WHAT,
    QUANTITY,
    column("saison", &["season"], 16.0, "Vide, ou des mois : « nov-mars », « septembre », « sauf août »."),
    column("qualité", &["quality", "etat"], 26.0, "Humidité, souillures, conditionnement, température."),
    column(
        "devenir",
        &["fate", "destination", "traitement"],
        26.0,
        "Ce que cela devient aujourd'hui : « enfouissement », « incinération », « R3 », « repris par le fournisseur ».",
    ),
    column(
        "par qui",
        &["by whom", "who", "prestataire", "fournisseur", "collecteur"],
        24.0,
        "Qui collecte, ou qui fournit.",
    ),
    column(
        "prix",
        &["price"],
        18.0,
        "« payé 95 €/t », « reçu 40 €/t », « payé 140 €/rotation », hors taxes. Réservé à l'animateur.",
    ),
    column(
        "code déchet",
        &["waste code", "code dechets", "code ced", "code"],
        13.0,
        "Six chiffres de la liste européenne, si on le connaît : « 15 01 03 ».",
    ),
    EVIDENCE,
    SOURCE,
    DATE,
    choice(
        "confidentialité",
        &["confidentiality"],
        16.0,
        "Qui peut le lire. Vide : membres.",
        &["ouvert", "membres", "animateur"],
    ),
    NOTE,
];

const EXCHANGES: [Column; 8] = [
    column("de", &["from"], 14.0, "L'identifiant du site qui donne."),
    column("vers", &["to"], 14.0, "L'identifiant du site qui reçoit."),
    WHAT,
    QUANTITY,
    column("depuis", &["since"], 10.0, "Année du début."),
    choice("état", &["state", "status"], 12.0, "Vide : en cours.", &["en cours", "prévu", "arrêté"]),
    SOURCE,
    NOTE,
];
