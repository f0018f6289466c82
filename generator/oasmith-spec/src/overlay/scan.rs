//! What can be told of a JSONPath without parsing it: how much it may ask for, and the single places it starts with.
//!
//! The parser recurses, and takes three times as long for each filter inside a filter; so what people do not write is
//! refused before it gets there.

use std::collections::HashSet;

use super::hits::Step;

/// Bytes of one path.
const LONGEST: usize = 4096;
/// Brackets inside brackets. The parser's time grows by three with each.
const BRACKETS: usize = 6;
/// Brackets and parentheses inside one another, which the parser recurses over.
const NESTED: usize = 48;

/// What a path may ask for.
#[derive(Debug, Default)]
pub(super) struct Scan {
    /// How many `..` there are: each visits everything below.
    pub(super) descents: u32,
    /// How often one place may be visited because selectors overlap: `[*, 0:]`.
    pub(super) repeats: u64,
    /// How many queries from the root are asked for every value that a filter looks at.
    pub(super) absolutes: u32,
    /// The names and indices that the path starts with.
    pub(super) steps: Vec<Step>,
    /// What follows them.
    pub(super) rest: usize,
}

/// Looks a path over; `None` when it is more than anybody writes.
pub(super) fn scan(text: &str) -> Option<Scan> {
    if text.len() > LONGEST {
        return None;
    }
    let mut cx = Cx {
        text,
        open: Vec::new(),
        scan: Scan {
            repeats: 1,
            ..Scan::default()
        },
        has_absolute: false,
    };
    cx.run()?;
    let mut scan = cx.scan;
    // `$` in a filter means the whole document, so that has to be looked at.
    if !cx.has_absolute {
        (scan.steps, scan.rest) = leading(text);
    } else {
        scan.rest = text.len().min(1);
    }
    Some(scan)
}

struct Cx<'a> {
    text: &'a str,
    open: Vec<Open<'a>>,
    scan: Scan,
    has_absolute: bool,
}

/// An open bracket or parenthesis.
enum Open<'a> {
    Selectors {
        /// Where the selector starts that is being read.
        start: usize,
        literals: HashSet<&'a str>,
        others: u64,
    },
    Parenthesis,
}

impl<'a> Cx<'a> {
    fn run(&mut self) -> Option<()> {
        let bytes = self.text.as_bytes();
        let mut at = 0;
        while let Some(byte) = bytes.get(at) {
            match byte {
                b'\'' | b'"' => at = string_end(bytes, at),
                b'[' => self.open.push(Open::Selectors {
                    start: at + 1,
                    literals: HashSet::new(),
                    others: 0,
                }),
                b'(' => self.open.push(Open::Parenthesis),
                b',' => self.end_selector(at),
                b']' => {
                    self.end_selector(at);
                    self.close();
                }
                b')' => self.close(),
                b'.' if bytes.get(at + 1) == Some(&b'.') => {
                    self.scan.descents += 1;
                    at += 1;
                }
                b'$' if at > 0 => {
                    self.has_absolute = true;
                    let (_, rest) = leading(&self.text[at..]);
                    let next = bytes.get(at + rest);
                    self.scan.absolutes += u32::from(matches!(next, Some(b'.' | b'[')));
                }
                _ => {}
            }
            self.check_nesting()?;
            at += 1;
        }
        Some(())
    }

    fn check_nesting(&self) -> Option<()> {
        let is_bracket = |it: &&Open<'_>| matches!(it, Open::Selectors { .. });
        let fits = self.open.len() <= NESTED
            && (self.open.len() <= BRACKETS
                || self.open.iter().filter(is_bracket).count() <= BRACKETS);
        fits.then_some(())
    }

    /// Notes what the selector is that ends here.
    fn end_selector(&mut self, end: usize) {
        let Some(Open::Selectors {
            start,
            literals,
            others,
        }) = self.open.last_mut()
        else {
            return;
        };
        let selector = self.text.get(*start..end).unwrap_or_default().trim();
        // Two different names, or two different indices, never match one place.
        if !is_literal(selector) || !literals.insert(selector) {
            *others += 1;
        }
        *start = end + 1;
    }

    fn close(&mut self) {
        if let Some(Open::Selectors {
            literals, others, ..
        }) = self.open.pop()
        {
            let most = others + u64::from(!literals.is_empty());
            self.scan.repeats = self.scan.repeats.saturating_mul(most.max(1));
        }
    }
}

