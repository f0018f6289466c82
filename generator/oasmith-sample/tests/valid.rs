//! Values are valid, and another implementation of JSON Schema says so.
//!
//! Every case is a component `S` and what it refers to; a hundred seeds and the example of each are judged.

mod document;

use oasmith_sample::{Direction, Mode, Settings, holds, value};
use serde_json::{Value, json};

/// Judges what is made for `S` of these component schemas.
fn check(schemas: &Value) {
    let all = values(schemas);
    let judge = json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "components": { "schemas": schemas },
        "$ref": "#/components/schemas/S",
    });
    let judge = jsonschema::options()
        .should_validate_formats(true)
        .build(&judge)
        .expect("a schema");
    for text in all {
        let value: Value = serde_json::from_str(&text).expect("JSON");
        let faults: Vec<String> = judge.iter_errors(&value).map(|it| it.to_string()).collect();
        assert!(faults.is_empty(), "{text}: {faults:?}");
    }
}

/// What is made for `S`, as JSON.
fn values(schemas: &Value) -> Vec<String> {
    let document = document::valid(&format!("components: {{ schemas: {schemas} }}"));
    let schema = document.component("S").expect("S").schema;
    let seeds = (0..100).map(Settings::random);
    let all = seeds.chain([Settings::example()]);
    all.map(|settings| {
        let made = value(&document, schema, Direction::Response, &settings);
        let made = made.unwrap_or_else(|why| panic!("{schemas}: {why}"));
        assert_eq!(
            holds(&document, schema, &made, Direction::Response, &settings),
            Ok(())
        );
        made.to_string()
    })
    .collect()
}

#[test]
fn numbers_keep_to_bounds_steps_and_formats() {
    for schema in [
        json!({ "type": "integer" }),
        json!({ "type": "integer", "minimum": 3, "maximum": 3 }),
        json!({ "type": "integer", "exclusiveMinimum": -2, "exclusiveMaximum": 0 }),
        json!({ "type": "integer", "multipleOf": 7, "minimum": -15, "maximum": -6 }),
        json!({ "type": "integer", "format": "int32" }),
        json!({ "type": "integer", "minimum": 0, "maximum": 18446744073709551615_u64 }),
        json!({ "type": "integer", "multipleOf": 0.5 }),
        json!({ "type": "number" }),
        json!({ "type": "number", "multipleOf": 0.01, "minimum": 0.015, "maximum": 0.1 }),
        json!({ "type": "number", "minimum": 0.25, "exclusiveMaximum": 0.26 }),
        json!({ "type": "number", "minimum": -1.7976931348623157e308 }),
        json!({ "type": "number", "exclusiveMinimum": 1e12 }),
        json!({ "minimum": 5 }),
        json!({ "type": "number", "format": "int64", "maximum": 9007199254740993_u64 }),
        json!({ "allOf": [{ "type": "integer", "multipleOf": 4 }, { "multipleOf": 6, "maximum": 30, "minimum": 1 }] }),
    ] {
        check(&json!({ "S": schema }));
    }
}

#[test]
fn what_only_64_bits_without_a_sign_hold_is_never_negative() {
    for schema in [
        json!({ "type": "integer", "default": 9223372036854775808_u64 }),
        json!({ "type": "integer", "minimum": 9223372036854775808_u64 }),
    ] {
        for value in values(&json!({ "S": schema })) {
            assert!(value.parse::<u64>().is_ok(), "{schema}: {value}");
        }
    }
}

