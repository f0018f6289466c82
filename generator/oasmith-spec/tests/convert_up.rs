//! OpenAPI 3.0 as 3.1: the same meaning in other words.

#[path = "convert/document.rs"]
mod document;

use oasmith_source::Diagnostics;
use oasmith_spec::convert::to_3_1;
use oasmith_spec::model::Document;
use oasmith_spec::{Node, read};

/// The schemas afterwards; `read` takes both documents for the same.
fn up(schemas: &str) -> String {
    let text = format!("openapi: 3.0.3\npaths: {{}}\ncomponents: {{schemas: {{\n{schemas}\n}}}}");
    let (_, before) = document::parsed(&text);
    let after = to_3_1(before.clone()).0;
    assert_eq!(meaning(&before), meaning(&after));
    document::schemas("3.0.3", schemas, to_3_1)
}

/// The model without places, since what is rewritten stands elsewhere.
fn meaning(node: &Node) -> String {
    let (read, _): (Option<Document>, Diagnostics) = read::read(node);
    let text = format!("{:?}", read.expect("a document").components.schemas);
    let mut rest = text.as_str();
    let mut out = String::new();
    while let Some(at) = rest.find("span: ") {
        out.push_str(&rest[..at]);
        let after = &rest[at + "span: ".len()..];
        rest = after
            .find([',', ' ', '}', ')'])
            .map_or("", |end| &after[end..]);
    }
    out + rest
}

