//! What may be said on the command line.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

/// OpenAPI documents in, Rust crates out.
///
/// Reads Markdown pages, YAML and JSON, in one file or in hundreds; merges them into one OpenAPI document; and
/// generates a Rust crate: models, operations, an async client and axum server traits.
#[derive(Debug, Parser)]
#[command(name = "oasmith", version, max_term_width = 100, after_help = EXAMPLES)]
pub struct Cli {
    #[command(subcommand)]
    pub command: Command,
    /// When to use colours; by itself on a terminal, unless NO_COLOR is set
    #[arg(long, global = true, value_enum, value_name = "WHEN", default_value_t = Color::Auto)]
    pub color: Color,
    /// How to show what was found, on the standard error
    #[arg(long, global = true, value_enum, value_name = "FORMAT", default_value_t = MessageFormat::Pretty)]
    pub message_format: MessageFormat,
}

const EXAMPLES: &str = "\
Examples:
  oasmith generate petstore.yaml -o petstore/   a crate from one document
  oasmith init petstore.yaml                    start an oasmith.toml for it
  oasmith generate specs/petstore               regenerate, by its oasmith.toml
  oasmith generate specs/petstore --check       in CI: is the committed crate fresh?
  oasmith explain OAS101                        what a diagnostic means

An API is a folder with oasmith.toml, that file, or simply a document; of several documents, one is made.
Exit codes: 0 fine, 1 findings or stale output, 2 could not do it.";

#[derive(Debug, Subcommand)]
pub enum Command {
    Extract(Extract),
    Merge(Merge),
    Generate(Generate),
    Lint(Lint),
    Rules(Rules),
    Mock(Mock),
    Dump(Dump),
    Explain(Explain),
    Init(Init),
    Completions(Completions),
}

/// Serve an API whose answers are made up
///
/// The requests are checked as by the generated server, which this builds with cargo: the first start takes as long as
/// that does. Answers are the examples of the document, or else made from its schemas, and always valid. Where
/// credentials are required, any will do. A request chooses by `Prefer: code=404, example=name, dynamic=true`.
///
/// With `--stateful` it remembers: where a path creates (POST /pets) and another reads what was created (GET
/// /pets/{id}), things are listed page by page, read, updated and destroyed, and 404 afterwards. What was not sent is as
/// in the examples. Filters, searches and orders are left aside; all other operations answer as ever.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  oasmith mock specs/portsip --port 8887
  oasmith mock specs/portsip --port 8887 --stateful
  curl -H 'Authorization: Bearer x' -H 'Prefer: dynamic=true' localhost:8887/api/tenants")]
pub struct Mock {
    /// A folder with oasmith.toml, that file, or a document
    #[arg(value_name = "API")]
    pub api: PathBuf,
    /// Where to listen, on this machine only
    #[arg(long, value_name = "PORT", default_value_t = 4010)]
    pub port: u16,
    /// Keep what is created, for as long as the mock runs
    #[arg(long)]
    pub stateful: bool,
    /// Another seed, other answers
    #[arg(long, value_name = "N", default_value_t = 0)]
    pub seed: u64,
    /// Where the server is put and built [default: a folder of the user's cache]
    #[arg(long, value_name = "DIR")]
    pub folder: Option<PathBuf>,
    /// The folder that references between files may not leave [default: that of the document or of oasmith.toml]
    #[arg(long, value_name = "DIR")]
    pub root: Option<PathBuf>,
}

