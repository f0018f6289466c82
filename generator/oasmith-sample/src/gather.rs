//! All that holds for one value: a schema and what it refers to, is made of, and chooses.
//!
//! In: schemas that hold at the same time. Out: the same as a flat list, with an alternative chosen of each `anyOf` and
//! `oneOf`, and a branch of each `if`. Whether the choice leads to a value is for others to find out.

use crate::Reason;
use crate::cx::Cx;
use crate::height::height;
use oasmith_spec::model::{Discriminator, Schema, SchemaObject, Type};

/// Schemas that all hold for one value.
pub struct Gathered<'a> {
    pub all: Vec<&'a SchemaObject>,
    /// Members that name what was chosen, and what they say.
    pub names: Vec<(&'a str, Vec<String>)>,
    /// Another attempt may gather something else.
    pub has_chosen: bool,
}

/// How many schemas may hold for one value.
const MOST: usize = 2_000;

/// `is_deep`: the alternatives that come to an end soonest are chosen.
pub fn gather<'a>(
    schemas: &[&'a Schema],
    is_deep: bool,
    cx: &mut Cx<'a>,
) -> Result<Gathered<'a>, Reason> {
    let mut out = Gathered {
        all: Vec::new(),
        names: Vec::new(),
        has_chosen: false,
    };
    // The first component that was named, which is what a base without alternatives is told to be.
    let mut component: Option<&str> = None;
    let mut open: Vec<&Schema> = schemas.iter().rev().copied().collect();
    while let Some(schema) = open.pop() {
        cx.spend(1)?;
        let it = match schema {
            Schema::Bool(it) if it.value => continue,
            Schema::Bool(_) => return Err(Reason::new("nothing is allowed here")),
            Schema::Object(it) => &**it,
        };
        if out.all.iter().any(|known| std::ptr::eq(*known, it)) {
            continue;
        }
        if out.all.len() >= MOST {
            return Err(Reason::new("too many schemas hold for one value"));
        }
        out.all.push(it);
        if let Some(reference) = &it.reference {
            component = component.or(cx.document.target(reference).name);
            open.push(cx.follow(reference));
        }
        open.extend(it.all_of.iter().rev());
        for alternatives in [&it.any_of, &it.one_of] {
            cx.spend(alternatives.len() / 4)?;
            let known = alternatives.iter().find(|it| is_known(it, &out.all, cx));
            let chosen = known.or_else(|| choose(alternatives, is_deep, cx));
            if let Some(chosen) = chosen {
                // What it is made of names the alternative, and not what it is an alternative of.
                if chosen.as_object().is_some_and(|it| it.reference.is_some()) {
                    component = None;
                }
                out.has_chosen |= alternatives.len() > 1;
                out.names.extend(named(it, chosen, cx));
                open.push(chosen);
            }
        }
        if let (Some(discriminator), true) = (
            &it.discriminator,
            it.one_of.is_empty() && it.any_of.is_empty(),
        ) && let Some(name) = component
        {
            let said = values(discriminator, name, cx);
            out.names.push((&discriminator.property_name, said));
        }
        if let Some(condition) = &it.if_ {
            out.has_chosen = true;
            if cx.choice.once_in(2) {
                open.push(condition);
                open.extend(&it.then);
            } else {
                open.extend(&it.else_);
            }
        }
    }
    Ok(out)
}

/// A `Cat` is a `Pet` with more, and a `Pet` is a `Cat` or a `Dog`: a `Cat` is not the latter.
fn is_known(alternative: &Schema, all: &[&SchemaObject], cx: &Cx<'_>) -> bool {
    let reference = alternative.as_object().and_then(|it| it.reference.as_ref());
    let target = reference.and_then(|it| cx.document.schema(it).as_object());
    target.is_some_and(|it| all.iter().any(|known| std::ptr::eq(*known, it)))
}

fn choose<'a>(alternatives: &'a [Schema], is_deep: bool, cx: &mut Cx<'a>) -> Option<&'a Schema> {
    if !is_deep {
        return cx.choice.of_these(alternatives);
    }
    let heights: Vec<usize> = alternatives.iter().map(|it| height(it, cx)).collect();
    let least = heights.iter().min()?;
    let shallow = alternatives.iter().zip(&heights);
    let shallow: Vec<&Schema> = shallow.filter(|it| it.1 == least).map(|it| it.0).collect();
    cx.choice.of_these(&shallow).copied()
}

