//! Random valid values from schemas, and from them the inputs and answers of operations.
//!
//! In: a `Valid<Document>` and [`Settings`], of which the seed is one. Out: a [`Value`] for a schema; for an operation
//! an [`Input`] or an [`Answer`]; or the [`Reason`] why there is none.
//!
//! ```text
//! gather (what holds for one value) -> make (a value) -> holds (is it one?)
//! ```
//!
//! The same document, operation and settings give the same value on every machine. What is made is checked against the
//! schema before it is handed out; where that cannot be done, or no value was found within bounds, the reason says so,
//! and nothing invalid is ever handed out. Depth, length and work are bounded whatever a schema asks for.
//!
//! Knows nothing about Rust, bytes on a wire, or the network: a body is a value, whatever its media type.
//! Missing: `$dynamicRef`, which the model does not have; patterns with look-around or back-references, for which there
//! is an example of the document or nothing.

mod choice;
mod cx;
mod decimal;
mod format;
mod gather;
mod height;
mod holds;
mod make;
mod operation;
mod pattern;
mod value;

pub use decimal::Decimal;
pub use format::holds as is_of_format;
pub use holds::{holds, range as range_of_format};
pub use make::{UNDECLARED, value};
pub use operation::{Answer, Body, Given, Input, answer, answer_as, input};
pub use pattern::Pattern;
pub use value::Value;

use std::fmt;

/// What to make.
#[derive(Clone, Debug)]
pub struct Settings {
    /// Another seed, another value.
    pub seed: u64,
    pub mode: Mode,
    pub one_of: OneOf,
    /// How deep values are, as long as the schema allows less.
    pub depth: usize,
}

/// Which values are preferred.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Mode {
    /// Any that are valid, those at the edge of what is allowed more often.
    #[default]
    Random,
    /// Those that a reader expects: examples and defaults of the document where there are valid ones, else values with
    /// all members.
    Example,
    /// As `Example`; where a media type or parameter has an example of this name, that one.
    Named(String),
}

/// What `oneOf` asks for. Many documents say `oneOf` where they mean `anyOf`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum OneOf {
    /// JSON Schema 2020-12, 10.2.1.3: one alternative holds, and no other.
    #[default]
    Exactly,
    /// One alternative holds, whatever the others do.
    AtLeast,
}

/// On which way a value is: members that are `readOnly` are in no request, those that are `writeOnly` in no response.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    Request,
    Response,
}

/// Why there is no value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reason(String);

impl Settings {
    /// Random values.
    pub fn random(seed: u64) -> Self {
        Settings {
            seed,
            mode: Mode::Random,
            one_of: OneOf::Exactly,
            depth: 5,
        }
    }

    /// Values as documentation shows them.
    pub fn example() -> Self {
        Settings {
            mode: Mode::Example,
            ..Settings::random(0)
        }
    }
}

impl Reason {
    fn new(text: impl Into<String>) -> Self {
        Reason(text.into())
    }

    /// The same, of something inside.
    fn within(self, what: &str) -> Self {
        if self.0.len() > 100 {
            return self;
        }
        Reason(format!("{what}: {}", self.0))
    }
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Reason {}
