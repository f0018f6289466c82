//! Whether a text looks like an OpenAPI document, before it is parsed.
//!
//! Pages hold examples, answers and command lines in the same kind of block, and those are no faults. So the guess
//! must hold for documents with a syntax error too, which are to be reported.

use super::Format;

const VERSIONS: &[&str] = &["openapi", "swagger"];

/// Whether a line of a page, outside of code blocks, is the first line of a document.
pub(super) fn starts_document(line: &str) -> bool {
    let text = line.trim_start();
    let text = text.strip_prefix('{').unwrap_or(text).trim_start();
    let version = text.split_once(':').map_or("", |(_, after)| after);
    let version = version.trim_start().trim_start_matches(['"', '\'']);
    line.len() - line.trim_start_matches(' ').len() <= 3
        && starts_with_member(text, VERSIONS)
        && version.starts_with(|it: char| it.is_ascii_digit())
}

/// Where the first line of a document stands that is left out: quotes and indented code are no blocks with fences.
pub(super) fn left_out(line: &str) -> Option<&'static str> {
    let text = line.trim_start();
    let is_indented = line.len() - text.len() > 3;
    match text.strip_prefix('>') {
        Some(quoted) => {
            let quoted = quoted.trim_start_matches(['>', ' ']);
            starts_document(quoted).then_some("a quote")
        }
        None => (is_indented && starts_document(text)).then_some("indented code"),
    }
}

/// A line without the tags that it starts with: `<pre><code>openapi: 3.1.0`.
pub(super) fn without_tags(line: &str) -> &str {
    let mut rest = line;
    while let Some((_, after)) = rest
        .trim_start()
        .strip_prefix('<')
        .and_then(|it| it.split_once('>'))
    {
        rest = after;
    }
    rest
}

/// The format of a text that has, or seems to have, a root member `openapi` or `swagger`.
pub(super) fn format(text: &str) -> Option<Format> {
    with_member(text, VERSIONS)
}

/// Whether a text has, or seems to have, a root member `paths` with a path in it, and no version.
pub(super) fn lacks_version(text: &str) -> bool {
    format(text).is_none() && with_member(text, &["paths"]).is_some() && has_path(text)
}

/// Whether a member is named as a path is: `/pets:`, `"/pets":`, `{/pets: `.
fn has_path(text: &str) -> bool {
    let block = |line: &str| {
        line.trim_start()
            .trim_start_matches(['"', '\''])
            .starts_with('/')
    };
    let flow = |(at, _)| {
        string_length(&text[at..]).is_some_and(|it| text[at + it..].trim_start().starts_with(':'))
    };
    let plain = |(at, _)| {
        let name = text[at..].split([',', '\n']).next();
        text[..at].trim_end().ends_with(['{', ',']) && name.is_some_and(|it| it.contains(": "))
    };
    text.lines().any(|it| block(it) && it.contains(':'))
        || text.match_indices("\"/").any(flow)
        || text.match_indices('/').any(plain)
}

/// The format of a text that has, or seems to have, one of these members in its root.
fn with_member(text: &str, members: &[&str]) -> Option<Format> {
    let text = text.trim_start_matches('\u{feff}');
    let flow = text.trim_start();
    if flow.starts_with('{') {
        has_flow_member(flow, members).then_some(Format::Json)
    } else {
        has_block_member(text, members).then_some(Format::Yaml)
    }
}

/// Looks for a line `openapi:` that is indented as the first one is: a member of the root.
fn has_block_member(text: &str, members: &[&str]) -> bool {
    let mut lines = text.lines().filter(|it| {
        let it = it.trim_start();
        !it.is_empty() && !it.starts_with(['#', '%']) && !it.starts_with("---")
    });
    let indent = |line: &str| line.len() - line.trim_start().len();
    let Some(first) = lines.next() else {
        return false;
    };
    let root = indent(first);
    std::iter::once(first)
        .chain(lines)
        .any(|line| indent(line) == root && starts_with_member(line.trim_start(), members))
}

fn starts_with_member(line: &str, members: &[&str]) -> bool {
    let key = line.trim_start_matches(['"', '\'']);
    members.iter().any(|member| {
        key.strip_prefix(member).is_some_and(|rest| {
            rest.trim_start_matches(['"', '\''])
                .trim_start()
                .starts_with(':')
        })
    })
}

/// Looks for `"openapi":` directly inside the outermost braces.
fn has_flow_member(text: &str, members: &[&str]) -> bool {
    let mut depth = 0_usize;
    let mut rest = text;
    while let Some(first) = rest.bytes().next() {
        let length = match first {
            b'{' | b'[' => {
                depth += 1;
                1
            }
            b'}' | b']' => {
                depth = depth.saturating_sub(1);
                1
            }
            b'"' => match string_length(rest) {
                Some(length) => length,
                None => return mentions_member(text, members),
            },
            _ => rest
                .find(['{', '[', '}', ']', '"', ',', '\n'])
                .map_or(rest.len(), |at| at.max(1)),
        };
        // All characters that are looked for are ASCII, so these are character boundaries.
        let (token, after) = rest.split_at(length);
        if depth == 1 && is_member(token, after, members) {
            return true;
        }
        if depth == 0 && !after.trim_start().is_empty() {
            return mentions_member(text, members);
        }
        rest = after;
    }
    depth > 0 && mentions_member(text, members)
}

fn is_member(token: &str, after: &str, members: &[&str]) -> bool {
    // `"openapi" :`, or unquoted and with all that follows it: `openapi: 3.1.0`.
    let quoted = members.iter().any(|it| token.trim_matches('"') == *it);
    quoted && after.trim_start().starts_with(':') || starts_with_member(token.trim_start(), members)
}

/// The length of the string whose opening quote is first; `None` when it does not end in its line.
fn string_length(text: &str) -> Option<usize> {
    let mut bytes = text.bytes().enumerate().skip(1);
    while let Some((at, byte)) = bytes.next() {
        match byte {
            b'"' => return Some(at + 1),
            b'\n' => return None,
            b'\\' => {
                bytes.next();
            }
            _ => {}
        }
    }
    None
}

/// The guess for a text whose structure is broken.
fn mentions_member(text: &str, members: &[&str]) -> bool {
    let mentions = |member: &str| text.contains(&format!("\"{member}\""));
    members.iter().any(|it| mentions(it)) && (mentions("paths") || mentions("info"))
}
