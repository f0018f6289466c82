//! What one part has in place and another one behind a reference is the same.

mod merging;

use merging::check_named;
use oasmith_spec::merge::{NameChoice, Policies};

fn check(first: &str, second: &str) -> String {
    check_named(
        &[("a.yaml", first), ("b.yaml", second)],
        &Policies::default(),
    )
}

#[test]
fn equal_operations_are_one_wherever_their_parts_stand() {
    insta::assert_snapshot!(check(
        "
openapi: 3.1.0
security: [{ key: [] }]
paths:
  /a:
    put:
      parameters: [{ $ref: '#/components/parameters/q' }]
      requestBody: { content: { a/b: { schema: { $ref: '#/components/schemas/Tree' } } } }
      responses: { '200': { $ref: '#/components/responses/Ok' } }
components:
  parameters: { q: { name: q, in: query } }
  responses: { Ok: { description: fine } }
  schemas: { Tree: { properties: { of: { $ref: '#/components/schemas/Tree' } } } }
",
        "
openapi: 3.1.0
security: []
paths:
  /a:
    put:
      parameters: [{ name: q, in: query }]
      requestBody: { $ref: '#/components/requestBodies/Body' }
      responses: { '200': { description: fine } }
      security: [{ key: [] }]
components:
  requestBodies:
    Body: { content: { a/b: { schema: { properties: { of: { $ref: '#/components/schemas/Tree' } } } } } }
",
    ), @"
    openapi: 3.1.0
    security:
      - key: []
    paths:
      /a:
        put:
          parameters:
            - $ref: '#/components/parameters/q'
          requestBody:
            content:
              a/b:
                schema:
                  $ref: '#/components/schemas/Tree'
          responses:
            '200':
              $ref: '#/components/responses/Ok'
    components:
      parameters:
        q:
          name: q
          in: query
      responses:
        Ok:
          description: fine
      schemas:
        Tree:
          properties:
            of:
              $ref: '#/components/schemas/Tree'
      requestBodies:
        Body:
          content:
            a/b:
              schema:
                properties:
                  of:
                    $ref: '#/components/schemas/Tree'
    ");
}

#[test]
fn what_differs_is_shown_past_what_is_the_same() {
    insta::assert_snapshot!(check(
        "{openapi: 3.1.0, paths: {/a: {get: {responses: {'200': {$ref: '#/components/responses/Ok'}, '404': {$ref: '#/components/responses/Ok'}}}}},
          components: {responses: {Ok: {description: fine}}}}",
        "{openapi: 3.1.0, paths: {/a: {get: {responses: {'200': {description: fine}, '404': {description: gone}}}}}}",
    ), @"
    openapi: 3.1.0
    paths:
      /a:
        get:
          responses:
            '200':
              $ref: '#/components/responses/Ok'
            '404':
              $ref: '#/components/responses/Ok'
    components:
      responses:
        Ok:
          description: fine
    b.yaml:1:84: error[OAS101]: `GET /a` is described twice, and differs at `/responses/404/$ref`
      a.yaml:1:107: from this
      help: remove one of the two, make them equal, or choose by `operations` in `[merge.clashes]`
    ");
    // Data may look like a reference, and a discriminator chooses by name.
    insta::assert_snapshot!(check(
        "{openapi: 3.1.0, components: {schemas: {
            A: {example: {$ref: '#/components/schemas/X'}},
            B: {discriminator: {propertyName: a}, oneOf: [{$ref: '#/components/schemas/X'}]}, X: {type: object}}}}",
        "{openapi: 3.1.0, components: {schemas: {
            A: {example: {type: object}}, B: {discriminator: {propertyName: a}, oneOf: [{type: object}]}}}}",
    ), @"
    openapi: 3.1.0
    components:
      schemas:
        A:
          example:
            $ref: '#/components/schemas/X'
        B:
          discriminator:
            propertyName: a
          oneOf:
            - $ref: '#/components/schemas/X'
        X:
          type: object
    b.yaml:2:26: error[OAS102]: `#/components/schemas/A` is described twice, and differs at `/example/$ref`
      a.yaml:2:33: from this
      help: rename one of the two, make them equal, or choose by `components` in `[merge.clashes]`
    b.yaml:2:89: error[OAS102]: `#/components/schemas/B` is described twice, and differs at `/oneOf/0/$ref`
      a.yaml:3:66: from this
      help: rename one of the two, make them equal, or choose by `components` in `[merge.clashes]`
    ");
}

