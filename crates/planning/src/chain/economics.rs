//! What an open plant costs and brings, year by year, and what it must ask of its suppliers.

pub use super::cash::YEARS;
use super::cash::{Bought, cash, payback, within};
use super::instance::annuity;
use super::{Chain, Months, SizeCost, Work};

/// What one open plant takes in a year.
#[derive(Clone, Debug, PartialEq)]
pub struct Intake {
    /// Input units taken each month.
    pub months: Months,
    /// Output units a year.
    pub output: f64,
    /// EUR a year of haulage.
    pub haul: f64,
    /// Input units kept in store at most.
    pub storage: f64,
    /// EUR of trench to the takers.
    pub network: f64,
    /// EUR per output unit that they pay.
    pub price: f64,
    /// EUR per output unit that it is worth to them.
    pub worth: f64,
    /// EUR a year the suppliers stop paying; negative when they were paid. Suppliers of whom it is unknown count nothing and are named elsewhere.
    pub avoided: f64,
}

/// Money of one plant, median of everything, EUR a year unless said.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct Economics {
    /// Input units a year.
    pub input: f64,
    /// Output units a year.
    pub output: f64,
    /// EUR once: plant, trench and store.
    pub investment: f64,
    /// EUR once, in the investment: trench to the takers.
    pub network: f64,
    /// EUR once, in the investment: covered store.
    pub store: f64,
    /// EUR once; 0 without usual grant.
    pub grant: f64,
    /// Output sold.
    pub revenue: f64,
    /// What its takers stop paying beyond that; below 0 never, nobody pays more than it costs today.
    pub takers_save: f64,
    /// Running cost, work, its supervision and maintenance.
    pub running: f64,
    /// In the running cost: supervising those in insertion.
    pub supervision: f64,
    /// In the running cost: maintenance and insurance.
    pub maintenance: f64,
    /// In the running cost: being rid of what stays, digestate or ash.
    pub residue: f64,
    /// Haulage.
    pub haul: f64,
    /// Investment spread over its life, without grant.
    pub capital: f64,
    /// Part of the investment, trench apart, that a year pays back.
    pub spread: f64,
    /// The same of the trench; 0 without one.
    pub laid: f64,
    /// What the grant takes off that.
    pub capital_granted: f64,
    /// What suppliers stop paying.
    pub avoided: f64,
    /// EUR per output unit over the plant's life, haulage in, no gate fee; `None` without output.
    pub levelised_cost: Option<f64>,
    /// EUR per input unit the plant must be paid to break even, without grant; negative: it can pay for its inputs.
    pub gate_fee: Option<f64>,
    /// The same with the usual grant.
    pub gate_fee_with_grant: Option<f64>,
    /// Cash of all partners at the end of each year since the investment, EUR, suppliers' and takers' savings in, without grant.
    pub cash: Vec<f64>,
    /// The same with the usual grant.
    pub cash_with_grant: Vec<f64>,
    /// Years the plant and its store serve before they are bought again.
    pub lifetime: f64,
    /// Years the trench serves; `None` without one.
    pub laid_lifetime: Option<f64>,
    /// EUR within [`YEARS`] to buy again what is worn out, at today's price and without grant.
    pub reinvestment: f64,
    /// EUR that what was bought is still worth at the end of [`YEARS`]; not in the cash.
    pub residual: f64,
    /// Years within which it must be paid back: [`YEARS`], or the life of what wears out first.
    pub within: f64,
    /// Years until all partners together are paid back; `None` beyond `within`.
    pub payback: Option<f64>,
    /// The same with the usual grant.
    pub payback_with_grant: Option<f64>,
    /// Years until the operator alone is paid back, suppliers paying nothing; `None` beyond `within`.
    pub payback_operator: Option<f64>,
    /// The same with the usual grant.
    pub payback_operator_with_grant: Option<f64>,
    /// Input units to store at most, when gathering and using do not keep step.
    pub storage: f64,
}

impl Chain {
    /// The money of one size that takes that in.
    pub fn economics(&self, size: &SizeCost, intake: &Intake) -> Economics {
        let costs = &self.costs;
        let input: f64 = intake.months.iter().sum();
        let (plant, network) = (size.capex.mid(), intake.network);
        let store = costs.store.map_or(0.0, |each| each.mid() * intake.storage);
        let investment = plant + network + store;
        let grant = costs.grant.map_or(0.0, |share| share.mid() * plant);
        let posts = costs.work(size.by_hand);
        let hours = |cost: fn(&Work) -> f64| -> f64 {
            input * posts.iter().map(|post| post.hours.mid() * cost(post)).sum::<f64>()
        };
        let (work, supervision) = (hours(|post| post.cost.mid()), hours(|post| post.supervision.mid()));
        let maintenance = (plant + store) * costs.om.mid();
        let running = input * costs.running(size.by_hand).mid() + work + supervision + maintenance;
        let spread = annuity(costs.discount.mid(), costs.lifetime.mid());
        let laid = costs.trench.map_or(0.0, |trench| annuity(costs.discount.mid(), trench.lifetime.mid()));
        let capital = (plant + store) * spread + network * laid;
        let revenue = intake.output * intake.price;
        let own = revenue - running - intake.haul;
        let takers_save = intake.output * (intake.worth - intake.price);
        let yearly = own + intake.avoided + takers_save;
        let full = running + intake.haul + capital;
        let per = |sum: f64, units: f64| (units > 0.0).then(|| sum / units);
        let (lifetime, laid_lifetime) =
            (costs.lifetime.mid(), costs.trench.filter(|_| network > 0.0).map(|of| of.lifetime.mid()));
        let mut bought = vec![Bought { eur: plant + store, life: lifetime }];
        bought.extend(laid_lifetime.map(|life| Bought { eur: network, life }));
        let again: f64 = bought.iter().map(|one| one.eur * one.again(YEARS) as f64).sum();
        Economics {
            input,
            output: intake.output,
            investment,
            network,
            store,
            grant,
            revenue,
            takers_save,
            running,
            supervision,
            maintenance,
            residue: input * costs.residue.map_or(0.0, units::Range::mid),
            haul: intake.haul,
            capital,
            spread,
            laid,
            capital_granted: grant * spread,
            avoided: intake.avoided,
            levelised_cost: per(full, intake.output),
            gate_fee: per(full - revenue, input),
            gate_fee_with_grant: per(full - grant * spread - revenue, input),
            lifetime,
            laid_lifetime,
            reinvestment: again,
            residual: bought.iter().map(Bought::left).sum(),
            within: within(&bought),
            payback: payback(&bought, 0.0, yearly),
            payback_with_grant: payback(&bought, grant, yearly),
            payback_operator: payback(&bought, 0.0, own),
            payback_operator_with_grant: payback(&bought, grant, own),
            cash: cash(&bought, 0.0, yearly),
            cash_with_grant: cash(&bought, grant, yearly),
            storage: intake.storage,
        }
    }
}

/// What must be held at most when supplies come in one rhythm and are used in another, both summing to the same year: the span between the
/// fullest and the emptiest month of the cumulated difference.
pub fn storage(gathered: &Months, used: &Months) -> f64 {
    let (mut held, mut most, mut least) = (0.0, 0.0_f64, 0.0_f64);
    for (come, go) in gathered.iter().zip(used) {
        held += come - go;
        most = most.max(held);
        least = least.min(held);
    }
    most - least
}
