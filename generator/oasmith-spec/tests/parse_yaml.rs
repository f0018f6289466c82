//! YAML: what is read, where it stands, and what is refused.

use insta::assert_snapshot;
use oasmith_source::render::{Style, concise, pretty};
use oasmith_source::{Diagnostics, SourceMap, Span};
use oasmith_spec::extract::Format;
use oasmith_spec::node::{Node, Value};
use oasmith_spec::parse::{MAX_DEPTH, parse_at};
use oasmith_spec::write;

fn parse(text: &str) -> (SourceMap, Option<Node>, Diagnostics) {
    let mut sources = SourceMap::default();
    let file = sources.add("a.yaml", text);
    let (node, diagnostics) = parse_at(&sources, Span::new(file, 0, text.len()), Format::Yaml);
    (sources, node, diagnostics)
}

/// The tree as compact JSON, and the findings, one a line.
fn read(text: &str) -> String {
    let (sources, node, diagnostics) = parse(text);
    let mut out = node.as_ref().map(write::json_compact).unwrap_or_default();
    if node.is_some() && !diagnostics.is_empty() {
        out.push(' ');
    }
    out.extend(diagnostics.iter().map(|it| concise(it, &sources)));
    out.trim_end().to_owned()
}

/// The findings as people see them.
fn shown(text: &str) -> String {
    let (sources, _, diagnostics) = parse(text);
    let shown = diagnostics
        .iter()
        .map(|it| pretty(it, &sources, Style::Plain));
    shown.collect()
}

fn table(texts: &[&str]) -> String {
    let lines = texts.iter().map(|it| format!("{it:<20?} {}\n", read(it)));
    lines.collect()
}

