//! What overlays do to a document, and what is said of those that cannot be applied.

use insta::assert_snapshot;
use oasmith_source::render::concise;
use oasmith_source::{Diagnostics, SourceMap, Span};
use oasmith_spec::extract::Format;
use oasmith_spec::overlay::{Unmatched, apply, read};
use oasmith_spec::parse::{MAX_DEPTH, parse_at};
use oasmith_spec::{Node, write};

struct Bench {
    sources: SourceMap,
}

impl Bench {
    fn parse(&mut self, name: &str, text: &str) -> Node {
        let file = self.sources.add(name, text);
        let span = Span::new(file, 0, text.len());
        let (node, said) = parse_at(&self.sources, span, Format::Yaml);
        node.unwrap_or_else(|| panic!("{text} is not read: {said:?}"))
    }

    fn said(&self, said: &Diagnostics) -> String {
        let mut text = String::new();
        for it in said {
            text += &concise(it, &self.sources);
            for label in &it.secondary {
                text += &format!("  {}: {}\n", self.sources.place(label.span), label.text);
            }
            for help in it.help.iter().filter(|it| it.starts_with("did you")) {
                text += &format!("  {help}\n");
            }
        }
        text
    }
}

/// The changed document, and what was said.
fn check(document: &str, overlay: &str) -> String {
    let (node, said) = changed(document, overlay, Unmatched::Warn);
    let node = node.map(|it| write::yaml(&it)).unwrap_or_default();
    if said.is_empty() {
        node
    } else {
        format!("{node}---\n{said}")
    }
}

fn changed(document: &str, overlay: &str, unmatched: Unmatched) -> (Option<Node>, String) {
    let mut bench = Bench {
        sources: SourceMap::default(),
    };
    let document = bench.parse("a.yaml", document);
    let overlay = bench.parse("o.yaml", overlay);
    let (overlay, mut said) = read(&overlay);
    let changed = overlay.map(|it| {
        let (node, more) = apply(document, &it, unmatched);
        said.extend(more);
        node
    });
    let said = bench.said(&said);
    (changed, said)
}

/// An overlay with these actions.
fn overlay(actions: &str) -> String {
    of_version("1.1.0", actions)
}

fn of_version(version: &str, actions: &str) -> String {
    format!("overlay: {version}\ninfo: {{ title: t, version: '1' }}\nactions:\n{actions}")
}

const CATS: &str = "\
info: { title: Cats, version: '1' }
tags: [a]
paths:
  /cats:
    get: { tags: [x, z], operationId: list }
    post: { tags: [z] }
  /dogs:
    get: { tags: [x] }
";

