//! How each construct of a schema is translated: the schema, its type in Rust, and the types that it needs.
//!
//! What is put together of several schemas is in `composed`, what stands around schemas in `around`.

use super::{answering, check};
use insta::assert_snapshot;

/// What each schema becomes as the answer of an operation `show`, among these components.
pub(super) fn translated(components: &str, schemas: &[&str]) -> String {
    let pages = schemas.iter().map(|schema| {
        let document = format!("{}components:\n  schemas:\n{components}", answering(schema));
        let outline = check(&document);
        let answer = "-> 200 application/json ";
        let ty = outline
            .lines()
            .find_map(|it| it.trim().strip_prefix(answer));
        let is_rest = |it: &&str| {
            !it.starts_with("trait ")
                && !it.starts_with("  show GET")
                && !it.trim().starts_with("-> ")
        };
        let rest = outline
            .lines()
            .filter(is_rest)
            .map(|it| format!("\n    {it}"));
        let ty = ty.unwrap_or_default();
        format!("{schema}\n  is {ty}{}", rest.collect::<String>())
    });
    pages.collect::<Vec<_>>().join("\n")
}

pub(super) fn alone(schemas: &[&str]) -> String {
    translated("    Other: {}\n", schemas)
}

#[test]
fn formats() {
    let of = |ty: &str, formats: &[&str]| {
        let schemas = formats
            .iter()
            .map(|it| format!("{{ type: {ty}, format: {it} }}"));
        let schemas: Vec<String> = schemas.collect();
        let schemas: Vec<&str> = schemas.iter().map(String::as_str).collect();
        alone(&schemas)
    };
    let integers = [
        "int8",
        "int16",
        "int32",
        "int64",
        "uint8",
        "uint16",
        "uint32",
        "uint64",
        "unix-time",
    ];
    assert_snapshot!(of("integer", &integers), @"
    { type: integer, format: int8 }
      is I32
    { type: integer, format: int16 }
      is I32
    { type: integer, format: int32 }
      is I32
    { type: integer, format: int64 }
      is I64
    { type: integer, format: uint8 }
      is I32
    { type: integer, format: uint16 }
      is I32
    { type: integer, format: uint32 }
      is U32
    { type: integer, format: uint64 }
      is U64
    { type: integer, format: unix-time }
      is I64
    ");
    assert_snapshot!(of("number", &["float", "double", "decimal"]), @"
    { type: number, format: float }
      is F64
    { type: number, format: double }
      is F64
    { type: number, format: decimal }
      is F64
        api.yaml:4:113: info[OAS518]: a decimal is generated as an `f64`, which keeps 15 digits
    ");
    let strings = [
        "date",
        "date-time",
        "time",
        "duration",
        "uuid",
        "uri",
        "email",
        "ipv4",
        "ipv6",
        "byte",
        "binary",
        "password",
        "int64",
    ];
    assert_snapshot!(of("string", &strings), @"
    { type: string, format: date }
      is Date
    { type: string, format: date-time }
      is DateTime
    { type: string, format: time }
      is String
    { type: string, format: duration }
      is String
    { type: string, format: uuid }
      is Uuid
    { type: string, format: uri }
      is String
    { type: string, format: email }
      is String
    { type: string, format: ipv4 }
      is String
    { type: string, format: ipv6 }
      is String
    { type: string, format: byte }
      is Base64
    { type: string, format: binary }
      is stream
    { type: string, format: password }
      is String
    { type: string, format: int64 }
      is String
    ");
}

#[test]
fn null() {
    assert_snapshot!(alone(&[
        "{ type: [string, 'null'] }",
        "{ type: array, items: { type: [integer, 'null'] } }",
        "{ type: object, additionalProperties: { type: [integer, 'null'] } }",
        "{ enum: [a, null] }",
        "{ anyOf: [{ type: string }, { type: 'null' }] }",
        "{ type: 'null' }",
    ]), @r#"
    { type: [string, 'null'] }
      is String|null
    { type: array, items: { type: [integer, 'null'] } }
      is [I64|null]
    { type: object, additionalProperties: { type: [integer, 'null'] } }
      is {I64|null}
    { enum: [a, null] }
      is ShowResponse|null
        enum ShowResponse in show_response [answered checked] A="a"
    { anyOf: [{ type: string }, { type: 'null' }] }
      is String|null
    { type: 'null' }
      is ()
    "#);
}

#[test]
fn objects() {
    assert_snapshot!(alone(&[
        "{ properties: { a: { type: string } } }",
        "{ type: object, additionalProperties: true }",
        "{ type: object, additionalProperties: false }",
        "{ type: object, properties: { a: { type: string } }, additionalProperties: true }",
        "{ type: object, properties: { a: { type: string } }, additionalProperties: false }",
        "{ type: object, properties: { a: { type: string } }, additionalProperties: { type: integer, minimum: 1 } }",
        "{ type: object, propertyNames: { maxLength: 3 } }",
        "{ type: object, properties: { a: { type: string } }, dependentRequired: { a: [a] }, minProperties: 1 }",
        "{ type: object, required: [a, b], properties: { a: { type: string } } }",
    ]), @"
    { properties: { a: { type: string } } }
      is ShowResponse
        struct ShowResponse in show_response [answered]
          a: String?
    { type: object, additionalProperties: true }
      is {Raw}
    { type: object, additionalProperties: false }
      is {Raw}
    { type: object, properties: { a: { type: string } }, additionalProperties: true }
      is ShowResponse
        struct ShowResponse in show_response [answered]
          a: String?
          ..: Raw
    { type: object, properties: { a: { type: string } }, additionalProperties: false }
      is ShowResponse
        struct ShowResponse in show_response [answered]
          a: String?
    { type: object, properties: { a: { type: string } }, additionalProperties: { type: integer, minimum: 1 } }
      is ShowResponse
        struct ShowResponse in show_response [answered checked]
          a: String?
          ..: I64 >=1
    { type: object, propertyNames: { maxLength: 3 } }
      is {Raw}
    { type: object, properties: { a: { type: string } }, dependentRequired: { a: [a] }, minProperties: 1 }
      is ShowResponse
        struct ShowResponse in show_response [answered checked]
          a: String?
    { type: object, required: [a, b], properties: { a: { type: string } } }
      is ShowResponse
        struct ShowResponse in show_response [answered]
          a: String
        api.yaml:4:113: info[OAS521]: `required of members that have no schema` is not checked by the generated server, here
    ");
}

#[test]
fn arrays() {
    assert_snapshot!(alone(&[
        "{ items: { type: string } }",
        "{ type: array }",
        "{ type: array, items: {} }",
        "{ type: array, items: { type: array, items: { type: boolean } } }",
        "{ type: object, properties: { a: { type: array, uniqueItems: true, minItems: 1, maxItems: 3, items: { type: string, minLength: 2 } } } }",
        "{ type: array, items: false }",
    ]), @"
    { items: { type: string } }
      is [String]
    { type: array }
      is [Raw]
    { type: array, items: {} }
      is [Raw]
    { type: array, items: { type: array, items: { type: boolean } } }
      is [[Bool]]
    { type: object, properties: { a: { type: array, uniqueItems: true, minItems: 1, maxItems: 3, items: { type: string, minLength: 2 } } } }
      is ShowResponse
        struct ShowResponse in show_response [answered checked]
          a: [String]? min_items=1 max_items=3 unique each min_length=2
    { type: array, items: false }
      is [Raw]
        api.yaml:4:135: warning[OAS501]: a schema that allows no value is generated as raw JSON
    ");
}

#[test]
fn members_by_patterns() {
    assert_snapshot!(alone(&[
        "{ type: object, patternProperties: { '^x-': { type: integer } } }",
        "{ type: object, patternProperties: { '^(.*)$': { type: integer } } }",
        "{ type: object, patternProperties: { '^a': { type: [string, 'null'] }, '^b': { $ref: '#/components/schemas/Other' } } }",
        "{ type: object, patternProperties: { '^x-': false } }",
        "{ type: object, patternProperties: { '^x-': { type: integer } }, additionalProperties: { type: integer } }",
        "{ type: object, patternProperties: { '^a': { type: integer }, '^b': { type: string } }, additionalProperties: false }",
        "{ type: object, patternProperties: { '^a': { type: integer } }, additionalProperties: { type: boolean } }",
        "{ type: object, patternProperties: { '^a': { type: integer } }, additionalProperties: true }",
        "{ type: object, properties: { id: { type: string } }, patternProperties: { '^a': { type: integer }, '^b': { type: boolean } } }",
    ]), @"
    { type: object, patternProperties: { '^x-': { type: integer } } }
      is {ShowResponseValue}
        union ShowResponseValue in show_response [answered]
          Integer(I64) Integer unchecked
          ..
    { type: object, patternProperties: { '^(.*)$': { type: integer } } }
      is {I64}
    { type: object, patternProperties: { '^a': { type: [string, 'null'] }, '^b': { $ref: '#/components/schemas/Other' } } }
      is {ShowResponseValue|null}
        union ShowResponseValue in show_response [answered]
          Text(String) Text unchecked
          ..
    { type: object, patternProperties: { '^x-': false } }
      is {Raw}
    { type: object, patternProperties: { '^x-': { type: integer } }, additionalProperties: { type: integer } }
      is {I64}
    { type: object, patternProperties: { '^a': { type: integer }, '^b': { type: string } }, additionalProperties: false }
      is {ShowResponseValue}
        union ShowResponseValue in show_response [answered checked]
          Integer(I64) Integer
          Text(String) Text
    { type: object, patternProperties: { '^a': { type: integer } }, additionalProperties: { type: boolean } }
      is {ShowResponseValue}
        union ShowResponseValue in show_response [answered checked]
          Integer(I64) Integer
          Boolean(Bool) Boolean
    { type: object, patternProperties: { '^a': { type: integer } }, additionalProperties: true }
      is {Raw}
    { type: object, properties: { id: { type: string } }, patternProperties: { '^a': { type: integer }, '^b': { type: boolean } } }
      is ShowResponse
        struct ShowResponse in show_response [answered checked]
          id: String?
          ..: ShowResponseValue
        union ShowResponseValue in show_response [answered]
          Integer(I64) Integer unchecked
          Boolean(Bool) Boolean
          ..
    ");
}

#[test]
fn schemas_without_a_type() {
    assert_snapshot!(alone(&[
        "{ required: [a] }",
        "{ additionalProperties: { type: integer } }",
        "{ minLength: 3 }",
        "{ format: uuid }",
        "{ minimum: 3 }",
        "{ maxItems: 3 }",
        "{ prefixItems: [{ type: string }, { type: integer }] }",
        "{ enum: [a, 1, null] }",
        "{ enum: [] }",
        "{ const: null }",
    ]), @r#"
    { required: [a] }
      is Raw
    { additionalProperties: { type: integer } }
      is {I64}
    { minLength: 3 }
      is String
    { format: uuid }
      is Uuid
    { minimum: 3 }
      is F64
    { maxItems: 3 }
      is Raw
    { prefixItems: [{ type: string }, { type: integer }] }
      is [Raw]
        api.yaml:4:113: warning[OAS501]: an array with a schema for each place and no fixed length is generated as raw JSON
    { enum: [a, 1, null] }
      is ShowResponse|null
        union ShowResponse in show_response [answered checked]
          Integer(ShowResponseInteger) [1]
          Value(ShowResponseValue) Text
        enum ShowResponseInteger in show_response [answered checked] Value1=1
        enum ShowResponseValue in show_response [answered checked] A="a"
    { enum: [] }
      is Raw
        api.yaml:4:113: warning[OAS501]: a schema that allows no value is generated as raw JSON
    { const: null }
      is ()
    "#);
}

#[test]
fn named_values() {
    assert_snapshot!(alone(&[
        "{ const: a }",
        "{ type: string, enum: [a] }",
        "{ type: integer, enum: [1, 2] }",
        "{ type: number, enum: [0.5, 1] }",
        "{ type: boolean, enum: [true] }",
        "{ enum: [a, 1, true] }",
        "{ type: [string, 'null'], enum: [a, null] }",
        "{ type: string, enum: [a, A, '', 'ä', '1', '+1', Unknown] }",
        "{ type: array, items: { enum: [a, b] } }",
        "{ enum: [{ a: 1 }, [2]] }",
    ]), @r#"
    { const: a }
      is ShowResponse
        enum ShowResponse in show_response [answered checked] A="a"
    { type: string, enum: [a] }
      is ShowResponse
        enum ShowResponse in show_response [answered checked] A="a"
    { type: integer, enum: [1, 2] }
      is ShowResponse
        enum ShowResponse in show_response [answered checked] Value1=1 Value2=2
    { type: number, enum: [0.5, 1] }
      is F64
    { type: boolean, enum: [true] }
      is Bool
    { enum: [a, 1, true] }
      is ShowResponse
        union ShowResponse in show_response [answered checked]
          Boolean(Bool) Boolean enum or const of other values than strings and numbers
          Integer(ShowResponseInteger) [1]
          Value(ShowResponseValue) Text
        enum ShowResponseInteger in show_response [answered checked] Value1=1
        enum ShowResponseValue in show_response [answered checked] A="a"
    { type: [string, 'null'], enum: [a, null] }
      is ShowResponse|null
        enum ShowResponse in show_response [answered checked] A="a"
    { type: string, enum: [a, A, '', 'ä', '1', '+1', Unknown] }
      is ShowResponse
        enum ShowResponse in show_response [answered checked] A="a" AValue="A" Empty="" AValue2="ä" N1="1" Plus1="+1" UnknownValue="Unknown"
        api.yaml:4:113: info[OAS510]: `A` is named `AValue` in Rust, since its own name is taken
        api.yaml:4:113: info[OAS510]: `ä` is named `AValue2` in Rust, since its own name is taken
        api.yaml:4:113: info[OAS510]: `Unknown` is named `UnknownValue` in Rust, since its own name is taken
    { type: array, items: { enum: [a, b] } }
      is [ShowResponseItem]
        enum ShowResponseItem in show_response [answered checked] A="a" B="b"
    { enum: [{ a: 1 }, [2]] }
      is ShowResponse
        union ShowResponse in show_response [answered checked]
          List([Raw]) List enum or const of other values than strings and numbers
          Map({Raw}) Object enum or const of other values than strings and numbers
    "#);
}

#[test]
fn anything_and_nothing() {
    assert_snapshot!(alone(&["{}", "true", "{ description: Whatever. }", "false"]), @"
    {}
      is Raw
    true
      is Raw
    { description: Whatever. }
      is Raw
    false
      is Raw
        api.yaml:4:113: warning[OAS501]: a schema that allows no value is generated as raw JSON
    ");
}
