//! What tells the alternatives of a union apart when they are read.
//!
//! A member that names the alternative is the best: one that the document declares as the discriminator, or one that
//! every alternative requires with other values. Failing that, shapes: what kind of value it is, which strings, which
//! members. Only what makes a difference is kept.

use crate::ir::{Alternative, Api, Member, Presence, Shape, Struct, Type, TypeId, TypeKind, Union};
use std::collections::HashSet;

/// How many members of one alternative are looked at.
const MOST_MEMBERS: usize = 24;
/// How deep unions in unions are looked into.
const DEEPEST: usize = 8;
/// How many types are looked at for one alternative, in case a document has unions of unions of unions.
const MOST_STEPS: usize = 2_000;

/// Two alternatives of which the first is read wherever the second could be.
pub struct Alike {
    /// The place of the union's schema in the document.
    pub origin: String,
    pub first: String,
    pub second: String,
}

/// Finds the tag or the shapes of every union, and what they do not tell apart.
pub fn tell(api: &mut Api) -> Vec<Alike> {
    let mut alike = Vec::new();
    for at in 0..api.types.len() {
        let TypeKind::Union(it) = &api.types[at].kind else {
            continue;
        };
        let told = told(it, api);
        alike.extend(first_alike(&told, &api.types[at].origin));
        api.types[at].kind = TypeKind::Union(told);
    }
    alike
}

fn first_alike(it: &Union, origin: &str) -> Option<Alike> {
    let alternatives = it.alternatives.iter().enumerate();
    let mut pairs = alternatives.filter_map(|(at, second)| {
        let mut before = it.alternatives[..at].iter();
        let is_alike = |first: &&Alternative| {
            !second.shapes.is_empty() && second.shapes.iter().all(|it| first.shapes.contains(it))
        };
        before.find(is_alike).map(|first| (first, second))
    });
    let (first, second) = pairs.next()?;
    Some(Alike {
        origin: origin.to_owned(),
        first: first.name.as_str().to_owned(),
        second: second.name.as_str().to_owned(),
    })
}

fn told(it: &Union, api: &Api) -> Union {
    let mut told = it.clone();
    if told.tag.is_none()
        && let Some(tag) = shared_tag(it, api)
    {
        for alternative in &mut told.alternatives {
            alternative.tags = values_of(&tag, &alternative.ty, api).unwrap_or_default();
        }
        told.tag = Some(tag);
    }
    if told.tag.is_none() {
        for alternative in &mut told.alternatives {
            let mut look = Look {
                api,
                left: MOST_STEPS,
            };
            alternative.shapes = look.shapes(&alternative.ty, DEEPEST);
        }
        reduce(&mut told.alternatives);
    }
    told
}

/// A required member with values that no two alternatives share.
fn shared_tag(it: &Union, api: &Api) -> Option<String> {
    let (first, rest) = it.alternatives.split_first()?;
    if rest.is_empty() {
        return None;
    }
    let first = struct_of(&first.ty, api)?;
    let constants = first.constants.iter().map(|it| &it.wire);
    let mut members = constants.chain(first.fields.iter().map(|it| &it.wire));
    let tells = |wire: &str| {
        let mut taken = HashSet::new();
        it.alternatives.iter().all(|alternative| {
            values_of(wire, &alternative.ty, api)
                .is_some_and(|values| values.into_iter().all(|it| taken.insert(it)))
        })
    };
    members.find(|it| tells(it)).cloned()
}

/// The values of a required member, if there is a list of them.
fn values_of(wire: &str, ty: &Type, api: &Api) -> Option<Vec<String>> {
    let it = struct_of(ty, api)?;
    if let Some(constant) = it.constants.iter().find(|it| it.wire == wire) {
        return Some(vec![constant.value.clone()]);
    }
    let mut fields = it.fields.iter();
    let field = fields.find(|it| it.wire == wire && it.presence == Presence::Required)?;
    let Type::Named(id) = &field.ty else {
        return None;
    };
    match &api.ty(*id).kind {
        TypeKind::StringEnum(it) if !it.is_open => {
            Some(it.variants.iter().map(|it| it.wire.clone()).collect())
        }
        _ => None,
    }
}

fn struct_of<'a>(ty: &Type, api: &'a Api) -> Option<&'a Struct> {
    match ty {
        Type::Named(id) => match &api.ty(*id).kind {
            TypeKind::Struct(it) => Some(it),
            _ => None,
        },
        _ => None,
    }
}

/// Looks into types, as far as it may.
struct Look<'a> {
    api: &'a Api,
    left: usize,
}

