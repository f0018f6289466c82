//! The HTML that exporters put into Markdown, as Markdown: line ends, lists, emphasis, code, links.
//!
//! Every other tag stays what it is, to be escaped as text, and so does all that stands in code. What is made here is
//! Markdown of a document like any other, and is made safe as such.

use super::blocks::fence;
use super::spans::{closing, is_url, near};
use std::borrow::Cow;

/// `text` with the tags that Markdown has something for as Markdown.
pub(super) fn markdown(text: &str) -> Cow<'_, str> {
    if !text.contains('<') {
        return Cow::Borrowed(text);
    }
    let mut out = Out::default();
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let at_line_start =
            rest.len() == text.len() || text[..text.len() - rest.len()].ends_with('\n');
        let taken = match c {
            '`' | '~' if at_line_start && fence(first_line(rest)).is_some() => {
                fenced(rest, &mut out)
            }
            '`' => code_span(rest, &mut out),
            '<' => tag(rest, &mut out),
            c if c.is_whitespace() => {
                let length = rest.len() - rest.trim_start().len();
                out.space(&rest[..length]);
                length
            }
            c => {
                out.text(&rest[..c.len_utf8()]);
                c.len_utf8()
            }
        };
        rest = &rest[taken..];
    }
    Cow::Owned(out.done)
}

/// What has been written, and what is still to be before the next text.
#[derive(Default)]
struct Out {
    done: String,
    /// Line ends that tags ask for.
    breaks: usize,
    /// The mark of an item that has no text yet.
    mark: Option<String>,
    /// The open lists, and how many items each has; `None` for those without numbers.
    lists: Vec<Option<usize>>,
}

impl Out {
    fn text(&mut self, text: &str) {
        let breaks = std::mem::take(&mut self.breaks);
        let mark = self.mark.take();
        if breaks > 0 {
            if !self.done.is_empty() {
                self.done.push_str(&"\n".repeat(breaks));
            }
            let depth = self.lists.len() - usize::from(mark.is_some() && !self.lists.is_empty());
            self.done.push_str(&"    ".repeat(depth.min(DEEPEST)));
        }
        self.done.extend(mark);
        self.done.push_str(text);
    }

    /// White space is what it is, but not behind a tag that ends a line.
    fn space(&mut self, space: &str) {
        if self.breaks == 0 {
            self.done.push_str(space);
        } else if self.mark.is_none() {
            self.end_lines(space.matches('\n').count().min(2));
        }
    }

    fn end_lines(&mut self, count: usize) {
        if self.mark.is_none() {
            self.breaks = self.breaks.max(count);
        }
    }

    fn item(&mut self) {
        let number = self.lists.last_mut().and_then(Option::as_mut);
        self.mark = Some(match number {
            Some(number) => {
                *number += 1;
                format!("{number}. ")
            }
            None => "- ".to_owned(),
        });
        self.breaks = 1;
    }
}

/// How many lists deep an item is set in.
const DEEPEST: usize = 8;

fn first_line(text: &str) -> &str {
    text.lines().next().unwrap_or_default()
}

/// A fenced block, to its end or that of the text.
fn fenced(rest: &str, out: &mut Out) -> usize {
    let opening = first_line(rest).trim_end();
    let mark = opening.chars().next().unwrap_or('`');
    let length = opening.chars().take_while(|it| *it == mark).count();
    let mut taken = 0;
    for (at, line) in rest.split_inclusive('\n').enumerate() {
        taken += line.len();
        let line = line.trim();
        if at > 0 && line.len() >= length && line.chars().all(|it| it == mark) {
            break;
        }
    }
    out.text(&rest[..taken]);
    taken
}

fn code_span(rest: &str, out: &mut Out) -> usize {
    let length = rest.len() - rest.trim_start_matches('`').len();
    let content = near(&rest[length..]);
    let taken = closing(content, length).map_or(length, |end| 2 * length + end);
    out.text(&rest[..taken]);
    taken
}

/// A tag: its name, whether it closes, what is said in it, and how long it is.
struct Tag<'a> {
    name: String,
    closes: bool,
    attributes: &'a str,
    length: usize,
}

