use crate::runtime::members::members;

/// What `POST /holidays` answers.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct CreatedHoliday {
    /// The unique ID of holiday.
    pub id: Option<String>,
}

members! {
    crate::runtime; CreatedHoliday;
    id,
}
