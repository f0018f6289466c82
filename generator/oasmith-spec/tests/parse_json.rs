//! JSON: what is read, where it stands, and what is wrong with what is not read.

use insta::assert_snapshot;
use oasmith_source::render::{Style, pretty};
use oasmith_source::{SourceMap, Span};
use oasmith_spec::extract::Format;
use oasmith_spec::node::{Node, Value};
use oasmith_spec::parse::{MAX_DEPTH, parse_at};
use oasmith_spec::write;

/// The tree as compact JSON, or the findings as people see them.
fn read(text: &str) -> String {
    let mut sources = SourceMap::default();
    let file = sources.add("a.json", text);
    let (node, diagnostics) = parse_at(&sources, Span::new(file, 0, text.len()), Format::Json);
    let mut out = node.as_ref().map(write::json_compact).unwrap_or_default();
    if node.is_some() && !diagnostics.is_empty() {
        out.push('\n');
    }
    for it in &diagnostics {
        out += &pretty(it, &sources, Style::Plain);
    }
    out
}

/// The first line of the first finding, and its place.
fn fault(text: &str) -> String {
    let shown = read(text);
    let mut lines = shown.lines().skip_while(|it| !it.contains("[OAS"));
    let (message, place) = (lines.next().unwrap_or(""), lines.next().unwrap_or(""));
    let message = message.strip_prefix("error[OAS020]: ").unwrap_or(message);
    let place = place.trim_start().trim_start_matches("--> a.json:");
    format!("{place}  {message}")
}

fn faults(texts: &[&str]) -> String {
    let lines = texts.iter().map(|it| format!("{it:<16?} {}\n", fault(it)));
    lines.collect()
}