impl Tag<'_> {
    fn at(rest: &str) -> Option<Tag<'_>> {
        let inside = &near(rest)[1..];
        let end = inside
            .find(['<', '>'])
            .filter(|end| inside[*end..].starts_with('>'))?;
        let inside = &inside[..end];
        let (closes, inside) = match inside.strip_prefix('/') {
            Some(inside) => (true, inside),
            None => (false, inside.strip_suffix('/').unwrap_or(inside)),
        };
        let length = inside
            .find(|it: char| !it.is_ascii_alphanumeric())
            .unwrap_or(inside.len());
        let (name, attributes) = inside.split_at(length);
        let is_tag = attributes.is_empty() || attributes.starts_with(char::is_whitespace);
        is_tag.then(|| Tag {
            name: name.to_ascii_lowercase(),
            closes,
            attributes,
            length: end + 2,
        })
    }
}

/// Writes what a tag, or a pair of them and what is between, is in Markdown.
fn tag(rest: &str, out: &mut Out) -> usize {
    let Some(tag) = Tag::at(rest) else {
        out.text("<");
        return 1;
    };
    match (tag.name.as_str(), tag.closes) {
        ("br", false) => out.end_lines(1),
        ("p" | "div" | "blockquote", _) => out.end_lines(2),
        ("span" | "font" | "u", _) => {}
        ("ul", false) => open_list(None, out),
        ("ol", false) => open_list(Some(0), out),
        ("ul" | "ol", true) => {
            out.lists.pop();
            out.mark = None;
            out.end_lines(2);
        }
        ("li", false) => out.item(),
        ("li", true) => {
            out.mark = None;
            out.end_lines(1);
        }
        (_, false) => return pair(&tag, rest, out),
        _ => {
            out.text("<");
            return 1;
        }
    }
    tag.length
}

fn open_list(number: Option<usize>, out: &mut Out) {
    out.lists.push(number);
    out.mark = None;
    out.end_lines(1);
}

/// What Markdown marks at both ends: emphasis, code, links, and headings as what is strong.
fn pair(tag: &Tag<'_>, rest: &str, out: &mut Out) -> usize {
    let found = between(tag, rest).and_then(|(inside, taken)| Some((paired(tag, inside)?, taken)));
    let Some((text, taken)) = found else {
        out.text("<");
        return 1;
    };
    let is_heading = tag.name.starts_with('h');
    if is_heading {
        out.end_lines(2);
    }
    if !text.is_empty() {
        out.text(&text);
    }
    if is_heading {
        out.end_lines(2);
    }
    taken
}

/// What stands between a tag and the next one that closes it, and how long all of it is.
fn between<'r>(tag: &Tag<'_>, rest: &'r str) -> Option<(&'r str, usize)> {
    let content = &rest[tag.length..];
    let closes =
        |at: &usize| Tag::at(&content[*at..]).filter(|it| it.closes && it.name == tag.name);
    let mut at = near(content).match_indices("</").map(|(at, _)| at);
    let (end, closing) = at.find_map(|at| Some((at, closes(&at)?)))?;
    let inside = &content[..end];
    (!inside.contains("\n\n")).then_some((inside, tag.length + end + closing.length))
}

/// The Markdown for what is between two tags, on one line; `None` where there is none.
fn paired(tag: &Tag<'_>, inside: &str) -> Option<String> {
    let line = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let around = |mark: &str| {
        let text = line(&markdown(inside));
        let (before, after) = (inside.starts_with(' '), inside.ends_with(' '));
        let space = |is_there| if is_there { " " } else { "" };
        match text.as_str() {
            "" => String::new(),
            text => format!("{}{mark}{text}{mark}{}", space(before), space(after)),
        }
    };
    Some(match tag.name.as_str() {
        "b" | "strong" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => around("**"),
        "i" | "em" => around("*"),
        "code" | "tt" => match line(&unescaped(&without_tags(inside))) {
            text if text.contains('`') => return None,
            text if text.is_empty() => text,
            text => format!("`{text}`"),
        },
        "a" => {
            let text = line(&markdown(inside));
            match href(tag.attributes).filter(|it| is_url(it)) {
                Some(target) if !text.contains(['[', ']']) => format!("[{text}]({target})"),
                _ => text,
            }
        }
        _ => return None,
    })
}

