//! What requests and answers carry.
//!
//! Left out: how a parameter travels, which stands with the parameter.

use super::{Constraints, Docs, Name, Type};

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct RequestBody {
    /// The field of the input struct: `body`.
    pub name: Name,
    pub media: String,
    /// Other media types that are read in the same way.
    pub also: Vec<String>,
    pub content: Content,
    /// How JSON is written as a form, where a sender may choose.
    pub form: Option<Form>,
    pub constraints: Constraints,
    pub required: bool,
    pub docs: Docs,
}

impl RequestBody {
    /// The media types that are read, that which is sent first.
    pub fn all_media(&self) -> impl Iterator<Item = &str> {
        std::iter::once(&self.media)
            .chain(&self.also)
            .map(String::as_str)
    }

    /// What it may be: itself, or each of several.
    pub fn each(&self) -> Vec<&RequestBody> {
        match &self.content {
            Content::Choice(it) => it.bodies.iter().map(|it| &it.1).collect(),
            _ => vec![self],
        }
    }
}

/// A body that is one of several, by its media type: an enum.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Choice {
    pub name: Name,
    /// The variants, and each body as if it were the only one, which is required.
    pub bodies: Vec<(Name, RequestBody)>,
}

/// What a body holds.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Content {
    Empty,
    Json(Type),
    Text,
    /// Bytes, passed on as they come.
    Stream,
    Form(Form),
    /// Values, one after the other.
    Items(Type, Framing),
    /// One of several, of a request.
    Choice(Choice),
}

/// Members as names and texts.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Form {
    pub ty: Type,
    pub kind: FormKind,
    /// How members are written that are not plain texts or lists of texts, by their names in the document.
    pub members: Vec<(String, FormMember)>,
}

impl Form {
    /// Whether some member is a file, or several: such a form is received part by part.
    pub fn has_files(&self) -> bool {
        let mut members = self.members.iter();
        members.any(|(_, how)| matches!(how, FormMember::File(_)))
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum FormKind {
    /// `application/x-www-form-urlencoded`
    UrlEncoded,
    /// `multipart/form-data`
    Multipart,
}

/// How a member of a form is written.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum FormMember {
    /// As usual, though its name looks like a part of another: `a[b]` beside a deep `a`.
    Plain,
    /// `a=x,y`
    Comma,
    /// `a=x%20y`
    Space,
    /// `a=x%7Cy`
    Pipe,
    /// `a[b]=x`
    Deep,
    /// As JSON, whole.
    Json,
    /// Each item as JSON.
    JsonItems,
    /// A file of a media type.
    File(String),
    /// A part of a media type.
    Part(String),
    /// As JSON, those that are not declared. Its name says nothing.
    OthersJson,
    /// Each item as JSON, of those that are not declared.
    OthersJsonItems,
    /// What is meant when it is absent: `[]`
    Absent(&'static str),
    /// The same, of one of several alternatives.
    AbsentOf(FormMark, &'static str),
}

/// What shows that a form is one of its alternatives.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct FormMark {
    /// These members are there, with one of these texts if there are any.
    pub has: Vec<(String, Vec<String>)>,
    /// Of these members there is none.
    pub lacks: Vec<String>,
}

impl FormMember {
    /// Whether texts are joined to one.
    pub fn joins(&self) -> bool {
        matches!(self, Self::Comma | Self::Space | Self::Pipe)
    }
}

/// How values are kept apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Framing {
    /// JSON on lines.
    Lines,
    /// JSON after record separators (RFC 7464).
    Sequence,
    /// Server-sent events whose data is JSON.
    Events,
    /// Server-sent events whose data is text.
    TextEvents,
}

impl Content {
    /// The type of the values in it, if they have one.
    pub fn ty(&self) -> Option<&Type> {
        match self {
            Content::Json(ty) | Content::Items(ty, _) => Some(ty),
            Content::Form(form) => Some(&form.ty),
            Content::Empty | Content::Text | Content::Stream | Content::Choice(_) => None,
        }
    }

    /// The types of the values in it, of each that it may be.
    pub fn types(&self) -> Vec<&Type> {
        match self {
            Content::Choice(it) => it
                .bodies
                .iter()
                .filter_map(|it| it.1.content.ty())
                .collect(),
            _ => self.ty().into_iter().collect(),
        }
    }

    pub(crate) fn types_mut(&mut self) -> Vec<&mut Type> {
        match self {
            Content::Json(ty) | Content::Items(ty, _) => vec![ty],
            Content::Form(form) => vec![&mut form.ty],
            Content::Empty | Content::Text | Content::Stream => Vec::new(),
            Content::Choice(it) => {
                let bodies = it.bodies.iter_mut();
                bodies.flat_map(|it| it.1.content.types_mut()).collect()
            }
        }
    }

