//! Where references lead, and what is said about those that lead nowhere.

#[path = "read/document.rs"]
mod document;

use document::{Written, written};
use insta::assert_snapshot;
use oasmith_spec::model::{ParameterFormat, RefOr, Schema, SchemaObject};
use oasmith_spec::{Document, Valid};

fn with_head(parts: &str) -> Written {
    let parts = parts.trim_start_matches('\n');
    written(&format!(
        "{parts}\nopenapi: 3.2.0\ninfo: {{ title: T, version: '1' }}\n"
    ))
}

/// What `resolve` says about a document with these parts.
fn said(parts: &str) -> String {
    let it = with_head(parts);
    let (document, _) = it.read();
    let (valid, said) = oasmith_spec::resolve::resolve(document, &it.root, &it.sources);
    assert_eq!(valid.is_some(), !said.has_errors());
    it.lines(&said)
}

/// The valid document with these parts, about which nothing is said.
fn valid(parts: &str) -> Valid<Document> {
    let it = with_head(parts);
    let (document, _) = it.read();
    let (valid, said) = oasmith_spec::resolve::resolve(document, &it.root, &it.sources);
    assert_eq!(it.lines(&said), "");
    valid.expect("a document without faults is valid")
}

/// What a schema with this `$ref` names: the pointer, the name, and the title.
fn target(reference: &str, parts: &str) -> (String, Option<String>, Option<String>) {
    let parts = format!("{parts}\n  headers: {{ It: {{ schema: {{ $ref: '{reference}' }} }} }}");
    let valid = valid(&parts);
    let RefOr::Value(header) = &valid.components.headers["It"] else {
        unreachable!("it is written above");
    };
    let ParameterFormat::Schema(Schema::Object(schema)) = &header.format else {
        unreachable!("it is written above");
    };
    let target = valid.target(schema.reference.as_ref().expect("it is a reference"));
    let title = target
        .schema
        .as_object()
        .and_then(|it: &SchemaObject| it.title.clone());
    (
        target.pointer.to_owned(),
        target.name.map(str::to_owned),
        title,
    )
}

