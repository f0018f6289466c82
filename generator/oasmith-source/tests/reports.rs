//! What the renderers make of several findings, hostile ones among them.

use insta::assert_snapshot;
use oasmith_source::render::{Reported, github, gitlab, junit, markdown, sarif};
use oasmith_source::{Diagnostic, SourceMap, Span};

oasmith_source::codes! {
    /// A cat is there twice.
    ///
    /// See [the house](x).
    pub TWICE = "OAS998" "twice";
    /// A cat is odd.
    pub ODD = "OAS999" "odd";
}

/// Acts in every format that does not escape it.
const HOSTILE: &str = "`]]></a> | @all\n::error::x\r%0A\u{1}[y](z) \"&``";

fn sources() -> SourceMap {
    let mut sources = SourceMap::new("a b/");
    sources.add("c,d:é.yaml", "cat: 1\nåcat: 2\n");
    sources
}

fn findings(sources: &SourceMap) -> [Diagnostic; 3] {
    let (file, _) = sources.iter().next().unwrap();
    [
        Diagnostic::info(&ODD, HOSTILE),
        Diagnostic::error(&TWICE, "`cat` is there twice")
            .at(Span::new(file, 9, 12))
            .also(Span::new(file, 0, 3), "first [here]")
            .help("remove one of them"),
        Diagnostic::warning(&ODD, HOSTILE).at(Span::new(file, 5, 14)),
    ]
}

