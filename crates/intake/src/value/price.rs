//! Prices as stated: « payé 95 €/t », « reçu 40 €/t », « 140 €/rotation ».

use super::quantity::{canonical, volume};
use super::refused;
use crate::text::fold;
use chrono::NaiveDate;
use model::{Direction, Message, Price};
use reference::Reference;
use units::stated::{Counted, Stated, parse};
use units::{Quantity, Range, Unit};

/// Words that say the site pays, and that it is paid.
const PAYS: [&str; 15] = [
    "paye", "payes", "payee", "paie", "paies", "paient", "payons", "cout", "coute", "facture", "factures",
    "achat", "pay", "pays", "paid",
];
const IS_PAID: [&str; 11] = [
    "recu", "recus", "recoit", "vendu", "vend", "vente", "rachat", "rachete", "recette", "repris a",
    "received",
];
const FREE: [&str; 6] = ["gratuit", "gratuite", "gratuitement", "free", "sans frais", "offert"];
/// Money that is not the euro.
const CURRENCIES: [&str; 9] =
    ["gbp", "usd", "chf", "pound", "pounds", "dollar", "dollars", "francs", "livres"];
/// What a collection is called.
const ROUNDS: [&str; 9] =
    ["rotation", "enlevement", "passage", "collecte", "levee", "tournee", "vidage", "echange", "collection"];

/// Reads a price. The sign is the site's: negative when it pays. Without a word for it, buying and looking for cost, selling and sharing
/// earn, a collection round costs; for a residue by weight or volume both are usual, so that the word is asked for. `counted` is the
/// quantity of the same flow, which tells how large « la benne » is.
pub fn price(
    text: &str,
    direction: Direction,
    counted: Option<&Stated>,
    day: NaiveDate,
    reference: &Reference,
) -> Result<Price, Message> {
    let stated = text.trim().to_owned();
    let words = format!(" {} ", fold(text)).replace(" paid to us ", " received ");
    let says = |list: &[&str]| list.iter().any(|word| words.contains(&format!(" {word} ")));
    if says(&FREE) && !text.contains(|c: char| c.is_ascii_digit()) {
        let unit = refused::unit("EUR/t")?;
        return Ok(Price { value: Quantity::new(Range::ZERO, unit), stated });
    }
    if text.contains(['£', '$', '¥']) || says(&CURRENCIES) {
        return Err(refuse(text, "price-currency"));
    }
    if says(&["ttc"]) {
        return Err(refused::value("refused-price-tax", text));
    }
    let (amount, per) = split(text).ok_or_else(|| refuse(text, "price-per-what"))?;
    let money = money(text, &amount)?;
    let per_round = ROUNDS.contains(&fold(&per).as_str());
    let sign = match (says(&PAYS), says(&IS_PAID), direction) {
        (true, true, _) => return Err(refuse(text, "price-both-ways")),
        (true, false, _) | (false, false, Direction::TakesIn | Direction::Needs) => -1.0,
        (false, true, _) | (false, false, Direction::Sells | Direction::CanShare) => 1.0,
        (false, false, Direction::GivesOut) if per_round => -1.0,
        (false, false, Direction::GivesOut) => {
            return Err(refuse(text, "price-which-way"));
        }
    };
    let (factor, unit) = denominator(text, &per, counted, day, reference)?;
    let range = money.times(factor).scale(sign);
    let range = Range::new(range.low(), range.mid(), range.high())
        .map_err(|_| refused::value("refused-quantity-huge", text))?;
    Ok(Price { value: Quantity::new(range, unit), stated })
}

fn refuse(text: &str, why: &str) -> Message {
    refuse_for(text, Message::new(why))
}

fn refuse_for(text: &str, why: Message) -> Message {
    refused::value("refused-price", text).saying("why", why)
}

/// The amount and what it is for: `95 €` and `t`.
fn split(text: &str) -> Option<(String, String)> {
    let lower = text.to_lowercase();
    let at = [" par ", " la ", " le ", " l'", " per ", "/"]
        .iter()
        .filter_map(|cut| lower.find(cut).map(|at| (at, cut.len())))
        .min()?;
    let (amount, per) = (lower.get(..at.0)?, lower.get(at.0 + at.1..)?);
    (!per.trim().is_empty()).then(|| (amount.to_owned(), per.trim().to_owned()))
}

/// The sum of money, in euros, whatever words stand around it.
fn money(text: &str, amount: &str) -> Result<Range, Message> {
    let cents = ["c€", "cts", "centimes", "ct€"].iter().find(|word| amount.contains(**word));
    let amount = cents.map_or_else(|| amount.to_owned(), |word| amount.replace(word, "€"));
    // What stands before the number says who pays, not how much; « entre 90 et 110 », « environ 80 » are kept.
    let kept: Vec<&str> = amount.split_whitespace().filter(|word| !is_payment(word)).collect();
    let stated = parse(&kept.join(" ")).map_err(|_| refuse(text, "price-no-amount"))?;
    match &stated.of {
        Counted::Unit(unit) if unit.same_kind(&refused::unit("EUR")?) => {
            let (range, _) = canonical(stated.amount, unit);
            Ok(if cents.is_some() { range.scale(0.01) } else { range })
        }
        _ => Err(refuse(text, "price-not-euros")),
    }
}

fn is_payment(word: &str) -> bool {
    let word = fold(word);
    PAYS.contains(&word.as_str()) || IS_PAID.contains(&word.as_str()) || word == "ht"
}

