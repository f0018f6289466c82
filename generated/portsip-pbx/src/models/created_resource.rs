use crate::runtime::members::members;

/// What `POST /dealers` answers.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct CreatedResource {
    /// The unique ID of the created resource.
    pub id: Option<String>,
}

members! {
    crate::runtime; CreatedResource;
    id,
}
