//! Units as people write them.

use crate::Lang;
use units::Unit;

/// symbol, French, English.
const NAMES: &[(&str, &str, &str)] = &[
    ("EUR", "€", "€"),
    ("kEUR", "k€", "k€"),
    ("tCO2e", "t\u{a0}CO₂e", "t\u{a0}CO₂e"),
    ("kgCO2e", "kg\u{a0}CO₂e", "kg\u{a0}CO₂e"),
    ("m3", "m³", "m³"),
    ("m2", "m²", "m²"),
    ("year", "an", "year"),
    ("month", "mois", "month"),
    ("week", "semaine", "week"),
    ("day", "jour", "day"),
    ("piece", "pièces", "pieces"),
    ("FTE", "ETP", "FTE"),
    ("emp", "salarié", "employee"),
    ("1", "", ""),
];

/// `EUR/year` → `€/an`; symbols that need no translation stay.
pub fn unit(lang: Lang, unit: &Unit) -> String {
    symbol(lang, unit.symbol())
}

pub(crate) fn symbol(lang: Lang, symbol: &str) -> String {
    let side = |part: &str| part.split('.').map(|s| name(lang, s)).collect::<Vec<_>>().join("·");
    symbol.split('/').map(side).collect::<Vec<_>>().join("/")
}

fn name(lang: Lang, symbol: &str) -> &str {
    let known = NAMES.iter().find(|(known, _, _)| *known == symbol);
    known.map_or(symbol, |(_, fr, en)| if lang == Lang::Fr { fr } else { en })
}
