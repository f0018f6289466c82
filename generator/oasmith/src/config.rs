//! What `oasmith.toml` says.
//!
//! In: the text of the file. Out: a [`Config`] with defaults filled in, and diagnostics with line and column.
//! A key that oasmith does not know is an error: a setting that silently does nothing helps nobody.
//! Deliberately missing: reading the file, and where its folder is; that is [`crate::api`].

mod clashes;
mod generate;
mod lint;
mod pagination;
mod table;

use std::ops::Range;

use indexmap::IndexMap;
use oasmith_codegen::Pagination;
use oasmith_codegen::ir::{Format, Targets};
use oasmith_source::{Diagnostic, Diagnostics, FileId, SourceMap, Span};
use oasmith_spec::merge::Policies;
use oasmith_spec::overlay::Unmatched;
use toml::de::DeTable;

use crate::codes;
pub use lint::{Levels, Lint, Override};
use table::{Faults, Table};

/// The settings of one API. Paths are relative to the folder of `oasmith.toml`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Config {
    /// The generated crate; from `info.title` when it is not given.
    pub name: Option<String>,
    /// Globs and paths in the order in which they are read; empty: every spec directly in the folder.
    pub sources: Vec<String>,
    /// Where each of them stands in the file.
    pub sources_at: Vec<Range<usize>>,
    /// The folder that references between files may not leave; that of `oasmith.toml` when it is not given.
    pub root: Option<String>,
    /// The folder of the generated crate.
    pub output: Option<String>,
    /// The name ledger; `None` when there is no configuration that it could stand beside.
    pub names: Option<String>,
    pub recover: Recover,
    /// What happens where two sources say different things about one.
    pub clashes: Policies,
    /// Overlays in the order in which they are applied.
    pub overlays: Vec<String>,
    /// What follows when an action of an overlay matches nothing.
    pub unmatched: Unmatched,
    pub targets: Targets,
    /// Another seed, other answers of a mock. No setting: the command sets it.
    pub seed: u64,
    /// Formats that no registry knows, and what they mean: `date_time`, `date-time`.
    pub formats: IndexMap<String, String>,
    /// What is said of the pages of operations, by their ids.
    pub pagination: IndexMap<String, Pagination>,
    /// In requests, `null` stands for an absent member, whatever a schema says.
    pub null_is_absent: bool,
    /// The formats that a server holds texts to.
    pub assert_formats: Vec<Format>,
    /// How the document is judged.
    pub lint: Lint,
    /// Programs that are copied into the `examples/` of the generated crate.
    pub examples: Vec<String>,
    /// Which operations are generated: `tag:pets`, `getPet`, `/pets/**`; all of them when it is empty.
    pub operations: Vec<String>,
}

/// Whether components are made from inlined copies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Recover {
    Components,
    /// The document stays as it was merged.
    Nothing,
}

const EVERYTHING: Targets = Targets {
    client: true,
    server: true,
    mock: false,
    docs: false,
};

impl Config {
    /// The settings for a document that stands alone.
    pub fn for_document(name: impl Into<String>) -> Config {
        Config {
            name: None,
            sources: vec![name.into()],
            sources_at: Vec::new(),
            root: None,
            output: None,
            names: None,
            recover: Recover::Components,
            clashes: Policies::default(),
            overlays: Vec::new(),
            unmatched: Unmatched::Warn,
            targets: EVERYTHING,
            seed: 0,
            formats: IndexMap::new(),
            pagination: IndexMap::new(),
            null_is_absent: false,
            assert_formats: Vec::new(),
            lint: Lint::default(),
            examples: Vec::new(),
            operations: Vec::new(),
        }
    }
}

/// Reads `oasmith.toml`. Everything that is wrong with it is said at once.
pub fn parse(sources: &SourceMap, file: FileId) -> (Option<Config>, Diagnostics) {
    let text = sources.file(file).text();
    // A byte order mark is what some editors put first; blanks keep the places right.
    let text = text.replacen('\u{feff}', "   ", 1);
    let mut faults = Faults {
        file,
        found: Diagnostics::default(),
    };
    match DeTable::parse(&text) {
        Ok(root) => {
            let config = read(root.get_ref(), &mut faults);
            let whole = !faults.found.has_errors();
            (whole.then_some(config), in_order(faults.found))
        }
        Err(error) => (None, syntax(&error, file, text.len()).into()),
    }
}

/// By place: the members are asked for by name.
fn in_order(found: Diagnostics) -> Diagnostics {
    let mut found: Vec<_> = found.into_iter().collect();
    found.sort_by_key(|it| it.primary.as_ref().map(|label| label.span));
    let mut sorted = Diagnostics::default();
    sorted.extend(found);
    sorted
}

