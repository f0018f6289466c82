//! The codec of arrays that have a type for each place: tuples.

use super::codec::{Json, Write};
use super::reader::{Fault, Reader};
use super::writer::Writer;

/// An item that a list may end before: `(Trailing(Some(1)), Trailing(None))` is `[1]`.
///
/// One that is `None` with another one behind it is `null`, so that each keeps its place.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Trailing<T>(pub Option<T>);

impl<T> From<T> for Trailing<T> {
    fn from(value: T) -> Self {
        Self(Some(value))
    }
}

impl<T: Json> Json for Trailing<T> {
    const IS_TRAILING: bool = true;

    fn blank() -> Self {
        Self(None)
    }

    fn read(r: &mut Reader<'_>) -> Result<Self, Fault> {
        T::read(r).map(Self::from)
    }
}

impl<T: Write> Write for Trailing<T> {
    fn write(&self, w: &mut Writer) {
        self.0.write(w);
    }

    fn is_absent(&self) -> bool {
        self.0.is_none()
    }
}

/// What is wrong with the number of items.
#[cold]
fn wrong_length(least: usize, most: usize) -> String {
    if least == most {
        format!("has not {most} items")
    } else {
        format!("has not {least} to {most} items")
    }
}

/// What stands in a place: what was read, or nothing, where the list may end before it.
fn at_place<T: Json>(read: Option<T>, is_there: bool) -> Option<T> {
    read.or_else(|| (T::IS_TRAILING && !is_there).then(T::blank))
}

macro_rules! tuples {
    ($(($($name:ident)+) $most:literal),+ $(,)?) => {$(
        impl<$($name: Json),+> Json for ($($name,)+) {
            fn blank() -> Self {
                ($($name::blank(),)+)
            }

            #[allow(non_snake_case, reason = "a local for each type")]
            fn read(r: &mut Reader<'_>) -> Result<Self, Fault> {
                $(let mut $name = None;)+
                let mut count = 0_usize;
                r.array(&mut |r| {
                    let mut at = 0_usize..;
                    count += 1;
                    $(if at.next() == Some(count - 1) {
                        $name = Some($name::read(r)?);
                        return Ok(());
                    })+
                    r.skip()
                })?;
                let is_trailing = [$($name::IS_TRAILING),+];
                let least = is_trailing.iter().filter(|it| !**it).count();
                if !(least..=$most).contains(&count) {
                    return Err(r.reject(wrong_length(least, $most)));
                }
                let mut place = 0_usize..count;
                match ($(at_place($name, place.next().is_some()),)+) {
                    ($(Some($name),)+) => Ok(($($name,)+)),
                    _ => Err(Fault::Skipped),
                }
            }
        }

        impl<$($name: Write),+> Write for ($($name,)+) {
            #[allow(non_snake_case, reason = "a local for each type")]
            fn write(&self, w: &mut Writer) {
                let ($($name,)+) = self;
                w.tuple(&[$($name),+]);
            }
        }
    )+};
}
tuples! {
    (A B) 2,
    (A B C) 3,
    (A B C D) 4,
    (A B C D E) 5,
    (A B C D E F) 6,
    (A B C D E F G) 7,
    (A B C D E F G H) 8,
}
