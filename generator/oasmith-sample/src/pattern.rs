//! Texts that match a regular expression, and whether a text does.
//!
//! JSON Schema 2020-12, 6.4: patterns are ECMA-262 and not anchored. They are read by an engine without look-around and
//! back-references: what looks ahead at its start is followed piece by piece, and any other that has those is refused
//! with a reason.

use crate::Reason;
use crate::choice::Choice;
use oasmith_spec::pattern::{Engine, Piece, taken_apart, translate};
use regex::Regex;
use regex_syntax::ParserBuilder;
use regex_syntax::hir::{Class, ClassUnicode, ClassUnicodeRange, Hir, HirKind, Repetition};

/// How large an expression may become when it is compiled.
const SIZE: usize = 1 << 20;

/// How many characters are made at most.
const LONGEST: usize = 20_000;

/// An expression that is understood.
#[derive(Debug)]
pub struct Pattern {
    /// What a text has to match, and what it must not.
    matched: Vec<Regex>,
    unmatched: Vec<Regex>,
    /// What it looks ahead for.
    ahead: Vec<Hir>,
    hir: Hir,
}

impl Pattern {
    pub fn new(pattern: &str) -> Result<Self, Reason> {
        let pieces = taken_apart(pattern).unwrap_or_default();
        let mut it = Pattern {
            matched: Vec::new(),
            unmatched: Vec::new(),
            ahead: Vec::new(),
            hir: Hir::empty(),
        };
        for piece in &pieces {
            match piece {
                Piece::Is(text) => {
                    let (regex, hir) = understood(text, pattern)?;
                    it.matched.push(regex);
                    it.ahead.push(hir);
                }
                Piece::IsNot(text) => it.unmatched.push(understood(text, pattern)?.0),
            }
        }
        match it.ahead.pop() {
            Some(last) => it.hir = last,
            None => {
                let (regex, hir) = understood(pattern, pattern)?;
                it.matched.push(regex);
                it.hir = hir;
            }
        }
        Ok(it)
    }

    pub fn matches(&self, text: &str) -> bool {
        self.matched.iter().all(|it| it.is_match(text))
            && !self.unmatched.iter().any(|it| it.is_match(text))
    }

    /// A text of about `length` characters that may match. What it looks ahead for is put before the rest now and then.
    pub fn text(&self, length: usize, choice: &mut Choice) -> String {
        let least = minimum(&self.hir);
        let mut making = Making {
            extra: 0,
            is_greedy: choice.once_in(2),
            out: String::new(),
            choice,
        };
        if !self.ahead.is_empty() && making.choice.once_in(2) {
            self.ahead.iter().for_each(|it| making.hir(it));
        }
        making.extra = length.saturating_sub(least + making.out.chars().count());
        making.hir(&self.hir);
        making.out
    }

    /// The length of the shortest text.
    pub fn shortest(&self) -> usize {
        minimum(&self.hir)
    }
}

/// An expression for the engine; the reason tells of the pattern that it is of.
fn understood(expression: &str, pattern: &str) -> Result<(Regex, Hir), Reason> {
    let refused = |what: String| {
        let first = what.lines().last().unwrap_or_default();
        Reason::new(format!(
            "the pattern `{pattern}` cannot be followed: {first}"
        ))
    };
    let text = translate(expression, Engine::Unicode).map_err(|why| refused(why.to_string()))?;
    let mut parser = ParserBuilder::new().nest_limit(100).build();
    let hir = parser
        .parse(&text)
        .map_err(|error| refused(error.to_string()))?;
    let regex = regex::RegexBuilder::new(&text).size_limit(SIZE).build();
    let regex = regex.map_err(|error| refused(error.to_string()))?;
    Ok((regex, hir))
}

fn minimum(hir: &Hir) -> usize {
    hir.properties().minimum_len().unwrap_or(0)
}

struct Making<'a> {
    /// Characters beyond the shortest text.
    extra: usize,
    /// The first repetition takes them all.
    is_greedy: bool,
    out: String,
    choice: &'a mut Choice,
}

