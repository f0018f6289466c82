//! A number within bounds, of a step and a format.
//!
//! Counted in steps of a decimal place, so that `multipleOf: 0.01` is exact.

use crate::Reason;
use crate::cx::Cx;
use crate::decimal::Decimal;
use crate::holds::{Limit, range};
use crate::value::Value;
use oasmith_spec::model::SchemaObject;

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Integer,
    Any,
}

/// How far numbers without a bound go that are no integers.
const FAR: i128 = 1_000_000;

pub fn number<'a>(all: &[&'a SchemaObject], kind: Kind, cx: &mut Cx<'a>) -> Result<Value, Reason> {
    let bounds = Bounds::of(all)?;
    let step = step(all, kind, &bounds, cx)?;
    let count = bounds.count(step, kind, all)?;
    let steps = choose(count, cx);
    let count = steps
        .checked_mul(step.at(step.scale()).unwrap_or(1))
        .ok_or_else(|| Reason::new("the number has too many digits"))?;
    Ok(Value::Number(Decimal::of(count, step.scale()).text()))
}

/// Whether programs that count in 64 bits can read it, if it is an integer.
pub fn is_common(value: &Value) -> bool {
    let common = Decimal::integer(i64::MIN.into())..=Decimal::integer(u64::MAX.into());
    match value {
        Value::Number(text) => Decimal::parse(text).is_some_and(|it| common.contains(&it)),
        _ => true,
    }
}

/// A number and whether it is allowed itself.
type Bound = Option<(Decimal, bool)>;

struct Bounds {
    low: Bound,
    high: Bound,
}

impl Bounds {
    fn of(all: &[&SchemaObject]) -> Result<Self, Reason> {
        let mut out = Bounds {
            low: None,
            high: None,
        };
        for it in all {
            for (text, is_allowed) in [(&it.minimum, true), (&it.exclusive_minimum, false)] {
                match text.as_ref().map(|it| Limit::parse(&it.value)) {
                    Some(Limit::Is(it))
                        if out
                            .low
                            .is_none_or(|low| (it, !is_allowed) > (low.0, !low.1)) =>
                    {
                        out.low = Some((it, is_allowed));
                    }
                    Some(Limit::FarAbove) => return Err(Reason::new("numbers are too large")),
                    _ => {}
                }
            }
            for (text, is_allowed) in [(&it.maximum, true), (&it.exclusive_maximum, false)] {
                match text.as_ref().map(|it| Limit::parse(&it.value)) {
                    Some(Limit::Is(it))
                        if out
                            .high
                            .is_none_or(|high| (it, is_allowed) < (high.0, high.1)) =>
                    {
                        out.high = Some((it, is_allowed));
                    }
                    Some(Limit::FarBelow) => return Err(Reason::new("numbers are too small")),
                    _ => {}
                }
            }
        }
        Ok(out)
    }

    /// How many steps the least and the largest number are.
    fn count(
        &self,
        step: Decimal,
        kind: Kind,
        all: &[&SchemaObject],
    ) -> Result<(i128, i128), Reason> {
        let scale = [self.low, self.high].into_iter().flatten();
        let scale = scale.map(|it| it.0.scale()).max().unwrap_or(0);
        let scale = scale.max(step.scale());
        let far = || Reason::new("the bounds have too many digits");
        let size = step.at(scale).filter(|it| *it > 0).ok_or_else(far)?;
        let (mut low, mut high) = (None, None);
        if let Some((bound, is_allowed)) = self.low {
            let bound = bound.at(scale).ok_or_else(far)?;
            let whole = bound.div_euclid(size);
            let is_on = bound.rem_euclid(size) == 0;
            low = Some(match is_on && is_allowed {
                true => whole,
                false => whole.checked_add(1).ok_or_else(far)?,
            });
        }
        if let Some((bound, is_allowed)) = self.high {
            let bound = bound.at(scale).ok_or_else(far)?;
            let whole = bound.div_euclid(size);
            let is_on = bound.rem_euclid(size) == 0;
            high = Some(match is_on && !is_allowed {
                true => whole.checked_sub(1).ok_or_else(far)?,
                false => whole,
            });
        }
        let (least, most) = limits(kind, all, low, high);
        let unit = 10_i128.pow(scale);
        let in_steps = |it: i128| it.checked_mul(unit).ok_or_else(far);
        let least = -(-in_steps(least)?).div_euclid(size);
        let most = in_steps(most)?.div_euclid(size);
        // Numbers that are no integers have no end of their own: one bound puts the other one there.
        let width = most.saturating_sub(least);
        let (low, high) = match (low, high, kind) {
            (low, high, Kind::Integer) => (
                low.map_or(least, |it| it.max(least)),
                high.map_or(most, |it| it.min(most)),
            ),
            (Some(low), None, Kind::Any) => (low, most.max(low.saturating_add(width))),
            (None, Some(high), Kind::Any) => (least.min(high.saturating_sub(width)), high),
            (low, high, Kind::Any) => (low.unwrap_or(least), high.unwrap_or(most)),
        };
        if low > high {
            return Err(Reason::new("no number is within the bounds"));
        }
        Ok((low, high))
    }
}

