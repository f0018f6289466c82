//! Whatever schemas are put together from, there is Rust for them, and the same each time.
//!
//! Documents are made by chance out of every keyword, with names that are hard, references everywhere, and nothing that
//! makes sense of the whole. Whether such code also compiles is for `oasmith-bench corpus`.

use oasmith_codegen::{FileSet, Options, Shape, generate, lower};
use oasmith_source::SourceMap;
use oasmith_spec::{extract, parse, read, resolve};
use std::fmt::Write;

const DOCUMENTS: u64 = 30;
const COMPONENTS: usize = 12;

/// Names of components, members and parameters.
const NAMES: &[&str] = &[
    "id", "type", "Option", "self", "new", "default", "x y", "x-y", "X_Y", "größe", "1st", "+1",
    "-1", "key", "Result", "String", "items", "value", "unknown", "Unknown", "",
];
const SCALARS: &[&str] = &[
    r#""type": "string""#,
    r#""type": "string", "format": "date-time""#,
    r#""type": "string", "format": "uuid", "default": "x""#,
    r#""type": "string", "minLength": 1, "maxLength": 3, "pattern": "^a+$""#,
    r#""type": ["string", "null"], "format": "byte""#,
    r#""type": "string", "enum": ["a", "A", "", "1", null], "default": "a""#,
    r#""const": "one""#,
    r#""type": "integer", "minimum": 0, "multipleOf": 5"#,
    r#""type": "integer", "format": "int32", "default": -3"#,
    r#""type": "integer", "enum": [1, -1, 2], "default": 2"#,
    r#""const": 7"#,
    r#""type": "number", "exclusiveMaximum": 0.5"#,
    r#""enum": ["a", 1, true, null, 0.5]"#,
    r#""type": ["integer", "string", "boolean"]"#,
    r#""type": "boolean", "const": true"#,
    r#""type": "null""#,
    r#""description": "anything""#,
];

/// xorshift64* (Vigna, 2016).
struct Chance(u64);

