//! The comments of a YAML text, kept by the part of the tree that they stand on.
//!
//! In: a text and the tree that was read from it. Out: what stands above, beside and below each member and item, to be
//! written again where that member or item, key and value, is still in the tree that is written.
//! `find` tells a comment from a `#` in a string, `attach` says what a comment belongs to.
//! Deliberately missing: blank lines, except around what stands at the top and at the end of the file.

mod attach;
mod find;

use std::collections::{HashMap, HashSet};

use oasmith_source::{FileId, SourceMap, Span};

use crate::node::{Member, Node};

/// The comments of one text.
#[derive(Debug)]
pub struct Comments {
    file: FileId,
    /// Above everything: a licence, directions for editors.
    pub(super) head: Vec<Line>,
    /// Whether a blank line follows them.
    pub(super) head_is_apart: bool,
    /// Below everything.
    pub(super) tail: Vec<Line>,
    places: HashMap<Place, Around>,
}

/// A comment that stands by itself.
#[derive(Debug)]
pub(super) struct Line {
    /// From `#` on.
    pub(super) text: Box<str>,
    pub(super) after_blank: bool,
}

/// The comments around a member or an item.
#[derive(Debug, Default)]
pub(super) struct Around {
    pub(super) above: Vec<Box<str>>,
    /// At the end of its line.
    pub(super) beside: Option<Box<str>>,
    pub(super) below: Vec<Box<str>>,
}

/// A member, from its key to the end of its value, or an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Place {
    Member { start: u32, end: u32 },
    Item { start: u32, end: u32 },
}

impl Comments {
    /// Finds the comments of a text. `root` is what was read from it.
    pub fn of(sources: &SourceMap, span: Span, root: &Node) -> Comments {
        let found = find::comments(sources, span, root);
        attach::attach(found, span.file, sources.file(span.file).text(), root)
    }
}

impl Place {
    fn member(member: &Member) -> Place {
        Place::Member {
            start: member.key.span.start,
            end: member.value.span.end,
        }
    }

    fn item(item: &Node) -> Place {
        Place::Item {
            start: item.span.start,
            end: item.span.end,
        }
    }
}

/// The comments that are still to be written: each is written once, wherever its place appears first.
pub(super) struct Remaining<'a> {
    comments: &'a Comments,
    above: HashSet<Place>,
    around: HashSet<Place>,
}

impl<'a> Remaining<'a> {
    pub(super) fn new(comments: &'a Comments) -> Self {
        Remaining {
            comments,
            above: HashSet::new(),
            around: HashSet::new(),
        }
    }

    /// What stands above a member. Asked for first.
    pub(super) fn above_member(&mut self, member: &Member) -> &'a [Box<str>] {
        match self.is_own(member) {
            true => self.above(Place::member(member)),
            false => &[],
        }
    }

    /// What stands above an item. Asked for first.
    pub(super) fn above_item(&mut self, item: &Node) -> &'a [Box<str>] {
        match item.span.file == self.comments.file {
            true => self.above(Place::item(item)),
            false => &[],
        }
    }

    /// What stands beside and below a member.
    pub(super) fn around_member(&mut self, member: &Member) -> Option<&'a Around> {
        self.is_own(member)
            .then(|| self.around(Place::member(member)))?
    }

    /// What stands beside and below an item.
    pub(super) fn around_item(&mut self, item: &Node) -> Option<&'a Around> {
        (item.span.file == self.comments.file).then(|| self.around(Place::item(item)))?
    }

    fn is_own(&self, member: &Member) -> bool {
        let file = self.comments.file;
        member.key.span.file == file && member.value.span.file == file
    }

    fn above(&mut self, place: Place) -> &'a [Box<str>] {
        let around = self.comments.places.get(&place);
        match around.filter(|it| !it.above.is_empty() && self.above.insert(place)) {
            Some(it) => &it.above,
            None => &[],
        }
    }

    fn around(&mut self, place: Place) -> Option<&'a Around> {
        let around = self.comments.places.get(&place)?;
        self.around.insert(place).then_some(around)
    }
}
