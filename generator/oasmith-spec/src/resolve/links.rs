//! Where the references of a document lead: filled by `check`, looked up by `Valid`.
//!
//! A *unit* is something that a reference can name. The components come first, in their order, so that the number of
//! a component's unit is its index; after them come the things outside of `components` that some reference names.

use super::kind::Kind;
use crate::model::{Callback, Document, Header, Parameter, RefOr, RequestBody, Response, Schema};
use crate::node::push_step;
use indexmap::{IndexMap, IndexSet};
use std::collections::HashMap;

#[derive(Clone, Debug)]
pub struct Links {
    pub schemas: Table<Schema>,
    pub parameters: Table<RefOr<Parameter>>,
    pub request_bodies: Table<RefOr<RequestBody>>,
    pub responses: Table<RefOr<Response>>,
    pub headers: Table<RefOr<Header>>,
    pub callbacks: Table<RefOr<Callback>>,
    /// The values of discriminators' mappings, which are names or references.
    mapped: HashMap<String, usize>,
}

/// The units of one kind.
#[derive(Clone, Debug)]
pub struct Table<T> {
    /// Canonical JSON Pointers, by unit.
    pointers: IndexSet<String>,
    components: usize,
    /// The units after the components.
    elsewhere: Vec<T>,
    /// References as written. Only looked up, never iterated.
    units: HashMap<String, usize>,
}

impl Links {
    pub fn new(document: &Document) -> Self {
        let it = &document.components;
        Links {
            schemas: Table::new("schemas", it.schemas.keys()),
            parameters: Table::new("parameters", it.parameters.keys()),
            request_bodies: Table::new("requestBodies", it.request_bodies.keys()),
            responses: Table::new("responses", it.responses.keys()),
            headers: Table::new("headers", it.headers.keys()),
            callbacks: Table::new("callbacks", it.callbacks.keys()),
            mapped: HashMap::new(),
        }
    }

    pub fn mapped(&self, value: &str) -> Option<usize> {
        self.mapped.get(value).copied()
    }

    pub fn map(&mut self, value: &str, unit: usize) {
        self.mapped.insert(value.to_owned(), unit);
    }

    /// The unit that a reference, as written, names.
    pub fn unit(&self, kind: Kind, target: &str) -> Option<usize> {
        match kind {
            Kind::Schema => self.schemas.unit(target),
            Kind::Parameter => self.parameters.unit(target),
            Kind::RequestBody => self.request_bodies.unit(target),
            Kind::Response => self.responses.unit(target),
            Kind::Header => self.headers.unit(target),
            Kind::Callback => self.callbacks.unit(target),
            _ => None,
        }
    }

    /// The canonical JSON Pointer of a unit.
    pub fn pointer(&self, kind: Kind, unit: usize) -> &str {
        match kind {
            Kind::Schema => self.schemas.pointer(unit),
            Kind::Parameter => self.parameters.pointer(unit),
            Kind::RequestBody => self.request_bodies.pointer(unit),
            Kind::Response => self.responses.pointer(unit),
            Kind::Header => self.headers.pointer(unit),
            Kind::Callback => self.callbacks.pointer(unit),
            _ => "",
        }
    }
}

impl<T> Table<T> {
    fn new<'a>(kind: &str, names: impl Iterator<Item = &'a String>) -> Self {
        let pointers: IndexSet<String> = names.map(|name| component(kind, name)).collect();
        Table {
            components: pointers.len(),
            pointers,
            elsewhere: Vec::new(),
            units: HashMap::new(),
        }
    }

    /// The unit that a reference, as written, names.
    pub fn unit(&self, target: &str) -> Option<usize> {
        self.units.get(target).copied()
    }

    pub fn unit_at(&self, pointer: &str) -> Option<usize> {
        self.pointers.get_index_of(pointer)
    }

    pub fn pointer(&self, unit: usize) -> &str {
        self.pointers.get_index(unit).map_or("", String::as_str)
    }

    pub fn len(&self) -> usize {
        self.pointers.len()
    }

    /// Records what a reference, as written, names.
    pub fn link(&mut self, target: &str, unit: usize) {
        self.units.insert(target.to_owned(), unit);
    }

    /// Adds something outside of `components`; its pointer is new.
    pub fn add(&mut self, pointer: String, value: T) -> usize {
        self.pointers.insert(pointer);
        self.elsewhere.push(value);
        self.pointers.len() - 1
    }

    /// What a unit is. `components` are those that the table was made from.
    pub fn get<'a>(&'a self, components: &'a IndexMap<String, T>, unit: usize) -> &'a T {
        match unit.checked_sub(self.components) {
            None => &components[unit],
            Some(index) => &self.elsewhere[index],
        }
    }

    /// The same, to be changed.
    pub fn get_mut<'a>(
        &'a mut self,
        components: &'a mut IndexMap<String, T>,
        unit: usize,
    ) -> &'a mut T {
        match unit.checked_sub(self.components) {
            None => &mut components[unit],
            Some(index) => &mut self.elsewhere[index],
        }
    }
}

impl<T> Table<RefOr<T>> {
    /// To the end of a chain of references. `check` has refused those that have no end.
    pub fn follow<'a>(
        &'a self,
        components: &'a IndexMap<String, RefOr<T>>,
        mut it: &'a RefOr<T>,
    ) -> &'a T {
        loop {
            match it {
                RefOr::Value(value) => return value,
                RefOr::Ref(reference) => {
                    let unit = self.unit(&reference.target);
                    let unit = unit.unwrap_or_else(|| super::foreign(reference));
                    it = self.get(components, unit);
                }
            }
        }
    }
}

fn component(kind: &str, name: &str) -> String {
    let mut pointer = format!("/components/{kind}");
    push_step(&mut pointer, name);
    pointer
}
