//! Where there is no valid value, or none within bounds, the reason says so, and soon.

mod document;

use oasmith_sample::{Direction, OneOf, Settings, value};
use serde_json::{Value, json};

fn made(schemas: &Value, settings: &Settings) -> String {
    let document = document::valid(&format!("components: {{ schemas: {schemas} }}"));
    let schema = document.component("S").expect("S").schema;
    match value(&document, schema, Direction::Request, settings) {
        Ok(value) => value.to_string(),
        Err(why) => format!("none: {why}"),
    }
}

#[test]
fn the_reason_is_told() {
    let cases = [
        json!({ "S": false }),
        json!({ "S": { "type": "integer", "minimum": 3, "maximum": 2 } }),
        json!({ "S": { "type": "string", "minLength": 1_000_000_000_000_u64 } }),
        json!({ "S": { "type": "array", "minItems": 1_000_000_000_000_u64 } }),
        json!({ "S": { "type": "string", "pattern": "b(?!a)" } }),
        json!({ "S": { "allOf": [{ "type": "string" }, { "type": "integer" }] } }),
        json!({ "S": { "type": "integer", "enum": ["a"] } }),
        json!({ "S": { "oneOf": [{ "type": "string" }, { "minLength": 0, "type": "string" }] } }),
        json!({ "S": { "type": "object", "required": ["s"], "properties": { "s": { "$ref": "#/components/schemas/S" } } } }),
        json!({ "S": { "type": "array", "items": { "type": "boolean" }, "minItems": 3, "uniqueItems": true } }),
    ];
    let told: Vec<String> = cases
        .iter()
        .map(|it| made(it, &Settings::random(0)))
        .collect();
    insta::assert_snapshot!(told.join("\n"), @"
    none: nothing is allowed here
    none: no number is within the bounds
    none: texts of 1000000000000 characters are too long
    none: lists of 1000000000000 items are too long
    none: the pattern `b(?!a)` cannot be followed: error: look-around, including look-ahead and look-behind, is not supported
    none: no type is allowed
    none: none of the values is allowed here
    none: several alternatives of `oneOf` hold
    none: s: s: s: s: s: s: s: s: s: s: s: s: s: s: s: s: s: s: s: s: s: s: s: s: s: s: s: s: s: s: it has no end
    none: 2: no further item was found that differs from the others
    ");
}

#[test]
fn a_one_of_may_be_taken_for_an_any_of() {
    let schemas = json!({ "S": { "oneOf": [{ "const": "a" }, { "type": "string", "maxLength": 0 }, { "enum": ["a"] }, { "enum": [""] }] } });
    let mut settings = Settings::random(0);
    assert!(made(&schemas, &settings).starts_with("none:"));
    settings.one_of = OneOf::AtLeast;
    assert!(made(&schemas, &settings).starts_with('"'));
}

#[test]
fn an_example_stands_in_for_a_pattern_that_cannot_be_followed() {
    let schemas = json!({ "S": { "type": "string", "pattern": "b(?!a)", "example": "bc" } });
    for seed in 0..20 {
        assert_eq!(made(&schemas, &Settings::random(seed)), "\"bc\"");
    }
}

#[test]
fn schemas_that_ask_for_much_get_little() {
    let wide: serde_json::Map<String, Value> = (0..2_000)
        .map(|at| {
            (
                format!("m{at}"),
                json!({ "$ref": "#/components/schemas/S" }),
            )
        })
        .collect();
    let schemas = json!({ "S": { "type": "object", "properties": wide } });
    for settings in [Settings::random(1), Settings::example()] {
        let made = made(&schemas, &settings);
        assert!(
            !made.starts_with("none") && made.len() < 200_000,
            "{}",
            made.len()
        );
    }
    let alternatives: Vec<Value> = (0..300)
        .map(|_| json!({ "type": "array", "minItems": 2, "items": { "$ref": "#/components/schemas/S" } }))
        .collect();
    let made = made(
        &json!({ "S": { "oneOf": alternatives } }),
        &Settings::random(1),
    );
    assert!(made.starts_with("none"), "{made}");
}
