//! How schemas that are put together of others are translated: parts, alternatives, conditions and references.

use super::book::{alone, translated};
use super::unions::component;
use super::{answer, answering, check};
use insta::assert_snapshot;

#[test]
fn all_of() {
    let components =
        "    Pet: { type: object, required: [name], properties: { name: { type: string } } }\n";
    assert_snapshot!(translated(components, &[
        "{ allOf: [{ $ref: '#/components/schemas/Pet' }], description: That one. }",
        "{ allOf: [{ $ref: '#/components/schemas/Pet' }, { required: [age], properties: { age: { type: integer } } }] }",
        "{ allOf: [{ $ref: '#/components/schemas/Pet' }, { properties: { name: { type: integer } } }] }",
        "{ allOf: [{ type: string, nullable: true }, { type: [string, 'null'] }] }",
        "{ allOf: [] , type: integer }",
        "{ $ref: '#/components/schemas/Pet', required: [tag], properties: { tag: { type: string } } }",
        "{ allOf: [{ type: string }, { maxLength: 3 }, { enum: [a, b] }, { enum: [b, c] }] }",
    ]), @r#"
    { allOf: [{ $ref: '#/components/schemas/Pet' }], description: That one. }
      is Pet
        struct Pet in pet [answered]
          name: String
    { allOf: [{ $ref: '#/components/schemas/Pet' }, { required: [age], properties: { age: { type: integer } } }] }
      is ShowResponse
        struct ShowResponse in show_response [answered]
          name: String
          age: I64
    { allOf: [{ $ref: '#/components/schemas/Pet' }, { properties: { name: { type: integer } } }] }
      is ShowResponse
        struct ShowResponse in show_response [answered]
          name: I64
        api.yaml:7:64: warning[OAS513]: two parts of a schema contradict each other, so the later one is generated
    { allOf: [{ type: string, nullable: true }, { type: [string, 'null'] }] }
      is String|null
    { allOf: [] , type: integer }
      is I64
    { $ref: '#/components/schemas/Pet', required: [tag], properties: { tag: { type: string } } }
      is ShowResponse
        struct ShowResponse in show_response [answered]
          tag: String
          name: String
    { allOf: [{ type: string }, { maxLength: 3 }, { enum: [a, b] }, { enum: [b, c] }] }
      is ShowResponse
        enum ShowResponse in show_response [answered checked] B="b"
    "#);
}

#[test]
fn alternatives() {
    let components = "    Cat: { type: object, required: [kind], properties: { kind: { type: string }, lives: { type: integer } } }
    Dog: { type: object, required: [kind], properties: { kind: { type: string }, good: { type: boolean } } }
";
    assert_snapshot!(translated(components, &[
        "{ oneOf: [{ $ref: '#/components/schemas/Cat' }] }",
        "{ oneOf: [{ $ref: '#/components/schemas/Cat' }, { type: 'null' }] }",
        "{ anyOf: [{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' }] }",
        "{ oneOf: [{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' }], discriminator: { propertyName: kind } }",
        "{ oneOf: [{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' }], discriminator: { propertyName: kind, mapping: { c: Cat, k: '#/components/schemas/Cat' } } }",
        "{ oneOf: [{ type: integer }, { type: string }, { type: array, items: { type: string } }] }",
        "{ type: [integer, string] }",
        "{ oneOf: [{ const: a }, { const: b, description: The second. }] }",
        "{ oneOf: [{ type: string, enum: [a] }, { type: string }] }",
        // That both of what is inside match is no fault.
        "{ properties: { a: { anyOf: [{ oneOf: [{ type: string }, { type: string, maxLength: 3 }] }, { type: 'null' }] } } }",
        "{ properties: { a: { anyOf: [{ oneOf: [{ type: string, minLength: 3 }, { type: string, maxLength: 3 }] }, { type: 'null' }] } } }",
    ]), @r#"
    { oneOf: [{ $ref: '#/components/schemas/Cat' }] }
      is Cat
        struct Cat in cat [answered]
          kind: String
          lives: I64?
    { oneOf: [{ $ref: '#/components/schemas/Cat' }, { type: 'null' }] }
      is Cat|null
        struct Cat in cat [answered]
          kind: String
          lives: I64?
    { anyOf: [{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' }] }
      is ShowResponse
        union ShowResponse in show_response [answered checked]
          Cat(Cat) {lives?: Integer | Null}
          Dog(Dog) {good?: Boolean | Null}
        struct Cat in cat [answered]
          kind: String
          lives: I64?
        struct Dog in dog [answered]
          kind: String
          good: Bool?
    { oneOf: [{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' }], discriminator: { propertyName: kind } }
      is ShowResponse
        union ShowResponse in show_response [answered checked] by "kind"
          Cat(Cat) "Cat"
          Dog(Dog) "Dog"
        struct Cat in cat [answered]
          kind: String
          lives: I64?
        struct Dog in dog [answered]
          kind: String
          good: Bool?
    { oneOf: [{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' }], discriminator: { propertyName: kind, mapping: { c: Cat, k: '#/components/schemas/Cat' } } }
      is ShowResponse
        union ShowResponse in show_response [answered checked] by "kind"
          Cat(Cat) "c" | "k"
          Dog(Dog) "Dog"
        struct Cat in cat [answered]
          kind: String
          lives: I64?
        struct Dog in dog [answered]
          kind: String
          good: Bool?
    { oneOf: [{ type: integer }, { type: string }, { type: array, items: { type: string } }] }
      is ShowResponse
        union ShowResponse in show_response [answered checked]
          Integer(I64) Integer
          Text(String) Text
          TextList([String]) List
    { type: [integer, string] }
      is ShowResponse
        union ShowResponse in show_response [answered checked]
          Integer(I64) Integer
          Text(String) Text
    { oneOf: [{ const: a }, { const: b, description: The second. }] }
      is ShowResponse
        enum ShowResponse in show_response [answered checked] A="a" B="b"
    { oneOf: [{ type: string, enum: [a] }, { type: string }] }
      is ShowResponse
        enum ShowResponse in show_response [answered] A="a" | ..
    { properties: { a: { anyOf: [{ oneOf: [{ type: string }, { type: string, maxLength: 3 }] }, { type: 'null' }] } } }
      is ShowResponse
        struct ShowResponse in show_response [answered]
          a: (String|null)?
    { properties: { a: { anyOf: [{ oneOf: [{ type: string, minLength: 3 }, { type: string, maxLength: 3 }] }, { type: 'null' }] } } }
      is ShowResponse
        struct ShowResponse in show_response [answered checked]
          a: (String|null)? oneOf
    "#);
}

#[test]
fn discriminators_in_discriminators() {
    let components = "    Pet: { oneOf: [{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Bird' }], discriminator: { propertyName: kind } }
    Bird: { oneOf: [{ $ref: '#/components/schemas/Owl' }, { $ref: '#/components/schemas/Tit' }], discriminator: { propertyName: kind } }
    Cat: { type: object, required: [kind], properties: { kind: { const: cat } } }
    Owl: { type: object, required: [kind], properties: { kind: { const: owl } } }
    Tit: { type: object, required: [kind], properties: { kind: { const: tit } } }
";
    assert_snapshot!(translated(components, &["{ $ref: '#/components/schemas/Pet' }"]), @r#"
    { $ref: '#/components/schemas/Pet' }
      is Pet
        union Pet in pet [answered checked] by "kind"
          Cat(Cat) "cat"
          Bird(Bird) "owl" | "tit"
        struct Cat in cat [answered]
          kind = "cat"
        union Bird in bird [answered checked] by "kind"
          Owl(Owl) "owl"
          Tit(Tit) "tit"
        struct Owl in owl [answered]
          kind = "owl"
        struct Tit in tit [answered]
          kind = "tit"
    "#);
}

#[test]
fn conditions() {
    assert_snapshot!(alone(&[
        "{ type: string, not: { enum: [a] } }",
        "{ type: object, properties: { a: { type: string }, b: { type: string } }, if: { required: [a] }, then: { required: [b] } }",
        "{ type: object, properties: { a: { type: string }, b: { type: string } }, dependentRequired: { a: [b] }, dependentSchemas: { b: { required: [a] } } }",
        "{ type: object, properties: { a: { type: string }, b: { type: string } }, anyOf: [{ required: [a] }, { required: [b] }] }",
    ]), @"
    { type: string, not: { enum: [a] } }
      is String
    { type: object, properties: { a: { type: string }, b: { type: string } }, if: { required: [a] }, then: { required: [b] } }
      is ShowResponse
        struct ShowResponse in show_response [answered checked]
          a: String?
          b: String?
    { type: object, properties: { a: { type: string }, b: { type: string } }, dependentRequired: { a: [b] }, dependentSchemas: { b: { required: [a] } } }
      is ShowResponse
        struct ShowResponse in show_response [answered checked]
          a: String?
          b: String?
    { type: object, properties: { a: { type: string }, b: { type: string } }, anyOf: [{ required: [a] }, { required: [b] }] }
      is ShowResponse
        struct ShowResponse in show_response [answered checked]
          a: String?
          b: String?
    ");
}

#[test]
fn references() {
    let components = "    Pet: { type: object, properties: { owner: { type: object, properties: { name: { type: string } } }, food: { $defs: { Food: { type: object, properties: { grams: { type: integer } } } }, $ref: '#/components/schemas/Pet/properties/food/$defs/Food' } } }
    Named: { $defs: { Word: { type: string, enum: [a, b] } }, $ref: '#/components/schemas/Pet' }
";
    assert_snapshot!(translated(components, &[
        "{ $ref: '#/components/schemas/Pet/properties/owner' }",
        "{ $defs: { Toy: { $anchor: toy, type: object, properties: { squeaks: { type: boolean } } } }, type: object, properties: { a: { $ref: '#toy' }, b: { $ref: '#/components/schemas/Named/$defs/Word' } } }",
        "{ type: object, properties: { food: { $ref: '#/components/schemas/Pet/properties/food' }, same: { $ref: '#/components/schemas/Pet/properties/food/$defs/Food' } } }",
        "{ type: object, properties: { a: { $ref: '#/paths/~1p/get/responses/200/content/application~1json/schema/properties/b' }, b: { type: object, properties: { c: { type: string } } } } }",
    ]), @r#"
    { $ref: '#/components/schemas/Pet/properties/owner' }
      is Owner
        struct Owner in owner [answered]
          name: String?
    { $defs: { Toy: { $anchor: toy, type: object, properties: { squeaks: { type: boolean } } } }, type: object, properties: { a: { $ref: '#toy' }, b: { $ref: '#/components/schemas/Named/$defs/Word' } } }
      is ShowResponse
        struct ShowResponse in show_response [answered checked]
          a: Toy?
          b: Word?
        struct Toy in toy [answered]
          squeaks: Bool?
        enum Word in word [answered checked] A="a" B="b"
    { type: object, properties: { food: { $ref: '#/components/schemas/Pet/properties/food' }, same: { $ref: '#/components/schemas/Pet/properties/food/$defs/Food' } } }
      is ShowResponse
        struct ShowResponse in show_response [answered]
          food: Food?
          same: Food?
        struct Food in food [answered]
          grams: I64?
    { type: object, properties: { a: { $ref: '#/paths/~1p/get/responses/200/content/application~1json/schema/properties/b' }, b: { type: object, properties: { c: { type: string } } } } }
      is ShowResponse
        struct ShowResponse in show_response [answered]
          a: B?
          b: ShowResponseB?
        struct B in b [answered]
          c: String?
        struct ShowResponseB in show_response [answered]
          c: String?
    "#);
}

#[test]
fn cycles() {
    let components = "    Node: { type: object, required: [next], properties: { next: { $ref: '#/components/schemas/Node' } } }
    Tree: { type: object, properties: { all: { type: array, items: { $ref: '#/components/schemas/Tree' } }, by: { type: object, additionalProperties: { $ref: '#/components/schemas/Tree' } }, up: { $ref: '#/components/schemas/Tree' } } }
    Lists: { type: array, items: { $ref: '#/components/schemas/Lists' } }
    Maps: { type: object, additionalProperties: { $ref: '#/components/schemas/Maps' } }
    Child: { allOf: [{ $ref: '#/components/schemas/Parent' }, { properties: { toys: { type: integer } } }] }
    Parent: { type: object, properties: { child: { $ref: '#/components/schemas/Child' } } }
    Either: { oneOf: [{ type: string }, { type: array, items: { $ref: '#/components/schemas/Either' } }, { $ref: '#/components/schemas/Pair' }] }
    Pair: { type: object, required: [left], properties: { left: { $ref: '#/components/schemas/Either' } } }
    Egg: { type: object, required: [hen, nest], properties: { hen: { $ref: '#/components/schemas/Hen' }, nest: { $ref: '#/components/schemas/Nest' } } }
    Hen: { type: object, required: [egg], properties: { egg: { $ref: '#/components/schemas/Egg' } } }
    Nest: { type: object, required: [eggs], properties: { eggs: { type: array, items: { $ref: '#/components/schemas/Egg' } } } }
";
    let schemas = ["Node", "Tree", "Lists", "Maps", "Child", "Either", "Egg"];
    let schemas = schemas.map(|it| format!("{{ $ref: '#/components/schemas/{it}' }}"));
    let schemas: Vec<&str> = schemas.iter().map(String::as_str).collect();
    assert_snapshot!(translated(components, &schemas), @"
    { $ref: '#/components/schemas/Node' }
      is Node
        struct Node in node [answered]
          next: Raw
        api.yaml:7:65: warning[OAS501]: a member that leads back to its own type is generated as raw JSON
    { $ref: '#/components/schemas/Tree' }
      is Tree
        struct Tree in tree [answered]
          all: [Tree]?
          by: {Tree}?
          up: Box<Tree>?
    { $ref: '#/components/schemas/Lists' }
      is Lists
        union Lists in lists [answered checked]
          List([Lists]) List
    { $ref: '#/components/schemas/Maps' }
      is Maps
        struct Maps in maps [answered]
          ..: Maps
    { $ref: '#/components/schemas/Child' }
      is Child
        struct Child in child [answered]
          child: Box<Child>?
          toys: I64?
    { $ref: '#/components/schemas/Either' }
      is Either
        union Either in either [answered checked]
          Text(String) Text
          EitherList([Either]) List
          Pair(Box<Pair>) Object
        struct Pair in pair [answered checked]
          left: Box<Either>
    { $ref: '#/components/schemas/Egg' }
      is Egg
        struct Egg in egg [answered]
          hen: Raw
          nest: Nest
        struct Nest in nest [answered]
          eggs: [Egg]
        api.yaml:15:68: warning[OAS501]: a member that leads back to its own type is generated as raw JSON
        api.yaml:16:62: warning[OAS501]: a member that leads back to its own type is generated as raw JSON
    ");
}

#[test]
fn alternatives_that_differ_deep_inside() {
    assert_snapshot!(alone(&[
        "{ oneOf: [{ title: Strict, type: object, required: [a], properties: { a: { type: object, required: [b], properties: { b: { type: object, required: [ip], properties: { ip: { type: string } } }, c: { type: string } } } } }, { title: Lax, type: object, required: [a], properties: { a: { type: object, properties: { b: { type: object, properties: { ip: { type: string } } } } } } }] }",
    ]), @"
    { oneOf: [{ title: Strict, type: object, required: [a], properties: { a: { type: object, required: [b], properties: { b: { type: object, required: [ip], properties: { ip: { type: string } } }, c: { type: string } } } } }, { title: Lax, type: object, required: [a], properties: { a: { type: object, properties: { b: { type: object, properties: { ip: { type: string } } } } } } }] }
      is ShowResponse
        union ShowResponse in show_response [answered checked]
          Strict(ShowResponseStrict) {a: {b: {ip: Text}, c?: Text | Null}}
          Lax(ShowResponseLax) {a: {b?: {ip?: Text | Null} | Null}}
        struct ShowResponseStrict in show_response [answered]
          a: ShowResponseStrictA
        struct ShowResponseStrictA in show_response [answered]
          b: ShowResponseStrictAB
          c: String?
        struct ShowResponseStrictAB in show_response [answered]
          ip: String
        struct ShowResponseLax in show_response [answered]
          a: ShowResponseLaxA
        struct ShowResponseLaxA in show_response [answered]
          b: ShowResponseLaxAB?
        struct ShowResponseLaxAB in show_response [answered]
          ip: String?
    ");
}

#[test]
fn lists_in_lists_end_at_a_depth_that_compilers_bear() {
    let nested = |count: usize| {
        let (open, close) = ("{ type: array, items: ".repeat(count), " }".repeat(count));
        answer(&format!("{open}{{ type: string }}{close}"))
    };
    assert_snapshot!(format!("{}{}", nested(8), nested(9)), @"
    trait DefaultApi in default
      show GET /p (show)
        -> 200 application/json [[[[[[[[String]]]]]]]]
    trait DefaultApi in default
      show GET /p (show) degraded
        -> 200 application/json Raw
    api.yaml:4:113: warning[OAS501]: a list or map that is the ninth around another is generated as raw JSON
    ");
}

#[test]
fn items_of_several_parts_satisfy_all_of_them() {
    let document = answering("{ $ref: '#/components/schemas/Report' }")
        + r"
components:
  schemas:
    Report:
      allOf:
        - { type: object, properties: { rows: { type: array, items: { type: object, properties: { name: { type: string } } } } } }
        - { properties: { rows: { items: { properties: { count: { type: integer } } } } } }
";
    assert_snapshot!(check(&document), @"
    struct Report in report [answered]
      rows: [ReportRow]?
    struct ReportRow in report [answered]
      name: String?
      count: I64?
    trait DefaultApi in default
      show GET /p (show)
        -> 200 application/json Report
    ");
}

#[test]
fn a_reference_beside_its_own_types() {
    let components = "    Pet: { type: object, properties: { id: { type: string } } }
    Age: { type: integer }
    Untyped: { properties: { id: { type: string } } }
    Tag: { allOf: [{ $ref: '#/components/schemas/Pet' }, { properties: { tag: { type: string } } }] }
";
    assert_snapshot!(translated(components, &[
        "{ type: object, allOf: [{ $ref: '#/components/schemas/Pet' }] }",
        "{ type: object, allOf: [{ $ref: '#/components/schemas/Tag' }] }",
        "{ type: [object, 'null'], allOf: [{ $ref: '#/components/schemas/Pet' }] }",
        "{ anyOf: [{ type: object }, { type: string }], allOf: [{ $ref: '#/components/schemas/Pet' }] }",
        "{ type: number, allOf: [{ $ref: '#/components/schemas/Age' }] }",
        "{ type: object, allOf: [{ $ref: '#/components/schemas/Untyped' }] }",
        "{ anyOf: [{ type: object }, { type: string }], allOf: [{ $ref: '#/components/schemas/Untyped' }] }",
        "{ type: object, allOf: [{ $ref: '#/components/schemas/Pet' }], required: [id] }",
        "{ anyOf: [{ type: object, required: [id] }, { type: string }], allOf: [{ $ref: '#/components/schemas/Pet' }] }",
    ]), @"
    { type: object, allOf: [{ $ref: '#/components/schemas/Pet' }] }
      is Pet
        struct Pet in pet [answered]
          id: String?
    { type: object, allOf: [{ $ref: '#/components/schemas/Tag' }] }
      is Tag
        struct Tag in tag [answered]
          id: String?
          tag: String?
    { type: [object, 'null'], allOf: [{ $ref: '#/components/schemas/Pet' }] }
      is Pet|null
        struct Pet in pet [answered]
          id: String?
    { anyOf: [{ type: object }, { type: string }], allOf: [{ $ref: '#/components/schemas/Pet' }] }
      is Pet
        struct Pet in pet [answered]
          id: String?
    { type: number, allOf: [{ $ref: '#/components/schemas/Age' }] }
      is I64
    { type: object, allOf: [{ $ref: '#/components/schemas/Untyped' }] }
      is Untyped
        struct Untyped in untyped [answered]
          id: String?
    { anyOf: [{ type: object }, { type: string }], allOf: [{ $ref: '#/components/schemas/Untyped' }] }
      is ShowResponse
        union ShowResponse in show_response [answered checked]
          Object(ShowResponseObject) Object
          Text(String) Text
        struct ShowResponseObject in show_response [answered]
          id: String?
    { type: object, allOf: [{ $ref: '#/components/schemas/Pet' }], required: [id] }
      is ShowResponse
        struct ShowResponse in show_response [answered]
          id: String
    { anyOf: [{ type: object, required: [id] }, { type: string }], allOf: [{ $ref: '#/components/schemas/Pet' }] }
      is ShowResponse
        struct ShowResponse in show_response [answered]
          id: String
    ");
}

#[test]
fn a_member_that_an_envelope_leaves_open() {
    let components = "    Envelope: { type: object, properties: { it: { anyOf: [{ type: object }, { type: string }] } } }
    Pet: { type: object, properties: { id: { type: string } } }
";
    assert_snapshot!(translated(components, &[
        "{ allOf: [{ $ref: '#/components/schemas/Envelope' }, { properties: { it: { $ref: '#/components/schemas/Pet' } } }] }",
        "{ allOf: [{ $ref: '#/components/schemas/Envelope' }, { properties: { it: { type: object, properties: { age: { type: integer } } } } }] }",
    ]), @"
    { allOf: [{ $ref: '#/components/schemas/Envelope' }, { properties: { it: { $ref: '#/components/schemas/Pet' } } }] }
      is ShowResponse
        struct ShowResponse in show_response [answered]
          it: Pet?
        struct Pet in pet [answered]
          id: String?
    { allOf: [{ $ref: '#/components/schemas/Envelope' }, { properties: { it: { type: object, properties: { age: { type: integer } } } } }] }
      is ShowResponse
        struct ShowResponse in show_response [answered]
          it: ShowResponseIt?
        struct ShowResponseIt in show_response [answered]
          age: I64?
    ");
}

#[test]
fn parts_that_only_describe_are_said_of_the_whole() {
    assert_snapshot!(component(r"
    It: { type: object, properties: {
      behind: { allOf: [{ $ref: '#/components/schemas/Pet' }, { description: Behind., deprecated: true }] },
      before: { allOf: [{ description: Before., x-a: 1 }, { $ref: '#/components/schemas/Pet' }] },
      titled: { allOf: [{ $ref: '#/components/schemas/Pet' }, { title: Titled }] },
      pets: { type: array, items: { allOf: [{ $ref: '#/components/schemas/Pet' }, { xml: { name: item } }] } },
      kind: { allOf: [{ $ref: '#/components/schemas/Kind' }, { default: dog, example: cat }] },
      more: { allOf: [{ $ref: '#/components/schemas/Pet' }, { description: More., required: [name] }] },
      dog: { $ref: '#/components/schemas/Dog' },
      own: { allOf: [{ description: Own. }] } } }
    Dog: { allOf: [{ $ref: '#/components/schemas/Pet' }, { description: A component has a type. }] }
    Pet: { type: object, properties: { name: { type: string } } }
    Kind: { type: string, enum: [dog, cat] }
"), @r#"
    struct It in it [answered checked]
      behind: Pet?
      before: Pet?
      titled: Pet?
      pets: [Pet]?
      kind: Kind? = Variant(TypeId(2), Name("Dog"))
      more: ItMore?
      dog: Dog?
      own: Raw?
    struct Pet in pet [answered]
      name: String?
    enum Kind in kind [answered checked] Dog="dog" Cat="cat"
    struct ItMore in it [answered]
      name: String
    struct Dog in dog [answered]
      name: String?
    trait DefaultApi in default
      show GET /p (show)
        -> 200 application/json It
    "#);
}

#[test]
fn what_a_schema_says_once_holds_of_every_part() {
    assert_snapshot!(answer(
        "{ type: object, properties: {
            code: { allOf: [{ type: string, pattern: '^a' }, { pattern: 'z$' }, { pattern: '^a' }] },
            tags: { allOf: [{ type: array, items: { type: string }, contains: { const: a } }, { contains: { const: b } }] },
            it: { allOf: [{ properties: { a: true, b: {} } }, { properties: { a: { type: string }, b: { type: integer } } }] },
            size: { allOf: [{ type: integer, multipleOf: 2 }, { multipleOf: 3 }] } } }"
    ), @"
    struct ShowResponse in show_response [answered checked]
      code: String? /^a/ not
      tags: [String]? contains not
      it: ShowResponseIt?
      size: I64? multiple_of=2
    struct ShowResponseIt in show_response [answered]
      a: String?
      b: I64?
    trait DefaultApi in default
      show GET /p (show)
        -> 200 application/json ShowResponse
    api.yaml:8:19: info[OAS521]: `not` is not checked by the generated server, here
    ");
}

#[test]
fn an_object_that_needs_more_members_than_it_names_has_room_for_them() {
    let members = "type: object, properties: { a: { type: string }, b: { type: string } }";
    assert_snapshot!(answer(&format!("{{ {members}, minProperties: 3 }}")), @"
    struct ShowResponse in show_response [answered checked]
      a: String?
      b: String?
      ..: Raw
    trait DefaultApi in default
      show GET /p (show)
        -> 200 application/json ShowResponse
    ");
    assert_snapshot!(answer(&format!("{{ {members}, minProperties: 2 }}")), @"
    struct ShowResponse in show_response [answered checked]
      a: String?
      b: String?
    trait DefaultApi in default
      show GET /p (show)
        -> 200 application/json ShowResponse
    ");
}

#[test]
fn a_part_that_has_no_room_for_null_takes_it_from_the_others() {
    let document = answering("{ $ref: '#/components/schemas/Sub' }")
        + r"
components:
  schemas:
    Nullable: { type: [string, 'null'] }
    Base:
      type: object
      properties:
        a: { type: [string, 'null'] }
        b: { anyOf: [{ type: integer }, { type: 'null' }] }
        c: { type: [string, 'null'], enum: [x, y, null] }
        d: { type: [string, 'null'] }
        e: { type: [string, 'null'] }
    Sub:
      allOf:
        - $ref: '#/components/schemas/Base'
        - type: object
          properties:
            a: { type: string }
            b: { type: integer, minimum: 5 }
            c: { enum: [x] }
            d: { maxLength: 5 }
            f: { $ref: '#/components/schemas/Nullable', type: string }
            g: { allOf: [{ anyOf: [{ type: integer }, { type: 'null' }] }, { type: integer }] }
            h: { $ref: '#/components/schemas/Nullable', type: [string, 'null'] }
";
    assert_snapshot!(check(&document), @r#"
    struct Sub in sub [answered checked]
      a: String?
      b: I64? >=5
      c: SubC?
      d: (String|null)? max_length=5
      e: (String|null)?
      f: String?
      g: I64?
      h: (String|null)?
    enum SubC in sub [answered checked] X="x"
    trait DefaultApi in default
      show GET /p (show)
        -> 200 application/json Sub
    "#);
}

#[test]
fn null_by_any_other_way_of_writing_is_no_alternative() {
    let document = answering("{ $ref: '#/components/schemas/All' }")
        + r"
components:
  schemas:
    Color: { type: string, enum: [red] }
    Nothing: { enum: [null] }
    Null: { type: 'null' }
    All:
      type: object
      properties:
        a: { oneOf: [{ $ref: '#/components/schemas/Color' }, { $ref: '#/components/schemas/Nothing' }] }
        b: { oneOf: [{ type: string }, { type: integer }, { $ref: '#/components/schemas/Null' }] }
        c: { anyOf: [{ const: a }, { const: null }] }
        d: { oneOf: [{ $ref: '#/components/schemas/Color' }, { enum: [null] }] }
        e: { $ref: '#/components/schemas/Nothing' }
";
    assert_snapshot!(check(&document), @r#"
    struct All in all [answered checked]
      a: (Color|null)?
      b: (AllB|null)?
      c: (AllC|null)?
      d: (Color|null)?
      e: Raw? type
    enum Color in color [answered checked] Red="red"
    union AllB in all [answered checked]
      Text(String) Text
      Integer(I64) Integer
    enum AllC in all [answered checked] A="a"
    trait DefaultApi in default
      show GET /p (show)
        -> 200 application/json All
    "#);
}
