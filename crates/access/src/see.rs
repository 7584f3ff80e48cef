//! What one viewer may read of a territory.

use crate::own::{self, Pseudonym};
use crate::{Ability, Viewer};
use model::{Contact, Idea, Lead, Project, SiteVisit, Synergy, Territory, Visit};
use std::sync::Arc;

/// Everything there is, prices taken out.
#[derive(Clone, Debug, Default)]
pub struct Whole {
    /// Who, what flows, what runs; estimates included, prices not.
    pub territory: Arc<Territory>,
    /// Leads, best first, without the terms that would tell a price.
    pub leads: Arc<Vec<Lead>>,
    /// Visits worth making, best first.
    pub visits: Arc<Vec<Visit>>,
    /// What became of leads.
    pub synergies: Arc<Vec<Synergy>>,
    /// Whom to call.
    pub contacts: Arc<Vec<Contact>>,
    /// Visits made.
    pub visited: Arc<Vec<SiteVisit>>,
    /// Projects.
    pub projects: Arc<Vec<Project>>,
    /// The box of ideas.
    pub ideas: Arc<Vec<Idea>>,
}

/// What a viewer may read. The same shape as [`Whole`], so that nothing downstream asks about roles again.
#[derive(Clone, Debug, Default)]
pub struct Seen {
    /// The records.
    pub whole: Whole,
    /// True when leads come in their order of worth.
    pub ranked: bool,
}

/// Takes out what the viewer may not read.
pub fn see(whole: &Whole, viewer: &Viewer, pseudonym: &Pseudonym<'_>) -> Seen {
    if viewer.may(Ability::ReadAll) {
        return Seen { whole: whole.clone(), ranked: true };
    }
    let mut seen = match &viewer.actor {
        Some(actor) if viewer.may(Ability::Own) => own::side_of(whole, actor, pseudonym),
        _ => nothing_of(whole),
    };
    if viewer.may(Ability::Projects) {
        let funding = viewer.may(Ability::Funding);
        seen.projects = Arc::new(whole.projects.iter().map(|project| shown(project, funding)).collect());
        seen.ideas = Arc::clone(&whole.ideas);
    }
    Seen { whole: seen, ranked: false }
}

/// Name and day of a territory, without any record.
fn nothing_of(whole: &Whole) -> Whole {
    Whole { territory: Arc::new(bare(&whole.territory)), ..Whole::default() }
}

/// A territory of that name and day with nothing in it.
pub(crate) fn bare(territory: &Territory) -> Territory {
    Territory {
        name: territory.name.clone(),
        day: territory.day,
        invented: territory.invented,
        notice: territory.notice.clone(),
        ..Territory::default()
    }
}

/// A project as its partners and funders know it: neither the leads inside, whose ids name sites, nor the facilitator's notes.
fn shown(project: &Project, funding: bool) -> Project {
    let mut project = project.clone();
    project.synergies.clear();
    project.log.clear();
    project.next_step = None;
    if !funding {
        project.funding.clear();
    }
    project
}
