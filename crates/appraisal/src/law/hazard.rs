//! Hazard, tracking and border of a residue: what its codes and its present fate ask.

use crate::case::Case;
use crate::law::{first, line};
use chrono::NaiveDate;
use model::{Check, CheckKind, Flow, Role, Site};
use reference::{Entry, Hazard, Tells, Tracking, WasteCode, WasteEntry, WasteList};

/// The codes of a lead's residue: said by people or a register, else guessed from the wording, else those of the resource.
struct Codes {
    codes: Vec<WasteCode>,
    stated: bool,
}

impl Codes {
    fn of(case: &Case<'_>, flows: &[&Flow]) -> Self {
        let with = |stated: bool| -> Vec<WasteCode> {
            let mut codes: Vec<WasteCode> = flows
                .iter()
                .filter(|flow| flow.waste_code_stated == stated)
                .filter_map(|flow| flow.waste_code)
                .collect();
            codes.dedup();
            codes
        };
        let (stated, guessed) = (with(true), with(false));
        match (stated.is_empty(), guessed.is_empty()) {
            (false, _) => Self { codes: stated, stated: true },
            (true, false) => Self { codes: guessed, stated: false },
            (true, true) => Self { codes: case.resource(case.resource).codes.clone(), stated: false },
        }
    }

    /// True when somebody said a hazardous code.
    fn said_hazardous(&self) -> bool {
        self.stated && self.codes.iter().any(|code| code.hazardous())
    }
}

/// True when the resource or a code says that it is hazardous, or leaves it open. A code that was said not to be decides.
pub(crate) fn may_be_hazardous(case: &Case<'_>) -> bool {
    let codes = Codes::of(case, &flows(case));
    let any = codes.codes.iter().any(|code| code.hazardous());
    let open = case.own_hazard() != Hazard::No && !codes.stated;
    any || open || case.own_hazard() == Hazard::Yes
}

fn flows<'a>(case: &Case<'a>) -> Vec<&'a Flow> {
    case.lead.parties.iter().filter_map(|party| case.flow(party)).collect()
}

/// The checks of a lead that moves a residue; what leaves as a waste is tracked.
pub(crate) fn checks(case: &Case<'_>, is_waste: bool) -> Vec<Check> {
    let flows = flows(case);
    let codes = Codes::of(case, &flows);
    let mut checks: Vec<Check> = hazard(case, &codes).into_iter().collect();
    checks.extend(is_waste.then(|| tracking(case, &codes)));
    let day = case.world.options.day;
    let list = &case.world.reference.waste_list;
    checks.extend(codes.codes.iter().filter_map(|code| switch(*code, day, list)));
    checks.extend(flows.iter().filter_map(|flow| not_final(case, flow)));
    checks.extend(border(case));
    checks
}

impl Case<'_> {
    /// True when a code has a twin that only hazard tells apart.
    pub(crate) fn is_mirror(&self, code: WasteCode) -> bool {
        let entry = self.world.reference.waste_list.on(code.digits(), self.world.options.day);
        entry.and_then(|entry| entry.entry) == Some(Entry::Mirror)
    }

    /// The tracking form of such a residue: that of its kind, else the general one.
    fn form(&self) -> Option<&Tracking> {
        let of_it = |form: &&Tracking| {
            form.of.is_empty() || form.of.iter().any(|id| self.is_a(self.resource, id.as_str()))
        };
        self.world.reference.legal.tracking.iter().find(of_it)
    }

    /// The hazard of the residue: a packing that may hold anything is harmless where its wording names a harmless content.
    pub(crate) fn own_hazard(&self) -> Hazard {
        let hazard = self.resource(self.resource).hazard;
        let mut given = self.lead.with_role(Role::Giver).filter_map(|party| self.flow(party)).peekable();
        let sense = &self.world.reference.sense;
        let held = given.peek().is_some() && given.all(|flow| sense.says(&flow.wording, Tells::HeldFood));
        if hazard == Hazard::Mirror && held { Hazard::No } else { hazard }
    }

    /// True when nobody said whether the residue of a flow is hazardous: the resource or the code guessed for it may be either.
    pub(crate) fn hazard_is_open(&self, flow: Option<&Flow>) -> bool {
        if flow.is_some_and(|flow| flow.waste_code.is_some() && flow.waste_code_stated) {
            return false;
        }
        let guessed = flow.and_then(|flow| flow.waste_code);
        let open = guessed.is_some_and(WasteCode::hazardous);
        open || self.own_hazard() == Hazard::Mirror
    }
}

