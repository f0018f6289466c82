//! Reads JSON, one value after the other, into whatever asks for it.
//!
//! In: bytes. Out: values, or every fault with its place as a JSON Pointer.
//! Strict RFC 8259, also in values that are stepped over; no tree, and no look ahead but where a union asks for one.
//! A place is put together on the way out of a fault, so that reading what is right costs nothing for it.

use super::codec::{Attached, Faults, Json};
use super::problem::{Violation, push_step};
use super::scan::{Wrong, plain_end, unescaped};
use std::borrow::Cow;

pub use super::slots::{Constant, Null, Only, OtherWay, Slot};

/// How deep values may nest.
const MAX_DEPTH: usize = 128;
/// The stack that large values may take which stand in one another, in bytes: half of what a thread of a server has.
const STACK: usize = 1 << 20;
/// What reading takes of it for each byte of a value, at most, in a debug build; a release build takes about half.
const STACK_PER_BYTE: usize = 6;
/// Up to here a value is as good as free: [`MAX_DEPTH`] is enough.
const SMALL: usize = 256;
/// How many faults are kept.
const MAX_FAULTS: usize = 100;

/// Why a value could not be read. What is wrong has been noted by the reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// Well formed, not what was expected, and consumed: the next value can be read.
    Skipped,
    /// Not JSON: nothing more can be read.
    Syntax,
}

/// A position in a JSON text, and the faults found before it.
#[derive(Debug)]
pub struct Reader<'a> {
    pub(super) text: &'a str,
    pub(super) at: usize,
    depth: usize,
    /// What is left of [`STACK`].
    stack: usize,
    pub(super) faults: Vec<Violation>,
    syntax: Option<Violation>,
    /// How many faults there were before the object that was read last.
    pub(super) mark: usize,
    /// The members that named what the object to come is, which need not know of them.
    pub(super) tags: Vec<&'static str>,
    /// Strings stand for values of every kind, and a list may be an object or its only item: see
    /// [`of_texts`](Self::of_texts).
    pub(super) texts: bool,
    /// Members that have one value are held to it.
    pub(super) is_strict: bool,
    /// So is everything to what the document names.
    pub(super) is_exact: bool,
    /// What values refer to by its index.
    pub(super) attached: &'a [Attached],
    /// The name of the event whose data this is.
    pub(super) event: Option<&'a str>,
}

impl<'a> Reader<'a> {
    /// A reader of values that were texts where they come from, as in a query: numbers and booleans are strings, a list
    /// of one may be its item, and the members of an object with indexes for names are items too.
    pub fn of_texts(bytes: &'a [u8]) -> Result<Self, Faults> {
        let mut reader = Self::new(bytes)?;
        reader.texts = true;
        Ok(reader)
    }

    /// A reader at the start of `bytes`, which must be UTF-8.
    pub fn new(bytes: &'a [u8]) -> Result<Self, Faults> {
        match std::str::from_utf8(bytes) {
            Ok(text) => Ok(Self {
                text,
                at: 0,
                depth: 0,
                stack: STACK,
                faults: Vec::new(),
                syntax: None,
                mark: 0,
                tags: Vec::new(),
                texts: false,
                is_strict: false,
                is_exact: false,
                attached: &[],
                event: None,
            }),
            Err(error) => Err(Faults {
                syntax: true,
                violations: vec![Violation {
                    pointer: String::new(),
                    detail: format!("is not UTF-8 at byte {}", error.valid_up_to()),
                }],
            }),
        }
    }

    /// The same reader, which minds members that should have one value and have another.
    pub fn strict(mut self) -> Self {
        self.is_strict = true;
        self
    }

    /// The same reader, which also minds members and values that the document does not name, and `null` for what may
    /// only be absent.
    pub fn exact(mut self) -> Self {
        self.is_exact = true;
        self.strict()
    }

    /// Whether what can be meant is taken for it: by a client, of an answer.
    pub fn is_lenient(&self) -> bool {
        !self.is_strict && !self.texts
    }

    /// The same reader, of the data of an event with this name.
    pub fn of_event(mut self, name: Option<&'a str>) -> Self {
        self.event = name;
        self
    }

    /// The same reader, with what values refer to by its index.
    pub fn with(mut self, attached: &'a [Attached]) -> Self {
        self.attached = attached;
        self
    }

    /// Ends reading: what was found wrong, a text that goes on included.
    pub fn finish(mut self) -> Result<(), Faults> {
        if self.syntax.is_none() {
            self.space();
            if self.at < self.text.len() {
                self.syntax("expected the end");
            }
        }
        match self.syntax {
            // The faults found in a text that turns out to be broken say little.
            Some(violation) => Err(Faults {
                syntax: true,
                violations: vec![violation],
            }),
            None if self.faults.is_empty() => Ok(()),
            None => Err(Faults {
                syntax: false,
                violations: self.faults,
            }),
        }
    }

