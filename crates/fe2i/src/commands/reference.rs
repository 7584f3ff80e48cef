//! `fe2i reference`: search and print what is known, with its source.

use crate::{knowledge, output};
use ::reference::{Confidence, Figure, Reference};
use chrono::NaiveDate;
use server::references::{self, Reader};
use server::shapes::{ReferenceEntry, ReferenceHit, SourceLine};
use std::process::ExitCode;
use wording::{Keyed, date};

#[derive(clap::Args)]
pub struct Args {
    words: Vec<String>,
    #[arg(long)]
    figures: bool,
}

pub fn run(args: &Args) -> anyhow::Result<ExitCode> {
    let reference = knowledge::embedded()?;
    if args.figures {
        reference.figures.all().try_for_each(|figure| output::line(&figure_line(figure)))?;
    } else if args.words.is_empty() {
        summary(reference)?;
    } else {
        return search(reference, &args.words.join(" "));
    }
    Ok(ExitCode::SUCCESS)
}

fn summary(reference: &Reference) -> anyhow::Result<()> {
    let counts = [
        ("cli-count-resources", reference.catalogue.all().len()),
        ("cli-count-pathways", reference.pathways.all().len()),
        ("cli-count-profiles", reference.activities.all().len()),
        ("cli-count-sharing", reference.sharing.len()),
        ("cli-count-plants", reference.plants.len()),
        ("cli-count-forbidden", reference.forbidden.len()),
        ("cli-count-figures", reference.figures.all().count()),
        ("cli-count-waste", reference.waste_list.entries().len()),
        ("cli-count-activities", reference.naf.labels().count()),
        ("cli-count-rubrics", reference.legal.rubrics.len()),
        ("cli-count-communes", reference.geography.communes().len()),
        ("cli-count-sources", reference.sources.len()),
    ];
    counts
        .iter()
        .try_for_each(|(what, count)| output::line(&format!("{count:>7}  {}", output::text(what, &[]))))
}

/// Every entry that holds all the words, the nearest of each kind first.
fn search(reference: &Reference, words: &str) -> anyhow::Result<ExitCode> {
    let reader = Reader { reference, lang: output::lang(), day: super::today()? };
    let hits = references::all(&reader, words);
    if hits.is_empty() {
        output::say("cli-nothing-found", &[("words", words.into())]);
        if let Some(why) = references::why_no_code(&reader, words) {
            output::note(&wording::said(output::lang(), &why));
        }
        let alike = references::alike(&reader, words);
        if !alike.is_empty() {
            output::say("cli-meant", &[("words", alike.join(", ").into())]);
        }
        return Ok(ExitCode::from(output::STOPPED));
    }
    hits.iter().try_for_each(|hit| shown(&reader, hit))?;
    Ok(ExitCode::SUCCESS)
}

/// What it is; its codes or value; where it comes from.
fn shown(reader: &Reader<'_>, hit: &ReferenceHit) -> anyhow::Result<()> {
    output::line(&format!("{:<21} {}  [{}]", hit.kind_label, hit.label, hit.id))?;
    let entry = references::entry(reader, &hit.kind, &hit.id);
    let value = hit.detail.iter().cloned().chain(entry.as_ref().and_then(certainty));
    let from = entry.iter().flat_map(|entry| &entry.sources).map(cited);
    for told in [value.collect::<Vec<_>>().join(", "), from.collect::<Vec<_>>().join(" ; ")] {
        if !told.is_empty() {
            output::line(&format!("{:21} {told}", ""))?;
        }
    }
    Ok(())
}

/// « du 01/03/2026 au 31/12/2026, confiance haute ».
fn certainty(entry: &ReferenceEntry) -> Option<String> {
    let value = entry.value.as_ref()?;
    let known = Confidence::ALL
        .iter()
        .find(|level| value.confidence.as_deref() == level.key().strip_prefix("confidence-"));
    let validity = validity(value.valid_from, value.valid_until);
    Some(validity.into_iter().chain(known.copied().map(confidence)).collect::<Vec<_>>().join(", "))
}

fn validity(from: Option<NaiveDate>, until: Option<NaiveDate>) -> Option<String> {
    let shown = |day: Option<NaiveDate>| day.map_or_else(|| "…".to_owned(), |day| date(output::lang(), day));
    (from.is_some() || until.is_some()).then(|| format!("{} → {}", shown(from), shown(until)))
}

/// « confiance haute ».
fn confidence(level: Confidence) -> String {
    let level = output::text(&level.key(), &[]);
    output::text("cli-reference-confidence", &[("level", level.into())])
}

/// The title of a document, with the place in it.
fn cited(source: &SourceLine) -> String {
    let place = source.locator.as_deref().filter(|place| !place.is_empty());
    place.map_or_else(|| source.title.clone(), |place| format!("{}, {place}", source.title))
}

/// A figure on one line, for `grep` and a spreadsheet.
fn figure_line(figure: &Figure) -> String {
    let range = figure.value.range;
    let validity = validity(figure.valid_from, figure.valid_until)
        .map_or_else(String::new, |days| format!("  [{days}]"));
    let label = if output::lang().code() == "en" { &figure.en } else { &figure.fr };
    let place = if figure.locator.is_empty() { String::new() } else { format!(" {}", figure.locator) };
    format!(
        "{}  {label} : {} – {} – {} {}{validity}  ({}, {}{place}, {})",
        figure.id,
        range.low(),
        range.mid(),
        range.high(),
        figure.value.unit,
        confidence(figure.confidence),
        figure.source,
        figure.date
    )
}