    /// Whether it is not collected before it is read.
    pub fn is_streamed(&self) -> bool {
        match self {
            Content::Stream | Content::Items(..) => true,
            Content::Form(form) => form.has_files(),
            Content::Choice(it) => it.bodies.iter().any(|it| it.1.content.is_streamed()),
            Content::Empty | Content::Json(_) | Content::Text => false,
        }
    }
}

/// What a call returns when it succeeds.
#[derive(Clone, Debug)]
pub enum Output {
    /// One declared success: what it holds is the output.
    Plain(Answer),
    /// Several: an enum with one variant each.
    Several {
        name: Name,
        variants: Vec<(Name, Answer)>,
    },
}

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Answer {
    pub status: Statuses,
    pub media: Option<String>,
    pub content: Content,
    /// JSON that may come as a text that stands for the value, which is declared as well.
    pub or_text: bool,
    /// With typed headers: a struct of them and of `body`.
    pub headed: Option<Headed>,
    pub docs: Docs,
}

impl Answer {
    /// The typed headers.
    pub fn headers(&self) -> &[AnswerHeader] {
        self.headed.as_ref().map_or(&[], |it| &it.headers)
    }
}

impl Output {
    /// The types that are named for it: the enum, then a struct for each answer with headers.
    pub fn types(&self) -> impl Iterator<Item = &Name> {
        let name = match self {
            Output::Plain(_) => None,
            Output::Several { name, .. } => Some(name),
        };
        let headed = self.answers().into_iter();
        let headed = headed.filter_map(|it| it.headed.as_ref());
        name.into_iter().chain(headed.map(|it| &it.name))
    }

    /// All declared successes.
    pub fn answers(&self) -> Vec<&Answer> {
        match self {
            Output::Plain(answer) => vec![answer],
            Output::Several { variants, .. } => variants.iter().map(|it| &it.1).collect(),
        }
    }

    /// Whether there are several declared successes, and each holds the same as the others.
    pub fn is_alike(&self) -> bool {
        match self.answers().as_slice() {
            [first, rest @ ..] if !rest.is_empty() => rest.iter().all(|it| {
                it.content == first.content
                    && it.media == first.media
                    && it.headers() == first.headers()
            }),
            _ => false,
        }
    }

    /// The same, to be changed.
    pub fn answers_mut(&mut self) -> Vec<&mut Answer> {
        match self {
            Output::Plain(answer) => vec![answer],
            Output::Several { variants, .. } => variants.iter_mut().map(|it| &mut it.1).collect(),
        }
    }
}

/// A struct with a member for each header of an answer.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Headed {
    pub name: Name,
    pub headers: Vec<AnswerHeader>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Statuses {
    Status(u16),
    /// The hundreds digit.
    Range(u8),
    Default,
}

/// A declared response header, always optional to read.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct AnswerHeader {
    pub name: Name,
    pub wire: String,
    pub ty: Type,
    pub form: HeaderForm,
    /// Who answers has to give it; who reads the answer does without.
    pub required: bool,
    pub docs: Docs,
}

/// How a response header holds its value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum HeaderForm {
    /// A scalar, or a list with commas.
    Value,
    /// A list with a line for each item, which may hold commas.
    Lines,
    /// An object, each member with a comma.
    Members,
    /// An object, each member with its name: `a=1,b=2`
    Exploded,
    /// A scalar, or a list with commas, as the value is.
    OneOrSeveral,
    /// JSON.
    Json,
}

/// What the declared error answers hold.
#[derive(Clone, Debug)]
pub enum ErrorBody {
    /// None has a content or headers: status and bytes tell all.
    Untyped { declared: Vec<Statuses> },
    /// An enum with one variant for each declared error answer.
    Typed {
        name: Name,
        variants: Vec<(Name, Answer)>,
        defined: Defined,
    },
}

/// Where the types of an error are defined. The names are one for each of [`ErrorBody::types`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Defined {
    /// With the operation, which is named by them.
    Here,
    /// With the operation, the first of several that declare the same, by names that say what they hold.
    HereAs(Vec<Name>),
    /// With an earlier operation that declares the same.
    Before(Vec<Name>),
}

impl ErrorBody {
    /// The declared error answers, unless none has a type.
    pub fn answers(&self) -> impl Iterator<Item = &Answer> {
        let variants = match self {
            ErrorBody::Untyped { .. } => [].iter(),
            ErrorBody::Typed { variants, .. } => variants.iter(),
        };
        variants.map(|it| &it.1)
    }

    /// The names of types that are defined with it for other operations as well.
    pub fn shared_types(&self) -> &[Name] {
        match self {
            ErrorBody::Typed {
                defined: Defined::HereAs(names),
                ..
            } => names,
            _ => &[],
        }
    }

    /// The types that are named for it: the enum, then a struct for each answer with headers.
    pub fn types(&self) -> impl Iterator<Item = &Name> {
        let name = match self {
            ErrorBody::Untyped { .. } => None,
            ErrorBody::Typed { name, .. } => Some(name),
        };
        let headed = self.answers().filter_map(|it| it.headed.as_ref());
        name.into_iter().chain(headed.map(|it| &it.name))
    }
}
