//! Which models are made from which: each document shows one reason for or against a `From`.

use insta::assert_snapshot;
use oasmith_codegen::{Options, Shape, generate, ir, lower};
use oasmith_source::SourceMap;
use oasmith_spec::{extract, parse, read, resolve};

fn lowered(paths: &str, schemas: &str) -> ir::Api {
    let text = format!(
        "openapi: 3.1.0\ninfo: {{ title: Pets, version: '1' }}\npaths:\n{paths}components:\n  schemas:\n{schemas}"
    );
    let mut sources = SourceMap::default();
    let file = sources.add("api.yaml", text);
    let (fragments, _) = extract::extract(&sources, file);
    let (root, said) = parse::parse(&sources, &fragments[0]);
    let root = root.unwrap_or_else(|| panic!("{said:?}"));
    let (document, said) = read::read(&root);
    let document = document.unwrap_or_else(|| panic!("{said:?}"));
    let (valid, said) = resolve::resolve(document, &root, &sources);
    lower(
        &valid.unwrap_or_else(|| panic!("{said:?}")),
        &Options::default(),
    )
    .0
}

/// The conversions of an API: `Pet -> Change`.
fn conversions(paths: &str, schemas: &str) -> String {
    let outline = ir::print(&lowered(paths, schemas));
    let lines = outline.lines().filter_map(|it| it.strip_prefix("from "));
    lines.collect::<Vec<_>>().join("\n")
}

/// `GET path` that answers a component.
fn get(path: &str, component: &str) -> String {
    format!(
        "  {path}: {{ get: {{ responses: {{ '200': {{ description: ok, content: {{ application/json: {{ schema: {{ $ref: '#/components/schemas/{component}' }} }} }} }} }} }} }}\n"
    )
}

/// `PUT path` that takes a component.
fn put(path: &str, component: &str) -> String {
    format!(
        "  {path}: {{ put: {{ requestBody: {{ content: {{ application/json: {{ schema: {{ $ref: '#/components/schemas/{component}' }} }} }} }}, responses: {{ '204': {{ description: ok }} }} }} }}\n"
    )
}

/// Schemas of a `Pet`, which is read, and a `Change`, which is written.
fn schemas(pet: &str, change: &str) -> String {
    format!("    Pet: {{ type: object, {pet} }}\n    Change: {{ type: object, {change} }}\n")
}

/// Whether a `Change` is made from a `Pet` under one path.
fn converts(pet: &str, change: &str) -> bool {
    let paths = get("/pets/{id}", "Pet") + &put("/pets", "Change");
    conversions(&paths, &schemas(pet, change)) == "Pet into Change"
}

#[test]
fn a_body_that_is_one_of_several_is_made_from_an_answer_too() {
    let members = "properties: { id: { type: integer }, name: { type: string } }";
    let put = "  /pets: { put: { requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/Change' } }, text/csv: { schema: { type: string } } } }, responses: { '204': { description: ok } } } }\n";
    let paths = get("/pets/{id}", "Pet") + put;
    assert_eq!(
        conversions(&paths, &schemas(members, members)),
        "Pet into Change"
    );
}

#[test]
fn a_body_is_made_from_an_answer_that_has_all_its_members() {
    let name = "name: { type: string }";
    let pet = format!("properties: {{ id: {{ type: string }}, {name}, age: {{ type: integer }} }}");
    let cases = [
        (true, "age: { type: integer }"),
        (true, "age: { type: integer, minimum: 0 }"),
        (false, "age: { type: number }"),
        (false, "age: { type: integer }, pin: { type: string }"),
        // One member in common says nothing.
        (false, ""),
    ];
    for (expected, rest) in cases {
        let change = format!("properties: {{ {name}, {rest} }}");
        assert_eq!(converts(&pet, &change), expected, "{change}");
    }
}

