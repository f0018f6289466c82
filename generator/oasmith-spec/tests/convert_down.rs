//! OpenAPI 3.1 and 3.2 as 3.0: what was valid stays valid, and what cannot be said is told.

#[path = "convert/document.rs"]
mod document;

use oasmith_spec::convert::{to_3_0, to_3_1};

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
    a.yaml:8:40: info[OAS153]: `nullable` means nothing since OpenAPI 3.1, and would in 3.0; it is left out
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
        $ref: '#/components/schemas/AnyOf1'
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
    AnyOf1:
      type: string
    ");
}

#[test]
fn parts_of_the_document_that_3_0_lacks() {
    insta::assert_snapshot!(document::converted("\
openapi: 3.1.0
jsonSchemaDialect: https://spec.openapis.org/oas/3.1/dialect/base
info: {title: t, version: '1', summary: s, license: {name: MIT, identifier: MIT}}
paths:
  /a: {$ref: '#/components/pathItems/A'}
webhooks: {w: {post: {responses: {'200': {description: ok}}}}}
components:
  pathItems:
    A: {get: {parameters: [{$ref: '#/components/parameters/P', summary: p}]}}
    B: {get: {}}
  parameters: {P: {name: p, in: query, schema: {type: [string, 'null']}}}
", to_3_0), @"
    openapi: 3.0.4
    info:
      title: t
      version: '1'
      description: s
      license:
        name: MIT
        url: https://spdx.org/licenses/MIT.html
    paths:
      /a:
        get:
          parameters:
            - $ref: '#/components/parameters/P'
          responses:
            default:
              description: ''
    x-webhooks:
      w:
        post:
          responses:
            '200':
              description: ok
    components:
      parameters:
        P:
          name: p
          in: query
          schema:
            type: string
            nullable: true
    a.yaml:10:5: warning[OAS152]: `B` is used nowhere, and OpenAPI 3.0 has no `pathItems`; it is left out
    a.yaml:3:32: info[OAS153]: OpenAPI 3.0 has no `summary` here; it is the description now
    a.yaml:9:14: info[OAS153]: OpenAPI 3.0 needs `responses`; a `default` that says nothing stands for them
    a.yaml:9:64: info[OAS153]: `summary` beside `$ref` means nothing in OpenAPI 3.0; it is left out
    a.yaml:6:1: warning[OAS152]: OpenAPI 3.0 has no `webhooks`; they are kept as `x-webhooks`
    ");
    insta::assert_snapshot!(document::converted("{openapi: 3.1.0, components: {}}", to_3_0), @"
    openapi: 3.0.4
    components: {}
    paths: {}
    ");
}

#[test]
fn a_body_that_3_0_ignores_is_told() {
    insta::assert_snapshot!(document::converted("\
openapi: 3.1.0
paths: {/a: {delete: {requestBody: {content: {}}, responses: {}}}}
", to_3_0), @"
    openapi: 3.0.4
    paths:
      /a:
        delete:
          requestBody:
            content: {}
          responses: {}
    a.yaml:2:23: warning[OAS152]: OpenAPI 3.0 ignores the request body of `delete`
    ");
}

#[test]
fn references_to_webhooks_follow_them() {
    insta::assert_snapshot!(document::converted("\
openapi: 3.1.0
paths: {/a: {get: {parameters: [{$ref: '#/webhooks/w/post/parameters/0'}], responses: {}}}}
webhooks:
  w: {post: {parameters: [{name: p, in: query, schema: {const: 1}}, {name: q, in: query, schema: {$ref: '#/webhooks/w/post/parameters/0/schema'}}], responses: {}}}
", to_3_0), @"
    openapi: 3.0.4
    paths:
      /a:
        get:
          parameters:
            - $ref: '#/x-webhooks/w/post/parameters/0'
          responses: {}
    x-webhooks:
      w:
        post:
          parameters:
            - name: p
              in: query
              schema:
                enum:
                  - 1
            - name: q
              in: query
              schema:
                $ref: '#/x-webhooks/w/post/parameters/0/schema'
          responses: {}
    a.yaml:3:1: warning[OAS152]: OpenAPI 3.0 has no `webhooks`; they are kept as `x-webhooks`
    ");
}

#[test]
fn security_that_cannot_be_said_is_told_at_every_place() {
    insta::assert_snapshot!(document::converted("\
openapi: 3.1.0
security: [{tls: [], key: [role]}]
paths: {/a: {get: {security: [{tls: []}, {login: [scope]}], responses: {}}}}
components:
  securitySchemes:
    tls: {type: mutualTLS}
    key: {type: apiKey, name: k, in: query}
    login: {type: oauth2, flows: {}}
", to_3_0), @"
    openapi: 3.0.4
    security:
      - key: []
    paths:
      /a:
        get:
          security:
            - {}
            - login:
                - scope
          responses: {}
    components:
      securitySchemes:
        key:
          type: apiKey
          name: k
          in: query
        login:
          type: oauth2
          flows: {}
    a.yaml:2:13: warning[OAS152]: OpenAPI 3.0 has no `mutualTLS`; that a certificate is needed here is not said any more
    a.yaml:2:27: warning[OAS152]: in OpenAPI 3.0 only OAuth and OpenID Connect have scopes; these are left out
    a.yaml:3:32: warning[OAS152]: OpenAPI 3.0 has no `mutualTLS`; that a certificate is needed here is not said any more
    a.yaml:6:5: warning[OAS152]: OpenAPI 3.0 has no `mutualTLS`; that a client needs a certificate is not said any more
    ");
}

#[test]
fn a_path_item_inside_itself_ends() {
    insta::assert_snapshot!(document::converted("\
openapi: 3.1.0
paths: {/a: {$ref: '#/components/pathItems/A'}}
components: {pathItems: {A: {get: {responses: {}, callbacks: {c: {e: {$ref: '#/components/pathItems/A'}}}}}}}
", to_3_0), @"
    openapi: 3.0.4
    paths:
      /a:
        get:
          responses: {}
          callbacks:
            c:
              e: {}
    components: {}
    a.yaml:3:77: warning[OAS152]: `A` leads back to itself, and cannot be put in place; it is left out
    ");
}

const NEW: &str = "\
openapi: 3.2.0
$self: https://a.test/
tags: [{name: a, summary: s, parent: b, kind: nav}]
paths:
  /a:
    query: {responses: {'200': {summary: ok}}}
    additionalOperations: {LINK: {responses: {}}}
    get:
      parameters:
        - {name: q, in: querystring, content: {application/x-www-form-urlencoded: {schema: {type: object}}}}
        - {name: r, in: querystring, content: {application/json: {}}}
      responses: {'200': {summary: ok, content: {a/b: {$ref: '#/components/mediaTypes/M'}}}}
components: {mediaTypes: {M: {itemSchema: {}, examples: {e: {dataValue: 1, serializedValue: '1'}}}}}
";

#[test]
fn what_3_2_added() {
    insta::assert_snapshot!(document::converted(NEW, to_3_1), @"
    openapi: 3.1.1
    tags:
      - name: a
        description: s
    paths:
      /a:
        x-query:
          responses:
            '200':
              description: ok
        x-additionalOperations:
          LINK:
            responses: {}
        get:
          parameters:
            - name: q
              in: query
              schema:
                type: object
              style: form
              explode: true
          responses:
            '200':
              description: ok
              content:
                a/b:
                  examples:
                    e:
                      value: 1
    components: {}
    a.yaml:2:1: info[OAS153]: OpenAPI 3.1 has no `$self` here; it is left out
    a.yaml:3:30: info[OAS153]: OpenAPI 3.1 has no `parent` here; it is left out
    a.yaml:3:41: info[OAS153]: OpenAPI 3.1 has no `kind` here; it is left out
    a.yaml:11:11: warning[OAS152]: OpenAPI 3.1 has no parameter for the whole query string; it is left out
    a.yaml:13:31: warning[OAS152]: OpenAPI 3.1 has no `itemSchema`; it is left out
    a.yaml:13:76: info[OAS153]: OpenAPI 3.1 has no `serializedValue` here; it is left out
    a.yaml:6:5: warning[OAS152]: OpenAPI 3.1 has no `query`; it is kept as `x-query`
    a.yaml:7:5: warning[OAS152]: OpenAPI 3.1 has no `additionalOperations`; it is kept as `x-additionalOperations`
    ");
}

#[test]
fn operations_that_3_2_added_are_converted_too() {
    insta::assert_snapshot!(document::converted("\
openapi: 3.2.0
paths: {/a: {query: {parameters: [{name: p, in: query, schema: {const: 1}}]}}}
", to_3_0), @"
    openapi: 3.0.4
    paths:
      /a:
        x-query:
          parameters:
            - name: p
              in: query
              schema:
                enum:
                  - 1
          responses:
            default:
              description: ''
    a.yaml:2:21: info[OAS153]: OpenAPI 3.0 needs `responses`; a `default` that says nothing stands for them
    a.yaml:2:14: warning[OAS152]: OpenAPI 3.0 has no `query`; it is kept as `x-query`
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
