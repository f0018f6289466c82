//! Where callbacks go, as requests to the API say.

use super::Name;

/// What a request says of where a callback goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Address {
    /// The input of the operation whose request says it.
    pub owner: Name,
    /// The callback: a method of its group.
    pub method: Name,
    /// As written: `{$request.body#/url}`.
    pub key: String,
    pub pieces: Vec<AddressPiece>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AddressPiece {
    Text(String),
    /// A field of the input: a parameter that is one text.
    Param {
        field: Name,
        required: bool,
    },
    /// What a JSON Pointer finds in the body, a field of the input.
    Member {
        field: Name,
        required: bool,
        /// Where the body is one of several.
        among: Option<Among>,
        pointer: String,
    },
}

/// The enum that a body is, and of each variant whether it has members.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Among {
    pub name: Name,
    pub variants: Vec<(Name, bool)>,
}
