//! The benchmark on documents so small that its figures can be checked by hand.

use oasmith_spec::Node;
use oasmith_spec::extract::Format;

use super::document::{self, Document};
use super::score::Class;
use super::truth::Weight;
use super::{Settings, Style, same, trial, truth};

fn read(text: &str) -> Document {
    let text = format!("openapi: 3.1.0\n{}\n", text.trim());
    let document = document::parse("api.yaml".into(), text, Format::Yaml);
    document
        .expect("valid YAML")
        .expect("a document with components")
}

/// The author's components, each with our names for it and the number of operations.
fn places(author: &str, ours: &str, weight: Weight) -> String {
    let (author, ours) = (read(author), read(ours));
    let mut names = Vec::new();
    let sides = truth::Sides {
        author: &author.root,
        other: &ours.root,
        input: &ours.root,
        weight,
    };
    let truth = truth::walk(sides, &mut |it| match it.innermost() {
        Some(name) => {
            names.push(name.to_owned());
            Class::Shared(names.iter().position(|it| it == name).unwrap_or_default() as u64)
        }
        None => Class::Inline,
    });
    let mut lines = String::new();
    for (at, component) in truth.components.iter().enumerate() {
        for (class, count) in truth.table.classes(at) {
            let class = match class {
                Class::Inline => "(inline)",
                Class::Shared(number) => &names[number as usize],
            };
            lines += &format!("{} -> {class} x{count}\n", component.name);
        }
    }
    lines
}

#[test]
fn places_are_the_same_through_chains_of_references_and_wraps() {
    let author = "
paths:
  /a: {get: {requestBody: {$ref: '#/components/requestBodies/B'}}, parameters: [{schema: {$ref: '#/components/schemas/Id'}}]}
  /b: {get: {requestBody: {content: {j: {schema: {allOf: [{$ref: '#/components/schemas/Alias'}], description: here}}}}}}
components:
  requestBodies: {B: {content: {j: {schema: {items: {$ref: '#/components/schemas/Pet'}}}}}}
  schemas:
    Alias: {$ref: '#/components/schemas/Pet'}
    Pet: {properties: {id: {$ref: '#/components/schemas/Id'}}}
    Id: {type: string}
";
    let ours = "
paths:
  /a: {get: {requestBody: {content: {j: {schema: {items: {$ref: '#/components/schemas/Cat'}}}}}}, parameters: [{schema: {type: string}}]}
  /b: {get: {requestBody: {content: {j: {schema: {$ref: '#/components/schemas/Cat', description: here}}}}}}
components: {schemas: {Cat: {properties: {id: {type: string}}}}}
";
    insta::assert_snapshot!(places(author, ours, Weight::Operation), @"
    Id -> (inline) x2
    Pet -> Cat x2
    ");
}

#[test]
fn a_component_counts_once_for_each_operation_or_for_each_place() {
    let document = "
paths: {/a: {get: {requestBody: {content: {j: {schema: {properties: {a: {$ref: '#/components/schemas/A'}, b: {$ref: '#/components/schemas/A'}}}}}}}}}
components: {schemas: {A: {properties: {x: {$ref: '#/components/schemas/X'}}}, X: {type: string}}}
";
    let inline = "
paths: {/a: {get: {requestBody: {content: {j: {schema: {properties: {a: {properties: {x: {}}}, b: {properties: {x: {}}}}}}}}}}}
components: {schemas: {Other: {}}}
";
    insta::assert_snapshot!(places(document, inline, Weight::Operation), @"
    A -> (inline) x1
    X -> (inline) x1
    ");
    insta::assert_snapshot!(places(document, inline, Weight::Place), @"
    A -> (inline) x2
    X -> (inline) x2
    ");
}

#[test]
fn schemas_that_contain_themselves_are_walked_once() {
    let tree = "
paths: {/a: {get: {requestBody: {content: {j: {schema: {$ref: '#/components/schemas/Tree'}}}}}}}
components: {schemas: {Tree: {items: {$ref: '#/components/schemas/Tree'}}}}
";
    insta::assert_snapshot!(places(tree, tree, Weight::Place), @"Tree -> Tree x2");
}

fn differences(before: &str, after: &str) -> String {
    let body = |schema: &str| {
        let parts = "paths: {/a: {get: {requestBody: {content: {j: {schema: ";
        let components = "{id: {type: string, description: an id}}";
        let tree = "{items: {$ref: '#/components/schemas/Tree', description: down}}";
        read(&format!(
            "{parts}{schema}}}}}}}}}}}}}\ncomponents: {{schemas: {{Pet: {{properties: {components}}}, Tree: {tree}}}}}"
        ))
    };
    let (before, after): (Node, Node) = (body(before).root, body(after).root);
    let found = same::differences(&before, &after);
    found.first.unwrap_or_default()
}

#[test]
fn annotations_may_move_by_all_of() {
    let copy = "{properties: {id: {description: an id, type: string}}}";
    let wrapped = format!("{{allOf: [{copy}], description: mine}}");
    let referring = "{description: mine, $ref: '#/components/schemas/Pet'}";
    assert_eq!(differences(&wrapped, referring), "");
    assert_eq!(differences(copy, "{$ref: '#/components/schemas/Pet'}"), "");
}

#[test]
fn a_difference_is_told_with_its_place() {
    let other = "{properties: {id: {type: string, description: another}}}";
    insta::assert_snapshot!(differences(other, "{$ref: '#/components/schemas/Pet'}"), @"paths /a get requestBody content j schema properties id description differs");
    insta::assert_snapshot!(differences("{description: mine}", "{}"), @"paths /a get requestBody content j schema description is there in one of them only");
}

#[test]
fn endless_schemas_are_compared_as_far_as_they_differ() {
    let tree = "{$ref: '#/components/schemas/Tree'}";
    let unfolded = format!("{{items: {{items: {tree}, description: down}}}}");
    insta::assert_snapshot!(differences(tree, tree), @"");
    insta::assert_snapshot!(differences(&unfolded, tree), @"paths /a get requestBody content j schema items items description is there in one of them only");
}

#[test]
fn a_document_comes_back_as_its_author_wrote_it() {
    let document = read(
        "
paths:
  /pets: {get: {operationId: listPets, responses: {'200': {content: {application/json: {schema: {items: {$ref: '#/components/schemas/Pet'}}}}}}}}
  /pets/{id}: {get: {operationId: getPet, responses: {'200': {content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}}}}
components: {schemas: {Pet: {title: Pet, properties: {id: {$ref: '#/components/schemas/Id'}}}, Id: {type: string}}}
",
    );
    for style in [Style::Wrapped, Style::Merged] {
        let outcome = trial::run(&document, style, &Settings::default()).expect("figures");
        let it = &outcome.figures;
        assert_eq!(
            (it.schemas, it.by_design, it.kept, it.operations),
            (1, 1, 0, 2)
        );
        assert_eq!(
            (it.ours.recall, it.ours.precision, it.one_to_one),
            (1.0, 1.0, 1.0)
        );
        assert_eq!((it.names_equal, it.titled, it.differ), (1.0, true, 0));
        assert!(outcome.notes.is_empty(), "{:?}", outcome.notes);
    }
}
