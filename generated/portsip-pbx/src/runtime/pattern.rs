//! Patterns: matched here where they are runs of characters, and by an engine where they are more.
//!
//! Most patterns of documents are a few classes, one after the other, as `^[A-Z]{2}-\d{4}$`: an engine for everything
//! takes ten times as long for those, and more than reading the rest of a body. What is not read as such runs is left to
//! the engine, so this may know as little as it likes.

use super::check::Check;
use std::sync::OnceLock;

/// A regular expression, compiled at its first use.
#[derive(Debug)]
pub struct Pattern {
    source: &'static str,
    compiled: OnceLock<Compiled>,
}

#[derive(Debug)]
enum Compiled {
    Runs(Runs),
    Engine(regex_lite::Regex),
    /// One that does not compile refuses nothing.
    Nothing,
}

impl Check {
    /// A pattern, which may match anywhere in the string.
    pub fn pattern(&mut self, name: &str, value: Option<&str>, pattern: &'static Pattern) {
        if value.is_some_and(|value| !pattern.matches(value)) {
            self.fail(name, format!("does not match {}", pattern.source));
        }
    }
}

impl Pattern {
    /// The generator makes sure that `source` compiles.
    pub const fn new(source: &'static str) -> Self {
        Self {
            source,
            compiled: OnceLock::new(),
        }
    }

    /// Whether it matches anywhere in `text`: JSON Schema does not anchor patterns.
    pub fn matches(&self, text: &str) -> bool {
        match self.compiled.get_or_init(|| compile(self.source)) {
            Compiled::Runs(runs) => runs.match_in(text),
            Compiled::Engine(regex) => regex.is_match(text),
            Compiled::Nothing => true,
        }
    }
}

fn compile(source: &str) -> Compiled {
    match (Runs::read(source), regex_lite::Regex::new(source)) {
        (_, Err(_)) => Compiled::Nothing,
        (Some(runs), _) => Compiled::Runs(runs),
        (None, Ok(regex)) => Compiled::Engine(regex),
    }
}

/// Runs of characters from the start of a text, or one run anywhere.
#[derive(Debug)]
struct Runs {
    from_start: bool,
    to_end: bool,
    runs: Vec<Run>,
}

#[derive(Debug)]
struct Run {
    class: Class,
    min: usize,
    max: usize,
}

#[derive(Debug, Default)]
struct Class {
    ranges: Vec<(char, char)>,
    is_not: bool,
}

impl Runs {
    /// `None`: it takes an engine.
    fn read(source: &str) -> Option<Self> {
        let (from_start, mut rest) = match source.strip_prefix('^') {
            Some(rest) => (true, rest),
            None => (false, source),
        };
        let mut runs = Vec::new();
        while !rest.is_empty() && rest != "$" {
            let class = Class::read(&mut rest)?;
            let (min, max) = quantity(&mut rest)?;
            runs.push(Run { class, min, max });
        }
        let to_end = rest == "$";
        let is_sure = match from_start {
            true => (0..runs.len()).all(|at| is_greedy(&runs[at..])),
            false => runs.len() == 1 && !to_end,
        };
        is_sure.then_some(Self {
            from_start,
            to_end,
            runs,
        })
    }

    fn match_in(&self, text: &str) -> bool {
        let mut chars = text.chars().peekable();
        if !self.from_start {
            let run = &self.runs[0];
            let mut length = 0;
            return run.min == 0
                || chars.any(|c| {
                    length = if run.class.has(c) { length + 1 } else { 0 };
                    length == run.min
                });
        }
        for run in &self.runs {
            let mut length = 0;
            while length < run.max && chars.next_if(|c| run.class.has(*c)).is_some() {
                length += 1;
            }
            if length < run.min {
                return false;
            }
        }
        !self.to_end || chars.peek().is_none()
    }
}

/// Whether the first run may take as much as it can: nothing after it could need any of that.
fn is_greedy(runs: &[Run]) -> bool {
    let [first, rest @ ..] = runs else {
        return true;
    };
    let needed = rest.iter().take_while(|it| it.min == 0).count() + 1;
    first.min == first.max
        || rest
            .iter()
            .take(needed)
            .all(|next| first.class.shares_nothing(&next.class))
}

