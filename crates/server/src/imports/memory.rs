//! What people said of a file's columns, kept for the next file with the same headings.

use super::File;
use crate::app::App;
use crate::http::Desk;
use crate::problem::{Answer, Problem};
use crate::view::slug_of;
use intake::fold;
use intake::guided::{Draft, Help};
use model::{Message, SiteId};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use store::Kind;
use wording::Lang;

/// What a person said of a file.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub(crate) struct Said {
    /// Folded heading → field; an empty field leaves the column out.
    #[serde(default)]
    pub(crate) fields: BTreeMap<String, String>,
    /// The site of lines that name none.
    #[serde(default)]
    pub(crate) site: Option<String>,
    /// Whose files these are.
    #[serde(default)]
    pub(crate) sender: Option<String>,
    /// The line of this file that holds its headings, where the guess is wrong; it is not remembered for another file.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) heading_row: Option<usize>,
}

/// A file with the actors and sites that are there, and what was said of it.
pub(crate) async fn file(
    app: &App,
    territory: &str,
    name: String,
    bytes: Vec<u8>,
    said: &Said,
    lang: Lang,
) -> Answer<File> {
    let known = app.store().snapshot(territory, false).await?.territory;
    let site = said.site.as_ref().map(|id| SiteId::from(id.as_str()));
    let site = site.map(|id| {
        let found = known.sites.iter().find(|site| site.id == id).cloned();
        found.ok_or_else(|| Problem::field("site", Message::new("refusal-no-site").with("id", id)))
    });
    let help = Help { fields: said.fields.clone(), site: site.transpose()?, heading_line: said.heading_row };
    Ok(File { name, bytes, known, help, lang })
}

/// What was said of a file with these columns: every remembered heading is there, and most of the columns are remembered.
pub(crate) async fn recall(app: &App, territory: &str, draft: &Draft) -> Answer<Option<Said>> {
    let headings: Vec<String> = draft.columns.iter().map(|column| fold(&column.heading)).collect();
    let mut best: Option<Said> = None;
    for record in app.store().records(territory, Kind::Mapping).await? {
        let said: Said = record.read()?;
        let fits = said.fields.keys().all(|heading| headings.contains(heading));
        let enough = said.fields.len() * 2 > headings.len();
        let better = best.as_ref().is_none_or(|best| said.fields.len() >= best.fields.len());
        if fits && enough && better {
            best = Some(said);
        }
    }
    Ok(best)
}

/// Keeps it under the sender's name, or under the headings when nobody is named.
pub(crate) async fn remember(desk: &Desk, said: &Said) -> Answer<()> {
    if said.fields.is_empty() {
        return Ok(());
    }
    let said = &Said { heading_row: None, ..said.clone() };
    let headings: Vec<&str> = said.fields.keys().map(String::as_str).collect();
    let name = said.sender.clone().unwrap_or_else(|| headings.join(" "));
    let id = slug_of(&name);
    let present = desk.app.store().record(&desk.territory, Kind::Mapping, &id).await?;
    let same = match &present {
        Some(record) => record.read::<Said>()? == *said,
        None => false,
    };
    if !same {
        desk.put(Kind::Mapping, &id, present.map(|record| record.revision), said).await?;
    }
    Ok(())
}
