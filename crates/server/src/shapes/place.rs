//! Actors, sites, contacts, visits.

use super::{EvidenceView, Facets, FlowRow, LeadRow, RangeView, VisitLine};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A site in a list.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct SiteRow {
    /// Id.
    pub id: String,
    /// Whose.
    pub actor: String,
    /// Their name.
    pub actor_name: String,
    /// Name.
    pub name: String,
    /// SIRET.
    pub siret: Option<String>,
    /// Activity code with its version.
    pub activity: Option<String>,
    /// In words.
    pub activity_label: Option<String>,
    /// People.
    pub headcount: Option<RangeView>,
    /// As stated.
    pub headcount_stated: Option<String>,
    /// Commune.
    pub commune: Option<String>,
    /// Industrial zone.
    pub zone: Option<String>,
    /// Street address.
    pub address: Option<String>,
    /// Degrees north.
    pub lat: Option<f64>,
    /// Degrees east.
    pub lon: Option<f64>,
    /// Exact, street or commune.
    pub precision: Option<String>,
    /// Kind of its actor.
    pub kind: String,
    /// In words.
    pub kind_label: String,
    /// Stated flows.
    pub flows: usize,
    /// Guessed flows.
    pub estimates: usize,
    /// Leads it has a part in.
    pub leads: usize,
    /// Last visit.
    pub visited: Option<NaiveDate>,
}

/// A page of sites.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct SiteList {
    /// Rows that answer.
    pub total: usize,
    /// The rows.
    pub sites: Vec<SiteRow>,
    /// `after` of the next page.
    pub next: Option<String>,
    /// Kind, zone, commune.
    pub facets: Facets,
}

/// An actor in a list.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct ActorRow {
    /// Id.
    pub id: String,
    /// Name.
    pub name: String,
    /// Company, ei, aci, etti, ai, eiti, local-authority, chamber, association, lab or other.
    pub kind: String,
    /// In words.
    pub kind_label: String,
    /// Its sites.
    pub sites: Vec<SiteRow>,
    /// Stated flows.
    pub flows: usize,
    /// Leads it has a part in.
    pub leads: usize,
}

/// A page of actors.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct ActorList {
    /// Rows that answer.
    pub total: usize,
    /// The rows.
    pub actors: Vec<ActorRow>,
    /// `after` of the next page.
    pub next: Option<String>,
    /// Kind, zone.
    pub facets: Facets,
}

/// An actor's sheet.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct ActorSheet {
    /// As in the list.
    #[serde(flatten)]
    pub row: ActorRow,
    /// For editing.
    pub revision: Option<i64>,
    /// Where it is known from.
    pub evidence: EvidenceView,
    /// Takes in, needs.
    pub flows_in: Vec<FlowRow>,
    /// Gives out, sells.
    pub flows_out: Vec<FlowRow>,
    /// Could share.
    pub flows_shared: Vec<FlowRow>,
    /// Best first; at most 50.
    pub top_leads: Vec<LeadRow>,
    /// Whom to call.
    pub contacts: Vec<ContactView>,
    /// Visits made.
    pub visits: Vec<VisitNote>,
    /// Visits worth making.
    pub visit_lines: Vec<VisitLine>,
}

/// A site's sheet.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct SiteSheet {
    /// As in the list.
    #[serde(flatten)]
    pub row: SiteRow,
    /// For editing.
    pub revision: Option<i64>,
    /// Where it is known from.
    pub evidence: EvidenceView,
    /// Takes in, needs.
    pub flows_in: Vec<FlowRow>,
    /// Gives out, sells.
    pub flows_out: Vec<FlowRow>,
    /// Could share.
    pub flows_shared: Vec<FlowRow>,
    /// Best first; at most 50.
    pub top_leads: Vec<LeadRow>,
    /// What a visit would settle.
    pub visit: Option<VisitLine>,
    /// Whom to call.
    pub contacts: Vec<ContactView>,
    /// Visits made.
    pub visits: Vec<VisitNote>,
}

/// Whom to call.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct ContactView {
    /// Id.
    pub id: String,
    /// Revision.
    pub revision: i64,
    /// Whose.
    pub actor: String,
    /// On which site.
    pub site: Option<String>,
    /// Name.
    pub name: String,
    /// What they do there.
    pub role: Option<String>,
    /// Address.
    pub email: Option<String>,
    /// Telephone.
    pub phone: Option<String>,
    /// What helps to reach them.
    pub note: Option<String>,
}

/// A visit.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct VisitNote {
    /// Id.
    pub id: String,
    /// Revision.
    pub revision: i64,
    /// Where.
    pub site: String,
    /// When.
    pub day: NaiveDate,
    /// What was said.
    pub text: String,
    /// Who went.
    pub by: Option<String>,
    /// It took place.
    pub done: bool,
}
