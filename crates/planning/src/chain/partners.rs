//! Who gains: the plant as a game between those who make it possible.
//!
//! Players are the plant's operator, each large supplier (the small ones as one), those who take the output (as one) and the insertion
//! structure. Without operator or taker nothing is gained; a supplier left out takes its tonnes with it; without the insertion structure its
//! hours are paid at an ordinary operator's cost. A grant is no gain of the territory: it is the plant's income where it is counted, and what
//! its funder lays out, who is no player.

use super::economics::Economics;
use super::{Chain, SizeCost};
use crate::gain::{Coalition, Core, Game, GameError, blocking, least_core, nucleolus, shapley};

/// Suppliers counted one by one; 2^players groups are weighed.
pub const SUPPLIERS: usize = 8;

/// What a supplier brings, a year.
#[derive(Clone, Debug, PartialEq)]
pub struct Brings {
    /// Who; several when they play as one.
    pub who: Vec<String>,
    /// Input units.
    pub input: f64,
    /// Input units of the mean matter it fills the plant like.
    pub load: f64,
    /// EUR: what it stops paying and what its output sells for, less haulage.
    pub worth: f64,
}

/// A player.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
#[serde(rename_all = "kebab-case", tag = "role")]
pub enum Player {
    /// Builds and runs the plant.
    Operator,
    /// Takes what comes out.
    Takers,
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
#[derive(Clone, Copy, Debug, PartialEq)]
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
    /// True when somebody near must take the output.
    pub takers: bool,
}

impl Chain {
    /// The terms of an open size. `dearer` is what an ordinary operator's hour costs beyond an aided one's, EUR per input unit;
    /// `granted` counts the usual grant.
    pub fn terms(&self, size: &SizeCost, money: &Economics, dearer: f64, granted: bool) -> Terms {
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
            takers: !self.outlets.is_empty(),
        }
    }
}

/// Splits the gain of a plant among those who make it.
pub fn split(suppliers: &[Brings], terms: &Terms) -> Result<Split, GameError> {
    let suppliers = grouped(suppliers);
    let mut players = vec![Player::Operator];
    players.extend(terms.takers.then_some(Player::Takers));
    players.extend((terms.without_insertion > 0.0).then_some(Player::Insertion));
    let first = players.len();
    players.extend(suppliers.iter().map(|brings| Player::Supplier { flows: brings.who.clone() }));
    let game = Game::new(players.len(), |group| worth(group, &players, &suppliers, first, terms))?;
    let value = shapley(&game);
    let tolerance = 1e-6 * game.total().abs().max(1.0);
    let leaves = blocking(&game, &value, tolerance).map(|(group, gain)| (group.players().collect(), gain));
    Ok(Split {
        nucleolus: nucleolus(&game),
        core: least_core(&game),
        total: game.total(),
        // Where nothing is gained nothing is built, and no grant is paid.
        grant: if game.total() > 0.0 { terms.grant } else { 0.0 },
        shapley: value,
        leaves,
        players,
    })
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

/// What a group gains a year: it runs the plant with its own tonnes, best first, or lets it be.
fn worth(group: Coalition, players: &[Player], suppliers: &[Brings], first: usize, terms: &Terms) -> f64 {
    let has =
        |wanted: &Player| players.iter().position(|player| player == wanted).is_some_and(|ix| group.has(ix));
    if !has(&Player::Operator) || terms.takers && !has(&Player::Takers) {
        return 0.0;
    }
    let fixed = terms.fixed - terms.grant;
    let dearer = if has(&Player::Insertion) { 0.0 } else { terms.without_insertion };
    let per_input = terms.per_input + dearer;
    let members =
        suppliers.iter().enumerate().filter(|(ix, _)| group.has(first + ix)).map(|(_, brings)| brings);
    // Per unit of load: it is the load that the plant runs out of.
    let mut offers: Vec<(f64, f64)> = members
        .filter(|brings| brings.load > 0.0)
        .map(|b| ((b.worth - per_input * b.input) / b.load, b.load))
        .collect();
    offers.sort_by(|a, b| b.0.total_cmp(&a.0));
    let (mut taken, mut gain) = (0.0, -fixed);
    for (each, load) in offers {
        let wanted = if each > 0.0 { terms.capacity } else { terms.least };
        let more = load.min((wanted - taken).max(0.0));
        taken += more;
        gain += more * each;
    }
    if taken + 1e-9 < terms.least { 0.0 } else { gain.max(0.0) }
}
