//! What counts as one schema: references, recursion that was cut off, and annotations of the place are seen through.

mod recovering;

use oasmith_spec::write;
use recovering::{api, run};

/// A document with what is given as `components.schemas`.
fn with_components(operations: &[(&str, &str, &str)], schemas: &str) -> String {
    let text = api(operations);
    let text = text.strip_suffix('}').unwrap_or_default();
    format!("{text}, components: {{schemas: {schemas}}}}}")
}

const USER: &str = "type: object, properties: {id: {type: string}, name: {type: string}}";

#[test]
fn annotations_written_into_copies_stay_at_their_places() {
    let text = api(&[
        (
            "get /users/{id} getUser",
            "",
            &format!("{{{USER}, description: a user}}"),
        ),
        (
            "get /jobs/{id} getJob",
            "",
            &format!(
                "{{properties: {{
            owner: {{{USER}, description: who owns it, readOnly: true}},
            title: {{type: string}},
            author: {{{USER}, description: who made it}}}}}}"
            ),
        ),
    ]);
    insta::assert_snapshot!(run(&text, "").schemas(), @"
    User:
      type: object
      properties:
        id:
          type: string
        name:
          type: string
      description: a user
    Job:
      properties:
        owner:
          $ref: '#/components/schemas/User'
          description: who owns it
          readOnly: true
        title:
          type: string
        author:
          $ref: '#/components/schemas/User'
          description: who made it
    ");
}

#[test]
fn what_names_the_values_of_an_enum_is_its_own() {
    let text = api(&[
        (
            "get /lamps/{id} getLamp",
            "",
            "{properties: {id: {type: string}, state: {type: integer, enum: [0, 1], x-enum-varnames: [Off, On]}}}",
        ),
        (
            "get /cats/{id} getCat",
            "",
            "{properties: {name: {type: string}, sex: {type: integer, enum: [0, 1], x-enum-varnames: [Male, Female]},
              state: {type: integer, enum: [0, 1], x-enum-varnames: [Off, On]}}}",
        ),
    ]);
    insta::assert_snapshot!(run(&text, "").schemas(), @"
    Lamp:
      properties:
        id:
          type: string
        state:
          $ref: '#/components/schemas/State'
    State:
      type: integer
      enum:
        - 0
        - 1
      x-enum-varnames:
        - 'Off'
        - 'On'
    Cat:
      properties:
        name:
          type: string
        sex:
          type: integer
          enum:
            - 0
            - 1
          x-enum-varnames:
            - Male
            - Female
        state:
          $ref: '#/components/schemas/State'
    ");
}

