//! What tells the alternatives of a union apart when they are read.
//!
//! A member that names the alternative is the best: one that the document declares as the discriminator, or one that
//! every alternative requires with other values. Failing that, shapes: what kind of value it is, which strings, which
//! members. Only what makes a difference is kept, and only where that is nothing, or not enough, are members of members
//! looked at.

mod apart;
mod look;
mod reduce;

use crate::ir::{
    Alternative, Api, ConstantOf, EnumOf, Member, Presence, Shape, Struct, Type, TypeKind, Union,
    Untagged, Width,
};
use look::Look;
use std::collections::{HashMap, HashSet};

/// How many levels of members are looked at.
const MOST_LEVELS: usize = 4;
/// How many alternatives are compared with one another.
const MOST_COMPARED: usize = 100;
/// How many shapes a table may have that is looked into deeper in any case.
const SMALL_TABLE: usize = 20;
/// How many shapes a table may have that looks into members.
const LARGEST_TABLE: usize = 600;

/// Two alternatives of which the first is read wherever the second could be.
pub struct Alike {
    /// The place of the union's schema in the document.
    pub origin: String,
    pub first: String,
    pub second: String,
}

/// Finds the tag or the shapes of every union, and what they do not tell apart.
pub fn tell(api: &mut Api) -> Vec<Alike> {
    for at in 0..api.types.len() {
        let TypeKind::Union(it) = &api.types[at].kind else {
            continue;
        };
        api.types[at].kind = TypeKind::Union(told(it, api));
    }
    let mut alike = Vec::new();
    for at in 0..api.types.len() {
        let TypeKind::Union(it) = &api.types[at].kind else {
            continue;
        };
        let ordered = ordered(it, api);
        alike.extend(first_alike(&ordered, &api.types[at].origin));
        api.types[at].kind = TypeKind::Union(ordered);
    }
    alike
}

/// Of shapes that fit alike the first is read: the one to which writing adds nothing.
fn ordered(it: &Union, api: &Api) -> Union {
    let mut ordered = it.clone();
    if it.tag.is_none() {
        let alternatives = &mut ordered.alternatives;
        alternatives.sort_by_key(|it| is_named_when_written(&it.ty, api));
        mark_read_for_others(alternatives, it.is_open);
    }
    ordered
}

/// Of alternatives that have a shape in common the first is read, whichever was meant. What is asked of a text or a number
/// is often all that tells them apart; objects that look alike mostly ask for the same.
fn mark_read_for_others(alternatives: &mut [Alternative], is_open: bool) {
    let is_scalar = |it: &Shape| matches!(it, Shape::Text | Shape::Integer(_) | Shape::Number);
    let mut owners: HashMap<Shape, usize> = HashMap::new();
    for at in 0..alternatives.len() {
        alternatives[at].is_read_for_others |=
            is_open && alternatives[at].shapes.iter().any(is_scalar);
        let shapes = alternatives[at].shapes.iter().filter(|it| is_scalar(it));
        for shape in shapes.cloned().collect::<Vec<_>>() {
            let owner = *owners.entry(shape).or_insert(at);
            alternatives[owner].is_read_for_others |= owner != at;
        }
    }
    for at in 0..alternatives.len() {
        let it = &alternatives[at];
        let is_read = alternatives.iter().any(|other| is_read_for(it, other));
        alternatives[at].is_read_for_others |= is_read;
    }
}

/// Whether integers are read as the first that are values of the other as well, which asks for something else.
fn is_read_for(integer: &Alternative, other: &Alternative) -> bool {
    let has_room = |width: Width| {
        other.shapes.iter().any(|it| match it {
            Shape::Number => true,
            Shape::Integer(wider) => *wider != width && wider.covers(width),
            _ => false,
        })
    };
    let is_shared = |it: &Shape| matches!(it, Shape::Integer(width) if has_room(*width));
    integer.constraints != other.constraints && integer.shapes.iter().any(is_shared)
}

/// Whether a value that was told by its shape gets a member that names it.
fn is_named_when_written(ty: &Type, api: &Api) -> bool {
    let Type::Named(id) = ty else {
        return false;
    };
    matches!(&api.ty(*id).kind, TypeKind::Union(it) if it.tag.is_some() && it.untagged == Untagged::ShapeIfMissing)
}

