//! Whether shapes tell alternatives apart.

use crate::ir::{Count, Format, Member, Shape};

/// How much is left open between values of two alternatives: the less, the more of them can be told.
pub(super) type Open = usize;

/// No value has both shapes.
pub(super) const SURELY: Open = 0;
/// Some values show it: those with a member that only one of them has.
const SOMETIMES: Open = 500;
const NEVER: Open = 1_000;

/// How many pairs of shapes are looked at, in case alternatives have very many.
const MOST_PAIRS: usize = 2_000;

/// How much is left open between all pairs of alternatives.
pub(super) fn open(alternatives: &[Vec<Shape>]) -> Open {
    let mut open = 0;
    for (at, first) in alternatives.iter().enumerate() {
        let others = alternatives[at + 1..].iter();
        open += others.map(|it| apart(first, it)).sum::<Open>();
    }
    open
}

/// What is left open of the values of one of both, on average over its shapes: that both may be `null` says nothing of
/// what else they are.
pub(super) fn apart(first: &[Shape], second: &[Shape]) -> Open {
    match first.len() * second.len() {
        0 => return SURELY,
        1..=MOST_PAIRS => {}
        _ => return NEVER,
    }
    let mut of_second = vec![SURELY; second.len()];
    let mut of_first = SURELY;
    for one in first {
        let mut most = SURELY;
        for (other, known) in second.iter().zip(&mut of_second) {
            let open = shapes(one, other);
            most = most.max(open);
            *known = open.max(*known);
        }
        of_first += most;
    }
    let of_second: Open = of_second.iter().sum();
    let of_first = of_first.div_ceil(first.len());
    of_first.max(of_second.div_ceil(second.len()))
}

fn shapes(one: &Shape, other: &Shape) -> Open {
    use Shape::{
        Any, Boolean, Date, DateTime, Formatted, Integer, Integers, Is, List, Number, Object, Text,
        Texts, Uuid,
    };
    match (one, other) {
        (Object(first), Object(second)) => objects(first, second),
        (List(first, count), List(second, other)) => items(first, second).min(counts(count, other)),
        (Texts(first), Texts(second)) | (Integers(first), Integers(second)) if first != second => {
            let shared = first.iter().any(|it| second.contains(it));
            if shared { SOMETIMES } else { SURELY }
        }
        (Text, Texts(_) | Date | DateTime | Uuid | Formatted(_))
        | (Texts(_) | Date | DateTime | Uuid | Formatted(_), Text)
        | (Texts(_), Formatted(_))
        | (Formatted(_), Texts(_)) => SOMETIMES,
        (Formatted(first), second) | (second, Formatted(first)) if one != other => {
            match format(second) {
                Some(second) if overlap(*first, second) => SOMETIMES,
                _ => SURELY,
            }
        }
        (Integer(_) | Integers(_), Number) | (Number, Integer(_) | Integers(_)) => SOMETIMES,
        (Integers(_), Integer(_)) | (Integer(_), Integers(_)) => SOMETIMES,
        (Integer(first), Integer(second)) if first != second => SOMETIMES,
        (Is(_), Boolean) | (Boolean, Is(_)) => SOMETIMES,
        (one, other) if one == other => NEVER,
        (Any, _) | (_, Any) => SOMETIMES,
        _ => SURELY,
    }
}

fn format(it: &Shape) -> Option<Format> {
    Some(match it {
        Shape::Date => Format::Date,
        Shape::DateTime => Format::DateTime,
        Shape::Uuid => Format::Uuid,
        Shape::Formatted(it) => *it,
        _ => return None,
    })
}

/// Whether some text is of both formats, which are two.
fn overlap(first: Format, second: Format) -> bool {
    use Format::{Date, Duration, Email, Hostname, IdnEmail, Ipv4, Ipv6, Iri, Uri, Uuid};
    let pair = |one, other| {
        matches!(
            (one, other),
            (Email, IdnEmail)
                | (Uri, Iri)
                // `fe80::1` has a scheme, too.
                | (Ipv6, Uri | Iri)
                | (Hostname, Ipv4 | Uuid | Date | Duration)
        )
    };
    pair(first, second) || pair(second, first)
}

fn items(first: &[Shape], second: &[Shape]) -> Open {
    if first.is_empty() || second.is_empty() {
        return known(first.is_empty() != second.is_empty());
    }
    apart(first, second)
}

fn counts(first: &Count, second: &Count) -> Open {
    if are_disjoint(first, second) {
        return SURELY;
    }
    known((first.least, first.most) != (second.least, second.most))
}

/// Whether no list has as many items as both ask for.
pub(super) fn are_disjoint(first: &Count, second: &Count) -> bool {
    let is_below = |one: &Count, other: &Count| one.most.is_some_and(|it| it < other.least);
    is_below(first, second) || is_below(second, first)
}

fn known(something: bool) -> Open {
    if something { SOMETIMES } else { NEVER }
}

/// One member that tells is enough.
fn objects(first: &[Member], second: &[Member]) -> Open {
    let mut best = NEVER;
    for one in first {
        let other = second.iter().find(|it| it.wire == one.wire);
        best = best.min(match other {
            Some(other) => members(one, other),
            None => alone(one),
        });
        if best == SURELY {
            return best;
        }
    }
    let only_second = second
        .iter()
        .filter(|it| first.iter().all(|one| one.wire != it.wire));
    only_second.map(alone).min().map_or(best, |it| best.min(it))
}

fn members(one: &Member, other: &Member) -> Open {
    let open = apart(&one.shapes, &other.shapes);
    match (one.required, other.required) {
        (false, false) => open.max(SOMETIMES),
        (true, true) => open,
        _ => open.min(SOMETIMES),
    }
}

/// Of a member that the other has not.
fn alone(it: &Member) -> Open {
    if it.required { SURELY } else { SOMETIMES }
}
