//! What each form of a document becomes, as the outline of the IR.
//!
//! Every case is the least document that shows it: `paths` and `components` only, the rest is put around them.

mod around;
mod book;
mod bounds;
mod boxes;
mod choices;
mod composed;
mod directions;
mod fields;
mod formats;
mod groups;
mod named;
mod paging;
mod parameters;
mod unions;
mod values;

use insta::assert_snapshot;
use oasmith_codegen::{Options, ir, lower};
use oasmith_source::{Diagnostics, SourceMap, render};
use oasmith_spec::recover::Ledger;
use oasmith_spec::{Node, extract, parse, read, recover, resolve};

/// The outline of the types and operations, and the diagnostics.
fn check(document: &str) -> String {
    outline(lowered(document, &Options::default()))
}

fn outline((api, said): (ir::Api, String)) -> String {
    let outline = ir::print(&api);
    let body = outline.split_once('\n').map_or("", |(_, body)| body);
    format!("{body}{said}")
}

fn lowered(document: &str, options: &Options) -> (ir::Api, String) {
    lowered_as("3.1.0", document, options)
}

fn lowered_as(version: &str, document: &str, options: &Options) -> (ir::Api, String) {
    let (root, sources) = parsed(version, document);
    lowered_tree(&root, &sources, options)
}

/// The same as [`check`], of a document whose copies have become components.
fn check_recovered(document: &str) -> String {
    let (root, sources) = parsed("3.1.0", document);
    let (recovered, _) = recover::recover(root, &Ledger::default());
    let options = Options::default();
    outline(lowered_tree(&recovered.document, &sources, &options))
}

fn parsed(version: &str, document: &str) -> (Node, SourceMap) {
    let text = format!(
        "openapi: {version}\ninfo: {{ title: Pets, version: '1' }}\n{}",
        document.trim_start()
    );
    let mut sources = SourceMap::default();
    let file = sources.add("api.yaml", text);
    let (fragments, _) = extract::extract(&sources, file);
    let (root, diagnostics) = parse::parse(&sources, &fragments[0]);
    let root = root.unwrap_or_else(|| panic!("{}", shown(&diagnostics, &sources)));
    (root, sources)
}

fn lowered_tree(root: &Node, sources: &SourceMap, options: &Options) -> (ir::Api, String) {
    let (document, diagnostics) = read::read(root);
    assert!(
        !diagnostics.has_errors(),
        "{}",
        shown(&diagnostics, sources)
    );
    let (valid, diagnostics) = resolve::resolve(document.expect("no error"), root, sources);
    let valid = valid.unwrap_or_else(|| panic!("{}", shown(&diagnostics, sources)));
    let (api, diagnostics) = lower(&valid, options);
    (api, shown(&diagnostics, sources))
}

fn shown(diagnostics: &Diagnostics, sources: &SourceMap) -> String {
    diagnostics
        .iter()
        .map(|it| render::concise(it, sources))
        .collect()
}

/// An operation that answers with the given schema.
fn answer(schema: &str) -> String {
    check(&answering(schema))
}

fn answering(schema: &str) -> String {
    format!(
        "paths:\n  /p: {{ get: {{ operationId: show, responses: {{ '200': {{ description: ok, content: {{ application/json: {{ schema: {schema} }} }} }} }} }} }}\n"
    )
}

/// The type that a schema becomes.
fn type_of(schema: &str) -> String {
    let outline = answer(schema);
    let line = outline
        .lines()
        .find_map(|it| it.trim().strip_prefix("-> 200 application/json "));
    line.unwrap_or_default().to_owned()
}

