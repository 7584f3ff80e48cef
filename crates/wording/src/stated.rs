//! Amounts as people stated them. What a register adds up to is summed up in French when it is read; here it is said in the reader's language.

use crate::{Lang, message};

/// An amount or a price as stated; people's own words stay as they are.
pub fn stated(lang: Lang, text: &str) -> String {
    if lang == Lang::Fr {
        return text.to_owned();
    }
    let summary = Summary::of(text).map(|summary| summary.say(lang));
    summary.or_else(|| price(lang, text)).unwrap_or_else(|| text.to_owned())
}

/// « payé 85,5 €/t (2 lignes du registre) », as `intake` writes it.
fn price(lang: Lang, text: &str) -> Option<String> {
    let (price, rest) = text.split_once(" (")?;
    let count: u32 = rest.strip_suffix(" du registre)")?.split_once(" ligne")?.0.parse().ok()?;
    if price == "gratuit" {
        return Some(message(lang, "register-free", &[("count", count.into())]));
    }
    let (way, price) = price.split_once(' ')?;
    let key = match way {
        "payé" => "register-paid",
        "reçu" => "register-received",
        _ => return None,
    };
    let (amount, unit) = price.split_once(" €/")?;
    let unit = if unit == "unité" { message(lang, "register-piece", &[]) } else { unit.to_owned() };
    let amount = amount.replace(',', ".");
    Some(message(lang, key, &[("amount", amount.into()), ("unit", unit.into()), ("count", count.into())]))
}

/// « 12,5 t/an (moyenne 2024–2025, 8 enlèvements dont 3 au poids estimé) », as `intake` writes it.
struct Summary<'t> {
    number: &'t str,
    unit: &'t str,
    basis: &'t str,
    count: u32,
    estimated: u32,
    monthly: bool,
}

impl<'t> Summary<'t> {
    fn of(text: &'t str) -> Option<Self> {
        let (amount, rest) = text.split_once("/an (")?;
        let (number, unit) = amount.split_once(' ')?;
        let (basis, collections) = rest.strip_suffix(')')?.rsplit_once(", ")?;
        let monthly = collections
            .split_once(" relevé")
            .filter(|(_, rest)| rest.ends_with("mensuel") || rest.ends_with("mensuels"));
        if let Some((count, _)) = monthly {
            let count = count.parse().ok()?;
            return Some(Self { number, unit, basis, count, estimated: 0, monthly: true });
        }
        let (count, rest) = collections.split_once(" enlèvement")?;
        let estimated = match rest.strip_prefix('s').unwrap_or(rest) {
            "" => 0,
            some => some.strip_prefix(" dont ")?.strip_suffix(" au poids estimé")?.parse().ok()?,
        };
        Some(Self { number, unit, basis, count: count.parse().ok()?, estimated, monthly: false })
    }

    fn say(&self, lang: Lang) -> String {
        let unit =
            if self.unit == "unités" { message(lang, "register-pieces", &[]) } else { self.unit.into() };
        let amount = self.number.replace(',', ".");
        let key = match (self.monthly, self.estimated) {
            (true, _) => "register-summary-monthly",
            (false, 0) => "register-summary",
            (false, _) => "register-summary-estimated",
        };
        let (basis, count, estimated) = (self.basis(lang), self.count, self.estimated);
        let args = [
            ("amount", amount.into()),
            ("unit", unit.into()),
            ("basis", basis.into()),
            ("count", count.into()),
            ("estimated", estimated.into()),
        ];
        message(lang, key, &args)
    }

    fn basis(&self, lang: Lang) -> String {
        let months = || self.basis.strip_prefix("sur ")?.strip_suffix(" mois, ramené à l'année");
        match (self.basis.strip_prefix("moyenne "), months()) {
            (Some(years), _) => message(lang, "register-mean", &[("years", years.into())]),
            (_, Some(months)) => message(lang, "register-months", &[("months", months.into())]),
            _ if self.basis == "registre sans dates, pris pour une année" => {
                message(lang, "register-undated", &[])
            }
            _ => self.basis.to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn english(text: &str) -> String {
        stated(Lang::En, text)
    }

    #[test]
    fn a_register_is_summed_up_in_english() {
        let told = english("3,4 t/an (2025, 2 enlèvements dont 1 au poids estimé)");
        assert_eq!(told, "3.4 t/year (2025, 2 collections, 1 of them of estimated weight)");
        assert_eq!(
            english("12 unités/an (moyenne 2024–2025, 1 enlèvement)"),
            "12 pieces/year (mean of 2024–2025, 1 collection)"
        );
        assert_eq!(english("12 t/an (2025, 12 relevés mensuels)"), "12 t/year (2025, 12 monthly figures)");
        let undated = english("2 t/an (registre sans dates, pris pour une année, 4 enlèvements)");
        assert_eq!(undated, "2 t/year (register without dates, taken as one year, 4 collections)");
        assert_eq!(
            english("payé 85,5 €/t (2 lignes du registre)"),
            "paid 85.5 €/t (2 lines of the register)"
        );
        assert_eq!(
            english("reçu 40 €/unité (1 ligne du registre)"),
            "received 40 €/piece (1 line of the register)"
        );
        assert_eq!(english("gratuit (2 lignes du registre)"), "free of charge (2 lines of the register)");
        let part = english("0,5 m³/an (sur 8 mois, ramené à l'année, 3 enlèvements)");
        assert_eq!(part, "0.5 m³/year (over 8 months, brought to a year, 3 collections)");
    }

    #[test]
    fn french_and_what_people_said_stay_as_they_are() {
        let summary = "3,4 t/an (2025, 2 enlèvements)";
        assert_eq!(stated(Lang::Fr, summary), summary);
        for own in ["2 bennes de 30 m³/semaine", "3 t/an (env.)", "3 t/an (2025, 2 enlèvements ?)", ""] {
            assert_eq!(english(own), own);
        }
    }
}
