//! Nouns of containers and things, small words, plurals.

use super::cursor::Table;
use super::kinds::Container;

/// Containers.
pub(super) const CONTAINERS: Table<Container> = &[
    ("benne|caisson|ampliroll|skip|mulde|mulden", Container::Skip),
    ("bac|poubelle|bin|wheelie bin|tonne a ordures|mulltonne|mulltonnen|behalter", Container::Bin),
    ("big bag|bigbag|super sac|gros sac|flexible bulk container", Container::BigBag),
    ("fut|drum|barrel|fass|fasser|baril", Container::Drum),
    ("grv|ibc|cubi|cubitainer|cubitaine", Container::Ibc),
    ("palette chargee|palette pleine|loaded pallet|full pallet", Container::Pallet),
    (
        "camion|camion benne|camion plateau|camion remorque|semi|semi remorque|bahut|poids lourd|porteur|truck|lorry|lorries|truckload|lkw",
        Container::Truck,
    ),
    ("remorque|trailer|anhanger", Container::Trailer),
    ("camionnette|fourgon|utilitaire|van|transporter", Container::Van),
    ("citerne|camion citerne|semi citerne|tanker|tankwagen|tankzug", Container::Tanker),
    ("cuve|silo|tank|reservoir", Container::Tank),
    ("sac|bag|sack|sacke", Container::Bag),
    ("rouleau|bobine|reel|rolle|rollen", Container::Roll),
    ("balle|bale|ballen", Container::Bale),
    ("caisse|casier|palox|octabin|box|boxes|crate|kiste|kisten", Container::Box),
    ("compacteur|compactor|presskontainer|presscontainer", Container::Compactor),
    ("seau|bucket|eimer", Container::Bucket),
    ("bidon|jerrican|jerrycan|can|kanister", Container::Can),
    ("wagon|waggon|rail car", Container::Wagon),
    ("peniche|barge|binnenschiff|binnenschiffe", Container::Barge),
    ("conteneur|container|contenant", Container::Unspecified),
];

/// Things with a settled name, or a name too short to be told from an abbreviation.
pub(super) const PIECES: Table<&str> = &[
    ("palette|pal|pallet|paletten|europalette|europaletten", "palette"),
    ("carton|karton|cardboard box|cardboard boxes", "carton"),
    ("piece|pce|pcs|pc|nb|nbr|nbre|stuck|stuecke|stucke|stueck|stk|unite|unit|u|item|exemplaire|ex", "pièce"),
    ("jour|j|day|tag|tage|jour homme|homme jour|journee", "jour"),
    ("semaine|week|woche|wochen", "semaine"),
    ("mois|month|monat|monate", "mois"),
    ("fenetre|window|fenster", "fenêtre"),
    ("pneu|tyre|tire|reifen", "pneu"),
    ("lit", "lit"),
    ("pot", "pot"),
    ("vis", "vis"),
    ("bus", "bus"),
    ("lot", "lot"),
    ("kit", "kit"),
    ("set", "set"),
    ("jeu", "jeu"),
];

/// What a bare pallet is made of: « palettes de bois » are pallets, « palettes de cartons » are loads.
pub(super) const PALLET_STUFF: Table<()> = &[("bois|plastique|wood|plastic|holz", ())];

/// Between two ends of an interval.
pub(super) const CONNECTORS: Table<()> = &[("a|au|jusqu a|ou|voire|to|or|bis|oder", ())];
/// Between the ends after « entre ».
pub(super) const AND: Table<()> = &[("et|and|und", ())];
/// Opens an interval closed by [`AND`].
pub(super) const BETWEEN: Table<()> = &[("entre|between|zwischen", ())];

/// Passed over between an amount and its noun, and at the beginning of what a flow is about.
pub(super) const FILLERS: Table<()> = &[(
    "de|d|du|des|la|le|les|l|of|von|plein|pleine|complet|complete|entier|entiere|gros|grosse|grand|grande|petit|petite|full|whole|voll|volle|vollen|the",
    (),
)];
/// Before a size: « benne de 30 m³ », « bennes pleines à 30 m³ ».
pub(super) const BEFORE_SIZE: Table<()> =
    &[("de|d|a|of|von|plein|pleine|d environ|de chacun|zu|je|mit|contenance|capacite", ())];
/// Small words that name nothing.
pub(super) const NOT_NAMES: Table<()> = &[(
    "entre|between|zwischen|avec|sans|dans|chez|vers|selon|dont|plus|moins|mais|tres|tous|toutes|tout|puis|with|from|into|than|mehr|mit|nach|aucun|aucune|\
     quelque|plusieurs|demi|demie|half|dizaine|douzaine|centaine|millier|million",
    (),
)];
/// Before the load of a pallet.
pub(super) const OF: Table<()> = &[("de|d|of|von|mit", ())];

/// Same in singular and plural, without accents.
const INVARIABLE: &[&str] = &[
    "avis", "bois", "bras", "bus", "cadenas", "canevas", "chassis", "colis", "compas", "corps", "cours",
    "devis", "dos", "engrais", "faux", "fois", "jus", "matelas", "mois", "palais", "parcours", "permis",
    "pois", "process", "puits", "rebus", "refus", "relais", "repas", "sas", "souris", "tapis", "tas", "taux",
    "velours", "vis",
];

/// The singular of a French (or English) noun, each part of a compound by itself.
pub fn singular(word: &str) -> String {
    word.split_inclusive([' ', '-']).map(singular_part).collect()
}

fn singular_part(part: &str) -> String {
    let word = part.trim_end_matches([' ', '-']);
    let tail = part.get(word.len()..).unwrap_or_default();
    let stem = |ending: &str| word.strip_suffix(ending).filter(|stem| stem.chars().count() >= 2);
    let one = if INVARIABLE.contains(&super::text::fold(word).as_str()) || word.ends_with("ss") {
        word.to_owned()
    } else if word.ends_with("eaux")
        || word.ends_with("yaux")
        || word.ends_with("eux")
        || word.ends_with("oux")
    {
        word.trim_end_matches('x').to_owned()
    } else if let Some(stem) = stem("aux") {
        format!("{stem}al")
    } else {
        stem("s").unwrap_or(word).to_owned()
    };
    one + tail
}

/// The plural of one French word.
pub(super) fn plural(word: &str) -> String {
    let fixed = word.ends_with(['s', 'x', 'z']) || word.chars().any(char::is_uppercase) || word == "big";
    match word {
        _ if fixed => word.to_owned(),
        "pneu" => "pneus".to_owned(),
        _ if word.ends_with("eau") || word.ends_with("yau") || word.ends_with("eu") => format!("{word}x"),
        _ => match word.strip_suffix("al") {
            Some(stem) => format!("{stem}aux"),
            None => format!("{word}s"),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn singular_and_plural() {
        for (many, one) in [
            ("palettes", "palette"),
            ("panneaux", "panneau"),
            ("tuyaux", "tuyau"),
            ("essieux", "essieu"),
            ("végétaux", "végétal"),
            ("châssis", "châssis"),
            ("pneus", "pneu"),
        ] {
            assert_eq!((singular(many).as_str(), plural(one).as_str()), (one, many));
        }
        assert_eq!(singular("portes-fenêtres"), "porte-fenêtre");
    }
}
