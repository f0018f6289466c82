//! What of the parameters that were made a request can carry.
//!
//! In: parameters as the document has them. Out: those that can come back, as the texts that they are in a request.
//! A pair of a query is read by the parameter that is called so, by objects without a name of their own that have such a
//! member, and by those that take what nobody else has. What several would read is not sent, for it would come back as
//! more than was given.

use oasmith_codegen::ir::{
    self, Api, Field, Method, Param, Presence, Struct, Style, Type, TypeKind, Via,
};
use oasmith_sample::{Given, Value};
use oasmith_spec::model::ParameterPlace;

/// The parameters that are sent, or why one that is required cannot be.
pub fn carried(given: Vec<Given>, method: &Method, api: &Api) -> Result<Vec<Given>, String> {
    for it in &method.constants {
        let mut others = method.params.iter().filter(|other| other.place == it.place);
        if others.any(|other| reads(other, &it.wire, method, api)) {
            return Err(format!(
                "`{}` cannot be told from other parameters",
                it.wire
            ));
        }
    }
    let mut sent = Vec::new();
    for it in given {
        // It is no field of the input; a server refuses a request without it.
        if is_constant(&it.name, place(it.place), method) {
            continue;
        }
        let Some(param) = param_of(&it, method) else {
            sent.push(it);
            continue;
        };
        let name = it.name.clone();
        match told_apart(it, param, method, api) {
            Some(it) => sent.push(it),
            None if param.required => {
                return Err(format!("`{name}` cannot be told from other parameters"));
            }
            None => {}
        }
    }
    Ok(sent)
}

/// A parameter without what others would read too.
fn told_apart(mut given: Given, param: &Param, method: &Method, api: &Api) -> Option<Given> {
    let others = || {
        let all = method.params.iter();
        all.filter(|it| it.place == param.place && it.wire != param.wire)
    };
    let is_shared = |name: &str| {
        is_constant(name, param.place, method) || others().any(|it| reads(it, name, method, api))
    };
    let has_name = !is_taken_apart(param, api);
    if has_name && is_shared(&param.wire) {
        return None;
    }
    let Value::Object(members) = &mut given.value else {
        return Some(given);
    };
    if !is_object(param, api) || param.style == Style::Json {
        return Some(given);
    }
    if !has_name {
        let required = required_names(param, api);
        if required.into_iter().any(is_shared) {
            return None;
        }
        members.retain(|(name, _)| !is_shared(name));
    } else if param.style == Style::Deep {
        members.retain(|(name, _)| {
            let pair = format!("{}[{name}]", param.wire);
            !others().any(|it| it.wire.starts_with(&pair))
        });
    } else {
        // The style has no words for lists.
        members.retain(|(_, it)| !matches!(it, Value::Array(_) | Value::Object(_)));
    }
    (given.value != Value::Object(Vec::new())).then_some(given)
}

fn is_constant(name: &str, place: ir::Place, method: &Method) -> bool {
    let mut constants = method.constants.iter();
    constants.any(|it| it.place == place && it.wire == name)
}

/// Whether a parameter of this method takes a pair of that name for its own.
fn reads(it: &Param, name: &str, method: &Method, api: &Api) -> bool {
    let has_it = |it: &Param| match member_names(it, api) {
        Some(names) => names.contains(&name),
        None => it.wire == name,
    };
    if it.style == Style::Deep {
        // `filter[a]` is a member of `filter`, if that has one.
        let member = name.strip_prefix(it.wire.as_str());
        let member = member.and_then(|it| it.strip_prefix('[')?.split(']').next());
        return member.is_some_and(|member| fields(it, api).any(|it| it.wire == member));
    }
    let is_other = |other: &&Param| other.place == it.place && other.wire != it.wire;
    match is_taken_apart(it, api) && member_names(it, api).is_none() {
        true => {
            !is_constant(name, it.place, method)
                && !method.params.iter().filter(is_other).any(has_it)
        }
        false => has_it(it),
    }
}

