//! What the headers of an answer are as texts.
//!
//! In: a value for a header, and how the header holds it. Out: its text, unless a header cannot carry it, or has several
//! ways to write it, as numbers with many digits have.

use oasmith_codegen::ir::{Api, HeaderForm, Type, TypeKind};
use oasmith_sample::Value;

/// From here on a number may come back with other digits.
const DIGITS: usize = 15;

/// The members of a map come in the order of their names, and so do those of a struct that have no field, behind it.
pub fn in_order(value: &Value, ty: &Type, api: &Api) -> Value {
    let fields: Vec<&str> = match ty {
        Type::Named(id) => match &api.ty(*id).kind {
            TypeKind::Struct(it) => {
                let constants = it.constants.iter().map(|it| it.wire.as_str());
                let fields = it.fields.iter().map(|it| it.wire.as_str());
                constants.chain(fields).collect()
            }
            _ => return value.clone(),
        },
        Type::Map(_) => Vec::new(),
        _ => return value.clone(),
    };
    let mut value = value.clone();
    if let Value::Object(members) = &mut value {
        let place = |name: &str| fields.iter().position(|it| *it == name);
        members.sort_by_key(|(name, _)| match place(name) {
            Some(at) => (at, String::new()),
            None => (fields.len(), name.clone()),
        });
    }
    value
}

pub fn text(value: &Value, form: HeaderForm) -> Option<String> {
    let text = match (form, value) {
        (HeaderForm::Json, value) => value.to_string(),
        (HeaderForm::Members, Value::Object(members)) => pairs(members, ",")?,
        (HeaderForm::Exploded, Value::Object(members)) => pairs(members, "=")?,
        // A text that holds a separator would be several, and a list of one is its item.
        (HeaderForm::OneOrSeveral, Value::Array(items)) if items.len() < 2 => return None,
        (HeaderForm::OneOrSeveral, Value::String(_)) => part(value)?,
        (HeaderForm::Value | HeaderForm::OneOrSeveral, Value::Array(items)) => {
            let items: Option<Vec<String>> = items.iter().map(part).collect();
            items?.join(",")
        }
        (HeaderForm::Value | HeaderForm::Lines | HeaderForm::OneOrSeveral, value) => scalar(value)?,
        _ => return None,
    };
    let is_plain = |text: &str| text.bytes().all(|it| (b' '..=b'~').contains(&it));
    let is_exact = form != HeaderForm::Json || !text.contains(['.', 'e', 'E']);
    (!text.is_empty() && text.trim() == text && is_plain(&text) && is_exact).then_some(text)
}

fn pairs(members: &[(String, Value)], mark: &str) -> Option<String> {
    let all = members.iter().map(|(name, value)| {
        let is_name = !name.is_empty() && !name.contains([',', '=', ' ']);
        is_name.then_some(format!("{name}{mark}{}", part(value)?))
    });
    let all: Option<Vec<String>> = all.collect();
    all.map(|it| it.join(","))
}

/// A text that stands beside others.
fn part(value: &Value) -> Option<String> {
    let text = scalar(value)?;
    (!text.is_empty() && text.trim() == text && !text.contains([',', '='])).then_some(text)
}

fn scalar(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Bool(it) => Some(it.to_string()),
        // A whole number is one however it is written in a document; in a header it has digits only.
        Value::Number(text) => {
            let whole = text.strip_suffix(".0").unwrap_or(text);
            (text.len() <= DIGITS).then(|| whole.to_owned())
        }
        Value::Null | Value::Array(_) | Value::Object(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{in_order, text};
    use crate::corpus::round_trips::read_document;
    use oasmith_codegen::ir::{HeaderForm, Type};
    use oasmith_codegen::{Options, lower};
    use oasmith_sample::Value;

    #[test]
    fn members_come_in_the_order_in_which_they_are_written() {
        let document = read_document(
            r#"{"openapi": "3.1.0", "info": {"title": "", "version": ""}, "paths": {"/": {"get": {"responses": {"204": {"description": "",
                "headers": {"X-A": {"schema": {"type": "object", "required": ["k"], "properties": {"b": {"type": "string"}, "k": {"const": "x"}}, "additionalProperties": {"type": "string"}}}}}}}}}}"#
                .to_owned(),
        );
        let (api, _) = lower(&document.expect("is valid"), &Options::default());
        let method = api.methods().next().expect("there is one");
        let of_struct = &method.output.answers()[0].headers()[0].ty;
        let of_map = Type::Map(Box::new(Type::String));
        let member = |name: &&str| ((*name).to_owned(), Value::String("x".to_owned()));
        let value = Value::Object(["z", "b", "a", "k"].iter().map(member).collect());
        let names = |ty| match in_order(&value, ty, &api) {
            Value::Object(members) => members.into_iter().map(|it| it.0).collect::<String>(),
            _ => String::new(),
        };
        assert_eq!(names(of_struct), "kbaz");
        assert_eq!(names(&of_map), "abkz");
        assert_eq!(names(&Type::String), "zbak");
    }

    #[test]
    fn what_a_header_cannot_carry_is_not_sent() {
        let of = |text: &str| Value::String(text.to_owned());
        let list = |items: &[&str]| Value::Array(items.iter().map(|it| of(it)).collect());
        let object = Value::Object(vec![("a".to_owned(), of("x")), ("b".to_owned(), of("y"))]);
        let rows = [
            (of("a b"), HeaderForm::Value, Some("a b")),
            (of(" a"), HeaderForm::Value, None),
            (
                Value::Number("2.0".to_owned()),
                HeaderForm::Value,
                Some("2"),
            ),
            (of("ä"), HeaderForm::Value, None),
            (list(&["a", "b"]), HeaderForm::Value, Some("a,b")),
            (list(&["a,b"]), HeaderForm::Value, None),
            (list(&["a", "b"]), HeaderForm::OneOrSeveral, Some("a,b")),
            (list(&["a"]), HeaderForm::OneOrSeveral, None),
            (of("a,b"), HeaderForm::OneOrSeveral, None),
            (object.clone(), HeaderForm::Value, None),
            (object.clone(), HeaderForm::Members, Some("a,x,b,y")),
            (object.clone(), HeaderForm::Exploded, Some("a=x,b=y")),
            (object, HeaderForm::Json, Some(r#"{"a":"x","b":"y"}"#)),
        ];
        for (value, form, wanted) in rows {
            assert_eq!(text(&value, form).as_deref(), wanted, "{value:?}");
        }
    }
}
