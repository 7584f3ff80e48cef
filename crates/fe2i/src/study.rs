//! From paths to a diagnosis, with progress on standard error.

use crate::output;
use chrono::NaiveDate;
use classify::Classifier;
use diagnosis::{Diagnosis, Stage};
use model::{Batch, FileReport, Finding, Severity, Territory};
use reference::Reference;
use report::{Audience, View};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use wording::said;

/// Errors said one by one; the documents hold all of them.
const ERRORS_SAID: usize = 20;

/// What is read and how far it goes.
pub struct Settings {
    /// Insee codes kept from national files; `None` keeps all.
    pub communes: Option<BTreeSet<String>>,
    /// Keep sole traders of SIRENE extracts.
    pub keep_sole_traders: bool,
    /// Day of reading.
    pub day: NaiveDate,
    /// The stages.
    pub diagnosis: diagnosis::Options,
}

/// A diagnosis and what became of the files.
pub struct Study {
    diagnosis: Diagnosis,
    files: Vec<FileReport>,
    unread: usize,
}

/// What the files say, before any analysis.
pub struct Material {
    /// Who and what flows.
    pub territory: Territory,
    noticed: Vec<Finding>,
    files: Vec<FileReport>,
    /// How many files could not be read.
    pub unread: usize,
}

/// Reads the files. Stops when no file could be read at all; a file among others that cannot be read is left out, and a finding says so.
pub fn material(paths: &[PathBuf], reference: &Reference, settings: &Settings) -> anyhow::Result<Material> {
    let options = intake::Options {
        reference,
        communes: settings.communes.clone(),
        keep_sole_traders: settings.keep_sole_traders,
        day: settings.day,
    };
    let (mut batches, unread) = read(paths, &options)?;
    let (territory, mut noticed) = intake::assemble(&mut batches, &options);
    let classifier = Classifier::new(reference, territory.day);
    let (territory, lists) = classify::apart(territory, &classifier);
    noticed.extend(lists);
    let files: Vec<FileReport> = batches.into_iter().map(|batch| batch.report).collect();
    files.iter().filter(|file| !file.format.is_empty()).for_each(say_file);
    output::say(
        "cli-totals-read",
        &[("sites", territory.sites.len().into()), ("flows", territory.flows.len().into())],
    );
    say_errors(&noticed, &territory, reference);
    Ok(Material { territory, noticed, files, unread })
}

/// Reads the files and runs the stages.
pub fn of(paths: &[PathBuf], reference: &Reference, settings: &Settings) -> anyhow::Result<Study> {
    let Material { territory, noticed, files, unread } = material(paths, reference, settings)?;
    let mut diagnosis = diagnosis::run(territory, reference, &settings.diagnosis, &mut |stage| {
        output::say(stage_key(stage), &[]);
    });
    say_errors(&diagnosis.findings, &diagnosis.territory, reference);
    diagnosis.findings.splice(0..0, noticed);
    let warnings = diagnosis.findings.iter().filter(|finding| finding.severity == Severity::Warning).count();
    if warnings > 0 {
        output::say("cli-warnings", &[("count", warnings.into())]);
    }
    output::say(
        "cli-totals-found",
        &[("leads", diagnosis.leads.len().into()), ("visits", diagnosis.visits.len().into())],
    );
    Ok(Study { diagnosis, files, unread })
}

/// What went wrong, each in a sentence.
fn say_errors(findings: &[Finding], territory: &Territory, reference: &Reference) {
    let words = wording::Words::new(territory, reference, output::lang());
    let errors = || findings.iter().filter(|finding| finding.severity == Severity::Error);
    for finding in errors().take(ERRORS_SAID) {
        let what = ("what", words.finding(finding).into());
        if finding.about.is_empty() {
            output::say("cli-error", &[what]);
        } else {
            output::say("cli-error-about", &[("about", finding.about.as_str().into()), what]);
        }
    }
    let unsaid = errors().count().saturating_sub(ERRORS_SAID);
    if unsaid > 0 {
        output::say("cli-errors-more", &[("count", unsaid.into())]);
    }
}

/// The last line of a work whose results lack files that could not be read, and its exit code.
pub fn ended(unread: usize) -> ExitCode {
    if unread == 0 {
        return ExitCode::SUCCESS;
    }
    output::say("cli-unread", &[("count", unread.into())]);
    ExitCode::from(output::STOPPED)
}

