//! An object: which members, and what holds for each.

use super::{LARGE, make, text};
use crate::Reason;
use crate::cx::Cx;
use crate::gather::Gathered;
use crate::holds::schemas_of;
use crate::value::Value;
use indexmap::IndexSet;
use oasmith_spec::model::{Schema, SchemaObject};

/// The value of a member that a schema requires, and of which it says nothing else.
pub const UNDECLARED: &str = "undeclared";

/// The most members.
const MOST: usize = 1_000;

pub fn members<'a>(
    gathered: &Gathered<'a>,
    depth: usize,
    is_deep: bool,
    cx: &mut Cx<'a>,
) -> Result<Value, Reason> {
    let mut making = Making {
        gathered,
        all: &gathered.all,
        depth,
        members: Vec::new(),
    };
    let limits = limits(&gathered.all)?;
    let names = making.names(cx);
    cx.spend((names.required.len() + names.optional.len()) / 16)?;
    for name in &names.required {
        making.required(name, cx)?;
    }
    let mut optional = names.optional;
    if !cx.is_usual() {
        cx.choice.shuffle(&mut optional);
    }
    for name in optional {
        let is_small = !is_deep && cx.made <= LARGE;
        let is_wanted = is_small && (cx.is_usual() || cx.choice.once_in(2));
        let count = making.members.len();
        if count < limits.1 && (is_wanted || count < limits.0) {
            making.optional(name, cx)?;
        }
    }
    making.others(limits, is_deep, cx)?;
    Ok(Value::Object(making.ordered()))
}

/// How many members there are at least and at most.
fn limits(all: &[&SchemaObject]) -> Result<(usize, usize), Reason> {
    let least = all.iter().filter_map(|it| it.min_properties).max();
    let most = all.iter().filter_map(|it| it.max_properties).min();
    let least = usize::try_from(least.unwrap_or(0)).unwrap_or(usize::MAX);
    let most = usize::try_from(most.unwrap_or(u64::MAX)).unwrap_or(usize::MAX);
    if least > most {
        return Err(Reason::new(
            "no object has as many and as few members as asked for",
        ));
    }
    if least > MOST {
        return Err(Reason::new(format!(
            "objects of {least} members are too large"
        )));
    }
    Ok((least, most))
}

struct Names<'a> {
    required: IndexSet<&'a str>,
    optional: Vec<&'a str>,
}

struct Making<'g, 'a> {
    gathered: &'g Gathered<'a>,
    all: &'g [&'a SchemaObject],
    depth: usize,
    members: Vec<(String, Value)>,
}

