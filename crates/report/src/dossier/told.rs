//! The dossier's sentences one by one, for who shows a study otherwise than as a document.

use super::page::Page;
pub use super::partners::Part;
use super::{Dossier, fragile, jobs, legal, partners, site, yields};
use model::{FlowId, SiteId};
use planning::chain::permits::Permit;
use planning::chain::study::{Opened, SplitLines};
use planning::chain::{Choice, Risk, Study, Sturdy};
use planning::draws::{Aim, Change};
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

    /// What a choice opens, and what it takes in.
    pub fn choice(&self, points: &str, choice: &Choice) -> String {
        site::with_input(&self.0, points, choice.input, choice.suppliers)
    }

    /// Why nothing opens.
    pub fn nothing(&self) -> String {
        site::nothing_text(&self.0, self.0.view.study)
    }

    /// What the first lines must say of a plan that loses; `None` where it gains in the middle of the draws.
    pub fn loses(&self) -> Option<String> {
        site::loses(&self.0)
    }

    /// The plan that gains more at the middle of every range, where this one was chosen before it.
    pub fn passed_over(&self) -> Option<String> {
        site::passed_over(&self.0)
    }

    /// The heat of an engine that nobody uses; `None` without such an engine.
    pub fn lost_heat(&self, opened: &Opened) -> Option<String> {
        yields::lost(&self.0, opened)
    }

    /// The level of permit concluded.
    pub fn permit(&self, opened: &Opened) -> String {
        legal::concluded(&self.0, opened)
    }

    /// One heading held against the plan: what it reaches, its level or its thresholds, the months it takes.
    pub fn heading(&self, permit: &Permit) -> Option<[String; 3]> {
        let rubric = self.0.view.reference.legal.rubric(&permit.rubric)?;
        let months = permit.delay_months.map_or_else(String::new, |range| self.0.rough(range));
        Some([legal::reaches(&self.0, permit), legal::regime(&self.0, permit, rubric), months])
    }

    /// A message without arguments.
    pub fn say(&self, key: &str) -> String {
        self.0.say(key)
    }

    /// What each partner gets in all its roles, and a sentence a role.
    pub fn parts(&self, opened: &Opened, split: &SplitLines) -> Vec<Part> {
        partners::parts(&self.0, opened, split)
    }

    /// Whether a group would be better off alone.
    pub fn core(&self, opened: &Opened, split: &SplitLines) -> Vec<String> {
        partners::core(&self.0, opened, split)
    }

    /// What the authority gains and lays out.
    pub fn authority(&self, opened: &Opened, split: &SplitLines) -> String {
        partners::authority(&self.0, opened, split)
    }

    /// What the draws gave.
    pub fn draws(&self, risk: &Risk) -> String {
        fragile::draws(&self.0, risk)
    }

    /// What a plan was asked to bring at least.
    pub fn floor(&self, floor: (Aim, f64)) -> String {
        fragile::floor_text(&self.0, floor)
    }

    /// The plan for bad years against another, or that none reaches its minimum load as often as asked.
    pub fn careful(&self, nominal: &Study, best: Option<&Sturdy>, chance: f64) -> String {
        let none = || {
            let chance = wording::percent(self.0.view.lang, chance);
            self.0.words.say("dossier-sturdy-none", &[("chance", chance.into())])
        };
        best.map_or_else(none, |best| fragile::sturdy(&self.0, nominal, best))
    }

    /// A price that moves.
    pub fn price(&self, change: Change) -> String {
        self.0.say(fragile::price(change))
    }

    /// A level of qualification.
    pub fn level(&self, level: Qualification) -> String {
        self.0.say(jobs::level(level))
    }

    /// The site of a supplier's flow, unless this audience may not know it.
    pub fn site(&self, flow: &FlowId, site: &SiteId) -> String {
        self.0.supplier(flow, site)
    }

    /// The same of a taker's.
    pub fn taker(&self, flow: &FlowId, site: &SiteId) -> String {
        self.0.taker(flow, site)
    }
}