#[test]
fn texts_keep_to_lengths_patterns_and_formats() {
    for schema in [
        json!({ "type": "string" }),
        json!({ "type": "string", "minLength": 3, "maxLength": 3 }),
        json!({ "type": "string", "minLength": 500 }),
        json!({ "type": "string", "pattern": "^[a-z0-9]{6,64}$", "maxLength": 10 }),
        json!({ "type": "string", "pattern": "^[a-z]+$", "minLength": 30 }),
        json!({ "type": "string", "pattern": "a+b", "minLength": 20 }),
        json!({ "type": "string", "pattern": "^(\\d{3}|[A-F]+)-\\w*$", "maxLength": 12 }),
        json!({ "type": "string", "pattern": "^https://", "format": "uri" }),
        json!({ "allOf": [{ "type": "string", "pattern": "^a" }, { "pattern": "z$" }] }),
        json!({ "type": "string", "format": "date-time" }),
        json!({ "type": "string", "format": "date" }),
        json!({ "type": "string", "format": "time" }),
        json!({ "type": "string", "format": "duration" }),
        json!({ "type": "string", "format": "uuid" }),
        json!({ "type": "string", "format": "email" }),
        json!({ "type": "string", "format": "ipv4" }),
        json!({ "type": "string", "format": "ipv6" }),
        json!({ "type": "string", "format": "uri" }),
        json!({ "type": "string", "format": "byte", "minLength": 5, "maxLength": 12 }),
        json!({ "type": "string", "format": "never-heard-of" }),
    ] {
        check(&json!({ "S": schema }));
    }
}

#[test]
fn lists_keep_to_their_size_and_items() {
    for schema in [
        json!({ "type": "array" }),
        json!({ "type": "array", "items": { "type": "boolean" }, "minItems": 2, "uniqueItems": true }),
        json!({ "type": "array", "items": { "enum": [1, 2, 3] }, "maxItems": 9, "uniqueItems": true }),
        json!({ "type": "array", "prefixItems": [{ "type": "string" }, { "type": "integer" }], "items": false }),
        json!({ "type": "array", "prefixItems": [{ "const": 1 }], "items": { "type": "null" }, "minItems": 3 }),
        json!({ "type": "array", "items": { "type": "integer" }, "contains": { "minimum": 900 } }),
    ] {
        check(&json!({ "S": schema }));
    }
}

#[test]
fn objects_keep_to_their_members() {
    for schema in [
        json!({ "type": "object" }),
        json!({ "required": ["a", "b"], "properties": { "a": { "type": "string" }, "c": {} } }),
        json!({ "properties": { "a": { "const": 1 }, "b": { "const": 2 } }, "additionalProperties": false, "minProperties": 1 }),
        json!({ "type": "object", "additionalProperties": { "type": "integer" }, "minProperties": 2, "maxProperties": 3 }),
        json!({ "type": "object", "patternProperties": { "^x-[a-z]+$": { "type": "boolean" } }, "additionalProperties": false }),
        json!({ "type": "object", "propertyNames": { "pattern": "^[a-z]{2}$" }, "additionalProperties": { "type": "string" } }),
        json!({ "properties": { "a": { "type": "string" }, "b": { "type": "string" } }, "dependentRequired": { "a": ["b"] } }),
        json!({ "type": "object", "minProperties": 5 }),
    ] {
        check(&json!({ "S": schema }));
    }
}

#[test]
fn what_nothing_else_is_said_of_keeps_to_what_is_unevaluated() {
    let part = json!({ "properties": { "a": { "type": "string" } } });
    for schema in [
        json!({ "type": "object", "allOf": [part], "properties": { "b": { "type": "integer" } }, "unevaluatedProperties": false }),
        json!({ "type": "object", "allOf": [part], "required": ["c"], "unevaluatedProperties": { "type": "integer" } }),
        json!({ "type": "object", "anyOf": [part, { "properties": { "b": { "const": 1 } }, "required": ["b"] }], "unevaluatedProperties": false }),
        json!({ "allOf": [{ "additionalProperties": { "type": "integer" } }], "unevaluatedProperties": false, "minProperties": 1 }),
        json!({ "type": "array", "prefixItems": [{ "type": "string" }], "unevaluatedItems": false }),
        json!({ "type": "array", "prefixItems": [{ "type": "string" }], "unevaluatedItems": { "type": "boolean" }, "minItems": 3 }),
        json!({ "type": "array", "allOf": [{ "prefixItems": [true, true] }], "unevaluatedItems": false, "minItems": 1 }),
        json!({ "type": "array", "contains": { "const": 7 }, "unevaluatedItems": { "type": "string" } }),
    ] {
        check(&json!({ "S": schema }));
    }
}

