//! How much of its interest a lead keeps at its distance.

use crate::case::Case;
use model::{LeadKind, Party, Role};
use reference::{Kind, Reach};

impl Case<'_> {
    /// Next door 1, one half where such a thing loses half its interest; unknown counts as half, and as less for a mere guess: nobody goes to
    /// see a firm that nobody can place. Of a group the mean of its members: the farthest one may stay away.
    pub(crate) fn nearness(&self, break_even_km: Option<f64>) -> f64 {
        let half = self.half(break_even_km);
        let kept = |km: Option<f64>| km.map_or_else(|| self.nowhere(), |km| 1.0 / (1.0 + km / half));
        match self.to_the_others() {
            Some(ways) if !ways.is_empty() => {
                ways.iter().map(|km| kept(*km)).sum::<f64>() / ways.len() as f64
            }
            _ => kept(self.lead.km),
        }
    }

    fn nowhere(&self) -> f64 {
        let supposed = self.lead.with_role(Role::Giver).any(|party| !self.spoke(party));
        self.weight(if supposed { "nowhere.guessed" } else { "nowhere" })
    }

    /// From who lends, or runs the plant, or takes what it makes, to each of the others. `None` for a pair, and for a group without such a
    /// middle.
    fn to_the_others(&self) -> Option<Vec<Option<f64>>> {
        let (middle, member): (&[Role], Role) = match self.lead.kind {
            LeadKind::Sharing => (&[Role::Owner], Role::Partner),
            LeadKind::Chain => (&[Role::Processor, Role::Taker], Role::Giver),
            _ => return None,
        };
        let middle = middle.iter().find_map(|role| self.lead.with_role(*role).next())?;
        let km = |party: &Party| self.world.km(&middle.site, &party.site);
        Some(self.lead.with_role(member).map(km).collect())
    }

    /// The distance that halves the interest, km: the usual one of its kind, widened half-way (on a log scale) to where the lead stops
    /// paying, when that is known and farther.
    fn half(&self, break_even_km: Option<f64>) -> f64 {
        let usual = match self.lead.kind {
            LeadKind::Sharing => {
                let rule = self.rule().map(|rule| rule.radius_km.0.mid());
                rule.unwrap_or_else(|| self.weight_in("half-km.sharing", "km"))
            }
            LeadKind::LocalPurchase if !self.is_piped() => self.weight_in("half-km.local-purchase", "km"),
            LeadKind::Chain if !self.is_piped() => self.weight_in("half-km.chain", "km"),
            LeadKind::LocalPurchase | LeadKind::Chain => self.weight_in("half-km.network", "km"),
            LeadKind::Substitution => self.usual_half(),
        }
        .max(0.1);
        let piped = self.is_piped() && self.lead.kind == LeadKind::Substitution;
        match break_even_km.filter(|km| piped && *km > usual) {
            Some(pays) => (usual * pays).sqrt(),
            None => usual,
        }
    }

    /// Heat and water go by pipe.
    fn is_piped(&self) -> bool {
        matches!(self.resource(self.resource).kind, Kind::Energy | Kind::Water)
    }

    fn usual_half(&self) -> f64 {
        let usual = if self.is_piped() { Reach::Site } else { Reach::Regional };
        let reach = match self.pathways().next().map_or(usual, |pathway| pathway.reach) {
            Reach::Site => "half-km.site",
            Reach::Local => "half-km.local",
            Reach::Regional => "half-km.regional",
            Reach::National => "half-km.national",
        };
        self.weight_in(reach, "km")
    }
}