impl Chance {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        (self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) % end as u64) as usize
    }

    fn of<'a>(&mut self, all: &[&'a str]) -> &'a str {
        all[self.below(all.len())]
    }

    fn schema(&mut self, depth: usize) -> String {
        let kind = if depth == 0 {
            self.below(6)
        } else {
            self.below(16)
        };
        let keywords = match kind {
            0..=3 => self.of(SCALARS).to_owned(),
            4 | 5 => return self.reference(),
            6..=8 => self.object(depth),
            9 => format!(
                r#""type": "array", "uniqueItems": true, "items": {}"#,
                self.schema(depth - 1)
            ),
            10 => format!(
                r#""type": "object", "additionalProperties": {}"#,
                self.schema(depth - 1)
            ),
            11 => {
                let places = self.schemas(depth);
                let least = self.below(3);
                format!(
                    r#""type": "array", "prefixItems": {places}, "minItems": {least}, "items": false"#
                )
            }
            12 => format!(r#""allOf": {}"#, self.schemas(depth)),
            13 => self.choice(depth),
            14 => format!(r#"{}, "not": {}"#, self.of(SCALARS), self.schema(depth - 1)),
            _ => {
                let (case, then) = (self.schema(depth - 1), self.schema(depth - 1));
                format!(r#"{}, "if": {case}, "then": {then}"#, self.object(depth))
            }
        };
        format!("{{{keywords}}}")
    }

    fn reference(&mut self) -> String {
        format!(
            r##"{{"$ref": "#/components/schemas/{}"}}"##,
            component(self.below(COMPONENTS))
        )
    }

    fn schemas(&mut self, depth: usize) -> String {
        let all: Vec<String> = (0..2 + self.below(2))
            .map(|_| self.schema(depth - 1))
            .collect();
        format!("[{}]", all.join(", "))
    }

    fn choice(&mut self, depth: usize) -> String {
        let keyword = self.of(&["oneOf", "anyOf"]);
        let by = self.of(&["", "", r#", "discriminator": {"propertyName": "type"}"#]);
        format!(r#""{keyword}": {}{by}"#, self.schemas(depth))
    }

    fn object(&mut self, depth: usize) -> String {
        let mut names: Vec<&str> = (0..1 + self.below(4)).map(|_| self.of(NAMES)).collect();
        names.sort();
        names.dedup();
        let required: Vec<String> = names
            .iter()
            .filter(|_| self.below(2) == 0)
            .map(|it| format!("{it:?}"))
            .collect();
        let members = names
            .iter()
            .map(|it| format!("{it:?}: {}", self.schema(depth - 1)));
        let members: Vec<String> = members.collect();
        let rest = match self.below(5) {
            0 => r#", "additionalProperties": false"#.to_owned(),
            1 => format!(r#", "additionalProperties": {}"#, self.schema(depth - 1)),
            2 => r#", "unevaluatedProperties": false, "minProperties": 1"#.to_owned(),
            _ => String::new(),
        };
        format!(
            r#""type": "object", "required": [{}], "properties": {{{}}}{rest}"#,
            required.join(", "),
            members.join(", ")
        )
    }

    fn document(&mut self) -> String {
        let mut paths = String::new();
        for at in 0..6 {
            let (name, style) = (self.of(&NAMES[..8]), self.of(&["form", "deepObject"]));
            let (param, sent, answered) = (self.schema(1), self.schema(2), self.schema(2));
            let media = self.of(&[
                "application/json",
                "application/json",
                "application/x-www-form-urlencoded",
                "multipart/form-data",
                "text/event-stream",
            ]);
            let _ = write!(
                paths,
                r#"{}"/{at}": {{"post": {{"parameters": [{{"name": {name:?}, "in": "query", "style": "{style}", "schema": {param}}}], "requestBody": {{"content": {{"{media}": {{"schema": {sent}}}}}}}, "responses": {{"200": {{"description": "ok", "content": {{"application/json": {{"schema": {answered}}}}}}}, "default": {{"description": "no"}}}}}}}}"#,
                if at > 0 { ", " } else { "" }
            );
        }
        let schemas = (0..COMPONENTS).map(|at| format!("{:?}: {}", component(at), self.schema(3)));
        let schemas: Vec<String> = schemas.collect();
        format!(
            r#"{{"openapi": "3.1.0", "info": {{"title": "Chance", "version": "1"}}, "paths": {{{paths}}}, "components": {{"schemas": {{{}}}}}}}"#,
            schemas.join(", ")
        )
    }
}

fn component(at: usize) -> String {
    const NAMES: [&str; 4] = ["Option", "Vec", "Reader", "Pet"];
    match NAMES.get(at) {
        Some(name) => (*name).to_owned(),
        None => format!("S{at}"),
    }
}

fn generated(document: &str) -> FileSet {
    let mut sources = SourceMap::default();
    let file = sources.add("api.json", document);
    let (fragments, _) = extract::extract(&sources, file);
    let (root, said) = parse::parse(&sources, &fragments[0]);
    let root = root.unwrap_or_else(|| panic!("{said:?}\n{document}"));
    let (read, said) = read::read(&root);
    let read = read.expect("readable");
    let (valid, _) = resolve::confine(read, &root, &sources, &said);
    let (api, _) = lower(&valid.expect("faults are confined"), &Options::default());
    generate(&api, Shape::Crate, "{}")
}

#[test]
fn whatever_is_put_together_becomes_rust() {
    for seed in 1..=DOCUMENTS {
        let document = Chance(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15)).document();
        let files = generated(&document);
        for (path, text) in files.iter().filter(|(path, _)| path.ends_with(".rs")) {
            assert!(syn::parse_file(text).is_ok(), "{path} of {document}");
        }
        assert_eq!(files, generated(&document), "{document}");
    }
}