#[test]
fn alternatives_hold_as_often_as_they_must() {
    let number = json!({ "type": "number", "multipleOf": 5 });
    for schema in [
        json!({ "oneOf": [number, { "type": "number", "multipleOf": 3 }] }),
        json!({ "anyOf": [{ "type": "string" }, { "type": "null" }] }),
        json!({ "oneOf": [{ "required": ["a"] }, { "required": ["b"] }], "type": "object",
                "properties": { "a": { "type": "string" }, "b": { "type": "string" } } }),
        json!({ "type": "integer", "not": { "multipleOf": 2 } }),
        json!({ "properties": { "a": { "enum": ["x", "y"] } }, "required": ["a"],
                "if": { "properties": { "a": { "const": "x" } } }, "then": { "required": ["b"] }, "else": { "required": ["c"] } }),
        json!({ "enum": [1, "two", null, { "three": [3] }] }),
        json!({ "type": ["string", "null"], "enum": ["a", null] }),
        json!({ "const": { "a": [1] } }),
        json!({ "type": ["integer", "string", "null"], "minLength": 2 }),
    ] {
        check(&json!({ "S": schema }));
    }
}

#[test]
fn parts_of_an_all_of_hold_at_once() {
    check(&json!({
        "S": { "allOf": [
            { "$ref": "#/components/schemas/Base" },
            { "type": "object", "required": ["b"], "properties": { "a": { "maxLength": 4 }, "b": { "type": "integer" } } },
        ] },
        "Base": { "type": "object", "required": ["a"], "properties": { "a": { "type": "string", "minLength": 3 } } },
    }));
}

#[test]
fn what_contains_itself_comes_to_an_end() {
    check(&json!({
        "S": { "type": "object", "required": ["children"], "properties": {
            "children": { "type": "array", "items": { "$ref": "#/components/schemas/S" } },
            "next": { "$ref": "#/components/schemas/S" },
        } },
    }));
    check(&json!({
        "S": { "oneOf": [{ "$ref": "#/components/schemas/And" }, { "$ref": "#/components/schemas/Not" }, { "type": "string" }] },
        "And": { "type": "object", "required": ["and"], "properties": { "and": { "type": "array", "minItems": 2, "items": { "$ref": "#/components/schemas/S" } } } },
        "Not": { "type": "object", "required": ["not"], "properties": { "not": { "$ref": "#/components/schemas/S" } } },
    }));
}

#[test]
fn the_discriminator_names_the_alternative() {
    let schemas = json!({
        "S": { "oneOf": [{ "$ref": "#/components/schemas/Cat" }, { "$ref": "#/components/schemas/Dog" }],
               "discriminator": { "propertyName": "kind", "mapping": { "meow": "#/components/schemas/Cat" } } },
        "Cat": { "type": "object", "required": ["kind", "lives"], "properties": { "kind": { "type": "string" }, "lives": { "type": "integer" } } },
        "Dog": { "type": "object", "required": ["kind", "barks"], "properties": { "kind": { "type": "string" }, "barks": { "type": "boolean" } } },
    });
    check(&schemas);
    for text in values(&schemas) {
        let value: Value = serde_json::from_str(&text).expect("JSON");
        let kind = if value["lives"].is_null() {
            "Dog"
        } else {
            "meow"
        };
        assert_eq!(value["kind"], kind, "{text}");
    }
}

#[test]
fn the_discriminator_names_the_alternative_that_does_not_declare_it() {
    let schemas = json!({
        "S": { "oneOf": [{ "$ref": "#/components/schemas/Open" }, { "$ref": "#/components/schemas/Closed" }],
               "discriminator": { "propertyName": "kind" } },
        "Open": { "type": "object", "required": ["a"], "properties": { "a": { "type": "string" } } },
        "Closed": { "type": "object", "required": ["b"], "properties": { "b": { "type": "string" } }, "additionalProperties": false },
    });
    check(&schemas);
    for text in values(&schemas) {
        let value: Value = serde_json::from_str(&text).expect("JSON");
        assert_eq!(value["a"].is_string(), value["kind"] == "Open", "{text}");
    }
    let or_null = json!({
        "S": { "oneOf": [{ "$ref": "#/components/schemas/A" }, { "$ref": "#/components/schemas/B" }, { "type": "null" }],
               "discriminator": { "propertyName": "kind" } },
        "A": { "type": "object", "required": ["a"], "properties": { "a": { "type": "string" } } },
        "B": { "type": "object", "required": ["b"], "properties": { "b": { "type": "string" } } },
    });
    for text in values(&or_null) {
        let value: Value = serde_json::from_str(&text).expect("JSON");
        assert_eq!(value["a"].is_string(), value["kind"] == "A", "{text}");
        assert_eq!(value["b"].is_string(), value["kind"] == "B", "{text}");
    }
}

