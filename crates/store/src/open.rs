//! Opening a database.

pub(crate) mod guard;

use crate::db::{Either, Pool};
use crate::{Config, Inner, Notice, Result, Store, StoreError, migrate, private};
use sqlx::postgres::{PgConnectOptions, PgListener, PgPoolOptions};
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous};
use sqlx::{ConnectOptions, SqlitePool};
use std::path::PathBuf;
use std::str::FromStr;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::{Semaphore, broadcast};

/// Readers beside the one writer of SQLite.
const READERS: u32 = 4;
/// Connections to PostgreSQL per server.
const CONNECTIONS: u32 = 10;
/// How long a writer waits for another before it gives up.
const PATIENCE: Duration = Duration::from_secs(20);
/// Channel on which PostgreSQL tells of changes.
pub(crate) const CHANNEL: &str = "fe2i";
/// Passwords checked at once: each takes 19 MiB and a core.
const HASHERS: usize = 2;

struct Opened {
    read: Pool,
    write: Pool,
}

impl Store {
    /// Opens a database, making it when it is a SQLite file that is not there, and brings its tables up to date.
    pub async fn open(config: Config) -> Result<Self> {
        let Opened { read, write } = connect(&config).await?;
        migrate::up_to(&write, migrate::NEWEST).await?;
        let key = guard::settled(&config, &write).await?;
        let (notices, _) = broadcast::channel(1024);
        if let Either::Pg(pool) = &write {
            let mut listener = PgListener::connect_with(pool).await?;
            // Before the store is handed out: a change told earlier is told to nobody.
            match listener.listen(CHANNEL).await {
                Ok(()) => drop(tokio::spawn(hear(listener, notices.clone()))),
                Err(error) => tracing::warn!(%error, "changes by other servers are not announced"),
            }
        }
        let hashers = Arc::new(Semaphore::new(HASHERS));
        let inner = Inner { read, write, key, entropy: config.entropy, notices, hashers };
        Ok(Self { inner: Arc::new(inner) })
    }

    /// Told whenever a territory changes, here or by another server on the same PostgreSQL. A change may be told twice.
    pub fn subscribe(&self) -> broadcast::Receiver<Notice> {
        self.inner.notices.subscribe()
    }

    /// The number of the last migration applied.
    pub async fn schema_version(&self) -> Result<i64> {
        migrate::version(&self.inner.read).await
    }

    /// True on SQLite: one machine, one file.
    pub fn is_sqlite(&self) -> bool {
        matches!(self.inner.write, Either::Sqlite(_))
    }

    /// Ends all connections, after what is under way.
    pub async fn close(&self) {
        crate::db::on!(&self.inner.read, pool => pool.close().await);
        crate::db::on!(&self.inner.write, pool => pool.close().await);
    }
}

async fn connect(config: &Config) -> Result<Opened> {
    match config.url.split_once(':') {
        Some(("sqlite", _)) => sqlite(config).await,
        Some(("postgres" | "postgresql", _)) => postgres(config).await,
        _ => Err(StoreError::Refused(format!(
            "« {} » n'est pas une base ; attendu sqlite://chemin/vers/fichier ou postgres://…",
            config.url
        ))),
    }
}

/// Connections to write, tables as they are.
pub(crate) async fn pool(config: &Config) -> Result<Pool> {
    Ok(connect(config).await?.write)
}

/// The file of a SQLite address; `None` for PostgreSQL and databases in memory.
pub(crate) fn sqlite_file(url: &str) -> Result<Option<PathBuf>> {
    if !url.starts_with("sqlite:") || url.contains(":memory:") {
        return Ok(None);
    }
    Ok(Some(SqliteConnectOptions::from_str(url)?.get_filename().to_owned()))
}

async fn sqlite(config: &Config) -> Result<Opened> {
    let options = SqliteConnectOptions::from_str(&config.url)?
        .create_if_missing(true)
        .journal_mode(SqliteJournalMode::Wal)
        // What was acknowledged survives a power cut, too.
        .synchronous(SqliteSynchronous::Full)
        .foreign_keys(true)
        .busy_timeout(PATIENCE)
        // A statement of many rows is pages long, and holds what people wrote.
        .disable_statement_logging();
    let file = sqlite_file(&config.url)?;
    if let Some(path) = file.as_deref().filter(|path| !path.exists()) {
        // Made here, for nobody else to read; its journal takes the same mode. What fails is told by the connection.
        let _ = private::new_file(path);
    }
    let pool = |most| {
        // Connections are kept: closing the last one of a database in memory loses it.
        SqlitePoolOptions::new().max_connections(most).idle_timeout(None).max_lifetime(None)
    };
    let write = first(|| pool(1).connect_with(options.clone())).await?;
    let read = if file.is_none() { write.clone() } else { pool(READERS).connect_with(options).await? };
    Ok(Opened { read: Either::Sqlite(read), write: Either::Sqlite(write) })
}

/// The first connection makes the file and its journal. Others that do the same in that instant are refused without waiting, whatever the
/// busy timeout: they come again.
async fn first<F: Future<Output = sqlx::Result<SqlitePool>>>(connect: impl Fn() -> F) -> Result<SqlitePool> {
    const PAUSE: Duration = Duration::from_millis(20);
    let busy = |error: &sqlx::Error| {
        error.as_database_error().and_then(sqlx::error::DatabaseError::code).as_deref() == Some("5")
    };
    for _ in 0..PATIENCE.as_millis() / PAUSE.as_millis() {
        match connect().await {
            Err(error) if busy(&error) => tokio::time::sleep(PAUSE).await,
            connected => return Ok(connected?),
        }
    }
    Ok(connect().await?)
}

async fn postgres(config: &Config) -> Result<Opened> {
    let options =
        PgConnectOptions::from_str(&config.url)?.application_name("fe2i").disable_statement_logging();
    let pool = PgPoolOptions::new().max_connections(CONNECTIONS).acquire_timeout(PATIENCE);
    let pool = pool.connect_with(options).await?;
    Ok(Opened { read: Either::Pg(pool.clone()), write: Either::Pg(pool) })
}

/// Passes on what other servers changed. A lost connection is taken up again by sqlx; what was missed meanwhile is seen at the next
/// request, which asks for the version anyway.
async fn hear(mut listener: PgListener, notices: broadcast::Sender<Notice>) {
    loop {
        match listener.recv().await {
            Ok(message) => {
                if let Ok(notice) = serde_json::from_str(message.payload()) {
                    // Nobody may be listening; then nobody needs to know.
                    let _ = notices.send(notice);
                }
            }
            Err(sqlx::Error::PoolClosed) => return,
            Err(error) => {
                tracing::warn!(%error, "changes by other servers are not announced for a moment");
                tokio::time::sleep(Duration::from_secs(1)).await;
            }
        }
    }
}
