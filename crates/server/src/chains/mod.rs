//! Recovery chains over HTTP: from the territory without prices to a planning question, and from its answer to what the pages show. Sealed prices
//! are not used: with few suppliers a plan would tell them; the usual price of such a residue takes their place and says so.

mod plant;
mod point;
mod question;
mod study;

pub(crate) use plant::{menu, plant_view};
pub(crate) use question::{chain_of, question};
pub(crate) use study::{Paper, study};

use crate::shapes::{Named, RangeView};
use planning::chain::Chain;
use reference::Reference;
use std::collections::HashSet;
use std::sync::Arc;
use wording::{Lang, Words};

/// What a chain is looked up in.
#[derive(Clone)]
pub(crate) struct Room {
    /// The territory as analysed, without a price.
    pub(crate) territory: Arc<model::Territory>,
    /// Flows whose price is sealed.
    pub(crate) sealed: HashSet<model::FlowId>,
    /// The knowledge.
    pub(crate) reference: &'static Reference,
    /// Language of the texts.
    pub(crate) lang: Lang,
}

impl Room {
    pub(crate) fn words(&self) -> Words<'_> {
        Words::new(&self.territory, self.reference, self.lang)
    }
}

fn site(words: &Words<'_>, id: &model::SiteId) -> Named {
    Named { id: id.to_string(), name: words.name(id).to_owned() }
}

fn place(chain: &Chain, id: &model::SiteId) -> (Option<f64>, Option<f64>) {
    chain.places.get(id).map_or((None, None), |place| (Some(place.lat), Some(place.lon)))
}

fn range(of: units::Range) -> RangeView {
    crate::view::range(of)
}
