//! Values without members: what their keywords say of their type.

use super::{answer, answering, check, lowered, type_of};
use insta::assert_snapshot;
use oasmith_codegen::{Options, ir};

#[test]
fn values_tell_their_type_where_none_is_given() {
    let cases = [
        ("{ const: 5 }", "ShowResponse"),
        ("{ const: 18446744073709551615 }", "U64"),
        ("{ type: integer, default: 18446744073709551615 }", "U64"),
        ("{ type: integer, default: 18446744073709551616 }", "I64"),
        (
            "{ type: integer, minimum: -1, default: 9223372036854775808 }",
            "I64",
        ),
        (
            "{ type: integer, format: int64, default: 9223372036854775808 }",
            "I64",
        ),
        (
            "{ type: integer, minimum: 0, maximum: 1.8446744073709552e19 }",
            "U64",
        ),
        (
            "{ type: integer, exclusiveMinimum: 0, exclusiveMaximum: 9223372036854775809 }",
            "U64",
        ),
        ("{ const: 18446744073709551616 }", "Raw"),
        ("{ enum: [-1, 9223372036854775808] }", "Raw"),
        ("{ type: integer, minimum: 9223372036854775808 }", "U64"),
        ("{ type: integer, enum: ['1', '2'] }", "ShowResponse"),
        ("{ enum: [1, 2.5] }", "F64"),
        ("{ enum: [true, null] }", "Bool|null"),
        ("{ not: { type: string } }", "Raw"),
        (
            "{ patternProperties: { '^x-': { type: integer } } }",
            "{ShowResponseValue}",
        ),
        (
            "{ type: object, patternProperties: { '^x-': { type: integer } }, additionalProperties: false }",
            "{I64}",
        ),
        (
            "{ type: object, patternProperties: { a: { type: integer }, b: { type: string } } }",
            "{ShowResponseValue}",
        ),
        (
            "{ type: integer, minimum: 0, maximum: 18446744073709551615 }",
            "U64",
        ),
        (
            "{ type: integer, minimum: 0.0, maximum: 1.8446744073709552e+19 }",
            "U64",
        ),
        (
            "{ type: integer, exclusiveMinimum: -1, exclusiveMaximum: 18446744073709551616 }",
            "U64",
        ),
        (
            "{ type: integer, minimum: 0, exclusiveMaximum: 9223372036854775808 }",
            "I64",
        ),
        (
            "{ type: integer, minimum: -1, maximum: 1.8446744073709552e+19 }",
            "I64",
        ),
    ];
    for (schema, expected) in cases {
        assert_eq!(type_of(schema), expected, "{schema}");
    }
}

