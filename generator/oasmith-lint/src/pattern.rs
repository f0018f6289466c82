//! Reads patterns: regular expressions of ECMA 262, as far as telling what is wrong with them needs it.
//!
//! The grammar of the `regex` crate is read, after what ECMA writes in another way has been put into its words.

use oasmith_spec::pattern::{Engine, Refused, translate};
use regex_syntax::ast::{self, Ast};
use std::fmt;

/// Why a pattern cannot be had everywhere.
#[derive(Debug)]
pub(crate) enum Fault {
    LookAround,
    BackReference,
    /// A repetition of what may itself be repeated in its place: a text that does not match is tried in exponentially
    /// many ways by engines that go back.
    Nested,
    Wrong(String),
}

impl Fault {
    /// Whether it is no regular expression at all.
    pub(crate) fn is_wrong(&self) -> bool {
        matches!(self, Fault::Wrong(_))
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Fault::LookAround => f.write_str("look-around"),
            Fault::BackReference => f.write_str("a back-reference"),
            Fault::Nested => f.write_str("a repetition in a repetition"),
            Fault::Wrong(why) => f.write_str(why),
        }
    }
}

pub(crate) fn read(pattern: &str) -> Result<(), Fault> {
    let pattern = match translate(pattern, Engine::Lite) {
        Ok(pattern) => pattern,
        Err(Refused::BackReference(_)) => return Err(Fault::BackReference),
        Err(Refused::Odd(_)) => return Ok(()),
        Err(why @ Refused::Unfinished) => return Err(Fault::Wrong(why.to_string())),
    };
    let mut parser = ast::parse::ParserBuilder::new().nest_limit(200).build();
    let error = match parser.parse(&pattern) {
        Ok(ast) if explodes(&ast) => return Err(Fault::Nested),
        Ok(_) => return Ok(()),
        Err(error) => error,
    };
    Err(match error.kind() {
        ast::ErrorKind::UnsupportedLookAround => Fault::LookAround,
        // Bounds of our own reader, and escapes that ECMA takes for the letter (Annex B), are no faults of the pattern.
        ast::ErrorKind::NestLimitExceeded(_)
        | ast::ErrorKind::EscapeUnrecognized
        | ast::ErrorKind::CaptureLimitExceeded
        | ast::ErrorKind::GroupNameDuplicate { .. } => return Ok(()),
        kind => Fault::Wrong(kind.to_string()),
    })
}

/// Whether a repetition without an end has nothing in it that has to stand between two rounds of another such one.
fn explodes(ast: &Ast) -> bool {
    match ast {
        Ast::Repetition(it) => (is_endless(it) && is_endless_alone(&it.ast)) || explodes(&it.ast),
        Ast::Group(it) => explodes(&it.ast),
        Ast::Alternation(it) => it.asts.iter().any(explodes),
        Ast::Concat(it) => it.asts.iter().any(explodes),
        _ => false,
    }
}

fn is_endless_alone(ast: &Ast) -> bool {
    match ast {
        Ast::Repetition(it) => is_endless(it),
        Ast::Group(it) => is_endless_alone(&it.ast),
        Ast::Alternation(it) => it.asts.iter().any(is_endless_alone),
        Ast::Concat(it) => {
            let mut needed = it.asts.iter().filter(|it| !may_be_empty(it));
            match (needed.next(), needed.next()) {
                (Some(one), None) => is_endless_alone(one),
                (None, _) => it.asts.iter().any(is_endless_alone),
                (Some(_), Some(_)) => false,
            }
        }
        _ => false,
    }
}

fn is_endless(it: &ast::Repetition) -> bool {
    use ast::{RepetitionKind, RepetitionRange};
    match &it.op.kind {
        RepetitionKind::ZeroOrMore | RepetitionKind::OneOrMore => true,
        RepetitionKind::Range(range) => matches!(range, RepetitionRange::AtLeast(_)),
        RepetitionKind::ZeroOrOne => false,
    }
}

fn may_be_empty(ast: &Ast) -> bool {
    use ast::{RepetitionKind, RepetitionRange};
    match ast {
        Ast::Empty(_) | Ast::Flags(_) | Ast::Assertion(_) => true,
        Ast::Repetition(it) => match &it.op.kind {
            RepetitionKind::ZeroOrMore | RepetitionKind::ZeroOrOne => true,
            RepetitionKind::Range(
                RepetitionRange::Exactly(least)
                | RepetitionRange::AtLeast(least)
                | RepetitionRange::Bounded(least, _),
            ) => *least == 0 || may_be_empty(&it.ast),
            RepetitionKind::OneOrMore => may_be_empty(&it.ast),
        },
        Ast::Group(it) => may_be_empty(&it.ast),
        Ast::Alternation(it) => it.asts.iter().any(may_be_empty),
        Ast::Concat(it) => it.asts.iter().all(may_be_empty),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn what_ecma_allows_is_read_and_what_it_does_not_is_told() {
        let cases = [
            (r"^\/v\d+$", ""),
            (r"^[\w\-\.]+$", ""),
            (r"[^]", ""),
            (r"\u00e4|\x41", ""),
            (r"^{id}$", ""),
            (r"^(?<year>\d{4})$", ""),
            (r"^[[a]$", ""),
            (r"a{2,}b", ""),
            (r"(?=a)", "look-around"),
            (r"(?<!a)b", "look-around"),
            (r"(a)\1", "a back-reference"),
            (r"^(a+)+$", "a repetition in a repetition"),
            (r"^([a-z]*\d?)*$", "a repetition in a repetition"),
            (r"^(\w+|x)+$", "a repetition in a repetition"),
            (r"^([a-z]+\.)+[a-z]+$", ""),
            (r"^(a{2}b+)*$", ""),
            (r"[a", "unclosed character class"),
            (r"(a", "unclosed group"),
            (r"*a", "repetition operator missing expression"),
        ];
        for (pattern, expected) in cases {
            let said = read(pattern).err().map(|it| it.to_string());
            assert_eq!(said.unwrap_or_default(), expected, "{pattern}");
        }
    }
}
