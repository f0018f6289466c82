//! Which members of forms are no plain texts or lists of texts: told by their types.
//!
//! `lower` has noted what the document says of members (Encoding Objects); the rest is what the specification says
//! otherwise. OAS 3.1, Encoding Object, `contentType`: an object is JSON, and a list is what its items are.

mod absent;

use crate::ir::{
    Api, Content, Field, Form, FormKind, FormMember, RequestBody, Type, TypeDef, TypeKind,
};
use absent::{Alternative, meant};
use indexmap::IndexMap;

pub fn complete(api: &mut Api) {
    let types = &api.types;
    let methods = api.groups.iter_mut().flat_map(|it| &mut it.methods);
    for body in methods.filter_map(|it| it.body.as_mut()) {
        complete_body(body, types);
    }
}

fn complete_body(body: &mut RequestBody, types: &[TypeDef]) {
    let form = match &mut body.content {
        Content::Form(form) => Some(form),
        Content::Choice(choice) => {
            let bodies = choice.bodies.iter_mut();
            return bodies.for_each(|it| complete_body(&mut it.1, types));
        }
        _ => body.form.as_mut(),
    };
    if let Some(form) = form {
        form.members = members(form, types);
    }
}

fn members(form: &Form, types: &[TypeDef]) -> Vec<(String, FormMember)> {
    let found = Members::of(&form.ty, types);
    if found.fields.is_empty() && found.others.is_empty() {
        return form.members.clone();
    }
    let mut all = Vec::new();
    for (wire, fields) in &found.fields {
        let how = how_all(wire, fields, form, types);
        let (meant, _) = meant(wire, how.as_ref(), &found, types);
        let both = how.into_iter().chain(meant);
        all.extend(both.map(|it| ((*wire).to_owned(), it)));
    }
    let others = found.others.iter().find_map(|it| others(it, types));
    let plain = found
        .fields
        .keys()
        .filter(|wire| is_usual(wire, &all) && (others.is_some() || looks_like_a_part(wire, &all)));
    let plain: Vec<_> = plain
        .map(|wire| ((*wire).to_owned(), FormMember::Plain))
        .collect();
    all.extend(plain);
    all.extend(others);
    all
}

/// How a member is written, which may be one of several alternatives.
fn how_all(wire: &str, fields: &[&Field], form: &Form, types: &[TypeDef]) -> Option<FormMember> {
    let said = form.members.iter().find(|(name, _)| name == wire);
    let shapes: Vec<Shape> = fields.iter().map(|it| shape(&it.ty, types)).collect();
    let is_one = shapes.iter().all(|it| *it == shapes[0]);
    let shape = if is_one { shapes[0] } else { one_of(&shapes) };
    how(shape, said.map(|(_, how)| how), form.kind)
}

/// The members that some alternative of a form needs, and of which nothing is seen in it when they are empty.
pub(crate) fn unseen(form: &Form, types: &[TypeDef]) -> Vec<String> {
    let found = Members::of(&form.ty, types);
    let fields = found.fields.iter();
    let unseen = fields.filter(|(wire, fields)| {
        let how = how_all(wire, fields, form, types);
        meant(wire, how.as_ref(), &found, types).1
    });
    unseen.map(|(wire, _)| (*wire).to_owned()).collect()
}

/// The members of a form: those of all alternatives, where it has some.
#[derive(Default)]
struct Members<'t> {
    fields: IndexMap<&'t str, Vec<&'t Field>>,
    /// What those are that have no names.
    others: Vec<&'t Type>,
    alternatives: Vec<Alternative<'t>>,
}

impl<'t> Members<'t> {
    fn of(ty: &'t Type, types: &'t [TypeDef]) -> Self {
        let mut it = Self::default();
        it.add(ty, &[], types, 0);
        it
    }

    fn add(
        &mut self,
        ty: &'t Type,
        tags: &[(&'t str, &'t [String])],
        types: &'t [TypeDef],
        depth: usize,
    ) {
        match ty {
            Type::Nullable(inner) => self.add(inner, tags, types, depth),
            Type::Map(values) => self.others.push(values),
            Type::Named(id) => match &types[id.0].kind {
                TypeKind::Struct(it) => {
                    for field in &it.fields {
                        self.fields.entry(&field.wire).or_default().push(field);
                    }
                    self.others.extend(&it.additional);
                    let tags = tags.to_vec();
                    self.alternatives.push(Alternative { it, tags });
                }
                TypeKind::Union(it) if depth < DEEPEST => {
                    for alternative in &it.alternatives {
                        let tag = it.tag.as_deref().filter(|_| !alternative.tags.is_empty());
                        let tag = tag.map(|it| (it, alternative.tags.as_slice()));
                        let tags: Vec<_> = tags.iter().copied().chain(tag).collect();
                        self.add(&alternative.ty, &tags, types, depth + 1);
                    }
                }
                _ => {}
            },
            _ => {}
        }
    }
}

/// How members without names are written, if that is not as usual. What they are nobody says where they may be anything.
fn others(values: &Type, types: &[TypeDef]) -> Option<(String, FormMember)> {
    let how = match shape(values, types) {
        _ if *values == Type::Raw => return None,
        Shape::Object => FormMember::OthersJson,
        Shape::Objects | Shape::Untyped => FormMember::OthersJsonItems,
        Shape::Text | Shape::Texts | Shape::File => return None,
    };
    Some((String::new(), how))
}

