//! Open data for laboratories: what [`access::anonymous`] tells, as JSON, and as a workbook that `fe2i diagnose` reads again.

use crate::http::Desk;
use crate::problem::Answer;
use crate::shapes::RangeView;
use crate::tables::{Cell, Table, book};
use access::{Group, OpenData};
use model::Direction;
use serde_json::{Value, json};

/// What each field means; in the file itself, which travels alone.
const DICTIONARY: [&str; 8] =
    ["division", "label", "companies", "headcount", "place", "direction", "resource", "tonnes"];

/// Groups, sums, dictionary and version of the method.
pub(crate) fn json(desk: &Desk) -> Value {
    let data = access::anonymous(&desk.holding.whole.territory);
    let dictionary: serde_json::Map<String, Value> =
        DICTIONARY.iter().map(|field| ((*field).to_owned(), meaning(desk, field).into())).collect();
    let territory = &desk.holding.whole.territory;
    json!({
        "about": desk.say("open-data-about", &[]),
        "method": { "program": "fe2i", "version": env!("CARGO_PKG_VERSION"), "again": again(desk) },
        "territory": { "name": territory.name, "day": territory.day, "invented": territory.invented },
        "version": desk.holding.version,
        "dictionary": dictionary,
        "groups": data.groups.iter().map(|group| told(desk, group)).collect::<Vec<_>>(),
        "withheld": data.withheld,
    })
}

fn told(desk: &Desk, group: &Group) -> Value {
    let sum = |sum: &access::Sum| {
        json!({
            "direction": sum.direction,
            "resource": sum.resource,
            "label": desk.resource(&reference::ResourceId::from(sum.resource.as_str())).name,
            "tonnes": rounded(sum.tonnes),
            "companies": sum.companies,
        })
    };
    json!({
        "division": group.division,
        "label": label(desk, group),
        "companies": group.companies,
        "headcount": group.headcount.map(|(low, high)| json!({ "low": low, "high": high })),
        "place": group.place.map(|(lat, lon)| json!({ "lat": lat, "lon": lon })),
        "sums": group.sums.iter().map(sum).collect::<Vec<_>>(),
    })
}

/// What a group is called.
fn label(desk: &Desk, group: &Group) -> String {
    if group.division.is_empty() { desk.say("open-data-others", &[]) } else { desk.division(&group.division) }
}

/// To four digits: a sum of estimates by eye is not known to the gramme.
fn rounded(range: units::Range) -> RangeView {
    let round = |value: f64| format!("{value:.3e}").parse().unwrap_or(value);
    let RangeView { low, mid, high } = crate::view::range(range);
    RangeView { low: round(low), mid: round(mid), high: round(high) }
}

fn meaning(desk: &Desk, field: &str) -> String {
    let secrecy =
        [("least", access::secrecy::LEAST.into()), ("most", (access::secrecy::MOST * 100.0).round().into())];
    desk.say(&format!("open-data-{field}"), &secrecy)
}

fn again(desk: &Desk) -> String {
    desk.say("open-data-again", &[])
}

/// The sheets of the project's own template, one actor a division, and the dictionary. Its headings are French in either language, as the
/// template's are read.
pub(crate) fn workbook(desk: &Desk) -> Answer<Vec<u8>> {
    let data = access::anonymous(&desk.holding.whole.territory);
    book(&[
        ("Territoire", &territory(desk)),
        ("Acteurs", &actors(desk, &data)),
        ("Flux", &flows(desk, &data)),
        ("Dictionnaire", &dictionary(desk)),
    ])
}

fn table(headings: &[&str], rows: Vec<Vec<Cell>>) -> Table {
    Table { headings: headings.iter().map(|heading| (*heading).to_owned()).collect(), rows }
}

fn text(text: impl Into<String>) -> Cell {
    Cell::from(text.into())
}

fn territory(desk: &Desk) -> Table {
    let territory = &desk.holding.whole.territory;
    let row = |key: &str, value: String| vec![text(key), text(value)];
    let mut rows = vec![
        row("nom", territory.name.clone()),
        row("date", territory.day.to_string()),
        row("invente", if territory.invented { "oui" } else { "non" }.to_owned()),
        row("source", again(desk)),
    ];
    rows.extend(territory.notice.as_ref().map(|notice| row("avertissement", notice.clone())));
    table(&["clé", "valeur"], rows)
}

fn actors(desk: &Desk, data: &OpenData) -> Table {
    let row = |group: &Group| {
        let label = label(desk, group);
        let people =
            group.headcount.map(|(low, high)| high.map_or(low.to_string(), |high| format!("{low} à {high}")));
        vec![
            text(id(group)),
            text(format!("{} · {label} ({})", group.division, group.companies).trim_start_matches(" · ")),
            text(&group.division),
            people.into(),
            group.place.map(|(lat, _)| lat).into(),
            group.place.map(|(_, lon)| lon).into(),
            text(if group.place.is_some() { "commune" } else { "" }),
        ]
    };
    let rows = data.groups.iter().map(row).collect();
    table(&["identifiant", "nom", "naf", "effectif", "latitude", "longitude", "précision"], rows)
}

fn id(group: &Group) -> String {
    format!("D{}", group.division)
}

fn flows(desk: &Desk, data: &OpenData) -> Table {
    let row = |group: &Group, sum: &access::Sum| {
        let label = desk.resource(&reference::ResourceId::from(sum.resource.as_str())).name;
        let mid = rounded(sum.tonnes).mid;
        vec![
            text(id(group)),
            text(way(sum.direction)),
            text(label),
            text(format!("{mid} t/an").replace('.', ",")),
            text("ouvert"),
            text(desk.say("open-data-in-it", &[("count", sum.companies.into())])),
        ]
    };
    let rows =
        data.groups.iter().flat_map(|group| group.sums.iter().map(move |sum| row(group, sum))).collect();
    table(&["site", "sens", "quoi", "quantité", "confidentialité", "note"], rows)
}

/// The word of the workbook.
fn way(direction: Direction) -> &'static str {
    match direction {
        Direction::TakesIn => "achète",
        Direction::GivesOut => "jette",
        Direction::Sells => "vend",
        Direction::CanShare => "partage",
        Direction::Needs => "cherche",
    }
}

fn dictionary(desk: &Desk) -> Table {
    let rows = DICTIONARY.iter().map(|field| vec![text(*field), text(meaning(desk, field))]);
    let method = vec![text("fe2i"), text(format!("{} : {}", env!("CARGO_PKG_VERSION"), again(desk)))];
    table(&["champ", "sens du champ"], rows.chain([method]).collect())
}
