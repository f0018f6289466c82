//! Alternatives: what tells them apart, and what they become.

use super::{answer, check, type_of};
use insta::assert_snapshot;

/// An operation that answers with the component `It`.
pub fn component(schemas: &str) -> String {
    check(&format!(
        "paths:\n  /p: {{ get: {{ operationId: show, responses: {{ '200': {{ description: ok, content: {{ application/json: {{ schema: {{ $ref: '#/components/schemas/It' }} }} }} }} }} }} }}\ncomponents:\n  schemas:\n{schemas}"
    ))
}

#[test]
fn alternatives_that_rust_cannot_tell_apart_are_one_type() {
    let cases = [
        (
            "{ oneOf: [{ type: string, maxLength: 2 }, { type: string, pattern: x }] }",
            "String",
        ),
        ("{ type: [integer, number] }", "F64"),
        ("{ type: ['null', integer, number] }", "F64|null"),
        ("{ type: [string, integer], enum: [1, 2] }", "ShowResponse"),
        (
            "{ anyOf: [{ type: integer }, { type: integer, minimum: 3 }] }",
            "I64",
        ),
        (
            "{ type: string, anyOf: [{ format: ipv4 }, { format: ipv6 }] }",
            "String",
        ),
        ("{ anyOf: [{ type: string }, {}] }", "Raw"),
        (
            "{ oneOf: [{ type: string, format: uuid }, { type: 'null' }] }",
            "Uuid|null",
        ),
        ("{ type: string, oneOf: [{ format: date }] }", "Date"),
        (
            "{ oneOf: [{ type: object, additionalProperties: { type: string } }, { type: object, additionalProperties: { type: integer } }] }",
            "{ShowResponseValue}",
        ),
        (
            "{ oneOf: [{ type: object, additionalProperties: { type: string } }, { type: object }, { type: 'null' }] }",
            "{Raw}|null",
        ),
    ];
    for (schema, expected) in cases {
        assert_eq!(type_of(schema), expected, "{schema}");
    }
}

