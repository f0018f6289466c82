/// What `POST /holidays` answers.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct CreatedHoliday {
    /// The unique ID of holiday.
    pub id: Option<String>,
}

crate::runtime::members::members! {
    crate::runtime; CreatedHoliday;
    id,
}
