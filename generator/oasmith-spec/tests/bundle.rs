//! Documents that are split over files: small ones, each with what becomes of it.

use std::collections::HashMap;
use std::sync::Arc;

use insta::assert_snapshot;
use oasmith_source::render::concise;
use oasmith_source::{Diagnostics, SourceMap, Span};
use oasmith_spec::bundle::{Gather, Names, bundle, is_document};
use oasmith_spec::extract::Format;
use oasmith_spec::{Node, parse, write};

/// Files, each under a line `==> name`; the first one is the document. Out: what is said, and the document.
fn bundled(files: &str, policy: Names) -> String {
    let mut sources = SourceMap::default();
    let mut trees = HashMap::new();
    let mut first = None;
    for file in files.split("==> ").skip(1) {
        let (name, text) = file.split_once('\n').unwrap();
        let text = unindented(text);
        let id = sources.add(name, text.as_str());
        let span = Span::new(id, 0, text.len());
        let tree = match is_document(name) {
            true => parse::parse_at(&sources, span, Format::Yaml).0.unwrap(),
            false => Node::string(&text, span),
        };
        first.get_or_insert(name.to_owned());
        trees.insert(name.to_owned(), tree);
    }
    let first = first.unwrap();
    let mut gather = Gather::new(&first, trees[&first].clone());
    loop {
        let wanted = gather.wanted();
        if wanted.is_empty() {
            break;
        }
        for it in wanted {
            gather.add(&it.name, trees.get(&it.name).cloned().map(Arc::new));
        }
    }
    let (document, said) = bundle(gather, policy);
    shown(&said, &sources) + &document.map_or_else(String::new, |it| write::yaml(&it))
}

fn unindented(text: &str) -> String {
    let lines = text.lines().filter(|it| !it.trim().is_empty());
    let indent = lines.map(|it| it.len() - it.trim_start().len()).min();
    let cut = |line: &str| line.get(indent.unwrap_or(0)..).unwrap_or("").to_owned() + "\n";
    text.lines().map(cut).collect()
}

fn shown(said: &Diagnostics, sources: &SourceMap) -> String {
    let mut text = String::new();
    for it in said {
        text += &concise(it, sources);
        for label in &it.secondary {
            text += &format!("  {}: {}\n", sources.place(label.span), label.text);
        }
        for help in &it.help {
            text += &format!("  help: {help}\n");
        }
    }
    text
}

fn check(files: &str) -> String {
    bundled(files, Names::Qualify)
}