#[test]
fn nullable_becomes_a_type() {
    insta::assert_snapshot!(up("
        A: {type: string, nullable: true},
        B: {type: string, nullable: false},
        C: {type: string, enum: [x], nullable: true},
        D: {properties: {nullable: {type: string, nullable: true}}, nullable: true},
        E: {description: anything, nullable: true}
    "), @"
    A:
      type:
        - string
        - 'null'
    B:
      type: string
    C:
      type:
        - string
        - 'null'
      enum:
        - x
        - null
    D:
      properties:
        nullable:
          type:
            - string
            - 'null'
      type:
        - object
        - 'null'
    E:
      description: anything
    ");
}

#[test]
fn nullable_around_other_schemas_becomes_an_alternative() {
    insta::assert_snapshot!(up("
        A: {anyOf: [{type: string}], nullable: true},
        B: {description: b, nullable: true, allOf: [{$ref: '#/components/schemas/A'}]},
        C: {$ref: '#/components/schemas/A', nullable: true},
        D: {oneOf: [{type: string}, {type: string, nullable: true, enum: [null]}], nullable: true},
        E: {anyOf: [{$ref: '#/components/schemas/A'}, {description: none, nullable: true}]},
        F: {anyOf: [{nullable: true}]}
    "), @"
    A:
      anyOf:
        - type: string
        - type: 'null'
    B:
      description: b
      anyOf:
        - $ref: '#/components/schemas/A'
        - type: 'null'
    C:
      anyOf:
        - $ref: '#/components/schemas/A'
        - type: 'null'
    D:
      oneOf:
        - type: string
        - type: 'null'
    E:
      anyOf:
        - $ref: '#/components/schemas/A'
        - description: none
          type: 'null'
    F:
      anyOf:
        - {}
    ");
}

#[test]
fn flags_become_exclusive_bounds() {
    insta::assert_snapshot!(up("
        A: {type: number, minimum: 1, exclusiveMinimum: true, maximum: 9, exclusiveMaximum: false},
        B: {type: number, exclusiveMaximum: true}
    "), @"
    A:
      type: number
      exclusiveMinimum: 1
      maximum: 9
    B:
      type: number
    ");
}

#[test]
fn null_that_an_alternative_takes_is_none_by_itself() {
    insta::assert_snapshot!(up("
        A: {oneOf: [{type: string, nullable: true}, {type: integer}], nullable: true},
        B: {oneOf: [{type: string, nullable: true}, {type: integer, nullable: true}], nullable: true, title: B},
        C: {oneOf: [{type: string, enum: [a], nullable: true}, {type: integer}], nullable: true}
    "), @"
    A:
      oneOf:
        - type:
            - string
            - 'null'
        - type: integer
    B:
      title: B
      anyOf:
        - oneOf:
            - type:
                - string
                - 'null'
            - type:
                - integer
                - 'null'
        - type: 'null'
    C:
      oneOf:
        - type:
            - string
            - 'null'
          enum:
            - a
            - null
        - type: integer
    ");
    insta::assert_snapshot!(document::schemas("3.0.3", "
        A: {type: object, nullable: true},
        B: {oneOf: [{$ref: '#/components/schemas/A'}, {type: integer}], nullable: true}
    ", to_3_1), @"
    A:
      type:
        - object
        - 'null'
    B:
      oneOf:
        - $ref: '#/components/schemas/A'
        - type: integer
    ");
}

#[test]
fn an_example_becomes_one_of_several() {
    insta::assert_snapshot!(up("
        A: {type: object, example: {nullable: true, example: 1}},
        B: {example: 1, examples: [2]}
    "), @"
    A:
      type: object
      examples:
        - nullable: true
          example: 1
    B:
      examples:
        - 1
        - 2
    ");
}

#[test]
fn names_and_data_are_left_alone() {
    insta::assert_snapshot!(up("
        A: {type: object, properties: {example: {type: string}, exclusiveMinimum: {type: boolean}, $ref: {type: string}}},
        B: {default: {nullable: true}, enum: [{type: string, nullable: true}], x-a: {nullable: true}}
    "), @"
    A:
      type: object
      properties:
        example:
          type: string
        exclusiveMinimum:
          type: boolean
        $ref:
          type: string
    B:
      default:
        nullable: true
      enum:
        - type: string
          nullable: true
      x-a:
        nullable: true
    ");
}

#[test]
fn what_stands_beside_a_reference_does_not_count() {
    insta::assert_snapshot!(document::converted("\
openapi: 3.0.3
paths:
  /a:
    get:
      parameters:
        - {$ref: '#/components/parameters/P', description: kept, required: true}
      responses:
        default:
          description: all
          content: {a/b: {schema: {$ref: '#/components/schemas/S', description: kept, type: string}}}
", to_3_1), @"
    openapi: 3.1.1
    paths:
      /a:
        get:
          parameters:
            - $ref: '#/components/parameters/P'
              description: kept
          responses:
            default:
              description: all
              content:
                a/b:
                  schema:
                    $ref: '#/components/schemas/S'
                    description: kept
    a.yaml:6:66: info[OAS150]: `required` beside `$ref` means nothing in OpenAPI 3.0, and is left out
    a.yaml:10:87: info[OAS150]: `type` beside `$ref` means nothing in OpenAPI 3.0, and is left out
    ");
}

#[test]
fn what_is_no_schema_stays() {
    let text = "\
openapi: 3.0.3
paths:
  /a:
    get:
      parameters: [{name: nullable, in: query, example: 1, schema: {type: string}}]
      responses: {default: {description: all, content: {a/b: {example: {nullable: true}}}}}
x-webhooks: {a: {post: {responses: {}}}}
";
    insta::assert_snapshot!(document::converted(text, to_3_1), @"
    openapi: 3.1.1
    paths:
      /a:
        get:
          parameters:
            - name: nullable
              in: query
              example: 1
              schema:
                type: string
          responses:
            default:
              description: all
              content:
                a/b:
                  example:
                    nullable: true
    x-webhooks:
      a:
        post:
          responses: {}
    ");
}

#[test]
fn a_later_version_is_not_raised() {
    for version in ["3.1.0", "4.0.0", "swagger"] {
        let text =
            format!("{{openapi: {version}, components: {{schemas: {{A: {{nullable: true}}}}}}}}");
        let (_, node) = document::parsed(&text);
        assert!(to_3_1(node.clone()).0.same(&node), "{version}");
    }
}
