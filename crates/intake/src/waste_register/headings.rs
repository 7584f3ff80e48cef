//! The words companies put above the columns of their register.

use super::mapping::Meaning;
use crate::fold;

/// A rule: every word of one of the alternatives must begin a word of the heading; then the heading means that, with that confidence.
/// The first rule that fits decides.
type Rule = (&'static [&'static str], Meaning, f32);

/// From the most particular to the most general.
#[rustfmt::skip]
const RULES: &[Rule] = &[
    (&["bale", "pop", "adr", "imdg", "recepisse", "immatriculation", "plaque", "mode transport", "heure", "telephone", "mail",
        "contact", "agrement", "cap", "dap", "onu", "conditionnement", "secondaire", "motif", "ligne", "colonne", "dangereux",
        "volume benne", "volume unitaire", "contenance", "capacite", "courtier", "negociant", "eco organisme", "situation", "type poids", "pays", "notification", "mouvement",
        "hazard"], Meaning::Ignored, 0.9),
    (&["prix", "cout", "montant", "tarif", "facture", "euro", "eur", "tva", "ht", "ttc", "recette", "rachat", "pu", "cost", "price"], Meaning::Price, 0.9),
    (&["siret destin", "siret exutoire", "siret recept", "siret traitement", "numero identification destin", "siret prestataire"], Meaning::DestinationSiret, 0.95),
    (&["siret transport", "siret collect", "siren", "adresse transport", "commune transport", "code postal transport"], Meaning::Ignored, 0.9),
    (&["siret expedit", "siret emett", "siret product", "siret detenteur", "siret declarant", "siret"], Meaning::EmitterSiret, 0.8),
    (&["code postal destin", "code postal exutoire", "cp destin", "cp exutoire", "code postal recept"], Meaning::DestinationPostcode, 0.95),
    (&["commune destin", "ville destin", "commune exutoire", "ville exutoire", "commune recept", "lieu traitement"], Meaning::DestinationCommune, 0.9),
    (&["adresse destin", "adresse exutoire", "adresse recept"], Meaning::DestinationAddress, 0.9),
    (&["code postal", "cp", "adresse", "commune", "ville", "insee"], Meaning::Ignored, 0.6),
    (&["date expedition", "date enlevement", "date sortie", "date evacuation", "date depart", "date collecte",
        "date ramassage", "date expedit"], Meaning::Date, 1.0),
    (&["date reception", "date traitement", "date creation", "date edition", "date retour", "date modification"], Meaning::Date, 0.55),
    (&["date", "enlevement le", "sortie le"], Meaning::Date, 0.95),
    (&["code traitement", "code operation", "code d r", "code r d", "code valorisation", "code elimination", "operation",
        "treatment", "disposal", "recovery",
        "traitement", "d r", "r d", "valorisation", "elimination", "filiere", "devenir"], Meaning::Operation, 0.85),
    (&["code dechet", "code ced", "code cer", "code nomenclature", "code europe", "code lod", "rubrique dechet",
        "nomenclature", "rubrique", "ced", "cer", "code 6", "n nomenclature", "waste code", "ewc"], Meaning::Code, 0.95),
    (&["bsd", "bsdd", "bsda", "bordereau", "bon", "ticket", "bdx", "n suivi", "lettre voiture", "consignment", "docket"], Meaning::FormNumber, 0.85),
    (&["transport", "collect", "ramasseur", "haulier", "waste carrier"], Meaning::Carrier, 0.9),
    (&["exutoire", "destin", "raison sociale destin", "centre traitement", "receptionnaire"], Meaning::Destination, 0.95),
    (&["prestataire", "repreneur", "recycleur", "receveur", "installation", "eliminateur", "recuperateur", "acheteur",
        "contractor", "consignee", "receiver", "facility"], Meaning::Destination, 0.8),
    (&["unite", "u", "um", "unites"], Meaning::Unit, 0.9),
    (&["designation", "denomination", "libelle dechet", "nature dechet", "type dechet", "nom dechet", "intitule"], Meaning::Wording, 0.95),
    (&["qte", "quantite", "tonnage", "poids", "masse", "volume", "tonne", "pesage", "pesee", "quantity", "weight"], Meaning::Quantity, 0.9),
    (&["nb benne", "nombre benne", "benne", "nb", "nbr", "nbre", "nombre", "colis", "skip"], Meaning::Quantity, 0.7),
    (&["dechet", "matiere", "nature", "produit", "libelle", "description", "flux", "waste", "material"], Meaning::Wording, 0.8),
    (&["type", "categorie"], Meaning::Wording, 0.5),
    (&["code"], Meaning::Code, 0.6),
    (&["producteur", "emetteur", "expediteur", "detenteur", "etablissement", "producer"], Meaning::Emitter, 0.7),
    (&["site"], Meaning::Emitter, 0.7),
    (&["atelier", "service", "lieu"], Meaning::Emitter, 0.4),
    (&["remarque", "observation", "commentaire", "note", "remark", "comment"], Meaning::Remark, 0.9),
    (&["mois", "periode", "jour", "annee", "month", "period", "day", "year"], Meaning::Date, 0.6),
];