/// Whether it is hazardous, or what decides it: a code that was said decides, a guessed one is a question.
fn hazard(case: &Case<'_>, codes: &Codes) -> Option<Check> {
    let told = |shown: &[WasteCode], fr: &str, en: &str| {
        let put = |text: &str| text.replace("{}", &list_of(shown));
        Some(line(CheckKind::Hazard, put(fr), put(en)))
    };
    let said = |fr: &str, en: &str| told(&codes.codes, fr, en);
    let open: Vec<WasteCode> = codes.codes.iter().copied().filter(|code| case.is_mirror(*code)).collect();
    let hazard = case.own_hazard();
    if codes.said_hazardous() {
        return said("déchet dangereux ({})", "hazardous waste ({})");
    }
    match (hazard, codes.stated) {
        (Hazard::Yes, false) => Some(line(CheckKind::Hazard, "déchet dangereux", "hazardous waste")),
        (Hazard::Yes, true) => said(
            "code dit non dangereux ({}), matière d'ordinaire dangereuse : vérifier",
            "code said to be non-hazardous ({}), usually hazardous: check",
        ),
        (Hazard::Mirror, false) => said(
            "entrées miroir ({}) : la teneur décide, caractériser avant tout accord",
            "mirror entries ({}): content decides, characterise before any agreement",
        ),
        (Hazard::No, false) if codes.codes.iter().any(|code| code.hazardous()) => said(
            "code deviné d'après les mots ({}) : dangereux ou non selon la teneur, à demander",
            "code guessed from the wording ({}): hazardous or not by content, ask",
        ),
        (Hazard::Mirror | Hazard::No, _) if !open.is_empty() => told(
            &open,
            "code à entrée miroir ({}) : garder la preuve de non-dangerosité",
            "code with a mirror entry ({}): keep the proof that it is not hazardous",
        ),
        (Hazard::Mirror | Hazard::No, _) => None,
    }
}

fn list_of(codes: &[WasteCode]) -> String {
    let mut shown: Vec<String> = Vec::new();
    for code in codes.iter().map(ToString::to_string) {
        if !shown.contains(&code) {
            shown.push(code);
        }
    }
    shown.truncate(4);
    shown.join(", ")
}

fn tracking(case: &Case<'_>, codes: &Codes) -> Check {
    let usually = case.resource(case.resource).hazard == Hazard::Yes && !codes.stated;
    let maybe = codes.codes.iter().any(|code| code.hazardous());
    let sure = codes.said_hazardous() || usually;
    let form = case.form().filter(|form| form.always || sure || maybe);
    let Some(form) = form else {
        return line(
            CheckKind::Tracking,
            "registre chronologique chez l'un et chez l'autre, gardé trois ans ; pas de bordereau obligatoire",
            "chronological register on both sides, kept three years; no mandatory tracking form",
        );
    };
    let (fr, en) = (form.fr.as_str(), form.en.as_str());
    let told = if form.always || sure {
        line(CheckKind::Tracking, fr, en)
    } else {
        line(CheckKind::Tracking, format!("{fr}, si déchet dangereux"), format!("{en}, if hazardous waste"))
    };
    Check { source: first(&form.source), ..told }
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
pub(crate) fn border(case: &Case<'_>) -> Option<Check> {
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
