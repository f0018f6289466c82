//! Where a schema stands, as far as its type needs to know: what to name it, which file it belongs to.

use crate::ir::Name;
use crate::lower::names;
use oasmith_spec::{acronym, plural};

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
            name: names::ends(name).into_owned(),
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
        let name = one_of(&self.name).unwrap_or_else(|| format!("{} item", self.name));
        Site {
            name,
            pointer: format!("{}/items", self.pointer),
            ..self.clone()
        }
    }

    /// Whether it is an item of a list, whichever.
    pub fn is_item(&self) -> bool {
        self.pointer.ends_with("/items") && !self.pointer.ends_with("/properties/items")
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
        let words = match PLACES.get(at) {
            Some(place) => format!("{place} item"),
            None => format!("item{}", at + 1),
        };
        Site {
            name: format!("{} {words}", self.name),
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

/// The items of most tuples.
const PLACES: [&str; 8] = [
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth",
];

/// The same words with the last one in the singular, if it is a plural.
fn one_of(name: &str) -> Option<String> {
    let name = acronym::as_words(name);
    let letters = name.rsplit(|it: char| !it.is_ascii_lowercase()).next()?;
    let before = &name[..name.len() - letters.len()];
    let before = before
        .strip_suffix(|it: char| it.is_ascii_uppercase())
        .unwrap_or(before);
    let last = &name[before.len()..];
    let many = last.to_ascii_lowercase();
    let one = plural::element(&many);
    // The first letter stays as it is: `statusCodes` are parted by it.
    (one != many).then(|| format!("{before}{}{}", &last[..1], &one[1..]))
}

#[cfg(test)]
mod tests {
    use super::one_of;

    #[test]
    fn an_item_is_one_of_what_the_list_is_named_for() {
        let cases = [
            ("Tenant tags", Some("Tenant tag")),
            ("Result text_matches", Some("Result text_match")),
            ("Order statusCodes", Some("Order statusCode")),
            ("Host externalIPs", Some("Host externalIp")),
            ("Family children", Some("Family child")),
            ("Route has", None),
            ("Guest os", None),
            ("Größe", None),
        ];
        for (list, item) in cases {
            assert_eq!(one_of(list).as_deref(), item, "{list}");
        }
    }
}
