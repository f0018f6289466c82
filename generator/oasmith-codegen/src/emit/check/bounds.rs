//! Bounds of numbers and counts.

use super::value::{Number, Value};
use crate::ir::{Bound, Constraints, Type};
use proc_macro2::{Literal, TokenStream};
use quote::quote;

/// The bounds of a whole number: exclusive ones and fractions become the nearest whole number that is allowed.
pub(super) fn integer(
    name: &TokenStream,
    ty: &Type,
    rules: &Constraints,
    value: &Value,
) -> TokenStream {
    let minimum = rules.minimum.as_ref().and_then(|it| whole(it, Side::Low));
    let maximum = rules.maximum.as_ref().and_then(|it| whole(it, Side::High));
    let range = (minimum.is_some() || maximum.is_some()).then(|| {
        let value = value.number(ty, Number::Integer);
        let (minimum, maximum) = (option(minimum.map(int)), option(maximum.map(int)));
        quote!(c.integer(#name, #value, #minimum, #maximum);)
    });
    let divisor = rules.multiple_of.as_deref().and_then(|it| it.parse().ok());
    let multiple = match divisor.filter(|it| *it != 0).map(int) {
        Some(divisor) => {
            let value = value.number(ty, Number::Integer);
            quote!(c.multiple_of_integer(#name, #value, #divisor);)
        }
        None => multiple_of(name, ty, rules, value),
    };
    let values = rules.values.iter().filter_map(|it| it.parse().ok());
    let values: Vec<TokenStream> = values.map(int).collect();
    let among = (!values.is_empty()).then(|| {
        let value = value.number(ty, Number::Integer);
        quote!(c.integer_among(#name, #value, &[#(#values),*]);)
    });
    quote!(#range #multiple #among)
}

/// The bounds of any number.
pub(super) fn number(
    name: &TokenStream,
    ty: &Type,
    rules: &Constraints,
    value: &Value,
) -> TokenStream {
    let minimum = rules.minimum.as_ref().and_then(limit);
    let maximum = rules.maximum.as_ref().and_then(limit);
    let range = (minimum.is_some() || maximum.is_some()).then(|| {
        let value = value.number(ty, Number::Float);
        let (minimum, maximum) = (option(minimum), option(maximum));
        quote!(c.number(#name, #value, #minimum, #maximum);)
    });
    let multiple = multiple_of(name, ty, rules, value);
    let values: Vec<TokenStream> = rules.values.iter().filter_map(|it| float(it)).collect();
    let among = (!values.is_empty()).then(|| {
        let value = value.number(ty, Number::Float);
        quote!(c.number_among(#name, #value, &[#(#values),*]);)
    });
    quote!(#range #multiple #among)
}

/// `Some(5)` or `None`.
pub(super) fn count(limit: Option<u64>) -> TokenStream {
    // A count that no machine reaches is no limit.
    let limit = limit.filter(|it| u32::try_from(*it).is_ok());
    option(limit.map(|it| {
        let it = Literal::u64_unsuffixed(it);
        quote!(#it)
    }))
}

pub(super) fn option(it: Option<TokenStream>) -> TokenStream {
    it.map_or_else(|| quote!(None), |it| quote!(Some(#it)))
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Low,
    High,
}

fn whole(bound: &Bound, side: Side) -> Option<i128> {
    let step = i128::from(bound.exclusive);
    if let Ok(exact) = bound.value.parse::<i128>() {
        return match side {
            Side::Low => exact.checked_add(step),
            Side::High => exact.checked_sub(step),
        };
    }
    // Written with a fraction or an exponent. Beyond 2^100 it bounds no number that fits a type.
    let value: f64 = bound.value.parse().ok()?;
    if value.abs() > 1e30 {
        return None;
    }
    let is_whole = value.fract() == 0.0;
    let nearest = if side == Side::Low {
        value.ceil()
    } else {
        value.floor()
    } as i128;
    match (is_whole && bound.exclusive, side) {
        (true, Side::Low) => Some(nearest + 1),
        (true, Side::High) => Some(nearest - 1),
        (false, _) => Some(nearest),
    }
}

fn int(value: i128) -> TokenStream {
    let literal = Literal::u128_unsuffixed(value.unsigned_abs());
    if value < 0 {
        quote!(-#literal)
    } else {
        quote!(#literal)
    }
}

fn float(text: &str) -> Option<TokenStream> {
    let value: f64 = text.parse().ok().filter(|it: &f64| it.is_finite())?;
    let literal = Literal::f64_unsuffixed(value.abs());
    Some(if value < 0.0 {
        quote!(-#literal)
    } else {
        quote!(#literal)
    })
}

pub(super) fn limit(bound: &Bound) -> Option<TokenStream> {
    let value = float(&bound.value)?;
    Some(if bound.exclusive {
        quote!(Limit::Exclusive(#value))
    } else {
        quote!(Limit::Inclusive(#value))
    })
}

fn multiple_of(name: &TokenStream, ty: &Type, rules: &Constraints, value: &Value) -> TokenStream {
    let divisor = rules.multiple_of.as_deref().and_then(float);
    let divisor = divisor.filter(|it| it.to_string() != "0.0");
    let line = divisor.map(|divisor| {
        let value = value.number(ty, Number::Decimal);
        quote!(c.multiple_of(#name, #value, #divisor);)
    });
    line.unwrap_or_default()
}
