//! Reading `data/`: from files to a checked [`Reference`].

use crate::activities::{Activities, Activity};
use crate::co2_flows::{Co2Flow, EnergyCarrier, FateWord, Uses, UsualTreatment};
use crate::cues::Cue;
use crate::figures::{Confidence, Figure, Figures};
use crate::gathering::Gathering;
use crate::geography::{Commune, Geography, read_outlines};
use crate::habits::{Giver, Habits, Matter, Taker};
use crate::legal::{Legal, Level, Route, Rubric, Tracking};
use crate::naf::{ActivityCode, Naf, NafVersion};
use crate::nomenclatures::{Band, InsertionKind, Nomenclatures, Operation, Skill};
use crate::pathways::{Pathway, Pathways};
use crate::plants::Plant;
use crate::presence::Presence;
use crate::resources::{Catalogue, Resource};
use crate::rules::Forbid;
use crate::sense::{Apart, GoodSense, Sense};
use crate::sharing::Sharing;
use crate::sources::Source;
use crate::specialties::Specialty;
use crate::speech::{Caution, Figurative, Light, Ordinary, Same, Speech, Term, Twin, Usual};
use crate::waste_list::{Entry, WasteEntry, WasteList};
use crate::weights::Weights;
use crate::{DataError, SourceId, checks};
use chrono::NaiveDate;
use include_dir::{Dir, include_dir};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use std::collections::{BTreeMap, HashMap};
use std::sync::OnceLock;
use units::{Quantity, Range, Unit};

static EMBEDDED: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/../../data");

/// A file of the knowledge base: path below `data/` and text.
#[derive(Clone, Copy, Debug)]
pub struct DataFile<'a> {
    /// `resources/wood.toml`.
    pub path: &'a str,
    /// Content.
    pub text: &'a str,
}

/// All the program knows.
#[derive(Clone, Debug, Default)]
pub struct Reference {
    /// Documents.
    pub sources: BTreeMap<SourceId, Source>,
    /// What flows are of.
    pub catalogue: Catalogue,
    /// Who takes what.
    pub pathways: Pathways,
    /// What kinds of firms do.
    pub activities: Activities,
    /// What kinds of firms readily take and are known for.
    pub habits: Habits,
    /// Kinds of plants finer than a class, as written.
    pub specialties: Vec<Specialty>,
    /// How much each sign of a taker counts.
    pub weights: Weights,
    /// Which kinds of firms stand near industry at all.
    pub presence: Presence,
    /// What neighbours pool.
    pub sharing: Vec<Sharing>,
    /// What neighbours could build together.
    pub plants: Vec<Plant>,
    /// How matters are gathered.
    pub gatherings: Vec<Gathering>,
    /// What is never proposed.
    pub forbidden: Vec<Forbid>,
    /// Good sense about wordings.
    pub sense: GoodSense,
    /// Checklists.
    pub legal: Legal,
    /// How people speak of waste.
    pub speech: Speech,
    /// Numbers.
    pub figures: Figures,
    /// Which numbers go with which resource.
    pub uses: Uses,
    /// List of Waste.
    pub waste_list: WasteList,
    /// Activity codes.
    pub naf: Naf,
    /// Small lists.
    pub lists: Nomenclatures,
    /// Communes.
    pub geography: Geography,
}

impl Reference {
    /// The knowledge the binary ships, read once. The error is the list of faults in `data/`, which the tests keep empty.
    pub fn embedded() -> Result<&'static Self, &'static [DataError]> {
        static LOADED: OnceLock<Result<Reference, Vec<DataError>>> = OnceLock::new();
        LOADED.get_or_init(|| Self::load(&embedded_files())).as_ref().map_err(Vec::as_slice)
    }

    /// Reads and checks any set of files in the format of `data/README.md`; all faults are returned, not just the first.
    pub fn load(files: &[DataFile<'_>]) -> Result<Self, Vec<DataError>> {
        let mut raw = Raw::default();
        for file in files {
            raw.read(*file);
        }
        let errors = std::mem::take(&mut raw.errors);
        let reference = raw.build();
        let errors: Vec<_> = errors.into_iter().chain(checks::all(&reference)).collect();
        if errors.is_empty() { Ok(reference) } else { Err(errors) }
    }
}

fn embedded_files() -> Vec<DataFile<'static>> {
    let mut folders = vec![&EMBEDDED];
    let mut files = Vec::new();
    while let Some(folder) = folders.pop() {
        folders.extend(folder.dirs());
        files.extend(
            folder
                .files()
                .filter_map(|f| Some(DataFile { path: f.path().to_str()?, text: f.contents_utf8()? })),
        );
    }
    files.sort_by_key(|file| file.path);
    files
}

/// Any TOML file of the knowledge base: each table may stand in any file.
#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct Tables {
    source: Vec<Source>,
    resource: Vec<Resource>,
    pathway: Vec<Pathway>,
    activity: Vec<Activity>,
    taker: Vec<Taker>,
    giver: Vec<Giver>,
    matter: Vec<Matter>,
    specialty: Vec<Specialty>,
    weights: Option<Weights>,
    presence: Option<Presence>,
    sharing: Vec<Sharing>,
    plant: Vec<Plant>,
    gathering: Vec<Gathering>,
    forbid: Vec<Forbid>,
    sense: Vec<Sense>,
    apart: Vec<Apart>,
    regime: Vec<Level>,
    rubric: Vec<Rubric>,
    route: Vec<Route>,
    tracking: Vec<Tracking>,
    cue: Vec<Cue>,
    term: Vec<Term>,
    same: Vec<Same>,
    light: Vec<Light>,
    ordinary: Vec<Ordinary>,
    figurative: Vec<Figurative>,
    twin: Vec<Twin>,
    usual: Vec<Usual>,
    caution: Vec<Caution>,
}

