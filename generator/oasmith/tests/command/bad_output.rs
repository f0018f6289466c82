//! Where nothing can be written, nothing is changed.

use std::process::Stdio;

use insta::assert_snapshot;

use crate::place::{CATS, Place};

/// Runs the command, which must fail and leave everything as it is.
fn refused(place: &Place, args: &[&str]) -> String {
    let before = place.state("");
    let args = [args, &["--message-format", "concise"]].concat();
    let ran = place.run(&args);
    assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{}", ran.err);
    assert_eq!(place.state(""), before);
    ran.err
}

#[test]
fn a_folder_that_oasmith_did_not_make() {
    let place = Place::new(&[("cats.yaml", CATS), ("out/letter.txt", "dear")]);
    assert_snapshot!(refused(&place, &["generate", "cats.yaml", "-o", "out"]), @"error[OAS911]: `out` holds `letter.txt` and was not made by oasmith");
}

#[test]
fn the_folder_of_the_sources() {
    let place = Place::new(&[("api/cats.yaml", CATS)]);
    assert_snapshot!(refused(&place, &["generate", "api/cats.yaml", "-o", "api"]), @"error[OAS911]: `api` holds `cats.yaml` and was not made by oasmith");
}

#[test]
fn a_file_where_a_folder_is_needed() {
    let place = Place::new(&[("cats.yaml", CATS), ("out", "a file")]);
    assert_snapshot!(refused(&place, &["generate", "cats.yaml", "-o", "out"]), @"error[OAS912]: the output `out` is a file, not a folder");
    assert_snapshot!(refused(&place, &["generate", "cats.yaml", "-o", "out/cats"]), @"error[OAS913]: cannot write `out/cats`: Not a directory (os error 20)");
    assert_snapshot!(refused(&place, &["generate", "cats.yaml", "-o", "cats.yaml"]), @"error[OAS912]: the output `cats.yaml` is a file, not a folder");
    let pretty = place.run(&["generate", "cats.yaml", "-o", "out"]).err;
    assert!(
        pretty.contains("help: give the path of a folder"),
        "{pretty}"
    );
}

#[test]
fn a_file_of_somebody_else_in_the_output_folder() {
    let place = Place::new(&[("cats.yaml", CATS)]);
    assert_eq!(place.run(&["generate", "cats.yaml", "-o", "out"]).code, 0);
    // As if an older version had made no such file, and somebody wrote one.
    let marker = place.text("out/.oasmith").replace("openapi.json\n", "");
    place.put("out/.oasmith", marker);
    assert_snapshot!(refused(&place, &["generate", "cats.yaml", "-o", "out"]), @"error[OAS912]: `out/openapi.json` was not made by oasmith");
}

#[test]
fn a_report_that_cannot_be_written() {
    let place = Place::new(&[("cats.yaml", CATS)]);
    assert_eq!(place.run(&["generate", "cats.yaml", "-o", "out"]).code, 0);
    let args = [
        "generate",
        "cats.yaml",
        "-o",
        "out",
        "--report",
        "no/such/folder.json",
    ];
    assert_snapshot!(refused(&place, &args), @"error[OAS913]: cannot write `no/such/folder.json`: No such file or directory (os error 2)");
    let mut fresh = args;
    fresh[3] = "fresh";
    assert_ne!(place.run(&fresh).code, 0);
    assert!(!place.has("fresh"), "the crate is not written either");
}

#[test]
fn a_merged_document_that_cannot_be_written() {
    let place = Place::new(&[("cats.yaml", CATS), ("out", "a file")]);
    assert_snapshot!(refused(&place, &["merge", "cats.yaml", "-o", "out/cats.json"]), @"error[OAS913]: cannot write `out/cats.json`: Not a directory (os error 20)");
    assert_snapshot!(refused(&place, &["merge", "cats.yaml", "-o", "out"]), @"error[OAS906]: `out` is neither YAML nor JSON by its ending");
    assert_snapshot!(refused(&place, &["merge", "cats.yaml", "-o", "."]), @"error[OAS906]: `.` is neither YAML nor JSON by its ending");
}

