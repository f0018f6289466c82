//! Holds texts to the formats that a person asked to be checked.
//!
//! What has a type of its own (`date-time`, `uuid`) is checked by reading it, and is here for texts that did not get it.

use super::any::Any;
use super::check::Check;
use super::formats::Format;

impl Check {
    /// The format of a string.
    pub fn format(&mut self, name: &str, value: Option<&str>, format: Format) {
        if value.is_some_and(|value| !format.holds(value)) {
            self.fail(name, format!("is not {}", told(format)));
        }
    }
}

impl Any {
    /// `format`
    pub fn format(&self, format: Format) -> bool {
        match self {
            Self::Text(text) => format.holds(text),
            _ => true,
        }
    }
}

fn told(format: Format) -> &'static str {
    match format {
        Format::DateTime => "a date and time of RFC 3339",
        Format::Date => "a date",
        Format::Time => "a time of RFC 3339",
        Format::Duration => "a duration of ISO 8601",
        Format::Uuid => "a UUID",
        Format::Email | Format::IdnEmail => "an email address",
        Format::Hostname => "a host name",
        Format::Ipv4 => "an IPv4 address",
        Format::Ipv6 => "an IPv6 address",
        Format::Uri => "a URI",
        Format::UriReference => "a URI reference",
        Format::Iri => "an IRI",
        Format::IriReference => "an IRI reference",
        Format::UriTemplate => "a URI template",
        Format::JsonPointer => "a JSON Pointer",
        Format::RelativeJsonPointer => "a relative JSON Pointer",
    }
}
