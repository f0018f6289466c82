//! Inputs and answers of operations.

mod document;

use oasmith_sample::{Answer, Input, Mode, Settings, Value, answer, input};
use oasmith_spec::model::StatusRange;

const PETS: &str = "
paths:
  /pets/{id}:
    parameters: [{ name: id, in: path, schema: { type: string } }]
    put:
      parameters:
        - { name: dry, in: query, required: true, schema: { type: boolean } }
        - { name: X-Trace, in: header, required: true, schema: { type: string }, examples: { short: { value: t1 }, long: { value: trace-1 } } }
      requestBody:
        required: true
        content:
          application/xml: { schema: { type: string } }
          application/json: { schema: { $ref: '#/components/schemas/Pet' } }
      responses:
        '200':
          description: ok
          headers: { ETag: { required: true, schema: { type: string } } }
          content:
            application/json:
              schema: { $ref: '#/components/schemas/Pet' }
              examples: { cat: { value: { name: Tom } }, dog: { value: { name: Rex } }, none: { value: { name: 1 } } }
        4XX: { description: wrong }
        default: { description: else }
components:
  schemas: { Pet: { type: object, required: [name], properties: { name: { type: string } } } }
";

fn shown_input(it: &Input) -> String {
    let parameters = it.parameters.iter();
    let mut out: String = parameters
        .map(|it| format!("{:?} {} = {}\n", it.place, it.name, it.value))
        .collect();
    if let Some(body) = &it.body {
        out += &format!("{} {}\n", body.media_type, body.value);
    }
    out
}

fn shown_answer(it: &Answer) -> String {
    let headers = it.headers.iter();
    let headers: String = headers.map(|it| format!(" {}: {}", it.0, it.1)).collect();
    let body = it.body.as_ref().map(|it| it.value.to_string());
    format!("{}{headers} {}\n", it.status, body.unwrap_or_default())
}

