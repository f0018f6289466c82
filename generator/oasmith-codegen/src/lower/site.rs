//! Where a schema stands, as far as its type needs to know: what to name it, which file it belongs to.

use crate::ir::Name;
use crate::lower::names;

/// The way values travel: a request has no read-only members, a response no write-only ones.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Direction {
    Request,
    Response,
}

#[derive(Clone, Debug)]
pub struct Site {
    /// The words that a type standing here is named by: `Tenant office_hours`.
    pub name: String,
    /// The file of the owner.
    pub module: Name,
    /// JSON Pointer in the document, for the record.
    pub pointer: String,
    pub direction: Direction,
    /// In a component that has a type for each direction: the word behind the names of this one's types, if any.
    pub half: Option<&'static str>,
}

impl Site {
    pub fn new(name: &str, pointer: &str, direction: Direction) -> Self {
        Site {
            name: name.to_owned(),
            module: names::module(name),
            pointer: pointer.to_owned(),
            direction,
            half: None,
        }
    }

    /// A component is the owner of what stands in it.
    pub fn component(&self, name: &str, pointer: &str) -> Self {
        Site::new(name, pointer, self.direction)
    }

    /// For what is the same in both halves of a component.
    pub fn whole(&self) -> Self {
        Site {
            half: None,
            ..self.clone()
        }
    }

    pub fn property(&self, name: &str) -> Self {
        let mut pointer = format!("{}/properties", self.pointer);
        oasmith_spec::node::push_step(&mut pointer, name);
        Site {
            name: format!("{} {name}", self.name),
            pointer,
            ..self.clone()
        }
    }

    /// An item is named like one of what the list is named for: `Tenant tags` holds `TenantTag`.
    pub fn item(&self) -> Self {
        let name = match self.name.strip_suffix('s') {
            Some(one) if !one.ends_with(['s', 'u', 'i']) => match one.strip_suffix("ie") {
                Some(stem) => format!("{stem}y"),
                None => one.to_owned(),
            },
            _ => format!("{} item", self.name),
        };
        Site {
            name,
            pointer: format!("{}/items", self.pointer),
            ..self.clone()
        }
    }

    /// The alternative at an index, named by the words that tell it from the others.
    pub fn alternative(&self, at: usize, words: &str) -> Self {
        Site {
            name: format!("{} {words}", self.name),
            pointer: format!("{}/oneOf/{at}", self.pointer),
            ..self.clone()
        }
    }

    /// The item in a place of its own, from zero.
    pub fn place(&self, at: usize) -> Self {
        Site {
            name: format!("{} item{}", self.name, at + 1),
            pointer: format!("{}/prefixItems/{at}", self.pointer),
            ..self.clone()
        }
    }

    pub fn values(&self) -> Self {
        let name = format!("{} value", self.name);
        Site {
            name,
            pointer: format!("{}/additionalProperties", self.pointer),
            ..self.clone()
        }
    }
}
