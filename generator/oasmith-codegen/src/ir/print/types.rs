//! Types, their members, and what values of them are held to.

use super::super::{
    Api, Bound, ConstantOf, Constraints, EnumOf, Field, Presence, Shape, Type, TypeDef, TypeKind,
    Union, Untagged, Width,
};
use super::line;

pub(super) fn definition(out: &mut String, def: &TypeDef, api: &Api) {
    let (name, module) = (def.name.as_str(), def.module.as_str());
    match &def.kind {
        TypeKind::Struct(it) => {
            line(out, format_args!("struct {name} in {module}{}", usage(def)));
            for it in &it.constants {
                match it.of {
                    ConstantOf::Text => line(out, format_args!("  {} = {:?}", it.wire, it.value)),
                    _ => line(out, format_args!("  {} = {}", it.wire, it.value)),
                }
            }
            for it in &it.fields {
                field(out, it, api);
            }
            if let Some(ty) = &it.additional {
                let limits = limits(&it.additional_constraints);
                line(out, format_args!("  ..: {}{limits}", type_name(ty, api)));
            }
        }
        TypeKind::Union(it) => union(out, def, it, api),
        TypeKind::Enum(it) => {
            let open = if it.is_open { " | .." } else { "" };
            let variants: Vec<_> = it
                .variants
                .iter()
                .map(|variant| match it.of {
                    EnumOf::Strings => format!("{}={:?}", variant.name.as_str(), variant.wire),
                    EnumOf::Integers => format!("{}={}", variant.name.as_str(), variant.wire),
                })
                .collect();
            line(
                out,
                format_args!(
                    "enum {name} in {module}{} {}{open}",
                    usage(def),
                    variants.join(" ")
                ),
            );
        }
    }
}

fn union(out: &mut String, def: &TypeDef, it: &Union, api: &Api) {
    let (name, module) = (def.name.as_str(), def.module.as_str());
    let how = match it.untagged {
        Untagged::Unknown => "by",
        Untagged::ShapeIfMissing => "by shape or",
        Untagged::Shape => "by shape, perhaps by",
        Untagged::Default(_) => "by default or",
        Untagged::Event => "by shape or name of",
    };
    let by = it.tag.as_ref().map(|it| format!(" {how} {it:?}"));
    let by = by.unwrap_or_default();
    line(
        out,
        format_args!("union {name} in {module}{}{by}", usage(def)),
    );
    let is_default = |at: usize| it.untagged == Untagged::Default(at);
    for (at, it) in it.alternatives.iter().enumerate() {
        let ty = type_name(&it.ty, api);
        let ty = if it.boxed { format!("Box<{ty}>") } else { ty };
        let tags: Vec<_> = it.tags.iter().map(|it| format!("{it:?}")).collect();
        let shapes: Vec<_> = it.shapes.iter().map(shape).collect();
        let rest = is_default(at).then(|| "_".to_owned()).into_iter().collect();
        let told = [tags, shapes, rest].concat().join(" | ");
        let limits = match it.is_read_for_others {
            true => " unchecked".to_owned(),
            false => limits(&it.constraints),
        };
        line(
            out,
            format_args!("  {}({ty}) {told}{limits}", it.name.as_str()),
        );
    }
    if it.is_open {
        line(out, format_args!("  .."));
    }
}

fn shape(it: &Shape) -> String {
    let all = |shapes: &[Shape]| shapes.iter().map(shape).collect::<Vec<_>>().join(" | ");
    match it {
        Shape::Integer(Width::I64) => "Integer".to_owned(),
        Shape::Integer(width) => format!("{width:?}"),
        Shape::Formatted(format) => format!("{format:?}"),
        Shape::Texts(texts) => format!("{texts:?}"),
        Shape::Integers(values) => format!("[{}]", values.join(", ")),
        Shape::List(items, count) => {
            let count = match (count.least, count.most) {
                (0, None) => String::new(),
                (least, None) => format!(" {least}.."),
                (least, Some(most)) => format!(" {least}..={most}"),
            };
            match items.is_empty() {
                true => format!("List{count}"),
                false => format!("List{count} of {}", all(items)),
            }
        }
        Shape::Object(members) if members.is_empty() => "Object".to_owned(),
        Shape::Object(members) => {
            let members = members.iter().map(|it| {
                let optional = match it {
                    it if it.shapes.is_empty() => return format!("no {}", it.wire),
                    it if it.required => "",
                    _ => "?",
                };
                format!("{}{optional}: {}", it.wire, all(&it.shapes))
            });
            format!("{{{}}}", members.collect::<Vec<_>>().join(", "))
        }
        plain => format!("{plain:?}"),
    }
}