#[test]
fn annotations_stay_at_their_places_where_copies_refer_to_components_that_are_equal() {
    let of = |it: &str| {
        format!("type: object, properties: {{id: {{$ref: '#/components/schemas/{it}'}}}}")
    };
    let body = format!(
        "{{properties: {{plan: {{{}, description: which}}}}}}",
        of("Id")
    );
    let text = with_components(
        &[
            ("get /plans/{id} getPlan", "", &format!("{{{}}}", of("Id"))),
            ("get /plan theirPlan", "", &format!("{{{}}}", of("Key"))),
            ("post /users addUser", &body, ""),
        ],
        "{Id: {type: string}, Key: {type: string}}",
    );
    insta::assert_snapshot!(run(&text, "").schemas(), @"
    Id:
      type: string
    Key:
      type: string
    Plan:
      type: object
      properties:
        id:
          $ref: '#/components/schemas/Id'
    AddUserRequest:
      properties:
        plan:
          $ref: '#/components/schemas/Plan'
          description: which
    ");
}

#[test]
fn of_copies_that_differ_in_null_alone_an_author_has_both() {
    let user = "title: Simple User, type: object, properties: {id: {type: string}}";
    let (plain, nullable) = (format!("{{{user}}}"), format!("{{{user}, nullable: true}}"));
    let issue = format!("{{properties: {{author: {plain}, assignee: {nullable}}}}}");
    let review = format!("{{properties: {{at: {{type: string}}, by: {nullable}}}}}");
    let text = api(&[
        ("get /user getUser", "", &plain),
        ("get /issue getIssue", "", &issue),
        ("get /review getReview", "", &review),
    ]);
    insta::assert_snapshot!(run(&text, "").names(), @"
    SimpleUser: title
    Issue: noun of getIssue
    NullableSimpleUser: title
    Review: noun of getReview
    ");
}

#[test]
fn what_a_copy_does_not_say_is_not_the_schemas_own() {
    let text = api(&[(
        "get /jobs/{id} getJob",
        "",
        &format!(
            "{{properties: {{owner: {{{USER}, description: who owns it}}, author: {{{USER}}}}}}}"
        ),
    )]);
    let outcome = run(&text, "");
    let job = outcome
        .document
        .pointer("/components/schemas/Job/properties");
    insta::assert_snapshot!(job.map(write::yaml).unwrap_or_default(), @"
    owner:
      $ref: '#/components/schemas/JobIdName'
      description: who owns it
    author:
      $ref: '#/components/schemas/JobIdName'
    ");
    let user = outcome.document.pointer("/components/schemas/JobIdName");
    assert!(user.is_some_and(|it| it.get("description").is_none()));
}

#[test]
fn where_siblings_stand_around_copies_other_copies_differ_in_what_they_are() {
    let around = |name: &str, of: &str| {
        format!("{name}: {{allOf: [{{{USER}, description: a user}}], description: {of}}}, ")
    };
    let wrapped: String = ["owner", "author", "editor", "reader", "critic"]
        .iter()
        .map(|it| around(it, it))
        .collect();
    let robot = format!("robot: {{{USER}, description: a robot}}");
    let text = api(&[(
        "get /jobs/{id} getJob",
        "",
        &format!("{{properties: {{{wrapped}{robot}}}}}"),
    )]);
    insta::assert_snapshot!(run(&text, "").names(), @"
    Job: noun of getJob
    JobIdName: properties owner, author, editor of Job
    Robot: property robot
    ");
}

#[test]
fn a_copy_is_the_component_whose_references_it_has_inlined() {
    let text = with_components(
        &[("get /tree getTree", "", "{properties: {root: {properties: {
            value: {type: string},
            next: {properties: {value: {type: string}, next: {$ref: '#/components/schemas/Node'}}}}}}}")],
        "{Node: {properties: {value: {type: string}, next: {$ref: '#/components/schemas/Node'}}}}",
    );
    insta::assert_snapshot!(run(&text, "").schemas(), @"
    Node:
      properties:
        value:
          type: string
        next:
          $ref: '#/components/schemas/Node'
    Tree:
      properties:
        root:
          $ref: '#/components/schemas/Node'
    ");
}

#[test]
fn recursion_that_was_cut_off_is_folded_back() {
    let text = api(&[(
        "get /comments/{id} getComment",
        "",
        "{properties: {
        text: {type: string},
        replies: {type: array, items: {properties: {
            text: {type: string},
            replies: {type: array, items: {properties: {
                text: {type: string},
                replies: {type: array, items: {}}}}}}}}}}",
    )]);
    let outcome = run(&text, "");
    insta::assert_snapshot!(outcome.schemas(), @"
    Comment:
      properties:
        text:
          type: string
        replies:
          type: array
          items:
            $ref: '#/components/schemas/Comment'
    ");
    insta::assert_snapshot!(outcome.said, @"
    api.yaml:3:39: info[OAS124]: a schema that repeats itself inside is taken to be recursive
    api.yaml:5:43: info[OAS124]: a schema that repeats itself inside is taken to be recursive
    ");
}

#[test]
fn recursion_may_end_with_less_than_an_empty_schema() {
    let ends = [
        ", replies: {type: array}",
        ", replies: {type: array, items: {type: object, properties: {}}}",
        ", replies: {type: array, items: {type: string, description: '[Circular]'}}",
        "",
    ];
    for end in ends {
        let text = api(&[(
            "get /comments/{id} getComment",
            "",
            &format!(
                "{{properties: {{text: {{type: string}}, replies: {{type: array, items:
                {{properties: {{text: {{type: string}}, replies: {{type: array, items:
                {{properties: {{text: {{type: string}}{end}}}}}}}}}}}}}}}}}"
            ),
        )]);
        insta::allow_duplicates!(insta::assert_snapshot!(run(&text, "").schemas(), @"
        Comment:
          properties:
            text:
              type: string
            replies:
              type: array
              items:
                $ref: '#/components/schemas/Comment'
        "));
    }
}

