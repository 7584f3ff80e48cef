//! Moves of leads, lines to understand, what-if, imports.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use utoipa::ToSchema;

/// Where a lead goes.
#[derive(Clone, Debug, Default, Deserialize, Serialize, ToSchema)]
pub struct MoveAsk {
    /// proposed, discussed, studied, agreed, running, ended, set-aside or detected; absent (or the present one) keeps the stage.
    pub to: Option<String>,
    /// Id of a reason; needed for set-aside.
    pub reason: Option<String>,
    /// What is planned next; an empty text takes it away.
    #[schema(max_length = 500)]
    pub next_step: Option<String>,
    /// By when.
    pub due: Option<NaiveDate>,
    /// Takes the date out, as undoing does.
    #[serde(default)]
    pub no_due: bool,
    /// Id of a person; absent keeps the owner, or makes the mover the owner.
    pub owner: Option<String>,
    /// A line for the log.
    #[schema(max_length = 4000)]
    pub text: Option<String>,
    /// Revision read before; none for a lead nobody moved yet.
    pub revision: Option<i64>,
}

/// A line for the log.
#[derive(Clone, Debug, Deserialize, Serialize, ToSchema)]
pub struct LogAsk {
    /// The line.
    #[schema(min_length = 1, max_length = 4000)]
    pub text: String,
    /// Revision read before; none does not look.
    pub revision: Option<i64>,
}

/// A line to be understood.
#[derive(Clone, Debug, Deserialize, Serialize, ToSchema)]
pub struct FlowAsk {
    /// « palettes perdues une benne 30m3 par semaine, repris 45 €/t ».
    #[schema(max_length = 500)]
    pub wording: String,
    /// The amount, when it stands apart from the wording.
    #[schema(max_length = 200)]
    pub quantity: Option<String>,
    /// takes-in, gives-out, sells, can-share or needs; told by the words when absent.
    pub direction: Option<String>,
    /// Of which site: its trade helps to understand, and what is known there is told.
    pub site: Option<String>,
}

/// Sites to add and to take away.
#[derive(Clone, Debug, Default, Deserialize, Serialize, ToSchema)]
pub struct WhatIf {
    /// Sites that come.
    #[serde(default)]
    #[schema(max_items = 20)]
    pub add: Vec<ComingSite>,
    /// Ids of sites that go.
    #[serde(default)]
    #[schema(max_items = 200)]
    pub remove: Vec<String>,
}

/// A site that may come.
#[derive(Clone, Debug, Deserialize, Serialize, ToSchema)]
pub struct ComingSite {
    /// Name.
    #[schema(min_length = 1, max_length = 200)]
    pub name: String,
    /// Activity code.
    pub activity: String,
    /// People.
    #[schema(minimum = 0, maximum = 100_000)]
    pub people: f64,
    /// Commune, when the place is not given.
    pub commune: Option<String>,
    /// Degrees north.
    #[schema(minimum = -90, maximum = 90)]
    pub lat: Option<f64>,
    /// Degrees east.
    #[schema(minimum = -180, maximum = 180)]
    pub lon: Option<f64>,
}

/// Keeps what was understood.
#[derive(Clone, Debug, Default, Deserialize, Serialize, ToSchema)]
pub struct ImportConfirm {
    /// Heading → field, where a person corrected the guess; remembered for files with the same headings. An empty field leaves it out.
    #[serde(default)]
    pub mapping: BTreeMap<String, String>,
    /// The site the whole file is of, when no column says it.
    pub site: Option<String>,
    /// Whose file it is; remembered with the mapping.
    #[schema(max_length = 200)]
    pub sender: Option<String>,
    /// The line that holds the headings, from 1, where the guess is wrong.
    #[schema(minimum = 1)]
    pub heading_row: Option<usize>,
    /// True only shows what the mapping gives (a new preview), and keeps nothing.
    #[serde(default)]
    pub preview: bool,
}

/// A figure as the territory knows it.
#[derive(Clone, Debug, Deserialize, Serialize, ToSchema)]
pub struct OverrideEdit {
    /// Low end, in the figure's unit.
    pub low: f64,
    /// Middle; absent: halfway.
    pub mid: Option<f64>,
    /// High end.
    pub high: f64,
    /// Where it is known from.
    #[schema(min_length = 1, max_length = 300)]
    pub source: String,
    /// Of when; absent: today.
    pub date: Option<NaiveDate>,
    /// Last day it holds.
    pub valid_until: Option<NaiveDate>,
    /// Revision read before.
    pub revision: Option<i64>,
}

/// What an insertion structure says of a post.
#[derive(Clone, Debug, Deserialize, Serialize, ToSchema)]
pub struct StaffAsk {
    /// The post's place in the project, from 0.
    pub post: usize,
    /// It can staff it; false takes it back.
    pub staffs: bool,
}
