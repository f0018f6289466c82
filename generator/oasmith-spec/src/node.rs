//! A JSON or YAML value in which every key and value knows where it was written.
//!
//! The tree that `parse` makes, and that `merge` and `recover` work on. Knows nothing about OpenAPI.

pub(crate) mod number;

use number::canonical;
use std::collections::HashMap;
use std::hash::{BuildHasher, BuildHasherDefault, DefaultHasher, Hash, Hasher};

use oasmith_source::Span;

/// A value and the bytes it was read from. A node that a stage made up carries the span of what gave rise to it.
#[derive(Clone, Debug)]
pub struct Node {
    pub value: Value,
    pub span: Span,
}

#[derive(Clone, Debug)]
pub enum Value {
    Null,
    Bool(bool),
    /// As written, so that no digit is lost. Always a valid JSON number.
    Number(Box<str>),
    String(Box<str>),
    Array(Vec<Node>),
    Object(Object),
}

/// The members of an object in the order in which they were written. Of equal keys, `parse` keeps the last.
#[derive(Clone, Debug, Default)]
pub struct Object {
    pub members: Vec<Member>,
}

#[derive(Clone, Debug)]
pub struct Member {
    pub key: Key,
    pub value: Node,
}

#[derive(Clone, Debug)]
pub struct Key {
    pub text: Box<str>,
    pub span: Span,
}

impl Object {
    pub fn get(&self, key: &str) -> Option<&Node> {
        self.member(key).map(|it| &it.value)
    }

    pub fn get_mut(&mut self, key: &str) -> Option<&mut Node> {
        self.members
            .iter_mut()
            .find(|it| &*it.key.text == key)
            .map(|it| &mut it.value)
    }

    pub fn member(&self, key: &str) -> Option<&Member> {
        self.members.iter().find(|it| &*it.key.text == key)
    }

    pub fn iter(&self) -> std::slice::Iter<'_, Member> {
        self.members.iter()
    }

    pub fn len(&self) -> usize {
        self.members.len()
    }

    pub fn is_empty(&self) -> bool {
        self.members.is_empty()
    }

    /// Adds a member at the end. The caller sees to it that the key is new.
    pub fn push(&mut self, key: Key, value: Node) {
        self.members.push(Member { key, value });
    }

    /// Whether both have the same members, in any order.
    fn same(&self, other: &Object) -> bool {
        if self.len() != other.len() {
            return false;
        }
        let mut pairs = self.iter().zip(other.iter());
        if pairs.clone().all(|(a, b)| a.key.text == b.key.text) {
            return pairs.all(|(a, b)| a.value.same(&b.value));
        }
        // Looking each key up in turn would be quadratic, and an object can have a million members.
        let others: HashMap<&str, &Node> =
            other.iter().map(|it| (&*it.key.text, &it.value)).collect();
        self.iter().all(|it| {
            let theirs = others.get(&*it.key.text);
            theirs.is_some_and(|theirs| it.value.same(theirs))
        })
    }

    /// Takes a member out.
    pub fn remove(&mut self, key: &str) -> Option<Member> {
        let at = self.members.iter().position(|it| &*it.key.text == key)?;
        Some(self.members.remove(at))
    }
}

impl Key {
    pub fn new(text: &str, span: Span) -> Self {
        Key {
            text: text.into(),
            span,
        }
    }
}

impl Node {
    pub fn new(value: Value, span: Span) -> Self {
        Node { value, span }
    }

    pub fn string(text: &str, span: Span) -> Self {
        Node::new(Value::String(text.into()), span)
    }

    pub fn object(object: Object, span: Span) -> Self {
        Node::new(Value::Object(object), span)
    }

    pub fn as_object(&self) -> Option<&Object> {
        if let Value::Object(it) = &self.value {
            Some(it)
        } else {
            None
        }
    }

    pub fn as_object_mut(&mut self) -> Option<&mut Object> {
        if let Value::Object(it) = &mut self.value {
            Some(it)
        } else {
            None
        }
    }

    pub fn as_array(&self) -> Option<&[Node]> {
        if let Value::Array(it) = &self.value {
            Some(it)
        } else {
            None
        }
    }

    pub fn as_str(&self) -> Option<&str> {
        if let Value::String(it) = &self.value {
            Some(it)
        } else {
            None
        }
    }

    /// A member of an object; `None` when this is not an object or has no such member.
    pub fn get(&self, key: &str) -> Option<&Node> {
        self.as_object()?.get(key)
    }

    /// The value that a JSON Pointer (RFC 6901) names, from here.
    pub fn pointer(&self, pointer: &str) -> Option<&Node> {
        let rest = if pointer.is_empty() {
            return Some(self);
        } else {
            pointer.strip_prefix('/')?
        };
        rest.split('/').try_fold(self, |node, step| {
            node.step(&step.replace("~1", "/").replace("~0", "~"))
        })
    }

    /// The member of an object, or the item of an array by its number.
    pub fn step(&self, step: &str) -> Option<&Node> {
        match &self.value {
            Value::Object(object) => object.get(step),
            Value::Array(items) => items.get(array_index(step)?),
            _ => None,
        }
    }