#[test]
fn a_source_in_the_place_of_the_output() {
    let place = Place::new(&[
        ("api/oasmith.toml", ""),
        ("api/cats.yaml", CATS),
        (
            "cats.json",
            r#"{ "openapi": "3.1.0", "info": { "title": "Cats", "version": "1" }, "paths": {} }"#,
        ),
    ]);
    assert_snapshot!(refused(&place, &["merge", "api", "-o", "api/../api/cats.yaml"]), @"error[OAS915]: `api/../api/cats.yaml` is a source of this API");
    assert_snapshot!(refused(&place, &["merge", "cats.json", "-o", "cats.json"]), @"error[OAS915]: `cats.json` is a source of this API");
    assert_snapshot!(refused(&place, &["generate", "cats.json", "-o", "out", "--report", "cats.json"]), @"error[OAS915]: `cats.json` is a source of this API");
}

#[test]
fn an_output_that_would_be_a_source_the_next_time() {
    let config = |sources| format!("[api]\nsources = {sources}\n");
    let place = Place::new(&[
        ("folder/oasmith.toml", ""),
        ("folder/cats.yaml", CATS),
        ("globs/oasmith.toml", &config("['./**/*.yaml', 'more']")),
        ("globs/cats.yaml", CATS),
        ("globs/more/cats.yaml", CATS),
    ]);
    assert_snapshot!(refused(&place, &["merge", "folder", "-o", "folder/all.yaml"]), @"error[OAS915]: `folder/all.yaml` would be a source of this API from now on");
    assert_snapshot!(refused(&place, &["merge", "globs", "-o", "globs/more/../more/all.yaml"]), @"error[OAS915]: `globs/more/../more/all.yaml` would be a source of this API from now on");
    assert_snapshot!(refused(&place, &["lint", "globs", "-o", "globs/more/report.json"]), @"error[OAS915]: `globs/more/report.json` would be a source of this API from now on");
    for fine in [
        ["merge", "folder", "-o", "all.yaml"],
        ["merge", "folder/cats.yaml", "-o", "folder/all.yaml"],
        ["merge", "globs", "-o", "globs/all.json"],
    ] {
        assert_eq!(place.run(&fine).code, 0, "{fine:?}");
    }
}

#[test]
fn a_report_beside_sources_that_nobody_named_is_written_again_and_again() {
    let place = Place::new(&[("api/oasmith.toml", ""), ("api/cats.yaml", CATS)]);
    place.put("api/data.json", r#"{ "about": "openapi" }"#);
    let lint = ["lint", "api", "--format", "json", "-o", "api/report.json"];
    for _ in 0..2 {
        let ran = place.run(&lint);
        assert!(ran.code < 2, "{}", ran.err);
    }
}

#[test]
#[cfg(target_os = "linux")]
fn a_full_disk() {
    let place = Place::new(&[("cats.yaml", CATS)]);
    // A link, because the ending says the format.
    std::os::unix::fs::symlink("/dev/full", place.path("full.json")).unwrap();
    assert_snapshot!(refused(&place, &["merge", "cats.yaml", "-o", "full.json"]), @"error[OAS913]: cannot write `full.json`: No space left on device (os error 28)");

    let full = std::fs::File::options()
        .write(true)
        .open("/dev/full")
        .unwrap();
    let ran = place.run_to(Stdio::from(full), &["merge", "cats.yaml"]);
    assert_eq!(ran.code, 2);
    assert_snapshot!(ran.err, @"cannot write to the standard output: No space left on device (os error 28)");
}

#[test]
fn a_reader_that_goes_away_is_no_fault() {
    let place = Place::new(&[("cats.yaml", CATS)]);
    let (reader, writer) = std::io::pipe().unwrap();
    drop(reader);
    let ran = place.run_to(
        Stdio::from(writer),
        &["dump", "cats.yaml", "--after", "emit"],
    );
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
}

#[test]
fn init_overwrites_nothing() {
    let place = Place::new(&[("cats.yaml", CATS), ("oasmith.toml", "# mine\n")]);
    assert_snapshot!(refused(&place, &["init", "cats.yaml"]), @"error[OAS914]: `oasmith.toml` exists already");
}
