//! A small invented territory as files.

use std::path::Path;
use tempfile::TempDir;

/// A sawmill's neighbour with broken pallets, a boiler that buys chips, a cement works that buys ash, and a line nobody can read.
pub const ACTORS: &str = "\
identifiant;nom;naf;effectif;latitude;longitude
S1;Menuiserie des Essais;16.23Z;30;49.3200;6.1000
S2;Chaufferie des Essais;35.30Z;8;49.3250;6.1100
S3;Plateforme Bois des Essais;38.32Z;12;49.3300;6.1050
";

pub const FLOWS: &str = "\
site;sens;quoi;quantité;prix;confidentialité
S1;jette;palettes perdues cassées;120 t/an;payé 4567 €/t;animateur
S2;achète;plaquettes de bois;900 t/an;;ouvert
S3;achète;bois de palettes;2 000 t/an;;ouvert
S1;jette;sciure;beaucoup;;ouvert
S1;avale;copeaux;3 t/an;;ouvert
";

/// Writes the two tables.
pub fn write(folder: &Path) {
    std::fs::write(folder.join("acteurs.csv"), ACTORS).expect("a table");
    std::fs::write(folder.join("flux.csv"), FLOWS).expect("a table");
}

/// A new folder with the two tables.
pub fn small() -> TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    write(folder.path());
    folder
}

/// A path as an argument.
pub fn arg(path: &Path) -> &str {
    path.to_str().expect("UTF-8")
}