fn syntax(error: &toml::de::Error, file: FileId, end: usize) -> Diagnostic {
    let at = error.span().unwrap_or(end..end);
    let message = error.message().lines().collect::<Vec<_>>().join(", ");
    Diagnostic::error(&codes::CONFIG_SYNTAX, message)
        .at(Span::new(file, at.start, at.end))
        .help("the file is TOML: `key = \"value\"`, under a `[table]`")
}

fn read(root: &DeTable<'_>, faults: &mut Faults) -> Config {
    let mut config = Config {
        names: Some("names.toml".to_owned()),
        sources: Vec::new(),
        ..Config::for_document("")
    };
    let mut root = Table::new("`oasmith.toml`", root);
    if let Some(table) = root.table("api", faults) {
        read_api(table, &mut config, faults);
    }
    if let Some(table) = root.table("merge", faults) {
        read_merge(table, &mut config, faults);
    }
    if let Some(table) = root.table("lint", faults) {
        config.lint = lint::read(table, faults);
    }
    if let Some(table) = root.table("generate", faults) {
        generate::read(table, &mut config, faults);
    }
    root.finish(faults);
    config
}

fn read_api(table: &DeTable<'_>, config: &mut Config, faults: &mut Faults) {
    let mut table = Table::new("`[api]`", table);
    if let Some((name, at)) = table.string("name", faults) {
        if is_package_name(name) {
            config.name = Some(name.to_owned());
        } else {
            faults.value(at, format!("`{name}` is not the name of a package"));
        }
    }
    if let Some(sources) = table.strings("sources", faults) {
        let sources = sources.into_iter().map(|(it, at)| (it.to_owned(), at));
        (config.sources, config.sources_at) = sources.unzip();
    }
    config.root = table.string("root", faults).map(|(it, _)| it.to_owned());
    config.output = table.string("output", faults).map(|(it, _)| it.to_owned());
    table.finish(faults);
}

fn read_merge(table: &DeTable<'_>, config: &mut Config, faults: &mut Faults) {
    let mut table = Table::new("`[merge]`", table);
    if let Some((names, _)) = table.string("names", faults) {
        config.names = Some(names.to_owned());
    }
    if table.flag("recover", faults) == Some(false) {
        config.recover = Recover::Nothing;
    }
    if let Some(clashes) = table.table("clashes", faults) {
        config.clashes = clashes::read(clashes, faults);
    }
    if let Some(overlays) = table.strings("overlays", faults) {
        config.overlays = overlays.into_iter().map(|(it, _)| it.to_owned()).collect();
    }
    table.finish(faults);
}

/// What cargo takes, and what makes a sensible Rust path: letters, digits, `-` and `_`, a letter first.
fn is_package_name(name: &str) -> bool {
    name.starts_with(|c: char| c.is_ascii_alphabetic())
        && name
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_')
}

#[cfg(test)]
mod tests {
    use super::*;
    use insta::assert_snapshot;
    use oasmith_codegen::ir::FORMATS;
    use oasmith_source::Severity;
    use oasmith_source::render::concise;
    use oasmith_spec::merge::{Choice, NameChoice};

    fn parsed(text: &str) -> (Option<Config>, String) {
        let mut sources = SourceMap::default();
        let file = sources.add("oasmith.toml", text);
        let (config, found) = parse(&sources, file);
        let mut shown = String::new();
        for it in &found {
            shown += &concise(it, &sources);
            for help in &it.help {
                shown += &format!("  help: {help}\n");
            }
        }
        (config, shown)
    }

    #[test]
    fn an_empty_file_has_all_the_defaults() {
        let (config, _) = parsed("");
        let config = config.unwrap();
        assert_eq!(config.names.as_deref(), Some("names.toml"));
        assert_eq!((config.name, config.output), (None, None));
        assert!(config.sources.is_empty());
        assert_eq!(config.recover, Recover::Components);
        assert_eq!(config.clashes, Policies::default());
        assert_eq!(config.targets, EVERYTHING);
    }