#[test]
fn the_discriminator_names_the_objects_beside_alternatives_without_members() {
    let schemas = json!({
        "S": { "oneOf": [{ "$ref": "#/components/schemas/A" }, { "type": "string" }, { "$ref": "#/components/schemas/N" }],
               "discriminator": { "propertyName": "kind" } },
        "A": { "type": "object", "required": ["a"], "properties": { "a": { "type": "string" } } },
        "N": { "anyOf": [{ "type": "integer" }, { "type": "boolean" }] },
    });
    for text in values(&schemas) {
        let value: Value = serde_json::from_str(&text).expect("JSON");
        assert_eq!(value.is_object(), value["kind"] == "A", "{text}");
    }
}

#[test]
fn a_member_that_some_alternatives_declare_names_no_others() {
    let schemas = json!({
        "S": { "oneOf": [{ "$ref": "#/components/schemas/Token" }, { "$ref": "#/components/schemas/Key" }],
               "discriminator": { "propertyName": "kind" } },
        "Token": { "type": "object", "required": ["kind"], "properties": { "kind": { "type": "string", "enum": ["token"] } } },
        "Key": { "type": "object", "required": ["key"], "properties": { "key": { "type": "string" } } },
    });
    for text in values(&schemas) {
        let value: Value = serde_json::from_str(&text).expect("JSON");
        assert_eq!(value["kind"].is_null(), value["key"].is_string(), "{text}");
    }
    // The name is all that tells a map from them.
    let schemas = json!({
        "S": { "oneOf": [{ "$ref": "#/components/schemas/Token" }, { "$ref": "#/components/schemas/Free" }],
               "discriminator": { "propertyName": "kind" } },
        "Token": { "type": "object", "required": ["kind"], "properties": { "kind": { "type": "string", "enum": ["token"] } } },
        "Free": { "type": "object" },
    });
    for text in values(&schemas) {
        let value: Value = serde_json::from_str(&text).expect("JSON");
        assert!(
            matches!(value["kind"].as_str(), Some("token" | "Free")),
            "{text}"
        );
    }
    let one = json!({
        "S": { "oneOf": [{ "$ref": "#/components/schemas/Key" }], "discriminator": { "propertyName": "kind" } },
        "Key": { "type": "object", "required": ["key"], "properties": { "key": { "type": "string" } } },
    });
    for text in values(&one) {
        let value: Value = serde_json::from_str(&text).expect("JSON");
        assert!(value["kind"].is_null(), "{text}");
    }
}

#[test]
fn a_base_names_the_alternative_and_not_the_choice() {
    let schemas = json!({
        "S": { "anyOf": [{ "$ref": "#/components/schemas/Cat" }, { "$ref": "#/components/schemas/Cat" }] },
        "Cat": { "allOf": [{ "$ref": "#/components/schemas/Pet" }] },
        "Pet": { "type": "object", "required": ["kind"], "properties": { "kind": { "type": "string" } },
                 "discriminator": { "propertyName": "kind" } },
    });
    for text in values(&schemas) {
        let value: Value = serde_json::from_str(&text).expect("JSON");
        assert_eq!(value["kind"], "Cat", "{text}");
    }
}