#[test]
fn recursion_that_takes_null_may_end_with_null() {
    let schemas = |null: &str, end: &str| {
        let node =
            |next: &str| format!("{{{null}, properties: {{id: {{type: string}}, next: {next}}}}}");
        let text = node(&node(&node(end)));
        run(&api(&[("get /nodes/{id} getNode", "", &text)]), "").schemas()
    };
    let types = "type: [object, 'null']";
    let ends = [
        "{}",
        "{type: object}",
        "{type: [object, 'null']}",
        "{type: 'null'}",
    ];
    for end in ends {
        insta::allow_duplicates!(insta::assert_snapshot!(schemas(types, end), @"
        Node:
          type:
            - object
            - 'null'
          properties:
            id:
              type: string
            next:
              $ref: '#/components/schemas/Node'
        "));
    }
    let nullable = "type: object, nullable: true";
    let ends = [
        "{type: object, nullable: true}",
        "{nullable: true}",
        "{type: 'null'}",
    ];
    for end in ends {
        assert_eq!(
            schemas(nullable, end).matches("properties:").count(),
            1,
            "{end}"
        );
    }
    // Where null is not allowed, null alone is another value.
    assert_eq!(
        schemas("type: object", "{type: 'null'}")
            .matches("properties:")
            .count(),
        3
    );
}

#[test]
fn a_part_that_has_less_than_the_whole_is_no_evidence_of_recursion() {
    let text = api(&[(
        "get /comments/{id} getComment",
        "",
        "{properties: {text: {type: string}, parent: {properties: {text: {type: string}, id: {type: string}}}, id: {type: string}}}",
    )]);
    assert_eq!(run(&text, "").said, "");
}

#[test]
fn one_level_alone_is_no_evidence_of_recursion() {
    let text = api(&[(
        "get /comments/{id} getComment",
        "",
        "{properties: {
        text: {type: string},
        replies: {type: array, items: {}}}}",
    )]);
    let outcome = run(&text, "");
    insta::assert_snapshot!(write::yaml(&outcome.document), @"
    openapi: 3.1.0
    paths:
      /comments/{id}:
        get:
          operationId: getComment
          responses:
            '200':
              content:
                application/json:
                  schema:
                    $ref: '#/components/schemas/Comment'
    components:
      schemas:
        Comment:
          properties:
            text:
              type: string
            replies:
              type: array
              items: {}
    ");
}

/// What becomes of a schema with itself in the place of `SELF`, down to some levels.
fn cut_off(schema: &str, levels: usize, end: &str) -> String {
    let whole = (0..levels).fold(end.to_owned(), |inner, _| schema.replace("SELF", &inner));
    run(&api(&[("get /rules/{id} getRule", "", &whole)]), "").schemas()
}

#[test]
fn recursion_that_was_cut_off_is_folded_back_through_the_parts_of_compositions() {
    let of_alternatives = "{oneOf: [
        {title: Literal, properties: {value: {type: string}}},
        {title: Both, properties: {left: SELF, right: SELF}}]}";
    insta::assert_snapshot!(cut_off(of_alternatives, 3, "{}"), @"
    Rule:
      oneOf:
        - $ref: '#/components/schemas/Literal'
        - $ref: '#/components/schemas/Both'
    Literal:
      title: Literal
      properties:
        value:
          type: string
    Both:
      title: Both
      properties:
        left:
          $ref: '#/components/schemas/Rule'
        right:
          $ref: '#/components/schemas/Rule'
    ");
    let of_parts = "{title: Rule, allOf: [
        {title: Base, properties: {id: {type: string}}},
        {title: Group, properties: {note: {type: string}, rules: {type: array, items: SELF}}}]}";
    insta::assert_snapshot!(cut_off(of_parts, 3, "{type: object}"), @"
    Rule:
      title: Rule
      allOf:
        - $ref: '#/components/schemas/Base'
        - $ref: '#/components/schemas/Group'
    Base:
      title: Base
      properties:
        id:
          type: string
    Group:
      title: Group
      properties:
        note:
          type: string
        rules:
          type: array
          items:
            $ref: '#/components/schemas/Rule'
    ");
    let in_wrapper =
        "{properties: {id: {type: string}, next: {allOf: [SELF], description: the next}}}";
    insta::assert_snapshot!(cut_off(in_wrapper, 3, "{}"), @"
    Rule:
      properties:
        id:
          type: string
        next:
          $ref: '#/components/schemas/Rule'
          description: the next
    ");
}

#[test]
fn nothing_is_left_of_what_stands_only_in_copies_that_were_cut_off() {
    let of_choice = "{properties: {id: {type: string}, next: {oneOf: [SELF, {title: End, properties: {at: {}}}]}}}";
    insta::assert_snapshot!(cut_off(of_choice, 3, "{type: object}"), @"
    Rule:
      properties:
        id:
          type: string
        next:
          $ref: '#/components/schemas/RuleNext'
    RuleNext:
      oneOf:
        - $ref: '#/components/schemas/Rule'
        - $ref: '#/components/schemas/End'
    End:
      title: End
      properties:
        at: {}
    ");
}

/// An `Employee` whose last level holds the same part as something else does.
const STAFF: [(&str, &str, &str); 2] = [
    (
        "get /e getEmployee",
        "",
        "{allOf: [{properties: {id: {}}}, {properties: {name: {}, reports: {items: {allOf: [{properties: {id: {}}}, {properties: {name: {}, reports: {items: {allOf: [{properties: {id: {}}}, {properties: {name: {}}}]}}}}]}}}}]}",
    ),
    (
        "post /add addEmployee",
        "{properties: {items: {allOf: [{properties: {id: {}, dept: {}}}, {properties: {name: {}}}]}}}",
        "",
    ),
];

#[test]
fn a_part_that_is_left_in_one_schema_is_that_schemas_own() {
    let first = run(&api(&STAFF), "");
    insta::assert_snapshot!(first.schemas(), @"
    Employee:
      allOf:
        - $ref: '#/components/schemas/EmployeeBase'
        - properties:
            name: {}
            reports:
              items:
                $ref: '#/components/schemas/Employee'
    EmployeeBase:
      properties:
        id: {}
    AddEmployeeRequest:
      properties:
        items:
          $ref: '#/components/schemas/EmployeeItems'
    EmployeeItems:
      allOf:
        - properties:
            id: {}
            dept: {}
        - properties:
            name: {}
    ");
    let second = run(&api(&STAFF), &first.ledger.to_toml());
    assert_eq!(second.schemas(), first.schemas());
}

#[test]
fn one_level_of_a_composition_is_no_evidence_of_recursion() {
    let of_alternatives = "{oneOf: [
        {title: Literal, properties: {value: {type: string}}},
        {title: Both, properties: {left: SELF, right: SELF}}]}";
    let schemas = cut_off(of_alternatives, 1, "{}");
    assert!(schemas.contains("left: {}"), "{schemas}");
}

#[test]
fn a_mapping_that_an_exporter_left_names_the_branches_and_leads_to_them_again() {
    let text = api(&[(
        "get /pets getPets",
        "",
        "{oneOf: [
            {properties: {kind: {const: c}, meow: {type: string}}},
            {properties: {kind: {enum: [d]}, bark: {type: string}}}],
          discriminator: {propertyName: kind, mapping: {c: '#/components/schemas/Cat', d: Dog}}}",
    )]);
    insta::assert_snapshot!(run(&text, "").schemas(), @"
    Pet:
      oneOf:
        - $ref: '#/components/schemas/Cat'
        - $ref: '#/components/schemas/Dog'
      discriminator:
        propertyName: kind
        mapping:
          c: '#/components/schemas/Cat'
          d: Dog
    Cat:
      properties:
        kind:
          const: c
        meow:
          type: string
    Dog:
      properties:
        kind:
          enum:
            - d
        bark:
          type: string
    ");
}

