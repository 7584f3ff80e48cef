//! `fe2i evaluate`: the engine on the questions of a benchmark, JSON lines in and out.
//!
//! A: a flow → its taker among a network's actors. B: a flow and the donor's industry → the taker's industry. C: industries only → partner.
//! D: wording → waste code. E: waste term × receiver term → score. Nothing but the question itself and the embedded knowledge is read.

mod engine;
mod firms;
mod makers;
mod partners;
mod purpose;
mod questions;
mod ranking;
mod readings;
mod without;

use crate::{knowledge, output};
use anyhow::Context;
use engine::Engine;
use questions::{Prediction, Question, Task};
use std::io::BufRead;
use std::path::PathBuf;
use std::process::ExitCode;
use without::Without;

#[derive(clap::Args)]
pub struct Args {
    #[arg(value_enum, ignore_case = true)]
    task: Task,
    #[arg(long, value_enum, hide = true)]
    without: Vec<Without>,
    #[arg(long, hide = true)]
    data: Option<PathBuf>,
}

pub fn run(args: &Args) -> anyhow::Result<ExitCode> {
    let reference = knowledge::chosen(args.data.as_deref())?;
    let mut engine = Engine::new(reference, super::today()?, &args.without);
    for (number, line) in std::io::stdin().lock().lines().enumerate() {
        let line = line.with_context(|| output::text("cli-standard-input", &[]))?;
        let question: Question = serde_json::from_str(&line)
            .with_context(|| output::text("cli-no-question", &[("line", (number + 1).into())]))?;
        let prediction: Prediction = engine.answer(question.task.unwrap_or(args.task), &question);
        output::json_line(&prediction)?;
    }
    Ok(ExitCode::SUCCESS)
}
