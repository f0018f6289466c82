//! What is said about documents that are not quite as the specification has them.

#[path = "read/document.rs"]
mod document;

use insta::assert_snapshot;
use oasmith_spec::model::{ParameterStyle, RefOr, Schema, Type};

/// What `read` says about a document with these parts.
fn said(version: &str, parts: &str) -> String {
    let parts = parts.trim_start_matches('\n');
    let text = format!("{parts}\nopenapi: {version}\ninfo: {{ title: T, version: '1' }}\n");
    let (_, said) = document::written(&text).read();
    said
}

/// The same for one schema of OpenAPI 3.1, in the first line.
fn schema(text: &str) -> String {
    said(
        "3.1.0",
        &format!("components: {{ schemas: {{ It: {text} }} }}"),
    )
}

#[test]
fn the_root_must_name_a_known_version() {
    let refused = |text: &str| {
        let written = document::written(text);
        let (document, said) = oasmith_spec::read::read(&written.root);
        assert!(document.is_none());
        written.lines(&said)
    };
    assert_snapshot!(refused("[]"), @"
    1:1: error[OAS030]: not an OpenAPI document, but an array
      help: the root of an OpenAPI document is an object with the member `openapi`
    ");
    assert_snapshot!(refused("info: {}"), @"
    1:1: error[OAS030]: not an OpenAPI document: `openapi` is missing
      help: the root of an OpenAPI document is an object with the member `openapi`
    ");
    assert_snapshot!(refused("swagger: '2.0'"), @"
    1:1: error[OAS031]: a Swagger 2.0 document
      help: convert it to OpenAPI 3 first, for example with `swagger2openapi`
    ");
    assert_snapshot!(refused("openapi: 4.0.0"), @r#"
    1:10: error[OAS032]: not a version of OpenAPI that is known
      help: known are 3.0, 3.1 and 3.2, written as `openapi: "3.1.0"`
    "#);
}

#[test]
fn a_bare_document_is_read_and_what_it_lacks_is_said() {
    let (document, said) = document::written("openapi: 3.1.0").read();
    assert_eq!(document.info.title, "");
    assert_snapshot!(said, @"
    1:1: warning[OAS141]: the document has none of `paths`, `components`, `webhooks`
    1:1: warning[OAS141]: the document lacks `info`
    ");
}

#[test]
fn numbers_where_text_is_wanted_are_taken_as_written() {
    let (document, said) = document::written(
        "
openapi: 3.1
info: { title: T, version: 1.10 }
paths: {}
",
    )
    .read();
    assert_eq!(
        (
            document.openapi.value.as_str(),
            document.info.version.as_str()
        ),
        ("3.1", "1.10")
    );
    assert_snapshot!(said, @"
    1:10: warning[OAS140]: `openapi` must be a string, found a number
      help: put it in quotes
    2:28: warning[OAS140]: `version` must be a string, found a number
      help: put it in quotes
    ");
}

#[test]
fn null_is_taken_as_left_out() {
    let said = said(
        "3.1.0",
        "
paths: { /a: { get: { tags: null, parameters: null, responses: null } } }
servers:
",
    );
    assert_snapshot!(said, @"
    2:8: warning[OAS140]: `servers` is null, and taken as left out
    1:29: warning[OAS140]: `tags` is null, and taken as left out
    1:47: warning[OAS140]: `parameters` is null, and taken as left out
    1:64: warning[OAS140]: `responses` is null, and taken as left out
    ");
}

#[test]
fn null_in_the_place_of_what_needs_no_member_is_taken_as_empty() {
    let said = said(
        "3.1.0",
        "
paths: { /a: null, /b: { get: { responses: { '200': { headers: { H: }, content: { text/plain: } }, '204': } } } }
components: { schemas: { A: , B: { properties: { b: }, allOf: [null] } } }
",
    );
    assert_snapshot!(said, @"
    1:14: warning[OAS140]: a path item is null, and taken as `{}`
    1:53: warning[OAS141]: the response lacks `description`
    1:67: warning[OAS140]: a header is null, and taken as `{}`
    1:67: warning[OAS141]: the header has neither `schema` nor `content`
    1:105: warning[OAS140]: a response is null, and taken as `{}`
    1:105: warning[OAS141]: the response lacks `description`
    2:27: warning[OAS140]: a schema is null, and taken as `{}`
    2:51: warning[OAS140]: a schema is null, and taken as `{}`
    2:64: warning[OAS140]: a schema is null, and taken as `{}`
    ");
}

#[test]
fn a_security_requirement_may_stand_without_its_list() {
    let text = "
openapi: 3.1.0
info: { title: T, version: '1' }
paths: { /a: { get: { security: { token: [read] } } } }
components: { securitySchemes: { token: { type: http, scheme: bearer } } }
";
    let (document, said) = document::written(text).read();
    let security = document.paths["/a"].operations[0].security.as_ref();
    let [requirement] = &security.expect("it is there")[..] else {
        panic!("one requirement, not {security:?}");
    };
    assert_eq!(requirement.schemes["token"], ["read"]);
    assert_snapshot!(said, @"3:33: warning[OAS140]: `security` must be an array, found an object");
}

#[test]
fn structure_of_another_type_is_an_error() {
    let said = said(
        "3.1.0",
        "
servers: { url: / }
paths: { /a: none, /b: { get: [] } }
components: { parameters: { P: 1 }, schemas: { A: [], B: { properties: [] } } }
security: none
",
    );
    assert_snapshot!(said, @"
    1:10: error[OAS140]: `servers` must be an array, found an object
    2:14: error[OAS140]: a path item must be an object, found a string
    2:31: warning[OAS140]: an operation must be an object, found an array
    4:11: error[OAS140]: `security` must be an array, found a string
    3:51: warning[OAS140]: a schema must be an object or a boolean, found an array; a value of any type is taken
    3:72: warning[OAS140]: `properties` must be an object, found an array
    3:32: error[OAS140]: a parameter must be an object, found a number
    ");
}

#[test]
fn a_parameter_without_name_or_place_is_an_error() {
    let said = said(
        "3.1.0",
        "
paths: {}
components:
  parameters:
    A: { in: query, schema: {} }
    B: { name: b, schema: {} }
    C: { name: c, in: body, schema: {} }
    D: { name: d, in: query }
    E: { name: e, in: path, style: form, schema: {} }
    F: { name: f, in: query, content: { a/b: {}, c/d: {} } }
",
    );
    assert_snapshot!(said, @"
    4:8: error[OAS141]: a parameter lacks `name`
    5:8: error[OAS141]: a parameter lacks `in`
    6:23: error[OAS142]: `body` is not a place for a parameter
      help: this is Swagger 2.0; use `requestBody`
    7:16: warning[OAS141]: the parameter `d` has neither `schema` nor `content`
    8:36: warning[OAS142]: the style `form` is not one for this place; the default counts
    9:50: warning[OAS142]: the parameter `f` has several media types; the first one counts
    ");
}

#[test]
fn security_that_cannot_be_understood_is_an_error() {
    let said = said(
        "3.1.0",
        "
paths: {}
components:
  securitySchemes:
    a: { type: basic }
    b: { type: apiKey, name: k, in: body }
    c: { type: http }
    d: { $ref: '#/components/securitySchemes/nothing' }
    e: { type: oauth2 }
",
    );
    assert_snapshot!(said, @"
    4:16: error[OAS142]: `basic` is not a type of security scheme
      help: known are `apiKey`, `http`, `oauth2`, `openIdConnect`, `mutualTLS`
    5:37: error[OAS142]: `body` is not a place for an API key
      help: it can be in `header`, `query` or `cookie`
    6:8: error[OAS141]: a security scheme lacks `scheme`
    7:16: error[OAS130]: `#/components/securitySchemes/nothing` points to nothing
    ");
}

#[test]
fn keywords_of_another_type_are_left_out() {
    assert_snapshot!(schema("{ required: true }"), @"1:42: warning[OAS140]: `required` must be an array of strings, found a boolean");
    assert_snapshot!(schema("{ required: [a, {}] }"), @"1:46: warning[OAS140]: `required` must be an array of strings, found an object in it");
    assert_snapshot!(schema("{ minLength: -1, maxLength: 1.5, pattern: [] }"), @"
    1:43: warning[OAS142]: `minLength` must be a whole number, not below 0
    1:58: warning[OAS142]: `maxLength` must be a whole number, not below 0
    1:72: warning[OAS140]: `pattern` must be a string, found an array
    ");
    assert_snapshot!(schema("{ enum: a, minimum: '1' }"), @"
    1:38: warning[OAS140]: `enum` must be an array, found a string
    1:50: warning[OAS140]: `minimum` must be a number, found a string
    ");
    assert_snapshot!(schema("{ discriminator: kind }"), @"1:47: warning[OAS140]: `discriminator` must be an object, found a string");
}

#[test]
fn what_swagger_says_otherwise_is_read_where_it_can_mean_one_thing_only() {
    let text = "
openapi: 3.0.0
info: { title: T, version: '1' }
paths:
  /a:
    post:
      parameters:
        - { name: ids, in: query, required: true, type: array, items: { type: integer }, collectionFormat: csv }
        - { name: old, in: query, type: array, items: { type: string }, collectionFormat: pipes }
        - { name: cat, in: body, required: true, schema: { type: object } }
      responses:
        '200': { description: all, schema: { type: string }, headers: { Rate: { type: integer } } }
    put:
      parameters: [{ name: cat, in: body, schema: { type: object } }]
      requestBody: { content: { text/plain: {} } }
      responses: { '204': { description: done } }
";
    let (document, said) = document::written(text.trim_start_matches('\n')).read();
    let [post] = &document.paths["/a"].operations[..] else {
        panic!("`put` has two bodies");
    };
    let styles = post.parameters.iter().map(|it| match it {
        RefOr::Value(it) => (it.name.value.as_str(), it.style, it.explode),
        RefOr::Ref(_) => unreachable!("it is written above"),
    });
    let (form, pipes) = (ParameterStyle::Form, ParameterStyle::PipeDelimited);
    let wanted = [("ids", form, false), ("old", pipes, false)];
    assert_eq!(styles.collect::<Vec<_>>(), wanted);
    let Some(RefOr::Value(body)) = &post.request_body else {
        panic!("the parameter is the body");
    };
    assert!(body.required && body.content["application/json"].schema.is_some());
    let RefOr::Value(answer) = &post.responses[0].1 else {
        unreachable!("it is written above");
    };
    assert!(answer.content["application/json"].schema.is_some());
    assert_snapshot!(said, @"
    7:19: warning[OAS141]: the parameter `ids` says its type itself, which is taken for its `schema`
      help: this is Swagger 2.0; write it under `schema`
    8:19: warning[OAS141]: the parameter `old` says its type itself, which is taken for its `schema`
      help: this is Swagger 2.0; write it under `schema`
    9:11: warning[OAS142]: the parameter in `body` is taken for the request body
      help: this is Swagger 2.0; use `requestBody`
    11:79: warning[OAS141]: the header says its type itself, which is taken for its `schema`
      help: this is Swagger 2.0; write it under `schema`
    11:36: warning[OAS142]: the response has its `schema` itself, which is taken for that of its JSON
      help: this is Swagger 2.0; write it under `content`
    13:37: error[OAS142]: `body` is not a place for a parameter
      help: this is Swagger 2.0; use `requestBody`
    ");
}

#[test]
fn a_reference_that_depends_on_who_asks_is_said() {
    assert_snapshot!(schema("{ items: { $dynamicRef: '#item' } }"), @"1:54: warning[OAS145]: where this reference leads depends on who asks; a value of any type is taken");
}

#[test]
fn a_word_that_leaves_no_choice_is_a_type() {
    assert_snapshot!(schema("{ type: file }"), @"1:38: warning[OAS142]: `file` is not a type; `string` with `format: binary` is taken");
    assert_snapshot!(schema("{ type: [uuid, String] }"), @"
    1:39: warning[OAS142]: `uuid` is not a type; `string` with `format: uuid` is taken
    1:45: warning[OAS142]: `String` is not a type; `string` is taken
    ");
    assert_snapshot!(schema("{ type: Int, items: string, properties: { a: Bool, required: [a] } }"), @"
    1:38: warning[OAS142]: `Int` is not a type; `integer` is taken
    1:50: warning[OAS140]: a schema must be an object or a boolean, found a string; it is taken for its `type`
    1:75: warning[OAS140]: a schema must be an object or a boolean, found a string; it is taken for its `type`
    1:91: warning[OAS140]: a schema must be an object or a boolean, found an array; a value of any type is taken
    ");
    let text = "
openapi: 3.1.0
info: { title: T, version: '1' }
paths: {}
components: { schemas: { A: { type: date, minLength: '1', readOnly: 'true' }, B: { format: custom, type: long } } }
";
    let (document, _) = document::written(text).read();
    let [a, b] = ["A", "B"].map(|it| document.components.schemas[it].as_object().unwrap());
    assert_eq!(a.types, [Type::String]);
    assert_eq!(a.format.as_ref().unwrap().value, "date");
    assert_eq!((a.min_length, a.read_only), (Some(1), true));
    assert_eq!(b.types, [Type::Integer]);
    assert_eq!(b.format.as_ref().unwrap().value, "custom");
}

#[test]
fn types_that_do_not_exist_allow_anything() {
    assert_snapshot!(schema("{ type: decimal }"), @"
    1:38: warning[OAS142]: `decimal` is not a type; a value of any type is taken
      help: known are `null`, `boolean`, `integer`, `number`, `string`, `array`, `object`
    ");
    assert_snapshot!(schema("{ type: [string, mixed] }"), @"
    1:47: warning[OAS142]: `mixed` is not a type; a value of any type is taken
      help: known are `null`, `boolean`, `integer`, `number`, `string`, `array`, `object`
    ");
}

#[test]
fn keywords_of_another_version_are_understood() {
    assert_snapshot!(schema("{ type: integer, minimum: 0, exclusiveMinimum: true }"), @"1:77: warning[OAS140]: `exclusiveMinimum` must be a number since OpenAPI 3.1, found a boolean");
    assert_snapshot!(schema("{ type: array, items: [{ type: string }] }"), @"1:52: warning[OAS140]: `items` must be a schema, found an array; it is read as `prefixItems`");
    let old = said(
        "3.0.3",
        "
paths: {}
components: { schemas: { A: { type: [string, 'null'] }, B: { exclusiveMaximum: 9 } } }
",
    );
    assert_snapshot!(old, @"
    2:37: warning[OAS140]: `type` must be a string in OpenAPI 3.0, found an array
    2:80: warning[OAS140]: `exclusiveMaximum` must be a boolean in OpenAPI 3.0, found a number
    ");
}

#[test]
fn only_30_requires_paths_and_responses_and_only_32_no_descriptions() {
    let parts = "paths: { /a: { get: { responses: { '200': {} } }, put: {} } }";
    assert_snapshot!(said("3.0.3", parts), @"
    1:43: warning[OAS141]: the response lacks `description`
    1:51: warning[OAS141]: the operation lacks `responses`
    ");
    assert_snapshot!(said("3.1.0", parts), @"1:43: warning[OAS141]: the response lacks `description`");
    assert_snapshot!(said("3.2.0", parts), @r"");
    assert_snapshot!(said("3.0.3", "components: {}"), @"1:1: warning[OAS141]: the document lacks `paths`");
}

#[test]
fn keys_that_are_no_status_are_left_out() {
    let said = said("3.2.0", "
paths: { /a: { get: { responses: { ok: {}, '200': {}, 2xx: {}, 2XX: {}, default: {}, x-note: 1 } } } }
");
    assert_snapshot!(said, @"
    1:36: warning[OAS142]: `ok` is not a status; the response is left out
      help: write a status such as `404`, a range such as `4XX`, or `default`
    1:64: warning[OAS142]: the response `2XX` is given twice; the first one counts
    ");
}

#[test]
fn a_path_without_a_slash_gets_one() {
    assert_snapshot!(said("3.1.0", "paths: { a: {}, x-note: 1 }"), @"1:10: warning[OAS142]: the path `a` does not begin with `/`, and is taken as `/a`");
}

#[test]
fn a_place_of_a_path_is_called_by_its_plain_name() {
    let said = said(
        "3.1.0",
        "
paths:
  /a/{+name}: { parameters: [&name { name: name, in: path, schema: {} }] }
  /b/{name=projects/*/shelves/*}:move: { parameters: [*name] }
  /c/{{name}}: { parameters: [*name] }
  /d/{name:[a-z]{3}}: { parameters: [*name] }
  /e/{name*}: { parameters: [{ name: name*, in: path, schema: {} }] }
  /f/{name}/{?page,size}: { parameters: [*name] }
  /g/{+name}: { parameters: [*name] }
  /g/{name}: { parameters: [*name] }
  /h/{**name}: { parameters: [*name] }
  /i/{name...}: { parameters: [*name] }
  /j{/name*}: { parameters: [*name] }
  /k/{name}{.format}: { parameters: [*name, { name: format, in: path, schema: {} }] }
  /l/{.name}: { parameters: [{ name: .name, in: path, schema: {} }] }
  /é/{é}{ü}: { parameters: [{ name: é, in: path, schema: {} }, { name: ü, in: path, schema: {} }] }
",
    );
    assert_snapshot!(said, @"
    2:3: warning[OAS143]: the path `/a/{+name}` is taken as `/a/{name}`, where `name` may hold several segments
      help: between braces stands the name of a parameter
    3:3: warning[OAS143]: the path `/b/{name=projects/*/shelves/*}:move` is taken as `/b/projects/{project}/shelves/{shelf}:move`
      help: each `*` is a parameter of its own, called as the segment before it
    4:3: warning[OAS143]: the path `/c/{{name}}` is taken as `/c/{name}`
      help: between braces stands the name of a parameter
    5:3: warning[OAS143]: the path `/d/{name:[a-z]{3}}` is taken as `/d/{name}`
      help: between braces stands the name of a parameter
    7:3: warning[OAS143]: the path `/f/{name}/{?page,size}` is taken as `/f/{name}/`
      help: between braces stands the name of a parameter
    10:3: warning[OAS143]: the path `/h/{**name}` is taken as `/h/{name}`, where `name` may hold several segments
      help: between braces stands the name of a parameter
    11:3: warning[OAS143]: the path `/i/{name...}` is taken as `/i/{name}`, where `name` may hold several segments
      help: between braces stands the name of a parameter
    12:3: warning[OAS143]: the path `/j{/name*}` is taken as `/j/{name}`, where `name` may hold several segments
      help: between braces stands the name of a parameter
    13:3: warning[OAS143]: the path `/k/{name}{.format}` is taken as `/k/{name}.{format}`
      help: between braces stands the name of a parameter
    2:44: warning[OAS143]: the parameter `name` is not in the path
      8:3: there is no `{name}` here
    ");
}

#[test]
fn path_parameters_fit_the_path() {
    let said = said(
        "3.2.0",
        "
paths:
  /a/{id}/{name}:
    parameters: [{ $ref: '#/components/parameters/Id' }]
    get: {}
  /b/{id}:
    get: { parameters: [{ name: ident, in: path, schema: {} }] }
  /c/{id}/{id}/{:
    parameters: [{ $ref: '#/components/parameters/Id' }]
  /d/{id}:
    get: { parameters: [{ $ref: 'other.yaml' }] }
components: { parameters: { Id: { name: id, in: path, schema: {} } } }
",
    );
    assert_snapshot!(said, @"
    4:5: warning[OAS143]: the path parameter `{name}` is not declared
      2:3: it is in this path
      help: declare a parameter `name` with `in: path`
    6:5: warning[OAS143]: the path parameter `{id}` is not declared
      5:3: it is in this path
      help: declare a parameter `id` with `in: path`
    6:33: warning[OAS143]: the parameter `ident` is not in the path
      5:3: there is no `{ident}` here
    7:3: warning[OAS143]: the path has `{id}` twice
    7:3: warning[OAS143]: a brace of the path `/c/{id}/{id}/{` is not closed
    ");
}

#[test]
fn of_two_equal_parameters_the_first_counts() {
    let written = document::written(
        "
openapi: 3.2.0
info: { title: T, version: '1' }
paths:
  /a:
    parameters: [{ name: n, in: query, schema: {} }]
    get:
      parameters:
        - { name: n, in: query, description: kept, schema: {} }
        - { name: n, in: header, schema: {} }
        - { name: n, in: query, schema: {} }
",
    );
    let (document, said) = written.read();
    assert_eq!(document.paths["/a"].operations[0].parameters.len(), 2);
    assert_snapshot!(said, @"
    10:19: warning[OAS142]: the parameter `n` is declared twice; the first one counts
      8:19: first declared here
    ");
}

#[test]
fn nullable_is_taken_at_its_word_in_3_1_too() {
    let text = "openapi: 3.1.0\ninfo: { title: T, version: '1' }\npaths: {}\ncomponents: { schemas: { It: { type: string, nullable: true } } }";
    let (document, said) = document::written(text).read();
    let Some(Schema::Object(it)) = document.components.schemas.get("It") else {
        panic!("It is a schema");
    };
    assert_eq!(it.types, [Type::String, Type::Null]);
    assert_snapshot!(said, @"
    4:46: warning[OAS142]: `nullable` is no keyword since OpenAPI 3.1; it is read as in OpenAPI 3.0
      help: write `null` among the types, or as one of the alternatives
    ");
    assert_eq!(schema("{ type: string, nullable: false }"), "");
}

#[test]
fn null_without_quotes_is_the_type_null_where_it_can_be_nothing_else() {
    let text = "
components:
  schemas:
    Listed: { type: [string, null] }
    Either: { oneOf: [{ $ref: '#/components/schemas/Listed' }, { type: null, description: none }] }
    Unknown: { type: null, properties: { a: {} } }
paths: {}
openapi: 3.1.0
info: { title: T, version: '1' }
";
    let (document, said) = document::written(text).read();
    let outline = oasmith_spec::model::print(&document);
    let (_, schemas) = outline.split_once("schemas\n").unwrap_or_default();
    assert_snapshot!(schemas, @"
    Listed: string | null
    Either: (Listed | null)
    Unknown: object
      a?: any
    ");
    assert_snapshot!(said, @"
    3:30: warning[OAS140]: `null` among the types is no string; the type `null` is taken
      help: put it in quotes
    4:72: warning[OAS140]: `type` is null, and no string; it is taken as left out, or for `null` among alternatives
      help: where the type `null` is meant, put it in quotes
    5:22: warning[OAS140]: `type` is null, and no string; it is taken as left out, or for `null` among alternatives
      help: where the type `null` is meant, put it in quotes
    ");
}

#[test]
fn an_empty_array_is_an_object_without_members_and_the_other_way_round() {
    let text = "
paths:
  /a:
    get:
      parameters: {}
      responses: { '200': { description: '', content: { application/json: [] }, headers: [] }, '404': [] }
components: { schemas: { It: { properties: [], allOf: {} } }, responses: [] }
openapi: 3.1.0
info: { title: T, version: '1' }
";
    let (document, said) = document::written(text).read();
    assert_snapshot!(said, @"
    4:19: warning[OAS140]: `parameters` must be an array, found an object
    5:90: warning[OAS140]: `headers` must be an object, found an array
    5:75: warning[OAS140]: a media type must be an object, found an array
    5:103: warning[OAS140]: a response must be an object, found an array
    5:103: warning[OAS141]: the response lacks `description`
    6:44: warning[OAS140]: `properties` must be an object, found an array
    6:55: warning[OAS140]: `allOf` must be an array, found an object
    6:74: warning[OAS140]: `responses` must be an object, found an array
    ");
    assert_snapshot!(oasmith_spec::model::print(&document), @"
    openapi 3.1.0
    info T 1
    paths
      /a
        GET (no id) []
          200 application/json
          404
    schemas
      It: any
    ");
}

#[test]
fn named_values_are_of_the_type_that_is_named() {
    assert_snapshot!(schema("{ type: [string, 'null'], enum: [a, 1.10, true, null] }"), @"
    1:66: warning[OAS140]: a number is named where the type is a string; it is taken for the text `1.10`
    1:72: warning[OAS140]: a boolean is named where the type is a string; it is taken for the text `true`
    ");
    assert_snapshot!(schema("{ type: integer, enum: ['1', 2, x] }"), @"1:54: warning[OAS140]: a string is named where the type is an integer; it is taken for the number 1");
    assert_snapshot!(schema("{ type: boolean, const: 'true' }"), @"1:54: warning[OAS140]: a string is named where the type is a boolean; it is taken for true");
    assert_eq!(schema("{ type: [string, integer], enum: [a, 1] }"), "");
    assert_eq!(schema("{ type: number, enum: [1, 1.5] }"), "");
}

#[test]
fn a_variable_of_a_server_that_is_not_declared_is_empty() {
    let text = "
servers: [{ url: 'https://{region}.a.example/{version}', variables: { version: { default: v1 } } }]
paths: {}
openapi: 3.1.0
info: { title: T, version: '1' }
";
    let (document, said) = document::written(text).read();
    let variables = &document.servers[0].variables;
    assert_eq!(variables["region"].default, "");
    assert_snapshot!(said, @"1:18: warning[OAS141]: the server variable `region` lacks `default`");
}

#[test]
fn what_stands_alone_is_taken_for_the_only_one() {
    assert_snapshot!(schema("{ allOf: { $ref: '#/x' } }"), @"1:39: warning[OAS140]: `allOf` must be an array, found an object; it is taken for its item");
    assert_snapshot!(schema("{ required: name, additionalProperties: 'false' }"), @"
    1:42: warning[OAS140]: `required` must be an array of strings, found a string
    1:70: warning[OAS140]: a schema is a text; it is taken for false
    ");
    assert_snapshot!(schema("{ oneOf: { Cat: { type: object } } }"), @"
    1:39: error[OAS140]: `oneOf` must be an array, found an object
      help: where a crate is made, the schema is what else it says
    ");
}

#[test]
fn a_path_refers_to_a_path_item() {
    let said = said(
        "3.1.0",
        "
paths: { /a: { $ref: '#' }, /b: { $ref: '' }, /c: { $ref: '#/components/schemas/A' }, /d: { $ref: '#/x-items/d' } }
components: { schemas: { A: {} } }
x-items: { d: {} }
",
    );
    assert_snapshot!(said, @"
    1:22: error[OAS134]: `#` is not a path item
      1:1: this is what it points to
    1:41: error[OAS134]: `` is not a path item
      1:1: this is what it points to
    1:59: error[OAS134]: `#/components/schemas/A` is a schema, and a path item is needed here
      2:29: this is what it points to
    ");
}

#[test]
fn a_schema_in_the_place_of_what_has_one_is_taken_for_its_schema() {
    let text = "
openapi: 3.1.0
info: { title: T, version: '1' }
paths:
  /p:
    post:
      requestBody: { $ref: '#/components/schemas/It' }
      responses:
        '200': { $ref: '#/components/schemas/It' }
        '201': { description: made, headers: { A: { $ref: '#/components/schemas/It' } }, content: { a/b: { $ref: '#/components/schemas/It' } } }
        '202': { description: later, type: object, properties: { a: {} } }
        '203': { description: b, content: { a/b: { allOf: [] } } }
        '204': { $ref: '#/components/responses/None' }
        '205': { $ref: '#/components/schemas/None' }
components: { schemas: { It: {} }, responses: { None: { $ref: '#/components/schemas/It' } } }
";
    let (document, said) = document::written(text.trim_start()).read();
    let operation = &document.paths["/p"].operations[0];
    let kinds = operation.responses.iter().map(|(_, it)| match it {
        RefOr::Value(it) => format!("{:?}", it.content.keys().collect::<Vec<_>>()),
        RefOr::Ref(it) => it.target.clone(),
    });
    assert_snapshot!(kinds.collect::<Vec<_>>().join("\n"), @r#"
    ["application/json"]
    ["a/b"]
    ["application/json"]
    ["a/b"]
    #/components/responses/None
    #/components/schemas/None
    "#);
    assert_snapshot!(said, @"
    6:28: warning[OAS134]: `#/components/schemas/It` is a schema, and is taken for that of the request body
      help: write it under `content`, as the `schema` of `application/json`
    8:24: warning[OAS134]: `#/components/schemas/It` is a schema, and is taken for that of the response
      help: write it under `content`, as the `schema` of `application/json`
    9:59: warning[OAS134]: `#/components/schemas/It` is a schema, and is taken for that of the header
      help: write it under `schema`
    9:114: warning[OAS134]: `#/components/schemas/It` is a schema, and is taken for that of the media type
      help: write it under `schema`
    10:16: warning[OAS134]: a schema stands here, and is taken for that of the response
      help: write it under `content`, as the `schema` of `application/json`
    11:50: warning[OAS134]: a schema stands here, and is taken for that of the media type
      help: write it under `schema`
    14:63: warning[OAS134]: `#/components/schemas/It` is a schema, and is taken for that of the response
      help: write it under `content`, as the `schema` of `application/json`
    ");
}
