//! `fe2i demo`: a territory, its diagnosis, and the page to open; nothing else to install.

use crate::study::{self, Settings};
use crate::{knowledge, output};
use anyhow::Context;
use include_dir::{Dir, include_dir};
use report::{Audience, View};
use server::{Document, Documents};
use std::net::SocketAddr;
use std::path::PathBuf;
use std::process::ExitCode;

/// The territories that run, shipped in the binary.
static SCENARIOS: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/../../scenarios");

#[derive(clap::Args)]
pub struct Args {
    /// Territoire : vallee (inventé), florange (sites réels, flux estimés) ou kalundborg (documenté)
    #[arg(default_value = "vallee", value_parser = ["vallee", "florange", "kalundborg"])]
    scenario: String,
    /// Adresse d'écoute ; le port 0 en prend un libre
    #[arg(long, default_value = "127.0.0.1:8080", env = "FE2I_LISTEN")]
    listen: SocketAddr,
    /// Port d'écoute sur la boucle locale (remplace --listen)
    #[arg(long)]
    port: Option<u16>,
    #[command(flatten)]
    study: super::diagnose::StudyArgs,
}

pub fn run(args: &Args, lang: &str) -> anyhow::Result<ExitCode> {
    let documents = documents(&args.scenario, &args.study.settings()?, lang)?;
    let address = args.port.map_or(args.listen, |port| SocketAddr::from(([127, 0, 0, 1], port)));
    tokio::runtime::Builder::new_multi_thread().enable_all().build()?.block_on(async {
        let listener = tokio::net::TcpListener::bind(address).await.with_context(|| {
            format!("{address} : adresse déjà prise ou interdite ; essayez « fe2i demo --port 0 »")
        })?;
        output::line(&format!("http://{}/", listener.local_addr()?))?;
        output::note("ouvrez cette adresse dans un navigateur ; Ctrl-C pour arrêter");
        server::serve(listener, documents).await.context("service")
    })?;
    Ok(ExitCode::SUCCESS)
}

fn documents(scenario: &str, settings: &Settings, lang: &str) -> anyhow::Result<Documents> {
    let reference = knowledge::embedded()?;
    let folder = unpack(scenario)?;
    let study = study::of(std::slice::from_ref(&folder), reference, settings);
    // The copy was for the readers; what they read is in memory now.
    let _ = std::fs::remove_dir_all(&folder);
    let study = study?;
    let view = |lang: &str| study.view(reference, lang, Audience::Facilitator);
    // Each page leads to the other language.
    let page = |lang: &str| {
        page(&View { other_language: Some(if lang == "en" { "/fr" } else { "/en" }), ..view(lang) })
    };
    let mut xlsx = Vec::new();
    report::write_xlsx(&view(lang), &mut xlsx)?;
    let mut map = Vec::new();
    report::write_geojson(&view(lang), &mut map)?;
    let json = serde_json::to_vec(&report::json(&view(lang)))?;
    let workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    Ok(Documents::from([
        (String::new(), page(lang)?),
        ("fr".into(), page("fr")?),
        ("en".into(), page("en")?),
        ("report.xlsx".into(), Document { media_type: workbook, bytes: xlsx, download: true }),
        ("map.geojson".into(), Document { media_type: "application/geo+json", bytes: map, download: true }),
        ("leads.json".into(), Document { media_type: "application/json", bytes: json, download: true }),
    ]))
}

fn page(view: &View<'_>) -> anyhow::Result<Document> {
    let mut html = Vec::new();
    report::write_html(view, &mut html)?;
    Ok(Document { media_type: "text/html; charset=utf-8", bytes: html, download: false })
}

/// Writes a shipped territory where the readers can open it.
fn unpack(scenario: &str) -> anyhow::Result<PathBuf> {
    let source = SCENARIOS
        .get_dir(scenario)
        .with_context(|| format!("territoire « {scenario} » absent du programme"))?;
    let folder = std::env::temp_dir().join(format!("fe2i-demo-{}", std::process::id())).join(scenario);
    std::fs::create_dir_all(&folder)
        .with_context(|| format!("{} : dossier impossible à créer", folder.display()))?;
    for file in source.files().filter(|file| file.path().extension().is_some_and(|e| e == "csv")) {
        let name = file.path().file_name().context("nom de fichier")?;
        std::fs::write(folder.join(name), file.contents())?;
    }
    Ok(folder)
}
