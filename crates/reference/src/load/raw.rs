//! From files to tables, and from tables to the [`Reference`].

use super::rows::{CrosswalkRow, FigureRow, NafRow, OperationRow, WasteRow};
use super::tables::Tables;
use super::{DataFile, Reference};
use crate::DataError;
use crate::activities::Activities;
use crate::co2_flows::{Co2Flow, EnergyCarrier, FateWord, Uses, UsualTreatment};
use crate::figures::{Figure, Figures};
use crate::geography::{Commune, Geography, read_outlines};
use crate::habits::Habits;
use crate::legal::Legal;
use crate::naf::{ActivityCode, Naf, NafVersion};
use crate::nomenclatures::{Band, InsertionKind, Nomenclatures, Skill};
use crate::pathways::Pathways;
use crate::resources::Catalogue;
use crate::sense::GoodSense;
use crate::speech::Speech;
use crate::waste_list::{WasteEntry, WasteList};
use serde::de::DeserializeOwned;
use std::collections::HashMap;

/// What the files say, before it is put together.
#[derive(Default)]
pub(super) struct Raw {
    tables: Tables,
    figures: Vec<Figure>,
    co2: Vec<Co2Flow>,
    treatments: Vec<UsualTreatment>,
    carriers: Vec<EnergyCarrier>,
    fates: Vec<FateWord>,
    waste: Vec<WasteEntry>,
    naf: HashMap<ActivityCode, (String, String)>,
    crosswalk: Vec<(String, String)>,
    lists: Nomenclatures,
    communes: Vec<Commune>,
    outlines: Vec<crate::Outline>,
    pub(super) errors: Vec<DataError>,
}

impl Raw {
    pub(super) fn read(&mut self, file: DataFile<'_>) {
        match file.path {
            path if has_extension(path, "toml") => self.read_toml(file),
            path if path.starts_with("figures/") && has_extension(path, "csv") => self.read_figures(file),
            "nomenclatures/low.csv" => self.read_waste_list(file),
            "nomenclatures/naf_rev2.csv" => self.read_naf(file, NafVersion::Rev2),
            "nomenclatures/naf_2025.csv" => self.read_naf(file, NafVersion::Naf2025),
            "nomenclatures/naf_crosswalk.csv" => {
                self.crosswalk =
                    self.rows::<CrosswalkRow>(file).into_iter().map(|r| (r.rev2, r.naf2025)).collect();
            }
            "nomenclatures/rd_operations.csv" => {
                self.lists.operations = self.rows::<OperationRow>(file).into_iter().map(Into::into).collect();
            }
            "nomenclatures/headcount_bands.csv" => self.lists.bands = self.rows::<Band>(file),
            "nomenclatures/insertion_kinds.csv" => self.lists.insertion = self.rows::<InsertionKind>(file),
            "nomenclatures/co2_flows.csv" => self.co2 = self.rows(file),
            "nomenclatures/usual_treatments.csv" => self.treatments = self.rows(file),
            "nomenclatures/energy_carriers.csv" => self.carriers = self.rows(file),
            "nomenclatures/fate_words.csv" => self.fates = self.rows(file),
            "nomenclatures/rome.csv" => self.lists.skills = self.rows::<Skill>(file),
            "geography/communes_57.csv" | "geography/communes_fr.csv" => {
                let communes = self.rows::<Commune>(file);
                self.communes.reserve_exact(communes.len());
                self.communes.extend(communes);
            }
            "geography/outlines_57.txt" => {
                let (outlines, errors) = read_outlines(file.path, file.text);
                self.outlines = outlines;
                self.errors.extend(errors);
            }
            _ => {}
        }
    }

    fn read_toml(&mut self, file: DataFile<'_>) {
        match toml::from_str::<Tables>(file.text) {
            Ok(tables) => self.tables.extend(tables),
            Err(error) => self.errors.push(DataError::new(file.path, "", error.to_string())),
        }
    }

    /// All rows of a CSV file; a bad row becomes an error with its line.
    fn rows<T: DeserializeOwned>(&mut self, file: DataFile<'_>) -> Vec<T> {
        let mut reader = csv::Reader::from_reader(file.text.as_bytes());
        let mut rows = Vec::new();
        for row in reader.deserialize() {
            match row {
                Ok(row) => rows.push(row),
                Err(error) => self.errors.push(DataError::new(file.path, "", error.to_string())),
            }
        }
        rows
    }

    fn read_figures(&mut self, file: DataFile<'_>) {
        for row in self.rows::<FigureRow>(file) {
            let id = row.id.clone();
            match row.into_figure() {
                Ok(figure) => self.figures.push(figure),
                Err(what) => self.errors.push(DataError::new(file.path, id, what)),
            }
        }
    }

    fn read_waste_list(&mut self, file: DataFile<'_>) {
        for row in self.rows::<WasteRow>(file) {
            let display = row.code.clone();
            match row.into_entry() {
                Ok(entry) => self.waste.push(entry),
                Err(what) => self.errors.push(DataError::new(file.path, display, what)),
            }
        }
    }

    fn read_naf(&mut self, file: DataFile<'_>, version: NafVersion) {
        for row in self
            .rows::<NafRow>(file)
            .into_iter()
            .filter(|row| row.code.starts_with(|c: char| c.is_ascii_digit()))
        {
            match ActivityCode::parse(&row.code, Some(version)) {
                Ok(code) => drop(self.naf.insert(code, (row.label_fr, row.label_en.unwrap_or_default()))),
                // Groups such as `16.2` have three digits, which `ActivityCode` does not hold: a site bears a class.
                Err(_) if row.code.len() == 4 => {}
                Err(error) => self.errors.push(DataError::new(file.path, row.code, error.to_string())),
            }
        }
    }

    pub(super) fn build(self) -> Reference {
        let catalogue = Catalogue::new(self.tables.resource);
        let pathways = Pathways::new(self.tables.pathway, &catalogue);
        Reference {
            sources: self.tables.source.into_iter().map(|s| (s.id.clone(), s)).collect(),
            pathways,
            specialties: self.tables.specialty,
            habits: Habits::new(self.tables.taker, self.tables.giver, self.tables.matter, &catalogue),
            weights: self.tables.weights.unwrap_or_default(),
            presence: self.tables.presence.unwrap_or_default(),
            catalogue,
            activities: Activities::new(self.tables.activity),
            sharing: self.tables.sharing,
            plants: self.tables.plant,
            gatherings: self.tables.gathering,
            forbidden: self.tables.forbid,
            sense: GoodSense { senses: self.tables.sense, apart: self.tables.apart, heats: self.tables.heat },
            legal: Legal {
                levels: self.tables.regime,
                rubrics: self.tables.rubric,
                routes: self.tables.route,
                tracking: self.tables.tracking,
                families: self.tables.family,
            },
            speech: Speech {
                cues: self.tables.cue,
                terms: self.tables.term,
                same: self.tables.same,
                light: self.tables.light,
                ordinary: self.tables.ordinary,
                figurative: self.tables.figurative,
                twins: self.tables.twin,
                usual: self.tables.usual,
                cautions: self.tables.caution,
            },
            figures: Figures::new(self.figures),
            uses: Uses::new(self.co2, self.treatments, self.carriers, self.fates),
            waste_list: WasteList::new(self.waste),
            naf: Naf::new(self.naf, self.crosswalk),
            lists: self.lists,
            geography: Geography::new(self.communes, self.outlines),
        }
    }
}

fn has_extension(path: &str, extension: &str) -> bool {
    std::path::Path::new(path).extension().is_some_and(|e| e == extension)
}
