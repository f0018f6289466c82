//! Paths that differ only in the names of their parameters.

mod merging;

use oasmith_spec::merge::{Choice, Policies};

fn check(parts: &[(&str, &str)]) -> String {
    merging::check_named(parts, &Policies::default())
}

#[test]
fn parameters_get_the_names_of_the_first_source_wherever_they_are_declared() {
    insta::assert_snapshot!(check(&[
        ("a.yaml", "{openapi: 3.1.0, paths: {'/pets/{id}': {get: {}}}}"),
        ("b.yaml", "
openapi: 3.1.0
paths:
  /pets/{petId}:
    parameters: [{$ref: '#/components/parameters/petId'}]
    put: {parameters: [{name: petId, in: path, required: true}, {name: petId, in: query}, {$ref: '#/components/parameters/page'}]}
  /other/{petId}: {parameters: [{$ref: '#/components/parameters/petId'}]}
components:
  parameters:
    petId: {name: petId, in: path, required: true}
    page: {name: page, in: query}
"),
    ]), @"
    openapi: 3.1.0
    paths:
      /pets/{id}:
        get: {}
        put:
          parameters:
            - name: id
              in: path
              required: true
            - name: petId
              in: query
            - $ref: '#/components/parameters/page'
      /other/{petId}:
        parameters:
          - $ref: '#/components/parameters/petId'
    components:
      parameters:
        petId:
          name: petId
          in: path
          required: true
        page:
          name: page
          in: query
    b.yaml:4:3: info[OAS108]: `/pets/{petId}` is the same path as `/pets/{id}`
      a.yaml:1:26: to these names
    ");
}

#[test]
fn expressions_and_links_follow() {
    insta::assert_snapshot!(check(&[
        ("a.yaml", "{openapi: 3.1.0, paths: {'/pets/{id}/{at}': {get: {}}}}"),
        ("b.yaml", "
openapi: 3.1.0
paths:
  /pets/{at}/{petId}:
    put:
      operationId: put
      callbacks: {done: {'http://x/{$request.path.at}?p={$request.path.petId}': {post: {}}}}
      responses:
        '200':
          links:
            self: {operationId: put, parameters: {path.at: $request.path.at, petId: $request.path.petId}}
            shared: {$ref: '#/components/links/shared'}
            other: {operationId: other, parameters: {petId: 1}}
  /other/{petId}: {get: {operationId: other}}
components:
  links:
    shared: {operationRef: '#/paths/~1pets~1{at}~1{petId}/put', parameters: {at: 2}, requestBody: $request.path.at}
"),
    ]), @"
    openapi: 3.1.0
    paths:
      /pets/{id}/{at}:
        get: {}
        put:
          operationId: put
          callbacks:
            done:
              http://x/{$request.path.id}?p={$request.path.at}:
                post: {}
          responses:
            '200':
              links:
                self:
                  operationId: put
                  parameters:
                    path.id: $request.path.id
                    at: $request.path.at
                shared:
                  operationRef: '#/paths/~1pets~1{id}~1{at}/put'
                  parameters:
                    id: 2
                  requestBody: $request.path.id
                other:
                  operationId: other
                  parameters:
                    petId: 1
      /other/{petId}:
        get:
          operationId: other
    components:
      links:
        shared:
          operationRef: '#/paths/~1pets~1{id}~1{at}/put'
          parameters:
            id: 2
          requestBody: $request.path.at
    b.yaml:4:3: info[OAS108]: `/pets/{at}/{petId}` is the same path as `/pets/{id}/{at}`
      a.yaml:1:26: to these names
    ");
}

#[test]
fn operations_that_are_equal_up_to_the_name_of_a_parameter_unify() {
    insta::assert_snapshot!(check(&[
        ("a.yaml", "{openapi: 3.1.0, paths: {'/pets/{id}': {get: {parameters: [{name: id, in: path}]}}}}"),
        ("b.yaml", "{openapi: 3.1.0, paths: {'/pets/{petId}': {get: {parameters: [{name: petId, in: path}]}}}}"),
        ("c.yaml", "{openapi: 3.1.0, paths: {'/pets/{petId}': {get: {parameters: [{name: petId, in: path}]}}}}"),
    ]), @"
    openapi: 3.1.0
    paths:
      /pets/{id}:
        get:
          parameters:
            - name: id
              in: path
    b.yaml:1:26: info[OAS108]: `/pets/{petId}` is the same path as `/pets/{id}`
      a.yaml:1:26: to these names
    ");
}

#[test]
fn operations_that_differ_otherwise_clash_by_policy() {
    let last = Policies {
        operations: Choice::Last,
        ..Policies::default()
    };
    insta::assert_snapshot!(merging::check_named(&[
        ("a.yaml", "{openapi: 3.1.0, paths: {'/pets/{id}': {get: {}}}}"),
        ("b.yaml", "{openapi: 3.1.0, paths: {'/pets/{petId}': {get: {deprecated: true}}}}"),
    ], &last), @"
    openapi: 3.1.0
    paths:
      /pets/{id}:
        get:
          deprecated: true
    b.yaml:1:26: info[OAS108]: `/pets/{petId}` is the same path as `/pets/{id}`
      a.yaml:1:26: to these names
    b.yaml:1:62: info[OAS101]: `GET /pets/{id}` is described twice, and differs at `/deprecated`
      a.yaml:1:46: from this
      help: the last one counts
    ");
}

#[test]
fn an_authors_two_equal_paths_are_left_alone_with_a_warning() {
    insta::assert_snapshot!(check(&[
        ("a.yaml", "{openapi: 3.1.0, paths: {'/pets/{id}': {get: {}}}}"),
        ("b.yaml", "{openapi: 3.1.0, paths: {'/pets/{x}': {put: {}}, '/pets/{y}': {post: {}}}}"),
    ]), @"
    openapi: 3.1.0
    paths:
      /pets/{id}:
        get: {}
      /pets/{x}:
        put: {}
      /pets/{y}:
        post: {}
    b.yaml:1:26: warning[OAS106]: `/pets/{x}` and `/pets/{id}` are the same path
      a.yaml:1:26: matches this too
      help: give the parameters the same names in both
    b.yaml:1:50: warning[OAS106]: `/pets/{y}` and `/pets/{id}` are the same path
      a.yaml:1:26: matches this too
      help: give the parameters the same names in both
    ");
}

#[test]
fn a_template_with_one_name_twice_is_left_alone() {
    insta::assert_snapshot!(check(&[
        ("a.yaml", "{openapi: 3.1.0, paths: {'/{id}/{id}': {get: {}}}}"),
        ("b.yaml", "{openapi: 3.1.0, paths: {'/{a}/{b}': {put: {}}}}"),
    ]), @"
    openapi: 3.1.0
    paths:
      /{id}/{id}:
        get: {}
      /{a}/{b}:
        put: {}
    b.yaml:1:26: warning[OAS106]: `/{a}/{b}` and `/{id}/{id}` are the same path
      a.yaml:1:26: matches this too
      help: give the parameters the same names in both
    ");
}

#[test]
fn a_path_for_which_too_much_would_be_written_out_is_left_alone() {
    let reference = "{$ref: '#/components/parameters/b'}, ".repeat(100);
    let long = "x".repeat(1_000_000);
    let second = format!(
        "{{openapi: 3.1.0, paths: {{'/{{b}}': {{put: {{parameters: [{reference}]}}}}}}, components: {{parameters: {{b: {{name: b, in: path, description: {long}}}}}}}}}"
    );
    let shown = check(&[
        ("a.yaml", "{openapi: 3.1.0, paths: {'/{a}': {get: {}}}}"),
        ("b.yaml", &second),
    ]);
    let (_, said) = shown.split_once("b.yaml").unwrap();
    insta::assert_snapshot!(said, @"
    :1:26: warning[OAS106]: `/{b}` and `/{a}` are the same path
      a.yaml:1:26: matches this too
      help: give the parameters the same names in both
    ");
}

#[test]
fn two_ids_for_one_method_are_two_operations_and_their_paths_stay_apart() {
    insta::assert_snapshot!(check(&[
        ("a.yaml", "{openapi: 3.1.0, paths: {'/files/{id}': {get: {operationId: fileById}}}}"),
        ("b.yaml", "{openapi: 3.1.0, paths: {'/files/{name}': {get: {operationId: fileByName}}}}"),
    ]), @"
    openapi: 3.1.0
    paths:
      /files/{id}:
        get:
          operationId: fileById
      /files/{name}:
        get:
          operationId: fileByName
    b.yaml:1:26: warning[OAS106]: `/files/{name}` and `/files/{id}` are the same path
      a.yaml:1:26: matches this too
      help: give the parameters the same names in both
    ");
}
