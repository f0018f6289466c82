//! Where the author had a component, and what stands there in another version of the document.
//!
//! Both documents are walked side by side by the same steps, through references. What stands in a component that
//! contains itself is counted once for each operation, as there is no end of places in it.

use std::collections::{HashMap, HashSet};

use oasmith_spec::Node;
use oasmith_spec::node::{Object, Value};
use oasmith_spec::resolve::{Kind, Place};

use super::follow::{self, Peeled, peel};
use super::score::{Class, Table};
use super::split;
use oasmith_spec::parts::METHODS;

/// A component of the author's that stands somewhere in an operation.
pub struct Component<'a> {
    /// The name at the end of a chain of references, and those on the way.
    pub name: &'a str,
    pub aliases: HashSet<&'a str>,
    pub schema: &'a Node,
    /// How often it was met.
    pub met: usize,
    /// By class: one place of it.
    pub places: HashMap<Class, String>,
}

/// What was found at the author's places.
#[derive(Default)]
pub struct Truth<'a> {
    pub components: Vec<Component<'a>>,
    by_name: HashMap<&'a str, usize>,
    /// Components by number, and classes of the other document.
    pub table: Table,
    pub operations: usize,
}

/// The documents that are walked.
#[derive(Clone, Copy)]
pub struct Sides<'a> {
    pub author: &'a Node,
    pub other: &'a Node,
    /// The author's document without references, which has the components that contain themselves.
    pub input: &'a Node,
    pub weight: Weight,
}

/// How often a component counts that stands at many places of one operation.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::ValueEnum)]
pub enum Weight {
    /// Once for each class of the other document's
    #[default]
    Operation,
    /// As often as it stands there
    Place,
}

struct Walk<'a, 'c> {
    author: &'a Node,
    other: &'a Node,
    sides: Sides<'a>,
    /// Whether the walk is in a component that contains itself.
    is_endless: bool,
    class: &'c mut dyn FnMut(&Peeled<'a>) -> Class,
    truth: Truth<'a>,
    /// In the operation at hand.
    seen: HashSet<(*const Node, *const Node)>,
    counted: HashSet<(usize, Class)>,
    path: String,
}

/// Walks all operations. `class` tells the class of what stands at a place of the other document.
pub fn walk<'a>(sides: Sides<'a>, class: &mut dyn FnMut(&Peeled<'a>) -> Class) -> Truth<'a> {
    let Sides { author, other, .. } = sides;
    let mut walk = Walk {
        author,
        other,
        sides,
        is_endless: false,
        class,
        truth: Truth::default(),
        seen: HashSet::new(),
        counted: HashSet::new(),
        path: String::new(),
    };
    for kind in ["paths", "webhooks"] {
        let items = author.get(kind).and_then(Node::as_object);
        for item in items.into_iter().flat_map(Object::iter) {
            let others = other.get(kind).and_then(|it| it.get(&item.key.text));
            if let Some(others) = others.filter(|_| !item.key.text.starts_with("x-")) {
                walk.item(&item.key.text, &item.value, others);
            }
        }
    }
    walk.truth
}

impl<'a> Walk<'a, '_> {
    fn item(&mut self, path: &str, mine: &'a Node, others: &'a Node) {
        let mine = follow::part(self.author, mine);
        let others = follow::part(self.other, others);
        for member in mine.as_object().into_iter().flat_map(Object::iter) {
            let method = &*member.key.text;
            let Some(other) = others.get(method).filter(|_| METHODS.contains(&method)) else {
                continue;
            };
            self.truth.operations += 1;
            self.seen.clear();
            self.counted.clear();
            self.path = format!("{} {path} ", method.to_uppercase());
            // What the path item says is said for each of its operations.
            if let (Some(mine), Some(others)) = (mine.get("parameters"), others.get("parameters")) {
                self.part(mine, others, Place::Many(Kind::Parameter));
            }
            self.part(&member.value, other, Place::One(Kind::Operation));
        }
    }

    fn part(&mut self, mine: &'a Node, others: &'a Node, place: Place) {
        match place {
            Place::Unknown => return,
            Place::One(Kind::Schema) => return self.schema(mine, others),
            _ => {}
        }
        let (mut mine, mut others) = (mine, others);
        if let Place::One(kind) = place {
            (mine, others) = (
                follow::part(self.author, mine),
                follow::part(self.other, others),
            );
            let is_recursive = matches!(kind, Kind::Callback | Kind::PathItem);
            if is_recursive && !self.seen.insert((mine, others)) {
                return;
            }
        }
        self.children(mine, others, place);
    }

    fn children(&mut self, mine: &'a Node, others: &'a Node, place: Place) {
        let length = self.path.len();
        match (&mine.value, &others.value) {
            (Value::Object(a), Value::Object(b)) => {
                for member in a.iter() {
                    let key = &*member.key.text;
                    let place = place.inside(key);
                    if place != Place::Unknown
                        && let Some(other) = b.get(key)
                    {
                        self.step(key);
                        self.part(&member.value, other, place);
                        self.path.truncate(length);
                    }
                }
            }
            (Value::Array(a), Value::Array(b)) => {
                for (index, (a, b)) in a.iter().zip(b).enumerate() {
                    self.step(&index.to_string());
                    self.part(a, b, place.inside(""));
                    self.path.truncate(length);
                }
            }
            _ => {}
        }
    }

    fn step(&mut self, step: &str) {
        // Endless paths say no more than long ones.
        if self.path.len() < 400 {
            self.path.push('/');
            self.path.push_str(step);
        }
    }

    fn schema(&mut self, mine: &'a Node, others: &'a Node) {
        let mine = peel(self.author, mine);
        let mut others = peel(self.other, others);
        // Siblings of the author's reference that assert something keep the wrapping that they were given.
        while mine.node.get("allOf").is_none()
            && let Some([inner]) = others.node.get("allOf").and_then(Node::as_array)
        {
            let inner = peel(self.other, inner);
            others.names.extend(inner.names);
            others.node = inner.node;
        }
        if let Some(name) = mine.innermost() {
            self.found(name, &mine, &others);
        }
        let was_endless = self.is_endless;
        self.is_endless |= mine.names.iter().any(|it| split::has(self.sides.input, it));
        let is_new = self.seen.insert((mine.node, others.node));
        if is_new || (self.sides.weight == Weight::Place && !self.is_endless) {
            self.children(mine.node, others.node, Place::One(Kind::Schema));
        }
        self.is_endless = was_endless;
    }

    fn found(&mut self, name: &'a str, mine: &Peeled<'a>, others: &Peeled<'a>) {
        let truth = &mut self.truth;
        let next = truth.components.len();
        let at = *truth.by_name.entry(name).or_insert(next);
        if at == next {
            truth.components.push(Component {
                name,
                aliases: HashSet::new(),
                schema: mine.node,
                met: 0,
                places: HashMap::new(),
            });
        }
        let component = &mut truth.components[at];
        component.met += 1;
        component.aliases.extend(&mine.names);
        let class = (self.class)(others);
        let is_new = self.counted.insert((at, class));
        if is_new {
            let place = || self.path.clone();
            component.places.entry(class).or_insert_with(place);
        }
        if is_new || self.sides.weight == Weight::Place {
            truth.table.add(at, class);
        }
    }
}
