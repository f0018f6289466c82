//! Which files are read, and what is said about those that are not.

use std::fs;
use std::path::Path;

use insta::assert_snapshot;
use oasmith_source::SourceMap;
use oasmith_source::render::concise;
use oasmith_spec::codes;
use oasmith_spec::load::{Limits, Loaded, Request, load, load_file};
use tempfile::TempDir;

/// A folder with these files.
fn folder(files: &[(&str, &[u8])]) -> TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder");
    for (name, content) in files {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().expect("it is below the folder")).expect("a folder");
        fs::write(path, content).expect("a file");
    }
    folder
}

/// The names of what is read, one a line, then the findings.
fn names(root: &Path, patterns: &[&str]) -> String {
    let patterns: Vec<_> = patterns.iter().map(|it| (*it).to_owned()).collect();
    let (loaded, findings) = run(root, &patterns, Limits::default());
    let file = |it: &_| loaded.sources.path(*it) + "\n";
    loaded.files.iter().map(file).collect::<String>() + &findings
}

fn run(root: &Path, patterns: &[String], limits: Limits) -> (Loaded, String) {
    let (loaded, diagnostics) = load(&Request {
        root,
        shown_root: "specs/",
        patterns,
        written: None,
        limits,
    });
    let shown = diagnostics.iter().map(|it| {
        let help = it.help.iter().map(|it| format!("  help: {it}\n"));
        concise(it, &loaded.sources) + &help.collect::<String>()
    });
    let shown = shown.collect();
    (loaded, shown)
}