/// Whether a member is written as usual.
fn is_usual(name: &str, members: &[(String, FormMember)]) -> bool {
    let mut own = members.iter().filter(|(known, _)| known == name);
    own.all(|(_, how)| matches!(how, FormMember::Absent(_) | FormMember::AbsentOf(..)))
}

/// Whether a member that is written as usual has a name like `a[b]`, where `a` is deep.
fn looks_like_a_part(name: &str, members: &[(String, FormMember)]) -> bool {
    let is_deep = |(known, how): &(String, FormMember)| {
        let rest = name.strip_prefix(known.as_str());
        *how == FormMember::Deep && rest.is_some_and(|rest| rest.starts_with('['))
    };
    members.iter().any(is_deep)
}

/// How a member is written, `said` being what the document says.
fn how(shape: Shape, said: Option<&FormMember>, kind: FormKind) -> Option<FormMember> {
    match (said, shape) {
        (said, Shape::File) => {
            let media = match said {
                Some(FormMember::File(media) | FormMember::Part(media)) => media.as_str(),
                _ => "application/octet-stream",
            };
            Some(FormMember::File(media.to_owned()))
        }
        (Some(said @ FormMember::Part(_)), Shape::Text | Shape::Texts)
            if kind == FormKind::Multipart =>
        {
            Some(said.clone())
        }
        (Some(FormMember::Json), _) => Some(FormMember::Json),
        // OAS 3.0, Encoding Object, `style`: of forms in a URL's way only.
        (_, Shape::Text) => None,
        (Some(FormMember::Deep), _) if kind == FormKind::UrlEncoded => Some(FormMember::Deep),
        (Some(said), Shape::Texts | Shape::Untyped)
            if said.joins() && kind == FormKind::UrlEncoded =>
        {
            Some(said.clone())
        }
        (_, Shape::Texts) => None,
        (_, Shape::Object) => Some(FormMember::Json),
        (_, Shape::Objects | Shape::Untyped) => Some(FormMember::JsonItems),
    }
}

/// Whether a style that joins texts has no words for a value, or one that may be a list is written as a whole.
pub(crate) fn is_unsaid(ty: &Type, how: Option<&FormMember>, types: &[TypeDef]) -> bool {
    let shape = shape(ty, types);
    match how {
        Some(how) if how.joins() => matches!(shape, Shape::Object | Shape::Objects),
        Some(_) => false,
        None => shape == Shape::Object && may_be_list(ty, types),
    }
}

fn may_be_list(ty: &Type, types: &[TypeDef]) -> bool {
    match ty {
        Type::Nullable(inner) => may_be_list(inner, types),
        Type::Named(id) => match &types[id.0].kind {
            TypeKind::Union(it) => {
                let mut types = it.alternatives.iter().map(|it| &it.ty);
                types.any(|ty| matches!(ty, Type::List(_)))
            }
            _ => false,
        },
        _ => false,
    }
}

/// What a form makes of a value.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Shape {
    Text,
    /// Several of them, or one or several as the value is.
    Texts,
    Object,
    Objects,
    /// A list of which nothing is said.
    Untyped,
    /// One or several.
    File,
}

/// How deep unions may stand in unions.
const DEEPEST: usize = 8;

fn shape(ty: &Type, types: &[TypeDef]) -> Shape {
    shape_within(ty, types, 0)
}

fn shape_within(ty: &Type, types: &[TypeDef], depth: usize) -> Shape {
    let inside = |ty: &Type| shape_within(ty, types, depth);
    match ty {
        Type::File => Shape::File,
        Type::Nullable(inner) => inside(inner),
        Type::List(item) if **item == Type::Raw => Shape::Untyped,
        Type::List(item) => match inside(item) {
            Shape::Text => Shape::Texts,
            Shape::File => Shape::File,
            _ => Shape::Objects,
        },
        Type::Tuple { items, .. } => match items.iter().all(|it| inside(it) == Shape::Text) {
            true => Shape::Texts,
            false => Shape::Object,
        },
        Type::Map(_) | Type::Raw => Shape::Object,
        Type::Named(id) => match &types[id.0].kind {
            TypeKind::Enum(_) => Shape::Text,
            TypeKind::Struct(_) => Shape::Object,
            TypeKind::Union(it) if it.is_open || depth == DEEPEST => Shape::Object,
            TypeKind::Union(it) => {
                let shapes = it.alternatives.iter();
                let shapes = shapes.map(|it| shape_within(&it.ty, types, depth + 1));
                one_of(&shapes.collect::<Vec<_>>())
            }
        },
        _ => Shape::Text,
    }
}

/// One text or several are told apart by how many there are; anything else is told as JSON only.
fn one_of(shapes: &[Shape]) -> Shape {
    match shapes {
        all if all.iter().all(|it| *it == Shape::Text) => Shape::Text,
        all if all
            .iter()
            .all(|it| matches!(it, Shape::Text | Shape::Texts)) =>
        {
            Shape::Texts
        }
        _ => Shape::Object,
    }
}