/// What the discriminator's member says for the alternative that was chosen.
fn named<'a>(
    it: &'a SchemaObject,
    chosen: &'a Schema,
    cx: &Cx<'a>,
) -> Option<(&'a str, Vec<String>)> {
    let discriminator = it.discriminator.as_ref()?;
    let reference = chosen.as_object()?.reference.as_ref()?;
    let target = cx.document.target(reference);
    let said = mapped(discriminator, target.name?, cx);
    // Alternatives of an alternative are named by themselves.
    let is_union = |it: &&SchemaObject| !(it.one_of.is_empty() && it.any_of.is_empty());
    let inner = target.schema.as_object().filter(is_union);
    let inner = inner.and_then(|it| it.discriminator.as_ref());
    if said.is_empty() && inner.is_some_and(|it| it.property_name == discriminator.property_name) {
        return None;
    }
    // A member that some of the alternatives declare is no name for those that do not; nor is there one for the only one.
    let lacks = |it: &Schema| {
        let reference = it.as_object().and_then(|it| it.reference.as_ref());
        let name = reference.and_then(|it| cx.document.target(it).name);
        name.is_some_and(|it| mapped(discriminator, it, cx).is_empty())
            && !declares(it, Some(&discriminator.property_name), cx, 0)
    };
    let all = || it.one_of.iter().chain(&it.any_of).filter(|it| !is_null(it));
    let mut with_members = all().filter(|it| may_be_object(it, cx, 0));
    let is_told = all().count() > 1 && with_members.all(lacks);
    // What declares no members at all may well have this one.
    let has_others = declares(chosen, None, cx, 0);
    if lacks(chosen) && has_others && !is_told {
        return None;
    }
    Some((
        &discriminator.property_name,
        values(discriminator, target.name?, cx),
    ))
}

/// How far references and parts are followed for a member.
const MOST_STEPS: usize = 10;

/// `type: null`
fn is_null(it: &Schema) -> bool {
    let types = it.as_object().map(|it| it.types.as_slice());
    types == Some(&[Type::Null])
}

/// Whether a schema has a member, or any, of its own or in a part.
fn declares(it: &Schema, member: Option<&str>, cx: &Cx<'_>, steps: usize) -> bool {
    let Some(it) = it.as_object().filter(|_| steps < MOST_STEPS) else {
        return false;
    };
    let target = it.reference.as_ref().map(|it| cx.document.schema(it));
    let mut parts = it.all_of.iter().chain(target);
    let own = match member {
        Some(member) => it.properties.contains_key(member),
        None => !it.properties.is_empty(),
    };
    own || parts.any(|it| declares(it, member, cx, steps + 1))
}

/// Whether a value may have members.
fn may_be_object(it: &Schema, cx: &Cx<'_>, steps: usize) -> bool {
    let Some(it) = it.as_object().filter(|_| steps < MOST_STEPS) else {
        return true;
    };
    let may = |it: &Schema| may_be_object(it, cx, steps + 1);
    let target = it.reference.as_ref().map(|it| cx.document.schema(it));
    let is_type = it.types.is_empty() || it.types.contains(&Type::Object);
    is_type
        && it.all_of.iter().chain(target).all(may)
        && [&it.one_of, &it.any_of]
            .into_iter()
            .all(|it| it.is_empty() || it.iter().any(may))
}

/// What stands for a component: the values that the mapping has for it, else its name.
fn values(discriminator: &Discriminator, component: &str, cx: &Cx<'_>) -> Vec<String> {
    let mut values = mapped(discriminator, component, cx);
    if values.is_empty() {
        values.push(component.to_owned());
    }
    values
}

fn mapped(discriminator: &Discriminator, component: &str, cx: &Cx<'_>) -> Vec<String> {
    let means = |target: &str| cx.document.mapped(target).and_then(|it| it.name) == Some(component);
    let mapped = discriminator.mapping.iter();
    mapped
        .filter(|(_, target)| means(&target.value))
        .map(|(value, _)| value.clone())
        .collect()
}
