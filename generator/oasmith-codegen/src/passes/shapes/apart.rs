//! Whether shapes tell alternatives apart.

use crate::ir::{Member, Shape};

/// How far a value of one alternative can be told from those of another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Apart {
    /// No value has both shapes.
    Surely,
    /// Some values show it: those with a member that only one of them has.
    Sometimes,
    Never,
}

/// How much is left open between all pairs of alternatives.
pub(super) fn open(alternatives: &[Vec<Shape>]) -> usize {
    let mut open = 0;
    for (at, first) in alternatives.iter().enumerate() {
        for second in &alternatives[at + 1..] {
            open += match apart(first, second) {
                Apart::Surely => 0,
                Apart::Sometimes => 1,
                Apart::Never => 2,
            };
        }
    }
    open
}

/// The least that holds for all pairs of shapes.
pub(super) fn apart(first: &[Shape], second: &[Shape]) -> Apart {
    let mut least = Apart::Surely;
    for one in first {
        for other in second {
            least = least.max(shapes(one, other));
            if least == Apart::Never {
                return least;
            }
        }
    }
    least
}

fn shapes(one: &Shape, other: &Shape) -> Apart {
    use Shape::{
        Any, Boolean, Date, DateTime, Integer, Integers, Is, List, Number, Object, Text, Texts,
        Uuid,
    };
    match (one, other) {
        (Object(first), Object(second)) => objects(first, second),
        (List(first), List(second)) if first.is_empty() || second.is_empty() => {
            known(first.is_empty() != second.is_empty())
        }
        (List(first), List(second)) => apart(first, second),
        (Texts(first), Texts(second)) | (Integers(first), Integers(second)) if first != second => {
            let shared = first.iter().any(|it| second.contains(it));
            if shared {
                Apart::Sometimes
            } else {
                Apart::Surely
            }
        }
        (Text, Texts(_) | Date | DateTime | Uuid) | (Texts(_) | Date | DateTime | Uuid, Text) => {
            Apart::Sometimes
        }
        (Integer(_) | Integers(_), Number) | (Number, Integer(_) | Integers(_)) => Apart::Sometimes,
        (Integers(_), Integer(_)) | (Integer(_), Integers(_)) => Apart::Sometimes,
        (Integer(first), Integer(second)) if first != second => Apart::Sometimes,
        (Is(_), Boolean) | (Boolean, Is(_)) => Apart::Sometimes,
        (one, other) if one == other => Apart::Never,
        (Any, _) | (_, Any) => Apart::Sometimes,
        _ => Apart::Surely,
    }
}

fn known(something: bool) -> Apart {
    if something {
        Apart::Sometimes
    } else {
        Apart::Never
    }
}

/// One member that tells is enough.
fn objects(first: &[Member], second: &[Member]) -> Apart {
    let mut best = Apart::Never;
    for one in first {
        let other = second.iter().find(|it| it.wire == one.wire);
        best = best.min(match other {
            Some(other) => members(one, other),
            None => alone(one),
        });
        if best == Apart::Surely {
            return best;
        }
    }
    let only_second = second
        .iter()
        .filter(|it| first.iter().all(|one| one.wire != it.wire));
    only_second.map(alone).min().map_or(best, |it| best.min(it))
}

fn members(one: &Member, other: &Member) -> Apart {
    let apart = apart(&one.shapes, &other.shapes);
    match apart {
        Apart::Surely if !one.required && !other.required => Apart::Sometimes,
        Apart::Never if one.required != other.required => Apart::Sometimes,
        it => it,
    }
}

/// Of a member that the other has not.
fn alone(it: &Member) -> Apart {
    if it.required {
        Apart::Surely
    } else {
        Apart::Sometimes
    }
}
