//! Recovering shared components: what becomes one, what it is called, and how the ledger keeps it so.

mod recovering;

use oasmith_spec::write;
use recovering::{api, run};

const PET: &str = "{type: object, properties: {name: {type: string}}}";

#[test]
fn copies_become_one_component_and_their_places_refer_to_it() {
    let text = api(&[
        ("get /pets/{id} getPet", "", PET),
        ("put /pets updatePet", PET, ""),
    ]);
    insta::assert_snapshot!(write::yaml(&run(&text, "").document), @"
    openapi: 3.1.0
    paths:
      /pets/{id}:
        get:
          operationId: getPet
          responses:
            '200':
              content:
                application/json:
                  schema:
                    $ref: '#/components/schemas/Pet'
      /pets:
        put:
          operationId: updatePet
          requestBody:
            content:
              application/json:
                schema:
                  $ref: '#/components/schemas/Pet'
    components:
      schemas:
        Pet:
          type: object
          properties:
            name:
              type: string
    ");
}

#[test]
fn a_wrapped_object_becomes_a_reference_with_siblings_and_a_wrapped_scalar_is_unwrapped() {
    let text = api(&[("get /pet getPet", "", "{properties: {
        owner: {allOf: [{properties: {name: {type: string}}}], description: who keeps it},
        port: {allOf: [{allOf: [{type: integer, maximum: 9, description: inner}], description: middle}], default: 1},
        both: {allOf: [{type: string}, {maxLength: 3}]}}}")]);
    insta::assert_snapshot!(run(&text, "").schemas(), @"
    Pet:
      properties:
        owner:
          $ref: '#/components/schemas/Owner'
          description: who keeps it
        port:
          type: integer
          maximum: 9
          description: middle
          default: 1
        both:
          allOf:
            - type: string
            - maxLength: 3
    Owner:
      properties:
        name:
          type: string
    ");
}

#[test]
fn in_openapi_3_0_siblings_of_a_reference_stand_around_it() {
    let text = api(&[(
        "get /pet getPet",
        "",
        "{properties: {
        owner: {allOf: [{properties: {name: {type: string}}}], description: who keeps it}}}",
    )]);
    let text = text.replace("3.1.0", "3.0.3");
    insta::assert_snapshot!(run(&text, "").schemas(), @"
    Pet:
      properties:
        owner:
          allOf:
            - $ref: '#/components/schemas/Owner'
          description: who keeps it
    Owner:
      properties:
        name:
          type: string
    ");
}

#[test]
fn schemas_that_differ_in_a_default_or_in_required_stay_apart() {
    let text = api(&[
        ("get /pet getPet", "", "{properties: {a: {type: integer}}}"),
        (
            "get /dog getDog",
            "",
            "{properties: {a: {type: integer, default: 1}}}",
        ),
        (
            "get /cat getCat",
            "",
            "{properties: {a: {type: integer}}, required: [a]}",
        ),
    ]);
    insta::assert_snapshot!(run(&text, "").names(), @"
    Pet: noun of getPet
    Dog: noun of getDog
    Cat: noun of getCat
    ");
}

#[test]
fn scalars_maps_and_single_values_are_no_components() {
    let text = api(&[(
        "get /pet getPet",
        "",
        "{properties: {
        id: {type: string}, map: {type: object}, tags: {additionalProperties: {type: string}},
        once: {enum: [a, b]}, kind: {enum: [pet]}, sort: {enum: [pet]}}}",
    )]);
    insta::assert_snapshot!(run(&text, "").names(), @"Pet: noun of getPet");
}

#[test]
fn a_choice_of_scalars_is_a_component_where_it_is_used_again() {
    let text = api(&[(
        "get /pet getPet",
        "",
        "{properties: {
        owner_id: {anyOf: [{type: integer}, {type: string}]}, former_id: {anyOf: [{type: integer}, {type: string}]},
        once: {anyOf: [{type: integer}, {type: boolean}]},
        name: {anyOf: [{type: string}, {type: 'null'}]}, nick: {anyOf: [{type: string}, {type: 'null'}]},
        a: {anyOf: [{required: [x]}, {required: [y]}]}, b: {anyOf: [{required: [x]}, {required: [y]}]}}}",
    )]);
    insta::assert_snapshot!(run(&text, "").names(), @"
    Pet: noun of getPet
    Id: properties owner_id, former_id
    ");
}

