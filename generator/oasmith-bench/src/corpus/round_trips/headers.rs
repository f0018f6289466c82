//! What the headers of an answer are as texts.
//!
//! In: a value for a header, and how the header holds it. Out: its text, unless a header cannot carry it, or has several
//! ways to write it, as numbers with many digits have.

use oasmith_codegen::ir::{HeaderForm, Type};
use oasmith_sample::Value;

/// From here on a number may come back with other digits.
const DIGITS: usize = 15;

/// The members of a map come in the order of their names.
pub fn in_order(value: &Value, ty: &Type) -> Value {
    let mut value = value.clone();
    if let (Value::Object(members), Type::Map(_)) = (&mut value, ty) {
        members.sort_by(|a, b| a.0.cmp(&b.0));
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
    use super::text;
    use oasmith_codegen::ir::HeaderForm;
    use oasmith_sample::Value;

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