fn rendered(render: fn(&[Reported<'_>]) -> String) -> String {
    let sources = sources();
    let findings = findings(&sources);
    let reported = findings.iter().map(|diagnostic| Reported {
        diagnostic,
        sources: &sources,
        fingerprint: format!("{}-0", diagnostic.code.id),
    });
    render(&reported.collect::<Vec<_>>())
}

#[test]
fn sarif_has_the_rules_that_found_something_and_escapes_links() {
    let text = rendered(sarif);
    let _: serde_json::Value = serde_json::from_str(&text).unwrap();
    assert_snapshot!(text, @r#"
    {"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","runs":[{"tool":{"driver":{"name":"oasmith","version":"0.1.0","rules":[
    {"id":"OAS999","name":"odd","shortDescription":{"text":"A cat is odd."},"help":{"markdown":"A cat is odd.","text":"A cat is odd."},"defaultConfiguration":{"level":"note"}},
    {"id":"OAS998","name":"twice","shortDescription":{"text":"A cat is there twice."},"help":{"markdown":"A cat is there twice.\n\nSee [the house](x).","text":"A cat is there twice.\n\nSee \\[the house\\](x)."},"defaultConfiguration":{"level":"error"}}]}},"columnKind":"unicodeCodePoints","results":[
    {"ruleId":"OAS999","ruleIndex":0,"level":"note","message":{"text":"`\\]\\]></a> | @all\n::error::x\r%0A\u0001\\[y\\](z) \"&``"},"locations":[],"partialFingerprints":{"oasmith/v1":"OAS999-0"}},
    {"ruleId":"OAS998","ruleIndex":1,"level":"error","message":{"text":"`cat` is there twice\nhelp: remove one of them"},"locations":[{"physicalLocation":{"artifactLocation":{"uri":"a%20b/c%2Cd%3A%C3%A9.yaml"},"region":{"startLine":2,"startColumn":2,"endLine":2,"endColumn":5}}}],"relatedLocations":[{"id":0,"message":{"text":"first \\[here\\]"},"physicalLocation":{"artifactLocation":{"uri":"a%20b/c%2Cd%3A%C3%A9.yaml"},"region":{"startLine":1,"startColumn":1,"endLine":1,"endColumn":4}}}],"partialFingerprints":{"oasmith/v1":"OAS998-0"}},
    {"ruleId":"OAS999","ruleIndex":0,"level":"warning","message":{"text":"`\\]\\]></a> | @all\n::error::x\r%0A\u0001\\[y\\](z) \"&``"},"locations":[{"physicalLocation":{"artifactLocation":{"uri":"a%20b/c%2Cd%3A%C3%A9.yaml"},"region":{"startLine":1,"startColumn":6,"endLine":2,"endColumn":7}}}],"partialFingerprints":{"oasmith/v1":"OAS999-0"}}]}]}
    "#);
}

#[test]
fn github_commands_stay_on_their_lines_and_the_worst_go_first() {
    assert_snapshot!(rendered(github), @r#"
    ::error title=OAS998 twice,file=a b/c%2Cd%3Aé.yaml,line=2,endLine=2,col=2,endColumn=5::`cat` is there twice%0Ahelp: remove one of them
    ::warning title=OAS999 odd,file=a b/c%2Cd%3Aé.yaml,line=1,endLine=2::`]]></a> | @all%0A::error::x%0D%250A [y](z) "&``
    ::notice title=OAS999 odd::`]]></a> | @all%0A::error::x%0D%250A [y](z) "&``
    "#);
}

#[test]
fn gitlab_entries_have_fingerprints_of_their_own() {
    let text = rendered(gitlab);
    let _: serde_json::Value = serde_json::from_str(&text).unwrap();
    assert_snapshot!(text, @r#"
    [
    {"description":"`]]></a> | @all\n::error::x\r%0A\u0001[y](z) \"&``","check_name":"odd","fingerprint":"OAS999-0","severity":"info","location":{"path":".","lines":{"begin":1}}},
    {"description":"`cat` is there twice\nhelp: remove one of them","check_name":"twice","fingerprint":"OAS998-0","severity":"major","location":{"path":"a b/c,d:é.yaml","lines":{"begin":2}}},
    {"description":"`]]></a> | @all\n::error::x\r%0A\u0001[y](z) \"&``","check_name":"odd","fingerprint":"OAS999-0-1","severity":"minor","location":{"path":"a b/c,d:é.yaml","lines":{"begin":1}}}
    ]
    "#);
}

#[test]
fn junit_has_a_suite_for_each_file() {
    assert_snapshot!(rendered(junit), @r#"
    <?xml version="1.0" encoding="UTF-8"?>
    <testsuites name="oasmith lint" tests="3" failures="3">
      <testsuite name="oasmith lint" tests="1" failures="1">
        <testcase name="OAS999 odd" classname="oasmith lint" file="oasmith lint" line="1">
          <failure type="info" message="`]]&gt;&lt;/a&gt; | @all&#10;::error::x&#13;%0A�[y](z) &quot;&amp;``">`]]&gt;&lt;/a&gt; | @all&#10;::error::x&#13;%0A�[y](z) &quot;&amp;``</failure>
        </testcase>
      </testsuite>
      <testsuite name="a b/c,d:é.yaml" tests="2" failures="2">
        <testcase name="OAS998 twice 2:2" classname="a b/c,d:é.yaml" file="a b/c,d:é.yaml" line="2">
          <failure type="error" message="`cat` is there twice">`cat` is there twice&#10;help: remove one of them</failure>
        </testcase>
        <testcase name="OAS999 odd 1:6" classname="a b/c,d:é.yaml" file="a b/c,d:é.yaml" line="1">
          <failure type="warning" message="`]]&gt;&lt;/a&gt; | @all&#10;::error::x&#13;%0A�[y](z) &quot;&amp;``">`]]&gt;&lt;/a&gt; | @all&#10;::error::x&#13;%0A�[y](z) &quot;&amp;``</failure>
        </testcase>
      </testsuite>
    </testsuites>
    "#);
}

#[test]
fn markdown_quotes_documents_in_code_spans_only() {
    assert_snapshot!(rendered(markdown), @r#"
    ## oasmith lint: 1 error, 1 warning

    | rule | severity | findings |
    |---|---|---:|
    | OAS998 twice | error | 1 |
    | OAS999 odd | warning | 1 |
    | OAS999 odd | info | 1 |

    - **OAS999 odd** ``` `]]></a> | @all ::error::x %0A [y](z) "&`` ```
    - `a b/c,d:é.yaml:2:2`: **OAS998 twice** `` `cat` is there twice ``
    - `a b/c,d:é.yaml:1:6`: **OAS999 odd** ``` `]]></a> | @all ::error::x %0A [y](z) "&`` ```
    "#);
}

#[test]
fn nothing_found_is_a_report_too() {
    for (render, expected) in [
        (github as fn(&[Reported<'_>]) -> String, ""),
        (gitlab, "[]\n"),
        (markdown, "## oasmith lint\n\nNo findings.\n"),
    ] {
        assert_eq!(render(&[]), expected);
    }
    assert!(junit(&[]).contains("tests=\"1\" failures=\"0\""));
    let empty: serde_json::Value = serde_json::from_str(&sarif(&[])).unwrap();
    assert_eq!(empty["runs"][0]["results"], serde_json::json!([]));
}
