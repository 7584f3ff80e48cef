//! The shape of questions and answers.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Which question.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum, Deserialize)]
pub enum Task {
    /// A flow → its taker among the network's actors.
    #[value(name = "A")]
    A,
    /// A flow and the donor's industry → the taker's industry.
    #[value(name = "B")]
    B,
    /// Industries only → partner.
    #[value(name = "C")]
    C,
    /// Wording → waste code.
    #[value(name = "D")]
    D,
    /// Waste term × receiver term → score.
    #[value(name = "E")]
    E,
    /// Each question says its own.
    #[value(name = "all")]
    #[serde(skip)]
    All,
}

/// An actor of a network.
#[derive(Debug, Default, Deserialize)]
pub struct Actor {
    /// Name.
    #[serde(default)]
    pub name: String,
    /// What it does, in words.
    #[serde(default)]
    pub industry: String,
    /// NACE rev. 2, four digits; may be empty.
    #[serde(default)]
    pub nace: String,
}

/// What is asked; which fields are there depends on the task.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Input {
    /// A, C: who gives.
    pub donor: Actor,
    /// A, C: who could take.
    pub actors: BTreeMap<String, Actor>,
    /// A, B: the flow in words.
    pub resource: String,
    /// A, B: waste codes, `|` between them.
    pub low_codes: String,
    /// A, B: `material`, `by-product`, `energy`, `water`; may be empty.
    pub kind: String,
    /// B: the donor's industry.
    pub donor_nace: String,
    /// B: the same in words.
    pub donor_industry: String,
    /// D: the wording.
    pub text: String,
    /// E: the waste in words.
    pub waste: String,
    /// E: the receiver in words.
    pub receiver: String,
}

/// A question.
#[derive(Debug, Deserialize)]
pub struct Question {
    /// Id.
    pub q: String,
    /// Which question it is, when several kinds are asked at once.
    #[serde(default)]
    pub task: Option<Task>,
    /// What is asked.
    pub input: Input,
    /// What can be answered; `None` when anything can.
    #[serde(default)]
    pub candidates: Option<Vec<String>>,
}

/// An answer: a ranking, or for task E a score.
#[derive(Debug, Serialize)]
pub struct Prediction {
    /// Id of the question.
    pub q: String,
    /// Best first.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ranked: Option<Vec<String>>,
    /// Higher is likelier.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub score: Option<f64>,
}
