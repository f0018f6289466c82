//! Several choices that hold at once.

use super::check;
use super::unions::component;
use insta::assert_snapshot;

/// An operation that is sent the component `It`.
fn sent(schemas: &str) -> String {
    check(&format!(
        "paths:\n  /p: {{ post: {{ operationId: send, requestBody: {{ content: {{ application/json: {{ schema: {{ $ref: '#/components/schemas/It' }} }} }} }}, responses: {{ '204': {{ description: ok }} }} }} }}\ncomponents:\n  schemas:\n{schemas}"
    ))
}

#[test]
fn what_is_one_of_two_choices_that_are_too_many_together_is_raw() {
    let of = |name: &str| {
        let all = (1..6).map(|at| format!("{{ type: object, required: [{name}{at}], properties: {{ {name}{at}: {{ type: string }} }} }}"));
        all.collect::<Vec<_>>().join(", ")
    };
    let (first, second) = (of("a"), of("b"));
    assert_snapshot!(component(&format!("
    It: {{ type: object, properties: {{ parts: {{ allOf: [{{ oneOf: [{first}] }}, {{ oneOf: [{second}] }}] }}, beside: {{ oneOf: [{first}], anyOf: [{second}] }}, of: {{ $ref: '#/components/schemas/Of' }} }} }}
    Of: {{ oneOf: [{first}], anyOf: [{second}] }}
")), @"
    struct It in it [answered]
      parts: Raw?
      beside: Raw?
      of: Raw?
    trait DefaultApi in default
      show GET /p (show) degraded
        -> 200 application/json It
    api.yaml:8:46: warning[OAS501]: a schema of too many parts or alternatives is generated as raw JSON
    api.yaml:8:813: warning[OAS501]: a schema of too many parts or alternatives is generated as raw JSON
    api.yaml:9:9: warning[OAS501]: a schema of too many parts or alternatives is generated as raw JSON
    ");
}

#[test]
fn what_is_one_of_each_of_two_choices_is_a_pair() {
    assert_snapshot!(component(r"
    It: { oneOf: [{ type: object, required: [a], properties: { a: { type: string } } }, { type: object, required: [b], properties: { b: { type: string } } }],
      anyOf: [{ type: object, required: [c], properties: { c: { type: string } } }, { type: object, required: [d], properties: { d: { type: string } } }] }
"), @"
    union It in it [answered checked]
      AAndC(ItAAndC) {a: Text, c: Text}
      AAndD(ItAAndD) {a: Text, d: Text}
      BAndC(ItBAndC) {b: Text, c: Text}
      BAndD(ItBAndD) {b: Text, d: Text}
    struct ItAAndC in it [answered]
      a: String
      c: String
    struct ItAAndD in it [answered]
      a: String
      d: String
    struct ItBAndC in it [answered]
      b: String
      c: String
    struct ItBAndD in it [answered]
      b: String
      d: String
    trait DefaultApi in default
      show GET /p (show)
        -> 200 application/json It
    ");
}

#[test]
fn a_choice_that_only_asks_for_members_is_kept_beside_another() {
    assert_snapshot!(sent(r"
    It: { type: object, properties: { two: { $ref: '#/components/schemas/Two' }, choice: { $ref: '#/components/schemas/Choice' } } }
    Two: { type: object, properties: { a: { type: string }, b: { type: string }, c: { type: string } }, allOf: [{ anyOf: [{ required: [a] }, { required: [b] }] }, { oneOf: [{ required: [c] }, { required: [b] }] }] }
    Choice: { allOf: [{ anyOf: [{ required: [s] }, { required: [a] }] }, { oneOf: [{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' }] }] }
    Cat: { type: object, required: [c], properties: { c: { type: string }, s: { type: string } } }
    Dog: { type: object, required: [d], properties: { d: { type: string }, s: { type: string } } }
"), @"
    struct It in it [sent checked]
      two: Two?
      choice: Choice?
    struct Two in two [sent checked]
      a: String?
      b: String?
      c: String?
    union Choice in choice [sent checked]
      Cat(Cat) {c: Text}
      Dog(Dog) {d: Text}
    struct Cat in cat [sent]
      c: String
      s: String?
    struct Dog in dog [sent]
      d: String
      s: String?
    trait DefaultApi in default
      send POST /p (send)
        body: application/json It?
        -> 204 ()
    api.yaml:10:13: info[OAS521]: `anyOf` is not checked by the generated server, here
    ");
}

#[test]
fn a_choice_of_types_alone_makes_no_pairs() {
    let apps = (1..14).map(|at| {
        format!(
            "{{ type: object, required: [a{at}], properties: {{ a{at}: {{ type: string }} }} }}"
        )
    });
    let apps = apps.collect::<Vec<_>>().join(", ");
    let found = component(&format!("
    It: {{ allOf: [{{ $ref: '#/components/schemas/Envelope' }}, {{ type: object, properties: {{ result: {{ oneOf: [{apps}] }} }} }}] }}
    Envelope: {{ type: object, properties: {{ result: {{ anyOf: [{{ type: object }}, {{ type: string }}] }}, ok: {{ type: boolean }} }} }}
"));
    let variants = found.lines().filter(|it| it.starts_with("  A"));
    assert_eq!(variants.count(), 13);
    assert_snapshot!(component("
    It: { allOf: [{ oneOf: [{ type: object, required: [a], properties: { a: { type: string } } }, { type: string }] }, { anyOf: [{ type: object }, { type: array }] }] }
"), @"
    union It in it [answered checked]
      Object(ItObject) Object
      Text(String) Text
    struct ItObject in it [answered]
      a: String
    trait DefaultApi in default
      show GET /p (show)
        -> 200 application/json It
    ");
}

#[test]
fn a_choice_of_thousands_that_parts_refer_to_again_and_again_takes_no_time() {
    let many = |of: fn(usize) -> String| (0..2_000).map(of).collect::<Vec<_>>().join(", ");
    let members = many(|at| format!("{{ type: object, properties: {{ a{at}: {{}} }} }}"));
    let types = many(|at| format!("{{ type: object, description: '{at}' }}"));
    let parts =
        "{ $ref: '#/components/schemas/A' }, { $ref: '#/components/schemas/B' }, ".repeat(450);
    let found = component(&format!(
        "
    It: {{ allOf: [{parts}] }}
    A: {{ oneOf: [{members}] }}
    B: {{ anyOf: [{types}] }}
"
    ));
    assert!(found.contains("OAS501"), "{found}");
}

#[test]
fn two_parts_with_a_choice_each_make_pairs() {
    assert_snapshot!(component("
    It: { allOf: [{ oneOf: [{ required: [a], properties: { a: { type: integer } } }, { required: [b], properties: { b: { type: integer } } }] }, { anyOf: [{ required: [c], properties: { c: { type: integer } } }, { required: [d], properties: { d: { type: integer } } }] }] }
"), @"
    union It in it [answered checked]
      AAndC(ItAAndC) {a: Integer, c: Integer}
      AAndD(ItAAndD) {a: Integer, d: Integer}
      BAndC(ItBAndC) {b: Integer, c: Integer}
      BAndD(ItBAndD) {b: Integer, d: Integer}
    struct ItAAndC in it [answered]
      a: I64
      c: I64
    struct ItAAndD in it [answered]
      a: I64
      d: I64
    struct ItBAndC in it [answered]
      b: I64
      c: I64
    struct ItBAndD in it [answered]
      b: I64
      d: I64
    trait DefaultApi in default
      show GET /p (show)
        -> 200 application/json It
    ");
}

#[test]
fn what_no_value_can_be_is_no_pair() {
    assert_snapshot!(component("
    It: { allOf: [{ properties: { p: { oneOf: [{ type: object }, { type: array, items: {} }, { $ref: '#/components/schemas/Text' }] } } }, { properties: { p: { anyOf: [{ type: [object, 'null'] }, { type: string }] } } }, { properties: { p: { properties: { a: { type: integer } } } } }] }
    Text: { type: string }
"), @"
    struct It in it [answered checked]
      p: ItP?
    union ItP in it [answered checked]
      Object(ItPObject) Object
      Text(String) Text
    struct ItPObject in it [answered]
      a: I64?
    trait DefaultApi in default
      show GET /p (show)
        -> 200 application/json It
    ");
}

#[test]
fn choices_of_which_no_value_can_be_both_are_told() {
    let (objects, texts) = (
        "{ type: object, required: [a], properties: { a: { type: string } } }, { type: object, required: [b], properties: { b: { type: string } } }",
        "{ type: string }, { type: array, items: { type: string } }",
    );
    for it in [
        format!("{{ allOf: [{{ oneOf: [{objects}] }}, {{ anyOf: [{texts}] }}] }}"),
        format!("{{ oneOf: [{objects}], anyOf: [{texts}] }}"),
        format!(
            "{{ allOf: [{{ oneOf: [{objects}] }}, {{ anyOf: [{{ type: string }}, {{ type: array }}] }}] }}"
        ),
        format!("{{ allOf: [{{ oneOf: [{objects}] }}, {{ type: string }}] }}"),
        format!("{{ type: string, oneOf: [{objects}] }}"),
    ] {
        let found = component(&format!("\n    It: {it}\n"));
        assert!(found.contains("OAS513"), "{it}\n{found}");
    }
    assert_snapshot!(component(&format!("\n    It: {{ allOf: [{{ oneOf: [{objects}] }}, {{ anyOf: [{texts}] }}] }}\n")), @"
    union It in it [answered checked]
      Text(String) Text
      TextList([String]) List
    trait DefaultApi in default
      show GET /p (show)
        -> 200 application/json It
    api.yaml:8:9: warning[OAS513]: two parts of a schema contradict each other, so the later one is generated
    ");
}

#[test]
fn a_choice_that_is_held_to_types_keeps_null_where_both_allow_it() {
    assert_snapshot!(component("
    It: { allOf: [{ properties: { p: { anyOf: [{ type: [object, 'null'] }, { type: array, items: {} }] } } }, { properties: { p: { oneOf: [{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' }] } } }] }
    Cat: { type: object, required: [lives], properties: { lives: { type: integer } } }
    Dog: { required: [bark], properties: { bark: { type: string } } }
"), @"
    struct It in it [answered checked]
      p: (ItP|null)?
    union ItP in it [answered checked]
      Cat(Cat) {lives: Integer}
      Dog(Dog) {bark: Text}
    struct Cat in cat [answered]
      lives: I64
    struct Dog in dog [answered]
      bark: String
    trait DefaultApi in default
      show GET /p (show)
        -> 200 application/json It
    ");
}

#[test]
fn a_choice_that_two_parts_refer_to_is_made_once() {
    assert_snapshot!(component("
    It: { allOf: [{ $ref: '#/components/schemas/Either' }, { allOf: [{ $ref: '#/components/schemas/Either' }] }] }
    Either: { oneOf: [{ required: [lives], properties: { lives: { type: integer } } }, { required: [bark], properties: { bark: { type: string } } }] }
"), @"
    union It in it [answered checked]
      Lives(ItLives) {lives: Integer}
      Bark(ItBark) {bark: Text}
    struct ItLives in it [answered]
      lives: I64
    struct ItBark in it [answered]
      bark: String
    trait DefaultApi in default
      show GET /p (show)
        -> 200 application/json It
    ");
}
