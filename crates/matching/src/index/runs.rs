//! What a site does by trade, and what it has said of itself for and against.

use super::Index;
use reference::{Kind, Pathway, Specialty, Tells};

impl Index<'_> {
    /// Chances that a site runs a pathway; `None` when nothing says so.
    pub(crate) fn runs(&self, site: u32, ix: usize) -> Option<f64> {
        self.trades.runs(site, ix)
    }

    /// The site has said nothing that [`Self::works_out_runs`] reads: only its classes, and what it is, speak for it.
    pub(crate) fn is_silent(&self, site: u32) -> bool {
        let site = site as usize;
        self.said_to_take[site].is_empty()
            && self.said_to_sell[site].is_empty()
            && self.equipment[site].is_empty()
            && self.callings[site].is_empty()
    }

    /// Behind [`Self::runs`]. It must not read of a silent site more than its classes and whether it is an insertion structure.
    pub(crate) fn works_out_runs(&self, site: u32, ix: usize) -> Option<f64> {
        let pathway = &self.reference.pathways.all()[ix];
        let insertion = self.is_insertion(site);
        let usual = self.class_ids[site as usize].iter().filter_map(|&class| self.usual.get(class, ix));
        let usual = usual
            .max_by(f64::total_cmp)
            .map(|p| if insertion && !pathway.insertion { p * self.beliefs.not_handwork } else { p })
            .map(|p| p * self.left_by_name(site, self.inputs(ix)));
        let willing = (pathway.insertion && insertion).then_some(self.beliefs.insertion);
        let trade = usual.into_iter().chain(willing).reduce(f64::max);
        let likely = trade.map(|p| (p * self.agrees(site, ix, p)).max(self.shows(site, ix)));
        let equipped = self.equipped(site, pathway).then_some(self.beliefs.equipped);
        let seeks = self.seeks_work(site, ix).map(|_| self.beliefs.seeks_work);
        let shown = trade.and(self.shown_by(site, ix)).map(|_| self.beliefs.equipped);
        likely.into_iter().chain(equipped).chain(seeks).chain(shown).reduce(f64::max)
    }

    /// The flow by which a site has said that it has what a pathway needs: who buys wood chips has a wood boiler.
    pub(crate) fn shown_by(&self, site: u32, pathway: usize) -> Option<u32> {
        let shows = &self.reference.pathways.all()[pathway].shown_by;
        let said = self.said_to_take[site as usize].iter().filter(|_| !shows.is_empty());
        let is_one = |of: usize| {
            let mut named = shows.iter().filter_map(|id| self.catalogue().index_of(id.as_str()));
            named.any(|named| self.catalogue().steps_up(of, named).is_some())
        };
        said.filter(|(of, _)| is_one(*of)).map(|(_, flow)| *flow).next()
    }

    /// The flow by which an insertion structure has said that it looks for such work as the pathway is.
    pub(crate) fn seeks_work(&self, site: u32, pathway: usize) -> Option<u32> {
        const WORK: &str = "work-sought";
        const KINDS: [Tells; 3] = [Tells::TakingApart, Tells::Sorting, Tells::Mending];
        let pathway = &self.reference.pathways.all()[pathway];
        if !pathway.insertion || !self.is_insertion(site) {
            return None;
        }
        let sought =
            self.equipment[site as usize].iter().filter(|(of, _)| self.resource(*of).id.as_str() == WORK);
        let sense = &self.reference.sense;
        let such = |flow: u32| {
            let says = |text: &str, kind: Tells| sense.says(text, kind);
            KINDS.into_iter().any(|kind| says(&pathway.fr, kind) && says(&self.flow(flow).wording, kind))
        };
        sought.map(|(_, flow)| *flow).find(|flow| such(*flow))
    }

    /// What is left of what the class takes, which is one of some resources, where the site's name says a finer trade: a car breaker takes no
    /// computers. 1 when it says none.
    pub(crate) fn left_by_name(&self, site: u32, resources: &[usize]) -> f64 {
        let takes = |trade: &Specialty| {
            let taken = trade.takes.keys().filter_map(|id| self.catalogue().index_of(id.as_str()));
            taken
                .into_iter()
                .any(|taken| resources.iter().any(|&one| self.catalogue().steps_up(taken, one).is_some()))
        };
        let kept = |trade: &&Specialty| if takes(trade) { 1.0 } else { trade.rest_takes };
        self.callings[site as usize].iter().map(kept).reduce(f64::max).unwrap_or(1.0)
    }

    /// What a site of the trade has said of itself: the waste firm that sells what a process makes runs it; who buys what it makes first of all might. 0 when
    /// nothing shows.
    fn shows(&self, site: u32, pathway: usize) -> f64 {
        let says =
            |said: &[Vec<(usize, u32)>], ix: usize| said[site as usize].iter().any(|(of, _)| *of == ix);
        let makes = self.makes(pathway);
        let sells = makes.iter().any(|&made| says(&self.said_to_sell, made));
        if sells && self.treats_waste(site) {
            self.beliefs.makes_it
        } else if self.buys_the_product(site, pathway).is_some() {
            self.beliefs.asks_recycled
        } else if !self.treats_waste(site)
            && makes.first().is_some_and(|&main| says(&self.said_to_take, main))
        {
            self.beliefs.buys_product
        } else {
            0.0
        }
    }

    /// The flow by which a site has said that it buys, used or recycled, what a process makes first of all: it might do the process, or have
    /// it done.
    pub(crate) fn buys_the_product(&self, site: u32, pathway: usize) -> Option<u32> {
        let said = &self.said_to_take[site as usize];
        // Who collects and sorts asks for what it sorts, not for what it would have to make first.
        let asks = !said.is_empty() && !self.treats_waste(site);
        let direct = self.reference.pathways.all()[pathway].is_direct();
        let made = *self.makes(pathway).first().filter(|_| asks && !direct)?;
        // Heat and water are asked for by anybody.
        if self.resource(made).kind != Kind::Material {
            return None;
        }
        let recycled = |flow: u32| self.said.looks_for(flow, self.flow(flow).direction);
        let mut flows = said.iter().filter(|(of, _)| *of == made);
        flows.find(|(_, flow)| recycled(*flow)).map(|(_, flow)| *flow)
    }

    /// The site has, or looks for, the equipment the pathway works with.
    fn equipped(&self, site: u32, pathway: &Pathway) -> bool {
        if self.equipment[site as usize].is_empty() {
            return false;
        }
        let catalogue = self.catalogue();
        let with = || pathway.with.iter().filter_map(|id| catalogue.index_of(id.as_str()));
        let works_with = |has: usize| with().any(|with| catalogue.steps_up(has, with).is_some());
        self.equipment[site as usize]
            .iter()
            .any(|&(has, _)| self.resource(has).kind == Kind::Equipment && works_with(has))
    }

    /// What a site says it takes in speaks for a pathway that takes it or stands in for it, and against others: one class covers composters
    /// and incinerators. A factory never lists everything. 1 when it has said nothing.
    fn agrees(&self, site: u32, pathway: usize, usual: f64) -> f64 {
        let said = &self.said_to_take[site as usize];
        let catalogue = self.catalogue();
        let related = |taken: usize, input: usize| {
            catalogue.steps_up(taken, input).is_some() || catalogue.steps_up(input, taken).is_some()
        };
        let known = || self.inputs(pathway).iter().chain(self.replaces(pathway));
        match said.is_empty() || said.iter().any(|&(taken, _)| known().any(|&input| related(taken, input))) {
            true => 1.0,
            false if usual < self.beliefs.seldom || self.treats_waste(site) => self.beliefs.other_waste,
            false => self.beliefs.other_inputs,
        }
    }

    /// How far a pathway is of a site's trade: as likely as it runs it, a little when only its group does, `None` when not at all.
    pub(crate) fn trade(&self, site: u32, pathway: usize) -> Option<f64> {
        let akin = || self.class_ids(site).iter().any(|&class| self.usual.akin(class, pathway));
        self.runs(site, pathway).or_else(|| akin().then_some(self.beliefs.same_group))
    }
}
