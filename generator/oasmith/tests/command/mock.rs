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
fn what_has_no_operations_is_not_served() {
    let place = Place::new(&[(
        "none.yaml",
        "openapi: 3.1.0\ninfo: { title: x, version: x }\npaths: {}\n",
    )]);
    let ran = place.run(&["mock", "none.yaml", "--folder", "out"]);
    assert_eq!(ran.code, 2);
    assert_snapshot!(ran.err, @"
    error[OAS925]: there are no operations to answer

    1 error
    ");
    assert!(!place.has("out"));
}
