//! What components are called that have titles.

mod recovering;

use recovering::{api, run};

#[test]
fn a_title_names_and_a_name_never_ends_with_a_number() {
    let text = api(&[
        (
            "get /a getThing2",
            "",
            "{title: pet owner, properties: {a: {}}}",
        ),
        (
            "post /b sendThing2",
            "{title: pet owner, properties: {b: {}}}",
            "{properties: {c: {}}}",
        ),
    ]);
    insta::assert_snapshot!(run(&text, "").names(), @"
    PetOwner: title
    SendThing2Request: request of sendThing2
    SendThing2Response: answer of sendThing2
    ");
}

#[test]
fn of_schemas_with_one_title_the_one_that_is_never_null_has_it() {
    let text = api(&[(
        "get /books/{id} getBook",
        "",
        "{properties: {
            lender: {title: Simple User, type: [object, 'null'], properties: {a: {type: string}}},
            author: {title: Simple User, type: object, properties: {a: {type: string}}}}}",
    )]);
    insta::assert_snapshot!(run(&text, "").names(), @"
    Book: noun of getBook
    NullableSimpleUser: title
    SimpleUser: title
    ");
}

#[test]
fn a_title_gives_a_thing_its_name_without_articles_and_packages() {
    let text = api(&[(
        "get /tax/codes/{id} getCode",
        "",
        "{title: TaxProductResourceTaxCode, properties: {a: {title: TaxProductResourceTaxKind, type: object,
            properties: {b: {type: string}}}, c: {title: The response object, properties: {d: {type: string}}}}}",
    )]);
    insta::assert_snapshot!(run(&text, "").names(), @"
    TaxCode: title
    TaxProductResourceTaxKind: title
    Response: title
    ");
}

#[test]
fn a_title_that_several_schemas_have_is_shortened_for_all_of_them() {
    let text = api(&[(
        "get /reports/{id} getReport",
        "",
        "{properties: {a: {title: The response object, properties: {d: {type: string}}},
            b: {title: The response object, type: [object, 'null'], properties: {d: {type: string}, e: {type: string}}}}}",
    )]);
    insta::assert_snapshot!(run(&text, "").names(), @"
    Report: noun of getReport
    Response: title
    NullableResponse: title
    ");
}

#[test]
fn titles_that_start_with_the_name_of_the_api_are_read_without_it() {
    let titled = |title: &str, property: &str| {
        format!("{{title: {title}, properties: {{{property}: {{type: string}}}}}}")
    };
    let text = |path: &str| {
        let text = api(&[
            (
                &format!("get /{path}/{{id}} getHub"),
                "",
                &titled("Crate Hub", "a"),
            ),
            (
                "get /items/{id} getItem",
                "",
                &titled("Crate Hub Item", "b"),
            ),
            (
                "get /groups/{id} getGroup",
                "",
                &titled("Crate Hub Group", "c"),
            ),
        ]);
        text.replace("paths:", "info: {title: Crate Platform API}, paths:")
    };
    insta::assert_snapshot!(run(&text("hubs"), "").names(), @"
    Hub: title
    HubItem: title
    HubGroup: title
    ");
    // Where there are crates, a hub of theirs is a crate hub.
    insta::assert_snapshot!(run(&text("crates"), "").names(), @"
    CrateHub: title
    CrateHubItem: title
    CrateHubGroup: title
    ");
}

#[test]
fn of_schemas_with_one_title_the_one_that_stands_in_several_places_has_it() {
    let text = api(&[
        (
            "get /loans/{id} showLoan",
            "",
            "{properties: {lender: {title: Person, type: object, properties: {a: {type: string}}}}}",
        ),
        (
            "get /books/{id} showBook",
            "",
            "{properties: {author: {title: Person, type: object, properties: {b: {type: string}}},
                reader: {title: Person, type: object, properties: {b: {type: string}}}}}",
        ),
    ]);
    insta::assert_snapshot!(run(&text, "").names(), @"
    Loan: noun of showLoan
    Lender: property lender
    Book: noun of showBook
    Person: title
    ");
}

#[test]
fn a_title_that_only_repeats_a_value_is_no_name() {
    let rule = |value: &str, property: &str| {
        format!(
            "{{title: {value}, type: object, properties: {{type: {{type: string, enum: [{value}]}},
                {property}: {{type: string}}}}}}"
        )
    };
    let rules = format!(
        "{{properties: {{rules: {{type: array, items: {{oneOf: [{}, {}]}}}}}}}}",
        rule("creation", "a"),
        rule("pull_request", "b"),
    );
    let text = api(&[
        ("get /rule-sets/{id} showRuleSet", "", &rules),
        (
            "get /pulls/{id} showPull",
            "",
            "{title: Pull Request, type: object, properties: {id: {}}}",
        ),
    ]);
    insta::assert_snapshot!(run(&text, "").names(), @"
    RuleSet: noun of showRuleSet
    RuleSetRule: property rules of RuleSet
    CreationRule: value of type of a branch
    PullRequestRule: value of type of a branch
    PullRequest: title
    ");
}

#[test]
fn a_title_of_the_one_part_that_is_no_component_is_that_of_the_whole() {
    let base = "{title: Animal, properties: {id: {type: string}}}";
    let of = |part: &str| format!("{{allOf: [{base}, {part}]}}");
    let text = api(&[
        (
            "get /a showA",
            "",
            &of("{title: Cat, properties: {lives: {type: integer}}}"),
        ),
        ("get /b showB", "", base),
    ]);
    insta::assert_snapshot!(run(&text, "").names(), @"
    Cat: title
    Animal: title
    ");
}

#[test]
fn a_digit_that_is_a_part_of_a_word_stays_and_a_count_does_not() {
    let titles = ["OAuth2", "IPv4", "Größe", "Page 2", "Foo", "Foo2"];
    let operations = titles.map(|title| {
        let name = title.replace(' ', "").to_lowercase();
        (
            format!("get /{name} {name}"),
            format!("{{title: {title}, properties: {{{name}: {{}}}}}}"),
        )
    });
    let operations: Vec<_> = operations
        .iter()
        .map(|(of, answer)| (&**of, "", &**answer))
        .collect();
    insta::assert_snapshot!(run(&api(&operations), "").names(), @"
    OAuth2: title
    Ipv4: title
    Grosse: title
    Page2Settings: title
    Foo: title
    Foo2Settings: title
    ");
}

#[test]
fn titles_that_are_prose_are_kept_as_they_are_and_so_are_editions() {
    let text = api(&[
        (
            "get /a/{id} getA",
            "",
            "{title: Group or group member, properties: {a: {type: string}}}",
        ),
        (
            "get /b/{id} getB",
            "",
            "{title: User (v2), properties: {b: {type: string}}}",
        ),
        (
            "get /c/{id} getC",
            "",
            "{title: Step 1, properties: {c: {type: string}}}",
        ),
    ]);
    insta::assert_snapshot!(run(&text, "").names(), @"
    GroupOrGroupMember: title
    UserV2: title
    Step1Settings: title
    ");
}
