//! What each media type of a body becomes, as the outline of the IR.

use insta::assert_snapshot;
use oasmith_codegen::{Options, ir, lower};
use oasmith_source::{SourceMap, render};
use oasmith_spec::{extract, parse, read, resolve};

/// The outline of the types and operations, and the diagnostics.
fn check(document: &str) -> String {
    let text = format!(
        "openapi: 3.2.0\ninfo: {{ title: Pets, version: '1' }}\n{}",
        document.trim_start()
    );
    let mut sources = SourceMap::default();
    let file = sources.add("api.yaml", text);
    let (fragments, _) = extract::extract(&sources, file);
    let (root, _) = parse::parse(&sources, &fragments[0]);
    let root = root.expect("YAML");
    let (document, _) = read::read(&root);
    let (valid, _) = resolve::resolve(document.expect("a document"), &root, &sources);
    let (api, diagnostics) = lower(
        &valid.expect("references to something"),
        &Options::default(),
    );
    let outline = ir::print(&api);
    let body = outline
        .split_once("trait DefaultApi in default\n")
        .unwrap_or_default();
    let types = body.0.split_once('\n').unwrap_or_default().1;
    let said = diagnostics.iter().map(|it| render::concise(it, &sources));
    format!("{types}{}{}", body.1, said.collect::<String>())
}

/// An operation with a body of one media type.
fn sending(media: &str, content: &str) -> String {
    check(&format!(
        "paths:\n  /p: {{ post: {{ operationId: send, requestBody: {{ content: {{ '{media}': {content} }} }}, responses: {{ '204': {{ description: ok }} }} }} }}"
    ))
}

/// An operation with an answer of one media type.
fn answering(media: &str, content: &str) -> String {
    check(&format!(
        "paths:\n  /p: {{ get: {{ operationId: show, responses: {{ '200': {{ description: ok, content: {{ '{media}': {content} }} }} }} }} }}"
    ))
}

#[test]
fn a_form_without_members_is_no_body_where_a_body_means_nothing() {
    let of = |method: &str, said: &str| {
        check(&format!(
            "paths:\n  /p: {{ {method}: {{ operationId: send, requestBody: {{ {said} content: {{ application/x-www-form-urlencoded: {{ schema: {{ type: object, properties: {{}} }} }} }} }}, responses: {{ '204': {{ description: ok }} }} }} }}"
        ))
    };
    assert_snapshot!(of("get", ""), @"
    send GET /p (send)
      -> 204 ()
    ");
    assert!(of("get", "required: true,").contains("body:"));
    assert!(of("post", "").contains("body:"));
}

#[test]
fn members_of_a_form_are_written_as_their_types_and_encodings_say() {
    let content = "{ schema: { type: object, required: [tags, none], properties: {
      name: { type: string }, tags: { type: array, items: { type: string } }, none: { type: [string, 'null'] },
      by_comma: { type: array, items: { type: integer } }, by_pipe: { type: array, items: { type: integer } },
      any: {}, address: { type: object, properties: { city: { type: string } } },
      deep: { type: object, additionalProperties: true }, fixed: { enum: [{ a: 1 }] },
      lists: { type: array, items: { type: array, items: { type: string } } } } },
      encoding: { by_comma: { explode: false }, by_pipe: { style: pipeDelimited, explode: false }, deep: { style: deepObject, explode: true }, fixed: { style: deepObject },
      address: { style: form }, name: { style: deepObject } } }";
    assert_snapshot!(sending("application/x-www-form-urlencoded", content), @r#"
    struct SendRequest in send_request [sent checked]
      name: String?
      tags: [String]
      none: String|null
      by_comma: [I64]?
      by_pipe: [I64]?
      any: Raw?
      address: SendRequestAddress?
      deep: {Raw}?
      fixed: {Raw}? enum or const of other values than strings and numbers
      lists: [[String]]?
    struct SendRequestAddress in send_request [sent]
      city: String?
      send POST /p (send)
        body: application/x-www-form-urlencoded UrlEncoded of SendRequest tags=Absent("[]") none=Absent("null") by_comma=Comma by_pipe=Pipe any=Json address=Json deep=Deep fixed=Json lists=JsonItems?
        -> 204 ()
    api.yaml:10:151: warning[OAS507]: `fixed` holds values that are no texts and have no type in a form, and is generated as JSON
    api.yaml:11:16: warning[OAS507]: `address` is an object in a form, and is generated as JSON
    api.yaml:7:12: info[OAS506]: a member of a form without a type is read as text
    "#);
}

#[test]
fn a_member_of_a_form_that_is_one_text_or_several_is_texts() {
    let content = "{ schema: { type: object, required: [plain], properties: {
      plain: &texts { oneOf: [{ type: string }, { type: array, items: { type: string } }] }, comma: *texts,
      within: { anyOf: [{ type: integer }, *texts] }, values: { type: array, items: { anyOf: [{ type: integer }, { type: string }] } },
      untyped: { type: array },
      objects: { anyOf: [&object { type: object, properties: { a: { type: string } } }, { type: array, items: *object }] },
      joined: { type: array, items: *object }, object: { type: object, properties: { a: { type: string } } } } },
      encoding: { comma: { explode: false }, untyped: { explode: false }, joined: { explode: false }, object: { explode: false } } }";
    assert_snapshot!(sending("application/x-www-form-urlencoded", content), @"
    struct SendRequest in send_request [sent checked]
      plain: SendRequestPlain
      comma: SendRequestComma?
      within: SendRequestWithin?
      values: [SendRequestValue]?
      untyped: [Raw]?
      objects: SendRequestObjects?
      joined: [SendRequestJoinedItem]?
      object: SendRequestObject?
    union SendRequestPlain in send_request [sent checked]
      Text(String) Text
      TextList([String]) List
    union SendRequestComma in send_request [sent checked]
      Text(String) Text
      TextList([String]) List
    union SendRequestWithin in send_request [sent checked]
      Integer(I64) Integer
      Other(SendRequestWithinOther) Text | List
    union SendRequestWithinOther in send_request [sent checked]
      Text(String) Text
      TextList([String]) List
    union SendRequestValue in send_request [sent checked]
      Integer(I64) Integer
      Text(String) Text
    union SendRequestObjects in send_request [sent checked]
      Object(SendRequestObjectsObject) Object
      ObjectList([SendRequestObjectsObjectListItem]) List
    struct SendRequestObjectsObject in send_request [sent]
      a: String?
    struct SendRequestObjectsObjectListItem in send_request [sent]
      a: String?
    struct SendRequestJoinedItem in send_request [sent]
      a: String?
    struct SendRequestObject in send_request [sent]
      a: String?
      send POST /p (send)
        body: application/x-www-form-urlencoded UrlEncoded of SendRequest comma=Comma untyped=Comma objects=Json joined=JsonItems object=Json?
        -> 204 ()
    api.yaml:8:16: warning[OAS507]: `objects` may hold objects or lists, for which there are no words in a form, and is generated as JSON
    api.yaml:10:83: warning[OAS507]: `joined` may hold objects or lists, for which there are no words in a form, and is generated as JSON
    api.yaml:10:111: warning[OAS507]: `object` may hold objects or lists, for which there are no words in a form, and is generated as JSON
    api.yaml:7:16: info[OAS506]: a member of a form without a type is read as text
    ");
}