#[test]
fn scalars_have_the_type_that_their_format_asks_for() {
    let cases = [
        ("{ type: string }", "String"),
        ("{ type: string, format: date-time }", "DateTime"),
        ("{ type: string, format: date }", "Date"),
        ("{ type: string, format: uuid }", "Uuid"),
        ("{ type: string, format: guid }", "Uuid"),
        ("{ type: string, format: byte }", "Base64"),
        ("{ type: string, format: unheard-of }", "String"),
        ("{ type: integer }", "I64"),
        ("{ type: integer, format: int32 }", "I32"),
        ("{ type: integer, format: uint32 }", "U32"),
        (
            "{ type: integer, format: int32, maximum: 4294967295 }",
            "I64",
        ),
        ("{ type: integer, format: uint32, minimum: -1 }", "I64"),
        ("{ type: number }", "F64"),
        ("{ type: number, format: int64 }", "I64"),
        ("{ type: number, format: uint64, maximum: 1e3 }", "U64"),
        ("{ type: [number, integer], format: int32 }", "I32"),
        ("{ type: [number, 'null'], format: int64 }", "I64|null"),
        ("{ allOf: [{ type: number }, { format: int64 }] }", "I64"),
        ("{ type: number, format: int64, example: 0.5 }", "F64"),
        ("{ type: number, format: int64, multipleOf: 0.1 }", "F64"),
        // As ASP.NET Core writes each number, which may come as a text.
        (
            r"{ type: [integer, string], pattern: '^-?(?:0|[1-9]\d*)$', format: int32 }",
            "I32",
        ),
        (
            r"{ type: ['null', number, string], pattern: '^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$', format: double }",
            "F64|null",
        ),
        (
            "{ type: [integer, string], pattern: '^-?(?:0|[1-9][0-9]*)$' }",
            "I64",
        ),
        ("{ type: [string, integer], format: uint64 }", "U64"),
        // Names that are made of digits, and versions.
        (
            "{ type: [integer, string], pattern: '^[0-9]+$' }",
            "ShowResponse",
        ),
        (
            r"{ type: [number, string], pattern: '^(0|[1-9]\d*)\.\d+\.\d+$' }",
            "ShowResponse",
        ),
        ("{ type: boolean }", "Bool"),
        ("{ type: [string, 'null'] }", "String|null"),
        ("{ type: array, items: { type: string } }", "[String]"),
        ("{ type: array }", "[Raw]"),
        ("{ type: object }", "{Raw}"),
        (
            "{ type: object, additionalProperties: { type: integer } }",
            "{I64}",
        ),
        (
            "{ oneOf: [{ type: string }, { type: 'null' }] }",
            "String|null",
        ),
        (
            "{ allOf: [{ type: string }], description: wrapped }",
            "String",
        ),
        ("{ allOf: [{ type: number }, { type: integer }] }", "I64"),
        ("{}", "Raw"),
    ];
    for (schema, expected) in cases {
        assert_eq!(type_of(schema), expected, "{schema}");
    }
}

#[test]
fn a_format_means_what_the_options_say() {
    let mut options = Options::default();
    options
        .formats
        .insert("date_time".to_owned(), "date-time".to_owned());
    let (api, _) = lowered(&answering("{ type: string, format: date_time }"), &options);
    assert!(ir::print(&api).contains("application/json DateTime"));
}

#[test]
fn what_opens_something_is_not_printed() {
    let cases = [
        ("api_key", true),
        ("clientSecret", true),
        ("refresh_token", true),
        ("key", false),
        ("public_key", false),
        ("sort_key", false),
        ("nextPageToken", false),
        ("max_tokens", false),
    ];
    for (name, is_secret) in cases {
        let schema = format!("{{ type: object, properties: {{ {name}: {{ type: string }} }} }}");
        assert_eq!(answer(&schema).contains(" secret"), is_secret, "{name}");
    }
    let owners = [("FieldCondition", false), ("ApiKey", true)];
    for (owner, is_secret) in owners {
        let schemas = format!(
            "    It: {{ $ref: '#/components/schemas/{owner}' }}\n    {owner}: {{ type: object, properties: {{ key: {{ type: string }} }} }}"
        );
        let made = unions::component(&schemas);
        assert_eq!(made.contains(" secret"), is_secret, "{owner}");
    }
}

