#[cfg(feature = "server")]
use crate::runtime::check::{Check, Checked};

/// What `GET /tenant/password_policy` answers.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct PasswordPolicy {
    /// The password must contains at least `min_length` characters.
    /// Must be less than or equal the value of `max_length`.
    pub min_length: Option<i32>,
    /// The password must contains at most `max_length` characters.
    /// Must be greater than or equal the value of `min_length`.
    pub max_length: Option<i32>,
    /// The password must contains at least one letter (latin characters).
    pub contains_letters: Option<bool>,
    /// The password must contains at least one number (0-9).
    pub contains_numbers: Option<bool>,
    /// The password must contains at least one upper case letter or special character (e.g. ~,!,@,#,$,%,^,&,*,(,),_,+,=).
    pub contains_special_letters: Option<bool>,
    /// The password must not contains sequential_characters.
    pub disable_sequential_characters: Option<bool>,
    /// The password must not contains repeating_characters.
    pub disable_repeating_characters: Option<bool>,
    /// The password must not similar to the account information.
    pub disable_account_information: Option<bool>,
}

impl PasswordPolicy {
    /// With nothing set.
    pub fn new() -> Self {
        Self::default()
    }
    /// Sets `min_length`.
    pub fn min_length(mut self, value: i32) -> Self {
        self.min_length = Some(value);
        self
    }
    /// Sets `max_length`.
    pub fn max_length(mut self, value: i32) -> Self {
        self.max_length = Some(value);
        self
    }
    /// Sets `contains_letters`.
    pub fn contains_letters(mut self, value: bool) -> Self {
        self.contains_letters = Some(value);
        self
    }
    /// Sets `contains_numbers`.
    pub fn contains_numbers(mut self, value: bool) -> Self {
        self.contains_numbers = Some(value);
        self
    }
    /// Sets `contains_special_letters`.
    pub fn contains_special_letters(mut self, value: bool) -> Self {
        self.contains_special_letters = Some(value);
        self
    }
    /// Sets `disable_sequential_characters`.
    pub fn disable_sequential_characters(mut self, value: bool) -> Self {
        self.disable_sequential_characters = Some(value);
        self
    }
    /// Sets `disable_repeating_characters`.
    pub fn disable_repeating_characters(mut self, value: bool) -> Self {
        self.disable_repeating_characters = Some(value);
        self
    }
    /// Sets `disable_account_information`.
    pub fn disable_account_information(mut self, value: bool) -> Self {
        self.disable_account_information = Some(value);
        self
    }
    /// `min_length`, or its default `6`.
    pub fn min_length_or_default(&self) -> i32 {
        self.min_length.unwrap_or(6)
    }
    /// `max_length`, or its default `32`.
    pub fn max_length_or_default(&self) -> i32 {
        self.max_length.unwrap_or(32)
    }
    /// `contains_letters`, or its default `true`.
    pub fn contains_letters_or_default(&self) -> bool {
        self.contains_letters.unwrap_or(true)
    }
    /// `contains_numbers`, or its default `true`.
    pub fn contains_numbers_or_default(&self) -> bool {
        self.contains_numbers.unwrap_or(true)
    }
    /// `contains_special_letters`, or its default `true`.
    pub fn contains_special_letters_or_default(&self) -> bool {
        self.contains_special_letters.unwrap_or(true)
    }
    /// `disable_sequential_characters`, or its default `true`.
    pub fn disable_sequential_characters_or_default(&self) -> bool {
        self.disable_sequential_characters.unwrap_or(true)
    }
    /// `disable_repeating_characters`, or its default `true`.
    pub fn disable_repeating_characters_or_default(&self) -> bool {
        self.disable_repeating_characters.unwrap_or(true)
    }
    /// `disable_account_information`, or its default `true`.
    pub fn disable_account_information_or_default(&self) -> bool {
        self.disable_account_information.unwrap_or(true)
    }
}

crate::runtime::members::members! {
    crate::runtime; PasswordPolicy;
    min_length, max_length, contains_letters, contains_numbers, contains_special_letters,
    disable_sequential_characters, disable_repeating_characters, disable_account_information,
}

#[cfg(feature = "server")]
impl Checked for PasswordPolicy {
    fn check(&self, c: &mut Check) {
        c.integer(
            "min_length",
            self.min_length.map(i128::from),
            Some(6),
            Some(32),
        );
        c.integer(
            "max_length",
            self.max_length.map(i128::from),
            Some(6),
            Some(32),
        );
    }
}
