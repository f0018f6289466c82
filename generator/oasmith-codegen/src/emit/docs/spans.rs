//! What stands within a line of Markdown: code, links, URLs, HTML.

/// One line, safe. Code spans and http links stay; whatever else is a bracket is escaped.
pub(super) fn spans(line: &str) -> String {
    if !line.contains(SPECIAL) && !line.contains("http") {
        return line.trim_end().to_owned();
    }
    let mut out = String::with_capacity(line.len() + 8);
    let mut rest = line;
    while let Some(c) = rest.chars().next() {
        let taken = match c {
            '\\' => escape(rest, &mut out),
            '`' => code(rest, &mut out),
            '<' => autolink(rest, &mut out),
            '!' if rest[1..].starts_with('[') => image(rest, &mut out),
            '[' => link(rest, &mut out),
            ']' => put("\\]", 1, &mut out),
            '~' if rest.starts_with("~~~") => put("\\~", 1, &mut out),
            'h' if at_word_start(&out) && has_scheme(rest) => url(rest, &mut out),
            _ => {
                out.push(c);
                c.len_utf8()
            }
        };
        rest = &rest[taken..];
    }
    out.trim_end().to_owned()
}

/// What a line has to have, or a scheme, for anything but text to stand in it.
const SPECIAL: [char; 7] = ['\\', '`', '<', '!', '[', ']', '~'];

/// How far the end of a link is looked for, in bytes: no real one is longer, and a line may be.
const LONGEST_LINK: usize = 2048;

pub(super) fn near(rest: &str) -> &str {
    let mut end = rest.len().min(LONGEST_LINK);
    while !rest.is_char_boundary(end) {
        end -= 1;
    }
    &rest[..end]
}

fn put(text: &str, taken: usize, out: &mut String) -> usize {
    out.push_str(text);
    taken
}

/// `\_`, as exporters write it, is kept; a backslash that escapes nothing is one.
fn escape(rest: &str, out: &mut String) -> usize {
    match rest[1..].chars().next() {
        Some(next) if next.is_ascii_punctuation() => put(&rest[..2], 2, out),
        _ => put("\\\\", 1, out),
    }
}

/// A code span that ends on this line; otherwise the marks are text.
fn code(rest: &str, out: &mut String) -> usize {
    let length = rest.len() - rest.trim_start_matches('`').len();
    let (mark, content) = rest.split_at(length);
    match closing(content, length) {
        // A longer mark at the beginning of a line would open a fence.
        Some(end) if length < 3 || content[..end].contains('`') => {
            put(&rest[..2 * length + end], 2 * length + end, out)
        }
        Some(end) => {
            out.push_str(&format!("`{}`", &content[..end]));
            2 * length + end
        }
        None => {
            out.push_str(&mark.replace('`', "\\`"));
            length
        }
    }
}

/// Where a run of exactly `length` backticks begins.
pub(super) fn closing(content: &str, length: usize) -> Option<usize> {
    let mut at = 0;
    while let Some(start) = content[at..].find('`') {
        let start = at + start;
        let run = content[start..].len() - content[start..].trim_start_matches('`').len();
        if run == length {
            return Some(start);
        }
        at = start + run;
    }
    None
}

fn autolink(rest: &str, out: &mut String) -> usize {
    match near(rest).find('>').map(|end| &rest[1..end]) {
        Some(inside) if is_url(inside) => put(&rest[..inside.len() + 2], inside.len() + 2, out),
        _ => put("\\<", 1, out),
    }
}

fn has_scheme(text: &str) -> bool {
    text.starts_with("https://") || text.starts_with("http://")
}

pub(super) fn is_url(text: &str) -> bool {
    let rest = text
        .strip_prefix("https://")
        .or_else(|| text.strip_prefix("http://"));
    let odd =
        |it: char| it.is_whitespace() || it.is_control() || matches!(it, '<' | '>' | '`' | '\\');
    rest.is_some_and(|it| !it.is_empty() && !it.contains(odd))
}

/// An image would be fetched by whoever reads; its link is enough.
fn image(rest: &str, out: &mut String) -> usize {
    1 + link(&rest[1..], out)
}

/// `[text](target)`: a link where the target is http, else only the text.
fn link(rest: &str, out: &mut String) -> usize {
    let Some((text, target, taken)) = link_parts(rest) else {
        return put("\\[", 1, out);
    };
    let shown = spans(text);
    if !is_url(target) || target.contains(['(', ')']) {
        out.push_str(&shown);
    } else if text.trim() == target || shown.contains('<') || shown.trim().is_empty() {
        out.push_str(&format!("<{target}>"));
    } else {
        out.push_str(&format!("[{shown}]({target})"));
    }
    taken
}

fn link_parts(rest: &str) -> Option<(&str, &str, usize)> {
    let rest = near(rest);
    let end = rest.find(']')?;
    let text = &rest[1..end];
    let target = rest[end + 1..].strip_prefix('(')?;
    let close = target.find(')')?;
    let inside = &target[..close];
    // Code ends where it begins: within the text, or the brackets are a part of it.
    let nested = text.contains('[') || text.matches('`').count() % 2 == 1;
    // A title behind the target is dropped.
    let target = inside.split_whitespace().next().unwrap_or_default();
    (!nested).then_some((text, target, end + 2 + close + 1))
}

fn at_word_start(out: &str) -> bool {
    out.chars()
        .next_back()
        .is_none_or(|it| !it.is_alphanumeric() && it != '_' && it != '/')
}

/// A bare URL becomes a link; rustdoc minds one that is not.
fn url(rest: &str, out: &mut String) -> usize {
    let end = rest.find(|it: char| {
        it.is_whitespace() || matches!(it, '<' | '>' | '`' | '"' | '\\' | '[' | ']')
    });
    let word = &rest[..end.unwrap_or(rest.len())];
    let opened = word.matches('(').count() >= word.matches(')').count();
    let mut url = word.trim_end_matches(['.', ',', ';', ':', '!', '?', '\'', '*', '_', '|']);
    if !opened {
        url = url.trim_end_matches([')', '.', ',']);
    }
    if is_url(url) {
        out.push_str(&format!("<{url}>"));
        url.len()
    } else {
        put("h", 1, out)
    }
}