#[test]
fn a_mapping_to_a_component_of_another_name_follows_the_branch() {
    let text = api(&[(
        "get /pets getPets",
        "",
        "{oneOf: [
            {title: Cat, properties: {kind: {const: c}}},
            {title: Dog, properties: {kind: {const: d}}}],
          discriminator: {propertyName: kind, mapping: {c: '#/components/schemas/CatV2', d: DogV2}}}",
    )]);
    let outcome = run(&text, "");
    let mapping = outcome
        .document
        .pointer("/components/schemas/Pet/discriminator/mapping");
    insta::assert_snapshot!(mapping.map(write::yaml).unwrap_or_default(), @"
    c: '#/components/schemas/Cat'
    d: '#/components/schemas/Dog'
    ");
}

#[test]
fn a_default_mapping_that_an_exporter_left_leads_to_the_branch_of_that_name() {
    let text = api(&[(
        "get /pets getPets",
        "",
        "{oneOf: [
            {title: House Cat, properties: {kind: {const: c}}},
            {title: Dog, properties: {kind: {const: d}}}],
          discriminator: {propertyName: kind, defaultMapping: '#/components/schemas/house-cat'}}",
    )]);
    let outcome = run(&text, "");
    let discriminator = outcome
        .document
        .pointer("/components/schemas/Pet/discriminator");
    insta::assert_snapshot!(discriminator.map(write::yaml).unwrap_or_default(), @"
    propertyName: kind
    defaultMapping: '#/components/schemas/HouseCat'
    ");
}

