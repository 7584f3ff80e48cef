//! Actors, sites, flows, contacts, visits, projects, ideas as entered.

use crate::shapes::{FundingLine, MilestoneLine, PostLine};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// An actor.
#[derive(Clone, Debug, Deserialize, Serialize, ToSchema)]
pub struct ActorEdit {
    /// Name.
    #[schema(min_length = 1, max_length = 300)]
    pub name: String,
    /// company, ei, aci, etti, ai, eiti, local-authority, chamber, association, lab or other.
    pub kind: String,
    /// Revision.
    pub revision: Option<i64>,
}

/// A site.
#[derive(Clone, Debug, Deserialize, Serialize, ToSchema)]
pub struct SiteEdit {
    /// Whose.
    pub actor: String,
    /// Name.
    #[schema(min_length = 1, max_length = 300)]
    pub name: String,
    /// SIRET, 14 digits.
    pub siret: Option<String>,
    /// Activity code: `16.24Z`.
    pub activity: Option<String>,
    /// Activity in free words.
    #[schema(max_length = 300)]
    pub activity_label: Option<String>,
    /// People, as stated: `35`, `20 à 49`.
    #[schema(max_length = 60)]
    pub headcount: Option<String>,
    /// Degrees north.
    #[schema(minimum = -90, maximum = 90)]
    pub lat: Option<f64>,
    /// Degrees east.
    #[schema(minimum = -180, maximum = 180)]
    pub lon: Option<f64>,
    /// exact (the default), street or commune.
    pub precision: Option<String>,
    /// Street address.
    #[schema(max_length = 300)]
    pub address: Option<String>,
    /// Commune.
    #[schema(max_length = 120)]
    pub commune: Option<String>,
    /// Zone.
    #[schema(max_length = 120)]
    pub zone: Option<String>,
    /// Revision.
    pub revision: Option<i64>,
}

/// A flow, in free words.
#[derive(Clone, Debug, Default, Deserialize, Serialize, ToSchema)]
pub struct FlowEdit {
    /// Where.
    pub site: String,
    /// takes-in, gives-out, sells, can-share or needs.
    pub direction: String,
    /// In the firm's own words.
    #[schema(min_length = 1, max_length = 500)]
    pub wording: String,
    /// A resource a person chose; none lets the wording decide.
    pub resource: Option<String>,
    /// A waste code a person stated.
    pub waste_code: Option<String>,
    /// As said: « 2 bennes de 30 m³ / semaine », « 12 t/an ».
    #[schema(max_length = 200)]
    pub stated: Option<String>,
    /// Weights of the twelve months, January first.
    pub months: Option<Vec<f32>>,
    /// Moisture, contamination, packaging, temperature.
    #[schema(max_length = 500)]
    pub quality: Option<String>,
    /// R or D code.
    pub operation: Option<String>,
    /// Present fate.
    #[schema(max_length = 300)]
    pub fate: Option<String>,
    /// Who takes or supplies it.
    #[schema(max_length = 300)]
    pub who: Option<String>,
    /// As said: « payé 95 €/t ». Sealed on arrival; absent leaves the sealed one as it is.
    #[schema(max_length = 200)]
    pub price: Option<String>,
    /// measured, register, declared (the default) or documented.
    pub basis: Option<String>,
    /// Where it is known from: « visite du 12 mars ».
    #[schema(max_length = 300)]
    pub source: Option<String>,
    /// Day of the fact; today when absent.
    pub date: Option<NaiveDate>,
    /// To be asked again after this day.
    pub expires_on: Option<NaiveDate>,
    /// open, members (the default) or facilitator.
    pub confidentiality: Option<String>,
    /// Revision.
    pub revision: Option<i64>,
}

/// A contact.
#[derive(Clone, Debug, Deserialize, Serialize, ToSchema)]
pub struct ContactEdit {
    /// Whose; found by the site when absent.
    pub actor: Option<String>,
    /// On which site.
    pub site: Option<String>,
    /// Name.
    #[schema(min_length = 1, max_length = 200)]
    pub name: String,
    /// What they do there.
    #[schema(max_length = 200)]
    pub role: Option<String>,
    /// Telephone.
    #[schema(max_length = 60)]
    pub phone: Option<String>,
    /// Address.
    #[schema(max_length = 254)]
    pub email: Option<String>,
    /// What helps to reach them.
    #[schema(max_length = 4000)]
    pub note: Option<String>,
    /// Revision.
    pub revision: Option<i64>,
}

/// A visit.
#[derive(Clone, Debug, Deserialize, Serialize, ToSchema)]
pub struct VisitEdit {
    /// Where.
    pub site: String,
    /// When.
    pub day: NaiveDate,
    /// What was said.
    #[serde(default)]
    #[schema(max_length = 20_000)]
    pub text: String,
    /// It took place; true when absent.
    pub done: Option<bool>,
    /// Revision.
    pub revision: Option<i64>,
}

/// A project.
#[derive(Clone, Debug, Default, Deserialize, Serialize, ToSchema)]
pub struct ProjectEdit {
    /// Name.
    #[schema(min_length = 1, max_length = 300)]
    pub name: String,
    /// In a few sentences.
    #[schema(max_length = 8000)]
    pub summary: Option<String>,
    /// preparing (the default), running, ended or set-aside.
    pub state: Option<String>,
    /// Actors that take part, by id.
    #[serde(default)]
    pub partners: Vec<String>,
    /// Who pays.
    #[serde(default)]
    pub funding: Vec<FundingLine>,
    /// What by when.
    #[serde(default)]
    pub milestones: Vec<MilestoneLine>,
    /// Posts.
    #[serde(default)]
    pub post_lines: Vec<PostLine>,
    /// Leads inside, by id.
    #[serde(default)]
    pub synergies: Vec<String>,
    /// Revision.
    pub revision: Option<i64>,
}

/// An idea.
#[derive(Clone, Debug, Deserialize, Serialize, ToSchema)]
pub struct IdeaEdit {
    /// In one line.
    #[schema(min_length = 1, max_length = 300)]
    pub title: String,
    /// In more words.
    #[serde(default)]
    #[schema(max_length = 8000)]
    pub text: String,
    /// new (the default), kept, project or set-aside; the facilitator says.
    pub state: Option<String>,
    /// Revision.
    pub revision: Option<i64>,
}
