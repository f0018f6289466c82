//! Documents as deep as `parse` lets them be, on the stack of a thread.

#[path = "read/document.rs"]
mod document;

use oasmith_source::Span;
use oasmith_spec::Node;
use oasmith_spec::model::print;
use oasmith_spec::node::{Key, Object, Value};

/// Reads, prints and resolves a document whose one schema has `levels` schemas inside of one another.
fn survives(wrap: fn(Node, Span) -> Node, levels: usize) -> String {
    let work = move || {
        let mut written = document::written(
            "{ openapi: 3.1.0, info: { title: T, version: '1' }, components: { schemas: {} } }",
        );
        let span = written.root.span;
        let mut deep = Node::new(Value::Object(Object::default()), span);
        for _ in 0..levels {
            deep = wrap(deep, span);
        }
        let schemas = written.root.as_object_mut().and_then(|it| {
            it.get_mut("components")?
                .as_object_mut()?
                .get_mut("schemas")?
                .as_object_mut()
        });
        schemas
            .expect("the text above has it")
            .push(Key::new("Deep", span), deep);
        let (document, said) = written.read();
        print(&document);
        let (valid, _) = oasmith_spec::resolve::resolve(document, &written.root, &written.sources);
        drop(valid);
        said
    };
    let thread = std::thread::Builder::new().stack_size(2 << 20).spawn(work);
    thread
        .expect("a thread starts")
        .join()
        .expect("the stack is large enough")
}

fn member(key: &str, value: Node, span: Span) -> Node {
    let mut object = Object::default();
    object.push(Key::new(key, span), value);
    Node::object(object, span)
}

#[test]
fn schemas_may_nest_as_deeply_as_parse_allows() {
    assert_eq!(survives(|it, span| member("items", it, span), 511), "");
    assert_eq!(survives(|it, span| member("not", it, span), 511), "");
    assert_eq!(
        survives(
            |it, span| member("properties", member("a", it, span), span),
            511
        ),
        ""
    );
    let all_of = |it, span| member("allOf", Node::new(Value::Array(vec![it]), span), span);
    assert_eq!(survives(all_of, 511), "");
}

#[test]
fn deeper_ones_are_refused() {
    let said = survives(|it, span| member("items", it, span), 600);
    assert!(said.contains("OAS023"), "{said}");
}
