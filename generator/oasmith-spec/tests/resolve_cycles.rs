//! Schemas that contain themselves, and references that mean nothing but themselves.

#[path = "read/document.rs"]
mod document;

use insta::assert_snapshot;
use oasmith_spec::resolve::resolve;
use oasmith_spec::{Document, Valid};

fn with_schemas(schemas: &str) -> document::Written {
    document::written(&format!(
        "components: {{ schemas: {schemas} }}\nopenapi: 3.1.0\ninfo: {{ title: T, version: '1' }}\n"
    ))
}

fn valid(schemas: &str) -> Valid<Document> {
    let it = with_schemas(schemas);
    let (valid, said) = resolve(it.read().0, &it.root, &it.sources);
    assert_eq!(it.lines(&said), "");
    valid.expect("a document without faults is valid")
}

/// Whether the first schema is recursive, and whether it must be boxed in the second one.
fn cycle(schemas: &str, a: &str, b: &str) -> (bool, bool) {
    let valid = valid(schemas);
    let component = |name| valid.component(name).expect("the component is there");
    (
        valid.is_recursive(a),
        valid.in_same_cycle(component(a), component(b)),
    )
}

fn reference(name: &str) -> String {
    format!("{{ $ref: '#/components/schemas/{name}' }}")
}

#[test]
fn a_property_of_its_own_type_needs_a_box() {
    let a = reference("A");
    assert_eq!(
        cycle(
            &format!("{{ A: {{ properties: {{ a: {a} }} }} }}"),
            "A",
            "A"
        ),
        (true, true)
    );
}

#[test]
fn an_array_or_a_map_of_its_own_type_needs_none() {
    let a = reference("A");
    let items = format!("{{ A: {{ properties: {{ a: {{ items: {a} }} }} }} }}");
    assert_eq!(cycle(&items, "A", "A"), (true, false));
    let map = format!("{{ A: {{ additionalProperties: {a} }} }}");
    assert_eq!(cycle(&map, "A", "A"), (true, false));
}

#[test]
fn a_cycle_goes_through_other_schemas_and_alternatives() {
    let (a, b) = (reference("A"), reference("B"));
    let schemas = format!(
        "{{ A: {{ properties: {{ b: {b} }} }}, B: {{ oneOf: [{a}, {{ type: string }}] }}, C: {a} }}"
    );
    assert_eq!(cycle(&schemas, "A", "B"), (true, true));
    assert_eq!(cycle(&schemas, "C", "A"), (false, false));
}

#[test]
fn what_describes_no_value_makes_no_cycle() {
    let a = reference("A");
    assert_eq!(
        cycle(&format!("{{ A: {{ not: {a} }} }}"), "A", "A"),
        (false, false)
    );
}

#[test]
fn a_cycle_goes_through_places_outside_of_components() {
    let inner = reference("A/properties/a");
    let schemas =
        format!("{{ A: {{ properties: {{ a: {{ properties: {{ again: {inner} }} }} }} }} }}");
    let valid = valid(&schemas);
    assert!(
        !valid.is_recursive("A"),
        "only the schema of its property is"
    );
    let a = valid
        .component("A")
        .and_then(|it| it.schema.as_object()?.properties["a"].schema.as_object());
    let reference = a.and_then(|it| {
        it.properties["again"]
            .schema
            .as_object()?
            .reference
            .as_ref()
    });
    let target = valid.target(reference.expect("it is written above"));
    assert!(valid.in_same_cycle(target, target));
}

#[test]
fn references_with_nothing_in_between_are_refused() {
    let [a, b, c, d] = ["A", "B", "C", "D"].map(reference);
    let schemas = format!("\n{{ A: {b},\n B: {c},\n C: {b},\n D: {{ allOf: [{d}] }} }}");
    let it = with_schemas(&schemas.replace("A: ", &format!("Z: {a}, A: ")));
    let (valid, said) = resolve(it.read().0, &it.root, &it.sources);
    assert!(valid.is_none());
    assert_snapshot!(it.lines(&said), @"
    3:13: error[OAS135]: the reference leads back to itself with nothing in between
      4:13: and from there on by this
    5:23: error[OAS135]: the reference leads back to itself with nothing in between
    ");
}

#[test]
fn chains_of_parameters_without_an_end_are_refused() {
    let it = document::written(
        "
components:
  parameters:
    A: { $ref: '#/components/parameters/B' }
    B: { $ref: '#/components/parameters/A' }
openapi: 3.1.0
info: { title: T, version: '1' }
",
    );
    let (_, said) = resolve(it.read().0, &it.root, &it.sources);
    assert_snapshot!(it.lines(&said), @"
    3:16: error[OAS135]: the reference leads back to itself with nothing in between
      4:16: and from there on by this
    ");
}
