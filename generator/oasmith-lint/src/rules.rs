//! Every rule, by group and code.
//!
//! A rule is one file under `rules/GROUP/`, and one line here.

mod prelude;
mod responses;

macro_rules! rules {
    ($($group:ident { $($file:ident :: $rule:ident,)+ })+) => {
        $(mod $group { $(pub mod $file;)+ })+
        /// Every rule, in the order of groups and codes.
        pub static ALL: &[&crate::Rule] = &[$($(&$group::$file::$rule,)+)+];
    };
}

pub use schemas::format_unknown::FORMATS;

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
        text_malformed::TEXT_MALFORMED,
        tag_parent_undeclared::TAG_PARENT_UNDECLARED,
        encoding_ignored::ENCODING_IGNORED,
    }
    references {
        reference_unresolved::REFERENCE_UNRESOLVED,
        reference_siblings::REFERENCE_SIBLINGS,
        reference_of_other_kind::REFERENCE_OF_OTHER_KIND,
        component_unused::COMPONENT_UNUSED,
    }
    operations {
        success_response_missing::SUCCESS_RESPONSE_MISSING,
        operation_id_missing::OPERATION_ID_MISSING,
        operation_id_not_url_safe::OPERATION_ID_NOT_URL_SAFE,
        error_response_missing::ERROR_RESPONSE_MISSING,
        operation_tags_missing::OPERATION_TAGS_MISSING,
        operation_tag_undeclared::OPERATION_TAG_UNDECLARED,
        request_body_unexpected::REQUEST_BODY_UNEXPECTED,
        operation_tags_several::OPERATION_TAGS_SEVERAL,
        empty_answer_with_content::EMPTY_ANSWER_WITH_CONTENT,
        problem_details_missing::PROBLEM_DETAILS_MISSING,
        callback_nested::CALLBACK_NESTED,
    }
    parameters {
        path_parameter_undeclared::PATH_PARAMETER_UNDECLARED,
        path_parameter_unused::PATH_PARAMETER_UNUSED,
        path_parameter_optional::PATH_PARAMETER_OPTIONAL,
        parameter_repeated::PARAMETER_REPEATED,
        path_template_malformed::PATH_TEMPLATE_MALFORMED,
        path_ambiguous::PATH_AMBIGUOUS,
        path_with_query::PATH_WITH_QUERY,
        path_trailing_slash::PATH_TRAILING_SLASH,
        header_parameter_ignored::HEADER_PARAMETER_IGNORED,
        querystring_with_query::QUERYSTRING_WITH_QUERY,
        list_parameter_style_missing::LIST_PARAMETER_STYLE_MISSING,
    }
    servers {
        server_variable_enum::SERVER_VARIABLE_ENUM,
        server_variable_undeclared::SERVER_VARIABLE_UNDECLARED,
        server_variable_unused::SERVER_VARIABLE_UNUSED,
        servers_missing::SERVERS_MISSING,
        server_trailing_slash::SERVER_TRAILING_SLASH,
        server_placeholder::SERVER_PLACEHOLDER,
        server_of_webhook::SERVER_OF_WEBHOOK,
        server_variable_breaks_url::SERVER_VARIABLE_BREAKS_URL,
    }
    schemas {
        format_unknown::FORMAT_UNKNOWN,
        enum_of_other_type::ENUM_OF_OTHER_TYPE,
        enum_value_repeated::ENUM_VALUE_REPEATED,
        items_missing::ITEMS_MISSING,
        keyword_of_other_type::KEYWORD_OF_OTHER_TYPE,
        bounds_crossed::BOUNDS_CROSSED,
        required_undeclared::REQUIRED_UNDECLARED,
        default_not_allowed::DEFAULT_NOT_ALLOWED,
        pattern_invalid::PATTERN_INVALID,
        pattern_not_linear::PATTERN_NOT_LINEAR,
        discriminator_undeclared::DISCRIMINATOR_UNDECLARED,
        mapping_unresolved::MAPPING_UNRESOLVED,
        nullable_without_type::NULLABLE_WITHOUT_TYPE,
        nullable_of_3_0::NULLABLE_OF_3_0,
        composition_empty::COMPOSITION_EMPTY,
        keyword_unknown::KEYWORD_UNKNOWN,
        all_of_conflict::ALL_OF_CONFLICT,
        type_missing::TYPE_MISSING,
        bounds_doubled::BOUNDS_DOUBLED,
        nullable_enum_without_null::NULLABLE_ENUM_WITHOUT_NULL,
        composition_of_one::COMPOSITION_OF_ONE,
        composition_repeated::COMPOSITION_REPEATED,
        values_in_prose::VALUES_IN_PROSE,
        required_string_may_be_empty::REQUIRED_STRING_MAY_BE_EMPTY,
        xml_attribute_deprecated::XML_ATTRIBUTE_DEPRECATED,
    }
    examples {
        example_empty::EXAMPLE_EMPTY,
        schema_example_invalid::SCHEMA_EXAMPLE_INVALID,
        media_type_example_invalid::MEDIA_TYPE_EXAMPLE_INVALID,
        parameter_example_invalid::PARAMETER_EXAMPLE_INVALID,
        example_of_other_format::EXAMPLE_OF_OTHER_FORMAT,
        example_against_direction::EXAMPLE_AGAINST_DIRECTION,
        property_example_missing::PROPERTY_EXAMPLE_MISSING,
        body_example_missing::BODY_EXAMPLE_MISSING,
    }
    security {
        security_scheme_undefined::SECURITY_SCHEME_UNDEFINED,
        scope_undefined::SCOPE_UNDEFINED,
        security_missing::SECURITY_MISSING,
        api_key_in_url::API_KEY_IN_URL,
        basic_authentication::BASIC_AUTHENTICATION,
        server_without_tls::SERVER_WITHOUT_TLS,
        credential_in_url::CREDENTIAL_IN_URL,
        unauthorized_response_missing::UNAUTHORIZED_RESPONSE_MISSING,
        too_many_requests_response_missing::TOO_MANY_REQUESTS_RESPONSE_MISSING,
        server_error_response_missing::SERVER_ERROR_RESPONSE_MISSING,
        retry_after_missing::RETRY_AFTER_MISSING,
        list_unbounded::LIST_UNBOUNDED,
        string_unbounded::STRING_UNBOUNDED,
        integer_unbounded::INTEGER_UNBOUNDED,
        numeric_id::NUMERIC_ID,
        token_format_missing::TOKEN_FORMAT_MISSING,
        additional_properties_open::ADDITIONAL_PROPERTIES_OPEN,
        map_unbounded::MAP_UNBOUNDED,
        rate_limit_missing::RATE_LIMIT_MISSING,
        string_unrestricted::STRING_UNRESTRICTED,
        integer_format_missing::INTEGER_FORMAT_MISSING,
        validation_response_missing::VALIDATION_RESPONSE_MISSING,
        write_unprotected::WRITE_UNPROTECTED,
    }
    naming {
        path_not_kebab_case::PATH_NOT_KEBAB_CASE,
        verb_in_path::VERB_IN_PATH,
        property_case_mixed::PROPERTY_CASE_MIXED,
    }
    documentation {
        operation_summary_missing::OPERATION_SUMMARY_MISSING,
        operation_description_missing::OPERATION_DESCRIPTION_MISSING,
        api_description_missing::API_DESCRIPTION_MISSING,
        api_contact_missing::API_CONTACT_MISSING,
        api_license_missing::API_LICENSE_MISSING,
        tag_description_missing::TAG_DESCRIPTION_MISSING,
        parameter_description_missing::PARAMETER_DESCRIPTION_MISSING,
        markdown_unsafe::MARKDOWN_UNSAFE,
        tag_repeated::TAG_REPEATED,
        license_without_text::LICENSE_WITHOUT_TEXT,
        contact_incomplete::CONTACT_INCOMPLETE,
        tags_unsorted::TAGS_UNSORTED,
        tags_missing::TAGS_MISSING,
        component_description_missing::COMPONENT_DESCRIPTION_MISSING,
    }
    rust {
        type_names_collide::TYPE_NAMES_COLLIDE,
        property_names_collide::PROPERTY_NAMES_COLLIDE,
        schema_untyped::SCHEMA_UNTYPED,
        number_without_width::NUMBER_WITHOUT_WIDTH,
        union_ambiguous::UNION_AMBIGUOUS,
        parameter_without_form::PARAMETER_WITHOUT_FORM,
    }
}

/// The rule of that id or name, in any case.
pub fn find(word: &str) -> Option<&'static crate::Rule> {
    ALL.iter()
        .copied()
        .find(|it| it.code.id.eq_ignore_ascii_case(word) || it.code.name.eq_ignore_ascii_case(word))
}
