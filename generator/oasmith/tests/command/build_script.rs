//! The build-script API, called as a build script would.

use insta::assert_snapshot;
use oasmith::build::{Api, Target};

use crate::place::{CATS, Place};

#[test]
fn one_file_in_out_dir_and_nothing_elsewhere() {
    let place = Place::new(&[
        ("api/oasmith.toml", "[api]\nname = 'two-cats'\n"),
        ("api/cats.yaml", CATS),
    ]);
    std::fs::create_dir(place.path("out")).unwrap();
    let file = Api::new(place.path("api"))
        .targets([Target::Client])
        .out_dir(place.path("out"))
        .generate()
        .unwrap();
    assert_eq!(file, place.path("out/two_cats.rs"));
    assert_eq!(place.state("out").len(), 1);
    assert!(
        !place.has("api/names.toml"),
        "the ledger is the command's to write"
    );
    assert!(place.text("out/two_cats.rs").contains("list_cats"));
}

#[test]
fn what_is_wrong_is_in_the_error() {
    let place = Place::new(&[("cats.yaml", "swagger: '2.0'\n")]);
    let error = Api::new(place.path("cats.yaml"))
        .out_dir(place.path("out"))
        .generate()
        .unwrap_err();
    let folder = place.path("").display().to_string();
    let shown = format!("{error:?}").replace(&folder, "[HERE]/");
    assert_eq!(format!("{error}"), format!("{error:?}"));
    assert_snapshot!(shown, @"
    cannot generate code for `[HERE]/cats.yaml`
    [HERE]/cats.yaml:1:1: error[OAS031]: the document is Swagger 2.0, not OpenAPI 3
    ");
    assert!(!place.has("out"));
}

#[test]
fn overlays_are_applied() {
    let fix = "overlay: 1.1.0\ninfo: { title: t, version: '1' }\nactions:\n\
               - { target: '$..[?@.operationId == ''listCats'']', update: { operationId: allCats } }\n";
    let place = Place::new(&[
        ("api/oasmith.toml", "[merge]\noverlays = ['../fix.yaml']\n"),
        ("api/cats.yaml", CATS),
        ("fix.yaml", fix),
    ]);
    std::fs::create_dir(place.path("out")).unwrap();
    let file = Api::new(place.path("api"))
        .out_dir(place.path("out"))
        .generate()
        .unwrap();
    let text = std::fs::read_to_string(file).unwrap();
    assert!(text.contains("all_cats") && !text.contains("list_cats"));
}
