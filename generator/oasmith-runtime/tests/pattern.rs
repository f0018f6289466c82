//! Patterns that are matched without an engine agree with the engine.

use oasmith_runtime::pattern::Pattern;
use proptest::prelude::*;

fn matches(source: &str, text: &str) -> bool {
    // A test may leak what lives as long as a program anyway.
    Pattern::new(source.to_owned().leak()).matches(text)
}

#[test]
fn usual_patterns_match_what_they_mean() {
    for (source, right, wrong) in [
        ("[a-z0-9]{6,64}", "--abc123--", "abc12-abc12"),
        ("^[A-Z]{2}-\\d{4}$", "AB-1234", "AB-12345"),
        ("^\\+[1-9]\\d{1,14}$", "+491701234567", "+0123"),
        ("^#[0-9a-fA-F]{6}$", "#c0ffee", "#c0ffeg"),
        ("^[a-z][a-z0-9-]*$", "a-1", "1-a"),
        ("^[^@]+@[^@]+$", "a@b", "a@b@c"),
        ("^\\w+([.-]?\\w+)*$", "a.b-c", "a..b"),
        ("^a?b*c$", "bbc", "aac"),
        ("^a{2}$", "aa", "aaa"),
        ("^[-.]x$", "-x", "+x"),
        ("^[\\]\\\\]$", "]", "["),
        ("^é+$", "éé", "e"),
        ("^$", "", "a"),
        ("^a*a$", "aaa", "b"),
        ("x*", "", "\0never"),
    ] {
        assert!(matches(source, right), "{source} {right:?}");
        if !wrong.contains("never") {
            assert!(!matches(source, wrong), "{source} {wrong:?}");
        }
    }
}

#[test]
fn what_does_not_compile_refuses_nothing() {
    assert!(matches("(", "x") && matches("[z-a]", "x") && matches("a{3,2}", "x"));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 3000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_engine_agrees(
        parts in prop::collection::vec(
            ("(a|b|-|é|\\\\d|\\\\w|\\\\.|\\.|\\[[ab1-]{1,3}\\]|\\[\\^[ab]\\]|\\[a-c_\\]|\\[\\\\d-\\]|\\[[ab&~^-]{1,4}\\])", "(|\\*|\\+|\\?|\\{2\\}|\\{1,\\}|\\{0,2\\}|\\{2,3\\}|\\*\\?)"),
            0..4,
        ),
        anchors in 0..4,
        texts in prop::collection::vec("[ab1_.é&~^-]{0,6}", 1..8),
    ) {
        let inside: String = parts.iter().map(|(item, often)| format!("{item}{often}")).collect();
        let source = match anchors {
            0 => inside,
            1 => format!("^{inside}"),
            2 => format!("{inside}$"),
            _ => format!("^{inside}$"),
        };
        let engine = regex_lite::Regex::new(&source);
        for text in texts {
            let expected = engine.as_ref().map_or(true, |it| it.is_match(&text));
            prop_assert_eq!(matches(&source, &text), expected, "{} {:?}", source, text);
        }
    }
}
