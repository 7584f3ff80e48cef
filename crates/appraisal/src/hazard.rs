//! Hazard, tracking and border of a residue: what its codes and its present fate ask.

use crate::case::Case;
use crate::law::line;
use chrono::NaiveDate;
use model::{Check, CheckKind, Flow, Site};
use reference::{Entry, Hazard, WasteCode, WasteEntry, WasteList};

/// The checks of a lead that moves a residue.
pub(crate) fn checks(case: &Case<'_>) -> Vec<Check> {
    let flows: Vec<&Flow> = case.lead.parties.iter().filter_map(|party| case.flow(party)).collect();
    let stated: Vec<WasteCode> = flows.iter().filter_map(|flow| flow.waste_code).collect();
    let codes = if stated.is_empty() { case.resource(case.resource).codes.clone() } else { stated.clone() };
    let mut checks: Vec<Check> = hazard(case, &codes, !stated.is_empty()).into_iter().collect();
    checks.push(tracking(case, &codes));
    let day = case.world.options.day;
    checks.extend(codes.iter().filter_map(|code| switch(*code, day, &case.world.reference.waste_list)));
    checks.extend(flows.iter().filter_map(|flow| not_final(case, flow)));
    checks.extend(border(case));
    checks
}

/// Whether it is hazardous, or what decides it.
fn hazard(case: &Case<'_>, codes: &[WasteCode], stated: bool) -> Option<Check> {
    let list = &case.world.reference.waste_list;
    let mirror = |code: &WasteCode| {
        list.on(code.digits(), case.world.options.day).and_then(|e| e.entry) == Some(Entry::Mirror)
    };
    if let Some(code) = codes.iter().find(|code| stated && code.hazardous()) {
        return Some(line(
            CheckKind::Hazard,
            format!("déchet dangereux ({code})"),
            format!("hazardous waste ({code})"),
        ));
    }
    match case.resource(case.resource).hazard {
        Hazard::Yes => Some(line(CheckKind::Hazard, "déchet dangereux", "hazardous waste")),
        Hazard::Mirror => Some(line(
            CheckKind::Hazard,
            format!("entrées miroir ({}) : la teneur décide, caractériser avant tout accord", list_of(codes)),
            format!(
                "mirror entries ({}): content decides, characterise before any agreement",
                list_of(codes)
            ),
        )),
        Hazard::No if codes.iter().any(mirror) => Some(line(
            CheckKind::Hazard,
            format!("code à entrée miroir ({}) : garder la preuve de non-dangerosité", list_of(codes)),
            format!("code with a mirror entry ({}): keep the proof that it is not hazardous", list_of(codes)),
        )),
        Hazard::No => None,
    }
}

fn list_of(codes: &[WasteCode]) -> String {
    let shown: Vec<String> = codes.iter().take(4).map(ToString::to_string).collect();
    shown.join(", ")
}

fn tracking(case: &Case<'_>, codes: &[WasteCode]) -> Check {
    let hazardous =
        case.resource(case.resource).hazard == Hazard::Yes || codes.iter().any(|code| code.hazardous());
    if hazardous {
        line(
            CheckKind::Tracking,
            "bordereau de suivi (BSD) sur Trackdéchets, si déchet dangereux",
            "tracking form (BSD) on Trackdéchets, if hazardous waste",
        )
    } else {
        line(
            CheckKind::Tracking,
            "registre chronologique des déchets sortants, pas de bordereau obligatoire",
            "chronological register of outgoing waste, no mandatory tracking form",
        )
    }
}

