//! Parameters: what travels as text, and how.

use super::{check, check_recovered};
use insta::assert_snapshot;

/// An operation with these parameters, one a line.
fn parameters(list: &str) -> String {
    let list: String = list
        .lines()
        .filter(|it| !it.trim().is_empty())
        .map(|it| format!("        - {{ {} }}\n", it.trim()))
        .collect();
    check(&format!(
        "paths:\n  /p/{{id}}:\n    get:\n      operationId: show\n      responses: {{ '204': {{ description: ok }} }}\n      parameters:\n{list}"
    ))
}

const OBJECT: &str = "schema: { type: object, properties: { min: { type: integer, minimum: 1 }, tags: { type: array, items: { type: string } } } }";

#[test]
fn lists_need_a_style_that_repeats_a_member() {
    let lists =
        "schema: { type: object, additionalProperties: { type: array, items: { type: string } } }";
    let required = "schema: { type: object, required: [a], properties: { a: { type: array, items: { type: string } } } }";
    let list = format!(
        "name: id, in: path, required: true, {required}
         name: flat, in: query, explode: false, {lists}
         name: form, in: query, {lists}"
    );
    assert_snapshot!(parameters(&list), @"
    trait DefaultApi in default
      show GET /p/{id} (show) degraded
        path id: String
        query flat: String?
        query form: {[String]}? exploded
        -> 204 ()
    api.yaml:9:11: warning[OAS504]: parameter `id` holds lists or objects where its style has no room for them, so it is generated as text
    api.yaml:10:11: warning[OAS504]: parameter `flat` holds lists or objects where its style has no room for them, so it is generated as text
    ");
}

#[test]
fn objects_are_written_in_every_style() {
    let list = format!(
        "name: id, in: path, required: true, style: matrix, explode: true, {OBJECT}
         name: deep, in: query, style: deepObject, {OBJECT}
         name: form, in: query, required: true, schema: {{ type: object, additionalProperties: {{ type: integer }} }}
         name: flat, in: query, explode: false, schema: {{ type: object }}
         name: json, in: query, content: {{ application/json: {{ schema: {{ type: array, items: {{ type: array, items: {{ type: integer }} }} }} }} }}
         name: csv, in: query, content: {{ text/csv: {{}} }}
         name: X-Simple, in: header, explode: true, schema: {{ type: object, properties: {{ a: {{ type: string }} }} }}
         name: cookies, in: cookie, schema: {{ type: object, properties: {{ b: {{ type: string }} }} }}"
    );
    assert_snapshot!(parameters(&list), @"
    struct ShowId in show [sent checked]
      min: I64? >=1
      tags: [String]?
    struct ShowDeep in show [sent checked]
      min: I64? >=1
      tags: [String]?
    struct ShowXSimple in show [sent]
      a: String?
    struct ShowCookies in show [sent]
      b: String?
    trait DefaultApi in default
      show GET /p/{id} (show)
        path id: ShowId matrixexploded
        query form: {I64} exploded
        query deep: ShowDeep? deep
        query flat: {Raw}? comma
        query json: [[I64]]? json
        query csv: String?
        header x_simple (X-Simple): ShowXSimple? exploded
        cookie cookies: ShowCookies? exploded
        -> 204 ()
    api.yaml:12:19: info[OAS506]: what has no type inside of a parameter is read as text
    ");
}

#[test]
fn what_has_no_type_is_a_string() {
    let list = "name: id, in: path, required: true
                name: any, in: query, schema: {}
                name: items, in: query, schema: { type: array }
                name: pair, in: query, schema: { type: array, prefixItems: [{ type: string }, { type: integer }] }
                name: fixed, in: query, schema: { const: 5 }
                name: nulls, in: query, schema: { type: array, items: { type: [integer, 'null'] } }";
    assert_snapshot!(parameters(list), @"
    enum ShowFixed in show [sent checked] Value5=5
    trait DefaultApi in default
      show GET /p/{id} (show)
        path id: String
        query any: String?
        query items_query (items): [String]?
        query pair: [String]?
        query fixed: ShowFixed?
        query nulls: [I64]?
        -> 204 ()
    api.yaml:11:19: info[OAS510]: `items` is named `items_query` in Rust, since its own name is taken
    api.yaml:12:19: info[OAS506]: a parameter with a schema for each of its items is generated as a list of texts
    api.yaml:9:19: info[OAS506]: 3 parameters without a type are generated as text, first here
    ");
}

#[test]
fn alternatives_are_one_text_or_several() {
    let list = "name: id, in: path, required: true, schema: { oneOf: [{ type: integer }, { type: string }] }
                name: expand, in: query, schema: { anyOf: [{ type: string }, { type: array, items: { type: string } }] }
                name: created, in: query, style: deepObject, schema: { anyOf: [{ type: integer }, { type: object, properties: { gt: { type: integer } } }] }
                name: other, in: query, explode: false, schema: { anyOf: [{ type: boolean }, { type: array, items: { type: string } }] }";
    assert_snapshot!(parameters(list), @"
    union ShowId in show [sent checked]
      Integer(I64) Integer
      Text(String) Text
    union ShowExpand in show [sent checked]
      Text(String) Text
      TextList([String]) List
    union ShowCreated in show [sent checked]
      Integer(I64) Integer
      Object(ShowCreatedObject) Object
    struct ShowCreatedObject in show [sent]
      gt: I64?
    union ShowOther in show [sent checked]
      Boolean(Bool) Boolean
      TextList([String]) List
    trait DefaultApi in default
      show GET /p/{id} (show)
        path id: ShowId
        query expand: ShowExpand? exploded
        query created: ShowCreated? deep
        query other: ShowOther? comma
        -> 204 ()
    ");
}

#[test]
fn what_a_style_has_no_room_for_is_text() {
    let list = "name: id, in: path, required: true, schema: { type: string }
                name: lists, in: query, schema: { type: array, items: { type: array, items: { type: string } } }
                name: nested, in: query, schema: { type: object, additionalProperties: true, properties: { a: { type: object } } }
                name: deep, in: query, style: deepObject, schema: { type: object, properties: { a: { type: object } } }
                name: 'X Bad', in: header, schema: { type: string }";
    assert_snapshot!(parameters(list), @"
    struct ShowDeep in show [sent]
      a: {Raw}?
    trait DefaultApi in default
      show GET /p/{id} (show) degraded
        path id: String
        query lists: String?
        query nested: String?
        query deep: ShowDeep? deep
        -> 204 ()
    api.yaml:10:11: warning[OAS504]: parameter `lists` holds lists or objects where its style has no room for them, so it is generated as text
    api.yaml:11:11: warning[OAS504]: parameter `nested` holds lists or objects where its style has no room for them, so it is generated as text
    api.yaml:13:11: warning[OAS504]: parameter `X Bad` has a name that HTTP does not allow for a header
    api.yaml:12:19: info[OAS506]: what has no type inside of a parameter is read as text
    ");
}

#[test]
fn objects_in_an_object_whose_members_are_parameters_keep_their_types() {
    let list = "name: id, in: path, required: true, schema: { type: string }
                name: filter, in: query, schema: { type: object, properties: { name: { type: string }, range: { type: object, properties: { min: { type: number } } } } }
                name: page, in: query, schema: { type: object, properties: { page: { type: integer }, sort: { type: array, items: { type: string } } } }";
    assert_snapshot!(parameters(list), @"
    struct ShowFilter in show [sent]
      name: String?
      range: ShowFilterRange?
    struct ShowFilterRange in show [sent]
      min: F64?
    struct ShowPage in show [sent]
      page: I64?
      sort: [String]?
    trait DefaultApi in default
      show GET /p/{id} (show)
        path id: String
        query filter: ShowFilter? nested
        query page: ShowPage? exploded
        -> 204 ()
    api.yaml:10:11: info[OAS504]: parameter `filter` holds objects, which are sent as `range.NAME=…`, as Spring and ASP.NET read them
    ");
}

#[test]
fn what_is_said_of_values_does_not_hold_for_texts() {
    let list = "name: not, in: query, schema: { not: { type: string } }
                name: large, in: query, schema: { enum: [99999999999999999999] }
                name: object, in: query, schema: { enum: [{ a: 1 }], minProperties: 1 }
                name: json, in: query, content: { application/json: { schema: { enum: [{ a: 1 }] } } }";
    assert_snapshot!(parameters(list), @"
    trait DefaultApi in default
      show GET /p/{id} (show) degraded
        path id: String
        query not: String?
        query large: String?
        query object: {Raw}? exploded minProperties
        query json: {Raw}? json enum or const of other values than strings and numbers
        -> 204 ()
    api.yaml:10:45: warning[OAS501]: an integer that 64 bits may not hold is generated as raw JSON
    api.yaml:9:43: info[OAS521]: `not` is not checked by the generated server, here
    api.yaml:10:45: info[OAS521]: `bounds, enum or const of large integers` is not checked by the generated server, here
    api.yaml:11:46: info[OAS521]: `enum or const of other values than strings and numbers` is not checked by the generated server, here
    api.yaml:9:19: info[OAS506]: 2 parameters without a type are generated as text, first here
    api.yaml:11:19: info[OAS506]: what has no type inside of a parameter is read as text
    ");
}

#[test]
fn values_without_a_type_are_no_texts_inside_of_a_parameter_either() {
    let list = "name: lists, in: query, style: deepObject, schema: { enum: [[1, 2], [3]] }
                name: deep, in: query, style: deepObject, schema: { type: object, properties: { a: { enum: [{ b: 1 }] } } }
                name: free, in: query, style: deepObject, schema: { type: object, properties: { a: {} } }
                name: json, in: query, content: { application/json: { schema: { type: object, properties: { a: {} } } } }";
    assert_snapshot!(parameters(list), @"
    struct ShowFree in show [sent]
      a: Raw?
    struct ShowJson in show [sent]
      a: Raw?
    trait DefaultApi in default
      show GET /p/{id} (show) degraded
        path id: String
        query lists: [Raw]? deep
        query deep: String?
        query free: ShowFree? deep
        query json: ShowJson? json
        -> 204 ()
    api.yaml:10:11: warning[OAS504]: parameter `deep` holds values that are no texts and have no type, so it is generated as text
    api.yaml:9:64: info[OAS521]: `enum or const of other values than strings and numbers` is not checked by the generated server, here
    api.yaml:9:19: info[OAS506]: what has no type inside of 2 parameters is read as text, first here
    ");
}

#[test]
fn members_that_are_sent_as_another_parameter_are_told() {
    let list = "name: sort, in: query, schema: { type: object, properties: { by: { type: string }, up: { type: boolean } } }
                name: page, in: query, schema: { type: object, properties: { by: { type: integer }, up: { type: string } } }
                name: up, in: query, schema: { type: string }
                name: deep, in: query, style: deepObject, schema: { type: object, properties: { by: { type: string } } }
                name: comma, in: query, explode: false, schema: { type: object, properties: { by: { type: string } } }";
    assert_snapshot!(parameters(list), @"
    struct ShowSort in show [sent]
      by: String?
      up: Bool?
    struct ShowPage in show [sent]
      by: I64?
      up: String?
    struct ShowDeep in show [sent]
      by: String?
    struct ShowComma in show [sent]
      by: String?
    trait DefaultApi in default
      show GET /p/{id} (show)
        path id: String
        query sort: ShowSort? exploded
        query page: ShowPage? exploded
        query up: String?
        query deep: ShowDeep? deep
        query comma: ShowComma? comma
        -> 204 ()
    api.yaml:10:19: warning[OAS514]: parameters `sort` and `page` are both sent as `by`
    api.yaml:11:19: warning[OAS514]: parameters `sort` and `up` are both sent as `up`
    ");
}

#[test]
fn objects_that_both_take_what_else_is_in_a_query_are_told() {
    let list = "name: labels, in: query, schema: { type: object, additionalProperties: { type: string } }
                name: more, in: query, schema: { type: object, additionalProperties: { type: string } }
                name: page, in: query, schema: { type: object, properties: { by: { type: string } }, additionalProperties: { type: string } }
                name: by, in: query, schema: { type: string }
                name: deep, in: query, style: deepObject, schema: { type: object, additionalProperties: { type: string } }";
    assert_snapshot!(parameters(list), @"
    struct ShowPage in show [sent]
      by: String?
      ..: String
    trait DefaultApi in default
      show GET /p/{id} (show)
        path id: String
        query labels: {String}? exploded
        query more: {String}? exploded
        query page: ShowPage? exploded
        query by: String?
        query deep: {String}? deep
        -> 204 ()
    api.yaml:10:19: warning[OAS514]: parameters `labels` and `more` both take what else is in the query
    api.yaml:11:19: warning[OAS514]: parameters `labels` and `page` both take what else is in the query
    api.yaml:12:19: warning[OAS514]: parameters `page` and `by` are both sent as `by`
    ");
}

#[test]
fn members_in_brackets_that_are_also_a_parameter_are_told() {
    let list = "name: filter, in: query, style: deepObject, schema: { type: object, properties: { by: { type: string }, up: { type: string } } }
                name: 'filter[by]', in: query, schema: { type: string }
                name: 'filter[other]', in: query, schema: { type: string }
                name: page, in: query, style: deepObject, schema: { type: object, additionalProperties: { type: integer } }
                name: 'page[size]', in: query, schema: { type: integer }";
    assert_snapshot!(parameters(list), @"
    struct ShowFilter in show [sent]
      by: String?
      up: String?
    trait DefaultApi in default
      show GET /p/{id} (show)
        path id: String
        query filter: ShowFilter? deep
        query filter_by (filter[by]): String?
        query filter_other (filter[other]): String?
        query page: {I64}? deep
        query page_size (page[size]): I64?
        -> 204 ()
    api.yaml:10:19: warning[OAS514]: parameters `filter` and `filter[by]` are both sent as `filter[by]`
    ");
}

#[test]
fn one_text_or_several_has_words_in_every_place() {
    let texts = "oneOf: [{ type: string }, { type: array, items: { type: string } }]";
    let list = format!(
        "name: id, in: path, required: true, schema: {{ {texts} }}
                name: comma, in: query, explode: false, allowReserved: true, schema: {{ {texts} }}
                name: exploded, in: query, allowReserved: true, schema: {{ {texts} }}
                name: within, in: query, schema: {{ oneOf: [{{ type: integer }}, {{ {texts} }}] }}
                name: scalars, in: query, schema: {{ oneOf: [{{ type: boolean }}, {{ oneOf: [{{ type: integer }}, {{ type: string }}] }}] }}
                name: X-Names, in: header, schema: {{ {texts} }}
                name: crumbs, in: cookie, schema: {{ {texts} }}
                name: objects, in: query, schema: {{ oneOf: [{{ type: string }}, {{ type: array, items: {{ type: object }} }}] }}"
    );
    assert_snapshot!(parameters(&list), @"
    union ShowId in show [sent checked]
      Text(String) Text
      TextList([String]) List
    union ShowComma in show [sent checked]
      Text(String) Text
      TextList([String]) List
    union ShowExploded in show [sent checked]
      Text(String) Text
      TextList([String]) List
    union ShowWithin in show [sent checked]
      Integer(I64) Integer
      Other(ShowWithinOther) Text | List
    union ShowWithinOther in show [sent checked]
      Text(String) Text
      TextList([String]) List
    union ShowScalars in show [sent checked]
      Boolean(Bool) Boolean
      Other(ShowScalarsOther) Integer | Text
    union ShowScalarsOther in show [sent checked]
      Integer(I64) Integer
      Text(String) Text
    union ShowXNames in show [sent checked]
      Text(String) Text
      TextList([String]) List
    union ShowCrumbs in show [sent checked]
      Text(String) Text
      TextList([String]) List
    trait DefaultApi in default
      show GET /p/{id} (show) degraded
        path id: ShowId comma
        query comma: ShowComma? comma
        query exploded: ShowExploded? exploded reserved
        query within: ShowWithin? exploded
        query scalars: ShowScalars? exploded
        header x_names (X-Names): ShowXNames? comma
        cookie crumbs: ShowCrumbs? exploded
        query objects: String?
        -> 204 ()
    api.yaml:16:11: warning[OAS504]: parameter `objects` holds lists or objects where its style has no room for them, so it is generated as text
    ");
}

#[test]
fn names_of_all_sorts_are_kept_apart() {
    let list = "name: id, in: path, required: true, schema: { type: string }
                name: id, in: query, schema: { type: string }
                name: id, in: cookie, schema: { type: string }
                name: 'filter[status]', in: query, schema: { type: string }
                name: $top, in: query, schema: { type: integer }
                name: X-Api-Key, in: header, schema: { type: string }
                name: .tag, in: query, schema: { type: string }
                name: '+1', in: query, schema: { type: string }
                name: '-1', in: query, schema: { type: string }
                name: '', in: query, schema: { type: string }
                name: größe, in: query, schema: { type: string }
                name: type, in: query, schema: { type: string }
                name: accept, in: header, schema: { type: string }";
    assert_snapshot!(parameters(list), @"
    trait DefaultApi in default
      show GET /p/{id} (show)
        path id: String
        query id_query (id): String?
        cookie id_cookie (id): String?
        query filter_status (filter[status]): String?
        query top ($top): I64?
        header x_api_key (X-Api-Key): String?
        query tag (.tag): String?
        query plus_1 (+1): String?
        query minus_1 (-1): String?
        query empty (): String?
        query grosse (größe): String?
        query r#type (type): String?
        -> 204 ()
    api.yaml:10:19: info[OAS510]: `id` is named `id_query` in Rust, since its own name is taken
    api.yaml:11:19: info[OAS510]: `id` is named `id_cookie` in Rust, since its own name is taken
    ");
}

#[test]
fn reserved_characters_and_empty_values_are_noted() {
    let list = "name: id, in: path, required: true, allowReserved: true, schema: { type: string }
                name: url, in: query, allowReserved: true, schema: { type: string }
                name: size, in: query, allowEmptyValue: true, schema: { type: integer }
                name: text, in: query, allowEmptyValue: true, schema: { type: string }
                name: uploads, in: query, required: true, allowEmptyValue: true, schema: { type: boolean }
                name: count, in: query, required: true, allowEmptyValue: true, schema: { type: integer }
                name: plain, in: cookie, style: cookie, schema: { type: array, items: { type: string } }";
    assert_snapshot!(parameters(list), @"
    trait DefaultApi in default
      show GET /p/{id} (show)
        path id: String reserved
        query uploads: Bool blank
        query count: I64
        query url: String? reserved
        query size: I64? blank
        query text: String?
        cookie plain: [String]? plain
        -> 204 ()
    ");
}

#[test]
fn authorization_is_a_parameter_where_no_credentials_stand_there() {
    let document = "
paths:
  /a: { get: { operationId: none, parameters: [{ $ref: '#/components/parameters/auth' }], responses: { '204': { description: ok } } } }
  /b: { get: { operationId: keyed, security: [{ key: [] }], parameters: [{ $ref: '#/components/parameters/auth' }], responses: { '204': { description: ok } } } }
  /c: { get: { operationId: covered, security: [{}, { bearer: [] }], parameters: [{ $ref: '#/components/parameters/auth' }], responses: { '204': { description: ok } } } }
components:
  parameters:
    auth: { name: authorization, in: header, required: true, schema: { type: string } }
  securitySchemes:
    key: { type: apiKey, name: X-Key, in: header }
    bearer: { type: http, scheme: bearer }
";
    assert_snapshot!(check(document), @"
    scheme key header X-Key
    scheme bearer bearer
    trait DefaultApi in default
      none GET /a (none)
        header authorization: String
        -> 204 ()
      keyed GET /b (keyed)
        needs key
        header authorization: String
        -> 204 ()
      covered GET /c (covered)
        needs nothing, or bearer
        -> 204 ()
    ");
}

#[test]
fn the_setter_that_every_call_has_is_that_of_its_header() {
    let list = "name: id, in: path, required: true, schema: { type: string }
                name: Idempotency-Key, in: header, schema: { type: string }
                name: idempotency_key, in: query, schema: { type: string }";
    assert_snapshot!(parameters(list), @"
    trait DefaultApi in default
      show GET /p/{id} (show)
        path id: String
        header idempotency_key (Idempotency-Key): String?
        query idempotency_key_query (idempotency_key): String?
        -> 204 ()
    api.yaml:11:19: info[OAS510]: `idempotency_key` is named `idempotency_key_query` in Rust, since its own name is taken
    ");
}

#[test]
fn a_whole_query_string_is_a_form() {
    let list = "name: id, in: path, required: true, schema: { type: string }
                name: all, in: querystring, content: { application/x-www-form-urlencoded: { schema: { type: object, properties: { a: { type: integer } } } } }";
    assert_snapshot!(parameters(list), @"
    struct ShowAll in show [sent]
      a: I64?
    trait DefaultApi in default
      show GET /p/{id} (show)
        path id: String
        query all: ShowAll? exploded
        -> 204 ()
    ");
    let list = "name: id, in: path, required: true, schema: { type: string }
                name: all, in: querystring, content: { application/jsonpath: { schema: { type: string } } }";
    assert_snapshot!(parameters(list), @"
    trait DefaultApi in default
      show GET /p/{id} (show) degraded
        path id: String
        -> 204 ()
    api.yaml:10:11: warning[OAS504]: parameter `all` is a whole query string that is no form
    ");
}

#[test]
fn paths_have_several_places_in_a_segment_queries_and_fragments() {
    let operation = "{ get: { responses: { '204': { description: ok } } } }";
    let document = format!(
        "paths:\n  '/compare/{{base}}...{{head}}': {operation}\n  '/x?action={{action}}': {operation}\n  '/x?action=stop': {operation}\n  '/x#{{id}}': {operation}\n  '/y/{{a#b}}/{{c}}': {operation}\n  '/{{a}}{{b}}': {operation}\n"
    );
    let said = check(&document);
    let outline: Vec<_> = said
        .lines()
        .filter(|it| !it.contains("OAS") && !it.contains("-> "))
        .collect();
    assert_snapshot!(outline.join("\n"), @"
    trait DefaultApi in default
      get_compare_base_head GET /compare/{base}...{head} (get_compare_ base ... head )
        path base: String
        path head: String
      get_x_action_equal_action GET /x?action={action} (get_x?action= action )
        path action: String
      get_x_action_equal_stop GET /x?action=stop (get_x?action=stop)
      get_y_by_a_b_by_c GET /y/{a#b}/{c} (get_y_by_a#b_by_c)
        path a_b (a#b): String
        path c: String
      get_a_b GET /{a}{b} (get_ a  b )
        path a: String
        path b: String
    skipped GET /x#{id}: its path has a parameter behind `#`, which is never sent
    ");
}

#[test]
fn a_header_is_sent_once() {
    let said = check(
        "paths:
  /x:
    parameters: [{ name: X-Trace, in: header, schema: { type: string } }]
    get:
      operationId: show
      responses: { '204': { description: ok } }
      parameters:
        - { name: x-trace, in: header, schema: { type: integer } }
        - { name: If-Match, in: header, schema: { type: string } }
        - { name: if-match, in: header, required: true, schema: { type: string } }
        - { name: cookie, in: header, schema: { type: string } }
        - { name: sid, in: cookie, schema: { type: string } }
",
    );
    assert_snapshot!(said, @"
    trait DefaultApi in default
      show GET /x (show)
        header if_match (if-match): String
        header x_trace (x-trace): I64?
        cookie sid: String?
        -> 204 ()
    api.yaml:5:18: info[OAS504]: parameter `X-Trace` is the header `x-trace`, which counts
    api.yaml:11:11: info[OAS504]: parameter `If-Match` is the header `if-match`, which counts
    api.yaml:13:11: info[OAS504]: parameter `cookie` is made of the parameters in cookies
    ");
}

#[test]
fn a_query_parameter_that_the_path_has_is_sent_once() {
    let said = check(
        "paths:
  /x?acl&role={role}&all={each}:
    get:
      operationId: show
      responses: { '204': { description: ok } }
      parameters: [{ name: acl, in: query }, { name: role, in: query, schema: { type: string } }, { name: each, in: query, schema: { type: string } }]
",
    );
    let outline: Vec<_> = said.lines().filter(|it| !it.contains("OAS1")).collect();
    assert_snapshot!(outline.join("\n"), @"
    trait DefaultApi in default
      show GET /x?acl&role={role}&all={each} (show)
        path role: String
        path each: String
        query each_query (each): String?
        -> 204 ()
    api.yaml:8:20: info[OAS504]: parameter `acl` stands in the path already
    api.yaml:8:46: info[OAS504]: parameter `role` stands in the path already
    api.yaml:8:107: info[OAS510]: `each` is named `each_query` in Rust, since its own name is taken
    ");
}

#[test]
fn response_headers_are_values_lines_objects_or_json() {
    let headers = "X-Rates: { explode: true, schema: { type: object, additionalProperties: { type: integer } } }, \
                   X-Lists: { schema: { type: array, items: { type: array, items: {} } } }, \
                   X-Sizes: { schema: { type: array, items: { type: integer } } }, \
                   Set-Cookie: { schema: { type: string } }, \
                   X-Json: { content: { application/json: { schema: { type: object, properties: { a: { type: integer } } } } } }, \
                   X-Object: { schema: { type: object, properties: { a: { type: integer } } } }, \
                   X-Any: {}, X-Open: { schema: { type: object } }, \
                   X-One: { schema: { oneOf: [{ type: string, format: uuid }, { type: array, items: { type: integer } }] } }, \
                   'X Bad': { schema: { type: string } }";
    let document = format!(
        "paths:\n  /p:\n    get:\n      operationId: show\n      responses: {{ '204': {{ description: ok, headers: {{ {headers} }} }} }}\n"
    );
    let said = check(&document);
    let outline: Vec<_> = said.lines().filter(|it| !it.contains("OAS1")).collect();
    assert_snapshot!(outline.join("\n"), @"
    struct ShowXJson in show [answered]
      a: I64?
    struct ShowXObject in show [answered]
      a: I64?
    union ShowXOne in show [answered checked]
      Uuid(Uuid) Uuid
      IntegerList([I64]) List
    trait DefaultApi in default
      show GET /p (show) degraded
        -> ShowOutput 204 () with X-Rates: {I64}, X-Lists: String, X-Sizes: [I64], Set-Cookie: [String], X-Json: ShowXJson, X-Object: ShowXObject, X-Any: String, X-Open: String, X-One: ShowXOne
    api.yaml:7:161: warning[OAS504]: the header `X-Lists` holds lists or objects where its style has no room for them, so it is generated as text
    api.yaml:7:685: warning[OAS504]: the header `X Bad` has a name that HTTP does not allow
    ");
}

#[test]
fn headers_that_several_answers_say_alike_are_one_type() {
    let header = |values: &str| {
        format!(
            "{{ description: it, headers: {{ X-Kind: {{ schema: {{ enum: [{values}] }} }} }} }}"
        )
    };
    let (ab, c) = (header("a, b"), header("c"));
    let document = format!(
        "paths:\n  /p:\n    get:\n      operationId: show\n      responses: {{ '200': {ab}, '404': {ab}, '500': {c} }}\n"
    );
    assert_snapshot!(check(&document), @r#"
    enum ShowXKind in show [answered checked] A="a" B="b"
    enum ShowInternalServerErrorXKind in show_internal_server_error [answered checked] C="c"
    trait DefaultApi in default
      show GET /p (show)
        -> ShowOutput 200 () with X-Kind: ShowXKind
        !! ShowError::NotFound ShowErrorNotFound 404 () with X-Kind: ShowXKind
        !! ShowError::InternalServerError ShowErrorInternalServerError 500 () with X-Kind: ShowInternalServerErrorXKind
    "#);
}

#[test]
fn parameters_in_a_form_are_the_members_of_a_body() {
    let document = "paths:
  /p:
    post:
      operationId: send
      parameters:
        - { name: id, in: query, type: string }
        - { name: title, in: formData, type: string, required: true }
        - { name: picture, in: formData, type: file }
      responses: { '204': { description: done } }
    put:
      operationId: change
      parameters: [{ name: count, in: formData, schema: { type: integer } }]
      responses: { '204': { description: done } }
";
    assert_snapshot!(check(document), @r#"
    struct SendRequest in send_request [sent]
      title: String
      picture: File?
    struct ChangeRequest in change_request [sent]
      count: I64?
    trait DefaultApi in default
      send POST /p (send)
        query id: String?
        body: multipart/form-data Multipart of SendRequest picture=File("application/octet-stream")
        -> 204 ()
      change PUT /p (change)
        body: application/x-www-form-urlencoded UrlEncoded of ChangeRequest?
        -> 204 ()
    "#);
}

#[test]
fn a_tuple_is_a_list_of_what_all_its_items_are_or_of_texts() {
    let list = "name: id, in: path, required: true, schema: { type: string }
                name: box, in: query, schema: { type: array, prefixItems: [{ type: number }, { type: number }], items: false, minItems: 2 }
                name: pair, in: query, schema: { type: array, prefixItems: [{ type: number }, { type: string }], items: false, minItems: 2 }
                name: any, in: query, schema: { type: array }";
    assert_snapshot!(parameters(list), @"
    trait DefaultApi in default
      show GET /p/{id} (show)
        path id: String
        query r#box (box): [F64]? min_items=2
        query pair: [String]? min_items=2
        query any: [String]?
        -> 204 ()
    api.yaml:11:19: info[OAS506]: a parameter with a schema for each of its items is generated as a list of texts
    api.yaml:12:19: info[OAS506]: a parameter without a type is generated as text
    ");
}

#[test]
fn a_required_parameter_of_one_value_is_no_argument() {
    let list = "name: id, in: path, required: true, schema: { enum: [v1] }
                name: Action, in: query, required: true, schema: { type: string, enum: [List Pets] }
                name: level, in: query, required: true, schema: { type: integer, const: 2 }
                name: X-Done, in: header, required: true, schema: { type: boolean, enum: [true] }
                name: lang, in: cookie, required: true, schema: { const: en }
                name: maybe, in: query, schema: { const: a }
                name: none, in: query, required: true, schema: { type: [string, 'null'], const: a }
                name: flag, in: query, required: true, allowEmptyValue: true, schema: { type: boolean, const: true }
                name: text, in: query, required: true, content: { application/json: { schema: { const: a } } }
                name: X-Space, in: header, required: true, schema: { const: ' a' }
                name: Authorization, in: header, required: true, schema: { const: Basic }";
    assert_snapshot!(parameters(list), @r#"
    enum ShowMaybe in show [sent checked] A="a"
    enum ShowNone in show [sent checked] A="a"
    enum ShowText in show [sent checked] A="a"
    enum ShowXSpace in show [sent checked] A=" a"
    enum ShowAuthorization in show [sent checked] Basic="Basic"
    trait DefaultApi in default
      show GET /p/{id} (show)
        path id = "v1"
        query Action = "List Pets"
        query level = "2"
        header X-Done = "true"
        cookie lang = "en"
        query none: ShowNone
        query flag: Bool blank enum or const of other values than strings and numbers
        query text: ShowText json
        header x_space (X-Space): ShowXSpace
        header authorization (Authorization): ShowAuthorization
        query maybe: ShowMaybe?
        -> 204 ()
    "#);
}

#[test]
fn an_object_whose_members_are_parameters_is_told_from_a_constant() {
    let list = "name: id, in: path, required: true, schema: { type: string }
                name: min, in: query, required: true, schema: { const: a }
                name: form, in: query, OBJECT"
        .replace("OBJECT", OBJECT);
    assert_snapshot!(parameters(&list), @r#"
    struct ShowForm in show [sent checked]
      min: I64? >=1
      tags: [String]?
    trait DefaultApi in default
      show GET /p/{id} (show)
        query min = "a"
        path id: String
        query form: ShowForm? exploded
        -> 204 ()
    api.yaml:11:19: warning[OAS514]: parameters `min` and `form` are both sent as `min`
    "#);
}

#[test]
fn a_nullable_object_of_parts_that_was_written_in_place_keeps_its_members() {
    let document = "
paths:
  /p:
    get:
      operationId: show
      parameters:
        - name: filter
          in: query
          schema:
            allOf: [{ type: object, required: [a], properties: { a: { type: string } } }]
            type: object
            properties: { b: { type: integer } }
            nullable: true
      responses: { '204': { description: ok } }
";
    assert_snapshot!(check_recovered(document), @r#"
    struct Filter in filter [sent]
      b: I64?
      a: String
    trait DefaultApi in default
      show GET /p (show)
        query filter: Filter? exploded
        -> 204 ()
    "#);
}

#[test]
fn a_place_of_several_segments_is_noted_where_its_value_is_one_text() {
    let document = "
paths:
  /a/{+name}:run: { get: { operationId: a, parameters: [&name { name: name, in: path, required: true, schema: { type: string } }], responses: { '204': { description: ok } } } }
  /b/{name*}: { get: { operationId: b, parameters: [{ name: name, in: path, required: true, schema: { type: array, items: { type: string } } }], responses: { '204': { description: ok } } } }
  /c/{name}: { get: { operationId: c, parameters: [*name], responses: { '204': { description: ok } } } }
  /d/{name}: { get: { operationId: d, parameters: [{ name: name, in: path, required: true, x-ms-skip-url-encoding: true, schema: { type: string } }], responses: { '204': { description: ok } } } }
";
    let reserved = super::check(document);
    let reserved: Vec<&str> = reserved
        .lines()
        .filter(|it| it.contains("path name"))
        .map(str::trim)
        .collect();
    assert_snapshot!(reserved.join("\n"), @"
    path name: String reserved
    path name: [String]
    path name: String
    path name: String reserved
    ");
}

#[test]
fn accept_is_sent_where_it_has_one_value() {
    let asked = |said: &str| {
        let document = format!(
            "paths:\n  /x:\n    get:\n      operationId: show\n      responses: {{ '204': {{ description: ok }} }}\n      \
             parameters: [{{ name: accept, in: header, {said} }}]\n"
        );
        let told = super::check(&document);
        let mut lines = told.lines().map(str::trim);
        let found = lines.find(|it| it.starts_with("accept ") || it.contains("info["));
        found.unwrap_or_default().to_owned()
    };
    let said = [
        "schema: { type: string, default: application/vnd.x+json;version=2 }",
        "schema: { type: string, enum: [application/vnd.x+json] }",
        "schema: { const: application/vnd.x+json }",
        "schema: { type: string }",
        "required: true, schema: { type: string }",
        "schema: { type: string, default: a/b, enum: [a/b, a/c] }",
    ];
    assert_snapshot!(said.map(asked).join("\n"), @"
    accept application/vnd.x+json;version=2
    accept application/vnd.x+json
    accept application/vnd.x+json

    api.yaml:8:20: info[OAS504]: parameter `Accept` is left out: answers are asked for by their media types
    api.yaml:8:20: info[OAS504]: parameter `Accept` is left out: answers are asked for by their media types
    ");
}
