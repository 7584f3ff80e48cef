//! Human work on the way.

use crate::case::{Case, Measure};
use crate::draws::drawn::{Drawn, Sum};
use reference::Pathway;

/// Posts per kilotonne where a pathway gives no hours: start of its process, end of `jobs.<route>`. Only for processes the figure is of.
const JOBS: &[(&str, &str)] = &[
    ("composting", "composting"),
    ("sorting", "sorting"),
    ("remanufacturing", "remanufacturing"),
    ("refurbish", "remanufacturing"),
    ("repair", "repair"),
    ("incineration", "incineration"),
    ("landfill", "landfill"),
];

impl Case<'_> {
    /// Hours per year; work that suits insertion is a term of its own.
    pub(crate) fn work(&self) -> Sum {
        let mut sum = Sum::default();
        let Some(amount) = self.amount() else { return sum };
        for (ix, pathway) in self.pathways().enumerate().filter(|(_, pathway)| !pathway.is_direct()) {
            let through = self.through(ix, pathway, &amount);
            let hours = self.hours(pathway).or_else(|| self.jobs(pathway));
            let key = if self.is_run_by_insertion(ix) { "term-work-insertion" } else { "term-work" };
            sum.add_or_lack(key, hours.zip(through).map(|(hours, through)| hours.times(&through)));
        }
        sum
    }

    /// Work may suit insertion; it is insertion's only where a structure of that kind does it.
    pub(crate) fn is_run_by_insertion(&self, place: usize) -> bool {
        let operator = self.lead.steps.get(place).and_then(|step| step.by.as_ref());
        operator.is_some_and(|site| self.world.is_insertion(site))
    }

    /// Hours per unit of input, as the pathway says.
    pub(crate) fn hours(&self, pathway: &Pathway) -> Option<Drawn> {
        let work = pathway.work.as_ref()?.quantity()?;
        let per_tonne =
            units::Unit::one().times(&work.unit).symbol() == "h/t" && self.measure == Measure::Tonnes;
        let range = work.range.scale(work.unit.factor_to_base());
        per_tonne.then(|| self.draw_entry(&format!("work:{}", pathway.id), range))
    }

    /// Hours per tonne from posts per kilotonne.
    fn jobs(&self, pathway: &Pathway) -> Option<Drawn> {
        let process = pathway.process.as_deref().filter(|_| self.measure == Measure::Tonnes)?;
        let (_, route) = JOBS.iter().find(|(start, _)| process.starts_with(start))?;
        let posts = self.figure(&format!("jobs.{route}"), "FTE/t")?;
        Some(posts.times(&self.figure("work.legal-hours", "h/FTE")?))
    }
}
