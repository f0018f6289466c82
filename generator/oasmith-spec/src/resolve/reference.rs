//! What the text of a `$ref` names, told from the text alone.

use crate::node::push_step;

/// Where a reference leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reference {
    /// A JSON Pointer into the document, in canonical form: nothing is percent-encoded, `~` and `/` are escaped.
    Pointer(String),
    /// An `$anchor` in the document.
    Anchor(String),
    /// Another file, relative to the root folder.
    File(String),
    /// A place on the disk outside of the root folder.
    Outside,
    /// An address.
    Remote,
}

impl Reference {
    /// Reads a `$ref` that stands in `file`, whose name is relative to the root folder.
    pub fn parse(text: &str, file: &str) -> Self {
        let (uri, fragment) = text.split_once('#').unwrap_or((text, ""));
        let path = match Address::parse(uri) {
            Address::Here => return Self::local(fragment),
            Address::Absolute => return Reference::Outside,
            Address::Remote => return Reference::Remote,
            Address::Path(path) => path,
        };
        match relative_to(file, &path) {
            Some(name) if name == file => Self::local(fragment),
            Some(name) => Reference::File(name),
            None => Reference::Outside,
        }
    }

    /// A reference into the same document, by what stands after the `#`.
    pub fn local(fragment: &str) -> Self {
        match Fragment::parse(fragment) {
            Fragment::Pointer(pointer) => Reference::Pointer(pointer),
            Fragment::Anchor(name) => Reference::Anchor(name),
        }
    }
}

/// What stands before the `#`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Address {
    /// Nothing: the file in which the reference stands.
    Here,
    /// A path relative to that file, decoded, with `/` between its parts.
    Path(String),
    /// A path from the root of the disk.
    Absolute,
    Remote,
}

impl Address {
    pub fn parse(uri: &str) -> Self {
        if uri.is_empty() {
            return Address::Here;
        }
        // Percent-encoded dots climb as well as plain ones, and so do backslashes on some systems.
        let path = percent_decode(uri).replace('\\', "/");
        match scheme(&path) {
            Some(scheme) if scheme.len() == 1 || scheme.eq_ignore_ascii_case("file") => {
                Address::Absolute
            }
            Some(_) => Address::Remote,
            None if path.starts_with("//") => Address::Remote,
            None if path.starts_with('/') => Address::Absolute,
            None => Address::Path(path),
        }
    }
}

/// What stands behind the `#`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fragment {
    /// A JSON Pointer in canonical form; empty for the whole file.
    Pointer(String),
    Anchor(String),
}

impl Fragment {
    pub fn parse(text: &str) -> Self {
        let fragment = percent_decode(text);
        let Some(steps) = fragment.strip_prefix('/') else {
            return match fragment.is_empty() {
                true => Fragment::Pointer(String::new()),
                false => Fragment::Anchor(fragment),
            };
        };
        let mut pointer = String::new();
        for step in steps.split('/') {
            push_step(&mut pointer, &unescape(step));
        }
        Fragment::Pointer(pointer)
    }
}

/// The canonical JSON Pointer of a reference into the same document; nothing for other references and for anchors.
pub fn local_pointer(reference: &str) -> Option<String> {
    match Reference::local(reference.strip_prefix('#')?) {
        Reference::Pointer(pointer) => Some(pointer),
        _ => None,
    }
}

/// RFC 6901, 4: `~1` before `~0`, so that `~01` is `~1`.
pub fn unescape(step: &str) -> String {
    match step.contains('~') {
        true => step.replace("~1", "/").replace("~0", "~"),
        false => step.to_owned(),
    }
}

/// A fragment as a URI has it (RFC 3986, 3.5).
pub fn encoded(fragment: &str) -> String {
    let mut text = String::with_capacity(fragment.len());
    for c in fragment.chars() {
        match c {
            ' ' | '"' | '%' | '<' | '>' | '\\' | '^' | '`' | '{' | '|' | '}' | '#' => {
                text.push_str(&format!("%{:02X}", u32::from(c)));
            }
            c => text.push(c),
        }
    }
    text
}

/// RFC 3986, 3.1.
fn scheme(uri: &str) -> Option<&str> {
    let (scheme, _) = uri.split_once(':')?;
    let legal = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'+' | b'-' | b'.');
    let starts = scheme.starts_with(|c: char| c.is_ascii_alphabetic());
    (starts && scheme.bytes().all(legal)).then_some(scheme)
}

/// The name that `path` has when it is read from `file`; `None` when it leaves the root folder.
fn relative_to(file: &str, path: &str) -> Option<String> {
    let mut parts: Vec<&str> = file.split('/').collect();
    parts.pop();
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop()?;
            }
            _ => parts.push(part),
        }
    }
    Some(parts.join("/"))
}

/// Decodes `%2F` and the like; what is not well formed stays as it is.
fn percent_decode(text: &str) -> String {
    // Nearly all of them.
    if !text.contains('%') {
        return text.to_owned();
    }
    let bytes = text.as_bytes();
    let mut decoded = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        let code = bytes.get(at + 1..at + 3).filter(|_| byte == b'%');
        match code.and_then(hex) {
            Some(value) => {
                decoded.push(value);
                at += 3;
            }
            None => {
                decoded.push(byte);
                at += 1;
            }
        }
    }
    String::from_utf8(decoded).unwrap_or_else(|_| text.to_owned())
}

fn hex(digits: &[u8]) -> Option<u8> {
    let digit = |it: &u8| (*it as char).to_digit(16);
    let [high, low] = digits else {
        return None;
    };
    u8::try_from(digit(high)? * 16 + digit(low)?).ok()
}

#[cfg(test)]
mod tests {
    use super::Reference::{self, *};

    #[test]
    fn references_are_told_apart_by_their_text() {
        let cases = [
            (
                "#/components/schemas/Pet",
                Pointer("/components/schemas/Pet".into()),
            ),
            (
                "#/paths/~1pets~1%7Bid%7D",
                Pointer("/paths/~1pets~1{id}".into()),
            ),
            ("#/a%2Fb", Pointer("/a/b".into())),
            ("#/a~01", Pointer("/a~01".into())),
            ("#/100%", Pointer("/100%".into())),
            ("#", Pointer("".into())),
            ("#pet", Anchor("pet".into())),
            ("api.yaml#/x", Pointer("/x".into())),
            ("./pets.yaml#/Pet", File("v1/pets.yaml".into())),
            ("../pets.yaml", File("pets.yaml".into())),
            ("../../pets.yaml", Outside),
            ("%2e%2e/%2e%2e/pets.yaml", Outside),
            ("..\\..\\pets.yaml", Outside),
            ("/etc/passwd", Outside),
            ("C:\\pets.yaml", Outside),
            ("file:///etc/passwd", Outside),
            ("https://example.com/pets.yaml", Remote),
            ("//example.com/pets.yaml", Remote),
            ("urn:example:pets", Remote),
        ];
        for (text, wanted) in cases {
            assert_eq!(Reference::parse(text, "v1/api.yaml"), wanted, "{text}");
        }
    }
}