/// Headings of cells that hold a code and what it stands for.
const CODE_FIRST: [&str; 6] = [
    "code libelle",
    "code et libelle",
    "code designation",
    "code et designation",
    "code intitule",
    "code et intitule",
];

/// Units that a heading may state, and how the quantity reader writes them.
const UNITS: &[(&[&str], &str)] = &[
    (&["t", "to", "tonne", "tonnes", "tonnage"], "t"),
    (&["kg", "kgs", "kilos", "kilogrammes"], "kg"),
    (&["m3", "metres cubes", "volume"], "m3"),
    (&["l", "litres", "litre"], "L"),
    (&["benne", "bennes", "skip", "skips"], "benne"),
    (&["palette", "palettes", "pallets"], "palette"),
    (&["piece", "pieces", "unites", "pce", "pces", "pcs"], "pièce"),
    (&["quintal", "quintaux", "qx"], "quintal"),
    (&["hl", "hectolitre", "hectolitres"], "hl"),
];

/// Words of a heading that say its column counts.
const NUMBER: [&str; 4] = ["nb", "nbr", "nbre", "nombre"];

/// What a heading means by its words alone, and how sure that is.
pub(super) fn meaning(heading: &str) -> Option<(Meaning, f32)> {
    // « €/t » is no quantity.
    if heading.contains('€') {
        return Some((Meaning::Price, 0.9));
    }
    let folded = fold(heading);
    // « Code / libellé »: the code comes first, the words stand in the same cell.
    if CODE_FIRST.iter().any(|both| folded == *both) {
        return Some((Meaning::Code, 0.9));
    }
    let words: Vec<&str> = folded.split(' ').collect();
    let alternative = |alternative: &str| alternative.split(' ').all(|wanted| has(&words, wanted));
    let rule = RULES.iter().find(|(alternatives, ..)| alternatives.iter().any(|a| alternative(a)));
    let by_rule = rule.map(|(_, meaning, confidence)| (*meaning, *confidence));
    // « t », « m3 », « kg » alone head a quantity.
    by_rule.or_else(|| (words.len() <= 2 && unit(heading).is_some()).then_some((Meaning::Quantity, 0.85)))
}

/// True when a word of the heading is the wanted one, or begins with it if that is long enough to be no accident.
fn has(words: &[&str], wanted: &str) -> bool {
    words.iter().any(|word| *word == wanted || (wanted.len() >= 4 && word.starts_with(wanted)))
}

