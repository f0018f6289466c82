//! Operations of other methods (`additionalOperations`) and of callbacks are operations like all others.

mod merging;

use oasmith_source::SourceMap;
use oasmith_spec::merge::{NameChoice, Policies, merge, with_origins};
use oasmith_spec::write;

fn check(parts: &[(&str, &str)], policies: &Policies) -> String {
    merging::check_named(parts, policies)
}

const A: &str = "
openapi: 3.2.0
paths:
  /a/{x}:
    parameters: [{name: x, in: path}]
    get: {}
    additionalOperations:
      LOCK: {summary: one}
";

#[test]
fn what_a_path_item_says_is_moved_down_to_them() {
    let b = "
openapi: 3.2.0
servers: [{url: b}]
security: [{key: []}]
paths:
  /a/{y}:
    additionalOperations:
      LOCK: {summary: one}
      MOVE: {}
";
    insta::assert_snapshot!(check(&[("a.yaml", A), ("b.yaml", b)], &Policies::default()), @"
    openapi: 3.2.0
    paths:
      /a/{x}:
        get:
          parameters:
            - name: x
              in: path
        additionalOperations:
          LOCK:
            summary: one
            parameters:
              - name: x
                in: path
          MOVE:
            security:
              - key: []
            servers:
              - url: b
    b.yaml:6:3: info[OAS108]: `/a/{y}` is the same path as `/a/{x}`
      a.yaml:4:3: to these names
    b.yaml:8:13: error[OAS101]: `LOCK /a/{x}` is described twice, and differs at `/parameters`
      a.yaml:5:17: from this
      help: remove one of the two, make them equal, or choose by `operations` in `[merge.clashes]`
    ");
}

#[test]
fn two_of_one_method_have_to_be_equal() {
    let b = "{openapi: 3.2.0, paths: {'/a/{x}': {parameters: [{name: x, in: path}], additionalOperations: {LOCK: {summary: two}, Copy: {}}}}}";
    insta::assert_snapshot!(check(&[("a.yaml", A), ("b.yaml", b)], &Policies::default()), @"
    openapi: 3.2.0
    paths:
      /a/{x}:
        parameters:
          - name: x
            in: path
        get: {}
        additionalOperations:
          LOCK:
            summary: one
          Copy: {}
    b.yaml:1:111: error[OAS101]: `LOCK /a/{x}` is described twice, and differs at `/summary`
      a.yaml:8:23: from this
      help: remove one of the two, make them equal, or choose by `operations` in `[merge.clashes]`
    ");
}

#[test]
fn ids_are_told_apart_in_them_and_in_callbacks() {
    let policies = Policies {
        operation_ids: NameChoice::Rename,
        ..Policies::default()
    };
    let a = "
openapi: 3.2.0
paths:
  /a:
    get: {operationId: go}
    additionalOperations:
      COPY:
        operationId: go
        tags: [copies]
        callbacks: {done: {u: {post: {operationId: go, tags: [events]}}}}
";
    insta::assert_snapshot!(check(&[("a.yaml", a)], &policies), @"
    openapi: 3.2.0
    paths:
      /a:
        get:
          operationId: go
        additionalOperations:
          COPY:
            operationId: goCopies
            tags:
              - copies
            callbacks:
              done:
                u:
                  post:
                    operationId: goEvents
                    tags:
                      - events
    a.yaml:8:22: info[OAS105]: operation id `go` is used twice
      a.yaml:5:24: kept here
      help: this operation is called `goCopies`
    a.yaml:10:52: info[OAS105]: operation id `go` is used twice
      a.yaml:5:24: kept here
      help: this operation is called `goEvents`
    ");
    insta::assert_snapshot!(check(&[("a.yaml", a)], &Policies::default()), @"
    openapi: 3.2.0
    paths:
      /a:
        get:
          operationId: go
        additionalOperations:
          COPY:
            operationId: go
            tags:
              - copies
            callbacks:
              done:
                u:
                  post:
                    operationId: go
                    tags:
                      - events
    a.yaml:8:22: error[OAS105]: operation id `go` is used twice
      a.yaml:5:24: first used here
      help: rename one, or choose by `operation_ids` in `[merge.clashes]`; the generated client needs distinct method names
    a.yaml:10:52: warning[OAS105]: operation id `go` is used twice
      a.yaml:5:24: first used here
      help: rename one, or choose by `operation_ids` in `[merge.clashes]`
    ");
}

#[test]
fn their_origin_is_written_beside_them() {
    let (sources, nodes): (SourceMap, _) = merging::parse_all(&[A]);
    let (merged, _) = merge(nodes, &Policies::default(), &sources);
    let document = with_origins(merged.expect("a document"), &sources);
    insta::assert_snapshot!(write::yaml(&document), @"
    openapi: 3.2.0
    paths:
      /a/{x}:
        parameters:
          - name: x
            in: path
        get:
          x-oasmith-source: a.yaml:6
        additionalOperations:
          LOCK:
            summary: one
            x-oasmith-source: a.yaml:8
    ");
}

#[test]
fn ids_in_components_are_compared_with_all_others() {
    let text = "
openapi: 3.1.0
paths:
  /a: { get: { operationId: go } }
  /b: { $ref: '#/components/pathItems/Going' }
components:
  pathItems:
    Going: { get: { operationId: go } }
    Idle: { get: { operationId: go } }
  callbacks:
    Called: { '{$url}': { post: { operationId: go } } }
";
    insta::assert_snapshot!(check(&[("a.yaml", text)], &Policies::default()), @"
    openapi: 3.1.0
    paths:
      /a:
        get:
          operationId: go
      /b:
        $ref: '#/components/pathItems/Going'
    components:
      pathItems:
        Going:
          get:
            operationId: go
        Idle:
          get:
            operationId: go
      callbacks:
        Called:
          '{$url}':
            post:
              operationId: go
    a.yaml:8:34: error[OAS105]: operation id `go` is used twice
      a.yaml:4:29: first used here
      help: rename one, or choose by `operation_ids` in `[merge.clashes]`; the generated client needs distinct method names
    a.yaml:9:33: warning[OAS105]: operation id `go` is used twice
      a.yaml:4:29: first used here
      help: rename one, or choose by `operation_ids` in `[merge.clashes]`
    a.yaml:11:48: warning[OAS105]: operation id `go` is used twice
      a.yaml:4:29: first used here
      help: rename one, or choose by `operation_ids` in `[merge.clashes]`
    ");
    let policies = Policies {
        operation_ids: NameChoice::Rename,
        ..Policies::default()
    };
    insta::assert_snapshot!(check(&[("a.yaml", text)], &policies), @"
    openapi: 3.1.0
    paths:
      /a:
        get:
          operationId: go
      /b:
        $ref: '#/components/pathItems/Going'
    components:
      pathItems:
        Going:
          get:
            operationId: goGoing
        Idle:
          get:
            operationId: goIdle
      callbacks:
        Called:
          '{$url}':
            post:
              operationId: goCalled
    a.yaml:8:34: info[OAS105]: operation id `go` is used twice
      a.yaml:4:29: kept here
      help: this operation is called `goGoing`
    a.yaml:9:33: info[OAS105]: operation id `go` is used twice
      a.yaml:4:29: kept here
      help: this operation is called `goIdle`
    a.yaml:11:48: info[OAS105]: operation id `go` is used twice
      a.yaml:4:29: kept here
      help: this operation is called `goCalled`
    ");
}
