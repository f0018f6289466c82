//! What becomes of the members of an object: where each goes, and what is wrong with those that are missing, repeated or
//! not known.

use super::codec::Json;
use super::problem::push_step;
use super::reader::{Fault, Reader};
use std::collections::BTreeMap;

/// Where a member goes. A table of these is checked in a fraction of the time that a `match` over names takes.
pub trait Slot {
    /// Reads the member.
    fn fill(&mut self, r: &mut Reader<'_>) -> Result<(), Fault>;
}

/// `null` is as good as absent.
impl<T: Json> Slot for Option<T> {
    fn fill(&mut self, r: &mut Reader<'_>) -> Result<(), Fault> {
        r.field(self)
    }
}

/// A member where absent, `null` and a value are three states.
#[derive(Debug)]
pub struct Nullable<'a, T>(pub &'a mut Option<Option<T>>);

impl<T: Json> Slot for Nullable<'_, T> {
    fn fill(&mut self, r: &mut Reader<'_>) -> Result<(), Fault> {
        r.field_nullable(self.0)
    }
}

impl Reader<'_> {
    /// Reads an object into a table of its members, and steps over what is not in it.
    pub fn members(&mut self, slots: &mut [(&str, &mut dyn Slot)]) -> Result<(), Fault> {
        // Most senders keep the document's order, so the search goes on where the last one ended.
        let mut next = 0;
        self.object(&mut |r, name| {
            let is_it = |at: &usize| slots[*at].0 == name;
            match (next..slots.len()).chain(0..next).find(is_it) {
                Some(at) => {
                    next = at + 1;
                    slots[at].1.fill(r)
                }
                None => r.other(),
            }
        })
    }

    /// Reads a member into its field. `null` is as good as absent, unless a reader is strict and no API says so.
    pub fn field<T: Json>(&mut self, slot: &mut Option<T>) -> Result<(), Fault> {
        let value = match self.null() {
            true => match T::of_null() {
                None if self.is_strict && !self.texts && !super::NULL_IS_ABSENT => {
                    return Err(self.reject("may not be null"));
                }
                value => value,
            },
            false => Some(T::read(self)?),
        };
        match value {
            Some(value) => self.put(slot, value),
            None => return self.mind(self.is_exact, "is null"),
        }
        Ok(())
    }

    /// Reads a member where absent, `null` and a value are three states.
    pub fn field_nullable<T: Json>(&mut self, slot: &mut Option<Option<T>>) -> Result<(), Fault> {
        let value = if self.null() {
            None
        } else {
            Some(T::read(self)?)
        };
        self.put(slot, value);
        Ok(())
    }

    /// Reads a member that has no field of its own.
    pub fn additional<T: Json>(
        &mut self,
        map: &mut BTreeMap<String, T>,
        name: &str,
    ) -> Result<(), Fault> {
        let value = self.inner()?;
        if map.insert(name.to_owned(), value).is_some() {
            self.reject("is given twice");
        }
        Ok(())
    }

    /// Steps over a member that has one value, and notes that it was there. Who reads leniently takes any value: it
    /// tells nothing.
    pub fn constant(&mut self, value: &str, bit: u32, seen: &mut u64) -> Result<(), Fault> {
        *seen |= 1 << bit;
        if !self.is_strict {
            return self.skip();
        }
        match self.string()? {
            text if text == value => Ok(()),
            _ => Err(self.reject(format!("is not {value}"))),
        }
    }

    /// Notes which members are missing that have one value.
    pub fn need_constants(&mut self, seen: u64, names: &[&str]) {
        let missing = names
            .iter()
            .enumerate()
            .filter(|(bit, _)| seen & (1 << bit) == 0);
        for (_, name) in missing.filter(|_| self.is_strict).collect::<Vec<_>>() {
            self.missing(name);
        }
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

    fn put<T>(&mut self, slot: &mut Option<T>, value: T) {
        if slot.replace(value).is_some() {
            // RFC 8259, section 4: what a repeated name means differs between readers, and that has been used in attacks.
            self.reject("is given twice");
        }
    }

    /// The value of a required member of the object that was just read; notes it when the member was absent.
    pub fn need<T>(&mut self, name: &str, value: Option<T>) -> Option<T> {
        if value.is_none() {
            self.missing(name);
        }
        value
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
