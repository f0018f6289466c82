//! How a check gets at a value: always as an `Option`, of which `None` is not checked.

use crate::ir::{Alternative, Field, Presence, Type};
use proc_macro2::TokenStream;
use quote::quote;

/// A value, and what it is wrapped in.
#[derive(Clone)]
pub(super) struct Value {
    access: TokenStream,
    /// It is a reference, such as an item of a list.
    is_reference: bool,
    wrapping: Wrapping,
    is_boxed: bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Wrapping {
    Plain,
    Option,
    /// `Option<Option<_>>`
    Twice,
}

impl Value {
    pub(super) fn field(access: TokenStream, is_required: bool, is_boxed: bool) -> Self {
        let wrapping = if is_required {
            Wrapping::Plain
        } else {
            Wrapping::Option
        };
        Value {
            access,
            is_reference: false,
            wrapping,
            is_boxed,
        }
    }

    pub(super) fn of_field(access: TokenStream, it: &Field) -> Self {
        let wrapping = match it.presence {
            Presence::Required => Wrapping::Plain,
            Presence::Optional | Presence::Nullable => Wrapping::Option,
            Presence::OptionalNullable => Wrapping::Twice,
        };
        Value {
            access,
            is_reference: false,
            wrapping,
            is_boxed: it.boxed,
        }
    }

    /// The variable `it` of a loop over references to fields.
    pub(super) fn in_loop(it: &Field) -> Self {
        Value {
            is_reference: true,
            ..Self::of_field(quote!(it), it)
        }
    }

    pub(super) fn reference(access: TokenStream) -> Self {
        Value {
            access,
            is_reference: true,
            wrapping: Wrapping::Plain,
            is_boxed: false,
        }
    }

    /// The variable `it`, which refers to what is in a variant.
    pub(super) fn payload(it: &Alternative) -> Self {
        Value {
            is_boxed: it.boxed,
            ..Self::reference(quote!(it))
        }
    }

    /// The same, where the type says that it may be `null`.
    pub(super) fn nullable(&self) -> Self {
        let wrapping = match self.wrapping {
            Wrapping::Plain => Wrapping::Option,
            Wrapping::Option | Wrapping::Twice => Wrapping::Twice,
        };
        Value {
            wrapping,
            ..self.clone()
        }
    }

    /// `Option<&str>`
    pub(super) fn text(&self) -> TokenStream {
        self.dereferenced()
    }

    /// `Option<&[T]>`
    pub(super) fn slice(&self) -> TokenStream {
        self.dereferenced()
    }

    fn dereferenced(&self) -> TokenStream {
        let access = &self.access;
        match self.wrapping {
            Wrapping::Plain if self.is_reference => quote!(Some(#access)),
            Wrapping::Plain => quote!(Some(&#access)),
            Wrapping::Option => quote!(#access.as_deref()),
            Wrapping::Twice => quote!(#access.as_ref().and_then(|it| it.as_deref())),
        }
    }

    /// `Option<&T>`
    pub(super) fn reference_to(&self) -> TokenStream {
        let access = &self.access;
        match (self.wrapping, self.is_boxed) {
            (Wrapping::Plain, true) if self.is_reference => quote!(Some(&**#access)),
            (Wrapping::Plain, true) => quote!(Some(&*#access)),
            (Wrapping::Plain, false) | (_, true) => self.dereferenced(),
            (Wrapping::Option, false) => quote!(#access.as_ref()),
            (Wrapping::Twice, false) => quote!(#access.as_ref().and_then(|it| it.as_ref())),
        }
    }

    /// `Option<&dyn Checked>`
    pub(super) fn checked(&self) -> TokenStream {
        let reference = self.reference_to();
        match self.wrapping {
            Wrapping::Plain => reference,
            _ => quote!(#reference.map(|it| it as _)),
        }
    }

    /// `Option<usize>`
    pub(super) fn size(&self, len: &TokenStream) -> TokenStream {
        let access = &self.access;
        match self.wrapping {
            Wrapping::Plain => quote!(Some(#access.len())),
            _ => {
                let reference = self.reference_to();
                quote!(#reference.map(#len))
            }
        }
    }

    /// An `Option` of a number, of the type that the check takes.
    pub(super) fn number(&self, from: &Type, to: Number) -> TokenStream {
        let access = match (self.is_reference, self.wrapping) {
            (true, Wrapping::Plain) => {
                let access = &self.access;
                quote!(*#access)
            }
            _ => self.access.clone(),
        };
        let convert = to.conversion(from);
        match (self.wrapping, convert) {
            (Wrapping::Plain, Conversion::None) => quote!(Some(#access)),
            (Wrapping::Plain, Conversion::By(to)) => quote!(Some(#to(#access))),
            (Wrapping::Plain, Conversion::As(to)) => quote!(Some(#access as #to)),
            (Wrapping::Option, Conversion::None) if self.is_reference => quote!(*#access),
            (Wrapping::Option, Conversion::None) => access,
            (Wrapping::Option, Conversion::By(to)) => quote!(#access.map(#to)),
            (Wrapping::Option, Conversion::As(to)) => quote!(#access.map(|it| it as #to)),
            (Wrapping::Twice, Conversion::None) => quote!(#access.flatten()),
            (Wrapping::Twice, Conversion::By(to)) => quote!(#access.flatten().map(#to)),
            (Wrapping::Twice, Conversion::As(to)) => quote!(#access.flatten().map(|it| it as #to)),
        }
    }
}

/// What checks of numbers take.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Number {
    Integer,
    Float,
    /// As a person would write it: the nearest to 0.3 is another one in 32 bits than in 64.
    Decimal,
}

enum Conversion {
    None,
    By(TokenStream),
    /// Loses digits beyond 2^53.
    As(TokenStream),
}

impl Number {
    fn conversion(self, from: &Type) -> Conversion {
        match (self, from) {
            (Number::Integer, _) => Conversion::By(quote!(i128::from)),
            (Number::Float | Number::Decimal, Type::F64) => Conversion::None,
            (Number::Float | Number::Decimal, Type::I64 | Type::U64) => Conversion::As(quote!(f64)),
            (Number::Decimal, Type::F32) => Conversion::By(quote!(Check::decimal)),
            (Number::Float | Number::Decimal, _) => Conversion::By(quote!(f64::from)),
        }
    }
}
