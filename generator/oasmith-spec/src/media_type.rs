//! What the name of a media type says of its content.
//!
//! Names are compared without their parameters and in lower case (RFC 9110, 8.3.1).

/// The type and subtype: `text/csv` of `Text/CSV; charset=utf-8`.
pub fn essence(media_type: &str) -> String {
    let essence = media_type.split(';').next().unwrap_or_default();
    essence.trim().to_ascii_lowercase()
}

/// `application/json`, whatever has that suffix (RFC 6839, 3.1), and what has the word in its name otherwise, as
/// `application/x-amz-json-1.1`, unless it is one value after the other.
pub fn is_json(media_type: &str) -> bool {
    let essence = essence(media_type);
    let (_, sub) = essence.split_once('/').unwrap_or(("", &essence));
    let words: Vec<&str> = sub.split(['+', '-', '.']).collect();
    let is_series = words
        .iter()
        .any(|it| matches!(*it, "seq" | "lines" | "stream"));
    sub.ends_with("+json") || (words.contains(&"json") && !is_series)
}

/// Whether the content is made of characters.
pub fn is_text(media_type: &str) -> bool {
    let essence = essence(media_type);
    let (main, sub) = essence.split_once('/').unwrap_or_default();
    let mut words = sub.split(['+', '-', '.']);
    main == "text"
        || sub == "x-www-form-urlencoded"
        || words.any(|it| TEXT_WORDS.contains(&it) || it.starts_with("json"))
}

/// Words in the names of media types that are text; `jsonl` and the like begin with one of them.
const TEXT_WORDS: [&str; 4] = ["xml", "yaml", "javascript", "ndjson"];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parameters_and_case_say_nothing() {
        assert_eq!(essence(" Text/CSV ; charset=utf-8"), "text/csv");
        assert!(is_json("Application/Problem+JSON; charset=utf-8"));
        assert!(!is_json("application/json-seq"));
        assert!(is_json("application/x-amz-json-1.1"));
        assert!(is_json("json"));
    }

    #[test]
    fn text_is_told_from_bytes() {
        for text in [
            "text/csv",
            "application/json",
            "application/vnd.api+json",
            "application/json-patch+json",
            "application/x-ndjson",
            "application/jsonl",
            "application/xml",
            "image/svg+xml; charset=utf-8",
            "application/x-yaml",
            "application/x-www-form-urlencoded",
        ] {
            assert!(is_text(text), "{text}");
        }
        for bytes in [
            "image/png",
            "application/octet-stream",
            "application/vnd.ms-excel",
            "",
        ] {
            assert!(!is_text(bytes), "{bytes}");
        }
    }
}
