//! Legal units: who is a person, what the others are called.

use super::columns::Heads;
use super::told;
use crate::table::Table;
use crate::{IntakeError, Progress, plain};
use model::{ActorKind, Batch};
use std::collections::{HashMap, HashSet};

/// What is needed of a legal unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Unit {
    /// Legal name; `None` for persons.
    pub name: Option<String>,
    /// What it is, as far as its legal form tells.
    pub kind: ActorKind,
    /// A natural person: legal form `1…`.
    pub is_person: bool,
    /// It objects to diffusion.
    pub restricted: bool,
}

/// Adds the units asked for; the batch only bears the report.
pub(super) fn read(
    mut table: Table,
    wanted: &HashSet<String>,
    units: &mut HashMap<String, Unit>,
    progress: &mut dyn FnMut(Progress<'_>),
) -> Result<Batch, IntakeError> {
    let heads = Heads::new(&table.headings);
    let siren = heads.at("siren");
    let form = heads.at("categorieJuridiqueUniteLegale");
    let diffusion = heads.at("statutDiffusionUniteLegale");
    let names = ["denominationUniteLegale", "denominationUsuelle1UniteLegale", "sigleUniteLegale"];
    let names = names.map(|name| heads.at(name));
    let mut report = table.report("sirene");
    let mut others = 0;
    for row in table.rows(progress) {
        let row = row?;
        let Some(number) = row.cell(siren).filter(|number| wanted.contains(*number)) else {
            others += 1;
            continue;
        };
        let form = row.cell(form).unwrap_or_default();
        let is_person = form.starts_with('1');
        let name = names.iter().find_map(|column| told(row.cell(*column))).map(plain);
        let unit = Unit {
            name: name.filter(|_| !is_person),
            kind: kind(form),
            is_person,
            restricted: row.cell(diffusion).is_some_and(|status| status != "O"),
        };
        units.insert(number.to_owned(), unit);
        report.records += 1;
    }
    if others > 0 {
        report.skipped.push(("skip-no-site".to_owned(), others));
    }
    Ok(Batch { report, ..Batch::default() })
}

/// By Insee's legal forms: 72 local authorities, 734 and 735 their groupings, 7381 chambers, 92 associations, 9222 intermediary ones.
fn kind(form: &str) -> ActorKind {
    let starts = |prefixes: &[&str]| prefixes.iter().any(|prefix| form.starts_with(prefix));
    match form {
        "9222" => ActorKind::Ai,
        "7381" | "7382" => ActorKind::Chamber,
        _ if starts(&["72", "734", "735"]) => ActorKind::LocalAuthority,
        _ if starts(&["92"]) => ActorKind::Association,
        _ if starts(&["7", "8", "9"]) => ActorKind::Other,
        _ => ActorKind::Company,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn legal_forms_tell_the_kind() {
        for (form, wanted) in [
            ("5710", ActorKind::Company),
            ("7210", ActorKind::LocalAuthority),
            ("7348", ActorKind::LocalAuthority),
            ("7381", ActorKind::Chamber),
            ("9220", ActorKind::Association),
            ("9222", ActorKind::Ai),
            ("7112", ActorKind::Other),
            ("", ActorKind::Company),
        ] {
            assert_eq!(kind(form), wanted, "{form}");
        }
    }
}