/// The batches, those of unreadable files among them, and how many these are.
fn read(paths: &[PathBuf], options: &intake::Options<'_>) -> anyhow::Result<(Vec<Batch>, usize)> {
    /// Lines between two signs of life.
    const EVERY: usize = 100_000;
    let mut told = 0;
    let results = intake::read_paths(paths, options, &mut |progress| {
        if progress.lines / EVERY > told {
            let args = [("path", progress.path.into()), ("lines", progress.lines.into())];
            output::say("cli-progress", &args);
        }
        told = progress.lines / EVERY;
    });
    if results.is_empty() {
        anyhow::bail!(output::text("unreadable-nothing", &[("paths", list(paths).into())]));
    }
    let unread = results.iter().filter(|result| result.is_err()).count();
    if unread == results.len() {
        let why = results.iter().filter_map(|result| result.as_ref().err());
        let mut why: Vec<String> = why.map(|error| said(output::lang(), &error.message())).collect();
        // The last one ends the work, and `main` says it.
        let last = why.pop().unwrap_or_default();
        for why in why {
            output::say("cli-failed", &[("why", why.into())]);
        }
        anyhow::bail!(last);
    }
    Ok((
        results.into_iter().map(|result| result.unwrap_or_else(intake::IntakeError::into_batch)).collect(),
        unread,
    ))
}

fn list(paths: &[PathBuf]) -> String {
    paths.iter().map(|path| path.display().to_string()).collect::<Vec<_>>().join(", ")
}

fn say_file(file: &FileReport) {
    let skipped: usize = file.skipped.iter().map(|(_, count)| count).sum();
    output::say(
        "cli-file",
        &[
            ("path", file.path.as_str().into()),
            ("format", file.format.as_str().into()),
            ("records", file.records.into()),
            ("skipped", skipped.into()),
            ("rejected", file.refused_lines().into()),
            ("values", file.values_to_correct().into()),
        ],
    );
}

fn stage_key(stage: Stage) -> &'static str {
    match stage {
        Stage::Classify => "cli-stage-classify",
        Stage::Estimate => "cli-stage-estimate",
        Stage::Match => "cli-stage-match",
        Stage::Appraise => "cli-stage-appraise",
    }
}

impl Study {
    /// The territory, read, classified and completed.
    pub fn territory(&self) -> &Territory {
        &self.diagnosis.territory
    }

    /// As the documents want it.
    pub fn view<'a>(&'a self, reference: &'a Reference, lang: &str, audience: Audience) -> View<'a> {
        View {
            territory: &self.diagnosis.territory,
            leads: &self.diagnosis.leads,
            visits: &self.diagnosis.visits,
            findings: &self.diagnosis.findings,
            files: &self.files,
            reference,
            lang: if lang == "en" { wording::Lang::En } else { wording::Lang::Fr },
            audience,
            other_language: None,
        }
    }

    /// How the work ends: 1 when the files held nothing to work on, or some could not be read, which is said.
    pub fn ended(&self) -> ExitCode {
        let code = ended(self.unread);
        if self.diagnosis.territory.sites.is_empty() { ExitCode::from(output::STOPPED) } else { code }
    }

    /// Writes the rejected lines back, one file per file that had some; what an earlier run gave back of the same files goes.
    pub fn write_rejects(&self, folder: &Path) -> anyhow::Result<()> {
        let given: Vec<PathBuf> = self.files.iter().map(|file| PathBuf::from(&file.path)).collect();
        for file in &self.files {
            intake::rejects::clear_rejects(file, folder, &given)
                .map_err(|error| anyhow::anyhow!(said(output::lang(), &error.message())))?;
        }
        for file in self.files.iter().filter(|file| !file.rejects.is_empty()) {
            std::fs::create_dir_all(folder)?;
            for written in intake::rejects::write_rejects(file, folder, &|what| said(output::lang(), what))
                .map_err(|error| anyhow::anyhow!(said(output::lang(), &error.message())))?
            {
                output::say(
                    "cli-written-rejects",
                    &[
                        ("path", output::path(&written.path)),
                        ("count", written.refused.into()),
                        ("values", written.values.into()),
                    ],
                );
            }
        }
        Ok(())
    }
}
