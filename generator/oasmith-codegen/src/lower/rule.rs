//! Keywords about whole values become rules.
//!
//! In: a schema that has been lowered to a type. Out: what its type and bounds do not say, as predicates.
//! A schema within a rule is taken as a whole; one that refers to itself, or that is too large, has no predicate, and
//! then the keyword is told not to be checked (`OAS521`).

mod predicate;

use super::classify::{
    SchemaForm, classify_object, has_only_annotations, leaves_names_open, members_without_names,
    named, only_requires,
};
use super::{Cx, pattern};
use crate::ir::{self, Predicate, Rule};
use oasmith_spec::Node;
use oasmith_spec::model::{Schema, SchemaObject, Type};
use oasmith_spec::node::Value;
use predicate::{Reading, among, choice, matching};

/// The rules of a schema, and the keywords that could not become any.
pub fn rules(it: &SchemaObject, cx: &Cx<'_>) -> (Vec<Rule>, Vec<&'static str>) {
    let mut found = Found {
        kept: kept(it),
        ..Found::default()
    };
    let mut reading = Reading::new(cx);
    of_members(it, &mut reading, &mut found);
    of_items(it, &mut reading, &mut found);
    of_conditions(it, &mut reading, &mut found);
    if it.unevaluated_properties.is_some() {
        found.missing.push("unevaluatedProperties");
    }
    if it.unevaluated_items.is_some() {
        found.missing.push("unevaluatedItems");
    }
    let form = classify_object(it);
    if matches!(form, SchemaForm::Map) {
        of_unnamed(it, &mut found);
    }
    match form {
        SchemaForm::Object => {
            of_cases(it, &mut reading, &mut found);
            of_unnamed(it, &mut found);
        }
        // Where it travels as text, it is one.
        SchemaForm::LargeInteger => found
            .missing
            .push("bounds, enum or const of large integers"),
        SchemaForm::Anything if it.types == [Type::Null] => {
            let holds = Predicate::Types(vec!["null"]);
            found.add("type", "is not null".to_owned(), Some(holds));
        }
        SchemaForm::Map if may_have_none(it) => {
            let told = "has members, and may have none".to_owned();
            let none = Predicate::Members(None, Some(0));
            found.add("additionalProperties", told, Some(none));
        }
        _ => {}
    }
    for (source, schema) in patterned(it) {
        let told = format!("has a member like {source} that is not as it must be");
        let holds = reading.like(source, schema);
        found.add("patternProperties", told, holds);
    }
    let others = it.additional_properties.as_ref();
    let others = others.filter(|it| !matches!(it, Schema::Bool(it) if it.value));
    if let Some(others) = others.filter(|_| patterned(it).next().is_some()) {
        let told = "has a member that is not allowed".to_owned();
        let holds = reading.others(it, others);
        found.add("additionalProperties", told, holds);
    }
    let values: Vec<&Node> = named(it).collect();
    let is_checked = |it: &&Node| matches!(it.value, Value::String(_) | Value::Number(_));
    let others = values.iter().filter(|it| !matches!(it.value, Value::Null));
    if others.clone().next().is_some() && !others.clone().all(is_checked) {
        let told = "is not one of the allowed values".to_owned();
        found.add(OTHER_VALUES, told, Some(among(&values)));
    }
    (found.rules, found.missing)
}

fn of_members(it: &SchemaObject, reading: &mut Reading<'_, '_>, found: &mut Found<'_>) {
    if it.min_properties.is_some() || it.max_properties.is_some() {
        let holds = Predicate::Members(it.min_properties, it.max_properties);
        found.add("minProperties", count(it), Some(holds));
    }
    for (name, others) in &it.dependent_required {
        let told = format!("has `{name}`, and therefore needs {}", others.join(", "));
        let holds = Predicate::Depends(name.clone(), others.clone());
        found.add("dependentRequired", told, Some(holds));
    }
    for (name, schema) in &it.dependent_schemas {
        let told = format!("has `{name}`, and is not what it therefore has to be");
        found.add("dependentSchemas", told, reading.dependent(name, schema));
    }
    if let Some(names) = &it.property_names {
        let told = "has a member whose name is not allowed".to_owned();
        let holds = reading
            .schema(names)
            .map(|it| Predicate::Names(Box::new(it)));
        found.add("propertyNames", told, holds);
    }
}

