//! One of several alternatives: which one a JSON value is, and how it is written.
//!
//! A value is looked at once before it is read: the member that names the alternative where there is one, else what kind
//! of value it is and which members it has. No alternative is tried, so the faults that are told are those of the
//! alternative that was meant. A union inside of a union is looked at again, so the time that reading takes is bounded by
//! the length of the text times how deep unions stand in each other, which the depth of JSON bounds.

use super::codec::{Json, Write};
use super::reader::{Fault, Reader};
use super::scan::{Integral, integral};
use super::shapes::{
    BOOLEAN, FALSE, FRACTION, LIST, Member, NULL, OBJECT, STRING, Shape, TRUE, Text, WHOLE,
};
use super::writer::{Tag, Writer};
use std::borrow::Cow;

/// What a value loses for each thing inside of it that does not fit: more than anything that fits can make up for.
///
/// It does not rule an alternative out, since only what stands in the value itself has to be as the document says.
const MISFIT: i32 = -1_000;

/// Which alternative was chosen, asked for one after the other.
#[derive(Debug)]
pub struct Choice(Option<usize>);

impl Choice {
    /// Whether it is the next one.
    pub fn is_next(&mut self) -> bool {
        match self.0 {
            Some(0) => {
                self.0 = None;
                true
            }
            Some(left) => {
                self.0 = Some(left - 1);
                false
            }
            None => false,
        }
    }
}

/// A shape that the value may still have.
struct Candidate<'s> {
    alternative: usize,
    shape: &'s Shape,
    /// The members seen so far, a bit each.
    seen: u64,
    score: i32,
    is_out: bool,
}

