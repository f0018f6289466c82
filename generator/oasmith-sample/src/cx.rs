//! What is at hand while one value is made.

use crate::choice::Choice;
use crate::pattern::Pattern;
use crate::{Direction, Mode, OneOf, Reason, Settings};
use oasmith_spec::model::{Document, SchemaObject};
use oasmith_spec::{Valid, model::Ref, model::Schema};
use std::collections::HashMap;
use std::rc::Rc;

/// How many steps making and checking one value may take.
const WORK: usize = 200_000;

pub struct Cx<'a> {
    pub document: &'a Valid<Document>,
    pub settings: &'a Settings,
    pub direction: Direction,
    pub choice: Choice,
    /// Steps that are left.
    work: usize,
    /// Compiled expressions, by their text.
    patterns: HashMap<&'a str, Result<Rc<Pattern>, Reason>>,
    /// Least depths of values, by the place of the schema in memory; looked up only.
    pub heights: HashMap<*const SchemaObject, usize>,
    /// Values that were made so far.
    pub made: usize,
    /// What usually leads to a value did not: chance decides about more.
    pub is_desperate: bool,
    /// Texts that the document gives for patterns that cannot be followed.
    trusted: Vec<(&'a str, String)>,
}

impl<'a> Cx<'a> {
    pub fn new(
        document: &'a Valid<Document>,
        settings: &'a Settings,
        direction: Direction,
        choice: Choice,
    ) -> Self {
        Cx {
            document,
            settings,
            direction,
            choice,
            work: WORK,
            patterns: HashMap::new(),
            heights: HashMap::new(),
            made: 0,
            is_desperate: false,
            trusted: Vec::new(),
        }
    }

    /// Takes steps, or says that there are none left.
    pub fn spend(&mut self, steps: usize) -> Result<(), Reason> {
        match self.work.checked_sub(steps) {
            Some(left) => {
                self.work = left;
                Ok(())
            }
            None => {
                self.work = 0;
                Err(Reason::new("it takes too many attempts"))
            }
        }
    }

    /// Whether it makes sense to try again.
    pub fn is_exhausted(&self) -> bool {
        self.work == 0
    }

    pub fn follow(&self, reference: &Ref) -> &'a Schema {
        self.document.schema(reference)
    }

    pub fn pattern(&mut self, text: &'a str) -> Result<Rc<Pattern>, Reason> {
        let made = self.patterns.entry(text);
        made.or_insert_with(|| Pattern::new(text).map(Rc::new))
            .clone()
    }

    /// Takes it that a text matches a pattern, because the document says so.
    pub fn trust(&mut self, pattern: &'a str, text: &str) {
        if !self.is_trusted(pattern, text) {
            self.trusted.push((pattern, text.to_owned()));
        }
    }

    pub fn is_trusted(&self, pattern: &str, text: &str) -> bool {
        self.trusted
            .iter()
            .any(|it| it.0 == pattern && it.1 == text)
    }

    /// Whether what is usual is preferred to chance.
    pub fn is_usual(&self) -> bool {
        self.settings.mode != Mode::Random && !self.is_desperate
    }

    pub fn is_random(&self) -> bool {
        self.settings.mode == Mode::Random
    }

    pub fn is_loose(&self) -> bool {
        self.settings.one_of == OneOf::AtLeast
    }

    /// Whether a member with this schema travels on the way that is taken. The keyword may stand beside a reference, at
    /// its end, or in a part of an `allOf`.
    pub fn travels(&self, schema: &'a Schema) -> bool {
        let mut open = vec![(schema, 0)];
        let mut seen = 0;
        while let Some((schema, depth)) = open.pop() {
            seen += 1;
            let Some(it) = schema.as_object().filter(|_| seen < 50) else {
                continue;
            };
            let stays = match self.direction {
                Direction::Request => it.read_only,
                Direction::Response => it.write_only,
            };
            if stays {
                return false;
            }
            if depth < 8 {
                open.extend(it.reference.iter().map(|it| (self.follow(it), depth + 1)));
                open.extend(it.all_of.iter().map(|it| (it, depth + 1)));
            }
        }
        true
    }
}
