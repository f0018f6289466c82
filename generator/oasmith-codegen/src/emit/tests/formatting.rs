//! Output is laid out as rustfmt has it: checked with rustfmt itself, where there is one.

use super::everything::everything;
use crate::{Shape, generate};
use std::io::Write;
use std::process::{Command, Stdio};

#[test]
fn rustfmt_agrees() {
    let files = generate(&everything(), Shape::Crate, "{}");
    for (path, text) in files.iter() {
        if path.ends_with(".rs") && !path.starts_with("src/runtime/") {
            let Some(formatted) = rustfmt(text) else {
                return;
            };
            assert_eq!(text, formatted, "{path}");
        }
    }
}

/// `None` on a machine without rustfmt.
fn rustfmt(text: &str) -> Option<String> {
    let mut command = Command::new("rustfmt");
    command.args(["--edition", "2024", "--config", "skip_children=true"]);
    let piped = command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null());
    let mut child = piped.spawn().ok()?;
    child.stdin.take()?.write_all(text.as_bytes()).ok()?;
    let output = child.wait_with_output().ok()?;
    String::from_utf8(output.stdout).ok()
}
