//! How each construct of a schema is translated: the schema, its type in Rust, and the types that it needs.

use super::{answering, check};
use insta::assert_snapshot;

/// What each schema becomes as the answer of an operation `show`, among these components.
fn translated(components: &str, schemas: &[&str]) -> String {
    let pages = schemas.iter().map(|schema| {
        let document = format!("{}components:\n  schemas:\n{components}", answering(schema));
        let outline = check(&document);
        let answer = "-> 200 application/json ";
        let ty = outline
            .lines()
            .find_map(|it| it.trim().strip_prefix(answer));
        let is_rest = |it: &&str| {
            !it.starts_with("trait ")
                && !it.starts_with("  show GET")
                && !it.trim().starts_with("-> ")
        };
        let rest = outline
            .lines()
            .filter(is_rest)
            .map(|it| format!("\n    {it}"));
        let ty = ty.unwrap_or_default();
        format!("{schema}\n  is {ty}{}", rest.collect::<String>())
    });
    pages.collect::<Vec<_>>().join("\n")
}

fn alone(schemas: &[&str]) -> String {
    translated("    Other: {}\n", schemas)
}

#[test]
fn formats() {
    let of = |ty: &str, formats: &[&str]| {
        let schemas = formats
            .iter()
            .map(|it| format!("{{ type: {ty}, format: {it} }}"));
        let schemas: Vec<String> = schemas.collect();
        let schemas: Vec<&str> = schemas.iter().map(String::as_str).collect();
        alone(&schemas)
    };
    let integers = [
        "int8",
        "int16",
        "int32",
        "int64",
        "uint8",
        "uint16",
        "uint32",
        "uint64",
        "unix-time",
    ];
    assert_snapshot!(of("integer", &integers), @"
    { type: integer, format: int8 }
      is I32
    { type: integer, format: int16 }
      is I32
    { type: integer, format: int32 }
      is I32
    { type: integer, format: int64 }
      is I64
    { type: integer, format: uint8 }
      is I32
    { type: integer, format: uint16 }
      is I32
    { type: integer, format: uint32 }
      is U32
    { type: integer, format: uint64 }
      is U64
    { type: integer, format: unix-time }
      is I64
    ");
    assert_snapshot!(of("number", &["float", "double", "decimal"]), @"
    { type: number, format: float }
      is F64
    { type: number, format: double }
      is F64
    { type: number, format: decimal }
      is F64
    ");
    let strings = [
        "date",
        "date-time",
        "time",
        "duration",
        "uuid",
        "uri",
        "email",
        "ipv4",
        "ipv6",
        "byte",
        "binary",
        "password",
        "int64",
    ];
    assert_snapshot!(of("string", &strings), @"
    { type: string, format: date }
      is Date
    { type: string, format: date-time }
      is DateTime
    { type: string, format: time }
      is String
    { type: string, format: duration }
      is String
    { type: string, format: uuid }
      is Uuid
    { type: string, format: uri }
      is String
    { type: string, format: email }
      is String
    { type: string, format: ipv4 }
      is String
    { type: string, format: ipv6 }
      is String
    { type: string, format: byte }
      is Base64
    { type: string, format: binary }
      is stream
    { type: string, format: password }
      is String
    { type: string, format: int64 }
      is String
    ");
}

#[test]
fn null() {
    assert_snapshot!(alone(&[
        "{ type: [string, 'null'] }",
        "{ type: array, items: { type: [integer, 'null'] } }",
        "{ type: object, additionalProperties: { type: [integer, 'null'] } }",
        "{ enum: [a, null] }",
        "{ anyOf: [{ type: string }, { type: 'null' }] }",
        "{ type: 'null' }",
    ]), @r#"
    { type: [string, 'null'] }
      is String|null
    { type: array, items: { type: [integer, 'null'] } }
      is [I64|null]
    { type: object, additionalProperties: { type: [integer, 'null'] } }
      is {I64|null}
    { enum: [a, null] }
      is ShowResponse|null
        enum ShowResponse in show_response [answered checked] A="a"
    { anyOf: [{ type: string }, { type: 'null' }] }
      is String|null
    { type: 'null' }
      is Raw
    "#);
}

#[test]
fn objects() {
    assert_snapshot!(alone(&[
        "{ properties: { a: { type: string } } }",
        "{ type: object, additionalProperties: true }",
        "{ type: object, additionalProperties: false }",
        "{ type: object, properties: { a: { type: string } }, additionalProperties: true }",
        "{ type: object, properties: { a: { type: string } }, additionalProperties: false }",
        "{ type: object, properties: { a: { type: string } }, additionalProperties: { type: integer, minimum: 1 } }",
        "{ type: object, propertyNames: { maxLength: 3 } }",
        "{ type: object, properties: { a: { type: string } }, dependentRequired: { a: [a] }, minProperties: 1 }",
        "{ type: object, required: [a, b], properties: { a: { type: string } } }",
    ]), @"
    { properties: { a: { type: string } } }
      is ShowResponse
        struct ShowResponse in show_response [answered]
          a: String?
    { type: object, additionalProperties: true }
      is {Raw}
    { type: object, additionalProperties: false }
      is {Raw}
    { type: object, properties: { a: { type: string } }, additionalProperties: true }
      is ShowResponse
        struct ShowResponse in show_response [answered]
          a: String?
          ..: Raw
    { type: object, properties: { a: { type: string } }, additionalProperties: false }
      is ShowResponse
        struct ShowResponse in show_response [answered]
          a: String?
    { type: object, properties: { a: { type: string } }, additionalProperties: { type: integer, minimum: 1 } }
      is ShowResponse
        struct ShowResponse in show_response [answered checked]
          a: String?
          ..: I64 >=1
    { type: object, propertyNames: { maxLength: 3 } }
      is {Raw}
    { type: object, properties: { a: { type: string } }, dependentRequired: { a: [a] }, minProperties: 1 }
      is ShowResponse
        struct ShowResponse in show_response [answered checked]
          a: String?
    { type: object, required: [a, b], properties: { a: { type: string } } }
      is ShowResponse
        struct ShowResponse in show_response [answered]
          a: String
    ");
}

#[test]
fn arrays() {
    assert_snapshot!(alone(&[
        "{ items: { type: string } }",
        "{ type: array }",
        "{ type: array, items: {} }",
        "{ type: array, items: { type: array, items: { type: boolean } } }",
        "{ type: object, properties: { a: { type: array, uniqueItems: true, minItems: 1, maxItems: 3, items: { type: string, minLength: 2 } } } }",
        "{ type: array, items: false }",
    ]), @"
    { items: { type: string } }
      is [String]
    { type: array }
      is [Raw]
    { type: array, items: {} }
      is [Raw]
    { type: array, items: { type: array, items: { type: boolean } } }
      is [[Bool]]
    { type: object, properties: { a: { type: array, uniqueItems: true, minItems: 1, maxItems: 3, items: { type: string, minLength: 2 } } } }
      is ShowResponse
        struct ShowResponse in show_response [answered checked]
          a: [String]? min_items=1 max_items=3 unique each min_length=2
    { type: array, items: false }
      is [Raw]
        api.yaml:4:135: warning[OAS501]: a schema that allows no value is generated as raw JSON
    ");
}

#[test]
fn anything_and_nothing() {
    assert_snapshot!(alone(&["{}", "true", "{ description: Whatever. }", "false"]), @"
    {}
      is Raw
    true
      is Raw
    { description: Whatever. }
      is Raw
    false
      is Raw
        api.yaml:4:113: warning[OAS501]: a schema that allows no value is generated as raw JSON
    ");
}

#[test]
fn conditions() {
    assert_snapshot!(alone(&[
        "{ type: string, not: { enum: [a] } }",
        "{ type: object, properties: { a: { type: string }, b: { type: string } }, if: { required: [a] }, then: { required: [b] } }",
        "{ type: object, properties: { a: { type: string }, b: { type: string } }, anyOf: [{ required: [a] }, { required: [b] }] }",
    ]), @"
    { type: string, not: { enum: [a] } }
      is String
    { type: object, properties: { a: { type: string }, b: { type: string } }, if: { required: [a] }, then: { required: [b] } }
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
fn all_of() {
    let components =
        "    Pet: { type: object, required: [name], properties: { name: { type: string } } }\n";
    assert_snapshot!(translated(components, &[
        "{ allOf: [{ $ref: '#/components/schemas/Pet' }], description: That one. }",
        "{ allOf: [{ $ref: '#/components/schemas/Pet' }, { required: [age], properties: { age: { type: integer } } }] }",
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
fn references() {
    let components = "    Pet: { type: object, properties: { owner: { type: object, properties: { name: { type: string } } }, food: { $defs: { Food: { type: object, properties: { grams: { type: integer } } } }, $ref: '#/components/schemas/Pet/properties/food/$defs/Food' } } }
";
    assert_snapshot!(translated(components, &[
        "{ $ref: '#/components/schemas/Pet/properties/owner' }",
        "{ type: object, properties: { food: { $ref: '#/components/schemas/Pet/properties/food' }, same: { $ref: '#/components/schemas/Pet/properties/food/$defs/Food' } } }",
        "{ type: object, properties: { a: { $ref: '#/paths/~1p/get/responses/200/content/application~1json/schema/properties/b' }, b: { type: object, properties: { c: { type: string } } } } }",
    ]), @"
    { $ref: '#/components/schemas/Pet/properties/owner' }
      is Owner
        struct Owner in owner [answered]
          name: String?
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
    ");
}

#[test]
fn cycles() {
    let components = "    Node: { type: object, required: [next], properties: { next: { $ref: '#/components/schemas/Node' } } }
    Tree: { type: object, properties: { all: { type: array, items: { $ref: '#/components/schemas/Tree' } }, by: { type: object, additionalProperties: { $ref: '#/components/schemas/Tree' } }, up: { $ref: '#/components/schemas/Tree' } } }
    Lists: { type: array, items: { $ref: '#/components/schemas/Lists' } }
    Maps: { type: object, additionalProperties: { $ref: '#/components/schemas/Maps' } }
    Child: { allOf: [{ $ref: '#/components/schemas/Parent' }, { properties: { toys: { type: integer } } }] }
    Parent: { type: object, properties: { child: { $ref: '#/components/schemas/Child' } } }
";
    let schemas = ["Node", "Tree", "Lists", "Maps", "Child"];
    let schemas = schemas.map(|it| format!("{{ $ref: '#/components/schemas/{it}' }}"));
    let schemas: Vec<&str> = schemas.iter().map(String::as_str).collect();
    assert_snapshot!(translated(components, &schemas), @"
    { $ref: '#/components/schemas/Node' }
      is Node
        struct Node in node [answered]
          next: Box<Node>
    { $ref: '#/components/schemas/Tree' }
      is Tree
        struct Tree in tree [answered]
          all: [Tree]?
          by: {Tree}?
          up: Box<Tree>?
    { $ref: '#/components/schemas/Lists' }
      is [Raw]
        api.yaml:9:42: warning[OAS501]: a type that is made of itself alone is generated as raw JSON
    { $ref: '#/components/schemas/Maps' }
      is {Raw}
        api.yaml:10:57: warning[OAS501]: a type that is made of itself alone is generated as raw JSON
    { $ref: '#/components/schemas/Child' }
      is Child
        struct Child in child [answered]
          child: Box<Child>?
          toys: I64?
    ");
}