/// The target of a link.
fn href(attributes: &str) -> Option<&str> {
    let start = attributes.to_ascii_lowercase().find("href")?;
    let value = attributes[start + 4..]
        .trim_start()
        .strip_prefix('=')?
        .trim_start();
    let quote = value.chars().next().filter(|it| matches!(it, '"' | '\''))?;
    let value = &value[1..];
    value.find(quote).map(|end| value[..end].trim())
}

fn without_tags(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(at) = rest.find('<') {
        out.push_str(&rest[..at]);
        let tag = Tag::at(&rest[at..]).filter(|it| !it.name.is_empty());
        let length = tag.map_or(1, |it| it.length);
        if length == 1 {
            out.push('<');
        }
        rest = &rest[at + length..];
    }
    out + rest
}

/// Markdown reads references to characters everywhere but in code.
fn unescaped(text: &str) -> String {
    let known = [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#39;", "'"),
        ("&nbsp;", " "),
        ("&amp;", "&"),
    ];
    known
        .iter()
        .fold(text.to_owned(), |text, (from, to)| text.replace(from, to))
}

#[cfg(test)]
mod tests {
    use super::super::sanitise;
    use super::super::tests::check;

    #[test]
    fn line_ends_and_paragraphs_are_those_of_markdown() {
        check(&[
            ("one<br>two<BR/>three<br />\nfour", "one\ntwo\nthree\nfour"),
            ("<p>one</p> <p class=\"x\">two</p>", "one\n\ntwo"),
            ("one<br>\n\ntwo", "one\n\ntwo"),
            (
                "<div>one</div>\n<h2>Two</h2>three",
                "one\n\n**Two**\n\nthree",
            ),
            ("a<br>\n- b\n- c", "a\n\n- b\n- c"),
        ]);
    }

    #[test]
    fn lists_are_lists() {
        check(&[
            (
                "One of:<ul><li>a</li><li>b</li></ul>after",
                "One of:\n\n- a\n- b\n\nafter",
            ),
            (
                "<ul>\n  <li> <p>a</p> </li>\n  <li> <p>b</p> <p>c</p> </li>\n</ul>",
                "- a\n- b\n\n  c",
            ),
            (
                "<ol><li>a<ul><li>x</li></ul></li><li>b</li></ol>",
                "1. a\n   - x\n2. b",
            ),
            ("<li>a<li>b", "- a\n- b"),
        ]);
    }

    #[test]
    fn emphasis_code_and_links_are_marked() {
        check(&[
            ("a <b>bold</b> and <I>it</I>", "a **bold** and *it*"),
            ("a<strong> b </strong>c", "a **b** c"),
            ("<code>Map&lt;K, V&gt;</code>", "`Map<K, V>`"),
            ("<code><a href=\"x\">Name</a></code>", "`Name`"),
            (
                "<a href=\"https://a.example/x\" target='_blank'>the\nguide</a>.",
                "[the guide](https://a.example/x).",
            ),
            ("<a href='/x'><b>it</b></a>", "**it**"),
            ("<a href=\"javascript:alert(1)\">x</a>", "x"),
            ("<a name=\"x\">y</a>", "y"),
            ("<b></b><i> </i>x", "x"),
        ]);
    }

    #[test]
    fn other_tags_and_what_is_in_code_stay() {
        check(&[
            ("<script>alert(1)</script>", "\\<script>alert(1)\\</script>"),
            ("`<b>x</b><br>`", "`<b>x</b><br>`"),
            (
                "```\n<p>x</p>\n```\n<p>y</p>",
                "```text\n<p>x</p>\n```\n\ny",
            ),
            ("<b>open, List<b>", "\\<b>open, List\\<b>"),
            ("<code>a`b</code>", "\\<code>a\\`b\\</code>"),
            ("a < b <c", "a \\< b \\<c"),
        ]);
    }

    #[test]
    fn many_tags_are_read_in_no_time() {
        for text in [
            "<b>",
            "<ul><li>",
            "<a href=",
            "</p>",
            "<b>x</b>",
            "<li><ol>x",
            "<b><i>",
        ] {
            let text = text.repeat(50_000);
            let lines = sanitise(&text);
            let written: usize = lines.iter().map(String::len).sum();
            assert!(written <= 8 * text.len(), "{written}");
        }
    }
}
