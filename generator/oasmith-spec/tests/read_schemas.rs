//! Schemas as the model has them, whichever version they were written in.

#[path = "read/document.rs"]
mod document;

use insta::assert_snapshot;
use oasmith_spec::model::{Schema, SchemaObject, Type, print};

/// The schemas of a document of this version, as an outline.
fn schemas(version: &str, text: &str) -> String {
    let text = format!(
        "openapi: {version}\ninfo: {{ title: T, version: '1' }}\npaths: {{}}\ncomponents:\n  schemas:\n{text}"
    );
    let (document, said) = document::written(&text).read();
    assert_eq!(said, "");
    let outline = print(&document);
    let (_, schemas) = outline.split_once("schemas\n").unwrap_or_default();
    schemas.to_owned()
}

/// One schema of a document of this version.
fn schema(version: &str, text: &str) -> SchemaObject {
    let text = format!(
        "openapi: {version}\ninfo: {{ title: T, version: '1' }}\npaths: {{}}\ncomponents: {{ schemas: {{ It: {text} }} }}"
    );
    let (mut document, said) = document::written(&text).read();
    assert_eq!(said, "");
    match document.components.schemas.swap_remove("It") {
        Some(Schema::Object(it)) => *it,
        other => panic!("not an object schema: {other:?}"),
    }
}

