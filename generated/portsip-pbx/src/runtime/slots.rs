//! What becomes of the members of an object: where each goes, and what is wrong with those that are missing, repeated or
//! not known.

use super::codec::Json;
use super::problem::push_step;
use super::reader::{Fault, Reader};
use std::collections::BTreeMap;
use std::fmt::Display;

/// Where a member goes. A table of these is checked in a fraction of the time that a `match` over names takes.
pub trait Slot {
    /// Reads the member, and tells whether it counts as given: `null` may be as good as absent.
    fn fill(&mut self, r: &mut Reader<'_>) -> Result<bool, Fault>;

    /// Whether `r` misses it where it was not given.
    fn is_missed(&self, r: &Reader<'_>) -> bool;
}

impl<T: Json> Slot for T {
    fn fill(&mut self, r: &mut Reader<'_>) -> Result<bool, Fault> {
        if !r.null() {
            return self.read_into(r).map(|()| true);
        }
        match T::of_null_member() {
            Some(value) => *self = value,
            None => return r.null_for_absent().map(|()| false),
        }
        Ok(true)
    }

    fn is_missed(&self, _: &Reader<'_>) -> bool {
        !T::IS_OPTIONAL
    }
}

/// A member that has to be there, and may be `null`.
#[derive(Debug)]
pub struct Null<'a, T>(pub &'a mut Option<T>);

impl<T: Json> Slot for Null<'_, T> {
    fn fill(&mut self, r: &mut Reader<'_>) -> Result<bool, Fault> {
        self.0.read_into(r).map(|()| true)
    }

    fn is_missed(&self, _: &Reader<'_>) -> bool {
        true
    }
}

