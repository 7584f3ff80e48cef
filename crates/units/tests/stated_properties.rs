//! What holds for any text and any quantity.

#![expect(clippy::unwrap_used, reason = "strategies build quantities known to be valid")]

use proptest::prelude::*;
use units::stated::{Container, Counted, Period, Stated, parse};
use units::{Quantity, Range};

const PERIODS: [Period; 12] = [
    Period::Year,
    Period::HalfYear,
    Period::Quarter,
    Period::Month,
    Period::Week,
    Period::Day,
    Period::CalendarDay,
    Period::WorkingDay,
    Period::Shift,
    Period::Hour,
    Period::ContinuousHour,
    Period::Once,
];
const KINDS: [Container; 21] = [
    Container::Skip,
    Container::Bin,
    Container::BigBag,
    Container::Drum,
    Container::Ibc,
    Container::Pallet,
    Container::Truck,
    Container::Trailer,
    Container::Van,
    Container::Tanker,
    Container::Tank,
    Container::Bag,
    Container::Roll,
    Container::Bale,
    Container::Box,
    Container::Compactor,
    Container::Bucket,
    Container::Can,
    Container::Wagon,
    Container::Barge,
    Container::Unspecified,
];
const UNITS: [&str; 22] = [
    "t", "kt", "kg", "g", "m3", "L", "MWh", "kWh", "GWh", "GJ", "MJ", "kW", "MW", "EUR", "kEUR", "tCO2e",
    "kgCO2e", "km", "m2", "ha", "FTE", "EUR/t",
];
const THINGS: [&str; 8] =
    ["palette", "carton", "fenêtre", "pièce", "jour", "panneau", "porte-fenêtre", "châssis"];
/// Scraps that quantities are made of, to reach the depths of the grammar.
const SCRAPS: [&str; 48] = [
    "2", "1 200", "1,5", "1.200", "3/4", "½", "1e400", "-5", "0", "24h/24", "12,5", "bennes", "benne",
    "palettes", "de", "d'", "à", "30 m3", "m³", "t", "kg", "€", "/", "par", "an", "semaine", "tous les",
    "15 jours", "fois", "x", "environ", "~", "max", "plus de", "entre", "et", "une", "dizaine", "quelques",
    "demi", "(", ")", "%", "±", "2024", "en", "plutôt", "-",
];

fn amount() -> impl Strategy<Value = Range> {
    let number = prop_oneof![
        0.0..1e9_f64,
        (0..2_000_000_u32).prop_map(f64::from),
        (0..9999_u32).prop_map(|n| f64::from(n) / 1000.0)
    ];
    (number.clone(), number.clone(), number, 0..3_u8).prop_map(|(a, b, c, shape)| {
        let mut points = [a, b, c];
        points.sort_by(f64::total_cmp);
        match shape {
            0 => Range::exact(a).unwrap(),
            1 => Range::between(a, b).unwrap(),
            _ => Range::new(points[0], points[1], points[2]).unwrap(),
        }
    })
}

fn counted() -> impl Strategy<Value = Counted> {
    let size = prop_oneof![
        Just(None),
        (1..2000_u32, prop::sample::select(vec!["m3", "L", "kg", "t"])).prop_map(|(n, unit)| Some(
            Quantity::new(Range::exact(n.into()).unwrap(), unit.parse().unwrap())
        ))
    ];
    prop_oneof![
        prop::sample::select(UNITS.to_vec()).prop_map(|unit| Counted::Unit(unit.parse().unwrap())),
        (prop::sample::select(KINDS.to_vec()), size)
            .prop_map(|(kind, size)| Counted::Container { kind, size }),
        prop::sample::select(THINGS.to_vec()).prop_map(|name| Counted::Piece(name.to_owned())),
    ]
}

fn stated() -> impl Strategy<Value = Stated> {
    let about = prop::option::of(prop::sample::select(vec!["bois", "carton ondulé", "pvc", "eau"]));
    (amount(), counted(), prop::option::of(prop::sample::select(PERIODS.to_vec())), any::<bool>(), about)
        .prop_map(|(amount, of, per, rough, about)| Stated {
            amount,
            of,
            per,
            rough,
            about: about.map(str::to_owned),
        })
}

/// Whatever is read is ordered, finite, not negative, not absurd.
fn sound(text: &str) {
    match parse(text) {
        Ok(read) => {
            let (low, mid, high) = (read.amount.low(), read.amount.mid(), read.amount.high());
            assert!(0.0 <= low && low <= mid && mid <= high && high <= 1e12, "{text:?} {read:?}");
            let again = read.to_string();
            let other_words = read.about.is_some() || matches!(read.of, Counted::Piece(_));
            assert!(other_words || parse(&again).is_ok(), "{text:?} {again:?} {:?}", parse(&again));
        }
        Err(error) => assert!(error.to_string().chars().count() > 20),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(2000) })]

    #[test]
    fn any_text_is_read_or_refused(text in any::<String>()) {
        sound(&text);
    }

    #[test]
    fn any_row_of_scraps_is_read_or_refused(scraps in prop::collection::vec(prop::sample::select(SCRAPS.to_vec()), 0..12), gap in " ?") {
        sound(&scraps.join(&gap));
    }

    #[test]
    fn what_is_written_is_read_the_same(stated in stated()) {
        let text = stated.to_string();
        prop_assert_eq!(parse(&text), Ok(stated), "{}", text);
    }

    #[test]
    fn thousands_however_they_are_separated(n in 1_000_000..1_000_000_000_u32, gap in prop::sample::select(vec![" ", "\u{A0}", "\u{202F}", "\u{2009}", ".", ",", "'", "’", ""])) {
        let digits = n.to_string();
        let (head, tail) = digits.split_at(digits.len() - 6);
        let text = format!("{head}{gap}{}{gap}{} t/an", &tail[..3], &tail[3..]);
        prop_assert_eq!(parse(&text).unwrap().amount, Range::exact(n.into()).unwrap());
    }

    #[test]
    fn exact_numbers_stay_exact(n in 0..10_000_000_u32) {
        let read = parse(&format!("{n} kg/mois")).unwrap();
        prop_assert!(read.amount.is_exact() && !read.rough && read.amount == Range::exact(n.into()).unwrap());
    }
}