fn first_alike(it: &Union, origin: &str) -> Option<Alike> {
    if it.tag.is_some() {
        return None;
    }
    // The alternatives so far that have a shape, so that not all are compared with all.
    let mut owners: HashMap<&Shape, Vec<&Alternative>> = HashMap::new();
    let mut pairs = it.alternatives.iter().filter_map(|second| {
        let having = |shape: &Shape| owners.get(shape).map_or(&[] as &[_], Vec::as_slice);
        let rarest = second.shapes.iter().min_by_key(|it| having(it).len());
        let mut before = rarest.into_iter().flat_map(having);
        let is_alike =
            |first: &&&Alternative| second.shapes.iter().all(|it| first.shapes.contains(it));
        let first = before.find(is_alike).copied();
        for shape in &second.shapes {
            owners.entry(shape).or_default().push(second);
        }
        first.map(|first| (first, second))
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
    if told.tag.is_none() || told.untagged.is_shape() {
        let is_told = tell_by_shape(&mut told.alternatives, told.is_open, api);
        if is_told && told.untagged == Untagged::Shape {
            (told.tag, told.untagged) = (None, Untagged::Unknown);
            told.alternatives.iter_mut().for_each(|it| it.tags.clear());
        }
    }
    told
}

/// Looks one level deeper as long as that tells more alternatives apart. Returns whether all of them are.
fn tell_by_shape(alternatives: &mut [Alternative], is_open: bool, api: &Api) -> bool {
    let Some(mut shapes) = shapes_at(1, alternatives, is_open, api) else {
        return false;
    };
    let mut is_told = false;
    if alternatives.len() <= MOST_COMPARED {
        let mut open = apart::open(&shapes);
        for level in 2..=MOST_LEVELS {
            if open == 0 {
                break;
            }
            let deeper = shapes_at(level, alternatives, is_open, api);
            let Some(deeper) = deeper.filter(|it| size(it) <= LARGEST_TABLE) else {
                break;
            };
            let still_open = apart::open(&deeper);
            // Where values only sometimes differ, those inside may still show it.
            let is_small = size(&deeper) <= SMALL_TABLE;
            if still_open < open || (still_open == open && is_small) {
                (shapes, open) = (deeper, still_open);
            }
        }
        is_told = open == 0;
        if open > 0 {
            forbid(&mut shapes, alternatives, api);
        }
    }
    for (alternative, shapes) in alternatives.iter_mut().zip(shapes) {
        alternative.shapes = shapes;
    }
    is_told
}

/// What tells each alternative from the others, so many levels deep; `None` if that is too much to look at.
fn shapes_at(
    level: usize,
    alternatives: &[Alternative],
    is_open: bool,
    api: &Api,
) -> Option<Vec<Vec<Shape>>> {
    let mut all = Vec::with_capacity(alternatives.len());
    let bare = look::bare(alternatives, api);
    for alternative in alternatives {
        let mut look = Look::new(api, &bare);
        all.push(look.shapes_within(&alternative.ty, &alternative.constraints, None, level));
        if level > 1 && look.is_exhausted() {
            return None;
        }
    }
    // What else is allowed has to be told from each of them, too.
    all.extend(is_open.then(|| vec![Shape::Any]));
    reduce::reduce(&mut all);
    all.truncate(alternatives.len());
    Some(all)
}

fn size(shapes: &[Vec<Shape>]) -> usize {
    fn of(it: &Shape) -> usize {
        match it {
            Shape::List(items, _) => 1 + items.iter().map(of).sum::<usize>(),
            Shape::Object(members) => {
                let inside = members.iter().flat_map(|it| &it.shapes);
                1 + inside.map(of).sum::<usize>()
            }
            _ => 1,
        }
    }
    shapes.iter().flatten().map(of).sum()
}

/// An object that allows no other members is none of the alternatives whose members it has not.
fn forbid(shapes: &mut [Vec<Shape>], alternatives: &[Alternative], api: &Api) {
    for at in 0..shapes.len() {
        let Some(own) = struct_of(&alternatives[at].ty, api).filter(|it| it.is_closed) else {
            continue;
        };
        let is_own = |wire: &str| {
            own.fields.iter().any(|it| it.wire == wire)
                || own.constants.iter().any(|it| it.wire == wire)
                || own.other_way.iter().any(|it| it == wire)
        };
        let mut foreign: Vec<String> = Vec::new();
        for (other, its) in shapes.iter().enumerate() {
            if other == at || apart::apart(&shapes[at], its) == apart::SURELY {
                continue;
            }
            let members = its.iter().flat_map(|it| match it {
                Shape::Object(members) => members.as_slice(),
                _ => &[],
            });
            let names = members.filter(|it| !it.shapes.is_empty() && !is_own(&it.wire));
            foreign.extend(names.map(|it| it.wire.clone()));
        }
        let mut known = HashSet::new();
        foreign.retain(|it| known.insert(it.clone()));
        for shape in &mut shapes[at] {
            if let Shape::Object(members) = shape {
                let room = reduce::MOST_MEMBERS.saturating_sub(members.len());
                members.extend(foreign.drain(..).take(room).map(Member::never));
                break;
            }
        }
    }
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
        // A reader of tags reads strings.
        let is_text = constant.of == ConstantOf::Text;
        return is_text.then(|| vec![constant.value.clone()]);
    }
    let mut fields = it.fields.iter();
    let field = fields.find(|it| it.wire == wire && it.presence == Presence::Required)?;
    let Type::Named(id) = &field.ty else {
        return None;
    };
    match &api.ty(*id).kind {
        // A reader of tags reads strings.
        TypeKind::Enum(it) if !it.is_open && it.of == EnumOf::Strings => {
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
