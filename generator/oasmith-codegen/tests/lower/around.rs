//! How what stands around schemas is translated: security, tags, servers, references between operations, and names.

use super::{check, lowered_as};
use insta::assert_snapshot;
use oasmith_codegen::{Options, ir};

/// What an operation `show` with these members becomes, and what was said, in a document that ends with `rest`.
fn shown(operation: &str, rest: &str) -> String {
    check(&format!(
        "paths:\n  /p: {{ get: {{ operationId: show, responses: {{ '204': {{ description: ok }} }}{operation} }} }}\n{rest}"
    ))
}

fn lines(text: &str, starts: &[&str]) -> String {
    let lines = text.lines().map(str::trim);
    let lines = lines.filter(|it| {
        starts
            .iter()
            .any(|start| it.starts_with(start) || it.contains("[OAS"))
    });
    lines.collect::<Vec<_>>().join("\n")
}

#[test]
fn ways_to_authenticate() {
    let schemes = [
        "{ type: apiKey, in: header, name: X-Key }",
        "{ type: apiKey, in: query, name: key }",
        "{ type: apiKey, in: cookie, name: sid }",
        "{ type: http, scheme: basic }",
        "{ type: http, scheme: Bearer, bearerFormat: JWT }",
        "{ type: http, scheme: digest }",
        "{ type: oauth2, flows: {} }",
        "{ type: oauth2, flows: { clientCredentials: { tokenUrl: 'https://a.example/t', scopes: { read: '' } } } }",
        "{ type: oauth2, flows: { password: { tokenUrl: 'https://a.example/t', scopes: {} } } }",
        "{ type: oauth2, flows: { password: { tokenUrl: auth/token?a=b, scopes: {} } } }",
        "{ type: oauth2, flows: { password: { tokenUrl: 'ftp://a.example/{t}', scopes: {} } } }",
        "{ type: oauth2, flows: { authorizationCode: { authorizationUrl: 'https://a.example/', tokenUrl: 'https://a.example/t', refreshUrl: 'https://a.example/r', scopes: {} } } }",
        "{ type: oauth2, flows: { deviceAuthorization: { deviceAuthorizationUrl: 'https://a.example/', tokenUrl: 'https://a.example/t', scopes: {} } } }",
        "{ type: oauth2, flows: { implicit: { authorizationUrl: 'https://a.example/', scopes: {} } } }",
        "{ type: openIdConnect, openIdConnectUrl: 'https://a.example/.well-known/openid-configuration' }",
        "{ type: mutualTLS }",
    ];
    let pages = schemes.map(|it| {
        let components = format!("components: {{ securitySchemes: {{ it: {it} }} }}\n");
        let said = shown(", security: [{ it: [] }]", &components);
        format!(
            "{it}\n  {}",
            lines(&said, &["scheme", "needs"]).replace('\n', "\n  ")
        )
    });
    assert_snapshot!(pages.join("\n"), @"
    { type: apiKey, in: header, name: X-Key }
      scheme it header X-Key
      needs it
    { type: apiKey, in: query, name: key }
      scheme it query key
      needs it
    { type: apiKey, in: cookie, name: sid }
      scheme it cookie sid
      needs it
    { type: http, scheme: basic }
      scheme it basic
      needs it
    { type: http, scheme: Bearer, bearerFormat: JWT }
      scheme it bearer
      needs it
    { type: http, scheme: digest }
      scheme it header Authorization
      needs it
    { type: oauth2, flows: {} }
      scheme it bearer
      needs it
    { type: oauth2, flows: { clientCredentials: { tokenUrl: 'https://a.example/t', scopes: { read: '' } } } }
      scheme it bearer ClientCredentials at https://a.example/t
      needs it
    { type: oauth2, flows: { password: { tokenUrl: 'https://a.example/t', scopes: {} } } }
      scheme it bearer Password at https://a.example/t
      needs it
    { type: oauth2, flows: { password: { tokenUrl: auth/token?a=b, scopes: {} } } }
      scheme it bearer Password at auth/token?a=b
      needs it
    { type: oauth2, flows: { password: { tokenUrl: 'ftp://a.example/{t}', scopes: {} } } }
      scheme it bearer
      needs it
    { type: oauth2, flows: { authorizationCode: { authorizationUrl: 'https://a.example/', tokenUrl: 'https://a.example/t', refreshUrl: 'https://a.example/r', scopes: {} } } }
      scheme it bearer RefreshToken at https://a.example/r
      needs it
    { type: oauth2, flows: { deviceAuthorization: { deviceAuthorizationUrl: 'https://a.example/', tokenUrl: 'https://a.example/t', scopes: {} } } }
      scheme it bearer RefreshToken at https://a.example/t
      needs it
    { type: oauth2, flows: { implicit: { authorizationUrl: 'https://a.example/', scopes: {} } } }
      scheme it bearer
      needs it
    { type: openIdConnect, openIdConnectUrl: 'https://a.example/.well-known/openid-configuration' }
      scheme it bearer
      needs it
    { type: mutualTLS }
    ");
}

#[test]
fn a_scheme_is_not_called_as_what_the_builder_has_anyway() {
    let components = "components: { securitySchemes: { new: { type: http, scheme: basic }, build: { type: http, scheme: basic } } }\n";
    let said = shown(", security: [{ new: [] }]", components);
    assert_snapshot!(lines(&said, &["scheme"]), @"
    scheme new_scheme basic
    scheme build_scheme basic
    api.yaml:5:39: info[OAS510]: `new` is named `new_scheme` in Rust, since its own name is taken
    api.yaml:5:77: info[OAS510]: `build` is named `build_scheme` in Rust, since its own name is taken
    ");
}

#[test]
fn what_an_operation_requires() {
    let components = "security: [{ key: [] }]
components: { securitySchemes: { key: { type: apiKey, in: header, name: X-Key }, user: { type: http, scheme: basic }, token: { type: oauth2, flows: {} }, tls: { type: mutualTLS } } }
";
    let operations = [
        "",
        ", security: []",
        ", security: [{}]",
        ", security: [{ token: [read, write] }]",
        ", security: [{ key: [], user: [] }]",
        ", security: [{ key: [] }, { user: [] }, {}]",
        ", security: [{ tls: [], key: [] }]",
        ", security: [{ tls: [] }, { key: [] }]",
        ", security: [{ other: [] }, { key: [] }]",
        ", security: [{ other: [] }]",
    ];
    let pages = operations.map(|it| {
        let said = shown(it, components);
        let said = lines(&said, &["needs", "skipped"]);
        format!(
            "{}\n  {}",
            it.trim_start_matches(", "),
            said.replace('\n', "\n  ")
        )
    });
    assert_snapshot!(pages.join("\n"), @"

      needs key
    security: []
      
    security: [{}]
      
    security: [{ token: [read, write] }]
      needs token with read write
    security: [{ key: [], user: [] }]
      needs key and user
    security: [{ key: [] }, { user: [] }, {}]
      needs key, or user, or nothing
    security: [{ tls: [], key: [] }]
      needs key
    security: [{ tls: [] }, { key: [] }]
      needs nothing, or key
      api.yaml:4:89: warning[OAS509]: a client's certificate is one way to authenticate, and only what ends TLS sees it: the server takes requests without any credentials
    security: [{ other: [] }, { key: [] }]
      needs key
      api.yaml:4:89: warning[OAS509]: this way to authenticate is left out: it requires the security scheme `other`, which is not declared
    security: [{ other: [] }]
      needs other
      api.yaml:4:89: warning[OAS509]: nothing is known of the security scheme `other`, so its credentials are what stands in `Authorization`
    ");
}

#[test]
fn tags_are_traits() {
    let document = "
tags: [{ name: pets }, { name: big-pets, parent: pets, kind: nav }]
paths:
  /none: { get: { operationId: none, responses: { '204': { description: ok } } } }
  /several: { get: { operationId: several, tags: [big-pets, pets], responses: { '204': { description: ok } } } }
  /odd: { get: { operationId: odd, tags: ['+1 & $$'], responses: { '204': { description: ok } } } }
  /same: { get: { operationId: same, tags: [Big Pets], responses: { '204': { description: ok } } } }
  /empty: { get: { operationId: empty, tags: [''], responses: { '204': { description: ok } } } }
  /default: { get: { operationId: untagged, tags: [default], responses: { '204': { description: ok } } } }
";
    assert_snapshot!(check(document), @"
    trait DefaultApi in default
      none GET /none (none)
        -> 204 ()
      untagged GET /default (untagged)
        -> 204 ()
    trait BigPetsApi in big_pets
      several GET /several (several)
        -> 204 ()
    trait Plus1Api in plus_1
      odd GET /odd (odd)
        -> 204 ()
    trait BigPetsApiTag in big_pets_tag
      same GET /same (same)
        -> 204 ()
    trait Api in empty
      empty GET /empty (empty)
        -> 204 ()
    ");
}

/// OAS 3.2, Path Item Object: `query` is a method of its own, `additionalOperations` holds any others.
#[test]
fn methods_of_later_versions() {
    let document = "
paths:
  /p:
    query: { operationId: find, requestBody: { content: { application/json: { schema: { type: string } } } }, responses: { '204': { description: ok } } }
    additionalOperations:
      COPY: { responses: { '204': { description: ok } } }
      purge: { responses: { '204': { description: ok } } }
      'A B': { responses: { '204': { description: ok } } }
      POST: { responses: { '204': { description: ok } } }
    trace: { operationId: trace, responses: { '204': { description: ok } } }
    head: { operationId: head, responses: { '200': { description: ok, content: { application/json: {} } } } }
";
    let (api, said) = lowered_as("3.2.0", document, &Options::default());
    assert_snapshot!(format!("{}{said}", ir::print(&api)), @r#"
    api pets from "Pets" 1
    trait DefaultApi in default
      find QUERY /p (find)
        body: application/json String?
        -> 204 ()
      copy_p COPY /p (copy_p)
        -> 204 ()
      purge_p purge /p (purge_p)
        -> 204 ()
      post_p POST /p (post_p)
        -> 204 ()
      trace TRACE /p (trace)
        -> 204 ()
      head HEAD /p (head)
        -> 200 ()
    skipped A B /p: `A B` is no method of HTTP
    api.yaml:9:7: warning[OAS505]: A B /p is left out: `A B` is no method of HTTP
    "#);
}

#[test]
fn servers_of_operations_have_variables() {
    let document = "
servers: [{ url: 'https://{region}.example/{version}', variables: { region: { default: eu, enum: [eu, us] }, version: { default: v1 } } }, { url: /test, description: Test server. }]
paths:
  /path:
    servers: [{ url: 'https://{host}.example', variables: { host: { default: files } } }, { url: 'https://other.example' }]
    get: { operationId: ofPath, responses: { '204': { description: ok } } }
    put: { operationId: ofOperation, servers: [{ url: '/{base}', variables: { base: { default: up } } }], responses: { '204': { description: ok } } }
    post: { operationId: unknown, servers: [{ url: 'https://{nobody}.example' }], responses: { '204': { description: ok } } }
";
    assert_snapshot!(check(document), @r#"
    server RegionExampleVersionServer https://{region}.example/{version} (region="eu", version="v1")
    server TestServer /test ()
    trait DefaultApi in default
      of_path GET /path (ofPath)
        at https://files.example
        -> 204 ()
      of_operation PUT /path (ofOperation)
        at /up
        -> 204 ()
      unknown POST /path (unknown)
        -> 204 ()
    api.yaml:6:22: info[OAS516]: of the servers there are here, calls go to `https://files.example`
    api.yaml:8:55: info[OAS516]: of the servers there are here, calls go to `/up`
    api.yaml:9:52: warning[OAS516]: `https://{nobody}.example` is no URL to send requests to, so the server of the API is taken
    "#);
}

#[test]
fn operations_are_named_by_their_ids_or_paths() {
    let document = "
paths:
  /pets/{petId}/toys.json:
    get: { responses: { '204': { description: ok } } }
    put: { operationId: 'pets/update-toys', responses: { '204': { description: ok } } }
    post: { operationId: type, responses: { '204': { description: ok } } }
    patch: { operationId: type, responses: { '204': { description: ok } } }
    delete: { operationId: Größe löschen, responses: { '204': { description: ok } } }
    head: { operationId: '3d', responses: { '204': { description: ok } } }
    trace: { operationId: '', responses: { '204': { description: ok } } }
  /: { get: { responses: { '204': { description: ok } } } }
";
    assert_snapshot!(check(document), @"
    trait DefaultApi in default
      get_pets_by_pet_id_toys_json GET /pets/{petId}/toys.json (get_pets_by_petId_toys.json)
        path pet_id (petId): String
        -> 204 ()
      pets_update_toys PUT /pets/{petId}/toys.json (pets/update-toys)
        path pet_id (petId): String
        -> 204 ()
      r#type POST /pets/{petId}/toys.json (type)
        path pet_id (petId): String
        -> 204 ()
      patch_pets_by_pet_id_toys_json PATCH /pets/{petId}/toys.json (patch_pets_by_petId_toys.json)
        path pet_id (petId): String
        -> 204 ()
      grosse_loschen DELETE /pets/{petId}/toys.json (Größe löschen)
        path pet_id (petId): String
        -> 204 ()
      n3d HEAD /pets/{petId}/toys.json (3d)
        path pet_id (petId): String
        -> 204 ()
      trace_pets_by_pet_id_toys_json TRACE /pets/{petId}/toys.json (trace_pets_by_petId_toys.json)
        path pet_id (petId): String
        -> 204 ()
      get GET / (get)
        -> 204 ()
    ");
}

#[test]
fn references_lead_anywhere() {
    let document = "
paths:
  /a:
    parameters: [{ $ref: '#/components/parameters/Limit' }]
    get: &get
      operationId: a
      responses: { '200': { $ref: '#/components/responses/Pet' }, '404': { $ref: '#/paths/~1b/get/responses/404' } }
  /b:
    get:
      operationId: b
      parameters: [{ $ref: '#/paths/~1a/parameters/0' }]
      requestBody: { $ref: '#/components/requestBodies/Pet' }
      responses:
        '404': { description: gone, headers: { X-Why: { $ref: '#/components/headers/Why' } }, content: { application/json: { schema: { type: object, properties: { why: { type: string } } } } } }
  /c: { $ref: '#/paths/~1b' }
components:
  parameters: { Limit: { name: limit, in: query, schema: { $ref: '#/components/schemas/Limit' } } }
  headers: { Why: { schema: { type: string } } }
  requestBodies: { Pet: { content: { application/json: { schema: { $ref: '#/components/schemas/Pet' } } } } }
  responses: { Pet: { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Pet' } } } } }
  schemas: { Limit: { type: integer, maximum: 9 }, Pet: { type: object, properties: { name: { type: string } } } }
";
    assert_snapshot!(check(document), @"
    struct Pet in pet [sent answered]
      name: String?
    struct ANotFoundError in a_not_found_error [answered]
      why: String?
    struct BNotFoundError in b_not_found_error [answered]
      why: String?
    struct GetCNotFoundError in get_c_not_found_error [answered]
      why: String?
    trait DefaultApi in default
      a GET /a (a)
        query limit: I64? <=9
        -> 200 application/json Pet
        !! AOperationError::NotFound AOperationErrorNotFound 404 application/json ANotFoundError with X-Why: String
      b GET /b (b)
        query limit: I64? <=9
        body: application/json Pet?
        -> 2XX ()
        !! BError::NotFound BErrorNotFound 404 application/json BNotFoundError with X-Why: String
      get_c GET /c (get_c)
        query limit: I64? <=9
        body: application/json Pet?
        -> 2XX ()
        !! GetCError::NotFound GetCErrorNotFound 404 application/json GetCNotFoundError with X-Why: String
    ");
}

#[test]
fn what_errors_are_called_that_operations_share_is_what_they_hold() {
    let answers = |statuses: &[&str], schema: &str| {
        let content = format!(
            "{{ description: '', content: {{ application/json: {{ schema: {{ $ref: '#/components/schemas/{schema}' }} }} }} }}"
        );
        let answers = statuses.iter().map(|it| format!("'{it}': {content}"));
        answers.collect::<Vec<_>>().join(", ")
    };
    let cases = [
        (&["default", "4XX"][..], "ErrorResponse"),
        (&["500"], "Error"),
        (&["401"], "Unauthorized"),
        (&["403", "404"], "ProblemError"),
        // The name of a model is taken.
        (&["409"], "Error"),
        (&["400", "401", "403", "404"], "Error"),
    ];
    let mut paths = String::new();
    for (at, (statuses, schema)) in cases.into_iter().enumerate() {
        for method in ["get", "put"] {
            let answers = answers(statuses, schema);
            paths += &format!(
                "  /{method}{at}: {{ {method}: {{ operationId: {method}{at}, responses: {{ '204': {{ description: '' }}, {answers} }} }} }}\n"
            );
        }
    }
    let names = [
        "ErrorResponse",
        "Error",
        "Unauthorized",
        "ProblemError",
        "ConflictError",
    ];
    let schemas = names.map(|it| format!("{it}: {{ properties: {{ why: {{ type: string }} }} }}"));
    let document = format!(
        "paths:\n  /all: {{ get: {{ responses: {{ '200': {{ description: '', content: {{ application/json: {{ schema: {{ $ref: '#/components/schemas/ConflictError' }} }} }} }} }} }} }}\n{paths}components: {{ schemas: {{ {} }} }}\n",
        schemas.join(", ")
    );
    let said = check(&document);
    let shared = said
        .lines()
        .filter_map(|it| it.trim().strip_prefix("!! as "));
    assert_snapshot!(shared.collect::<Vec<_>>().join("\n"), @"
    ClientOrDefaultError
    InternalServerError
    UnauthorizedError
    ForbiddenOrNotFoundProblemError
    Get4Error
    Get5Error
    ");
}

#[test]
fn operations_with_the_same_errors_share_a_type() {
    let document = "
paths:
  /a: { get: { responses: { '404': { $ref: '#/components/responses/Gone' } } } }
  /b: { get: { responses: { '404': { $ref: '#/components/responses/Gone' } } } }
  /c: { get: { responses: { '410': { $ref: '#/components/responses/Gone' } } } }
components:
  responses: { Gone: { description: gone, content: { application/json: { schema: { $ref: '#/components/schemas/Why' } } } } }
  schemas: { Why: { type: object, properties: { why: { type: string } } } }
";
    assert_snapshot!(check(document), @"
    struct Why in why [answered]
      why: String?
    trait DefaultApi in default
      get_a GET /a (get_a)
        -> 2XX ()
        !! NotFoundWhyError::NotFound 404 application/json Why
      get_b GET /b (get_b)
        -> 2XX ()
        !! as NotFoundWhyError
      get_c GET /c (get_c)
        -> 2XX ()
        !! GetCError::Gone 410 application/json Why
    ");
}

#[test]
fn components_that_are_no_schemas_name_what_stands_in_them() {
    let document = "
paths:
  /a:
    get: &get
      parameters: [{ $ref: '#/components/parameters/sort' }, { $ref: '#/components/parameters/kind' }]
      responses: { '200': { $ref: '#/components/responses/Page' }, '404': { $ref: '#/components/responses/LookupError' } }
  /b:
    get: *get
    put: &put
      requestBody: { $ref: '#/components/requestBodies/Kind' }
      responses: { '204': { description: ok, headers: { X-Mood: { $ref: '#/components/headers/mood' } } } }
    patch: *put
components:
  parameters:
    sort: { name: order, in: query, schema: { type: array, items: { type: string, enum: [up, down] } } }
    kind: { name: kind, in: query, schema: { type: string, enum: [x, y] } }
  headers: { mood: { schema: { type: string, enum: [good, bad] } } }
  requestBodies: { Kind: { content: { application/json: { schema: { type: object, properties: { a: {}, b: { type: object, required: [c], properties: { c: false } } } } } } } }
  responses:
    Page: { description: ok, headers: { X-By: { schema: { type: string, enum: [me, you] } } }, content: { application/json: { schema: { type: object, properties: { kinds: { type: array, items: { $ref: '#/components/schemas/Kind' } } } } } } }
    LookupError: { description: gone, content: { application/json: { schema: { type: object, properties: { why: { type: string } } } } } }
  schemas: { Kind: { type: string, enum: [x, y] } }
";
    assert_snapshot!(check(document), @r#"
    enum SortItem in sort [sent checked] Up="up" Down="down"
    enum KindParameter in kind_parameter [sent checked] X="x" Y="y"
    struct PageResponse in page_response [answered checked]
      kinds: [Kind]?
    enum Kind in kind [answered checked] X="x" Y="y"
    enum PageResponseXBy in page_response_x_by [answered checked] Me="me" You="you"
    struct LookupError in lookup_error [answered]
      why: String?
    struct KindRequest in kind_request [sent]
      a: Raw?
      b: KindRequestB?
    struct KindRequestB in kind_request [sent]
      c: Raw
    enum Mood in mood [answered checked] Good="good" Bad="bad"
    trait DefaultApi in default
      get_a GET /a (get_a)
        query order: [SortItem]?
        query kind: KindParameter?
        -> GetAOutput 200 application/json PageResponse with X-By: PageResponseXBy
        !! NotFoundLookupError::NotFound 404 application/json LookupError
      get_b GET /b (get_b)
        query order: [SortItem]?
        query kind: KindParameter?
        -> GetBOutput 200 application/json PageResponse with X-By: PageResponseXBy
        !! as NotFoundLookupError
      put_b PUT /b (put_b) degraded
        body: application/json KindRequest?
        -> PutBOutput 204 () with X-Mood: Mood
      patch_b PATCH /b (patch_b) degraded
        body: application/json KindRequest?
        -> PatchBOutput 204 () with X-Mood: Mood
    api.yaml:19:155: warning[OAS501]: a schema that allows no value is generated as raw JSON
    "#);
}

/// OAS 3.1, External Documentation Object: of the document, tags, operations and schemas.
#[test]
fn where_more_is_to_be_read_is_documentation() {
    let document = "
externalDocs: { url: 'https://a.example' }
tags: [{ name: pets, description: Pets., externalDocs: { url: 'https://b.example', description: More on pets. } }]
paths:
  /p:
    get:
      tags: [pets]
      summary: Shows it.
      externalDocs: { url: 'javascript:alert(1)', description: '[x](y' }
      responses: { '200': { description: ok, content: { application/json: { schema: { type: object, externalDocs: { url: 'https://c.example' }, properties: { a: { type: string, externalDocs: { url: 'https://d.example' } } } } } } } }
";
    let (api, _) = lowered_as("3.1.0", document, &Options::default());
    let group = &api.groups[0];
    let ir::TypeKind::Struct(it) = &api.types[0].kind else {
        panic!("{:?}", api.types[0].kind);
    };
    let docs = [
        &api.docs,
        &group.docs,
        &group.methods[0].docs,
        &api.types[0].docs,
        &it.fields[0].docs,
    ];
    let said = docs.map(|it| it.description.as_deref().unwrap_or_default());
    assert_eq!(
        said,
        [
            "See <https://a.example>",
            "Pets.\n\nMore on pets: <https://b.example>",
            "[x](y: <javascript:alert(1)>",
            "See <https://c.example>",
            "See <https://d.example>",
        ]
    );
}

/// OAS 3.1, Schema Object, `example`, and JSON Schema's `examples`.
#[test]
fn a_short_example_is_documentation() {
    let document = "
paths:
  /p:
    get:
      parameters: [{ name: q, in: query, example: [1, 2], schema: { type: array, items: { type: integer } } }]
      responses: { '200': { description: ok, content: { application/json: { schema: { type: object, properties: {
        bare: { type: string, example: Tom },
        said: { type: integer, description: How many., examples: [7, 8] },
        says_it: { type: string, description: 'Such as Tom.', example: Tom },
        open: { type: string, description: Anything, example: Rex },
        token: { type: string, example: t0p-53cr3t },
        code: { type: string, example: 'a`b' },
        kind: { type: string, enum: [a, b], example: a },
        long: { type: string, example: 0123456789012345678901234567890123456789012345678901234567890123456789 },
      } } } } } }
";
    let (api, _) = lowered_as("3.1.0", document, &Options::default());
    let fields = api.types.iter().find_map(|it| match &it.kind {
        ir::TypeKind::Struct(it) if it.fields.len() > 2 => Some(&it.fields),
        _ => None,
    });
    let said = fields.expect("a struct").iter().map(|it| {
        let said = it.docs.description.as_deref().unwrap_or("-");
        format!("{}: {}", it.wire, said.replace('\n', "|"))
    });
    assert_snapshot!(said.collect::<Vec<_>>().join("\n"), @"
    bare: For example `Tom`.
    said: How many. For example `7`.
    says_it: Such as Tom.
    open: Anything||For example `Rex`.
    token: -
    code: -
    kind: -
    long: -
    ");
    let parameter = &api.groups[0].methods[0].params[0];
    let said = parameter.docs.description.as_deref();
    assert_eq!(said, Some("For example `[1,2]`."));
}

#[test]
fn what_is_named_after_an_operation_gives_way_to_no_other() {
    let document = "
paths:
  /pets:
    get:
      operationId: listPets
      responses: { '204': { description: ok }, '404': { description: no, content: { text/plain: { schema: { type: string } } } } }
    put: { operationId: listPetsError, responses: { '204': { description: ok } } }
  /cats:
    put: { operationId: listCatsError, responses: { '204': { description: ok } } }
    get:
      operationId: listCats
      responses: { '204': { description: ok }, '404': { description: no, content: { text/plain: { schema: { type: string } } } } }
";
    let options = Options::default();
    let inputs = super::lowered(document, &options).0;
    let inputs = inputs.methods().map(|it| it.input.as_str().to_owned());
    assert_eq!(
        inputs.collect::<Vec<_>>(),
        [
            "ListPets",
            "ListPetsErrorOperation",
            "ListCatsError",
            "ListCatsOperation"
        ]
    );
}

#[test]
fn of_a_scheme_that_is_not_declared_credentials_travel_as_most_do() {
    let document = "
paths:
  /pets:
    get: { operationId: list, security: [{ token: [] }], responses: { '204': { description: ok } } }
    put: { operationId: open, security: [{ token: [] }, {}], responses: { '204': { description: ok } } }
";
    assert_snapshot!(check(document), @"
    scheme token header Authorization
    trait DefaultApi in default
      list GET /pets (list) degraded
        needs token
        -> 204 ()
      open PUT /pets (open)
        -> 204 ()
    api.yaml:5:42: warning[OAS509]: nothing is known of the security scheme `token`, so its credentials are what stands in `Authorization`
    api.yaml:6:42: warning[OAS509]: this way to authenticate is left out: it requires the security scheme `token`, which is not declared
    ");
}

#[test]
fn references_in_a_row_end_somewhere() {
    let chain = (0..3_000).map(|at| {
        let next = at + 1;
        format!("    A{at}: {{ $ref: '#/components/schemas/A{next}' }}\n    L{at}: {{ type: array, items: {{ $ref: '#/components/schemas/L{next}' }} }}\n")
    });
    let chain: String = chain.collect();
    for name in ["A0", "L0"] {
        let document = format!(
            "{}components:\n  schemas:\n{chain}    A3000: {{ type: string }}\n    L3000: {{ type: string }}\n",
            super::answering(&format!("{{ $ref: '#/components/schemas/{name}' }}"))
        );
        let said = check(&document);
        assert!(said.contains("warning[OAS501]"), "{name}: {said}");
    }
}

#[test]
fn the_longest_names_have_room_for_what_is_behind_them() {
    let id = "x".repeat(200);
    let body = "content: { text/plain: { schema: { type: string } } }";
    let said = check(&format!(
        "paths:\n  /p: {{ get: {{ operationId: {id}, responses: {{ '204': {{ description: ok }}, '404': {{ description: none, {body} }} }} }} }}\n"
    ));
    let name = "x".repeat(79);
    assert!(said.contains(&format!("X{name}Error::NotFound")), "{said}");
}

#[test]
fn what_an_answer_leads_to_is_told_of_the_operation() {
    let document = "
paths:
  /p:
    get:
      operationId: show
      summary: Shows it.
      responses:
        '200': { description: ok, links: { a: { operationId: 'list`Pets', parameters: { id: '$response.body#/id', of: 2, data: { x: 1 } } }, b: { $ref: '#/components/links/B' } } }
        '404': { description: no, links: { b: { $ref: '#/components/links/B' }, lost: { $ref: '#/components/links/C' }, none: {} } }
components: { links: { B: { operationRef: '#/paths/~1p/get' } } }
";
    let (api, _) = lowered_as("3.1.0", document, &Options::default());
    let docs = &api.methods().next().expect("an operation").docs;
    assert_snapshot!(docs.description.as_deref().unwrap_or_default(), @"
    - leads to `listPets`, where `id` is `$response.body#/id` and `of` is `2`
    - leads to `#/paths/~1p/get`
    ");
}