impl<'a> Making<'_, 'a> {
    fn names(&self, cx: &Cx<'a>) -> Names<'a> {
        let mut required: IndexSet<&str> = IndexSet::new();
        for it in self.all {
            required.extend(it.required.iter().map(|it| it.value.as_str()));
        }
        // A member that tells which alternative it is does so even where it is optional, or not declared.
        let is_named = |name: &str| {
            let mut all = self.all.iter();
            all.any(|it| it.properties.contains_key(name)) || self.all.iter().all(|it| is_open(it))
        };
        let told = self.gathered.names.iter().map(|it| it.0);
        required.extend(told.filter(|it| is_named(it)));
        let mut at = 0;
        while let Some(name) = required.get_index(at) {
            let dependent = self
                .all
                .iter()
                .filter_map(|it| it.dependent_required.get(*name));
            let dependent: Vec<&str> = dependent.flatten().map(String::as_str).collect();
            required.extend(dependent);
            at += 1;
        }
        let travels = |name: &str| {
            let declared = self.all.iter().filter_map(|it| it.properties.get(name));
            declared.into_iter().all(|it| cx.travels(&it.schema))
        };
        required.retain(|it| travels(it));
        let all_names: IndexSet<&str> = self
            .all
            .iter()
            .flat_map(|it| it.properties.keys().map(String::as_str))
            .collect();
        let optional = all_names.into_iter();
        let optional = optional.filter(|it| !required.contains(it) && travels(it));
        Names {
            optional: optional.collect(),
            required,
        }
    }

    fn required(&mut self, name: &str, cx: &mut Cx<'a>) -> Result<(), Reason> {
        if self.has(name) {
            return Ok(());
        }
        let value = self.member(name, cx).map_err(|it| it.within(name))?;
        self.members.push((name.to_owned(), value));
        Ok(())
    }

    /// One for which there is no value is left out, and so is one whose companions have none.
    fn optional(&mut self, name: &'a str, cx: &mut Cx<'a>) -> Result<(), Reason> {
        let before = self.members.len();
        let mut open = vec![name];
        while let Some(name) = open.pop() {
            if self.has(name) {
                continue;
            }
            if self.required(name, cx).is_err() {
                self.members.truncate(before);
                return if cx.is_exhausted() {
                    Err(Reason::new("it takes too many attempts"))
                } else {
                    Ok(())
                };
            }
            let dependent = self
                .all
                .iter()
                .filter_map(|it| it.dependent_required.get(name));
            open.extend(dependent.flatten().map(String::as_str));
        }
        Ok(())
    }

    fn has(&self, name: &str) -> bool {
        self.members.iter().any(|it| it.0 == name)
    }

    fn member(&self, name: &str, cx: &mut Cx<'a>) -> Result<Value, Reason> {
        let mut schemas: Vec<&Schema> = Vec::new();
        for it in self.all {
            schemas.extend(schemas_of(name, it, cx)?);
        }
        let told = self.gathered.names.iter().filter(|it| it.0 == name);
        for value in told.flat_map(|it| &it.1) {
            let value = Value::String(value.clone());
            let holds = schemas
                .iter()
                .all(|it| crate::holds::check(&value, it, cx).is_ok());
            if holds {
                return Ok(value);
            }
        }
        if schemas.is_empty() {
            let rest = self.all.iter();
            schemas.extend(rest.filter_map(|it| it.unevaluated_properties.as_ref()));
        }
        if schemas.is_empty() {
            // Nothing is said of it but that it is there.
            return Ok(Value::String(UNDECLARED.to_owned()));
        }
        make(&schemas, self.depth + 1, cx)
    }

    /// Members that have no name in the document: those of a map, and as many as there must be.
    fn others(
        &mut self,
        (least, most): (usize, usize),
        is_deep: bool,
        cx: &mut Cx<'a>,
    ) -> Result<(), Reason> {
        let is_map = |it: &&SchemaObject| match &it.additional_properties {
            Some(Schema::Bool(it)) => it.value,
            Some(Schema::Object(_)) => true,
            None => !it.pattern_properties.is_empty(),
        };
        let is_map = self.all.iter().any(is_map);
        let wanted = match cx.is_usual() {
            _ if is_deep || !is_map => 0,
            true => usize::from(self.members.is_empty()),
            false => cx.choice.below(4),
        };
        let count = least.max(self.members.len() + wanted).min(most);
        let mut attempts = 8 + 4 * count;
        while self.members.len() < count && attempts > 0 {
            attempts -= 1;
            let made = self.other(attempts, cx);
            if cx.is_exhausted() {
                return made;
            }
        }
        match self.members.len() < least {
            true => Err(Reason::new("no names were found for further members")),
            false => Ok(()),
        }
    }

    fn other(&mut self, at: usize, cx: &mut Cx<'a>) -> Result<(), Reason> {
        let names: Vec<&Schema> = self
            .all
            .iter()
            .filter_map(|it| it.property_names.as_ref())
            .collect();
        let patterns = self.all.iter().flat_map(|it| it.pattern_properties.keys());
        let patterns: Vec<&String> = patterns.collect();
        let name = match patterns.is_empty() || cx.choice.once_in(3) {
            false => {
                let pattern = cx
                    .choice
                    .of_these(&patterns)
                    .copied()
                    .map_or("", String::as_str);
                let length = cx.choice.between(1, 12);
                let pattern = cx.pattern(pattern)?;
                Value::String(pattern.text(length, &mut cx.choice))
            }
            true if names.is_empty() => text::name(at, cx),
            true => make(&names, self.depth + 1, cx)?,
        };
        for it in names {
            crate::holds::check(&name, it, cx)?;
        }
        let Value::String(name) = name else {
            return Err(Reason::new("names of members are texts"));
        };
        let declared = self.all.iter().any(|it| it.properties.contains_key(&name));
        if declared || self.has(&name) {
            return Ok(());
        }
        let value = self.member(&name, cx)?;
        self.members.push((name, value));
        Ok(())
    }

    /// In the order of the document.
    fn ordered(mut self) -> Vec<(String, Value)> {
        let place = |name: &str| {
            let before = self.all.iter().scan(0, |sum, it| {
                *sum += it.properties.len();
                Some((*sum - it.properties.len(), *it))
            });
            let mut places =
                before.filter_map(|(before, it)| Some(before + it.properties.get_index_of(name)?));
            places.next().unwrap_or(usize::MAX)
        };
        self.members.sort_by_cached_key(|it| place(&it.0));
        self.members
    }
}

