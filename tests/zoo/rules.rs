//! What a document says of whole values: closed objects, `not`, `if`, `contains` and the like.

use crate::keeper::{Keeper, serve};

/// What is wrong with a body, by pointer.
async fn wrong(path: &str, body: &str) -> Vec<String> {
    let address = serve(Keeper::default()).await;
    let request = reqwest::Client::new()
        .post(format!("{address}{path}"))
        .header("content-type", "application/json")
        .body(body.to_owned());
    let answer = request.send().await.expect("an answer");
    let status = answer.status().as_u16();
    let text = answer.text().await.expect("a text");
    // Nobody has implemented it.
    if status == 501 {
        return Vec::new();
    }
    assert_eq!(status, 422, "{text}");
    let places = text.split("{\"pointer\":\"").skip(1);
    let places = places.map(|it| it.split("\"}").next().unwrap_or_default());
    places
        .map(|it| it.replace("\",\"detail\":\"", ": "))
        .collect()
}

#[tokio::test]
async fn values_are_held_to_rules_that_types_do_not_say() {
    let cases: &[(&str, &[&str])] = &[
        ("{}", &[]),
        (r#"{"kind":"ship","boat":"b"}"#, &[]),
        (
            r#"{"kind":"ship"}"#,
            &["/body: is not what it has to be in this case"],
        ),
        (
            r#"{"boat":"b"}"#,
            &["/body: is not what it has to be in this case"],
        ),
        (
            r#"{"street":"s"}"#,
            &["/body: has `street`, and therefore needs town"],
        ),
        (r#"{"street":"s","town":"t"}"#, &[]),
        (
            r#"{"kind":"ship","town":"t","boat":"x"}"#,
            &[
                "/body/boat: is what it must not be",
                "/body: is what it must not be",
            ],
        ),
        (
            r#"{"kind":"a","street":"s","town":"t","on":true,"tags":["a"]}"#,
            &["/body: has more than 4 members"],
        ),
        (
            r#"{"on":false}"#,
            &["/body/on: is not one of the allowed values"],
        ),
        (r#"{"tags":["b","a"]}"#, &[]),
        (r#"{"sorts":{"id":1,"x-a":"a"}}"#, &[]),
        (
            r#"{"sorts":{"id":1,"y-a":"a"}}"#,
            &["/body/sorts: has a member that is not allowed"],
        ),
        (r#"{"others":{"id":1,"at":"b"}}"#, &[]),
        (r#"{"phrase":"word 1","place":"A"}"#, &[]),
        (
            r#"{"phrase":"pass 1","place":"ABC"}"#,
            &[
                "/body/phrase: does not match ^(?=.*\\\\d)(?!pass).{4,}$",
                "/body/place: is none of what it may be",
            ],
        ),
        (
            r#"{"tags":["b"]}"#,
            &["/body/tags: has no item that it must have"],
        ),
        (
            r#"{"names":{"abcd":"x"}}"#,
            &[
                "/body/names/abcd: is shorter than 2 characters",
                "/body/names: has a member whose name is not allowed",
            ],
        ),
        (
            r#"{"names":{}}"#,
            &["/body/names: has fewer than 1 members"],
        ),
        (r#"{"counts":[1,5,6]}"#, &[]),
        (
            r#"{"counts":[1,5]}"#,
            &["/body/counts: has not between 2 and 3 items of a kind"],
        ),
        (
            r#"{"card":{"number":"1"}}"#,
            &["/body/card: has `number`, and is not what it therefore has to be"],
        ),
        (r#"{"card":{"number":"1","address":"abc"}}"#, &[]),
        (
            r#"{"whole":{"a":"1","c":"2"}}"#,
            &["/body/whole/c: is not a member of this object"],
        ),
        (r#"{"either":{"a":"1"},"nothing":{}}"#, &[]),
        (
            r#"{"either":{"a":"1","b":"2"},"nothing":{"a":1}}"#,
            &[
                "/body/either: is not exactly one of what it may be",
                "/body/nothing: has members, and may have none",
            ],
        ),
        (
            r#"{"others":{"id":1,"x":"abc"}}"#,
            &["/body/others/x: is longer than 2 characters"],
        ),
        (r#"{"sorts":{"id":1,"x-a":"b"}}"#, &[]),
        (
            r#"{"sorts":{"x-a":1}}"#,
            &["/body/sorts/x-a: expected a string, found a number"],
        ),
        (
            r#"{"other":1,"kind":2}"#,
            &[
                "/body/other: is not a member of this object",
                "/body/kind: expected a string, found a number",
            ],
        ),
    ];
    for (body, expected) in cases {
        assert_eq!(wrong("/rules", body).await, *expected, "{body}");
    }
}

#[tokio::test]
async fn a_body_that_is_no_model_is_checked_too() {
    let cases: &[(&str, &[&str])] = &[
        ("[1,5]", &[]),
        (
            "[]",
            &[
                "/body: has fewer than 1 item",
                "/body: has no item that it must have",
            ],
        ),
        ("[1,10]", &["/body/1: is greater than 9"]),
    ];
    for (body, expected) in cases {
        assert_eq!(wrong("/rules/several", body).await, *expected, "{body}");
    }
}