#[test]
fn scalars_mean_what_the_core_schema_says() {
    assert_snapshot!(table(&[
        "a: ", "~", "null", "NULL", "true", "False", "yes", "on", "Off", "NO", "2024-01-01", "12:30", "1_000", "3.1.0",
        "=", "'1'", "\"true\"",
    ]), @r#"
    "a: " {"a":null}
    "~" null
    "null" null
    "NULL" null
    "true" true
    "False" false
    "yes" "yes"
    "on" "on"
    "Off" "Off"
    "NO" "NO"
    "2024-01-01" "2024-01-01"
    "12:30" "12:30"
    "1_000" "1_000"
    "3.1.0" "3.1.0"
    "=" "="
    "'1'" "1"
    "\"true\"" "true"
    "#);
}

#[test]
fn numbers_become_those_of_json() {
    assert_snapshot!(table(&[
        "0", "-0", "+1", "007", "0x1F", "0o17", "-0x1", "0x", "1.", ".5", "-.5", "+.5e-3", "1e3", "1E+03", "00.10", ".",
        "-", "+", "1e", "e3", "0xffffffffffffffffffffffffffffffff", "0xfffffffffffffffffffffffffffffffff", ".inf",
        "-.Inf", "+.INF", ".nan", ".NaNs",
    ]), @r#"
    "0" 0
    "-0" -0
    "+1" 1
    "007" 7
    "0x1F" 31
    "0o17" 15
    "-0x1" "-0x1"
    "0x" "0x"
    "1." 1.0
    ".5" 0.5
    "-.5" -0.5
    "+.5e-3" 0.5e-3
    "1e3" 1e3
    "1E+03" 1E+03
    "00.10" 0.10
    "." "."
    "-" [null]
    "+" "+"
    "1e" "1e"
    "e3" "e3"
    "0xffffffffffffffffffffffffffffffff" 340282366920938463463374607431768211455
    "0xfffffffffffffffffffffffffffffffff" "0xfffffffffffffffffffffffffffffffff" a.yaml:1:1: warning[OAS025]: the number has more than 128 bits, and is read as a string
    ".inf" null a.yaml:1:1: warning[OAS025]: `.inf` has no counterpart in JSON, and is read as `null`
    "-.Inf" null a.yaml:1:1: warning[OAS025]: `-.Inf` has no counterpart in JSON, and is read as `null`
    "+.INF" null a.yaml:1:1: warning[OAS025]: `+.INF` has no counterpart in JSON, and is read as `null`
    ".nan" null a.yaml:1:1: warning[OAS025]: `.nan` has no counterpart in JSON, and is read as `null`
    ".NaNs" ".NaNs"
    "#);
}

#[test]
fn tags_of_the_core_schema_are_honoured_and_others_left_out() {
    assert_snapshot!(table(&[
        "!!str 1", "! 1", "!!int '1'", "!!int 1.5", "!!float 1.5", "!!float 1", "!!bool true", "!!null ''",
        "!!int x", "!!map {a: 1}", "!!seq [1]", "!!seq {a: 1}", "!!binary aGk=", "!!set {a}", "!own x", "!own [1]",
        "!<tag:yaml.org,2002:str> 1", "? !own a\n: 1",
    ]), @r#"
    "!!str 1" "1"
    "! 1" "1"
    "!!int '1'" 1
    "!!int 1.5" "1.5" a.yaml:1:1: warning[OAS025]: `1.5` is not what its tag `!!int` says
    "!!float 1.5" 1.5
    "!!float 1" 1
    "!!bool true" true
    "!!null ''" null
    "!!int x" "x" a.yaml:1:1: warning[OAS025]: `x` is not what its tag `!!int` says
    "!!map {a: 1}" {"a":1}
    "!!seq [1]" [1]
    "!!seq {a: 1}" {"a":1} a.yaml:1:1: warning[OAS025]: the tag `!!seq` has no counterpart in JSON, and is left out
    "!!binary aGk=" "aGk=" a.yaml:1:1: warning[OAS025]: the tag `!!binary` has no counterpart in JSON, and is left out
    "!!set {a}" {"a":null} a.yaml:1:1: warning[OAS025]: the tag `!!set` has no counterpart in JSON, and is left out
    "!own x" "x" a.yaml:1:1: warning[OAS025]: the tag `!own` has no counterpart in JSON, and is left out
    "!own [1]" [1] a.yaml:1:1: warning[OAS025]: the tag `!own` has no counterpart in JSON, and is left out
    "!<tag:yaml.org,2002:str> 1" "1"
    "? !own a\n: 1" {"a":1} a.yaml:1:3: warning[OAS025]: the tag `!own` has no counterpart in JSON, and is left out
    "#);
}

#[test]
fn keys_are_the_text_that_is_written() {
    assert_snapshot!(read("200: a\n0x10: b\ntrue: c\n~: d\n'e': e\n4XX: f\n? g\n: g\n1.0: h"), @r#"{"200":"a","0x10":"b","true":"c","~":"d","e":"e","4XX":"f","g":"g","1.0":"h"}"#);
    assert_snapshot!(table(&["[a]: 1", "{a: 1}: 1", "? - a\n: 1", "a: &x 200\n*x : 1", "a: &x [1]\n*x : 1"]), @r#"
    "[a]: 1" {} a.yaml:1:1: warning[OAS025]: a key is not a string, and is left out with its value
    "{a: 1}: 1" {} a.yaml:1:1: warning[OAS025]: a key is not a string, and is left out with its value
    "? - a\n: 1" {} a.yaml:1:3: warning[OAS025]: a key is not a string, and is left out with its value
    "a: &x 200\n*x : 1" {"a":200,"200":1}
    "a: &x [1]\n*x : 1" {"a":[1]} a.yaml:2:1: warning[OAS025]: a key is not a string, and is left out with its value
    "#);
}

#[test]
fn anchors_are_expanded() {
    assert_snapshot!(read("a: &x {b: [1, 2]}\nc: *x\nd: [*x, *x]\n"), @r#"{"a":{"b":[1,2]},"c":{"b":[1,2]},"d":[{"b":[1,2]},{"b":[1,2]}]}"#);
    assert_snapshot!(read("&k a: 1\nb: *k\n"), @r#"{"a":1,"b":"a"}"#);
    assert_snapshot!(table(&["a: *x", "a: &x [*x]", "a: &x {b: {c: *x}}", "a: *.example.com"]), @r#"
    "a: *x" a.yaml:1:4: error[OAS021]: the alias has no anchor above it
    "a: &x [*x]" a.yaml:1:8: error[OAS025]: the alias stands for a value that contains it
    "a: &x {b: {c: *x}}" a.yaml:1:15: error[OAS025]: the alias stands for a value that contains it
    "a: *.example.com" a.yaml:1:4: error[OAS021]: the alias has no anchor above it
    "#);
}

#[test]
fn merge_keys_take_members_over() {
    let base = "x: &x {a: 1, b: 2}\ny: &y {b: 3, c: 4}\n";
    for (text, is) in [
        ("z: {<<: *x, b: 0}", r#""z":{"a":1,"b":0}"#),
        ("z: {b: 0, <<: *x, d: 5}", r#""z":{"b":0,"a":1,"d":5}"#),
        ("z: {<<: [*x, *y]}", r#""z":{"a":1,"b":2,"c":4}"#),
        ("z: {<<: {q: 1}}", r#""z":{"q":1}"#),
        ("z: {'<<': 1}", r#""z":{"<<":1}"#),
        (
            "z: {<<: 1, q: 1}",
            r#""z":{"q":1}} a.yaml:3:9: warning[OAS025]"#,
        ),
        (
            "z: {<<: [*x, 1]}",
            r#""z":{"a":1,"b":2}} a.yaml:3:14: warning[OAS025]"#,
        ),
    ] {
        let found = read(&format!("{base}{text}\n"));
        assert!(found.contains(is), "{text}: {found}");
    }
}

#[test]
fn expansion_is_bounded() {
    let mut text = String::from("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
    for it in 1..20 {
        let alias = format!("*a{}", it - 1);
        text += &format!("a{it}: &a{it} [{}]\n", [alias.as_str(); 9].join(", "));
    }
    let found = read(&text);
    assert!(
        found.contains("error[OAS024]: aliases expand to more than 64 MiB"),
        "{found}"
    );
}

#[test]
fn aliases_of_aliases_are_no_way_around_the_depth() {
    let deep = format!("a0: &a0 {}{}\n", "[".repeat(200), "]".repeat(200));
    let nest = |it: usize| {
        format!(
            "a{it}: &a{it} {}*a{}{}\n",
            "[".repeat(200),
            it - 1,
            "]".repeat(200)
        )
    };
    let text = deep + &nest(1) + &nest(2) + &nest(3);
    assert_snapshot!(read(&text), @"a.yaml:3:209: error[OAS023]: values are nested more than 512 levels deep");
}

#[test]
fn depth_is_bounded() {
    let flow = |depth: usize| "[".repeat(depth) + &"]".repeat(depth);
    assert!(read(&flow(MAX_DEPTH + 1)).contains("error["));
    let block = |depth: usize| "- ".repeat(depth) + "x";
    assert!(read(&block(MAX_DEPTH)).starts_with("[[["));
    assert!(read(&block(MAX_DEPTH + 1)).contains("OAS023"));
    assert!(read(&block(100_000)).contains("OAS023"));
}

#[test]
fn of_several_documents_the_one_of_openapi_is_read_or_the_first() {
    assert_snapshot!(table(&[
        "---\na: 1\n...\n", "--- {a: 1}", "%YAML 1.2\n---\na: 1", "a: 1\n---\nb: 2\n", "# nothing\n", "---\n...\n",
        "a: 1\n---\n", "---\ntitle: T\n---\nopenapi: 3.1.0\n",
    ]), @r##"
    "---\na: 1\n...\n" {"a":1}
    "--- {a: 1}" {"a":1}
    "%YAML 1.2\n---\na: 1" {"a":1}
    "a: 1\n---\nb: 2\n" {"a":1} a.yaml:2:1: warning[OAS025]: another document starts here, and is left out
    "# nothing\n" a.yaml:2:1: error[OAS021]: the text holds no value
    "---\n...\n" null
    "a: 1\n---\n" {"a":1}
    "---\ntitle: T\n---\nopenapi: 3.1.0\n" {"openapi":"3.1.0"} a.yaml:2:1: warning[OAS025]: another document starts here, and is left out
    "##);
}

#[test]
fn of_equal_keys_the_last_counts_and_both_places_are_shown() {
    assert_snapshot!(shown("a: 1\nb: 2\n'a': 3\n"), @"
    warning[OAS022]: member `a` is there twice; the last one counts
     --> a.yaml:3:1
      |
    3 | 'a': 3
      | ^^^
      |
     ::: a.yaml:1:1
      |
    1 | a: 1
      | - first here
      |
      = help: remove or rename one of them
    ");
}

#[test]
fn places_are_bytes_whatever_the_letters_and_line_breaks() {
    let text = "\u{feff}å: zażółć\r\nb:\r\n  - 'ü'\r\n  - |\r\n    😀\r\n    x\r\nc: {d: 1, é: [2]}\r\ne:\r\nf: 1\r\n";
    let (sources, node, _) = parse(text);
    let mut seen = Vec::new();
    collect(&node.unwrap(), &sources, &mut seen);
    assert_snapshot!(seen.join("\n"), @r#"
    1:2 "å"
    1:5 "zażółć"
    2:1 "b"
    3:5 "'ü'"
    5:5 "😀\r\n    x"
    7:1 "c"
    7:5 "d"
    7:8 "1"
    7:11 "é"
    7:15 "2"
    8:1 "e"
    8:2 ""
    9:1 "f"
    9:4 "1"
    "#);
}

#[test]
fn places_are_right_far_into_a_text() {
    let filler: String = (0..500).map(|it| format!("k{it}: ąćę\n")).collect();
    let (sources, node, _) = parse(&format!("{filler}last: here\n"));
    let node = node.unwrap();
    let last = node.as_object().unwrap().member("last").unwrap();
    assert_eq!(sources.text(last.key.span), "last");
    assert_eq!(sources.text(last.value.span), "here");
}

/// Place and text of every key and value that holds nothing.
fn collect(node: &Node, sources: &SourceMap, seen: &mut Vec<String>) {
    let show = |span| format!("{} {:?}", sources.position(span), sources.text(span));
    match &node.value {
        Value::Array(items) => items.iter().for_each(|it| collect(it, sources, seen)),
        Value::Object(object) => {
            for it in object.iter() {
                seen.push(show(it.key.span));
                collect(&it.value, sources, seen);
            }
        }
        _ => seen.push(show(node.span)),
    }
}

#[test]
fn collections_end_where_their_last_thing_does() {
    let text = "a:\n  b: 1\n  c:\n    - x\n    - y\n\n# next\nd: { e: 1 }\n";
    let (sources, node, _) = parse(text);
    let node = node.unwrap();
    let of = |key: &str| sources.text(node.get(key).unwrap().span);
    assert_eq!(of("a"), "b: 1\n  c:\n    - x\n    - y");
    assert_eq!(of("d"), "{ e: 1 }");
    assert_eq!(sources.text(node.span), &text[..text.len() - 1]);
}

#[test]
fn indentation_inside_brackets_and_quotes_does_not_matter() {
    let text = "x:\n  a: [\n    1,\n  ]\n  b: {\n c: \"]\", # ]\n }\n  d: 'e\n\n f'\n  g: |\n    h: [\n    ]\n  i: [j]\n";
    assert_snapshot!(read(text), @r#"{"x":{"a":[1],"b":{"c":"]"},"d":"e\nf","g":"h: [\n]\n","i":["j"]}}"#);
    let (sources, node, _) = parse(text);
    let i = node.as_ref().and_then(|it| it.pointer("/x/i/0")).unwrap();
    assert_eq!(sources.text(i.span), "j");
    let fault = format!("{text}  k: [l: ]: ]\n");
    assert!(read(&fault).starts_with("a.yaml:15:"), "{}", read(&fault));
}

#[test]
fn faults_are_worded_for_people() {
    assert_snapshot!(table(&[
        "a: b: c", "a: 1\n b: 2", "a: 1\nb", "- a\nb: 1", "a:\n\t- b", "a: 'x", "a: \"\\q\"", "a: @x", "a: `x`", "a: *",
        "a: [1", "a: {b: 1", "a: ]", "a: |0\n x", "a: %x",
    ]), @r#"
    "a: b: c" a.yaml:1:5: error[OAS021]: a second `: ` stands in a value, or the line is indented too far
    "a: 1\n b: 2" a.yaml:2:3: error[OAS021]: a second `: ` stands in a value, or the line is indented too far
    "a: 1\nb" a.yaml:2:2: error[OAS021]: a key with `:` is expected here
    "- a\nb: 1" a.yaml:2:1: error[OAS021]: an item with `-` is expected here
    "a:\n\t- b" a.yaml:2:2: error[OAS021]: a tab stands where YAML needs blanks
    "a: 'x" a.yaml:1:4: error[OAS021]: the text ends inside a quoted string
    "a: \"\\q\"" a.yaml:1:4: error[OAS021]: this is not an escape
    "a: @x" a.yaml:1:4: error[OAS021]: no value starts with this character
    "a: `x`" a.yaml:1:4: error[OAS021]: no value starts with this character
    "a: *" a.yaml:1:4: error[OAS021]: `*` and `&` start an alias or an anchor, which needs a name
    "a: [1" a.yaml:1:6: error[OAS021]: `,` or `]` is expected here
    "a: {b: 1" a.yaml:1:9: error[OAS021]: `,` or `}` is expected here
    "a: ]" a.yaml:1:4: error[OAS021]: misplaced bracket
    "a: |0\n x" a.yaml:1:4: error[OAS021]: while scanning a block scalar, found an indentation indicator equal to 0
    "a: %x" a.yaml:1:4: error[OAS021]: no value starts with this character
    "#);
    assert_snapshot!(shown("info:\n  title: Pets: all of them\n"), @"
    error[OAS021]: a second `: ` stands in a value, or the line is indented too far
     --> a.yaml:2:14
      |
    2 |   title: Pets: all of them
      |              ^
      |
      = help: put a value that holds `: ` between quotes
    ");
}
