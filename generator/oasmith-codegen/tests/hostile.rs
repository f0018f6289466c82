//! The text of a document never becomes code: every string of it tries to.

use oasmith_codegen::{FileSet, Options, Shape, generate, lower};
use oasmith_source::{SourceMap, render};
use oasmith_spec::{extract, parse, read, resolve};

/// Ends a comment, a line and a string, and would be an item of its own.
const PAYLOAD: &str = r##"x\n\r*/\" ` ```\npub fn pwned() {}\n//"##;

/// A document with a `~` in every place that people write text in.
const DOCUMENT: &str = r##"{
  "openapi": "3.1.0",
  "info": { "title": "t~", "version": "1~", "description": "~" },
  "servers": [{ "url": "https://{h~}/~", "description": "~", "variables": { "h~": { "default": "~", "enum": ["~", "b"], "description": "~" } } }],
  "security": [{ "s~": ["~"] }],
  "tags": [{ "name": "t~", "description": "~" }],
  "paths": {
    "/a~/{id}": {
      "post": {
        "operationId": "o~", "tags": ["t~"], "summary": "~", "description": "~",
        "parameters": [
          { "name": "id", "in": "path", "required": true, "schema": { "type": "string" } },
          { "name": "q~", "in": "query", "description": "~", "schema": { "type": "string", "pattern": "~", "default": "~" } }
        ],
        "requestBody": { "description": "~", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/M" } } } },
        "responses": {
          "200": { "description": "~", "headers": { "X-~": { "description": "~", "schema": { "type": "string" } } }, "content": { "application/json": { "schema": { "$ref": "#/components/schemas/M" } } } },
          "404": { "description": "~", "content": { "text/plain; a=~": {} } }
        },
        "callbacks": { "c~": { "{$request.query.q~}": { "post": { "operationId": "k~", "responses": { "204": { "description": "~" } } } } } },
        "servers": [{ "url": "https://own.example/~", "description": "~" }],
        "externalDocs": { "url": "https://~", "description": "~" },
        "x-codeSamples": [{ "lang": "~", "source": "~" }]
      },
      "put": {
        "requestBody": { "content": { "multipart/form-data": {
          "schema": { "type": "object", "properties": { "f~": { "type": "string", "format": "binary" }, "g~": { "type": "object", "properties": { "h~": { "const": "~" } } } } },
          "encoding": { "f~": { "contentType": "image/~, ~", "headers": { "X-~": { "description": "~", "schema": { "type": "string" } } } } }
        } } },
        "responses": { "default": { "description": "~", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/U" }, "example": "~" } } } }
      }
    }
  },
  "webhooks": { "w~": { "post": { "summary": "~", "requestBody": { "content": { "application/json": { "schema": { "$ref": "#/components/schemas/U" } } } }, "responses": { "204": { "description": "~" } } } } },
  "components": {
    "securitySchemes": {
      "s~": { "type": "apiKey", "in": "header", "name": "k~", "description": "~" },
      "o~": { "type": "oauth2", "description": "~", "flows": { "clientCredentials": { "tokenUrl": "https://~", "refreshUrl": "https://~", "scopes": { "~": "~" } } } },
      "i~": { "type": "openIdConnect", "openIdConnectUrl": "https://~" }
    },
    "schemas": {
      "U": {
        "description": "~", "discriminator": { "propertyName": "k~", "mapping": { "m~": "#/components/schemas/M", "n~": "#/components/schemas/N" } },
        "oneOf": [{ "$ref": "#/components/schemas/M" }, { "$ref": "#/components/schemas/N" }]
      },
      "N": {
        "type": "object", "required": ["k~"], "patternProperties": { "~": { "type": "string" } },
        "properties": {
          "k~": { "const": "n~" },
          "l~": { "type": "string", "enum": ["~", "v"], "x-enum-varnames": ["A~", "~"], "x-enum-descriptions": ["~", "~"] },
          "r~": { "type": "array", "prefixItems": [{ "type": "string" }], "items": false, "examples": [["~"]] },
          "x~": { "if": { "const": "~" }, "then": { "pattern": "~" }, "not": { "enum": ["~"] }, "type": "string", "example": "~" }
        }
      },
      "M": {
        "type": "object", "title": "~", "description": "~", "externalDocs": { "url": "https://~", "description": "~" }, "required": ["e~"],
        "properties": {
          "p~": { "type": "string", "description": "~", "default": "~" },
          "e~": { "type": "string", "title": "~", "enum": ["v~", "w"], "default": "v~" }
        }
      }
    }
  }
}"##;

fn generated(document: &str, shape: Shape) -> FileSet {
    let mut sources = SourceMap::default();
    let file = sources.add("api.json", document);
    let (fragments, _) = extract::extract(&sources, file);
    let (root, said) = parse::parse(&sources, &fragments[0]);
    let root = root.unwrap_or_else(|| panic!("{said:?}"));
    let (document, _) = read::read(&root);
    let (valid, said) = resolve::resolve(document.expect("readable"), &root, &sources);
    let said: String = said
        .iter()
        .map(|it| render::concise(it, &sources))
        .collect();
    let valid = valid.unwrap_or_else(|| panic!("{said}"));
    let (api, _) = lower(&valid, &Options::default());
    generate(&api, shape, "{}")
}

/// No file has an item, or a line, that came out of the payload.
fn check(document: &str) {
    for shape in [Shape::Crate, Shape::Module] {
        for (path, text) in generated(document, shape).iter() {
            let is_rust = path.ends_with(".rs");
            let line = text
                .lines()
                .find(|line| line.trim_start().starts_with("pub fn pwned"));
            assert_eq!(line, None, "{path}");
            assert!(
                !is_rust || syn::parse_file(text).is_ok(),
                "{path} does not parse"
            );
            if path == "Cargo.toml" {
                let manifest: toml::Table = text.parse().expect("a manifest is TOML");
                let tables: Vec<&String> = manifest.keys().collect();
                assert!(!tables.iter().any(|it| it.contains("pwned")), "{tables:?}");
            }
        }
    }
}

#[test]
fn text_stays_text_wherever_it_stands() {
    check(&DOCUMENT.replace('~', PAYLOAD));
    // A path with a line break is left out, so that the rest is looked at here.
    let elsewhere = DOCUMENT.replace("/a~/", "/a/").replace('~', PAYLOAD);
    check(&elsewhere);
    let (files, marks) = (
        generated(&elsewhere, Shape::Crate),
        [
            "impl Operation for",
            "pub struct M ",
            "pub enum U ",
            "pub trait WebhooksApi",
        ],
    );
    for mark in marks {
        assert!(
            files.iter().any(|(_, text)| text.contains(mark)),
            "{mark} is not emitted"
        );
    }
}