#[derive(Default)]
struct Raw {
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
    errors: Vec<DataError>,
}

impl Raw {
    fn read(&mut self, file: DataFile<'_>) {
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
            "geography/communes_57.csv" => self.communes = self.rows::<Commune>(file),
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
            Ok(tables) => {
                self.tables.source.extend(tables.source);
                self.tables.resource.extend(tables.resource);
                self.tables.pathway.extend(tables.pathway);
                self.tables.activity.extend(tables.activity);
                self.tables.taker.extend(tables.taker);
                self.tables.giver.extend(tables.giver);
                self.tables.matter.extend(tables.matter);
                self.tables.specialty.extend(tables.specialty);
                self.tables.weights = self.tables.weights.take().or(tables.weights);
                self.tables.presence = self.tables.presence.take().or(tables.presence);
                self.tables.sharing.extend(tables.sharing);
                self.tables.plant.extend(tables.plant);
                self.tables.gathering.extend(tables.gathering);
                self.tables.forbid.extend(tables.forbid);
                self.tables.sense.extend(tables.sense);
                self.tables.apart.extend(tables.apart);
                self.tables.regime.extend(tables.regime);
                self.tables.rubric.extend(tables.rubric);
                self.tables.route.extend(tables.route);
                self.tables.tracking.extend(tables.tracking);
                self.tables.cue.extend(tables.cue);
                self.tables.term.extend(tables.term);
                self.tables.same.extend(tables.same);
                self.tables.light.extend(tables.light);
                self.tables.ordinary.extend(tables.ordinary);
                self.tables.figurative.extend(tables.figurative);
                self.tables.twin.extend(tables.twin);
                self.tables.usual.extend(tables.usual);
                self.tables.caution.extend(tables.caution);
            }
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

    fn build(self) -> Reference {
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
            sense: GoodSense { senses: self.tables.sense, apart: self.tables.apart },
            legal: Legal {
                levels: self.tables.regime,
                rubrics: self.tables.rubric,
                routes: self.tables.route,
                tracking: self.tables.tracking,
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

#[derive(Deserialize)]
struct CrosswalkRow {
    rev2: String,
    naf2025: String,
}

#[derive(Deserialize)]
struct NafRow {
    code: String,
    label_fr: String,
    label_en: Option<String>,
}

#[derive(Deserialize)]
struct OperationRow {
    code: String,
    label_fr: String,
    label_en: String,
    #[serde(rename = "final")]
    is_final: u8,
    step: Option<String>,
}

impl From<OperationRow> for Operation {
    fn from(row: OperationRow) -> Self {
        let step = row.step.filter(|s| !s.is_empty());
        Self {
            code: row.code,
            label_fr: row.label_fr,
            label_en: row.label_en,
            is_final: row.is_final == 1,
            step,
        }
    }
}

#[derive(Deserialize)]
struct WasteRow {
    code: String,
    label_fr: String,
    label_en: String,
    hazardous: Option<u8>,
    entry: Option<Entry>,
    valid_from: Option<NaiveDate>,
    valid_until: Option<NaiveDate>,
    note: String,
}

impl WasteRow {
    fn into_entry(self) -> Result<WasteEntry, String> {
        let is_code = self.code.bytes().filter(u8::is_ascii_digit).count() == 6;
        let code = if is_code {
            Some(self.code.parse::<crate::WasteCode>().map_err(|e| e.to_string())?)
        } else {
            None
        };
        if let (Some(code), Some(flag)) = (code, self.hazardous)
            && code.hazardous() != (flag == 1)
        {
            return Err(format!("l'astérisque de « {} » contredit hazardous = {flag}", self.code));
        }
        Ok(WasteEntry {
            code,
            display: self.code,
            label_fr: self.label_fr,
            label_en: self.label_en,
            entry: self.entry,
            valid_from: self.valid_from,
            valid_until: self.valid_until,
            note: self.note,
        })
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FigureRow {
    id: String,
    fr: String,
    en: String,
    low: f64,
    mid: f64,
    high: f64,
    unit: String,
    source: String,
    locator: String,
    date: String,
    valid_from: Option<NaiveDate>,
    valid_until: Option<NaiveDate>,
    confidence: Confidence,
    note: String,
}

impl FigureRow {
    fn into_figure(self) -> Result<Figure, String> {
        let range = Range::new(self.low, self.mid, self.high).map_err(|e| e.to_string())?;
        let unit: Unit = self.unit.parse().map_err(|e: units::UnitError| e.to_string())?;
        Ok(Figure {
            id: self.id.as_str().into(),
            fr: self.fr,
            en: self.en,
            value: Quantity::new(range, unit),
            source: self.source.as_str().into(),
            locator: self.locator,
            date: self.date,
            valid_from: self.valid_from,
            valid_until: self.valid_until,
            confidence: self.confidence,
            note: self.note,
        })
    }
}