#[test]
fn values_are_read_as_written() {
    let text = " {\"a\" : [ 1 , -0.50e+07, true,false,null ,\"x\"] ,\"b\":{ },\"c\":[ ]}\r\n\t";
    assert_snapshot!(read(text), @r#"{"a":[1,-0.50e+07,true,false,null,"x"],"b":{},"c":[]}"#);
    assert_eq!(
        read("12345678901234567890.000000000000000001"),
        "12345678901234567890.000000000000000001"
    );
    assert_eq!(read("\u{feff}[]"), "[]");
}

#[test]
fn escapes_are_resolved() {
    let text = r#""\"\\\/\b\f\n\r\t\u00e9\uD83D\uDE00 é😀""#;
    assert_snapshot!(read(text), @r#""\"\\/\u0008\u000c\n\r\té😀 é😀""#);
}

#[test]
fn every_key_and_value_knows_its_bytes() {
    let text = "é {\"å\": [ 1, \"x\\n\" ]} é";
    let mut sources = SourceMap::default();
    let file = sources.add("a.md", text);
    let (node, _) = parse_at(&sources, Span::new(file, 3, text.len() - 3), Format::Json);
    let mut seen = Vec::new();
    collect(&node.unwrap(), &sources, &mut seen);
    assert_eq!(
        seen,
        [
            "{\"å\": [ 1, \"x\\n\" ]}",
            "\"å\"",
            "[ 1, \"x\\n\" ]",
            "1",
            "\"x\\n\""
        ]
    );
}

fn collect(node: &Node, sources: &SourceMap, seen: &mut Vec<String>) {
    seen.push(sources.text(node.span).to_owned());
    match &node.value {
        Value::Array(items) => items.iter().for_each(|it| collect(it, sources, seen)),
        Value::Object(object) => {
            for it in object.iter() {
                seen.push(sources.text(it.key.span).to_owned());
                collect(&it.value, sources, seen);
            }
        }
        _ => {}
    }
}

#[test]
fn faults_of_structure_say_what_is_expected() {
    assert_snapshot!(faults(&[
        "", " ", "{", "[1", "[", "{\"a\"", "{\"a\":", "{\"a\" 1}", "{\"a\":1 \"b\":2}", "[1 2]", "[1,]", "{\"a\":1,}",
        "{,}", "[,1]", "{a:1}", "{'a':1}", "{1:1}", "[1}", "{\"a\":1]", "1 2", "{} x", "[1,,2]",
    ]), @r#"
    "" 1:1  expected a value, found the end of the text
    " " 1:1  expected a value, found the end of the text
    "{" 1:2  the text ends inside an object
    "[1" 1:3  the text ends inside an array
    "[" 1:2  the text ends inside an array
    "{\"a\"" 1:5  expected `:` after a key, found the end of the text
    "{\"a\":" 1:6  expected a value, found the end of the text
    "{\"a\" 1}" 1:6  expected `:` after a key, found `1`
    "{\"a\":1 \"b\":2}" 1:8  expected `,` or `}` after a member, found a string
    "[1 2]" 1:4  expected `,` or `]` after an item, found `2`
    "[1,]" 1:3  warning[OAS020]: a comma stands after the last item
    "{\"a\":1,}" 1:7  warning[OAS020]: a comma stands after the last member
    "{,}" 1:2  expected a key between double quotes, found `,`
    "[,1]" 1:2  expected a value, found `,`
    "{a:1}" 1:2  expected a key between double quotes, found `a`
    "{'a':1}" 1:2  expected a key between double quotes, found `'`
    "{1:1}" 1:2  expected a key between double quotes, found `1`
    "[1}" 1:3  expected `,` or `]` after an item, found `}`
    "{\"a\":1]" 1:7  expected `,` or `}` after a member, found `]`
    "1 2" 1:3  expected the end of the document, found `2`
    "{} x" 1:4  expected the end of the document, found `x`
    "[1,,2]" 1:4  expected a value, found `,`
    "#);
}

#[test]
fn faults_of_values_say_what_is_wrong() {
    assert_snapshot!(faults(&[
        "nul", "True", "nulls", "NaN", "'x'", "+1", ".5", "01", "-", "-x", "1.", "1.e3", "1e", "1e+", "0x10", "\u{a0}1",
        "// x", "/**/1", "#", "\u{feff}\u{feff}1", "\u{0}", "é",
    ]), @r##"
    "nul" 1:1  expected a value, found `nul`
    "True" 1:1  warning[OAS020]: `True` is no word of JSON
    "nulls" 1:1  expected a value, found `nulls`
    "NaN" 1:1  warning[OAS020]: `NaN` is no number of JSON
    "'x'" 1:1  expected a value, found `'`
    "+1" 1:1  expected a value, found `+`
    ".5" 1:1  expected a value, found `.`
    "01" 1:1  a number has a needless leading zero
    "-" 1:1  a minus sign has no digit after it
    "-x" 1:1  a minus sign has no digit after it
    "1." 1:1  a decimal point has no digit after it
    "1.e3" 1:1  a decimal point has no digit after it
    "1e" 1:1  an exponent has no digit
    "1e+" 1:1  an exponent has no digit
    "0x10" 1:2  expected the end of the document, found `x10`
    "\u{a0}1" 1:1  expected a value, found a no-break space
    "// x" 1:1  warning[OAS020]: a comment stands in JSON, which has none
    "/**/1" 1:1  warning[OAS020]: a comment stands in JSON, which has none
    "#" 1:1  expected a value, found `#`
    "\u{feff}\u{feff}1" 1:2  expected a value, found a byte order mark
    "\0" 1:1  expected a value, found U+0000
    "é" 1:1  expected a value, found `é`
    "##);
}

#[test]
fn faults_of_strings_say_what_is_wrong() {
    assert_snapshot!(faults(&[
        "\"x", "\"x\n\"", "\"\t\"", "\"\u{1}\"", "\"\\", "\"\\q\"", "\"\\é\"", "\"\\u12\"", "\"\\uD800\"",
        "\"\\uDC00\"", "\"\\uD800\\u0041\"", "\"\\uD800\\u00\"",
    ]), @r#"
    "\"x" 1:3  the text ends inside a string
    "\"x\n\"" 1:3  warning[OAS020]: a line break stands in a string
    "\"\t\"" 1:2  warning[OAS020]: a tab stands in a string
    "\"\u{1}\"" 1:2  warning[OAS020]: a control character stands in a string
    "\"\\" 1:3  the text ends inside a string
    "\"\\q\"" 1:2  warning[OAS020]: `\q` is not an escape
    "\"\\é\"" 1:2  warning[OAS020]: `\é` is not an escape
    "\"\\u12\"" 1:2  `\u` needs four hexadecimal digits after it
    "\"\\uD800\"" 1:2  warning[OAS020]: `\uD800` is half of a character, and its other half is missing
    "\"\\uDC00\"" 1:2  warning[OAS020]: `\uDC00` is half of a character, and its other half is missing
    "\"\\uD800\\u0041\"" 1:2  warning[OAS020]: `\uD800` is half of a character, and its other half is missing
    "\"\\uD800\\u00\"" 1:8  `\u` needs four hexadecimal digits after it
    "#);
}

#[test]
fn what_can_mean_one_thing_only_is_read_and_said_once() {
    let text = "{ // one\n \"a\": [1, /* two */ 2,], \"b\": [\"\tc\t\\udead\",], /**/ }\n// three";
    assert_snapshot!(read(text), @r#"
    {"a":[1,2],"b":["\tc\t�"]}
    warning[OAS020]: a comment stands in JSON, which has none
     --> a.json:1:3
      |
    1 | { // one
      |   ^^
      |
      = help: it is left out

    warning[OAS020]: a comma stands after the last item
     --> a.json:2:22
      |
    2 |  "a": [1, /* two */ 2,], "b": ["    c    \udead",], /**/ }
      |                      ^
      |
      = help: remove the comma

    warning[OAS020]: a tab stands in a string
     --> a.json:2:33
      |
    2 |  "a": [1, /* two */ 2,], "b": ["    c    \udead",], /**/ }
      |                                 ^^^^
      |
      = help: close the string, or write `\t`

    warning[OAS020]: `\udead` is half of a character, and its other half is missing
     --> a.json:2:36
      |
    2 |  "a": [1, /* two */ 2,], "b": ["    c    \udead",], /**/ }
      |                                          ^^^^^^
      |
      = help: it is read as U+FFFD, which stands for what is no character

    warning[OAS020]: a comma stands after the last member
     --> a.json:2:45
      |
    2 |  "a": [1, /* two */ 2,], "b": ["    c    \udead",], /**/ }
      |                                                   ^
      |
      = help: remove the comma
    "#);
    assert_snapshot!(read(r#"[None, -Infinity, "\d\'s", NaN]"#).lines().next().unwrap(), @r#"[null,null,"\\d's",null]"#);
    assert_snapshot!(fault("{ /* never closed"), @"1:3  warning[OAS020]: a comment stands in JSON, which has none");
    assert_snapshot!(read("a: {b: 1}"), @r#"
    {"a":{"b":1}}
    warning[OAS020]: expected a value, found `a`
     --> a.json:1:1
      |
    1 | a: {b: 1}
      | ^
      |
      = help: it is YAML, and read as such
    "#);
    assert_snapshot!(fault("a: {b: 1"), @"1:1  expected a value, found `a`");
}

#[test]
fn a_missing_comma_is_shown_in_its_line() {
    assert_snapshot!(read("{\n  \"a\": 1\n  \"b\": 2\n}\n"), @r#"
    error[OAS020]: expected `,` or `}` after a member, found a string
     --> a.json:3:3
      |
    3 |   "b": 2
      |   ^
    "#);
}

#[test]
fn an_object_that_is_never_closed_shows_where_it_was_opened() {
    assert_snapshot!(read("{\n  \"a\": [1, 2\n\n"), @r#"
    error[OAS020]: the text ends inside an array
     --> a.json:2:13
      |
    2 |   "a": [1, 2
      |        -    ^
      |        |
      |        opened here
    "#);
}

#[test]
fn of_equal_keys_the_last_counts_and_both_places_are_shown() {
    assert_snapshot!(read("{\"a\": 1, \"b\": 2, \"\\u0061\": 3}"), @r#"
    {"a":3,"b":2}
    warning[OAS022]: member `a` is there twice; the last one counts
     --> a.json:1:18
      |
    1 | {"a": 1, "b": 2, "\u0061": 3}
      |  --- first here  ^^^^^^^^
      |
      = help: remove or rename one of them
    "#);
}

#[test]
fn equal_keys_are_found_in_large_objects() {
    let members: Vec<_> = (0..20_000)
        .map(|it| format!("\"k{}\":{it}", it % 19_990))
        .collect();
    let text = format!("{{{}}}", members.join(","));
    assert_eq!(read(&text).matches("OAS022").count(), 10);
}

#[test]
fn depth_is_bounded() {
    let nested = |depth: usize| format!("{}{}", "[".repeat(depth), "]".repeat(depth));
    assert_eq!(read(&nested(MAX_DEPTH)), nested(MAX_DEPTH));
    let too_deep = read(&nested(MAX_DEPTH + 1));
    assert!(too_deep.starts_with(
        "error[OAS023]: values are nested more than 512 levels deep\n --> a.json:1:513\n"
    ));
    assert!(read(&"{\"a\":".repeat(1_000_000)).contains("OAS023"));
}
