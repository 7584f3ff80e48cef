//! Who gains: the plant as a game between those who make it possible.
//!
//! Players are the plant's operator, each large supplier and each large taker of the output (the small ones as one) and the insertion
//! structure. Without operator nothing is gained; a supplier left out takes its tonnes with it, a taker the place for what it would use and
//! what that spares it;
//! without the insertion structure its hours are paid at an ordinary operator's cost. A grant is no gain of the territory: it is the plant's income where it is counted, and what
//! its funder lays out, who is no player.

use super::economics::Economics;
use super::opened::Taker;
use super::{Chain, SizeCost};
use crate::gain::{Coalition, Core, Game, GameError, blocking, least_core, nucleolus, shapley};

/// Suppliers counted one by one; 2^players groups are weighed.
pub const SUPPLIERS: usize = 6;
/// Takers counted one by one.
pub const TAKERS: usize = 3;

/// A share of the whole below which nothing is gained.
const CRUMB: f64 = 1e-9;

/// What a supplier brings, a year.
#[derive(Clone, Debug, PartialEq)]
pub struct Brings {
    /// Who; several when they play as one.
    pub who: Vec<String>,
    /// Input units.
    pub input: f64,
    /// Input units of the mean matter it fills the plant like.
    pub load: f64,
    /// EUR: what it stops paying and what its output is worth to all takers together, less haulage.
    pub worth: f64,
}

/// What a taker of the output has room for.
#[derive(Clone, Debug, PartialEq)]
pub struct Takes {
    /// Whose needs; several when they play as one.
    pub who: Vec<String>,
    /// Load of the plant that makes what it could use a year.
    pub load: f64,
    /// EUR that what one load makes spares it.
    pub worth: f64,
}

/// A player.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
#[serde(rename_all = "kebab-case", tag = "role")]
pub enum Player {
    /// Builds and runs the plant.
    Operator,
    /// Takes what comes out; several as one when small.
    Taker {
        /// Flow ids.
        flows: Vec<String>,
    },
    /// Staffs the insertion posts.
    Insertion,
    /// Supplies; several as one when small.
    Supplier {
        /// Flow ids.
        flows: Vec<String>,
    },
}

/// How the gain splits, EUR a year.
#[derive(Clone, Debug, PartialEq)]
pub struct Split {
    /// Players in order.
    pub players: Vec<Player>,
    /// What the players gain together, the grant in.
    pub total: f64,
    /// What its funder lays out for the grant; 0 where none is counted.
    pub grant: f64,
    /// By the Shapley value.
    pub shapley: Vec<f64>,
    /// By the nucleolus; `None` with more players than it takes.
    pub nucleolus: Option<Vec<f64>>,
    /// The least-core; `None` when its program fails.
    pub core: Option<Core>,
    /// Which players would gain most by leaving the Shapley split, and how much.
    pub leaves: Option<(Vec<usize>, f64)>,
}

/// The terms of the game beside the suppliers, EUR a year.
#[derive(Clone, Debug, PartialEq)]
pub struct Terms {
    /// Fixed cost of the plant, without grant.
    pub fixed: f64,
    /// What the grant takes off it; 0 where none is counted.
    pub grant: f64,
    /// Running cost per input unit.
    pub per_input: f64,
    /// What an ordinary operator costs more per input unit, aid forgone included.
    pub without_insertion: f64,
    /// Load it can take, input units of the mean matter.
    pub capacity: f64,
    /// Load below which it cannot run.
    pub least: f64,
    /// Who takes the output, largest first; empty when it goes to market.
    pub takers: Vec<Takes>,
    /// What the plan leaves where it is and could take in the place of whoever is missing: of nobody at the table, or more of a supplier who
    /// is (then `who` names its flows in the plan).
    pub reserve: Vec<Brings>,
}

