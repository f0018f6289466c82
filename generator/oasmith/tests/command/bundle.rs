//! Documents that are split over files.

use insta::assert_snapshot;

use crate::place::Place;

const STORE: &str = "\
openapi: 3.1.0
info: { title: Store, version: '1' }
paths:
  /pets: { $ref: paths/pets.yaml }
";
const PETS: &str = "\
get:
  responses:
    '200':
      description: all
      content: { application/json: { schema: { $ref: ../../shared/pet.json } } }
";
const PET: &str = r##"{ "type": "object", "properties": { "parent": { "$ref": "#" } } }"##;

fn store() -> Place {
    Place::new(&[
        ("api/store.yaml", STORE),
        ("api/paths/pets.yaml", PETS),
        ("shared/pet.json", PET),
    ])
}

#[test]
fn files_above_the_document_are_read_when_the_root_says_so() {
    let place = store();
    let ran = place.run(&["merge", "api/store.yaml", "-o", "out.yaml"]);
    assert_eq!((ran.code, ran.out.as_str()), (2, ""));
    assert!(!place.has("out.yaml"));
    assert_snapshot!(ran.err, @"
    error[OAS132]: `../../shared/pet.json` is outside of the folder of the document
     --> api/paths/pets.yaml:5:54
      |
    5 |       content: { application/json: { schema: { $ref: ../../shared/pet.json } } }
      |                                                      ^^^^^^^^^^^^^^^^^^^^^
      |
      = help: give the folder that it may lead to with `--root`

    1 error
    ");

    let ran = place.run(&["merge", "api/store.yaml", "--root", "."]);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    assert_snapshot!(ran.out, @"
    openapi: 3.1.0
    info:
      title: Store
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
                    $ref: '#/components/schemas/pet'
          x-oasmith-source: paths/pets.yaml:1
    components:
      schemas:
        pet:
          type: object
          properties:
            parent:
              $ref: '#/components/schemas/pet'
    ");
    let ran = place.run(&["generate", "api/store.yaml", "--root", ".", "-o", "out"]);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    let ran = place.run(&["merge", "api/store.yaml", "--root", "nowhere"]);
    assert_eq!(ran.code, 2);

    // A root that does not hold what is referred to is no root for it.
    let ran = place.run_in("api", &["merge", "store.yaml", "--root", "paths"]);
    assert_eq!(ran.code, 2);
    let ran = place.run_in("api/paths", &["merge", "../store.yaml", "--root", "../.."]);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
}

#[test]
fn the_configuration_widens_the_root_and_its_sources_may_match_parts() {
    let place = store();
    place.put(
        "api/oasmith.toml",
        "[api]\nsources = ['**/*.yaml']\nroot = '..'\n",
    );
    let ran = place.run(&["merge", "api", "--no-recover"]);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    place.put("api/oasmith.toml", "[api]\nroot = '..'\n");
    assert_eq!(place.run(&["merge", "api", "--no-recover"]).out, ran.out);

    place.put("api/oasmith.toml", "[api]\nsources = ['**/*.yaml']\n");
    let ran = place.run(&["merge", "api"]);
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("set `root` under `[api]`"), "{}", ran.err);

    // What nobody refers to is no part.
    place.put(
        "api/oasmith.toml",
        "[api]\nsources = ['**/*.yaml']\nroot = '..'\n",
    );
    place.put("api/paths/cats.yaml", "get: {}\n");
    let ran = place.run(&["merge", "api"]);
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("OAS030") && ran.err.contains("api/paths/cats.yaml"));
}

