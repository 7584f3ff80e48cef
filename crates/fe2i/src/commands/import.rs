//! `fe2i import`: files into a territory of the database, which is made when it is not there.

use super::database;
use crate::study;
use crate::{knowledge, output};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

#[derive(clap::Args)]
pub struct Args {
    territory: String,
    #[arg(required = true)]
    paths: Vec<PathBuf>,
    #[command(flatten)]
    database: database::Args,
    #[command(flatten)]
    study: super::diagnose::StudyArgs,
}

pub fn run(args: &Args) -> anyhow::Result<ExitCode> {
    if let [folder] = args.paths.as_slice()
        && folder.join("manifest.json").is_file()
    {
        return exported(args, folder);
    }
    let material = study::material(&args.paths, knowledge::embedded()?, &args.study.settings()?)?;
    let done = database::block_on(async {
        let store = args.database.open().await?;
        Ok(store.put_territory(&args.territory, &material.territory, "import", super::now()?).await?)
    })?;
    output::note(&format!("{} : version {}", args.territory, done.version));
    Ok(ExitCode::SUCCESS)
}

/// What `fe2i export` wrote, back as it was; the folder says which territory it is.
fn exported(args: &Args, folder: &Path) -> anyhow::Result<ExitCode> {
    let id = database::block_on(async { Ok(args.database.open().await?.import(folder).await?) })?;
    output::say("cli-read-back", &[("id", id.as_str().into())]);
    if id != args.territory {
        let names = [("id", id.as_str().into()), ("asked", args.territory.as_str().into())];
        output::say("cli-other-territory", &names);
    }
    Ok(ExitCode::SUCCESS)
}