#[test]
fn an_input_has_what_is_required_and_a_body_of_a_media_type() {
    let document = document::valid(PETS);
    let (path, item) = document.paths.first().expect("a path");
    let made = |media, settings| {
        let it = input(
            &document,
            (path, item),
            &item.operations[0],
            media,
            &settings,
        );
        shown_input(&it.expect("an input"))
    };
    let random = made(None, Settings::random(3));
    let example = made(Some("application/xml"), Settings::example());
    insta::assert_snapshot!(random + &example, @r#"
    Path id = "_Z0 xa_x7_ad_"
    Query dry = true
    Header X-Trace = ".0db77ac"
    application/json {"name":""}
    Path id = "string"
    Query dry = false
    Header X-Trace = "t1"
    application/xml "string"
    "#);
}

#[test]
fn answers_have_a_status_of_those_that_are_declared() {
    let document = document::valid(PETS);
    let (path, item) = document.paths.first().expect("a path");
    let shown = |status, mode: Mode| {
        let settings = Settings {
            mode,
            ..Settings::random(1)
        };
        let it = answer(&document, path, &item.operations[0], status, &settings);
        it.map_or_else(|why| format!("{why}\n"), |it| shown_answer(&it))
    };
    let ok = StatusRange::Status(200);
    let all = [
        shown(ok, Mode::Random),
        shown(ok, Mode::Example),
        shown(ok, Mode::Named("dog".to_owned())),
        shown(ok, Mode::Named("none".to_owned())),
        shown(StatusRange::Range(4), Mode::Example),
        shown(StatusRange::Default, Mode::Example),
        shown(StatusRange::Status(404), Mode::Example),
    ];
    insta::assert_snapshot!(all.concat(), @r#"
    200 ETag: "_e-dd7a-.cb" {"name":"d _a-"}
    200 ETag: "string" {"name":"Tom"}
    200 ETag: "string" {"name":"Rex"}
    200 ETag: "string" {"name":"string"}
    400 
    500 
    404 is not declared
    "#);
}

#[test]
fn values_can_be_told_from_none_where_they_are_sent() {
    let document = document::valid(PETS);
    let (path, item) = document.paths.first().expect("a path");
    for seed in 0..200 {
        let it = input(
            &document,
            (path, item),
            &item.operations[0],
            None,
            &Settings::random(seed),
        );
        let it = it.expect("an input");
        let text = |name| {
            it.parameters
                .iter()
                .find(|it| it.name == name)
                .and_then(|it| it.value.as_str())
        };
        assert!(
            !matches!(text("id"), None | Some("" | "." | "..")),
            "{it:?}"
        );
        assert!(
            text("X-Trace").is_some_and(|it| it.is_ascii() && it.trim() == it),
            "{it:?}"
        );
    }
}

#[test]
fn a_segment_that_is_not_declared_is_a_text() {
    let document = document::valid(
        "\
paths:
  /pets/{id}:
    get: { responses: { '200': { description: ok } } }
",
    );
    let (path, item) = document.paths.first().expect("a path");
    let settings = Settings::random(1);
    let it = input(
        &document,
        (path, item),
        &item.operations[0],
        None,
        &settings,
    );
    let shown = shown_input(&it.expect("an input"));
    insta::assert_snapshot!(shown, @r#"Path id = "text""#);
}

#[test]
fn items_are_such_as_their_style_tells_apart() {
    let document = document::valid(
        "\
paths:
  /pets:
    get:
      parameters:
        - { name: of, in: query, required: true, style: spaceDelimited, explode: false, schema: { type: array, minItems: 4, items: { type: string, minLength: 12 } } }
        - { name: any, in: query, required: true, schema: {} }
      responses: { '200': { description: ok } }
",
    );
    let (path, item) = document.paths.first().expect("a path");
    for seed in 0..50 {
        let it = input(
            &document,
            (path, item),
            &item.operations[0],
            None,
            &Settings::random(seed),
        );
        let given = it.expect("an input").parameters;
        let Value::Array(items) = &given[0].value else {
            unreachable!("it is declared as a list");
        };
        let has_space = |it: &Value| it.as_str().is_some_and(|it| it.contains(' '));
        assert!(!items.iter().any(has_space), "{given:?}");
        if let Value::Object(members) = &given[1].value {
            let is_whole =
                |it: &(String, Value)| matches!(it.1, Value::Array(_) | Value::Object(_));
            assert!(!members.iter().any(is_whole), "{given:?}");
        }
    }
}

#[test]
fn whatever_else_is_answered_has_a_status_of_no_declared_range() {
    let document = document::valid(
        "\
paths:
  /pets:
    get:
      responses:
        '200': { description: ok }
        4XX: { description: wrong }
        5XX: { description: broken }
        default: { description: else }
",
    );
    let (path, item) = document.paths.first().expect("a path");
    let status = StatusRange::Default;
    let settings = Settings::example();
    let it = answer(&document, path, &item.operations[0], status, &settings);
    assert_eq!(it.expect("an answer").status, 300);
}

#[test]
fn an_object_in_brackets_is_one_though_nothing_says_so() {
    let document = document::valid(
        "\
paths:
  /pets:
    get:
      parameters:
        - { name: filter, in: query, style: deepObject, required: true, schema: {} }
        - { name: at, in: query, style: deepObject, schema: { anyOf: [{ type: object }, { type: integer }] } }
      responses: { '200': { description: ok } }
",
    );
    let (path, item) = document.paths.first().expect("a path");
    let mut numbers = 0;
    for seed in 0..20 {
        let settings = Settings::random(seed);
        let it = input(
            &document,
            (path, item),
            &item.operations[0],
            None,
            &settings,
        );
        let it = it.expect("an input");
        assert!(matches!(it.parameters[0].value, Value::Object(_)), "{it:?}");
        let at = it.parameters.get(1);
        let is_number = at.is_some_and(|it| matches!(it.value, Value::Number(_)));
        numbers += usize::from(is_number);
    }
    assert!(numbers > 0, "what may be a number stays one");
}

#[test]
fn of_events_that_are_described_whole_there_are_data() {
    let answered = |data: &str| {
        let document = document::valid(&format!(
            "\
paths:
  /ticks:
    get:
      responses:
        '200':
          description: ok
          content:
            text/event-stream: {{ schema: {{ type: object, properties: {{ event: {{ type: string }}, data: {data} }} }} }}
"
        ));
        let (path, item) = document.paths.first().expect("a path");
        let status = StatusRange::parse("200").expect("a status");
        let settings = Settings::random(1);
        let it = answer(&document, path, &item.operations[0], status, &settings);
        it.expect("an answer")
            .body
            .expect("a body")
            .value
            .to_string()
    };
    assert_eq!(
        answered("{ type: string, contentSchema: { const: 7 } }"),
        "[7]"
    );
    assert_eq!(answered("{ type: string }"), r#"["text"]"#);
}
