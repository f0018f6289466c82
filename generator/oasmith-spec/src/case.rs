//! The words of a text as one name, in `snake_case` and `UpperCamelCase`.
//!
//! The same as `heck` makes of it, which goes by all of Unicode and through a formatter for each letter; names are made
//! of ASCII, again and again.

use heck::{ToSnakeCase, ToUpperCamelCase};

/// `getIMServerToken` as `get_im_server_token`.
pub fn snake(text: &str) -> String {
    if !text.is_ascii() {
        return text.to_snake_case();
    }
    let mut out = String::with_capacity(text.len() + text.len() / 4);
    each_word(text, |word| {
        if !out.is_empty() {
            out.push('_');
        }
        let start = out.len();
        out.push_str(word);
        out[start..].make_ascii_lowercase();
    });
    out
}

/// `getIMServerToken` as `GetImServerToken`.
pub fn upper_camel(text: &str) -> String {
    if !text.is_ascii() {
        return text.to_upper_camel_case();
    }
    let mut out = String::with_capacity(text.len());
    each_word(text, |word| {
        let start = out.len();
        out.push_str(word);
        out[start..=start].make_ascii_uppercase();
        out[start + 1..].make_ascii_lowercase();
    });
    out
}

/// Calls `take` with each word of an ASCII text. A word ends before a capital behind a small letter, and before a
/// capital with a small letter behind it; digits belong to what they stand behind.
fn each_word(text: &str, mut take: impl FnMut(&str)) {
    for run in text.split(|it: char| !it.is_ascii_alphanumeric()) {
        let letters = run.as_bytes();
        let mut start = 0;
        // The case of the last letter of the word, if it has one yet.
        let mut is_upper = None;
        for (at, pair) in letters.windows(2).enumerate() {
            let case = match pair[0] {
                it if it.is_ascii_lowercase() => Some(false),
                it if it.is_ascii_uppercase() => Some(true),
                _ => is_upper,
            };
            let end = if case == Some(false) && pair[1].is_ascii_uppercase() {
                at + 1
            } else if is_upper == Some(true)
                && pair[0].is_ascii_uppercase()
                && pair[1].is_ascii_lowercase()
            {
                at
            } else {
                is_upper = case;
                continue;
            };
            take(&run[start..end]);
            (start, is_upper) = (end, None);
        }
        if start < run.len() {
            take(&run[start..]);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_those_of_heck() {
        // All texts of some letters of each kind, up to six long.
        let letters = ['a', 'B', '1', '_', 'C'];
        for length in 0..=6_u32 {
            for number in 0..letters.len().pow(length) {
                let text: String = (0..length)
                    .map(|at| letters[number / letters.len().pow(at) % letters.len()])
                    .collect();
                assert_eq!(snake(&text), text.to_snake_case(), "{text:?}");
                assert_eq!(upper_camel(&text), text.to_upper_camel_case(), "{text:?}");
            }
        }
        for text in [
            "",
            "größeÄnderung",
            "ΑΣ b",
            "XMLHttpRequest2Of3DModels v1.2",
        ] {
            assert_eq!(snake(text), text.to_snake_case());
            assert_eq!(upper_camel(text), text.to_upper_camel_case());
        }
    }
}
