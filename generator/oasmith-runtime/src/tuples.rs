//! The codec of arrays that have a type for each place: tuples.

use super::codec::{Json, Write};
use super::reader::{Fault, Reader};
use super::writer::Writer;

macro_rules! tuples {
    ($(($($name:ident)+) $count:literal),+ $(,)?) => {$(
        impl<$($name: Json),+> Json for ($($name,)+) {
            fn blank() -> Self {
                ($($name::blank(),)+)
            }

            #[allow(non_snake_case, reason = "a local for each type")]
            fn read(r: &mut Reader<'_>) -> Result<Self, Fault> {
                $(let mut $name = None;)+
                let mut index = 0_usize;
                r.array(&mut |r| {
                    let mut at = 0_usize..;
                    index += 1;
                    $(if at.next() == Some(index - 1) {
                        $name = Some($name::read(r)?);
                        return Ok(());
                    })+
                    r.skip()
                })?;
                match ($($name,)+) {
                    ($(Some($name),)+) if index == $count => Ok(($($name,)+)),
                    _ if index == $count => Err(Fault::Skipped),
                    _ => Err(r.reject(concat!("has not ", $count, " items"))),
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