impl Look<'_> {
    /// All shapes that a value of this type may have.
    fn shapes(&mut self, ty: &Type, depth: usize) -> Vec<Shape> {
        if depth == 0 || self.left == 0 {
            return vec![Shape::Any];
        }
        self.left -= 1;
        let one = match ty {
            Type::Named(id) => return self.named(*id, depth),
            Type::Nullable(inner) => {
                let mut shapes = self.shapes(inner, depth);
                shapes.push(Shape::Null);
                return shapes;
            }
            Type::String | Type::Base64 => Shape::Text,
            Type::Bool => Shape::Boolean,
            Type::I32 | Type::I64 | Type::U32 | Type::U64 => Shape::Integer,
            Type::F32 | Type::F64 => Shape::Number,
            Type::DateTime => Shape::DateTime,
            Type::Date => Shape::Date,
            Type::Uuid => Shape::Uuid,
            Type::List(item) => {
                let items = self.shapes(item, depth - 1);
                Shape::List(if items.contains(&Shape::Any) {
                    Vec::new()
                } else {
                    items.into_iter().map(shallow).collect()
                })
            }
            Type::Tuple(items) => {
                let first = items.first().map(|it| self.shapes(it, depth - 1));
                Shape::List(first.into_iter().flatten().map(shallow).collect())
            }
            Type::Map(_) => Shape::Object(Vec::new()),
            Type::Raw | Type::Unit | Type::File => Shape::Any,
        };
        vec![one]
    }

    fn named(&mut self, id: TypeId, depth: usize) -> Vec<Shape> {
        match &self.api.ty(id).kind {
            TypeKind::StringEnum(it) if it.is_open => vec![Shape::Text],
            TypeKind::StringEnum(it) => vec![Shape::Texts(
                it.variants.iter().map(|it| it.wire.clone()).collect(),
            )],
            TypeKind::Struct(it) => vec![Shape::Object(self.members(it, depth))],
            TypeKind::Union(it) if it.is_open => vec![Shape::Any],
            TypeKind::Union(it) => {
                let mut all = Vec::new();
                for alternative in &it.alternatives {
                    all.extend(self.shapes(&alternative.ty, depth - 1));
                }
                dedup(&mut all);
                all
            }
        }
    }

    fn members(&mut self, it: &Struct, depth: usize) -> Vec<Member> {
        let constants = it.constants.iter().map(|it| Member {
            wire: it.wire.clone(),
            required: true,
            shapes: vec![Shape::Texts(vec![it.value.clone()])],
        });
        let mut all: Vec<Member> = constants.collect();
        all.extend(it.fields.iter().map(|it| {
            let inside = self.shapes(&it.ty, depth.min(2) - 1);
            let mut shapes: Vec<Shape> = inside.into_iter().map(shallow).collect();
            // `null` is read as absent, where a member may be.
            if it.presence != Presence::Required {
                shapes.push(Shape::Null);
            }
            dedup(&mut shapes);
            Member {
                wire: it.wire.clone(),
                required: matches!(it.presence, Presence::Required | Presence::Nullable),
                shapes,
            }
        }));
        all
    }
}

/// A shape without what is inside of it.
fn shallow(it: Shape) -> Shape {
    match it {
        Shape::Object(_) => Shape::Object(Vec::new()),
        Shape::List(_) => Shape::List(Vec::new()),
        it => it,
    }
}

/// Leaves out what makes no difference.
fn reduce(alternatives: &mut [Alternative]) {
    let count = |is: fn(&Shape) -> bool, alternatives: &[Alternative]| {
        let has = |it: &&Alternative| {
            it.shapes
                .iter()
                .any(|shape| is(shape) || *shape == Shape::Any)
        };
        alternatives.iter().filter(has).count()
    };
    let is_text = |it: &Shape| {
        matches!(
            it,
            Shape::Text | Shape::Texts(_) | Shape::Date | Shape::DateTime | Shape::Uuid
        )
    };
    let is_list = |it: &Shape| matches!(it, Shape::List(_));
    let is_object = |it: &Shape| matches!(it, Shape::Object(_));
    let one_text = count(is_text, alternatives) < 2;
    let one_list = count(is_list, alternatives) < 2;
    let one_object = count(is_object, alternatives) < 2;
    let common = common_members(alternatives);
    for alternative in alternatives.iter_mut() {
        for shape in &mut alternative.shapes {
            match shape {
                it if one_text && is_text(it) => *it = Shape::Text,
                Shape::List(items) if one_list => items.clear(),
                Shape::Object(members) if one_object => members.clear(),
                Shape::Object(members) => {
                    members.retain(|it| !common.contains(it) && tells(it));
                    // What is required tells most.
                    members.sort_by_key(|it| !it.required);
                    members.truncate(MOST_MEMBERS);
                }
                _ => {}
            }
        }
        dedup(&mut alternative.shapes);
    }
}

/// Whether a member says anything of an object.
fn tells(it: &Member) -> bool {
    it.required || !it.shapes.contains(&Shape::Any)
}

/// Members that all objects have alike.
fn common_members(alternatives: &[Alternative]) -> Vec<Member> {
    let mut objects = alternatives
        .iter()
        .flat_map(|it| &it.shapes)
        .filter_map(|it| match it {
            Shape::Object(members) => Some(members),
            _ => None,
        });
    let mut common = objects.next().cloned().unwrap_or_default();
    for members in objects {
        common.retain(|it| members.contains(it));
    }
    common
}

fn dedup(shapes: &mut Vec<Shape>) {
    let mut seen: Vec<Shape> = Vec::new();
    shapes.retain(|it| {
        let is_new = !seen.contains(it);
        if is_new {
            seen.push(it.clone());
        }
        is_new
    });
}
