//! Any table as a register of what leaves a site.

use super::{Column, Draft, Help, samples};
use crate::table::{Row, Table};
use crate::waste_register::{Mapping, Meaning, Owner, join_headings, own_site, read_with, understand};
use crate::{IntakeError, Options, Progress, fold};
use model::{Batch, Site};
use serde_json::Value;

/// What a column may be.
pub(super) const FIELDS: [&str; 21] = [
    "wording",
    "quantity",
    "quantity:t",
    "quantity:kg",
    "quantity:m3",
    "quantity:L",
    "quantity:benne",
    "quantity:palette",
    "quantity:pièce",
    "unit",
    "date",
    "code",
    "operation",
    "destination",
    "destination-siret",
    "carrier",
    "emitter",
    "emitter-siret",
    "form-number",
    "price",
    "remark",
];

/// A field as a meaning and a unit; unknown words are left out.
fn meaning(field: &str) -> (Meaning, Option<&str>) {
    let (name, unit) = field.split_once(':').map_or((field, None), |(name, unit)| (name, Some(unit)));
    (serde_json::from_value(Value::from(name)).unwrap_or(Meaning::Ignored), unit)
}

fn field(meaning: Meaning, unit: Option<&str>) -> Option<String> {
    if meaning == Meaning::Ignored {
        return None;
    }
    let name = serde_json::to_value(meaning).ok()?.as_str()?.to_owned();
    Some(unit.map_or_else(|| name.clone(), |unit| format!("{name}:{unit}")))
}

pub(super) fn columns(table: &mut Table, rows: Vec<Row>, help: &Help) -> Vec<Column> {
    let rows = join_headings(table, rows);
    let mut mapping = understand(&table.headings, &rows);
    for heading in &table.headings {
        if let Some(said) = help.fields.get(&fold(heading)) {
            let (meaning, unit) = meaning(said);
            mapping.set(heading, meaning, unit);
        }
    }
    let column = |(ix, column): (usize, &crate::waste_register::Understood)| Column {
        heading: column.heading.clone(),
        field: column.meaning.and_then(|meaning| field(meaning, column.unit.as_deref())),
        belief: column.confidence,
        samples: samples(&rows, ix),
    };
    mapping.columns.iter().enumerate().map(column).collect()
}

pub(super) fn read(
    table: Table,
    draft: &Draft,
    help: &Help,
    options: &Options<'_>,
    progress: &mut dyn FnMut(Progress<'_>),
) -> Result<Batch, IntakeError> {
    let owner = help.site.as_ref().map(|site| Owner { name: site.name.clone(), siret: site.siret.clone() });
    let mapping = mapping(draft);
    let mut batch = read_with(&mapping, owner.as_ref(), table, options, progress)?;
    if let (Some(owner), Some(site)) = (&owner, &help.site) {
        put_on(&mut batch, owner, site);
    }
    Ok(batch)
}

fn mapping(draft: &Draft) -> Mapping {
    let understood = |column: &Column| {
        let (meaning, unit) = column.field.as_deref().map_or((Meaning::Ignored, None), meaning);
        crate::waste_register::Understood {
            heading: column.heading.clone(),
            meaning: Some(meaning),
            unit: unit.map(ToOwned::to_owned),
            confidence: column.belief,
        }
    };
    Mapping { columns: draft.columns.iter().map(understood).collect() }
}

/// The lines of the owner belong to the site that is known.
fn put_on(batch: &mut Batch, owner: &Owner, site: &Site) {
    let named = own_site(owner);
    if named != site.id {
        super::known::rename(batch, &named, &site.id);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_field_is_a_meaning_and_comes_back() {
        for name in FIELDS {
            let (meaning, unit) = meaning(name);
            assert_eq!(field(meaning, unit).as_deref(), Some(name));
        }
        assert_eq!(meaning("bidule").0, Meaning::Ignored);
    }
}
