//! References replaced by copies: what stands where they stood, what stays, and what is refused.

use oasmith_source::{SourceMap, Span, render};
use oasmith_spec::dereference::{Mappings, Options, Siblings, dereference};
use oasmith_spec::extract::Format;
use oasmith_spec::{Node, parse, write};

fn read(text: &str) -> (Node, SourceMap) {
    let mut sources = SourceMap::default();
    let file = sources.add("api.yaml", text);
    let all = Span::new(file, 0, text.len());
    let (document, faults) = parse::parse_at(&sources, all, Format::Yaml);
    assert!(faults.is_empty(), "{faults:?}");
    (document.expect("a document"), sources)
}

/// The dereferenced document without its first line, or what is said against it.
fn run(text: &str, options: &Options) -> String {
    let (document, sources) = read(text);
    let (out, said) = dereference(&document, options);
    let said: String = said
        .iter()
        .map(|it| render::concise(it, &sources))
        .collect();
    let out = out.as_ref().map_or_else(String::new, write::yaml);
    out + &said
}

fn wrapped(text: &str) -> String {
    run(text, &Options::new(Siblings::Wrapped))
}

fn merged(text: &str) -> String {
    run(text, &Options::new(Siblings::Merged))
}

const DESCRIBED: &str = "
paths: {/a: {get: {requestBody: {content: {j: {schema: {$ref: '#/components/schemas/A', description: here}}}}}}}
components: {schemas: {A: {type: string, description: a}}}
";

