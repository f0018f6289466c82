//! Members that are boxed.

use super::{answering, check};
use insta::assert_snapshot;

#[test]
fn a_component_keeps_its_name_and_a_recursion_is_boxed() {
    let document = answering("{ $ref: '#/components/schemas/tree_node' }")
        + r"
components:
  schemas:
    tree_node:
      type: object
      properties:
        left: { $ref: '#/components/schemas/tree_node' }
        children: { type: array, items: { $ref: '#/components/schemas/tree_node' } }
        colour: { $ref: '#/components/schemas/Colour' }
    Colour: { type: string, enum: [red] }
    Unused: { type: object, properties: { x: {} } }
";
    assert_snapshot!(check(&document), @r#"
    struct TreeNode in tree_node [answered checked]
      left: Box<TreeNode>?
      children: [TreeNode]?
      colour: Colour?
    enum Colour in colour [answered checked] Red="red"
    trait DefaultApi in default
      show GET /p (show)
        -> 200 application/json TreeNode
    "#);
}

#[test]
fn a_map_of_itself_has_a_type_of_its_own() {
    let document = answering("{ $ref: '#/components/schemas/Tree' }")
        + r"
components:
  schemas:
    Tree: { type: object, additionalProperties: { type: array, items: { $ref: '#/components/schemas/Tree' } } }
";
    assert_snapshot!(check(&document), @"
    struct Tree in tree [answered]
      ..: [Tree]
    trait DefaultApi in default
      show GET /p (show)
        -> 200 application/json Tree
    ");
}

#[test]
fn a_list_of_itself_has_a_type_of_its_own() {
    let document = answering("{ $ref: '#/components/schemas/Tree' }")
        + r"
components:
  schemas:
    Tree: { type: array, maxItems: 2, items: { type: array, items: { $ref: '#/components/schemas/Tree' } } }
";
    assert_snapshot!(check(&document), @"
    union Tree in tree [answered checked]
      List([[Tree]]) List max_items=2
    trait DefaultApi in default
      show GET /p (show)
        -> 200 application/json Tree
    ");
}

#[test]
fn what_is_large_is_boxed_where_it_would_stand_in_the_place_of_a_member() {
    let texts = (0..45).map(|at| format!("        text_{at}: {{ type: string }}\n"));
    let document = answering("{ $ref: '#/components/schemas/Holder' }")
        + r"
components:
  schemas:
    Holder:
      type: object
      required: [one]
      properties:
        one: { $ref: '#/components/schemas/Large' }
        other: { $ref: '#/components/schemas/Large' }
        many: { type: array, items: { $ref: '#/components/schemas/Large' } }
        small: { $ref: '#/components/schemas/Small' }
    Small: { type: object, properties: { large: { $ref: '#/components/schemas/Large' } } }
    Large:
      type: object
      properties:
" + &texts.collect::<String>();
    let boxed = check(&document);
    let boxed: Vec<&str> = boxed
        .lines()
        .take_while(|it| !it.contains("Large in"))
        .collect();
    assert_snapshot!(boxed.join("\n"), @"
    struct Holder in holder [answered]
      one: Box<Large>
      other: Box<Large>?
      many: [Large]?
      small: Small?
    ");
}
