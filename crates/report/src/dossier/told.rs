//! The dossier's sentences one by one, for who shows a study otherwise than as a document.

use super::page::Page;
use super::{Dossier, fragile, jobs, partners, site};
use model::{FlowId, SiteId};
use planning::chain::Risk;
use planning::chain::partners::Player;
use planning::chain::study::{Opened, SplitLines};
use planning::draws::Change;
use reference::Qualification;

/// Says what a study means in the language of its dossier, to its audience.
pub struct Told<'a>(Page<'a>);

impl<'a> Told<'a> {
    /// For one study.
    pub fn new(view: &'a Dossier<'a>) -> Self {
        Self(Page::new(view))
    }

    /// What opens where.
    pub fn point(&self, opened: &Opened) -> String {
        site::point(&self.0, &opened.site, opened.size, opened.by_hand)
    }

    /// A message without arguments.
    pub fn say(&self, key: &str) -> String {
        self.0.say(key)
    }

    /// A partner's name.
    pub fn partner(&self, opened: &Opened, player: &Player) -> String {
        partners::name(&self.0, opened, player)
    }

    /// « seul, vous payez …, ensemble … ».
    pub fn sentence(&self, opened: &Opened, player: &Player, share: f64) -> String {
        partners::sentence(&self.0, opened, player, share)
    }

    /// Whether a group would be better off alone.
    pub fn core(&self, opened: &Opened, split: &SplitLines) -> Vec<String> {
        partners::core(&self.0, opened, split)
    }

    /// What the draws gave.
    pub fn draws(&self, risk: &Risk) -> String {
        fragile::draws(&self.0, risk)
    }

    /// A price that moves.
    pub fn price(&self, change: Change) -> String {
        self.0.say(fragile::price(change))
    }

    /// A level of qualification.
    pub fn level(&self, level: Qualification) -> String {
        self.0.say(jobs::level(level))
    }

    /// The site of a flow, unless this audience may not know it.
    pub fn site(&self, flow: &FlowId, site: &SiteId) -> String {
        self.0.supplier(flow, site)
    }
}
