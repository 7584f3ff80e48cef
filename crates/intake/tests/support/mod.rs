//! What the tests share: a small knowledge base, folders of files, readings.
#![allow(dead_code, reason = "each test binary uses its part")]

use chrono::NaiveDate;
use intake::{IntakeError, Options, assemble, read_path};
use model::{Batch, Finding, Territory};
use reference::{DataFile, Reference};
use std::fs;
use std::path::Path;
use std::sync::OnceLock;

pub fn reference() -> &'static Reference {
    static LOADED: OnceLock<Reference> = OnceLock::new();
    LOADED.get_or_init(|| {
        Reference::load(&[
            DataFile {
                path: "nomenclatures/naf_rev2.csv",
                text: "code,label_fr,label_en\n16.24,emballages en bois,wooden packaging\n16.24Z,fabrication d'emballages en bois,wooden packaging\n\
                       38.32,récupération,recovery\n38.32Z,récupération de déchets triés,recovery\n",
            },
            DataFile { path: "nomenclatures/naf_2025.csv", text: "code,label_fr\n38.32Y,autre valorisation\n" },
            DataFile {
                path: "nomenclatures/low.csv",
                text: "code,label_fr,label_en,hazardous,entry,valid_from,valid_until,note\n\
                       15 01 03,emballages en bois,wooden packaging,0,absolute,2002-01-01,,\n\
                       13 02 05*,huiles moteur,engine oils,1,absolute,2002-01-01,,\n",
            },
            DataFile {
                path: "nomenclatures/rd_operations.csv",
                text: "code,label_fr,label_en,final,step\nR3,r,r,1,recycling\nD5,d,d,1,disposal\n",
            },
            DataFile {
                path: "nomenclatures/headcount_bands.csv",
                text: "code,label_fr,label_en,min,max\n12,20 à 49 salariés,20 to 49,20,49\n",
            },
            DataFile {
                path: "sources.toml",
                text: "[[source]]\nid = \"essai\"\ntitle = \"t\"\npublisher = \"p\"\ndate = \"2026\"\nlicence = \"l\"\n",
            },
            DataFile {
                path: "figures/containers.csv",
                text: "id,fr,en,low,mid,high,unit,source,locator,date,valid_from,valid_until,confidence,note\n\
                       container.skip.volume,v,v,7,15,30,m3,essai,,2026,,,low,\n",
            },
            DataFile {
                path: "geography/communes_57.csv",
                text: "insee,name,postcodes,lon,lat\n57221,Florange,57190,6.119,49.321\n57206,Fameck,57290,6.108,49.299\n57582,Richemont,57270,6.163,49.278\n76527,Richemont,76390,1.6,49.8\n",
            },
        ])
        .unwrap()
    })
}

pub fn options() -> Options<'static> {
    let day = NaiveDate::from_ymd_opt(2026, 6, 30).unwrap();
    Options { reference: reference(), communes: None, keep_sole_traders: false, day }
}

pub fn read(path: &Path) -> Vec<Result<Batch, IntakeError>> {
    read_path(path, &options(), &mut |_| {})
}

pub fn read_all(path: &Path) -> Vec<Batch> {
    read(path).into_iter().map(|batch| batch.unwrap_or_else(|error| panic!("{error}"))).collect()
}

/// Reads a single file whose content is `bytes`.
pub fn read_bytes(name: &str, bytes: &[u8]) -> Vec<Result<Batch, IntakeError>> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(name);
    fs::write(&path, bytes).unwrap();
    read(&path)
}

/// A message in French, with plain spaces and apostrophes.
pub fn fr(what: &model::Message) -> String {
    let said = wording::said(wording::Lang::Fr, what);
    said.replace('’', "'").replace(['\u{a0}', '\u{202f}'], " ")
}

/// The one error of a single file.
pub fn error_of(name: &str, bytes: &[u8]) -> String {
    let mut results = read_bytes(name, bytes);
    assert_eq!(results.len(), 1, "{name}: {results:?}");
    let error = fr(&results.remove(0).expect_err(name).message());
    assert!(error.contains(name), "{error}");
    error
}

pub fn territory(mut batches: Vec<Batch>) -> (Territory, Vec<Finding>) {
    assemble(&mut batches, &options())
}

/// A workbook in CSV form.
pub fn csv_folder(folder: &Path) {
    for (name, text) in FILES {
        fs::write(folder.join(name), text).unwrap();
    }
}

pub const FILES: [(&str, &str); 4] = [
    (
        "territoire.csv",
        "clé;valeur\nnom;Val d'essai\ninvente;oui\navertissement;Tout est inventé\ndate;2026-06-30\nsource;visite d'hiver\nlangue;fr\n",
    ),
    (
        "acteurs.csv",
        "identifiant;nom;type;siret;naf;effectif;adresse;code postal;commune;latitude;longitude;zone;source;date;note\n\
         V001;Menuiserie du Val;entreprise;732 829 320 00074;16.24Z;34;3 rue de l'Essai;57190;Florange;49,3215;6.1193;ZI du Val;;2026-01-14;fenêtres\n\
         V002;Atelier du Val;ACI;;38.32Z;20 à 49;;57290;FAMECK;;;;site web;;\n\
         V003;Faux numéro;;73282932000075;38.32A;beaucoup;;;Nulle-Part;;6,1;;;;\n",
    ),
    (
        "flux.csv",
        "site;sens;quoi;quantité;saison;qualité;devenir;par qui;prix;code déchet;preuve;source;date;confidentialité;note\n\
         V001;jette;palettes perdues cassées;2 bennes de 30 m³/semaine;nov-mars;humides;R3;Bennes du Val;payé 150 €/rotation;15 01 03;registre;registre 2025;2025-12-31;ouvert;\n\
         V001;jette;huiles usagées;450 L/mois;;;D5;;;13 02 05;;;;animateur;fût de 200 L\n\
         V001;achète;visserie;12 t;;;;;;;;;;;\n\
         V002;cherche;chariot élévateur;1 jour/semaine;nuit;;;;;;;;;;\n\
         V002;partage;quai couvert;500 m²;;;;;;;;;;secret;\n\
         V002;donne;cartons;3 t/an;;;;;;;;;;;\n\
         V002;jette;cartons;-3 t/an;;;;;reçu 40 €/t;99 99 99;;;;;\n\
         V999;jette;rien;1 t/an;;;;;;;;;;;\n",
    ),
    (
        "echanges.csv",
        "de;vers;quoi;quantité;depuis;état;source;note\n\
         V001;V002;fenêtres en fin de vie;12 t/an;2019;en cours;convention;le jeudi\n\
         V002;V002;rien;;;;;\n",
    ),
];
