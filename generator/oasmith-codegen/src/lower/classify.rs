//! Which form a schema has: the one question that decides how it is lowered.

use super::schema::bounds;
use oasmith_spec::Node;
use oasmith_spec::model::{Ref, Schema, SchemaObject, Spanned, Type, is_integer_format};
use oasmith_spec::node::Value;
use std::borrow::Cow;

/// The forms that are told apart. `null` is not among them: see [`is_nullable`].
#[derive(Clone, Copy, Debug)]
pub enum SchemaForm<'s> {
    /// Another schema, perhaps with annotations of its own beside it.
    Reference(&'s Ref),
    /// Several schemas, all of which must hold: to be merged into one first.
    Composed,
    /// One alternative, the others being `null`.
    OneAlternative(&'s Schema),
    /// Several alternatives.
    Union,
    /// Members with names, and perhaps others.
    Object,
    /// Members without names: [`members_without_names`].
    Map,
    /// Items: their schema, or `None` for anything.
    List(Option<&'s Schema>),
    /// A fixed number of items.
    Tuple,
    StringEnum,
    IntegerEnum,
    String,
    Boolean,
    Integer,
    /// Integers that are named, of which no one type has all: [`integer_range`]. Or those beyond all types.
    LargeInteger,
    Number,
    /// Nothing is said about the value.
    Anything,
    /// No value is allowed.
    Nothing,
}

pub fn classify(schema: &Schema) -> SchemaForm<'_> {
    match schema {
        Schema::Bool(it) if it.value => SchemaForm::Anything,
        Schema::Bool(_) => SchemaForm::Nothing,
        Schema::Object(it) => classify_object(it),
    }
}

pub fn classify_object(it: &SchemaObject) -> SchemaForm<'_> {
    if matches!(&it.not, Some(Schema::Bool(it)) if it.value) {
        return SchemaForm::Nothing;
    }
    if let Some(reference) = &it.reference {
        return if has_only_annotations(it) {
            SchemaForm::Reference(reference)
        } else {
            SchemaForm::Composed
        };
    }
    if !it.all_of.is_empty() {
        return match sole_reference(it) {
            Some(reference) => SchemaForm::Reference(reference),
            None => SchemaForm::Composed,
        };
    }
    if let Some(form) = classify_alternatives(it) {
        return form;
    }
    classify_type(it)
}

fn classify_alternatives(it: &SchemaObject) -> Option<SchemaForm<'_>> {
    let alternatives = if it.one_of.is_empty() {
        &it.any_of
    } else {
        &it.one_of
    };
    let mut others = alternatives.iter().filter(|member| !is_null(member));
    match (others.next(), others.next()) {
        (None, _) => None,
        (Some(only), None) if has_only_annotations(it) => Some(SchemaForm::OneAlternative(only)),
        // Keywords beside the alternatives hold for every one of them; with properties of its own the schema still
        // has an honest struct, whose alternatives only add constraints.
        _ if !it.properties.is_empty()
            && it.discriminator.is_none()
            && alternatives.iter().all(only_requires) =>
        {
            None
        }
        _ => Some(SchemaForm::Union),
    }
}

fn classify_type(it: &SchemaObject) -> SchemaForm<'_> {
    // Every integer is a number.
    let has_number = it.types.contains(&Type::Number);
    let says_less = |ty: Type| ty == Type::Null || (has_number && ty == Type::Integer);
    let mut types = it.types.iter().filter(|it| !says_less(**it));
    match (types.next(), types.next()) {
        (Some(_), Some(_)) => SchemaForm::Union,
        (Some(Type::Object), None) => classify_members(it),
        (Some(Type::Array), None) => classify_items(it),
        (Some(Type::String), None) if is_string_enum(it) => SchemaForm::StringEnum,
        (Some(Type::String), None) => SchemaForm::String,
        (Some(Type::Boolean), None) => SchemaForm::Boolean,
        (Some(Type::Integer), None) => classify_integer(it),
        (Some(Type::Number), None) => SchemaForm::Number,
        (Some(Type::Null) | None, _) => classify_untyped(it),
    }
}

/// A schema without `type` is what its keywords are about.
fn classify_untyped(it: &SchemaObject) -> SchemaForm<'_> {
    if !it.properties.is_empty()
        || it.additional_properties.is_some()
        || !it.pattern_properties.is_empty()
    {
        classify_members(it)
    } else if it.items.is_some() || !it.prefix_items.is_empty() {
        classify_items(it)
    } else if is_string_enum(it) {
        SchemaForm::StringEnum
    } else {
        match implied_types(it).as_slice() {
            [] if is_empty_enum(it) => SchemaForm::Nothing,
            [] => asserted(it),
            [Type::Boolean] => SchemaForm::Boolean,
            [Type::Integer] => classify_integer(it),
            [Type::Number] | [Type::Integer, Type::Number] => SchemaForm::Number,
            [Type::Array] => SchemaForm::List(None),
            [Type::Object] => SchemaForm::Map,
            _ => SchemaForm::Union,
        }
    }
}

