//! A declared default as Rust has it.

use super::Cx;
use super::classify::large_integer;
use crate::ir::{self, EnumOf, Literal};
use oasmith_spec::Node;
use oasmith_spec::node::Value;

/// The default of a value of this type; `None` where the two do not fit, which lint reports.
pub fn literal(default: &Node, ty: &ir::Type, cx: &Cx<'_>) -> Option<Literal> {
    match (&default.value, ty) {
        (Value::Bool(value), ir::Type::Bool) => Some(Literal::Bool(*value)),
        (Value::String(text), ir::Type::String) => Some(Literal::String(text.to_string())),
        (Value::String(text), ir::Type::Named(id)) => variant(text, EnumOf::Strings, *id, cx),
        (Value::Number(text), ir::Type::Named(id)) => variant(text, EnumOf::Integers, *id, cx),
        (Value::Number(text), _) => number(text, ty),
        _ => None,
    }
}

fn variant(text: &str, of: EnumOf, id: ir::TypeId, cx: &Cx<'_>) -> Option<Literal> {
    let ir::TypeKind::Enum(it) = &cx.defined(id).kind else {
        return None;
    };
    let owner = it.of;
    let is_meant = |it: &&ir::Variant| it.wire == text && of == owner;
    let variant = it.variants.iter().find(is_meant)?;
    Some(Literal::Variant(id, variant.name.clone()))
}

/// A number that the type holds exactly.
fn number(text: &str, ty: &ir::Type) -> Option<Literal> {
    let range = match ty {
        ir::Type::I32 => i32::MIN.into()..=i32::MAX.into(),
        ir::Type::I64 => i64::MIN.into()..=i64::MAX.into(),
        ir::Type::U32 => 0..=u32::MAX.into(),
        ir::Type::U64 => 0..=u64::MAX.into(),
        ir::Type::F32 | ir::Type::F64 => {
            let is_finite = text.parse::<f64>().is_ok_and(f64::is_finite);
            return is_finite.then(|| Literal::Number(text.to_owned()));
        }
        _ => return None,
    };
    let value = large_integer(text).filter(|it| range.contains(it))?;
    Some(Literal::Number(value.to_string()))
}