impl Making<'_> {
    fn hir(&mut self, hir: &Hir) {
        if self.out.len() > LONGEST {
            return;
        }
        match hir.kind() {
            HirKind::Empty | HirKind::Look(_) => {}
            HirKind::Literal(it) => self.out.push_str(&String::from_utf8_lossy(&it.0)),
            HirKind::Class(class) => self.out.extend(character(class, self.choice)),
            HirKind::Repetition(it) => self.repetition(it),
            HirKind::Capture(it) => self.hir(&it.sub),
            HirKind::Concat(parts) => parts.iter().for_each(|it| self.hir(it)),
            HirKind::Alternation(parts) => self.alternation(parts),
        }
    }

    fn repetition(&mut self, it: &Repetition) {
        let (least, size) = (it.min as usize, minimum(&it.sub).max(1));
        let most = it.max.map_or(usize::MAX, |it| it as usize) - least;
        let most = most.min(self.extra / size);
        let more = match self.is_greedy {
            true => most,
            false => self.choice.between(0, most),
        };
        self.extra -= more * size;
        for _ in 0..least + more {
            self.hir(&it.sub);
            if self.out.len() > LONGEST {
                return;
            }
        }
    }

    fn alternation(&mut self, parts: &[Hir]) {
        let least = parts.iter().map(minimum).min().unwrap_or(0);
        let over = |it: &Hir| minimum(it) - least;
        let fitting: Vec<&Hir> = parts.iter().filter(|it| over(it) <= self.extra).collect();
        if let Some(it) = self.choice.of_these(&fitting) {
            self.extra -= over(it);
            self.hir(it);
        }
    }
}

/// One of a class; of its printable ASCII characters where it has some.
fn character(class: &Class, choice: &mut Choice) -> Option<char> {
    let Class::Unicode(class) = class else {
        return None;
    };
    let range = |low, high| ClassUnicode::new([ClassUnicodeRange::new(low, high)]);
    let words = ClassUnicode::new(
        [('0', '9'), ('A', 'Z'), ('a', 'z')].map(|it| ClassUnicodeRange::new(it.0, it.1)),
    );
    let narrower = match choice.once_in(6) {
        true => [range(' ', '~'), words],
        false => [words, range(' ', '~')],
    };
    let narrowed = narrower.into_iter().find_map(|mut it| {
        it.intersect(class);
        (!it.ranges().is_empty()).then_some(it)
    });
    let class = narrowed.as_ref().unwrap_or(class);
    let length = |it: &ClassUnicodeRange| u32::from(it.end()) - u32::from(it.start()) + 1;
    let total: u32 = class.ranges().iter().map(length).sum();
    let mut at = u32::try_from(choice.below(total as usize)).ok()?;
    for it in class.ranges() {
        if at < length(it) {
            // Between the ends of a range may be those that are no characters.
            return char::from_u32(u32::from(it.start()) + at).or(Some(it.start()));
        }
        at -= length(it);
    }
    None
}

#[cfg(test)]
mod tests {
    use super::Pattern;
    use crate::choice::Choice;

    #[test]
    fn texts_match_the_pattern_they_are_made_from() {
        let patterns = [
            r"^[a-z0-9]{6,64}$",
            r"^\/api\/v\d+$",
            r"^(foo|ba[rz])-?\w+@[^\s@]+$",
            r"^#[0-9A-Fa-f]{6}$",
            r"^[\[\]a&&b~-]+$",
            r"^\d{3}-\d{2}$",
            "^\u{e9}+$",
            r"x|\u0041\.",
        ];
        for pattern in patterns {
            let it = Pattern::new(pattern).unwrap_or_else(|why| unreachable!("{why}"));
            for seed in 0..50 {
                let text = it.text(12, &mut Choice::of(&[pattern], seed));
                assert!(it.matches(&text), "{pattern}: {text:?}");
                assert!(text.chars().count() <= 12, "{pattern}: {text:?}");
            }
        }
    }

    #[test]
    fn what_looks_ahead_at_its_start_is_followed() {
        let patterns = [
            r"^(?![0-9a-f]{8}-.*$)^[a-z]([a-z0-9-]*[a-z0-9]+)?$",
            r"^(?=.*[a-z])(?=.*\d)[a-z\d]{8,}$",
        ];
        for pattern in patterns {
            let it = Pattern::new(pattern).unwrap_or_else(|why| unreachable!("{why}"));
            let texts = (0..50).map(|seed| it.text(12, &mut Choice::of(&[pattern], seed)));
            assert!(
                texts.filter(|text| it.matches(text)).count() > 20,
                "{pattern}"
            );
        }
        let of = Pattern::new("^(?!x$)(?=.*1)[a-z1]+$").unwrap_or_else(|why| unreachable!("{why}"));
        let matching = ["a1", "x", "x1", "a", "1_"].map(|it| of.matches(it));
        assert_eq!(matching, [true, false, true, false, false]);
    }

    #[test]
    fn what_the_engine_cannot_follow_is_refused_with_a_reason() {
        let why = |pattern| Pattern::new(pattern).err().map(|it| it.to_string());
        insta::assert_debug_snapshot!([why("(?=a)b"), why(r"(a)\1"), why("(")], @r#"
        [
            Some(
                "the pattern `(?=a)b` cannot be followed: error: look-around, including look-ahead and look-behind, is not supported",
            ),
            Some(
                "the pattern `(a)\\1` cannot be followed: it refers back to group 1",
            ),
            Some(
                "the pattern `(` cannot be followed: error: unclosed group",
            ),
        ]
        "#);
        assert!(why("((a{1000}){1000}){1000}").is_some());
    }
}