fn usage(def: &TypeDef) -> String {
    let marks = [
        (def.in_requests, "sent"),
        (def.in_responses, "answered"),
        (def.checked, "checked"),
    ];
    let marks: Vec<_> = marks
        .iter()
        .filter(|(is, _)| *is)
        .map(|(_, mark)| *mark)
        .collect();
    if marks.is_empty() {
        String::new()
    } else {
        format!(" [{}]", marks.join(" "))
    }
}

fn field(out: &mut String, it: &Field, api: &Api) {
    let ty = type_name(&it.ty, api);
    let ty = if it.boxed { format!("Box<{ty}>") } else { ty };
    let ty = match it.presence {
        Presence::Required => ty,
        Presence::Optional => format!("{ty}?"),
        Presence::Nullable => format!("{ty}|null"),
        Presence::OptionalNullable => format!("({ty}|null)?"),
    };
    let secret = if it.secret { " secret" } else { "" };
    let default = it
        .default
        .as_ref()
        .map(|it| format!(" = {it:?}"))
        .unwrap_or_default();
    line(
        out,
        format_args!(
            "  {}: {ty}{secret}{default}{}",
            named(it.name.as_str(), &it.wire),
            limits(&it.constraints)
        ),
    );
}

/// The Rust name, and the one in the document where the two differ.
pub(super) fn named(name: &str, wire: &str) -> String {
    if name == wire {
        name.to_owned()
    } else {
        format!("{name} ({wire})")
    }
}

pub(super) fn limits(it: &Constraints) -> String {
    let bound = |sign: &str, it: &Option<Bound>| {
        let strict = |it: &Bound| if it.exclusive { "" } else { "=" };
        it.as_ref()
            .map(|it| format!("{sign}{}{}", strict(it), it.value))
    };
    let number = |word: &str, it: Option<u64>| it.map(|it| format!("{word}={it}"));
    let all = [
        number("min_length", it.min_length),
        number("max_length", it.max_length),
        it.pattern.as_ref().map(|it| format!("/{it}/")),
        it.format.map(|it| format!("{it:?}")),
        bound(">", &it.minimum),
        bound("<", &it.maximum),
        it.multiple_of
            .as_ref()
            .map(|it| format!("multiple_of={it}")),
        (!it.values.is_empty()).then(|| format!("among {}", it.values.join(" "))),
        number("min_items", it.min_items),
        number("max_items", it.max_items),
        it.unique_items.then(|| "unique".to_owned()),
        it.items.as_ref().map(|it| format!("each{}", limits(it))),
    ];
    let rules = it.rules.iter().map(|it| it.keyword.to_owned());
    all.into_iter()
        .flatten()
        .chain(rules)
        .map(|it| format!(" {it}"))
        .collect()
}

pub(super) fn type_name(ty: &Type, api: &Api) -> String {
    match ty {
        Type::Named(id) => api.ty(*id).name.as_str().to_owned(),
        Type::List(item) => format!("[{}]", type_name(item, api)),
        Type::Map(value) => format!("{{{}}}", type_name(value, api)),
        Type::Tuple { items, least } => {
            let items = items.iter().enumerate();
            let items = items.map(|(at, it)| match at < *least {
                true => type_name(it, api),
                false => format!("{}?", type_name(it, api)),
            });
            let items: Vec<_> = items.collect();
            format!("({})", items.join(", "))
        }
        Type::Nullable(inner) => format!("{}|null", type_name(inner, api)),
        scalar => format!("{scalar:?}"),
    }
}