/// JSON Schema 2020-12, validation, 6.1.2: an `enum` should have a value; none is allowed by one without.
fn is_empty_enum(it: &SchemaObject) -> bool {
    it.values.as_ref().is_some_and(|it| it.value.is_empty())
}

/// What a schema without `type` is about that only says how texts or numbers are. By the letter of JSON Schema values of
/// other types satisfy it; no author means that.
fn asserted(it: &SchemaObject) -> SchemaForm<'static> {
    let is_text = it.pattern.is_some()
        || it.min_length.is_some()
        || it.max_length.is_some()
        || it.content_encoding.is_some();
    let is_number = it.minimum.is_some()
        || it.maximum.is_some()
        || it.exclusive_minimum.is_some()
        || it.exclusive_maximum.is_some()
        || it.multiple_of.is_some();
    match (
        is_text,
        is_number,
        it.format.as_ref().map(|it| it.value.as_str()),
    ) {
        (true, false, _) => SchemaForm::String,
        (false, _, Some(format)) if is_integer_format(format) => SchemaForm::Integer,
        (false, _, Some("float" | "double")) | (false, true, _) => SchemaForm::Number,
        (false, false, Some(format)) if is_string_format(format) => SchemaForm::String,
        _ => SchemaForm::Anything,
    }
}

/// JSON Schema 2020-12, validation, 7.3, and the OpenAPI Format Registry: the formats of strings.
fn is_string_format(format: &str) -> bool {
    let of_openapi = ["binary", "byte", "password"];
    of_openapi.contains(&format) || crate::ir::format_named(format).is_some()
}

/// The types of the values that are named, `null` apart, where no `type` is given.
pub fn implied_types(it: &SchemaObject) -> Vec<Type> {
    let types = named(it).filter_map(|it| match &it.value {
        Value::Null => None,
        Value::Bool(_) => Some(Type::Boolean),
        Value::Number(text) if text.bytes().all(|it| it.is_ascii_digit() || it == b'-') => {
            Some(Type::Integer)
        }
        Value::Number(_) => Some(Type::Number),
        Value::String(_) => Some(Type::String),
        Value::Array(_) => Some(Type::Array),
        Value::Object(_) => Some(Type::Object),
    });
    let mut types: Vec<Type> = types.collect();
    types.sort();
    types.dedup();
    types
}

fn classify_members(it: &SchemaObject) -> SchemaForm<'_> {
    if it.properties.is_empty() {
        SchemaForm::Map
    } else {
        SchemaForm::Object
    }
}

/// The schema of members that are not named one by one: what `additionalProperties` says, or a pattern; where several of
/// them say something, a value is as any of them says. `None`: nothing is said.
pub fn members_without_names(it: &SchemaObject) -> Option<Cow<'_, Schema>> {
    let is_nothing = |it: &&Schema| matches!(it, Schema::Bool(it) if !it.value);
    let additional = it.additional_properties.as_ref();
    let mut all: Vec<&Schema> = it.pattern_properties.values().collect();
    if all.is_empty() {
        return additional.map(Cow::Borrowed);
    }
    all.extend(additional.filter(|it| !is_nothing(it)));
    if let [only] = all.as_slice() {
        return Some(Cow::Borrowed(only));
    }
    let mut any = SchemaObject::new(it.span);
    any.any_of = all.into_iter().cloned().collect();
    Some(Cow::Owned(Schema::Object(Box::new(any))))
}

/// Whether patterns say how some members are, and nothing says how the others are: JSON Schema 2020-12, 10.3.2.3, where
/// `additionalProperties` is left out they may be anything.
pub fn leaves_names_open(it: &SchemaObject) -> bool {
    it.additional_properties.is_none()
        && !it.pattern_properties.is_empty()
        && !it.pattern_properties.keys().any(|it| is_of_all_names(it))
}

/// The ways to write that a name may be any; of one without letters nobody thinks.
fn is_of_all_names(pattern: &str) -> bool {
    let inner = pattern.strip_prefix('^').unwrap_or(pattern);
    let inner = inner.strip_suffix('$').unwrap_or(inner);
    let group = inner.strip_prefix('(').and_then(|it| it.strip_suffix(')'));
    matches!(
        group.unwrap_or(inner),
        "" | ".*" | ".+" | "[\\s\\S]*" | "[\\s\\S]+"
    )
}

fn classify_items(it: &SchemaObject) -> SchemaForm<'_> {
    if it.prefix_items.is_empty() {
        SchemaForm::List(it.items.as_ref())
    } else {
        SchemaForm::Tuple
    }
}

/// Whether the values are strings, `null` apart.
pub fn is_string_enum(it: &SchemaObject) -> bool {
    let mut values = named(it).filter(|it| it.kind() != "null").peekable();
    values.peek().is_some() && values.all(|it| it.as_str().is_some())
}

/// Whether the values are integers that fit into an `i64`, `null` apart.
fn is_integer_enum(it: &SchemaObject) -> bool {
    let mut values = named(it).filter(|it| it.kind() != "null").peekable();
    values.peek().is_some() && values.all(|it| integer(it).is_some())
}

