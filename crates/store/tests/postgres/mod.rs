//! A PostgreSQL server for one test run: `FE2I_TEST_POSTGRES` (an address whose user may create databases), or one made from Debian's
//! binaries on loopback, thrown away when the tests end, however they end.

use sqlx::Connection;
use std::io::{BufRead, BufReader, Write};
use std::net::TcpListener;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU32, Ordering};

/// The running server.
struct Server {
    /// Address without a database.
    url: String,
    /// Keeps the server up: it stops when the pipe to this shell closes.
    _keeper: Option<Child>,
}

/// Makes a data directory, starts a server on it, says `ready`, waits for its input to end, stops and cleans up.
const KEEPER: &str = r#"
set -e
dir=$(mktemp -d /tmp/fe2i-pg.XXXXXX)
trap 'kill -INT "$server" 2>/dev/null; wait "$server" 2>/dev/null; rm -rf "$dir"' EXIT
"$1/initdb" -D "$dir/data" -U fe2i -A trust -E UTF8 --locale=C --no-sync >"$dir/log" 2>&1 || { cat "$dir/log" >&2; exit 1; }
"$1/postgres" -D "$dir/data" -p "$2" -c listen_addresses=127.0.0.1 -c unix_socket_directories= \
  -c fsync=off -c max_connections=300 >"$dir/log" 2>&1 &
server=$!
for _ in $(seq 300); do
  "$1/pg_isready" -q -h 127.0.0.1 -p "$2" && { echo ready; break; }
  kill -0 "$server" 2>/dev/null || { cat "$dir/log" >&2; exit 1; }
  sleep 0.1
done
cat >/dev/null
"#;

fn binaries() -> Option<PathBuf> {
    let versions = std::fs::read_dir("/usr/lib/postgresql").ok()?;
    let mut found: Vec<PathBuf> = versions.flatten().map(|entry| entry.path().join("bin")).collect();
    found.retain(|path| path.join("initdb").exists());
    found.sort();
    found.pop()
}

fn is_root() -> bool {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    status.lines().any(|line| line.starts_with("Uid:\t0\t"))
}

fn start() -> Option<Server> {
    if let Ok(url) = std::env::var("FE2I_TEST_POSTGRES") {
        return Some(Server { url: url.trim_end_matches('/').to_owned(), _keeper: None });
    }
    let Some(binaries) = binaries() else {
        assert!(
            std::env::var_os("FE2I_REQUIRE_ALL").is_none(),
            "no PostgreSQL: install postgresql, or set FE2I_TEST_POSTGRES"
        );
        println!("SKIPPED on PostgreSQL: no /usr/lib/postgresql/*/bin/initdb and no FE2I_TEST_POSTGRES");
        return None;
    };
    let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let mut command = if is_root() {
        let mut command = Command::new("runuser");
        command.args(["-u", "postgres", "--", "bash"]);
        command
    } else {
        Command::new("bash")
    };
    command.args(["-c", KEEPER, "keeper"]).arg(&binaries).arg(port.to_string());
    command.current_dir("/tmp").stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut keeper = command.spawn().expect("bash runs");
    let mut line = String::new();
    BufReader::new(keeper.stdout.take().unwrap()).read_line(&mut line).unwrap();
    assert_eq!(line.trim(), "ready", "PostgreSQL does not start");
    Some(Server { url: format!("postgres://fe2i@127.0.0.1:{port}"), _keeper: Some(keeper) })
}

/// A new, empty database; `None` when there is no PostgreSQL here (said aloud; with `FE2I_REQUIRE_ALL` that fails).
pub async fn database() -> Option<String> {
    static SERVER: OnceLock<Option<Server>> = OnceLock::new();
    static NUMBER: AtomicU32 = AtomicU32::new(0);
    let server = tokio::task::spawn_blocking(|| SERVER.get_or_init(start)).await.unwrap().as_ref()?;
    let name = format!("t_{}_{}", std::process::id(), NUMBER.fetch_add(1, Ordering::Relaxed));
    let admin = format!("{}/postgres", server.url);
    let mut connection = sqlx::PgConnection::connect(&admin).await.expect("PostgreSQL answers");
    let sql = sqlx::AssertSqlSafe(format!("CREATE DATABASE {name}"));
    sqlx::query(sql).execute(&mut connection).await.expect("the user may create databases");
    std::io::stdout().flush().unwrap();
    Some(format!("{}/{name}", server.url))
}
