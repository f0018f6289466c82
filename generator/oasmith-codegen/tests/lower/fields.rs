//! What members are called, and what is said of them.

use super::{answer, check, lowered};
use insta::assert_snapshot;
use oasmith_codegen::{Options, ir};

#[test]
fn a_name_is_its_own_whatever_stands_before_it() {
    let said = check("
paths:
  /p/{id}:
    get:
      operationId: show
      parameters:
      - { name: $top, in: query, schema: { type: integer } }
      - { name: top, in: query, schema: { type: integer } }
      - { name: id, in: header, schema: { type: string } }
      - { name: id, in: path, required: true, schema: { type: string } }
      responses: { '200': { description: ok, content: { application/json: { schema: {
        type: object, properties: { '@type': { type: string }, type: { type: string }, Type: { type: string } } } } } } }
");
    assert_snapshot!(said, @"
    struct ShowResponse in show_response [answered]
      type_field (@type): String?
      r#type (type): String?
      type_field2 (Type): String?
    trait DefaultApi in default
      show GET /p/{id} (show)
        path id: String
        query top_query ($top): I64?
        query top: I64?
        header id_header (id): String?
        -> 200 application/json ShowResponse
    api.yaml:8:17: info[OAS510]: `$top` is named `top_query` in Rust, since its own name is taken
    api.yaml:10:17: info[OAS510]: `id` is named `id_header` in Rust, since its own name is taken
    api.yaml:13:46: info[OAS510]: `@type` is named `type_field` in Rust, since its own name is taken
    api.yaml:13:94: info[OAS510]: `Type` is named `type_field2` in Rust, since its own name is taken
    ");
}

#[test]
fn what_is_said_beside_null_is_said_of_the_member() {
    let (api, _) = lowered(
        "
paths: { /p: { get: { responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Heat' } } } } } } } }
components: { schemas: { Heat: { type: object, properties: {
  low: { anyOf: [{ type: number, description: Of the night., default: 1, deprecated: true }, { type: 'null' }] },
  high: { description: Of the day., oneOf: [{ $ref: '#/components/schemas/Degrees' }, { type: 'null' }] },
  now: { oneOf: [{ $ref: '#/components/schemas/Degrees' }, { type: 'null' }] } } },
  Degrees: { type: number, description: Above freezing. } } }
",
        &Options::default(),
    );
    let ir::TypeKind::Struct(heat) = &api.types[0].kind else {
        panic!("an object is a struct");
    };
    let said = heat.fields.iter().map(|it| {
        let docs = it.docs.description.as_deref().unwrap_or_default();
        (docs, it.docs.deprecated, it.default.is_some())
    });
    assert_eq!(
        said.collect::<Vec<_>>(),
        [
            ("Of the night.", true, true),
            ("Of the day.", false, false),
            ("Above freezing.", false, false),
        ]
    );
}

#[test]
fn what_stands_in_a_base_is_one_type_for_all_that_inherit_it() {
    let said = check("
paths: { /p: { get: { operationId: show, responses: { '200': { description: ok, content: { application/json: { schema: {
  type: object, properties: { dog: { $ref: '#/components/schemas/Dog' }, cat: { $ref: '#/components/schemas/Cat' } } } } } } } } } }
components: { schemas: {
  Dog: { allOf: [{ $ref: '#/components/schemas/Pet' }] , properties: { bark: { type: object, properties: { volume: { enum: [soft, loud] } } } } },
  Cat: { allOf: [{ $ref: '#/components/schemas/Pet' }, { properties: { size: { enum: [small] } } }] },
  Pet: { type: object, properties: {
    size: { enum: [small, large] }, owners: { type: array, items: { type: object, properties: { name: { type: string } } } } } } } }
");
    assert_snapshot!(said, @r#"
    struct ShowResponse in show_response [answered checked]
      dog: Dog?
      cat: Cat?
    struct Dog in dog [answered checked]
      bark: DogBark?
      size: PetSize?
      owners: [PetOwner]?
    struct Cat in cat [answered checked]
      size: CatSize?
      owners: [PetOwner]?
    struct DogBark in dog [answered checked]
      volume: DogBarkVolume?
    enum DogBarkVolume in dog [answered checked] Soft="soft" Loud="loud"
    enum PetSize in pet [answered checked] Small="small" Large="large"
    struct PetOwner in pet [answered]
      name: String?
    enum CatSize in cat [answered checked] Small="small"
    trait DefaultApi in default
      show GET /p (show)
        -> 200 application/json ShowResponse
    "#);
}

#[test]
fn members_that_a_schema_has_in_some_cases_are_optional() {
    let told = |rest: &str| {
        answer(&format!(
            "{{ type: object, properties: {{ kind: {{ type: string }} }}, {rest} }}"
        ))
    };
    let conditions = "if: { properties: { kind: { const: card } } }, then: { required: [number, at], properties: { number: { type: string }, at: { type: integer } } }, else: { properties: { at: { type: string }, kind: false } }";
    assert_snapshot!(told(conditions), @"
    struct ShowResponse in show_response [answered checked]
      kind: String?
      number: String?
      at: ShowResponseAt?
    union ShowResponseAt in show_response [answered checked]
      Integer(I64) Integer
      Text(String) Text
    trait DefaultApi in default
      show GET /p (show)
        -> 200 application/json ShowResponse
    ");
    // One condition after the other, as authors write several of them.
    let several = "allOf: [{ if: { required: [a] }, then: { properties: { a: { type: string } } } }, { if: { required: [b] }, then: { properties: { b: { type: string } } }, else: { if: { required: [c] }, then: { properties: { c: { type: string } } } } }]";
    assert_snapshot!(told(several), @"
    struct ShowResponse in show_response [answered checked]
      kind: String?
      a: String?
      b: String?
      c: String?
    trait DefaultApi in default
      show GET /p (show)
        -> 200 application/json ShowResponse
    ");
    assert_snapshot!(told("dependentSchemas: { kind: { properties: { more: { type: string } } } }"), @"
    struct ShowResponse in show_response [answered checked]
      kind: String?
      more: String?
    trait DefaultApi in default
      show GET /p (show)
        -> 200 application/json ShowResponse
    ");
    // What is closed by what no case names stays open for what one does.
    assert_snapshot!(told("unevaluatedProperties: false, if: { required: [kind] }, then: { properties: { more: { type: string } } }"), @"
    struct ShowResponse in show_response [answered checked]
      kind: String?
      more: String?
    trait DefaultApi in default
      show GET /p (show)
        -> 200 application/json ShowResponse
    api.yaml:4:113: info[OAS521]: `unevaluatedProperties` is not checked by the generated server, here
    ");
    // `additionalProperties` goes for what only a case names.
    assert_snapshot!(told("additionalProperties: false, if: { required: [kind] }, then: { properties: { more: { type: string } } }"), @"
    struct ShowResponse in show_response [answered checked]
      kind: String?
    trait DefaultApi in default
      show GET /p (show)
        -> 200 application/json ShowResponse
    ");
}
