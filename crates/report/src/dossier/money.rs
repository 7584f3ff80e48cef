//! Month by month, euros and CO2.

use super::document::{Cell, Chart, Series, Shape};
use super::page::Page;
use planning::chain::HAUL_FIGURES;
use planning::chain::cash::{Bought, YEARS};
use planning::chain::economics::Economics;
use planning::chain::study::Opened;

/// A month's short name, January 0.
pub(super) fn month(page: &Page<'_>, month: usize) -> String {
    page.say(&format!("dossier-month-{}", month + 1))
}

/// What comes in, what is used, what can be placed, in output units a month.
pub(super) fn supply_and_demand(page: &mut Page<'_>, opened: &Opened) {
    page.heading("dossier-months");
    let plant = page.view.plant;
    let rate = if opened.money.input > 0.0 { opened.money.output / opened.money.input } else { 0.0 };
    let series = |page: &Page<'_>, key: &str, values: Vec<f64>| Series {
        name: page.say(key),
        values,
        live: Vec::new(),
    };
    let mut all = vec![series(page, "dossier-gathered", opened.gathered.iter().map(|t| t * rate).collect())];
    all.push(series(page, "dossier-used", opened.used.iter().map(|t| t * rate).collect()));
    if let Some(demand) = opened.demand {
        all.push(series(page, "dossier-demand", demand.to_vec()));
    }
    let title = page.words.say("dossier-months-title", &[("unit", page.unit(&plant.output_unit).into())]);
    let labels = (0..12).map(|ix| month(page, ix)).collect();
    page.chart(Chart { title, shape: Shape::Bars, base: 0.0, labels, series: all });
    let args = [
        ("storage", page.n(opened.money.storage).into()),
        ("unit", page.unit(&plant.input_unit).into()),
        (
            "share",
            wording::percent(page.view.lang, opened.money.storage / opened.money.input.max(1e-9)).into(),
        ),
    ];
    page.text(if opened.money.storage > 0.5 { "dossier-storage" } else { "dossier-no-storage" }, &args);
}

/// Investment, yearly accounts, levelised cost, gate fee and fifteen years of cash.
pub(super) fn write(page: &mut Page<'_>, opened: &Opened) {
    page.heading("dossier-money");
    page.text("dossier-money-text", &[]);
    let rows = lines(page, opened);
    let (keys, rows) = rows.into_iter().unzip();
    page.keyed(&["dossier-figure", "dossier-value", "dossier-unit", "dossier-note"], rows, keys);
    page.text("dossier-money-live", &[]);
    let money = &opened.money;
    let labels = (0..money.cash.len()).map(|year| year.to_string()).collect();
    let series = |page: &Page<'_>, key: &str, values: &[f64], spent: &str| Series {
        name: page.say(key),
        values: values.iter().map(|eur| eur / 1e3).collect(),
        live: (0..values.len())
            .map(|year| format!("(({ALL})*{year}-({spent})-({}))/1000", anew(money, year)))
            .collect(),
    };
    let mut all = vec![series(page, "dossier-without-grant", &money.cash, SPENT)];
    if money.grant > 0.0 {
        all.push(series(page, "dossier-with-grant", &money.cash_with_grant, GRANTED));
    }
    let title = page.say("dossier-cash-title");
    page.chart(Chart { title, shape: Shape::Lines, base: 0.0, labels, series: all });
    let told =
        [("life", page.n(money.lifetime).into()), ("years", money.cash.len().saturating_sub(1).into())];
    page.text("dossier-cash-text", &told);
}

/// The plant and its store, as a workbook adds them up.
const KEPT: &str = "({dossier-plant}+{dossier-store})";

/// How a workbook recomputes what is bought anew up to a year.
fn anew(money: &Economics, year: usize) -> String {
    let times = |life: f64| Bought { eur: 1.0, life }.again(year);
    let laid = money.laid_lifetime.map_or(0, times);
    format!("{KEPT}*{}+{{dossier-network}}*{laid}", times(money.lifetime))
}