#[test]
fn what_may_be_left_out_is_no_value_of_what_may_not() {
    let properties = "properties: { a: { type: string }, b: { type: [string, 'null'] } }";
    let cases = [
        (true, "", ""),
        (true, "required: [a, b],", "required: [a, b],"),
        (true, "required: [a, b],", ""),
        (false, "", "required: [a],"),
        // `null` is a value, which an absent member becomes.
        (true, "", "required: [b],"),
    ];
    for (expected, pet, change) in cases {
        let found = converts(
            &format!("{pet} {properties}"),
            &format!("{change} {properties}"),
        );
        assert_eq!(found, expected, "{pet} -> {change}");
    }
}

#[test]
fn an_enum_is_made_from_one_whose_values_it_has() {
    let with = |values: &str| {
        format!(
            "properties: {{ name: {{ type: string }}, state: {{ type: string, enum: {values} }} }}"
        )
    };
    let paths = get("/pets/{id}", "Pet") + &put("/pets/{id2}", "Change");
    let of = |pet, change| conversions(&paths, &schemas(&with(pet), &with(change)));
    assert_snapshot!(of("[new, old]", "[old, new]"), @"
    Pet into Change
    PetState into ChangeState
    ");
    assert_snapshot!(of("[new, old, deleted]", "[new, old]"), @"");
}

#[test]
fn models_inside_are_made_from_those_inside() {
    let pet = "properties: { id: { type: string }, home: { type: object, properties: { id: { type: string }, city: { type: string } } }, \
               parents: { type: array, items: { type: object, properties: { name: { type: string } } } } }";
    let change = "properties: { home: { type: object, properties: { city: { type: string } } }, \
                  parents: { type: array, items: { type: object, properties: { name: { type: string } } } } }";
    let paths = get("/pets/{id}", "Pet") + &put("/pets", "Change");
    assert_snapshot!(conversions(&paths, &schemas(pet, change)), @"
    Pet into Change
    PetHome into ChangeHome
    PetParent into ChangeParent
    ");
    // One that cannot be made is reason enough to make none.
    let other = change.replace("city", "street");
    assert_snapshot!(conversions(&paths, &schemas(pet, &other)), @"");
}

#[test]
fn paths_of_one_resource_belong_together() {
    let both = "properties: { name: { type: string }, kind: { type: string } }";
    let schemas = schemas(
        &format!("required: [name], {both}"),
        &format!("description: x, {both}"),
    );
    let cases = [
        (true, "/pets/{id}", "/pets"),
        (true, "/v1/pets", "/v2/pets/{id}"),
        // Nothing reads a `rename`: it is something to do with a pet.
        (true, "/pets/{id}", "/pets/{id}/rename"),
        (false, "/pets/{id}", "/owners/{id}"),
        (false, "/{a}/{b}", "/{c}"),
    ];
    for (expected, read, written) in cases {
        let paths = get(read, "Pet") + &put(written, "Change");
        let found = conversions(&paths, &schemas);
        assert_eq!(!found.is_empty(), expected, "{read} -> {written}");
    }
    let owners = get("/pets", "Pet")
        + "  /pets/{id}/owners: { get: { responses: { '204': { description: ok } } }, \
           post: { requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/Change' } } } }, responses: { '204': { description: ok } } } }\n";
    assert_snapshot!(conversions(&owners, &schemas), @"");
}

#[test]
fn envelopes_are_looked_into() {
    let pet = "properties: { name: { type: string }, kind: { type: string } }";
    let schemas = format!(
        "{}    Page: {{ type: object, properties: {{ count: {{ type: integer }}, items: {{ type: array, items: {{ $ref: '#/components/schemas/Pet' }} }} }} }}\n    \
         Wrapped: {{ type: object, properties: {{ pet: {{ $ref: '#/components/schemas/Change' }} }} }}\n",
        schemas(pet, pet)
    );
    let paths = get("/pets", "Page") + &put("/pets/{id}", "Wrapped");
    assert_snapshot!(conversions(&paths, &schemas), @"Pet into Change");
}

#[test]
fn the_half_that_is_sent_is_made_from_the_one_that_is_answered() {
    let schemas = "    Pet: { type: object, properties: { id: { type: string, readOnly: true }, name: { type: string }, age: { type: integer }, parent: { $ref: '#/components/schemas/Pet' } } }\n";
    let paths = get("/a", "Pet") + &put("/b", "Pet");
    assert_snapshot!(conversions(&paths, schemas), @"Pet into PetRequest");
    let secret = schemas.replace("age: {", "pin: { writeOnly: true,");
    assert_snapshot!(conversions(&paths, &secret), @"");
}

#[test]
fn equal_members_are_moved_by_a_macro() {
    let both = "name: { type: string }, type: { type: string }";
    let paths = get("/pets/{id}", "Pet") + &put("/pets", "Change");
    let schemas = schemas(
        &format!("properties: {{ id: {{ type: string }}, {both} }}"),
        &format!("properties: {{ {both} }}"),
    );
    assert_snapshot!(made(&paths, &schemas, "change"), @r"
    crate::runtime::convert::convert! {
        Pet => Change;
        name, r#type,
    }
    ");
}

#[test]
fn other_members_are_converted_one_by_one() {
    let pet = "required: [name, tags], properties: { name: { type: string }, tags: { type: array, items: { type: object, properties: { a: { type: string } } } }, \
               state: { type: string, enum: [new] }, age: { type: integer }, weight: { type: [number, 'null'] }, size: { type: [object, 'null'], properties: { x: { type: integer } } } }, \
               additionalProperties: { type: string }";
    let change = "required: [name], properties: { name: { type: [string, 'null'] }, tags: { type: array, items: { type: object, properties: { a: { type: string } } } }, \
               state: { type: string, enum: [new] }, age: { type: [integer, 'null'] }, weight: { type: number }, size: { type: [object, 'null'], properties: { x: { type: integer } } } }, \
               additionalProperties: { type: string }";
    let paths = get("/pets/{id}", "Pet") + &put("/pets", "Change");
    assert_snapshot!(made(&paths, &schemas(pet, change), "change"), @"
    impl From<Pet> for Change {
        fn from(it: Pet) -> Self {
            Self {
                name: Some(it.name),
                tags: Some(it.tags.into_iter().map(Into::into).collect()),
                state: it.state.map(Into::into),
                age: it.age.map(Some),
                weight: it.weight.flatten(),
                size: it.size.map(|it| it.map(Into::into)),
                additional: it.additional,
            }
        }
    }

    crate::runtime::convert::convert! {
        PetTag => ChangeTag;
        a,
    }

    impl From<PetState> for ChangeState {
        fn from(it: PetState) -> Self {
            OpenEnum::from_text(OpenEnum::as_str(&it))
        }
    }

    crate::runtime::convert::convert! {
        PetSize => ChangeSize;
        x,
    }
    ");
}

#[test]
fn a_recursion_is_converted_in_its_box() {
    let schemas = "    Pet: { type: object, properties: { id: { type: string, readOnly: true }, name: { type: string }, parent: { $ref: '#/components/schemas/Pet' } } }\n";
    let paths = get("/a", "Pet") + &put("/b", "Pet");
    assert_snapshot!(made(&paths, schemas, "pet"), @"
    impl From<Pet> for PetRequest {
        fn from(it: Pet) -> Self {
            Self {
                name: it.name,
                parent: it.parent.map(|it| Box::new(Into::into(*it))),
            }
        }
    }
    ");
}

/// What a file has after its models' own implementations.
fn made(paths: &str, schemas: &str, module: &str) -> String {
    let files = generate(&lowered(paths, schemas), Shape::Crate, "{}");
    let text = files.get(&format!("src/models/{module}.rs"));
    let text = text.unwrap_or_default();
    let starts = ["\nimpl From<", "\ncrate::runtime::convert"];
    let is_conversion = |at: &usize| !text[*at..].starts_with("\nimpl From<&str>");
    let found = starts
        .iter()
        .flat_map(|it| text.match_indices(it))
        .map(|(at, _)| at);
    let start = found.filter(is_conversion).min().unwrap_or(text.len());
    text[start..].trim().to_owned()
}
