//! `merge --dereference`

use insta::assert_snapshot;

use crate::place::Place;

#[test]
fn references_become_copies_and_cycles_stay() {
    let place = Place::new(&[(
        "pets.yaml",
        "\
openapi: 3.1.0
info: { title: Pets, version: '1' }
paths:
  /pets:
    get:
      responses:
        '200':
          description: all
          content:
            application/json:
              schema:
                properties:
                  name: { $ref: '#/components/schemas/Name', description: its name }
                  tree: { $ref: '#/components/schemas/Tree' }
components:
  schemas:
    Name: { type: string }
    Tree: { properties: { next: { $ref: '#/components/schemas/Tree' } } }
",
    )]);
    let ran = place.run(&["merge", "pets.yaml", "--dereference", "--no-origins"]);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    assert_snapshot!(ran.out, @"
    openapi: 3.1.0
    info:
      title: Pets
      version: '1'
    paths:
      /pets:
        get:
          responses:
            '200':
              description: all
              content:
                application/json:
                  schema:
                    properties:
                      name:
                        allOf:
                          - type: string
                        description: its name
                      tree:
                        $ref: '#/components/schemas/Tree'
    components:
      schemas:
        Tree:
          properties:
            next:
              $ref: '#/components/schemas/Tree'
    ");
}