/// What the members are called of an object that has no name of its own in a request, if it has no others.
fn member_names<'a>(it: &Param, api: &'a Api) -> Option<Vec<&'a str>> {
    let object = struct_of(it, api).filter(|_| is_taken_apart(it, api))?;
    let fixed = object.constants.iter().map(|it| it.wire.as_str());
    let all = fixed.chain(object.fields.iter().map(|it| it.wire.as_str()));
    object.additional.is_none().then(|| all.collect())
}

fn required_names<'a>(it: &Param, api: &'a Api) -> Vec<&'a str> {
    let Some(object) = struct_of(it, api) else {
        return Vec::new();
    };
    let fixed = object.constants.iter().map(|it| it.wire.as_str());
    let required = object
        .fields
        .iter()
        .filter(|it| it.presence == Presence::Required);
    fixed.chain(required.map(|it| it.wire.as_str())).collect()
}

fn fields<'a>(it: &Param, api: &'a Api) -> impl Iterator<Item = &'a Field> {
    struct_of(it, api).into_iter().flat_map(|it| &it.fields)
}

fn struct_of<'a>(it: &Param, api: &'a Api) -> Option<&'a Struct> {
    match &it.ty {
        Type::Named(id) => match &api.ty(*id).kind {
            TypeKind::Struct(it) => Some(it),
            _ => None,
        },
        _ => None,
    }
}

fn is_object(it: &Param, api: &Api) -> bool {
    matches!(it.ty, Type::Map(_)) || struct_of(it, api).is_some()
}

/// Whether its members are pairs of their own.
fn is_taken_apart(it: &Param, api: &Api) -> bool {
    let has_pairs = matches!(it.place, ir::Place::Query | ir::Place::Cookie);
    has_pairs
        && is_object(it, api)
        && matches!(it.style, Style::Exploded | Style::Nested | Style::Plain)
        && it.via == Via::Json
}

fn param_of<'m>(given: &Given, method: &'m Method) -> Option<&'m Param> {
    let is_it = |it: &&Param| it.wire == given.name && it.place == place(given.place);
    method.params.iter().find(is_it)
}

/// The place that a parameter has in a request.
pub fn place(place: ParameterPlace) -> ir::Place {
    match place {
        ParameterPlace::Path => ir::Place::Path,
        ParameterPlace::Query | ParameterPlace::QueryString => ir::Place::Query,
        ParameterPlace::Header => ir::Place::Header,
        ParameterPlace::Cookie => ir::Place::Cookie,
    }
}

/// What has no type is a text in a request, whatever is written into it.
pub fn as_typed(given: &Given, method: &Method) -> Value {
    match param_of(given, method) {
        Some(it) if it.style != Style::Json => typed(&given.value, &it.ty),
        _ => given.value.clone(),
    }
}

fn typed(value: &Value, ty: &Type) -> Value {
    match (value, ty) {
        (Value::String(_) | Value::Null, _) => value.clone(),
        (Value::Array(items), Type::List(ty)) => {
            Value::Array(items.iter().map(|it| typed(it, ty)).collect())
        }
        (Value::Object(members), Type::Map(ty)) => {
            let members = members.iter();
            Value::Object(
                members
                    .map(|(name, it)| (name.clone(), typed(it, ty)))
                    .collect(),
            )
        }
        (_, Type::Nullable(ty)) => typed(value, ty),
        (Value::Array(_) | Value::Object(_), Type::Raw) => value.clone(),
        (_, Type::String | Type::Raw) => Value::String(value.to_string()),
        _ => value.clone(),
    }
}

#[cfg(test)]
mod tests {
    use oasmith_codegen::ir::Type;
    use oasmith_codegen::{Options, lower};
    use oasmith_sample::{Given, Value};
    use oasmith_spec::model::ParameterPlace;

    use super::{carried, typed};
    use crate::corpus::round_trips::read_document;

