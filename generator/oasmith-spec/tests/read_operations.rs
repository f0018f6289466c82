//! Paths, operations and what belongs to them, as the model has them.

#[path = "read/document.rs"]
mod document;

use insta::assert_snapshot;
use oasmith_spec::model::{Example, Parameter, ParameterStyle, RefOr, print};

/// A document without faults, as an outline.
fn outline(text: &str) -> String {
    let (document, said) = document::written(text).read();
    assert_eq!(said, "");
    print(&document)
}

#[test]
fn a_document_is_read_in_the_order_of_writing() {
    let outline = outline("
openapi: 3.1.0
info: { title: Cats, version: '2' }
servers: [{ url: 'https://{host}/v1', variables: { host: { default: example.com } } }]
security: [{ token: [] }, {}]
tags: [{ name: Cat }]
paths:
  /cats/{id}:
    parameters: [{ name: id, in: path, schema: { type: string } }]
    put:
      operationId: putCat
      tags: [Cat]
      requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/Cat' } } } }
      responses:
        default: { $ref: '#/components/responses/Failed' }
        '200': { description: put, headers: { ETag: { schema: { type: string } } } }
    get:
      security: []
      parameters: [{ $ref: '#/components/parameters/Fields' }]
      responses: { 4XX: { description: none, content: { text/plain: {} } } }
      callbacks: { seen: { '{$request.query.url}': { post: { responses: { '204': { description: ok } } } } } }
webhooks:
  born: { post: { requestBody: { content: { application/json: { schema: true } } } } }
components:
  schemas:
    Cat: { type: object, required: [id], properties: { id: { type: integer, format: int64 }, kittens: { type: array, items: { $ref: '#/components/schemas/Cat' } } } }
  parameters:
    Fields: { name: fields, in: query, schema: { type: array, items: { type: string } } }
  responses:
    Failed: { description: failed, content: { application/json: { schema: { type: object, additionalProperties: { type: string } } } } }
  securitySchemes:
    token: { type: http, scheme: Bearer }
    key: { type: apiKey, in: header, name: X-Key }
    other: { $ref: '#/components/securitySchemes/key' }
");
    assert_snapshot!(outline, @"
    openapi 3.1.0
    info Cats 2
    server https://{host}/v1
    security token | nothing
    tag Cat
    paths
      /cats/{id}
        path id: string
        PUT putCat [Cat]
          body application/json Cat
          default -> #/components/responses/Failed
          200
            header ETag
        GET (no id) []
          security nothing
          parameter -> #/components/parameters/Fields
          4XX text/plain
          callback seen
            {$request.query.url}
              POST (no id) []
                204
    webhooks
      born
        POST (no id) []
          body? application/json any
    schemas
      Cat: object
        id: integer(int64)
        kittens?: [Cat]
    parameters
      Fields: query fields?: [string]
    responses
      Failed application/json {*: string}
    security schemes
      token: HTTP bearer
      key: API key header X-Key
      other: API key header X-Key
    ");
}

#[test]
fn path_items_are_followed_and_their_siblings_count() {
    let outline = outline(
        "
openapi: 3.1.0
info: { title: T, version: '1' }
paths:
  /a: { $ref: '#/components/pathItems/Shared' }
  /b:
    $ref: '#/paths/~1a'
    get: { operationId: mine }
webhooks: { w: { $ref: '#/components/pathItems/Shared' } }
components:
  pathItems:
    Shared: { get: { operationId: shared }, delete: { operationId: gone } }
",
    );
    assert_snapshot!(outline, @"
    openapi 3.1.0
    info T 1
    paths
      /a
        GET shared []
        DELETE gone []
      /b
        DELETE gone []
        GET mine []
    webhooks
      w
        GET shared []
        DELETE gone []
    ");
}

#[test]
fn path_items_that_lead_back_to_themselves_are_refused() {
    let (_, said) = document::written(
        "
openapi: 3.1.0
info: { title: T, version: '1' }
paths:
  /a: { $ref: '#/components/pathItems/A' }
  /c: { $ref: '#/components/pathItems/C' }
components:
  pathItems:
    A: { $ref: '#/components/pathItems/B' }
    B: { $ref: '#/components/pathItems/A' }
    C: { post: { callbacks: { again: { url: { $ref: '#/components/pathItems/C' } } } } }
",
    )
    .read();
    assert_snapshot!(said, @"
    9:16: error[OAS135]: the reference leads back to itself
      8:8: it is inside of this
    10:53: error[OAS135]: the reference leads back to itself
      10:8: it is inside of this
    ");
}

#[test]
fn path_items_that_multiply_are_refused() {
    let mut text =
        "{ openapi: 3.1.0, info: { title: T, version: '1' }, components: { pathItems: {".to_owned();
    for level in 0..40 {
        let next = level + 1;
        let callback = format!("{{ url: {{ $ref: '#/components/pathItems/P{next}' }} }}");
        text +=
            &format!("P{level}: {{ get: {{ callbacks: {{ a: {callback}, b: {callback} }} }} }},\n");
    }
    text += "P40: {} } }, paths: { /a: { $ref: '#/components/pathItems/P0' } } }";
    let (_, said) = document::written(&text).read();
    let first = said.lines().next().unwrap_or_default();
    assert!(first.contains("OAS023"), "{first}");
}

#[test]
fn operations_of_32_are_read_in_32_only() {
    let parts = "
paths:
  /a:
    query: { operationId: find }
    additionalOperations: { LOCK: { operationId: lock } }
    get:
      parameters: [{ name: all, in: querystring, content: { application/json: {} } }]
      responses: { '200': { content: { text/event-stream: { itemSchema: { type: string } } } } }
components: { mediaTypes: { M: {} } }
tags: [{ name: T, parent: P, kind: nav, summary: S }]
info: { title: T, version: '1' }
openapi: ";
    assert_snapshot!(outline(&format!("{parts}3.2.0")), @"
    openapi 3.2.0
    info T 1
    tag T
    paths
      /a
        QUERY find []
        LOCK lock []
        GET (no id) []
          querystring all?: application/json
          200 text/event-stream stream of string
    ");
    let (document, _) = document::written(&format!("{parts}3.1.0")).read();
    assert_eq!(document.paths["/a"].operations.len(), 1);
}

#[test]
fn style_and_explode_default_by_place() {
    let (document, _) = document::written(
        "
openapi: 3.1.0
info: { title: T, version: '1' }
components:
  parameters:
    path: { name: a, in: path, schema: {} }
    query: { name: a, in: query, schema: {} }
    header: { name: a, in: header, schema: {} }
    cookie: { name: a, in: cookie, schema: {} }
    pipes: { name: a, in: query, style: pipeDelimited, schema: {} }
    joined: { name: a, in: query, explode: false, schema: {} }
",
    )
    .read();
    use ParameterStyle as S;
    let style = |name: &str| match &document.components.parameters[name] {
        RefOr::Value(it) => {
            let Parameter {
                style,
                explode,
                required,
                ..
            } = **it;
            (style, explode, required)
        }
        RefOr::Ref(_) => unreachable!("none is a reference"),
    };
    assert_eq!(style("path"), (S::Simple, false, true));
    assert_eq!(style("query"), (S::Form, true, false));
    assert_eq!(style("header"), (S::Simple, false, false));
    assert_eq!(style("cookie"), (S::Form, true, false));
    assert_eq!(style("pipes"), (S::PipeDelimited, false, false));
    assert_eq!(style("joined"), (S::Form, false, false));
}

#[test]
fn examples_of_media_types_are_values() {
    let (document, said) = document::written(
        "
openapi: 3.1.0
info: { title: T, version: '1' }
components:
  requestBodies:
    B:
      content:
        text/plain:
          examples:
            here: { value: a }
            there: { $ref: '#/components/examples/E' }
            away: { externalValue: 'https://example.com' }
            lost: { $ref: '#/nothing' }
  examples: { E: { value: b } }
",
    )
    .read();
    assert_eq!(said, "");
    let RefOr::Value(body) = &document.components.request_bodies["B"] else {
        unreachable!("not a reference");
    };
    let examples = &body.content["text/plain"].examples;
    let text = |it: &Example| Some((it.name.clone()?, it.value.as_str()?.to_owned()));
    let texts: Vec<_> = examples.iter().filter_map(text).collect();
    assert_eq!(
        texts,
        [("here", "a"), ("there", "b")].map(|it| (it.0.to_owned(), it.1.to_owned()))
    );
}

#[test]
fn an_operation_id_without_a_letter_is_none() {
    let outline = outline(
        "
openapi: 3.1.0
info: { title: Cats, version: '2' }
paths:
  /cats: { get: { operationId: '', responses: { '204': { description: ok } } } }
  /dogs: { get: { operationId: '--', responses: { '204': { description: ok } } } }
  /eels: { get: { operationId: 'é', responses: { '204': { description: ok } } } }
",
    );
    assert_snapshot!(outline, @"
    openapi 3.1.0
    info Cats 2
    paths
      /cats
        GET (no id) []
          204
      /dogs
        GET (no id) []
          204
      /eels
        GET é []
          204
    ");
}
