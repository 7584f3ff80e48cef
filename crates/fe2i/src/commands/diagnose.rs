//! `fe2i diagnose`: any supported files in; leads, a page, a workbook and a map out.

use crate::study::{self, Study};
use crate::{knowledge, output};
use anyhow::Context;
use chrono::NaiveDate;
use report::{Audience, View};
use std::collections::BTreeSet;
use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

#[derive(clap::Args)]
pub struct Args {
    #[arg(required = true)]
    paths: Vec<PathBuf>,
    #[arg(long, short, default_value = "diagnostic")]
    out: PathBuf,
    #[arg(long)]
    json: bool,
    #[arg(long, default_value = "animateur", value_parser = ["animateur", "membres"])]
    pour: String,
    #[arg(long)]
    data: Option<PathBuf>,
    #[command(flatten)]
    study: StudyArgs,
}

/// What is read and how far it goes; shared with `demo`.
#[derive(clap::Args)]
pub struct StudyArgs {
    #[arg(long, value_delimiter = ',')]
    communes: Vec<String>,
    #[arg(long)]
    keep_sole_traders: bool,
    #[arg(long, value_parser = super::day)]
    day: Option<NaiveDate>,
    #[arg(long)]
    no_estimates: bool,
    #[arg(long, default_value_t = 3_000)]
    leads: usize,
    #[arg(long, default_value_t = 1)]
    pub seed: u64,
}

impl StudyArgs {
    /// As the stages want them.
    pub fn settings(&self) -> anyhow::Result<study::Settings> {
        let communes: BTreeSet<String> = self.communes.iter().map(|code| code.trim().to_owned()).collect();
        let mut diagnosis = diagnosis::Options {
            seed: self.seed,
            estimates: !self.no_estimates,
            ..diagnosis::Options::default()
        };
        diagnosis.kept = self.leads;
        diagnosis.matching.total = diagnosis.matching.total.max(self.leads);
        Ok(study::Settings {
            communes: (!communes.is_empty()).then_some(communes),
            keep_sole_traders: self.keep_sole_traders,
            day: self.day.map_or_else(super::today, Ok)?,
            diagnosis,
        })
    }
}

pub fn run(args: &Args, lang: &str) -> anyhow::Result<ExitCode> {
    let reference = knowledge::chosen(args.data.as_deref())?;
    let study = study::of(&args.paths, reference, &args.study.settings()?)?;
    let audience = if args.pour == "membres" { Audience::Members } else { Audience::Facilitator };
    let view = study.view(reference, lang, audience);
    if args.json {
        output::line(&serde_json::to_string(&report::json(&view))?)?;
    } else {
        write_all(&view, &study, &args.out)?;
    }
    Ok(study.ended())
}

fn write_all(view: &View<'_>, study: &Study, out: &Path) -> anyhow::Result<()> {
    std::fs::create_dir_all(out)
        .with_context(|| output::text("cli-folder-failed", &[("path", output::path(out))]))?;
    write(out, "report.html", |file| Ok(report::write_html(view, file)?))?;
    write(out, "report.xlsx", |file| Ok(report::write_xlsx(view, file)?))?;
    write(out, "map.geojson", |file| Ok(report::write_geojson(view, file)?))?;
    write(out, "leads.json", |file| Ok(serde_json::to_writer(file, &report::json(view))?))?;
    study.write_rejects(&out.join("rejets"))
}

fn write(
    out: &Path,
    name: &str,
    content: impl FnOnce(&mut BufWriter<File>) -> anyhow::Result<()>,
) -> anyhow::Result<()> {
    let path = out.join(name);
    let file = File::create(&path)
        .with_context(|| output::text("cli-write-failed", &[("path", output::path(&path))]))?;
    let mut file = BufWriter::new(file);
    content(&mut file)
        .and_then(|()| Ok(file.flush()?))
        .with_context(|| output::text("cli-write-failed", &[("path", output::path(&path))]))?;
    output::say("cli-written", &[("path", output::path(&path))]);
    Ok(())
}
