//! Recovering changes no operation's meaning: without references, the recovered document is the one it was made from.

use oasmith_source::{SourceMap, Span};
use oasmith_spec::dereference::{Mappings, Options, Siblings, dereference, is_annotation};
use oasmith_spec::extract::Format;
use oasmith_spec::node::{Member, Object, Value};
use oasmith_spec::recover::{Ledger, recover};
use oasmith_spec::{Node, parse, write};

/// Documents as their authors wrote them. Paths and components only; both versions are tried.
const DOCUMENTS: [&str; 4] = [
    // Annotations at the place of a reference, of an object, an enum and a plain schema.
    "
paths:
  /pets: {get: {operationId: listPets, responses: {'200': {content: {application/json: {schema: {type: array, items: {$ref: '#/components/schemas/Pet'}}}}}}}}
  /pets/{id}: {get: {operationId: getPet, responses: {'200': {content: {application/json: {schema: {$ref: '#/components/schemas/Pet', description: one}}}}}}}
components:
  schemas:
    Pet: {type: object, description: a pet, properties: {id: {$ref: '#/components/schemas/Id', description: its id}, kind: {$ref: '#/components/schemas/Kind', default: cat}}}
    Kind: {type: string, enum: [cat, dog]}
    Id: {type: string, description: an id}
",
    // Properties that are called as keywords are, and data that looks like schemas.
    "
paths:
  /a: {post: {operationId: a, requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/A'}}}}}}
  /b: {post: {operationId: b, requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/A'}, example: {properties: {x: {}}}}}}}}
components:
  schemas:
    A: {type: object, properties: {discriminator: {$ref: '#/components/schemas/B'}, default: {$ref: '#/components/schemas/B'}, description: {type: string}, enum: {type: string}}, default: {properties: {id: {}}}}
    B: {type: object, properties: {allOf: {type: string}}}
",
    // Schemas that contain themselves, with copies inside.
    "
paths:
  /a: {get: {operationId: a, responses: {'200': {content: {application/json: {schema: {$ref: '#/components/schemas/Tree'}}}}}}}
  /b: {get: {operationId: b, responses: {'200': {content: {application/json: {schema: {$ref: '#/components/schemas/Leaf'}}}}}}}
components:
  schemas:
    Tree: {type: object, properties: {next: {$ref: '#/components/schemas/Tree', description: down}, leaf: {$ref: '#/components/schemas/Leaf'}}}
    Leaf: {type: object, properties: {color: {type: string}}}
",
    // Compositions, and wraps that the author made.
    "
paths:
  /a: {get: {operationId: a, responses: {'200': {content: {application/json: {schema: {oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}]}}}}}}}
  /b: {get: {operationId: b, responses: {'200': {content: {application/json: {schema: {allOf: [{$ref: '#/components/schemas/Cat'}], nullable: true}}}}}}}
  /c: {get: {operationId: c, responses: {'200': {content: {application/json: {schema: {allOf: [{$ref: '#/components/schemas/Cat'}], readOnly: true}}}}}}}
components:
  schemas:
    Cat: {allOf: [{$ref: '#/components/schemas/Pet'}, {type: object, properties: {lives: {type: integer}}}]}
    Dog: {allOf: [{$ref: '#/components/schemas/Pet'}], properties: {tricks: {type: integer}}}
    Pet: {type: object, properties: {id: {type: string}}}
",
];

fn read(text: &str) -> Node {
    let mut sources = SourceMap::default();
    let file = sources.add("api.yaml", text);
    let all = Span::new(file, 0, text.len());
    let (document, faults) = parse::parse_at(&sources, all, Format::Yaml);
    assert!(faults.is_empty(), "{faults:?}");
    document.expect("a document")
}

fn without_references(document: &Node, siblings: Siblings) -> Node {
    let options = Options {
        mappings: Mappings::Dropped,
        ..Options::new(siblings)
    };
    let (document, said) = dereference(document, &options);
    assert!(said.is_empty(), "{said:?}");
    document.expect("a document")
}

/// `{ allOf: [X], annotations... }` is X with these annotations.
fn flat(node: &Node) -> Node {
    let value = match &node.value {
        Value::Array(items) => Value::Array(items.iter().map(flat).collect()),
        Value::Object(object) => Value::Object(flat_object(object)),
        other => other.clone(),
    };
    Node::new(value, node.span)
}

fn flat_object(object: &Object) -> Object {
    let members = object.iter().map(|it| Member {
        key: it.key.clone(),
        value: flat(&it.value),
    });
    let mut out = Object {
        members: members.collect(),
    };
    let inner = match out.get("allOf").and_then(Node::as_array) {
        Some([inner]) => inner.as_object().cloned(),
        _ => None,
    };
    let only_annotates = |it: &Member| &*it.key.text == "allOf" || is_annotation(&it.key.text);
    if let Some(inner) = inner.filter(|_| out.iter().all(only_annotates)) {
        out.remove("allOf");
        let said = |it: &Member| out.get(&it.key.text).is_some();
        let new: Vec<Member> = inner.members.into_iter().filter(|it| !said(it)).collect();
        out.members.extend(new);
    }
    out
}

#[test]
fn operations_mean_the_same_before_and_after() {
    for text in DOCUMENTS {
        for version in ["3.0.3", "3.1.0"] {
            for siblings in [Siblings::Wrapped, Siblings::Merged] {
                let author = read(&format!("openapi: {version}\n{text}"));
                let input = without_references(&author, siblings);
                let (recovered, said) = recover(input.clone(), &Ledger::default());
                assert!(!said.has_errors(), "{said:?}");
                let back = without_references(&recovered.document, Siblings::Wrapped);
                let paths = |it: &Node| flat(it.get("paths").expect("paths"));
                let (before, after) = (paths(&input), paths(&back));
                assert!(
                    before.same(&after),
                    "{version} {siblings:?}\n{}\n{}",
                    write::yaml(&before),
                    write::yaml(&after)
                );
            }
        }
    }
}

#[test]
fn references_to_the_first_copy_mean_the_same() {
    let schema = "#/paths/~1pets/get/responses/200/content/application~1json/schema";
    let text = format!(
        "
openapi: 3.1.0
paths:
  /pets: {{get: {{operationId: listPets, responses: {{'200': {{content: {{application/json: {{schema: {{type: array, items: {{type: object, properties: {{id: {{type: string}}}}}}}}}}}}}}}}}}}}
  /pets/{{id}}: {{get: {{operationId: getPet, responses: {{'200': {{content: {{application/json: {{schema: {{$ref: '{schema}/items', description: one}}}}}}}}}}}}}}
  /old: {{get: {{operationId: listOld, responses: {{'200': {{$ref: '#/paths/~1pets/get/responses/200'}}}}}}}}
"
    );
    let author = read(&text);
    let (recovered, _) = recover(author.clone(), &Ledger::default());
    let paths = |it: &Node| {
        let it = without_references(it, Siblings::Wrapped);
        flat(it.get("paths").expect("paths"))
    };
    assert!(paths(&author).same(&paths(&recovered.document)));
    assert!(!write::yaml(&recovered.document).contains("#/paths/"));
}

/// A document of 3.1 in which components contain themselves, as a bundler writes it that keeps no components.
const RECURSIVE: &str = "
openapi: 3.1.0
paths:
  /pets: {get: {operationId: listPets, responses: {'200': {content: {application/json: {schema: {type: array, description: all, items: {type: object, properties: {
    id: {type: string},
    parent: {$ref: '#/paths/~1pets/get/responses/200/content/application~1json/schema/items', description: up},
    young: {$ref: '#/paths/~1pets/get/responses/200/content/application~1json/schema', description: down},
    owner: {type: object, properties: {name: {type: string}, pets: {type: object, additionalProperties: {$ref: '#/paths/~1pets/get/responses/200/content/application~1json/schema/items'}}, friends: {type: array, items: {$ref: '#/paths/~1pets/get/responses/200/content/application~1json/schema/items/properties/owner'}}}}}}}}}}}}}
  /pets/{id}: {get: {operationId: getPet, responses: {'200': {content: {application/json: {schema: {$ref: '#/paths/~1pets/get/responses/200/content/application~1json/schema/items', description: one}}}}}}}
  /owners/{id}: {get: {operationId: getOwner, responses: {'200': {content: {application/json: {schema: {oneOf: [{$ref: '#/paths/~1pets/get/responses/200/content/application~1json/schema/items/properties/owner'}, {type: object, properties: {error: {type: string}}}]}}}}}}}
";

/// A node with copies in place of references, down to a depth, and annotations beside these over the copies.
fn unrolled(document: &Node, node: &Node, depth: usize) -> Node {
    let value = match &node.value {
        _ if depth == 0 => Value::Null,
        Value::Array(items) => {
            let items = items.iter().map(|it| unrolled(document, it, depth - 1));
            Value::Array(items.collect())
        }
        Value::Object(object) => match object.get("$ref").and_then(Node::as_str) {
            Some(text) => {
                let target = document.pointer(&text[1..]).expect("a target");
                let mut copy = unrolled(document, target, depth);
                if let Value::Object(copy) = &mut copy.value {
                    for sibling in object.iter().filter(|it| &*it.key.text != "$ref") {
                        copy.remove(&sibling.key.text);
                        copy.members.push(Member {
                            key: sibling.key.clone(),
                            value: unrolled(document, &sibling.value, depth - 1),
                        });
                    }
                }
                return copy;
            }
            None => {
                let members = object.iter().map(|it| Member {
                    key: it.key.clone(),
                    value: unrolled(document, &it.value, depth - 1),
                });
                Value::Object(Object {
                    members: members.collect(),
                })
            }
        },
        other => other.clone(),
    };
    Node::new(value, node.span)
}

#[test]
fn schemas_that_contain_themselves_mean_the_same() {
    let author = read(RECURSIVE);
    let (recovered, said) = recover(author.clone(), &Ledger::default());
    assert!(!said.has_errors(), "{said:?}");
    let recovered = recovered.document;
    let paths = |it: &Node| unrolled(it, it.get("paths").expect("paths"), 28);
    let (before, after) = (paths(&author), paths(&recovered));
    assert!(
        before.same(&after),
        "{}\n{}",
        write::yaml(&before),
        write::yaml(&after)
    );
    assert!(!write::yaml(&recovered).contains("#/paths/"));
}