    /// What of `given`, `name: members`, is sent to an operation with these parameters of a query.
    fn sent(parameters: &str, given: &[(&str, &[&str])]) -> Result<String, String> {
        let document = read_document(format!(
            r#"{{"openapi": "3.1.0", "info": {{"title": "", "version": ""}}, "paths": {{"/": {{"get": {{
                "parameters": [{parameters}], "responses": {{"204": {{"description": ""}}}}}}}}}}}}"#
        ));
        let (api, _) = lower(&document.expect("is valid"), &Options::default());
        let given = given.iter().map(|(name, members)| Given {
            place: ParameterPlace::Query,
            name: (*name).to_owned(),
            value: match members.is_empty() {
                true => text(),
                false => Value::Object(
                    members
                        .iter()
                        .map(|it| ((*it).to_owned(), text()))
                        .collect(),
                ),
            },
        });
        let method = api.methods().next().expect("there is one");
        let sent = carried(given.collect(), method, &api)?;
        let each = sent.iter().map(|it| format!("{} {}", it.name, it.value));
        Ok(each.collect::<Vec<_>>().join(", "))
    }

    fn text() -> Value {
        Value::String("x".to_owned())
    }

    fn parameter(name: &str, rest: &str) -> String {
        format!(r#"{{"name": "{name}", "in": "query", {rest}}}"#)
    }

    #[test]
    fn what_several_parameters_would_read_is_not_sent() {
        let object = r#""schema": {"type": "object", "properties": {"a": {"type": "string"}, "b": {"type": "string"}}}"#;
        let map = r#""schema": {"type": "object", "additionalProperties": {"type": "string"}}"#;
        let plain = r#""schema": {"type": "string"}"#;
        let required = |it: &str| format!(r#""required": true, {it}"#);
        let both = |one: &str, two: &str| parameter("o", one) + "," + &parameter("a", two);

        let given: &[(&str, &[&str])] = &[("o", &["a", "b"]), ("a", &[])];
        let told = |text: &str| Ok(text.to_owned());
        assert_eq!(sent(&both(object, plain), given), told(r#"o {"b":"x"}"#));
        assert_eq!(
            sent(&both(object, &required(plain)), given),
            Err("`a` cannot be told from other parameters".to_owned())
        );
        // A map takes what nobody else has.
        assert_eq!(
            sent(&both(map, plain), &[("o", &["z"]), ("a", &[])]),
            told(r#"o {"z":"x"}, a "x""#)
        );
        let given: &[(&str, &[&str])] = &[("o", &["a"]), ("a", &["z"])];
        assert_eq!(sent(&both(map, map), given), told(""));
        assert_eq!(
            sent(&both(object, map), given),
            told(r#"o {"a":"x"}, a {"z":"x"}"#)
        );
        assert_eq!(sent(&both(object, object), given), told(r#"a {"z":"x"}"#));

        let deep = parameter("o", &format!(r#""style": "deepObject", {object}"#));
        let both = deep + "," + &parameter("o[a]", plain);
        let given: &[(&str, &[&str])] = &[("o", &["a", "b"]), ("o[a]", &[])];
        assert_eq!(sent(&both, given), told(r#"o {"b":"x"}"#));
    }

    #[test]
    fn what_has_one_value_is_sent_by_itself() {
        let one = parameter("v", r#""required": true, "schema": {"const": "1"}"#);
        let map = parameter(
            "o",
            r#""schema": {"type": "object", "additionalProperties": {"type": "string"}}"#,
        );
        let given: &[(&str, &[&str])] = &[("v", &[]), ("o", &["v", "z"])];
        let told = sent(&format!("{one},{map}"), given);
        assert_eq!(told, Ok(r#"o {"z":"x"}"#.to_owned()));

        let object = parameter(
            "o",
            r#""schema": {"type": "object", "properties": {"v": {"type": "string"}}}"#,
        );
        let told = sent(&format!("{one},{object}"), given);
        assert_eq!(
            told,
            Err("`v` cannot be told from other parameters".to_owned())
        );
    }

    #[test]
    fn what_has_no_type_is_a_text() {
        let list = |ty| Type::List(Box::new(ty));
        let of = |value: Value| Value::Array(vec![value]);
        let text = Value::String("true".to_owned());
        let sent = of(Value::Bool(true));
        assert_eq!(typed(&sent, &list(Type::String)), of(text.clone()));
        assert_eq!(typed(&sent, &Type::Raw), sent);
        assert_eq!(typed(&sent, &list(Type::Raw)), of(text));
        assert_eq!(typed(&sent, &list(Type::Bool)), sent);
    }
}
