//! What may be said on the command line, and running it.

use std::ffi::OsString;
use std::num::NonZeroUsize;
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Result;
use clap::{Parser, Subcommand};

use crate::report::{self, Report};
use crate::{
    check, client, codec, corpus, cpu, documents, generate, lines, lint, merge, recover, server,
    suites,
};

/// Measures oasmith and what it generates, in CPU seconds, ratios and lines
///
/// Goals and the peers' figures stand beside each figure. Run it on a calm machine, in a release build.
#[derive(Debug, Parser)]
#[command(name = "oasmith-bench", max_term_width = 100, after_help = EXAMPLES)]
struct Cli {
    #[command(subcommand)]
    command: Option<Command>,
    /// How often to measure [default: 20 for generate and lint, 7 for check, 101 for codec, 51 for client, server and merge,
    /// 5 for whole, large and split documents]
    #[arg(long, global = true, value_name = "N")]
    rounds: Option<NonZeroUsize>,
    /// Print JSON in place of a table
    #[arg(long, global = true)]
    json: bool,
}

const EXAMPLES: &str = "\
Examples:
  cargo run --release -p oasmith-bench
  cargo run --release -p oasmith-bench -- codec --rounds 301
  cargo run --release -p oasmith-bench -- documents api.json --rounds 3
  cargo run --release -p oasmith-bench -- lint api.json --rounds 5
  cargo run --release -p oasmith-bench -- server --large api.json
  cargo run --release -p oasmith-bench -- merge --bundle api/openapi.yaml
  cargo run --release -p oasmith-bench -- recover documents --style wrapped --misses
  cargo run --release -p oasmith-bench -- corpus documents --max-kb 60 --tsv results.tsv
  cargo run --release -p oasmith-bench -- corpus documents --samples 3
  cargo run --release -p oasmith-bench -- lint documents --rules
  cargo run --release -p oasmith-bench -- suites spectral cases
  cargo run --release -p oasmith-bench -- all --json

Exit codes: 0 measured, whether or not goals are met; 1 something could not be measured, or a document of the corpus
does not become a crate that compiles, or a value does not come back from it, or cases are not as listed; 2 wrong
usage.";

#[derive(Clone, Debug)]
enum Measurement {
    Generate,
    Check,
    Documents(Vec<PathBuf>),
    Codec,
    Client,
    Server(server::Settings),
    Lines,
    Lint(Vec<PathBuf>),
    Merge,
    Large(PathBuf),
    Bundle(PathBuf),
}

#[derive(Debug, Subcommand)]
enum Command {
    /// `oasmith generate specs/portsip`, as a whole process: CPU seconds and peak memory
    Generate,
    /// `cargo check` of the generated crate alone, dependencies built: CPU seconds by feature
    Check,
    /// Crates of whole documents: generating, checking and building them, dependencies built
    Documents {
        #[arg(required = true, value_name = "FILE")]
        documents: Vec<PathBuf>,
    },
    /// Decoding and encoding a detailed tenant: the generated codec against serde derive
    Codec,
    /// A call, long transfers and a program by the generated client, beside reqwest and serde by hand
    Client,
    /// Requests to the generated server, its router and idle connections, beside axum and serde by hand
    Server(server::Settings),
    /// Generated lines by part
    Lines,
    /// `oasmith lint specs/portsip` and other documents, as a whole process, beside the peers on the path
    Lint(lint::Settings),
    /// `oasmith merge specs/portsip`, in process and as a whole process, and other documents on request
    Merge(merge::Settings),
    /// How well shared components are found again in documents that are split per operation
    Recover(recover::Settings),
    /// Which documents of a folder become crates that compile without warnings, and what that costs
    Corpus(corpus::Settings),
    /// How far `oasmith lint` agrees with other linters on their own test cases
    Suites(suites::Settings),
    /// All of these but `documents`, `recover`, `corpus` and `suites`
    All,
    /// Serve what `client` calls
    #[command(hide = true)]
    Loopback,
    /// Serve what `server` asks for
    #[command(hide = true)]
    Serve { side: server::Side },
    /// Move bytes as a stream
    #[command(hide = true)]
    Transfer { what: client::Transfer, url: String },
    /// Run a command and print what it used, as JSON
    #[command(hide = true)]
    Usage {
        #[command(flatten)]
        limits: cpu::Limits,
        #[arg(required = true, trailing_var_arg = true, allow_hyphen_values = true)]
        command: Vec<OsString>,
    },
}

