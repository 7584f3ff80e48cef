//! The command line of fe2i. What it says of itself is in `locales/*/help.ftl`.

mod commands;
mod help;
mod knowledge;
mod output;
mod study;
mod usage;

use clap::{CommandFactory, FromArgMatches, Parser, Subcommand};
use std::process::ExitCode;

/// Gives back what an analysis or a whole territory took: of 10,000 sites the system's own kept four times what was in use.
#[global_allocator]
static MEMORY: mimalloc::MiMalloc = mimalloc::MiMalloc;

#[derive(Parser)]
#[command(name = "fe2i", version, about, propagate_version = true)]
struct Cli {
    #[arg(long, global = true, default_value = "fr", value_parser = ["fr", "en"], env = "FE2I_LANG")]
    lang: String,
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    Demo(commands::demo::Args),
    Serve(commands::serve::Args),
    User(commands::user::Args),
    Migrate(commands::database::Args),
    Import(commands::import::Args),
    Export(commands::backup::ExportArgs),
    Backup(commands::backup::BackupArgs),
    Restore(commands::backup::RestoreArgs),
    Diagnose(commands::diagnose::Args),
    Template(commands::template::Args),
    Classify(commands::classify::Args),
    Plan(commands::plan::Args),
    Evaluate(commands::evaluate::Args),
    Reference(commands::reference::Args),
}

fn main() -> ExitCode {
    #[expect(clippy::disallowed_methods, reason = "the environment is read here, and by clap")]
    let lang = help::language(std::env::args(), std::env::var("FE2I_LANG").ok());
    output::speak(lang);
    let matches = match help::speaking(Cli::command(), lang).try_get_matches() {
        Ok(matches) => matches,
        Err(wrong) => return refused(&wrong, lang),
    };
    let cli = Cli::from_arg_matches(&matches).unwrap_or_else(|wrong| wrong.exit());
    let done = match cli.command {
        Command::Demo(args) => commands::demo::run(&args),
        Command::Serve(args) => commands::serve::run(&args),
        Command::User(args) => commands::user::run(&args),
        Command::Migrate(args) => commands::migrate::run(&args),
        Command::Import(args) => commands::import::run(&args),
        Command::Export(args) => commands::backup::export(&args),
        Command::Backup(args) => commands::backup::backup(&args),
        Command::Restore(args) => commands::backup::restore(&args),
        Command::Diagnose(args) => commands::diagnose::run(&args, &cli.lang),
        Command::Template(args) => commands::template::run(&args),
        Command::Classify(args) => commands::classify::run(&args, &cli.lang),
        Command::Plan(args) => commands::plan::run(&args, &cli.lang),
        Command::Evaluate(args) => commands::evaluate::run(&args),
        Command::Reference(args) => commands::reference::run(&args),
    };
    match done {
        Ok(code) => code,
        Err(error) => output::fail(&error),
    }
}

/// Help and version where they are asked for; a fault in words, with code 2.
fn refused(wrong: &clap::Error, lang: wording::Lang) -> ExitCode {
    match usage::said(wrong, lang) {
        Some(said) => output::note(&said),
        None => wrong.exit(),
    }
    ExitCode::from(2)
}
