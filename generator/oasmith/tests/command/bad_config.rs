//! A configuration that is not understood is refused, and nothing is done.

use insta::assert_snapshot;

use crate::place::{CATS, Place};

fn refused(config: &str) -> String {
    let place = Place::new(&[("api/oasmith.toml", config), ("api/cats.yaml", CATS)]);
    let before = place.state("");
    let ran = place.run(&["generate", "api", "--message-format", "concise"]);
    assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{}", ran.err);
    assert_eq!(place.state(""), before);
    ran.err
}

#[test]
fn an_unknown_key() {
    assert_snapshot!(refused("[api]\nsoruces = ['*.yaml']\n"), @"api/oasmith.toml:2:1: error[OAS902]: unknown key `soruces` in `[api]`");
}

#[test]
fn a_key_that_another_version_may_know() {
    assert_snapshot!(refused("[merge]\npolicies = []\n[publish]\nto = 'all'\n"), @"
    api/oasmith.toml:2:1: error[OAS902]: unknown key `policies` in `[merge]`
    api/oasmith.toml:3:2: error[OAS902]: unknown key `publish` in `oasmith.toml`
    ");
}

#[test]
fn a_value_of_another_type() {
    assert_snapshot!(refused("[api]\nsources = '*.yaml'\n[generate]\ntargets = ['sever']\n"), @"
    api/oasmith.toml:2:11: error[OAS903]: `sources` is a string, not a list of strings
    api/oasmith.toml:4:12: error[OAS903]: unknown target `sever`
    ");
}

#[test]
fn broken_toml() {
    assert_snapshot!(refused("[api\nname = 'cats'\n"), @"api/oasmith.toml:1:5: error[OAS901]: unclosed table, expected `]`");
}

#[test]
fn a_pattern_that_matches_nothing() {
    assert_snapshot!(refused("[api]\noutput = '../out'\nsources = ['*.md', 'dogs.yaml']\n"), @"
    api/oasmith.toml:3:12: error[OAS005]: `*.md` matches no file
    api/oasmith.toml:3:20: error[OAS001]: `api/dogs.yaml` does not exist
    ");
}

#[test]
fn no_output_folder() {
    assert_snapshot!(refused("[api]\nname = 'cats'\n"), @"error[OAS905]: no output folder is given");
}

#[test]
fn a_ledger_that_is_broken() {
    let place = Place::new(&[
        ("api/oasmith.toml", "[api]\noutput = '../out'\n"),
        ("api/cats.yaml", CATS),
        ("api/names.toml", "[names\n"),
    ]);
    let before = place.state("");
    let ran = place.run(&["generate", "api", "--message-format", "concise"]);
    assert_eq!(ran.code, 2);
    assert_eq!(place.state(""), before);
    assert_snapshot!(ran.err, @"api/names.toml:1:7: error[OAS120]: unclosed table, expected `]`");
}

#[test]
fn a_folder_without_a_configuration() {
    let place = Place::new(&[("api/cats.yaml", CATS)]);
    let ran = place.run(&["generate", "api", "-o", "out"]);
    assert_eq!(ran.code, 2);
    assert_snapshot!(ran.err, @"
    error[OAS904]: `api` has no `oasmith.toml`
     |
     = help: make one with `oasmith init`, or name a document in this folder

    1 error
    ");
}

#[test]
fn the_place_is_shown_with_what_was_meant() {
    let place = Place::new(&[("oasmith.toml", "[api]\nname = 'cats'\nouptut = 'out'\n")]);
    let ran = place.run(&["generate", "oasmith.toml"]);
    assert_eq!(ran.code, 2);
    assert_snapshot!(ran.err, @"
    error[OAS902]: unknown key `ouptut` in `[api]`
     --> oasmith.toml:3:1
      |
    3 | ouptut = 'out'
      | ^^^^^^
      |
      = help: did you mean `output`?

    1 error
    ");
}