#[test]
fn a_folder_stands_for_the_sources_in_it() {
    let root = folder(&[
        ("b.md", b"b"),
        ("a.yaml", b"a"),
        ("c.json", b"c"),
        ("d.yml", b"d"),
        ("oasmith.toml", b""),
        (".hidden.md", b""),
        ("deep/e.md", b"e"),
        ("f.md/g.md", b"g"),
    ]);
    assert_snapshot!(names(root.path(), &[]), @"
    specs/a.yaml
    specs/b.md
    specs/c.json
    specs/d.yml
    ");
    assert_snapshot!(names(root.path(), &["deep"]), @"specs/deep/e.md");
}

#[test]
fn patterns_keep_their_order_and_files_come_once() {
    let root = folder(&[
        ("a.md", b""),
        ("b.md", b""),
        ("x/c.md", b""),
        ("x/y/d.md", b""),
        ("x/.git/e.md", b""),
    ]);
    assert_snapshot!(names(root.path(), &["b.md", "*.md"]), @"
    specs/b.md
    specs/a.md
    ");
    assert_snapshot!(names(root.path(), &["./x/*.md", "**/*.md"]), @"
    specs/x/c.md
    specs/a.md
    specs/b.md
    specs/x/y/d.md
    ");
    assert_snapshot!(names(root.path(), &["./a.md", "x/../a.md"]), @"specs/a.md");
    assert_snapshot!(names(root.path(), &["{b,a}.md", "[b]?md"]), @"
    specs/a.md
    specs/b.md
    ");
}

#[test]
fn what_is_not_there_is_said() {
    let root = folder(&[("a.md", b"")]);
    assert_snapshot!(names(root.path(), &["b.md", "*.json", "[", "a.md"]), @"
    specs/a.md
    error[OAS001]: `specs/b.md` does not exist
      help: correct the path, or take it out of `sources`
    error[OAS005]: `*.json` matches no file
      help: patterns are relative to the folder of `oasmith.toml` and do not leave it; `*` stays in one folder, `**` does not
    error[OAS005]: `[` is not a pattern
      help: unclosed character class; missing ']'
    ");
    let empty = folder(&[("a.txt", b"")]);
    assert_snapshot!(names(empty.path(), &[]), @"
    error[OAS005]: the folder holds no Markdown, JSON or YAML file
      help: name the files in `sources`
    ");
}

#[test]
fn a_path_may_leave_the_root_and_a_glob_may_not() {
    let root = folder(&[("in/a.md", b"a"), ("out/b.md", b"b")]);
    let inner = root.path().join("in");
    assert_snapshot!(names(&inner, &["../out/b.md", "../out/*.md"]), @"
    specs/../out/b.md
    error[OAS005]: `../out/*.md` matches no file
      help: patterns are relative to the folder of `oasmith.toml` and do not leave it; `*` stays in one folder, `**` does not
    ");
    let absolute = root.path().join("out/b.md").display().to_string();
    assert_eq!(names(&inner, &[&absolute]), format!("{absolute}\n"));
}

#[test]
fn utf_16_is_read_and_other_encodings_are_named() {
    let root = folder(&[
        ("a.md", b"\xff\xfea\0b\0"),
        ("b.md", b"\0a\0b"),
        ("b2.md", b"a\0b\0\0\xd8"),
        ("c.md", b"caf\n\xe9\n"),
        ("d.md", b"\xff\0\x01\x02"),
        ("e.md", b"\xef\xbb\xbfok\r\n"),
    ]);
    assert_snapshot!(names(root.path(), &[]), @"
    specs/a.md
    specs/b.md
    specs/e.md
    specs/b2.md:1:1: error[OAS003]: `specs/b2.md` is UTF-16LE, not UTF-8
      help: convert it: `iconv -f UTF-16LE -t UTF-8 specs/b2.md > converted`
    specs/c.md:2:1: error[OAS003]: `specs/c.md` is not UTF-8: it has the byte 0xe9
      help: it looks like Latin-1 or Windows-1252
      help: convert it: `iconv -f WINDOWS-1252 -t UTF-8 specs/c.md > converted`
    specs/d.md:1:1: error[OAS003]: `specs/d.md` is not UTF-8: it has the byte 0xff
      help: it does not look like text
    ");
}

#[test]
fn limits_hold() {
    let root = folder(&[
        ("a.md", b"123"),
        ("b.md", b"1234"),
        ("c.md", b""),
        ("d.md", b""),
    ]);
    let limits = Limits {
        file_size: 3,
        files: 2,
    };
    assert_snapshot!(run(root.path(), &[], limits).1, @"
    error[OAS004]: `specs/b.md` has more than 3 bytes
    error[OAS004]: more than 2 files are asked for
      help: make the patterns in `sources` narrower
    ");
}

#[test]
fn text_is_kept_as_it_is() {
    let root = folder(&[("a.md", "\u{feff}å\r\n".as_bytes())]);
    let (loaded, _) = run(root.path(), &[], Limits::default());
    assert_eq!(loaded.sources.file(loaded.files[0]).text(), "\u{feff}å\r\n");
}

#[test]
#[cfg(unix)]
fn links_neither_loop_nor_lead_out() {
    use std::os::unix::fs::symlink;
    let root = folder(&[("in/a.md", b"a"), ("out/b.md", b"b")]);
    let inner = root.path().join("in");
    symlink(&inner, inner.join("loop")).expect("a link");
    symlink(root.path().join("out"), inner.join("away")).expect("a link");
    symlink(root.path().join("out/b.md"), inner.join("b.md")).expect("a link");
    symlink(inner.join("a.md"), inner.join("again.md")).expect("a link");
    assert_snapshot!(names(&inner, &["**/*.md"]), @"
    specs/a.md
    error[OAS002]: `specs/b.md` is a link that leads out of the folder
      help: name the file itself in `sources`
    ");
    assert_snapshot!(names(&inner, &["b.md"]), @"specs/b.md");
    let mut sources = SourceMap::default();
    let refused = load_file(&mut sources, &inner, "b.md").expect_err("it leads out");
    assert_eq!(refused.code, &codes::REF_OUTSIDE_ROOT);
}

#[test]
fn one_more_file_is_read_once_and_only_below_the_root() {
    let root = folder(&[("in/a.toml", b"a"), ("b.toml", b"b"), ("in/x..y", b"")]);
    let inner = root.path().join("in");
    let mut sources = SourceMap::default();
    let first = load_file(&mut sources, &inner, "a.toml").expect("it is there");
    assert_eq!(load_file(&mut sources, &inner, "a.toml"), Ok(first));
    assert!(load_file(&mut sources, &inner, "x..y").is_ok());
    let mut code = |name: &str| load_file(&mut sources, &inner, name).map_err(|it| it.code);
    assert_eq!(code("../b.toml"), Err(&codes::REF_OUTSIDE_ROOT));
    assert_eq!(code("../none.toml"), Err(&codes::REF_OUTSIDE_ROOT));
    assert_eq!(code("/etc/none"), Err(&codes::REF_OUTSIDE_ROOT));
    assert_eq!(code("none.toml"), Err(&codes::FILE_MISSING));
    assert_eq!(code("."), Err(&codes::FILE_UNREADABLE));
}
