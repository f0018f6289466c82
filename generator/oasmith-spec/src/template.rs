//! What a path template means, in whichever notation it is written.
//!
//! In: a path, and which names its parameters have. Out: the same path, with nothing but plain names between braces.
//! OAS knows no other (OAS 3.1, 4.8.1), but documents are made from notations that do: `{+name}`, `{path*}` and
//! `{.format}` (RFC 6570), `{*path}`, `{path...}`, `:id` and `<int:id>` of routers, `{id:[0-9]+}`, `{{id}}`.
//! A place holds one segment, unless its notation says otherwise: `{+name}`, `{*path}`, `{path+}`, `{path...}`,
//! `{path:path}`. What else a notation asks for is lost. `{?page,size}` at the end is a query, which is no part of a path. `{name=projects/*}` (google.api.http) is several segments, and becomes what it
//! means: `projects/{project}`.

use crate::plural::singular;

/// What a template means.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Meaning {
    /// The path with plain names.
    pub path: String,
    /// The names of the places that may hold several segments.
    pub wide: Vec<String>,
    /// Names in the place of which others stand, made of segments, and those others.
    pub spelt_out: Vec<String>,
}

/// The path with plain names, when it is another one. `is_declared` knows the names of the path's parameters.
pub fn plain(path: &str, is_declared: &dyn Fn(&str) -> bool) -> Option<String> {
    let meaning = meaning(path, is_declared)?;
    (meaning.path != path).then_some(meaning.path)
}

/// What a path means; `None` where a brace is not closed.
pub fn meaning(path: &str, is_declared: &dyn Fn(&str) -> bool) -> Option<Meaning> {
    let is_routed = |name: &str| is_declared(name) && !path.contains(&format!("{{{name}}}"));
    let (mut found, mut rest) = (Meaning::default(), path);
    while let Some((before, after)) = rest.split_once('{') {
        let end = end_of_place(after)?;
        let (inside, behind) = (&after[..end], &after[end + 1..]);
        routed(before, &is_routed, &mut found);
        rest = behind;
        if let Some((name, segments)) = inside.split_once('=').filter(|it| it.1.contains('/')) {
            let spelt_out = spelt_out(segments);
            found.path.push_str(&spelt_out);
            found.spelt_out.push(self::name(name).to_owned());
            found.spelt_out.extend(names(&spelt_out).map(str::to_owned));
            continue;
        }
        let is_last = rest.is_empty() || rest.starts_with("{&");
        let can_stay = is_declared(inside) && !inside.contains(['/', '{', '}']);
        if !can_stay && is_last && inside.starts_with(['?', '&']) {
            rest = "";
            continue;
        }
        let (sign, name) = match can_stay {
            true => ("", inside),
            false => {
                let (sign, inside) = without_sign(inside);
                (sign, name(inside))
            }
        };
        found.path.extend([sign, "{", name, "}"]);
        if is_wide(inside) {
            found.wide.push(name.to_owned());
        }
    }
    routed(rest, &is_routed, &mut found);
    Some(found)
}

/// Whether what stands between braces holds several segments: RFC 6570 (3.2.3), routers of Go, .NET and Python, AWS.
fn is_wide(place: &str) -> bool {
    let inner = place.trim_matches(['{', '}', ' ']);
    let (name, kind) = inner.split_once(':').unwrap_or((inner, ""));
    let kind = kind.trim();
    name.starts_with(['+', '*'])
        || name.ends_with(['+', '*'])
        || name.ends_with("...")
        || ["path", ".*", ".+", "*"].contains(&kind)
}

/// The names between braces of a plain path, in order; an empty one for `{}`.
pub fn names(path: &str) -> impl Iterator<Item = &str> {
    let mut rest = path;
    std::iter::from_fn(move || {
        let (name, behind) = rest.split_once('{')?.1.split_once('}')?;
        rest = behind;
        Some(name)
    })
}

/// Adds segments between braces, with a place where a router has one: `:id` and `<int:id>`, if there is such a
/// parameter.
fn routed(segments: &str, is_declared: &dyn Fn(&str) -> bool, found: &mut Meaning) {
    for (at, segment) in segments.split('/').enumerate() {
        if at > 0 {
            found.path.push('/');
        }
        let bracketed = segment
            .strip_prefix('<')
            .and_then(|it| it.strip_suffix('>'));
        let (kind, bracketed) = match bracketed.map(|it| (it.rsplit_once(':'), it)) {
            Some((Some((kind, name)), _)) => (kind, Some(name)),
            Some((None, name)) => ("", Some(name)),
            None => ("", None),
        };
        let name = bracketed.or_else(|| segment.strip_prefix(':').map(self::name));
        match name.filter(|it| is_declared(it)) {
            Some(name) => {
                found.path.extend(["{", name, "}"]);
                if kind == "path" {
                    found.wide.push(name.to_owned());
                }
            }
            None => found.path.push_str(segment),
        }
    }
}