impl Chain {
    /// The terms of an open size. `dearer` is what an ordinary operator's hour costs beyond an aided one's, EUR per input unit;
    /// `granted` counts the usual grant.
    pub fn terms(
        &self,
        size: &SizeCost,
        money: &Economics,
        dearer: f64,
        granted: bool,
        takers: &[Taker],
    ) -> Terms {
        let each = self.costs.output.mid().max(1e-12);
        let spared = |taker: &Taker| {
            let outlet = self.outlets.iter().find(|outlet| outlet.flow == taker.flow);
            outlet.map_or(0.0, |outlet| self.spared(outlet))
        };
        let place = |taker: &Taker| Takes {
            who: vec![taker.flow.to_string()],
            load: taker.demand.mid() / each,
            worth: spared(taker) * each,
        };
        Terms {
            fixed: money.capital + money.maintenance,
            grant: if granted { money.capital_granted } else { 0.0 },
            per_input: if money.input > 0.0 {
                (money.running - money.maintenance) / money.input
            } else {
                0.0
            },
            without_insertion: dearer,
            capacity: size.capacity.mid(),
            least: size.capacity.mid() * self.costs.min_load.mid(),
            takers: takers.iter().map(place).collect(),
            reserve: Vec::new(),
        }
    }
}

/// Who may join a group, each by its place among the players.
struct Table {
    players: Vec<Player>,
    takers: Vec<Takes>,
    suppliers: Vec<Brings>,
    /// Each with the position among the suppliers of whom it is more.
    reserve: Vec<(Option<usize>, Brings)>,
}

impl Table {
    fn new(suppliers: &[Brings], terms: &Terms) -> Self {
        let (suppliers, takers) = (grouped(suppliers), together(&terms.takers));
        let mut players = vec![Player::Operator];
        players.extend(takers.iter().map(|takes| Player::Taker { flows: takes.who.clone() }));
        players.extend(suppliers.iter().map(|brings| Player::Supplier { flows: brings.who.clone() }));
        players.extend((terms.without_insertion > 0.0).then_some(Player::Insertion));
        let of = |brings: &Brings| {
            suppliers.iter().position(|supplier| brings.who.iter().any(|flow| supplier.who.contains(flow)))
        };
        let reserve = terms.reserve.iter().map(|brings| (of(brings), brings.clone())).collect();
        Self { players, takers, suppliers, reserve }
    }

    fn takers(&self, group: Coalition) -> impl Iterator<Item = &Takes> {
        self.takers.iter().enumerate().filter(move |(ix, _)| group.has(1 + ix)).map(|(_, takes)| takes)
    }

    /// Load for whose output a group has a place.
    fn placed(&self, group: Coalition) -> f64 {
        if self.takers.is_empty() {
            return f64::INFINITY;
        }
        self.takers(group).map(|takes| takes.load).sum()
    }

    /// EUR per load that what a group makes is worth more, or less, to its takers than to all takers: each gets in proportion to its need.
    fn better_placed(&self, group: Coalition) -> f64 {
        let mean = |takers: &mut dyn Iterator<Item = &Takes>| {
            let (worth, load) =
                takers.fold((0.0, 0.0), |(worth, load), t| (worth + t.worth * t.load, load + t.load));
            if load > 0.0 { worth / load } else { 0.0 }
        };
        mean(&mut self.takers(group)) - mean(&mut self.takers.iter())
    }

    fn suppliers(&self, group: Coalition) -> impl Iterator<Item = &Brings> {
        let first = 1 + self.takers.len();
        let here = self.suppliers.iter().enumerate().filter(move |(ix, _)| group.has(first + ix));
        here.map(|(_, brings)| brings)
    }

    /// What the plan leaves where it is, within a group's reach: of members, or of nobody at the table.
    fn reserve(&self, group: Coalition) -> impl Iterator<Item = &Brings> {
        let first = 1 + self.takers.len();
        let near = move |of: &Option<usize>| of.is_none_or(|ix| group.has(first + ix));
        self.reserve.iter().filter(move |(of, _)| near(of)).map(|(_, brings)| brings)
    }