/// How a workbook recomputes what is left at the end.
fn left(money: &Economics) -> String {
    let share = |life: f64| Bought { eur: 1.0, life }.left();
    let laid = money.laid_lifetime.map_or(0.0, share);
    format!("{KEPT}*{}+{{dossier-network}}*{laid}", share(money.lifetime))
}

/// What all together earn a year, the investment apart, as a workbook recomputes it.
const ALL: &str =
    "{dossier-revenue}-{dossier-running}-{dossier-haul}+{dossier-avoided}+{dossier-takers-save}";
/// The same of the operator alone.
const OWN: &str = "{dossier-revenue}-{dossier-running}-{dossier-haul}";
/// What is laid out once.
const SPENT: &str = "{dossier-investment}";
/// The same with the grant.
const GRANTED: &str = "{dossier-investment}-{dossier-grant}";

/// How a workbook recomputes a row from the others; `None` for what is typed in.
fn formula(key: &str, money: &Economics, never: &str) -> Option<String> {
    let (spread, laid) = (money.spread, money.laid);
    let full = "{dossier-running}+{dossier-haul}+{dossier-capital}";
    let om = money.maintenance / (money.investment - money.network).max(1e-9);
    let each = |eur: f64| format!("{{dossier-input}}*{}", eur / money.input.max(1e-9));
    let rest = each(money.running - money.maintenance - money.supervision - money.residue);
    let grant = money.grant / (money.investment - money.network - money.store).max(1e-9);
    let years = money.within;
    let back = |spent: &str, yearly: &str| {
        format!(
            "IF(({yearly})*{years}>=({spent}),IF(({yearly})>0,({spent})/({yearly}),\"{never}\"),\"{never}\")"
        )
    };
    let text = match key {
        "dossier-investment" => format!("{KEPT}+{{dossier-network}}"),
        "dossier-revenue" => "{dossier-output}*{dossier-price}".to_owned(),
        "dossier-maintenance" => format!("{KEPT}*{om}"),
        "dossier-grant" => format!("{{dossier-plant}}*{grant}"),
        "dossier-output" => each(money.output),
        "dossier-supervision" => each(money.supervision),
        "dossier-residue" => each(money.residue),
        "dossier-haul" => each(money.haul),
        "dossier-avoided" => each(money.avoided),
        "dossier-takers-save" => format!("{{dossier-output}}*{}", money.takers_save / money.output.max(1e-9)),
        "dossier-running" => {
            format!("{rest}+{{dossier-maintenance}}+{{dossier-supervision}}+{{dossier-residue}}")
        }
        "dossier-capital" => format!("{KEPT}*{spread}+{{dossier-network}}*{laid}"),
        "dossier-anew" => anew(money, YEARS),
        "dossier-residual" => left(money),
        "dossier-gain" => format!("{ALL}-{{dossier-capital}}"),
        "dossier-levelised" => format!("({full})/{{dossier-output}}"),
        "dossier-gate-fee" => format!("({full}-{{dossier-revenue}})/{{dossier-input}}"),
        "dossier-gate-fee-grant" => {
            format!("({full}-{{dossier-grant}}*{spread}-{{dossier-revenue}})/{{dossier-input}}")
        }
        "dossier-payback" => back(SPENT, ALL),
        "dossier-payback-grant" => back(GRANTED, ALL),
        "dossier-payback-operator" => back(SPENT, OWN),
        "dossier-payback-operator-grant" => back(GRANTED, OWN),
        _ => return None,
    };
    Some(text)
}

/// A labelled figure with its unit and its notes.
fn line(page: &Page<'_>, key: &str, value: impl Into<Cell>, unit: &str, marks: &str) -> Vec<Cell> {
    vec![page.say(key).into(), value.into(), unit.into(), marks.into()]
}

