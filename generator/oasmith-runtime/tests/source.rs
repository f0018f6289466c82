//! The table of files agrees with `lib.rs`, and the files can be copied anywhere.

use oasmith_runtime::source::{FILES, Needs};

#[test]
fn the_table_is_what_lib_declares() {
    let mut declared = Vec::new();
    let mut feature = "";
    for line in include_str!("../src/lib.rs").lines() {
        if let Some(cfg) = line.strip_prefix("#[cfg(") {
            feature = cfg.trim_end_matches(")]");
        } else if let Some(name) = line.strip_prefix("pub mod ") {
            declared.push((name.trim_end_matches(';'), std::mem::take(&mut feature)));
        }
    }
    declared.retain(|(name, _)| *name != "source");
    declared.sort_unstable();
    let listed: Vec<(&str, &str)> = FILES
        .iter()
        .map(|file| (file.name, cfg(file.needs)))
        .collect();
    assert_eq!(listed, declared);
}

fn cfg(needs: Needs) -> &'static str {
    match needs {
        Needs::Always
        // The runtime itself has what forms and objects are read by.
        | Needs::Decoding
        | Needs::Unions
        | Needs::Tuples
        | Needs::IntegerEnums
        | Needs::Objects
        | Needs::Nested
        | Needs::OneOrSeveral
        | Needs::Form
        | Needs::Multipart
        | Needs::Uploads
        | Needs::Stream
        | Needs::Formats | Needs::FormatShapes | Needs::EventKinds => "",
        Needs::Client
        | Needs::Pages
        | Needs::OAuth2
        | Needs::Events
        | Needs::Sender
        | Needs::Addresses => r#"feature = "client""#,
        Needs::Transfer => r#"any(feature = "client", feature = "server")"#,
        // The feature `mock` of a generated crate; the runtime has it with the server.
        Needs::Server | Needs::Bodies | Needs::Mock | Needs::Rules | Needs::Patterns | Needs::FormatChecks => r#"feature = "server""#,
        Needs::Docs => r#"feature = "docs""#,
        Needs::ClientAndServer => r#"all(feature = "client", feature = "server")"#,
        Needs::Blocking | Needs::BlockingUploads => r#"feature = "blocking""#,
        Needs::Record => r#"feature = "record""#,
        Needs::Tracing => r#"feature = "tracing""#,
        Needs::Serde => r#"feature = "serde""#,
        Needs::Jiff => r#"feature = "jiff""#,
        Needs::Uuid => r#"feature = "uuid""#,
        Needs::Base64 => r#"feature = "base64""#,
    }
}

#[test]
fn files_do_not_know_where_they_are() {
    for file in FILES {
        let code = file
            .text
            .lines()
            .filter(|line| !line.trim_start().starts_with("//"));
        for line in code {
            for wrong in [
                "crate::",
                "cfg(feature",
                "oasmith",
                "unsafe",
                "#[cfg(test)]",
            ] {
                assert!(!line.contains(wrong), "{}: {line}", file.name);
            }
        }
    }
}

#[test]
fn what_is_always_there_needs_nothing_that_is_not() {
    for file in FILES.iter().filter(|file| file.needs == Needs::Always) {
        for other in FILES.iter().filter(|other| other.needs != Needs::Always) {
            let used = format!("super::{}::", other.name);
            assert!(
                !file.text.contains(&used),
                "{} uses {}",
                file.name,
                other.name
            );
        }
    }
}
