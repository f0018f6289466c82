//! The name ledger as a file that people edit.

mod recovering;

use oasmith_source::SourceMap;
use oasmith_spec::recover::Ledger;
use recovering::{api, run};

fn written_again(text: &str) -> String {
    let mut sources = SourceMap::default();
    let file = sources.add("names.toml", text);
    let (ledger, said) = Ledger::parse(&sources, file);
    assert!(!said.has_errors(), "{said:?}");
    ledger.to_toml()
}

#[test]
fn comments_stay_with_what_they_stand_on() {
    let text = written_again(
        r##"# Ask Ann before renaming.

# The old name.
[[schema]]
name = "Pet" # not `Animal`
# Both ids are in use.
places = [
    "#1", # the first
]

[[schema]]
name = "Ape"
note = "a # in a text"
# The end.
"##,
    );
    insta::assert_snapshot!(text, @r##"
    # The names of shared schemas. oasmith writes this file and keeps every name that stands in it.
    # Change a `name` to rename a schema. Delete an entry to have it named anew.
    # `same_as` on an entry joins it with another that differs in prose only, and `describe` gives the prose for both.
    # `note` and `by = "hand"` are yours.
    # Ask Ann before renaming.

    [[schema]]
    name = "Ape"
    note = "a # in a text"

    # The old name.
    # not `Animal`
    # Both ids are in use.
    # the first
    [[schema]]
    name = "Pet"
    places = ["#1"]

    # The end.
    "##);
    assert_eq!(written_again(&text), text);
}

#[test]
fn comments_survive_a_run() {
    let text = api(&[("get /pets/{id} getPet", "", "{properties: {a: {}}}")]);
    let ledger = run(&text, "").ledger.to_toml();
    let commented = ledger.replace("[[schema]]", "# Ours.\n[[schema]]");
    assert_eq!(run(&text, &commented).ledger.to_toml(), commented);
}

#[test]
fn a_conflict_that_git_left_is_called_one() {
    let text = api(&[("get /pets/{id} getPet", "", "{properties: {a: {}}}")]);
    let ledger = "<<<<<<< HEAD\n[[schema]]\nname = \"A\"\n=======\n>>>>>>> other\n";
    insta::assert_snapshot!(run(&text, ledger).said, @"names.toml:1:1: error[OAS120]: two versions of the ledger are to be merged here");
}

#[test]
fn a_description_on_what_is_joined_is_told() {
    let twins = |text: &str| {
        format!("{{description: {text}, properties: {{a: {{type: string}}, b: {{}}}}}}")
    };
    let (one, two) = (twins("one"), twins("two"));
    let text = api(&[
        ("get /pets/{id} getPet", "", &one),
        ("get /apes/{id} getApe", "", &two),
    ]);
    let ledger = run(&text, "").ledger.to_toml();
    let joined = "name = \"Pet\"\nsame_as = \"Ape\"\ndescribe = { \"\" = \"Both\" }";
    let joined = ledger.replace("name = \"Pet\"", joined);
    insta::assert_snapshot!(run(&text, &joined).said, @"names.toml:14:8: warning[OAS122]: the `describe` of `Pet` has no effect, for `Ape` stands for it");
}
