//! The columns of the three files, by name: the editions differ in number and order.

use crate::fold;

/// Which of the files.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// StockEtablissement, with or without geo-sirene's columns.
    Stock,
    /// StockUniteLegale.
    Units,
    /// GeolocalisationEtablissement.
    Places,
}

impl Kind {
    /// By the columns that only this file has.
    pub(super) fn of(headings: &[String]) -> Option<Self> {
        let heads = Heads::new(headings);
        let has = |names: &[&str]| names.iter().all(|name| heads.at(name).is_some());
        if has(&["siret", "etatAdministratifEtablissement", "codeCommuneEtablissement"]) {
            Some(Self::Stock)
        } else if has(&["siren", "categorieJuridiqueUniteLegale"]) {
            Some(Self::Units)
        } else if has(&["siret", "x", "y", "qualite_xy", "epsg"]) {
            Some(Self::Places)
        } else {
            None
        }
    }
}

/// Headings that can be asked for.
pub(super) struct Heads(Vec<String>);

impl Heads {
    pub(super) fn new(headings: &[String]) -> Self {
        Self(headings.iter().map(|heading| fold(heading)).collect())
    }

    /// The column of that name.
    pub(super) fn at(&self, name: &str) -> Option<usize> {
        let name = fold(name);
        self.0.iter().position(|heading| *heading == name)
    }
}

/// Columns of the stock of establishments.
pub(super) struct StockColumns {
    pub siret: Option<usize>,
    pub diffusion: Option<usize>,
    pub state: Option<usize>,
    pub treated: Option<usize>,
    pub band: Option<usize>,
    pub band_year: Option<usize>,
    pub street: [Option<usize>; 4],
    pub complement: Option<usize>,
    pub postcode: Option<usize>,
    pub commune: Option<usize>,
    pub insee: Option<usize>,
    pub metres: [Option<usize>; 2],
    pub degrees: [Option<usize>; 2],
    pub geo_type: Option<usize>,
    /// Signs, then the usual name.
    pub names: [Option<usize>; 4],
    pub activity: Option<usize>,
    pub activity_version: Option<usize>,
    pub activity_2025: Option<usize>,
}

impl StockColumns {
    pub(super) fn new(headings: &[String]) -> Self {
        let heads = Heads::new(headings);
        let at = |name: &str| heads.at(name);
        let of = |name: &str| heads.at(&format!("{name}Etablissement"));
        Self {
            siret: at("siret"),
            diffusion: of("statutDiffusion"),
            state: of("etatAdministratif"),
            treated: of("dateDernierTraitement"),
            band: of("trancheEffectifs"),
            band_year: of("anneeEffectifs"),
            street: [of("numeroVoie"), of("indiceRepetition"), of("typeVoie"), of("libelleVoie")],
            complement: of("complementAdresse"),
            postcode: of("codePostal"),
            commune: of("libelleCommune"),
            insee: of("codeCommune"),
            metres: [of("coordonneeLambertAbscisse"), of("coordonneeLambertOrdonnee")],
            degrees: [at("longitude"), at("latitude")],
            geo_type: at("geo_type"),
            names: [of("enseigne1"), of("enseigne2"), of("enseigne3"), of("denominationUsuelle")],
            activity: of("activitePrincipale"),
            activity_version: of("nomenclatureActivitePrincipale"),
            activity_2025: of("activitePrincipaleNAF25"),
        }
    }
}
