/// What `POST /dealers` answers.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct CreatedResource {
    /// The unique ID of the created resource.
    pub id: Option<String>,
}

crate::runtime::members::members! {
    crate::runtime; CreatedResource;
    id,
}
