//! What a mock is made of. That it serves is for the judges, which build one.

use insta::assert_snapshot;

use crate::place::Place;

const PETS: &str = r##"
openapi: 3.1.0
info: { title: Pets, version: "1" }
paths:
  /pets/{id}:
    get:
      operationId: showPet
      parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
      responses:
        "200":
          description: a pet
          headers: { X-Age: { required: true, schema: { const: 3 } } }
          content:
            application/json:
              schema: { type: object, required: [born], properties: { born: { format: day, type: string } } }
              examples: { old: { value: { born: "1999-12-31" } }, wrong: { value: {} } }
        4XX: { description: no pet }
"##;

#[test]
fn answers_are_examples_first_and_valid_ones_only() {
    let settings = "[api]\nname = 'pets'\noutput = 'out'\nsources = ['pets.yaml']\n\
        [generate]\ntargets = ['mock']\n[generate.formats]\nday = 'date'\n";
    let place = Place::new(&[("oasmith.toml", settings), ("pets.yaml", PETS)]);
    let ran = place.run(&["generate", "."]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    let answers = place.text("out/mock.json");
    let answers: Vec<&str> = answers.split("},{").collect();
    // The two of each that are not random: the example and what stands for `4XX`; the random ones are as many.
    assert_snapshot!(answers[0].trim_start_matches("{\n"), @r#"  "GET /pets/{id}": [{"body":"{\"born\":\"1999-12-31\"}","declared":"200","headers":[["X-Age","3"]],"media":"application/json","name":"old","random":false,"status":200"#);
    assert!(!answers.iter().any(|it| it.contains("\"name\":\"wrong\"")));
    let random = answers.iter().filter(|it| it.contains("\"random\":true"));
    assert_eq!(random.count(), 8);
    assert!(place.text("out/Cargo.toml").contains("mock = [\"server\"]"));
    assert_eq!(place.run(&["generate", ".", "--check"]).code, 0);
}

#[test]
fn what_declares_errors_only_succeeds_with_nothing() {
    let pets = "openapi: 3.1.0\ninfo: { title: Pets, version: '1' }\npaths:\n  /p: { delete: { responses: { '404': { description: no } } } }\n";
    let settings = "[api]\noutput = 'out'\n[generate]\ntargets = ['mock']\n";
    let place = Place::new(&[("oasmith.toml", settings), ("pets.yaml", pets)]);
    let ran = place.run(&["generate", "."]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    let answers = place.text("out/mock.json");
    let first = r#""DELETE /p": [{"declared":"2XX","headers":[],"random":false,"status":200}"#;
    assert!(answers.contains(first), "{answers}");
}

#[test]
fn what_has_no_operations_is_not_served() {
    let sent = "{ post: { responses: { '204': { description: ok } } } }";
    for rest in ["paths: {}", &format!("webhooks: {{ born: {sent} }}")] {
        let document = format!("openapi: 3.1.0\ninfo: {{ title: x, version: x }}\n{rest}\n");
        let place = Place::new(&[("none.yaml", &document)]);
        let ran = place.run(&["mock", "none.yaml", "--folder", "out"]);
        assert_eq!(ran.code, 2);
        assert_eq!(
            ran.err,
            "error[OAS925]: there are no operations to answer\n\n1 error\n"
        );
        assert!(!place.has("out"));
    }
}

const STORE: &str = r##"
openapi: 3.1.0
info: { title: Store, version: "1" }
paths:
  /shelves/{shelf}/books:
    get:
      operationId: listBooks
      parameters: [{ $ref: "#/components/parameters/shelf" }, { name: limit, in: query, schema: { type: integer, default: 5 } }]
      responses: { "200": { description: books, content: { application/json: { schema: { type: array, items: { $ref: "#/components/schemas/Book" } } } } } }
    post:
      operationId: addBook
      parameters: [{ $ref: "#/components/parameters/shelf" }]
      requestBody:
        content: { application/json: { schema: { type: object, properties: { book: { $ref: "#/components/schemas/NewBook" } } } } }
      responses: { "201": { description: a book, content: { application/json: { schema: { $ref: "#/components/schemas/Book" } } } } }
  /shelves/{shelf}/books/{bookId}:
    parameters:
      - { $ref: "#/components/parameters/shelf" }
      - { name: bookId, in: path, required: true, schema: { type: string, format: uuid } }
    get:
      operationId: showBook
      responses: { "200": { description: a book, content: { application/json: { schema: { $ref: "#/components/schemas/Book" } } } } }
    delete: { operationId: dropBook, responses: { "204": { description: gone } } }
  /shelves/{shelf}:
    parameters: [{ $ref: "#/components/parameters/shelf" }]
    get: { operationId: showShelf, responses: { "200": { description: a shelf } } }
components:
  parameters:
    shelf: { name: shelf, in: path, required: true, schema: { type: integer } }
  schemas:
    Book:
      allOf: [{ $ref: "#/components/schemas/Title" }]
      type: object
      required: [id]
      properties:
        id: { type: string, format: uuid, readOnly: true }
        tags: { type: array, items: { type: string } }
        pages: { type: integer, minimum: 1 }
    NewBook:
      allOf: [{ $ref: "#/components/schemas/Title" }]
      properties:
        tags: { type: array, items: { allOf: [{ type: string }] } }
        pages: { type: integer }
        secret: { type: string }
    Title: { type: object, properties: { title: { type: string, default: none } } }
"##;

#[test]
fn what_paths_create_and_read_is_kept() {
    let settings = "[api]\nname = 'store'\noutput = 'out'\nsources = ['store.yaml']\n\
        [generate]\ntargets = ['mock']\n";
    let place = Place::new(&[("oasmith.toml", settings), ("store.yaml", STORE)]);
    let ran = place.run(&["generate", "."]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    let answers = place.text("out/mock.json");
    let roles = answers
        .lines()
        .skip(2)
        .take_while(|it| it.starts_with("    "));
    let roles: Vec<&str> = roles.map(str::trim).collect();
    // `pages` may be what no book has, and `secret` is none of its members.
    assert_snapshot!(roles.join("\n"), @r#"
    "POST /shelves/{shelf}/books": {"behind":0,"body_in":"book","carried":["tags","title"],"defaults":{"title":"none"},"does":"create","ids":"uuid","key":"id","optional":["tags","title"]},
    "GET /shelves/{shelf}/books": {"behind":0,"carried":["tags","title"],"does":"list","ids":"uuid","key":"id","list":{"item":{"id":"5139eefd-39a8-47ef-a39c-94468c1df5b2","pages":1,"tags":["string"],"title":"none"},"items":[],"size":"limit","usual":5},"optional":["tags","title"]},
    "GET /shelves/{shelf}/books/{bookId}": {"behind":1,"carried":["tags","title"],"does":"read","ids":"uuid","key":"id","optional":["tags","title"]},
    "DELETE /shelves/{shelf}/books/{bookId}": {"behind":1,"does":"destroy","ids":"uuid"}
    "#);
}
