//! How fast, how small: the figures that this project holds itself to, with the goals and the peers' figures beside.
//!
//! ```text
//! cargo run --release -p oasmith-bench               # all but `recover`, `corpus` and `suites`
//! cargo run --release -p oasmith-bench -- generate   # `oasmith generate specs/portsip`, CPU seconds and peak memory
//! cargo run --release -p oasmith-bench -- check      # `cargo check` of the generated crate alone, CPU seconds
//! cargo run --release -p oasmith-bench -- codec      # the generated codec against serde derive on the same structs
//! cargo run --release -p oasmith-bench -- client     # calls, transfers and a program, beside reqwest and serde by hand
//! cargo run --release -p oasmith-bench -- server     # requests, beside axum and serde by hand; also --large FILE
//! cargo run --release -p oasmith-bench -- lines      # how much code is generated
//! cargo run --release -p oasmith-bench -- lint       # `oasmith lint specs/portsip`; also documents, beside peers on the path
//! cargo run --release -p oasmith-bench -- merge      # `oasmith merge specs/portsip`; also --large FILE, --bundle ROOT
//! cargo run --release -p oasmith-bench -- recover DOCUMENTS # shared components found again, in documents split apart
//! cargo run --release -p oasmith-bench -- corpus FOLDER     # documents that become crates which compile
//! cargo run --release -p oasmith-bench -- suites spectral FOLDER # the same findings as other linters, on their cases
//! cargo run --release -p oasmith-bench -- all --json # for a machine
//! ```
//!
//! In: the workspace. Out: a table on the standard output; nothing in the workspace changes.
//! What is deliberately missing: wall times, which say more about a machine's other work than about ours, and any
//! verdict by exit code. A figure beyond its goal is printed as missed, and is no failure; only what could not be
//! measured is, and in a corpus a document that does not become a crate which compiles.

mod check;
mod cli;
mod client;
mod codec;
mod corpus;
mod cpu;
mod documents;
mod folder;
mod generate;
mod lines;
mod lint;
mod merge;
mod package;
mod recover;
mod report;
mod samples;
mod server;
mod suites;

use std::process::ExitCode;

fn main() -> ExitCode {
    cli::main()
}
