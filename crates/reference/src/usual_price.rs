//! What being rid of a residue usually costs or brings, by its present fate.

use crate::{Catalogue, FateRoute, Form, Hazard, Uses, UsualTreatment};

/// Where the usual price of a residue is found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UsualPrice<'a, T> {
    /// A market pays for it: what the caller found.
    Market(T),
    /// Its treatment is paid: `price.treatment.*`.
    Treatment(&'a str),
}

impl Uses {
    /// By the route of its fate when that tells a treatment (`landfill`, `composting` …); else what a market pays for it or what its treatment
    /// costs, whichever is known of the more specific resource. `market` gives what it found and the is-a steps up to it. `None` when such a
    /// residue has no usual price, or its fate none.
    pub fn usual_price<'a, T>(
        &'a self,
        catalogue: &'a Catalogue,
        resource: usize,
        route: Option<FateRoute>,
        hazardous: bool,
        market: impl FnOnce() -> Option<(T, u8)>,
    ) -> Option<UsualPrice<'a, T>> {
        let hazardous = hazardous || catalogue.all()[resource].hazard == Hazard::Yes;
        let usual = self.treatments.nearest(catalogue, resource);
        let inert = usual.is_some_and(|(row, _)| row.price.as_deref() == Some("inert-landfill"));
        let treatment = match (route, hazardous) {
            (Some(FateRoute::Landfill), true) => "hazardous-landfill",
            (Some(FateRoute::Landfill), false) if inert => "inert-landfill",
            (Some(FateRoute::Landfill), false) => "landfill",
            (Some(FateRoute::Incineration), true) => "hazardous-incineration",
            (Some(FateRoute::Incineration), false) => "incineration",
            (Some(FateRoute::Mixed), _) => "mixed-non-hazardous",
            (Some(FateRoute::Composting), _) => "composting",
            (Some(FateRoute::AnaerobicDigestion), _) => "anaerobic-digestion",
            (
                Some(
                    FateRoute::Sewer
                    | FateRoute::Lost
                    | FateRoute::Feed
                    | FateRoute::Reuse
                    | FateRoute::Spreading
                    | FateRoute::OnSite,
                ),
                _,
            ) => return None,
            (None | Some(FateRoute::Recycling | FateRoute::Energy), _) => {
                let liquid = hazardous && catalogue.all()[resource].form == Form::Liquid;
                return nearer(market(), usual, liquid);
            }
        };
        Some(UsualPrice::Treatment(treatment))
    }
}

/// The market or the usual treatment, whichever is nearer; a hazardous liquid without either is treated.
fn nearer<T>(
    market: Option<(T, u8)>,
    usual: Option<(&UsualTreatment, u8)>,
    hazardous_liquid: bool,
) -> Option<UsualPrice<'_, T>> {
    match (market, usual) {
        (Some((found, near)), usual) if usual.is_none_or(|(_, steps)| near <= steps) => {
            Some(UsualPrice::Market(found))
        }
        (_, Some((row, _))) => row.price.as_deref().map(UsualPrice::Treatment),
        _ => hazardous_liquid.then_some(UsualPrice::Treatment("physico-chemical")),
    }
}
