//! `fe2i serve`: the workplace on the configured database.

use super::database;
use crate::{knowledge, output};
use anyhow::Context;
use std::net::{IpAddr, SocketAddr};
use std::process::ExitCode;

#[derive(clap::Args)]
pub struct Args {
    #[command(flatten)]
    database: database::Args,
    #[arg(long, default_value = "127.0.0.1:8080", env = "FE2I_LISTEN")]
    listen: SocketAddr,
    #[arg(long, env = "FE2I_PUBLIC_URL")]
    public_url: Option<String>,
    #[arg(long = "trusted-proxy", env = "FE2I_TRUSTED_PROXY", value_delimiter = ',', value_name = "ADDRESS")]
    trusted_proxy: Vec<IpAddr>,
    #[arg(
        long,
        env = "FE2I_SMTP_URL",
        hide_env_values = true,
        requires = "public_url",
        requires = "mail_from"
    )]
    smtp: Option<String>,
    #[arg(long, env = "FE2I_MAIL_FROM")]
    mail_from: Option<String>,
    // Minutes after which a territory nobody asks for is packed in memory.
    #[arg(long, default_value_t = 10.0, env = "FE2I_REST_MINUTES", hide = true)]
    rest: f64,
    #[command(flatten)]
    provider: Provider,
}

#[derive(clap::Args)]
struct Provider {
    #[arg(long = "oidc-issuer", env = "FE2I_OIDC_ISSUER", requires_all = ["client", "secret", "public_url"])]
    issuer: Option<String>,
    #[arg(long = "oidc-client", env = "FE2I_OIDC_CLIENT")]
    client: Option<String>,
    #[arg(long = "oidc-secret", env = "FE2I_OIDC_SECRET", hide_env_values = true)]
    secret: Option<String>,
    #[arg(long = "oidc-name", env = "FE2I_OIDC_NAME", default_value = "ProConnect")]
    name: String,
    #[arg(long = "oidc-trust-email", env = "FE2I_OIDC_TRUST_EMAIL")]
    trust_email: bool,
}

impl Provider {
    fn known(&self) -> Option<server::Oidc> {
        Some(server::Oidc {
            name: self.name.clone(),
            issuer: self.issuer.clone()?,
            client_id: self.client.clone()?,
            client_secret: self.secret.clone()?,
            trust_email: self.trust_email,
        })
    }
}

impl Args {
    fn mail(&self) -> anyhow::Result<Option<server::Mail>> {
        let (Some(server), Some(from)) = (&self.smtp, &self.mail_from) else { return Ok(None) };
        server::Mail::new(server, from).map(Some).map_err(anyhow::Error::msg)
    }
}

pub fn run(args: &Args) -> anyhow::Result<ExitCode> {
    log_to_stderr();
    database::block_on(async {
        // Read while the database is opened and the first people connect; faulty, it stops the server.
        let knowledge = tokio::task::spawn_blocking(knowledge::embedded);
        let store = args.database.open().await?;
        if store.key_text().is_err() {
            // PostgreSQL: people would find out when they save a price.
            output::say("cli-no-key", &[]);
        }
        let mut config = database::server_config(&store, false)?;
        config.secure = args.public_url.as_ref().is_some_and(|url| url.starts_with("https://"));
        config.public_url.clone_from(&args.public_url);
        config.trusted_proxies.clone_from(&args.trusted_proxy);
        config.mail = args.mail()?;
        config.oidc = args.provider.known();
        config.rest = std::time::Duration::try_from_secs_f64(args.rest * 60.0).ok();
        let sound = async { knowledge.await?.map(|_| ()) };
        tokio::try_join!(listen(args.listen, server::App::new(store, config)), sound)
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
    output::say("cli-open", &[]);
    server::serve(listener, app).await.with_context(|| output::text("cli-serving", &[]))
}
