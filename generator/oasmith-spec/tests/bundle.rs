//! Documents that are split over files: small ones, each with what becomes of it.

#[path = "bundle/files.rs"]
mod files;

use insta::assert_snapshot;

use files::check;

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
            title: T
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
fn a_schema_that_gets_another_name_is_mapped_by_that_of_its_author() {
    assert_snapshot!(check("
        ==> api.yaml
        paths:
          /a: { get: { requestBody: { content: { application/json: { schema: { $ref: pets.yaml#/Any } } } } } }
          /b: { get: { requestBody: { content: { application/json: { schema: { $ref: pets.yaml#/Pet } } } } } }
        components:
          schemas:
            Cat: { type: string }
        ==> pets.yaml
        Any:
          oneOf: [{ $ref: '#/Cat' }, { $ref: '#/Dog' }]
          discriminator: { propertyName: kind }
        Pet:
          discriminator: { propertyName: kind }
        Cat: { allOf: [{ $ref: '#/Pet' }] }
        Dog: { allOf: [{ $ref: '#/Pet' }] }
    "), @"
    pets.yaml:6:6: info[OAS137]: another schema that differs is called `Cat`
      api.yaml:6:10: the other one
      help: this one is `PetsCat`; rename one of them, or choose by `parts` in `[merge.clashes]`
    paths:
      /a:
        get:
          requestBody:
            content:
              application/json:
                schema:
                  $ref: '#/components/schemas/Any'
      /b:
        get:
          requestBody:
            content:
              application/json:
                schema:
                  $ref: '#/components/schemas/Pet'
    components:
      schemas:
        Cat:
          type: string
        Any:
          oneOf:
            - $ref: '#/components/schemas/PetsCat'
            - $ref: '#/components/schemas/Dog'
          discriminator:
            propertyName: kind
            mapping:
              Cat: '#/components/schemas/PetsCat'
        Pet:
          discriminator:
            propertyName: kind
            mapping:
              Cat: '#/components/schemas/PetsCat'
        PetsCat:
          allOf:
            - $ref: '#/components/schemas/Pet'
        Dog:
          allOf:
            - $ref: '#/components/schemas/Pet'
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
          defaultMapping: ./kinds/cat.yaml
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
            defaultMapping: '#/components/schemas/cat'
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

#[test]
fn files_of_two_versions_make_a_document_of_the_later_one() {
    assert_snapshot!(check("
        ==> api.yaml
        openapi: 3.0.3
        paths: {}
        components:
          schemas:
            Old: { type: string, nullable: true }
            New: { $ref: new.yaml#/components/schemas/New }
            Part: { $ref: part.yaml }
        ==> new.yaml
        openapi: 3.1.0
        components:
          schemas:
            New:
              type: [string, 'null']
              properties: { it: { $ref: '#/components/schemas/New', deprecated: true } }
        ==> part.yaml
        { minimum: 1, exclusiveMinimum: true }
    "), @"
    api.yaml:1:10: info[OAS154]: `api.yaml` is OpenAPI 3.0, and put together as 3.1.0
      new.yaml:1:10: the highest version
    openapi: 3.1.0
    paths: {}
    components:
      schemas:
        Old:
          type:
            - string
            - 'null'
        New:
          type:
            - string
            - 'null'
          properties:
            it:
              $ref: '#/components/schemas/New'
              deprecated: true
        Part:
          exclusiveMinimum: 1
    ");
}

#[test]
fn a_member_that_nobody_knows_leads_around_by_components() {
    assert_snapshot!(check("
        ==> api.yaml
        components: { schemas: { Pet: { $ref: pet.yaml } } }
        ==> pet.yaml
        properties: { parent: { $ref: pet.yaml } }
        Dog: { allOf: [{ $ref: pet.yaml }] }
    "), @"
    components:
      schemas:
        Pet:
          properties:
            parent:
              $ref: '#/components/schemas/Pet'
          Dog:
            allOf:
              - properties:
                  parent:
                    $ref: '#/components/schemas/Pet'
                Dog:
                  allOf:
                    - $ref: '#/components/schemas/Pet'
    ");
}

#[test]
fn a_link_to_an_operation_of_another_file_leads_to_where_it_stands_now() {
    assert_snapshot!(check("
        ==> api.yaml
        paths:
          /a:
            get:
              responses:
                '200':
                  links:
                    file: { operationRef: 'c.yaml#/paths/~1c~1%7Bid%7D/get' }
                    part: { $ref: 'parts.yaml#/link' }
                    none: { operationRef: 'c.yaml#/paths/~1d/get' }
                    lost: { operationRef: 'gone.yaml#/paths/~1d/get' }
                    far: { operationRef: 'https://example.com/api.yaml#/paths/~1d/get' }
          /b/{id}: { $ref: 'c.yaml#/paths/~1c~1%7Bid%7D' }
        ==> parts.yaml
        link: { operationRef: 'c.yaml#/paths/~1c~1%7Bid%7D/get' }
        ==> c.yaml
        paths:
          /c/{id}: { get: { responses: {} } }
          /d: { get: { responses: {} } }
    "), @"
    api.yaml:9:35: warning[OAS136]: this operation of another file is none of the document's, and stays as it is written
    api.yaml:10:35: warning[OAS136]: this operation of another file is none of the document's, and stays as it is written
    paths:
      /a:
        get:
          responses:
            '200':
              links:
                file:
                  operationRef: '#/paths/~1b~1%7Bid%7D/get'
                part:
                  $ref: '#/components/links/link'
                none:
                  operationRef: c.yaml#/paths/~1d/get
                lost:
                  operationRef: gone.yaml#/paths/~1d/get
                far:
                  operationRef: https://example.com/api.yaml#/paths/~1d/get
      /b/{id}:
        get:
          responses: {}
    components:
      links:
        link:
          operationRef: '#/paths/~1b~1%7Bid%7D/get'
    ");
}

#[test]
fn an_example_in_another_file_has_the_places_of_that_file() {
    assert_snapshot!(check("
        ==> api.yaml
        paths: { /a: { $ref: parts.yaml#/item } }
        info: { title: T }
        components: { schemas: { A: { example: { $ref: '#/info' } } } }
        ==> parts.yaml
        item:
          x-own: { $ref: '#/own' }
          x-root: { $ref: '#/info' }
          parameters:
            - { name: a, in: query, example: { $ref: '#/own' } }
            - { name: b, in: query, example: { a: { $ref: '#/own' } } }
            - { name: c, in: query, example: { $ref: '#/none' } }
        own: { id: 1 }
    "), @"
    paths:
      /a:
        x-own:
          id: 1
        x-root:
          $ref: '#/info'
        parameters:
          - name: a
            in: query
            example:
              id: 1
          - name: b
            in: query
            example:
              a:
                $ref: '#/own'
          - name: c
            in: query
            example:
              $ref: '#/none'
    info:
      title: T
    components:
      schemas:
        A:
          example:
            $ref: '#/info'
    ");
}

#[test]
fn a_name_in_a_mapping_is_a_schema_of_its_own_file() {
    assert_snapshot!(check("
        ==> api.yaml
        paths: { /zoo: { $ref: 'zoo.yaml#/paths/~1zoo' } }
        components: { schemas: { Cat: { title: ours }, Fox: {} } }
        ==> zoo.yaml
        paths:
          /zoo:
            get:
              requestBody: { content: { a/b: { schema: { $ref: '#/components/schemas/Zoo' } } } }
        components:
          schemas:
            Zoo:
              oneOf: [{ $ref: '#/components/schemas/Cat' }]
              discriminator: { propertyName: kind, mapping: { c: Cat, d: Dog, f: Fox } }
            Cat: { title: theirs }
            Dog: { title: only mapped }
    "), @"
    zoo.yaml:10:10: info[OAS137]: another schema that differs is called `Cat`
      api.yaml:2:31: the other one
      help: this one is `ZooCat`; rename one of them, or choose by `parts` in `[merge.clashes]`
    paths:
      /zoo:
        get:
          requestBody:
            content:
              a/b:
                schema:
                  $ref: '#/components/schemas/Zoo'
    components:
      schemas:
        Cat:
          title: ours
        Fox: {}
        Zoo:
          oneOf:
            - $ref: '#/components/schemas/ZooCat'
          discriminator:
            propertyName: kind
            mapping:
              c: '#/components/schemas/ZooCat'
              d: '#/components/schemas/Dog'
              f: Fox
        ZooCat:
          title: theirs
        Dog:
          title: only mapped
    ");
}