#[test]
fn members_are_required_optional_or_of_three_states() {
    let schema = "{ type: object, required: [a, b], properties: { a: { type: string, minLength: 1 }, \
                  b: { type: [string, 'null'] }, c: { type: integer, default: 3, minimum: 0, exclusiveMaximum: 9 }, \
                  d: { type: [integer, 'null'] }, type: { type: string }, api_key: { type: string } } }";
    assert_snapshot!(answer(schema), @r#"
    struct ShowResponse in show_response [answered checked]
      a: String min_length=1
      b: String|null
      c: I64? = Number("3") >=0 <9
      d: (I64|null)?
      r#type (type): String?
      api_key: String? secret
    trait DefaultApi in default
      show GET /p (show)
        -> 200 application/json ShowResponse
    "#);
}

#[test]
fn inline_types_are_named_by_their_owner_and_stay_in_its_file() {
    let schema = "{ type: object, properties: { size: { type: string, enum: [BIG, small, '+1'] }, \
                  tags: { type: array, items: { type: object, properties: { name: { type: string } } } } } }";
    assert_snapshot!(answer(schema), @r#"
    struct ShowResponse in show_response [answered checked]
      size: ShowResponseSize?
      tags: [ShowResponseTag]?
    enum ShowResponseSize in show_response [answered checked] Big="BIG" Small="small" Plus1="+1"
    struct ShowResponseTag in show_response [answered]
      name: String?
    trait DefaultApi in default
      show GET /p (show)
        -> 200 application/json ShowResponse
    "#);
}

#[test]
fn all_of_is_one_struct() {
    let document = answering("{ $ref: '#/components/schemas/Cat' }")
        + r"
components:
  schemas:
    Pet: { type: object, required: [name], properties: { name: { type: string } } }
    Cat:
      allOf:
        - $ref: '#/components/schemas/Pet'
        - { type: object, properties: { lives: { type: integer, maximum: 9 } } }
";
    assert_snapshot!(check(&document), @"
    struct Cat in cat [answered checked]
      name: String
      lives: I64? <=9
    trait DefaultApi in default
      show GET /p (show)
        -> 200 application/json Cat
    ");
}

#[test]
fn parameters_come_in_the_order_of_a_call() {
    let document = r"
paths:
  /pets/{id}/{part}:
    parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
    get:
      tags: [Pet things]
      parameters:
        - { name: limit, in: query, schema: { type: integer, maximum: 100, default: 20 } }
        - { name: X-Trace, in: header, required: true, schema: { type: string } }
        - { name: timeout, in: query, schema: { type: array, items: { type: string } }, explode: false }
        - { name: where, in: query, style: deepObject, schema: { type: object } }
        - { name: Accept, in: header, schema: { type: string } }
      responses: { '204': { description: none } }
";
    assert_snapshot!(check(document), @r#"
    trait PetThingsApi in pet_things
      get_pets_by_id_by_part GET /pets/{id}/{part} (get_pets_by_id_by_part)
        path id: String
        path part: String
        header x_trace (X-Trace): String
        query limit: I64? = Number("20") <=100
        query timeout_query (timeout): [String]?
        query r#where (where): {Raw}? deep
        -> 204 ()
    api.yaml:11:19: info[OAS510]: `timeout` is named `timeout_query` in Rust, since its own name is taken
    api.yaml:12:19: info[OAS506]: what has no type inside of a parameter is read as text
    "#);
}

#[test]
fn answers_are_successes_and_errors() {
    let document = r"
paths:
  /p:
    get:
      operationId: show
      responses:
        '200': { description: ok, content: { text/plain: {} } }
        '202': { description: later }
        '404': { description: gone, content: { application/problem+json: { schema: { type: object, properties: { title: { type: string } } } } } }
        4XX: { description: wrong }
        default: { description: other }
  /file:
    get:
      operationId: download
      responses: { '200': { description: ok, headers: { X-Size: { schema: { type: integer } } }, content: { application/octet-stream: {} } } }
  /none:
    get: { operationId: none }
";
    assert_snapshot!(check(document), @"
    struct ShowNotFoundError in show_not_found_error [answered]
      title: String?
    trait DefaultApi in default
      show GET /p (show)
        -> ShowOutput::Ok 200 text/plain text
        -> ShowOutput::Accepted 202 ()
        !! ShowError::NotFound 404 application/problem+json ShowNotFoundError
        !! ShowError::ClientError 4XX ()
        !! ShowError::Default default ()
      download GET /file (download)
        -> DownloadOutput 200 application/octet-stream stream with X-Size: I64
      none GET /none (none)
        -> 2XX ()
    ");
}

#[test]
fn an_operation_without_an_honest_form_is_left_out() {
    let document = r"
paths:
  /p:
    get: { parameters: [{ name: not a token, in: header, required: true, schema: { type: string } }], responses: { '204': { description: ok } } }
    put: { operationId: kept, responses: { '204': { description: ok } } }
";
    assert_snapshot!(check(document), @"
    trait DefaultApi in default
      kept PUT /p (kept)
        -> 204 ()
    skipped GET /p: parameter `not a token` has a name that HTTP does not allow for a header
    api.yaml:5:5: warning[OAS505]: GET /p is left out: parameter `not a token` has a name that HTTP does not allow for a header
    ");
}

#[test]
fn what_has_no_honest_type_degrades_the_operations_that_use_it() {
    let document = answering("{ $ref: '#/components/schemas/Either' }")
        + r"
  /form: { post: { operationId: send, requestBody: { content: { multipart/form-data: {} } }, responses: { '204': { description: ok } } } }
components:
  schemas:
    Either: { type: object, required: [either], properties: { either: { $ref: '#/components/schemas/Either' } } }
";
    assert_snapshot!(check(&document), @"
    struct Either in either [answered]
      either: Raw
    trait DefaultApi in default
      show GET /p (show) degraded
        -> 200 application/json Either
      send POST /form (send) degraded
        body: multipart/form-data stream?
        -> 204 ()
    api.yaml:6:86: warning[OAS502]: `multipart/form-data` is generated as a stream of bytes
    api.yaml:9:71: warning[OAS501]: a member that leads back to its own type is generated as raw JSON
    ");
}

#[test]
fn schemas_without_operations_are_told() {
    let document = "
components: { schemas: { A: { type: string }, B: { type: object } } }
";
    assert_snapshot!(check(document), @"api.yaml:3:29: warning[OAS515]: there are no operations, so none of 2 schemas is generated");
}

#[test]
fn security_and_servers_are_typed() {
    let document = r"
servers: [{ url: 'https://{host}:{port}/api', variables: { host: { default: localhost }, port: { default: '80', enum: ['80', '8080'] } } }]
security: [{ token: [] }]
paths:
  /p: { get: { operationId: open, security: [], responses: { '204': { description: ok } } } }
components: { securitySchemes: { token: { type: http, scheme: bearer }, key: { type: apiKey, in: cookie, name: sid }, tls: { type: mutualTLS } } }
";
    assert_snapshot!(check(document), @r#"
    server Server https://{host}:{port}/api (host="localhost", port="80")
    scheme token bearer
    scheme key cookie sid
    trait DefaultApi in default
      open GET /p (open)
        -> 204 ()
    "#);
}

#[test]
fn a_type_without_a_description_says_where_it_is_used() {
    let schema = "{ type: object, properties: { owner: { type: object, properties: { name: { type: string } } } } }";
    let (api, _) = lowered(&answering(schema), &Options::default());
    let docs = api
        .types
        .iter()
        .map(|it| it.docs.summary.as_deref().unwrap_or_default());
    let docs: Vec<_> = docs.collect();
    assert_eq!(
        docs,
        [
            "What `GET /p` answers.",
            "Stands in `owner` of `ShowResponse`."
        ]
    );
}

#[test]
fn what_the_server_does_not_check_is_said_once_a_keyword() {
    // A server has no rule for what a text looks around for.
    let schema = "{ type: object, not: { pattern: '(?=a)' }, properties: { a: { type: integer, enum: [1, 2] }, \
                  b: { type: object, not: { multipleOf: 2 }, properties: { c: { const: 5 } } } } }";
    assert_snapshot!(answer(schema).lines().filter(|it| it.contains("OAS")).collect::<Vec<_>>().join("\n"), @"api.yaml:4:113: info[OAS521]: `not` is not checked by the generated server, at 2 places, first here");
}

#[test]
fn webhooks_and_callbacks_are_received() {
    let document = "
security: [{ key: [] }]
webhooks:
  new pet: { post: { requestBody: { content: { application/json: { schema: { type: string } } } }, responses: { '200': { description: ok } } } }
paths:
  /p:
    post:
      operationId: add
      responses: { '204': { description: ok } }
      callbacks: { done: { '{$request.query.url}': { put: { operationId: onDone, security: [{ key: [] }], responses: { '204': { description: ok } } } } } }
components: { securitySchemes: { key: { type: apiKey, in: header, name: X-Key } } }
";
    assert_snapshot!(check(document), @"
    scheme key header X-Key
    trait DefaultApi in default
      add POST /p (add)
        needs key
        -> 204 ()
    trait WebhooksApi in webhooks [received]
      post_new_pet POST /new-pet (post_new-pet)
        body: application/json String?
        -> 200 ()
    trait CallbacksApi in callbacks [received]
      on_done PUT /done (onDone)
        needs key
        -> 204 ()
    ");
}

#[test]
fn requests_say_where_callbacks_go_as_far_as_their_inputs_do() {
    let document = "
paths:
  /p/{id}:
    post:
      operationId: add
      parameters:
        - { name: id, in: path, required: true, schema: { type: integer } }
        - { name: X-Url, in: header, schema: { type: string } }
        - { name: urls, in: query, schema: { type: array, items: { type: string } } }
      requestBody: { content: { application/json: { schema: { type: object, properties: { url: { type: string } } } } } }
      responses: { '204': { description: ok } }
      callbacks:
        body: { '{$request.body#/url}/of/{$request.path.id}': { post: { responses: { '204': { description: ok } } } } }
        header: { '$request.header.x-url': { post: { responses: { '204': { description: ok } } } } }
        list: { '{$request.query.urls}': { post: { responses: { '204': { description: ok } } } } }
        unknown: { '{$request.query.url}': { post: { responses: { '204': { description: ok } } } } }
        answer: { 'http://a.example?id={$response.body#/id}': { post: { responses: { '204': { description: ok } } } } }
        plain: { 'http://a.example/{id}': { post: { responses: { '204': { description: ok } } } } }
        open: { 'http://a.example/{$request.path.id': { post: { responses: { '204': { description: ok } } } } }
        fixed: { 'http://a.example': { post: { responses: { '204': { description: ok } } } } }
";
    let outline = check(document);
    let addresses = outline.lines().filter(|it| it.contains(" to "));
    assert_snapshot!(addresses.collect::<Vec<_>>().join("\n"), @"
      post_body to {$request.body#/url}/of/{$request.path.id} of Add
      post_header to $request.header.x-url of Add
      post_fixed to http://a.example of Add
    ");
}

#[test]
fn what_a_request_always_says_is_a_part_of_where_a_callback_goes() {
    let document = "
paths:
  /p:
    post:
      operationId: add
      parameters:
        - { name: X-Host, in: header, required: true, schema: { const: a.example } }
      responses: { '204': { description: ok } }
      callbacks:
        done: { 'http://{$request.header.x-host}/b': { post: { responses: { '204': { description: ok } } } } }
";
    let (api, _) = lowered(document, &Options::default());
    let addresses = api.groups.iter().flat_map(|it| &it.addresses);
    let pieces: Vec<_> = addresses.flat_map(|it| it.pieces.clone()).collect();
    let text = |it: &str| ir::AddressPiece::Text(it.to_owned());
    assert_eq!(pieces, [text("http://"), text("a.example"), text("/b")]);
}

#[test]
fn a_body_that_is_one_of_several_says_where_a_callback_goes() {
    let document = "
paths:
  /p:
    post:
      operationId: add
      requestBody: { content: { application/json: { schema: { type: object, properties: { url: { type: string } } } }, application/octet-stream: {} } }
      responses: { '204': { description: ok } }
      callbacks: { done: { '{$request.body#/url}': { post: { responses: { '204': { description: ok } } } } } }
  /q:
    post:
      operationId: send
      requestBody: { content: { text/plain: {}, application/octet-stream: {} } }
      responses: { '204': { description: ok } }
      callbacks: { sent: { '{$request.body#/url}': { post: { responses: { '204': { description: ok } } } } } }
";
    let outline = check(document);
    let addresses = outline.lines().filter(|it| it.contains(" to "));
    assert_snapshot!(addresses.collect::<Vec<_>>().join("\n"), @"  post_done to {$request.body#/url} of Add");
}

#[test]
fn servers_of_operations_are_theirs() {
    let document = "
servers: [{ url: 'https://api.example' }]
paths:
  /p:
    servers: [{ url: 'https://{region}.example/v2', variables: { region: { default: eu } } }]
    get: { operationId: a, responses: { '204': { description: ok } } }
    put: { operationId: b, servers: [{ url: /up }], responses: { '204': { description: ok } } }
    post: { operationId: c, servers: [{ url: 'https://api.example' }], responses: { '204': { description: ok } } }
    patch: { operationId: d, servers: [{ url: 'ftp://x' }], responses: { '204': { description: ok } } }
";
    assert_snapshot!(check(document), @"
    server Server https://api.example ()
    trait DefaultApi in default
      a GET /p (a)
        at https://eu.example/v2
        -> 204 ()
      b PUT /p (b)
        at /up
        -> 204 ()
      c POST /p (c)
        -> 204 ()
      d PATCH /p (d)
        -> 204 ()
    api.yaml:6:22: info[OAS516]: of the servers there are here, calls go to `https://eu.example/v2`
    api.yaml:10:47: warning[OAS516]: `ftp://x` is no URL to send requests to, so the server of the API is taken
    ");
}
