//! Small official lists: recovery and disposal operations, headcount bands, insertion structures, skills.

use serde::{Deserialize, Serialize};

/// An operation of annexes I and II of directive 2008/98/EC.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Operation {
    /// `R3`, `D10`.
    pub code: String,
    /// French label.
    pub label_fr: String,
    /// English label.
    pub label_en: String,
    /// False for R12, R13, D13–D15 …: what follows decides.
    pub is_final: bool,
    /// Step of the hierarchy; `None` when the code alone does not tell.
    pub step: Option<String>,
}

/// A headcount band of SIRENE.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Band {
    /// `12`, `NN`.
    pub code: String,
    /// French label.
    pub label_fr: String,
    /// Fewest employees.
    pub min: f64,
    /// Most employees; `None` for the open band.
    pub max: Option<f64>,
}

/// A kind of insertion structure.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct InsertionKind {
    /// `EI`, `ACI`, `ETTI`, `AI`, `EITI`.
    pub code: String,
    /// French label.
    pub label_fr: String,
    /// English label.
    pub label_en: String,
}

/// An occupation of ROME 4.0.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Skill {
    /// `K2304`.
    pub code: String,
    /// French label.
    pub label_fr: String,
}

/// The small lists.
#[derive(Clone, Debug, Default)]
pub struct Nomenclatures {
    /// R and D operations.
    pub operations: Vec<Operation>,
    /// Headcount bands.
    pub bands: Vec<Band>,
    /// Insertion structures.
    pub insertion: Vec<InsertionKind>,
    /// Skills.
    pub skills: Vec<Skill>,
}

impl Nomenclatures {
    /// The operation of that code, spaces ignored: `R 3`.
    pub fn operation(&self, code: &str) -> Option<&Operation> {
        let compact: String = code.chars().filter(|c| !c.is_whitespace()).collect();
        self.operations.iter().find(|o| o.code.eq_ignore_ascii_case(&compact))
    }

    /// The band of that code.
    pub fn band(&self, code: &str) -> Option<&Band> {
        self.bands.iter().find(|b| b.code == code.trim())
    }
}