#[test]
fn integers_may_be_written_with_a_point_or_an_exponent() {
    assert_snapshot!(answer("{ type: object, properties: { a: { type: integer, enum: [1.0, 1e3] }, b: { type: integer, default: 2.0 }, c: { type: number, format: int64, default: -1e2 } } }"), @r#"
    struct ShowResponse in show_response [answered checked]
      a: ShowResponseA?
      b: I64? = Number("2")
      c: I64? = Number("-100")
    enum ShowResponseA in show_response [answered checked] Value1=1 Value1000=1000
    trait DefaultApi in default
      show GET /p (show)
        -> 200 application/json ShowResponse
    "#);
}

#[test]
fn arrays_without_further_items_are_tuples() {
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
            "{ type: array, prefixItems: [{ type: string }, { type: [integer, 'null'] }], minItems: 1, items: false }",
            "(String, I64|null?)",
        ),
        (
            "{ type: array, prefixItems: [{ type: string }, { type: integer }], maxItems: 2 }",
            "(String?, I64?)",
        ),
        (
            "{ type: array, prefixItems: [{ type: string }, { type: integer }], maxItems: 3 }",
            "[Raw]",
        ),
        (
            "{ type: array, prefixItems: [{ type: string }, { type: string }], items: false }",
            "[String]",
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
fn items_behind_those_with_a_place_do_not_speak_for_all() {
    assert_snapshot!(answer("{ type: object, properties: { a: { type: array, prefixItems: [{ type: string }, { type: string }], items: { type: string, maxLength: 3 } }, b: { type: array, prefixItems: [{ type: string }, { type: boolean }], items: { type: string } }, c: { type: array, prefixItems: [{ type: string, maxLength: 2 }, { type: boolean }], items: false } } }"), @"
    struct ShowResponse in show_response [answered]
      a: [String]?
      b: [Raw]?
      c: (String?, Bool?)?
    trait DefaultApi in default
      show GET /p (show) degraded
        -> 200 application/json ShowResponse
    api.yaml:4:256: warning[OAS501]: an array with a schema for each place and no fixed length is generated as raw JSON
    api.yaml:4:146: info[OAS521]: `prefixItems, and items beside them, beyond their types` is not checked by the generated server, at 2 places, first here
    ");
}

#[test]
fn integers_that_are_named_are_an_open_enum() {
    assert_snapshot!(answer("{ type: object, properties: { a: { type: integer, enum: [1, -1, 1, null], default: -1 }, b: { type: integer, enum: [0, 1], x-enum-varnames: [Off, On] }, c: { type: integer, format: int32, oneOf: [{ const: 1, title: low, description: Hardly. }, { const: 2 }] }, d: { anyOf: [{ type: integer }, { enum: [3] }] } } }"), @r#"
    struct ShowResponse in show_response [answered checked]
      a: ShowResponseA? = Variant(TypeId(1), Name("Minus1"))
      b: ShowResponseB?
      c: ShowResponseC?
      d: ShowResponseD?
    enum ShowResponseA in show_response [answered checked] Value1=1 Minus1=-1
    enum ShowResponseB in show_response [answered checked] Off=0 On=1
    enum ShowResponseC in show_response [answered checked] Low=1 Value2=2
    enum ShowResponseD in show_response [answered] Value3=3 | ..
    trait DefaultApi in default
      show GET /p (show)
        -> 200 application/json ShowResponse
    "#);
}

#[test]
fn a_constant_is_the_only_one_that_is_left_of_values_that_are_named() {
    let named = "allOf: [{ type: integer, oneOf: [{ const: 1, title: one, description: The first. }, { const: 2, title: two }, { const: 3, title: three }] }]";
    let value = |tag: &str| {
        format!(
            "{{ type: object, required: [type], properties: {{ type: {{ type: integer, {tag}, {named} }} }} }}"
        )
    };
    let (two, three) = (value("enum: [2]"), value("const: 3"));
    assert_snapshot!(answer(&format!("{{ oneOf: [{two}, {three}] }}")), @"
    union ShowResponse in show_response [answered checked]
      Object(ShowResponseObject) {type: [2]}
      ObjectValue(ShowResponseObjectValue) {type: [3]}
    struct ShowResponseObject in show_response [answered checked]
      r#type (type): ShowResponseObjectType
    enum ShowResponseObjectType in show_response [answered checked] Two=2
    struct ShowResponseObjectValue in show_response [answered checked]
      r#type (type): ShowResponseObjectValueType
    enum ShowResponseObjectValueType in show_response [answered checked] Three=3
    trait DefaultApi in default
      show GET /p (show)
        -> 200 application/json ShowResponse
    ");
    assert_snapshot!(answer("{ type: object, properties: { a: { enum: [x, y], const: y }, b: { allOf: [{ const: x }, { const: y }] } } }"), @r#"
    struct ShowResponse in show_response [answered checked]
      a: ShowResponseA?
      b: ShowResponseB?
    enum ShowResponseA in show_response [answered checked] Y="y"
    enum ShowResponseB in show_response [answered checked] Y="y"
    trait DefaultApi in default
      show GET /p (show)
        -> 200 application/json ShowResponse
    api.yaml:4:177: warning[OAS513]: two parts of a schema contradict each other, so the later one is generated
    "#);
}

#[test]
fn integers_that_are_named_tell_alternatives_apart() {
    assert_snapshot!(answer("{ oneOf: [{ type: object, properties: { type: { enum: [1] }, a: { type: string } } }, { type: object, required: [type], properties: { type: { enum: [2, 3] } } }] }"), @"
    union ShowResponse in show_response [answered checked]
      WithA(ShowResponseWithA) {type?: [1] | Null, a?: Text | Null}
      Object(ShowResponseObject) {type: [2, 3]}
    struct ShowResponseWithA in show_response [answered checked]
      r#type (type): ShowResponseWithAType?
      a: String?
    enum ShowResponseWithAType in show_response [answered checked] Value1=1
    struct ShowResponseObject in show_response [answered checked]
      r#type (type): ShowResponseObjectType
    enum ShowResponseObjectType in show_response [answered checked] Value2=2 Value3=3
    trait DefaultApi in default
      show GET /p (show)
        -> 200 application/json ShowResponse
    ");
}

#[test]
fn strings_and_integers_that_are_named_are_two_enums() {
    assert_snapshot!(answer("{ enum: [auto, 1, 2, true, null] }"), @r#"
    union ShowResponse in show_response [answered checked]
      Boolean(Bool) Boolean enum or const of other values than strings and numbers
      Integer(ShowResponseInteger) [1, 2]
      Value(ShowResponseValue) Text
    enum ShowResponseInteger in show_response [answered checked] Value1=1 Value2=2
    enum ShowResponseValue in show_response [answered checked] Auto="auto"
    trait DefaultApi in default
      show GET /p (show)
        -> 200 application/json ShowResponse|null
    "#);
}

#[test]
fn what_all_parts_say_is_said_of_the_whole() {
    assert_snapshot!(answer("{ allOf: [{ type: object, minProperties: 1, properties: { a: { type: string } }, not: { required: [b] } }, { type: object, properties: { b: { type: string } }, patternProperties: { '^x-': { type: integer } }, dependentRequired: { a: [b] } }] }"), @"
    struct ShowResponse in show_response [answered checked]
      a: String?
      b: String?
      ..: ShowResponseValue
    union ShowResponseValue in show_response [answered]
      Integer(I64) Integer unchecked
      ..
    trait DefaultApi in default
      show GET /p (show)
        -> 200 application/json ShowResponse
    ");
}

#[test]
fn of_parts_that_no_value_satisfies_the_later_one_is_taken() {
    assert_snapshot!(answer("{ type: object, properties: { a: { allOf: [{ type: string }, { type: integer }] }, b: { allOf: [{ enum: [x] }, { enum: [y] }] }, c: { allOf: [{ type: number }, { type: integer }] } } }"), @r#"
    struct ShowResponse in show_response [answered checked]
      a: I64?
      b: ShowResponseB?
      c: I64?
    enum ShowResponseB in show_response [answered checked] Y="y"
    trait DefaultApi in default
      show GET /p (show)
        -> 200 application/json ShowResponse
    api.yaml:4:146: warning[OAS513]: two parts of a schema contradict each other at 2 places, first here, so the later ones are generated
    "#);
}

#[test]
fn what_is_not_evaluated_is_what_no_part_names() {
    assert_snapshot!(answer("{ allOf: [{ type: object, properties: { a: { type: string } } }], properties: { b: { type: array, prefixItems: [{ type: string }, { type: integer }], minItems: 2, unevaluatedItems: false } }, unevaluatedProperties: { type: boolean } }"), @"
    struct ShowResponse in show_response [answered]
      b: (String, I64)?
      a: String?
      ..: Bool
    trait DefaultApi in default
      show GET /p (show)
        -> 200 application/json ShowResponse
    ");
}

/// The constraints of the only field of what is answered.
fn constraints_of(schema: &str) -> ir::Constraints {
    let struct_of = format!("{{ type: object, properties: {{ a: {schema} }} }}");
    let (api, said) = lowered(&answering(&struct_of), &Options::default());
    let fields = api.types.iter().find_map(|it| match &it.kind {
        ir::TypeKind::Struct(it) => Some(&it.fields),
        _ => None,
    });
    let fields = fields.unwrap_or_else(|| panic!("no struct: {said}"));
    fields[0].constraints.clone()
}

#[test]
fn what_the_only_alternative_says_is_said_of_the_whole() {
    let list = "{ type: array, minItems: 2, items: { type: string, maxLength: 3 } }";
    let said = constraints_of(list);
    assert_eq!((said.min_items, said.rules.len()), (Some(2), 0));
    for around in [
        "{ oneOf: [IT] }",
        "{ anyOf: [IT, { type: 'null' }] }",
        "{ oneOf: [{ anyOf: [IT] }] }",
    ] {
        assert_eq!(
            constraints_of(&around.replace("IT", list)),
            said,
            "{around}"
        );
    }
}

#[test]
fn a_choice_of_one_in_a_rule_is_that_one() {
    let rules = |it: &str| constraints_of(&format!("{{ type: object, not: {it} }}")).rules;
    let plain = rules("{ required: [b] }");
    assert_eq!(plain.len(), 1);
    assert_eq!(
        rules("{ oneOf: [{ anyOf: [{ required: [b] }] }] }")[0].holds,
        plain[0].holds
    );
}

#[test]
fn constraints_that_are_not_checked_are_told() {
    let schemas = [
        // Which members are left over depends on the alternative, or on the case.
        "{ type: object, properties: { a: { type: string } }, if: { required: [a] }, then: { required: [a] }, unevaluatedProperties: false }",
        // The model does not keep `b`.
        "{ type: object, properties: { a: { type: string } }, dependentSchemas: { a: { required: [b] } } }",
        "{ $ref: '#/components/schemas/It', minProperties: 1 }",
    ];
    let components =
        "components:\n  schemas: { It: { type: object, properties: { a: { type: string } } } }\n";
    let said = schemas.map(|schema| {
        let outline = check(&(answering(schema) + components));
        let said = outline.lines().filter(|it| it.contains("OAS"));
        said.collect::<Vec<_>>().join("\n")
    });
    assert_snapshot!(said.join("\n"), @"
    api.yaml:4:113: info[OAS521]: `unevaluatedProperties` is not checked by the generated server, here
    api.yaml:4:113: info[OAS521]: `dependentSchemas` is not checked by the generated server, here
    api.yaml:4:113: info[OAS521]: `minProperties` is not checked by the generated server, here
    ");
}

#[test]
fn numbers_that_are_named_are_checked() {
    assert_snapshot!(answer("{ type: object, properties: { a: { type: integer, enum: [1, 18446744073709551615] }, b: { type: number, const: 0.5 } }, patternProperties: { '^x-': { type: boolean } } }"), @"
    struct ShowResponse in show_response [answered checked]
      a: U64? among 1 18446744073709551615
      b: F64? among 0.5
      ..: ShowResponseValue
    union ShowResponseValue in show_response [answered]
      Boolean(Bool) Boolean
      ..
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
    let variants = |extension: &str| {
        let all = answer(&format!(
            "{{ enum: [a, null, b], type: [string, 'null'], {extension} }}"
        ));
        let line = all
            .lines()
            .find(|it| it.contains("enum "))
            .unwrap_or_default();
        line.split_once("checked] ")
            .map_or(line, |it| it.1)
            .to_owned()
    };
    assert_eq!(
        variants("x-enum-varnames: [First, None, Second]"),
        r#"First="a" Second="b""#
    );
    assert_eq!(
        variants("x-enum-varnames: [First, Second]"),
        r#"First="a" Second="b""#
    );
    assert_eq!(variants("x-enum-varnames: [First]"), r#"A="a" B="b""#);
    assert_eq!(
        variants(
            "x-ms-enum: { name: It, values: [{ value: b, name: Second }, { value: a, name: First, description: one }] }"
        ),
        r#"First="a" Second="b""#
    );
    let told = answer(
        "{ type: integer, enum: [0, 2], x-enum-values: [{ numericValue: '0', identifier: None }, { numericValue: 2, identifier: Two }] }",
    );
    assert!(told.contains("None=0 Two=2"), "{told}");
}

#[test]
fn a_point_between_digits_is_kept_in_the_name_of_a_value() {
    let told = answer("{ type: string, enum: ['1.0', '1.1', '10', v2.1-rc, a.b, '.5', 2.5.x] }");
    assert_snapshot!(told.lines().next().unwrap_or_default(), @r#"enum ShowResponse in show_response [answered checked] N1_0="1.0" N1_1="1.1" N10="10" V2_1Rc="v2.1-rc" AB="a.b" N5=".5" N2_5X="2.5.x""#);
}

#[test]
fn formats_narrower_than_their_types_are_bounds_and_of_two_bounds_the_narrower_counts() {
    let schemas = [
        "type: integer, format: uint8",
        "type: integer, format: uint16, maximum: 9",
        "type: integer, format: int8, minimum: -200, exclusiveMaximum: 127",
        "type: [integer, 'null'], format: int16",
        "type: integer, format: int32",
        "type: integer, minimum: 10, exclusiveMinimum: 0, maximum: 20, exclusiveMaximum: 20",
    ];
    let members = schemas
        .iter()
        .enumerate()
        .map(|(at, it)| format!("m{at}: {{ {it} }}"));
    let members: Vec<String> = members.collect();
    let document = format!(
        "paths: {{ /p: {{ post: {{ operationId: send, requestBody: {{ content: {{ application/json: {{ schema: {{ type: object, properties: {{ {} }} }} }} }} }}, responses: {{ '204': {{ description: ok }} }} }} }} }}",
        members.join(", ")
    );
    let outline = check(&document);
    let fields: Vec<&str> = outline.lines().filter(|it| it.contains(" m")).collect();
    assert_snapshot!(fields.join("\n"), @"
    m0: I32? >=0 <=255
    m1: I32? >=0 <=9
    m2: I32? >=-128 <127
    m3: (I32|null)? >=-32768 <=32767
    m4: I32?
    m5: I64? >=10 <20
    ");
}

#[test]
fn decimals_are_floats_and_told_once() {
    let price = "{ type: number, format: decimal }";
    assert_snapshot!(answer(&format!("{{ type: object, properties: {{ a: {price}, b: {price}, c: {{ type: number, format: double }} }} }}")), @"
    struct ShowResponse in show_response [answered]
      a: F64?
      b: F64?
      c: F64?
    trait DefaultApi in default
      show GET /p (show)
        -> 200 application/json ShowResponse
    api.yaml:4:146: info[OAS518]: 2 decimals are generated as `f64`, which keeps 15 digits, first here
    ");
}