#[test]
fn a_mapping_to_a_name_that_is_written_otherwise_leads_to_the_branch() {
    let text = api(&[(
        "get /pets getPets",
        "",
        "{oneOf: [
            {title: House Cat, properties: {kind: {type: string}, meow: {type: string}}},
            {title: Dog, properties: {kind: {type: string}, bark: {type: string}}}],
          discriminator: {propertyName: kind, mapping: {c: '#/components/schemas/house-cat', d: dog}}}",
    )]);
    let outcome = run(&text, "");
    let pet = outcome.document.pointer("/components/schemas/Pet");
    insta::assert_snapshot!(pet.map(write::yaml).unwrap_or_default(), @"
    oneOf:
      - $ref: '#/components/schemas/HouseCat'
      - $ref: '#/components/schemas/Dog'
    discriminator:
      propertyName: kind
      mapping:
        c: '#/components/schemas/HouseCat'
        d: '#/components/schemas/Dog'
    ");
}

#[test]
fn a_discriminator_that_told_nothing_stays_and_does_not_tell_by_new_names() {
    let text = api(&[(
        "get /pets getPets",
        "",
        "{oneOf: [
            {title: Cat, properties: {kind: {type: string}, meow: {type: string}}},
            {title: Dog, properties: {kind: {type: string}, bark: {type: string}}}],
          discriminator: {propertyName: kind, mapping: {c: models.yaml#/first}}}",
    )]);
    let outcome = run(&text, "");
    let pet = outcome.document.pointer("/components/schemas/Pet");
    insta::assert_snapshot!(pet.map(write::yaml).unwrap_or_default(), @"
    oneOf:
      - allOf:
          - $ref: '#/components/schemas/Cat'
      - allOf:
          - $ref: '#/components/schemas/Dog'
    discriminator:
      propertyName: kind
      mapping:
        c: models.yaml#/first
    ");
}

/// What becomes of two copies.
fn two(one: &str, other: &str) -> String {
    run(
        &api(&[
            ("get /pets/{id} getPet", "", one),
            ("get /pet findOne", "", other),
        ]),
        "",
    )
    .schemas()
}

#[test]
fn copies_are_one_in_whatever_order_a_set_or_notation_a_number_is_written() {
    insta::assert_snapshot!(two(
        "{type: object, required: [a, b], properties: {a: {enum: [y, x], default: 1.0}, b: {type: [string, integer], maximum: 10}},
          dependentRequired: {a: [b, c]}}",
        "{properties: {b: {type: [integer, string], maximum: 1e1}, a: {default: 1, enum: [x, y]}}, required: [b, a], type: [object],
          dependentRequired: {a: [c, b]}}"), @"
    Pet:
      type: object
      required:
        - a
        - b
      properties:
        a:
          $ref: '#/components/schemas/PetA'
        b:
          type:
            - string
            - integer
          maximum: 10
      dependentRequired:
        a:
          - b
          - c
    PetA:
      enum:
        - 'y'
        - x
      default: 1.0
    ");
}

#[test]
fn what_is_no_set_keeps_its_order() {
    let cases = [
        ("default: [a, b]", "default: [b, a]"),
        ("default: {required: [a, b]}", "default: {required: [b, a]}"),
        ("const: {enum: [a, b]}", "const: {enum: [b, a]}"),
        (
            "prefixItems: [{}, {type: string}]",
            "prefixItems: [{type: string}, {}]",
        ),
        (
            "enum: [a, b], x-enum-varnames: [A, B]",
            "enum: [b, a], x-enum-varnames: [A, B]",
        ),
        (
            "enum: [a, b], enumNames: [A, B]",
            "enum: [b, a], enumNames: [B, A]",
        ),
        ("default: 1", "default: '1'"),
        ("default: 1", "default: 1.01"),
    ];
    for (one, other) in cases {
        let of = |it: &str| format!("{{properties: {{id: {{}}, a: {{{it}}}}}}}");
        let schemas = two(&of(one), &of(other));
        assert_eq!(schemas.matches("properties:").count(), 2, "{schemas}");
    }
    // An extension of another length says nothing of each value.
    let of = |it: &str| format!("{{properties: {{id: {{}}, a: {{enum: {it}, x-tags: [t]}}}}}}");
    let schemas = two(&of("[a, b]"), &of("[b, a]"));
    assert_eq!(schemas.matches("properties:").count(), 1, "{schemas}");
}

#[test]
fn null_among_the_types_of_a_copy_is_of_its_place_as_nullable_is() {
    let job = "{properties: {
        title: {type: string},
        owner: {description: who owns it, type: [object, 'null'], NAMES},
        author: {description: who made it, nullable: true, type: object, NAMES},
        reader: {type: ['null', object], NAMES},
        editor: {anyOf: [{type: object, NAMES}, {type: 'null'}]}}}";
    let names = USER.strip_prefix("type: object, ").unwrap_or_default();
    let job = job.replace("NAMES", names);
    let text = api(&[
        ("get /users/{id} getUser", "", &format!("{{{USER}}}")),
        ("get /jobs/{id} getJob", "", &job),
    ]);
    insta::assert_snapshot!(run(&text, "").schemas(), @"
    User:
      type: object
      properties:
        id:
          type: string
        name:
          type: string
    Job:
      properties:
        title:
          type: string
        owner:
          anyOf:
            - $ref: '#/components/schemas/User'
            - type: 'null'
          description: who owns it
        author:
          $ref: '#/components/schemas/User'
          description: who made it
          nullable: true
        reader:
          anyOf:
            - $ref: '#/components/schemas/User'
            - type: 'null'
        editor:
          anyOf:
            - $ref: '#/components/schemas/User'
            - type: 'null'
    ");
    // In 3.0, where types are no list, null is written as it has to be.
    let outcome = run(&text.replace("3.1.0", "3.0.3"), "");
    let owner = outcome
        .document
        .pointer("/components/schemas/Job/properties/owner");
    insta::assert_snapshot!(owner.map(write::yaml).unwrap_or_default(), @"
    anyOf:
      - $ref: '#/components/schemas/User'
      - type: string
        nullable: true
        enum:
          - null
    nullable: true
    description: who owns it
    ");
}

#[test]
fn null_that_only_a_schema_in_itself_allows_is_of_its_place() {
    let of = |null: &str| {
        let node = |next: &str| format!("properties: {{id: {{}}, next: {next}}}");
        let inner = |next: &str| format!("{{{null}, {}}}", node(next));
        let text = format!("{{type: object, {}}}", node(&inner(&inner(&inner("{}")))));
        run(&api(&[("get /n getNode", "", &text)]), "").schemas()
    };
    insta::assert_snapshot!(of("type: object, nullable: true"), @"
    'N':
      type: object
      properties:
        id: {}
        next:
          $ref: '#/components/schemas/N'
          nullable: true
    ");
    insta::assert_snapshot!(of("type: [object, 'null']"), @"
    'N':
      type: object
      properties:
        id: {}
        next:
          anyOf:
            - $ref: '#/components/schemas/N'
            - type: 'null'
    ");
}

#[test]
fn null_that_all_copies_allow_is_the_schemas_own() {
    let of = |says: &str| format!("{{{says}, properties: {{id: {{type: string}}}}}}");
    let owner = of("type: [object, 'null'], description: who owns it");
    let author = of("nullable: true, type: object, description: who made it");
    let body = format!("{{properties: {{owner: {owner}, author: {author}}}}}");
    let outcome = run(&api(&[("get /jobs getJob", "", &body)]), "");
    insta::assert_snapshot!(outcome.schemas(), @"
    Job:
      properties:
        owner:
          $ref: '#/components/schemas/JobOwnerOrAuthor'
        author:
          $ref: '#/components/schemas/JobOwnerOrAuthor'
          description: who made it
    JobOwnerOrAuthor:
      type:
        - object
        - 'null'
      description: who owns it
      properties:
        id:
          type: string
    ");
}

#[test]
fn a_name_stays_when_a_copy_elsewhere_shows_what_is_of_a_place_only() {
    let user = |said: &str| {
        format!(
            "{{properties: {{id: {{}}, address: {{{said}, properties: {{city: {{}}, zip: {{}}}}}}}}}}"
        )
    };
    let shop = "{properties: {no: {}, location: {properties: {city: {}, zip: {}}}}}";
    for said in ["description: the one", "readOnly: true", "default: {}"] {
        let user = user(said);
        let alone = run(&api(&[("get /users/{id} getUser", "", &user)]), "");
        // The path is another one as well, so that no place recognises the entry.
        let grown = api(&[
            ("get /v2/users/{id} getUser", "", &user),
            ("get /shops/{id} getShop", "", shop),
        ]);
        let first = run(&grown, &alone.ledger.to_toml());
        insta::allow_duplicates! {
            insta::assert_snapshot!(first.names() + &first.said, @"
            User: noun of getUser
            Address: property address
            Shop: noun of getShop
            ");
        }
        let second = run(&grown, &first.ledger.to_toml());
        assert_eq!(second.schemas(), first.schemas());
        assert_eq!(second.ledger.to_toml(), first.ledger.to_toml());
        // The entry speaks of a copy that is left alone as well.
        let left = api(&[("get /v3/users/{id} getUser", "", &user)]);
        let left = run(&left, &second.ledger.to_toml());
        insta::allow_duplicates! {
            insta::assert_snapshot!(left.names() + &left.said, @"
            User: noun of getUser
            Address: property address
            names.toml:16:8: warning[OAS122]: `Shop` no longer names anything
            ");
        }
    }
}
