//! Documents whose schemas have identifiers: references by them become pointers.

#[path = "bundle/files.rs"]
mod files;

use insta::assert_snapshot;

use files::check;

#[test]
fn a_reference_by_an_id_becomes_a_pointer() {
    assert_snapshot!(check("
        ==> api.yaml
        paths: { /pets: { parameters: [{ name: a, in: query, schema: { $ref: Pet } }] } }
        components:
          schemas:
            Pet: { $id: Pet, properties: { tag: { $ref: 'Tag#' }, name: { $ref: 'Tag#/properties/name' } } }
            Tag model: { $id: Tag, properties: { name: { $anchor: name, type: string } } }
            Named: { $ref: 'Tag#name' }
    "), @"
    api.yaml:4:12: info[OAS139]: `$id` is left out, and references to it are written as pointers
    paths:
      /pets:
        parameters:
          - name: a
            in: query
            schema:
              $ref: '#/components/schemas/Pet'
    components:
      schemas:
        Pet:
          properties:
            tag:
              $ref: '#/components/schemas/Tag%20model'
            name:
              $ref: '#/components/schemas/Tag%20model/properties/name'
        Tag model:
          properties:
            name:
              $anchor: name
              type: string
        Named:
          $ref: '#name'
    ");
}

#[test]
fn the_name_of_a_component_becomes_a_pointer() {
    assert_snapshot!(check("
        ==> api.yaml
        paths: { /pets: { get: { responses: { 200: { $ref: Pet }, 404: { $ref: Lost } } } } }
        components:
          schemas:
            Pet: { properties: { owner: { $ref: Owner }, tag: { $ref: '#/definitions/Tag' }, none: { $ref: None }, data: { example: { $ref: Tag } } } }
            Tag: { type: string }
            Owner: { $ref: Owner }
          responses: { Lost: { content: { a/b: { schema: { $ref: Tag } } } } }
        ==> Owner
        type: object
    "), @"
    api.yaml:1:72: warning[OAS130]: `Lost` points to nothing; the component of that name is taken
      help: write `#/components/responses/Lost`
    api.yaml:4:41: warning[OAS130]: `Owner` points to nothing; the component of that name is taken
      help: write `#/components/schemas/Owner`
    api.yaml:4:63: warning[OAS130]: `#/definitions/Tag` points to nothing; the component of that name is taken
      help: write `#/components/schemas/Tag`
    api.yaml:7:58: warning[OAS130]: `Tag` points to nothing; the component of that name is taken
      help: write `#/components/schemas/Tag`
    paths:
      /pets:
        get:
          responses:
            '200':
              $ref: Pet
            '404':
              $ref: '#/components/responses/Lost'
    components:
      schemas:
        Pet:
          properties:
            owner:
              $ref: '#/components/schemas/Owner'
            tag:
              $ref: '#/components/schemas/Tag'
            none:
              $ref: None
            data:
              example:
                $ref: Tag
        Tag:
          type: string
        Owner: |+
          type: object

      responses:
        Lost:
          content:
            a/b:
              schema:
                $ref: '#/components/schemas/Tag'
    ");
}

#[test]
fn pointers_of_swagger_stay_where_a_document_has_definitions() {
    assert_snapshot!(check("
        ==> api.yaml
        definitions: { Tag: { type: string } }
        components: { schemas: { Pet: { properties: { tag: { $ref: '#/definitions/Tag' } } }, Tag: { type: number } } }
    "), @"
    definitions:
      Tag:
        type: string
    components:
      schemas:
        Pet:
          properties:
            tag:
              $ref: '#/definitions/Tag'
        Tag:
          type: number
    ");
}

#[test]
fn a_dynamic_reference_that_can_lead_to_one_schema_becomes_a_pointer() {
    assert_snapshot!(check("
        ==> api.yaml
        paths: { /a: { get: { responses: { 200: { content: { a/b: { schema: { items: { $recursiveRef: '#' } } } } } } } } }
        components:
          schemas:
            Tree: { $dynamicAnchor: node, items: { $dynamicRef: '#node', title: T }, default: { $dynamicRef: '#node' } }
            Filter: { $recursiveAnchor: true, items: { oneOf: [{ $ref: '#/components/schemas/Tree' }, { $recursiveRef: '#' }] } }
            Plain: { items: { $dynamicRef: '#/components/schemas/Filter' } }
            Page: { items: { $dynamicRef: '#item' }, $defs: { item: { $dynamicAnchor: item, not: {} } } }
            Pages: { $ref: '#/components/schemas/Page', $defs: { item: { $dynamicAnchor: item } } }
            Nowhere: { $dynamicRef: '#nowhere' }
            Data: { example: { $recursiveRef: '#' } }
    "), @"
    paths:
      /a:
        get:
          responses:
            '200':
              content:
                a/b:
                  schema:
                    items:
                      $ref: '#/paths/~1a/get/responses/200/content/a~1b/schema'
    components:
      schemas:
        Tree:
          $dynamicAnchor: node
          items:
            $ref: '#/components/schemas/Tree'
            title: T
          default:
            $dynamicRef: '#node'
        Filter:
          $recursiveAnchor: true
          items:
            oneOf:
              - $ref: '#/components/schemas/Tree'
              - $ref: '#/components/schemas/Filter'
        Plain:
          items:
            $ref: '#/components/schemas/Filter'
        Page:
          items:
            $dynamicRef: '#item'
          $defs:
            item:
              $dynamicAnchor: item
              not: {}
        Pages:
          $ref: '#/components/schemas/Page'
          $defs:
            item:
              $dynamicAnchor: item
        Nowhere:
          $dynamicRef: '#nowhere'
        Data:
          example:
            $recursiveRef: '#'
    ");
}

#[test]
fn ids_are_relative_to_each_other() {
    assert_snapshot!(check("
        ==> api.yaml
        paths: {}
        components:
          schemas:
            Pet: { $id: https://example.com/a/pet, properties: { tag: { $ref: tag }, far: { $ref: ../b/tag } } }
            Tag: { $id: https://example.com/a/tag }
            Far: { $id: https://example.com/b/tag, $ref: https://example.com/a/pet }
    "), @"
    api.yaml:4:12: info[OAS139]: `$id` is left out, and references to it are written as pointers
    paths: {}
    components:
      schemas:
        Pet:
          properties:
            tag:
              $ref: '#/components/schemas/Tag'
            far:
              $ref: '#/components/schemas/Far'
        Tag: {}
        Far:
          $ref: '#/components/schemas/Pet'
    ");
}

#[test]
fn a_pointer_under_an_id_leads_into_its_schema_or_else_into_the_document() {
    assert_snapshot!(check("
        ==> api.yaml
        paths: {}
        components:
          schemas:
            Tree:
              $id: tree
              properties:
                left: { $ref: '#' }
                leaf: { $ref: '#/$defs/leaf' }
                pet: { $ref: '#/components/schemas/Pet' }
              $defs: { leaf: { type: string } }
            Pet: { type: object }
    "), @"
    api.yaml:5:7: info[OAS139]: `$id` is left out, and references to it are written as pointers
    paths: {}
    components:
      schemas:
        Tree:
          properties:
            left:
              $ref: '#/components/schemas/Tree'
            leaf:
              $ref: '#/components/schemas/Tree/$defs/leaf'
            pet:
              $ref: '#/components/schemas/Pet'
          $defs:
            leaf:
              type: string
        Pet:
          type: object
    ");
}

#[test]
fn a_document_may_be_named_by_its_self() {
    assert_snapshot!(check("
        ==> api.yaml
        $self: https://example.com/api
        paths: { /pets: { parameters: [{ $ref: 'https://example.com/api#/components/parameters/Limit' }] } }
        components: { parameters: { Limit: { name: limit, in: query, schema: { type: integer } } } }
    "), @"
    $self: https://example.com/api
    paths:
      /pets:
        parameters:
          - $ref: '#/components/parameters/Limit'
    components:
      parameters:
        Limit:
          name: limit
          in: query
          schema:
            type: integer
    ");
}

#[test]
fn what_only_looks_like_an_identifier_is_left_as_it_is() {
    assert_snapshot!(check("
        ==> api.yaml
        paths: {}
        components:
          schemas:
            Pet:
              $id: Pet
              properties: { $id: { type: string }, $ref: { type: string } }
              example: { $id: Tag, tag: { $ref: Pet } }
              const: { $id: Tag, tag: { $ref: Pet } }
            Tag: { $ref: '#/components/schemas/Pet' }
    "), @"
    paths: {}
    components:
      schemas:
        Pet:
          $id: Pet
          properties:
            $id:
              type: string
            $ref:
              type: string
          example:
            $id: Tag
            tag:
              $ref: Pet
          const:
            $id: Tag
            tag:
              $ref: Pet
        Tag:
          $ref: '#/components/schemas/Pet'
    ");
}