/// Whether a selector is a name in single quotes, or an index, that is written in the only way there is.
fn is_literal(selector: &str) -> bool {
    let name = selector
        .strip_prefix('\'')
        .and_then(|it| it.strip_suffix('\''));
    match name {
        Some(name) => !name.contains(['\'', '\\']),
        None => !selector.is_empty() && selector.bytes().all(|it| it.is_ascii_digit()),
    }
}

/// The last byte of a string that starts here.
fn string_end(bytes: &[u8], start: usize) -> usize {
    let mut at = start + 1;
    while let Some(byte) = bytes.get(at) {
        match byte {
            b'\\' => at += 1,
            it if *it == bytes[start] => return at,
            _ => {}
        }
        at += 1;
    }
    at
}

/// The names and indices after the `$` that a text starts with, and where they end. Stops at whatever is not plain.
fn leading(text: &str) -> (Vec<Step>, usize) {
    let mut steps = Vec::new();
    let mut at = text.len().min(1);
    while let Some((step, length)) = step(&text[at..]) {
        steps.push(step);
        at += length;
    }
    (steps, at)
}

/// `.name`, `['name']`, `["name"]` or `[0]`, and how many bytes it takes.
fn step(text: &str) -> Option<(Step, usize)> {
    if let Some(rest) = text.strip_prefix('.') {
        let is_name = |it: char| it.is_ascii_alphanumeric() || it == '_' || !it.is_ascii();
        let end = rest.find(|it| !is_name(it)).unwrap_or(rest.len());
        let name = rest.get(..end).filter(|it| !it.is_empty())?;
        return Some((Step::Member(name.into()), 1 + end));
    }
    let rest = text.strip_prefix('[')?;
    let (inner, length) = match rest.as_bytes().first()? {
        quote @ (b'\'' | b'"') => {
            let end = string_end(rest.as_bytes(), 0);
            let name = rest.get(1..end).filter(|it| !it.contains('\\'))?;
            debug_assert!(rest.as_bytes().get(end).is_none_or(|it| it == quote));
            (Step::Member(name.into()), end + 1)
        }
        _ => {
            let end = rest.find(']')?;
            let digits = &rest[..end];
            let is_index = digits == "0" || !digits.starts_with('0');
            let is_number = digits.bytes().all(|it| it.is_ascii_digit());
            let index = digits.parse().ok().filter(|_| is_index && is_number)?;
            (Step::Item(index), end)
        }
    };
    let closes = rest.as_bytes().get(length) == Some(&b']');
    closes.then_some((inner, 1 + length + 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn facts(text: &str) -> (u32, u64, u32, usize, &str) {
        let scan = scan(text).unwrap();
        let rest = &text[scan.rest..];
        (
            scan.descents,
            scan.repeats,
            scan.absolutes,
            scan.steps.len(),
            rest,
        )
    }

    #[test]
    fn what_a_path_may_ask_for() {
        assert_eq!(facts("$"), (0, 1, 0, 0, ""));
        assert_eq!(facts("$.paths['/a[0]..'][1].x"), (0, 1, 0, 4, ""));
        assert_eq!(facts("$.a..b..*"), (2, 1, 0, 1, "..b..*"));
        assert_eq!(facts("$.a['b','c']"), (0, 1, 0, 1, "['b','c']"));
        assert_eq!(facts("$['a','a'][*, 0:]"), (0, 4, 0, 0, "['a','a'][*, 0:]"));
        assert_eq!(
            facts("$.a[?@.b == $.c['d']]"),
            (0, 1, 0, 0, ".a[?@.b == $.c['d']]")
        );
        assert_eq!(facts("$.a[?count($..*) > 1]").2, 1);
        assert_eq!(facts("$.a[01]['\\u0061'][-1]").3, 1);
    }

    #[test]
    fn what_nobody_writes_is_refused() {
        assert!(scan(&"$[?@".repeat(7)).is_none());
        assert!(scan(&format!("$[?{}", "(".repeat(60))).is_none());
        assert!(scan(&format!("${}", ".a".repeat(3000))).is_none());
        assert!(scan(&format!("${}", "['a'].b".repeat(100))).is_some());
    }
}
