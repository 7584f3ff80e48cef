//! What is refused, and what is written back.

mod show;

use show::check;

#[test]
fn refused() {
    check(&[
        ("", "?Empty"),
        (" \u{A0} ", "?Empty"),
        ("12", "?NoUnit"),
        ("12/an", "?NoUnit"),
        ("environ 12 par an", "?NoUnit"),
        ("3 fois par an", "?NoAmount"),
        ("benne", "?NoAmount"),
        ("benne 30 m3", "?NoAmount"),
        ("benne 12 t/an", "?NoAmount"),
        ("2 bennes, 60 m3/an", "?NotUnderstood"),
        ("1 benne DIB 30 m3", "?NotUnderstood"),
        ("néant", "?NoAmount"),
        ("-5 t", "?Negative"),
        ("− 5 t", "?Negative"),
        ("NaN t", "?NotANumber"),
        ("inf t", "?NotANumber"),
        ("∞ t", "?NotANumber"),
        ("1e400 t", "?TooLarge"),
        ("2000000000000 t", "?TooLarge"),
        ("1000000 x 10000000 t", "?TooLarge"),
        ("1.2.3 t", "?Malformed"),
        ("1 t / 0 semaine", "?Malformed"),
        ("1.200 t", "?Ambiguous"),
        ("1,200 bennes", "?Ambiguous"),
        ("3/4 palettes", "?Ambiguous"),
        ("10/12 t", "?Ambiguous"),
        ("12 dB", "?UnknownUnit"),
        ("12 ml", "?UnknownUnit"),
        ("12 t par camion", "?UnknownPeriod"),
        ("12 t/m", "?UnknownPeriod"),
        ("2 t/mois par an", "?TwoPeriods"),
        ("12 t et 3 bennes", "?NotUnderstood"),
        ("12 t de 2020 à 2024", "?NotUnderstood"),
        ("5 t/an ± 1 kg", "?NotUnderstood"),
        ("12 t et une benne", "?NotUnderstood"),
        ("12 t dont une tonne de verre", "?NotUnderstood"),
        ("12 t par an dans une benne", "12 | t | Year | [dans une benne]"),
        ("12 t/an - 3 bennes", "?NotUnderstood"),
        ("2 300 L drums", "?NotUnderstood"),
        ("2 bennes de 30", "?NotUnderstood"),
        ("12 %", "?NotUnderstood"),
    ]);
}

#[test]
fn written_back() {
    for (text, back) in [
        ("2 big-bags d'1 m3 /mois de sable", "2 big bags de 1 m³ par mois (sable)"),
        ("~1200 palettes cassées/an", "environ 1\u{202F}200 palettes par an (cassées)"),
        ("3-5 fût 200l", "3 à 5 fûts de 200 L"),
        ("0.5 FTE", "0,5 ETP"),
        ("80 EUR/t", "80 €/t"),
    ] {
        assert_eq!(units::stated::parse(text).unwrap().to_string(), back);
    }
}

#[test]
fn in_a_year() {
    for (text, low, high) in [
        ("2 t/semaine", 104.0, 104.0),
        ("1 t/jour ouvré", 220.0, 250.0),
        ("1 t/jour", 220.0, 365.0),
        ("1 t par jour", 220.0, 365.0),
        ("1 t/jour calendaire", 365.0, 365.0),
        ("1 t/jour, 7j/7", 365.0, 365.0),
        ("1 t par jour 7 jours sur 7", 365.0, 365.0),
        ("1 t tous les 10 jours", 36.5, 36.5),
    ] {
        let year = units::stated::parse(text).unwrap().per_year().unwrap();
        assert!((year.low() - low).abs() < 1e-9 && (year.high() - high).abs() < 1e-9, "{text}");
    }
    assert_eq!(units::stated::parse("500 kW").unwrap().per_year(), None);
}

#[test]
fn messages_say_what_and_how() {
    let message = units::stated::parse("12 / mois").unwrap_err().to_string();
    for part in ["« 12 / mois »", "« 12 par mois »", "« 12 t »"] {
        assert!(message.contains(part), "{message}");
    }
}