fn of_items(it: &SchemaObject, reading: &mut Reading<'_, '_>, found: &mut Found<'_>) {
    if let Some(item) = &it.contains {
        let told = match (it.min_contains.unwrap_or(1), it.max_contains) {
            (1, None) => "has no item that it must have".to_owned(),
            (min, None) => format!("has fewer than {min} items that it must have"),
            (min, Some(max)) => format!("has not between {min} and {max} items of a kind"),
        };
        found.add("contains", told, reading.contains(it, item));
    }
    // A list holds all of its items to the same, and the places of a tuple to their types, of which some check themselves.
    let mut places = it.prefix_items.iter().chain(&it.items);
    let says_more = |one: &Schema| {
        let plain = one.as_object().filter(|it| is_plain(it));
        plain.is_some() && reading.schema(one).is_none_or(|it| !says_nothing(&it))
    };
    if !it.prefix_items.is_empty() && places.any(says_more) {
        found.missing.push(OF_PLACES);
    }
}

/// Whether it becomes no type of its own.
fn is_plain(it: &SchemaObject) -> bool {
    use SchemaForm::{Boolean, Integer, List, Map, Number, String};
    matches!(
        classify_object(it),
        Boolean | Integer | Number | String | List(_) | Map
    )
}

fn of_conditions(it: &SchemaObject, reading: &mut Reading<'_, '_>, found: &mut Found<'_>) {
    // Where nothing is allowed, it is the document that is wrong.
    let not = it.not.as_ref();
    if let Some(choice) = not.and_then(asked) {
        let told = "has not the members that it must have".to_owned();
        found.add("anyOf", told, reading.schema(choice));
    } else if let Some(not) = not.filter(|it| !matches!(it, Schema::Bool(it) if it.value)) {
        let told = "is what it must not be".to_owned();
        let holds = reading.schema(not).map(|it| Predicate::Not(Box::new(it)));
        found.add("not", told, holds);
    }
    if it.if_.is_some() {
        let told = "is not what it has to be in this case".to_owned();
        found.add("if", told, reading.condition(it));
    }
}

/// Members that must be there, and of which nothing else is said.
fn of_unnamed(it: &SchemaObject, found: &mut Found<'_>) {
    let names = it.required.iter().map(|it| &it.value);
    let names = names.filter(|name| !it.properties.contains_key(*name));
    let names: Vec<String> = names.cloned().collect();
    if !names.is_empty() {
        let told = format!("has not the members {}", names.join(", "));
        found.add(UNNAMED, told, Some(Predicate::Requires(names)));
    }
}

/// Alternatives of what has a struct: which members must be there together.
fn of_cases(it: &SchemaObject, reading: &mut Reading<'_, '_>, found: &mut Found<'_>) {
    if !it.any_of.is_empty() {
        let told = "is none of what it may be".to_owned();
        let all = reading.every(&it.any_of);
        found.add("anyOf", told, all.map(|it| choice(it, Predicate::Any)));
    }
    if !it.one_of.is_empty() {
        let told = "is not exactly one of what it may be".to_owned();
        let all = reading.every(&it.one_of);
        found.add("oneOf", told, all.map(|it| choice(it, Predicate::One)));
    }
}

/// The choice in `not` around `not`, which is what asks for members beside another choice.
fn asked(not: &Schema) -> Option<&Schema> {
    let outer = not.as_object()?;
    let choice = outer.not.as_ref()?;
    let inner = choice.as_object()?;
    let mut all = inner.one_of.iter().chain(&inner.any_of).peekable();
    let asks = all.peek().is_some() && all.all(only_requires);
    let says_no_more = |it: &SchemaObject| {
        has_only_annotations(&SchemaObject {
            not: None,
            ..it.clone()
        })
    };
    (asks && says_no_more(outer)).then_some(choice)
}

fn may_have_none(it: &SchemaObject) -> bool {
    let values = members_without_names(it).filter(|_| !leaves_names_open(it));
    matches!(values.as_deref(), Some(Schema::Bool(values)) if !values.value)
}

const UNNAMED: &str = "required of members that have no schema";

const OF_PLACES: &str = "prefixItems, and items beside them, beyond their types";

const OTHER_VALUES: &str = "enum or const of other values than strings and numbers";

/// The rule of a pattern that looks ahead before it begins.
pub fn of_pattern(it: &SchemaObject) -> Option<Rule> {
    let source = &it.pattern.as_ref()?.value;
    if pattern::translate(source).is_ok() {
        return None;
    }
    let pieces = pattern::taken_apart(source)?;
    Some(Rule {
        keyword: "pattern",
        told: format!("does not match {source}"),
        holds: Predicate::All(pieces.into_iter().map(matching).collect()),
    })
}

