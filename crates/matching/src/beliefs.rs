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
}

impl Beliefs {
    /// The figures of a day; what is missing changes nothing (1), and is named.
    pub(crate) fn on(reference: &Reference, day: NaiveDate) -> (Self, Vec<String>) {
        let mut figures = reference.figures.middles("belief", day);
        let mut read = |name| figures.read(name, 1.0);
        let beliefs = Self {
            more_general: read("more-general"),
            more_specific: read("more-specific"),
            any_heat: read("any-heat"),
            named_broadly: read("named-broadly"),
            replaces: read("replaces"),
            another_kind: read("another-kind"),
            maybe_hazardous: read("maybe-hazardous"),
            buys_new: read("buys-new"),
            guessed_to_buy: read("guessed-to-buy"),
            guessed_by_trade: read("guessed-by-trade"),
            usual: read("usual"),
            insertion: read("insertion"),
            seeks_work: read("seeks-work"),
            not_handwork: read("not-handwork"),
            equipped: read("equipped"),
            makes_it: read("makes-it"),
            buys_product: read("buys-the-product"),
            asks_recycled: read("asks-for-it-recycled"),
            other_waste: read("other-waste"),
            seldom: read("seldom"),
            other_inputs: read("other-inputs"),
            same_group: read("same-group"),
            no_buyer: read("no-buyer"),
            sold_step: read("sold-step"),
            both_guessed: read("both-guessed"),
            guesses_hold: read("guesses-hold"),
            other_words: read("other-words"),
        };
        (beliefs, figures.missing)
    }
}
