//! `fe2i reference`: search and print what is known, with its source.

use crate::{knowledge, output};
use ::reference::{Figure, Reference, SourceId};
use classify::fold;
use std::process::ExitCode;
use wording::Keyed;

#[derive(clap::Args)]
pub struct Args {
    words: Vec<String>,
    #[arg(long)]
    figures: bool,
}

pub fn run(args: &Args, lang: &str) -> anyhow::Result<ExitCode> {
    let reference = knowledge::embedded()?;
    if args.figures {
        for figure in reference.figures.all() {
            output::line(&figure_line(figure, lang))?;
        }
    } else if args.words.is_empty() {
        summary(reference)?;
    } else {
        let found = search(reference, &args.words, lang)?;
        if found == 0 {
            output::say("cli-nothing-found", &[("words", args.words.join(" ").into())]);
            return Ok(ExitCode::from(output::STOPPED));
        }
    }
    Ok(ExitCode::SUCCESS)
}

fn summary(reference: &Reference) -> anyhow::Result<()> {
    let counts = [
        ("cli-count-resources", reference.catalogue.all().len()),
        ("cli-count-pathways", reference.pathways.all().len()),
        ("cli-count-profiles", reference.activities.all().len()),
        ("cli-count-sharing", reference.sharing.len()),
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

/// Prints every entry that holds all the words; returns how many.
fn search(reference: &Reference, words: &[String], lang: &str) -> anyhow::Result<usize> {
    let wanted: Vec<String> = words.iter().map(|word| fold(word).trim().to_owned()).collect();
    let holds = |text: String| {
        let text = fold(&text);
        wanted.iter().all(|word| text.contains(word.as_str()))
    };
    let mut lines = Vec::new();
    for r in reference.catalogue.all().iter().filter(|r| {
        holds([r.id.as_str(), &r.fr, &r.en, &r.words_fr.join(" "), &r.words_en.join(" ")].join(" "))
    }) {
        let codes: Vec<String> = r.codes.iter().map(ToString::to_string).collect();
        lines.push(format!(
            "{}  {}  {}  [{}]  {}",
            head("resource"),
            r.id,
            r.label(lang),
            codes.join(", "),
            cite(reference, &r.source, r.locator.as_deref())
        ));
    }
    for p in reference.pathways.all().iter().filter(|p| holds([p.id.as_str(), &p.fr, &p.en].join(" "))) {
        lines.push(format!(
            "{}  {}  {}  {}",
            head("pathway"),
            p.id,
            p.label(lang),
            cite(reference, &p.source, p.locator.as_deref())
        ));
    }
    let mut figures: Vec<&Figure> =
        reference.figures.all().filter(|f| holds([f.id.as_str(), &f.fr, &f.en].join(" "))).collect();
    let today = super::today()?;
    figures.sort_by_key(|figure| !holds_on(figure, today));
    for f in figures {
        lines.push(format!("{}  {}", head("figure"), figure_line(f, lang)));
    }
    for e in reference
        .waste_list
        .entries()
        .iter()
        .filter(|e| holds([e.display.as_str(), &e.label_fr, &e.label_en].join(" ")))
    {
        let label = if lang == "en" { &e.label_en } else { &e.label_fr };
        let until = e.valid_until.map_or_else(String::new, |day| dated("until", day));
        let from = e.valid_from.map_or_else(String::new, |day| dated("from", day));
        lines.push(format!("{}  {}  {label}{from}{until}", head("waste"), e.display));
    }
    let mut naf: Vec<_> =
        reference.naf.labels().filter(|(code, fr, en)| holds(format!("{} {fr} {en}", code.code))).collect();
    naf.sort_by_key(|(code, ..)| *code);
    lines.extend(naf.into_iter().map(|(code, fr, en)| {
        format!("{}  {code}  {}", head("activity"), if lang == "en" && !en.is_empty() { en } else { fr })
    }));
    lines.iter().try_for_each(|line| output::line(line))?;
    Ok(lines.len())
}

/// What kind of entry a line is, as wide as the longest of them.
fn head(kind: &str) -> String {
    format!("{:<9}", output::text(&format!("cli-reference-{kind}"), &[]))
}

fn dated(key: &str, day: chrono::NaiveDate) -> String {
    format!("  {}", output::text(&format!("cli-reference-{key}"), &[("day", day.to_string().into())]))
}

/// True on a day of the figure's validity: those come first, past and coming ones after them.
fn holds_on(figure: &Figure, day: chrono::NaiveDate) -> bool {
    figure.valid_from.is_none_or(|from| from <= day) && figure.valid_until.is_none_or(|until| day <= until)
}

fn figure_line(figure: &Figure, lang: &str) -> String {
    let range = figure.value.range;
    let validity = match (figure.valid_from, figure.valid_until) {
        (None, None) => String::new(),
        (from, until) => {
            let show = |day: Option<chrono::NaiveDate>| day.map_or_else(|| "…".to_owned(), |d| d.to_string());
            format!("  [{} → {}]", show(from), show(until))
        }
    };
    let label = if lang == "en" { &figure.en } else { &figure.fr };
    let place = if figure.locator.is_empty() { String::new() } else { format!(" {}", figure.locator) };
    format!(
        "{}  {label} : {} – {} – {} {}{validity}  ({}, {}{place}, {})",
        figure.id,
        range.low(),
        range.mid(),
        range.high(),
        figure.value.unit,
        confidence(figure),
        figure.source,
        figure.date
    )
}

/// « confiance haute ».
fn confidence(figure: &Figure) -> String {
    let level = output::text(&figure.confidence.key(), &[]);
    output::text("cli-reference-confidence", &[("level", level.into())])
}

/// The titles of the sources, the first with the place in it.
fn cite(reference: &Reference, sources: &[SourceId], locator: Option<&str>) -> String {
    let title = |id: &SourceId| Some(reference.sources.get(id)?.title.clone());
    let mut titles: Vec<String> = sources.iter().filter_map(title).collect();
    if let (Some(first), Some(place)) = (titles.first_mut(), locator) {
        *first = format!("{first}, {place}");
    }
    format!("— {}", titles.join(" ; "))
}
