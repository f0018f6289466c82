//! The name ledger as a file that people edit.

mod recovering;

use oasmith_source::SourceMap;
use oasmith_spec::recover::{Ledger, Nullable};
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

#[test]
fn a_branch_is_recognised_by_what_it_is_and_not_by_its_number() {
    let cat = |more: &str| format!("{{title: Cat, type: object, properties: {{a: {{}}{more}}}}}");
    let dog = |more: &str| {
        format!("{{type: object, properties: {{kind: {{const: dog}}, b: {{}}{more}}}}}")
    };
    let bird = "{title: Bird, type: object, properties: {c: {}}}";
    let pet = |of: &str| api(&[("get /pets/{id} getPet", "", &format!("{{oneOf: [{of}]}}"))]);
    let first = run(&pet(&format!("{}, {}", cat(""), dog(""))), "");
    insta::assert_snapshot!(first.ledger(), @r#"
    [[schema]]
    name = "Cat"
    key = "d0a18c14feb456b1"
    places = ["GET /pets/{id} 200 (oneOf Cat)"]
    evidence = "title"

    [[schema]]
    name = "DogPet"
    key = "a270aced474512f9"
    places = ["GET /pets/{id} 200 (oneOf dog)"]
    evidence = "value of kind of a branch"

    [[schema]]
    name = "Pet"
    key = "2635ef7f25cce96c"
    places = ["GET /pets/{id} 200"]
    evidence = "noun of getPet"
    "#);
    let changed = pet(&format!("{bird}, {}, {}", dog(", n: {}"), cat(", n: {}")));
    let second = run(&changed, &first.ledger.to_toml());
    insta::assert_snapshot!(second.said, @"");
    insta::assert_snapshot!(second.schemas(), @"
    Pet:
      oneOf:
        - $ref: '#/components/schemas/Bird'
        - $ref: '#/components/schemas/DogPet'
        - $ref: '#/components/schemas/Cat'
    Bird:
      title: Bird
      type: object
      properties:
        c: {}
    DogPet:
      type: object
      properties:
        kind:
          const: dog
        b: {}
        'n': {}
    Cat:
      title: Cat
      type: object
      properties:
        a: {}
        'n': {}
    ");
}

#[test]
fn a_branch_that_nothing_names_is_recognised_by_what_it_alone_has() {
    let of = |own: &str, more: &str| {
        format!("{{type: object, required: [{own}], properties: {{id: {{}}, {own}: {{}}{more}}}}}")
    };
    let pet = |of: &[String]| {
        let body = format!("{{oneOf: [{}]}}", of.join(", "));
        api(&[("get /pets/{id} getPet", "", &body)])
    };
    let some = [of("meow", ""), of("bark", ""), "{type: string}".to_owned()];
    let first = run(&pet(&some), "");
    insta::assert_snapshot!(first.ledger(), @r#"
    [[schema]]
    name = "BarkPet"
    key = "e88f60e353a2d2bd"
    places = ["GET /pets/{id} 200 (oneOf bark)"]
    evidence = "property bark of a branch"

    [[schema]]
    name = "MeowPet"
    key = "dc8a97d6c50f68b5"
    places = ["GET /pets/{id} 200 (oneOf meow)"]
    evidence = "property meow of a branch"

    [[schema]]
    name = "Pet"
    key = "22f45bfa65eb2807"
    places = ["GET /pets/{id} 200"]
    evidence = "noun of getPet"
    "#);
    let changed = [of("sing", ""), of("bark", ", n: {}"), of("meow", ", n: {}")];
    let renamed = first.ledger.to_toml().replace("\"BarkPet\"", "\"Dog\"");
    let renamed = renamed.replace("\"MeowPet\"", "\"Cat\"");
    let second = run(&pet(&changed), &renamed);
    insta::assert_snapshot!(second.said, @"");
    insta::assert_snapshot!(second.names(), @"
    Pet: noun of getPet
    SingPet: property sing of a branch
    Dog: property bark of a branch
    Cat: property meow of a branch
    ");
}

#[test]
fn a_name_of_a_path_parameter_says_nothing_about_a_schema() {
    let pet = |path: &str, of: &str| {
        api(&[(
            &format!("get {path} getPet"),
            "",
            &format!("{{properties: {{{of}}}}}"),
        )])
    };
    let ledger = run(&pet("/pets/{id}", "a: {}"), "").ledger.to_toml();
    let after = run(
        &pet("/pets/{petId}", "a: {}, b: {}"),
        &ledger.replace("\"Pet\"", "\"Beast\""),
    );
    assert_eq!(after.said, "");
    assert!(after.schemas().starts_with("Beast:"));
}

#[test]
fn what_is_wrong_with_an_entry_is_told_with_its_remedy() {
    let text = api(&[
        ("get /pets/{id} getPet", "", "{properties: {a: {}}}"),
        ("get /apes/{id} getApe", "", "{properties: {b: {}}}"),
    ]);
    let said = |entries: &str| run(&text, entries).said;
    insta::assert_snapshot!(said("[[schema]]\nname = 'user_x'\n[[schema]]\nname = 'UserX'\n[[schema]]\nname = '_'"), @"
    names.toml:6:8: error[OAS120]: `_` is no name of a component
    names.toml:4:8: error[OAS121]: `user_x` and `UserX` are one name in Rust
    names.toml:2:8: warning[OAS122]: `user_x` no longer names anything
    names.toml:4:8: warning[OAS122]: `UserX` no longer names anything
    ");
    insta::assert_snapshot!(said("[[schema]]\nname = 'Lead-er'\n[[schema]]\nname = 'Leader'\nNote = 'a'"), @"
    names.toml:5:1: error[OAS120]: unknown key `Note`
    names.toml:2:8: warning[OAS122]: `Lead-er` no longer names anything
    names.toml:4:8: warning[OAS122]: `Leader` no longer names anything
    ");
    insta::assert_snapshot!(said("[[schemas]]\nname = 'A'"), @"names.toml:1:3: error[OAS120]: unknown key `schemas`");
    insta::assert_snapshot!(said("[[schema]]\nname = 'A'\nname = 'B'"), @"names.toml:3:1: error[OAS120]: duplicate key");
    insta::assert_snapshot!(said("[[schema]]\nname = 'A'\nplaces = ['GET /pets/{id} 200']\n[[schema]]\nname = 'B'\nplaces = ['GET /pets/{id} 200']"), @"names.toml:5:8: warning[OAS122]: `B` names nothing: what stands at `GET /pets/{id} 200` is `A`");
    // A key that was copied with its entry is that of the schema which stands where it says.
    let ledger = run(&text, "").ledger;
    let [ape, pet] = ["Ape", "Pet"].map(|it| ledger.get(it).unwrap().key.clone().unwrap());
    let copied = ledger.to_toml().replace(&ape, &pet);
    assert_eq!(run(&text, &copied).ledger.to_toml(), ledger.to_toml());
}

const USER: &str = "properties: {id: {type: string}, name: {type: string}}";

/// A user, and a job of three users that say more in their places; then wrappers around what is no user.
fn jobs(wrappers: usize) -> String {
    let wrapper = |at| {
        format!(
            "w{at}: {{allOf: [{{description: a, properties: {{w{at}: {{}}}}}}], description: b{at}}}"
        )
    };
    let wrappers: Vec<String> = (0..wrappers).map(wrapper).collect();
    api(&[
        ("get /users/{id} getUser", "", &format!("{{{USER}}}")),
        (
            "get /jobs/{id} getJob",
            "",
            &format!(
                "{{properties: {{at: {{}}, owner: {{{USER}, description: its owner}}, author: {{{USER}, readOnly: true}}, editor: {{{USER}, deprecated: true}}}}}}"
            ),
        ),
        (
            "get /more getMore",
            "",
            &format!("{{properties: {{{}}}}}", wrappers.join(", ")),
        ),
    ])
}

#[test]
fn how_copies_were_exported_is_found_out_once() {
    let first = run(&jobs(1), "");
    let head = |text: &str| -> String {
        let lines = text
            .split("\n[[schema]]")
            .next()
            .unwrap_or_default()
            .lines();
        lines.skip(4).collect::<Vec<_>>().join("\n")
    };
    let ledger = first.ledger.to_toml();
    insta::assert_snapshot!(head(&ledger), @r#"
    # `annotations`: what stood beside references was written `in-copies` or `around-copies`. `nullable`: null that only some
    # copies allow is `of-places` or `of-schemas`. Both are found out once many copies show it, for another answer moves names.
    annotations = "in-copies"
    "#);
    let names = |outcome: &recovering::Outcome| -> Vec<String> {
        let entries = outcome.ledger.entries.iter();
        entries.map(|it| it.name.clone()).collect()
    };
    let more = run(&jobs(5), &ledger);
    assert_eq!(more.said, "");
    assert_eq!(head(&more.ledger.to_toml()), head(&ledger));
    insta::assert_snapshot!(names(&more).join(" "), @"Job More User W0Settings W1Settings W2Settings W3Settings W4Settings");
    insta::assert_snapshot!(names(&run(&jobs(5), "")).join(" "), @"Author Editor Job More Owner User W0Settings W1Settings W2Settings W3Settings W4Settings");
    // What a ledger does not say is found out, and said from then on.
    let old = ledger.replace("annotations = \"in-copies\"\n", "");
    assert_eq!(run(&jobs(1), &old).ledger.to_toml(), ledger);
    // A person may know better.
    let other = run(&jobs(1), "annotations = \"around-copies\" # Ann says so.\n");
    insta::assert_snapshot!(head(&other.ledger.to_toml()), @r#"
    # Ann says so.

    # `annotations`: what stood beside references was written `in-copies` or `around-copies`. `nullable`: null that only some
    # copies allow is `of-places` or `of-schemas`. Both are found out once many copies show it, for another answer moves names.
    annotations = "around-copies"
    "#);
    insta::assert_snapshot!(names(&other).join(" "), @"Author Editor Job More Owner User W0Settings");
    // What is said and not shown is told.
    assert_eq!(run(&jobs(5), &other.ledger.to_toml()).said, "");
    insta::assert_snapshot!(other.said, @r#"names.toml:1:15: info[OAS122]: `annotations` is "around-copies", and the document looks like "in-copies" (3 copies for that, 1 for what is said)"#);
    // What few copies show is guessed, and not said.
    assert_eq!(head(&run(&jobs(2), "").ledger.to_toml()), "");
}

#[test]
fn what_has_names_apart_keeps_them_when_a_copy_more_makes_one_of_all() {
    let user = format!("{{{USER}, description: a user}}");
    let robot = format!("{{{USER}, description: a robot, deprecated: true}}");
    let bodies = [
        ("get /users/{id} getUser", "", &*user),
        ("get /robots/{id} getRobot", "", &*robot),
    ];
    let first = run(&api(&bodies), "");
    insta::assert_snapshot!(first.names(), @"
    User: noun of getUser
    Robot: noun of getRobot
    ");
    let job = format!("{{properties: {{at: {{}}, owner: {{{USER}, description: its owner}}}}}}");
    let more = api(&[bodies[0], bodies[1], ("get /jobs/{id} getJob", "", &job)]);
    insta::assert_snapshot!(run(&more, "").names(), @"
    IdNameData: answer of getUser and another
    Job: noun of getJob
    ");
    let second = run(&more, &first.ledger.to_toml());
    assert_eq!(second.said, "");
    insta::assert_snapshot!(second.names(), @"
    User: noun of getUser
    Robot: noun of getRobot
    Job: noun of getJob
    ");
    let third = run(&more, &second.ledger.to_toml());
    assert_eq!(third.ledger.to_toml(), second.ledger.to_toml());
    assert_eq!(third.schemas(), second.schemas());
}

#[test]
fn whether_null_is_of_places_is_found_out_once() {
    let pet = |nulls: usize, described: usize| {
        let copies = |(name, says): (&str, &str)| {
            let of = format!("{{properties: {{{name}: {{}}, n: {{}}}}}}");
            let says = format!("{{{says}, properties: {{{name}: {{}}, n: {{}}}}}}");
            format!("{name}a: {of}, {name}b: {says}")
        };
        let described = ["b", "c", "d", "e", "f", "g"][..described].iter();
        let described = described.map(|it| (*it, "description: here"));
        let nulls = ["a", "h", "i"][..nulls].iter();
        let nulls = nulls.map(|it| (*it, "nullable: true"));
        let all = nulls.chain(described);
        let all: Vec<String> = all.map(copies).collect();
        let of = format!("{{properties: {{{}}}}}", all.join(", "));
        api(&[("get /pets/{id} getPet", "", &of)])
    };
    let null_alone = run(&pet(3, 0), "");
    let is_shared = |outcome: &recovering::Outcome| {
        let entries = ["Aa", "Ab"].map(|it| outcome.ledger.get(it));
        entries.contains(&None)
    };
    let nullable = null_alone.ledger.export.nullable;
    assert_eq!(nullable, Some(Nullable::OfSchemas));
    assert_eq!(run(&pet(1, 0), "").ledger.export.nullable, None);
    let more = run(&pet(1, 6), &null_alone.ledger.to_toml());
    let anew = run(&pet(1, 6), "");
    assert_eq!([is_shared(&more), is_shared(&anew)], [false, true]);
}

#[test]
fn an_unknown_kind_of_export_is_told_with_those_that_there_are() {
    let text = api(&[("get /pets getPets", "", "{properties: {a: {}}}")]);
    let ledger = "annotations = 'inside'\nnullable = 1\nrecursion = 'no'\n";
    insta::assert_snapshot!(run(&text, ledger).said, @r#"
    names.toml:1:15: error[OAS120]: this must be "in-copies" or "around-copies"
    names.toml:2:12: error[OAS120]: this must be "of-places" or "of-schemas"
    names.toml:3:13: error[OAS120]: this must be "folded" or "as-written"
    "#);
}

#[test]
fn a_tree_that_ends_is_kept_as_written_where_the_ledger_says_so() {
    let text = api(&[(
        "get /menu getMenu",
        "",
        "{properties: {id: {}, n: {}, of: {properties: {id: {}, n: {}, of: {properties: {id: {}, n: {}}}}}}}",
    )]);
    let folded = run(&text, "");
    insta::assert_snapshot!(folded.ledger(), @r#"
    recursion = "folded"

    [[schema]]
    name = "Menu"
    key = "6f012d20074a2741"
    places = [
        "GET /menu 200",
        "GET /menu 200 of",
    ]
    evidence = "noun of getMenu"
    "#);
    let ledger = folded.ledger.to_toml();
    let again = run(&text, &ledger);
    assert_eq!(again.ledger.to_toml(), ledger);
    let kept = run(&text, &ledger.replace("\"folded\"", "\"as-written\""));
    assert_eq!(kept.said, "");
    insta::assert_snapshot!(kept.schemas(), @"
    Menu:
      properties:
        id: {}
        'n': {}
        of:
          $ref: '#/components/schemas/MenuOf'
    MenuOf:
      properties:
        id: {}
        'n': {}
        of:
          $ref: '#/components/schemas/MenuOfDetails'
    MenuOfDetails:
      properties:
        id: {}
        'n': {}
    ");
    let again = run(&text, &kept.ledger.to_toml());
    assert_eq!(again.ledger.to_toml(), kept.ledger.to_toml());
    assert_eq!(again.schemas(), kept.schemas());
}
