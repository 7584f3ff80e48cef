//! Reading `data/`: from files to a checked [`Reference`].

mod raw;
mod rows;
mod tables;

use crate::activities::Activities;
use crate::co2_flows::Uses;
use crate::figures::Figures;
use crate::gathering::Gathering;
use crate::geography::Geography;
use crate::habits::Habits;
use crate::legal::Legal;
use crate::naf::Naf;
use crate::nomenclatures::Nomenclatures;
use crate::pathways::Pathways;
use crate::plants::Plant;
use crate::presence::Presence;
use crate::resources::Catalogue;
use crate::rules::Forbid;
use crate::sense::GoodSense;
use crate::sharing::Sharing;
use crate::sources::Source;
use crate::specialties::Specialty;
use crate::speech::Speech;
use crate::waste_list::WasteList;
use crate::weights::Weights;
use crate::{DataError, SourceId, checks};
use include_dir::{Dir, include_dir};
use raw::Raw;
use std::collections::BTreeMap;
use std::sync::OnceLock;

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
