//! Every rule, by group and code.
//!
//! A rule is one file under `rules/GROUP/`, and one line here.

mod prelude;

macro_rules! rules {
    ($($group:ident { $($file:ident :: $rule:ident,)+ })+) => {
        $(mod $group { $(pub mod $file;)+ })+
        /// Every rule, in the order of groups and codes.
        pub static ALL: &[&crate::Rule] = &[$($(&$group::$file::$rule,)+)+];
    };
}

rules! {
    structure {
        unknown_field::UNKNOWN_FIELD,
        missing_field::MISSING_FIELD,
        field_of_wrong_type::FIELD_OF_WRONG_TYPE,
        unknown_word::UNKNOWN_WORD,
        fields_exclude::FIELDS_EXCLUDE,
        schema_or_content::SCHEMA_OR_CONTENT,
        nothing_described::NOTHING_DESCRIBED,
        component_name::COMPONENT_NAME,
        path_without_slash::PATH_WITHOUT_SLASH,
        status_invalid::STATUS_INVALID,
        style_of_place::STYLE_OF_PLACE,
        scheme_incomplete::SCHEME_INCOMPLETE,
    }
    operations {
        success_response_missing::SUCCESS_RESPONSE_MISSING,
    }
    servers {
        server_variable_enum::SERVER_VARIABLE_ENUM,
    }
    schemas {
        format_unknown::FORMAT_UNKNOWN,
    }
}

/// The rule of that id or name, in any case.
pub fn find(word: &str) -> Option<&'static crate::Rule> {
    ALL.iter()
        .copied()
        .find(|it| it.code.id.eq_ignore_ascii_case(word) || it.code.name.eq_ignore_ascii_case(word))
}
