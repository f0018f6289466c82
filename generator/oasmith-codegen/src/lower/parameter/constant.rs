//! A parameter that has to be there and has one value is no argument: callers have nothing to say, and servers nothing to
//! learn.
//!
//! In: a parameter. Out: what is sent for it, if that is always the same.
//! Left out: a value that its place cannot hold, which is refused when a caller gives it, and styles that have no words for
//! a scalar.

use super::carried::style;
use crate::ir::{ConstantParam, Place, Style};
use crate::lower::Cx;
use crate::lower::object;
use oasmith_spec::model::{Parameter, ParameterFormat, ParameterPlace};

/// The same as of the members of an object.
pub fn constant(it: &Parameter, cx: &Cx<'_>) -> Option<ConstantParam> {
    let place = match it.place {
        ParameterPlace::Path => Place::Path,
        ParameterPlace::Query => Place::Query,
        ParameterPlace::Header => Place::Header,
        ParameterPlace::Cookie => Place::Cookie,
        ParameterPlace::QueryString => return None,
    };
    let ParameterFormat::Schema(schema) = &it.format else {
        return None;
    };
    let (value, _) = object::constant(schema, it.required, cx)?;
    let style = style(it, false);
    let fits = match place {
        // Other styles have marks around a value that may be empty.
        Place::Path => style == Style::Comma && !value.is_empty(),
        // An empty text may stand for a value.
        Place::Query => style != Style::Deep && !it.allow_empty_value,
        // What stands in `Authorization` is the caller's.
        Place::Header if it.name.value.eq_ignore_ascii_case("Authorization") => false,
        Place::Header => is_header(&it.name.value, &value),
        Place::Cookie => style != Style::Deep,
    };
    fits.then(|| ConstantParam {
        wire: it.name.value.clone(),
        place,
        value,
        style,
        reserved: it.allow_reserved && place == Place::Query,
    })
}

/// Whether a header can have that name and hold that value.
fn is_header(name: &str, value: &str) -> bool {
    let is_plain = value.trim().len() == value.len() && !value.is_empty();
    let has_name = http::HeaderName::from_bytes(name.as_bytes()).is_ok();
    has_name && is_plain && http::HeaderValue::from_str(value).is_ok()
}