#[test]
fn integers_of_several_formats_are_as_wide_as_the_widest() {
    let cases = [
        ("int32", "int64", "I64"),
        ("int64", "int32", "I64"),
        ("int32", "uint32", "I64"),
        ("uint32", "uint64", "U64"),
    ];
    for (a, b, expected) in cases {
        let a = format!("{{ type: integer, format: {a} }}");
        let b = format!("{{ type: integer, format: {b} }}");
        assert_eq!(type_of(&format!("{{ oneOf: [{a}, {b}] }}")), expected);
        let lists = format!(
            "{{ anyOf: [{{ type: array, items: {a} }}, {{ type: array, items: {b}, maxItems: 2 }}] }}"
        );
        assert_eq!(type_of(&lists), format!("[{expected}]"));
    }
    assert_snapshot!(component("
    It: { oneOf: [{ type: number }, { type: integer, format: int32 }, { type: array, items: { type: [integer, 'null'], format: int32 } }, { type: array, items: { $ref: '#/components/schemas/Id' } }] }
    Id: { type: integer, format: int64 }
"), @"
    union It in it [answered checked]
      Number(F64) Number
      Integer(I64) Integer
      IntegerList([I64|null]) List
    trait DefaultApi in default
      show GET /p (show)
        -> 200 application/json It
    ");
}

#[test]
fn integers_that_no_type_has_room_for_are_told_apart_by_their_values() {
    assert_snapshot!(component("
    It: { type: object, properties: { number: { $ref: '#/components/schemas/Number' }, lists: { $ref: '#/components/schemas/Lists' }, ids: { $ref: '#/components/schemas/Ids' } } }
    Number: { oneOf: [{ type: integer, format: uint64 }, { type: integer, format: int32 }, { type: integer, format: uint32 }, { type: integer, format: int64 }, { type: number }] }
    Lists: { oneOf: [{ type: array, items: { type: integer, format: int64 } }, { type: array, items: { type: integer, format: uint64 } }] }
    Ids: { oneOf: [{ $ref: '#/components/schemas/Wide' }, { $ref: '#/components/schemas/Short' }, { $ref: '#/components/schemas/Plain' }, { $ref: '#/components/schemas/Text' }] }
    Wide: { type: object, required: [id], properties: { id: { type: integer, format: int64 }, at: { type: integer, format: int32 } } }
    Short: { type: object, required: [id], properties: { id: { type: integer, format: int32 }, no: { type: integer, format: uint32 } } }
    Plain: { type: object, required: [id], properties: { id: { type: integer, format: uint64 } } }
    Text: { type: object, required: [id], properties: { id: { type: string } } }
"), @"
    struct It in it [answered checked]
      number: Number?
      lists: Lists?
      ids: Ids?
    union Number in number [answered checked]
      Integer(U64) U64
      IntegerValue(I64) Integer
      Number(F64) Number
    union Lists in lists [answered checked]
      List([I64]) List of Integer
      ListValue([U64]) List of U64
    union Ids in ids [answered checked]
      Wide(Wide) {id: Integer, at?: Integer | Null}
      Short(Short) {id: Integer, no?: Integer | Null}
      Plain(Plain) {id: U64}
      Text(Text) {id: Text}
    struct Wide in wide [answered]
      id: I64
      at: I32?
    struct Short in short [answered]
      id: I32
      no: U32?
    struct Plain in plain [answered]
      id: U64
    struct Text in text [answered]
      id: String
    trait DefaultApi in default
      show GET /p (show)
        -> 200 application/json It
    ");
}

#[test]
fn an_integer_that_an_enum_has_no_room_for_is_an_alternative_of_its_own() {
    assert_snapshot!(component("
    It: { oneOf: [{ type: integer, format: uint64 }, { type: integer, enum: [2, 10] }] }
"), @"
    union It in it [answered checked]
      Integer(U64) U64
      IntegerValue(ItIntegerValue) [2, 10]
    enum ItIntegerValue in it [answered checked] Value2=2 Value10=10
    trait DefaultApi in default
      show GET /p (show)
        -> 200 application/json It
    ");
}

#[test]
fn what_all_alternatives_may_be_does_not_hide_what_tells_them_apart() {
    assert_snapshot!(component("
    It: { oneOf: [{ type: array, items: { $ref: '#/components/schemas/Asset' } }, { type: array, items: { $ref: '#/components/schemas/Team' } }] }
    Asset: { type: [object, 'null'], required: [key], properties: { key: { type: string }, week: { type: string } } }
    Team: { type: [object, 'null'], required: [name], properties: { name: { type: string }, week: { type: string } } }
"), @"
    union It in it [answered checked]
      Asset([Asset|null]) List of {key: Text} | Null
      Team([Team|null]) List of {name: Text} | Null
    struct Asset in asset [answered]
      key: String
      week: String?
    struct Team in team [answered]
      name: String
      week: String?
    trait DefaultApi in default
      show GET /p (show)
        -> 200 application/json It
    ");
}

#[test]
fn a_discriminator_names_the_alternatives() {
    assert_snapshot!(component("
    It: { oneOf: [{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' }], discriminator: { propertyName: kind, mapping: { cat: '#/components/schemas/Cat', kitten: Cat } } }
    Cat: { type: object, required: [kind], properties: { kind: { type: string } } }
    Dog: { type: object, required: [kind], properties: { kind: { type: string } } }
"), @r#"
    union It in it [answered checked] by "kind"
      Cat(Cat) "cat" | "kitten"
      Dog(Dog) "Dog"
    struct Cat in cat [answered]
      kind: String
    struct Dog in dog [answered]
      kind: String
    trait DefaultApi in default
      show GET /p (show)
        -> 200 application/json It
    "#);
}

#[test]
fn values_that_no_two_alternatives_share_name_them_too() {
    assert_snapshot!(answer("{ oneOf: [{ type: object, required: [op], properties: { op: { const: add }, n: { type: integer } } }, { type: object, required: [op], properties: { op: { enum: [clear] } } }, { type: object, required: [op], properties: { op: { enum: [min, max] } } }] }"), @r#"
    union ShowResponse in show_response [answered checked] by "op"
      Add(ShowResponseAdd) "add"
      Clear(Unit) "clear"
      Object(ShowResponseObject) "min" | "max"
    struct ShowResponseAdd in show_response [answered]
      n: I64?
    struct ShowResponseObject in show_response [answered checked]
      op: ShowResponseObjectOp
    enum ShowResponseObjectOp in show_response [answered checked] Min="min" Max="max"
    trait DefaultApi in default
      show GET /p (show)
        -> 200 application/json ShowResponse
    "#);
}

#[test]
fn shapes_tell_apart_what_has_no_names() {
    assert_snapshot!(answer("{ oneOf: [{ type: string }, { type: string, format: date-time }, { type: array, items: { type: integer } }, { type: array, items: { type: string } }, { type: object, required: [a], properties: { a: { type: string }, b: { type: string } } }, { type: object, required: [a], properties: { a: { type: string }, c: { type: integer } } }] }"), @"
    union ShowResponse in show_response [answered checked]
      Text(String) Text
      DateTime(DateTime) DateTime
      IntegerList([I64]) List of Integer
      TextList([String]) List of Text
      WithB(ShowResponseWithB) {b?: Text | Null}
      WithC(ShowResponseWithC) {c?: Integer | Null}
    struct ShowResponseWithB in show_response [answered]
      a: String
      b: String?
    struct ShowResponseWithC in show_response [answered]
      a: String
      c: I64?
    trait DefaultApi in default
      show GET /p (show)
        -> 200 application/json ShowResponse
    ");
}

#[test]
fn lists_of_other_lengths_are_told_apart() {
    let of = |schema: &str| {
        let said = answer(schema);
        let union = said.lines().skip(1).take_while(|it| it.starts_with("  "));
        union
            .map(|it| format!("{}\n", it.trim()))
            .collect::<String>()
    };
    let pair = "{ type: array, prefixItems: [{ type: number }, { type: number }], minItems: 2, maxItems: 2 }";
    let triple = "{ type: array, prefixItems: [{ type: number }, { type: number }, { type: string }], minItems: 3, maxItems: 3 }";
    let numbers = "{ type: array, items: { type: number }";
    let texts = "{ type: array, items: { type: string }";
    let rows = [
        format!("{{ oneOf: [{pair}, {triple}] }}"),
        format!("{{ oneOf: [{numbers}, minItems: 6 }}, {triple}] }}"),
        format!("{{ oneOf: [{triple}, {numbers} }}] }}"),
        // What is only asked for does not keep a value from being read.
        format!("{{ oneOf: [{numbers}, maxItems: 5 }}, {texts}, maxItems: 9 }}] }}"),
    ];
    assert_snapshot!(rows.map(|it| of(&it)).join("\n"), @"
    List((F64, F64)) List 2..=2 of Number
    ListValue((F64, F64, String)) List 3..=3 of Number | Text

    NumberList([F64]) List 6.. of Number min_items=6
    List((F64, F64, String)) List 3..=3 of Number | Text

    List((F64, F64, String)) List 3..=3 of Number | Text
    NumberList([F64]) List of Number

    Number([F64]) List of Number max_items=5
    Text([String]) List of Text max_items=9
    ");
}

#[test]
fn titles_that_several_have_are_told_by_what_kind_of_value_it_is() {
    let of = |schema: &str| {
        let said = answer(schema);
        let union = said.lines().skip(1).take_while(|it| it.starts_with("  "));
        let names = union.map(|it| it.split('(').next().unwrap_or_default().trim());
        names.collect::<Vec<_>>().join(" ")
    };
    assert_snapshot!(of("{ oneOf: [{ title: string, type: string }, { title: array, type: array, items: { type: string } }, { title: array, type: array, items: { type: integer } }, { title: array, type: array, items: { type: array, items: { type: integer } } }] }"), @"String TextList IntegerList List");
    assert_snapshot!(of("{ oneOf: [{ title: Point, type: string }, { title: Point, type: array, items: { type: number } }] }"), @"Text NumberList");
}

#[test]
fn formats_tell_apart_where_every_text_has_another() {
    assert_snapshot!(component("
    It: { oneOf: [{ $ref: '#/components/schemas/Old' }, { $ref: '#/components/schemas/New' }] }
    Old: { type: object, required: [first, seen], properties: { first: { type: string, format: ipv4 }, seen: { type: string, format: uri }, all: { type: array, items: { type: string, format: ipv4 } } } }
    New: { type: object, required: [first, seen], properties: { first: { type: string, format: ipv6 }, seen: { type: string }, all: { type: array, items: { type: string, format: email } } } }
"), @"
    union It in it [answered checked]
      Old(Old) {first: Ipv4}
      New(New) {first: Ipv6}
    struct Old in old [answered]
      first: String
      seen: String
      all: [String]?
    struct New in new [answered]
      first: String
      seen: String
      all: [String]?
    trait DefaultApi in default
      show GET /p (show)
        -> 200 application/json It
    ");
}

#[test]
fn members_of_members_are_looked_at_where_nothing_else_tells() {
    assert_snapshot!(component("
    It: { oneOf: [{ $ref: '#/components/schemas/Note' }, { $ref: '#/components/schemas/Chart' }] }
    Note: { type: object, required: [shown], properties: { title: { type: string }, shown: { type: object, required: [kind], properties: { kind: { const: note }, text: { type: string } } } } }
    Chart: { type: object, required: [shown], properties: { title: { type: string }, shown: { type: object, required: [kind], properties: { kind: { enum: [line, bar] }, text: { type: string } } } } }
"), @r#"
    union It in it [answered checked]
      Note(Note) {shown: {kind: ["note"]}}
      Chart(Chart) {shown: {kind: ["line", "bar"]}}
    struct Note in note [answered]
      title: String?
      shown: NoteShown
    struct Chart in chart [answered checked]
      title: String?
      shown: ChartShown
    struct NoteShown in note [answered]
      kind = "note"
      text: String?
    struct ChartShown in chart [answered checked]
      kind: ChartShownKind
      text: String?
    enum ChartShownKind in chart [answered checked] Line="line" Bar="bar"
    trait DefaultApi in default
      show GET /p (show)
        -> 200 application/json It
    "#);
    assert_snapshot!(component("
    It: { oneOf: [{ $ref: '#/components/schemas/Remove' }, { $ref: '#/components/schemas/Add' }] }
    Remove: { type: object, required: [rows], properties: { rows: { type: array, items: { type: string } } } }
    Add: { type: object, required: [rows], properties: { rows: { type: array, items: { type: object, properties: { id: { type: string } } } } } }
"), @"
    union It in it [answered checked]
      Remove(Remove) {rows: List of Text}
      Add(Add) {rows: List of Object}
    struct Remove in remove [answered]
      rows: [String]
    struct Add in add [answered]
      rows: [AddRow]
    struct AddRow in add [answered]
      id: String?
    trait DefaultApi in default
      show GET /p (show)
        -> 200 application/json It
    ");
}

#[test]
fn a_closed_object_is_no_alternative_whose_members_it_has_not() {
    assert_snapshot!(component("
    It: { oneOf: [{ $ref: '#/components/schemas/Add' }, { $ref: '#/components/schemas/Change' }] }
    Add: { type: object, required: [rows], additionalProperties: false, properties: { rows: { type: integer }, twice: { type: boolean } } }
    Change: { type: object, required: [rows], additionalProperties: false, properties: { rows: { type: integer }, missing: { type: boolean } } }
"), @"
    union It in it [answered checked]
      Add(Add) {twice?: Boolean | Null, no missing}
      Change(Change) {missing?: Boolean | Null, no twice}
    struct Add in add [answered]
      rows: I64
      twice: Bool?
    struct Change in change [answered]
      rows: I64
      missing: Bool?
    trait DefaultApi in default
      show GET /p (show)
        -> 200 application/json It
    ");
}

#[test]
fn null_in_an_alternative_is_null_in_the_union() {
    assert_snapshot!(component("
    It: { type: object, required: [when], properties: { when: { $ref: '#/components/schemas/When' }, day: { oneOf: [{ $ref: '#/components/schemas/Past' }, { type: integer }] } } }
    When: { oneOf: [{ $ref: '#/components/schemas/Past' }, { $ref: '#/components/schemas/Span' }] }
    Past: { type: [object, 'null'], required: [hours], properties: { hours: { type: integer } } }
    Span: { type: object, required: [from], properties: { from: { type: string } } }
"), @"
    struct It in it [answered checked]
      when: When|null
      day: (ItDay|null)?
    union When in when [answered checked]
      Past(Past) {hours: Integer}
      Span(Span) {from: Text}
    union ItDay in it [answered checked]
      Past(Past) Object
      Integer(I64) Integer
    struct Past in past [answered]
      hours: I64
    struct Span in span [answered]
      from: String
    trait DefaultApi in default
      show GET /p (show)
        -> 200 application/json It
    ");
}

#[test]
fn a_discriminator_that_some_alternatives_lack_tells_nothing() {
    assert_snapshot!(component("
    It: { oneOf: [{ $ref: '#/components/schemas/Key' }, { $ref: '#/components/schemas/Role' }, { $ref: '#/components/schemas/Token' }], discriminator: { propertyName: by } }
    Key: { type: object, required: [by, key], properties: { by: { enum: [key] }, key: { type: string } } }
    Role: { type: object, required: [by, name], properties: { by: { enum: [role] }, name: { type: string } } }
    Token: { type: object, required: [token], properties: { token: { type: string } } }
"), @r#"
    union It in it [answered checked]
      Key(Key) {by: ["key"], key: Text}
      Role(Role) {by: ["role"], name: Text}
      Token(Token) {token: Text}
    struct Key in key [answered]
      by = "key"
      key: String secret
    struct Role in role [answered]
      by = "role"
      name: String
    struct Token in token [answered]
      token: String secret
    trait DefaultApi in default
      show GET /p (show)
        -> 200 application/json It
    "#);
}

#[test]
fn a_discriminator_knows_no_alternative_in_place_by_the_name_of_what_it_is_around() {
    assert_snapshot!(component("
    It: { oneOf: [{ allOf: [{ $ref: '#/components/schemas/Cat' }] }, { allOf: [{ $ref: '#/components/schemas/Dog' }] }], discriminator: { propertyName: kind } }
    Cat: { type: object, required: [lives], properties: { kind: { type: string }, lives: { type: integer } } }
    Dog: { type: object, properties: { kind: { type: string } } }
"), @"
    union It in it [answered checked]
      Cat(Cat) {lives: Integer}
      Dog(Dog) Object
    struct Cat in cat [answered]
      kind: String?
      lives: I64
    struct Dog in dog [answered]
      kind: String?
    trait DefaultApi in default
      show GET /p (show)
        -> 200 application/json It
    ");
}

#[test]
fn several_types_are_alternatives() {
    assert_snapshot!(answer("{ type: [string, integer, 'null'], enum: [auto, 1, null] }"), @r#"
    union ShowResponse in show_response [answered checked]
      Value(ShowResponseValue) Text
      Integer(ShowResponseInteger) [1]
    enum ShowResponseValue in show_response [answered checked] Auto="auto"
    enum ShowResponseInteger in show_response [answered checked] Value1=1
    trait DefaultApi in default
      show GET /p (show)
        -> 200 application/json ShowResponse|null
    "#);
    assert_snapshot!(answer("{ type: [integer, number, string] }"), @"
    union ShowResponse in show_response [answered checked]
      Number(F64) Number
      Text(String) Text
    trait DefaultApi in default
      show GET /p (show)
        -> 200 application/json ShowResponse
    ");
}

#[test]
fn what_stands_beside_alternatives_is_in_each() {
    assert_snapshot!(answer("{ type: object, properties: { id: { type: string } }, oneOf: [{ title: By name, required: [name], properties: { name: { type: string } } }, { title: By age, required: [age], properties: { age: { type: integer } } }] }"), @"
    union ShowResponse in show_response [answered checked]
      Name(ShowResponseName) {name: Text}
      Age(ShowResponseAge) {age: Integer}
    struct ShowResponseName in show_response [answered]
      name: String
      id: String?
    struct ShowResponseAge in show_response [answered]
      age: I64
      id: String?
    trait DefaultApi in default
      show GET /p (show)
        -> 200 application/json ShowResponse
    ");
}

#[test]
fn a_child_that_builds_on_its_union_is_no_union_itself() {
    assert_snapshot!(component("
    It: { type: object, required: [kind], properties: { kind: { type: string } }, discriminator: { propertyName: kind }, oneOf: [{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' }] }
    Cat: { allOf: [{ $ref: '#/components/schemas/It' }, { type: object, properties: { lives: { type: integer } } }] }
    Dog: { allOf: [{ $ref: '#/components/schemas/It' }, { type: object, properties: { tail: { type: boolean } } }] }
"), @r#"
    union It in it [answered checked] by "kind"
      Cat(Cat) "Cat"
      Dog(Dog) "Dog"
    struct Cat in cat [answered]
      kind: String
      lives: I64?
    struct Dog in dog [answered]
      kind: String
      tail: Bool?
    trait DefaultApi in default
      show GET /p (show)
        -> 200 application/json It
    "#);
}

#[test]
fn a_base_keeps_the_members_of_what_builds_on_it() {
    assert_snapshot!(component("
    It: { type: object, properties: { pet: { $ref: '#/components/schemas/Pet' }, cat: { $ref: '#/components/schemas/Cat' } } }
    Pet: { type: object, required: [kind], properties: { kind: { type: string } }, discriminator: { propertyName: kind } }
    Cat: { allOf: [{ $ref: '#/components/schemas/Pet' }, { type: object, properties: { lives: { type: integer } } }] }
"), @"
    struct It in it [answered]
      pet: Pet?
      cat: Cat?
    struct Pet in pet [answered]
      kind: String
      ..: Raw
    struct Cat in cat [answered]
      kind: String
      lives: I64?
    trait DefaultApi in default
      show GET /p (show)
        -> 200 application/json It
    ");
}

#[test]
fn a_base_that_names_all_that_builds_on_it_is_a_choice_between_them() {
    let shapes = |mapping: &str| {
        component(&format!(
            "
    It: {{ type: object, required: [kind], additionalProperties: false, properties: {{ kind: {{ type: string }} }}, discriminator: {{ propertyName: kind, mapping: {{ {mapping} }} }} }}
    Circle: {{ allOf: [{{ $ref: '#/components/schemas/It' }}, {{ type: object, properties: {{ radius: {{ type: number }} }} }}] }}
    Disc: {{ allOf: [{{ $ref: '#/components/schemas/Circle' }}, {{ type: object, properties: {{ fill: {{ type: string }} }} }}] }}
"
        ))
    };
    assert_snapshot!(shapes("circle: Circle, disc: '#/components/schemas/Disc', plate: Disc"), @r#"
    union It in it [answered checked] by "kind"
      Circle(Circle) "circle"
      Disc(Disc) "disc" | "plate"
    struct Circle in circle [answered]
      kind: String
      radius: F64?
      ..: Raw
    struct Disc in disc [answered]
      kind: String
      radius: F64?
      fill: String?
    trait DefaultApi in default
      show GET /p (show)
        -> 200 application/json It
    "#);
    // A value may be no more than the base.
    assert_snapshot!(shapes("circle: Circle, disc: Disc, it: It, thing: '#/components/schemas/It'"), @r#"
    union It in it [answered checked] by "kind"
      Circle(Circle) "circle"
      Disc(Disc) "disc"
      Base(ItBase) "it" | "thing"
    struct Circle in circle [answered]
      kind: String
      radius: F64?
      ..: Raw
    struct Disc in disc [answered]
      kind: String
      radius: F64?
      fill: String?
    struct ItBase in it [answered checked]
      kind: ItBaseKind
    enum ItBaseKind in it [answered checked] It="it" Thing="thing"
    trait DefaultApi in default
      show GET /p (show)
        -> 200 application/json It
    "#);
    // What is not named there may come all the same.
    assert_snapshot!(shapes("circle: Circle"), @"
    struct It in it [answered]
      kind: String
      ..: Raw
    trait DefaultApi in default
      show GET /p (show)
        -> 200 application/json It
    ");
}

#[test]
fn a_base_of_which_each_subclass_says_its_name_is_a_choice_between_them() {
    let told = |dog: &str| {
        component(&format!(
            "
    It: {{ type: object, required: [kind], properties: {{ kind: {{ type: string }} }}, discriminator: {{ propertyName: kind }} }}
    Cat: {{ x-ms-discriminator-value: '#cat', allOf: [{{ $ref: '#/components/schemas/It' }}, {{ type: object, properties: {{ lives: {{ type: integer }} }} }}] }}
    Dog: {{ {dog} allOf: [{{ $ref: '#/components/schemas/It' }}] }}
"
        ))
    };
    let first = |it: String| it.lines().take(3).collect::<Vec<_>>().join("\n");
    assert_snapshot!(first(told("x-ms-discriminator-value: '#dog',")), @r##"
    union It in it [answered checked] by "kind"
      Cat(Cat) "#cat"
      Dog(Unit) "#dog"
    "##);
    // The base is one of them where it has a value.
    let with_base = component("
    It: { x-ms-discriminator-value: it, type: object, required: [kind], properties: { kind: { type: string } }, discriminator: { propertyName: kind } }
    Cat: { x-ms-discriminator-value: cat, allOf: [{ $ref: '#/components/schemas/It' }, { type: object, required: [lives], properties: { lives: { type: integer } } }] }
");
    assert_snapshot!(first(with_base), @r#"
    union It in it [answered checked] by "kind"
      Cat(Cat) "cat"
      Base(Unit) "it"
    "#);
    // Where the alternatives are listed, it would be the choice again.
    let listed = component("
    It: { type: object, required: [kind], properties: { kind: { type: string }, name: { type: string } }, discriminator: { propertyName: kind }, oneOf: [{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' }] }
    Cat: { allOf: [{ $ref: '#/components/schemas/It' }, { type: object, properties: { lives: { type: integer } } }] }
    Dog: { allOf: [{ $ref: '#/components/schemas/It' }] }
");
    assert_snapshot!(listed, @r#"
    union It in it [answered checked] by "kind"
      Cat(Cat) "Cat"
      Dog(ItDog) "Dog"
    struct Cat in cat [answered]
      kind: String
      name: String?
      lives: I64?
    struct ItDog in it [answered]
      name: String?
    trait DefaultApi in default
      show GET /p (show)
        -> 200 application/json It
    "#);
    assert_snapshot!(first(told("")), @"
    struct It in it [answered]
      kind: String
      ..: Raw
    ");
}

#[test]
fn a_choice_between_a_base_and_all_that_builds_on_it_is_the_base() {
    let told = component("
    It: { type: array, items: { oneOf: [{ $ref: '#/components/schemas/Shape' }, { $ref: '#/components/schemas/Circle' }, { $ref: '#/components/schemas/Square' }] } }
    Shape: { type: object, additionalProperties: false, properties: { kind: { type: string }, name: { type: string } }, discriminator: { propertyName: kind, mapping: { Shape: '#/components/schemas/Shape', Circle: '#/components/schemas/Circle', Square: '#/components/schemas/Square' } } }
    Circle: { type: object, additionalProperties: false, allOf: [{ $ref: '#/components/schemas/Shape' }], properties: { radius: { type: number } } }
    Square: { type: object, additionalProperties: false, allOf: [{ $ref: '#/components/schemas/Shape' }], properties: { side: { type: number } } }
");
    assert_snapshot!(told, @r#"
    union Shape in shape [answered checked] by "kind"
      Base(ShapeBase) "Shape"
      Circle(Circle) "Circle"
      Square(Square) "Square"
    struct ShapeBase in shape [answered]
      name: String?
    struct Circle in circle [answered]
      radius: F64?
      kind: String?
      name: String?
    struct Square in square [answered]
      side: F64?
      kind: String?
      name: String?
    trait DefaultApi in default
      show GET /p (show)
        -> 200 application/json [Shape]
    "#);
}

#[test]
fn an_alternative_of_its_own_base_is_not_split_for_what_another_one_has() {
    let schemas = "
    It: { type: object, properties: { pet: { $ref: '#/components/schemas/Pet' }, dog: { $ref: '#/components/schemas/Dog' } } }
    Pet: { type: object, properties: { kind: { type: string } }, discriminator: { propertyName: kind, mapping: { cat: Cat, dog: Dog } } }
    Cat: { allOf: [{ $ref: '#/components/schemas/Pet' }, { type: object, properties: { born: { type: string, readOnly: true } } }] }
    Dog: { allOf: [{ $ref: '#/components/schemas/Pet' }, { type: object, properties: { tail: { type: boolean } } }] }
";
    let told = check(&format!(
        "paths:
  /p: {{ post: {{ operationId: send, requestBody: {{ content: {{ application/json: {{ schema: {{ $ref: '#/components/schemas/It' }} }} }} }}, responses: {{ '200': {{ description: ok, content: {{ application/json: {{ schema: {{ $ref: '#/components/schemas/It' }} }} }} }} }} }} }}
components:
  schemas:
{schemas}"
    ));
    let names = told
        .lines()
        .filter(|it| it.starts_with("struct") || it.starts_with("union"));
    let names: Vec<&str> = names
        .map(|it| it.split(' ').nth(1).unwrap_or_default())
        .collect();
    assert_snapshot!(names.join(" "), @"ItRequest It PetRequest Dog Pet CatRequest Cat");
}

#[test]
fn what_builds_on_a_base_and_is_built_on_is_a_base() {
    assert_snapshot!(component("
    It: { type: object, properties: { cat: { $ref: '#/components/schemas/Cat' }, lion: { $ref: '#/components/schemas/Lion' } } }
    Named: { type: object, properties: { name: { type: string } } }
    Pet: { allOf: [{ $ref: '#/components/schemas/Named' }, { type: object, properties: { kind: { type: string } }, discriminator: { propertyName: kind } }] }
    Cat: { allOf: [{ $ref: '#/components/schemas/Pet' }, { type: object, properties: { lives: { type: integer } } }] }
    Lion: { allOf: [{ $ref: '#/components/schemas/Cat' }, { type: object, properties: { mane: { type: boolean } } }] }
"), @"
    struct It in it [answered]
      cat: Cat?
      lion: Lion?
    struct Cat in cat [answered]
      name: String?
      kind: String?
      lives: I64?
      ..: Raw
    struct Lion in lion [answered]
      name: String?
      kind: String?
      lives: I64?
      mane: Bool?
    trait DefaultApi in default
      show GET /p (show)
        -> 200 application/json It
    ");
}

#[test]
fn alternatives_are_named_by_the_base_that_they_share() {
    let of = |mapping: &str| {
        let components = format!(
            "
    It: {{ oneOf: [{{ $ref: '#/components/schemas/Cat' }}, {{ $ref: '#/components/schemas/Dog' }}] }}
    Pet: {{ type: object, required: [kind], properties: {{ kind: {{ type: string }} }}, discriminator: {{ propertyName: kind, mapping: {mapping} }} }}
    Cat: {{ allOf: [{{ $ref: '#/components/schemas/Pet' }}, {{ type: object, properties: {{ lives: {{ type: integer }} }} }}] }}
    Dog: {{ allOf: [{{ $ref: '#/components/schemas/Pet' }}, {{ type: object, properties: {{ tail: {{ type: boolean }} }} }}] }}
"
        );
        let told = component(&components);
        told.lines().take(3).collect::<Vec<_>>().join("\n")
    };
    assert_snapshot!(of("{ meow: '#/components/schemas/Cat', woof: Dog }"), @r#"
    union It in it [answered checked] by "kind"
      Cat(Cat) "meow"
      Dog(Dog) "woof"
    "#);
    // One has no name there: that of its component is a guess.
    assert_snapshot!(of("{ meow: Cat }"), @r#"
    union It in it [answered checked] by shape, perhaps by "kind"
      Cat(Cat) "meow" | {lives?: Integer | Null}
      Dog(Dog) "Dog" | {tail?: Boolean | Null}
    "#);
    assert_snapshot!(of("{}"), @r#"
    union It in it [answered checked] by shape, perhaps by "kind"
      Cat(Cat) "Cat" | {lives?: Integer | Null}
      Dog(Dog) "Dog" | {tail?: Boolean | Null}
    "#);
}

#[test]
fn what_shapes_tell_apart_needs_no_guess() {
    assert_snapshot!(component("
    It: { oneOf: [{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' }] }
    Pet: { type: object, required: [kind], properties: { kind: { type: string } }, discriminator: { propertyName: kind } }
    Cat: { allOf: [{ $ref: '#/components/schemas/Pet' }, { type: object, required: [lives], properties: { lives: { type: integer } } }] }
    Dog: { allOf: [{ $ref: '#/components/schemas/Pet' }, { type: object, required: [tail], properties: { tail: { type: boolean } } }] }
"), @"
    union It in it [answered checked]
      Cat(Cat) {lives: Integer}
      Dog(Dog) {tail: Boolean}
    struct Cat in cat [answered]
      kind: String
      lives: I64
    struct Dog in dog [answered]
      kind: String
      tail: Bool
    trait DefaultApi in default
      show GET /p (show)
        -> 200 application/json It
    ");
}

#[test]
fn a_discriminator_that_no_alternative_declares_is_sent_and_may_be_missing() {
    assert_snapshot!(component("
    It: { oneOf: [{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' }], discriminator: { propertyName: kind, mapping: { dog: Dog, hound: Dog } } }
    Cat: { type: object, additionalProperties: false, properties: { lives: { type: integer } } }
    Dog: { type: object, properties: { tail: { type: boolean } } }
"), @r#"
    union It in it [answered checked] by shape or "kind"
      Cat(Cat) "Cat" | {lives?: Integer | Null, no tail}
      Dog(Dog) "dog" | "hound" | {tail?: Boolean | Null}
    struct Cat in cat [answered]
      lives: I64?
    struct Dog in dog [answered]
      tail: Bool?
    trait DefaultApi in default
      show GET /p (show)
        -> 200 application/json It
    "#);
}

#[test]
fn a_union_that_another_member_tells_apart_has_one_name() {
    let told = component("
    It: { oneOf: [{ $ref: '#/components/schemas/Pet' }, { $ref: '#/components/schemas/Rock' }], discriminator: { propertyName: kind } }
    Pet: { oneOf: [{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' }], discriminator: { propertyName: sort } }
    Cat: { type: object, properties: { kind: { type: string }, sort: { type: string } } }
    Dog: { type: object, properties: { kind: { type: string }, sort: { type: string } } }
    Rock: { type: object, properties: { kind: { type: string } } }
");
    assert_snapshot!(told.lines().take(6).collect::<Vec<_>>().join("\n"), @r#"
    union It in it [answered checked] by "kind"
      Pet(Pet) "Pet"
      Rock(Rock) "Rock"
    union Pet in pet [answered checked] by "sort"
      Cat(Cat) "Cat"
      Dog(Dog) "Dog"
    "#);
}

#[test]
fn alternatives_that_contain_themselves_are_boxed() {
    assert_snapshot!(component("
    It: { oneOf: [{ type: string }, { type: array, items: { $ref: '#/components/schemas/It' } }, { $ref: '#/components/schemas/Not' }] }
    Not: { type: object, required: [not], properties: { not: { $ref: '#/components/schemas/It' } } }
"), @"
    union It in it [answered checked]
      Text(String) Text
      ItList([It]) List
      Not(Box<Not>) Object
    struct Not in not [answered checked]
      not: Box<It>
    trait DefaultApi in default
      show GET /p (show)
        -> 200 application/json It
    ");
}

#[test]
fn a_required_member_with_one_value_is_no_field() {
    assert_snapshot!(answer("{ type: object, required: [object, kind], properties: { object: { const: list }, kind: { enum: [a, b] }, state: { enum: [on] } } }"), @r#"
    struct ShowResponse in show_response [answered checked]
      object = "list"
      kind: ShowResponseKind
      state: ShowResponseState?
    enum ShowResponseKind in show_response [answered checked] A="a" B="b"
    enum ShowResponseState in show_response [answered checked] On="on"
    trait DefaultApi in default
      show GET /p (show)
        -> 200 application/json ShowResponse
    "#);
}

#[test]
fn a_component_without_a_type_of_its_own_is_typed_once() {
    assert_snapshot!(component("
    It: { type: object, properties: { a: { $ref: '#/components/schemas/Rows' }, b: { $ref: '#/components/schemas/Rows' } } }
    Rows: { type: array, items: { type: object, properties: { n: { type: integer } } } }
"), @"
    struct It in it [answered]
      a: [Row]?
      b: [Row]?
    struct Row in rows [answered]
      n: I64?
    trait DefaultApi in default
      show GET /p (show)
        -> 200 application/json It
    ");
}

#[test]
fn a_union_of_nothing_but_itself_ends() {
    assert_snapshot!(component("
    It: { oneOf: [{ allOf: [{ $ref: '#/components/schemas/It' }, { properties: { a: { type: string } } }] }, { type: string }] }
"), @"
    union It in it [answered checked]
      It(ItIt) Object
      Text(String) Text
    struct ItIt in it [answered]
      a: String?
    trait DefaultApi in default
      show GET /p (show)
        -> 200 application/json It
    ");
}

#[test]
fn what_values_of_others_are_read_as_is_not_held_to_its_own_limits() {
    assert_snapshot!(component("
    It: { oneOf: [{ $ref: '#/components/schemas/Old' }, { type: string, title: New, pattern: '^n' }] }
    Old: { type: [string, integer], pattern: '^o' }
"), @"
    union It in it [answered checked]
      Old(Old) Text | Integer unchecked
      New(String) Text /^n/
    union Old in old [answered checked]
      Text(String) Text /^o/
      Integer(I64) Integer
    trait DefaultApi in default
      show GET /p (show)
        -> 200 application/json It
    api.yaml:8:9: info[OAS511]: nothing tells `New` from `Old` when it is read, so `Old` is read
    ");
}

#[test]
fn an_integer_that_is_a_number_as_well_is_not_held_to_its_own_limits() {
    let of = |one: &str, other: &str| {
        let all = component(&format!("    It: {{ oneOf: [{one}, {other}] }}"));
        let lines = all.lines().skip(1).take_while(|it| it.starts_with("  "));
        lines.map(|it| format!("{it}\n")).collect::<String>()
    };
    let small = "{ type: integer, maximum: 10 }";
    assert_snapshot!(of(small, "{ type: number }"), @"
    Integer(I64) Integer unchecked
    Number(F64) Number
    ");
    assert_snapshot!(of(small, "{ type: number, minimum: 1 }"), @"
    Integer(I64) Integer unchecked
    Number(F64) Number >=1
    ");
    assert_snapshot!(of("{ type: number, maximum: 10 }", small), @"
    Number(F64) Number <=10
    Integer(I64) Integer <=10
    ");
    assert_snapshot!(of(small, "{ type: string }"), @"
    Integer(I64) Integer <=10
    Text(String) Text
    ");
    assert_snapshot!(of(small, "{ type: array, items: { type: number } }"), @"
    Integer(I64) Integer <=10
    NumberList([F64]) List
    ");
}

#[test]
fn alternatives_that_nothing_tells_apart_are_said() {
    assert_snapshot!(component("
    It: { anyOf: [{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' }] }
    Cat: { type: object, properties: { name: { type: string } } }
    Dog: { type: object, properties: { name: { type: string } } }
"), @"
    union It in it [answered checked]
      Cat(Cat) Object
      Dog(Dog) Object
    struct Cat in cat [answered]
      name: String?
    struct Dog in dog [answered]
      name: String?
    trait DefaultApi in default
      show GET /p (show)
        -> 200 application/json It
    api.yaml:8:9: info[OAS511]: nothing tells `Dog` from `Cat` when it is read, so `Cat` is read
    ");
}

#[test]
fn unions_put_together_from_unions_come_to_an_end() {
    let all: Vec<usize> = (0..10).collect();
    let schemas = all.iter().map(|it| {
        let inside = all.iter().map(|other| {
            format!("{{ allOf: [{{ $ref: '#/components/schemas/It{other}' }}, {{ properties: {{ b{other}: {{ type: string }} }} }}] }}")
        });
        let inside: Vec<_> = inside.collect();
        format!("    It{it}: {{ properties: {{ a{it}: {{ type: string }} }}, oneOf: [{}] }}\n", inside.join(", "))
    });
    let schemas: String = schemas.collect();
    let outline = component(&format!(
        "    It: {{ $ref: '#/components/schemas/It0' }}\n{schemas}"
    ));
    assert!(outline.contains("one of too many unions in unions"));
}

#[test]
fn what_is_put_together_from_itself_comes_to_an_end() {
    assert_snapshot!(component("
    It: { type: object, properties: { part: { allOf: [{ $ref: '#/components/schemas/It' }, { properties: { size: { type: integer } } }] }, map: { $ref: '#/components/schemas/Map' } } }
    Map: { additionalProperties: { allOf: [{ $ref: '#/components/schemas/Map' }, { maxProperties: 3 }] } }
"), @"
    struct It in it [answered checked]
      part: ItPart?
      map: {{{{Raw}}}}? each each each each minProperties minProperties minProperties minProperties
    struct ItPart in it [answered checked]
      part: Box<ItPart>?
      map: {{{{Raw}}}}? each each each each minProperties minProperties minProperties minProperties
      size: I64?
    trait DefaultApi in default
      show GET /p (show) degraded
        -> 200 application/json It
    api.yaml:9:34: warning[OAS501]: a type that is made of itself alone is generated as raw JSON
    ");
}

#[test]
fn an_alternative_that_is_listed_twice_is_one() {
    assert_snapshot!(component(r"
    It: { oneOf: [{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' }], discriminator: { propertyName: kind } }
    Cat: { type: object, properties: { kind: { type: string }, lives: { type: integer } } }
    Dog: { type: object, properties: { kind: { type: string } } }
"), @r#"
    union It in it [answered checked] by "kind"
      Cat(Cat) "Cat"
      Dog(Dog) "Dog"
    struct Cat in cat [answered]
      kind: String?
      lives: I64?
    struct Dog in dog [answered]
      kind: String?
    trait DefaultApi in default
      show GET /p (show)
        -> 200 application/json It
    "#);
}

#[test]
fn what_an_alternative_calls_itself_counts_beside_a_mapping_that_it_contradicts() {
    assert_snapshot!(component("
    It: { oneOf: [{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' }, { $ref: '#/components/schemas/Hen' }], discriminator: { propertyName: kind, mapping: { cat: Cat, dog: Dog, hen: Hen } } }
    Cat: { type: object, required: [kind], properties: { kind: { type: string, enum: [CAT] } } }
    Dog: { type: object, required: [kind], properties: { kind: { type: string, enum: [BIRD] } } }
    Hen: { type: object, required: [kind], properties: { kind: { type: string, enum: [BIRD] } } }
"), @r#"
    union It in it [answered checked] by "kind"
      Cat(Cat) "cat" | "CAT"
      Dog(Dog) "dog"
      Hen(Hen) "hen"
    struct Cat in cat [answered]
      kind = "CAT"
    struct Dog in dog [answered]
      kind = "BIRD"
    struct Hen in hen [answered]
      kind = "BIRD"
    trait DefaultApi in default
      show GET /p (show)
        -> 200 application/json It
    "#);
}

#[test]
fn a_default_mapping_takes_what_no_other_name_means() {
    assert_snapshot!(component("
    It: { oneOf: [{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Other' }], discriminator: { propertyName: kind, mapping: { cat: Cat }, defaultMapping: Other } }
    Cat: { type: object, required: [kind], properties: { kind: { type: string } } }
    Other: { type: object, properties: { size: { type: integer } } }
"), @r#"
    union It in it [answered checked] by default or "kind"
      Cat(Cat) "cat"
      Other(Other) "Other" | _
    struct Cat in cat [answered]
      kind: String
    struct Other in other [answered]
      size: I64?
    trait DefaultApi in default
      show GET /p (show)
        -> 200 application/json It
    "#);
}

#[test]
fn a_discriminator_that_all_alternatives_forbid_tells_nothing() {
    assert_snapshot!(component("
    It: { oneOf: [{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' }], discriminator: { propertyName: kind, mapping: { cat: Cat } } }
    Cat: { type: object, additionalProperties: false, required: [lives], properties: { lives: { type: integer } } }
    Dog: { type: object, additionalProperties: false, properties: { bark: { type: string } } }
"), @"
    union It in it [answered checked]
      Cat(Cat) {lives: Integer}
      Dog(Dog) {bark?: Text | Null}
    struct Cat in cat [answered]
      lives: I64
    struct Dog in dog [answered]
      bark: String?
    trait DefaultApi in default
      show GET /p (show)
        -> 200 application/json It
    ");
}

#[test]
fn a_component_of_parts_that_all_may_be_null_may_be() {
    assert_snapshot!(component("
    It: { type: object, properties: { p: { $ref: '#/components/schemas/Both' }, q: { $ref: '#/components/schemas/One' } } }
    Both: { allOf: [{ type: [object, 'null'], properties: { a: { type: integer } } }, { type: [object, 'null'], properties: { b: { type: integer } } }] }
    One: { allOf: [{ type: [object, 'null'], properties: { a: { type: integer } } }, { type: object, properties: { b: { type: integer } } }] }
"), @"
    struct It in it [answered]
      p: (Both|null)?
      q: One?
    struct Both in both [answered]
      a: I64?
      b: I64?
    struct One in one [answered]
      a: I64?
      b: I64?
    trait DefaultApi in default
      show GET /p (show)
        -> 200 application/json It
    ");
}

#[test]
fn alternatives_of_which_one_says_true_and_one_false_are_told_apart() {
    assert_snapshot!(component(r"
    It: { oneOf: [{ $ref: '#/components/schemas/Done' }, { $ref: '#/components/schemas/Failed' }] }
    Done: { type: object, required: [success], properties: { success: { type: boolean, enum: [true] }, id: { type: integer } } }
    Failed: { type: object, required: [success], properties: { success: { type: boolean, enum: [false] }, why: { type: string } } }
"), @"
    union It in it [answered checked]
      Done(Done) {success: Is(true), id?: Integer | Null}
      Failed(Failed) {success: Is(false), why?: Text | Null}
    struct Done in done [answered]
      success = true
      id: I64?
    struct Failed in failed [answered]
      success = false
      why: String?
    trait DefaultApi in default
      show GET /p (show)
        -> 200 application/json It
    ");
}

#[test]
fn a_union_inside_is_told_by_the_member_that_names_its_alternatives() {
    assert_snapshot!(component(r"
    It: { oneOf: [{ $ref: '#/components/schemas/Named' }, { $ref: '#/components/schemas/Cat' }, { type: object, required: [d], properties: { d: { $ref: '#/components/schemas/Named' } } }] }
    Named: { anyOf: [{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' }], discriminator: { propertyName: kind } }
    Cat: { type: object, required: [c], properties: { c: { type: string } } }
    Dog: { type: object, required: [d], properties: { d: { type: string } } }
"), @r#"
    union It in it [answered checked]
      Cat(Cat) {c: Text}
      WithD(ItWithD) {d: Object}
      Named(Named) {c: Text, kind: ["Cat"]} | {d: Text, kind?: ["Dog"]}
    union Named in named [answered checked] by shape or "kind"
      Cat(Cat) "Cat" | {c: Text}
      Dog(Dog) "Dog" | {d: Text}
    struct Cat in cat [answered]
      c: String
    struct ItWithD in it [answered checked]
      d: Named
    struct Dog in dog [answered]
      d: String
    trait DefaultApi in default
      show GET /p (show)
        -> 200 application/json It
    "#);
}

#[test]
fn values_named_one_by_one_beside_objects_are_one_enum() {
    assert_snapshot!(component(r"
    It: { oneOf: [{ type: string, enum: [words], description: By words. }, { type: object, required: [asc], properties: { asc: { type: string } } }, { type: string, const: typo, description: By typos. }, { $ref: '#/components/schemas/Own' }] }
    Own: { type: string, enum: [own] }
"), @r#"
    union It in it [answered checked]
      Value(ItValue) ["words", "typo"]
      Object(ItObject) Object
      Own(Own) ["own"]
    enum ItValue in it [answered checked] Words="words" Typo="typo"
    struct ItObject in it [answered]
      asc: String
    enum Own in own [answered checked] Own="own"
    trait DefaultApi in default
      show GET /p (show)
        -> 200 application/json It
    "#);
}

#[test]
fn values_named_one_by_one_beside_a_plain_text_are_an_enum_that_takes_any() {
    assert_snapshot!(component(r"
    It: { oneOf: [{ type: string }, { type: string, enum: ['-1'] }, { type: string, enum: ['0'] }] }
"), @r#"
    enum It in it [answered] Minus1="-1" N0="0" | ..
    trait DefaultApi in default
      show GET /p (show)
        -> 200 application/json It
    "#);
    assert_snapshot!(component(r"
    It: { oneOf: [{ type: string }, { type: string, enum: ['-1'] }, { type: string, enum: ['0'] }, { type: boolean }] }
"), @r#"
    union It in it [answered checked]
      Text(String) Text
      Value(ItValue) ["-1", "0"]
      Boolean(Bool) Boolean
    enum ItValue in it [answered checked] Minus1="-1" N0="0"
    trait DefaultApi in default
      show GET /p (show)
        -> 200 application/json It
    "#);
}

#[test]
fn lists_of_the_same_items_are_one_list() {
    assert_snapshot!(component(r"
    It: { type: object, properties: {
      box: { type: array, oneOf: [{ minItems: 4, maxItems: 4 }, { minItems: 6, maxItems: 6 }], items: { type: number } },
      two: { anyOf: [{ type: array, items: { type: integer } }, { type: array, items: { type: integer, minimum: 1 } }, { type: 'null' }] },
      pets: { oneOf: [{ type: array, items: { $ref: '#/components/schemas/Pet' }, maxItems: 1 }, { type: array, items: { $ref: '#/components/schemas/Pet' }, minItems: 2 }] },
      other: { oneOf: [{ type: array, items: { type: integer } }, { type: array, items: { type: string } }] } } }
    Pet: { type: object, properties: { name: { type: string } } }
"), @"
    struct It in it [answered checked]
      r#box (box): [F64]? oneOf
      two: ([I64]|null)? anyOf
      pets: [Pet]? oneOf
      other: ItOther?
    struct Pet in pet [answered]
      name: String?
    union ItOther in it [answered checked]
      Integer([I64]) List of Integer
      Text([String]) List of Text
    trait DefaultApi in default
      show GET /p (show)
        -> 200 application/json It
    ");
}

#[test]
fn a_discriminator_that_no_alternative_declares_names_the_objects_beside_scalars() {
    assert_snapshot!(component("
    It: { oneOf: [{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Word' }, { type: boolean }, { $ref: '#/components/schemas/Mixed' }], discriminator: { propertyName: kind } }
    Cat: { type: object, properties: { lives: { type: integer } } }
    Word: { anyOf: [{ type: string }, { type: number }] }
    Mixed: { anyOf: [{ type: array, items: { $ref: '#/components/schemas/Cat' } }, { $ref: '#/components/schemas/Cat' }] }
"), @r#"
    union It in it [answered checked] by shape or "kind"
      Cat(Cat) "Cat" | Object
      Word(Word) Text | Number
      Boolean(Bool) Boolean
      Mixed(Mixed) "Mixed" | List | Object
    struct Cat in cat [answered]
      lives: I64?
    union Word in word [answered checked]
      Text(String) Text
      Number(F64) Number
    union Mixed in mixed [answered checked]
      CatList([Cat]) List
      Cat(Cat) Object
    trait DefaultApi in default
      show GET /p (show)
        -> 200 application/json It
    "#);
}

#[test]
fn a_closed_object_beside_a_scalar_has_no_member_that_names_it() {
    assert_snapshot!(component("
    It: { oneOf: [{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Word' }], discriminator: { propertyName: kind } }
    Cat: { type: object, additionalProperties: false, properties: { lives: { type: integer } } }
    Word: { type: string }
"), @"
    union It in it [answered checked]
      Cat(Cat) Object
      Word(String) Text
    struct Cat in cat [answered]
      lives: I64?
    trait DefaultApi in default
      show GET /p (show)
        -> 200 application/json It
    ");
}

#[test]
fn a_number_or_boolean_that_a_member_always_is_is_no_field_and_tells_alternatives_apart() {
    assert_snapshot!(component("
    It: { oneOf: [{ $ref: '#/components/schemas/Row' }, { $ref: '#/components/schemas/Button' }, { $ref: '#/components/schemas/Gone' }] }
    Row: { type: object, required: [type], properties: { type: { type: integer, enum: [1] }, n: { type: integer } } }
    Button: { type: object, required: [type], properties: { type: { const: 2 }, n: { type: integer } } }
    Gone: { type: object, required: [gone], properties: { gone: { type: boolean, enum: [true] }, n: { type: integer } } }
"), @"
    union It in it [answered checked]
      Row(Row) {type: [1]}
      Button(Button) {type: [2]}
      Gone(Gone) {gone: Is(true)}
    struct Row in row [answered]
      type = 1
      n: I64?
    struct Button in button [answered]
      type = 2
      n: I64?
    struct Gone in gone [answered]
      gone = true
      n: I64?
    trait DefaultApi in default
      show GET /p (show)
        -> 200 application/json It
    ");
    assert_snapshot!(component("
    It: { discriminator: { propertyName: type }, oneOf: [{ type: object, required: [type], properties: { type: { type: integer, enum: [1] } } }, { type: object, required: [type], properties: { type: { const: 2 } } }] }
"), @r#"
    union It in it [answered checked] by "type"
      Object(ItObject) "1"
      ObjectValue(ItObjectValue) "2"
    struct ItObject in it [answered]
      type = 1
    struct ItObjectValue in it [answered]
      type = 2
    trait DefaultApi in default
      show GET /p (show)
        -> 200 application/json It
    "#);
}