    #[test]
    fn every_key_is_read() {
        let (config, shown) = parsed(
            r#"
            [api]
            name = "pets"
            sources = ["a.md", "more/*.yaml"]
            root = ".."
            output = "out"
            [merge]
            names = "ledger.toml"
            recover = false
            overlays = ["fix.yaml", "../all.yaml"]
            [merge.clashes]
            operations = "last"
            components = "rename"
            parts = "first"
            operation_ids = "first"
            tags = "error"
            info = "warn"
            [lint]
            preset = "strict"
            baseline = "known.txt"
            [lint.rules]
            format-unknown = "off"
            [[lint.overrides]]
            files = ["old/*.yaml"]
            paths = ["/cats/{id}/**"]
            rules = { OAS202 = "info" }
            [generate]
            targets = ["client"]
            operations = ["tag:pets", "/pets/**"]
            [generate.formats]
            zulu = "date-time"
            "a b" = "uuid"
            "#,
        );
        assert_eq!(shown, "");
        let config = config.unwrap();
        assert_eq!(config.name.as_deref(), Some("pets"));
        assert_eq!(config.sources, ["a.md", "more/*.yaml"]);
        assert_eq!(config.root.as_deref(), Some(".."));
        assert_eq!(config.output.as_deref(), Some("out"));
        assert_eq!(config.names.as_deref(), Some("ledger.toml"));
        assert_eq!(config.recover, Recover::Nothing);
        let clashes = Policies {
            operations: Choice::Last,
            components: NameChoice::Rename,
            parts: NameChoice::First,
            operation_ids: NameChoice::First,
            tags: Choice::Error,
            info: Choice::Warn,
        };
        assert_eq!(config.clashes, clashes);
        assert_eq!(config.overlays, ["fix.yaml", "../all.yaml"]);
        assert_eq!(config.lint.preset, Some(oasmith_lint::Preset::Strict));
        assert_eq!(config.lint.baseline.as_deref(), Some("known.txt"));
        assert_eq!(config.lint.rules, [("format-unknown", None)]);
        let [part] = config.lint.overrides.as_slice() else {
            panic!("one");
        };
        assert_eq!(part.rules, [("missing-field", Some(Severity::Info))]);
        assert_eq!(
            (&*part.files[0], &*part.paths[0]),
            ("old/*.yaml", "/cats/{id}/**")
        );
        assert!(config.targets.client && !config.targets.server);
        assert_eq!(config.operations, ["tag:pets", "/pets/**"]);
        let formats: Vec<_> = config.formats.iter().collect();
        assert_eq!(formats[0], (&"zulu".to_owned(), &"date-time".to_owned()));
        assert_eq!(formats[1], (&"a b".to_owned(), &"uuid".to_owned()));
    }

