//! Names in braces: of path templates and of servers' URLs.
//!
//! OAS 3.1, Path Templating, and Server Object, `url`.

use oasmith_source::Span;

/// The names between braces, in order; an empty one for `{}`. Those of a query (`{?page,size}`) are none of them.
pub(crate) fn names(template: &str) -> impl Iterator<Item = &str> {
    // What RFC 6570 and routers write around a name, and some authors do, is no part of it.
    let operators: &[char] = &[';', '+', '*', '.', '/', '#'];
    let parts = template.split('{').skip(1);
    parts
        .filter_map(|it| it.split_once('}'))
        .filter(|(name, _)| !name.starts_with(['?', '&']))
        .map(move |(name, _)| {
            let name = name.trim_start_matches(operators).trim_end_matches('*');
            name.strip_suffix("...").unwrap_or(name)
        })
}

/// The place of a part of a text: that of the whole text where the text is not written as it is read.
pub(crate) fn place_of(text: &str, span: Span, part: &str) -> Span {
    let length = (span.end - span.start) as usize;
    let quotes = match length.checked_sub(text.len()) {
        Some(0) => 0,
        Some(2) => 1,
        _ => return span,
    };
    let Some(at) = text.find(part) else {
        return span;
    };
    let start = span.start as usize + quotes + at;
    Span::new(span.file, start, start + part.len())
}

/// Whether every brace has its other half, and none stands in another.
pub(crate) fn is_balanced(template: &str) -> bool {
    let mut is_open = false;
    for letter in template.chars() {
        match letter {
            '{' if is_open => return false,
            '}' if !is_open => return false,
            '{' | '}' => is_open = !is_open,
            _ => {}
        }
    }
    !is_open
}

#[cfg(test)]
mod tests {
    use super::names;

    #[test]
    fn what_stands_around_a_name_is_no_part_of_it() {
        let cases = [
            ("/a/{id}/{}", vec!["id", ""]),
            (
                "/{+a}/{**b}/{c*}/{d...}{.e}{/f}{;g}",
                vec!["a", "b", "c", "d", "e", "f", "g"],
            ),
            ("/a{?page,size}{&x}", vec![]),
        ];
        for (template, expected) in cases {
            assert_eq!(names(template).collect::<Vec<_>>(), expected, "{template}");
        }
    }
}