/// The unit a heading states; `None` when it states none, or two (« t ou m3 »).
pub(super) fn unit(heading: &str) -> Option<&'static str> {
    let folded = fold(heading);
    let padded = format!(" {folded} ");
    let stated: Vec<&str> = UNITS
        .iter()
        .filter(|(words, _)| words.iter().any(|word| padded.contains(&format!(" {word} "))))
        .map(|(_, unit)| *unit)
        .collect();
    match stated.as_slice() {
        [only] => Some(only),
        // « Nb », « Nombre de fûts »: so many.
        [] if folded.split(' ').any(|word| NUMBER.contains(&word)) => Some("pièce"),
        // « Tonnage (kg) », « Volume (L) »: the sign in brackets is the unit, the word is only the kind.
        [_, exact] if !folded.contains(" ou ") && ["kg", "L", "benne"].contains(exact) => Some(exact),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_of_all_hands() {
        for (heading, wanted) in [
            ("Date", Some(Meaning::Date)),
            ("Date d'enlèvement", Some(Meaning::Date)),
            ("Désignation du déchet", Some(Meaning::Wording)),
            ("Type de déchet", Some(Meaning::Wording)),
            ("DÉCHET", Some(Meaning::Wording)),
            ("Nature", Some(Meaning::Wording)),
            ("Code CED", Some(Meaning::Code)),
            ("Rubrique nomenclature", Some(Meaning::Code)),
            ("Code déchet Bâle", Some(Meaning::Ignored)),
            ("Quantité (t)", Some(Meaning::Quantity)),
            ("qté (t ou m3)", Some(Meaning::Quantity)),
            ("Tonnage", Some(Meaning::Quantity)),
            ("m³", Some(Meaning::Quantity)),
            ("Unité", Some(Meaning::Unit)),
            ("Transporteur", Some(Meaning::Carrier)),
            ("Destinataire", Some(Meaning::Destination)),
            ("Exutoire", Some(Meaning::Destination)),
            ("Prestataire", Some(Meaning::Destination)),
            ("SIRET du destinataire", Some(Meaning::DestinationSiret)),
            ("Code traitement (D/R)", Some(Meaning::Operation)),
            ("Filière de traitement", Some(Meaning::Operation)),
            ("N° BSD", Some(Meaning::FormNumber)),
            ("Site", Some(Meaning::Emitter)),
            ("Site de traitement", Some(Meaning::Operation)),
            ("Prix HT", Some(Meaning::Price)),
            ("€/t", Some(Meaning::Price)),
            ("Valorisation (€)", Some(Meaning::Price)),
            ("Tarif", Some(Meaning::Price)),
            ("Observations", Some(Meaning::Remark)),
            ("Waste", Some(Meaning::Wording)),
            ("Waste type", Some(Meaning::Wording)),
            ("EWC code", Some(Meaning::Code)),
            ("Waste code", Some(Meaning::Code)),
            ("Collection date", Some(Meaning::Date)),
            ("Quantity (t)", Some(Meaning::Quantity)),
            ("Weight kg", Some(Meaning::Quantity)),
            ("Number of skips", Some(Meaning::Quantity)),
            ("Haulier", Some(Meaning::Carrier)),
            ("Destination", Some(Meaning::Destination)),
            ("Treatment code", Some(Meaning::Operation)),
            ("Disposal cost", Some(Meaning::Price)),
            ("Consignment note", Some(Meaning::FormNumber)),
            ("Remarks", Some(Meaning::Remark)),
            ("Poids unitaire", Some(Meaning::Quantity)),
            ("Bidule", None),
            ("", None),
        ] {
            assert_eq!(meaning(heading).map(|(meaning, _)| meaning), wanted, "{heading}");
        }
    }

    #[test]
    fn units_in_headings() {
        for (heading, wanted) in [
            ("Quantité (t)", Some("t")),
            ("Poids kg", Some("kg")),
            ("Tonnage", Some("t")),
            ("Tonnage (kg)", Some("kg")),
            ("Volume", Some("m3")),
            ("Poids en tonnes", Some("t")),
            ("Nb de bennes", Some("benne")),
            ("Number of skips", Some("benne")),
            ("Nb", Some("pièce")),
            ("Nbre de fûts", Some("pièce")),
            ("Quantité (pcs)", Some("pièce")),
            ("Poids (qx)", Some("quintal")),
            ("qté (t ou m3)", None),
            ("Quantité", None),
        ] {
            assert_eq!(unit(heading), wanted, "{heading}");
        }
    }
}
