//! Alternatives, and what tells them apart.

use super::{Constraints, Docs, Format, Name, Type};

/// One of several alternatives, and room for others.
#[derive(Clone, Debug)]
pub struct Union {
    pub alternatives: Vec<Alternative>,
    /// The member whose text names the alternative, or that of the event around it. `None`: their shapes tell them apart.
    pub tag: Option<String>,
    /// What is meant where the tag names none of them.
    pub untagged: Untagged,
    /// The document allows other values as well.
    pub is_open: bool,
}

/// What tells what an object is whose tag does not.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Untagged {
    /// Nothing: it is none of the alternatives.
    #[default]
    Unknown,
    /// Its shape, where it has no tag: no alternative declares the member, or some are no objects.
    ShapeIfMissing,
    /// The alternative at this place (OAS 3.2, Discriminator Object, `defaultMapping`).
    Default(usize),
    /// Its shape: the names of components are only a guess at what the member says, and it is written as it is given.
    Shape,
    /// It is the data of an event: the name of that tells, and else its shape. The data has no such member.
    Event,
}

impl Untagged {
    /// Whether a shape tells what it is.
    pub fn is_shape(self) -> bool {
        matches!(self, Self::Shape | Self::ShapeIfMissing | Self::Event)
    }
}

#[derive(Clone, Debug)]
pub struct Alternative {
    /// The variant.
    pub name: Name,
    pub ty: Type,
    pub docs: Docs,
    pub constraints: Constraints,
    /// Breaks a recursion, or is large.
    pub boxed: bool,
    /// Its schema stands in the union and has no name of its own.
    pub inline: bool,
    /// What the member says that names the alternative, if there is one. Empty for what is no object.
    pub tags: Vec<String>,
    /// What its values look like; empty where a member alone names it.
    pub shapes: Vec<Shape>,
    /// Texts or numbers of another alternative are read as this one, so they cannot be held to what this one asks for.
    pub is_read_for_others: bool,
}

/// What tells a JSON value from others.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Shape {
    Null,
    Boolean,
    /// One of the two.
    Is(bool),
    /// What this type has room for.
    Integer(Width),
    Number,
    Date,
    DateTime,
    Uuid,
    /// A text that is said to have this format, which no type of ours says.
    Formatted(Format),
    Text,
    /// One of these strings.
    Texts(Vec<String>),
    /// One of these integers, as they are written.
    Integers(Vec<String>),
    /// The shapes of its items; empty: any.
    List(Vec<Shape>, Count),
    Object(Vec<Member>),
    Any,
}

impl Shape {
    /// Whether a format is part of it.
    pub(crate) fn tells_by_format(&self) -> bool {
        match self {
            Self::Formatted(_) => true,
            Self::List(items, _) => items.iter().any(Self::tells_by_format),
            Self::Object(members) => {
                let mut shapes = members.iter().flat_map(|it| &it.shapes);
                shapes.any(Self::tells_by_format)
            }
            _ => false,
        }
    }
}

/// The types of integers: what one has no room for may be a value of another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Width {
    I32,
    I64,
    U32,
    U64,
}

impl Width {
    /// Whether it has room for all that the other has room for.
    pub fn covers(self, other: Self) -> bool {
        match self {
            Self::I32 => other == Self::I32,
            Self::I64 => other != Self::U64,
            Self::U32 => other == Self::U32,
            Self::U64 => matches!(other, Self::U32 | Self::U64),
        }
    }
}

/// How many items a list has, as far as that tells it from others.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Count {
    pub least: usize,
    pub most: Option<usize>,
    /// Whether no other number can be read, as with a tuple.
    pub is_firm: bool,
}

/// A member that tells objects apart.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Member {
    pub wire: String,
    pub required: bool,
    /// Empty: it must not be there.
    pub shapes: Vec<Shape>,
}

impl Member {
    pub fn never(wire: String) -> Self {
        Self {
            wire,
            required: false,
            shapes: Vec::new(),
        }
    }
}