fn lines(page: &mut Page<'_>, opened: &Opened) -> Vec<(String, Vec<Cell>)> {
    let (plant, money) = (page.view.plant, &opened.money);
    let (input, output) = (page.unit(&plant.input_unit), page.unit(&plant.output_unit));
    let capex =
        plant.sizes.iter().find(|size| (size.size - opened.size).abs() < 1e-9).map(|size| size.capex.clone());
    let capex = capex.map_or_else(String::new, |id| page.mark(&id));
    let grant = plant.grant.as_ref().map_or_else(String::new, |id| page.mark(id));
    let life = page.marks([plant.lifetime.as_str(), "facility.finance.discount-rate"]);
    let price = page.mark(&plant.price);
    let posts: Vec<String> = plant
        .posts
        .iter()
        .map(|post| format!("{} {}", page.product(&post.hours), page.mark(&post.cost_hour)))
        .collect();
    let running = format!("{} {} {}", page.mark(&plant.variable), page.mark(&plant.om), posts.join(" "));
    let haul = if plant.is_piped() {
        String::new()
    } else {
        format!("{} {}", page.marks(HAUL_FIGURES), page.marks(["transport.detour-factor"]))
    };
    let network = plant.network.as_ref();
    let trench =
        network.and_then(|network| Some([network.trench.as_ref()?.as_str(), network.lifetime.as_str()]));
    let network = trench.filter(|_| money.network > 0.0).map_or_else(String::new, |ids| page.marks(ids));
    let store =
        plant.store.as_ref().filter(|_| money.store > 0.0).map_or_else(String::new, |id| page.mark(id));
    let supervised = [plant.supervision.as_str(), "work.cost-hour.technician"];
    let supervision = page.marks(supervised.into_iter().filter(|_| money.supervision > 0.0));
    let residue =
        plant.residue.as_ref().filter(|_| money.residue > 0.0).map_or_else(String::new, |residue| {
            format!("{} {}", page.product(&residue.per_input), page.mark(&residue.cost))
        });
    let yields = page.product(&plant.per_input);
    let year = page.say("dossier-eur-year");
    let each_sold = (money.output > 0.0).then(|| money.revenue / money.output);
    let gain = money.revenue + money.avoided + money.takers_save - money.running - money.haul - money.capital;
    let om = page.mark(&plant.om);
    let [taken, spared, saved, full, fee, back, operator, sold_at, gained, renewed, worth] = [
        "input",
        "avoided",
        "takers-save",
        "levelised",
        "fee",
        "payback",
        "payback-operator",
        "price",
        "gain",
        "anew",
        "residual",
    ]
    .map(|what| page.computed(&format!("dossier-calc-{what}")));
    let eur = |unit: &str| format!("€/{unit}");
    let years = page.say("dossier-years");
    let laid = |eur: f64| (eur > 0.0).then_some(eur);
    let granted = |value: Cell| (money.grant > 0.0).then_some(value);
    let per_year = |unit: String| page.words.say("dossier-per-year", &[("unit", unit.into())]);
    let (taken_unit, sold_unit) = (per_year(input.clone()), per_year(output.clone()));
    let never = page.words.say("dossier-never", &[("years", page.n(money.within).into())]);
    let back_in = |years: Option<f64>| years.map_or_else(|| never.clone().into(), Cell::from);
    let rows = [
        ("dossier-investment", Some(money.investment.into()), "€", &capex),
        ("dossier-plant", Some((money.investment - money.network - money.store).into()), "€", &capex),
        ("dossier-network", laid(money.network).map(Cell::from), "€", &network),
        ("dossier-store", laid(money.store).map(Cell::from), "€", &store),
        ("dossier-grant", laid(money.grant).map(Cell::from), "€", &grant),
        ("dossier-input", Some(money.input.into()), &taken_unit, &taken),
        ("dossier-output", Some(money.output.into()), &sold_unit, &yields),
        ("dossier-price", each_sold.map(Cell::from), &eur(&output), &sold_at),
        ("dossier-revenue", Some(money.revenue.into()), &year, &price),
        ("dossier-running", Some(money.running.into()), &year, &running),
        ("dossier-maintenance", laid(money.maintenance).map(Cell::from), &year, &om),
        ("dossier-supervision", laid(money.supervision).map(Cell::from), &year, &supervision),
        ("dossier-residue", laid(money.residue).map(Cell::from), &year, &residue),
        ("dossier-haul", Some(money.haul.into()), &year, &haul),
        ("dossier-capital", Some(money.capital.into()), &year, &life),
        ("dossier-anew", Some(money.reinvestment.into()), "€", &renewed),
        ("dossier-residual", Some(money.residual.into()), "€", &worth),
        ("dossier-avoided", Some(money.avoided.into()), &year, &spared),
        ("dossier-takers-save", laid(money.takers_save).map(Cell::from), &year, &saved),
        ("dossier-gain", Some(gain.into()), &year, &gained),
        ("dossier-levelised", Some(money.levelised_cost.into()), &eur(&output), &full),
        ("dossier-gate-fee", Some(money.gate_fee.into()), &eur(&input), &fee),
        ("dossier-gate-fee-grant", granted(money.gate_fee_with_grant.into()), &eur(&input), &fee),
        ("dossier-payback", Some(back_in(money.payback)), &years, &back),
        ("dossier-payback-grant", granted(back_in(money.payback_with_grant)), &years, &back),
        ("dossier-payback-operator", Some(back_in(money.payback_operator)), &years, &operator),
        (
            "dossier-payback-operator-grant",
            granted(back_in(money.payback_operator_with_grant)),
            &years,
            &operator,
        ),
    ];
    let told = rows.into_iter().filter_map(|(key, value, unit, marks)| Some((key, value?, unit, marks)));
    let computed = |key: &str, now: Cell| match formula(key, money, &never) {
        Some(formula) => Cell::Live(Box::new(now), formula),
        None => now,
    };
    told.map(|(key, value, unit, marks)| (key.to_owned(), line(page, key, computed(key, value), unit, marks)))
        .collect()
}