pub fn main() -> ExitCode {
    use Measurement::{
        Bundle, Check, Client, Codec, Documents, Generate, Large, Lines, Lint, Merge, Server,
    };

    let cli = Cli::parse();
    let wanted = match &cli.command {
        Some(Command::Usage { limits, command }) => {
            return exit(cpu::print_usage(command, *limits));
        }
        Some(Command::Loopback) => return exit(client::serve()),
        Some(Command::Serve { side }) => return exit(server::serve(*side)),
        Some(Command::Transfer { what, url }) => return exit(client::run(*what, url)),
        Some(Command::Corpus(settings)) => return exit(corpus::run(settings)),
        Some(Command::Recover(settings)) => return exit(recover::run(settings.clone())),
        Some(Command::Lint(settings)) if settings.rules => {
            return exit(lint::count(&settings.documents));
        }
        Some(Command::Suites(settings)) => return exit(suites::run(settings)),
        Some(Command::Generate) => vec![Generate],
        Some(Command::Check) => vec![Check],
        Some(Command::Documents { documents }) => vec![Documents(documents.clone())],
        Some(Command::Codec) => vec![Codec],
        Some(Command::Client) => vec![Client],
        Some(Command::Server(settings)) => vec![Server(settings.clone())],
        Some(Command::Lines) => vec![Lines],
        Some(Command::Lint(settings)) => vec![Lint(settings.documents.clone())],
        Some(Command::Merge(settings)) => {
            let large = settings.large.clone().map(Large);
            let bundle = settings.bundle.clone().map(Bundle);
            [Merge].into_iter().chain(large).chain(bundle).collect()
        }
        Some(Command::All) | None => {
            vec![
                Generate,
                Merge,
                Lint(Vec::new()),
                Check,
                Codec,
                Client,
                Server(server::Settings::default()),
                Lines,
            ]
        }
    };
    let (reports, result) = measure_all(&wanted, cli.rounds);
    if cli.json {
        println!("{}", report::json(&reports));
    } else {
        print!("{}", report::table(&reports));
    }
    result
}

/// What could be measured, and whether that was all: one fault does not cost the other figures.
fn measure_all(wanted: &[Measurement], rounds: Option<NonZeroUsize>) -> (Vec<Report>, ExitCode) {
    let mut reports = Vec::new();
    let mut result = ExitCode::SUCCESS;
    for measurement in wanted {
        match measure(measurement, rounds.map(NonZeroUsize::get)) {
            Ok(report) => reports.push(report),
            Err(error) => result = complain(&error),
        }
    }
    (reports, result)
}

fn measure(measurement: &Measurement, rounds: Option<usize>) -> Result<Report> {
    match measurement {
        Measurement::Generate => generate::measure(rounds.unwrap_or(20)),
        Measurement::Check => check::measure(rounds.unwrap_or(7)),
        Measurement::Documents(documents) => documents::measure(documents, rounds.unwrap_or(5)),
        Measurement::Codec => codec::measure(rounds.unwrap_or(101)),
        Measurement::Client => client::measure(rounds.unwrap_or(51)),
        Measurement::Server(settings) => server::measure(settings, rounds.unwrap_or(51)),
        Measurement::Lines => lines::count(),
        Measurement::Lint(documents) => lint::measure(documents, rounds.unwrap_or(20)),
        Measurement::Merge => merge::measure(rounds.unwrap_or(51)),
        Measurement::Large(file) => merge::large(file, rounds.unwrap_or(5)),
        Measurement::Bundle(root) => merge::bundle(root, rounds.unwrap_or(5)),
    }
}

fn exit(result: Result<()>) -> ExitCode {
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => complain(&error),
    }
}

fn complain(error: &anyhow::Error) -> ExitCode {
    eprintln!("oasmith-bench: {error:#}");
    ExitCode::FAILURE
}