impl Class {
    fn has(&self, c: char) -> bool {
        let is_listed = |(first, last): &(char, char)| (*first..=*last).contains(&c);
        self.ranges.iter().any(is_listed) != self.is_not
    }

    fn shares_nothing(&self, other: &Self) -> bool {
        let apart = |a: &(char, char), b: &(char, char)| a.1 < b.0 || b.1 < a.0;
        let within = |a: &(char, char), b: &(char, char)| b.0 <= a.0 && a.1 <= b.1;
        let (listed, others) = (&self.ranges, &other.ranges);
        match (self.is_not, other.is_not) {
            (false, false) => listed.iter().all(|a| others.iter().all(|b| apart(a, b))),
            (false, true) => listed.iter().all(|a| others.iter().any(|b| within(a, b))),
            (true, false) => others.iter().all(|a| listed.iter().any(|b| within(a, b))),
            (true, true) => false,
        }
    }

    /// `[a-z_]`, `\d`, or a character.
    fn read(rest: &mut &str) -> Option<Self> {
        let mut class = Self::default();
        let Some(inside) = rest.strip_prefix('[') else {
            if !rest.starts_with('\\') && rest.starts_with(|c| ".^$*+?()[]{}|".contains(c)) {
                return None;
            }
            class.item(rest)?;
            return Some(class);
        };
        *rest = inside;
        if let Some(inside) = rest.strip_prefix('^') {
            (class.is_not, *rest) = (true, inside);
        }
        while !rest.starts_with(']') {
            // Sets inside of sets, and operators between them.
            if rest.starts_with(['[', '^', '&', '~']) || rest.starts_with("--") {
                return None;
            }
            let first = class.item(rest)?;
            match rest.strip_prefix('-') {
                Some(after) if !after.starts_with(']') => {
                    *rest = after;
                    let (first, last) = (first?, class.item(rest)??);
                    // The two that were taken for characters of their own.
                    class.ranges.truncate(class.ranges.len() - 2);
                    class.ranges.push((first, last));
                    if rest.starts_with('-') && !rest.starts_with("-]") {
                        return None;
                    }
                }
                _ => {}
            }
        }
        *rest = &rest[1..];
        (!class.ranges.is_empty()).then_some(class)
    }

    /// Takes up a character, which it tells, or a class like `\d`.
    fn item(&mut self, rest: &mut &str) -> Option<Option<char>> {
        let mut chars = rest.chars();
        let mut c = chars.next()?;
        if c == '\\' {
            c = match chars.next()? {
                'd' => {
                    self.ranges.push(('0', '9'));
                    *rest = chars.as_str();
                    return Some(None);
                }
                'w' => {
                    let word = [('0', '9'), ('A', 'Z'), ('_', '_'), ('a', 'z')];
                    self.ranges.extend(word);
                    *rest = chars.as_str();
                    return Some(None);
                }
                't' => '\t',
                'n' => '\n',
                'r' => '\r',
                c if c.is_ascii_punctuation() && !matches!(c, '<' | '>') => c,
                _ => return None,
            };
        }
        self.ranges.push((c, c));
        *rest = chars.as_str();
        Some(Some(c))
    }
}

/// `{2,5}`, `*`, `+`, `?`, or nothing: how often, at least and at most.
fn quantity(rest: &mut &str) -> Option<(usize, usize)> {
    let (found, after) = match rest.chars().next() {
        Some('*') => ((0, usize::MAX), &rest[1..]),
        Some('+') => ((1, usize::MAX), &rest[1..]),
        Some('?') => ((0, 1), &rest[1..]),
        Some('{') => {
            let (inside, after) = rest[1..].split_once('}')?;
            let (min, max) = inside.split_once(',').unwrap_or((inside, inside));
            let min = min.parse().ok()?;
            let max = match max {
                "" => usize::MAX,
                max => max.parse().ok()?,
            };
            ((min, max), after)
        }
        _ => return Some((1, 1)),
    };
    *rest = after;
    // As few as possible, or a quantity of quantities.
    (!after.starts_with(['*', '+', '?', '{'])).then_some(found)
}
