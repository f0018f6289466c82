//! Documents of OpenAPI 3.1 and 3.2 as older ones: what an older version has no place for is moved, or told.

#[path = "convert/document.rs"]
mod document;

use oasmith_spec::convert::{to_3_0, to_3_1};

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
paths: {/a: {get: {security: [{tls: []}, {login: [scope]}], responses: {}}, put: {security: [{tls: []}], responses: {}}}}
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
            - login:
                - scope
          responses: {}
        put:
          security:
            - {}
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
    a.yaml:3:31: warning[OAS152]: OpenAPI 3.0 has no `mutualTLS`; this way is left out, and the others are left
    a.yaml:3:94: warning[OAS152]: OpenAPI 3.0 has no `mutualTLS`; nothing guards this in what is written
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
fn an_operation_of_a_shared_path_item_has_its_id_once() {
    insta::assert_snapshot!(document::converted("\
openapi: 3.1.0
paths: {/a: {$ref: '#/components/pathItems/P'}, /b: {$ref: '#/components/pathItems/P'}}
components: {pathItems: {P: {get: {operationId: p, responses: {}}}}}
", to_3_0), @"
    openapi: 3.0.4
    paths:
      /a:
        get:
          operationId: p
          responses: {}
      /b:
        get:
          responses: {}
    components: {}
    a.yaml:3:49: info[OAS105]: operation id `p` is written once, and its operation stands under `/b` too
    ");
}
