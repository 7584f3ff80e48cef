//! `fe2i serve`: the workplace on the configured database.

use super::database;
use crate::output;
use anyhow::Context;
use std::net::SocketAddr;
use std::process::ExitCode;

#[derive(clap::Args)]
pub struct Args {
    #[command(flatten)]
    database: database::Args,
    /// Adresse d'écoute ; le port 0 en prend un libre
    #[arg(long, default_value = "127.0.0.1:8080", env = "FE2I_LISTEN")]
    listen: SocketAddr,
    /// Adresse publique complète, https compris, pour les liens des courriels ; https rend les cookies sûrs
    #[arg(long, env = "FE2I_PUBLIC_URL")]
    public_url: Option<String>,
}

pub fn run(args: &Args) -> anyhow::Result<ExitCode> {
    log_to_stderr();
    database::block_on(async {
        let store = args.database.open().await?;
        let mut config = database::server_config(&store, false)?;
        config.secure = args.public_url.as_ref().is_some_and(|url| url.starts_with("https://"));
        config.public_url.clone_from(&args.public_url);
        listen(args.listen, server::App::new(store, config)).await
    })?;
    Ok(ExitCode::SUCCESS)
}

/// Says what goes wrong; `RUST_LOG` says more.
pub fn log_to_stderr() {
    let filter = tracing_subscriber::EnvFilter::try_from_default_env();
    let filter = filter.unwrap_or_else(|_| tracing_subscriber::EnvFilter::new("warn,sqlx=error"));
    // A second call changes nothing.
    let _ = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr).try_init();
}

/// Prints the address and serves until asked to stop.
pub async fn listen(address: SocketAddr, app: server::App) -> anyhow::Result<()> {
    let listener = tokio::net::TcpListener::bind(address).await.with_context(|| {
        format!("{address} : adresse déjà prise ou interdite ; essayez « --listen 127.0.0.1:0 »")
    })?;
    output::line(&format!("http://{}/", listener.local_addr()?))?;
    output::note("ouvrez cette adresse dans un navigateur ; Ctrl-C pour arrêter");
    server::serve(listener, app).await.context("service")
}