/// RFC 6570, 3.2.5 and 3.2.6: what `.` and `/` in front of a name say stands in front of its value.
fn without_sign(place: &str) -> (&str, &str) {
    let (sign, after) = place.split_at(usize::from(place.starts_with(['.', '/'])));
    match is_name(name(after)) {
        true => (sign, after),
        false => ("", place),
    }
}

/// Segments, each `*` of which is a place that is called as the segment before: `projects/*/books/*`.
fn spelt_out(segments: &str) -> String {
    let mut before = "";
    let each = segments.split('/').enumerate().map(|(at, segment)| {
        let is_place = segment.starts_with('*');
        let called = std::mem::replace(&mut before, segment);
        let is_name = !called.is_empty() && !called.contains(['*', '{', '}']);
        match (is_place, is_name) {
            (false, _) => segment.to_owned(),
            (true, true) => format!("{{{}}}", singular(called)),
            (true, false) => format!("{{part{}}}", at + 1),
        }
    });
    each.collect::<Vec<_>>().join("/")
}

/// Where the brace is closed; there may be pairs of braces inside.
fn end_of_place(inside: &str) -> Option<usize> {
    let mut open = 0;
    for (at, char) in inside.char_indices() {
        match char {
            '{' => open += 1,
            '}' if open == 0 => return Some(at),
            '}' => open -= 1,
            _ => {}
        }
    }
    None
}

/// What of a place is its name; all of it, when nothing else is.
fn name(place: &str) -> &str {
    let inner = place.trim_matches(['{', '}', ' ']);
    let inner = inner.trim_start_matches(['+', '*', ';', '#']);
    let end = inner.find(['=', ':']).unwrap_or(inner.len());
    let name = inner[..end].trim_end_matches(['*', '+', '?', ' ']);
    let name = name.strip_suffix("...").unwrap_or(name);
    if is_name(name) { name } else { place }
}

fn is_name(text: &str) -> bool {
    let is_letter = |c: char| c.is_alphanumeric() || "_-.$@".contains(c);
    !text.is_empty() && text.chars().all(is_letter)
}

#[cfg(test)]
mod tests {
    use super::{meaning, plain};

    #[test]
    fn some_places_hold_several_segments() {
        let wide = |path: &str| {
            let found = meaning(path, &|it| ["file", "a+"].contains(&it)).expect("closed braces");
            found.wide.join(" ")
        };
        assert_eq!(
            wide("/{+a}/{*b}/{**c}/{d+}/{e*}/{f...}/{g:path}/{h:.*}/<path:file>/{a+}"),
            "a b c d e f g h file a+"
        );
        assert_eq!(
            wide("/{a}/{b?}/{c:[0-9]+}/{d:int}/<int:file>/{name=projects/*}"),
            ""
        );
    }

    #[test]
    fn every_notation_becomes_plain_names() {
        let declared = |it: &str| ["id", "no", "a:b"].contains(&it);
        let cases = [
            ("/a/{id}/{}/{other}", None),
            ("/{a:b}", None),
            ("/{open", None),
            (
                "/{+a}/{**b}/{c*}/{d...}{.e}{/f}{;g}",
                Some("/{a}/{b}/{c}/{d}.{e}/{f}{g}"),
            ),
            ("/{id:[0-9]{2}}/{{x}}/{y?}", Some("/{id}/{x}/{y}")),
            ("/a{?page,size}{&x}", Some("/a")),
            (
                "/v1/{name=projects/*/books/*}:cancel",
                Some("/v1/projects/{project}/books/{book}:cancel"),
            ),
            ("/a/b/<int:id>.json/:other:id", None),
            ("/a/:id/b/{id}", None),
            ("/a/:id/{x}:run", Some("/a/{id}/{x}:run")),
            ("/a/<int:id>/{x}/:no?", Some("/a/{id}/{x}/{no}")),
        ];
        for (path, expected) in cases {
            assert_eq!(plain(path, &declared).as_deref(), expected, "{path}");
        }
    }
}