#[test]
fn nullable_adds_null_wherever_people_write_it() {
    let outline = schemas(
        "3.0.3",
        "
    Typed: { type: string, format: date, nullable: true }
    Not: { type: string, nullable: false }
    Enum: { type: string, enum: [a, b], nullable: true }
    EnumWithNull: { type: string, enum: [a, null], nullable: true }
    AllOf: { nullable: true, allOf: [{ $ref: '#/components/schemas/Typed' }] }
    AllOfTyped: { type: object, nullable: true, allOf: [{ $ref: '#/components/schemas/Typed' }] }
    OneOf: { nullable: true, oneOf: [{ type: string }, { type: integer }] }
    Ref: { $ref: '#/components/schemas/Typed', nullable: true }
    Untyped: { nullable: true }
    OrNull: { anyOf: [{ $ref: '#/components/schemas/Typed' }, { nullable: true }] }
    OrObject: { anyOf: [{ $ref: '#/components/schemas/Typed' }, { type: object, nullable: true }] }
    OrMap: { anyOf: [{ type: string }, { type: object, nullable: true }] }
    OrAnything: { oneOf: [{ nullable: true }, { description: a, nullable: true }] }
    Properties: { nullable: true, properties: { a: { type: string } } }
",
    );
    assert_snapshot!(outline, @"
    Typed: string(date) | null
    Not: string
    Enum: enum of 3
    EnumWithNull: enum of 2
    AllOf: (Typed | null)
    AllOfTyped: (Typed & object | null)
    OneOf: (string | integer | null)
    Ref: (Typed | null)
    Untyped: any
    OrNull: (Typed | null)
    OrObject: (Typed | null)
    OrMap: (string | object | null)
    OrAnything: (any | any)
    Properties: object
      a?: string
    ");
}

#[test]
fn annotations_stay_outside_when_nullable_wraps() {
    let it = schema(
        "3.0.3",
        "{ nullable: true, readOnly: true, description: D, allOf: [{ title: Inner }] }",
    );
    assert_eq!((it.description.as_deref(), it.read_only), (Some("D"), true));
    let inner = it.any_of[0].as_object().expect("an object");
    assert_eq!(
        (inner.description.as_deref(), inner.title.as_deref()),
        (None, Some("Inner"))
    );
}

#[test]
fn siblings_of_a_reference_count_since_31() {
    let text = "{ $ref: '#/components/schemas/It', description: D, minLength: 2 }";
    let old = schema("3.0.3", text);
    assert_eq!((old.description, old.min_length), (None, None));
    let new = schema("3.1.0", text);
    assert_eq!(
        (new.description.as_deref(), new.min_length),
        (Some("D"), Some(2))
    );
    assert_eq!(
        new.reference.map(|it| it.target).as_deref(),
        Some("#/components/schemas/It")
    );
}

#[test]
fn boolean_exclusive_bounds_become_numbers() {
    let bounds = |it: SchemaObject| {
        let [a, b, c, d] = [
            it.minimum,
            it.exclusive_minimum,
            it.maximum,
            it.exclusive_maximum,
        ];
        [a, b, c, d]
            .map(|it| it.map(|it| it.value).unwrap_or_default())
            .join(" ")
    };
    let old = "{ minimum: 1.50, exclusiveMinimum: true, maximum: 9, exclusiveMaximum: false }";
    assert_eq!(bounds(schema("3.0.3", old)), " 1.50 9 ");
    assert_eq!(
        bounds(schema("3.1.0", "{ exclusiveMinimum: 1.50, maximum: 9 }")),
        " 1.50 9 "
    );
}

#[test]
fn example_becomes_the_first_of_the_examples() {
    let it = schema("3.1.0", "{ examples: [2, 3], example: 1 }");
    let texts: Vec<_> = it
        .examples
        .iter()
        .map(|it| format!("{:?}", it.value))
        .collect();
    assert_eq!(
        texts,
        [r#"Number("1")"#, r#"Number("2")"#, r#"Number("3")"#]
    );
}

#[test]
fn counts_are_whole_numbers_however_written() {
    let it = schema(
        "3.1.0",
        "{ minLength: 2.0, maxLength: 1e3, maxItems: 99999999999999999999 }",
    );
    let counts = (it.min_length, it.max_length, it.max_items);
    assert_eq!(counts, (Some(2), Some(1000), Some(u64::MAX)));
}

#[test]
fn a_number_of_an_integers_format_is_an_integer() {
    let types = |text: &str| schema("3.1.0", text).types;
    for said in ["maximum: 1e3", "enum: [1.0, 2]", "default: -1"] {
        let text = format!("{{ type: [number, boolean], format: int64, {said} }}");
        assert_eq!(types(&text), [Type::Integer, Type::Boolean], "{said}");
    }
    for said in [
        "minimum: 0.5",
        "enum: [1, 1.5]",
        "const: 1e-3",
        "examples: [2.5]",
    ] {
        let text = format!("{{ type: number, format: int32, {said} }}");
        assert_eq!(types(&text), [Type::Number], "{said}");
    }
    assert_eq!(types("{ type: number, format: double }"), [Type::Number]);
}

#[test]
fn a_number_that_may_be_a_text_is_a_number() {
    let read = |text: &str| {
        let it = schema("3.1.0", &format!("{{ {text} }}"));
        (it.types, it.in_text, it.pattern.is_some())
    };
    let digits = r"pattern: '^-?(?:0|[1-9]\d*)$'";
    let number = (vec![Type::Integer], true, false);
    assert_eq!(read("type: [integer, string], format: int32"), number);
    assert_eq!(read(&format!("type: [string, integer], {digits}")), number);
    // What else is said of a text, or of the value, makes it one of two.
    for said in ["minLength: 2", "enum: [1, a]", "pattern: '^[0-9]+$'"] {
        let (types, in_text, _) = read(&format!("type: [integer, string], {said}"));
        assert_eq!((types.len(), in_text), (2, false), "{said}");
    }
    // Nor is a text that stands beside fractions one, by a format alone.
    for said in ["format: double", &format!("format: decimal, {digits}")] {
        let (types, in_text, _) = read(&format!("type: [number, string], {said}"));
        assert_eq!((types.len(), in_text), (2, false), "{said}");
    }
}

#[test]
fn a_format_that_says_integer_or_text_is_two_types() {
    for said in [
        "{ type: string, format: int-or-string }",
        "{ format: int-or-string }",
        "{ x-kubernetes-int-or-string: true }",
    ] {
        let it = schema("3.1.0", said);
        assert_eq!(it.types, [Type::Integer, Type::String], "{said}");
        assert!(it.format.is_none(), "{said}");
    }
    let it = schema(
        "3.0.3",
        "{ type: string, format: int-or-string, nullable: true }",
    );
    assert_eq!(it.types, [Type::Null, Type::Integer, Type::String]);
    let chosen = "{ x-kubernetes-int-or-string: true, anyOf: [{ type: integer }] }";
    assert!(schema("3.1.0", chosen).types.is_empty());
}

#[test]
fn a_schema_that_only_says_not_anything_is_false() {
    let is = |it: &Option<Schema>, value: bool| {
        assert!(matches!(it, Some(Schema::Bool(it)) if it.value == value));
    };
    for nothing in ["{ not: {} }", "{ not: true }"] {
        let it = schema("3.1.0", &format!("{{ additionalProperties: {nothing} }}"));
        is(&it.additional_properties, false);
        let it = schema("3.1.0", &format!("{{ unevaluatedProperties: {nothing} }}"));
        is(&it.unevaluated_properties, false);
    }
    // What else is said of it is kept.
    is(
        &schema("3.1.0", "{ description: Never, not: {} }").not,
        true,
    );
    let it = schema("3.1.0", "{ items: { not: { type: string } } }");
    assert!(matches!(it.items, Some(Schema::Object(_))));
}

#[test]
fn every_keyword_with_schemas_in_it_is_read() {
    let it = schema(
        "3.1.0",
        "
{ $defs: { D: {} }, not: {}, if: {}, then: {}, else: {}, contains: {}, propertyNames: {},
  prefixItems: [{}], items: false, additionalProperties: true, patternProperties: { '^a': {} },
  properties: { p: {} }, allOf: [{}], anyOf: [{}], oneOf: [{}],
  dependentRequired: { p: [q] }, discriminator: { propertyName: p, mapping: { a: It } },
  x-note: 1, unknown: {} }",
    );
    let mut children = 0;
    it.each_child(&mut |_, _| children += 1);
    assert_eq!(children, 15);
    assert_eq!(it.dependent_required["p"], ["q"]);
    assert_eq!(
        it.discriminator
            .map(|it| it.mapping["a"].value.clone())
            .as_deref(),
        Some("It")
    );
    assert_eq!(it.extensions.keys().collect::<Vec<_>>(), ["x-note"]);
}