#[test]
fn integers_that_are_named_are_a_component_where_they_are_used_again() {
    let text = api(&[(
        "get /pet getPet",
        "",
        "{properties: {
        size: {type: integer, enum: [1, 2]}, former_size: {type: integer, enum: [1, 2]},
        once: {enum: [3, 4]}, share: {enum: [0.5, 1]}, former_share: {enum: [0.5, 1]}}}",
    )]);
    insta::assert_snapshot!(run(&text, "").names(), @"
    Pet: noun of getPet
    Size: properties size, former_size
    ");
}

#[test]
fn a_described_value_or_null_is_a_component_where_it_is_used_again() {
    let labels = "{anyOf: [{type: object, description: up to 16 labels, additionalProperties: {type: string}}, {type: 'null'}]}";
    let kind = "{anyOf: [{enum: [cat, dog], description: of animal}, {type: 'null'}]}";
    let pet = format!("{{properties: {{labels: {labels}, kind: {kind}}}}}");
    let owner = format!("{{properties: {{id: {{type: string}}, labels: {labels}, kind: {kind}}}}}");
    let text = api(&[
        ("get /pet getPet", "", &pet),
        ("get /owner getOwner", "", &owner),
    ]);
    insta::assert_snapshot!(run(&text, "").names(), @"
    Pet: noun of getPet
    Labels: property labels of Pet and another
    Kind: property kind of Pet and another
    Owner: noun of getOwner
    ");
}

#[test]
fn components_of_the_document_keep_their_names_and_serve_equal_schemas() {
    let text = api(&[
        ("get /pet getPet", "", PET),
        ("get /owner getOwner", "", "{properties: {pets: {}}}"),
    ]);
    let text = text.replace(
        "paths:",
        "components: {schemas: {Animal: {properties: {name: {type: string}}, type: object}, Owner: {type: string}}}, paths:",
    );
    insta::assert_snapshot!(run(&text, "").names(), @"
    Animal: -
    Owner: -
    GetOwnerResponse: answer of getOwner
    ");
}

#[test]
fn a_reference_to_the_first_copy_is_a_copy() {
    let first = "#/paths/~1pet/get/responses/200/content/application~1json/schema";
    let text = api(&[
        (
            "get /pet getPet",
            "",
            "{type: object, properties: {owner: {type: object, properties: {id: {type: string}}}}}",
        ),
        (
            "get /pets/{id} showPet",
            "",
            &format!("{{$ref: '{first}'}}"),
        ),
        (
            "get /owner getOwner",
            "",
            &format!("{{$ref: '{first}/properties/owner', description: who has it}}"),
        ),
    ]);
    insta::assert_snapshot!(run(&text, "").schemas(), @"
    Pet:
      type: object
      properties:
        owner:
          $ref: '#/components/schemas/Owner'
    Owner:
      type: object
      properties:
        id:
          type: string
    ");
}

#[test]
fn what_contains_itself_in_an_operation_becomes_a_component() {
    let schema = "#/paths/~1pets/get/responses/200/content/application~1json/schema";
    let text = api(&[
        (
            "get /pets listPets",
            "",
            &format!(
                "{{type: array, items: {{type: object, properties: {{id: {{type: string}}, parent: {{$ref: '{schema}/items', description: up}}, young: {{$ref: '{schema}'}}}}}}}}"
            ),
        ),
        (
            "get /pets/{id} getPet",
            "",
            &format!("{{$ref: '{schema}/items'}}"),
        ),
    ]);
    let outcome = run(&text, "");
    insta::assert_snapshot!(outcome.schemas(), @"
    Pet:
      type: object
      properties:
        id:
          type: string
        parent:
          $ref: '#/components/schemas/Pet'
          description: up
        young:
          type: array
          items:
            $ref: '#/components/schemas/Pet'
    ");
    insta::assert_snapshot!(outcome.names(), @"Pet: noun of getPet");
    assert!(!write::yaml(&outcome.document).contains("#/paths/"));
    assert_eq!(run(&text, &outcome.ledger()).ledger(), outcome.ledger());
}

#[test]
fn recursion_that_starts_a_level_further_down_is_one_component() {
    let schema = "#/paths/~1tree/get/responses/200/content/application~1json/schema";
    let node = |next: &str| {
        format!("{{type: object, properties: {{id: {{type: string}}, next: {next}}}}}")
    };
    let inner = node(&format!("{{$ref: '{schema}/properties/next'}}"));
    let text = api(&[("get /tree getTree", "", &node(&inner))]);
    insta::assert_snapshot!(run(&text, "").schemas(), @"
    Tree:
      type: object
      properties:
        id:
          type: string
        next:
          $ref: '#/components/schemas/Tree'
    ");
}

#[test]
fn two_schemas_that_contain_each_other_are_two_components() {
    let schema = "#/paths/~1owner/get/responses/200/content/application~1json/schema";
    let text = api(&[(
        "get /owner getOwner",
        "",
        &format!(
            "{{type: object, properties: {{pet: {{type: object, properties: {{owner: {{$ref: '{schema}'}}, friend: {{$ref: '{schema}/properties/pet'}}}}}}}}}}"
        ),
    )]);
    insta::assert_snapshot!(run(&text, "").schemas(), @"
    Owner:
      type: object
      properties:
        pet:
          $ref: '#/components/schemas/Pet'
    Pet:
      type: object
      properties:
        owner:
          $ref: '#/components/schemas/Owner'
        friend:
          $ref: '#/components/schemas/Pet'
    ");
}

#[test]
fn a_mapping_into_an_operation_leads_to_a_component() {
    let schema = "#/paths/~1pet/get/responses/200/content/application~1json/schema";
    let cat = "{type: object, properties: {kind: {type: string}, lives: {type: integer}}}";
    let dog = "{type: object, properties: {kind: {type: string}, tricks: {type: integer}}}";
    let text = api(&[(
        "get /pet getPet",
        "",
        &format!(
            "{{oneOf: [{cat}, {dog}], discriminator: {{propertyName: kind, mapping: {{cat: '{schema}/oneOf/0', dog: '{schema}/oneOf/1'}}}}}}"
        ),
    )]);
    insta::assert_snapshot!(run(&text, "").schemas(), @"
    Pet:
      oneOf:
        - $ref: '#/components/schemas/KindPet'
        - $ref: '#/components/schemas/TricksPet'
      discriminator:
        propertyName: kind
        mapping:
          cat: '#/components/schemas/KindPet'
          dog: '#/components/schemas/TricksPet'
    KindPet:
      type: object
      properties:
        kind:
          type: string
        lives:
          type: integer
    TricksPet:
      type: object
      properties:
        kind:
          type: string
        tricks:
          type: integer
    ");
}

#[test]
fn a_reference_that_leads_to_itself_stays_one() {
    let schema = "#/paths/~1pet/get/responses/200/content/application~1json/schema";
    for answers in [
        format!("{{$ref: '{schema}'}}"),
        format!("{{type: array, items: {{$ref: '{schema}'}}}}"),
        format!("{{allOf: [{{$ref: '{schema}'}}], description: itself}}"),
        format!("{{$ref: '{schema}', description: itself}}"),
        format!("{{items: {{$ref: '{schema}'}}, contains: {{$ref: '{schema}/items'}}}}"),
    ] {
        let outcome = run(&api(&[("get /pet getPet", "", &answers)]), "");
        assert!(
            !outcome.schemas().contains("#/paths/"),
            "{}",
            outcome.schemas()
        );
    }
}

#[test]
fn schemas_of_operations_that_a_link_names_are_found_and_those_that_it_points_into_are_left_alone()
{
    let pet = "{type: object, properties: {id: {type: string}}}";
    let with = |link: &str| {
        let text = api(&[("get /pet getPet", "", pet)]);
        let text = text.strip_suffix('}').unwrap_or_default();
        run(
            &format!("{text}, components: {{links: {{pet: {{operationRef: '{link}'}}}}}}}}"),
            "",
        )
        .names()
    };
    assert_eq!(with("#/paths/~1pet/get"), "Pet: noun of getPet\n");
    assert_eq!(
        with("#/paths/~1pet/get/responses/200/content/application~1json/schema/properties/id"),
        ""
    );
}

#[test]
fn data_that_looks_like_a_schema_is_data() {
    let text = api(&[("get /pet getPet", "", "{properties: {
        default: {type: string}, properties: {type: string}, allOf: {type: integer, default: {allOf: [{type: string}]}}}}")]);
    insta::assert_snapshot!(run(&text, "").schemas(), @"
    Pet:
      properties:
        default:
          type: string
        properties:
          type: string
        allOf:
          type: integer
          default:
            allOf:
              - type: string
    ");
}

#[test]
fn the_ledger_records_what_was_named_and_reads_its_own_text() {
    let text = api(&[
        ("get /pets/{id} getPet", "", PET),
        ("put /pets updatePet", PET, ""),
        (
            "get /dog getDog",
            "",
            "{type: object, properties: {name: {type: string, description: the dog's}}}",
        ),
    ]);
    let outcome = run(&text, "");
    insta::assert_snapshot!(outcome.ledger(), @r#"

    [[schema]]
    name = "Dog"
    key = "b68a3590f48bac32"
    places = ["GET /dog 200"]
    evidence = "noun of getDog"
    twins = ["Pet"]

    [[schema]]
    name = "Pet"
    key = "0470f3179ed2435d"
    places = [
        "GET /pets/{id} 200",
        "PUT /pets request",
    ]
    evidence = "noun of getPet"
    twins = ["Dog"]
    "#);
    let again = run(&text, &outcome.ledger.to_toml());
    assert_eq!(again.ledger.to_toml(), outcome.ledger.to_toml());
    assert_eq!(again.said, "");
}

#[test]
fn a_name_stays_when_the_schema_changes_or_another_has_better_evidence() {
    let ledger = "
[[schema]]
name = 'Creature'
places = ['GET /animal 200']
by = 'hand'
note = 'zoologists read this'
";
    let text = api(&[
        (
            "get /animal/{id} getCreature",
            "",
            "{properties: {legs: {}}}",
        ),
        ("get /animal getAnimal", "", PET),
    ]);
    let outcome = run(&text, ledger);
    insta::assert_snapshot!(outcome.ledger(), @r#"

    [[schema]]
    name = "Animal"
    key = "6933b9eca49950cb"
    places = ["GET /animal/{id} 200"]
    evidence = "path of getCreature"

    [[schema]]
    name = "Creature"
    key = "0470f3179ed2435d"
    places = ["GET /animal 200"]
    by = "hand"
    note = "zoologists read this"
    "#);
    assert_eq!(outcome.said, "");
}

#[test]
fn a_stale_entry_is_told_and_its_name_stays_reserved() {
    let ledger = "[[schema]]\nname = 'Pet'\nkey = '0000000000000000'\nplaces = ['GET /gone 200']\n";
    let outcome = run(&api(&[("get /pet getPet", "", PET)]), ledger);
    insta::assert_snapshot!(outcome.names(), @"GetPetResponse: answer of getPet");
    insta::assert_snapshot!(outcome.said, @"names.toml:2:8: warning[OAS122]: `Pet` no longer names anything");
    assert!(outcome.ledger.get("Pet").is_some());
}

const TWINS: [(&str, &str, &str); 2] = [
    (
        "get /cat getCat",
        "",
        "{properties: {id: {type: string, description: id of a cat}}}",
    ),
    (
        "get /dog getDog",
        "",
        "{properties: {id: {type: string, description: id of a dog}}}",
    ),
];

#[test]
fn twins_are_joined_by_one_line_and_described_by_another() {
    let mut ledger = run(&api(&TWINS), "").ledger.to_toml();
    insta::assert_snapshot!(run(&api(&TWINS), &ledger).names(), @"
    Cat: noun of getCat
    Dog: noun of getDog
    ");
    ledger = ledger.replace("name = \"Dog\"", "name = \"Dog\"\nsame_as = \"Cat\"");
    ledger = ledger.replace(
        "name = \"Cat\"",
        "name = \"Cat\"\ndescribe = { \"/properties/id\" = \"id of a pet\" }",
    );
    let outcome = run(&api(&TWINS), &ledger);
    insta::assert_snapshot!(write::yaml(&outcome.document), @"
    openapi: 3.1.0
    paths:
      /cat:
        get:
          operationId: getCat
          responses:
            '200':
              content:
                application/json:
                  schema:
                    $ref: '#/components/schemas/Cat'
      /dog:
        get:
          operationId: getDog
          responses:
            '200':
              content:
                application/json:
                  schema:
                    $ref: '#/components/schemas/Cat'
    components:
      schemas:
        Cat:
          properties:
            id:
              type: string
              description: id of a pet
    ");
    assert_eq!(outcome.said, "");
}

#[test]
fn what_differs_in_more_than_prose_is_never_joined() {
    let text = api(&[
        TWINS[0],
        ("get /dog getDog", "", "{properties: {id: {type: integer}}}"),
    ]);
    let ledger = run(&text, "")
        .ledger
        .to_toml()
        .replace("name = \"Dog\"", "name = \"Dog\"\nsame_as = \"Cat\"");
    insta::assert_snapshot!(run(&text, &ledger).said, @"names.toml:13:8: error[OAS123]: `Dog` and `Cat` differ in more than prose");
}

#[test]
fn a_broken_ledger_is_told_with_its_place() {
    let said = |ledger| run("{openapi: 3.1.0}", ledger).said;
    insta::assert_snapshot!(said("[[schema]]\nname = "), @"names.toml:2:8: error[OAS120]: string values must be quoted, expected literal string");
    insta::assert_snapshot!(said("[[schema]]\nname = 'A b'"), @"names.toml:2:8: error[OAS120]: `A b` is no name of a component");
    insta::assert_snapshot!(said("[[schema]]\nname = 'A'\ncolour = 'red'"), @"
    names.toml:3:1: error[OAS120]: unknown key `colour`
    names.toml:2:8: warning[OAS122]: `A` no longer names anything
    ");
    insta::assert_snapshot!(said("[[schema]]\nname = 'A'\nplaces = 'x'"), @"
    names.toml:3:10: error[OAS120]: this must be a list of strings
    names.toml:2:8: warning[OAS122]: `A` no longer names anything
    ");
    insta::assert_snapshot!(said("[[schema]]\nname = 'A'\nsame_as = 'B'"), @"
    names.toml:3:11: error[OAS120]: `same_as` names `B`, which is no entry
    names.toml:2:8: warning[OAS122]: `A` no longer names anything
    ");
    insta::assert_snapshot!(said("[[schema]]\nname = 'A'\nsame_as = 'A'"), @"
    names.toml:3:11: error[OAS120]: `same_as` names `A`, which is this entry itself
    names.toml:2:8: warning[OAS122]: `A` no longer names anything
    ");
    insta::assert_snapshot!(said("[[schema]]\nname = 'A'\nplaces = ['x']\n[[schema]]\nname = 'a'"), @"
    names.toml:5:8: error[OAS121]: `A` and `a` differ in case only, and are one file on some disks
    names.toml:2:8: warning[OAS122]: `A` no longer names anything
    names.toml:5:8: warning[OAS122]: `a` no longer names anything
    ");
}

#[test]
fn an_entry_stays_as_it_is_when_operations_are_added_or_change_places() {
    let first = ("get /cat getCat", "", PET);
    let second = ("put /dog putDog", PET, "");
    let third = ("post /cow postCow", PET, "");
    let ledger = run(&api(&[first, second]), "").ledger.to_toml();
    let more = run(&api(&[third, second, first]), &ledger);
    assert_eq!(more.ledger.to_toml(), ledger);
    let fewer = run(&api(&[third, first]), &ledger);
    assert_eq!(
        fewer.ledger.entries[0].places,
        ["GET /cat 200", "POST /cow request"]
    );
}

#[test]
fn what_one_schema_says_beside_its_bases_is_a_part_of_it() {
    let pet = "properties: {id: {type: string}, name: {type: string}}";
    let cat = format!(
        "{{allOf: [{{{pet}}}, {{required: [lives], properties: {{lives: {{type: integer}}}}}}]}}"
    );
    let dog = format!("{{allOf: [{{{pet}}}, {{properties: {{barks: {{type: boolean}}}}}}]}}");
    let text = api(&[
        ("get /cats/{id} getCat", "", &cat),
        ("get /dogs/{id} getDog", "", &dog),
        (
            "get /cats listCats",
            "",
            &format!("{{type: array, items: {cat}}}"),
        ),
    ]);
    insta::assert_snapshot!(run(&text, "").schemas(), @"
    Cat:
      allOf:
        - $ref: '#/components/schemas/IdPart'
        - required:
            - lives
          properties:
            lives:
              type: integer
    IdPart:
      properties:
        id:
          type: string
        name:
          type: string
    Dog:
      allOf:
        - $ref: '#/components/schemas/IdPart'
        - properties:
            barks:
              type: boolean
    ");
    // Authors refer to bases, and to what they give a title.
    let base = cat.replace("required: [lives]", "title: Lives");
    let text = api(&[
        ("get /cats/{id} getCat", "", &base),
        (
            "get /cats listCats",
            "",
            &format!("{{type: array, items: {base}}}"),
        ),
    ]);
    insta::assert_snapshot!(run(&text, "").names(), @"
    Cat: noun of getCat
    CatBase: part of several
    Lives: title
    ");
}

#[test]
fn what_stands_only_in_copies_of_a_component_becomes_none() {
    let thing = "{type: object, properties: {x: {}, items: {type: array, items: {properties: {p: {}, q: {}}}}}}";
    let text = api(&[
        ("get /a getA", "", thing),
        ("get /b getB", "", "{$ref: '#/components/schemas/Thing'}"),
    ]);
    let text = text.replace(
        "paths:",
        &format!("components: {{schemas: {{Thing: {thing}}}}}, paths:"),
    );
    let found = run(&text, "");
    insta::assert_snapshot!(found.names(), @"Thing: -");
    assert_eq!(found.ledger.entries, []);
}
