//! `fe2i template`: an empty workbook to fill in.

use crate::output;
use anyhow::Context;
use intake::TemplateLang;
use std::fs::{self, File};
use std::io::{BufWriter, Write};
use std::path::PathBuf;
use std::process::ExitCode;

#[derive(clap::Args)]
pub struct Args {
    #[arg(default_value = "territoire.xlsx")]
    file: PathBuf,
    #[arg(long)]
    csv: bool,
    #[arg(long)]
    force: bool,
}

pub fn run(args: &Args) -> anyhow::Result<ExitCode> {
    let about = |key| output::text(key, &[("path", output::path(&args.file))]);
    if args.file.exists() && !args.force {
        anyhow::bail!(about("cli-exists"));
    }
    let english = output::lang().code() == "en";
    let lang = if english { TemplateLang::English } else { TemplateLang::French };
    if args.csv {
        fs::create_dir_all(&args.file).with_context(|| about("cli-folder-failed"))?;
        for path in intake::write_template_folder(&args.file, lang)? {
            output::say("cli-written", &[("path", output::path(&path))]);
        }
    } else {
        let file = File::create(&args.file).with_context(|| about("cli-write-failed"))?;
        let mut file = BufWriter::new(file);
        intake::write_template(&mut file, lang).with_context(|| about("cli-write-failed"))?;
        file.flush().with_context(|| about("cli-write-failed"))?;
        output::note(&about("cli-written-template"));
    }
    Ok(ExitCode::SUCCESS)
}
