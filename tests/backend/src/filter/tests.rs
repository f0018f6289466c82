use super::*;

const CATS: Collection = Collection {
    table: "cats",
    fields: &[
        Field {
            name: "name",
            kind: Kind::Text,
        },
        Field {
            name: "lives",
            kind: Kind::Number,
        },
        Field {
            name: "tame",
            kind: Kind::Flag,
        },
        Field {
            name: "born",
            kind: Kind::Time,
        },
    ],
    searched: &[],
};

/// The names of those of five cats that a filter keeps, or why it is refused.
fn check(filter: &str, expected: &str) {
    let db = rusqlite::Connection::open_in_memory().expect("SQLite");
    let cats = r#"
        CREATE TABLE cats (body TEXT);
        INSERT INTO cats VALUES
            ('{"name": "Ada", "lives": 9, "tame": true, "born": "2020-01-01T00:00:00Z"}'),
            ('{"name": "Bea", "lives": 7, "tame": false, "born": "2021-01-01T00:00:00.5Z"}'),
            ('{"name": "O''Cat", "lives": 1}'),
            ('{"name": "100%"}'),
            ('{"lives": 3}');
    "#;
    db.execute_batch(cats).expect("cats");
    let mut values = Vec::new();
    let found = match condition(filter, &CATS, &mut values) {
        Ok(condition) => {
            let sql = format!("SELECT coalesce(body ->> 'name', '?') FROM cats WHERE {condition}");
            let mut query = db.prepare(&sql).expect("a condition of SQL");
            let names = query.query_map(rusqlite::params_from_iter(values), |row| row.get(0));
            let names: Vec<String> = names.and_then(Iterator::collect).expect("names");
            names.join(" ")
        }
        Err(Failure::Syntax(fault)) => format!("400 {}", fault.detail),
        Err(Failure::Rule(fault)) => format!("422 {}", fault.detail),
        Err(other) => format!("{other:?}"),
    };
    assert_eq!(found, expected, "{filter}");
}

#[test]
fn what_a_filter_keeps() {
    check("name eq 'Ada'", "Ada");
    check("name ne 'Ada'", "Bea O'Cat 100% ?");
    check("name eq null", "?");
    check("name eq 'O''Cat'", "O'Cat");
    check("lives gt 7", "Ada");
    check("lives ge 7", "Ada Bea");
    check("lives lt 3.5", "O'Cat ?");
    check("not lives gt 7", "Bea O'Cat 100% ?");
    check("tame eq true or tame eq false", "Ada Bea");
    check("lives ge 7 and tame eq false or name eq '100%'", "Bea 100%");
    check("lives ge 7 and (tame eq false or name eq '100%')", "Bea");
    check("born gt '2021-01-01T01:00:00+01:00'", "Bea");
    check("contains(name, 'a')", "Ada Bea O'Cat");
    check("contains(name, '%')", "100%");
    check("startswith(name, 'B')", "Bea");
    check("endswith(name, 'Cat')", "O'Cat");
    check("name eq '1'' OR 1=1 --'", "");
}

#[test]
fn what_a_filter_is_refused_for() {
    check("", "400 at character 1: expected the name of a member");
    check(
        "name",
        "400 at character 5: expected `eq`, `ne`, `gt`, `ge`, `lt` or `le`",
    );
    check("name eq", "400 at character 8: expected a value");
    check(
        "name eq 'Ada",
        "400 at character 9: a text that does not end, or a sign of no meaning",
    );
    check(
        "name; DROP TABLE cats",
        "400 at character 5: a text that does not end, or a sign of no meaning",
    );
    check("(name eq 'Ada'", "400 at character 15: expected `)`");
    check(
        "name eq 'Ada' name",
        "400 at character 15: expected `and`, `or` or the end",
    );
    check(
        "body eq 'x'",
        "422 at character 1: is no member to filter by",
    );
    check(
        "name eq 7",
        "422 at character 1: cannot be compared with that in this way",
    );
    check(
        "tame gt true",
        "422 at character 1: cannot be compared with that in this way",
    );
    check(
        "born eq 'today'",
        "422 at character 9: is no time (RFC 3339)",
    );
    check("contains(lives, '9')", "422 at character 10: is no text");
    check(
        &"(".repeat(100),
        "400 at character 22: expected less nesting",
    );
    check(
        &"not ".repeat(100),
        "400 at character 85: expected less nesting",
    );
    check(&"x".repeat(2_001), "422 is too long");
}