#[test]
fn a_list_of_values_without_a_type_is_json_in_a_form_where_something_is_said_of_them() {
    let content = "{ schema: { type: object, required: [lists], properties: {
      lists: { enum: [[1, 2], [3]] }, one: { const: [x] }, any: { type: array, items: {} },
      pair: { type: array, prefixItems: [{ type: string }, { type: object, properties: { a: { type: string } } }], minItems: 2, items: false } } },
      encoding: { one: { explode: false } } }";
    assert_snapshot!(sending("application/x-www-form-urlencoded", content), @"
    struct SendRequest in send_request [sent checked]
      lists: [Raw] enum or const of other values than strings and numbers
      one: [Raw]? enum or const of other values than strings and numbers
      any: [Raw]?
      pair: (String, SendRequestPairSecondItem)?
    struct SendRequestPairSecondItem in send_request [sent]
      a: String?
      send POST /p (send)
        body: application/x-www-form-urlencoded UrlEncoded of SendRequest lists=Json one=Comma any=JsonItems pair=Json?
        -> 204 ()
    api.yaml:5:14: warning[OAS507]: `lists` holds values that are no texts and have no type in a form, and is generated as JSON
    api.yaml:5:44: info[OAS506]: 2 members of forms without a type are read as text, first here
    ");
    assert_snapshot!(sending("multipart/form-data", content), @r#"
    struct SendRequest in send_request [sent checked]
      lists: [Raw] enum or const of other values than strings and numbers
      one: [Raw]? enum or const of other values than strings and numbers
      any: [Raw]?
      pair: (String, SendRequestPairSecondItem)?
    struct SendRequestPairSecondItem in send_request [sent]
      a: String?
      send POST /p (send)
        body: multipart/form-data Multipart of SendRequest lists=JsonItems lists=Absent("[]") one=JsonItems any=JsonItems pair=Json?
        -> 204 ()
    api.yaml:7:24: warning[OAS507]: the part `one` is written by its type, and not in a style
    "#);
}

#[test]
fn a_part_that_may_be_a_file_is_one() {
    let content = "{ schema: { type: object, required: [a], properties: {
      a: { anyOf: [{ type: string, format: binary }, { type: 'null' }] },
      b: { anyOf: [{ type: string, format: binary }, { type: array, maxItems: 9, items: { type: string, format: binary } }] },
      c: { oneOf: [{ type: string, format: binary }, { type: object, properties: { id: { type: string } } }] },
      d: { anyOf: [{ type: string, format: binary }, { type: string, format: uri }, { type: 'null' }] },
      e: { anyOf: [{ type: string }, { type: 'null' }] }, f: { anyOf: [{}, { type: 'null' }] } } },
      encoding: { f: { contentType: image/png } } }";
    assert_snapshot!(sending("multipart/form-data", content), @r#"
    struct SendRequest in send_request [sent]
      a: File?
      b: [File]?
      c: File?
      d: File?
      e: (String|null)?
      f: File?
      send POST /p (send)
        body: multipart/form-data Multipart of SendRequest a=File("application/octet-stream") b=File("application/octet-stream") c=File("application/octet-stream") d=File("application/octet-stream") f=File("image/png")?
        -> 204 ()
    api.yaml:7:10: warning[OAS507]: `c` may be something else in a form, and is generated as a file
    api.yaml:8:10: warning[OAS507]: `d` may be something else in a form, and is generated as a file
    "#);
    let content = "{ schema: { oneOf: [{ type: object, required: [file], properties: { file: { type: string, format: binary } } },
      { type: object, required: [url], properties: { url: { type: string } } }] } }";
    assert_snapshot!(sending("multipart/form-data", content), @"
    union SendRequest in send_request [sent checked]
      File(SendRequestFile) {file: Text}
      Url(SendRequestUrl) {url: Text}
    struct SendRequestFile in send_request [sent]
      file: String
    struct SendRequestUrl in send_request [sent]
      url: String
      send POST /p (send)
        body: multipart/form-data Multipart of SendRequest?
        -> 204 ()
    api.yaml:4:159: warning[OAS507]: the file `file` is in one of several forms, and is generated as text
    ");
}