/// A value of the document without the members that do not travel this way, and at random without those that have no
/// name in its schema: examples are kept less well than schemas, and who reads a value need not know such members.
pub fn without_what_stays<'a>(value: Value, all: &[&'a SchemaObject], cx: &Cx<'a>) -> Value {
    without(value, all.to_vec(), 0, cx)
}

fn without<'a>(value: Value, mut all: Vec<&'a SchemaObject>, depth: usize, cx: &Cx<'a>) -> Value {
    if depth > 30 {
        return value;
    }
    // Alternatives are not looked into: which of them holds is not known here.
    let mut at = 0;
    while at < all.len() && all.len() < 100 {
        let it = all[at];
        let reference = it.reference.as_ref().map(|it| cx.follow(it));
        let parts = it.all_of.iter().chain(reference);
        let parts = parts.filter_map(Schema::as_object);
        let new: Vec<_> = parts
            .filter(|it| !all.iter().any(|known| std::ptr::eq(*known, *it)))
            .collect();
        all.extend(new);
        at += 1;
    }
    match value {
        Value::Object(members) => {
            let is_unknown = all.iter().any(|it| !it.properties.is_empty())
                && all.iter().all(|it| names_all_members(it));
            let members = members.into_iter().filter_map(|(name, value)| {
                let declared = all.iter().filter_map(|it| it.properties.get(&name));
                let declared: Vec<&Schema> = declared.map(|it| &it.schema).collect();
                let is_unknown = declared.is_empty() && is_unknown && cx.is_random();
                if is_unknown || !declared.iter().all(|it| cx.travels(it)) {
                    return None;
                }
                let inside = declared.into_iter().filter_map(Schema::as_object).collect();
                let value = without(value, inside, depth + 1, cx);
                Some((name, value))
            });
            Value::Object(members.collect())
        }
        Value::Array(items) => {
            let each = all.iter().filter_map(|it| it.items.as_ref()?.as_object());
            let each: Vec<_> = each.collect();
            let items = items.into_iter();
            Value::Array(
                items
                    .map(|it| without(it, each.clone(), depth + 1, cx))
                    .collect(),
            )
        }
        value => value,
    }
}

/// Whether members of other names may be there, whatever their values.
fn is_open(it: &SchemaObject) -> bool {
    let allows_any = |it: &Option<Schema>| match it {
        Some(Schema::Bool(it)) => it.value,
        Some(Schema::Object(_)) => false,
        None => true,
    };
    allows_any(&it.additional_properties)
        && allows_any(&it.unevaluated_properties)
        && it.pattern_properties.is_empty()
        && it.property_names.is_none()
        && it.max_properties.is_none()
}

/// Whether nothing is said of members but of those that it names.
fn names_all_members(it: &SchemaObject) -> bool {
    let has_alternatives = !it.any_of.is_empty() || !it.one_of.is_empty() || it.if_.is_some();
    it.additional_properties.is_none()
        && it.unevaluated_properties.is_none()
        && it.pattern_properties.is_empty()
        && it.dependent_schemas.is_empty()
        && it.discriminator.is_none()
        && !has_alternatives
}
