//! Bounds that no type keeps, and those that no value keeps to.

use super::{answer, check};
use insta::assert_snapshot;

#[test]
fn bounds_that_a_type_takes_no_part_of_are_told() {
    let members = [
        "a: { anyOf: [{ type: string, enum: [auto] }, { type: string, pattern: '^[0-9]+px$' }] }",
        "b: { type: string, format: uuid, pattern: '^a' }",
        "c: { type: string, format: date, maxLength: 10 }",
        "d: { type: integer, minimum: -99999999999999999999 }",
        "e: { type: integer, maximum: 18446744073709551616 }",
        "f: { type: integer, minimum: 99999999999999999999 }",
    ];
    let members = members.join(",\n            ");
    let schema = format!("{{ type: object, properties: {{\n            {members} }} }}");
    assert_snapshot!(answer(&schema), @r#"
    struct ShowResponse in show_response [answered checked]
      a: ShowResponseA?
      b: Uuid?
      c: Date?
      d: I64? >=-99999999999999999999
      e: I64? <=18446744073709551616
      f: Raw?
    enum ShowResponseA in show_response [answered] Auto="auto" | ..
    trait DefaultApi in default
      show GET /p (show) degraded
        -> 200 application/json ShowResponse
    api.yaml:10:16: warning[OAS501]: an integer that 64 bits may not hold is generated as raw JSON
    api.yaml:5:16: info[OAS521]: `pattern or bounds of what is not named beside an enum` is not checked by the generated server, here
    api.yaml:6:16: info[OAS521]: `pattern beside a format` is not checked by the generated server, here
    api.yaml:7:16: info[OAS521]: `minLength or maxLength beside a format` is not checked by the generated server, here
    api.yaml:8:16: info[OAS521]: `minimum or maximum beyond 64 bits` is not checked by the generated server, here
    api.yaml:10:16: info[OAS521]: `bounds, enum or const of large integers` is not checked by the generated server, here
    "#);
}

#[test]
fn bounds_that_rule_out_values_of_an_enum_are_told() {
    let of = |schema: &str| {
        let said = answer(schema);
        said.lines().last().unwrap_or_default().to_owned()
    };
    let told = "`bounds or pattern that rule out a value of an enum`";
    for (schema, is_told) in [
        ("{ enum: [a, bb], maxLength: 1 }", true),
        ("{ enum: [a, bb], pattern: '^.$' }", true),
        ("{ type: integer, enum: [1, 2], minimum: 2 }", true),
        ("{ enum: [a, b], maxLength: 1, pattern: '^.$' }", false),
        ("{ enum: [a, bb], pattern: '^(?=b)' }", false),
        ("{ enum: [aa, bb], maxLength: 1 }", true),
    ] {
        assert_eq!(of(schema).contains(told), is_told, "{schema}");
    }
}

#[test]
fn nothing_but_null_is_checked() {
    assert_snapshot!(answer("{ type: object, properties: { a: { type: 'null' } } }"), @"
    struct ShowResponse in show_response [answered checked]
      a: Raw? type
    trait DefaultApi in default
      show GET /p (show)
        -> 200 application/json ShowResponse
    ");
}

#[test]
fn bounds_that_leave_no_value_are_told() {
    let members = [
        "a: { type: integer, minimum: 7, exclusiveMaximum: 7 }",
        "b: { allOf: [{ type: string, minLength: 3 }, { type: string, maxLength: 2 }] }",
        "c: { type: array, minItems: 2, maxItems: 1 }",
        "d: { type: integer, enum: [1, 2], minimum: 3 }",
        "e: { type: integer, enum: [1, 2], minimum: 2, maximum: 2 }",
    ];
    let members = members.join(",\n            ");
    let schema = format!("{{ type: object, properties: {{\n            {members} }} }}");
    assert_snapshot!(answer(&schema), @"
    struct ShowResponse in show_response [answered checked]
      a: I64? >=7 <7
      b: String? min_length=3 max_length=2
      c: [Raw]? min_items=2 max_items=1
      d: ShowResponseD?
      e: ShowResponseE?
    enum ShowResponseD in show_response [answered checked] Value1=1 Value2=2
    enum ShowResponseE in show_response [answered checked] Value1=1 Value2=2
    trait DefaultApi in default
      show GET /p (show)
        -> 200 application/json ShowResponse
    api.yaml:8:16: info[OAS521]: `bounds or pattern that rule out a value of an enum` is not checked by the generated server, at 2 places, first here
    api.yaml:5:16: warning[OAS513]: the bounds of a schema leave no value at 3 places, first here, so a server refuses all there
    ");
}

#[test]
fn members_that_an_alternative_needs_tell_it_and_are_kept() {
    let schema = "{ anyOf: [{ type: object, properties: { a: { type: string } } }, { type: object, required: [other] }] }";
    assert_snapshot!(answer(schema), @"
    union ShowResponse in show_response [answered checked]
      A(ShowResponseA) {a?: Text | Null}
      Other(ShowResponseOther) {other: Any}
    struct ShowResponseA in show_response [answered]
      a: String?
    struct ShowResponseOther in show_response [answered]
      other: Raw
      ..: Raw
    trait DefaultApi in default
      show GET /p (show)
        -> 200 application/json ShowResponse
    ");
}

#[test]
fn headers_of_a_part_are_told() {
    let document = "paths:
  /p:
    post:
      operationId: send
      requestBody:
        content:
          multipart/form-data:
            schema: { type: object, properties: { a: { type: string } } }
            encoding: { a: { headers: { X-Rate: { schema: { type: integer } } } } }
      responses: { '204': { description: done } }
";
    assert_snapshot!(check(document), @"
    struct SendRequest in send_request [sent]
      a: String?
    trait DefaultApi in default
      send POST /p (send)
        body: multipart/form-data Multipart of SendRequest?
        -> 204 ()
    api.yaml:11:28: warning[OAS507]: the headers of the part `a` are left out
    ");
}

#[test]
fn what_has_become_one_alternative_is_held_to_what_any_of_them_says() {
    let schema = "{ anyOf: [{ type: string, title: Short, maxLength: 3 }, { type: string, title: Long, minLength: 8 }, { type: integer }] }";
    assert_snapshot!(answer(schema), @"
    union ShowResponse in show_response [answered checked]
      Text(String) Text anyOf
      Integer(I64) Integer
    trait DefaultApi in default
      show GET /p (show)
        -> 200 application/json ShowResponse
    ");
}

#[test]
fn members_that_a_map_must_have_are_checked() {
    let schema = "{ type: object, required: [x], additionalProperties: { type: integer } }";
    assert_snapshot!(answer(&format!("{{ type: object, properties: {{ a: {schema} }} }}")), @"
    struct ShowResponse in show_response [answered checked]
      a: {I64}? required of members that have no schema
    trait DefaultApi in default
      show GET /p (show)
        -> 200 application/json ShowResponse
    ");
}

#[test]
fn files_without_names_are_told_and_bytes_are_files() {
    let form = "{ type: object, properties: { f: { type: string, contentEncoding: binary } }, additionalProperties: { type: string, format: binary } }";
    let document = format!(
        "paths:
  /p:
    post:
      operationId: send
      requestBody: {{ content: {{ multipart/form-data: {{ schema: {form} }} }} }}
      responses: {{ '204': {{ description: done }} }}
"
    );
    assert_snapshot!(check(&document), @r#"
    struct SendRequest in send_request [sent]
      f: File?
      ..: String
    trait DefaultApi in default
      send POST /p (send) degraded
        body: multipart/form-data Multipart of SendRequest f=File("application/octet-stream")?
        -> 204 ()
    api.yaml:7:164: warning[OAS507]: files whose members have no names are generated as texts
    "#);
}
