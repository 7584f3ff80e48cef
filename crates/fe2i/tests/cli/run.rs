//! Drives the binary.

use serde_json::Value;
use std::io::Write;
use std::process::{Command, Stdio};

/// What a run left.
#[derive(Debug, PartialEq)]
pub struct Done {
    pub code: i32,
    pub out: String,
    pub err: String,
}

impl Done {
    /// Finished, and nothing to complain about.
    #[track_caller]
    pub fn clean(self) -> Self {
        assert_eq!((self.code, self.err.as_str()), (0, ""), "standard output:\n{}", self.out);
        self
    }

    /// Stopped with this code; the message holds all these words, and neither a panic nor data comes with it.
    #[track_caller]
    pub fn refused(self, code: i32, words: &[&str]) -> Self {
        assert_eq!(self.code, code, "{self:?}");
        for word in words {
            assert!(self.err.contains(word), "« {word} » is not in:\n{}", self.err);
        }
        assert!(!self.err.contains("panicked"), "{}", self.err);
        self
    }

    /// Each line of standard output as JSON.
    #[track_caller]
    pub fn json_lines(&self) -> Vec<Value> {
        self.out
            .lines()
            .map(|line| serde_json::from_str(line).unwrap_or_else(|e| panic!("{e}: {line}")))
            .collect()
    }

    /// Standard output as one JSON value.
    #[track_caller]
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.out).unwrap_or_else(|e| panic!("{e}:\n{}", self.out))
    }
}

/// Runs `fe2i` with these arguments and nothing on standard input.
#[track_caller]
pub fn fe2i(args: &[&str]) -> Done {
    fe2i_reading(args, "")
}

/// Runs `fe2i` with this text on standard input.
#[track_caller]
pub fn fe2i_reading(args: &[&str], input: &str) -> Done {
    let mut child = Command::new(env!("CARGO_BIN_EXE_fe2i"))
        .args(args)
        .env_remove("FE2I_LANG")
        .env_remove("RUST_LOG")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the binary starts");
    // A binary that refuses its arguments never reads: the pipe is closed, and that is all right.
    let _ = child.stdin.take().expect("piped").write_all(input.as_bytes());
    let done = child.wait_with_output().expect("the binary ends");
    let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
    // No-break spaces are typography: tests say what is said, with plain ones.
    let err = text(done.stderr).replace(['\u{a0}', '\u{202f}'], " ");
    Done { code: done.status.code().unwrap_or(-1), out: text(done.stdout), err }
}