/// The rule of alternatives that have become one type, which says nothing of what tells them apart. A `oneOf` that also
/// matches two of them is not refused, as wherever alternatives are.
pub fn of_alternatives(it: &SchemaObject, ty: &ir::Type, cx: &Cx<'_>) -> Option<Rule> {
    let has_rule = matches!(
        ty,
        ir::Type::String
            | ir::Type::I32
            | ir::Type::I64
            | ir::Type::U32
            | ir::Type::U64
            | ir::Type::F64
            | ir::Type::List(_)
    );
    let (keyword, all) = match (it.one_of.is_empty(), it.any_of.is_empty()) {
        (false, true) => ("oneOf", &it.one_of),
        (true, false) => ("anyOf", &it.any_of),
        _ => return None,
    };
    let mut reading = Reading::new(cx);
    let all = reading.every(all).filter(|_| has_rule)?;
    // `null` has no value to check.
    let is_null = |it: &Predicate| *it == Predicate::Types(vec!["null"]);
    let all = all.into_iter().filter(|it| !is_null(it));
    let all: Vec<Predicate> = all.map(of_any).collect();
    (!all.iter().any(says_nothing)).then(|| Rule {
        keyword,
        told: "is none of what it may be".to_owned(),
        holds: choice(all, Predicate::Any),
    })
}

/// The alternatives inside of an alternative, of which several may match as well.
fn of_any(it: Predicate) -> Predicate {
    match it {
        Predicate::One(all) | Predicate::Any(all) => {
            choice(all.into_iter().map(of_any).collect(), Predicate::Any)
        }
        it => it,
    }
}

/// Whether all that is asked is a type, which a value has by being read.
fn says_nothing(it: &Predicate) -> bool {
    match it {
        Predicate::Always | Predicate::Types(_) => true,
        Predicate::Any(all) => all.iter().any(says_nothing),
        _ => false,
    }
}

/// The object whose members with names are all that its model keeps; `None`: it keeps others as well.
fn kept(it: &SchemaObject) -> Option<&SchemaObject> {
    let allows = |it: &Schema| !matches!(it, Schema::Bool(it) if !it.value);
    let has_others =
        it.additional_properties.as_ref().is_some_and(allows) || !it.pattern_properties.is_empty();
    let is_map = it.properties.is_empty();
    (!has_others && !is_map).then_some(it)
}

/// Whether a model keeps the members that a predicate asks for: one that it drops would always be missing.
fn sees(it: &Predicate, kept: &SchemaObject) -> bool {
    let is_kept = |name: &String| kept.properties.contains_key(name);
    match it {
        Predicate::Requires(names) => names.iter().all(is_kept),
        Predicate::Depends(name, others) => is_kept(name) && others.iter().all(is_kept),
        Predicate::All(all) | Predicate::Any(all) | Predicate::One(all) => {
            all.iter().all(|it| sees(it, kept))
        }
        Predicate::Not(inner) => sees(inner, kept),
        Predicate::If(case, then, otherwise) => {
            [case, then, otherwise].iter().all(|it| sees(it, kept))
        }
        _ => true,
    }
}

#[derive(Default)]
struct Found<'s> {
    kept: Option<&'s SchemaObject>,
    rules: Vec<Rule>,
    missing: Vec<&'static str>,
}

impl Found<'_> {
    fn add(&mut self, keyword: &'static str, told: String, holds: Option<Predicate>) {
        let seen = |it: &Predicate| self.kept.is_none_or(|kept| sees(it, kept));
        match holds.filter(seen) {
            Some(holds) => self.rules.push(Rule {
                keyword,
                told,
                holds,
            }),
            None => self.missing.push(keyword),
        }
    }
}

fn count(it: &SchemaObject) -> String {
    match (it.min_properties, it.max_properties) {
        (Some(min), Some(max)) => format!("has not between {min} and {max} members"),
        (Some(min), None) => format!("has fewer than {min} members"),
        (None, max) => format!("has more than {} members", max.unwrap_or_default()),
    }
}

/// Patterns of members, unless their values are all there is to the type.
fn patterned(it: &SchemaObject) -> impl Iterator<Item = (&String, &Schema)> {
    let is_typed = it.properties.is_empty()
        && it.pattern_properties.len() == 1
        && it.additional_properties.is_none()
        && !leaves_names_open(it);
    it.pattern_properties.iter().filter(move |_| !is_typed)
}