    /// Reads an object: calls `member` with each name, and `member` reads the value.
    pub fn object(
        &mut self,
        member: &mut dyn FnMut(&mut Self, &str) -> Result<(), Fault>,
    ) -> Result<(), Fault> {
        self.tags.clear();
        self.open(b'{', "an object")?;
        let start = self.faults.len();
        let mut open = !self.close(b'}');
        while open {
            let name = self.name()?;
            let before = self.faults.len();
            let read = member(self, &name);
            if read == Err(Fault::Syntax) || self.faults.len() > before {
                self.place(before, &name);
            }
            if read == Err(Fault::Syntax) {
                return Err(Fault::Syntax);
            }
            open = self.goes_on(b'}', "expected `,` or `}`")?;
        }
        self.mark = start;
        Ok(())
    }

    /// Reads an array: calls `item` at each item, and `item` reads it.
    pub fn array(
        &mut self,
        item: &mut dyn FnMut(&mut Self) -> Result<(), Fault>,
    ) -> Result<(), Fault> {
        if self.texts && self.peek() != b'[' {
            return self.items(item);
        }
        self.open(b'[', "an array")?;
        let mut open = !self.close(b']');
        let mut index = 0_usize;
        while open {
            let before = self.faults.len();
            let read = item(self);
            if read == Err(Fault::Syntax) || self.faults.len() > before {
                self.place(before, &index.to_string());
            }
            if read == Err(Fault::Syntax) {
                return Err(Fault::Syntax);
            }
            index += 1;
            open = self.goes_on(b']', "expected `,` or `]`")?;
        }
        Ok(())
    }

    /// Reads a list among texts that is not written as an array.
    #[cold]
    fn items(&mut self, item: &mut dyn FnMut(&mut Self) -> Result<(), Fault>) -> Result<(), Fault> {
        if self.peek() != b'{' {
            return item(self);
        }
        self.object(&mut |r, name| {
            if is_index(name) {
                return item(r);
            }
            r.skip()?;
            Err(r.reject("is not an index of a list"))
        })
    }

    /// Reads a value that may stand in one of its own kind: an item, or what is boxed. The larger it is, the less deep.
    pub(super) fn inner<T: Json>(&mut self, it: &mut T) -> Result<(), Fault> {
        if const { size_of::<T>() <= SMALL } {
            return it.read_into(self);
        }
        let before = self.stack;
        self.stack = match before.checked_sub(STACK_PER_BYTE * size_of::<T>()) {
            Some(left) => left,
            None => return Err(self.syntax("nested too deeply")),
        };
        let read = it.read_into(self);
        self.stack = before;
        read
    }

    /// Notes what is wrong with the value that was just read.
    #[cold]
    pub fn reject(&mut self, detail: impl Into<String>) -> Fault {
        self.note(String::new(), detail.into());
        Fault::Skipped
    }

    /// Steps over a value that is not `expected`, and notes it.
    #[cold]
    pub fn mismatch(&mut self, expected: &str) -> Fault {
        let found = match self.peek() {
            b'[' if self.texts => return self.repeated(),
            b'"' => "a string",
            b'{' => "an object",
            b'[' => "an array",
            b't' | b'f' => "a boolean",
            b'n' => "null",
            _ => "a number",
        };
        match self.skip() {
            Ok(()) => self.reject(format!("expected {expected}, found {found}")),
            Err(fault) => fault,
        }
    }

    /// Steps over the texts of one value that was given several times.
    fn repeated(&mut self) -> Fault {
        let mut texts = 0;
        let skipped = self.array(&mut |r| {
            texts += 1;
            r.skip()
        });
        match skipped {
            Ok(()) if texts == 1 => self.reject("is a list"),
            Ok(()) => self.reject("is given more than once"),
            Err(fault) => fault,
        }
    }

    /// Whether members come that stand for the items of a list: `a[0]=x` among texts.
    pub fn is_indexed(&mut self) -> bool {
        self.texts
            && self.peek() == b'{'
            && self.ahead(&mut |r| {
                let mut are_indexes = true;
                let _ = r.object(&mut |r, name| {
                    are_indexes &= is_index(name);
                    r.skip()
                });
                are_indexes
            })
    }