#[test]
fn a_form_of_several_types_is_an_object() {
    let content = "{ schema: { type: [string, object], properties: { a: { type: string } } } }";
    assert_snapshot!(sending("application/x-www-form-urlencoded", content), @"
    struct SendRequest in send_request [sent]
      a: String?
      send POST /p (send)
        body: application/x-www-form-urlencoded UrlEncoded of SendRequest?
        -> 204 ()
    api.yaml:4:109: warning[OAS507]: a form has members, so of several types the object is generated
    ");
    let content = "{ schema: { type: [string, object] } }";
    assert_snapshot!(sending("application/x-www-form-urlencoded", content), @"
      send POST /p (send)
        body: application/x-www-form-urlencoded UrlEncoded of {Raw}?
        -> 204 ()
    api.yaml:4:109: warning[OAS507]: a form has members, so of several types the object is generated
    api.yaml:4:109: info[OAS506]: a member of a form without a type is read as text
    ");
}

#[test]
fn the_members_of_a_form_with_alternatives_are_those_of_all() {
    let schema = "{ oneOf: [
        { type: object, required: [lives], properties: { lives: { type: integer }, home: { type: object, properties: { a: { type: integer } } } } },
        { type: object, required: [tail], properties: { tail: { type: boolean }, home: { type: object, properties: { a: { type: integer } } }, ages: { type: array, items: { type: object } } } },
        ] }";
    let form = "application/x-www-form-urlencoded";
    assert_snapshot!(sending(form, &format!("{{ schema: {schema} }}")), @"
    union SendRequest in send_request [sent checked]
      Lives(SendRequestLives) {lives: Integer}
      Tail(SendRequestTail) {tail: Boolean, ages?: List | Null}
    struct SendRequestLives in send_request [sent]
      lives: I64
      home: SendRequestLivesHome?
    struct SendRequestLivesHome in send_request [sent]
      a: I64?
    struct SendRequestTail in send_request [sent]
      tail: Bool
      home: SendRequestTailHome?
      ages: [{Raw}]?
    struct SendRequestTailHome in send_request [sent]
      a: I64?
      send POST /p (send)
        body: application/x-www-form-urlencoded UrlEncoded of SendRequest home=Json ages=JsonItems?
        -> 204 ()
    ");
}

#[test]
fn an_empty_list_is_meant_where_the_form_shows_whose_it_is() {
    let tags = "tags: { type: array, items: { type: string } }";
    let tagged = format!(
        "type: object, required: [name, tags], properties: {{ name: {{ type: string }}, {tags} }}"
    );
    let sized = "type: object, required: [size], properties: { size: { type: integer } }";
    let named = "type: object, required: [name], properties: { name: { type: string } }";
    let of_kind = |kind: &str, rest: &str, more: &str| {
        format!(
            "{{ type: object, required: [kind{rest}], properties: {{ kind: {{ const: {kind} }}{more} }} }}"
        )
    };
    let cases = [
        format!("oneOf: [{{ {tagged} }}, {{ {sized} }}]"),
        format!("oneOf: [{{ {tagged} }}, {{ {named} }}]"),
        format!(
            "oneOf: [{}, {}]",
            of_kind("a", ", tags", &format!(", {tags}")),
            of_kind("b", "", "")
        ),
        format!("oneOf: [{{ {tagged} }}, {{ {tagged}, description: another }}]"),
        format!(
            "oneOf: [{{ {tagged} }}, {{ type: object, {} }}]",
            "properties: { size: { type: integer } }"
        ),
    ];
    let form = "application/x-www-form-urlencoded";
    let told = cases.iter().map(|it| {
        let said = sending(form, &format!("{{ schema: {{ {it} }} }}"));
        let is_told = |it: &&str| it.contains("body:") || it.contains("OAS507");
        said.lines()
            .filter(is_told)
            .map(str::trim)
            .collect::<Vec<_>>()
            .join("\n")
    });
    assert_snapshot!(told.collect::<Vec<_>>().join("\n"), @r#"
    body: application/x-www-form-urlencoded UrlEncoded of SendRequest tags=AbsentOf(FormMark { has: [], lacks: ["size"] }, "[]")?
    body: application/x-www-form-urlencoded UrlEncoded of SendRequest?
    api.yaml:4:109: warning[OAS507]: `tags` leaves no trace in a form when it is empty, and nothing else tells the alternative that needs it
    body: application/x-www-form-urlencoded UrlEncoded of SendRequest tags=AbsentOf(FormMark { has: [("kind", ["a"])], lacks: [] }, "[]")?
    body: application/x-www-form-urlencoded UrlEncoded of SendRequest tags=Absent("[]")?
    body: application/x-www-form-urlencoded UrlEncoded of SendRequest tags=AbsentOf(FormMark { has: [("name", [])], lacks: [] }, "[]")?
    "#);
}

#[test]
fn a_member_whose_name_looks_like_a_part_of_another_is_none() {
    let content = "{ schema: { type: object, properties: { a: { type: object, additionalProperties: { type: string } },
      'a[b]': { type: string }, 'b[c]': { type: string } } }, encoding: { a: { style: deepObject, explode: true } } }";
    assert_snapshot!(sending("application/x-www-form-urlencoded", content), @"
    struct SendRequest in send_request [sent]
      a: {String}?
      a_b (a[b]): String?
      b_c (b[c]): String?
      send POST /p (send)
        body: application/x-www-form-urlencoded UrlEncoded of SendRequest a=Deep a[b]=Plain?
        -> 204 ()
    ");
}