#[test]
fn alternatives_of_an_alternative_are_named_by_themselves() {
    let schemas = json!({
        "S": { "anyOf": [{ "$ref": "#/components/schemas/Pet" }, { "$ref": "#/components/schemas/Pet" }],
               "discriminator": { "propertyName": "kind" } },
        "Pet": { "anyOf": [{ "$ref": "#/components/schemas/Cat" }, { "$ref": "#/components/schemas/Cat" }],
                 "discriminator": { "propertyName": "kind" } },
        "Cat": { "type": "object", "required": ["kind"], "properties": { "kind": { "type": "string" } } },
    });
    for text in values(&schemas) {
        assert_eq!(text, r#"{"kind":"Cat"}"#);
    }
}

#[test]
fn a_schema_without_a_type_is_what_its_bounds_are_about() {
    for (schema, is_it) in [
        (
            json!({ "minLength": 3 }),
            Value::is_string as fn(&Value) -> bool,
        ),
        (json!({ "format": "date" }), Value::is_string),
        (json!({ "format": "int32" }), Value::is_i64),
        (json!({ "exclusiveMinimum": 3 }), Value::is_number),
        (
            json!({ "properties": { "a": {} }, "default": "", "examples": [[]] }),
            Value::is_object,
        ),
        (json!({ "items": {}, "example": "a,b" }), Value::is_array),
    ] {
        for text in values(&json!({ "S": schema })) {
            assert!(
                serde_json::from_str(&text).is_ok_and(|it| is_it(&it)),
                "{text}"
            );
        }
    }
}

#[test]
fn examples_are_taken_where_they_are_valid() {
    let schemas = json!({
        "S": { "type": "object", "properties": {
            "name": { "type": "string", "example": "Tom" },
            "age": { "type": "integer", "examples": ["old", 7] },
            "size": { "type": "number", "default": 1.5 },
            "count": { "type": "integer", "examples": [1e30, 8] },
            "tag": { "type": "string" },
        } },
    });
    let example = values(&schemas).pop();
    insta::assert_snapshot!(example.unwrap_or_default(), @r#"{"age":7,"count":8,"name":"Tom","size":1.5,"tag":"string"}"#);
}

#[test]
fn the_same_seed_gives_the_same_value() {
    let document = document::valid(
        "components: { schemas: { S: { type: object, properties: { a: { type: string }, b: { type: array, items: { type: integer } } } } } }",
    );
    let schema = document.component("S").expect("S").schema;
    let made = |seed| {
        let settings = Settings::random(seed);
        let made = value(&document, schema, Direction::Request, &settings);
        made.expect("a value").to_string()
    };
    let first: Vec<String> = (0..4).map(made).collect();
    assert_eq!(first, (0..4).map(made).collect::<Vec<_>>());
    insta::assert_snapshot!(first.join("\n"), @r#"
    {"a":".e","b":[2001417535777080206,758,339]}
    {}
    {}
    {"b":[928,97,820]}
    "#);
}

#[test]
fn members_travel_one_way() {
    let document = document::valid(
        "components: { schemas: { S: { type: object, required: [id, secret], example: { id: 1, secret: x }, properties: { id: { type: integer, readOnly: true }, secret: { type: string, writeOnly: true } } } } }",
    );
    let schema = document.component("S").expect("S").schema;
    for settings in [Settings::random(1), Settings::example()] {
        let made = |direction| value(&document, schema, direction, &settings).expect("a value");
        let (request, response) = (made(Direction::Request), made(Direction::Response));
        assert!(
            request.get("id").is_none() && request.get("secret").is_some(),
            "{request}"
        );
        assert!(
            response.get("id").is_some() && response.get("secret").is_none(),
            "{response}"
        );
    }
    assert_eq!(Settings::example().mode, Mode::Example);
}

#[test]
fn members_that_only_an_example_knows_are_in_examples_only() {
    let all = values(&json!({ "S": {
        "type": "object",
        "required": ["name"],
        "properties": { "name": { "type": "string" } },
        "examples": [{ "name": "Tom", "nmae": "Tom" }],
    } }));
    let (example, random) = all.split_last().expect("values");
    assert_eq!(example, r#"{"name":"Tom","nmae":"Tom"}"#);
    assert!(random.iter().any(|it| it == r#"{"name":"Tom"}"#));
    assert!(!random.iter().any(|it| it.contains("nmae")), "{random:?}");
}
