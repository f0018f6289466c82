//! Documents that are split over files: what is said of names and references, and what is refused.

#[path = "bundle/files.rs"]
mod files;

use insta::assert_snapshot;

use oasmith_spec::merge::NameChoice;

use files::{bundled, check};

#[test]
fn names_that_clash_are_told_apart_by_their_paths() {
    let files = "
        ==> api.yaml
        paths: {}
        components:
          schemas:
            A:
              properties:
                a: { $ref: shop/models/pet.yaml }
                b: { $ref: admin/models/pet.yaml }
                c: { $ref: copy/pet.yaml }
                d: { $ref: a.yaml }
        ==> shop/models/pet.yaml
        items: { $ref: ../id.yaml }
        ==> admin/models/pet.yaml
        type: string
        ==> copy/pet.yaml
        items: { $ref: ../shop/id.yaml }
        ==> shop/id.yaml
        type: string
        ==> a.yaml
        type: boolean
    ";
    assert_snapshot!(check(files), @"
    admin/models/pet.yaml:1:1: info[OAS137]: another schema that differs is called `pet`
      shop/models/pet.yaml:1:1: the other one
      help: this one is `admin_pet`; rename one of them, or choose by `parts` in `[merge.clashes]`
    paths: {}
    components:
      schemas:
        A:
          properties:
            a:
              $ref: '#/components/schemas/pet'
            b:
              $ref: '#/components/schemas/admin_pet'
            c:
              $ref: '#/components/schemas/pet'
            d:
              $ref: '#/components/schemas/a'
        pet:
          items:
            $ref: '#/components/schemas/id'
        admin_pet:
          type: string
        a:
          type: boolean
        id:
          type: string
    ");
    let refused = bundled(files, NameChoice::Error);
    assert_snapshot!(refused, @"
    admin/models/pet.yaml:1:1: error[OAS137]: another schema that differs is called `pet`
      shop/models/pet.yaml:1:1: the other one
      help: rename one of them, or choose by `parts` in `[merge.clashes]`
    ");
}

#[test]
fn of_two_parts_with_one_name_a_policy_takes_the_first_or_the_last() {
    let files = "
        ==> api.yaml
        paths: {}
        components:
          schemas:
            A: { items: { $ref: shop/pet.yaml } }
            B: { items: { $ref: admin/pet.yaml } }
            C: { type: string }
            D: { items: { $ref: '#/components/schemas/C' } }
            E: { items: { $ref: c.yaml#/C } }
        ==> shop/pet.yaml
        type: string
        ==> admin/pet.yaml
        type: integer
        ==> c.yaml
        C: { type: integer }
    ";
    assert_snapshot!(bundled(files, NameChoice::First), @"
    admin/pet.yaml:1:1: info[OAS137]: another schema that differs is called `pet`
      shop/pet.yaml:1:1: the other one
      help: the first one counts
    c.yaml:1:4: info[OAS137]: another schema that differs is called `C`
      api.yaml:6:8: the other one
      help: the first one counts
    paths: {}
    components:
      schemas:
        A:
          items:
            $ref: '#/components/schemas/pet'
        B:
          items:
            $ref: '#/components/schemas/pet'
        C:
          type: string
        D:
          items:
            $ref: '#/components/schemas/C'
        E:
          items:
            $ref: '#/components/schemas/C'
        pet:
          type: string
    ");
    assert_snapshot!(bundled(files, NameChoice::Last), @"
    admin/pet.yaml:1:1: info[OAS137]: another schema that differs is called `pet`
      shop/pet.yaml:1:1: the other one
      help: the last one counts
    c.yaml:1:4: info[OAS137]: another schema that differs is called `C`
      api.yaml:6:8: the other one
      help: the last one counts
    paths: {}
    components:
      schemas:
        A:
          items:
            $ref: '#/components/schemas/pet'
        B:
          items:
            $ref: '#/components/schemas/pet'
        C:
          type: integer
        D:
          items:
            $ref: '#/components/schemas/C'
        E:
          items:
            $ref: '#/components/schemas/C'
        pet:
          type: integer
    ");
}

#[test]
fn local_references_mean_their_own_file_and_else_the_document() {
    assert_snapshot!(check("
        ==> api.yaml
        paths: { /a: { $ref: a.yaml } }
        components:
          schemas:
            Own: { type: string }
            Root: { type: string }
        x-shared: { Lifted: { type: boolean } }
        ==> a.yaml
        get:
          responses:
            '200':
              content:
                a/a: { schema: { $ref: '#/components/schemas/Own' } }
                a/b: { schema: { $ref: '#/components/schemas/Root' } }
                a/c: { schema: { $ref: 'api.yaml#/components/schemas/Own' } }
                a/d: { schema: { $ref: 'api.yaml#/x-shared/Lifted' } }
        components: { schemas: { Own: { type: integer } } }
    "), @"
    a.yaml:9:31: info[OAS137]: another schema that differs is called `Own`
      api.yaml:4:10: the other one
      help: this one is `AOwn`; rename one of them, or choose by `parts` in `[merge.clashes]`
    a.yaml:6:32: warning[OAS138]: `#/components/schemas/Root` is not in this file; that of `api.yaml` is taken
      help: put the path of that file before the `#`
    paths:
      /a:
        get:
          responses:
            '200':
              content:
                a/a:
                  schema:
                    $ref: '#/components/schemas/AOwn'
                a/b:
                  schema:
                    $ref: '#/components/schemas/Root'
                a/c:
                  schema:
                    $ref: '#/components/schemas/Own'
                a/d:
                  schema:
                    $ref: '#/components/schemas/Lifted'
    components:
      schemas:
        Own:
          type: string
        Root:
          type: string
        AOwn:
          type: integer
        Lifted:
          type: boolean
    x-shared:
      Lifted:
        type: boolean
    ");
}

#[test]
fn references_that_cannot_be_followed_are_refused_where_they_stand() {
    let said = check(
        "
        ==> api.yaml
        paths:
          /a: { $ref: a.yaml }
          /b: { $ref: loop.yaml }
        ==> loop.yaml
        get: { $ref: loop.yaml#/get }
        ==> a.yaml
        get:
          parameters: { $ref: list.yaml }
          responses:
            '1': { $ref: 'common.yaml#/responses/Gnone' }
            '2': { $ref: 'common.yaml#/answers/Gone' }
            '3': { $ref: '#/none' }
            '4': { $ref: 'common.yaml#/x' }
            '5': { $ref: /etc/passwd }
            '6': { $ref: 'https://example.com/a.yaml' }
            '7': { $ref: 'common.yaml#/text' }
            '8': { $ref: 'common.yaml#none' }
        ==> list.yaml
        - { $ref: '#/0' }
        ==> common.yaml
        responses: { Gone: { description: gone } }
        x: { $ref: '#/y' }
        y: { $ref: '#/x' }
        text: hello
    ",
    );
    assert_snapshot!(said, @"
    list.yaml:1:11: error[OAS135]: `#/0` leads to no end of references
    a.yaml:4:18: error[OAS130]: `common.yaml#/responses/Gnone` points to nothing
      help: did you mean `common.yaml#/responses/Gone`?
    a.yaml:5:18: error[OAS130]: `common.yaml#/answers/Gone` points to nothing
      common.yaml:1:1: `common.yaml` has no `answers`
    a.yaml:6:18: error[OAS130]: `#/none` points to nothing
      a.yaml:1:1: `a.yaml` has no `none`
    a.yaml:7:18: error[OAS135]: `common.yaml#/x` leads to no end of references
    a.yaml:8:18: error[OAS132]: `/etc/passwd` is outside of the folder of the document
      help: write the path relative to this file
    a.yaml:9:18: error[OAS133]: `https://example.com/a.yaml` is an address on the network
      help: oasmith makes no requests; store what is meant beside this file
    a.yaml:10:18: error[OAS134]: `common.yaml#/text` is a string, and a response is needed here
      common.yaml:4:7: this is what it points to
    a.yaml:11:18: error[OAS130]: no schema of that file has the anchor `none`
    loop.yaml:1:14: error[OAS135]: `loop.yaml#/get` contains this reference, and would have to stand in its place
    ");
}

#[test]
fn a_few_references_cannot_stand_for_billions_of_values() {
    let mut files =
        "==> api.yaml\npaths: { /a: { $ref: bomb.yaml#/a0 } }\n==> bomb.yaml\n".to_owned();
    for i in 0..40 {
        let next = format!("{{ $ref: '#/a{}' }}", i + 1);
        files += &format!("a{i}: {{ servers: [{next}, {next}] }}\n");
    }
    files += "a40: { x: y }\n";
    let said = check(&files);
    assert_snapshot!(said, @"bomb.yaml:41:6: error[OAS023]: references lead to more than oasmith reads");
}

#[test]
fn the_id_of_a_schema_file_is_no_base() {
    assert_snapshot!(check("
        ==> api.yaml
        paths: {}
        components: { schemas: { Pet: { $ref: pet.yaml } } }
        ==> pet.yaml
        $id: https://example.com/pet.yaml
        properties: { $id: { type: string }, tag: { $ref: tag.yaml#tag }, one: { $ref: '#/definitions/One' } }
        definitions: { One: { type: string } }
        ==> tag.yaml
        a: { $anchor: tag, type: string }
    "), @"
    pet.yaml:1:1: warning[OAS139]: `$id` is left out, and references are relative to the file
    paths: {}
    components:
      schemas:
        Pet:
          properties:
            $id:
              type: string
            tag:
              $ref: '#/components/schemas/tag'
            one:
              $ref: '#/components/schemas/One'
          definitions:
            One:
              $ref: '#/components/schemas/One'
        One:
          type: string
        tag:
          $anchor: tag
          type: string
    ");
}

#[test]
fn parts_as_deep_as_any_are_bundled_and_deeper_documents_are_refused() {
    let deep = |levels: usize| r#"{"items":"#.repeat(levels) + "{}" + &"}".repeat(levels);
    let [fits, nested] = [deep(500), deep(300)];
    let said = check(&format!(
        "==> api.yaml\npaths: {{}}\ncomponents: {{ schemas: {{ A: {{ $ref: a.yaml }} }} }}\n==> a.yaml\n{fits}\n"
    ));
    assert!(said.starts_with("paths: {}"), "{said}");
    let inner = nested.replace("{}", r#"{ "properties": { "$ref": "b.yaml" } }"#);
    let said = check(&format!(
        "==> api.yaml\npaths: {{}}\ncomponents: {{ schemas: {{ A: {{ $ref: a.yaml }} }} }}\n\
         ==> a.yaml\n{inner}\n==> b.yaml\n{{ \"b\": {nested} }}\n"
    ));
    assert_snapshot!(said, @"b.yaml:1:1871: error[OAS023]: references lead to more than oasmith reads");
}

#[test]
fn a_document_that_is_none_comes_back_as_it_is() {
    assert_snapshot!(check("
        ==> api.yaml
        - { $ref: a.yaml }
        ==> a.yaml
        type: string
    "), @"- $ref: a.yaml");
}

#[test]
fn a_map_that_stands_for_itself_is_refused() {
    assert_snapshot!(check("
        ==> api.yaml
        paths: { $ref: '#/paths' }
        components: { schemas: { A: { $ref: a.yaml } } }
        ==> a.yaml
        type: string
    "), @"api.yaml:1:16: error[OAS135]: `#/paths` contains this reference, and would have to stand in its place");
}

#[test]
fn what_a_document_says_for_all_its_operations_does_not_come_with_its_path_items() {
    assert_snapshot!(check("
        ==> api.yaml
        openapi: 3.1.0
        servers: [{ url: /v1 }]
        paths:
          /a: { $ref: 'other.yaml#/paths/~1a' }
          /b: { $ref: 'other.yaml#/paths/~1b' }
          /c: { $ref: 'plain.yaml' }
        ==> other.yaml
        openapi: 3.1.0
        servers: [{ url: /v1 }]
        security: [{ key: [] }]
        paths:
          /a: { get: { security: [] } }
          /b: { get: { security: [] }, put: {} }
        ==> plain.yaml
        security: [{ key: [] }]
        get: {}
    "), @"
    api.yaml:5:15: warning[OAS131]: the `security` of `other.yaml` does not come with its path item
      other.yaml:3:1: said here
      help: write it beside each operation, or make that file a source of its own
    openapi: 3.1.0
    servers:
      - url: /v1
    paths:
      /a:
        get:
          security: []
      /b:
        get:
          security: []
        put: {}
      /c:
        security:
          - key: []
        get: {}
    ");
}
