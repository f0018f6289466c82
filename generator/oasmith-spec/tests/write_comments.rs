//! The comments of a YAML text stand where they stood, as long as what they stand on is there.

use insta::assert_snapshot;
use oasmith_source::{SourceMap, Span};
use oasmith_spec::Node;
use oasmith_spec::extract::Format;
use oasmith_spec::overlay::{Unmatched, apply, read};
use oasmith_spec::parse::parse_at;
use oasmith_spec::write::{Comments, yaml, yaml_with_comments};

fn parse(sources: &mut SourceMap, name: &str, text: &str) -> (Node, Span) {
    let file = sources.add(name, text);
    let span = Span::new(file, 0, text.len());
    let (node, said) = parse_at(sources, span, Format::Yaml);
    (
        node.unwrap_or_else(|| panic!("{text} is not read: {said:?}")),
        span,
    )
}

/// A text, read and written; what is written is read as the same tree, and written as the same text.
fn written(text: &str) -> String {
    let once = rewritten(text);
    assert_eq!(rewritten(&once), once, "the second time differs");
    once
}

fn rewritten(text: &str) -> String {
    let mut sources = SourceMap::default();
    let (node, span) = parse(&mut sources, "a.yaml", text);
    let comments = Comments::of(&sources, span, &node);
    let out = yaml_with_comments(&node, &comments);
    let (again, _) = parse(&mut sources, "b.yaml", &out);
    assert!(again.same(&node), "{out}");
    assert_eq!(yaml(&again), yaml(&node));
    out
}

/// What is written of a text after an overlay with these actions.
fn changed(text: &str, actions: &str) -> String {
    let mut sources = SourceMap::default();
    let (node, span) = parse(&mut sources, "a.yaml", text);
    let comments = Comments::of(&sources, span, &node);
    let overlay = format!("overlay: 1.1.0\ninfo: {{}}\nactions:\n{actions}");
    let (overlay, _) = parse(&mut sources, "o.yaml", &overlay);
    let (overlay, said) = read(&overlay);
    let overlay = overlay.unwrap_or_else(|| panic!("no overlay: {said:?}"));
    let (node, _) = apply(node, &overlay, Unmatched::Warn);
    yaml_with_comments(&node, &comments)
}

#[test]
fn a_document_that_is_written_as_it_is_read_keeps_everything() {
    let text = "\
# yaml-language-server: $schema=x
# A licence

# The version
openapi: 3.1.0 # of OpenAPI
info: # about
  # above
  title: Cats # beside
  description: |- # of a block
    # no comment
    text # no comment
  # below a block
  version: 'a # b' # quoted
tags:
  # above an item
  - a # beside an item
  # above a mapping
  - name: b # beside its first
    # above its second
    x: 1
  # above a sequence
  - - c # inner
    - |- # of a block
      line
      line
    - d
  # below the last
paths: {} # none
# the end

# of it
";
    assert_eq!(written(text), text);
}

#[test]
fn comments_move_to_where_block_style_has_room_for_them() {
    let text = "\
a: { # open
  # above b
  b: 1, # beside b
  c: [x, y] # beside c
} # close
d: [1, # one
  2]   # two
-x: &anchor # anchored
  e: \"one
    # no comment
    line\"   # after lines
f: *anchor # alias
? g # key
: h
i:
-   # after a dash
  j: 1
-
      # deep
  k: 2
l:
      # deeper than needed
      m: n
   # less deep
 # least deep
o: p
";
    assert_snapshot!(written(text), @"
    a: # open
      # above b
      b: 1 # beside b
      c: # beside c
        - x
        - 'y'
    # close
    d:
      - 1 # one
      - 2 # two
    '-x': # anchored
      e: 'one # no comment line' # after lines
    f: # alias
      e: 'one # no comment line'
    g: h # key
    i:
      # after a dash
      - j: 1
        # deep
      - k: 2
    l:
      # deeper than needed
      m: 'n'
    # less deep
    # least deep
    o: p
    ");
}

#[test]
fn comments_go_with_what_they_stand_on() {
    let text = "\
# head
info:
  # gone with the member
  title: Cats # gone too
  # changed, so gone
  version: '1' # gone
  # stays
  x: 1 # stays
tags: # stays
  # gone
  - a
  # stays
  - b # stays
  # below b
";
    let actions = "\
- { target: $.info.title, remove: true }
- { target: $.info.version, update: '2' }
- { target: '$.tags[0]', remove: true }
- { target: $, update: { new: {} } }
- { target: $.new, copy: $.info }
- { target: $.tags, update: c }
";
    assert_snapshot!(changed(text, actions), @"
    # head
    info:
      version: '2'
      # stays
      x: 1 # stays
    tags: # stays
      # stays
      - b # stays
      # below b
      - c
    new:
      version: '2'
      x: 1
    ");
}

#[test]
fn a_comment_has_no_character_that_ends_it_for_some_readers() {
    assert_eq!(
        written("# \u{2028}é\u{85}\na: 1 # x\u{2028}y\u{85}z\nb: 2 #\t\n"),
        "#  é\na: 1 # x y z\nb: 2 #\n"
    );
    assert_eq!(written("\u{feff}# x\na: 1\n"), "# x\na: 1\n");
    assert_eq!(
        written("a: 1 # x\r\n# y\r\nb: 2\r\n"),
        "a: 1 # x\n# y\nb: 2\n"
    );
}

#[test]
fn texts_without_members_and_texts_of_comments_alone() {
    assert_eq!(
        written("# a\n\n# b\n{} # c\n# d\n"),
        "# a\n\n# b\n# c\n# d\n{}\n"
    );
    // A dash with nothing after it: the comment is the first thing of the file.
    assert_eq!(written("- # a\n  # b\n- 1\n"), "# a\n- null\n# b\n- 1\n");
    assert_eq!(
        written("%YAML 1.2\n# a\n--- # b\n# c\na: 1\n... # d\n"),
        "# a\n# b\n# c\na: 1 # d\n"
    );
}

/// Comments after every line of a text, where they may stand: none is a part of the document.
#[test]
fn comments_anywhere_never_change_the_document() {
    let text = "\
a:
  - b: |
      x

      y
    c: >
      x
      y
  - 'q
    r'
  -
    - d
    - { e: 1,
        f: [g,
          h] }
? i
: j
k: plain
  text
l: |+
  z

m:
";
    let lines: Vec<&str> = text.lines().collect();
    for at in 0..=lines.len() {
        for comment in ["# c", "  # c", "        # c"] {
            let mut with = lines.clone();
            with.insert(at, comment);
            check(&with.join("\n"));
        }
        let beside = format!("{} # c", lines.get(at).unwrap_or(&""));
        let mut with = lines.clone();
        if let Some(line) = with.get_mut(at) {
            *line = &beside;
        }
        check(&with.join("\n"));
    }
}

fn check(text: &str) {
    let mut sources = SourceMap::default();
    let file = sources.add("a.yaml", text);
    let span = Span::new(file, 0, text.len());
    if let (Some(_), _) = parse_at(&sources, span, Format::Yaml) {
        written(text);
    }
}
