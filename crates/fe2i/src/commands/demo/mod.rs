//! `fe2i demo`: the workplace over territories that are shipped, in a database that is thrown away; nothing else to install.

mod people;
mod project;
mod work;

use super::{database, serve};
use crate::study;
use crate::{knowledge, output};
use anyhow::Context;
use include_dir::{Dir, include_dir};
use model::Territory;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use store::{Config, Entropy, Store, TempFolder};

/// The territories that run, shipped in the binary.
static SCENARIOS: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/../../scenarios");
/// Their names, the one with invented companies first.
const NAMES: [&str; 3] = ["vallee", "florange", "kalundborg"];

#[derive(clap::Args)]
pub struct Args {
    #[arg(default_value = "vallee", value_parser = NAMES)]
    scenario: String,
    #[arg(long, default_value = "127.0.0.1:8080", env = "FE2I_LISTEN")]
    listen: SocketAddr,
    #[arg(long)]
    port: Option<u16>,
    #[command(flatten)]
    study: super::diagnose::StudyArgs,
}

/// Until somebody stops it: the folder goes with the process, also when it is stopped while it prepares.
pub fn run(args: &Args) -> anyhow::Result<ExitCode> {
    serve::log_to_stderr();
    database::block_on(async {
        tokio::select! {
            biased;
            () = server::asked_to_stop() => Ok(()),
            done = work_until_stopped(args) => done,
        }
    })?;
    Ok(ExitCode::SUCCESS)
}

async fn work_until_stopped(args: &Args) -> anyhow::Result<()> {
    let own = TempFolder::new(&Entropy::system())?;
    let folder = own.path();
    let address = args.port.map_or(args.listen, |port| SocketAddr::from(([127, 0, 0, 1], port)));
    let settings = args.study.settings()?;
    let territories = territories(folder, &args.scenario, &settings)?;
    let url = format!("sqlite://{}", folder.join("demo.sqlite").display());
    let store = Store::open(Config { url, key: None, entropy: Entropy::system() }).await?;
    for (name, territory) in &territories {
        store.put_territory(name, territory, "demo", super::now()?).await?;
    }
    people::fill(&store, &territories).await?;
    let mut config = database::server_config(&store, true)?;
    config.diagnosis = settings.diagnosis;
    config.first = Some(args.scenario.clone());
    let app = server::App::new(store, config);
    let leads = database::said(app.warm(&args.scenario).await)?;
    output::note(&format!("{} pistes", leads.len()));
    if args.scenario == "vallee" {
        work::fill(app.store(), &args.scenario, &leads).await?;
    }
    serve::listen(address, app).await
}

/// Reads the shipped territories, the chosen one first.
fn territories(
    folder: &Path,
    first: &str,
    settings: &study::Settings,
) -> anyhow::Result<Vec<(String, Territory)>> {
    let mut names = NAMES.to_vec();
    names.sort_by_key(|name| *name != first);
    let reference = knowledge::embedded()?;
    let read = |name: &&str| {
        let files = unpack(folder, name)?;
        let material = study::material(&[files], reference, settings)?;
        Ok(((*name).to_owned(), material.territory))
    };
    names.iter().map(read).collect()
}

/// Writes a shipped territory where the readers can open it.
fn unpack(folder: &Path, scenario: &str) -> anyhow::Result<PathBuf> {
    let source = SCENARIOS
        .get_dir(scenario)
        .with_context(|| format!("territoire « {scenario} » absent du programme"))?;
    let folder = folder.join(scenario);
    std::fs::create_dir_all(&folder)
        .with_context(|| format!("{} : dossier impossible à créer", folder.display()))?;
    for file in source.files().filter(|file| file.path().extension().is_some_and(|e| e == "csv")) {
        let name = file.path().file_name().context("nom de fichier")?;
        std::fs::write(folder.join(name), file.contents())?;
    }
    Ok(folder)
}