    /// What kind of value this is, in a reader's words.
    pub fn kind(&self) -> &'static str {
        match &self.value {
            Value::Null => "null",
            Value::Bool(_) => "a boolean",
            Value::Number(_) => "a number",
            Value::String(_) => "a string",
            Value::Array(_) => "an array",
            Value::Object(_) => "an object",
        }
    }

    /// Whether both say the same: members in any order, numbers by their values, places apart.
    pub fn same(&self, other: &Node) -> bool {
        match (&self.value, &other.value) {
            (Value::Null, Value::Null) => true,
            (Value::Bool(a), Value::Bool(b)) => a == b,
            (Value::Number(a), Value::Number(b)) => a == b || canonical(a) == canonical(b),
            (Value::String(a), Value::String(b)) => a == b,
            (Value::Array(a), Value::Array(b)) => {
                a.len() == b.len() && a.iter().zip(b).all(|(a, b)| a.same(b))
            }
            (Value::Object(a), Value::Object(b)) => a.same(b),
            _ => false,
        }
    }
}

/// A node by what it says, for sets and maps: two are equal where [`Node::same`] says so.
#[derive(Clone, Copy, Debug)]
pub struct Said<'a>(pub &'a Node);

impl PartialEq for Said<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.0.same(other.0)
    }
}

impl Eq for Said<'_> {}

impl Hash for Said<'_> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        std::mem::discriminant(&self.0.value).hash(state);
        match &self.0.value {
            Value::Null => {}
            Value::Bool(it) => it.hash(state),
            Value::Number(it) => canonical(it).hash(state),
            Value::String(it) => it.hash(state),
            Value::Array(items) => items.iter().for_each(|it| Said(it).hash(state)),
            Value::Object(object) => {
                // A sum, since members are the same in any order.
                let hasher = BuildHasherDefault::<DefaultHasher>::default();
                let of_member = |it: &Member| hasher.hash_one((&it.key.text, Said(&it.value)));
                let sum = object.iter().map(of_member).fold(0, u64::wrapping_add);
                sum.hash(state);
            }
        }
    }
}

/// An array index as RFC 6901, 4 has it: digits, without a leading zero.
fn array_index(step: &str) -> Option<usize> {
    let is_number = step.bytes().all(|it| it.is_ascii_digit());
    let is_index = is_number && (step == "0" || !step.starts_with('0'));
    is_index.then(|| step.parse().ok())?
}

/// Writes one step of a JSON Pointer: `/`, then the name with `~` and `/` escaped (RFC 6901).
pub fn push_step(pointer: &mut String, step: &str) {
    pointer.push('/');
    match step.contains(['~', '/']) {
        true => pointer.push_str(&step.replace('~', "~0").replace('/', "~1")),
        false => pointer.push_str(step),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use oasmith_source::{FileId, SourceMap};
    use std::collections::HashSet;

    fn span() -> Span {
        let file: FileId = SourceMap::default().add("a", "");
        Span::new(file, 0, 0)
    }

    fn object(members: &[(&str, Node)]) -> Node {
        let mut object = Object::default();
        for (key, value) in members {
            object.push(Key::new(key, span()), value.clone());
        }
        Node::object(object, span())
    }

    #[test]
    fn the_order_of_members_does_not_matter_and_that_of_items_does() {
        let [x, y] = ["x", "y"].map(|it| Node::string(it, span()));
        let a = object(&[("a", x.clone()), ("b", y.clone())]);
        let b = object(&[("b", y.clone()), ("a", x.clone())]);
        assert!(a.same(&b));
        assert!(!a.same(&object(&[("a", y.clone()), ("b", x.clone())])));
        assert!(!a.same(&object(&[("b", y.clone()), ("c", x.clone())])));
        let others = [object(&[("a", y.clone()), ("b", x.clone())]), x.clone()];
        let said: HashSet<Said<'_>> = [&a, &b].into_iter().chain(&others).map(Said).collect();
        assert_eq!(said.len(), 3);
        let items = |of: [&Node; 2]| Node::new(Value::Array(of.map(Node::clone).into()), span());
        assert!(!items([&x, &y]).same(&items([&y, &x])));
    }

    #[test]
    fn pointers_follow_rfc_6901() {
        let items = Node::new(Value::Array(vec![Node::string("x", span())]), span());
        let root = object(&[
            ("a/b", object(&[("~", items)])),
            ("", Node::string("y", span())),
        ]);
        let at = |pointer| root.pointer(pointer).and_then(Node::as_str);
        assert_eq!(at("/a~1b/~0/0"), Some("x"));
        assert_eq!(at("/"), Some("y"));
        assert!(root.pointer("").is_some());
        for none in [
            "a",
            "/a~1b/~0/+0",
            "/a~1b/~0/00",
            "/a~1b/~0/1",
            "/a~1b/~0/-",
            "/x",
        ] {
            assert!(root.pointer(none).is_none(), "{none}");
        }
        let mut pointer = String::new();
        push_step(&mut pointer, "a/b");
        push_step(&mut pointer, "~");
        assert_eq!(pointer, "/a~1b/~0");
    }
}