/// What the chain emits and what others stop emitting, never added up.
pub(super) fn co2(page: &mut Page<'_>, opened: &Opened) {
    page.heading("dossier-co2");
    page.text("dossier-co2-text", &[]);
    let plant = page.view.plant;
    let co2 = opened.co2;
    let own_mark = plant.co2.as_ref().or(plant.co2_per_output.as_ref());
    let own_mark = own_mark.map_or_else(String::new, |id| page.mark(id));
    let outlets = plant.outlets.iter().filter_map(|outlet| outlet.co2.as_ref());
    let replaced: Vec<String> = outlets.chain(&plant.avoided).map(ToString::to_string).collect();
    let replaced = page.marks(replaced.iter().map(String::as_str));
    let haul_mark = if plant.is_piped() { String::new() } else { page.marks([TRUCK]) };
    let unit = page.say("dossier-co2-year");
    let rows = vec![
        line(page, "dossier-co2-own", co2.own, &unit, &own_mark),
        line(page, "dossier-co2-haul", co2.haul, &unit, &haul_mark),
        line(page, "dossier-co2-avoided", co2.avoided, &unit, &replaced),
    ];
    page.table(&["dossier-figure", "dossier-value", "dossier-unit", "dossier-note"], rows);
    if co2.own.is_none() {
        page.text("dossier-co2-no-own", &[]);
    }
    if co2.avoided.is_none() {
        page.text("dossier-co2-no-avoided", &[]);
    } else if co2.told < 0.995 {
        let share = wording::percent(page.view.lang, 1.0 - co2.told);
        page.text("dossier-co2-part", &[("share", share.into())]);
    }
}

/// The lorry that hauls a skip.
const TRUCK: &str = "co2.transport.rigid-20-26";
