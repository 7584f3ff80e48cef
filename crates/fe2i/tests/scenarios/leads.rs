//! The part of `fe2i diagnose --json` that the checks read.

use serde::Deserialize;

#[derive(Debug, Deserialize)]
pub struct Diagnosis {
    pub territory: Territory,
    pub leads: Vec<Lead>,
}

#[derive(Debug, Deserialize)]
pub struct Territory {
    pub invented: bool,
    pub notice: Option<String>,
    pub flows: Vec<Flow>,
}

#[derive(Debug, Deserialize)]
pub struct Flow {
    pub id: String,
    pub wording: String,
    pub evidence: Evidence,
}

#[derive(Debug, Deserialize)]
pub struct Evidence {
    pub basis: String,
}

#[derive(Debug, Deserialize)]
pub struct Lead {
    pub kind: String,
    pub resource: String,
    pub parties: Vec<Party>,
    pub steps: Vec<Step>,
    pub sentence: String,
}

#[derive(Debug, Deserialize)]
pub struct Party {
    pub site: String,
    pub role: String,
    pub flow: Option<String>,
}

#[derive(Debug, Deserialize)]
pub struct Step {
    pub input: String,
    pub output: Option<String>,
}

impl Lead {
    /// Sites with one of these roles.
    pub fn with<'a>(&'a self, roles: &'a [&'a str]) -> impl Iterator<Item = &'a Party> {
        self.parties.iter().filter(move |party| roles.contains(&party.role.as_str()))
    }
}

/// Reads it; the error says where.
pub fn read(json: &[u8]) -> serde_json::Result<Diagnosis> {
    serde_json::from_slice(json)
}
