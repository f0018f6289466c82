//! Headings: `## Marked` and underlined (CommonMark, 4.2 and 4.3).

/// The text of a heading that starts with `#`.
pub(crate) fn marked(line: &str) -> Option<String> {
    let rest = line.trim_start_matches(' ');
    let level = rest.bytes().take_while(|it| *it == b'#').count();
    let text = &rest[level..];
    let is_heading = (1..=6).contains(&level)
        && line.len() - rest.len() <= 3
        && (text.is_empty() || text.starts_with([' ', '\t']));
    is_heading.then(|| plain(without_closing_marks(text.trim())))
}

/// `Title ##` is `Title`, and `C#` is `C#`.
fn without_closing_marks(text: &str) -> &str {
    let cut = text.trim_end_matches('#');
    if cut.is_empty() || cut.ends_with([' ', '\t']) {
        cut.trim_end()
    } else {
        text
    }
}

/// Whether the line makes a heading of the one above.
pub(super) fn is_underline(line: &str) -> bool {
    let text = line.trim_end();
    let marks = text.trim_start_matches(' ');
    let all = |mark: char| marks.chars().all(|it| it == mark);
    !marks.is_empty() && text.len() - marks.len() <= 3 && (all('=') || all('-'))
}

/// Whether a line is text, which an underline makes a heading of.
pub(super) fn may_be_underlined(line: &str) -> bool {
    let text = line.trim_start_matches(' ');
    let is_other_block = text.starts_with(['>', '|', '<', '-', '*', '+']) || text.starts_with("{%");
    !text.trim().is_empty() && line.len() - text.len() <= 3 && !is_other_block
}

/// A heading as text: GitBook's exports put `<a href="#x" id="x"></a>` after it.
pub(super) fn plain(text: &str) -> String {
    let text = text.split("<a ").next().unwrap_or_default();
    text.trim().to_owned()
}
