//! Which operations are generated, when a person wants only some.
//!
//! A pattern is the id of an operation, `tag:` and a tag, or a path with a method before it or not: `getPet`,
//! `tag:pets`, `/pets/{id}`, `GET /pets/**`. In each of them `*` stands for any text, of which a `/` of a path is no
//! part; `**` between slashes stands for any number of segments, none included.

use crate::codes;
use oasmith_source::{Diagnostic, Diagnostics};

/// The operations that are wanted: those that one of the patterns means, or all where there is none.
pub struct Selection<'a> {
    patterns: Vec<Pattern<'a>>,
}

/// What an operation is known by.
pub struct Known<'a> {
    pub path: &'a str,
    /// `None`: those of the path, whichever they are.
    pub method: Option<&'a str>,
    pub id: Option<&'a str>,
    pub tags: Vec<&'a str>,
}

struct Pattern<'a> {
    text: &'a str,
    means: Means<'a>,
    /// Whether it has meant an operation.
    used: bool,
}

enum Means<'a> {
    Id(&'a str),
    Tag(&'a str),
    Path {
        method: Option<&'a str>,
        path: &'a str,
    },
}

impl<'a> Selection<'a> {
    pub fn new(patterns: &'a [String]) -> Self {
        let patterns = patterns.iter().map(|text| Pattern {
            text,
            means: means(text),
            used: false,
        });
        Selection {
            patterns: patterns.collect(),
        }
    }

    /// Whether an operation is wanted.
    pub fn takes(&mut self, it: Known<'_>) -> bool {
        let mut taken = self.patterns.is_empty();
        // All of them are asked, so that each one knows whether it means anything.
        for pattern in &mut self.patterns {
            let meant = pattern.means.means(&it);
            pattern.used |= meant;
            taken |= meant;
        }
        taken
    }

    /// Says which patterns have meant nothing: most often a slip, which would leave out what somebody needs.
    pub fn tell_unused(self, diagnostics: &mut Diagnostics) {
        for it in self.patterns.iter().filter(|it| !it.used) {
            let message = format!("`{}` means no operation of the document", it.text);
            let fault = Diagnostic::error(&codes::SELECTION_EMPTY, message);
            diagnostics
                .push(fault.help("it is an operation id, `tag:` and a tag, or a path: `/pets/**`"));
        }
    }
}

fn means(text: &str) -> Means<'_> {
    let text = text.trim();
    if let Some(tag) = text.strip_prefix("tag:") {
        return Means::Tag(tag.trim());
    }
    if text.starts_with('/') {
        return Means::Path {
            method: None,
            path: text,
        };
    }
    match text.split_once(' ') {
        Some((method, path)) if path.trim_start().starts_with('/') => Means::Path {
            method: Some(method),
            path: path.trim_start(),
        },
        _ => Means::Id(text),
    }
}

impl Means<'_> {
    fn means(&self, it: &Known<'_>) -> bool {
        match self {
            Means::Id(id) => it.id.is_some_and(|it| like(id, it)),
            Means::Tag(tag) => it.tags.iter().any(|it| like(tag, it)),
            Means::Path { method, path } => {
                let same = |a: &str, b: &str| a == "*" || a.eq_ignore_ascii_case(b);
                let fits = match (method, it.method) {
                    (Some(wanted), Some(method)) => same(wanted, method),
                    _ => true,
                };
                fits && path_like(path, it.path)
            }
        }
    }
}

/// Whether a text is what a pattern with `*` says.
fn like(pattern: &str, text: &str) -> bool {
    let (pattern, text): (Vec<char>, Vec<char>) =
        (pattern.chars().collect(), text.chars().collect());
    fits(&pattern, &text, |it| *it == '*', |it, c| it == c)
}

fn path_like(pattern: &str, path: &str) -> bool {
    let (pattern, path): (Vec<&str>, Vec<&str>) =
        (pattern.split('/').collect(), path.split('/').collect());
    fits(&pattern, &path, |it| *it == "**", |it, part| like(it, part))
}

/// Whether a pattern stands for all of a text, where some of its parts stand for any number of the text's.
/// Takes the product of both lengths at most: what was left at the last such part is taken up again, and no earlier.
fn fits<P, T>(
    pattern: &[P],
    text: &[T],
    is_any: impl Fn(&P) -> bool,
    is_like: impl Fn(&P, &T) -> bool,
) -> bool {
    let (mut p, mut t) = (0, 0);
    let mut last = None;
    while t < text.len() {
        match pattern.get(p) {
            Some(it) if is_any(it) => {
                last = Some((p, t));
                p += 1;
            }
            Some(it) if is_like(it, &text[t]) => {
                p += 1;
                t += 1;
            }
            _ => match last {
                Some((any, from)) => {
                    last = Some((any, from + 1));
                    p = any + 1;
                    t = from + 1;
                }
                None => return false,
            },
        }
    }
    pattern[p..].iter().all(is_any)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns_mean_ids_tags_and_paths() {
        let gist = || Known {
            path: "/gists/{gist_id}/star",
            method: Some("PUT"),
            id: Some("gists/star"),
            tags: vec!["gists", "social life"],
        };
        for (pattern, wanted) in [
            ("gists/star", true),
            ("gists/*", true),
            ("gists", false),
            ("tag:gists", true),
            ("tag:social life", true),
            ("tag:soc*", true),
            ("tag:gist", false),
            ("/gists/**", true),
            ("/gists/*/star", true),
            ("/gists/{gist_id}/star", true),
            ("/**/star", true),
            ("/gists/*", false),
            ("/gists", false),
            ("/**/star/**", true),
            ("/**/**/x", false),
            ("PUT /gists/**", true),
            ("put /gists/**", true),
            ("GET /gists/**", false),
        ] {
            let patterns = [pattern.to_owned()];
            assert_eq!(Selection::new(&patterns).takes(gist()), wanted, "{pattern}");
        }
        assert!(Selection::new(&[]).takes(gist()));
    }

    #[test]
    fn a_pattern_of_many_stars_takes_no_time() {
        let pattern = "*a".repeat(2_000);
        assert!(!like(&pattern, &"a".repeat(1_000)));
        assert!(!path_like(&"/**/a".repeat(1_000), &"/a".repeat(999)));
    }
}
