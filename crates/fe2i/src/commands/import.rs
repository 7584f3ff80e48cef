//! `fe2i import`: files into a territory of the database, which is made when it is not there.

use super::database;
use crate::study;
use crate::{knowledge, output};
use std::io::Read;
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
    let (outlines, paths): (Vec<PathBuf>, Vec<PathBuf>) =
        args.paths.iter().cloned().partition(|path| is_outlines(path));
    if paths.is_empty() {
        return put_outlines(args, &outlines);
    }
    let material = study::material(&paths, knowledge::embedded()?, &args.study.settings()?)?;
    let done = database::block_on(async {
        let store = args.database.open().await?;
        Ok(store.put_territory(&args.territory, &material.territory, "import", super::now()?).await?)
    })?;
    output::note(&format!("{} : version {}", args.territory, done.version));
    let ended = study::ended(material.unread);
    if outlines.is_empty() { Ok(ended) } else { put_outlines(args, &outlines) }
}

/// A GeoJSON of shapes, by what is in it.
fn is_outlines(path: &Path) -> bool {
    let mut head = Vec::new();
    let file = std::fs::File::open(path).ok().filter(|_| path.is_file());
    let read = file.and_then(|file| file.take(2_000).read_to_end(&mut head).ok());
    read.is_some() && intake::is_outlines(&head)
}

/// Outlines of communes, for the map: into a territory that is there.
fn put_outlines(args: &Args, paths: &[PathBuf]) -> anyhow::Result<ExitCode> {
    let mut stopped = false;
    for path in paths {
        let bytes = std::fs::read(path)?;
        let (outlines, refused) = match intake::read_outlines(&bytes) {
            Ok(read) => read,
            Err(why) => anyhow::bail!("{} : {}", path.display(), wording::said(output::lang(), &why)),
        };
        for why in &refused {
            output::note(&format!("{} : {}", path.display(), wording::said(output::lang(), why)));
        }
        stopped |= outlines.is_empty();
        let done = database::block_on(async {
            let store = args.database.open().await?;
            Ok(store.put_outlines(&args.territory, &outlines, "import", super::now()?).await?)
        })?;
        let (count, version) = (outlines.len().to_string(), done.version.to_string());
        let told = [("count", count.as_str().into()), ("version", version.as_str().into())];
        output::say("cli-outlines", &told);
    }
    Ok(if stopped { ExitCode::from(1) } else { ExitCode::SUCCESS })
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