#[test]
fn a_parameter_of_an_operation_stands_for_one_that_its_path_refers_to() {
    insta::assert_snapshot!(check(
        "
openapi: 3.1.0
paths:
  /a:
    parameters: [{ $ref: '#/components/parameters/q' }, { $ref: '#/components/parameters/r' }]
    get: { parameters: [{ name: q, in: query, required: true }] }
components: { parameters: { q: { name: q, in: query }, r: { name: r, in: query } } }
",
        "{openapi: 3.1.0, paths: {/a: {put: {}}}}",
    ), @"
    openapi: 3.1.0
    paths:
      /a:
        get:
          parameters:
            - $ref: '#/components/parameters/r'
            - name: q
              in: query
              required: true
        put: {}
    components:
      parameters:
        q:
          name: q
          in: query
        r:
          name: r
          in: query
    ");
}

#[test]
fn components_that_mean_the_same_are_not_told_apart() {
    let policies = Policies {
        components: NameChoice::Rename,
        ..Policies::default()
    };
    let parts = [
        (
            "a.yaml",
            "
openapi: 3.1.0
components:
  schemas: { Id: { type: string } }
  headers:
    Same: { schema: { $ref: '#/components/schemas/Id' } }
    Other: { schema: { $ref: '#/components/schemas/Id' } }
",
        ),
        (
            "b.yaml",
            "
openapi: 3.1.0
components:
  schemas: { Id: { type: integer } }
  headers: { Same: { schema: { type: string } }, Other: { schema: { $ref: '#/components/schemas/Id' } } }
",
        ),
        (
            "c.yaml",
            "{openapi: 3.1.0, components: {headers: {Other: {schema: {type: integer}}}}}",
        ),
    ];
    insta::assert_snapshot!(check_named(&parts, &policies), @"
    openapi: 3.1.0
    components:
      schemas:
        Id:
          type: string
        BId:
          type: integer
      headers:
        Same:
          schema:
            $ref: '#/components/schemas/Id'
        Other:
          schema:
            $ref: '#/components/schemas/Id'
        BOther:
          schema:
            $ref: '#/components/schemas/BId'
    b.yaml:4:26: info[OAS102]: `#/components/schemas/Id` is described twice, and differs at `/type`
      a.yaml:4:26: from this
      help: the second is called `BId`
    b.yaml:5:57: info[OAS102]: `#/components/headers/Other` is described twice, and refers to components that differ
      a.yaml:7:12: and here
      help: the second is called `BOther`
    ");
}

#[test]
fn null_around_a_reference_is_one_thing_in_both_versions() {
    let parts = [
        (
            "a.yaml",
            "3.0.3",
            "{allOf: [{$ref: '#/components/schemas/Key'}], nullable: true, description: d}",
        ),
        (
            "b.yaml",
            "3.1.0",
            "{anyOf: [{$ref: '#/components/schemas/Key'}, {type: 'null'}], description: d}",
        ),
    ];
    let parts = parts.map(|(name, version, key)| {
        let schemas = format!("{{Key: {{type: string}}, Pet: {{properties: {{key: {key}}}}}}}");
        (name, format!("{{openapi: {version}, info: {{title: t, version: '1'}}, paths: {{}}, components: {{schemas: {schemas}}}}}"))
    });
    let parts: Vec<(&str, &str)> = parts.iter().map(|it| (it.0, &*it.1)).collect();
    let said = merging::check_named(&parts, &Policies::default());
    insta::assert_snapshot!(said.split_once("Pet:").unwrap_or_default().1, @"

          properties:
            key:
              description: d
              anyOf:
                - $ref: '#/components/schemas/Key'
                - type: 'null'
    a.yaml:1:11: info[OAS154]: `a.yaml` is OpenAPI 3.0, and merged as 3.1.0
      b.yaml:1:11: the highest version
    ");
}
