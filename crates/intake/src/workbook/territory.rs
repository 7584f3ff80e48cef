//! The Territoire table: keys and values.

use super::line::Line;
use super::{Context, words};
use crate::notes::Notes;
use crate::text::fold;
use crate::value;
use model::{Batch, Message};

/// Takes one key; false when it has no value or the line went back.
pub(super) fn read(batch: &mut Batch, context: &mut Context<'_>, line: Line<'_>, notes: &mut Notes) -> bool {
    let Some(key) = line.required("clé", notes) else { return false };
    let Some(text) = line.cell("valeur") else { return false };
    let result = match fold(key).as_str() {
        "nom" | "name" => Ok(text).map(|text| batch.name = Some(text.to_owned())),
        "avertissement" | "notice" => Ok(text).map(|text| batch.notice = Some(text.to_owned())),
        "source" => Ok(text).map(|text| context.source = Some(text.to_owned())),
        "invente" | "invented" => words::truth(text).map(|truth| batch.invented = truth),
        "date" | "day" => value::date(text).map(|day| {
            batch.day = Some(day);
            context.day = Some(day);
        }),
        "langue" | "language" => language(text),
        _ => Err(value::refused::value("refused-key", key)),
    };
    result.map_err(|reason| line.refuse("valeur", reason, notes)).is_ok()
}

/// The language of the wordings is recognised word by word; the key is only checked.
fn language(text: &str) -> Result<(), Message> {
    if ["fr", "en"].contains(&fold(text).as_str()) {
        Ok(())
    } else {
        Err(value::refused::value("refused-language", text))
    }
}
