//! Servers and security that differ between sources: no operation changes its meaning.

mod merging;

use oasmith_spec::merge::Policies;

fn check(parts: &[(&str, &str)]) -> String {
    merging::check_named(parts, &Policies::default())
}

#[test]
fn no_security_is_none_said_or_not_said() {
    insta::assert_snapshot!(check(&[
        ("a.yaml", "{openapi: 3.1.0, security: [], paths: {/a: {get: {}}}}"),
        ("b.yaml", "{openapi: 3.1.0, paths: {/b: {get: {}}}}"),
        ("c.yaml", "{openapi: 3.1.0, security: [{key: []}], paths: {/c: {get: {}, put: {security: []}, post: {security: [{}]}}}}"),
    ]), @"
    openapi: 3.1.0
    security: []
    paths:
      /a:
        get: {}
      /b:
        get: {}
      /c:
        get:
          security:
            - key: []
        put:
          security: []
        post:
          security:
            - {}
    ");
}

#[test]
fn servers_of_a_path_item_and_of_an_operation_stay() {
    insta::assert_snapshot!(check(&[
        ("a.yaml", "{openapi: 3.1.0, servers: [{url: v1}], paths: {/a: {get: {}}}}"),
        ("b.yaml", "
openapi: 3.1.0
servers: [{url: ./v1}]
paths:
  /b: {servers: [{url: own}], get: {}}
  /c: {get: {servers: [{url: own}]}}
  /d: {get: {servers: [{url: own}]}, put: {}}
"),
    ]), @"
    openapi: 3.1.0
    servers:
      - url: v1
    paths:
      /a:
        get: {}
      /b:
        servers:
          - url: own
        get: {}
      /c:
        get:
          servers:
            - url: own
      /d:
        get:
          servers:
            - url: own
        put: {}
        servers:
          - url: './v1'
    ");
}

#[test]
fn one_path_of_sources_with_different_servers_has_them_at_its_operations() {
    insta::assert_snapshot!(check(&[
        ("a.yaml", "{openapi: 3.1.0, servers: [{url: /v1}], paths: {/a: {get: {}}}}"),
        ("b.yaml", "{openapi: 3.1.0, servers: [{url: /v2}], paths: {/a: {put: {}}, /b: {put: {}}}}"),
        ("c.yaml", "{openapi: 3.1.0, servers: [{url: /v2}], paths: {/b: {post: {}}}}"),
    ]), @"
    openapi: 3.1.0
    servers:
      - url: /v1
    paths:
      /a:
        get: {}
        put:
          servers:
            - url: /v2
      /b:
        put: {}
        servers:
          - url: /v2
        post: {}
    ");
}

#[test]
fn an_equal_operation_of_another_server_is_another_operation() {
    insta::assert_snapshot!(check(&[
        ("a.yaml", "{openapi: 3.1.0, servers: [{url: /v1}], paths: {/a: {get: {}}}}"),
        ("b.yaml", "{openapi: 3.1.0, servers: [{url: /v2}], paths: {/a: {get: {}}}}"),
    ]), @"
    openapi: 3.1.0
    servers:
      - url: /v1
    paths:
      /a:
        get: {}
    b.yaml:1:27: error[OAS101]: `GET /a` is described twice, and differs at `/servers`
      a.yaml:1:59: from this
      help: remove one of the two, make them equal, or choose by `operations` in `[merge.clashes]`
    ");
}

#[test]
fn webhooks_callbacks_and_shared_path_items_keep_their_meaning_too() {
    insta::assert_snapshot!(check(&[
        ("a.yaml", "{openapi: 3.1.0, security: [{key: []}], webhooks: {w: {post: {}}}}"),
        ("b.yaml", "
openapi: 3.1.0
webhooks: {v: {post: {}}}
paths: {/b: {$ref: '#/components/pathItems/b'}}
components:
  pathItems: {b: {get: {callbacks: {done: {$url: {post: {}}}}}}}
  callbacks: {shared: {$url: {post: {security: [{other: []}]}, put: {}}}}
"),
    ]), @"
    openapi: 3.1.0
    security:
      - key: []
    webhooks:
      w:
        post: {}
      v:
        post:
          security: []
    paths:
      /b:
        $ref: '#/components/pathItems/b'
    components:
      pathItems:
        b:
          get:
            callbacks:
              done:
                $url:
                  post:
                    security: []
            security: []
      callbacks:
        shared:
          $url:
            post:
              security:
                - other: []
            put:
              security: []
    ");
}

#[test]
fn servers_are_no_matter_of_webhooks() {
    insta::assert_snapshot!(check(&[
        ("a.yaml", "{openapi: 3.1.0, servers: [{url: 'https://a.example'}], paths: {/a: {get: {}}}}"),
        ("b.yaml", "{openapi: 3.1.0, webhooks: {v: {post: {}}}}"),
    ]), @"
    openapi: 3.1.0
    servers:
      - url: https://a.example
    paths:
      /a:
        get: {}
    webhooks:
      v:
        post: {}
    ");
}

#[test]
fn schemes_of_one_name_that_differ_are_a_clash_of_components() {
    insta::assert_snapshot!(check(&[
        ("a.yaml", "{openapi: 3.1.0, security: [{key: []}], components: {securitySchemes: {key: {in: header}}}}"),
        ("b.yaml", "{openapi: 3.1.0, security: [{key: []}], components: {securitySchemes: {key: {in: query}}}}"),
    ]), @"
    openapi: 3.1.0
    security:
      - key: []
    components:
      securitySchemes:
        key:
          in: header
    b.yaml:1:82: error[OAS102]: `#/components/securitySchemes/key` is described twice, and differs at `/in`
      a.yaml:1:82: from this
      help: rename one of the two, make them equal, or choose by `components` in `[merge.clashes]`
    ");
}

#[test]
fn a_clash_of_security_is_shown_where_it_is_said() {
    let said = "
openapi: 3.1.0
security: [{ key: [] }]
paths: { /a: { get: {} } }
";
    let silent = "
openapi: 3.1.0
paths: { /a: { get: {} } }
";
    let faults = |parts: &[(&str, &str)]| {
        let all = check(parts);
        all[all.find(".yaml:").unwrap() - 1..].to_owned()
    };
    insta::assert_snapshot!(faults(&[("a.yaml", said), ("b.yaml", silent)]), @"
    b.yaml:3:16: error[OAS101]: `GET /a` is described twice, and differs at `/security`
      a.yaml:3:11: from this
      help: remove one of the two, make them equal, or choose by `operations` in `[merge.clashes]`
    ");
    insta::assert_snapshot!(faults(&[("a.yaml", silent), ("b.yaml", said)]), @"
    b.yaml:3:11: error[OAS101]: `GET /a` is described twice, and differs at `/security`
      a.yaml:3:21: from this
      help: remove one of the two, make them equal, or choose by `operations` in `[merge.clashes]`
    ");
}
