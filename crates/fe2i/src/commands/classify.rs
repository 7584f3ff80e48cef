//! `fe2i classify`: wording → resource and codes.

use super::classify_page::Page;
use crate::{knowledge, output};
use anyhow::Context;
use chrono::NaiveDate;
use classify::{Classification, Classifier};
use serde::{Deserialize, Serialize};
use std::io::BufRead;
use std::path::PathBuf;
use std::process::ExitCode;

#[derive(clap::Args)]
pub struct Args {
    #[arg(required_unless_present = "jsonl")]
    text: Vec<String>,
    #[arg(long, conflicts_with = "text")]
    jsonl: bool,
    #[arg(long, default_value_t = 5)]
    count: usize,
    #[arg(long, value_name = "oui|non", value_parser = yes_or_no)]
    answer: Option<bool>,
    #[arg(long, value_parser = super::day)]
    day: Option<NaiveDate>,
    #[arg(long)]
    data: Option<PathBuf>,
}

#[derive(Deserialize)]
struct Asked {
    text: String,
}

#[derive(Serialize)]
struct Answer<'a> {
    text: &'a str,
    #[serde(flatten)]
    found: &'a Classification,
}

pub fn run(args: &Args, lang: &str) -> anyhow::Result<ExitCode> {
    let day = args.day.map_or_else(super::today, Ok)?;
    let classifier = Classifier::new(knowledge::chosen(args.data.as_deref())?, day);
    if args.jsonl {
        return answer_lines(&classifier, args);
    }
    let text = args.text.join(" ");
    let found = classifier.shown(&text, args.count, args.answer);
    let page = Page {
        text: &text,
        found: &found,
        catalogue: &classifier.reference().catalogue,
        lang: lang.parse()?,
    };
    for line in page.lines() {
        output::line(&line)?;
    }
    let nothing = found.resources.is_empty() && found.codes.is_empty();
    Ok(if nothing { ExitCode::from(output::STOPPED) } else { ExitCode::SUCCESS })
}

fn yes_or_no(text: &str) -> Result<bool, String> {
    match text.to_lowercase().as_str() {
        "oui" | "o" | "yes" | "y" => Ok(true),
        "non" | "n" | "no" => Ok(false),
        _ => Err(output::text("cli-yes-or-no", &[])),
    }
}

fn answer_lines(classifier: &Classifier<'_>, args: &Args) -> anyhow::Result<ExitCode> {
    for (number, line) in std::io::stdin().lock().lines().enumerate() {
        let line = line.with_context(|| output::text("cli-standard-input", &[]))?;
        let asked: Asked = serde_json::from_str(&line).with_context(|| {
            let place = [("line", (number + 1).into()), ("text", line.as_str().into())];
            output::text("cli-no-wording", &place)
        })?;
        let found = classifier.shown(&asked.text, args.count, args.answer);
        output::json_line(&Answer { text: &asked.text, found: &found })?;
    }
    Ok(ExitCode::SUCCESS)
}
