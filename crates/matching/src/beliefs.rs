//! How much each sign is believed: `belief.*` of `data/figures/belief.csv`.

use chrono::NaiveDate;
use reference::Reference;

/// Chances, and shares of them kept, 0 to 1.
#[derive(Clone, Debug, Default)]
pub(crate) struct Beliefs {
    /// Share kept for each step up the catalogue.
    pub(crate) more_general: f64,
    /// Share kept for each step down the catalogue.
    pub(crate) more_specific: f64,
    /// Share kept by heat of another sort.
    pub(crate) any_heat: f64,
    /// Share kept when what is replaced is bought under a broader name.
    pub(crate) named_broadly: f64,
    /// Chances that a buyer of what a residue replaces takes it.
    pub(crate) replaces: f64,
    /// Share kept when the buyer says a broader name.
    pub(crate) another_kind: f64,
    /// Share kept when the words make one think of a hazardous code.
    pub(crate) maybe_hazardous: f64,
    /// Chances that a buyer of the thing takes it used.
    pub(crate) buys_new: f64,
    /// The same, when only the profile says that it buys it.
    pub(crate) guessed_to_buy: f64,
    /// The same, when its trade could use it.
    pub(crate) guessed_by_trade: f64,
    /// Likelihood from which it is a trade.
    pub(crate) usual: f64,
    /// Chances that an insertion structure takes on work that suits it.
    pub(crate) insertion: f64,
    /// The same, when it says that it looks for work.
    pub(crate) seeks_work: f64,
    /// Share kept by a heavy process at an insertion structure.
    pub(crate) not_handwork: f64,
    /// Chances that who has or seeks the equipment uses it.
    pub(crate) equipped: f64,
    /// Chances that a waste firm selling the product runs the process.
    pub(crate) makes_it: f64,
    /// Chances that a buyer of the product runs the process.
    pub(crate) buys_product: f64,
    /// The same, when it asks for it recycled.
    pub(crate) asks_recycled: f64,
    /// Share kept by a waste firm that says it takes other things.
    pub(crate) other_waste: f64,
    /// Likelihood below which a pathway is seldom run.
    pub(crate) seldom: f64,
    /// Share kept by a maker that says it buys other things.
    pub(crate) other_inputs: f64,
    /// Chances that a neighbour in the nomenclature runs the pathway.
    pub(crate) same_group: f64,
    /// Share kept by a chain whose product nobody buys.
    pub(crate) no_buyer: f64,
    /// Share kept for each step between what is sought and what is sold.
    pub(crate) sold_step: f64,
    /// Share kept by a purchase nobody spoke of.
    pub(crate) both_guessed: f64,
    /// Chances that the guesses of a group hold here at all: they stand and fall together.
    pub(crate) guesses_hold: f64,
    /// Share kept when seller and buyer use quite different words.
    pub(crate) other_words: f64,
    /// Below the need by no more than this a heat serves all the same, °C.
    pub(crate) heat_nearly: f64,
    /// Share kept by a heat that can only preheat.
    pub(crate) preheats: f64,
    /// How far a heat main is worth laying to a need that was said, km.
    pub(crate) heat_main_km: f64,
    /// What a heat main must carry in a year to be laid, MWh per km.
    pub(crate) heat_main_density: f64,
    /// Chances below which a taker of what a process makes is not named.
    pub(crate) next_taker: f64,
    /// The same of one who has said nothing of the kind.
    pub(crate) next_taker_unsaid: f64,
    /// The same of who would buy what a shared plant makes.
    pub(crate) chain_buyer_unsaid: f64,
    /// Likelihood below which a lead is no outlet to count on.
    pub(crate) outlet: f64,
    /// Share of a stream below which a taker is a trial, no outlet.
    pub(crate) a_trial: f64,
    /// Share kept for each step from a residue up to what a shared plant takes.
    pub(crate) chain_step: f64,
    /// How far heat and water are gathered for a shared plant, km.
    pub(crate) chain_pipe_km: f64,
    /// How far materials are gathered for a shared plant, km.
    pub(crate) chain_road_km: f64,
    /// Tonnes a year that one person sorts, dismantles or repairs by hand.
    pub(crate) by_hand: f64,
    /// Tonnes a year per person of an ordinary plant.
    pub(crate) by_plant: f64,
}

impl Beliefs {
    /// The figures of a day; what is missing changes nothing (1), and is named.
    pub(crate) fn on(reference: &Reference, day: NaiveDate) -> (Self, Vec<String>) {
        let mut figures = reference.figures.middles("belief", day);
        let mut read = |name, neutral| figures.read(name, neutral);
        let beliefs = Self {
            more_general: read("more-general", 1.0),
            more_specific: read("more-specific", 1.0),
            any_heat: read("any-heat", 1.0),
            named_broadly: read("named-broadly", 1.0),
            replaces: read("replaces", 1.0),
            another_kind: read("another-kind", 1.0),
            maybe_hazardous: read("maybe-hazardous", 1.0),
            buys_new: read("buys-new", 1.0),
            guessed_to_buy: read("guessed-to-buy", 1.0),
            guessed_by_trade: read("guessed-by-trade", 1.0),
            usual: read("usual", 1.0),
            insertion: read("insertion", 1.0),
            seeks_work: read("seeks-work", 1.0),
            not_handwork: read("not-handwork", 1.0),
            equipped: read("equipped", 1.0),
            makes_it: read("makes-it", 1.0),
            buys_product: read("buys-the-product", 1.0),
            asks_recycled: read("asks-for-it-recycled", 1.0),
            other_waste: read("other-waste", 1.0),
            seldom: read("seldom", 1.0),
            other_inputs: read("other-inputs", 1.0),
            same_group: read("same-group", 1.0),
            no_buyer: read("no-buyer", 1.0),
            sold_step: read("sold-step", 1.0),
            both_guessed: read("both-guessed", 1.0),
            guesses_hold: read("guesses-hold", 1.0),
            other_words: read("other-words", 1.0),
            heat_nearly: read("heat-nearly", 0.0),
            preheats: read("preheats", 1.0),
            heat_main_km: read("heat-main-km", 0.0),
            heat_main_density: read("heat-main-density", 0.0),
            next_taker: read("next-taker", 0.0),
            next_taker_unsaid: read("next-taker-unsaid", 0.0),
            chain_buyer_unsaid: read("chain-buyer-unsaid", 0.0),
            outlet: read("outlet", 0.0),
            a_trial: read("a-trial", 0.0),
            chain_step: read("chain-step", 1.0),
            chain_pipe_km: read("chain-pipe-km", 0.0),
            chain_road_km: read("chain-road-km", 0.0),
            by_hand: read("by-hand", f64::INFINITY),
            by_plant: read("by-plant", f64::INFINITY),
        };
        (beliefs, figures.missing)
    }
}