    /// Reads any value: its text.
    pub fn raw(&mut self) -> Result<&'a str, Fault> {
        self.space();
        let start = self.at;
        self.skip()?;
        Ok(&self.text[start..self.at])
    }

    /// Steps over any value.
    pub fn skip(&mut self) -> Result<(), Fault> {
        match self.peek() {
            b'{' => self.object(&mut |r, _| r.skip()),
            b'[' => self.skip_array(),
            b'"' => self.quoted().map(drop),
            b'-' | b'0'..=b'9' => self.number("a number").map(drop),
            b't' if self.word("true") => Ok(()),
            b'f' if self.word("false") => Ok(()),
            b'n' if self.word("null") => Ok(()),
            _ => Err(self.syntax("expected a value")),
        }
    }

    fn skip_array(&mut self) -> Result<(), Fault> {
        self.array(&mut |r| r.skip())
    }

    fn space(&mut self) {
        let bytes = self.text.as_bytes();
        while let Some(b' ' | b'\n' | b'\r' | b'\t') = bytes.get(self.at) {
            self.at += 1;
        }
    }

    /// Looks ahead: `look` may read, and afterwards it is as if it had not.
    pub fn ahead<T>(&mut self, look: &mut dyn FnMut(&mut Self) -> T) -> T {
        let (at, depth, mark, faults) = (self.at, self.depth, self.mark, self.faults.len());
        let tags = std::mem::take(&mut self.tags);
        let syntax = self.syntax.take();
        let found = look(self);
        self.faults.truncate(faults);
        (self.at, self.depth, self.mark, self.syntax) = (at, depth, mark, syntax);
        self.tags = tags;
        found
    }

    /// The next byte that is not space; 0 at the end, which starts nothing.
    pub(super) fn peek(&mut self) -> u8 {
        let bytes = self.text.as_bytes();
        match bytes.get(self.at) {
            Some(&byte) if byte > b' ' => byte,
            _ => {
                self.space();
                bytes.get(self.at).copied().unwrap_or(0)
            }
        }
    }

    pub(super) fn word(&mut self, word: &str) -> bool {
        let is = self.text.as_bytes()[self.at..].starts_with(word.as_bytes());
        if is {
            self.at += word.len();
        }
        is
    }

    fn open(&mut self, bracket: u8, expected: &str) -> Result<(), Fault> {
        if self.peek() != bracket {
            return Err(self.mismatch(expected));
        }
        if self.depth == MAX_DEPTH {
            return Err(self.syntax("nested too deeply"));
        }
        self.depth += 1;
        self.at += 1;
        Ok(())
    }

    fn close(&mut self, bracket: u8) -> bool {
        let is = self.peek() == bracket;
        if is {
            self.depth -= 1;
            self.at += 1;
        }
        is
    }

    fn goes_on(&mut self, bracket: u8, expected: &str) -> Result<bool, Fault> {
        if self.peek() == b',' {
            self.at += 1;
            return Ok(true);
        }
        match self.close(bracket) {
            true => Ok(false),
            false => Err(self.syntax(expected)),
        }
    }

    fn name(&mut self) -> Result<Cow<'a, str>, Fault> {
        if self.peek() != b'"' {
            return Err(self.syntax("expected a member name"));
        }
        let name = self.quoted()?;
        if self.peek() != b':' {
            return Err(self.syntax("expected `:`"));
        }
        self.at += 1;
        Ok(name)
    }

    pub(super) fn quoted(&mut self) -> Result<Cow<'a, str>, Fault> {
        let start = self.at + 1;
        let bytes = self.text.as_bytes();
        let end = plain_end(bytes, start);
        if bytes.get(end) == Some(&b'"') {
            self.at = end + 1;
            return Ok(Cow::Borrowed(&self.text[start..end]));
        }
        match unescaped(self.text, start, end) {
            Ok((string, end)) => {
                self.at = end;
                Ok(Cow::Owned(string))
            }
            Err(wrong) => Err(self.wrong(wrong)),
        }
    }

    #[cold]
    pub(super) fn wrong(&mut self, wrong: Wrong) -> Fault {
        self.at = wrong.at;
        self.syntax(wrong.what)
    }

    #[cold]
    fn syntax(&mut self, what: &str) -> Fault {
        let detail = format!("{what} at byte {}", self.at);
        self.syntax = Some(Violation {
            pointer: String::new(),
            detail,
        });
        Fault::Syntax
    }

    pub(super) fn note(&mut self, pointer: String, detail: String) {
        if self.faults.len() < MAX_FAULTS {
            self.faults.push(Violation { pointer, detail });
        }
    }

    /// Puts `step` before the places of the faults since `before`.
    #[cold]
    fn place(&mut self, before: usize, step: &str) {
        for fault in self.faults[before..].iter_mut().chain(&mut self.syntax) {
            let mut pointer = String::with_capacity(step.len() + fault.pointer.len() + 1);
            push_step(&mut pointer, step);
            pointer.push_str(&fault.pointer);
            fault.pointer = pointer;
        }
    }
}

fn is_index(name: &str) -> bool {
    name.bytes().all(|byte| byte.is_ascii_digit())
}
