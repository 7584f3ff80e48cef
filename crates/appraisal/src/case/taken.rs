//! A residue that running exchanges already take: who has it is today's outlet, and only what is left is free.
//!
//! Every line of a waste register names who takes it away: that is today's way, which a lead is there to better. Only a site that somebody
//! describes otherwise, and that recycles it, has it in the sense of an exchange.

use crate::case::Case;
use crate::draws::drawn::Drawn;
use crate::law::line;
use crate::world::World;
use model::{Basis, Check, CheckKind, Direction, Exchange, Flow, Lead, LeadKind, Role, SiteId};
use reference::{FateRoute, Pathway, ResourceId};

/// Steps of the waste hierarchy that keep the matter in use.
const AS_MATTER: [&str; 2] = ["preparing-for-reuse", "recycling"];
/// Two sums that say the same.
const SAME: f64 = 1e-6;

/// What running exchanges take of a flow.
pub(crate) struct Taken<'a> {
    /// The first of those who take it.
    pub(crate) by: &'a SiteId,
    /// Share taken, 0–1, by the middles.
    share: f64,
}

impl Taken<'_> {
    fn is_all(&self) -> bool {
        self.share >= 1.0 - SAME
    }
}

impl<'a> World<'a> {
    /// `None` when no running exchange takes it, or of a known whole none says how much: a part unknown is no part. Where nobody said any
    /// amount, who takes it has it.
    fn taken(&self, flow: &Flow, counts: impl Fn(&Exchange) -> bool) -> Option<Taken<'a>> {
        let own = self.reference.catalogue.index_of(flow.resource.as_ref()?.as_str())?;
        if flow.direction != Direction::GivesOut || flow.evidence.is_estimate() {
            return None;
        }
        let given = self.given(&flow.site).iter().copied();
        let mut of_it = given.filter(|exchange| self.is_of(exchange, own) && counts(exchange));
        let Some(whole) = flow.quantity.as_ref() else {
            return of_it.next().map(|exchange| Taken { by: &exchange.to, share: 1.0 });
        };
        let parts: Vec<(&SiteId, f64)> = of_it
            .filter_map(|e| Some((&e.to, e.quantity.as_ref()?.to(&whole.unit).ok()?.range.mid())))
            .collect();
        let sum: f64 = parts.iter().map(|(_, part)| part).sum();
        let &(by, _) = parts.first()?;
        (whole.range.mid() > 0.0).then(|| Taken { by, share: (sum / whole.range.mid()).min(1.0) })
    }

    fn is_of(&self, exchange: &Exchange, own: usize) -> bool {
        let catalogue = &self.reference.catalogue;
        let other = exchange.resource.as_ref().and_then(|id| catalogue.index_of(id.as_str()));
        other.is_some_and(|other| {
            catalogue.steps_up(own, other).is_some() || catalogue.steps_up(other, own).is_some()
        })
    }

    /// Who takes all of a flow today, whatever becomes of it.
    fn outlet(&self, flow: &Flow) -> Option<&'a SiteId> {
        self.taken(flow, |_| true).filter(Taken::is_all).map(|taken| taken.by)
    }

    /// Who has all of a flow by an exchange worth keeping.
    pub(crate) fn holder(&self, flow: &Flow) -> Option<&'a SiteId> {
        self.kept(flow).filter(Taken::is_all).map(|taken| taken.by)
    }

    /// What exchanges take of a flow that are worth keeping.
    fn kept(&self, flow: &Flow) -> Option<Taken<'a>> {
        self.taken(flow, |exchange| self.is_worth_keeping(exchange, flow))
    }

    fn is_worth_keeping(&self, exchange: &Exchange, flow: &Flow) -> bool {
        let step = || self.reference.lists.operation(flow.fate.operation.as_deref()?)?.step.as_deref();
        let described = || self.site(&exchange.to).is_some_and(|site| site.evidence.basis != Basis::Register);
        exchange.evidence.basis != Basis::Register
            || (described() && step().is_some_and(|step| AS_MATTER.contains(&step)))
    }
}

impl Case<'_> {
    /// Who takes the residue of a pair already; `None` when the lead is that very exchange.
    pub(crate) fn holder(&self) -> Option<&SiteId> {
        let pair = self.lead.kind == LeadKind::Substitution && !self.lead.known;
        let flow = self.supplies.first().and_then(|supply| supply.flow).filter(|_| pair)?;
        let by = self.world.holder(flow)?;
        (!self.lead.parties.iter().any(|party| party.site == *by)).then_some(by)
    }

    /// The road to who has it now.
    pub(crate) fn road_to_holder(&self, flow: &Flow) -> Option<Drawn> {
        let by = self.world.outlet(flow)?;
        self.road(self.world.km(&flow.site, by)?)
    }

    /// That somebody has it already, as the first thing to settle. Who it is stands in [`model::Appraisal::taken_by`]: not everybody may read it.
    pub(crate) fn holder_check(&self) -> Option<Check> {
        self.holder()?;
        Some(line(
            CheckKind::Condition,
            "déjà pris en entier par un échange en cours : voir d'abord s'il en reste ou si le preneur y renonce",
            "already taken in full by a running exchange: see first whether any is left or the taker gives it up",
        ))
    }
}

impl Case<'_> {
    /// True when it feeds animals today and would feed none: a step down the hierarchy of uses.
    pub(crate) fn leaves_feed(&self) -> bool {
        let catalogue = &self.world.reference.catalogue;
        let feed = catalogue.index_of("animal-feed");
        let is_feed = |id: &ResourceId| {
            feed.zip(catalogue.index_of(id.as_str()))
                .is_some_and(|(feed, ix)| catalogue.steps_up(ix, feed).is_some())
        };
        let feeds = |pathway: &Pathway| {
            pathway.replaces.iter().any(is_feed) || pathway.outputs.iter().any(|made| is_feed(&made.resource))
        };
        let today = self.supplies.first().and_then(|supply| self.route(supply.flow?));
        let mut ways = self.pathways().peekable();
        today == Some(FateRoute::Feed) && ways.peek().is_some() && !ways.any(feeds)
    }

    /// What such a lead must settle first.
    pub(crate) fn feed_check(&self) -> Option<Check> {
        let said = line(
            CheckKind::Condition,
            "nourrit des animaux aujourd'hui : l'en retirer descend la hiérarchie des usages (article L. 541-1) ; à voir seulement pour ce qui n'y trouve plus preneur",
            "feeds animals today: taking it away goes down the hierarchy of uses (article L. 541-1); only for what no longer finds a taker there",
        );
        self.leaves_feed().then(|| Check { source: Some("fr-code-environnement".into()), ..said })
    }
}

/// Of a residue taken in part, only the rest is free.
pub(crate) fn leave_the_rest(lead: &mut Lead, world: &World<'_>) {
    if lead.known || lead.kind != LeadKind::Substitution {
        return;
    }
    let flow = lead.with_role(Role::Giver).next().and_then(|giver| world.flow(giver.flow.as_ref()?));
    let Some((flow, taken)) = flow.and_then(|flow| Some((flow, world.kept(flow)?))) else { return };
    if taken.is_all() {
        return;
    }
    let left = flow.tonnes.map(|tonnes| tonnes.scale(1.0 - taken.share));
    lead.tonnes = lead.tonnes.zip(left).map(|(tonnes, left)| tonnes.min(left)).or(lead.tonnes);
}
