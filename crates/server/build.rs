//! Builds the pages (`web/`) with node into `OUT_DIR/ui`, where `src/ui.rs` embeds them. Nothing built is committed.

use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

/// What the pages are made of, from the root of the repository.
const MADE_OF: [&str; 10] = [
    "crates/server/tests/api/snapshots/api__matrix__every_role_at_every_route.snap",
    "web/src",
    "web/public",
    "web/index.html",
    "web/package.json",
    "web/package-lock.json",
    "web/svelte.config.js",
    "web/vite.config.ts",
    "locales/fr/web.ftl",
    "locales/en/web.ftl",
];

/// What the pages are built with.
const NEEDED: &str = "node 20.19 or later (or 22.12 or later) with npm";
/// Where it comes from.
const INSTALL: &str = "get it from https://nodejs.org, or `npm install --prefix .tools node@22` and put .tools/node_modules/.bin first on the PATH, then build again";

fn main() -> ExitCode {
    let root = PathBuf::from(variable("CARGO_MANIFEST_DIR")).join("../..");
    let out = PathBuf::from(variable("OUT_DIR")).join("ui");
    println!("cargo::rerun-if-changed=build.rs");
    for part in MADE_OF {
        println!("cargo::rerun-if-changed={}", root.join(part).display());
    }
    match build(&root.join("web"), &out) {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            println!("cargo::error={message}");
            ExitCode::FAILURE
        }
    }
}

#[expect(clippy::disallowed_methods, reason = "cargo hands its values to a build script in the environment")]
fn variable(name: &str) -> String {
    std::env::var(name).unwrap_or_default()
}

fn build(web: &Path, out: &Path) -> Result<(), String> {
    new_enough(&said_by(web, "node", &["--version"])?)?;
    if !is_installed(web) {
        run(web, "npm", &["ci", "--no-audit", "--no-fund", "--ignore-scripts"])?;
    }
    let out = out.to_str().ok_or("OUT_DIR is not UTF-8")?;
    run(
        web,
        "node",
        &["node_modules/vite/bin/vite.js", "build", "--logLevel", "warn", "--emptyOutDir", "--outDir", out],
    )
}

/// True when `npm ci` ran after the list of packages last changed.
fn is_installed(web: &Path) -> bool {
    let changed = |file: &str| web.join(file).metadata().and_then(|data| data.modified()).ok();
    match (changed("node_modules/.package-lock.json"), changed("package-lock.json")) {
        (Some(installed), Some(wanted)) => installed >= wanted,
        _ => false,
    }
}

/// Refuses a node that vite cannot run on (Debian 12 has 18): `v20.19.2` is new enough, as are 22.12 and later.
fn new_enough(version: &str) -> Result<(), String> {
    let mut numbers =
        version.trim().trim_start_matches('v').split('.').map(|n| n.parse::<u32>().unwrap_or_default());
    let (major, minor) = (numbers.next().unwrap_or_default(), numbers.next().unwrap_or_default());
    if matches!((major, minor), (20, 19..) | (22, 12..) | (23.., _)) {
        return Ok(());
    }
    Err(format!(
        "node {} is too old for the pages, {NEEDED} is needed: {INSTALL}",
        version.trim().trim_start_matches('v')
    ))
}

fn run(web: &Path, program: &str, arguments: &[&str]) -> Result<(), String> {
    said_by(web, program, arguments).map(|_| ())
}

/// What a program prints; on failure the last of what it says, and what the pages need.
fn said_by(web: &Path, program: &str, arguments: &[&str]) -> Result<String, String> {
    let said = Command::new(program).args(arguments).current_dir(web).output();
    let said = said.map_err(|error| {
        format!("the pages need {NEEDED}: `{program}` cannot be run ({error}); {INSTALL}")
    })?;
    if said.status.success() {
        return Ok(String::from_utf8_lossy(&said.stdout).into_owned());
    }
    let text = format!("{}{}", String::from_utf8_lossy(&said.stdout), String::from_utf8_lossy(&said.stderr));
    Err(format!(
        "`{program} {}` failed in web/ (it needs {NEEDED}): {}",
        arguments.join(" "),
        text.replace('\n', " ")
    ))
}