/// What an amount « per this » is multiplied by to be in the unit given with it.
fn denominator(
    text: &str,
    per: &str,
    counted: Option<&Stated>,
    day: NaiveDate,
    reference: &Reference,
) -> Result<(Range, Unit), Message> {
    let name = fold(per.trim_end_matches("ht").trim());
    let yearly = match name.as_str() {
        "an" | "annee" | "year" => Some(1.0),
        "trimestre" => Some(4.0),
        "mois" | "month" => Some(12.0),
        _ => None,
    };
    if let Some(times) = yearly {
        return Ok((exact(times)?, refused::unit("EUR/year")?));
    }
    if ROUNDS.contains(&name.as_str()) {
        let size = counted.and_then(size_of).ok_or_else(|| refuse(text, "price-round-unknown"))?;
        return over(&size);
    }
    let Ok(one) = parse(&format!("1 {per}")) else {
        return Err(refuse_for(text, Message::new("price-per-unknown").with("per", per)));
    };
    match &one.of {
        Counted::Unit(unit) => over(&Quantity::new(one.amount, unit.clone())),
        Counted::Piece(_) => Ok((exact(1.0)?, refused::unit("EUR/piece")?)),
        Counted::Container { kind, size } => {
            let same = counted.filter(
                |stated| matches!(&stated.of, Counted::Container { kind: known, .. } if known == kind),
            );
            let size =
                size.clone().or_else(|| same.and_then(size_of)).or_else(|| volume(*kind, day, reference));
            over(&size.ok_or_else(|| {
                refuse_for(
                    text,
                    Message::new("price-size-unknown").saying("container", refused::container(*kind)),
                )
            })?)
        }
    }
}

/// What one container of the quantity holds.
fn size_of(stated: &Stated) -> Option<Quantity> {
    match &stated.of {
        Counted::Container { size, .. } => size.clone(),
        _ => None,
    }
}

/// Euros for that much, as euros for one.
fn over(size: &Quantity) -> Result<(Range, Unit), Message> {
    let (range, base) = canonical(size.range, &size.unit);
    if range.low() <= 0.0 {
        return Err(Message::new("refused-price-zero"));
    }
    let inverse = Range::new(range.high().recip(), range.mid().recip(), range.low().recip());
    Ok((inverse.map_err(|_| Message::new("refused-price-zero"))?, refused::unit(&format!("EUR/{base}"))?))
}

fn exact(value: f64) -> Result<Range, Message> {
    Range::exact(value).map_err(|_| Message::new("refused-price-zero"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::fr;

    fn read(text: &str, direction: Direction, counted: Option<&str>) -> Result<(f64, String), Message> {
        let day = NaiveDate::from_ymd_opt(2026, 6, 30).unwrap();
        let counted = counted.map(|text| parse(text).unwrap());
        price(text, direction, counted.as_ref(), day, &Reference::default())
            .map(|price| (price.value.range.mid(), price.value.unit.symbol().to_owned()))
    }

    #[test]
    fn the_sign_is_the_sites() {
        use Direction::{GivesOut, Needs, Sells, TakesIn};
        for (text, direction, value, unit) in [
            ("payé 95 €/t", GivesOut, -95.0, "EUR/t"),
            ("reçu 40 €/t", GivesOut, 40.0, "EUR/t"),
            ("reçu 1 150 €/t", GivesOut, 1150.0, "EUR/t"),
            ("payé 1,35 €/kg", TakesIn, -1350.0, "EUR/t"),
            ("0,12 €/kWh", TakesIn, -120.0, "EUR/MWh"),
            ("12 c€/kWh", TakesIn, -120.0, "EUR/MWh"),
            ("45 € HT/t", Sells, 45.0, "EUR/t"),
            ("reçu 7,8 €/palette", GivesOut, 7.8, "EUR/piece"),
            ("payé 190 €/jour", Needs, -190.0, "EUR/piece"),
            ("3000 €/an", TakesIn, -3000.0, "EUR/year"),
            ("payé 250 € par mois", GivesOut, -3000.0, "EUR/year"),
            ("payé 95 euros la tonne", GivesOut, -95.0, "EUR/t"),
            ("gratuit", GivesOut, 0.0, "EUR/t"),
            ("payé entre 90 et 110 €/t", GivesOut, -100.0, "EUR/t"),
        ] {
            let (found, symbol) = read(text, direction, None).unwrap_or_else(|e| panic!("{text}: {e}"));
            assert!((found - value).abs() < 1e-9 * (1.0 + value.abs()), "{text}: {found}");
            assert_eq!(symbol, unit, "{text}");
        }
    }

    #[test]
    fn a_round_is_as_large_as_what_it_carries() {
        let skips = Some("2 bennes de 30 m³/semaine");
        for (text, value) in
            [("150 €/rotation", -5.0), ("payé 120 EUR/benne", -4.0), ("reçu 60 €/benne de 10 m³", 6.0)]
        {
            assert_eq!(read(text, Direction::GivesOut, skips), Ok((value, "EUR/m3".to_owned())), "{text}");
        }
        assert!(
            read("140 €/rotation", Direction::GivesOut, None)
                .map_err(|e| fr(&e))
                .unwrap_err()
                .contains("rotation")
        );
        assert!(
            read("payé 120 €/benne", Direction::GivesOut, None)
                .map_err(|e| fr(&e))
                .unwrap_err()
                .contains("taille inconnue")
        );
    }

    #[test]
    fn what_is_left_open_is_asked() {
        for text in ["95 €/t", "payé 95 €", "cher", "95 €/t TTC", "payé et reçu 3 €/t", "payé 3 €/", "/t", ""]
        {
            assert!(read(text, Direction::GivesOut, None).is_err(), "{text}");
        }
    }
}