#[test]
fn objects_merge_arrays_grow_and_other_values_are_replaced() {
    let actions = "\
- target: $
  update:
    info: { title: Dogs, x-new: { a: 1.10 } }
    tags: [b, c]
- target: $.paths['/cats'].get
  update: { deprecated: true, operationId: all }
";
    assert_snapshot!(check(CATS, &overlay(actions)), @"
    info:
      title: Dogs
      version: '1'
      x-new:
        a: 1.10
    tags:
      - a
      - b
      - c
    paths:
      /cats:
        get:
          tags:
            - x
            - z
          operationId: all
          deprecated: true
        post:
          tags:
            - z
      /dogs:
        get:
          tags:
            - x
    ");
}

#[test]
fn an_array_takes_an_item_or_items_and_a_value_another() {
    let actions = "\
- { target: $.a, update: x }
- { target: $.a, update: [y, [z]] }
- { target: $.a, update: { k: v } }
- { target: $.a, update: null }
- { target: '$.a[0]', update: 2 }
- { target: $.b, update: text }
";
    assert_snapshot!(check("{ a: [1], b: null }", &overlay(actions)), @"
    a:
      - 2
      - x
      - 'y'
      - - z
      - k: v
      - null
    b: text
    ");
}

#[test]
fn every_match_is_removed_wherever_it_stands() {
    let actions = "\
- { target: '$.a[0, 2, -1, 2]', remove: true }
- { target: '$.b[?@.x == 1]', remove: true }
- { target: '$.c..y', remove: true }
";
    let document = "{ a: [0, 1, 2, 3, 4], b: [{ x: 1 }, { x: 2 }, { x: 1 }], c: { y: { y: 1 }, z: [{ y: 2, w: 3 }] } }";
    assert_snapshot!(check(document, &overlay(actions)), @"
    a:
      - 1
      - 3
    b:
      - x: 2
    c:
      z:
        - w: 3
    ");
}

#[test]
fn actions_apply_to_the_result_of_those_before() {
    let actions = "\
- { target: $.paths, update: { /new: {} } }
- { target: \"$.paths['/new']\", copy: \"$.paths['/cats']\" }
- { target: \"$.paths['/cats']\", remove: true }
- { target: '$.paths.*.*', update: { x-seen: true } }
- { target: '$.paths.*.*.tags[?@ == ''z'']', remove: true }
";
    assert_snapshot!(check(CATS, &overlay(actions)), @"
    info:
      title: Cats
      version: '1'
    tags:
      - a
    paths:
      /dogs:
        get:
          tags:
            - x
          x-seen: true
      /new:
        get:
          tags:
            - x
          operationId: list
          x-seen: true
        post:
          tags: []
          x-seen: true
    ");
}

#[test]
fn filters_look_at_the_whole_document_and_at_functions() {
    let actions = "\
- { target: '$.b[?@.x == $.a]', update: { same: true } }
- { target: '$.b[?match(@.y, ''p.*'') && length(@.y) > 2]', update: { fits: true } }
- { target: '$[?count(@.*) == 2]', update: last }
";
    let document = "{ a: 100, b: [{ x: 1e2, y: pa }, { x: 2, y: page }] }";
    assert_snapshot!(check(document, &overlay(actions)), @"
    a: 100
    b:
      - x: 1.0e+2
        'y': pa
        same: true
      - x: 2
        'y': page
        fits: true
      - last
    ");
}

#[test]
fn what_is_added_has_the_places_of_the_overlay() {
    let text = overlay("- { target: $, update: { info: { title: New } } }\n");
    let (node, _) = changed(CATS, &text, Unmatched::Warn);
    let span = node.unwrap().pointer("/info/title").unwrap().span;
    assert_eq!(&text[span.range()], "New");
}

#[test]
fn an_action_that_matches_nothing_is_a_warning_or_an_error() {
    let text = overlay(
        "- { target: $.info.x.y, update: 1 }\n- { target: \"$.paths['/cat'].get\", remove: true }\n\
         - { target: $..none, remove: true }\n- { target: '$.tags[7]', remove: true }\n",
    );
    assert_snapshot!(changed(CATS, &text, Unmatched::Warn).1, @"
    o.yaml:4:13: warning[OAS175]: `$.info.x.y` matches nothing
      a.yaml:1:7: there is no `x` here
    o.yaml:5:13: warning[OAS175]: `$.paths['/cat'].get` matches nothing
      a.yaml:4:3: there is no `/cat` here
      did you mean `/cats`?
    o.yaml:6:13: warning[OAS175]: `$..none` matches nothing
    o.yaml:7:13: warning[OAS175]: `$.tags[7]` matches nothing
    ");
    let said = changed(CATS, &text, Unmatched::Refuse).1;
    assert_eq!(said.matches("error[OAS175]").count(), 4);
}

#[test]
fn what_differs_in_kind_does_not_merge() {
    let actions = "\
- { target: $.info, update: text }
- { target: $, update: { tags: { a: b } } }
- { target: $.*, update: { a: b } }
- { target: $, remove: true }
- { target: $.info, copy: $.none }
- { target: $.info, copy: '$.paths.*' }
- { target: $.info.none, update: 1 }
";
    assert_snapshot!(changed(CATS, &overlay(actions), Unmatched::Warn).1, @"
    o.yaml:4:29: error[OAS176]: a string does not merge into an object
      a.yaml:1:7: into this
      o.yaml:4:13: the target
    o.yaml:5:32: error[OAS176]: an object does not merge into an array
      a.yaml:2:7: into this
      o.yaml:5:13: the target
    o.yaml:6:13: error[OAS176]: the target matches values of different kinds
      a.yaml:1:7: an object
      a.yaml:2:7: an array
    o.yaml:7:13: error[OAS176]: the whole document cannot be removed
    o.yaml:8:27: error[OAS176]: `$.none` matches nothing to copy
    o.yaml:9:27: error[OAS176]: `$.paths.*` matches more than one value
      a.yaml:5:5: one
      a.yaml:8:5: another
    ");
}

#[test]
fn version_1_0_has_objects_and_arrays_as_targets_and_no_copy() {
    let actions = "\
- { target: $.info.title, update: Dogs }
- { target: $, update: { info:, tags: } }
- { target: \"$['info', 'paths']\", update: { x-all: 1 } }
- { target: $.info.version, remove: true }
";
    let text = of_version("1.0.0", actions);
    assert_snapshot!(changed(CATS, &text, Unmatched::Warn).1, @"
    o.yaml:4:13: warning[OAS171]: the target matches a string, and Overlay 1.0 knows objects and arrays as targets only
      a.yaml:1:16: matched here
    o.yaml:5:30: warning[OAS177]: null says nothing to an object, which stays
      a.yaml:1:7: this stays
    o.yaml:5:37: warning[OAS177]: null says nothing to an array, which stays
      a.yaml:2:7: this stays
    ");
    let text = of_version("1.0.0", "- { target: $.info, copy: $.tags }\n");
    assert_snapshot!(check(CATS, &text), @"
    ---
    o.yaml:4:21: error[OAS171]: Overlay 1.0 knows no `copy`
    ");
}

#[test]
fn a_file_that_is_no_overlay() {
    for (text, said) in [
        (
            "[]",
            "o.yaml:1:1: error[OAS170]: the file holds an array, not an overlay\n",
        ),
        (
            CATS,
            "o.yaml:1:1: error[OAS170]: the member `overlay` is missing\n",
        ),
        (
            "overlay: 1.0",
            "o.yaml:1:10: error[OAS171]: the version `1.0` is a number, not a string\n",
        ),
        (
            "overlay: 1.2.0",
            "o.yaml:1:10: error[OAS171]: overlays of version `1.2.0` are not known\n",
        ),
        (
            "overlay: {}",
            "o.yaml:1:10: error[OAS171]: the version is an object, not a string\n",
        ),
    ] {
        let (node, found) = changed("a: 1", text, Unmatched::Warn);
        assert!(node.is_none());
        assert_eq!(found, said);
    }
}

#[test]
fn a_number_that_is_shown_only_is_read_as_text() {
    let text = "overlay: 1.0.0\ninfo: { title: 2024, version: 1.0 }\nactions: [{ target: $.a, remove: true }]\n";
    assert_snapshot!(check("{ a: 1, b: 2 }", text), @"
    b: 2
    ---
    o.yaml:2:16: warning[OAS172]: `title` is a number, and is read as the text `2024`
    o.yaml:2:31: warning[OAS172]: `version` is a number, and is read as the text `1.0`
    ");
}

#[test]
fn faults_of_an_overlay_are_said_at_once() {
    let text = "\
overlay: 1.1.7
info: { titel: t }
extends: 3
actions:
- 1
- { tagret: $, update: 1 }
- { target: 1, update: 1 }
- { target: $, update: 1, copy: $ }
- { target: $, remove: yes }
- { target: $ }
- { target: $, remove: true, update: 1, x-why: because, description: [] }
- { target: $.paths./a, update: 1 }
- { target: $.a, copy: '$[' }
";
    assert_snapshot!(check("a: 1", text), @"
    ---
    o.yaml:2:7: warning[OAS172]: `info` has no `title`
    o.yaml:2:7: warning[OAS172]: `info` has no `version`
    o.yaml:2:9: warning[OAS173]: `info` has no member `titel`
    o.yaml:3:10: error[OAS172]: `extends` is a number, not a string
    o.yaml:5:3: error[OAS172]: an action is a number, not an object
    o.yaml:6:5: warning[OAS173]: an action has no member `tagret`
    o.yaml:6:3: error[OAS172]: an action has no `target`
    o.yaml:7:13: error[OAS172]: `target` is a number, not a string
    o.yaml:8:27: error[OAS172]: `update` and `copy` exclude each other
    o.yaml:9:24: error[OAS172]: `remove` is a string, not a boolean
    o.yaml:10:3: warning[OAS177]: the action neither updates, copies nor removes
    o.yaml:11:70: error[OAS172]: `description` is an array, not a string
    o.yaml:11:30: warning[OAS177]: `update` has no effect beside `remove: true`
    o.yaml:12:13: error[OAS174]: this is not a JSONPath (RFC 9535) from `/a` on
    o.yaml:13:24: error[OAS174]: this is not a JSONPath (RFC 9535) from `[` on
    ");
}

#[test]
fn paths_that_ask_for_too_much_are_refused() {
    // JSON, since YAML's brackets are bounded more narrowly.
    let deep = format!("{{\"a\": {}1{}}}", "[".repeat(400), "]".repeat(400));
    for path in [
        "$..*..*..*..*..*",
        "$..*[*,*][*,*][*,*][*,*][*,*][*,*][*,*][*,*][*,*][*,*][*,*]",
        "$..[?count($..*) > 1]",
    ] {
        let text = overlay(&format!("- {{ target: '{path}', update: 1 }}\n"));
        let said = changed(&deep, &text, Unmatched::Warn).1;
        assert_eq!(
            said,
            format!(
                "o.yaml:4:13: error[OAS178]: `{path}` asks for too many steps on this document\n"
            )
        );
    }
    let nested = format!("$[?{}1==1{}]", "(".repeat(100_000), ")".repeat(100_000));
    let filters = format!("$[?@{}{}]", "[?@".repeat(20), "]".repeat(20));
    let text = overlay(&format!(
        "- {{ target: '{nested}', remove: true }}\n- {{ target: '{filters}', remove: true }}\n"
    ));
    assert_snapshot!(changed("a: 1", &text, Unmatched::Warn).1, @"
    o.yaml:4:13: error[OAS178]: the path is longer, or nested more deeply, than oasmith reads
    o.yaml:5:13: error[OAS178]: the path is longer, or nested more deeply, than oasmith reads
    ");
}

#[test]
fn what_is_within_bounds_is_followed_to_the_end() {
    let document = format!(
        "{{\"a\": {}1{}}}",
        "[".repeat(MAX_DEPTH - 1),
        "]".repeat(MAX_DEPTH - 1)
    );
    let parens = format!("$..[?{}@ == 1{}]", "(".repeat(47), ")".repeat(47));
    let filters = format!("${}{}", "[?@".repeat(6), "]".repeat(6));
    for path in ["$..*[?@ == 1]", &parens, &filters] {
        let text = overlay(&format!("- {{ target: '{path}', update: 2 }}\n"));
        let (node, said) = changed(&document, &text, Unmatched::Warn);
        let written = write::json_compact(&node.unwrap());
        assert_eq!(said, "");
        assert!(written.contains('2'), "{path}");
    }
}

#[test]
fn documents_stay_bounded_in_depth_and_size() {
    let deep = format!(
        "{}1{}",
        "[".repeat(MAX_DEPTH - 1),
        "]".repeat(MAX_DEPTH - 1)
    );
    let document = format!("{{\"a\": {deep}, \"b\": {{}}, \"c\": []}}");
    let text = overlay("- { target: $.b, update: { x: 1 } }\n- { target: $.c, copy: $.a }\n");
    assert_eq!(changed(&document, &text, Unmatched::Warn).1, "");
    let text = overlay("- { target: $.b, update: { x: {} } }\n- { target: $.b.x, copy: $ }\n");
    assert_snapshot!(changed(&document, &text, Unmatched::Warn).1, @"
    a.yaml:1:7: error[OAS023]: values are nested more than 512 levels deep
      o.yaml:5:13: with what this action adds
    ");
    let document = format!("{{ a: [{}] }}", "x".repeat(1 << 20));
    let doubling = overlay(&"- { target: $.a, copy: $.a }\n".repeat(40));
    assert_snapshot!(changed(&document, &doubling, Unmatched::Warn).1, @"o.yaml:10:13: error[OAS178]: the overlay adds more than 64 MiB");
}
