//! What people count by the piece: « palettes europe HS » are pallets, « sciure de palettes » is sawdust.

use crate::text::{fold, near};
use reference::{Form, Reference, Resource};
use units::stated::singular;

/// Words before a French noun that are no noun.
const ADJECTIVES: [&str; 16] = [
    "vieux", "vieil", "vieille", "ancien", "ancienne", "petit", "petite", "grand", "grande", "gros",
    "grosse", "divers", "autre", "nos", "old", "used",
];
/// What comes after these tells what the thing is of, or for.
const JOINTS: [&str; 17] = [
    "de", "d", "du", "des", "en", "a", "au", "aux", "pour", "avec", "sans", "et", "ou", "of", "for", "from",
    "and",
];
/// First words of labels that name no single thing.
const NO_THINGS: [&str; 4] = ["dechet", "materiel", "emballage", "equipement"];

/// The thing that a wording names and that the catalogue counts by the piece, singular; `None` when it names a matter. Plurals and one wrong
/// letter are read.
pub(super) fn countable(wording: &str, reference: &Reference) -> Option<String> {
    let folded = fold(wording);
    let words = || folded.split(' ').take_while(|word| !JOINTS.contains(word));
    // French names the thing first, English last, or first in the plural.
    let first = words().find(|word| !is_adjective(word))?;
    let last = words().last()?;
    let all = reference.catalogue.all();
    let french = || all.iter().filter_map(|resource| in_french(resource, all));
    let english = || all.iter().filter_map(in_english);
    french()
        .find(|name| is(first, name))
        .or_else(|| english().find(|name| is(last, name) || (first.ends_with('s') && is(first, name))))
}

/// What the catalogue counts it by, or the first word of a thing's label when no matter is called so.
fn in_french(resource: &Resource, all: &[Resource]) -> Option<String> {
    if let Some(piece) = &resource.piece {
        return first_word(&piece.fr);
    }
    let name = first_word(&resource.fr).filter(|_| resource.form == Form::Thing)?;
    let is_matter = |other: &Resource| {
        other.form != Form::Thing
            && std::iter::once(&other.fr)
                .chain(&other.words_fr)
                .any(|words| first_word(words).as_ref() == Some(&name))
    };
    (!NO_THINGS.contains(&name.as_str()) && !all.iter().any(is_matter)).then_some(name)
}

fn in_english(resource: &Resource) -> Option<String> {
    fold(&resource.piece.as_ref()?.en).split(' ').next_back().map(ToOwned::to_owned)
}

fn first_word(label: &str) -> Option<String> {
    fold(label).split(' ').next().map(singular)
}

fn is_adjective(word: &str) -> bool {
    ADJECTIVES.iter().any(|known| near(word, known) || near(&singular(word), known))
}

fn is(word: &str, name: &str) -> bool {
    let english = word.strip_suffix("ies").map(|stem| format!("{stem}y"));
    near(&singular(word), name) || english.is_some_and(|word| word == name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use reference::DataFile;

    fn reference() -> Reference {
        let resource = |id: &str, fr: &str, form: &str, more: &str| {
            format!(
                "[[resource]]\nid = \"{id}\"\nkind = \"material\"\nfr = \"{fr}\"\nen = \"{id}\"\nhazard = \"no\"\nform = \"{form}\"\n{more}\nsource = [\"s\"]\n"
            )
        };
        let counted =
            |fr: &str, en: &str| format!("piece = {{ fr = \"{fr}\", en = \"{en}\", kg = [1, 2, 3] }}");
        let source =
            "[[source]]\nid = \"s\"\ntitle = \"t\"\npublisher = \"p\"\ndate = \"2026\"\nlicence = \"l\"\n";
        let text = [
            resource("pallet-wood", "bois de palettes", "solid", &counted("palette", "pallet")),
            resource("window", "fenêtre bois", "solid", &counted("fenêtre", "window")),
            resource("tyre", "pneu usagé", "solid", &counted("pneu de voiture", "car tyre")),
            resource("battery", "batterie", "solid", &counted("batterie", "car battery")),
            resource("lamp", "lampe et tube", "thing", ""),
            resource("brake-pad", "plaquette de frein", "thing", ""),
            resource("wood-chips", "plaquette forestière", "solid", ""),
        ]
        .concat();
        Reference::load(&[
            DataFile { path: "sources.toml", text: source },
            DataFile { path: "resources/essai.toml", text: &text },
        ])
        .unwrap()
    }

    #[test]
    fn things_are_counted_and_matter_is_not() {
        let reference = reference();
        for (wording, wanted) in [
            ("palettes europe HS", Some("palette")),
            ("Palettes", Some("palette")),
            ("pallettes perdues", Some("palette")),
            ("vieux pneux", Some("pneu")),
            ("vielles fenêtres", Some("fenetre")),
            ("lampes usagées", Some("lampe")),
            ("old car batteries", Some("battery")),
            ("pallets, broken", Some("pallet")),
            ("scrap car tyres", Some("tyre")),
            ("pallet wood", None),
            ("bois de palettes", None),
            ("sciure palettes", None),
            ("chutes de fenêtres", None),
            ("plaquettes", None),
            ("vieux papiers", None),
            ("", None),
        ] {
            assert_eq!(countable(wording, &reference).as_deref(), wanted, "{wording}");
        }
    }
}
