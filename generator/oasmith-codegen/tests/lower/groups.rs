//! Groups of operations: by tag, and by path where a tag has too many for one trait.

use super::{check, lowered_as};
use insta::assert_snapshot;
use oasmith_codegen::Options;

#[test]
fn operations_tagged_default_are_not_called_untagged() {
    let shared = |operation: &str| {
        let document = format!(
            "paths:\n  /p: {{ get: {{ operationId: show, responses: {{ '204': {{ description: ok }} }}{operation} }} }}\n"
        );
        let (api, _) = lowered_as("3.1.0", &document, &Options::default());
        api.groups[0].shared.clone()
    };
    assert_eq!(shared(""), "without a tag");
    assert_eq!(shared(", tags: [default]"), "tagged default");
}

/// The traits of a document with so many operations of each path, and how many methods they have.
fn traits(paths: &[(&str, usize)], tag: &str) -> Vec<String> {
    let operation = format!("{{ responses: {{ '204': {{ description: ok }} }}{tag} }}");
    let one = |path: &str, number| format!("  {path}/n{number}: {{ get: {operation} }}\n");
    let each = paths
        .iter()
        .flat_map(|&(path, count)| (0..count).map(move |number| one(path, number)));
    let document = format!("paths:\n{}", each.collect::<String>());
    let (api, _) = lowered_as("3.1.0", &document, &Options::default());
    let groups = api.groups.iter();
    groups
        .map(|it| {
            format!(
                "{} {}: {}",
                it.trait_name.as_str(),
                it.methods.len(),
                it.shared
            )
        })
        .collect()
}

#[test]
fn what_is_too_much_for_one_trait_is_parted_by_its_paths() {
    let paths = [
        ("/v1/users", 5),
        ("/v1/accounts/{id}/members", 300),
        ("/v1/accounts/{id}/rules", 250),
        ("/v1/zones", 30),
    ];
    assert_eq!(
        traits(&paths, ""),
        [
            "AccountsMembersApi 300: without a tag, under `accounts/members`",
            "AccountsRulesApi 250: without a tag, under `accounts/rules`",
            "ZonesApi 30: without a tag, under `zones`",
            "DefaultApi 5: without a tag",
        ]
    );
    assert_eq!(
        traits(&paths[1..2], ", tags: [Core]"),
        ["CoreApi 300: tagged Core"]
    );
    assert_eq!(
        traits(&paths[1..3], ", tags: [Core]"),
        [
            "CoreMembersApi 300: tagged Core, under `members`",
            "CoreRulesApi 250: tagged Core, under `rules`",
        ]
    );
}

#[test]
fn what_no_path_parts_stays_one_trait() {
    assert_eq!(
        traits(&[("/rpc", 550)], ""),
        ["DefaultApi 550: without a tag"]
    );
}

#[test]
fn operations_of_a_path_that_is_there_twice_are_told() {
    let operation = "responses: { '204': { description: ok } }";
    let said = check(&format!(
        "paths: {{ p: {{ get: {{ {operation} }} }}, /p: {{ get: {{ {operation} }}, put: {{ {operation} }} }} }}"
    ));
    assert_snapshot!(said, @"
    trait DefaultApi in default
      get_p GET /p (get_p)
        -> 204 ()
    skipped GET /p: the path `/p` is there twice
    skipped PUT /p: the path `/p` is there twice
    api.yaml:3:75: warning[OAS505]: GET /p is left out: the path `/p` is there twice
    api.yaml:3:127: warning[OAS505]: PUT /p is left out: the path `/p` is there twice
    ");
}
