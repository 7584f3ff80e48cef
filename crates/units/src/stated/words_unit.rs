//! Units as people write them, numbers in letters, words of doubt.

use super::cursor::Table;

/// Units: writings, symbol known to [`Unit`](crate::Unit), factor to it.
pub(super) const UNITS: Table<(&str, f64)> = &[
    ("t|to|tonne|tonnen|ton|tonne metrique|metric ton", ("t", 1.0)),
    ("kt|kilotonne", ("kt", 1.0)),
    ("kg|kgs|kilo|kilogramme|kilogram|kilogramm", ("kg", 1.0)),
    ("quintal|quintaux|qx|qtx|q|zentner", ("kg", 100.0)),
    ("g|gr|gramme|gram|gramm", ("g", 1.0)),
    ("m3|metre cube|m cube|cubic metre|cubic meter|kubikmeter|nm3|cbm", ("m3", 1.0)),
    (
        "stere|map|ster|m3 apparent|m3 apparent plaquette|metre cube apparent|srm|schuttraummeter|raummeter",
        ("m3", 1.0),
    ),
    ("l|litre|liter|lt", ("L", 1.0)),
    ("hl|hectolitre|hektoliter", ("L", 100.0)),
    ("dm3", ("L", 1.0)),
    ("mwh|megawattheure|megawatt heure", ("MWh", 1.0)),
    ("kwh|kilowattheure|kilowatt heure", ("kWh", 1.0)),
    ("gwh|gigawattheure", ("GWh", 1.0)),
    ("twh", ("GWh", 1e3)),
    ("tep|toe", ("MWh", 11.63)),
    ("gj|gigajoule", ("GJ", 1.0)),
    ("mj|megajoule", ("MJ", 1.0)),
    ("kw|kilowatt", ("kW", 1.0)),
    ("mw|megawatt", ("MW", 1.0)),
    ("w|watt", ("kW", 1e-3)),
    ("eur|€|euro", ("EUR", 1.0)),
    ("keur|k€|kilo euro", ("kEUR", 1.0)),
    ("meur|m€", ("kEUR", 1e3)),
    ("tco2e|tco2|tco2eq|t co2|t co2e|t eq co2|teqco2|tonne equivalent co2|tonne de co2", ("tCO2e", 1.0)),
    ("kgco2e|kgco2|kgco2eq|kg co2|kg co2e|kg eq co2|kgeqco2", ("kgCO2e", 1.0)),
    ("km|kilometre|kilometer", ("km", 1.0)),
    ("m|metre|meter|metre lineaire", ("km", 1e-3)),
    ("m2|metre carre|m carre|square metre|square meter|quadratmeter|qm", ("m2", 1.0)),
    ("ha|hectare|hektar", ("ha", 1.0)),
    ("h|heure|hour|hr|hrs|stunde|stunden|std", ("h", 1.0)),
    ("etp|fte|vza|equivalent temps plein|temps plein", ("FTE", 1.0)),
    ("emp|salarie|employe|employee|mitarbeiter|beschaftigte", ("emp", 1.0)),
];

/// Numbers in letters; larger ones are put together by `spoken`.
pub(super) const NUMBERS: Table<u32> = &[
    ("zero|null", 0),
    ("un|une|one|ein|eine|einen|einem|einer", 1),
    ("deux|two|zwei", 2),
    ("trois|three|drei", 3),
    ("quatre|four|vier", 4),
    ("cinq|five|funf|fuenf", 5),
    ("six|sechs", 6),
    ("sept|seven|sieben", 7),
    ("huit|eight|acht", 8),
    ("neuf|nine|neun", 9),
    ("dix|ten|zehn", 10),
    ("onze|eleven|elf", 11),
    ("douze|twelve|zwolf|zwoelf", 12),
    ("treize|thirteen|dreizehn", 13),
    ("quatorze|fourteen|vierzehn", 14),
    ("quinze|fifteen|funfzehn", 15),
    ("seize|sixteen|sechzehn", 16),
    ("vingt|twenty|zwanzig", 20),
    ("trente|thirty|dreissig", 30),
    ("quarante|forty|vierzig", 40),
    ("cinquante|fifty|funfzig", 50),
    ("soixante|sixty|sechzig", 60),
    ("septante|seventy|siebzig", 70),
    ("huitante|octante|eighty|achtzig", 80),
    ("nonante|ninety|neunzig", 90),
    ("cent|hundred|hundert", 100),
    ("mille|thousand|tausend", 1000),
];

/// After a number: what it is multiplied by, and whether that is said only roughly.
pub(super) const SCALES: Table<(f64, bool)> = &[
    ("mille|thousand|tausend", (1e3, false)),
    ("million|millionen|mio", (1e6, false)),
    ("milliard|milliarde|milliarden|mrd", (1e9, false)),
    ("dizaine", (10.0, true)),
    ("douzaine|dozen|dutzend", (12.0, true)),
    ("quinzaine", (15.0, true)),
    ("vingtaine", (20.0, true)),
    ("trentaine", (30.0, true)),
    ("quarantaine", (40.0, true)),
    ("cinquantaine", (50.0, true)),
    ("soixantaine", (60.0, true)),
    ("centaine", (100.0, true)),
    ("millier", (1e3, true)),
];

/// Parts of one.
pub(super) const PARTS: Table<f64> = &[
    ("demi|demie|half|halb|halbe|halben|halber|halbes|moitie", 0.5),
    ("quart de|quart d|quart du|viertel", 0.25),
    ("tiers de|tiers d|third of", 1.0 / 3.0),
    ("anderthalb|anderthalbe", 1.5),
];
/// After a number or its noun: half of one more.
pub(super) const AND_A_HALF: Table<()> = &[("et demi|et demie|and a half|und eine halbe", ())];

/// A small number left open ([`FEW`](super::FEW)).
pub(super) const FEW_WORDS: Table<()> =
    &[("quelque|plusieurs|a few|few|several|some|einige|ein paar|a couple of", ())];

/// The writer is not sure.
pub(super) const ROUGH: Table<()> = &[(
    "environ|env|autour de|autour des|aux alentours de|de l ordre de|de l ordre d|a peu pres|approximativement|approx|approximatif|pres de|grosso modo|\
     en moyenne|moyenne|a la louche|estime|estimee|estimation|about|around|roughly|approximately|circa|ca|etwa|ungefahr|rund|\
     on average|im schnitt|im durchschnitt|geschatzt|presque|almost|nearly|fast",
    (),
)];
/// The number is the most there is.
pub(super) const AT_MOST: Table<()> = &[(
    "max|maxi|maximum|maximal|au plus|au maximum|moins de|moins d|inferieur a|inferieure a|inf a|jusqu a|up to|at most|less than|under|below|\
     hochstens|bis zu|weniger als|unter",
    (),
)];
/// The number is the least there is.
pub(super) const AT_LEAST: Table<()> = &[(
    "min|mini|minimum|au moins|au minimum|plus de|plus d|superieur a|superieure a|sup a|at least|more than|over|mindestens|mehr als|uber",
    (),
)];
/// Before the usual value of an interval.
pub(super) const USUAL: Table<()> =
    &[("plutot|le plus souvent|generalement|usually|typically|meist|meistens|eher", ())];
/// What is no number.
pub(super) const NO_NUMBER: Table<()> = &[("nan|inf|infini|infinite|infinity|unendlich", ())];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Unit;

    #[test]
    fn every_unit_is_known_to_the_unit_table() {
        for (writings, (symbol, factor)) in UNITS {
            assert!(symbol.parse::<Unit>().is_ok() && *factor > 0.0, "{writings}");
        }
    }
}
