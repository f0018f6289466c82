//! Members that a form has no trace of when they are empty, and what is meant by that.
//!
//! A list without items and `null` are nothing in a form. Where all alternatives mean the same by it, that is read; what
//! only some need is read where the form shows that it is one of those.

use super::{Members, Shape, shape};
use crate::ir::{Field, FormMark, FormMember, Presence, Struct, Type, TypeDef};

/// How many alternatives are held against each other.
const MOST: usize = 50;

/// One form of several.
pub(super) struct Alternative<'t> {
    pub(super) it: &'t Struct,
    /// Members whose texts name it.
    pub(super) tags: Vec<(&'t str, &'t [String])>,
}

/// What is meant where a member is absent, and whether some alternative needs it of which nothing is seen then.
pub(super) fn meant(
    wire: &str,
    how: Option<&FormMember>,
    members: &Members<'_>,
    types: &[TypeDef],
) -> (Vec<FormMember>, bool) {
    let all = &members.alternatives;
    let meant: Vec<_> = all.iter().map(|it| it.absent(wire, how, types)).collect();
    let first = meant.iter().find_map(|it| *it);
    if let Some(json) = first.filter(|_| meant.iter().all(|it| *it == first)) {
        return (vec![FormMember::Absent(json)], false);
    }
    let mut rows = Vec::new();
    let mut is_unseen = false;
    for (it, json) in all.iter().zip(&meant) {
        let Some(json) = *json else { continue };
        let others = all.iter().zip(&meant).filter(|(_, it)| **it != Some(json));
        let others = others.map(|it| it.0).take(MOST);
        match it.mark(others, types).filter(|_| all.len() <= MOST) {
            Some(mark) => rows.push(FormMember::AbsentOf(mark, json)),
            None => is_unseen = true,
        }
    }
    (rows, is_unseen)
}

impl Alternative<'_> {
    fn absent(
        &self,
        wire: &str,
        how: Option<&FormMember>,
        types: &[TypeDef],
    ) -> Option<&'static str> {
        let field = self.it.fields.iter().find(|it| it.wire == wire)?;
        absent(field, how, types)
    }

    /// What the form shows of this alternative and of none of the others; `None` where it may be one of them.
    fn mark<'a>(
        &self,
        others: impl Iterator<Item = &'a Alternative<'a>>,
        types: &[TypeDef],
    ) -> Option<FormMark> {
        let mut mark = FormMark::default();
        let is_strange = |known: &Alternative<'_>, it: &&str| !known.knows(it);
        for other in others {
            if let Some((name, texts)) = self.says_otherwise(other) {
                let texts = texts.into_iter().map(str::to_owned);
                mark.has.push((name.to_owned(), texts.collect()));
                continue;
            }
            // What one of them needs, and the other one does not know.
            let theirs = other.needed(types);
            if let Some(name) = theirs.into_iter().find(|it| is_strange(self, it)) {
                mark.lacks.push(name.to_owned());
                continue;
            }
            let own = self.needed(types);
            let name = own.into_iter().find(|it| is_strange(other, it))?;
            mark.has.push((name.to_owned(), Vec::new()));
        }
        mark.has.sort();
        mark.has.dedup();
        mark.lacks.sort();
        mark.lacks.dedup();
        Some(mark)
    }

    fn knows(&self, wire: &str) -> bool {
        self.it.fields.iter().any(|it| it.wire == wire) || !self.texts(wire).is_empty()
    }

    /// The members that it always has, and that always leave a trace.
    fn needed(&self, types: &[TypeDef]) -> Vec<&str> {
        let is_seen =
            |it: &&Field| it.presence == Presence::Required && shape(&it.ty, types) == Shape::Text;
        let fields = self.it.fields.iter().filter(is_seen);
        let constants = self.it.constants.iter().map(|it| it.wire.as_str());
        let tags = self.tags.iter().map(|it| it.0);
        let fields = fields.map(|it| it.wire.as_str());
        fields.chain(constants).chain(tags).collect()
    }

    /// A member that has a text here, and other texts there.
    fn says_otherwise(&self, other: &Alternative<'_>) -> Option<(&str, Vec<&str>)> {
        let constants = self.it.constants.iter().map(|it| it.wire.as_str());
        let mut names = constants.chain(self.tags.iter().map(|it| it.0));
        names.find_map(|name| {
            let (own, theirs) = (self.texts(name), other.texts(name));
            let differ = !theirs.is_empty() && !own.iter().any(|it| theirs.contains(it));
            differ.then_some((name, own))
        })
    }

    fn texts(&self, wire: &str) -> Vec<&str> {
        let constants = self.it.constants.iter().filter(|it| it.wire == wire);
        let tags = self.tags.iter().filter(|it| it.0 == wire);
        let tags = tags.flat_map(|it| it.1).map(String::as_str);
        let mut texts: Vec<&str> = constants.map(|it| it.value.as_str()).chain(tags).collect();
        texts.dedup();
        texts
    }
}

/// A list without items leaves no trace in a form, and neither does `null`.
fn absent(field: &Field, how: Option<&FormMember>, types: &[TypeDef]) -> Option<&'static str> {
    let is_whole = how == Some(&FormMember::Json);
    match (field.presence, &field.ty) {
        (Presence::Nullable, _) => Some("null"),
        (Presence::Required, Type::List(_)) if !is_whole => Some("[]"),
        (Presence::Required, ty) if how == Some(&FormMember::Deep) => match shape(ty, types) {
            Shape::Object => Some("{}"),
            _ => None,
        },
        _ => None,
    }
}