/// The range of a type. An integer of which nothing is said has 64 bits, with a sign unless the bounds say otherwise.
fn limits(
    kind: Kind,
    all: &[&SchemaObject],
    low: Option<i128>,
    high: Option<i128>,
) -> (i128, i128) {
    if kind == Kind::Any {
        return (-FAR, FAR);
    }
    let formats = all.iter().filter_map(|it| it.format.as_ref());
    let formats = formats.filter_map(|it| range(&it.value));
    let ranges = formats.reduce(|a, b| (a.0.max(b.0), a.1.min(b.1)));
    let is_more = |it: i128| it > i64::MAX.into();
    let is_unsigned = low.is_some_and(is_more)
        || (low.is_some_and(|it| it >= 0) && high.is_some_and(is_more))
        || (low.is_none_or(|it| it >= 0) && all.iter().any(|it| has_large_default(it)));
    let of_64_bits = match is_unsigned {
        true => (0, u64::MAX.into()),
        false => (i64::MIN.into(), i64::MAX.into()),
    };
    ranges.unwrap_or(of_64_bits)
}

/// Whether a default says that there are integers which only 64 bits without a sign hold.
fn has_large_default(it: &SchemaObject) -> bool {
    let large = Decimal::integer(i128::from(i64::MAX) + 1)..=Decimal::integer(u64::MAX.into());
    match it.default.as_ref().map(Value::from) {
        Some(Value::Number(text)) => Decimal::parse(&text).is_some_and(|it| large.contains(&it)),
        _ => false,
    }
}

/// How far one number is from the next.
fn step<'a>(
    all: &[&'a SchemaObject],
    kind: Kind,
    bounds: &Bounds,
    cx: &mut Cx<'a>,
) -> Result<Decimal, Reason> {
    let mut step = (kind == Kind::Integer).then_some(Decimal::integer(1));
    for it in all.iter().filter_map(|it| it.multiple_of.as_ref()) {
        let other = Decimal::parse(&it.value).filter(|it| *it > Decimal::integer(0));
        let other = other.ok_or_else(|| Reason::new("the step has too many digits"))?;
        step = Some(match step {
            None => other,
            Some(step) => common(step, other)?,
        });
    }
    if let Some(step) = step {
        return Ok(step);
    }
    let is_single = |it: &&SchemaObject| it.format.as_ref().is_some_and(|it| it.value == "float");
    if all.iter().any(is_single) && bounds.low.is_none() && bounds.high.is_none() {
        // Exact in single precision, too.
        return Ok(Decimal::of(25, 2));
    }
    let scale = [bounds.low, bounds.high].into_iter().flatten();
    let scale = scale.map(|it| it.0.scale()).max().unwrap_or(0);
    let is_narrow = bounds.low.zip(bounds.high).is_some_and(|(low, high)| {
        let scale = low.0.scale().max(high.0.scale());
        let width = high
            .0
            .at(scale)
            .zip(low.0.at(scale))
            .map(|it| it.0.saturating_sub(it.1));
        width.is_none_or(|it| it < 20 * 10_i128.pow(scale.min(18)))
    });
    let more = match is_narrow {
        true => 2,
        false => u32::try_from(cx.choice.below(3)).unwrap_or(0),
    };
    Ok(Decimal::unit((scale + more).min(18)))
}

/// The least number that is a multiple of both.
fn common(a: Decimal, b: Decimal) -> Result<Decimal, Reason> {
    let scale = a.scale().max(b.scale());
    let far = || Reason::new("the steps have too many digits");
    let (a, b) = (a.at(scale).ok_or_else(far)?, b.at(scale).ok_or_else(far)?);
    let (mut x, mut y) = (a, b);
    while y != 0 {
        (x, y) = (y, x % y);
    }
    let common = (a / x).checked_mul(b).ok_or_else(far)?;
    Ok(Decimal::of(common, scale))
}

/// The ends and small numbers more often than others.
fn choose((low, high): (i128, i128), cx: &mut Cx<'_>) -> i128 {
    let near = |it: i128| it.clamp(low, high);
    if cx.is_usual() {
        return near(low.clamp(1, 10));
    }
    match cx.choice.below(10) {
        0 => low,
        1 => high,
        2 => near(0),
        3 => near(-1),
        4..=7 => {
            let (low, high) = (near(-20), near(1_000));
            cx.choice.integer(low, high)
        }
        _ => cx.choice.integer(low, high),
    }
}
