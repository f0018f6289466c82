//! ECMA-262 patterns in the syntax of a linear-time engine.
//!
//! JSON Schema 2020-12, 6.4: patterns are ECMA-262 regular expressions, not anchored. The generated code uses
//! `regex-lite`, which knows no look-around and no back-references and treats `\d`, `\w` and `\s` as ASCII, as ECMA does
//! for the first two.

/// The expression as the engine reads it, or why it has none.
pub fn translate(pattern: &str) -> Result<String, String> {
    let mut out = String::with_capacity(pattern.len());
    let mut chars = pattern.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '\\' => match chars.next() {
                // ECMA allows an escaped slash or hyphen; the engine escapes signs that mean something only.
                Some(
                    sign @ ('/' | '"' | '\'' | '@' | ':' | ',' | ';' | '=' | '!' | '%' | '<' | '>'
                    | '_' | '`'),
                ) => {
                    out.push(sign);
                }
                Some('u') => code_point(&mut chars, &mut out)?,
                Some(digit @ '1'..='9') => return Err(format!("it refers back to group {digit}")),
                Some(other) => out.extend(['\\', other]),
                None => return Err("it ends in a backslash".to_owned()),
            },
            // `$` is the very end in ECMA; the engine agrees as long as multi-line mode is off.
            _ => out.push(c),
        }
    }
    regex_lite::Regex::new(&out)
        .map(|_| out)
        .map_err(|error| reason(&error.to_string()))
}

/// `\uXXXX` and `\u{X}`.
fn code_point(
    chars: &mut std::iter::Peekable<std::str::Chars<'_>>,
    out: &mut String,
) -> Result<(), String> {
    let digits: String = if chars.next_if_eq(&'{').is_some() {
        chars.by_ref().take_while(|it| *it != '}').collect()
    } else {
        chars.by_ref().take(4).collect()
    };
    let code = u32::from_str_radix(&digits, 16)
        .ok()
        .and_then(char::from_u32);
    let code = code.ok_or_else(|| format!("`\\u{digits}` is no character"))?;
    out.push_str(&regex_lite::escape(&code.to_string()));
    Ok(())
}

fn reason(error: &str) -> String {
    if error.contains("look") {
        "it looks around".to_owned()
    } else {
        error.replace('\n', " ")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn expressions_are_taken_over_or_refused_with_a_reason() {
        let cases = [
            (r"[a-z0-9]{6,64}", Ok(r"[a-z0-9]{6,64}")),
            (r"^\/api\/v\d$", Ok(r"^/api/v\d$")),
            (r"^\u0041\u{42}$", Ok("^AB$")),
            (r"(a)\1", Err("it refers back to group 1")),
            (r"(?=a)", Err("it looks around")),
        ];
        for (pattern, expected) in cases {
            assert_eq!(
                translate(pattern).as_deref().map_err(String::as_str),
                expected,
                "{pattern}"
            );
        }
        assert!(translate("(").is_err());
    }
}