impl Reader<'_> {
    /// Any value.
    pub fn value<T: Json>(&mut self) -> Result<T, Fault> {
        T::read(self)
    }

    /// The text of the member that names the alternative, or its number or boolean as it is written. Looks ahead only.
    /// The alternative may read the object without knowing of that member.
    pub fn tag(&mut self, name: &'static str) -> Option<String> {
        let tag = self.ahead(&mut |r| {
            let mut tag = None;
            // The fault ends the search, and is forgotten with the look ahead.
            let _ = r.object(&mut |r, member| {
                if member != name {
                    return r.skip();
                }
                tag = match r.peek() {
                    b'"' => r.string().ok().map(Cow::into_owned),
                    b'{' | b'[' | b'n' => None,
                    _ => r.raw().ok().map(str::to_owned),
                };
                Err(Fault::Syntax)
            });
            tag
        });
        self.tags.extend(tag.is_some().then_some(name));
        tag
    }

    /// Which alternative comes, by the shapes of each. Looks ahead only.
    ///
    /// Where only one has the kind of the value, it is that one, whatever else is wrong with the value.
    pub fn choose(&mut self, alternatives: &[&'static [Shape]]) -> Choice {
        Choice(self.ahead(&mut |r| r.chosen(alternatives)))
    }

    fn chosen(&mut self, alternatives: &[&'static [Shape]]) -> Option<usize> {
        if self.is_text() {
            return self.chosen_of_text(alternatives);
        }
        let shapes = alternatives
            .iter()
            .enumerate()
            .flat_map(|(at, shapes)| shapes.iter().map(move |shape| (at, shape)));
        let kind = self.kind(shapes.clone().fold(0, |kinds, (_, it)| kinds | it.kinds));
        let mut candidates: Vec<Candidate<'_>> = shapes
            .filter(|(_, shape)| shape.kinds & kind != 0)
            .map(|(alternative, shape)| Candidate {
                alternative,
                shape,
                seen: 0,
                // The fewer kinds, the more a fit says.
                score: 8 - shape.kinds.count_ones() as i32,
                is_out: false,
            })
            .collect();
        let first = candidates.first()?.alternative;
        if candidates.iter().all(|it| it.alternative == first) {
            return Some(first);
        }
        self.sift(kind, &mut candidates);
        let left = candidates.iter().filter(|it| !it.is_out);
        // Of equals the first: `max_by_key` would take the last.
        let best = left.rev().max_by_key(|it| it.score);
        best.map(|it| it.alternative)
    }

    /// Where texts stand for values of every kind: the alternative that takes the fewest texts.
    fn chosen_of_text(&mut self, alternatives: &[&'static [Shape]]) -> Option<usize> {
        let mut best: Option<(usize, i32)> = None;
        for (at, shapes) in alternatives.iter().enumerate() {
            if let Some(score) = self.fit(shapes)
                && best.is_none_or(|(_, known)| known < score)
            {
                best = Some((at, score));
            }
        }
        best.map(|(at, _)| at)
    }

    fn sift(&mut self, kind: u8, candidates: &mut [Candidate<'_>]) {
        if kind == STRING.kinds {
            let text = self.string().unwrap_or_default();
            for it in candidates {
                it.judge(it.shape.text.fit(&text));
            }
        } else if kind == WHOLE {
            let text = self.number("a number").unwrap_or_default();
            for it in candidates {
                it.judge(it.shape.integers.fit(text));
            }
        } else if kind == OBJECT.kinds {
            self.sift_objects(candidates);
        } else if kind == LIST.kinds {
            for it in candidates.iter_mut().filter(|it| it.shape.asks_for_items()) {
                let fit = self.ahead(&mut |r| r.fit_items(it.shape));
                it.judge(fit);
            }
        }
    }

    fn sift_objects(&mut self, candidates: &mut [Candidate<'_>]) {
        let _ = self.object(&mut |r, name| {
            for it in candidates.iter_mut() {
                let members = it.shape.members.iter().enumerate().take(64);
                for (bit, member) in members.filter(|(_, member)| member.name == name) {
                    it.seen |= 1 << bit;
                    if member.shapes.is_empty() {
                        it.score = it.score.saturating_add(MISFIT);
                        continue;
                    }
                    let fit = r.fit(member.shapes);
                    it.judge(fit.map(|it| 8 + it));
                }
            }
            r.skip()
        });
        for it in candidates {
            it.is_out |= missing(it.shape.members, it.seen) > 0;
        }
    }

    /// How well the members of an object inside of the value fit.
    fn fit_members(&mut self, members: &'static [Member]) -> i32 {
        let (mut seen, mut score) = (0_u64, 1_i32);
        let _ = self.object(&mut |r, name| {
            let members = members.iter().enumerate().take(64);
            for (bit, member) in members.filter(|(_, member)| member.name == name) {
                seen |= 1 << bit;
                score = score.saturating_add(r.fit(member.shapes).unwrap_or(MISFIT));
            }
            r.skip()
        });
        score.saturating_add(MISFIT * missing(members, seen))
    }

    /// How well the items fit: as well as the worst of them, unless the first rules it out, or how many there are. An
    /// empty array fits anyway.
    fn fit_items(&mut self, shape: &Shape) -> Option<i32> {
        let mut fits: Option<Option<i32>> = None;
        let mut count = 0;
        let _ = self.array(&mut |r| {
            count += 1;
            if !shape.items.is_empty() {
                let fit = r.fit(shape.items);
                fits = Some(match fits {
                    None => fit,
                    Some(known) => known.map(|it| it.min(fit.unwrap_or(MISFIT))),
                });
            }
            r.skip()
        });
        let (least, most) = shape.size;
        // One that is so long says more than one of any length.
        let fit = fits.unwrap_or(Some(0))? + i32::from(shape.is_sized());
        (least <= count && count <= most).then_some(fit)
    }

    /// How well the value to come has one of the shapes.
    fn fit(&mut self, shapes: &[Shape]) -> Option<i32> {
        if self.is_text() {
            let text = self.ahead(&mut |r| r.string().map(Cow::into_owned));
            let text = text.unwrap_or_default();
            return shapes.iter().filter_map(|it| it.fit_text(&text)).max();
        }
        let kind = self.kind(shapes.iter().fold(0, |kinds, it| kinds | it.kinds));
        let fits = shapes.iter().filter(|it| it.kinds & kind != 0);
        let fits = fits.filter_map(|shape| match kind {
            _ if kind == STRING.kinds && !matches!(shape.text, Text::Any) => {
                let text = self.ahead(&mut |r| r.string().map(Cow::into_owned));
                shape.text.fit(&text.unwrap_or_default())
            }
            _ if kind == WHOLE => {
                let text = self.ahead(&mut |r| r.number("a number").map(str::to_owned));
                shape.integers.fit(&text.unwrap_or_default())
            }
            // One that is named is better than both.
            _ if BOOLEAN.kinds & kind != 0 && shape.kinds & BOOLEAN.kinds == kind => Some(3),
            _ if kind == LIST.kinds && shape.asks_for_items() => {
                let fit = self.ahead(&mut |r| r.fit_items(shape));
                Some(fit.unwrap_or(MISFIT))
            }
            _ if kind == OBJECT.kinds && !shape.members.is_empty() => {
                Some(self.ahead(&mut |r| r.fit_members(shape.members)))
            }
            _ => Some(1),
        });
        fits.max()
    }

    /// The kind of the value to come, one bit. It should be one of those that are `wanted`.
    fn kind(&mut self, wanted: u8) -> u8 {
        match self.peek() {
            b'{' if wanted & LIST.kinds != 0 && self.is_indexed() => LIST.kinds,
            b'"' => STRING.kinds,
            b'{' => OBJECT.kinds,
            b'[' => LIST.kinds,
            b't' => TRUE.kinds,
            b'f' => FALSE.kinds,
            b'n' => NULL.kinds,
            _ => {
                let text = self.ahead(&mut |r| r.number("a number").map(str::to_owned));
                match integral(&text.unwrap_or_default()) {
                    Integral::Fraction => FRACTION,
                    _ => WHOLE,
                }
            }
        }
    }
}

/// How many of the members that must be there are not.
fn missing(members: &[Member], seen: u64) -> i32 {
    let members = members.iter().enumerate().take(64);
    let missing = members.filter(|(bit, member)| member.required && seen & (1 << bit) == 0);
    missing.count() as i32
}

impl Candidate<'_> {
    fn judge(&mut self, fit: Option<i32>) {
        match fit {
            Some(score) => self.score = self.score.saturating_add(score),
            None => self.is_out = true,
        }
    }
}

impl Writer {
    /// Any value.
    pub fn value(&mut self, value: &dyn Write) {
        value.write(self);
    }

    /// An alternative that a member names. Where it has one name only, that is written, whatever the value says; of
    /// several the first, where the value says none.
    pub fn tagged(&mut self, member: &'static str, names: &[&'static str], value: &dyn Write) {
        if let Some(name) = names.first() {
            let is_only = names.len() == 1;
            self.tag(Tag {
                member,
                name,
                is_only,
            });
        }
        value.write(self);
        self.untag();
    }
}