/// A member that has one value. Who reads leniently takes any: it tells nothing.
#[derive(Debug)]
pub struct Constant(pub &'static str);

impl Slot for Constant {
    fn fill(&mut self, r: &mut Reader<'_>) -> Result<bool, Fault> {
        if !r.is_strict {
            return r.skip().map(|()| true);
        }
        match r.string()? {
            text if text == self.0 => Ok(true),
            _ => Err(r.reject(format!("is not {}", self.0))),
        }
    }

    fn is_missed(&self, r: &Reader<'_>) -> bool {
        r.is_strict
    }
}

/// A member that has one value, an integer or a boolean.
#[derive(Debug)]
pub struct Only<T>(pub T);

impl<T: Json + PartialEq + Display> Only<T> {
    fn check(&self, r: &mut Reader<'_>) -> Result<bool, Fault> {
        match T::read(r)? == self.0 {
            true => Ok(true),
            false => Err(r.reject(format!("is not {}", self.0))),
        }
    }
}

impl Slot for Only<i64> {
    fn fill(&mut self, r: &mut Reader<'_>) -> Result<bool, Fault> {
        match r.is_strict {
            true => self.check(r),
            false => r.skip().map(|()| true),
        }
    }

    fn is_missed(&self, r: &Reader<'_>) -> bool {
        r.is_strict
    }
}

/// The other boolean says the opposite, as `ok: false` does where `ok` is always true: nobody may take it for the same.
impl Slot for Only<bool> {
    fn fill(&mut self, r: &mut Reader<'_>) -> Result<bool, Fault> {
        self.check(r)
    }

    fn is_missed(&self, r: &Reader<'_>) -> bool {
        r.is_strict
    }
}

/// A member that only goes the other way. It may come back, and is stepped over.
#[derive(Debug)]
pub struct OtherWay;

impl Slot for OtherWay {
    fn fill(&mut self, r: &mut Reader<'_>) -> Result<bool, Fault> {
        r.skip().map(|()| true)
    }

    fn is_missed(&self, _: &Reader<'_>) -> bool {
        false
    }
}

/// A table of members.
type Slots<'a, 'b> = &'a mut [(&'b str, &'b mut dyn Slot)];

impl Reader<'_> {
    /// Reads an object into a table of its members, and steps over what is not in it.
    pub fn members(&mut self, slots: Slots<'_, '_>) -> Result<(), Fault> {
        self.table(slots, &mut |r, _, is_tag| match is_tag {
            true => r.skip(),
            false => r.other(),
        })
    }

    /// Reads an object into a table of its members, which has all that the document allows.
    pub fn only_members(&mut self, slots: Slots<'_, '_>) -> Result<(), Fault> {
        self.table(slots, &mut |r, _, is_tag| match is_tag {
            true => r.skip(),
            false => r.unknown(),
        })
    }

    /// Reads an object into a table of its members, and the others into a map.
    pub fn members_and<T: Json>(
        &mut self,
        slots: Slots<'_, '_>,
        others: &mut BTreeMap<String, T>,
    ) -> Result<(), Fault> {
        self.table(
            slots,
            &mut |r, name, is_tag| match is_tag && !r.is_next::<T>() {
                true => r.skip(),
                false => r.additional(others, name),
            },
        )
    }

    /// Whether the value to come is of this type. Looks ahead only.
    fn is_next<T: Json>(&mut self) -> bool {
        let told = self.faults.len();
        self.ahead(&mut |r| T::read(r).is_ok() && r.faults.len() == told)
    }

    /// `other`: reads a member that is not in the table, and may be one that has named what this object is.
    fn table(
        &mut self,
        slots: Slots<'_, '_>,
        other: &mut dyn FnMut(&mut Self, &str, bool) -> Result<(), Fault>,
    ) -> Result<(), Fault> {
        // Most senders keep the document's order, so the search goes on where the last one ended.
        let mut next = 0;
        let mut given = Given::default();
        let tags = std::mem::take(&mut self.tags);
        self.object(&mut |r, name| {
            let is_it = |at: &usize| slots[*at].0 == name;
            let Some(at) = (next..slots.len()).chain(0..next).find(is_it) else {
                return other(r, name, tags.contains(&name));
            };
            next = at + 1;
            if slots[at].1.fill(r)? && given.replace(at) {
                r.twice();
            }
            Ok(())
        })?;
        for (at, (name, slot)) in slots.iter().enumerate() {
            if !given.has(at) && slot.is_missed(self) {
                self.missing(name);
            }
        }
        Ok(())
    }

    /// Reads a member into its field, where no table does.
    pub fn field<T: Json>(&mut self, field: &mut Option<T>) -> Result<(), Fault> {
        let was_given = field.is_some();
        if field.fill(self)? && was_given {
            self.twice();
        }
        Ok(())
    }

    /// `null` is as good as absent, unless a reader is strict and no API says so.
    #[cold]
    fn null_for_absent(&mut self) -> Result<(), Fault> {
        if self.is_strict && !self.texts && !super::NULL_IS_ABSENT {
            return Err(self.reject("may not be null"));
        }
        self.mind(self.is_exact, "is null")
    }

    /// Reads a member that has no field of its own.
    pub fn additional<T: Json>(
        &mut self,
        map: &mut BTreeMap<String, T>,
        name: &str,
    ) -> Result<(), Fault> {
        let mut value = T::blank();
        self.inner(&mut value)?;
        if map.insert(name.to_owned(), value).is_some() {
            self.reject("is given twice");
        }
        Ok(())
    }

    /// Steps over a member that the document does not allow. Who reads leniently is not told of it.
    pub fn unknown(&mut self) -> Result<(), Fault> {
        self.skip()?;
        self.mind(self.is_strict, "is not a member of this object")
    }

    /// Steps over a member that the document does not name.
    pub fn other(&mut self) -> Result<(), Fault> {
        self.skip()?;
        self.mind(self.is_exact, "is not a member of this object")
    }

    /// Minds that the value which was just read is none that the document names, where that is minded.
    pub fn unlisted(&mut self) -> Result<(), Fault> {
        self.mind(self.is_exact, "is not a value that the document names")
    }

    fn mind(&mut self, is_minded: bool, what: &str) -> Result<(), Fault> {
        match is_minded {
            true => Err(self.reject(what)),
            false => Ok(()),
        }
    }

    /// RFC 8259, section 4: what a repeated name means differs between readers, and that has been used in attacks.
    #[cold]
    fn twice(&mut self) {
        self.reject("is given twice");
    }

    #[cold]
    fn missing(&mut self, name: &str) {
        let mut pointer = String::new();
        push_step(&mut pointer, name);
        // A member that was there and is wrong has been noted as such.
        let own = self.faults.get(self.mark..).unwrap_or_default();
        let told = own.iter().any(|fault| {
            let rest = fault.pointer.strip_prefix(&pointer);
            rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
        });
        if !told {
            self.note(pointer, "is required".to_owned());
        }
    }
}

/// Which members of a table were given.
#[derive(Default)]
struct Given {
    first: u64,
    /// From the 65th on; few objects have as many.
    others: Vec<usize>,
}

impl Given {
    fn has(&self, at: usize) -> bool {
        match at {
            0..64 => self.first & (1 << at) != 0,
            _ => self.others.contains(&at),
        }
    }

    /// Notes one, and tells whether it was noted before.
    fn replace(&mut self, at: usize) -> bool {
        let had = self.has(at);
        match at {
            0..64 => self.first |= 1 << at,
            _ => self.others.push(at),
        }
        had
    }
}