/// List the OpenAPI documents in pages and files
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  oasmith extract specs/portsip/*.md
  oasmith extract specs/portsip --format json")]
pub struct Extract {
    /// Pages, documents, or folders of them
    #[arg(required = true, value_name = "PATH")]
    pub paths: Vec<PathBuf>,
    /// A line each, or JSON
    #[arg(long, value_enum, default_value_t = ListFormat::Table)]
    pub format: ListFormat,
}

/// Write one OpenAPI document with shared components
///
/// Every operation keeps the place it came from, as `x-oasmith-source`. An API that has oasmith.toml also has a name
/// ledger, `names.toml` unless it says otherwise: that is written too when it changes, except with --no-recover.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  oasmith merge specs/portsip -o portsip.yaml
  oasmith merge users.yaml orders.json pages/*.md -o all.yaml
  oasmith merge specs/portsip --no-recover | less
  oasmith merge specs/portsip --explain 'GET /tenants/{id}'
  oasmith merge specs/portsip --as 3.0 -o portsip.json
  oasmith merge petstore.yaml --overlay fixes.yaml --strict-overlays")]
pub struct Merge {
    /// A folder with oasmith.toml, that file, or a document; several documents are merged, in this order
    #[arg(required = true, value_name = "API")]
    pub api: Vec<PathBuf>,
    /// Where to write it, as YAML or JSON by its ending [default: YAML on the standard output]
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// The folder that references between files may not leave [default: that of the document or of oasmith.toml]
    #[arg(long, value_name = "DIR")]
    pub root: Option<PathBuf>,
    /// Leave inlined copies as they are
    #[arg(long)]
    pub no_recover: bool,
    /// Apply an overlay, after those of oasmith.toml; may be repeated
    #[arg(long, value_name = "FILE")]
    pub overlay: Vec<PathBuf>,
    /// Fail when an action of an overlay matches nothing
    #[arg(long)]
    pub strict_overlays: bool,
    /// Leave out where operations came from
    #[arg(long)]
    pub no_origins: bool,
    /// Write nothing; say where a part came from: a path, `GET /path`, a JSON Pointer, the name of a component, or an
    /// operation id
    #[arg(long, value_name = "WHAT", conflicts_with = "output")]
    pub explain: Option<String>,
    /// Put copies in the place of references, instead of making components; cycles stay references
    #[arg(long)]
    pub dereference: bool,
    /// Convert the document to this version of OpenAPI; without it, the highest version of the sources is written
    #[arg(long = "as", value_enum, value_name = "VERSION")]
    pub version: Option<Version>,
}

/// Generate a Rust crate
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  oasmith generate specs/portsip
  oasmith generate petstore.yaml -o petstore/
  oasmith generate petstore.yaml -o petstore/ --operation tag:pets --operation '/stores/**'
  oasmith generate specs/portsip --check --report report.json
  oasmith generate specs/portsip --report --deny skipped")]
pub struct Generate {
    /// A folder with oasmith.toml, that file, or a document; several documents are merged, in this order
    #[arg(required = true, value_name = "API")]
    pub api: Vec<PathBuf>,
    /// The folder of the crate [default: `output` of oasmith.toml]
    #[arg(short, long, value_name = "DIR")]
    pub output: Option<PathBuf>,
    /// The folder that references between files may not leave [default: that of the document or of oasmith.toml]
    #[arg(long, value_name = "DIR")]
    pub root: Option<PathBuf>,
    /// Write nothing; exit with 1 when the output is stale, and say how
    #[arg(long)]
    pub check: bool,
    /// List the operations that are generated in part or not at all, with place and reason; with a file, write them
    /// there with all figures about the run
    #[arg(long, value_name = "FILE.json", num_args = 0..=1, value_parser = json_file)]
    pub report: Option<Option<PathBuf>>,
    /// Write no crate and exit with 1 when there is such an operation; may be repeated
    #[arg(long, value_enum, value_name = "WHAT")]
    pub deny: Vec<Deny>,
    /// Generate only these operations, and the types that they use: an operation id, `tag:pets`, or a path like
    /// `/pets/**`, with a method before it or not; may be repeated, and replaces `operations` of oasmith.toml
    #[arg(long, value_name = "WHICH")]
    pub operation: Vec<String>,
}

/// Not the document: `generate --report api.yaml` would take it for the report's file.
fn json_file(text: &str) -> Result<PathBuf, String> {
    let path = PathBuf::from(text);
    let is_json = path
        .extension()
        .is_some_and(|it| it.eq_ignore_ascii_case("json"));
    let told = "a report is a .json file; the API goes before `--report`";
    is_json.then_some(path).ok_or_else(|| told.to_owned())
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Deny {
    /// One that has a part which is raw JSON or raw bytes
    Degraded,
    /// One that is left out
    Skipped,
}

/// Judge a document by rules
///
/// What is found is the result, on the standard output. A place in a merged document is that of its source.
/// Settings are under `[lint]` of oasmith.toml: `preset`, `baseline`, `rules = { rule-name = "off" }`, and `overrides` for
/// `files` and `paths`. A finding that is right where it is has a comment at it, `# oasmith: allow(rule-name) reason`, or
/// `x-lint-ignore: { rule-name: reason }` in its object.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  oasmith lint petstore.yaml
  oasmith lint specs/portsip --preset strict
  oasmith lint petstore.yaml --fail-on error --format concise
  oasmith lint petstore.yaml --format sarif -o lint.sarif
  oasmith lint petstore.yaml --baseline known.txt --write-baseline
  oasmith lint petstore.yaml --changed origin/main
  oasmith explain unknown-field                  what a rule means

Exit codes: 0 clean, 1 findings of the severity of --fail-on or above, 2 could not be judged.")]
pub struct Lint {
    /// A folder with oasmith.toml, that file, or a document
    #[arg(value_name = "API")]
    pub api: PathBuf,
    /// Which rules: what is wrong, what will hurt, or house style as well [default: `preset` of oasmith.toml, or
    /// recommended]
    #[arg(long, value_enum)]
    pub preset: Option<Preset>,
    /// The least severity that makes the exit code 1
    #[arg(long, value_enum, value_name = "SEVERITY", default_value_t = FailOn::Warning)]
    pub fail_on: FailOn,
    /// How to show the findings
    #[arg(long, value_enum, default_value_t = ReportFormat::Pretty)]
    pub format: ReportFormat,
    /// Write the report there, and only say how many findings there are
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// Findings that are not told again [default: `baseline` of oasmith.toml]
    #[arg(long, value_name = "FILE")]
    pub baseline: Option<PathBuf>,
    /// Write the findings of today to the baseline
    #[arg(long, conflicts_with = "changed")]
    pub write_baseline: bool,
    /// Tell only what this git revision did not have
    #[arg(long, value_name = "REV")]
    pub changed: Option<String>,
    /// Say what each rule cost
    #[arg(long)]
    pub timings: bool,
    /// The folder that references between files may not leave [default: that of the document or of oasmith.toml]
    #[arg(long, value_name = "DIR")]
    pub root: Option<PathBuf>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ReportFormat {
    /// With the lines of the source
    Pretty,
    /// One line each
    Concise,
    /// One JSON object each, one a line
    Json,
    /// SARIF 2.1.0, for code scanning
    Sarif,
    /// Annotations of GitHub Actions
    Github,
    /// A code quality report of GitLab
    Gitlab,
    /// For CI services that show tests
    Junit,
    /// A summary for people
    Markdown,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Preset {
    Minimal,
    Recommended,
    Strict,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum FailOn {
    Error,
    Warning,
    Info,
}

/// List the rules of `lint`
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  oasmith rules
  oasmith rules --preset minimal
  oasmith rules --format markdown > RULES.md")]
pub struct Rules {
    /// Only those of a preset
    #[arg(long, value_enum)]
    pub preset: Option<Preset>,
    /// A line each, or a page with their documentation
    #[arg(long, value_enum, default_value_t = RuleFormat::Table, conflicts_with = "preset")]
    pub format: RuleFormat,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum RuleFormat {
    Table,
    Markdown,
}

/// Print what a stage makes
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  oasmith dump specs/portsip --after merge
  oasmith dump petstore.yaml --after lower")]
pub struct Dump {
    /// A folder with oasmith.toml, that file, or a document
    #[arg(value_name = "API")]
    pub api: PathBuf,
    /// The last stage that runs
    #[arg(long, value_enum, value_name = "STAGE")]
    pub after: Stage,
    /// The folder that references between files may not leave [default: that of the document or of oasmith.toml]
    #[arg(long, value_name = "DIR")]
    pub root: Option<PathBuf>,
}

/// Explain a diagnostic code, or list them all
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  oasmith explain OAS101
  oasmith explain operation-clash
  oasmith explain")]
pub struct Explain {
    /// A code or its name
    pub code: Option<String>,
}

/// Write a commented oasmith.toml for a document at hand
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  oasmith init petstore.yaml
  oasmith init docs/ -o specs/oasmith.toml")]
pub struct Init {
    /// A document, a page, or a folder of them
    #[arg(value_name = "DOC")]
    pub document: PathBuf,
    /// Where to write it [default: oasmith.toml beside the document]
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
}

/// Print completions for a shell
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  oasmith completions bash > /etc/bash_completion.d/oasmith
  oasmith completions zsh > ~/.zfunc/_oasmith")]
pub struct Completions {
    pub shell: clap_complete::Shell,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Color {
    Auto,
    Always,
    Never,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum MessageFormat {
    /// With the lines of the source
    Pretty,
    /// One line each
    Concise,
    /// One JSON object each, one a line
    Json,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ListFormat {
    Table,
    Json,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Version {
    /// For tools that know nothing later
    #[value(name = "3.0")]
    V30,
    /// With all that 3.0 says in the words of JSON Schema
    #[value(name = "3.1")]
    V31,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Stage {
    Load,
    Extract,
    Parse,
    Bundle,
    Merge,
    Overlay,
    Recover,
    Read,
    Resolve,
    Lower,
    Emit,
}
