//! `fe2i backup`, `fe2i restore`, `fe2i export`: the database as one file, a territory as open files.

use super::database;
use crate::output;
use std::path::PathBuf;
use std::process::ExitCode;
use store::{Config, Entropy, Key, Store};

#[derive(clap::Args)]
pub struct BackupArgs {
    file: PathBuf,
    #[arg(long)]
    dump: bool,
    #[command(flatten)]
    database: database::Args,
}

#[derive(clap::Args)]
pub struct RestoreArgs {
    file: PathBuf,
    #[arg(long)]
    forget_sealed: bool,
    #[command(flatten)]
    database: database::Args,
}

#[derive(clap::Args)]
pub struct ExportArgs {
    territory: String,
    folder: PathBuf,
    #[command(flatten)]
    database: database::Args,
}

/// While people work.
pub fn backup(args: &BackupArgs) -> anyhow::Result<ExitCode> {
    database::block_on(async {
        let store = args.database.open().await?;
        if args.dump {
            store.dump_to(&args.file).await?;
        } else {
            store.backup(&args.file).await?;
        }
        output::say("cli-backed-up", &[("path", output::path(&args.file))]);
        Ok(())
    })?;
    Ok(ExitCode::SUCCESS)
}

/// Into an empty database.
pub fn restore(args: &RestoreArgs) -> anyhow::Result<ExitCode> {
    let key = args.database.key.as_deref().map(Key::from_text).transpose()?;
    let config = Config { url: args.database.database.clone(), key, entropy: Entropy::system() };
    let count = database::block_on(async {
        let store = if args.forget_sealed {
            Store::restore_without_sealed(config, &args.file).await?
        } else {
            Store::restore(config, &args.file).await?
        };
        Ok(store.territories().await?.len())
    })?;
    output::say("cli-restored", &[("count", count.into())]);
    Ok(ExitCode::SUCCESS)
}

/// All of a territory as open files, which `import` reads back identical.
pub fn export(args: &ExportArgs) -> anyhow::Result<ExitCode> {
    database::block_on(async {
        Ok(args.database.open().await?.export(&args.territory, &args.folder).await?)
    })?;
    output::say("cli-written", &[("path", output::path(&args.folder))]);
    Ok(ExitCode::SUCCESS)
}
