//! What is written is read as the same.

use insta::assert_snapshot;
use oasmith_source::{SourceMap, Span};
use oasmith_spec::extract::Format;
use oasmith_spec::node::{Key, Node, Object, Value};
use oasmith_spec::parse::parse_at;
use oasmith_spec::write;

fn parse(text: &str, format: Format) -> Node {
    let mut sources = SourceMap::default();
    let file = sources.add("a", text);
    let (node, diagnostics) = parse_at(&sources, Span::new(file, 0, text.len()), format);
    node.unwrap_or_else(|| panic!("{text:?} is not read: {diagnostics:?}"))
}

fn check(node: &Node) {
    for (text, format) in [
        (write::json(node), Format::Json),
        (write::json_compact(node), Format::Json),
        (write::json(node), Format::Yaml),
        (write::yaml(node), Format::Yaml),
    ] {
        assert!(parse(&text, format).same(node), "{format:?}: {text}");
    }
    let json: serde_json::Value = serde_json::from_str(&write::json(node)).expect("is JSON");
    let compact: serde_json::Value =
        serde_json::from_str(&write::json_compact(node)).expect("is JSON");
    assert_eq!(json, compact);
}

const AWKWARD: [&str; 60] = [
    "",
    " ",
    "  x",
    "x ",
    "x: y",
    "x:",
    ":x",
    "a # b",
    "#",
    "\t",
    "a\tb",
    "\u{0}",
    "\u{1b}[0m",
    "\u{7f}",
    "\u{85}",
    "\u{2028}",
    "\u{feff}",
    "\u{fffe}",
    "yes",
    "No",
    "on",
    "y",
    "null",
    "~",
    "true",
    "1",
    "1e3",
    "-1",
    "+1",
    ".5",
    "1.0",
    "0x1",
    "0o7",
    "1_000",
    "12:30:45",
    "2024-01-01",
    "3.1.0",
    "1.2.",
    ".inf",
    "=",
    "<<",
    "-",
    "- x",
    "---",
    "...",
    "? x",
    "[x]",
    "{x}",
    "*x",
    "&x",
    "!x",
    "|",
    ">",
    "'",
    "\"",
    "it's",
    "\\",
    "%x",
    "@x",
    "`x`",
];

const LINES: [&str; 24] = [
    "\n",
    "\n\n",
    "a\n",
    "a\n\n",
    "a\n\n\n",
    "\na",
    "a\nb",
    "a\nb\n",
    "a\n\nb",
    "a \nb",
    "a\n b",
    " a\nb",
    "a\n\tb",
    "\ta\nb",
    "a\n  \nb",
    "a\r\nb",
    "a\rb",
    "a\n#b",
    "a\n- b",
    "a\n---\nb",
    "a\n...\n",
    "é\n😀\n",
    "a: b\nc: d\n",
    "a\n\u{2028}b",
];

#[test]
fn awkward_strings_come_back_as_keys_and_as_values() {
    let at = parse("0", Format::Json).span;
    let mut all = Object::default();
    let mut items = Vec::new();
    for text in AWKWARD.iter().chain(&LINES) {
        let node = Node::string(text, at);
        check(&node);
        check(&Node::new(Value::Array(vec![node.clone()]), at));
        all.push(Key::new(text, at), node.clone());
        items.push(node);
    }
    items.push(Node::object(all.clone(), at));
    items.push(Node::new(Value::Array(items.clone()), at));
    all.push(Key::new("items", at), Node::new(Value::Array(items), at));
    check(&Node::object(all, at));
}

#[test]
fn strings_made_at_random_come_back() {
    let parts = [
        "a", " ", "\n", "\t", ":", "#", "-", "'", "\"", "\\", "|", "é", "0", ".", "\r", "{", "]",
        ",",
    ];
    let mut random = Xorshift(0x9e37_79b9_7f4a_7c15);
    let at = parse("0", Format::Json).span;
    for _ in 0..2_000 {
        let length = random.below(12);
        let text: String = (0..length)
            .map(|_| parts[random.below(parts.len())])
            .collect();
        let mut object = Object::default();
        object.push(Key::new(&text, at), Node::string(&text, at));
        check(&Node::new(Value::Array(vec![Node::object(object, at)]), at));
    }
}

struct Xorshift(u64);

impl Xorshift {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 32) as usize % limit
    }
}

const PETS: &str = r#"{"openapi":"3.1.0","info":{"title":"Pets","version":"1.0","description":"All pets.\nCats too.\n"},
    "paths":{},"tags":[{"name":"a","x-on":true},[],[1,[2,3]],null],"responses":{"200":{"description":"yes"}}}"#;

#[test]
fn json_is_indented_by_two() {
    assert_snapshot!(write::json(&parse(PETS, Format::Json)), @r#"
    {
      "openapi": "3.1.0",
      "info": {
        "title": "Pets",
        "version": "1.0",
        "description": "All pets.\nCats too.\n"
      },
      "paths": {},
      "tags": [
        {
          "name": "a",
          "x-on": true
        },
        [],
        [
          1,
          [
            2,
            3
          ]
        ],
        null
      ],
      "responses": {
        "200": {
          "description": "yes"
        }
      }
    }
    "#);
    assert_snapshot!(write::json_compact(&parse(PETS, Format::Json)), @r#"{"openapi":"3.1.0","info":{"title":"Pets","version":"1.0","description":"All pets.\nCats too.\n"},"paths":{},"tags":[{"name":"a","x-on":true},[],[1,[2,3]],null],"responses":{"200":{"description":"yes"}}}"#);
}

#[test]
fn yaml_is_in_blocks() {
    assert_snapshot!(write::yaml(&parse(PETS, Format::Json)), @"
    openapi: 3.1.0
    info:
      title: Pets
      version: '1.0'
      description: |
        All pets.
        Cats too.
    paths: {}
    tags:
      - name: a
        x-on: true
      - []
      - - 1
        - - 2
          - 3
      - null
    responses:
      '200':
        description: 'yes'
    ");
}

#[test]
fn prose_reads_as_prose() {
    let long = "Quotes: everything that needs them and is long stands in a block, not in one line.";
    let text = serde_json::json!({ "a": long, "b": [long], "c": "short: text", "d": "keep\n\n", "e": "it's: so" });
    assert_snapshot!(write::yaml(&parse(&text.to_string(), Format::Json)), @r#"
    a: |-
      Quotes: everything that needs them and is long stands in a block, not in one line.
    b:
      - |-
        Quotes: everything that needs them and is long stands in a block, not in one line.
    c: 'short: text'
    d: |+
      keep

    e: "it's: so"
    "#);
}

#[test]
fn long_keys_are_marked() {
    let text = format!("{{\"{}\": {{\"a\": [1]}}, \"b\": 2}}", "k".repeat(2_000));
    check(&parse(&text, Format::Json));
}

#[test]
fn deep_trees_come_back() {
    let text = "[".repeat(100) + "{\"a\":1}" + &"]".repeat(100);
    check(&parse(&text, Format::Json));
}

#[test]
fn a_number_with_an_exponent_is_one_for_readers_of_yaml_1_1_too() {
    let node = parse("[1e3, 1E-7, 1.5e10, -2.0e+9]", Format::Json);
    assert_snapshot!(write::yaml(&node), @"
    - 1.0e+3
    - 1.0e-7
    - 1.5e+10
    - -2.0e+9
    ");
}
