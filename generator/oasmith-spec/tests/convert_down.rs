//! Schemas of OpenAPI 3.1 as 3.0: what was valid stays valid, and what cannot be said is told.

#[path = "convert/document.rs"]
mod document;

use oasmith_spec::convert::to_3_0;

fn down(schemas: &str) -> String {
    document::schemas("3.1.0", schemas, to_3_0)
}

#[test]
fn null_among_the_types_becomes_nullable() {
    insta::assert_snapshot!(down("
        A: {type: [string, 'null']},
        B: {type: [string, 'null'], enum: [x]},
        C: {type: 'null'},
        D: {type: [array]},
        E: {type: 'null', const: 1},
        F: {const: null}
    "), @"
    A:
      type: string
      nullable: true
    B:
      type: string
      enum:
        - x
    C:
      type: string
      nullable: true
      enum:
        - null
    D:
      type: array
      items: {}
    E:
      type: string
      enum:
        - null
      not: {}
      nullable: true
    F:
      enum:
        - null
      type: string
      nullable: true
    ");
}

#[test]
fn several_types_become_alternatives_with_their_own_keywords() {
    insta::assert_snapshot!(down("
        A: {description: a, type: [integer, string, 'null'], format: int32, minimum: 1, pattern: x, enum: [1, x, null]},
        B: {type: [integer, number]},
        C: {type: [string, array], anyOf: [{maxLength: 3}]}
    "), @"
    A:
      description: a
      anyOf:
        - type: integer
          minimum: 1
          format: int32
          nullable: true
        - type: string
          pattern: x
      enum:
        - 1
        - x
        - null
      nullable: true
    B:
      type: number
    C:
      anyOf:
        - maxLength: 3
      allOf:
        - anyOf:
            - type: string
            - type: array
              items: {}
    ");
}

#[test]
fn null_among_alternatives_becomes_nullable() {
    insta::assert_snapshot!(down("
        A: {title: a, anyOf: [{type: string, enum: [x]}, {type: 'null'}]},
        B: {oneOf: [{type: string}, {$ref: '#/components/schemas/A'}, {type: 'null'}]},
        C: {anyOf: [{$ref: '#/components/schemas/A'}, {type: 'null'}]},
        D: {type: object, anyOf: [{required: [a]}, {type: 'null'}]}
    "), @"
    A:
      title: a
      type: string
      enum:
        - x
        - null
      nullable: true
    B:
      oneOf:
        - type: string
          nullable: true
        - $ref: '#/components/schemas/A'
      nullable: true
    C:
      anyOf:
        - $ref: '#/components/schemas/A'
        - type: string
          nullable: true
          enum:
            - null
      nullable: true
    D:
      type: object
      anyOf:
        - required:
            - a
        - type: string
          nullable: true
          enum:
            - null
    ");
}

#[test]
fn null_that_one_of_refuses_is_still_refused() {
    insta::assert_snapshot!(down("
        A: {oneOf: [{type: [number, 'null']}, {type: 'null'}]},
        B: {oneOf: [{type: boolean, const: null}, {type: string}]},
        C: {oneOf: [{type: 'null'}, {type: integer, const: null}]}
    "), @"
    A:
      oneOf:
        - type: number
          nullable: true
        - type: string
          nullable: true
          enum:
            - null
      nullable: true
    B:
      oneOf:
        - type: boolean
          enum:
            - null
        - type: string
    C:
      type: integer
      enum:
        - null
      nullable: true
    ");
}

#[test]
fn values_and_bounds_in_other_words() {
    insta::assert_snapshot!(down("
        A: {const: x},
        A2: {const: x, enum: [y]},
        B: {exclusiveMinimum: 1, minimum: 3, exclusiveMaximum: 9, maximum: 9},
        C: {type: string, contentEncoding: base64, contentMediaType: image/png},
        D: {type: string, contentMediaType: image/png},
        E: {type: string, contentMediaType: application/json, examples: [a, b]},
        F: {properties: {a: true, b: false}, additionalProperties: false, required: []}
    "), @"
    A:
      enum:
        - x
    A2:
      enum:
        - x
      not: {}
    B:
      minimum: 3
      maximum: 9
      exclusiveMaximum: true
    C:
      type: string
      format: byte
    D:
      type: string
      format: binary
    E:
      type: string
      example: a
    F:
      properties:
        a: {}
        b:
          not: {}
      additionalProperties: false
    a.yaml:8:52: info[OAS153]: OpenAPI 3.0 has no `contentMediaType`; it is left out
    a.yaml:10:63: info[OAS153]: a schema has one `example` in OpenAPI 3.0; other `examples` are left out
    a.yaml:10:27: info[OAS153]: OpenAPI 3.0 has no `contentMediaType`; it is left out
    ");
}

#[test]
fn what_stands_beside_a_reference_moves_around_it() {
    insta::assert_snapshot!(down("
        A: {$ref: '#/components/schemas/B', description: a},
        B: {$ref: '#/components/schemas/C', allOf: [{type: object}]},
        C: {$ref: '#/components/schemas/D', $comment: c},
        D: {properties: {$ref: {type: string}, const: {const: 1}}}
    "), @"
    A:
      allOf:
        - $ref: '#/components/schemas/B'
      description: a
    B:
      allOf:
        - $ref: '#/components/schemas/C'
        - type: object
    C:
      $ref: '#/components/schemas/D'
    D:
      properties:
        $ref:
          type: string
        const:
          enum:
            - 1
    a.yaml:7:45: info[OAS153]: OpenAPI 3.0 has no `$comment`; it is left out
    ");
}

#[test]
fn tuples_and_patterns_get_wider() {
    insta::assert_snapshot!(down("
        A: {type: array, prefixItems: [{type: string}, {type: integer}], items: false},
        B: {type: array, prefixItems: [{type: string}]},
        C: {patternProperties: {'^x': {type: string}}, additionalProperties: false},
        D: {patternProperties: {'^x': {type: string}}}
    "), @"
    A:
      type: array
      maxItems: 2
      items:
        anyOf:
          - type: string
          - type: integer
    B:
      type: array
      items: {}
    C:
      additionalProperties:
        type: string
    D: {}
    a.yaml:5:26: warning[OAS151]: OpenAPI 3.0 has no `prefixItems`; each item may be what any of them may be
    a.yaml:6:26: warning[OAS151]: OpenAPI 3.0 has no `prefixItems`; each item may be what any of them may be
    a.yaml:7:13: warning[OAS151]: OpenAPI 3.0 has no `patternProperties`; each member without a schema of its own may be what any of them may be
    a.yaml:8:13: warning[OAS151]: OpenAPI 3.0 has no `patternProperties`; members of such names may be anything
    ");
}

#[test]
fn keywords_without_a_counterpart_are_left_out_and_told() {
    insta::assert_snapshot!(down("
        A: {if: {required: [a]}, then: {required: [b]}, else: false},
        B: {contains: {type: string}, minContains: 2, unevaluatedItems: false},
        C: {propertyNames: {pattern: x}, dependentRequired: {a: [b]}, dependentSchemas: {}},
        D: {$dynamicRef: '#d', $id: d, nullable: true, foo: 1, x-foo: {if: 1}},
        E: {type: object, unevaluatedProperties: false},
        F: {if: {type: string}, propertyNames: {type: string}}
    "), @"
    A: {}
    B: {}
    C: {}
    D:
      x-foo:
        if: 1
    E:
      type: object
      additionalProperties: false
    F: {}
    a.yaml:5:13: warning[OAS151]: OpenAPI 3.0 has no `if`; the schema allows more without it
    a.yaml:6:13: warning[OAS151]: OpenAPI 3.0 has no `contains`; the schema allows more without it
    a.yaml:6:55: warning[OAS151]: OpenAPI 3.0 has no `unevaluatedItems`; the schema allows more without it
    a.yaml:7:13: warning[OAS151]: OpenAPI 3.0 has no `propertyNames`; the schema allows more without it
    a.yaml:7:42: warning[OAS151]: OpenAPI 3.0 has no `dependentRequired`; the schema allows more without it
    a.yaml:8:13: warning[OAS151]: OpenAPI 3.0 has no `$dynamicRef`; the schema allows more without it
    a.yaml:8:32: info[OAS153]: OpenAPI 3.0 has no `$id`; it is left out
    a.yaml:8:56: info[OAS153]: OpenAPI 3.0 has no `foo`; it is left out
    ");
}

#[test]
fn a_wider_schema_does_not_make_another_narrower() {
    insta::assert_snapshot!(down("
        A: {not: {$ref: '#/components/schemas/B'}},
        B: {properties: {c: {$ref: '#/components/schemas/C'}}},
        C: {contains: true},
        D: {oneOf: [{$ref: '#/components/schemas/A'}, {type: string}]},
        E: {oneOf: [{type: object}, {type: string}]}
    "), @"
    A: {}
    B:
      properties:
        c:
          $ref: '#/components/schemas/C'
    C: {}
    D:
      anyOf:
        - $ref: '#/components/schemas/A'
        - type: string
    E:
      oneOf:
        - type: object
        - type: string
    a.yaml:5:13: warning[OAS151]: `not` is left out: what it forbids cannot be said in OpenAPI 3.0
    a.yaml:7:13: warning[OAS151]: OpenAPI 3.0 has no `contains`; the schema allows more without it
    a.yaml:8:13: warning[OAS151]: `oneOf` becomes `anyOf`, since more than one of its schemas may fit now
    ");
}

#[test]
fn references_follow_what_moves() {
    insta::assert_snapshot!(down("
        A: {$defs: {D: {const: 1}, A: {type: [string, 'null']}}, properties: {d: {$ref: '#/components/schemas/A/$defs/D'}, a: {$ref: '#/components/schemas/A/$defs/A'}}},
        B: {anyOf: [{type: 'null'}, {type: string}, {type: object}]},
        C: {items: {$ref: '#/components/schemas/B/anyOf/1'}},
        E: {properties: {e: {$anchor: e, type: integer}}, items: {$ref: '#e'}}
    "), @"
    A:
      properties:
        d:
          $ref: '#/components/schemas/D'
        a:
          $ref: '#/components/schemas/AA'
    B:
      anyOf:
        - type: string
          nullable: true
        - type: object
      nullable: true
    C:
      items:
        $ref: '#/components/schemas/BSecond'
    E:
      properties:
        e:
          type: integer
      items:
        $ref: '#/components/schemas/E/properties/e'
    D:
      enum:
        - 1
    AA:
      type: string
      nullable: true
    BSecond:
      type: string
    ");
}

#[test]
fn a_version_that_is_not_later_stays() {
    for version in ["3.0.0", "4.0.0", "2"] {
        let text = format!("{{openapi: {version}, components: {{schemas: {{A: {{const: 1}}}}}}}}");
        let (_, node) = document::parsed(&text);
        assert!(to_3_0(node.clone()).0.same(&node), "{version}");
    }
}

#[test]
fn what_3_1_says_with_nullable_is_kept() {
    insta::assert_snapshot!(down("
        A: { type: string, nullable: true },
        Reference: { $ref: '#/components/schemas/A', nullable: true, description: d },
        Enum: { type: string, enum: [a], nullable: true },
        Several: { type: [string, integer], nullable: true },
        Not: { type: string, nullable: false },
    "), @"
    A:
      type: string
      nullable: true
    Reference:
      description: d
      anyOf:
        - $ref: '#/components/schemas/A'
        - type: string
          nullable: true
          enum:
            - null
      nullable: true
    Enum:
      type: string
      enum:
        - a
        - null
      nullable: true
    Several:
      anyOf:
        - type: string
          nullable: true
        - type: integer
      nullable: true
    Not:
      type: string
    ");
}

#[test]
fn a_component_that_is_made_is_called_by_where_it_stood() {
    insta::assert_snapshot!(down("
        Pair: { type: array, prefixItems: [{ type: string }, { type: object }] },
        B: { $ref: '#/components/schemas/Pair/prefixItems/1' },
        PairFirst: { $ref: '#/components/schemas/Pair/prefixItems/0' },
    "), @"
    Pair:
      type: array
      items: {}
    B:
      $ref: '#/components/schemas/PairSecond'
    PairFirst:
      $ref: '#/components/schemas/OtherPairFirst'
    PairSecond:
      type: object
    OtherPairFirst:
      type: string
    a.yaml:5:30: warning[OAS151]: OpenAPI 3.0 has no `prefixItems`; each item may be what any of them may be
    ");
}
