//! What people say about findings: ignores with reasons, baselines, severities for a part of a document.

use insta::assert_snapshot;
use oasmith_lint::{Baseline, Judged, Override, Preset, Settings, baseline, find, judge};
use oasmith_source::render::concise;
use oasmith_source::{Diagnostics, Severity, SourceMap, Span};
use oasmith_spec::extract::Format;
use oasmith_spec::parse;

const HEAD: &str = "openapi: 3.1.0\ninfo: { title: Cats, version: '1' }\n";

fn judged_by(settings: &Settings, text: &str) -> (Judged, SourceMap) {
    let mut sources = SourceMap::default();
    let text = format!("{HEAD}{text}");
    let file = sources.add("cats.yaml", text.as_str());
    let span = Span::new(file, 0, text.len());
    let (root, said) = parse::parse_at(&sources, span, Format::Yaml);
    assert!(!said.has_errors(), "{said:?}");
    let judged = judge(&root.unwrap(), &sources, settings);
    (judged, sources)
}

fn judged(text: &str) -> (Judged, SourceMap) {
    let settings = Settings {
        preset: Preset::Minimal,
        ..Settings::default()
    };
    judged_by(&settings, text)
}

fn shown(text: &str) -> String {
    let (judged, sources) = judged(text);
    let mut all = judged.said;
    all.extend(judged.findings.iter().map(|it| it.diagnostic()));
    lines(&all, &sources)
}

fn lines(all: &Diagnostics, sources: &SourceMap) -> String {
    all.iter().map(|it| concise(it, sources)).collect()
}

#[test]
fn a_comment_beside_or_above_a_member_holds_for_all_of_it() {
    let text = "\
paths: {}
servers: # oasmith: allow(missing-field, unknown-field) filled in by the gateway
  - { link: /a }
tags:
  # oasmith: allow(OAS202) the portal names it
  # (and always has)

  - description: cats
  - description: dogs
";
    assert_snapshot!(shown(text), @"cats.yaml:11:5: error[OAS202]: this tag is without `name`");
}

#[test]
fn a_member_of_an_object_says_what_is_ignored_in_it() {
    let text = "\
paths: {}
tags:
  - description: cats
    x-lint-ignore: { missing-field: the portal names it }
  - description: dogs
    x-lint-ignore: missing-field
";
    assert_snapshot!(shown(text), @"
    cats.yaml:8:20: warning[OAS490]: `x-lint-ignore` is a string, not an object
    cats.yaml:7:5: error[OAS202]: this tag is without `name`
    ");
}

#[test]
fn a_reason_is_demanded_slips_are_understood_and_what_ignores_nothing_is_told() {
    let text = "\
paths: {} # oasmith: allow(missing-field)
tags: [] # oasmith: allow(missing-feild) odd
components: # oasmith: allow(format-unknown) not in this preset
  schemas:
    Text: { description: '# oasmith: allow(missing-field) is a text' }
# oasmith: allow(field-of-wrong-type) stands at nothing
";
    assert_snapshot!(shown(text), @"
    cats.yaml:3:11: warning[OAS490]: `missing-field` is ignored without a reason
    cats.yaml:4:27: warning[OAS491]: `missing-feild` is no rule
    cats.yaml:3:28: warning[OAS492]: there is no finding of `missing-field` here to ignore
    cats.yaml:8:18: warning[OAS492]: there is no finding of `field-of-wrong-type` here to ignore
    ");
}

#[test]
fn known_findings_stay_quiet_when_others_are_put_before_them_and_new_ones_are_told() {
    let old = "\
paths:
  /cats: { get: { operationId: cats, response: {} } }
tags: [{ description: cats }]
";
    let new = "\
tags: [{ name: dogs }, { description: cats }]
paths:
  /dogs: { get: { operationId: dogs, response: {} } }
  /animals/cats: { get: { operationId: cats, tag: a, response: {} } }
";
    let (before, sources) = judged(old);
    let text = baseline::write(&before.findings, &sources);
    assert_snapshot!(text, @"
    # Findings that `oasmith lint` does not tell again; written by --write-baseline.
    e6527f41983bc0b2 missing-field tags/0
    3cf67d3b813ad551 unknown-field operation cats
    ");
    let (after, mut sources) = judged(new);
    let file = sources.add("known.txt", text.replace('\n', "\r\n"));
    let (known, said) = Baseline::parse(&sources, file);
    assert!(said.is_empty());
    let mut known = known.unwrap();
    let mut told = Diagnostics::default();
    let fresh = known.sift(after.findings, &sources);
    told.extend(fresh.iter().map(|it| it.diagnostic()));
    told.extend(known.stale());
    assert_snapshot!(lines(&told, &sources), @"
    cats.yaml:3:26: error[OAS202]: this tag is without `name`
    cats.yaml:5:38: error[OAS201]: `response` is no field of an operation
    cats.yaml:6:46: error[OAS201]: `tag` is no field of an operation
    known.txt:2:1: info[OAS493]: `missing-field tags/0` is not found any more
    ");
}

#[test]
fn what_is_no_baseline_is_refused_where_it_is() {
    let mut sources = SourceMap::default();
    let file = sources.add("known.txt", "# a remark\n\n0123456789abcdef x\nfoo: bar\n");
    let (_, said) = Baseline::parse(&sources, file);
    assert_snapshot!(lines(&said, &sources), @"known.txt:4:1: error[OAS494]: this is no entry of a baseline");
}

#[test]
fn the_last_override_that_fits_decides() {
    let name = find("unknown-field").unwrap().name();
    let part = |files: &[&str], paths: &[&str], severity| {
        let owned = |them: &[&str]| them.iter().map(|it| (*it).to_owned()).collect::<Vec<_>>();
        let levels = [(name, severity)].into_iter().collect();
        Override::new(&owned(files), &owned(paths), levels).unwrap()
    };
    let settings = Settings {
        preset: Preset::Minimal,
        options: Default::default(),
        levels: [(name, None)].into_iter().collect(),
        overrides: vec![
            part(&["*.yaml"], &["/cats/**"], Some(Severity::Info)),
            part(&["other.yaml"], &[], Some(Severity::Error)),
            part(&[], &["/cats/all/old"], None),
        ],
    };
    let text = "\
paths:
  /cats/all: { get: { response: {} } }
  /cats/all/old: { get: { response: {} } }
  /dogs: { get: { response: {} } }
";
    let (judged, sources) = judged_by(&settings, text);
    let mut told = Diagnostics::default();
    told.extend(judged.findings.iter().map(|it| it.diagnostic()));
    assert_snapshot!(lines(&told, &sources), @"cats.yaml:4:23: info[OAS201]: `response` is no field of an operation");
    assert_eq!(
        Override::new(&["a[".into()], &[], Default::default()).err(),
        Some("a[".to_owned())
    );
}
