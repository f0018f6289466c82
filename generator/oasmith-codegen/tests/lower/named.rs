//! What types and variants are called that have no component of their own.

use super::unions::component;
use super::{answer, check};
use insta::assert_snapshot;

#[test]
fn an_item_that_another_type_is_called_like_is_called_an_item() {
    let said = answer(
        "{ type: object, properties: { role: { type: string, enum: [a] }, roles: { type: array, items: { type: string, enum: [b] } } } }",
    );
    assert_snapshot!(said, @r#"
    struct ShowResponse in show_response [answered checked]
      role: ShowResponseRole?
      roles: [ShowResponseRoleItem]?
    enum ShowResponseRole in show_response [answered checked] A="a"
    enum ShowResponseRoleItem in show_response [answered checked] B="b"
    trait DefaultApi in default
      show GET /p (show)
        -> 200 application/json ShowResponse
    api.yaml:4:207: info[OAS510]: `show response role` is named `ShowResponseRoleItem` in Rust, since its own name is taken
    "#);
}

#[test]
fn a_component_with_one_alternative_is_that_type_in_both_directions() {
    assert_snapshot!(component("
    It: { type: object, required: [zone, member, either], properties: { zone: { $ref: '#/components/schemas/Zone' }, member: { $ref: '#/components/schemas/Member' }, either: { $ref: '#/components/schemas/Either' } } }
    Zone: { oneOf: [{ type: string, enum: [rack] }] }
    Member: { anyOf: [{ type: object, properties: { id: { type: string } } }, { type: 'null' }] }
    Either: { oneOf: [{ oneOf: [{ type: string }, { type: integer }] }] }
"), @r#"
    struct It in it [answered checked]
      zone: Zone
      member: Member|null
      either: Either
    enum Zone in zone [answered checked] Rack="rack"
    struct Member in member [answered]
      id: String?
    union Either in either [answered checked]
      Text(String) Text
      Integer(I64) Integer
    trait DefaultApi in default
      show GET /p (show)
        -> 200 application/json It
    "#);
}

#[test]
fn a_parameter_of_a_path_is_one_type_for_its_operations() {
    assert_snapshot!(check("
paths:
  /zoos/{zoo}/pets/{id}:
    parameters:
      - { name: zoo, in: path, required: true, schema: { type: string } }
      - { name: id, in: path, required: true, schema: { type: string } }
      - { name: sort, in: query, schema: { type: string, enum: [up, down] } }
    get: { operationId: show, responses: { '204': { description: ok } } }
    put: { operationId: put, responses: { '204': { description: ok } } }
  /toys:
    parameters: [{ name: sort, in: query, schema: { type: string, enum: [up, down] } }]
    get: { operationId: toys, responses: { '204': { description: ok } } }
  /a/tags:
    parameters: [{ name: sort, in: query, schema: { type: string, enum: [up, down] } }]
    get: { operationId: aTags, responses: { '204': { description: ok } } }
    put: { operationId: putATags, responses: { '204': { description: ok } } }
  /b/tags:
    parameters: [{ name: sort, in: query, schema: { type: string, enum: [up, down] } }]
    get: { operationId: bTags, responses: { '204': { description: ok } } }
    put: { operationId: putBTags, responses: { '204': { description: ok } } }
"), @r#"
    enum PetsSort in pets_sort [sent checked] Up="up" Down="down"
    enum ToysSort in toys_sort [sent checked] Up="up" Down="down"
    enum ATagsSort in a_tags [sent checked] Up="up" Down="down"
    enum PutATagsSort in put_a_tags [sent checked] Up="up" Down="down"
    enum BTagsSort in b_tags [sent checked] Up="up" Down="down"
    enum PutBTagsSort in put_b_tags [sent checked] Up="up" Down="down"
    trait DefaultApi in default
      show GET /zoos/{zoo}/pets/{id} (show)
        path zoo: String
        path id: String
        query sort: PetsSort?
        -> 204 ()
      put PUT /zoos/{zoo}/pets/{id} (put)
        path zoo: String
        path id: String
        query sort: PetsSort?
        -> 204 ()
      toys GET /toys (toys)
        query sort: ToysSort?
        -> 204 ()
      a_tags GET /a/tags (aTags)
        query sort: ATagsSort?
        -> 204 ()
      put_a_tags PUT /a/tags (putATags)
        query sort: PutATagsSort?
        -> 204 ()
      b_tags GET /b/tags (bTags)
        query sort: BTagsSort?
        -> 204 ()
      put_b_tags PUT /b/tags (putBTags)
        query sort: PutBTagsSort?
        -> 204 ()
    "#);
}

#[test]
fn what_is_put_together_is_named_by_its_title_or_by_a_part_of_its_own() {
    assert_snapshot!(component("
    It: { anyOf: [
      { title: Hosted elsewhere, allOf: [{ $ref: '#/components/schemas/Base' }, { $ref: '#/components/schemas/Hosted' }] },
      { allOf: [{ $ref: '#/components/schemas/Base' }, { $ref: '#/components/schemas/Shell' }] }] }
    Base: { type: object, properties: { id: { type: string } } }
    Hosted: { type: object, required: [url], properties: { url: { type: string } } }
    Shell: { type: object, required: [port], properties: { port: { type: integer } } }
"), @"
    union It in it [answered checked]
      HostedElsewhere(ItHostedElsewhere) {url: Text}
      Shell(ItShell) {port: Integer}
    struct ItHostedElsewhere in it [answered]
      id: String?
      url: String
    struct ItShell in it [answered]
      id: String?
      port: I64
    trait DefaultApi in default
      show GET /p (show)
        -> 200 application/json It
    ");
}

#[test]
fn objects_are_named_by_the_fewest_members_that_tell_them() {
    assert_snapshot!(component("
    It: { anyOf: [
      { type: object, properties: { at: { type: string }, a: { type: string }, b: { type: string } } },
      { type: object, properties: { at: { type: string }, a: { type: string }, c: { type: string } } },
      { type: object, properties: { at: { type: string }, b: { type: string }, c: { type: string } } },
      { type: object, properties: { at: { type: string }, a: { type: string } } },
      { type: object, properties: { at: { type: string }, d: { type: string } } }] }
"), @"
    union It in it [answered checked]
      AAndB(ItAAndB) {a?: Text | Null, b?: Text | Null}
      AAndC(ItAAndC) {a?: Text | Null, c?: Text | Null}
      BAndC(ItBAndC) {b?: Text | Null, c?: Text | Null}
      A(ItA) {a?: Text | Null}
      D(ItD) {d?: Text | Null}
    struct ItAAndB in it [answered]
      at: String?
      a: String?
      b: String?
    struct ItAAndC in it [answered]
      at: String?
      a: String?
      c: String?
    struct ItBAndC in it [answered]
      at: String?
      b: String?
      c: String?
    struct ItA in it [answered]
      at: String?
      a: String?
    struct ItD in it [answered]
      at: String?
      d: String?
    trait DefaultApi in default
      show GET /p (show)
        -> 200 application/json It
    ");
}

#[test]
fn an_error_is_called_one_once() {
    let answer = |schema| format!("content: {{ application/json: {{ schema: {schema} }} }}");
    let gone = answer("{ type: object, properties: { gone: { type: string } } }");
    let down = answer("{ type: object, properties: { down: { type: string } } }");
    assert_snapshot!(check(&format!("
paths:
  /a: {{ get: {{ operationId: a, responses: {{ '204': {{ description: ok }}, '410': {{ description: no, {gone} }}, '500': {{ description: no, {down} }} }} }} }}
")), @"
    struct AGoneError in a_gone_error [answered]
      gone: String?
    struct AInternalServerError in a_internal_server_error [answered]
      down: String?
    trait DefaultApi in default
      a GET /a (a)
        -> 204 ()
        !! AOperationError::Gone 410 application/json AGoneError
        !! AOperationError::InternalServerError 500 application/json AInternalServerError
    ");
}

#[test]
fn alternatives_that_are_called_the_same_are_told_by_what_only_each_has() {
    assert_snapshot!(names_of("{ oneOf: [
        { title: Position, properties: { before: { type: string } } },
        { title: Position, properties: { after: { type: string } } },
        { title: Position, properties: { index: { type: integer } } }] }"), @"ShowResponse ShowResponseBefore ShowResponseAfter ShowResponseIndex");
    assert_snapshot!(names_of("{ oneOf: [
        { required: [a, b], properties: { a: { type: string }, b: { type: string }, c: { type: string }, d: { type: string } } },
        { required: [a, b], properties: { a: { type: string }, b: { type: string }, c: { type: string } } },
        { required: [a], properties: { a: { type: string }, d: { type: string }, e: { type: string } } },
        { required: [b], properties: { b: { type: string }, d: { type: string }, c: { type: string } } }] }"), @"ShowResponse ShowResponseAAndBAndD ShowResponseAAndB ShowResponseE ShowResponseBAndD");
}

#[test]
fn the_places_of_a_tuple_are_counted_in_words() {
    assert_snapshot!(names_of("{ type: array, minItems: 2, maxItems: 2, prefixItems: [{ enum: [a, b] }, { properties: { c: {} } }] }"), @"ShowResponseFirstItem ShowResponseSecondItem");
}

#[test]
fn a_name_that_several_want_has_words_behind_it() {
    assert_snapshot!(names_of("{ properties: {
        a_b: { properties: { c: {} } }, aB: { properties: { d: {} } }, a-b: { properties: { e: {} } } } }"), @"ShowResponse ShowResponseAB ShowResponseABModel ShowResponseABDetails");
}

#[test]
fn an_enum_and_a_list_of_the_same_are_one_enum() {
    let one = "{ type: string, enum: [a, b] }";
    let list = "{ type: array, items: { type: string, enum: [a, b] } }";
    let other = "{ type: array, items: { type: string, enum: [a, c] } }";
    assert_snapshot!(answer(&format!("{{ oneOf: [{one}, {list}] }}")), @r#"
    union ShowResponse in show_response [answered checked]
      Value(ShowResponseValue) ["a", "b"]
      ValueList([ShowResponseValue]) List
    enum ShowResponseValue in show_response [answered checked] A="a" B="b"
    trait DefaultApi in default
      show GET /p (show)
        -> 200 application/json ShowResponse
    "#);
    assert_snapshot!(names_of(&format!("{{ anyOf: [{list}, {one}] }}")), @"ShowResponse ShowResponseValue");
    assert_snapshot!(names_of(&format!("{{ anyOf: [{one}, {other}] }}")), @"ShowResponse ShowResponseValue ShowResponseValueListItem");
}

/// The names of the types that a schema needs.
fn names_of(schema: &str) -> String {
    let outline = answer(schema);
    let kinds = ["struct ", "enum ", "union "];
    let defined = outline.lines().filter_map(|line| {
        let rest = kinds.iter().find_map(|it| line.trim().strip_prefix(it))?;
        rest.split(' ').next()
    });
    defined.collect::<Vec<_>>().join(" ")
}