    #[test]
    fn formats_are_asserted_all_at_once_or_by_name() {
        let asserted = |said: &str| {
            let (config, shown) = parsed(&format!("generate.assert_formats = {said}"));
            (config.map(|it| it.assert_formats), shown)
        };
        assert_eq!(asserted("false").0, Some(Vec::new()));
        assert_eq!(asserted("true").0.map(|it| it.len()), Some(FORMATS.len()));
        let some = Some(vec![Format::Ipv4, Format::Email]);
        assert_eq!(asserted("['ipv4', 'email']").0, some);
        assert_snapshot!(asserted("['e-mail', 'regex']").1 + &asserted("'all'").1, @"
        oasmith.toml:1:28: error[OAS903]: unknown format `e-mail`
          help: did you mean `email`?
        oasmith.toml:1:38: error[OAS903]: unknown format `regex`
          help: known here: `date-time`, `date`, `time`, `duration`, `uuid`, `email`, `idn-email`, `hostname`, `ipv4`, `ipv6`, `uri`, `uri-reference`, `iri`, `iri-reference`, `uri-template`, `json-pointer`, `relative-json-pointer`
        oasmith.toml:1:27: error[OAS903]: `assert_formats` is a string, not true or false
        ");
    }

    #[test]
    fn unknown_keys_are_refused_with_what_was_meant() {
        let (config, shown) = parsed("[api]\nsoruces = []\n[merg]\n[generate]\nlanguage = 'go'\n");
        assert_eq!(config, None);
        assert_snapshot!(shown, @"
        oasmith.toml:2:1: error[OAS902]: unknown key `soruces` in `[api]`
          help: did you mean `sources`?
        oasmith.toml:3:2: error[OAS902]: unknown key `merg` in `oasmith.toml`
          help: did you mean `merge`?
        oasmith.toml:5:1: error[OAS902]: unknown key `language` in `[generate]`
          help: known here: `targets`, `operations`, `examples`, `pagination`, `null_is_absent`, `assert_formats`, `formats`
        ");
    }

    #[test]
    fn values_are_refused_where_they_stand() {
        let (config, shown) = parsed(
            "api = { name = '1st', sources = 'a.md', output = ' ' }\n\
             generate = { targets = ['sever', 3], formats = { x = 1 }, examples = ['a.rs', 'b.txt'] }\n\
             merge = []\n",
        );
        assert_eq!(config, None);
        assert_snapshot!(shown, @"
        oasmith.toml:1:16: error[OAS903]: `1st` is not the name of a package
        oasmith.toml:1:33: error[OAS903]: `sources` is a string, not a list of strings
        oasmith.toml:1:50: error[OAS903]: `output` is empty
        oasmith.toml:2:25: error[OAS903]: unknown target `sever`
          help: did you mean `server`?
        oasmith.toml:2:34: error[OAS903]: an item of `targets` is a number, not a string
        oasmith.toml:2:54: error[OAS903]: `x` is a number, not a string
        oasmith.toml:2:79: error[OAS903]: `b.txt` is not the name of a Rust program
        oasmith.toml:3:9: error[OAS903]: `merge` is a list, not a table
        ");
    }

    #[test]
    fn what_is_said_of_pages_is_read_and_refused() {
        let (config, _) = parsed(
            "[generate.pagination]\nlist = { by = 'page', param = 'p', first = 0 }\n\"GET /x\" = false\n",
        );
        let said = config.unwrap().pagination;
        assert_eq!(said["GET /x"], Pagination::Off);
        assert!(matches!(said["list"], Pagination::By(_)));
        let (config, shown) = parsed(
            "[generate.pagination]\na = true\nb = { by = 'pages' }\nc = { by = 'link', itmes = '/x' }\nd = {}\ne = { by = [] }\n",
        );
        assert_eq!(config, None);
        assert_snapshot!(shown, @"
        oasmith.toml:2:5: error[OAS903]: `a` is neither a table nor false
        oasmith.toml:3:12: error[OAS903]: `pages` turns no pages; known are `offset`, `page`, `token`, `last`, `url`, `link`
        oasmith.toml:4:28: error[OAS903]: `itmes` says nothing of pages; known are `by`, `param`, `first`, `items`, `total`, `pages`, `more`, `next`, `id`
        oasmith.toml:5:5: error[OAS903]: `by` is missing, which says how pages are turned
        oasmith.toml:6:12: error[OAS903]: `by` is neither a string nor a number
        ");
    }

    #[test]
    fn rules_and_severities_of_lint_are_refused_with_what_was_meant() {
        let (config, shown) = parsed(
            "[lint]\npreset = 'strickt'\n[lint.rules]\nformat-unknwon = 'off'\nmissing-field = 'loud'\n\
             [[lint.overrides]]\npaths = ['/cats/[']\n[[lint.overrides]]\nrules = {}\n",
        );
        assert_eq!(config, None);
        assert_snapshot!(shown, @"
        oasmith.toml:2:10: error[OAS903]: unknown preset `strickt`
          help: did you mean `strict`?
        oasmith.toml:4:1: error[OAS902]: unknown rule `format-unknwon`
          help: did you mean `format-unknown`?
        oasmith.toml:5:17: error[OAS903]: unknown severity `loud`
          help: known here: `off`, `info`, `warning`, `error`
        oasmith.toml:6:1: error[OAS903]: `/cats/[` is no pattern
        oasmith.toml:8:1: error[OAS903]: an override has neither `files` nor `paths`
        ");
    }

    #[test]
    fn a_policy_that_cannot_be_is_refused_with_the_reason() {
        let (config, shown) = parsed(
            "[merge.clashes]\noperations = 'rename'\ncomponents = 'frist'\ntags = 'rename'\ncomponent = 1\n",
        );
        assert_eq!(config, None);
        assert_snapshot!(shown, @"
        oasmith.toml:2:14: error[OAS903]: `operations` cannot be `rename`: an operation is its method and path, and another path is another request
        oasmith.toml:3:14: error[OAS903]: unknown policy `frist`
          help: did you mean `first`?
        oasmith.toml:4:8: error[OAS903]: `tags` cannot be `rename`: operations name their tags, and both mean the same group
        oasmith.toml:5:1: error[OAS902]: unknown key `component` in `[merge.clashes]`
          help: did you mean `components`?
        ");
    }

    #[test]
    fn broken_toml_is_refused_where_it_breaks() {
        assert_snapshot!(parsed("\u{feff}[api]\nname = \n").1, @r#"
        oasmith.toml:2:8: error[OAS901]: string values must be quoted, expected literal string
          help: the file is TOML: `key = "value"`, under a `[table]`
        "#);
        assert_snapshot!(parsed("[api\nname = 'x'\n").1, @r#"
        oasmith.toml:1:5: error[OAS901]: unclosed table, expected `]`
          help: the file is TOML: `key = "value"`, under a `[table]`
        "#);
        assert_snapshot!(parsed("[api]\nname = 'x'\nname = 'y'\n").1, @r#"
        oasmith.toml:3:1: error[OAS901]: duplicate key
          help: the file is TOML: `key = "value"`, under a `[table]`
        "#);
    }
}
