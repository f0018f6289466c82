//! Clashes that the user decided: which part counts, what is renamed, and what follows the new name.

mod merging;

use oasmith_source::SourceMap;
use oasmith_spec::merge::{Choice, NameChoice, Policies, merge};
use oasmith_spec::{extract, parse, write};

fn check(policies: Policies, parts: &[(&str, &str)]) -> String {
    merging::check_named(parts, &policies)
}

fn components(choice: NameChoice) -> Policies {
    Policies {
        components: choice,
        ..Policies::default()
    }
}

fn operation_ids(choice: NameChoice) -> Policies {
    Policies {
        operation_ids: choice,
        ..Policies::default()
    }
}

#[test]
fn of_two_operations_the_first_or_the_last_counts() {
    let parts = [
        (
            "a.yaml",
            "{openapi: 3.1.0, paths: {/a: {get: {summary: one}, put: {}}}}",
        ),
        (
            "b.yaml",
            "{openapi: 3.1.0, paths: {/a: {get: {summary: two}}}}",
        ),
    ];
    let of = |operations| Policies {
        operations,
        ..Policies::default()
    };
    insta::assert_snapshot!(check(of(Choice::First), &parts), @"
    openapi: 3.1.0
    paths:
      /a:
        get:
          summary: one
        put: {}
    b.yaml:1:46: info[OAS101]: `GET /a` is described twice, and differs at `/summary`
      a.yaml:1:46: from this
      help: the first one counts
    ");
    insta::assert_snapshot!(check(of(Choice::Last), &parts), @"
    openapi: 3.1.0
    paths:
      /a:
        get:
          summary: two
        put: {}
    b.yaml:1:46: info[OAS101]: `GET /a` is described twice, and differs at `/summary`
      a.yaml:1:46: from this
      help: the last one counts
    ");
}

#[test]
fn of_two_tags_and_two_infos_the_last_counts() {
    let last = Policies {
        tags: Choice::Last,
        info: Choice::Last,
        ..Policies::default()
    };
    let parts = [
        (
            "a.yaml",
            "{openapi: 3.1.0, info: {title: A}, tags: [{name: x, description: a}, {name: y}]}",
        ),
        (
            "b.yaml",
            "{openapi: 3.1.0, info: {title: B}, tags: [{name: x, description: b}]}",
        ),
        (
            "c.yaml",
            "{openapi: 3.1.0, info: {title: B}, tags: [{name: x, description: b}]}",
        ),
    ];
    insta::assert_snapshot!(check(last, &parts), @"
    openapi: 3.1.0
    info:
      title: B
    tags:
      - name: x
        description: b
      - name: 'y'
    b.yaml:1:32: info[OAS103]: `info` is described twice, and differs at `/title`
      a.yaml:1:32: from this
      help: the last one counts
    b.yaml:1:66: info[OAS104]: tag `x` is described twice, and differs at `/description`
      a.yaml:1:66: from this
      help: the last one counts
    ");
}

#[test]
fn of_two_infos_neither_counts_when_the_policy_says_so() {
    let strict = Policies {
        info: Choice::Error,
        ..Policies::default()
    };
    let parts = [
        ("a.yaml", "{openapi: 3.1.0, x-team: cats}"),
        ("b.yaml", "{openapi: 3.1.0, x-team: dogs}"),
    ];
    insta::assert_snapshot!(check(strict, &parts), @"
    openapi: 3.1.0
    x-team: cats
    b.yaml:1:26: error[OAS103]: `x-team` is described twice, differently
      a.yaml:1:26: from this
      help: make them equal, or choose by `info` in `[merge.clashes]`
    ");
}

#[test]
fn of_two_components_the_last_counts_for_all_references() {
    let parts = [
        (
            "a.yaml",
            "{openapi: 3.1.0, components: {schemas: {Pet: {type: object}, Cat: {$ref: '#/components/schemas/Pet'}}}}",
        ),
        (
            "b.yaml",
            "{openapi: 3.1.0, components: {schemas: {Pet: {type: string}}}}",
        ),
    ];
    insta::assert_snapshot!(check(components(NameChoice::Last), &parts), @"
    openapi: 3.1.0
    components:
      schemas:
        Pet:
          type: string
        Cat:
          $ref: '#/components/schemas/Pet'
    b.yaml:1:53: info[OAS102]: `#/components/schemas/Pet` is described twice, and differs at `/type`
      a.yaml:1:53: from this
      help: the last one counts
    ");
}

#[test]
fn a_renamed_component_is_qualified_by_its_source_and_followed_by_what_names_it() {
    let parts = [
        ("a.yaml", "{openapi: 3.1.0, components: {schemas: {Cat: {type: object}, Dog: {}}}}"),
        ("billing.yaml", "
openapi: 3.1.0
components:
  schemas:
    Cat: {type: string}
    Dog: {}
    Named: {discriminator: {propertyName: t, mapping: {a: Cat, b: '#/components/schemas/Cat', c: Dog}, defaultMapping: Cat}}
    Implied: {oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}], discriminator: {propertyName: t}}
    Inside: {$ref: '#/components/schemas/Cat/properties/a~1b'}
    Data: {default: {$ref: '#/components/schemas/Cat'}, properties: {default: {$ref: '#/components/schemas/Cat'}}}
"),
    ];
    insta::assert_snapshot!(check(components(NameChoice::Rename), &parts), @"
    openapi: 3.1.0
    components:
      schemas:
        Cat:
          type: object
        Dog: {}
        BillingCat:
          type: string
        Named:
          discriminator:
            propertyName: t
            mapping:
              a: BillingCat
              b: '#/components/schemas/BillingCat'
              c: Dog
            defaultMapping: BillingCat
        Implied:
          oneOf:
            - $ref: '#/components/schemas/BillingCat'
            - $ref: '#/components/schemas/Dog'
          discriminator:
            propertyName: t
            mapping:
              Cat: '#/components/schemas/BillingCat'
        Inside:
          $ref: '#/components/schemas/BillingCat/properties/a~1b'
        Data:
          default:
            $ref: '#/components/schemas/Cat'
          properties:
            default:
              $ref: '#/components/schemas/BillingCat'
    billing.yaml:5:17: info[OAS102]: `#/components/schemas/Cat` is described twice, and differs at `/type`
      a.yaml:1:53: from this
      help: the second is called `BillingCat`
    ");
}

#[test]
fn what_refers_to_a_renamed_component_is_renamed_through_cycles_too() {
    let parts = [
        (
            "a.yaml",
            "{openapi: 3.1.0, components: {schemas: {Leaf: {type: string}, Tree: {items: {$ref: '#/components/schemas/Branch'}}, Branch: {anyOf: [{$ref: '#/components/schemas/Tree'}, {$ref: '#/components/schemas/Leaf'}]}, Same: {items: {$ref: '#/components/schemas/Same'}}}}}",
        ),
        (
            "old.yaml",
            "{openapi: 3.1.0, components: {schemas: {Leaf: {type: number}, Tree: {items: {$ref: '#/components/schemas/Branch'}}, Branch: {anyOf: [{$ref: '#/components/schemas/Tree'}, {$ref: '#/components/schemas/Leaf'}]}, Same: {items: {$ref: '#/components/schemas/Same'}}}}}",
        ),
    ];
    insta::assert_snapshot!(check(components(NameChoice::Rename), &parts), @"
    openapi: 3.1.0
    components:
      schemas:
        Leaf:
          type: string
        Tree:
          items:
            $ref: '#/components/schemas/Branch'
        Branch:
          anyOf:
            - $ref: '#/components/schemas/Tree'
            - $ref: '#/components/schemas/Leaf'
        Same:
          items:
            $ref: '#/components/schemas/Same'
        OldLeaf:
          type: number
        OldTree:
          items:
            $ref: '#/components/schemas/OldBranch'
        OldBranch:
          anyOf:
            - $ref: '#/components/schemas/OldTree'
            - $ref: '#/components/schemas/OldLeaf'
    old.yaml:1:54: info[OAS102]: `#/components/schemas/Leaf` is described twice, and differs at `/type`
      a.yaml:1:54: from this
      help: the second is called `OldLeaf`
    old.yaml:1:69: info[OAS102]: `#/components/schemas/Tree` is described twice, and refers to components that differ
      a.yaml:1:69: and here
      help: the second is called `OldTree`
    old.yaml:1:125: info[OAS102]: `#/components/schemas/Branch` is described twice, and refers to components that differ
      a.yaml:1:125: and here
      help: the second is called `OldBranch`
    ");
}

#[test]
fn a_hierarchy_is_kept_apart_with_the_values_that_mean_its_schemas() {
    let hierarchy = |cat: &str| {
        format!(
            "{{openapi: 3.1.0, components: {{schemas: {{Pet: {{discriminator: {{propertyName: t}}}}, Cat: {{allOf: [{{$ref: '#/components/schemas/Pet'}}], {cat}}}, Dog: {{allOf: [{{$ref: '#/components/schemas/Pet'}}]}}}}}}}}"
        )
    };
    let (one, other) = (hierarchy("title: a"), hierarchy("title: b"));
    let parts = [("a.yaml", &*one), ("zoo.yaml", &*other)];
    let shown = check(components(NameChoice::Rename), &parts);
    let (_, second) = shown.split_once("ZooPet").unwrap();
    insta::assert_snapshot!(second.split_once("zoo.yaml").unwrap().0, @"
    :
          discriminator:
            propertyName: t
            mapping:
              Cat: '#/components/schemas/ZooCat'
              Dog: '#/components/schemas/ZooDog'
        ZooCat:
          allOf:
            - $ref: '#/components/schemas/ZooPet'
          title: b
        ZooDog:
          allOf:
            - $ref: '#/components/schemas/ZooPet'
    ");
}

#[test]
fn three_sources_of_two_meanings_make_two_components() {
    let parts = [
        (
            "a.yaml",
            "{openapi: 3.1.0, components: {schemas: {pet_kind: {type: object}}}}",
        ),
        (
            "shop.yaml",
            "{openapi: 3.1.0, components: {schemas: {pet_kind: {type: string}}}, paths: {/b: {get: {x: {$ref: '#/components/schemas/pet_kind'}}}}}",
        ),
        (
            "zoo.yaml",
            "{openapi: 3.1.0, components: {schemas: {pet_kind: {type: string}}}, paths: {/c: {get: {x: {$ref: '#/components/schemas/pet_kind'}}}}}",
        ),
    ];
    insta::assert_snapshot!(check(components(NameChoice::Rename), &parts), @"
    openapi: 3.1.0
    components:
      schemas:
        pet_kind:
          type: object
        shop_pet_kind:
          type: string
    paths:
      /b:
        get:
          x:
            $ref: '#/components/schemas/shop_pet_kind'
      /c:
        get:
          x:
            $ref: '#/components/schemas/shop_pet_kind'
    shop.yaml:1:58: info[OAS102]: `#/components/schemas/pet_kind` is described twice, and differs at `/type`
      a.yaml:1:58: from this
      help: the second is called `shop_pet_kind`
    ");
}

#[test]
fn a_renamed_security_scheme_is_required_by_its_new_name() {
    let parts = [
        (
            "a.yaml",
            "{openapi: 3.1.0, security: [{key: []}], paths: {/a: {get: {}}}, components: {securitySchemes: {key: {type: apiKey, in: header, name: A}}}}",
        ),
        (
            "b.yaml",
            "{openapi: 3.1.0, security: [{key: []}], paths: {/b: {get: {}, put: {security: []}}}, components: {securitySchemes: {key: {type: apiKey, in: query, name: B}}}}",
        ),
    ];
    insta::assert_snapshot!(check(components(NameChoice::Rename), &parts), @"
    openapi: 3.1.0
    security:
      - key: []
    paths:
      /a:
        get: {}
      /b:
        get:
          security:
            - bKey: []
        put:
          security: []
    components:
      securitySchemes:
        key:
          type: apiKey
          in: header
          name: A
        bKey:
          type: apiKey
          in: query
          name: B
    b.yaml:1:141: info[OAS102]: `#/components/securitySchemes/key` is described twice, and differs at `/in`
      a.yaml:1:120: from this
      help: the second is called `bKey`
    ");
}

#[test]
fn documents_of_one_page_are_told_apart_by_their_headings() {
    let document = |kind: &str| {
        format!(
            "```yaml\nopenapi: 3.1.0\ncomponents: {{schemas: {{PetList: {{type: {kind}}}}}}}\n```\n"
        )
    };
    let [one, two, three] = ["array", "object", "string"].map(document);
    let page = format!("# Dogs\n{one}\n# Stray cats\n{two}\n# Birds\n{three}");
    let mut sources = SourceMap::default();
    let file = sources.add("pets.md", page);
    let (fragments, _) = extract::extract(&sources, file);
    let parts = fragments.iter();
    let parts = parts
        .filter_map(|it| parse::parse(&sources, it).0)
        .collect();
    let policies = components(NameChoice::Rename);
    let (merged, _) = merge(parts, &policies, &sources);
    insta::assert_snapshot!(write::yaml(&merged.unwrap()), @"
    openapi: 3.1.0
    components:
      schemas:
        PetList:
          type: array
        StrayCatsPetList:
          type: object
        BirdsPetList:
          type: string
    ");
}

#[test]
fn a_component_for_which_no_name_is_free_stays_a_clash() {
    let parts = [
        (
            "a.yaml",
            "{openapi: 3.1.0, components: {schemas: {Cat: {type: object}, BCat: {}}}}",
        ),
        (
            "b.yaml",
            "{openapi: 3.1.0, components: {schemas: {Cat: {type: string}}}}",
        ),
    ];
    insta::assert_snapshot!(check(components(NameChoice::Rename), &parts).split_once("b.yaml").unwrap().1, @"
    :1:53: error[OAS102]: `#/components/schemas/Cat` is described twice, and differs at `/type`
      a.yaml:1:53: from this
      help: rename one of the two: all names that its source suggests are taken
    ");
}

#[test]
fn an_operation_without_its_id_is_linked_by_reference() {
    let parts = [
        (
            "a.yaml",
            "{openapi: 3.1.0, paths: {/a: {get: {operationId: list}}}}",
        ),
        (
            "b.yaml",
            "{openapi: 3.1.0, paths: {'/b/{c}': {get: {operationId: list}, put: {responses: {'200': {links: {l: {operationId: list}}}}}}}}",
        ),
    ];
    insta::assert_snapshot!(check(operation_ids(NameChoice::First), &parts), @"
    openapi: 3.1.0
    paths:
      /a:
        get:
          operationId: list
      /b/{c}:
        get: {}
        put:
          responses:
            '200':
              links:
                l:
                  operationRef: '#/paths/~1b~1{c}/get'
    b.yaml:1:56: info[OAS105]: operation id `list` is used twice
      a.yaml:1:50: kept here
      help: this operation has none in the merged document
    ");
}

#[test]
fn a_renamed_operation_id_is_qualified_by_tag_path_or_source() {
    let parts = [
        ("a.yaml", "{openapi: 3.1.0, paths: {/a: {get: {operationId: list}}}}"),
        ("shop.yaml", "
openapi: 3.1.0
paths:
  /v2/pets/{id}: {get: {operationId: list}}
  /b: {get: {operationId: list, tags: [Dog food]}, put: {responses: {'200': {links: {l: {operationId: list}}}}}}
"),
        ("zoo.yaml", "{openapi: 3.1.0, paths: {/pets: {get: {operationId: list}, put: {responses: {'200': {links: {l: {operationId: list}}}}}}}}"),
    ];
    insta::assert_snapshot!(check(operation_ids(NameChoice::Rename), &parts), @"
    openapi: 3.1.0
    paths:
      /a:
        get:
          operationId: list
      /v2/pets/{id}:
        get:
          operationId: listPets
      /b:
        get:
          operationId: listDogFood
          tags:
            - Dog food
        put:
          responses:
            '200':
              links:
                l:
                  operationId: list
      /pets:
        get:
          operationId: listZoo
        put:
          responses:
            '200':
              links:
                l:
                  operationId: listZoo
    shop.yaml:4:38: info[OAS105]: operation id `list` is used twice
      a.yaml:1:50: kept here
      help: this operation is called `listPets`
    shop.yaml:5:27: info[OAS105]: operation id `list` is used twice
      a.yaml:1:50: kept here
      help: this operation is called `listDogFood`
    zoo.yaml:1:53: info[OAS105]: operation id `list` is used twice
      a.yaml:1:50: kept here
      help: this operation is called `listZoo`
    ");
}

/// The names of schemas and the ids of operations of sources that have an operation `getThing` and a schema `Thing` each.
fn things(sources: &[(&str, &str)]) -> String {
    let policies = Policies {
        info: Choice::First,
        operation_ids: NameChoice::Rename,
        ..components(NameChoice::Rename)
    };
    let text = |at: usize, title: &str| {
        format!(
            "{{openapi: 3.1.0, info: {{title: {title}}}, paths: {{/v{at}/things: {{get: {{operationId: getThing}}}}}}, components: {{schemas: {{Thing: {{maxLength: {at}}}}}}}}}"
        )
    };
    let texts = sources.iter().enumerate();
    let texts: Vec<String> = texts.map(|(at, it)| text(at, it.1)).collect();
    let parts: Vec<(&str, &str)> = sources
        .iter()
        .map(|it| it.0)
        .zip(texts.iter().map(String::as_str))
        .collect();
    let merged = check(policies, &parts);
    let words = merged
        .split([' ', '\n', ':'])
        .filter(|it| it.contains("Thing") && !it.contains('/'));
    let words = words.filter(|it| !it.contains('`') && !it.contains('#'));
    words.collect::<Vec<_>>().join(" ")
}

#[test]
fn a_name_after_a_clash_has_what_tells_its_source_from_the_others() {
    let folders = [
        ("billing/openapi.json", "API"),
        ("pets/openapi.json", "API"),
        ("users/swagger.json", "Users API"),
    ];
    insta::assert_snapshot!(things(&folders), @"getThing getThingPets getThingUsers Thing PetsThing UsersThing");
    // One more before them moves no name but that of the first.
    let more = [&[("accounts/openapi.json", "API")], &folders[..]].concat();
    insta::assert_snapshot!(things(&more), @"getThing getThingBilling getThingPets getThingUsers Thing BillingThing PetsThing UsersThing");
    insta::assert_snapshot!(things(&[("x/v1/openapi.json", "X"), ("x/v2/openapi.json", "X")]), @"getThing getThingV2 Thing V2Thing");
    insta::assert_snapshot!(things(&[("a/api.json", "Pets API"), ("a/openapi.json", "The Users API")]), @"getThing getThingUsers Thing UsersThing");
}

#[test]
fn one_operation_in_two_sources_claims_its_id_once() {
    let parts = [
        (
            "a.yaml",
            "{openapi: 3.1.0, paths: {/a: {get: {operationId: list}}}}",
        ),
        (
            "b.yaml",
            "{openapi: 3.1.0, paths: {/a: {get: {operationId: list}}}}",
        ),
    ];
    insta::assert_snapshot!(check(operation_ids(NameChoice::Rename), &parts), @"
    openapi: 3.1.0
    paths:
      /a:
        get:
          operationId: list
    ");
}

#[test]
fn an_anchor_of_two_sources_means_in_each_its_own() {
    let [a, b] = ["string", "boolean"].map(|it| {
        format!("{{openapi: 3.1.0, paths: {{/{it}: {{$ref: '#pet'}}}}, components: {{schemas: {{Pet: {{$anchor: pet, type: {it}}}}}}}}}")
    });
    let parts = [("a.yaml", &*a), ("b.yaml", &*b)];
    insta::assert_snapshot!(check(components(NameChoice::Rename), &parts), @"
    openapi: 3.1.0
    paths:
      /string:
        $ref: '#/components/schemas/Pet'
      /boolean:
        $ref: '#/components/schemas/BPet'
    components:
      schemas:
        Pet:
          $anchor: pet
          type: string
        BPet:
          $anchor: pet
          type: boolean
    b.yaml:1:102: info[OAS102]: `#/components/schemas/Pet` is described twice, and differs at `/type`
      a.yaml:1:101: from this
      help: the second is called `BPet`
    ");
}

#[test]
fn what_refers_into_a_path_of_two_sources_keeps_what_its_own_source_says_there() {
    let first = Policies {
        operations: Choice::First,
        ..Policies::default()
    };
    let a = "{openapi: 3.1.0, paths: {'/p/{id}': {parameters: [{name: id, in: path}, {name: f, in: query}], get: {responses: {'200': {description: one}}}}}}";
    let b = "{openapi: 3.1.0, paths: {'/p/{pid}': {parameters: [{name: pid, in: path}, {name: g, in: query}], get: {responses: {'200': {description: two}}}}, /q: {parameters: [{$ref: '#/paths/~1p~1{pid}/parameters/1'}], get: {responses: {'200': {$ref: '#/paths/~1p~1{pid}/get/responses/200'}}}}}}";
    insta::assert_snapshot!(check(first, &[("a.yaml", a), ("b.yaml", b)]), @"
    openapi: 3.1.0
    paths:
      /p/{id}:
        get:
          responses:
            '200':
              description: one
          parameters:
            - name: id
              in: path
            - name: f
              in: query
      /q:
        parameters:
          - name: g
            in: query
        get:
          responses:
            '200':
              description: two
    b.yaml:1:26: info[OAS108]: `/p/{pid}` is the same path as `/p/{id}`
      a.yaml:1:26: to these names
    b.yaml:1:137: info[OAS101]: `GET /p/{id}` is described twice, and differs at `/responses/200/description`
      a.yaml:1:135: from this
      help: the first one counts
    ");
}