#[test]
fn files_that_cannot_be_read_are_refused_where_they_are_referred_to() {
    let place = Place::new(&[
        (
            "store.yaml",
            "openapi: 3.1.0\ninfo: { title: Store, version: '1' }\npaths:\n  /a: { $ref: none.yaml }\n  \
             /b: { $ref: broken.yaml }\n  /c: { $ref: '%2e%2e/secret.yaml' }\n  /d: { $ref: link.yaml }\n  \
             /e: { $ref: folder }\n  \
             /f: { $ref: Broken.yml }\n",
        ),
        ("broken.yaml", "get: [\n"),
    ]);
    place.put("folder/x", "");
    #[cfg(unix)]
    std::os::unix::fs::symlink("/etc/passwd", place.path("link.yaml")).unwrap();
    let ran = place.run(&[
        "merge",
        "store.yaml",
        "-o",
        "out.yaml",
        "--message-format",
        "concise",
    ]);
    assert_eq!(ran.code, 2);
    assert!(!place.has("out.yaml"));
    assert_snapshot!(ran.err, @"
    store.yaml:4:15: error[OAS001]: `none.yaml` does not exist
    broken.yaml:2:1: error[OAS021]: while parsing a node, did not find expected node content
    store.yaml:6:15: error[OAS132]: `%2e%2e/secret.yaml` is outside of the folder of the document
    store.yaml:7:15: error[OAS132]: `link.yaml` is outside of the folder of the document
    store.yaml:8:15: error[OAS002]: `folder` cannot be read: it is not a file
    store.yaml:9:15: error[OAS001]: `Broken.yml` does not exist
    ");
}

#[test]
fn parts_are_sources_that_are_not_written_over() {
    let place = store();
    let args = [
        "merge",
        "api/store.yaml",
        "--root",
        ".",
        "-o",
        "shared/pet.json",
    ];
    let ran = place.run(&args);
    assert_eq!(ran.code, 2);
    assert_eq!(place.text("shared/pet.json"), PET);
}

#[test]
fn code_samples_come_along_and_hidden_files_do_not() {
    let place = Place::new(&[
        (
            "store.yaml",
            "openapi: 3.1.0\ninfo: { title: Store, version: '1' }\npaths: {}\n\
             x-code: [{ source: { $ref: get.cs } }, { $ref: .env }, { $ref: ../x }]\n",
        ),
        (
            "shop.yaml",
            "openapi: 3.1.0\ninfo: { title: Store, version: '1', description: { $ref: .env } }\npaths: {}\n",
        ),
        ("get.cs", "Get();"),
        (".env", "SECRET=1"),
    ]);
    let ran = place.run(&["dump", "store.yaml", "--after", "bundle"]);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    assert_snapshot!(ran.out, @"
    --- # store.yaml:1:1
    openapi: 3.1.0
    info:
      title: Store
      version: '1'
    paths: {}
    x-code:
      - source: Get();
      - $ref: '.env'
      - $ref: '../x'
    ");
    let ran = place.run(&["merge", "shop.yaml", "--message-format", "concise"]);
    assert_snapshot!(ran.err, @"shop.yaml:2:58: error[OAS002]: `.env` is hidden");
}

#[test]
fn documents_that_share_a_part_share_its_component() {
    let dogs = STORE.replace("/pets:", "/dogs:");
    let place = store();
    place.put("api/dogs.yaml", &dogs);
    place.put("api/oasmith.toml", "[api]\nroot = '..'\n");
    let ran = place.run(&["merge", "api", "--no-recover", "--no-origins"]);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    assert_eq!(ran.out.matches("#/components/schemas/pet'").count(), 3);
    assert_eq!(ran.out.matches("    pet:\n").count(), 1);
}

#[test]
fn documents_that_share_a_part_have_of_it_what_one_document_would_have() {
    const LIB: &str = "\
components:
  schemas:
    User: { properties: { list: { type: array, items: { properties: { q: { type: string } } } } } }
    Admin: { properties: { it: { $ref: '#/components/schemas/User/properties/list/items' } } }
";
    let document = |id: &str, schema: &str| {
        format!(
            "openapi: 3.0.3\ninfo: {{ title: A, version: '1' }}\npaths:\n  /{id}: {{ get: {{ responses: {{ '200': {{ \
             description: ok, content: {{ a/b: {{ schema: {{ $ref: 'lib.yaml#/components/schemas/{schema}' }} }} }} }} }} }} }}\n"
        )
    };
    let place = Place::new(&[("api/lib.yaml", LIB)]);
    place.put("api/a.yaml", document("a", "User"));
    place.put("api/b.yaml", document("b", "Admin"));
    place.put(
        "api/oasmith.toml",
        "[api]\nsources = ['a.yaml', 'b.yaml']\n",
    );
    let ran = place.run(&["merge", "api", "--no-recover", "--no-origins"]);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    assert_snapshot!(ran.out.split_once("components:\n").unwrap().1, @"
    schemas:
      User:
        properties:
          list:
            type: array
            items:
              $ref: '#/components/schemas/list'
      Admin:
        properties:
          it:
            $ref: '#/components/schemas/list'
      list:
        properties:
          q:
            type: string
    ");
}

#[test]
fn what_one_source_refers_to_in_another_is_there_once() {
    const A: &str = "\
openapi: 3.1.0
info: { title: Shop, version: '1' }
paths:
  /a: { get: { responses: { '200': { $ref: 'b.yaml#/components/responses/Bill' } } } }
  /b: { get: { responses: { '200': { $ref: 'shared.yaml#/None' } } } }
components: { responses: { None: { description: d } }, schemas: { Id: { type: integer } } }
";
    const B: &str = "\
openapi: 3.1.0
info: { title: Shop, version: '1' }
paths:
  /c: { get: { responses: { '200': { $ref: 'shared.yaml#/None' } } } }
components:
  responses:
    Bill: { description: d, content: { a/b: { schema: { $ref: '#/components/schemas/Id' } } } }
  schemas: { Id: { type: string } }
";
    let place = Place::new(&[
        ("a.yaml", A),
        ("b.yaml", B),
        ("shared.yaml", "None: { description: none }\n"),
    ]);
    let merged = |sources: &str, policy: &str| {
        let clashes = format!("[merge.clashes]\ncomponents = '{policy}'\nparts = 'rename'\n");
        place.put(
            "oasmith.toml",
            format!("[api]\nsources = [{sources}]\n{clashes}"),
        );
        place.run(&["merge", ".", "--no-recover", "--message-format", "concise"])
    };
    let ran = merged("'a.yaml', 'b.yaml'", "rename");
    assert_snapshot!(ran.out.split_once("components:").unwrap().1, @"
    responses:
      None:
        description: d
      SharedNone:
        description: none
      Bill:
        description: d
        content:
          a/b:
            schema:
              $ref: '#/components/schemas/BId'
    schemas:
      Id:
        type: integer
      BId:
        type: string
    ");
    assert_snapshot!(ran.err, @"
    shared.yaml:1:7: info[OAS137]: another response that differs is called `None`
    b.yaml:8:26: info[OAS102]: `#/components/schemas/Id` is described twice, and differs at `/type`
    ");
    // Whether it clashes with another of its name is told once, as of any two sources.
    let ran = merged("'a.yaml', 'b.yaml'", "error");
    assert_eq!(ran.code, 2);
    assert_snapshot!(ran.err, @"
    shared.yaml:1:7: info[OAS137]: another response that differs is called `None`
    b.yaml:8:26: error[OAS102]: `#/components/schemas/Id` is described twice, and differs at `/type`
    ");
    let ran = merged("'b.yaml', 'a.yaml'", "last");
    assert_snapshot!(ran.out.split_once("components:").unwrap().1, @"
    responses:
      Bill:
        description: d
        content:
          a/b:
            schema:
              $ref: '#/components/schemas/Id'
      None:
        description: d
      SharedNone:
        description: none
    schemas:
      Id:
        type: integer
    ");
}

#[test]
fn what_stands_inside_of_another_sources_component_is_referred_to_there() {
    const A: &str = "\
openapi: 3.1.0
info: { title: Shop, version: '1' }
paths:
  /a: { get: { responses: { '200': { description: d, content: { a/b: { schema: { $ref: '#/components/schemas/Pet' } } } } } } }
components:
  schemas:
    Pet:
      properties:
        label: { $ref: 'b.yaml#/components/schemas/Pet/properties/tag/properties/label' }
        chosen:
          discriminator: { propertyName: kind }
          oneOf: [{ $ref: 'b.yaml#/components/schemas/Pet/properties/cat' }]
";
    const B: &str = "\
openapi: 3.1.0
info: { title: Shop, version: '1' }
paths: {}
components:
  schemas:
    Pet:
      properties:
        tag: { properties: { label: { type: string, maxLength: 3 } } }
        cat: { properties: { kind: { type: string } } }
";
    let place = Place::new(&[("a.yaml", A), ("b.yaml", B)]);
    let configuration =
        "[api]\nsources = ['a.yaml', 'b.yaml']\n[merge.clashes]\ncomponents = 'rename'\n";
    place.put("oasmith.toml", configuration);
    let ran = place.run(&["merge", ".", "--no-recover", "--no-origins"]);
    assert_snapshot!(ran.out.split_once("components:").unwrap().1, @"
    schemas:
      Pet:
        properties:
          label:
            $ref: '#/components/schemas/BPet/properties/tag/properties/label'
          chosen:
            discriminator:
              propertyName: kind
            oneOf:
              - $ref: '#/components/schemas/cat'
      cat:
        properties:
          kind:
            type: string
      BPet:
        properties:
          tag:
            properties:
              label:
                type: string
                maxLength: 3
          cat:
            properties:
              kind:
                type: string
    ");
    // Where another `Pet` counts, there is nothing to refer into.
    place.put("oasmith.toml", configuration.replace("rename", "first"));
    let ran = place.run(&["merge", ".", "--no-recover", "--no-origins"]);
    assert_snapshot!(ran.out.split_once("components:").unwrap().1, @"
    schemas:
      Pet:
        properties:
          label:
            $ref: '#/components/schemas/label'
          chosen:
            discriminator:
              propertyName: kind
            oneOf:
              - $ref: '#/components/schemas/cat'
      label:
        type: string
        maxLength: 3
      cat:
        properties:
          kind:
            type: string
    ");
}

#[test]
fn what_a_component_in_another_file_refers_to_in_itself_is_a_component() {
    const DOCUMENT: &str = "\
openapi: 3.1.0
info: { title: Shop, version: '1' }
paths:
  /a: { get: { responses: { '200': { description: d, content: { a/b: { schema: { $ref: User.yaml } } } } } } }
components: { schemas: { User: { $ref: User.yaml } } }
";
    const USER: &str = "\
x-home: { $ref: 'User.yaml#/$defs/Address' }
properties:
  home: { $ref: '#/$defs/Address' }
  work: { properties: { up: { $ref: '#/properties/work' } } }
$defs:
  Address: { properties: { street: { type: string } } }
";
    const MERGED: &str = "
  schemas:
    User:
      x-home:
        properties:
          street:
            type: string
      properties:
        home:
          $ref: '#/components/schemas/Address'
        work:
          $ref: '#/components/schemas/work'
      $defs:
        Address:
          $ref: '#/components/schemas/Address'
    Address:
      properties:
        street:
          type: string
    work:
      properties:
        up:
          $ref: '#/components/schemas/work'
";
    let place = Place::new(&[("a.yaml", DOCUMENT), ("User.yaml", USER)]);
    let ran = place.run(&["merge", "a.yaml", "--no-recover", "--no-origins"]);
    assert_eq!(ran.out.split_once("components:").unwrap().1, MERGED);
    place.put("b.yaml", DOCUMENT.replace("/a:", "/b:"));
    place.put("oasmith.toml", "[api]\nsources = ['a.yaml', 'b.yaml']\n");
    let ran = place.run(&["merge", ".", "--no-recover", "--no-origins"]);
    assert_eq!(ran.out.split_once("components:").unwrap().1, MERGED);
}

#[test]
fn what_stands_inside_of_another_sources_operation_is_named_as_in_one_document() {
    const USERS: &str = "\
openapi: 3.1.0
info: { title: Shop, version: '1' }
paths:
  /page: { get: { operationId: getPage, responses: { '200': { description: d, content: { application/json: { schema:
    { properties: { user: { properties: { id: {}, name: {} } }, tags: { items: { properties: { tag: {} } } } } } } } } } } }
  '/users/{id}': { get: { operationId: getUser, parameters: [{ name: id, in: path, required: true, schema: {} }],
    responses: { '200': { description: d, content: { application/json: { schema: { properties: { id: {}, name: {} } } } } } } } }
";
    const SHOPS: &str = "\
openapi: 3.1.0
info: { title: Shop, version: '1' }
paths:
  /owner: { get: { operationId: getOwner, responses: { '200': { description: d, content: { application/json: { schema: { $ref: 'USER' } } } } } } }
  /tags: { put: { operationId: putTag, requestBody: { content: { application/json: { schema: { $ref: 'TAG' } } } }, responses: { '204': { description: d } } } }
";
    let page = "#/paths/~1page/get/responses/200/content/application~1json/schema/properties";
    let shops = |file: &str| {
        let text = SHOPS.replace("USER", &format!("{file}{page}/user"));
        text.replace("TAG", &format!("{file}{page}/tags/items"))
    };
    let names = |files: &[(&str, &str)]| {
        let place = Place::new(files);
        let names = files.iter().map(|it| format!("'{}'", it.0));
        let names: Vec<String> = names.collect();
        place.put(
            "oasmith.toml",
            format!("[api]\nsources = [{}]\n", names.join(", ")),
        );
        let ran = place.run(&["merge", ".", "--no-origins"]);
        assert_eq!(ran.err, "");
        let schemas = ran.out.split_once("schemas:").unwrap().1;
        let names = schemas
            .lines()
            .filter(|it| it.starts_with("    ") && !it[4..].starts_with(' '));
        names.map(|it| it.trim().to_owned()).collect::<Vec<_>>()
    };
    let paths = shops("").split_once("paths:\n").unwrap().1.to_owned();
    let in_one = names(&[("a.yaml", &(USERS.to_owned() + &paths))]);
    assert_eq!(in_one, ["Page:", "User:", "PutTagRequest:"]);
    assert_eq!(
        names(&[("a.yaml", USERS), ("b.yaml", &shops("a.yaml"))]),
        in_one
    );
    // Two sources call two things by one word, which nobody wrote as a name.
    let other = SHOPS
        .replace("/owner", "/front")
        .replace("getOwner", "getFront")
        .replace("putTag", "putWord");
    let other = other.replace("/tags:", "/words:").replace("TAG", "USER");
    let other = other.replace(
        "USER",
        &format!(
            "b.yaml{}",
            "#/paths/~1owner/get/responses/200/content/application~1json/schema"
        ),
    );
    assert_eq!(
        names(&[
            ("a.yaml", USERS),
            ("b.yaml", &shops("a.yaml")),
            ("c.yaml", &other)
        ])
        .len(),
        3
    );
}