#[test]
fn entries_keep_their_names_and_all_references_to_a_file_use_them() {
    assert_snapshot!(check("
        ==> api.yaml
        paths:
          /pets: { $ref: ./paths/pets%2Eyaml }
        components:
          schemas:
            Pet: { $ref: schemas/pet-model.yaml }
            Animal: { $ref: '#/components/schemas/Pet' }
            Beast: { $ref: schemas/pet-model.yaml }
        ==> paths/pets.yaml
        get:
          responses:
            '200':
              content: { application/json: { schema: { $ref: ../schemas/pet-model.yaml } } }
        ==> schemas/pet-model.yaml
        properties:
          parent: { $ref: pet-model.yaml }
          self: { $ref: '#' }
          tag: { $ref: ../common/tags.yaml#/Tag }
        ==> common/tags.yaml
        Tag: { type: string }
    "), @"
    paths:
      /pets:
        get:
          responses:
            '200':
              content:
                application/json:
                  schema:
                    $ref: '#/components/schemas/Pet'
    components:
      schemas:
        Pet:
          properties:
            parent:
              $ref: '#/components/schemas/Pet'
            self:
              $ref: '#/components/schemas/Pet'
            tag:
              $ref: '#/components/schemas/Tag'
        Animal:
          $ref: '#/components/schemas/Pet'
        Beast:
          $ref: '#/components/schemas/Pet'
        Tag:
          type: string
    ");
}

#[test]
fn every_kind_of_component_is_made_once_and_other_parts_are_put_in_place() {
    assert_snapshot!(check("
        ==> api.yaml
        info: { $ref: parts.yaml#/info }
        paths:
          /a:
            parameters: { $ref: parts.yaml#/lists/parameters }
            get: { $ref: parts.yaml#/operations/get }
            put: { $ref: parts.yaml#/operations/get }
        ==> parts.yaml
        info: { title: T }
        lists:
          parameters: [{ $ref: '#/limit' }, { $ref: '#/limit' }]
        limit: { name: limit, in: query, schema: { $ref: '#/shared/Limit' } }
        shared:
          Limit: { type: integer }
          members: { id: { type: string }, of: { $ref: '#/shared/Limit' } }
        operations:
          get:
            requestBody: { $ref: '#/body' }
            responses: { $ref: '#/answers' }
            callbacks: { done: { $ref: '#/callback' } }
        body: { content: { a/b: { schema: { properties: { $ref: '#/shared/members' } }, examples: { one: { $ref: '#/example' } } } } }
        answers: { '200': { $ref: '#/answer' } }
        answer:
          headers: { x-rate: { $ref: '#/rate' } }
          links: { next: { $ref: '#/link' } }
        rate: { schema: { $ref: '#/shared/Limit' } }
        link: { operationRef: 'api.yaml#/paths/~1a/get' }
        callback: { '{$request.body#/url}': { post: { x-a: 1 } } }
        example: { value: { $ref: '#/info' } }
    "), @"
    info:
      title: T
    paths:
      /a:
        parameters:
          - $ref: '#/components/parameters/limit'
          - $ref: '#/components/parameters/limit'
        get:
          requestBody:
            $ref: '#/components/requestBodies/body'
          responses:
            '200':
              $ref: '#/components/responses/answer'
          callbacks:
            done:
              $ref: '#/components/callbacks/callback'
        put:
          requestBody:
            $ref: '#/components/requestBodies/body'
          responses:
            '200':
              $ref: '#/components/responses/answer'
          callbacks:
            done:
              $ref: '#/components/callbacks/callback'
    components:
      parameters:
        limit:
          name: limit
          in: query
          schema:
            $ref: '#/components/schemas/Limit'
      requestBodies:
        body:
          content:
            a/b:
              schema:
                properties:
                  id:
                    type: string
                  of:
                    $ref: '#/components/schemas/Limit'
              examples:
                one:
                  $ref: '#/components/examples/example'
      callbacks:
        callback:
          '{$request.body#/url}':
            post:
              x-a: 1
      schemas:
        Limit:
          type: integer
      examples:
        example:
          value:
            $ref: '#/info'
      responses:
        answer:
          headers:
            x-rate:
              $ref: '#/components/headers/rate'
          links:
            next:
              $ref: '#/components/links/link'
      headers:
        rate:
          schema:
            $ref: '#/components/schemas/Limit'
      links:
        link:
          operationRef: '#/paths/~1a/get'
    ");
}

#[test]
fn data_stays_data() {
    assert_snapshot!(check("
        ==> api.yaml
        paths: {}
        components:
          schemas:
            A:
              default: { $ref: data.yaml }
              enum: [{ $ref: data.yaml }]
              const: { $ref: data.yaml }
              example: { a: { $ref: data.yaml } }
              x-local: { $ref: '#/nowhere' }
              x-none: { $ref: none.yaml }
              x-code: { source: { $ref: code.cs } }
              x-list: [{ $ref: data.yaml }]
              externalDocs: { url: data.yaml }
              properties: { default: { $ref: data.yaml }, $ref: { type: string } }
          examples:
            A: { value: { $ref: data.yaml } }
            B: { externalValue: data.yaml }
        ==> data.yaml
        type: string
        ==> code.cs
        Get();
    "), @"
    paths: {}
    components:
      schemas:
        A:
          default:
            $ref: data.yaml
          enum:
            - $ref: data.yaml
          const:
            $ref: data.yaml
          example:
            a:
              $ref: data.yaml
          x-local:
            $ref: '#/nowhere'
          x-none:
            $ref: none.yaml
          x-code:
            source: |+
              Get();

          x-list:
            - type: string
          externalDocs:
            url: data.yaml
          properties:
            default:
              $ref: '#/components/schemas/data'
            $ref:
              type: string
        data:
          type: string
      examples:
        A:
          value:
            type: string
        B:
          externalValue: data.yaml
    ");
}

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
      help: this one is `admin_pet`; rename one of them to choose yourself
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
    let refused = bundled(files, Names::Error);
    assert_snapshot!(refused, @"
    admin/models/pet.yaml:1:1: error[OAS137]: another schema that differs is called `pet`
      shop/models/pet.yaml:1:1: the other one
      help: rename one of them
    ");
}

#[test]
fn lists_of_parts_give_names_too() {
    assert_snapshot!(check("
        ==> api.yaml
        paths: { $ref: paths/index.yaml }
        components:
          schemas: { $ref: schemas/index.yaml }
          responses: { Gone: { $ref: responses.yaml#/gone } }
        ==> paths/index.yaml
        /a: { get: { responses: { '200': { $ref: ../parts.yaml#/Fine } } } }
        ==> parts.yaml
        Fine: { $ref: answers/200-ok.yaml }
        ==> answers/200-ok.yaml
        content: { a/b: { schema: { $ref: ../schemas/index.yaml#/User/properties/name } } }
        ==> schemas/index.yaml
        User: { $ref: ./user-model.yaml }
        ==> schemas/user-model.yaml
        properties: { name: { type: string }, of: { $ref: user-model.yaml } }
        ==> responses.yaml
        gone: { description: gone }
    "), @"
    paths:
      /a:
        get:
          responses:
            '200':
              $ref: '#/components/responses/Fine'
    components:
      schemas:
        User:
          properties:
            name:
              $ref: '#/components/schemas/name'
            of:
              $ref: '#/components/schemas/User'
        name:
          type: string
      responses:
        Gone:
          description: gone
        Fine:
          content:
            a/b:
              schema:
                $ref: '#/components/schemas/name'
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
      help: this one is `a_Own`; rename one of them to choose yourself
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
                    $ref: '#/components/schemas/a_Own'
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
        a_Own:
          type: integer
        Lifted:
          type: boolean
    x-shared:
      Lifted:
        type: boolean
    ");
}

#[test]
fn mappings_of_discriminators_follow_their_schemas() {
    assert_snapshot!(check("
        ==> api.yaml
        paths: {}
        components: { schemas: { Pet: { $ref: pet.yaml } } }
        ==> pet.yaml
        discriminator:
          propertyName: kind
          mapping: { cat: ./kinds/cat.yaml, dog: '#/$defs/Dog', fox: Fox, none: a/none }
        $defs: { Dog: { properties: { of: { $ref: '#' } } } }
        ==> kinds/cat.yaml
        allOf: [{ $ref: ../pet.yaml }]
    "), @"
    paths: {}
    components:
      schemas:
        Pet:
          discriminator:
            propertyName: kind
            mapping:
              cat: '#/components/schemas/cat'
              dog: '#/components/schemas/Dog'
              fox: Fox
              none: a/none
          $defs:
            Dog:
              $ref: '#/components/schemas/Dog'
        Dog:
          properties:
            of:
              $ref: '#/components/schemas/Pet'
        cat:
          allOf:
            - $ref: '#/components/schemas/Pet'
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
    loop.yaml:1:14: error[OAS135]: `loop.yaml#/get` leads to no end of references
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
fn a_document_in_one_file_is_left_alone() {
    assert_snapshot!(check("
        ==> api.yaml
        paths: { /a: { $ref: '#/x-a' } }
        x-a: { get: { responses: { '200': { $ref: '#/nowhere' } } } }
        x-b: { $ref: none.yaml }
    "), @"
    paths:
      /a:
        $ref: '#/x-a'
    x-a:
      get:
        responses:
          '200':
            $ref: '#/nowhere'
    x-b:
      $ref: none.yaml
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
fn entries_and_references_with_siblings_keep_them() {
    assert_snapshot!(check("
        ==> api.yaml
        paths:
          /a: { $ref: a.yaml, summary: mine }
        components:
          schemas: { $ref: list.yaml, Own: { type: string } }
          securitySchemes: { key: { $ref: key.json } }
        ==> a.yaml
        summary: theirs
        get:
          parameters: [{ $ref: 'list.yaml#/Limit', required: true }]
        ==> list.yaml
        Own: { type: integer }
        Limit: { description: a, $ref: limit.yaml }
        ==> limit.yaml
        in: query
        ==> key.json
        { type: http, scheme: basic }
    "), @"
    paths:
      /a:
        summary: mine
        get:
          parameters:
            - $ref: '#/components/parameters/Limit'
              required: true
    components:
      schemas:
        Own:
          type: string
        Limit:
          description: a
          $ref: '#/components/schemas/limit'
        limit:
          in: query
      securitySchemes:
        key:
          type: http
          scheme: basic
      parameters:
        Limit:
          description: a
          $ref: '#/components/parameters/limit'
        limit:
          in: query
    ");
}

#[test]
fn files_refer_to_each_other_in_circles() {
    assert_snapshot!(check("
        ==> api.yaml
        paths: { /a: { get: { responses: { '200': { content: { a/b: { schema: { $ref: a.yaml } } } } } } } }
        ==> a.yaml
        properties: { b: { $ref: b.yaml }, a: { $ref: a.yaml } }
        ==> b.yaml
        items: { $ref: a.yaml#/properties/b }
        properties: { a: { $ref: a.yaml } }
    "), @"
    paths:
      /a:
        get:
          responses:
            '200':
              content:
                a/b:
                  schema:
                    $ref: '#/components/schemas/a'
    components:
      schemas:
        a:
          properties:
            b:
              $ref: '#/components/schemas/b'
            a:
              $ref: '#/components/schemas/a'
        b:
          items:
            $ref: '#/components/schemas/b'
          properties:
            a:
              $ref: '#/components/schemas/a'
    ");
}
