//! The pages of `fe2i demo` and the report of `fe2i diagnose` in a real browser: starts the binary, then node's test runner on `e2e/`.
//!
//! Without node or chromium it says so and passes, unless `FE2I_REQUIRE_ALL=1`.

#![expect(clippy::expect_used, clippy::panic, reason = "a test stops where it fails")]

use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc;
use std::time::Duration;

/// How long the demonstration may take to answer, in a debug build on a busy machine.
const PATIENCE: Duration = Duration::from_mins(3);

#[test]
fn the_pages_in_a_browser() {
    let (Some(node), Some(npm), Some(chromium)) = (found(&["node"]), found(&["npm"]), chromium()) else {
        let message = "SKIPPED: browser tests need node 20 or later, npm and chromium on the PATH";
        assert!(std::env::var_os("FE2I_REQUIRE_ALL").is_none_or(|v| v != "1"), "{message}");
        // Past the test runner's capture: a person should see it.
        let _ = writeln!(std::io::stderr(), "{message}");
        return;
    };
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../e2e");
    if !folder.join("node_modules/playwright-core").is_dir() {
        run(Command::new(npm).args(["ci", "--no-audit", "--no-fund"]).current_dir(&folder));
    }
    let reports = Reports::write();
    let demo = Demo::start();
    run(Command::new(node)
        .args(["--test", "--test-concurrency=1"])
        .current_dir(&folder)
        .env("FE2I_URL", &demo.address)
        .env("FE2I_BIN", env!("CARGO_BIN_EXE_fe2i"))
        .env("FE2I_REPORTS", &reports.0)
        .env("FE2I_CHROMIUM", chromium));
}

/// The documents of `fe2i diagnose` in both languages, removed when dropped.
struct Reports(PathBuf);

impl Reports {
    fn write() -> Self {
        let folder = std::env::temp_dir().join(format!("fe2i-reports-{}", std::process::id()));
        let vallee = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../scenarios/vallee");
        for lang in ["fr", "en"] {
            run(Command::new(env!("CARGO_BIN_EXE_fe2i"))
                .args(["diagnose", "--lang", lang, "--out"])
                .arg(folder.join(lang))
                .arg(&vallee));
        }
        Self(folder)
    }
}

impl Drop for Reports {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// A running `fe2i demo`, stopped when dropped.
struct Demo {
    child: Child,
    address: String,
}

impl Demo {
    fn start() -> Self {
        let mut child = Command::new(env!("CARGO_BIN_EXE_fe2i"))
            .args(["demo", "--port", "0"])
            .env_remove("FE2I_LANG")
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::inherit())
            .spawn()
            .expect("the binary starts");
        let lines = BufReader::new(child.stdout.take().expect("piped")).lines();
        let (send, receive) = mpsc::channel();
        // Reads to the end, so that the server never waits for a reader.
        std::thread::spawn(move || {
            let addresses = lines.map_while(Result::ok).filter_map(|line| address(&line));
            addresses.for_each(|address| drop(send.send(address)));
        });
        match receive.recv_timeout(PATIENCE) {
            Ok(address) => Self { child, address },
            Err(error) => {
                let _ = child.kill();
                panic!("`fe2i demo --port 0` printed no address on standard output: {error}");
            }
        }
    }
}

impl Drop for Demo {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// The local address in a line, without what follows the port.
fn address(line: &str) -> Option<String> {
    const START: &str = "http://127.0.0.1:";
    let port: String = line.split_once(START)?.1.chars().take_while(char::is_ascii_digit).collect();
    Some(format!("{START}{port}"))
}

#[track_caller]
fn run(command: &mut Command) {
    let out = command.stdin(Stdio::null()).output().unwrap_or_else(|e| panic!("{command:?}: {e}"));
    let said = format!("{}{}", String::from_utf8_lossy(&out.stdout), String::from_utf8_lossy(&out.stderr));
    let _ = writeln!(std::io::stderr(), "{said}");
    assert!(out.status.success(), "{command:?} failed:\n{said}");
}

fn chromium() -> Option<PathBuf> {
    let named = std::env::var_os("FE2I_CHROMIUM").map(PathBuf::from);
    named.or_else(|| found(&["chromium", "chromium-browser", "google-chrome"]))
}

/// The first of these programs on the PATH.
fn found(names: &[&str]) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    let places: Vec<PathBuf> = std::env::split_paths(&path).collect();
    names.iter().find_map(|name| places.iter().map(|place| place.join(name)).find(|file| file.is_file()))
}