/// A code that changes after the day, or has changed before it.
fn switch(code: WasteCode, day: NaiveDate, list: &WasteList) -> Option<Check> {
    let now = list.on(code.digits(), day);
    let next = list.versions(code.digits()).filter(|e| e.valid_from.is_some_and(|from| from > day));
    let next = next.min_by_key(|entry| entry.valid_from);
    let (fr, en) = match (now, next) {
        (None, Some(next)) => {
            let from = next.valid_from?;
            (
                format!("le code {code} n'existe qu'à partir du {from}"),
                format!("code {code} exists only from {from}"),
            )
        }
        (None, None) => (
            format!("le code {code} n'est pas dans la liste des déchets en vigueur le {day}"),
            format!("code {code} is not in the list of waste in force on {day}"),
        ),
        (Some(now), next) => changes(code, now, next)?,
    };
    Some(line(CheckKind::Hazard, fr, en))
}

fn changes(code: WasteCode, now: &WasteEntry, next: Option<&WasteEntry>) -> Option<(String, String)> {
    if now.code.is_some_and(|current| current.hazardous() != code.hazardous()) {
        return Some((
            format!("le code {code} s'écrit {} : la dangerosité est à revoir", now.display),
            format!("code {code} is written {}: review the hazard", now.display),
        ));
    }
    let until = now.valid_until?;
    Some(match next {
        Some(next) => (
            format!("le code {code} change après le {until} : {} {}", next.display, next.label_fr),
            format!("code {code} changes after {until}: {} {}", next.display, next.label_en),
        ),
        None => (
            format!("le code {code} disparaît après le {until} : choisir le nouveau code"),
            format!("code {code} is withdrawn after {until}: choose the new code"),
        ),
    })
}

/// R12, R13, D13 … do not say what becomes of the waste.
fn not_final(case: &Case<'_>, flow: &Flow) -> Option<Check> {
    let operation = case.world.reference.lists.operation(flow.fate.operation.as_deref()?)?;
    (!operation.is_final).then(|| {
        line(
            CheckKind::Tracking,
            format!("{} n'est pas une opération finale : demander ce qui suit", operation.code),
            format!("{} is not a final operation: ask what follows", operation.code),
        )
    })
}

/// A border between the parties, when a commune or an address says so.
fn border(case: &Case<'_>) -> Option<Check> {
    let sites = case.lead.parties.iter().filter_map(|party| case.world.site(&party.site));
    let countries: std::collections::BTreeSet<&str> = sites.map(country).collect();
    let abroad = countries.iter().find(|country| **country != "France")?;
    (countries.len() > 1).then(|| {
        line(
            CheckKind::Border,
            format!("passage de frontière ({abroad}) : annexe VII pour la liste verte, notification sinon"),
            format!("border crossing ({abroad}): annex VII for green-listed waste, notification otherwise"),
        )
    })
}

/// France unless the commune or the end of the address names a neighbour.
fn country(site: &Site) -> &'static str {
    const NEIGHBOURS: [(&str, &str); 7] = [
        ("luxembourg", "Luxembourg"),
        ("allemagne", "Allemagne"),
        ("deutschland", "Allemagne"),
        ("germany", "Allemagne"),
        ("belgique", "Belgique"),
        ("belgië", "Belgique"),
        ("belgium", "Belgique"),
    ];
    let end = site.address.as_deref().and_then(|address| address.rsplit(',').next());
    let said = [site.commune.as_deref(), end];
    let said: Vec<String> = said.into_iter().flatten().map(str::to_lowercase).collect();
    let found = NEIGHBOURS.iter().find(|(word, _)| said.iter().any(|text| ends_with_country(text, word)));
    found.map_or("France", |(_, country)| *country)
}

/// « Esch-sur-Alzette (Luxembourg) », « Luxembourg », not « 3 rue de Luxembourg ».
fn ends_with_country(text: &str, word: &str) -> bool {
    let text = text.trim().trim_end_matches(')');
    text == word || text.ends_with(&format!("({word}")) || text.ends_with(&format!(" - {word}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_street_named_after_a_country_is_no_border() {
        assert!(ends_with_country("luxembourg", "luxembourg"));
        assert!(ends_with_country("dudelange (luxembourg)", "luxembourg"));
        assert!(!ends_with_country("3 rue de luxembourg", "luxembourg"));
    }
}