#[test]
fn siblings_stand_around_the_copy() {
    insta::assert_snapshot!(wrapped(DESCRIBED), @r"
    paths:
      /a:
        get:
          requestBody:
            content:
              j:
                schema:
                  allOf:
                    - type: string
                      description: a
                  description: here
    ");
}

#[test]
fn siblings_stand_over_the_copy() {
    insta::assert_snapshot!(merged(DESCRIBED), @r"
    paths:
      /a:
        get:
          requestBody:
            content:
              j:
                schema:
                  type: string
                  description: here
    ");
}

#[test]
fn siblings_that_assert_something_stand_around_in_both_styles() {
    let text = "
paths: {/a: {get: {requestBody: {content: {j: {schema: {$ref: '#/components/schemas/A', required: [b]}}}}}}}
components: {schemas: {A: {required: [a]}}}
";
    assert_eq!(merged(text), wrapped(text));
    assert!(merged(text).contains("allOf"));
}

#[test]
fn siblings_that_3_0_ignores_forbid_nothing() {
    let text = "
openapi: 3.0.3
paths: {/a: {get: {requestBody: {content: {j: {schema: {$ref: '#/components/schemas/A', type: string, description: here}}}}}}}
components: {schemas: {A: {type: object}}}
";
    insta::assert_snapshot!(wrapped(text), @"
    openapi: 3.0.3
    paths:
      /a:
        get:
          requestBody:
            content:
              j:
                schema:
                  allOf:
                    - type: object
                  description: here
    ");
}

#[test]
fn all_kinds_of_parts_are_copied_and_their_components_go() {
    let text = "
paths:
  /a: {$ref: '#/components/pathItems/A'}
components:
  pathItems:
    A:
      parameters: [{$ref: '#/components/parameters/P'}]
      get: {responses: {'200': {$ref: '#/components/responses/R', description: mine, type: string}}}
  parameters: {P: {name: p, in: query, schema: {$ref: '#/components/schemas/S'}}}
  responses: {R: {description: r, headers: {h: {$ref: '#/components/headers/H'}}}}
  headers: {H: {schema: {$ref: '#/components/schemas/S'}}}
  schemas: {S: {type: string}, Unused: {type: object}}
  securitySchemes: {key: {type: http}}
";
    insta::assert_snapshot!(wrapped(text), @r"
    paths:
      /a:
        parameters:
          - name: p
            in: query
            schema:
              type: string
        get:
          responses:
            '200':
              description: mine
              headers:
                h:
                  schema:
                    type: string
    components:
      securitySchemes:
        key:
          type: http
    ");
}

#[test]
fn what_contains_itself_stays_a_component_and_all_else_in_it_is_copied() {
    let text = "
paths: {/a: {get: {requestBody: {content: {j: {schema: {$ref: '#/components/schemas/List'}}}}}}}
components:
  schemas:
    List: {items: {$ref: '#/components/schemas/Tree'}}
    Tree: {properties: {next: {$ref: '#/components/schemas/Branch'}, leaf: {$ref: '#/components/schemas/Leaf'}}}
    Branch: {items: {$ref: '#/components/schemas/Tree'}}
    Leaf: {type: string}
";
    insta::assert_snapshot!(wrapped(text), @r"
    paths:
      /a:
        get:
          requestBody:
            content:
              j:
                schema:
                  items:
                    $ref: '#/components/schemas/Tree'
    components:
      schemas:
        Tree:
          properties:
            next:
              $ref: '#/components/schemas/Branch'
            leaf:
              type: string
        Branch:
          items:
            $ref: '#/components/schemas/Tree'
    ");
}

#[test]
fn references_in_data_are_data_that_keep_what_they_name_and_properties_may_be_called_anything() {
    let text = "
paths: {}
webhooks:
  a:
    x-data: {schema: {$ref: '#/components/schemas/S'}}
    get:
      requestBody:
        content:
          j:
            example: {$ref: '#/components/schemas/S'}
            schema:
              default: {$ref: '#/components/schemas/S'}
              enum: [{$ref: '#/components/schemas/S'}]
              properties:
                $ref: {$ref: '#/components/schemas/S'}
                default: {$ref: '#/components/schemas/S'}
                discriminator: {$ref: '#/components/schemas/S'}
components: {schemas: {S: {type: string}, T: {type: string}}}
";
    insta::assert_snapshot!(wrapped(text), @"
    paths: {}
    webhooks:
      a:
        x-data:
          schema:
            $ref: '#/components/schemas/S'
        get:
          requestBody:
            content:
              j:
                example:
                  $ref: '#/components/schemas/S'
                schema:
                  default:
                    $ref: '#/components/schemas/S'
                  enum:
                    - $ref: '#/components/schemas/S'
                  properties:
                    $ref:
                      type: string
                    default:
                      type: string
                    discriminator:
                      type: string
    components:
      schemas:
        S:
          type: string
    ");
}

const PETS: &str = "
paths: {/a: {get: {requestBody: {content: {j: {schema: {$ref: '#/components/schemas/Pet'}}}}}}}
components:
  schemas:
    Pet:
      oneOf: [{$ref: '#/components/schemas/Cat'}]
      discriminator: {propertyName: kind, mapping: {c: Cat, d: '#/components/schemas/Dog'}, defaultMapping: Fox}
    Cat: {type: object}
    Dog: {type: object}
    Fox: {type: object}
";

#[test]
fn what_a_discriminator_goes_by_stays() {
    insta::assert_snapshot!(wrapped(PETS), @r"
    paths:
      /a:
        get:
          requestBody:
            content:
              j:
                schema:
                  oneOf:
                    - $ref: '#/components/schemas/Cat'
                  discriminator:
                    propertyName: kind
                    mapping:
                      c: Cat
                      d: '#/components/schemas/Dog'
                    defaultMapping: Fox
    components:
      schemas:
        Cat:
          type: object
        Dog:
          type: object
        Fox:
          type: object
    ");
}

#[test]
fn a_mapping_can_be_dropped_so_that_no_name_is_left() {
    let options = Options {
        mappings: Mappings::Dropped,
        ..Options::new(Siblings::Wrapped)
    };
    insta::assert_snapshot!(run(PETS, &options), @r"
    paths:
      /a:
        get:
          requestBody:
            content:
              j:
                schema:
                  oneOf:
                    - type: object
                  discriminator:
                    propertyName: kind
    ");
}

#[test]
fn references_to_nothing_and_elsewhere_stay() {
    let text =
        "paths: {/a: {get: {responses: {'200': {$ref: '#/nothing'}, '404': {$ref: 'b.yaml'}}}}}";
    insta::assert_snapshot!(wrapped(text), @r"
    paths:
      /a:
        get:
          responses:
            '200':
              $ref: '#/nothing'
            '404':
              $ref: b.yaml
    ");
}

#[test]
fn an_anchor_names_what_it_stands_in() {
    let text = "
paths: {/a: {get: {requestBody: {content: {j: {schema: {$ref: '#s'}}}}}}}
components: {schemas: {S: {$anchor: s, type: string}}}
";
    insta::assert_snapshot!(wrapped(text), @"
    paths:
      /a:
        get:
          requestBody:
            content:
              j:
                schema:
                  $anchor: s
                  type: string
    ");
}

/// `count` schemas, each made of two references to the next.
fn doubling(count: usize) -> String {
    let mut text = "paths: {/a: {get: {requestBody: {content: {j: {schema: {$ref: '#/components/schemas/A0'}}}}}}}\n\
                    components:\n  schemas:\n"
        .to_owned();
    for at in 0..count {
        let next = format!("{{$ref: '#/components/schemas/A{}'}}", at + 1);
        text += &format!("    A{at}: {{properties: {{a: {next}, b: {next}}}}}\n");
    }
    text + &format!("    A{count}: {{}}\n")
}

#[test]
fn a_document_that_would_be_too_large_is_refused() {
    let options = Options {
        limit: 1000,
        ..Options::new(Siblings::Merged)
    };
    insta::assert_snapshot!(run(&doubling(60), &options), @"api.yaml:63:66: error[OAS126]: the document has more than 1000 values without references");
}

#[test]
fn a_document_that_would_be_too_deep_is_refused() {
    insta::assert_snapshot!(merged(&doubling(600)), @"api.yaml:171:28: error[OAS127]: values are nested more than 512 levels deep without references");
}

#[test]
fn an_operation_of_a_shared_path_item_has_its_id_once() {
    insta::assert_snapshot!(merged("
paths: {/a: {$ref: '#/components/pathItems/P'}, /b: {$ref: '#/components/pathItems/P'}}
components: {pathItems: {P: {get: {operationId: p}}}}
"), @"
    paths:
      /a:
        get:
          operationId: p
      /b:
        get: {}
    api.yaml:3:49: info[OAS105]: operation id `p` is written once, and its operation stands under `/b` too
    ");
}
