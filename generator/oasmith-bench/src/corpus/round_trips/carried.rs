//! What of the parameters that were made a request can carry.
//!
//! In: parameters as the document has them. Out: those that can come back, as the texts that they are in a request.
//! Two objects without names of their own, whose members nobody declares, cannot be told apart, so neither is sent; nor
//! are members of such an object that have the name of another parameter, nor is that parameter.

use oasmith_codegen::ir::{self, Api, Method, Param, Style, Type, TypeKind, Via};
use oasmith_sample::{Given, Value};

use super::samples::place;

/// The parameters that are sent.
pub fn carried(given: Vec<Given>, method: &Method, api: &Api) -> Vec<Given> {
    let is_crowded = |here: ir::Place| {
        let open = method.params.iter().filter(|it| is_open(it, api));
        open.filter(|it| it.place == here).count() > 1
    };
    let can_be_told = |it: &Given| {
        let param = param_of(it, method);
        !param.is_some_and(|it| !it.required && is_open(it, api) && is_crowded(it.place))
    };
    let mut given: Vec<Given> = given.into_iter().filter(can_be_told).collect();
    for object in &method.params {
        keep_apart(&mut given, object, method, api);
    }
    given
}

/// Takes out the members of an object that have the name of another parameter, and that parameter if it is optional.
fn keep_apart(given: &mut Vec<Given>, object: &Param, method: &Method, api: &Api) {
    let names = member_names(object, api);
    let is_beside = |it: &Param| it.place == object.place && it.wire != object.wire;
    let beside: Vec<&Param> = method.params.iter().filter(|it| is_beside(it)).collect();
    let is_shared = |name: &str| names.contains(&name) && beside.iter().any(|it| it.wire == name);
    given.retain_mut(|it| match param_of(it, method) {
        Some(param) if is_beside(param) => param.required || !is_shared(&param.wire),
        Some(param) if param.wire == object.wire && param.place == object.place => {
            if let Value::Object(members) = &mut it.value {
                members.retain(|(name, _)| !is_shared(name));
            }
            it.value != Value::Object(Vec::new())
        }
        _ => true,
    });
}

/// What the members are called of an object that has no name of its own in a request.
fn member_names<'a>(it: &Param, api: &'a Api) -> Vec<&'a str> {
    match &it.ty {
        Type::Named(id) if is_taken_apart(it) => match &api.ty(*id).kind {
            TypeKind::Struct(it) => it.fields.iter().map(|it| it.wire.as_str()).collect(),
            _ => Vec::new(),
        },
        _ => Vec::new(),
    }
}

fn is_taken_apart(it: &Param) -> bool {
    let has_pairs = matches!(it.place, ir::Place::Query | ir::Place::Cookie);
    has_pairs && matches!(it.style, Style::Exploded | Style::Plain) && it.via == Via::Json
}

/// Whether its members are parameters themselves, of any name.
fn is_open(it: &Param, api: &Api) -> bool {
    let takes_any = match &it.ty {
        Type::Map(_) => true,
        Type::Named(id) => matches!(
            &api.ty(*id).kind,
            TypeKind::Struct(it) if it.additional.is_some()
        ),
        _ => false,
    };
    takes_any && is_taken_apart(it)
}

fn param_of<'m>(given: &Given, method: &'m Method) -> Option<&'m Param> {
    let is_it = |it: &&Param| it.wire == given.name && it.place == place(given.place);
    method.params.iter().find(is_it)
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
    use oasmith_sample::Value;

    use super::typed;

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
