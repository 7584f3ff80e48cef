//! The columns of the register, in the spellings of its editions.

use crate::fold;
use crate::rejects::is_own_column;

/// Where the columns are.
#[derive(Debug, Default)]
pub(super) struct Columns {
    pub identifier: Option<usize>,
    pub name: Option<usize>,
    pub siret: Option<usize>,
    pub address: Option<usize>,
    pub postcode: Option<usize>,
    pub commune: Option<usize>,
    pub x: Option<usize>,
    pub y: Option<usize>,
    pub epsg: Option<usize>,
    pub lon: Option<usize>,
    pub lat: Option<usize>,
    pub activity: Option<usize>,
    pub activity_label: Option<usize>,
    /// The year or day the line is of.
    pub day: Option<usize>,
    eprtr: Option<usize>,
}

impl Columns {
    pub(super) fn new(headings: &[String]) -> Self {
        let folded: Vec<String> = headings
            .iter()
            .map(|heading| if is_own_column(heading) { String::new() } else { fold(heading) })
            .collect();
        let find = |names: &[&str]| names.iter().find_map(|name| folded.iter().position(|h| h == name));
        Self {
            identifier: find(&[
                "identifiant",
                "identifiant etablissement",
                "id etablissement",
                "code aiot",
                "numero gidic",
            ]),
            name: find(&["nom etablissement", "nom de l etablissement", "etablissement", "nom"]),
            siret: find(&["numero siret", "n siret", "siret", "num siret"]),
            address: find(&["adresse", "adresse etablissement", "adresse site"]),
            postcode: find(&["code postal", "cp"]),
            commune: find(&["commune", "nom commune", "ville"]),
            x: find(&["coordonnees x", "coordonnee x", "x", "coord x"]),
            y: find(&["coordonnees y", "coordonnee y", "y", "coord y"]),
            epsg: find(&["epsg", "code epsg", "systeme coordonnees", "systeme de coordonnees"]),
            lon: find(&["lon", "longitude", "x longitude"]),
            lat: find(&["lat", "latitude", "y latitude"]),
            activity: find(&["code ape", "ape", "code naf", "naf"]),
            activity_label: find(&["libelle ape", "libelle naf", "activite"]),
            day: find(&[
                "annee",
                "annee emission",
                "annee declaration",
                "millesime",
                "date maj",
                "date de mise a jour",
                "date mise a jour",
            ]),
            eprtr: find(&["code eprtr", "code e prtr", "libelle eprtr"]),
        }
    }

    /// The register names an establishment, its commune and its point, and says its activity by APE or by E-PRTR.
    pub(super) fn is_register(&self) -> bool {
        let told = [self.identifier, self.name, self.commune, self.x, self.y];
        told.iter().all(Option::is_some) && self.activity.or(self.eprtr).is_some()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn register(headings: &str) -> bool {
        let headings: Vec<String> = headings.split(';').map(ToOwned::to_owned).collect();
        Columns::new(&headings).is_register()
    }

    #[test]
    fn recognised_in_its_spellings() {
        for headings in [
            "Identifiant;Nom_Etablissement;Numero_SIRET;Adresse;Code_Postal;Commune;Departement;Region;Coordonnees_X;Coordonnees_Y;Code_APE;Libelle_APE;code_eprtr;libelle_eprtr",
            "identifiant;nom_etablissement;numero_siret;code_postal;commune;coordonnees_x;coordonnees_y;code_ape",
            "Identifiant;Nom établissement;N° SIRET;Commune;Coordonnées X;Coordonnées Y;Code APE",
            "motif;ligne;colonne;Identifiant;Nom_Etablissement;Commune;Coordonnees_X;Coordonnees_Y;code_eprtr",
        ] {
            assert!(register(headings), "{headings}");
        }
        assert!(!register("siret;nom;commune;x;y") && !register("Identifiant;Nom;Commune"));
    }
}
