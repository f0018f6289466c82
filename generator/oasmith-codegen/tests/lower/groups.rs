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
    traits_of(&format!("paths:\n{}", each.collect::<String>()))
}

fn traits_of(document: &str) -> Vec<String> {
    let (api, _) = lowered_as("3.1.0", document, &Options::default());
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
fn what_no_path_parts_is_parted_by_its_names() {
    let of = |ids: &[(&str, usize)], tag: &str| {
        let each = ids
            .iter()
            .flat_map(|&(id, count)| (0..count).map(move |at| format!("{id}{at}")));
        let each = each.map(|id| {
            format!("  /?Action={id}: {{ get: {{ operationId: {id}, responses: {{ '204': {{ description: ok }} }}{tag} }} }}\n")
        });
        let document = format!("paths:\n{}", each.collect::<String>());
        traits_of(&document)
    };
    let ids = [
        ("DescribeA", 300),
        ("DescribeB", 250),
        ("CreateA", 40),
        ("Tag", 10),
        ("list", 900),
    ];
    assert_snapshot!(of(&ids, "").join("\n"), @"
    DescribeAApi 300: without a tag, called `describe_a…`
    DescribeBApi 250: without a tag, called `describe_b…`
    CreateApi 40: without a tag, called `create…`
    DefaultList1Api 111: without a tag, called `list1…`
    DefaultList2Api 111: without a tag, called `list2…`
    DefaultList3Api 111: without a tag, called `list3…`
    DefaultList4Api 111: without a tag, called `list4…`
    DefaultList5Api 111: without a tag, called `list5…`
    DefaultList6Api 111: without a tag, called `list6…`
    DefaultList7Api 111: without a tag, called `list7…`
    DefaultList8Api 111: without a tag, called `list8…`
    DefaultListApi 12: without a tag, called `list…`
    DefaultApi 10: without a tag
    ");
    assert_snapshot!(of(&ids, ", tags: [Cloud]").join("\n"), @"
    CloudDescribeAApi 300: tagged Cloud, called `describe_a…`
    CloudDescribeBApi 250: tagged Cloud, called `describe_b…`
    CloudCreateApi 40: tagged Cloud, called `create…`
    CloudList1Api 111: tagged Cloud, called `list1…`
    CloudList2Api 111: tagged Cloud, called `list2…`
    CloudList3Api 111: tagged Cloud, called `list3…`
    CloudList4Api 111: tagged Cloud, called `list4…`
    CloudList5Api 111: tagged Cloud, called `list5…`
    CloudList6Api 111: tagged Cloud, called `list6…`
    CloudList7Api 111: tagged Cloud, called `list7…`
    CloudList8Api 111: tagged Cloud, called `list8…`
    CloudListApi 12: tagged Cloud, called `list…`
    CloudApi 10: tagged Cloud
    ");
    // An operation stays where it is when others are added, until there are too many.
    assert_snapshot!(of(&[("DescribeA", 400), ("CreateA", 40), ("CreateB", 300)], "").join("\n"), @"
    DescribeApi 400: without a tag, called `describe…`
    CreateApi 340: without a tag, called `create…`
    ");
    assert_snapshot!(of(&[("DescribeA", 250), ("CreateA", 40), ("CreateB", 300)], "").join("\n"), @"
    DescribeApi 250: without a tag, called `describe…`
    CreateApi 340: without a tag, called `create…`
    ");
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
