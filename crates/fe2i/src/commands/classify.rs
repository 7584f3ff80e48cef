//! `fe2i classify`: wording → resource and codes.

use crate::{knowledge, output};
use anyhow::Context;
use chrono::NaiveDate;
use classify::{Ask, Classification, Classifier};
use serde::{Deserialize, Serialize};
use std::io::BufRead;
use std::process::ExitCode;

#[derive(clap::Args)]
pub struct Args {
    /// Ce que dit l'entreprise : « palettes perdues », « chiffons gras », « huile de vidange »
    #[arg(required_unless_present = "jsonl")]
    text: Vec<String>,
    /// Lire des lignes JSON {"text": "…"} sur l'entrée standard, écrire une ligne JSON par réponse
    #[arg(long, conflicts_with = "text")]
    jsonl: bool,
    /// Nombre de réponses
    #[arg(long, default_value_t = 5)]
    count: usize,
    /// Jour de validité des codes (AAAA-MM-JJ) ; par défaut aujourd'hui
    #[arg(long, value_parser = super::day)]
    day: Option<NaiveDate>,
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
    let classifier = Classifier::new(knowledge::embedded()?, day);
    if args.jsonl {
        return answer_lines(&classifier, args.count);
    }
    let text = args.text.join(" ");
    print(&text, &classifier.classify(&text, args.count), &classifier, lang)?;
    Ok(ExitCode::SUCCESS)
}

fn answer_lines(classifier: &Classifier<'_>, count: usize) -> anyhow::Result<ExitCode> {
    for (number, line) in std::io::stdin().lock().lines().enumerate() {
        let line = line.context("entrée standard")?;
        let asked: Asked = serde_json::from_str(&line).with_context(|| {
            format!("entrée standard, ligne {} : attendu {{\"text\": \"…\"}}, lu « {line} »", number + 1)
        })?;
        output::json_line(&Answer { text: &asked.text, found: &classifier.classify(&asked.text, count) })?;
    }
    Ok(ExitCode::SUCCESS)
}

fn print(text: &str, found: &Classification, classifier: &Classifier<'_>, lang: &str) -> anyhow::Result<()> {
    if found.resources.is_empty() && found.codes.is_empty() {
        return output::line(&match lang {
            "en" => format!("“{text}”: no word of it is known; say it another way"),
            _ => format!("« {text} » : aucun mot connu ; essayez de le dire autrement"),
        });
    }
    for ranked in &found.resources {
        let label =
            classifier.reference().catalogue.get(ranked.resource.as_str()).map_or("", |r| r.label(lang));
        output::line(&format!(
            "{:>4.0} %  {label}  [{}]  ({})",
            100.0 * ranked.score.min(1.0),
            ranked.resource,
            ranked.words.join(" ")
        ))?;
    }
    for ranked in &found.codes {
        let label = if lang == "en" { &ranked.label_en } else { &ranked.label_fr };
        output::line(&format!("        {:<9} {label}", ranked.code.to_string()))?;
    }
    match found.question {
        Some(Ask::Hazardous { yes, no }) if lang == "en" => {
            output::line(&format!("Soiled by or containing a hazardous substance? yes → {yes}, no → {no}"))
        }
        Some(Ask::Hazardous { yes, no }) => output::line(&format!(
            "Souillé par un produit dangereux ou en contenant ? oui → {yes}, non → {no}"
        )),
        None => Ok(()),
    }
}