#[test]
fn members_of_a_form_that_are_not_named_may_be_objects() {
    let of = |members: &str| {
        let content = format!("{{ schema: {{ type: object, {members} }} }}");
        sending("multipart/form-data", &content)
    };
    assert_snapshot!(of("additionalProperties: { type: object, properties: { a: { type: integer } } }"), @"
    struct SendRequestValue in send_request [sent]
      a: I64?
      send POST /p (send)
        body: multipart/form-data Multipart of {SendRequestValue} =OthersJson?
        -> 204 ()
    ");
    assert_snapshot!(of("properties: { a: { type: string } }, additionalProperties: { type: array, items: { type: array, items: { type: integer } } }"), @"
    struct SendRequest in send_request [sent]
      a: String?
      ..: [[I64]]
      send POST /p (send)
        body: multipart/form-data Multipart of SendRequest a=Plain =OthersJsonItems?
        -> 204 ()
    ");
    assert_snapshot!(of("properties: { a: { type: string } }, additionalProperties: { type: array, items: { type: integer } }"), @"
    struct SendRequest in send_request [sent]
      a: String?
      ..: [I64]
      send POST /p (send)
        body: multipart/form-data Multipart of SendRequest?
        -> 204 ()
    ");
}

#[test]
fn files_of_a_form_make_it_a_type_of_its_own() {
    let document = r"
paths:
  /a: { post: { operationId: send, requestBody: { required: true, content: { multipart/form-data: { schema: { $ref: '#/components/schemas/Upload' },
      encoding: { icon: { contentType: 'image/png, image/jpeg' }, note: { contentType: text/markdown } } } } }, responses: { '204': { description: ok } } } }
  /b: { post: { operationId: again, requestBody: { content: { multipart/form-data: { schema: { $ref: '#/components/schemas/Upload' } } } }, responses: { '204': { description: ok } } } }
  /c: { post: { operationId: json, requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/Upload' } } } }, responses: { '204': { description: ok } } } }
components:
  schemas:
    Upload: { type: object, required: [file], properties: { file: { type: string, format: binary, maxLength: 9 }, icon: { type: string, contentMediaType: image/png },
      more: { type: array, items: { type: string, format: binary } }, note: { type: string }, meta: { type: object, properties: { a: { type: string } } } } }
";
    assert_snapshot!(check(document), @r#"
    struct UploadForm in upload_form [sent]
      file: File
      icon: File?
      more: [File]?
      note: String?
      meta: UploadMeta?
    struct UploadMeta in upload [sent]
      a: String?
    struct Upload in upload [sent checked]
      file: String max_length=9
      icon: String?
      more: [String]?
      note: String?
      meta: UploadMeta?
      send POST /a (send)
        body: multipart/form-data Multipart of UploadForm file=File("application/octet-stream") icon=File("image/png") more=File("application/octet-stream") note=Part("text/markdown") meta=Json
        -> 204 ()
      again POST /b (again)
        body: multipart/form-data Multipart of UploadForm file=File("application/octet-stream") icon=File("application/octet-stream") more=File("application/octet-stream") meta=Json?
        -> 204 ()
      json POST /c (json)
        body: application/json Upload?
        -> 204 ()
    api.yaml:10:67: info[OAS521]: `pattern or bounds of a file` is not checked by the generated server, here
    "#);
}

#[test]
fn a_form_without_members_is_bytes() {
    assert_snapshot!(sending("multipart/form-data", "{ schema: { type: string } }"), @"
      send POST /p (send) degraded
        body: multipart/form-data stream?
        -> 204 ()
    api.yaml:4:85: warning[OAS502]: `multipart/form-data` is generated as a stream of bytes
    ");
    assert_snapshot!(sending("application/x-www-form-urlencoded", "{}"), @"
      send POST /p (send) degraded
        body: application/x-www-form-urlencoded stream?
        -> 204 ()
    api.yaml:4:99: warning[OAS502]: `application/x-www-form-urlencoded` is generated as a stream of bytes
    ");
    assert_snapshot!(sending("application/x-www-form-urlencoded", "{ schema: { type: [string, integer] } }"), @"
      send POST /p (send) degraded
        body: application/x-www-form-urlencoded stream?
        -> 204 ()
    api.yaml:4:99: warning[OAS502]: `application/x-www-form-urlencoded` is generated as a stream of bytes
    ");
    assert_snapshot!(sending("multipart/mixed", "{ schema: { type: object } }"), @"
      send POST /p (send) degraded
        body: multipart/mixed stream?
        -> 204 ()
    api.yaml:4:81: warning[OAS502]: `multipart/mixed` is generated as a stream of bytes
    ");
}

#[test]
fn a_form_that_may_have_no_members_is_nothing() {
    let schema = "{ schema: { type: object, properties: {}, additionalProperties: false } }";
    assert_snapshot!(sending("application/x-www-form-urlencoded", schema), @"
    send POST /p (send)
      body: application/x-www-form-urlencoded ()?
      -> 204 ()
    ");
}

#[test]
fn values_one_after_the_other_are_typed() {
    let schema = "{ schema: { type: object, properties: { a: { type: string } } } }";
    assert_snapshot!(sending("application/x-ndjson", schema), @"
    struct SendRequest in send_request [sent]
      a: String?
      send POST /p (send)
        body: application/x-ndjson Lines of SendRequest?
        -> 204 ()
    ");
    assert_snapshot!(answering("application/jsonl", "{ schema: { type: array, items: { type: integer } } }"), @"
    show GET /p (show)
      -> 200 application/jsonl Lines of I64
    ");
    assert_snapshot!(answering("application/json-seq", "{ itemSchema: { type: integer } }"), @"
    show GET /p (show)
      -> 200 application/json-seq Sequence of I64
    ");
    assert_snapshot!(answering("text/event-stream", schema), @"
    struct ShowResponse in show_response [answered]
      a: String?
      show GET /p (show)
        -> 200 text/event-stream Events of ShowResponse
    ");
    assert_snapshot!(answering("text/event-stream", "{}"), @"
    show GET /p (show)
      -> 200 text/event-stream TextEvents of String
    ");
    let event = "{ itemSchema: { type: object, properties: { event: { type: string }, data: { type: integer } } } }";
    assert_snapshot!(answering("text/event-stream", event), @"
    show GET /p (show)
      -> 200 text/event-stream Events of I64
    ");
    // Before 3.2.
    let event = "{ schema: { type: object, required: [data], properties: { id: { type: string }, data: { type: object, properties: { a: { type: integer } } } } } }";
    assert_snapshot!(answering("text/event-stream", event), @"
    struct ShowResponseData in show_response [answered]
      a: I64?
      show GET /p (show)
        -> 200 text/event-stream Events of ShowResponseData
    ");
    let event = "{ itemSchema: { type: object, properties: { event: { type: string }, data: { type: string, contentMediaType: application/json, contentSchema: { type: boolean } } } } }";
    assert_snapshot!(answering("text/event-stream", event), @"
    show GET /p (show)
      -> 200 text/event-stream Events of Bool
    ");
}

#[test]
fn data_of_events_that_are_a_component_have_its_name() {
    let document = "
paths:
  /a: { get: { operationId: a, responses: { '200': { description: ok, content: { text/event-stream: { schema: { $ref: '#/components/schemas/Tick' } } } } } } }
  /b: { get: { operationId: b, responses: { '200': { description: ok, content: { text/event-stream: { schema: { $ref: '#/components/schemas/Tick' } } } } } } }
components: { schemas: { Tick: { type: object, properties: { data: { type: object, properties: { at: { type: integer } } } } } } }
";
    assert_snapshot!(check(document), @"
    struct TickData in tick [answered]
      at: I64?
      a GET /a (a)
        -> 200 text/event-stream Events of TickData
      b GET /b (b)
        -> 200 text/event-stream Events of TickData
    ");
}

#[test]
fn events_of_several_kinds_are_one_of_their_data() {
    let of = |data: &str| {
        answering(
            "text/event-stream",
            &format!(
                "{{ itemSchema: {{ type: object, properties: {{ event: {{ type: string }}, data: {{ type: string }} }}, oneOf: [{{ properties: {{ event: {{ const: number }}, data: {{ contentSchema: {{ type: integer }} }} }} }}, {{ properties: {{ event: {{ const: other }}, data: {data} }} }}] }} }}"
            ),
        )
    };
    assert_snapshot!(of("{ contentSchema: { type: object, required: [a], properties: { a: { type: boolean } } } }"), @r#"
    union ShowResponseData in show_response [answered checked] by shape or name of "event"
      Number(I64) "number" | Integer
      Other(ShowResponseDataOther) "other" | Object
    struct ShowResponseDataOther in show_response [answered]
      a: Bool
      show GET /p (show)
        -> 200 text/event-stream Events of ShowResponseData
    "#);
    // What is JSON in some and no JSON in others is text.
    assert_snapshot!(of("{}"), @"
    show GET /p (show)
      -> 200 text/event-stream TextEvents of String
    ");
}

#[test]
fn events_without_names_of_their_own_are_told_by_their_data() {
    let event = "{ itemSchema: { oneOf: [{ properties: { event: { const: a }, data: { type: integer } } }, { properties: { event: { type: string }, data: { type: boolean } } }] } }";
    assert_snapshot!(answering("text/event-stream", event), @"
    union ShowResponseData in show_response [answered checked]
      Integer(I64) Integer
      Boolean(Bool) Boolean
      show GET /p (show)
        -> 200 text/event-stream Events of ShowResponseData
    api.yaml:4:106: info[OAS511]: which of several events it is, is told by its data and not by its name
    ");
}

#[test]
fn xml_is_text_and_binary_is_bytes() {
    assert_snapshot!(answering("application/xml", "{ schema: { type: object } }"), @"
      show GET /p (show)
        -> 200 application/xml text
    api.yaml:4:104: info[OAS508]: `application/xml` is generated as text
    ");
    assert_snapshot!(answering("application/json", "{ schema: { type: string, format: binary } }"), @"
    show GET /p (show)
      -> 200 application/json stream
    ");
    assert_snapshot!(answering("*/*", "{}"), @"
    show GET /p (show)
      -> 200 */* stream
    ");
}

#[test]
fn a_range_of_media_types_holds_what_its_schema_says() {
    let object = "{ schema: { type: object, properties: { a: { type: string } } } }";
    assert_snapshot!(answering("*/*", object), @"
    struct ShowResponse in show_response [answered]
      a: String?
      show GET /p (show)
        -> 200 */* ShowResponse
    ");
    assert_snapshot!(sending("application/*", object), @"
    struct SendRequest in send_request [sent]
      a: String?
      send POST /p (send)
        body: application/* SendRequest?
        -> 204 ()
    ");
    assert_snapshot!(answering("*/*", "{ schema: { type: [integer, 'null'] } }"), @"
    show GET /p (show)
      -> 200 */* I64|null
    ");
    assert_snapshot!(answering("*/*", "{ schema: { type: string } }"), @"
      show GET /p (show)
        -> 200 */* stream
    api.yaml:4:92: info[OAS502]: a text under `*/*` is generated as a stream of bytes
    ");
    assert_snapshot!(answering("image/*", "{ schema: { type: string, format: binary } }"), @"
    show GET /p (show)
      -> 200 image/* stream
    ");
}

#[test]
fn what_a_text_or_bytes_do_not_say_is_told() {
    let object = "{ schema: { type: object, properties: { a: { type: string } } } }";
    assert_snapshot!(answering("text/plain", object), @"
      show GET /p (show)
        -> 200 text/plain text
    api.yaml:4:99: info[OAS502]: `text/plain` is generated as text
    ");
    assert_snapshot!(answering("application/yaml", object), @"
      show GET /p (show) degraded
        -> 200 application/yaml stream
    api.yaml:4:105: warning[OAS502]: `application/yaml` is generated as a stream of bytes
    ");
    assert_snapshot!(answering("application/octet-stream", object), @"
      show GET /p (show)
        -> 200 application/octet-stream stream
    api.yaml:4:113: info[OAS502]: `application/octet-stream` is generated as a stream of bytes
    ");
    assert_snapshot!(sending("image/png", object), @"
      send POST /p (send)
        body: image/png stream?
        -> 204 ()
    api.yaml:4:75: info[OAS502]: `image/png` is generated as a stream of bytes
    ");
    assert_snapshot!(sending("application/yaml", "{ schema: { type: string } }"), @"
    send POST /p (send)
      body: application/yaml stream?
      -> 204 ()
    ");
}

#[test]
fn json_is_told_by_a_word_in_the_name_or_by_the_schema_of_a_vendors_own_type() {
    let object = "{ schema: { type: object, properties: { a: { type: string } } } }";
    for media in ["application/x-amz-json-1.1", "json", "text/x-json"] {
        let told = answering(media, object);
        assert!(told.ends_with(&format!("{media} ShowResponse\n")), "{told}");
    }
    assert_snapshot!(sending("application/vnd.company.api-v1", object), @"
    struct SendRequest in send_request [sent]
      a: String?
      send POST /p (send)
        body: application/vnd.company.api-v1 SendRequest?
        -> 204 ()
    api.yaml:4:96: info[OAS502]: `application/vnd.company.api-v1` is generated as JSON, since its schema has a structure
    ");
    assert_snapshot!(sending("application/vnd.company.api-v1", "{ schema: { type: string } }"), @"
    send POST /p (send)
      body: application/vnd.company.api-v1 stream?
      -> 204 ()
    ");
    assert_snapshot!(sending("application/vnd.company+msgpack", object), @"
      send POST /p (send) degraded
        body: application/vnd.company+msgpack stream?
        -> 204 ()
    api.yaml:4:97: warning[OAS502]: `application/vnd.company+msgpack` is generated as a stream of bytes
    ");
    // What is JSON by its name goes before.
    let both = "{ schema: { type: object } }, application/json: { schema: { type: object } }";
    assert_snapshot!(sending("application/vnd.company.api-v1", both), @"
    send POST /p (send)
      body: application/json or application/vnd.company.api-v1 {Raw}?
      -> 204 ()
    ");
}

#[test]
fn parts_of_which_nothing_is_said_are_bytes() {
    assert_snapshot!(answering("multipart/mixed", "{ schema: { type: string } }"), @"
    show GET /p (show)
      -> 200 multipart/mixed stream
    ");
}

#[test]
fn an_answer_of_one_value_may_come_as_a_text() {
    let told = |schema: &str| {
        let declared = format!(
            "{{ schema: {schema} }}, application/json: {{ schema: {schema} }}, text/json: {{ schema: {schema} }}"
        );
        answering("text/plain", &declared)
    };
    assert_snapshot!(told("{ type: integer, format: int32 }"), @"
    show GET /p (show)
      -> 200 application/json or text I32
    ");
    assert_snapshot!(told("{ enum: [a, b] }"), @r#"
    enum ShowResponse in show_response [answered checked] A="a" B="b"
      show GET /p (show)
        -> 200 application/json or text ShowResponse
    "#);
    assert_snapshot!(told("{ type: array, items: { type: string } }"), @"
      show GET /p (show)
        offers text/plain
        -> 200 application/json [String]
    api.yaml:4:55: info[OAS503]: of several media types `application/json` is generated, not `text/plain`
    ");
}

#[test]
fn of_several_media_types_those_that_hold_the_same_are_one() {
    let document = r"
paths:
  /p: { post: { operationId: send, requestBody: { content: {
      text/plain: {}, application/xml: { schema: { $ref: '#/components/schemas/A' } }, text/json: { schema: { $ref: '#/components/schemas/A' } },
      application/*+json: { schema: { $ref: '#/components/schemas/A' } }, application/vnd.b+json: { schema: { type: string } } } }, responses: { '204': { description: ok } } } }
components: { schemas: { A: { type: object, properties: { a: { type: string } } } } }
";
    assert_snapshot!(check(document), @"
    struct A in a [sent]
      a: String?
      send POST /p (send)
        body: SendOperationBody::Json text/json or application/*+json A?
        body: SendOperationBody::B application/vnd.b+json String?
        body: SendOperationBody::Text text/plain text?
        -> 204 ()
    api.yaml:4:49: info[OAS503]: of several media types `text/json`, `application/vnd.b+json`, `text/plain` are generated, not `application/xml`
    ");
}

#[test]
fn an_answer_without_content_is_no_stream_either() {
    let document = r"
paths:
  /p: { get: { operationId: show, responses: { '204': { description: ok, content: { application/json: { schema: { type: integer } }, text/event-stream: {} } } } } }
";
    assert_snapshot!(check(document), @"
      show GET /p (show)
        -> 204 ()
    api.yaml:4:55: info[OAS503]: of several media types `application/json` is generated, not `text/event-stream`
    ");
}

#[test]
fn errors_are_not_streamed() {
    let document = r"
paths:
  /p: { get: { operationId: show, responses: { '204': { description: ok, headers: { X-Left: { schema: { type: integer } } } }, '400': { description: no, content: { text/event-stream: {} } } } } }
";
    assert_snapshot!(check(document), @"
    show GET /p (show)
      -> ShowOutput 204 () with X-Left: I64
      !! ShowError::BadRequest 400 text/event-stream stream
    ");
}

#[test]
fn a_form_of_the_component_that_is_json_as_well_is_read_too() {
    let document = "
paths:
  /p:
    post:
      operationId: send
      requestBody:
        required: true
        content:
          application/xml: { schema: { $ref: '#/components/schemas/Pet' } }
          application/x-www-form-urlencoded: { schema: { $ref: '#/components/schemas/Pet' }, encoding: { tags: { explode: false } } }
          application/json: { schema: { $ref: '#/components/schemas/Pet' } }
      responses: { '204': { description: ok } }
  /other:
    post:
      operationId: sendOther
      requestBody:
        content:
          application/x-www-form-urlencoded: { schema: { type: object, properties: { name: { type: string } } } }
          application/json: { schema: { $ref: '#/components/schemas/Pet' } }
      responses: { '204': { description: ok } }
components: { schemas: { Pet: { type: object, properties: { home: { type: object, properties: { city: { type: string } } }, tags: { type: array, items: { type: string } } } } } }
";
    assert_snapshot!(check(document), @"
    struct Pet in pet [sent]
      home: PetHome?
      tags: [String]?
    struct PetHome in pet [sent]
      city: String?
    struct SendOtherFormRequest in send_other_form_request [sent]
      name: String?
      send POST /p (send)
        body: application/json or application/x-www-form-urlencoded Pet or UrlEncoded of Pet home=Json tags=Comma
        -> 204 ()
      send_other POST /other (sendOther)
        body: SendOtherBody::Json application/json Pet?
        body: SendOtherBody::Form application/x-www-form-urlencoded UrlEncoded of SendOtherFormRequest?
        -> 204 ()
    api.yaml:8:9: info[OAS503]: of several media types `application/json` is generated, not `application/xml`
    ");
}

#[test]
fn an_answer_may_be_one_value_or_a_stream() {
    assert_snapshot!(check("paths:
  /p:
    post:
      operationId: ask
      responses:
        '200':
          description: ok
          content:
            text/event-stream: { schema: { type: object, properties: { delta: { type: string } } } }
            application/json: { schema: { type: object, properties: { text: { type: string } } } }
        '400':
          description: wrong
          content:
            application/json: { schema: { type: string } }
            text/event-stream: { schema: { type: string } }
"), @"
    struct AskResponse in ask_response [answered]
      text: String?
    struct AskResponseStream in ask_response_stream [answered]
      delta: String?
      ask POST /p (ask)
        -> AskOutput::Ok 200 application/json AskResponse
        -> AskOutput::OkStream 200 text/event-stream Events of AskResponseStream
        !! AskError::BadRequest 400 application/json String
    api.yaml:14:11: info[OAS503]: of several media types `application/json` is generated, not `text/event-stream`
    ");
}

#[test]
fn files_go_before_json_which_cannot_hold_them() {
    let both = |schema: &str| {
        check(&format!("paths:
  /p:
    post:
      operationId: send
      requestBody: {{ content: {{ application/json: {{ schema: {schema} }}, multipart/form-data: {{ schema: {schema} }} }} }}
      responses: {{ '200': {{ description: ok, content: {{ multipart/form-data: {{ schema: {schema} }}, application/json: {{ schema: {schema} }} }} }} }}
"))
    };
    assert_snapshot!(both("{ type: object, properties: { name: { type: string }, icon: { type: string, format: binary } } }"), @r#"
    struct SendRequest in send_request [sent]
      name: String?
      icon: File?
    struct SendResponse in send_response [answered]
      name: String?
      icon: String?
      send POST /p (send)
        body: multipart/form-data Multipart of SendRequest icon=File("application/octet-stream")?
        offers multipart/form-data
        -> 200 application/json SendResponse
    api.yaml:7:20: info[OAS503]: of several media types `multipart/form-data` is generated, not `application/json`
    api.yaml:8:27: info[OAS503]: of several media types `application/json` is generated, not `multipart/form-data`
    "#);
    assert_snapshot!(both("{ type: object, properties: { name: { type: string } } }"), @"
    struct SendRequest in send_request [sent]
      name: String?
    struct SendResponse in send_response [answered]
      name: String?
      send POST /p (send)
        body: application/json SendRequest?
        offers multipart/form-data
        -> 200 application/json SendResponse
    api.yaml:7:20: info[OAS503]: of several media types `application/json` is generated, not `multipart/form-data`, at 2 places, first here
    ");
}

#[test]
fn what_many_operations_reach_is_told_once() {
    assert_snapshot!(check("paths:
  /a: { get: { operationId: a, responses: { '200': { $ref: '#/components/responses/Both' } } } }
  /b: { get: { operationId: b, responses: { '200': { $ref: '#/components/responses/Both' } } } }
components:
  responses:
    Both: { description: ok, content: { application/json: { schema: { type: string } }, application/xml: { schema: { type: integer } } } }
"), @"
      a GET /a (a)
        offers application/xml
        -> 200 application/json String
      b GET /b (b)
        offers application/xml
        -> 200 application/json String
    api.yaml:8:11: info[OAS503]: of several media types `application/json` is generated, not `application/xml`
    ");
}

#[test]
fn what_is_left_out_for_the_same_is_told_once() {
    let both = "{ application/json: { schema: { type: string } }, application/xml: { schema: { type: integer } } }";
    assert_snapshot!(check(&format!("paths:
  /a: {{ get: {{ operationId: a, responses: {{ '200': {{ description: ok, content: {both} }}, '400': {{ description: wrong, content: {both} }} }} }} }}
  /b: {{ get: {{ operationId: b, responses: {{ '200': {{ description: ok, content: {{ text/plain: {{}}, image/png: {{}} }} }}, '400': {{ description: wrong, content: {both} }} }} }} }}
")), @"
      a GET /a (a)
        offers application/xml
        -> 200 application/json String
        !! BadRequestError::BadRequest 400 application/json String
      b GET /b (b)
        offers image/png
        -> 200 text/plain text
        !! as BadRequestError
    api.yaml:4:52: info[OAS503]: of several media types `application/json` is generated, not `application/xml`, at 3 places, first here
    api.yaml:5:52: info[OAS503]: of several media types `text/plain` is generated, not `image/png`
    ");
}

#[test]
fn each_of_several_answers_has_its_headers() {
    assert_snapshot!(check("paths:
  /p:
    put:
      operationId: put
      responses:
        '200': { description: ok, content: { application/json: { schema: { type: string } } } }
        '201': { description: made, headers: { Location: { required: true, schema: { type: string } } }, content: { application/json: { schema: { type: string } } } }
        '202': { description: later, headers: { Retry-After: { schema: { type: integer } } } }
"), @"
    put PUT /p (put)
      -> PutOutput::Ok 200 application/json String
      -> PutOutput::Created PutOutputCreated 201 application/json String with Location: String required
      -> PutOutput::Accepted PutOutputAccepted 202 () with Retry-After: I64
    ");
}

#[test]
fn errors_have_their_headers_and_share_a_type_where_those_are_the_same() {
    assert_snapshot!(check("paths:
  /a: { get: { operationId: a, responses: { '204': { description: ok }, '429': { $ref: '#/components/responses/Busy' } } } }
  /b: { get: { operationId: b, responses: { '204': { description: ok }, '429': { $ref: '#/components/responses/Busy' } } } }
  /c:
    get:
      operationId: c
      responses:
        '204': { description: ok }
        '401': { description: who, headers: { WWW-Authenticate: { schema: { type: string } } } }
        default: { description: no, headers: { X Y: { schema: { type: string } } } }
  /d: { get: { operationId: d, responses: { '204': { description: ok }, '429': { description: no, content: { application/json: { schema: { type: string } } } } } } }
components:
  responses:
    Busy:
      description: busy
      headers: { Retry-After: { schema: { type: integer } } }
      content: { application/json: { schema: { type: string } } }
"), @"
  a GET /a (a)
    -> 204 ()
    !! TooManyRequestsError::TooManyRequests AOperationErrorTooManyRequests 429 application/json String with Retry-After: I64
  b GET /b (b)
    -> 204 ()
    !! as TooManyRequestsError
  c GET /c (c) degraded
    -> 204 ()
    !! CError::Unauthorized CErrorUnauthorized 401 () with WWW-Authenticate: String
    !! CError::Default default ()
  d GET /d (d)
    -> 204 ()
    !! DError::TooManyRequests 429 application/json String
api.yaml:12:53: warning[OAS504]: the header `X Y` has a name that HTTP does not allow
");
}

#[test]
fn a_request_may_hold_different_things() {
    assert_snapshot!(check("paths:
  /a:
    post:
      operationId: send
      requestBody:
        content:
          text/csv: {}
          text/plain: {}
          application/json: { schema: { type: object, properties: { a: { type: string } } } }
          application/vnd.acme.v2+json: { schema: { type: array, maxItems: 3, items: { type: string } } }
          application/json;simple: { schema: { type: integer } }
          multipart/form-data: { schema: { type: object, properties: { a: { type: string, format: binary } } } }
          application/x-www-form-urlencoded: { schema: { type: object, properties: { a: { type: integer }, b: { type: object } } } }
          image/*: {}
          application/yaml: { schema: { type: object, properties: { b: { type: string } } } }
          application/octet-stream: { schema: { type: string, format: binary } }
      responses: { '204': { description: ok } }
"), @r#"
struct SendRequest in send_request [sent]
  a: File?
struct SendJsonRequest in send_json_request [sent]
  a: String?
struct SendFormRequest in send_form_request [sent]
  a: I64?
  b: {Raw}?
  send POST /a (send)
    body: SendOperationBody::Multipart multipart/form-data Multipart of SendRequest a=File("application/octet-stream")?
    body: SendOperationBody::Json application/json SendJsonRequest?
    body: SendOperationBody::AcmeV2 application/vnd.acme.v2+json [String]?
    body: SendOperationBody::Form application/x-www-form-urlencoded UrlEncoded of SendFormRequest b=Json?
    body: SendOperationBody::Text text/csv or text/plain text?
    body: SendOperationBody::Bytes application/octet-stream stream?
    -> 204 ()
api.yaml:8:9: info[OAS503]: of several media types `multipart/form-data`, `application/json`, `application/vnd.acme.v2+json`, `application/x-www-form-urlencoded`, `text/csv`, `application/octet-stream` are generated, not `application/json;simple`, `image/*`, `application/yaml`
"#);
}

#[test]
fn media_types_that_hold_the_same_are_no_choice() {
    assert_snapshot!(check("paths:
  /a:
    post:
      operationId: send
      requestBody:
        required: true
        content:
          application/json: { schema: { $ref: '#/components/schemas/A' } }
          multipart/form-data: { schema: { type: object, properties: { next: { $ref: '#/components/schemas/A' }, a: { type: string, description: an a } } } }
          application/xml: { schema: { $ref: '#/components/schemas/B' } }
      responses: { '204': { description: ok } }
components:
  schemas:
    A: { type: object, properties: { a: { type: string }, next: { $ref: '#/components/schemas/A' } } }
    B: { type: object, properties: { a: { type: string }, next: { $ref: '#/components/schemas/B' } } }
"), @"
struct A in a [sent]
  a: String?
  next: Box<A>?
  send POST /a (send)
    body: application/json A
    -> 204 ()
api.yaml:8:9: info[OAS503]: of several media types `application/json` is generated, not `multipart/form-data`, `application/xml`
");
}

#[test]
fn json_of_which_nothing_is_said_goes_behind_what_an_answer_is() {
    let of = |content: &str| {
        let said = check(&format!(
            "paths:\n  /p: {{ get: {{ operationId: show, responses: {{ '200': {{ description: ok, content: {{ {content} }} }} }} }} }}"
        ));
        let mut lines = said.lines().filter(|it| it.contains("->"));
        format!("{content}\n{}\n", lines.next().unwrap_or_default())
    };
    let cases = [
        "application/json: { schema: {} }, image/png: {}",
        "application/json: { schema: {} }, text/csv: { schema: { type: string } }",
        "application/json: { schema: { type: string } }, video/mp4: { schema: { type: string, format: binary } }",
        "application/json: { schema: { type: string } }, text/plain: { schema: {} }",
        "application/json: { schema: {} }, text/plain: { schema: {} }, '*/*': {}",
        "application/json: { schema: { type: object } }, application/pdf: {}",
        "application/json: {}, application/problem+json: { schema: { type: object } }",
    ];
    assert_snapshot!(cases.map(of).concat(), @"
    application/json: { schema: {} }, image/png: {}
        -> 200 image/png stream
    application/json: { schema: {} }, text/csv: { schema: { type: string } }
        -> 200 text/csv text
    application/json: { schema: { type: string } }, video/mp4: { schema: { type: string, format: binary } }
        -> 200 video/mp4 stream
    application/json: { schema: { type: string } }, text/plain: { schema: {} }
        -> 200 application/json String
    application/json: { schema: {} }, text/plain: { schema: {} }, '*/*': {}
        -> 200 application/json Raw
    application/json: { schema: { type: object } }, application/pdf: {}
        -> 200 application/json {Raw}
    application/json: {}, application/problem+json: { schema: { type: object } }
        -> 200 application/json Raw
    ");
}

#[test]
fn a_copy_of_what_another_media_type_refers_to_is_read_as_well() {
    let copy = "{ type: object, properties: { name: { type: string } } }";
    let document = format!(
        "paths: {{ /p: {{ post: {{ operationId: add, requestBody: {{ required: true, content: {{ application/json: {{ schema: {{ $ref: '#/components/schemas/Pet' }} }}, \
         application/vnd.pet+json: {{ schema: {copy} }} }} }}, responses: {{ '204': {{ description: ok }} }} }} }} }}\n\
         components: {{ schemas: {{ Pet: {copy} }} }}"
    );
    assert_snapshot!(check(&document), @"
    struct Pet in pet [sent]
      name: String?
      add POST /p (add)
        body: application/json or application/vnd.pet+json Pet
        -> 204 ()
    ");
}

#[test]
fn what_a_patch_means_is_in_its_name() {
    let document = "paths:
  /p:
    patch:
      operationId: change
      requestBody:
        required: true
        content:
          application/json-patch+json: { schema: { type: object } }
          application/merge-patch+json: { schema: { type: object } }
      responses: { '204': { description: done } }
";
    assert_snapshot!(check(document), @"
    change PATCH /p (change)
      body: ChangeBody::JsonPatch application/json-patch+json {Raw}
      body: ChangeBody::MergePatch application/merge-patch+json {Raw}
      -> 204 ()
    ");
}

#[test]
fn what_an_encoding_says_of_a_part_is_told() {
    let document = "paths:
  /p:
    post:
      operationId: send
      requestBody:
        content:
          multipart/form-data:
            schema: { type: object, properties: { a: { type: object, properties: { b: { type: string } } }, c: { type: array, items: { type: string } } } }
            encoding: { a: { contentType: application/xml }, c: { style: form, explode: false } }
      responses: { '204': { description: done } }
";
    assert_snapshot!(check(document), @"
    struct SendRequest in send_request [sent]
      a: SendRequestA?
      c: [String]?
    struct SendRequestA in send_request [sent]
      b: String?
      send POST /p (send)
        body: multipart/form-data Multipart of SendRequest a=Json?
        -> 204 ()
    api.yaml:11:28: warning[OAS507]: the part `a` is JSON, whatever `application/xml` is
    api.yaml:11:65: warning[OAS507]: the part `c` is written by its type, and not in a style
    ");
}
