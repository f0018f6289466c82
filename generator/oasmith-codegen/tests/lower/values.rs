//! Values without members: what their keywords say of their type.

use super::{answer, type_of};
use insta::assert_snapshot;

#[test]
fn values_tell_their_type_where_none_is_given() {
    let cases = [
        ("{ const: 5 }", "I64"),
        ("{ enum: [1, 2.5] }", "F64"),
        ("{ enum: [true, null] }", "Bool|null"),
        ("{ not: { type: string } }", "Raw"),
        (
            "{ patternProperties: { '^x-': { type: integer } } }",
            "{I64}",
        ),
        (
            "{ type: object, patternProperties: { '^x-': { type: integer } }, additionalProperties: false }",
            "{I64}",
        ),
        (
            "{ type: object, patternProperties: { a: { type: integer }, b: { type: string } } }",
            "{Raw}",
        ),
        (
            "{ type: integer, minimum: 0, maximum: 18446744073709551615 }",
            "U64",
        ),
    ];
    for (schema, expected) in cases {
        assert_eq!(type_of(schema), expected, "{schema}");
    }
}

#[test]
fn arrays_of_fixed_length_are_tuples() {
    let cases = [
        (
            "{ type: array, prefixItems: [{ type: string }, { type: integer }], minItems: 2, maxItems: 2 }",
            "(String, I64)",
        ),
        (
            "{ type: array, prefixItems: [{ type: string }, { type: integer }], minItems: 2, items: false }",
            "(String, I64)",
        ),
        (
            "{ type: array, prefixItems: [{ type: string }, { type: string }], items: { type: string } }",
            "[String]",
        ),
        (
            "{ type: array, prefixItems: [{ type: string }, { type: integer }] }",
            "[Raw]",
        ),
    ];
    for (schema, expected) in cases {
        assert_eq!(type_of(schema), expected, "{schema}");
    }
}

#[test]
fn numbers_that_are_named_are_checked() {
    assert_snapshot!(answer("{ type: object, properties: { a: { type: integer, enum: [1, 2] }, b: { type: number, const: 0.5 } }, patternProperties: { '^x-': { type: boolean } } }"), @"
    struct ShowResponse in show_response [answered checked]
      a: I64? among 1 2
      b: F64? among 0.5
      ..: Bool
    trait DefaultApi in default
      show GET /p (show)
        -> 200 application/json ShowResponse
    ");
}

#[test]
fn widespread_extensions_name_and_describe_variants() {
    assert_snapshot!(answer("{ type: string, enum: [a, b], x-enum-varnames: [First, Second], x-enum-descriptions: [one, two] }"), @r#"
    enum ShowResponse in show_response [answered checked] First="a" Second="b"
    trait DefaultApi in default
      show GET /p (show)
        -> 200 application/json ShowResponse
    "#);
}