fn classify_integer(it: &SchemaObject) -> SchemaForm<'static> {
    let (least, most) = integer_range(it);
    let (at_least, at_most) = bounds(it);
    let is_beyond = at_least.is_some_and(|it| it > u64::MAX.into())
        || at_most.is_some_and(|it| it < i64::MIN.into());
    if is_integer_enum(it) {
        SchemaForm::IntegerEnum
    } else if is_beyond
        || most > u64::MAX.into()
        || least < i64::MIN.into()
        || (least < 0 && most > I64_MOST)
    {
        SchemaForm::LargeInteger
    } else {
        SchemaForm::Integer
    }
}

const I64_MOST: i128 = i64::MAX as i128;

/// The least and the greatest of the integers that are named, or zero.
pub fn integer_range(it: &SchemaObject) -> (i128, i128) {
    let integers = named(it).filter_map(|it| match &it.value {
        Value::Number(text) => large_integer(text),
        _ => None,
    });
    integers.fold((0, 0), |(least, most), it| (least.min(it), most.max(it)))
}

/// An integer of any length; one that is longer than all types is the greatest or the least. `1.0` and `1e3` are
/// integers too (JSON Schema 2020-12, 4.2.3).
pub fn large_integer(text: &str) -> Option<i128> {
    let text = match text.split_once('.') {
        Some((whole, fraction)) if fraction.bytes().all(|it| it == b'0') => whole,
        _ => text,
    };
    let digits = text.strip_prefix('-').unwrap_or(text);
    if digits.contains(['e', 'E']) {
        let value: f64 = text.parse().ok()?;
        return (value.fract() == 0.0).then_some(value as i128);
    }
    let is_integer = !digits.is_empty() && digits.bytes().all(|it| it.is_ascii_digit());
    let most = if digits == text { i128::MAX } else { i128::MIN };
    is_integer.then(|| text.parse().unwrap_or(most))
}

/// The value of an integer.
pub fn integer(it: &Node) -> Option<i64> {
    match &it.value {
        Value::Number(text) => large_integer(text)?.try_into().ok(),
        _ => None,
    }
}

/// The values that `enum` and `const` name: where both do, the constant is the only one that is left.
pub fn named(it: &SchemaObject) -> impl Iterator<Item = &Node> {
    let listed = it.values.as_ref().filter(|_| it.constant.is_none());
    let listed = listed.into_iter().flat_map(|values| &values.value);
    listed.chain(&it.constant)
}

/// Whether `null` is among the values.
pub fn is_nullable(it: &SchemaObject) -> bool {
    let among_types = it.types.contains(&Type::Null);
    let is_value = |values: &Spanned<Vec<Node>>| values.value.iter().any(|it| it.kind() == "null");
    let values_allow = it.values.as_ref().is_none_or(is_value);
    let implied = it.types.is_empty() && it.values.as_ref().is_some_and(is_value);
    let among_alternatives = it.one_of.iter().chain(&it.any_of).any(is_null);
    (among_types && (values_allow || it.types.len() > 1)) || implied || among_alternatives
}

/// `type: null`, and nothing else.
pub fn is_null(schema: &Schema) -> bool {
    schema
        .as_object()
        .is_some_and(|it| it.types == [Type::Null] && it.properties.is_empty())
}

/// An alternative that only says which members must be there.
pub fn only_requires(schema: &Schema) -> bool {
    schema.as_object().is_some_and(|it| {
        it.reference.is_none()
            && it.properties.is_empty()
            && it.all_of.is_empty()
            && !it.required.is_empty()
    })
}

/// `allOf` of one reference, with nothing but annotations beside it: what exporters make of a `$ref` with siblings.
fn sole_reference(it: &SchemaObject) -> Option<&Ref> {
    let [Schema::Object(only)] = it.all_of.as_slice() else {
        return None;
    };
    match classify_object(only) {
        SchemaForm::Reference(reference) if has_only_annotations(it) => Some(reference),
        _ => None,
    }
}

/// Whether nothing here narrows the values further than what is referred to.
pub fn has_only_annotations(it: &SchemaObject) -> bool {
    let SchemaObject {
        types,
        format,
        values,
        constant,
        not,
        if_,
        properties,
        required,
        additional_properties,
        items,
        pattern,
        ..
    } = it;
    let no_structure = types.iter().all(|it| *it == Type::Null)
        && properties.is_empty()
        && required.is_empty()
        && additional_properties.is_none()
        && items.is_none()
        && it.prefix_items.is_empty()
        && it.pattern_properties.is_empty();
    let no_other = usize::from(it.reference.is_some())
        + usize::from(!it.all_of.is_empty())
        + usize::from(!it.one_of.is_empty() || !it.any_of.is_empty())
        <= 1;
    let no_assertion = format.is_none()
        && values.is_none()
        && constant.is_none()
        && not.is_none()
        && if_.is_none();
    let no_bound = pattern.is_none()
        && it.minimum.is_none()
        && it.maximum.is_none()
        && it.exclusive_minimum.is_none()
        && it.exclusive_maximum.is_none()
        && it.multiple_of.is_none()
        && it.min_length.is_none()
        && it.max_length.is_none()
        && it.min_items.is_none()
        && it.max_items.is_none();
    no_structure && no_other && no_assertion && no_bound
}