    /// What a group gains a year: all together run the plan as it is; others run the plant with their own tonnes and those that the plan
    /// leaves where they are, best first, or let it be. Without the latter a supplier that is easily replaced would seem to be worth its whole
    /// tonnes.
    fn worth(&self, group: Coalition, terms: &Terms) -> f64 {
        if !group.has(0) {
            return 0.0;
        }
        let insertion = terms.without_insertion <= 0.0 || group.has(self.players.len() - 1);
        let per_input = terms.per_input + if insertion { 0.0 } else { terms.without_insertion };
        // Per unit of load: it is the load that the plant runs out of.
        let all = (0..self.players.len()).all(|ix| group.has(ix));
        let placed = self.better_placed(group);
        let more = self.reserve(group).filter(|_| !all);
        let mut offers: Vec<(f64, f64)> = self
            .suppliers(group)
            .chain(more)
            .filter(|brings| brings.load > 0.0)
            .map(|b| ((b.worth - per_input * b.input) / b.load + placed, b.load))
            .collect();
        offers.sort_by(|a, b| b.0.total_cmp(&a.0));
        let most = terms.capacity.min(self.placed(group));
        let (mut taken, mut gain) = (0.0, terms.grant - terms.fixed);
        for (each, load) in offers {
            let wanted = if each > 0.0 || all { most } else { terms.least.min(most) };
            let more = load.min((wanted - taken).max(0.0));
            taken += more;
            gain += more * each;
        }
        if taken + 1e-9 < terms.least { 0.0 } else { gain.max(0.0) }
    }
}

/// Splits the gain of a plant among those who make it.
pub fn split(suppliers: &[Brings], terms: &Terms) -> Result<Split, GameError> {
    let table = Table::new(suppliers, terms);
    let game = Game::new(table.players.len(), |group| table.worth(group, terms))?;
    // Sums of many groups leave crumbs where nothing is gained.
    let settled = |mut shares: Vec<f64>| {
        let crumb = CRUMB * game.total().abs().max(1.0);
        shares.iter_mut().filter(|share| share.abs() < crumb).for_each(|share| *share = 0.0);
        shares
    };
    let value = settled(shapley(&game));
    let tolerance = 1e-6 * game.total().abs().max(1.0);
    let leaves = blocking(&game, &value, tolerance).map(|(group, gain)| (group.players().collect(), gain));
    Ok(Split {
        nucleolus: nucleolus(&game).map(settled),
        core: least_core(&game),
        total: game.total(),
        // Where nothing is gained nothing is built, and no grant is paid.
        grant: if game.total() > 0.0 { terms.grant } else { 0.0 },
        shapley: value,
        leaves,
        players: table.players,
    })
}

/// The largest takers one by one, the others as one.
fn together(takers: &[Takes]) -> Vec<Takes> {
    let mut all = takers.to_vec();
    all.sort_by(|a, b| b.load.total_cmp(&a.load).then_with(|| a.who.cmp(&b.who)));
    if all.len() > TAKERS {
        let small = all.split_off(TAKERS - 1);
        let load: f64 = small.iter().map(|takes| takes.load).sum();
        let worth = small.iter().map(|takes| takes.worth * takes.load).sum::<f64>() / load.max(1e-12);
        all.push(Takes { who: small.into_iter().flat_map(|takes| takes.who).collect(), load, worth });
    }
    all
}

/// The largest suppliers one by one, the others as one.
fn grouped(suppliers: &[Brings]) -> Vec<Brings> {
    let mut all = suppliers.to_vec();
    all.sort_by(|a, b| b.input.total_cmp(&a.input).then_with(|| a.who.cmp(&b.who)));
    if all.len() > SUPPLIERS {
        let small = all.split_off(SUPPLIERS - 1);
        let input = small.iter().map(|brings| brings.input).sum();
        let load = small.iter().map(|brings| brings.load).sum();
        let worth = small.iter().map(|brings| brings.worth).sum();
        all.push(Brings {
            who: small.into_iter().flat_map(|brings| brings.who).collect(),
            input,
            load,
            worth,
        });
    }
    all
}