#[test]
fn references_lead_to_components_and_to_any_place() {
    let parts = "
x-more: { Far: { title: F } }
components:
  schemas:
    a/b %: { title: A, properties: { p~q: { title: P } } }
    D: { $defs: { Inner: { title: I, $anchor: inner } } }";
    let target = |reference: &str| {
        let (pointer, name, title) = target(reference, parts);
        format!("{pointer} {name:?} {title:?}")
    };
    assert_snapshot!(target("#/components/schemas/a~1b%20%25"), @r#"/components/schemas/a~1b % Some("a/b %") Some("A")"#);
    assert_snapshot!(target("api.yaml#/components/schemas/D"), @r#"/components/schemas/D Some("D") None"#);
    assert_snapshot!(target("#/components/schemas/a~1b%20%25/properties/p~0q"), @r#"/components/schemas/a~1b %/properties/p~0q None Some("P")"#);
    assert_snapshot!(target("#/components/schemas/D/$defs/Inner"), @r#"/components/schemas/D/$defs/Inner None Some("I")"#);
    assert_snapshot!(target("#inner"), @r#"/components/schemas/D/$defs/Inner None Some("I")"#);
    assert_snapshot!(target("#/x-more/Far"), @r#"/x-more/Far None Some("F")"#);
}

#[test]
fn what_is_read_on_demand_is_checked_too() {
    let said = said(
        "
components: { headers: { H: { schema: { $ref: '#/x-more/A' } } } }
x-more:
  A: { properties: { b: { $ref: '#/x-more/B' }, c: { $ref: '#/x-more/C' } } }
  B: { items: { $ref: '#/x-more/A' } }
",
    );
    assert_snapshot!(said, @"
    3:60: error[OAS130]: `#/x-more/C` points to nothing
      help: there is `#/x-more/A`
    ");
}

#[test]
fn parts_are_followed_to_the_end_of_a_chain() {
    let valid = valid(
        "
paths:
  /a:
    get:
      parameters: [{ $ref: '#/components/parameters/One' }]
      responses: { '200': { $ref: '#/components/responses/R' } }
    put:
      parameters: [{ $ref: '#/paths/~1a/get/parameters/0' }]
      requestBody: { $ref: '#/components/requestBodies/B' }
components:
  parameters:
    One: { $ref: '#/components/parameters/Two' }
    Two: { name: two, in: query, schema: {} }
  responses: { R: { description: R, headers: { H: { $ref: '#/components/headers/H' } } } }
  headers: { H: { description: H, schema: {} } }
  requestBodies: { B: { description: B, content: {} } }
",
    );
    let [get, put] = valid.paths["/a"].operations.as_slice() else {
        unreachable!("there are two");
    };
    for operation in [get, put] {
        assert_eq!(valid.parameter(&operation.parameters[0]).name.value, "two");
    }
    let response = valid.response(&get.responses[0].1);
    assert_eq!(
        valid.header(&response.headers["H"]).description.as_deref(),
        Some("H")
    );
    let body = put.request_body.as_ref().map(|it| valid.request_body(it));
    assert_eq!(body.and_then(|it| it.description.as_deref()), Some("B"));
}

#[test]
fn a_reference_to_nothing_names_the_nearest() {
    let said = said("
components:
  schemas:
    Tenant: {}
    Bad: { properties: { a: { $ref: '#/components/schemas/Tennant' }, b: { $ref: '#/components/schemas/Zebra' }, c: { $ref: '#here' } } }
  responses: { Tenant: { $ref: '#/components/responses/Tenants' } }
");
    assert_snapshot!(said, @"
    4:37: error[OAS130]: `#/components/schemas/Tennant` points to nothing
      help: there is `#/components/schemas/Tenant`
    4:82: error[OAS130]: `#/components/schemas/Zebra` points to nothing
      help: define it, or correct the reference
    4:125: error[OAS130]: no schema has the anchor `#here`
      help: define it, or correct the reference
    5:32: error[OAS130]: `#/components/responses/Tenants` points to nothing
      help: there is `#/components/responses/Tenant`
    ");
}

#[test]
fn a_reference_to_another_kind_is_refused() {
    let said = said("
paths: { /a: { get: { responses: { '200': { $ref: '#/components/parameters/P' } } } } }
components:
  schemas: { S: { items: { $ref: '#/components/parameters/P' } }, T: { $ref: '#/components/schemas' }, U: { $ref: '#/info/title' } }
  parameters: { P: { $ref: '#/paths/~1a/get' } }
");
    assert_snapshot!(said, @"
    1:51: error[OAS134]: `#/components/parameters/P` is a parameter, and a response is needed here
      4:20: this is what it points to
    3:34: error[OAS134]: `#/components/parameters/P` is a parameter, and a schema is needed here
      4:20: this is what it points to
    3:78: error[OAS134]: `#/components/schemas` is not a schema
      3:12: this is what it points to
    3:115: error[OAS134]: `#/info/title` cannot be read as a schema
      7:16: this is what it points to
    4:28: error[OAS134]: `#/paths/~1a/get` is an operation, and a parameter is needed here
      1:21: this is what it points to
    ");
}

#[test]
fn a_parameter_may_stand_for_a_header() {
    let said = said(
        "
components:
  parameters: { Tag: { name: ETag, in: header, schema: {} } }
  responses: { R: { headers: { ETag: { $ref: '#/components/parameters/Tag' } } } }
",
    );
    assert_snapshot!(said, @"3:46: warning[OAS134]: `#/components/parameters/Tag` is a parameter, and is taken as a header");
}

#[test]
fn nothing_outside_of_the_document_is_followed() {
    let said = said(
        "
paths: { /a: { $ref: 'paths/a.yaml' } }
components:
  schemas:
    A: { $ref: 'https://example.com/a.yaml' }
    B: { $ref: '../../secret.yaml' }
    C: { $ref: '/etc/passwd' }
    D: { $ref: 'file:///etc/passwd' }
    E: { $ref: '../other.yaml#/E' }
",
    );
    assert_snapshot!(said, @"
    1:22: error[OAS136]: `paths/a.yaml` is in another file, `api/paths/a.yaml`
      help: store the file at that place, or refer into this document
    4:16: error[OAS133]: `https://example.com/a.yaml` is an address on the network
      help: oasmith makes no requests; copy what is meant into this document
    5:16: error[OAS132]: `../../secret.yaml` is outside of the folder of the document
      help: move the file to a place beside or below the document
    6:16: error[OAS132]: `/etc/passwd` is outside of the folder of the document
      help: move the file to a place beside or below the document
    7:16: error[OAS132]: `file:///etc/passwd` is outside of the folder of the document
      help: move the file to a place beside or below the document
    8:16: error[OAS136]: `../other.yaml#/E` is in another file, `other.yaml`
      help: store the file at that place, or refer into this document
    ");
}

#[test]
fn mappings_are_names_or_references() {
    let parts = "
components:
  schemas:
    Cat: {}
    Pet: { oneOf: [{ $ref: '#/components/schemas/Cat' }], discriminator: { propertyName: kind, mapping: { a: Cat, b: '#/components/schemas/Cat', c: Catt, d: '#/components/schemas/Dog' } } }
";
    assert_snapshot!(said(parts), @"
    4:149: warning[OAS130]: there is no schema `Catt`
      help: there is `Cat`
    4:158: warning[OAS130]: `#/components/schemas/Dog` points to nothing
      help: define it, or correct the reference
    ");
    let it = with_head(parts);
    let valid = oasmith_spec::resolve::resolve(it.read().0, &it.root, &it.sources)
        .0
        .expect("warnings only");
    let name = |value| valid.mapped(value).and_then(|it| it.name);
    assert_eq!(
        [name("Cat"), name("#/components/schemas/Cat"), name("Catt")],
        [Some("Cat"), Some("Cat"), None]
    );
}

#[test]
fn security_schemes_are_declared() {
    let said = said(
        "
security: [{ tokne: [] }]
paths: { /a: { get: { security: [{ token: [] }, { key: [] }] } } }
components: { securitySchemes: { token: { type: http, scheme: bearer } } }
",
    );
    assert_snapshot!(said, @"
    1:12: warning[OAS130]: there is no security scheme `tokne`
      help: there is `token`
    2:49: warning[OAS130]: there is no security scheme `key`
      help: define it, or correct the reference
    ");
}
